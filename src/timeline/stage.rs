//! The stage: a timeline on the screen, which is changed where the [`Scene`] is another.
//!
//! Letters are what takes a browser longest. So labels are elements that are laid out once, and moved:
//! those that came into sight are made, those that left it are taken away, in the order in which the
//! keyboard goes through them. All bars of a look are one path below them.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use super::bar::CLASSES;
use super::draw::{Sight, LINES};
use super::scene::{line_of, Scene, Spot, COLOURS};
use super::svg::{push, whole};
use super::window::Window;
use super::Timeline;
use crate::model::Lang;

/// Whether the reader moves, or has come to rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// What is in sight is drawn, with labels as the links. They need no room of their own, which would
    /// have each laid out anew.
    Moving,
    /// What is near is drawn as well, and bars are part of their links.
    Resting,
}

/// Marks labels of bars, with their lane and item.
pub const BAR: &str = "data-bar";

/// Pixels above and below what is in sight that are drawn as well: scrolling comes before drawing.
const BEYOND: f64 = 240.0;

/// A timeline on the screen.
pub struct Stage {
    frame: HtmlElement,
    body: HtmlElement,
    /// The drawing of the lanes alone.
    lanes: Element,
    /// The paths of the axis, and those of the body, each with what it shows.
    scale: Vec<(Element, String)>,
    paths: Vec<(Element, String)>,
    steps: Kept,
    names: Kept,
    bars: Kept,
    height: f64,
    /// Width of the names.
    beside: f64,
}

impl Stage {
    /// Makes an empty stage of the elements for the axis and the body, which stand in one frame; `None`
    /// where the browser does not.
    #[must_use]
    pub fn new(axis: &HtmlElement, body: &HtmlElement) -> Option<Self> {
        let lines = LINES.map(path_of).concat();
        let [soft, solid, full, hollow] = CLASSES.map(path_of);
        axis.set_inner_html(&["<svg class=\"tl-back\">", &lines, "</svg>", LAYER].concat());
        let mut drawing = ["<svg class=\"tl-back\" aria-hidden=\"true\"><svg>", &lines].concat();
        for colour in 0..COLOURS {
            drawing.push_str("<g class=\"s");
            drawing.push_str(&colour.to_string());
            drawing.push_str("\">");
            drawing.push_str(&soft);
            drawing.push_str(&solid);
            drawing.push_str("</g>");
        }
        let edge = path_of("tl-edge");
        let names = "<div class=\"tl-names\"></div>";
        for part in [&full, &hollow, "</svg>", &edge, "</svg>", LAYER, names] {
            drawing.push_str(part);
        }
        body.set_inner_html(&drawing);
        let found = |of: &HtmlElement, what: &str| of.query_selector(what).ok().flatten();
        Some(Self {
            lanes: found(body, "svg > svg")?,
            scale: paths(axis),
            paths: paths(body),
            steps: Kept::new(found(axis, ".tl-links")?),
            names: Kept::new(found(body, ".tl-names")?),
            bars: Kept::new(found(body, ".tl-links")?),
            frame: body.parent_element()?.dyn_into().ok()?,
            body: body.clone(),
            height: f64::NAN,
            beside: f64::NAN,
        })
    }

    /// Shows what is in sight of `timeline`; `today` is a day since 1970 with its word.
    pub fn show(
        &mut self,
        timeline: &mut Timeline,
        (window, sight): (Window, &Sight),
        today: (i32, &str),
        lang: Lang,
        pace: Pace,
    ) {
        let beyond = if pace == Pace::Moving { 0.0 } else { BEYOND };
        let scene = timeline.scene(window, sight, beyond, today, lang);
        let Scene {
            height,
            steps,
            scale,
            lines,
            edges,
            names,
            bars,
            paths,
        } = scene;
        if self.height != height {
            self.height = height;
            let style = ["height:", &whole(height), "px"].concat();
            self.body.style().set_css_text(&style);
        }
        if self.beside != sight.names {
            self.beside = sight.names;
            let names = whole(sight.names);
            self.lanes.set_attribute("x", &names).ok();
            let names = names + "px";
            self.frame.style().set_property("--names", &names).ok();
        }
        set(&mut self.scale, scale);
        let all = lines.into_iter().chain(paths).chain([edges]);
        set(&mut self.paths, all);
        let (spots, words): (Vec<Spot>, Vec<String>) = steps.into_iter().unzip();
        self.steps.put(spots, pace, &|place, key, make| {
            let class = ["tl-year", "tl-today", "tl-step"];
            let class = class.get(usize::try_from(line_of(key)).ok()?)?;
            make("span", &[("class", class)], words.get(place)?)
        });
        let timeline = &*timeline;
        self.names.put(names, pace, &|_, key, make| {
            let (words, named) = timeline.name_of(key)?;
            let class = ("class", "tl-name");
            if named.href.is_empty() {
                return make("span", &[class], &words);
            }
            let link = [class, ("href", &named.href), ("aria-label", &named.name)];
            make("a", &link, &words)
        });
        self.bars.put(bars, pace, &|_, key, make| {
            let (number, item, shape, is_whole) = timeline.bar_of(key)?;
            let bar = [&number.to_string(), "-", &item.to_string()].concat();
            let class = ["tl-item ", shape.class].concat();
            let (tag, link) = if shape.href.is_empty() {
                ("span", ("role", "img"))
            } else {
                ("a", ("href", shape.href.as_str()))
            };
            let about = ("aria-label", shape.about.as_str());
            let attributes = [link, ("class", &class), (BAR, &bar), about];
            make(tag, &attributes, shape.label(is_whole))
        });
    }
}

