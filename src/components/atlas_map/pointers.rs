//! Pointers, fingers and the wheel on the map: each movement becomes a view.

use std::rc::Rc;

use web_sys::{MouseEvent, PointerEvent, WheelEvent};

use super::{size_of, Map};
use crate::components::grip::{turned, CLICK};
use crate::platform;

impl Map {
    /// The wheel is the page's, unless the reader is in the map or holds the key for zooming.
    pub(super) fn wheeled(self: &Rc<Self>, event: &WheelEvent) {
        let is_pinch = event.ctrl_key() || event.meta_key();
        if !is_pinch && platform::focused_in(&self.frame).is_none() {
            return;
        }
        let factor = turned(event);
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
        let is_move = event.type_() == "pointermove";
        let is_down = event.type_() == "pointerdown" && event.button() == 0;
        let Some((grip, count)) = self.pointers.hold(event, x, y) else {
            return;
        };
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
