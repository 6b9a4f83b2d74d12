//! Embed: a widget put together for another site, with what its author pastes there.

mod choice;
mod code;
mod places;

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::app::Site;
use crate::components::filters;
use crate::components::live::follow;
use crate::components::part::Part;
use crate::components::shell::breadcrumb;
use crate::components::state::loaded;
use crate::components::told;
use crate::i18n::{list, Key, Named as _};
use crate::model::cut::{Index, IndicatorIndex};
use crate::model::cut_programs::ProgramIndex;
use crate::model::{Country, Lang};
use crate::platform;
use crate::route::{Embed, Route};
use crate::widget::{Edition, Widget};

/// Where it is told what became of a copy.
const TOLD: &str = "told-embed";

/// Marks what is about the frame that is tried: how wide it is.
const WIDTH: &str = "data-width";

/// Widths in CSS pixels in which a widget can be tried.
const WIDTHS: [u32; 4] = [240, 320, 640, 960];
/// The one that is tried first: the narrowest phones, whose height codes give.
const FIRST: u32 = 320;

/// The page.
#[must_use]
pub fn view(site: Site, lang: Lang) -> AnyView {
    let title = Key::EmbedTitle.text(lang);
    site.arrived(lang, title);
    let mut part = Part::new();
    breadcrumb(&mut part, site, lang, &[(Key::NavHome, Route::Home)], title);
    part.heading(title)
        .el("p", "lead", Key::EmbedLead.text(lang));
    if !site.has_files() {
        part.el("p", "note", Key::EmbedOnWeb.text(lang));
        return part.view("");
    }
    part.island("", move || {
        loaded(site.index(), lang, Key::FailedIndex, move |cities| {
            loaded(
                site.indicators(),
                lang,
                Key::FailedIndicators,
                move |indicators| {
                    let cities = Arc::clone(&cities);
                    loaded(
                        site.programs(),
                        lang,
                        Key::FailedPrograms,
                        move |programs| {
                            let known = Known {
                                site,
                                lang,
                                cities: Arc::clone(&cities),
                                indicators: Arc::clone(&indicators),
                                programs,
                                told: RwSignal::new(0),
                            };
                            content(&known)
                        },
                    )
                },
            )
        })
    });
    part.view("")
}

/// What the page knows of what can be shown.
#[derive(Clone)]
struct Known {
    site: Site,
    lang: Lang,
    cities: Arc<Index>,
    indicators: Arc<IndicatorIndex>,
    programs: Arc<ProgramIndex>,
    /// Height in CSS pixels that the widget needs in the widths in which it was tried, where that is more
    /// than was known.
    told: RwSignal<u32>,
}

impl Known {
    /// What stands in the address, followed as it changes; of days those whose widget is kept.
    fn chosen(&self) -> Embed {
        let Route::Embed(mut embed) = self.site.address().route else {
            return Embed::default();
        };
        if !embed.edition.is_empty() {
            let first = || self.made("city", None);
            let widget = embed.widget.clone().unwrap_or_else(first);
            let is_kept = |it: &Edition| it.day == embed.edition && it.has(&widget);
            let kept = self.site.widget_editions().ready();
            // What is live is of today, and keeps the choice for when it is not.
            if !widget.is_live(embed.live) && kept.is_some_and(|all| !all.iter().any(is_kept)) {
                embed.edition.clear();
            }
        }
        embed
    }

    /// The widget chosen, or the one that is offered first.
    fn widget(&self) -> Widget {
        let chosen = self.chosen().widget;
        chosen.unwrap_or_else(|| self.made("city", None))
    }

    /// The name of a place.
    fn place(&self, place: &str) -> String {
        let city = self.cities.city(place);
        let city = city.map(|it| it.name.get(self.lang).to_owned());
        let state = || Some(Country::from_code(place)?.key().text(self.lang).to_owned());
        city.or_else(state).unwrap_or_else(|| place.to_owned())
    }

