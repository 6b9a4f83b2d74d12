//! The comparison: two to six cities side by side, whose names stand in the address.

mod examples;
mod facts;
mod figures;
mod picker;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::Site;
use crate::chart::slots;
use crate::compare::{compare, Comparison};
use crate::components::cite::Citations;
use crate::components::embed::link;
use crate::components::live::live;
use crate::components::part::Part;
use crate::components::shell::breadcrumb;
use crate::components::state::{failure, loaded, loading};
use crate::data::Load;
use crate::i18n::{list, Key};
use crate::markup::Markup;
use crate::model::cut::{CityPage, Index, IndexCity};
use crate::model::Lang;
use crate::platform;
use crate::route::{Compare, Route};
use crate::widget::Widget;

/// The comparison.
pub fn view(site: Site, lang: Lang) -> AnyView {
    let title = Key::CompareTitle.text(lang);
    site.arrived(lang, title);
    let content = loaded(
        site.index(),
        lang,
        Key::FailedIndex,
        move |index: Arc<Index>| content(site, lang, &index),
    );
    let mut part = Part::new();
    breadcrumb(&mut part, site, lang, &[(Key::NavHome, Route::Home)], title);
    part.heading(title)
        .el("p", "lead", Key::CompareLead.text(lang));
    part.island("", move || content);
    part.view("")
}

/// Slugs of cities with their colours.
type Slots = Vec<(String, u8)>;

/// Which colour each city of the address has.
fn slots_of(cities: &[&IndexCity]) -> Slots {
    let ids: Vec<&str> = cities.iter().map(|it| it.id.as_str()).collect();
    let slots = slots(&ids).into_iter();
    slots.map(|(id, slot)| (id.to_owned(), slot)).collect()
}

/// The cities of the address, and what in it is none.
fn picks(site: Site, index: &Index) -> (Vec<&IndexCity>, Vec<String>) {
    let Route::Compare(Compare { cities }) = site.address().route else {
        return Default::default();
    };
    let mut unknown = Vec::new();
    let mut known = Vec::new();
    for slug in cities {
        match index.city(&slug) {
            Some(city) => known.push(city),
            None => unknown.push(slug),
        }
    }
    (known, unknown)
}

fn content(site: Site, lang: Lang, index: &Arc<Index>) -> AnyView {
    let mut part = Part::new();
    {
        let index = Arc::clone(index);
        part.island("", move || picker::view(site, lang, &index));
    }
    let index = Arc::clone(index);
    part.island("", move || live(move || result(site, lang, &index)));
    part.view("")
}

/// What stands below the choice.
fn result(site: Site, lang: Lang, index: &Index) -> AnyView {
    let (cities, unknown) = picks(site, index);
    let mut part = Part::new();
    if !unknown.is_empty() {
        let words = Key::CompareSkipped.with(lang, &list(&unknown, lang));
        part.el_with("p", &[("class", "note"), ("role", "status")], &words);
    }
    if cities.is_empty() {
        // The link that was followed is gone with the examples: reading goes on at the heading.
        part.open_hearing("div", &[], &["click"], move |_| {
            platform::next_frame(move || {
                if matches!(site.address_now().route, Route::Compare(it) if it.is_ready()) {
                    platform::scroll_to_top();
                    platform::focus_heading();
                }
            });
        });
        examples::write(&mut part, site, lang, index);
        return part.view("");
    }
    let mut pages: Vec<Arc<CityPage>> = Vec::new();
    let mut is_loading = false;
    for city in &cities {
        let file = site.city(&city.id);
        match file.get() {
            Load::Loading => is_loading = true,
            Load::Ready(page) => pages.push(page),
            Load::Failed(error) => {
                let words = Key::FailedOneCity.with(lang, city.name.get(lang));
                let why = error.text(lang);
                part.island("", move || {
                    failure(lang, &words, &why, Box::new(move || file.retry()))
                });
            }
        }
    }
    if is_loading {
        part.island("", move || loading(lang));
    } else if !pages.is_empty() {
        let slots = slots_of(&cities);
        side_by_side(&mut part, site, lang, pages, slots);
    }
    part.view("")
}

/// What every part of the comparison needs.
struct Side {
    site: Site,
    lang: Lang,
    pages: Vec<Arc<CityPage>>,
    slots: Slots,
    comparison: Comparison,
    cites: Citations,
}

impl Side {
    /// Each city's name by its slug.
    fn name_of(&self, slug: &str) -> &str {
        let page = self.pages.iter().find(|it| it.city.id == slug);
        page.map_or("", |it| it.city.name.get(self.lang))
    }

    /// A city's colour.
    fn slot_of(&self, slug: &str) -> u8 {
        let slot = self.slots.iter().find(|it| it.0 == slug);
        slot.map_or(0, |it| it.1)
    }
}

fn side_by_side(part: &mut Part, site: Site, lang: Lang, pages: Vec<Arc<CityPage>>, slots: Slots) {
    let references: Vec<&CityPage> = pages.iter().map(|it| &**it).collect();
    let comparison = compare(&references);
    let shown = Arc::new(Side {
        site,
        lang,
        pages,
        slots,
        comparison,
        cites: Citations::new(lang, ""),
    });
    if shown.pages.len() < Compare::FEWEST {
        part.el("p", "empty", Key::CompareOne.text(lang));
    } else {
        let ids: Vec<&str> = shown.pages.iter().map(|it| it.city.id.as_str()).collect();
        let widget = Widget::Compare(Compare::of(&ids));
        link(part, site, lang, widget, Key::CompareTitle.text(lang));
    }
    facts::write(part, &shown);
    figures::write(part, &shown);
    part.open("section", "")
        .el("h2", "", Key::Sources.text(lang));
    shown.cites.list(part, &shown.comparison.sources);
    part.close();
}

/// Writes a sample of the colour of a city.
fn swatch(markup: &mut Markup, slot: u8) {
    let class = ["line s", &slot.to_string()].concat();
    let sample = [
        ("class", "chart swatch"),
        ("viewBox", "0 0 20 12"),
        ("aria-hidden", "true"),
    ];
    markup
        .open_with("svg", &sample)
        .void("path", &[("class", &class), ("d", "M1 6h18")])
        .close();
}
