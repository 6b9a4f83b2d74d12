//! What the reader does with a timeline: each movement becomes a window of time.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{Event, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};

use super::{Moved, BAR, STEP};
use crate::components::grip::{turned, CLICK};
use crate::i18n::{date, Key};
use crate::markup::Markup;
use crate::model::PartialDate;
use crate::platform;
use crate::timeline::civil;

/// How much closer a key or a button leads, and which part of what is in sight it moves.
const CLOSER: f64 = 1.6;
const STEPS: f64 = 0.2;
/// A milestone is told when the pointer is this many pixels away, or nearer.
const NEAR: f64 = 9.0;

impl Moved {
    pub(super) fn listen(self: &Rc<Self>) {
        let heard = Rc::clone(self);
        let kinds = &[
            "pointerdown",
            "pointermove",
            "pointerup",
            "pointercancel",
            "wheel",
            "dragstart",
            "keydown",
            "scroll",
            "focusin",
        ];
        platform::listen(&self.frame, kinds, move |event| heard.hear(&event));
        let heard = Rc::clone(self);
        platform::listen(&self.around, &["click"], move |event| heard.clicked(&event));
    }

    fn hear(self: &Rc<Self>, event: &Event) {
        match event.type_().as_str() {
            "keydown" => self.keyed(event.unchecked_ref()),
            "wheel" => self.wheeled(event.unchecked_ref()),
            "scroll" => self.again(),
            "focusin" => self.tell(event, None),
            // A link that is dragged along would end the movement.
            "dragstart" => event.prevent_default(),
            _ => self.pointed(event.unchecked_ref()),
        }
    }

    fn keyed(self: &Rc<Self>, event: &KeyboardEvent) {
        let step = match event.key().as_str() {
            "ArrowLeft" => "earlier",
            "ArrowRight" => "later",
            "+" | "=" => "in",
            "-" | "_" => "out",
            "Home" | "0" => "whole",
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
        if self.dragged.replace(false) && platform::target_of(event, ".tl-frame").is_some() {
            event.prevent_default();
        }
        if let Some(button) = platform::target_of(event, "button") {
            self.step(&button.get_attribute(STEP).unwrap_or_default());
        }
    }

    /// A step of the keyboard or of a button, after which the reader is told what is in sight.
    fn step(self: &Rc<Self>, step: &str) {
        let (window, whole) = (self.sight(), self.whole());
        self.show(match step {
            "earlier" => window.moved(-STEPS, whole),
            "later" => window.moved(STEPS, whole),
            "in" => window.zoomed(CLOSER, 0.5, whole),
            "out" => window.zoomed(1.0 / CLOSER, 0.5, whole),
            _ => whole,
        });
        let (from, to) = self.sight().days();
        let month = |day: i32| {
            let (year, month, _) = civil(day);
            let year = u16::try_from(year).unwrap_or_default();
            let month = PartialDate {
                year,
                month: Some(month),
                day: None,
            };
            date(month, self.lang)
        };
        platform::announce(&Key::TimelineInSight.with2(self.lang, &month(from), &month(to)));
    }

    /// The wheel scrolls the lanes; with the key for zooming it changes the scale, sideways it moves
    /// through time.
    fn wheeled(self: &Rc<Self>, event: &WheelEvent) {
        let (window, whole) = (self.sight(), self.whole());
        let (x, _) = self.place_of(event);
        let (width, _) = self.plot.get();
        let aside = if event.shift_key() && event.delta_x() == 0.0 {
            event.delta_y()
        } else {
            event.delta_x()
        };
        if event.ctrl_key() || event.meta_key() {
            self.show(window.zoomed(turned(event), x / width, whole));
        } else if event.shift_key() || aside.abs() > event.delta_y().abs() {
            self.show(window.moved(aside / width, whole));
        } else {
            return;
        }
        event.prevent_default();
    }

    fn pointed(self: &Rc<Self>, event: &PointerEvent) {
        let (x, y) = self.place_of(event);
        let is_move = event.type_() == "pointermove";
        let held = self.pointers.hold(event, x, y);
        let Some((grip, count)) = held else {
            if is_move {
                self.tell(event, Some(x));
            }
            return;
        };
        if !is_move {
            self.start
                .set((grip, self.sight(), self.frame.scroll_top()));
            if count == 1 && event.type_() == "pointerdown" {
                self.dragged.set(false);
            }
            return;
        }
        let (start, window, scrolled) = self.start.get();
        let (dx, dy) = (grip.x - start.x, grip.y - start.y);
        if !self.dragged.get() {
            if count < 2 && dx.abs() + dy.abs() < CLICK {
                return;
            }
            self.dragged.set(true);
            // So that the movement goes on beyond the edge.
            self.frame.set_pointer_capture(event.pointer_id()).ok();
        }
        let (width, _) = self.plot.get();
        let whole = self.whole();
        let zoomed = if count < 2 {
            window
        } else {
            window.zoomed(grip.width / start.width, start.x / width, whole)
        };
        self.show(zoomed.moved(-dx / width, whole));
        // A finger scrolls by itself.
        if event.pointer_type() != "touch" {
            #[allow(clippy::cast_possible_truncation)] // pixels of a window
            self.frame.set_scroll_top(scrolled - dy as i32);
        }
    }

    /// Where on the lanes an event is, in pixels.
    fn place_of(&self, event: &MouseEvent) -> (f64, f64) {
        let area = self.frame.get_bounding_client_rect();
        let (_, names) = self.plot.get();
        (
            f64::from(event.client_x()) - area.left() - names,
            f64::from(event.client_y()) - area.top(),
        )
    }

    /// Tells the bar that an event is about, and the milestone near a place on it.
    fn tell(&self, event: &Event, x: Option<f64>) {
        let bar = platform::target_of(event, ".tl-item");
        let Some(bar) = bar.and_then(|it| it.get_attribute(BAR)) else {
            return;
        };
        let item = bar.split_once('-').and_then(|it| it.1.parse().ok());
        let content = self.content.borrow();
        let found = item.and_then(|at: usize| {
            let (item, words) = (content.items.get(at)?, content.words.get(at)?);
            Some((at, item, words))
        });
        let Some((at, item, words)) = found else {
            return;
        };
        let scale = self.sight().scale(self.plot.get().0);
        let step = x.and_then(|x| {
            let day = self.sight().from + x / scale;
            self.timeline.borrow().mark_at(at, day, NEAR / scale)
        });
        let step = step.and_then(|it| words.steps.get(it));
        let mut markup = Markup::new();
        markup
            .el("strong", "", &item.name)
            .text(" · ")
            .text(&words.facts);
        if let Some(step) = step {
            markup.text(" · ◆\u{a0}").text(step);
        }
        let told = markup.finish();
        if self.told.inner_html() != told {
            self.told.set_inner_html(&told);
        }
    }
}
