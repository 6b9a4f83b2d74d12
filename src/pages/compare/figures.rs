//! The figures that the cities share, a chart for each.

use std::sync::Arc;

use super::Side;
use crate::chart::{lines_of_places, Choice, LineView, PlacesSpec};
use crate::compare::Shared;
use crate::components::figure::{figure, Context};
use crate::components::part::Part;
use crate::components::take::Data;
use crate::explore::city_indicator;
use crate::i18n::{list, Key};
use crate::model::{Indicator, Lang, Sources};
use crate::pages::city::{conflict_words, explore, notes, sources_of};
use crate::route::Compare;
use crate::widget::Widget;

pub(super) fn write(part: &mut Part, side: &Arc<Side>) {
    let lang = side.lang;
    if side.pages.len() < Compare::FEWEST {
        return;
    }
    part.open("section", "")
        .el("h2", "", Key::CompareShared.text(lang));
    let shared = &side.comparison.shared;
    let lead = if shared.is_empty() {
        Key::CompareNoneShared
    } else {
        Key::CompareSharedLead
    };
    part.el("p", "", lead.text(lang));
    let of_city = |it: &&Shared| it.indicator.scope.is_none();
    let own = shared.iter().filter(of_city).count();
    part.open("div", "charts pairs");
    for place in 0..own {
        chart(part, side, place);
    }
    part.close();
    if own < shared.len() {
        part.el("h3", "", Key::RegionTitle.text(lang))
            .el("p", "", Key::CompareRegionLead.text(lang))
            .open("div", "charts pairs");
        for place in own..shared.len() {
            chart(part, side, place);
        }
        part.close();
    }
    part.close();
}

fn chart(part: &mut Part, side: &Arc<Side>, place: usize) {
    let Some(shared) = side.comparison.shared.get(place) else {
        return;
    };
    let lang = side.lang;
    let indicator = &shared.indicator;
    let cities: Vec<&str> = side.slots.iter().map(|it| it.0.as_str()).collect();
    let context = Context {
        id: ["compare-", &indicator.id].concat(),
        title: indicator.name.get(lang).to_owned(),
        level: "h4",
        notes: all_notes(side, shared),
        sources: sources_of(indicator),
        explore: explore(side.site, lang, city_indicator(&indicator.id), &cities),
        widget: Some(Widget::chart(city_indicator(&indicator.id), &cities)),
        lang,
        cites: side.cites.clone(),
        site: side.site,
        data: (Arc::clone(side) as Arc<dyn Data>, place),
    };
    let side = Arc::clone(side);
    figure(part, context, move |size, id| {
        let indicator = &side.comparison.shared.get(place)?.indicator;
        let places: Vec<(&str, u8)> = side.slots.iter().map(|it| (it.0.as_str(), it.1)).collect();
        let choice = Choice {
            places: &places,
            years: None,
        };
        let name_of = |slug: &str| side.name_of(slug);
        let spec = PlacesSpec::of(indicator, &name_of, &choice, lang, size, id);
        Some(lines_of_places(&spec, &LineView::default()))
    });
}

impl Data for Side {
    fn sources(&self) -> &Sources {
        &self.comparison.sources
    }

    fn indicator(&self, at: usize) -> Option<&Indicator> {
        self.comparison.shared.get(at).map(|it| &it.indicator)
    }

    fn city(&self, slug: &str, lang: Lang) -> Option<&str> {
        let page = self.pages.iter().find(|it| it.city.id == slug)?;
        Some(page.city.name.get(lang))
    }
}

/// What a reader must know: of whom nothing is known, then the cities' own words.
fn all_notes(side: &Side, shared: &Shared) -> Vec<String> {
    let lang = side.lang;
    let id = &shared.indicator.id;
    let find = |all: &[Indicator]| all.iter().position(|it| it.id == *id);
    let mut without: Vec<&str> = Vec::new();
    let mut notes_of_all: Vec<(&str, Vec<String>)> = Vec::new();
    for page in &side.pages {
        let own = &page.city.indicators;
        let name = page.city.name.get(lang);
        match find(own).and_then(|place| own.get(place)) {
            Some(it) => notes_of_all.push((name, notes(it, lang))),
            None => without.push(name),
        }
    }
    let mut all = Vec::new();
    if !without.is_empty() {
        all.push(Key::CompareUnknownFor.with(lang, &list(&without, lang)));
    }
    // What every city says alike is said once.
    let first = notes_of_all.first().map(|it| it.1.clone());
    let is_common = |note: &String| notes_of_all.iter().all(|it| it.1.contains(note));
    let common: Vec<String> = first
        .unwrap_or_default()
        .into_iter()
        .filter(is_common)
        .collect();
    for (name, own) in &notes_of_all {
        for note in own.iter().filter(|it| !common.contains(it)) {
            all.push([name, ": ", note].concat());
        }
    }
    all.extend(common);
    for words in &shared.own_words {
        let name = side.name_of(&words.place);
        if let Some(own) = &words.name {
            all.push(Key::CompareOwnName.with2(lang, name, own.get(lang)));
        }
        let conflicts = words.conflicts.iter().map(|it| conflict_words(it, lang));
        all.extend(conflicts.map(|it| [name, ": ", it].concat()));
    }
    all
}
