//! How pointers hold what the reader moves: a map, a timeline.

use std::cell::RefCell;

use web_sys::{PointerEvent, WheelEvent};

/// A pointer that moves less than this many pixels clicks, else it drags.
pub const CLICK: f64 = 4.0;
/// How much closer one pixel of the wheel leads.
const WHEEL: f64 = 0.0025;
/// The same where two fingers on a pad are told as a wheel, in smaller steps.
const PINCH: f64 = 0.01;

/// Where something is held: the middle between the pointers and their distance, in pixels.
#[derive(Clone, Copy, Debug)]
pub struct Grip {
    /// Pixels from its left edge.
    pub x: f64,
    /// Pixels from its upper edge.
    pub y: f64,
    /// Between the pointers; 1 for a single one.
    pub width: f64,
}

impl Grip {
    /// Nothing is held.
    pub const NONE: Self = Self {
        x: 0.0,
        y: 0.0,
        width: 1.0,
    };
}

/// The pointers that touch it: identifier and place.
#[derive(Debug, Default)]
pub struct Pointers(RefCell<Vec<(i32, f64, f64)>>);

impl Pointers {
    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.borrow().len()
    }

    /// Follows an event of a pointer at a place; where it is then held and by how many. `None` when
    /// the pointer is none that holds, or the last one let go.
    pub fn hold(&self, event: &PointerEvent, x: f64, y: f64) -> Option<(Grip, usize)> {
        let id = event.pointer_id();
        let mut pointers = self.0.borrow_mut();
        let known = pointers.iter().position(|it| it.0 == id);
        let is_move = event.type_() == "pointermove";
        let is_down = event.type_() == "pointerdown" && event.button() == 0;
        match known.and_then(|at| pointers.get_mut(at)) {
            // A button that was let go elsewhere holds no more.
            Some(pointer) if is_move && event.buttons() > 0 => *pointer = (id, x, y),
            Some(_) => pointers.retain(|it| it.0 != id),
            None if is_down => pointers.push((id, x, y)),
            None => return None,
        }
        Some((grip(&pointers)?, pointers.len()))
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

/// How much closer a turn of the wheel leads: above 1, or below it for farther.
#[must_use]
pub fn turned(event: &WheelEvent) -> f64 {
    let is_pinch = event.ctrl_key() || event.meta_key();
    // In lines or pages, where it is not in pixels.
    let unit = if event.delta_mode() == 0 { 1.0 } else { 30.0 };
    let turned = event.delta_y() * unit;
    let closer = turned.abs().min(100.0) * if is_pinch { PINCH } else { WHEEL } + 1.0;
    if turned > 0.0 {
        1.0 / closer
    } else {
        closer
    }
}