    /// What a widget shows, in words.
    fn title(&self, widget: &Widget) -> String {
        let lang = self.lang;
        let of = |key: Key, slug: &str| key.with(lang, &self.place(slug));
        let indicator = |id: &str, places: &[String]| {
            let entry = self.indicators.entry(id);
            let name = entry.map_or(id, |it| it.name.get(lang));
            let mut title = name.to_owned();
            for (at, place) in places.iter().enumerate() {
                title.push_str(if at == 0 { ": " } else { ", " });
                title.push_str(&self.place(place));
            }
            title
        };
        match widget {
            Widget::City(slug) => self.place(slug),
            Widget::Figure {
                indicator: id,
                place,
            } => indicator(id, std::slice::from_ref(place)),
            Widget::Chart {
                indicator: id,
                places,
            } => indicator(id, places),
            Widget::Cities(country) => of(Key::EmbedCitiesOf, country.code()),
            Widget::Compare(compare) => {
                let names: Vec<String> = compare.cities.iter().map(|it| self.place(it)).collect();
                Key::EmbedCompareOf.with(lang, &list(&names, lang))
            }
            Widget::Projects(slug) => of(Key::EmbedProjectsOf, slug),
            Widget::Counts(slug) => of(Key::EmbedCountsOf, slug),
            Widget::Programs(slug) => of(Key::EmbedProgramsOf, slug),
            Widget::Partner(id) => {
                let mut partners = self.programs.partners.iter();
                let partner = partners.find(|it| it.id == *id);
                partner
                    .map_or(id.as_str(), |it| it.name.get(lang))
                    .to_owned()
            }
            Widget::Timeline => Key::EmbedTimeline.text(lang).to_owned(),
            Widget::Network(chart) => chart.key().text(lang).to_owned(),
            Widget::Map => Key::EmbedMap.text(lang).to_owned(),
            Widget::Meetings => Key::EmbedMeetings.text(lang).to_owned(),
        }
    }
}

fn content(known: &Known) -> AnyView {
    let lang = known.lang;
    let mut part = Part::new();
    part.open("div", "embed");
    part.open("section", "")
        .el("h2", "", Key::EmbedChoose.text(lang));
    form(&mut part, known);
    part.close();
    part.open("section", "embed-try")
        .el("h2", "", Key::EmbedPreview.text(lang));
    preview(&mut part, known);
    part.close();
    part.open("section", "embed-codes")
        .el("h2", "", Key::EmbedCodes.text(lang))
        .el("p", "", Key::EmbedCodesLead.text(lang));
    codes(&mut part, known);
    part.view("")
}

/// Writes the choices.
fn form(part: &mut Part, known: &Known) {
    let lang = known.lang;
    let around = known.clone();
    let lives = move |place: HtmlElement| {
        let (offered, form) = (around.clone(), place.clone());
        follow(move || choice::offer_editions(&offered, &form));
        // What a kind has no use for is out of the way.
        follow(move || {
            let widget = around.widget();
            let editions = around.site.widget_editions().ready();
            let has_editions = editions.is_some_and(|all| all.iter().any(|it| it.has(&widget)));
            let is_live = widget.is_live(around.chosen().live);
            for note in platform::marked(&place, choice::OF_TODAY) {
                platform::put(&note, "hidden", &(!has_editions || !is_live).into());
            }
            for control in platform::elements(&place, "select,input") {
                let name = control.get_attribute("data-filter").unwrap_or_default();
                let label = control.parent_element().filter(|_| !name.is_empty());
                if let Some(label) = label {
                    let is_needed = match &*name {
                        "edition" => has_editions && !is_live,
                        _ => choice::is_needed(&widget, &name),
                    };
                    platform::put(&label, "hidden", &(!is_needed).into());
                }
            }
        });
        ().into_any()
    };
    part.open_island("div", &[], Box::new(lives));
    let (now, changed) = (known.clone(), known.clone());
    filters::open_choices(
        part,
        Key::EmbedChoose.text(lang),
        move |name| now.value(name),
        move |change| {
            let next = match change {
                Some((name, value)) => changed.with(name, value),
                None => Embed::default(),
            };
            changed.site.change(Route::Embed(next));
        },
    );
    choice::write(part, known);
    filters::close_with(part, Key::EmbedReset.text(lang));
    let note = [
        ("class", "note"),
        (choice::OF_TODAY, "1"),
        ("hidden", "hidden"),
    ];
    part.el_with("p", &note, Key::EmbedLiveToday.text(lang));
    part.close();
    places::write(part, known);
    part.close();
}

