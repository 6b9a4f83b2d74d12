//! Picking cities: what is picked, a search, and cities as buttons: all, or those that were found.
//!
//! A pick is the pressed state of a button, and buttons are made anew only while the reader types, which
//! is elsewhere. So the focus stays with whoever moves by keyboard.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlInputElement};

use super::{picks, slots_of, swatch};
use crate::app::Site;
use crate::components::live::live;
use crate::components::part::Part;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::cut::{Index, IndexCity};
use crate::model::Lang;
use crate::platform;
use crate::route::{Compare, Directory, Route, Sort};
use crate::search::{select, words};

/// How many cities are offered at most: of more, those that are typed for.
const MOST: usize = 200;

/// Marks the button of a city, with its slug.
const PICK: &str = "data-pick";
/// Marks the button that takes a pick back, with its slug.
const REMOVE: &str = "data-remove";
/// Ids of the search, of the list of all cities and of what they say.
const FIND: &str = "pick-find";
const ALL: &str = "pick-all";
const FOUND: &str = "pick-found";

#[derive(Clone)]
struct Picker {
    site: Site,
    lang: Lang,
    index: Arc<Index>,
    words: Arc<Vec<Vec<String>>>,
}

pub(super) fn view(site: Site, lang: Lang, index: &Arc<Index>) -> AnyView {
    let picker = Picker {
        site,
        lang,
        index: Arc::clone(index),
        words: Arc::new(index.cities.iter().map(words).collect()),
    };
    let mut part = Part::new();
    let form = [
        ("class", "pick"),
        ("role", "search"),
        ("aria-label", Key::ComparePick.text(lang)),
    ];
    let heard = picker.clone();
    part.open_hearing(
        "form",
        &form,
        &["click", "input", "submit"],
        move |event| match event.type_().as_str() {
            "click" => heard.clicked(&event),
            "input" => heard.show_found(),
            _ => heard.entered(&event),
        },
    );
    let shown = picker;
    part.island("", move || live(move || shown.picked()));
    part.open("div", "find")
        .el_with("label", &[("for", FIND)], Key::CompareAdd.text(lang))
        .void(
            "input",
            &[
                ("id", FIND),
                ("type", "search"),
                ("autocomplete", "off"),
                ("maxlength", "100"),
                ("aria-describedby", FOUND),
            ],
        )
        .el_with(
            "button",
            &[("type", "submit")],
            Key::CompareAddButton.text(lang),
        )
        .close()
        .el_with(
            "p",
            &[("id", FOUND), ("class", "fine"), ("role", "status")],
            "",
        );
    part.open_with("details", &[("id", ALL)])
        .el("summary", "", Key::CompareAll.text(lang))
        .open("ul", "choices");
    for city in index.cities.iter().take(MOST) {
        choice(&mut part, city, lang);
    }
    part.view("")
}

/// Writes the button of a city.
fn choice(markup: &mut Markup, city: &IndexCity, lang: Lang) {
    let button = [
        ("type", "button"),
        (PICK, city.id.as_str()),
        ("aria-pressed", "false"),
    ];
    markup
        .open("li", "")
        .el_with("button", &button, city.name.get(lang))
        .close();
}

/// Says of the button of each city whether it is picked.
fn press(picked: &[&IndexCity]) {
    let Some(all) = platform::element(ALL) else {
        return;
    };
    for button in platform::marked(&all, PICK) {
        let slug = button.get_attribute(PICK).unwrap_or_default();
        let is_picked = picked.iter().any(|it| it.id == slug);
        let pressed = if is_picked { "true" } else { "false" };
        button.set_attribute("aria-pressed", pressed).ok();
    }
}

impl Picker {
    /// The picks with a button each to take them back; tells the buttons of all cities as well.
    fn picked(&self) -> AnyView {
        let lang = self.lang;
        let (cities, _) = picks(self.site, &self.index);
        press(&cities);
        let slots = slots_of(&cities);
        let mut part = Part::new();
        let count =
            Key::ComparePicked.with2(lang, &cities.len().to_string(), &Compare::MOST.to_string());
        part.el("p", "count", &count);
        if !cities.is_empty() {
            part.open("ul", "picks");
            for (city, (_, slot)) in cities.iter().zip(slots) {
                let name = city.name.get(lang);
                let label = Key::CompareRemove.with(lang, name);
                let button = [
                    ("type", "button"),
                    (REMOVE, city.id.as_str()),
                    ("aria-label", label.as_str()),
                ];
                part.open("li", "").open_with("button", &button);
                swatch(&mut part, slot);
                cross(&mut part, name);
                part.close().close();
            }
        }
        part.view("")
    }

