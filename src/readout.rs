//! A readout: what stands at a point of a chart, by pointer, touch or keyboard.
//!
//! An element of its own lies over the picture: a slider to screen readers, whose value is the point in
//! words. Whoever shows the chart keeps the figure and the point told ([`Told`]); the app does so in
//! signals, a widget in cells. Points that the reader pins stay, numbered, and are listed below
//! ([`Pins`]).

mod pins;

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, KeyboardEvent, PointerEvent};

pub use self::pins::Pins;
use crate::chart::{tenths, Figure, FigurePoint, Step};
use crate::i18n::Key;
use crate::model::Lang;
use crate::platform;

/// The figure that is shown, and its point that is told.
pub trait Told {
    /// What `act` finds in the present figure; `None` without one.
    fn find(&self, act: &dyn Fn(&Figure) -> Option<usize>) -> Option<usize>;

    /// The index of the point told.
    fn at(&self) -> Option<usize>;

    /// Tells another point, or none. The element then shows what [`show`] is given, which is also so
    /// after a pin was put or taken away.
    fn tell(&self, at: Option<usize>);

    /// Pins the point of the present figure, or takes its pin away.
    fn pin(&self, at: usize);

    /// Takes all pins away.
    fn unpin(&self);
}

/// Makes `place` a readout: the nearest point by pointer or touch, each point by keyboard. A finger's
/// point stays until the next. A click on the point told pins it, as Enter does; Escape takes all
/// away.
pub fn start(place: &HtmlElement, told: &Rc<dyn Told>) {
    place.set_inner_html(
        "<span aria-hidden=\"true\" hidden><span class=\"mark\"></span><span></span></span>\
         <span class=\"pins\" aria-hidden=\"true\"></span>",
    );
    for (name, value) in [
        ("role", "slider"),
        ("tabindex", "0"),
        ("aria-valuemin", "0"),
    ] {
        place.set_attribute(name, value).ok();
    }
    // A finger leaves as soon as it has told.
    let kept = Rc::new(Cell::new(false));
    {
        let kept = Rc::clone(&kept);
        let told = Rc::clone(told);
        platform::listen(place, &["keydown"], move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            let now = told.at();
            let step = match event.key().as_str() {
                "ArrowRight" => Some(Step::Later),
                "ArrowLeft" => Some(Step::Earlier),
                "ArrowUp" => Some(Step::PreviousSeries),
                "ArrowDown" => Some(Step::NextSeries),
                "Home" => Some(Step::First),
                "End" => Some(Step::Last),
                "Enter" | " " => {
                    event.prevent_default();
                    if let Some(at) = now {
                        told.pin(at);
                        told.tell(now);
                    }
                    return;
                }
                "Escape" => {
                    told.unpin();
                    None
                }
                _ => return,
            };
            event.prevent_default();
            kept.set(false);
            told.tell(told.find(&|figure| figure.step(now, step?)));
        });
    }
    let kinds: &'static [&'static str] = &[
        "focus",
        "blur",
        "pointermove",
        "pointerdown",
        "pointerleave",
    ];
    let told = Rc::clone(told);
    platform::listen(place, kinds, move |event| {
        let kind = event.type_();
        let now = told.at();
        let next = match (kind.as_str(), event.dyn_ref::<PointerEvent>()) {
            ("focus", _) => now.or_else(|| told.find(&|it| it.step(None, Step::Last))),
            ("pointermove", Some(event)) if !kept.get() => {
                pointed(event).and_then(|found| told.find(&*found))
            }
            ("pointerdown", Some(event)) => {
                let found = pointed(event).and_then(|found| told.find(&*found));
                kept.set(event.pointer_type() == "touch");
                if let Some(at) = found.filter(|_| found == now) {
                    told.pin(at);
                    told.tell(now);
                }
                found
            }
            ("pointermove" | "pointerleave", _) if kept.get() => return,
            _ => {
                kept.set(false);
                None
            }
        };
        if next != now {
            told.tell(next);
        }
    });
}

/// Finds a point in a figure.
type Pointed = Box<dyn Fn(&Figure) -> Option<usize>>;

/// What finds the point that a pointer aims at: the mark under it, where a map says which it is; else
/// the nearest.
fn pointed(event: &PointerEvent) -> Option<Pointed> {
    let (x, y) = platform::place_in(event)?;
    let marked = platform::marked_at(event, "data-point");
    let marked: Option<usize> = marked.and_then(|it| it.parse().ok());
    Some(Box::new(move |figure| {
        let size = figure.size();
        let nearest = || figure.nearest(x * f64::from(size.width), y * f64::from(size.height));
        marked.or_else(nearest)
    }))
}

/// Puts the drawing of a figure in the place of the one `before`: only its marks in front where the
/// rest is the same.
pub fn put_picture(picture: &Element, before: Option<&Figure>, figure: Option<&Figure>) {
    let change = figure.and_then(|it| Some((it.description(), it.change_from(before?)?)));
    let places = change.map(|it| (it, platform::elements(picture, "desc, svg > g:last-child")));
    if let Some(((words, marks), [description, front])) =
        places.as_ref().map(|it| (it.0, it.1.as_slice()))
    {
        description.set_text_content(Some(words));
        front.set_inner_html(marks);
    } else {
        picture.set_inner_html(figure.map_or("", Figure::svg));
    }
}

/// Says a point of a figure at the readout, and shows its mark and its words, and the pins.
pub fn show(
    place: &HtmlElement,
    figure: Option<&Figure>,
    at: Option<usize>,
    pins: &Pins,
    lang: Lang,
) {
    pins.show(place, figure, lang);
    let points = figure.map_or(&[][..], Figure::points);
    place.set_hidden(points.is_empty());
    let heading = figure.map_or("", Figure::heading);
    let point = at.and_then(|at| points.get(at));
    let said = point.map_or(String::new(), |point| words(point, lang));
    for (name, value) in [
        ("aria-label", Key::ChartReadout.with(lang, heading).as_str()),
        ("aria-valuemax", &points.len().saturating_sub(1).to_string()),
        ("aria-valuenow", &at.unwrap_or(0).to_string()),
        ("aria-valuetext", &said),
    ] {
        place.set_attribute(name, value).ok();
    }
    let spans = platform::elements(place, "span");
    let [around, mark, tip, ..] = spans.as_slice() else {
        return;
    };
    around.set_hidden(point.is_none());
    let (Some(point), Some(figure)) = (point, figure) else {
        tip.set_class_name("");
        return;
    };
    let is_left = point.x > f64::from(figure.size().width) * 0.6;
    tip.set_class_name(if is_left { "tip left" } else { "tip" });
    tip.set_text_content(Some(&said));
    move_to(mark, point, figure);
    move_to(tip, point, figure);
}

/// Puts an element over a point.
fn move_to(element: &HtmlElement, point: &FigurePoint, figure: &Figure) {
    let part = |at: f64, whole: u32| tenths(at / f64::from(whole.max(1)) * 100.0) + "%";
    let (left, top) = (
        part(point.x, figure.size().width),
        part(point.y, figure.size().height),
    );
    // Not as an attribute of markup: a content security policy would refuse it.
    platform::move_to(element, &left, &top);
}

/// A point in words: its series, year and value.
fn words(point: &FigurePoint, lang: Lang) -> String {
    let FigurePoint {
        name,
        label,
        projected,
        ..
    } = point;
    let mark = if *projected {
        format!(" ({})", Key::ChartProjected.text(lang))
    } else {
        String::new()
    };
    format!("{name}, {label}{mark}")
}
