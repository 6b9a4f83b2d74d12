//! A timeline that the reader moves: from decades to months, lanes by lanes.
//!
//! Pointer, wheel, two fingers, keys and buttons change a [`Window`] of time; what is in sight of it
//! is then written again, at most once for each frame. All events are heard by one listener, and the
//! bars are plain links.

mod hear;
mod legend;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::leptos_dom::helpers::window_event_listener_untyped;
use leptos::prelude::*;
use web_sys::{Element, HtmlElement};

use super::grip::{Grip, Pointers};
use super::live::follow;
use super::part::Part;
use crate::i18n::Key;
use crate::model::{Lang, ProgramKind};
use crate::platform;
use crate::timeline::{Item, Lane, Letters, Pace, Sight, Stage, Timeline, Window, AXIS, BAR};

/// Marks the frame, in which the timeline is.
const FRAME: &str = "data-timeline";
/// Marks the buttons, with what they do.
const STEP: &str = "data-step";
/// The id of the words that say how the timeline is moved.
const HELP: &str = "timeline-help";
/// Below this width in CSS pixels the names of lanes stand above them.
const NARROW: f64 = 560.0;
/// Width of the names beside lanes.
const NAMES: f64 = 158.0;
/// Height of the frame where the window has room for it.
const HIGHEST: f64 = 640.0;
/// Width on paper, in CSS pixels, before `style/print.css` makes it smaller.
const PAPER: f64 = 840.0;

/// What a timeline shows.
#[derive(Default)]
pub struct Content {
    /// Items.
    pub items: Vec<Item>,
    /// Lanes with the places of their items.
    pub lanes: Vec<Lane>,
    /// What is read out of each item.
    pub words: Vec<Words>,
    /// Whether it reaches at least to today.
    pub to_today: bool,
}

/// What is read out of an item beside its name.
#[derive(Default)]
pub struct Words {
    /// Period, partner, kind.
    pub facts: String,
    /// Each step with its date, in the order of its marks.
    pub steps: Vec<String>,
}

/// First and last day in sight, as days since 1970; `None` for everything.
pub type Days = Option<(i32, i32)>;

/// Where a timeline takes its state from. All of it is called again when a signal changes that it
/// reads.
pub struct Setup {
    /// What it is called.
    pub label: String,
    /// What it shows.
    pub content: Box<dyn Fn() -> Content>,
    /// What is in sight.
    pub read: Box<dyn Fn() -> Days>,
    /// Keeps what the reader brought into sight.
    pub write: Box<dyn Fn(Days)>,
    /// The kinds whose colours are explained.
    pub kinds: Vec<ProgramKind>,
}

/// Writes a timeline.
pub fn timeline(part: &mut Part, lang: Lang, setup: Setup) {
    let Setup {
        label,
        content,
        read,
        write,
        kinds,
    } = setup;
    part.open("figure", "tl-figure");
    part.jump("skip-map", HELP, Key::TimelineSkip.text(lang));
    let start = move |around: HtmlElement| {
        let found = |class: &str| platform::elements(&around, class).pop();
        // All are there: they are written below.
        if let (Some(frame), Some(axis), Some(body), Some(told), Some(sample)) = (
            found("[data-timeline]"),
            found(".tl-axis"),
            found(".tl-body"),
            found(".tl-told"),
            found(".tl-sample"),
        ) {
            let moved = Rc::new(Moved {
                around: around.into(),
                frame,
                axis,
                body,
                told,
                letters: RwSignal::new(letters_of(&sample)),
                lang,
                today: platform::today(),
                timeline: RefCell::new(Timeline::new(&[], vec![], None)),
                stage: RefCell::default(),
                content: RefCell::default(),
                window: Cell::new(None),
                plot: Cell::new((1.0, 0.0)),
                queued: Cell::new(false),
                is_moving: Cell::new(false),
                is_unsaved: Cell::new(false),
                is_printed: Cell::new(false),
                at_rest: Cell::new(0),
                pointers: Pointers::default(),
                start: Cell::new((Grip::NONE, Window::of_days((0, 1)), 0)),
                dragged: Cell::new(false),
                write,
            });
            moved.run(content, read, sample);
        }
        ().into_any()
    };
    part.open_island("div", &[("class", "tl")], Box::new(start))
        .open("div", "tl-tools");
    for (step, key, sign) in [
        ("earlier", Key::TimelineEarlier, "‹"),
        ("later", Key::TimelineLater, "›"),
        ("in", Key::TimelineIn, "+"),
        ("out", Key::TimelineOut, "−"),
        ("whole", Key::TimelineWhole, "⤢"),
    ] {
        let name = key.text(lang);
        let button = [
            ("type", "button"),
            ("class", "plain"),
            (STEP, step),
            ("aria-label", name),
            ("title", name),
        ];
        part.el_with("button", &button, sign);
    }
    part.close();
    let frame = [
        ("class", "tl-frame"),
        (FRAME, "1"),
        ("role", "region"),
        ("tabindex", "0"),
        ("aria-label", label.as_str()),
        ("aria-describedby", HELP),
    ];
    let sample = [("class", "tl-sample"), ("aria-hidden", "true")];
    part.open_with("div", &frame)
        .open_with("div", &[("class", "tl-axis"), ("aria-hidden", "true")])
        .close()
        .el("div", "tl-body", "")
        .close()
        .el("p", "tl-told", Key::TimelineReadout.text(lang))
        .el_with("span", &sample, Letters::SAMPLE)
        .close();
    legend::write(part, lang, &kinds);
    let help = [("class", "fine tl-help"), ("id", HELP), ("tabindex", "-1")];
    part.el_with("p", &help, Key::TimelineHelp.text(lang))
        .close();
}

