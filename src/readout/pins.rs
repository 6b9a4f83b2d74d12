//! Pins: points of a chart that stay marked, numbered and listed below it, so that values of other
//! years and places can be read beside each other.

use std::cell::RefCell;

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::{move_to, words};
use crate::chart::{Figure, FigurePoint};
use crate::markup::Markup;
use crate::model::Lang;
use crate::platform;

/// How many points can be pinned: the first gives way to the next.
const MOST: usize = 9;

/// The class of their list.
const LIST: &str = "pinned";

/// The points that a reader has pinned, in that order.
///
/// A pin belongs to a series and a year, not to a place in the picture: it stays with its point when
/// the chart is drawn in another way, and is not shown while the chart lacks it.
#[derive(Debug, Default)]
pub struct Pins(RefCell<Vec<Pin>>);

#[derive(Debug, PartialEq, Eq)]
struct Pin {
    series: String,
    year: i32,
}

impl Pins {
    /// Pins a point of a figure, or takes its pin away.
    pub fn turn(&self, figure: &Figure, at: usize) {
        let Some(point) = figure.points().get(at) else {
            return;
        };
        let pin = Pin {
            series: point.name.clone(),
            year: point.year,
        };
        let mut pins = self.0.borrow_mut();
        if let Some(place) = pins.iter().position(|it| *it == pin) {
            pins.remove(place);
            return;
        }
        if pins.len() == MOST {
            pins.remove(0);
        }
        pins.push(pin);
    }

    /// Takes all away.
    pub fn clear(&self) {
        self.0.borrow_mut().clear();
    }

    /// Those of a figure.
    fn points<'a>(&self, figure: Option<&'a Figure>) -> Vec<&'a FigurePoint> {
        let points = figure.map_or(&[][..], Figure::points);
        let pins = self.0.borrow();
        let of = |pin: &Pin| {
            let is = |it: &&FigurePoint| it.year == pin.year && it.name == pin.series;
            points.iter().find(is)
        };
        pins.iter().filter_map(of).collect()
    }

    /// Marks the pins in the readout `place`, and lists them below the chart.
    pub(super) fn show(&self, place: &HtmlElement, figure: Option<&Figure>, lang: Lang) {
        let points = self.points(figure);
        let Some((marks, list)) = places(place, points.is_empty()) else {
            return;
        };
        let (mut dots, mut rows) = (Markup::new(), Markup::new());
        for (number, point) in (1_u32..).zip(&points) {
            dots.el("span", "pin", &number.to_string());
            rows.el("li", "", &words(point, lang));
        }
        marks.set_inner_html(&dots.finish());
        list.set_inner_html(&rows.finish());
        list.set_hidden(points.is_empty());
        if let Some(figure) = figure {
            for (dot, point) in platform::elements(&marks, "span").iter().zip(points) {
                move_to(dot, point, figure);
            }
        }
    }
}

/// Where the marks go and, below the chart, the list; `None` where there are none to show and none are
/// shown.
fn places(place: &HtmlElement, is_empty: bool) -> Option<(HtmlElement, HtmlElement)> {
    let stage = place.closest(".stage").ok().flatten()?;
    let list = || {
        let next = stage.next_element_sibling();
        next.filter(|it| it.class_name() == LIST)
    };
    if list().is_none() {
        if is_empty {
            return None;
        }
        stage
            .insert_adjacent_html("afterend", "<ol class=\"pinned\"></ol>")
            .ok()?;
    }
    let marks = platform::elements(place, ".pins").into_iter().next()?;
    Some((marks, list()?.unchecked_into()))
}