/// Where labels stand.
const LAYER: &str = "<div class=\"tl-links\"></div>";

fn path_of(class: &str) -> String {
    ["<path class=\"", class, "\"/>"].concat()
}

/// The paths in an element, which show nothing yet.
fn paths(of: &HtmlElement) -> Vec<(Element, String)> {
    let mut all = Vec::new();
    if let Ok(found) = of.query_selector_all("path") {
        for place in 0..found.length() {
            let path = found.get(place).and_then(|it| it.dyn_into().ok());
            all.extend(path.map(|it| (it, String::new())));
        }
    }
    all
}

/// Gives each path what it shows, where that is not what it shows already.
fn set(paths: &mut [(Element, String)], new: impl IntoIterator<Item = String>) {
    for ((path, shown), new) in paths.iter_mut().zip(new) {
        if *shown != new {
            path.set_attribute("d", &new).ok();
            *shown = new;
        }
    }
}

/// Makes an element: its tag, its attributes, its words.
type Make<'a> = &'a dyn Fn(&str, &[(&str, &str)], &str) -> Option<HtmlElement>;

/// Elements that are kept, in the order of their keys.
struct Kept {
    layer: Element,
    elements: Vec<(Spot, HtmlElement)>,
    pace: Pace,
}

impl Kept {
    fn new(layer: Element) -> Self {
        Self {
            layer,
            elements: Vec::new(),
            pace: Pace::Moving,
        }
    }

    /// Has elements stand at `spots`, whose keys rise, and no others; `make` makes the one with a place
    /// among them and a key.
    fn put(
        &mut self,
        spots: Vec<Spot>,
        pace: Pace,
        make: &dyn Fn(usize, u64, Make) -> Option<HtmlElement>,
    ) {
        let is_other = pace != self.pace;
        self.pace = pace;
        let mut old = std::mem::take(&mut self.elements).into_iter().peekable();
        for (place, spot) in spots.into_iter().enumerate() {
            while let Some((_, gone)) = old.next_if(|it| it.0.key < spot.key) {
                gone.remove();
            }
            let found = old.next_if(|it| it.0.key == spot.key).or_else(|| {
                let element = make(place, spot.key, &|tag, attributes, words| {
                    let new = self.layer.owner_document()?.create_element(tag).ok()?;
                    for (name, value) in attributes {
                        new.set_attribute(name, value).ok()?;
                    }
                    new.set_text_content(Some(words));
                    new.dyn_into().ok()
                })?;
                let next = old.peek().map(|it| it.1.as_ref());
                self.layer.insert_before(&element, next).ok()?;
                Some((NOWHERE, element))
            });
            let Some((before, element)) = found else {
                continue;
            };
            let is_there = before.x == spot.x && before.y == spot.y;
            if is_other || !is_there || pace == Pace::Resting && before.room != spot.room {
                element.style().set_css_text(&style(&spot, pace));
            }
            self.elements.push((spot, element));
        }
        for (_, gone) in old {
            gone.remove();
        }
    }
}

/// Where an element is that was made just now.
const NOWHERE: Spot = Spot {
    key: 0,
    x: f64::NAN,
    y: f64::NAN,
    room: (0.0, 0.0),
};

fn style(spot: &Spot, pace: Pace) -> String {
    let (from, width) = spot.room;
    let has_room = width > 0.0 && pace == Pace::Resting;
    let mut style = String::with_capacity(64);
    let mut write = |name: &str, value: f64| {
        style.push_str(name);
        push(&mut style, value);
    };
    write("left:", if has_room { from } else { spot.x });
    write("px;top:", spot.y);
    if has_room {
        write("px;width:", width);
        write("px;text-indent:", spot.x - from);
    }
    style.push_str("px");
    style
}