/// How wide letters are where the sample stands.
fn letters_of(sample: &HtmlElement) -> Letters {
    Letters::of_sample(sample.get_bounding_client_rect().width())
}

/// A timeline on the page.
struct Moved {
    /// Holds frame, buttons and what is told.
    around: Element,
    /// Scrolls over the lanes.
    frame: HtmlElement,
    axis: HtmlElement,
    body: HtmlElement,
    told: HtmlElement,
    /// How wide letters are, which a reader may change at any time.
    letters: RwSignal<Letters>,
    lang: Lang,
    /// Today, as days since 1970.
    today: i32,
    timeline: RefCell<Timeline>,
    /// What is on the screen; nothing where it is drawn for paper.
    stage: RefCell<Option<Stage>>,
    content: RefCell<Content>,
    /// What is in sight; everything when absent.
    window: Cell<Option<Window>>,
    /// Width of the lanes and of the names beside them, as drawn last.
    plot: Cell<(f64, f64)>,
    /// Whether a drawing is asked for.
    queued: Cell<bool>,
    /// Whether the reader moves it.
    is_moving: Cell<bool>,
    /// Whether the address does not say yet what the reader brought into sight.
    is_unsaved: Cell<bool>,
    /// Whether it is drawn for paper.
    is_printed: Cell<bool>,
    /// How many movements there were: the address is written when there are no more.
    at_rest: Cell<u32>,
    /// Pointers that touch it.
    pointers: Pointers,
    /// Where the present movement of the pointers began: the window there, and how far it was scrolled.
    start: Cell<(Grip, Window, i32)>,
    /// Whether the pointer dragged, so that its click is none.
    dragged: Cell<bool>,
    write: Box<dyn Fn(Days)>,
}

impl Moved {
    /// Draws from now on, as long as it is on the page, and listens to the reader.
    fn run(
        self: Rc<Self>,
        content: Box<dyn Fn() -> Content>,
        read: Box<dyn Fn() -> Days>,
        sample: HtmlElement,
    ) {
        self.listen();
        let letters = self.letters;
        platform::when_resized(&sample.clone(), move || {
            let now = letters_of(&sample);
            if now != letters.get_untracked() {
                letters.set(now);
            }
        });
        let windows = ["resize", "beforeprint", "afterprint"].map(|kind| {
            let this = Rc::clone(&self);
            window_event_listener_untyped(kind, move |_| {
                this.is_printed.set(kind == "beforeprint");
                // Paper does not wait.
                this.draw();
            })
        });
        on_cleanup(move || {
            for listener in windows {
                listener.remove();
            }
        });
        let this = Rc::clone(&self);
        follow(move || {
            let mut new = content();
            let letters = this.letters.get();
            let today = new.to_today.then_some(this.today);
            let lanes = std::mem::take(&mut new.lanes);
            this.timeline
                .replace(Timeline::in_letters(letters, &new.items, lanes, today));
            this.content.replace(new);
            this.stage.replace(None);
            // What is in sight comes first.
            this.is_moving.set(true);
            this.draw();
            this.rest();
        });
        follow(move || {
            let days = read();
            let is_shown = self.window.get().map(Window::days) == days;
            if !is_shown {
                self.window.set(days.map(Window::of_days));
            }
            // Opened or closed in the meantime, maybe.
            self.again();
        });
    }

