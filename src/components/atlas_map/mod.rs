//! The atlas map: the cities of a page on a map that the reader moves.
//!
//! Pointer, wheel, two fingers, keys, buttons and a double click change a [`View`]; the map is then
//! written again as a whole, at most once for each frame. All events are heard by one listener, all
//! that can be clicked is plain markup.

mod pointers;

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use super::grip::{Grip, Pointers};
use super::live::{follow, live};
use super::map::{spots, Spot};
use super::part::Part;
use super::state::{failure, loaded};
use crate::app::Site;
use crate::chart::map::{map, MapDetail, MapSpec, MapStep, View};
use crate::chart::Size;
use crate::data::Load;
use crate::i18n::Key;
use crate::model::cut::Index;
use crate::model::cut_map::MapLands;
use crate::model::Lang;
use crate::platform;

/// The id of the list of the same cities, which a page with an atlas map must have.
pub const CITY_LIST: &str = "city-list";

/// Marks the frame, in which the map is.
const FRAME: &str = "data-map";
/// Marks the buttons, with the step that they make.
const STEP: &str = "data-step";
/// The id of the words that say how the map is moved.
const HELP: &str = "map-help";

/// Kept free around the cities shown, in pixels: room for their marks and names.
const MARGIN: u32 = 44;

/// Writes a map on which the reader finds the cities of `index` at the places `listed`: all, or as many
/// of them as a map can show.
pub fn atlas_map(part: &mut Part, site: Site, lang: Lang, index: &Index, listed: &[usize]) {
    let spots = spots(site, lang, index, listed);
    let (some, all) = (spots.len(), listed.len());
    let spots: Arc<[Spot]> = spots.into();
    part.open("figure", "map-figure");
    part.jump("skip-map", CITY_LIST, Key::AtlasToList.text(lang));
    part.island("map-frame", move || {
        let lands = site.lands(MapDetail::Coarse);
        loaded(lands, lang, Key::FailedMap, move |lands| {
            shown(site, lang, lands, Arc::clone(&spots))
        })
    });
    let help = [("class", "fine map-help"), ("id", HELP)];
    // Each for those who have it: on a phone, words about keys and wheels stand in the way.
    part.open_with("p", &help)
        .el("span", "by-touch", Key::AtlasHelp.text(lang))
        .text(" ")
        .el("span", "by-mouse", Key::AtlasHelpKeys.text(lang))
        .close();
    if some < all {
        let words = Key::MapSome.with2(lang, &some.to_string(), &all.to_string());
        part.el("p", "fine", &words);
    }
    part.el("figcaption", "", Key::MapNote.text(lang)).close();
}

/// The map with its buttons, once the lands are there.
fn shown(site: Site, lang: Lang, lands: Arc<MapLands>, spots: Arc<[Spot]>) -> AnyView {
    let mut part = Part::new();
    part.open("div", "map-tools");
    for (step, key, sign) in [
        ("in", Key::AtlasZoomIn, "+"),
        ("out", Key::AtlasZoomOut, "−"),
        ("whole", Key::AtlasWhole, "⤢"),
    ] {
        let name = key.text(lang);
        let button = [
            ("type", "button"),
            (STEP, step),
            ("aria-label", name),
            ("title", name),
        ];
        part.el_with("button", &button, sign);
    }
    let frame = [
        ("class", "map"),
        (FRAME, "1"),
        ("role", "region"),
        ("tabindex", "0"),
        ("aria-label", Key::MapOfCities.text(lang)),
        ("aria-describedby", HELP),
    ];
    part.close().open_with("div", &frame);
    #[cfg(not(feature = "csr"))]
    part.nest(&first(&lands, &spots, lang));
    part.close();
    let closer = RwSignal::new(None);
    part.island("map-note", move || words(site, lang, closer));
    let moved = move |beside: HtmlElement| {
        let around = beside.parent_element();
        let frame = around
            .as_ref()
            .and_then(|around| platform::marked(around, FRAME).pop());
        // Both are there: they were written above.
        if let (Some(around), Some(frame)) = (around, frame) {
            Map::new(around, frame, lang, lands, spots, closer).run(site);
        }
        ().into_any()
    };
    part.island_in("div", "", Box::new(moved));
    part.view("atlas-map")
}