    /// The cities that fit what was typed, the best first; all, in their order, when nothing was.
    fn found(&self) -> (String, Vec<&IndexCity>) {
        let text = input().map(|it| it.value()).unwrap_or_default();
        let directory = Directory {
            text: text.trim().to_owned(),
            sort: Sort::Name,
            ..Directory::default()
        };
        if directory.text.is_empty() {
            return (directory.text, self.index.cities.iter().collect());
        }
        let places = select(&self.index, &self.words, &directory, self.lang);
        let cities = places
            .iter()
            .filter_map(|place| self.index.cities.get(*place));
        (directory.text, cities.collect())
    }

    /// Offers the cities that fit what was typed, and says how many do.
    fn show_found(&self) {
        let (text, found) = self.found();
        let mut offered = Markup::new();
        for city in found.iter().take(MOST) {
            choice(&mut offered, city, self.lang);
        }
        let offered = offered.finish();
        if let Some(all) = platform::element(ALL) {
            for list in platform::elements(&all, ".choices") {
                list.set_inner_html(&offered);
            }
        }
        press(&untrack(|| picks(self.site, &self.index)).0);
        let words = match found.as_slice() {
            _ if text.is_empty() => String::new(),
            [] => Key::CitiesNoneNamed.with(self.lang, &text),
            [first, ..] => {
                let name = first.name.get(self.lang);
                Key::CompareFound.with2(self.lang, &found.len().to_string(), name)
            }
        };
        if let Some(all) = platform::element(ALL) {
            if text.is_empty() {
                all.remove_attribute("open").ok();
            } else {
                all.set_attribute("open", "").ok();
            }
        }
        say(&words);
    }

    /// Enter in the search: adds the city that fits best.
    fn entered(&self, event: &Event) {
        event.prevent_default();
        let (text, found) = self.found();
        if let (false, Some(city)) = (text.is_empty(), found.first()) {
            if self.change(&city.id, true) {
                if let Some(input) = input() {
                    input.set_value("");
                }
                self.show_found();
            }
        }
        platform::focus(FIND);
    }

    fn clicked(&self, event: &Event) {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let Some(button) = target.and_then(|it| it.closest("button").ok().flatten()) else {
            return;
        };
        if let Some(slug) = button.get_attribute(PICK) {
            let is_pressed = button.get_attribute("aria-pressed").as_deref() == Some("true");
            self.change(&slug, !is_pressed);
        } else if let Some(slug) = button.get_attribute(REMOVE) {
            self.change(&slug, false);
            // Its button is gone.
            platform::focus(FIND);
        }
    }

    /// Picks a city or takes it back; false when there is no room for it.
    fn change(&self, slug: &str, add: bool) -> bool {
        let lang = self.lang;
        let Route::Compare(now) = self.site.address_now().route else {
            return false;
        };
        // What is no city of the network takes no room.
        let known = |it: &&str| self.index.city(it).is_some();
        let mut cities: Vec<&str> = now
            .cities
            .iter()
            .map(String::as_str)
            .filter(known)
            .collect();
        cities.retain(|it| *it != slug);
        if add && cities.len() >= Compare::MOST {
            let words = Key::CompareFull.text(lang);
            say(words);
            return false;
        }
        if add {
            cities.push(slug);
        }
        self.site.change(Route::Compare(Compare::of(&cities)));
        let name = self.index.city(slug).map_or(slug, |it| it.name.get(lang));
        let key = if add {
            Key::CompareAdded
        } else {
            Key::CompareRemoved
        };
        platform::announce(&key.with(lang, name));
        true
    }
}

fn input() -> Option<HtmlInputElement> {
    platform::element(FIND)?.dyn_into().ok()
}

/// Says something about the search below it.
fn say(words: &str) {
    if let Some(place) = platform::element(FOUND) {
        place.set_text_content(Some(words));
    }
}

/// Writes a name with a cross behind it, which is not read.
fn cross(markup: &mut Markup, name: &str) {
    markup
        .el("span", "", name)
        .el_with("span", &[("aria-hidden", "true")], "×");
}