    /// The window of everything.
    fn whole(&self) -> Window {
        self.timeline.borrow().whole(self.plot.get().0)
    }

    /// What is in sight.
    fn sight(&self) -> Window {
        let whole = self.whole();
        self.window.get().unwrap_or(whole).kept_in(whole)
    }

    fn draw(&self) {
        let is_printed = self.is_printed.get();
        let width = f64::from(self.frame.client_width());
        if width <= 0.0 && !is_printed {
            // Not in sight as a whole.
            return;
        }
        let width = if is_printed { PAPER } else { width };
        let names = if width < NARROW { 0.0 } else { NAMES };
        self.plot.set((width - names, names));
        let top = f64::from(self.frame.scroll_top());
        let sight = Sight {
            width: width - names,
            names,
            top: if is_printed { 0.0 } else { top },
            bottom: if is_printed {
                f64::INFINITY
            } else {
                top + f64::from(self.frame.client_height()).max(HIGHEST) - AXIS
            },
        };
        let window = if is_printed {
            self.whole()
        } else {
            self.sight()
        };
        let word = Key::TimelineToday.text(self.lang);
        let focused = platform::focused_in(&self.body);
        let mark = |it: &Element| it.get_attribute(BAR).or_else(|| it.get_attribute("href"));
        let focused = focused.map(|it| (mark(&it), it));
        let timeline = &mut *self.timeline.borrow_mut();
        let mut stage = self.stage.borrow_mut();
        if is_printed {
            let picture = timeline.draw(window, &sight, self.today, word, self.lang);
            *stage = None;
            self.axis.set_inner_html(&picture.axis);
            self.body.set_inner_html(&picture.body);
            self.body.style().set_css_text("");
        } else {
            if stage.is_none() {
                *stage = Stage::new(&self.axis, &self.body);
            }
            if let Some(stage) = stage.as_mut() {
                let pace = if self.is_moving.get() {
                    Pace::Moving
                } else {
                    Pace::Resting
                };
                stage.show(
                    timeline,
                    (window, &sight),
                    (self.today, word),
                    self.lang,
                    pace,
                );
            }
        }
        let Some((focused, element)) = focused else {
            return;
        };
        if !self.body.contains(Some(&element)) {
            // The bar that had the focus, or, where it is out of sight, the frame.
            let again = platform::marked(&self.body, "href")
                .into_iter()
                .find(|it| mark(it) == focused);
            platform::focus_quietly(&again.unwrap_or_else(|| self.frame.clone()));
        }
    }

    /// Draws with the next frame.
    fn again(self: &Rc<Self>) {
        if !self.queued.replace(true) {
            let this = Rc::clone(self);
            platform::next_frame(move || {
                this.queued.set(false);
                this.draw();
            });
        }
    }

    /// Brings a window into sight, and into the address when the reader rests.
    fn show(self: &Rc<Self>, window: Window) {
        let whole = self.whole();
        let window = window.kept_in(whole);
        let is_whole = window.span() >= whole.span() - 0.5;
        self.window.set((!is_whole).then_some(window));
        self.is_moving.set(true);
        self.is_unsaved.set(true);
        self.again();
        self.rest();
    }

    /// Draws what is left, and has the address say what the reader brought into sight, when there is no
    /// movement for a while.
    fn rest(self: &Rc<Self>) {
        let movement = self.at_rest.get().wrapping_add(1);
        self.at_rest.set(movement);
        let this = Rc::clone(self);
        platform::every(REST, move || {
            if this.at_rest.get() == movement {
                this.is_moving.set(false);
                this.again();
                if this.is_unsaved.replace(false) {
                    (this.write)(this.window.get().map(Window::days));
                }
            }
            false
        });
    }
}

/// The reader rests after this many milliseconds without a movement: browsers refuse to change the
/// address too often.
const REST: i32 = 250;
