//! What moved: every series of the city as a chart, disagreeing sources in one.

use super::Profile;
use crate::app::Site;
use crate::chart::from_indicator;
use crate::components::embed::picture;
use crate::components::figure::{figure, Context};
use crate::components::part::Part;
use crate::explore::city_indicator;
use crate::i18n::{list, number, Key};
use crate::model::{Indicator, Lang, Scope};
use crate::route::{IndicatorState, Places, Route};
use crate::widget::Widget;

pub(super) fn write(part: &mut Part, profile: &Profile) {
    let lang = profile.lang;
    let indicators = &profile.page.city.indicators;
    let of_region = |place: &usize| {
        let indicator = indicators.get(*place);
        indicator.and_then(|it| it.scope) == Some(Scope::Region)
    };
    let (around, own): (Vec<usize>, Vec<usize>) = (0..indicators.len()).partition(of_region);
    let lead = if own.is_empty() {
        Key::IndicatorsNone
    } else {
        Key::IndicatorsLead
    };
    part.el("p", "", lead.text(lang));
    charts(part, profile, &own, "h3");
    if !around.is_empty() {
        part.el("h3", "", Key::RegionTitle.text(lang))
            .el("p", "", Key::RegionLead.text(lang));
        charts(part, profile, &around, "h4");
    }
    if !indicators.is_empty() {
        let card = Widget::City(profile.page.city.id.clone());
        picture(part, profile.site, lang, &card);
    }
}

fn charts(part: &mut Part, profile: &Profile, places: &[usize], level: &'static str) {
    part.open("div", "charts");
    for place in places {
        chart(part, profile, *place, level);
    }
    part.close();
}

fn chart(part: &mut Part, profile: &Profile, place: usize, level: &'static str) {
    let Profile {
        lang, page, cites, ..
    } = profile.clone();
    let Some(indicator) = page.city.indicators.get(place) else {
        return;
    };
    let mut notes = notes(indicator, lang);
    let about = Some(indicator.id.as_str());
    notes.extend(
        page.city
            .conflicts
            .iter()
            .filter(|conflict| conflict.about.as_deref() == about)
            .map(|conflict| super::about::words(conflict, lang).to_owned()),
    );
    let context = Context {
        id: ["chart-", &indicator.id].concat(),
        title: indicator.name.get(lang).to_owned(),
        level,
        notes,
        sources: sources(indicator),
        explore: explore(
            profile.site,
            lang,
            city_indicator(&indicator.id),
            &[&page.city.id],
        ),
        widget: Some(Widget::chart(
            city_indicator(&indicator.id),
            &[&page.city.id],
        )),
        lang,
        cites,
        site: profile.site,
        data: (page.clone(), place),
    };
    let page = page.clone();
    figure(part, context, move |size, id| {
        let indicator = page.city.indicators.get(place)?;
        Some(from_indicator(
            indicator,
            page.city.name.get(lang),
            lang,
            size,
            id,
        ))
    });
}

/// The address of an indicator's own page, with places chosen.
pub(in crate::pages) fn explore(site: Site, lang: Lang, id: &str, places: &[&str]) -> String {
    let state = IndicatorState {
        places: Places::of(places),
        ..IndicatorState::default()
    };
    site.href(lang, Route::Indicator(id.to_owned(), state))
}

/// What a reader must know of an indicator beside its name.
pub(in crate::pages) fn notes(indicator: &Indicator, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    notes.extend(
        indicator
            .description
            .as_ref()
            .map(|text| text.get(lang).to_owned()),
    );
    let mut areas: Vec<&str> = indicator
        .series
        .iter()
        .filter_map(|series| Some(series.area.as_ref()?.get(lang)))
        .collect();
    areas.dedup();
    if !areas.is_empty() {
        notes.push(format!("{}.", areas.join("; ")));
    }
    notes.extend(facts(indicator, lang));
    notes
}

/// How the values came about.
pub(in crate::pages) fn facts(indicator: &Indicator, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    if indicator.derived {
        notes.push(Key::ChartDerived.text(lang).to_owned());
    }
    if let Some(original) = &indicator.original_source {
        notes.push(Key::ChartOriginal.with(lang, original));
    }
    if !indicator.cities_ranked.is_empty() {
        let counts: Vec<String> = indicator
            .cities_ranked
            .iter()
            .map(|(year, count)| format!("{} ({year})", number(f64::from(*count), lang)))
            .collect();
        notes.push(Key::ChartRanked.with(lang, &list(&counts, lang)));
    }
    notes
}

/// The sources of every point, each once.
pub(in crate::pages) fn sources(indicator: &Indicator) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for series in &indicator.series {
        for key in series
            .points
            .iter()
            .flat_map(|point| series.sources_of(point))
        {
            if !keys.contains(key) {
                keys.push(key.clone());
            }
        }
    }
    keys
}
