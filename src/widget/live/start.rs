//! The start of a live chart, and what it does when a reader acts.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use super::data::{figure, kind};
use super::ids::{FOOT, KIND, LEGEND, PICTURE, PLACE, PLACES, READOUT, TABLE, VIEW, WORDS};
use super::parts;
use super::write::{foot, LIVE};
use super::ChartData;
use crate::chart::Figure;
use crate::explore::{self, Drawing};
use crate::i18n::Key;
use crate::json;
use crate::markup::escape;
use crate::model::Lang;
use crate::platform;
use crate::readout::{self, put_picture, Pins, Told};
use crate::route::{ChartKind, IndicatorState, Places};

/// Id of the element with the data.
const DATA: &str = "data";

/// What is shown.
struct Live {
    data: ChartData,
    lang: Lang,
    years: Vec<i32>,
    state: RefCell<IndicatorState>,
    drawn: RefCell<Option<Figure>>,
    at: Cell<Option<usize>>,
    pins: Pins,
    width: Cell<i32>,
    readout: HtmlElement,
}

/// Brings the chart that stands in the file to life.
///
/// # Errors
///
/// When the file lacks its data or a part; nothing has changed then.
pub fn start(lang: Lang) -> Result<(), String> {
    let element =
        |id: &'static str| platform::element(id).ok_or_else(|| ["no element ", id].concat());
    let text = element(DATA)?.text_content().unwrap_or_default();
    let mut data: ChartData = json::read(&text).map_err(|error| error.to_string())?;
    let place = element(LIVE)?;
    let readout: HtmlElement = element(READOUT)?.unchecked_into();
    let list = platform::elements(&element(PLACES)?, "ul");
    std::mem::take(&mut data.words).install(lang);
    for list in list {
        list.set_inner_html(&parts::boxes(&data, lang));
    }
    platform::set_title(data.page.indicator.name.get(lang));
    let years = explore::years(&data.page.indicator);
    let state = known(&data, &years, IndicatorState::parse(&platform::query()));
    let live = Rc::new(Live {
        lang,
        years,
        state: RefCell::new(state),
        drawn: RefCell::new(None),
        at: Cell::new(None),
        pins: Pins::default(),
        width: Cell::new(place.client_width()),
        readout,
        data,
    });
    let told: Rc<dyn Told> = Rc::<Live>::clone(&live);
    readout::start(&live.readout, &told);
    if live.kind() == ChartKind::Table {
        open_table();
    }
    live.redraw();
    {
        let live = Rc::clone(&live);
        platform::listen(&place, &["click", "change"], move |event| {
            if let Some(target) = platform::target(&event) {
                live.hear(&event.type_(), &target);
            }
        });
    }
    // Heard at its own element only.
    if let Some(table) = platform::element(TABLE) {
        let live = Rc::clone(&live);
        platform::listen(&table, &["toggle"], move |_| live.show_table());
    }
    platform::resized(move || live.resize());
    Ok(())
}

/// A state without what the indicator does not have: it is part of the way to the atlas.
fn known(data: &ChartData, years: &[i32], mut state: IndicatorState) -> IndicatorState {
    let all = explore::places(&data.page.indicator);
    if let Places::Chosen(ids) = &state.places {
        let ids: Vec<&str> = all_of(ids, &all);
        state.places = Places::of(&ids);
    }
    if !matches!(state.kind, ChartKind::Bars | ChartKind::Table) {
        state.kind = ChartKind::Line;
    }
    for year in [&mut state.from, &mut state.to, &mut state.year] {
        *year = year.filter(|it| years.contains(it));
    }
    state
}

fn all_of<'a>(ids: &'a [String], all: &[&str]) -> Vec<&'a str> {
    let ids = ids.iter().map(String::as_str);
    ids.filter(|it| all.contains(it)).collect()
}

fn open_table() {
    if let Some(table) = platform::element(TABLE) {
        table.set_attribute("open", "").ok();
    }
}

impl Told for Live {
    fn find(&self, act: &dyn Fn(&Figure) -> Option<usize>) -> Option<usize> {
        self.drawn.borrow().as_ref().and_then(act)
    }

    fn at(&self) -> Option<usize> {
        self.at.get()
    }

    fn tell(&self, at: Option<usize>) {
        self.at.set(at);
        let figure = self.drawn.borrow();
        readout::show(&self.readout, figure.as_ref(), at, &self.pins, self.lang);
    }