/// The map as the host draws it, for a phone; the style scales it where there is more room.
#[cfg(not(feature = "csr"))]
fn first(lands: &MapLands, spots: &[Spot], lang: Lang) -> String {
    let size = Size {
        width: 340,
        height: 272,
    };
    let at: Vec<_> = spots.iter().map(|it| (it.lat, it.lon)).collect();
    let places: Vec<_> = spots.iter().map(Spot::place).collect();
    map(&MapSpec {
        lands,
        places: &places,
        view: View::fitting(&at, size, MARGIN).kept_in(size),
        size,
        label: Key::MapOfCities.text(lang),
        home: None,
    })
}

/// A signal that tells when, not what: one type for all of them, and one that other parts of the
/// site have as well, costs the fewest bytes.
type Tick = RwSignal<Option<usize>>;

/// What stands over the map: words where the fine lands are needed and do not come.
fn words(site: Site, lang: Lang, closer: Tick) -> AnyView {
    live(move || {
        let detailed = closer.get().map(|_| site.lands(MapDetail::Fine));
        match detailed.map(|it| (it.get(), it)) {
            Some((Load::Failed(error), detailed)) => failure(
                lang,
                Key::FailedFine.text(lang),
                &error.text(lang),
                Box::new(move || detailed.retry()),
            ),
            _ => ().into_any(),
        }
    })
}

/// A map on the page.
struct Map {
    /// Holds frame and buttons.
    around: Element,
    /// Holds the picture.
    frame: HtmlElement,
    lang: Lang,
    /// The coarse lands.
    lands: Arc<MapLands>,
    spots: Arc<[Spot]>,
    /// The map is to be drawn again.
    again: Tick,
    /// The fine lands were needed once.
    closer: Tick,
    /// The view, drawn or to be drawn in the next frame.
    view: Cell<View>,
    /// Whether that frame is asked for.
    queued: Cell<bool>,
    /// Pointers that touch the map.
    pointers: Pointers,
    /// Where the present movement of the pointers began, and the view there.
    start: Cell<(Grip, View)>,
    /// Whether the pointer dragged, so that its click is none.
    dragged: Cell<bool>,
}

impl Map {
    fn new(
        around: Element,
        frame: HtmlElement,
        lang: Lang,
        lands: Arc<MapLands>,
        spots: Arc<[Spot]>,
        closer: Tick,
    ) -> Rc<Self> {
        let places: Vec<_> = spots.iter().map(|it| (it.lat, it.lon)).collect();
        let view = View::fitting(&places, size_of(&frame), MARGIN);
        Rc::new(Self {
            around,
            frame,
            lang,
            lands,
            spots,
            again: RwSignal::new(None),
            closer,
            view: Cell::new(view),
            queued: Cell::new(false),
            pointers: Pointers::default(),
            start: Cell::new((Grip::NONE, view)),
            dragged: Cell::new(false),
        })
    }

    /// Draws the map from now on, as long as it is on the page, and listens to the reader.
    fn run(self: Rc<Self>, site: Site) {
        let heard = Rc::clone(&self);
        let kinds = &[
            "pointerdown",
            "pointermove",
            "pointerup",
            "pointercancel",
            "touchmove",
            "wheel",
            "dblclick",
            "dragstart",
            "keydown",
        ];
        platform::listen(&self.frame, kinds, move |event| heard.hear(&event));
        let heard = Rc::clone(&self);
        platform::listen(&self.around, &["click"], move |event| heard.clicked(&event));
        let again = self.again;
        let resized = window_event_listener(leptos::ev::resize, move |_| redraw(again));
        on_cleanup(move || resized.remove());

        follow(move || self.draw(site));
    }

    fn draw(&self, all: Site) {
        self.again.track();
        let size = size_of(&self.frame);
        let view = self.view.get().kept_in(size);
        let mut lands = Arc::clone(&self.lands);
        if view.detail(size) == MapDetail::Fine {
            if self.closer.get_untracked().is_none() {
                self.closer.set(Some(1));
            }
            if let Some(fine) = all.lands(MapDetail::Fine).ready() {
                lands = fine;
            }
        }
        let places: Vec<_> = self.spots.iter().map(Spot::place).collect();
        let picture = map(&MapSpec {
            lands: &lands,
            places: &places,
            view,
            size,
            label: Key::MapOfCities.text(self.lang),
            home: None,
        });
        let focused = platform::focused_in(&self.frame).and_then(|it| it.get_attribute("href"));
        self.frame.set_inner_html(&picture);
        if let Some(href) = focused {
            // The city that had the focus, or, where it is out of sight, the map.
            let again = platform::marked(&self.frame, "href")
                .into_iter()
                .find(|it| it.get_attribute("href").as_ref() == Some(&href));
            platform::focus_quietly(&again.unwrap_or_else(|| self.frame.clone()));
        }
        for button in platform::marked(&self.around, STEP) {
            let step = button.get_attribute(STEP).and_then(|it| step_of(&it));
            let can = step.is_none_or(|step| view.can_step(step));
            let disabled = if can { "false" } else { "true" };
            button.set_attribute("aria-disabled", disabled).ok();
        }
    }

