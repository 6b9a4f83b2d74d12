//! Partner programmes: all of them as a list and a timeline, the page of each, the page of a partner.

mod list;
mod partner;
mod program;

pub(super) use partner::view as partner;
pub(super) use program::view as program;

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::app::Site;
use crate::components::embed::link;
use crate::components::filters::{self, choice, Options};
use crate::components::live::{follow, live};
use crate::components::more::More;
use crate::components::part::Part;
use crate::components::shell::breadcrumb;
use crate::components::state::loaded;
use crate::components::timeline::{timeline, Setup};
use crate::i18n::{countries, Key, Named as _};
use crate::markup::{escape, Markup};
use crate::model::cut_programs::{ProgramIndex, ProgramPlace};
use crate::model::{Country, FocusArea, Lang, ProgramKind};
use crate::platform;
use crate::route::{Lanes, ProgramList, Route};
use crate::search::{program_words, select_programs};
use crate::widget::Widget;

/// How many programmes come at a time, and the id of the button that shows more.
const STEP: usize = 200;
const MORE: &str = "program-more";

/// All programmes.
pub fn view(site: Site, lang: Lang) -> AnyView {
    let title = Key::ProgramsTitle.text(lang);
    site.arrived(lang, title);
    let content = loaded(
        site.programs(),
        lang,
        Key::FailedPrograms,
        move |index: Arc<ProgramIndex>| content(site, lang, &index),
    );
    let mut part = Part::new();
    breadcrumb(&mut part, site, lang, &[(Key::NavHome, Route::Home)], title);
    part.heading(title)
        .el("p", "lead", Key::ProgramsAllLead.text(lang));
    part.island("", move || content);
    part.view("")
}

/// What the address says; `None` when it has left the page.
fn state(site: Site) -> Option<ProgramList> {
    of(site.address_now().route)
}

fn of(route: Route) -> Option<ProgramList> {
    match route {
        Route::Programs(list) => Some(list),
        _ => None,
    }
}

/// Changes what the address says, unless it has left the page.
fn change(site: Site, act: impl FnOnce(&mut ProgramList)) {
    if let Some(mut list) = state(site) {
        act(&mut list);
        site.change(Route::Programs(list));
    }
}

fn content(site: Site, lang: Lang, index: &Arc<ProgramIndex>) -> AnyView {
    let list = Memo::new(move |_| of(site.address().route).unwrap_or_default());
    // What is in sight of the timeline and whether it is open changes nothing of what is shown.
    let filters = Memo::new(move |_| ProgramList {
        window: None,
        timeline: false,
        ..list.get()
    });
    let words: Vec<Vec<String>> = index
        .programs
        .iter()
        .map(|it| program_words(index, it))
        .collect();
    let shown = {
        let index = Arc::clone(index);
        Memo::new(move |_| {
            filters.with(|it| select_programs(&index, &words, it, platform::today()))
        })
    };
    let mut part = Part::new();
    let more = More::new(MORE, STEP);
    write_filters(&mut part, site, lang, index, list, more);
    let all = index.programs.len();
    let count = move || {
        let shown = shown.with(Vec::len).to_string();
        escape(&Key::ProgramsShown.with2(lang, &shown, &all.to_string()))
    };
    part.following("p", &[("class", "count"), ("role", "status")], count);
    let known = Arc::clone(index);
    let way = move || filters.with(|it| embed_way(site, lang, &known, it));
    part.following("div", &[], way);
    let both = move |place: HtmlElement| {
        let around = place.clone();
        platform::listen(&place, &["click"], move |event| {
            if platform::target_of(&event, ".programs-switch").is_some() {
                change(site, |it| it.timeline = !it.timeline);
            }
        });
        follow(move || {
            let is_timeline = list.with(|it| it.timeline);
            around.set_class_name(if is_timeline {
                "programs is-timeline"
            } else {
                "programs"
            });
            let key = if is_timeline {
                Key::ProgramsShowList
            } else {
                Key::ProgramsShowTimeline
            };
            for button in platform::elements(&around, ".programs-switch") {
                button.set_text_content(Some(key.text(lang)));
            }
        });
        ().into_any()
    };
    part.open_island("div", &[("class", "programs")], Box::new(both));
    let switch = [("type", "button"), ("class", "plain programs-switch")];
    part.el_with("button", &switch, Key::ProgramsShowTimeline.text(lang));
    let rows = {
        let index = Arc::clone(index);
        move || {
            live(move || {
                let shown = shown.get();
                // The last begun come first.
                let from = shown.len() - more.shown(shown.len());
                list::view(site, lang, &index, shown.get(from..).unwrap_or_default())
            })
        }
    };
    let label = Key::ProgramsList.text(lang);
    let region = [
        ("class", "programs-list"),
        ("role", "region"),
        ("aria-label", label),
        ("tabindex", "0"),
    ];
    part.open_with("div", &region);
    part.island("", rows);
    more.button(&mut part, lang);
    part.close();
    let setup = {
        let index = Arc::clone(index);
        Setup {
            label: Key::ProgramsTimeline.text(lang).to_owned(),
            content: Box::new(move || {
                let by = filters.with(|it| it.lanes);
                list::on_lanes(site, lang, &index, &shown.get(), by)
            }),
            read: Box::new(move || list.with(|it| it.window)),
            write: Box::new(move |window| change(site, |it| it.window = window)),
            kinds: ProgramKind::ALL.to_vec(),
        }
    };
    timeline(&mut part, lang, setup);
    part.view("")
}

