//! Holding: what the browser calls back is kept for as long as the part of the page that it serves.
//!
//! A closure that the browser was given often knows the element that it listens on. The element keeps
//! the closure, and the closure the element, through the app's memory, into which the browser's own
//! collector does not see: left to itself, each part that was ever shown would stay for the whole visit.
//! So it is the owner of the part, in Leptos's sense, that lets go of both.

use std::any::Any;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event};

/// A listener on an element, which ends when it is dropped.
struct Listener {
    element: Element,
    kinds: &'static [&'static str],
    act: Closure<dyn Fn(Event)>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        // Some events come later than what they tell of, when the element is gone already.
        for kind in self.kinds {
            self.element
                .remove_event_listener_with_callback(kind, self.act.as_ref().unchecked_ref())
                .ok();
        }
    }
}

/// Keeps `thing` until the part of the page that is being made is taken away; for ever where there is
/// none, or where it is the page itself. Boxed: otherwise each thing brings its own copy of what keeps it.
pub fn hold(thing: Box<dyn Any>) {
    // A live widget has one part, and is left when its page is.
    #[cfg(feature = "pages")]
    if leptos::prelude::Owner::current().is_some() {
        leptos::prelude::StoredValue::new_local(thing);
        return;
    }
    std::mem::forget(thing);
}

/// Calls `act` on every event of some kinds on an element or inside it, for as long as the part of the
/// page lives in which it is called.
pub fn listen(element: &Element, kinds: &'static [&'static str], act: impl Fn(Event) + 'static) {
    // Boxed: otherwise each listener brings its own glue. `Fn`: an act may itself cause an event that
    // the same listener hears.
    fn boxed(element: &Element, kinds: &'static [&'static str], act: Box<dyn Fn(Event)>) {
        let act = Closure::wrap(act);
        for kind in kinds {
            element
                .add_event_listener_with_callback(kind, act.as_ref().unchecked_ref())
                .ok();
        }
        let element = element.clone();
        hold(Box::new(Listener {
            element,
            kinds,
            act,
        }));
    }
    boxed(element, kinds, Box::new(act));
}
