//! Pointers, fingers and the wheel on the map: each movement becomes a view.

use std::rc::Rc;

use web_sys::{MouseEvent, PointerEvent, WheelEvent};

use super::{size_of, Map};
use crate::platform;

/// A pointer that moves less than this many pixels clicks, else it drags.
const CLICK: f64 = 4.0;
/// How much closer one pixel of the wheel leads.
const WHEEL: f64 = 0.0025;
/// The same where two fingers on a pad are told as a wheel, in smaller steps.
const PINCH: f64 = 0.01;

/// Where the map is held: the middle between the pointers and their distance.
#[derive(Clone, Copy)]
pub(super) struct Grip {
    pub x: f64,
    pub y: f64,
    pub width: f64,
}

impl Map {
    /// The wheel is the page's, unless the reader is in the map or holds the key for zooming.
    pub(super) fn wheeled(self: &Rc<Self>, event: &WheelEvent) {
        let is_pinch = event.ctrl_key() || event.meta_key();
        if !is_pinch && platform::focused_in(&self.frame).is_none() {
            return;
        }
        // In lines or pages, where it is not in pixels.
        let unit = if event.delta_mode() == 0 { 1.0 } else { 30.0 };
        let turned = event.delta_y() * unit;
        let closer = turned.abs().min(100.0) * if is_pinch { PINCH } else { WHEEL } + 1.0;
        let factor = if turned > 0.0 { 1.0 / closer } else { closer };
        let (x, y) = self.place_of(event);
        let view = self.view.get().zoomed(size_of(&self.frame), factor, x, y);
        // Where the map is at its end, the page goes on.
        if self.show(view) || is_pinch {
            event.prevent_default();
        }
    }

    pub(super) fn pointed(self: &Rc<Self>, event: &PointerEvent) {
        let id = event.pointer_id();
        let (x, y) = self.place_of(event);
        let is_touch = event.pointer_type() == "touch";
        let mut pointers = self.pointers.borrow_mut();
        let known = pointers.iter().position(|it| it.0 == id);
        let is_move = event.type_() == "pointermove";
        let is_down = event.type_() == "pointerdown" && event.button() == 0;
        match known.and_then(|at| pointers.get_mut(at)) {
            // A button that was let go elsewhere holds no more.
            Some(pointer) if is_move && event.buttons() > 0 => *pointer = (id, x, y),
            Some(_) => pointers.retain(|it| it.0 != id),
            None if is_down => pointers.push((id, x, y)),
            None => return,
        }
        let Some(grip) = grip(&pointers) else { return };
        let count = pointers.len();
        drop(pointers);
        if !is_move {
            self.start.set((grip, self.view.get()));
            if is_down && count == 1 {
                self.dragged.set(false);
            }
            return;
        }
        // One finger scrolls the page.
        if is_touch && count < 2 {
            return;
        }
        let (start, view) = self.start.get();
        let (dx, dy) = (grip.x - start.x, grip.y - start.y);
        if !self.dragged.get() {
            if count < 2 && dx.abs() + dy.abs() < CLICK {
                return;
            }
            self.dragged.set(true);
            // So that the movement goes on beyond the edge.
            self.frame.set_pointer_capture(id).ok();
        }
        let size = size_of(&self.frame);
        let zoomed = if count < 2 {
            view
        } else {
            view.zoomed(size, grip.width / start.width, start.x, start.y)
        };
        self.show(zoomed.dragged(size, dx, dy));
    }

    /// Where on the map an event is, in pixels.
    pub(super) fn place_of(&self, event: &MouseEvent) -> (f64, f64) {
        let area = self.frame.get_bounding_client_rect();
        (
            f64::from(event.client_x()) - area.left(),
            f64::from(event.client_y()) - area.top(),
        )
    }
}

/// The middle between the first two pointers, or the only one.
fn grip(pointers: &[(i32, f64, f64)]) -> Option<Grip> {
    let &(_, x, y) = pointers.first()?;
    let &(_, other_x, other_y) = pointers.get(1).unwrap_or(&(0, x, y));
    let (dx, dy) = (other_x - x, other_y - y);
    Some(Grip {
        x: f64::midpoint(x, other_x),
        y: f64::midpoint(y, other_y),
        width: (dx * dx + dy * dy).sqrt().max(1.0),
    })
}