/// The way to the widget of what is shown, where that is all programmes, or all of a partner or in a city
/// of the network; empty elsewhere.
fn embed_way(site: Site, lang: Lang, index: &ProgramIndex, list: &ProgramList) -> String {
    let of_all = |partner: Option<&String>, city: Option<&String>| ProgramList {
        partner: partner.cloned(),
        city: city.cloned(),
        lanes: list.lanes,
        ..ProgramList::default()
    };
    let mut out = Markup::new();
    let (partner, city) = (list.partner.as_ref(), list.city.as_ref());
    if *list == of_all(None, None) {
        let title = Key::EmbedTimeline.text(lang);
        link(&mut out, site, lang, Widget::Timeline, title);
    } else if *list == of_all(partner, None) {
        if let Some(it) = index.partners.iter().find(|it| Some(&it.id) == partner) {
            let widget = Widget::Partner(it.id.clone());
            link(&mut out, site, lang, widget, it.name.get(lang));
        }
    } else if *list == of_all(None, city) {
        let mut places = index.places.iter().filter(|it| it.member);
        if let Some(it) = places.find(|it| Some(&it.id) == city) {
            let title = Key::EmbedProgramsOf.with(lang, it.name.get(lang));
            link(
                &mut out,
                site,
                lang,
                Widget::Programs(it.id.clone()),
                &title,
            );
        }
    }
    out.finish()
}

/// The name of a city that programmes name; one outside the network says so.
fn place_name(place: &ProgramPlace, lang: Lang) -> String {
    let name = place.name.get(lang);
    if place.member {
        name.to_owned()
    } else {
        Key::ProgramsOutside.with(lang, name)
    }
}