    /// Draws `view` with the next frame; true when it is another one than before.
    fn show(self: &Rc<Self>, view: View) -> bool {
        if view == self.view.replace(view) {
            return false;
        }
        if !self.queued.replace(true) {
            let this = Rc::clone(self);
            platform::next_frame(move || {
                this.queued.set(false);
                redraw(this.again);
            });
        }
        true
    }

    /// A step of the keyboard or of a button, after which the reader is told how much is in view.
    fn step(self: &Rc<Self>, step: MapStep) {
        let size = size_of(&self.frame);
        let focused = platform::focused_in(&self.frame).and_then(|it| it.get_attribute("href"));
        let at = |it: &Spot| (it.lat, it.lon);
        let all: Vec<_> = self.spots.iter().map(at).collect();
        // The city that has the focus, else any.
        let has_focus = |it: &&Spot| focused.is_some() && focused == it.href;
        let own: Vec<_> = self.spots.iter().filter(has_focus).map(at).collect();
        let towards = if own.is_empty() { &all } else { &own };
        let view = self.view.get().stepped(step, size, towards);
        self.show(view);
        let seen = all.iter().filter(|it| view.shows(size, **it)).count();
        let (seen, all) = (seen.to_string(), all.len().to_string());
        platform::announce(&Key::AtlasInView.with2(self.lang, &seen, &all));
    }

    fn hear(self: &Rc<Self>, event: &Event) {
        match event.type_().as_str() {
            "keydown" => self.keyed(event.unchecked_ref()),
            "wheel" => self.wheeled(event.unchecked_ref()),
            "dblclick" => {
                let (x, y) = self.place_of(event.unchecked_ref());
                let size = size_of(&self.frame);
                self.show(self.view.get().zoomed(size, 2.0, x, y));
            }
            // Two fingers move the map, not the page.
            "touchmove" if self.pointers.count() > 1 => event.prevent_default(),
            // A link that is dragged along would end the movement.
            "dragstart" => event.prevent_default(),
            "pointerdown" | "pointermove" | "pointerup" | "pointercancel" => {
                self.pointed(event.unchecked_ref());
            }
            _ => {}
        }
    }

    fn keyed(self: &Rc<Self>, event: &KeyboardEvent) {
        let step = match event.key().as_str() {
            "ArrowLeft" => MapStep::West,
            "ArrowRight" => MapStep::East,
            "ArrowUp" => MapStep::North,
            "ArrowDown" => MapStep::South,
            "+" | "=" => MapStep::In,
            "-" | "_" => MapStep::Out,
            "0" => MapStep::Whole,
            _ => return,
        };
        // Those are the browser's own.
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        event.prevent_default();
        self.step(step);
    }

    fn clicked(self: &Rc<Self>, event: &Event) {
        if self.dragged.replace(false) && platform::target_of(event, ".map").is_some() {
            event.prevent_default();
        }
        let step = platform::target_of(event, "button")
            .and_then(|it| it.get_attribute(STEP))
            .and_then(|it| step_of(&it));
        if let Some(step) = step {
            self.step(step);
        }
    }
}

/// Draws the map again, unless it has left the page by now.
fn redraw(again: Tick) {
    again.try_update(|_| ());
}

/// The step of a button.
fn step_of(name: &str) -> Option<MapStep> {
    Some(match name {
        "in" => MapStep::In,
        "out" => MapStep::Out,
        "whole" => MapStep::Whole,
        _ => return None,
    })
}

/// The size of the frame in pixels; that of a phone where it has none yet.
fn size_of(frame: &HtmlElement) -> Size {
    let whole = |pixels: i32, otherwise: u32| match u32::try_from(pixels) {
        Ok(pixels) if pixels > 0 => pixels,
        _ => otherwise,
    };
    Size {
        width: whole(frame.client_width(), 340),
        height: whole(frame.client_height(), 272),
    }
}