/// Writes the widget as it will look, in a frame of the chosen width.
fn preview(part: &mut Part, known: &Known) {
    let lang = known.lang;
    let width = RwSignal::new(FIRST);
    let choose = move |event: web_sys::Event| {
        let chosen = platform::target(&event).and_then(|it| it.get_attribute(WIDTH));
        let found = chosen.and_then(|it| it.parse().ok());
        if let Some(found) = found {
            width.set(found);
        }
    };
    let group = [
        ("class", "widths"),
        ("role", "group"),
        ("aria-label", Key::EmbedWidth.text(lang)),
    ];
    part.open_hearing("div", &group, &["click"], choose)
        .el("span", "", Key::EmbedWidth.text(lang));
    for it in WIDTHS {
        let it = it.to_string();
        let button = [("type", "button"), ("class", "plain"), (WIDTH, it.as_str())];
        part.text(" ").el_with("button", &button, &it);
    }
    part.close();
    let known = known.clone();
    // Only in a browser: the host has no widgets to look at.
    let tried = move |_: HtmlElement| {
        loaded(
            known.site.widget_editions(),
            lang,
            Key::EmbedNeedsNetwork,
            move |_| frame(&known, width),
        )
    };
    part.island_in("div", "", Box::new(tried));
}

/// The frame in which the widget is shown.
fn frame(known: &Known, width: RwSignal<u32>) -> AnyView {
    let shown = known.clone();
    let lives = move |place: HtmlElement| {
        // It fits the height of frames, here as on any other site.
        platform::bring_script(code::SCRIPT);
        let (tried, around) = (shown.clone(), place.clone());
        platform::messaged(move || {
            let frame = platform::elements(&around, "iframe").pop();
            let high = frame.map_or(0, |it| it.client_height());
            let high = u32::try_from(high).unwrap_or(0);
            if high > untrack(|| code::height(&tried)) {
                tried.told.set(high);
            }
        });
        let other = shown.clone();
        follow(move || {
            // Of another widget nothing was told.
            other.chosen();
            if other.told.get_untracked() > 0 {
                other.told.set(0);
            }
        });
        follow(move || {
            let width = width.get();
            let chosen = width.to_string();
            let section = place.closest("section").ok().flatten();
            for button in section.iter().flat_map(|it| platform::marked(it, WIDTH)) {
                let is_chosen = button.get_attribute(WIDTH).is_some_and(|it| it == chosen);
                let pressed = if is_chosen { "true" } else { "false" };
                button.set_attribute("aria-pressed", pressed).ok();
            }
            place.set_inner_html(&code::preview(&shown, width));
        });
        ().into_any()
    };
    // A wide widget is scrolled sideways on a phone, by keyboard as well.
    let around = [
        ("class", "embed-frame"),
        ("role", "region"),
        ("tabindex", "0"),
        ("aria-label", Key::EmbedPreview.text(known.lang)),
    ];
    let mut part = Part::new();
    part.open_island("div", &around, Box::new(lives));
    part.view("")
}

/// Writes what an author pastes, each with a button that copies it.
fn codes(part: &mut Part, known: &Known) {
    let lang = known.lang;
    let told = known.clone();
    part.open_hearing("div", &[], &["click"], move |event| {
        let name = platform::target(&event).and_then(|it| it.get_attribute(code::COPY));
        let all = untrack(|| code::codes(&told));
        if let Some((key, text)) = all
            .into_iter()
            .find(|it| Some(it.0.name()) == name.as_deref())
        {
            told::copy(lang, key.key(), TOLD, text);
        }
    });
    let shown = known.clone();
    part.following("div", &[], move || code::write(&shown));
    told::write(part, TOLD, lang);
    part.close();
}