fn write_filters(
    part: &mut Part,
    site: Site,
    lang: Lang,
    index: &ProgramIndex,
    list: Memo<ProgramList>,
    more: More,
) {
    let now = move |filter: &str| list.with(|it| standing(it, filter));
    let change = move |changed: Option<(&str, &str)>| {
        more.restart();
        change(site, |it| filtered(it, changed));
    };
    filters::open(part, lang, now, change);
    filters::typed(part, Key::ProgramsFind.text(lang), "text");
    let all = Some(Key::FilterAll.text(lang));
    let named = |id: &str, name: &str| (id.to_owned(), name.to_owned());
    let partners: Options = index
        .partners
        .iter()
        .map(|it| named(&it.id, it.name.get(lang)))
        .collect();
    let kinds: Options = ProgramKind::ALL
        .into_iter()
        .map(|it| named(it.id(), it.key().text(lang)))
        .collect();
    let cities: Options = index
        .places
        .iter()
        .map(|it| (it.id.clone(), place_name(it, lang)))
        .collect();
    let lanes: Options = Lanes::ALL
        .into_iter()
        .map(|it| named(it.id(), lanes_key(it).text(lang)))
        .collect();
    let has = |country: &Country| {
        let mut programs = index.programs.iter();
        programs.any(|it| it.countries.contains(country))
    };
    let countries: Options = countries(lang)
        .into_iter()
        .filter(has)
        .map(|it| named(it.code(), it.key().text(lang)))
        .collect();
    let focus: Options = FocusArea::ALL
        .into_iter()
        .map(|it| named(it.id(), it.key().text(lang)))
        .collect();
    for (key, filter, all, options) in [
        (Key::ProgramsPartner, "partner", all, partners),
        (Key::ProgramsKind, "kind", all, kinds),
        (Key::ProgramsCity, "city", all, cities),
        (Key::FilterCountry, "country", all, countries),
        (Key::FilterFocus, "focus", all, focus),
        (Key::ProgramsLanes, "lanes", None, lanes),
    ] {
        choice(part, key.text(lang), filter, all, &options);
    }
    let running = move |label: HtmlElement| {
        follow(move || {
            let is_running = list.with(|it| it.running);
            for check in platform::elements(&label, "input") {
                platform::put(&check, "checked", &is_running.into());
            }
        });
        ().into_any()
    };
    part.open_island("label", &[("class", "check running")], Box::new(running))
        .void("input", &[("type", "checkbox")])
        .el("span", "", Key::ProgramsRunning.text(lang))
        .close();
    filters::close(part, lang);
}

const fn lanes_key(lanes: Lanes) -> Key {
    match lanes {
        Lanes::Partner => Key::ProgramsPartner,
        Lanes::Kind => Key::ProgramsKind,
        Lanes::Country => Key::FilterCountry,
        Lanes::City => Key::ProgramsCity,
    }
}

/// Sets a filter to what the reader chose; the check has no name. Without one all are cleared.
fn filtered(list: &mut ProgramList, changed: Option<(&str, &str)>) {
    let Some((filter, chosen)) = changed else {
        // What is seen of the timeline is no filter.
        *list = ProgramList {
            lanes: list.lanes,
            window: list.window,
            timeline: list.timeline,
            ..ProgramList::default()
        };
        return;
    };
    let slug = || (!chosen.is_empty()).then(|| chosen.to_owned());
    match filter {
        "partner" => list.partner = slug(),
        "kind" => list.kind = ProgramKind::from_id(chosen),
        "city" => list.city = slug(),
        "country" => list.country = Country::from_code(chosen),
        "focus" => list.focus = FocusArea::from_id(chosen),
        "lanes" => list.lanes = Lanes::from_id(chosen),
        "text" => chosen.clone_into(&mut list.text),
        _ => list.running = !chosen.is_empty(),
    }
}

/// How a filter stands.
fn standing(list: &ProgramList, filter: &str) -> String {
    match filter {
        "partner" => list.partner.as_deref().unwrap_or_default(),
        "kind" => list.kind.map_or("", ProgramKind::id),
        "city" => list.city.as_deref().unwrap_or_default(),
        "country" => list.country.map_or("", Country::code),
        "focus" => list.focus.map_or("", FocusArea::id),
        "lanes" => list.lanes.id(),
        _ => &list.text,
    }
    .to_owned()
}

/// The section that the page of a programme or a partner belongs to.
fn section() -> (Key, Route) {
    (Key::ProgramsTitle, Route::Programs(ProgramList::default()))
}

/// Writes the cities that programmes name, those of the network as links, with `between` between them and
/// what `after` says behind each.
fn places(
    markup: &mut Markup,
    site: Site,
    lang: Lang,
    places: &[ProgramPlace],
    between: &str,
    after: &dyn Fn(&ProgramPlace) -> String,
) {
    if places.is_empty() {
        markup.text(Key::ProgramNoCities.text(lang));
    }
    for (number, place) in places.iter().enumerate() {
        if number > 0 {
            markup.text(between);
        }
        let name = place_name(place, lang);
        if place.member {
            let href = site.href(lang, Route::City(place.id.clone()));
            markup.link("", &href, &name);
        } else {
            markup.text(&name);
        }
        markup.text(&after(place));
    }
}