    fn pin(&self, at: usize) {
        if let Some(figure) = self.drawn.borrow().as_ref() {
            self.pins.turn(figure, at);
        }
    }

    fn unpin(&self) {
        self.pins.clear();
    }
}

impl Live {
    fn with<T>(&self, act: impl FnOnce(&Drawing, &IndicatorState) -> T) -> T {
        let state = self.state.borrow();
        self.data.with(&self.years, self.lang, |it| act(it, &state))
    }

    fn kind(&self) -> ChartKind {
        self.with(kind)
    }

    /// The places in colour.
    fn chosen(&self) -> Vec<&str> {
        explore::chosen(&self.data.page, &self.state.borrow())
    }

    /// Does what a control says.
    fn hear(&self, event: &str, target: &Element) {
        if let Some(kind) = target.get_attribute(KIND) {
            let kind = ChartKind::from_id(&kind);
            self.state.borrow_mut().kind = kind;
            if kind == ChartKind::Table {
                open_table();
            }
        } else if let (Some(id), "change") = (target.get_attribute(PLACE), event) {
            let mut ids = self.chosen();
            // What is added comes last, so that no colour moves.
            match ids.iter().position(|it| *it == id) {
                Some(at) => drop(ids.remove(at)),
                None => ids.push(&id),
            }
            let places = Places::of(&ids);
            self.state.borrow_mut().places = places;
        } else {
            return;
        }
        self.redraw();
    }

    /// Draws anew where another width asks for another picture.
    fn resize(&self) {
        let place = platform::element(LIVE);
        let (before, width) = (self.width.get(), place.map_or(0, |it| it.client_width()));
        if width > 0 {
            self.width.set(width);
            if explore::size_of(width) != explore::size_of(before) {
                self.redraw();
            }
        }
    }

    /// Draws what the state says, and makes everything beside the picture say the same.
    fn redraw(&self) {
        let width = self.width.get();
        let figure = self.with(|drawing, state| figure(drawing, state, width));
        if let Some(picture) = platform::element(PICTURE) {
            put_picture(&picture, self.drawn.borrow().as_ref(), Some(&figure));
        }
        let foot = foot(&self.data, &figure, &self.state.borrow(), self.lang);
        for (id, html) in [
            (WORDS, escape(figure.description())),
            (LEGEND, parts::names(&figure)),
            (FOOT, foot),
        ] {
            if let Some(element) = platform::element(id) {
                element.set_inner_html(&html);
            }
        }
        self.drawn.replace(Some(figure));
        self.tell(None);
        self.show_controls();
        self.show_table();
    }

    fn show_controls(&self) {
        let kind = self.kind();
        let root = platform::element(LIVE);
        for button in root.map_or_else(Vec::new, |it| platform::marked(&it, KIND)) {
            let is_it = button.get_attribute(KIND).as_deref() == Some(kind.id());
            let words = if is_it { "true" } else { "false" };
            button.set_attribute("aria-pressed", words).ok();
        }
        if let Some(view) = platform::element(VIEW) {
            platform::put(&view, "hidden", &(kind == ChartKind::Table).into());
        }
        let Some(places) = platform::element(PLACES) else {
            return;
        };
        let chosen = self.chosen();
        let boxes = platform::marked(&places, PLACE);
        let [count, all] = [chosen.len(), boxes.len()].map(|it| it.to_string());
        for summary in platform::elements(&places, "summary") {
            let words = Key::ExplorePlaces.with2(self.lang, &count, &all);
            summary.set_text_content(Some(&words));
        }
        for it in boxes {
            let id = it.get_attribute(PLACE).unwrap_or_default();
            let is_in = chosen.contains(&id.as_str());
            // The last one stays, and there are no more than colours.
            let is_fixed = if is_in {
                chosen.len() < 2
            } else {
                chosen.len() >= Places::MOST
            };
            platform::put(&it, "checked", &is_in.into());
            platform::put(&it, "disabled", &is_fixed.into());
        }
    }

    /// Writes the table if it is open; a closed one costs nothing.
    fn show_table(&self) {
        let Some(place) = platform::element(TABLE) else {
            return;
        };
        let figure = self.drawn.borrow();
        let shown = figure.as_ref().filter(|_| place.has_attribute("open"));
        let html = shown.map_or_else(String::new, |it| parts::table(it, self.lang));
        for body in platform::elements(&place, "div") {
            body.set_inner_html(&html);
        }
    }
}
