//! Listening to an element: one function for all kinds of events, so that the parts of the page that
//! are plain markup cost no listener each.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement};

use super::document;

/// Listens for as long as it lives.
pub struct Listening {
    act: Closure<dyn FnMut(Event)>,
}

impl Listening {
    /// Calls `act` for each event that it is told of by [`Listening::on`].
    #[must_use]
    pub fn new(act: Box<dyn FnMut(Event)>) -> Self {
        Self {
            act: Closure::wrap(act),
        }
    }

    /// Listens to events of these names on `element`.
    pub fn on(&self, element: &Element, names: &[&str]) {
        for name in names {
            element
                .add_event_listener_with_callback(name, self.act.as_ref().unchecked_ref())
                .ok();
        }
    }
}

/// The element inside `element`, or itself, that an event came from and that fits `selector`.
#[must_use]
pub fn target_of(event: &Event, selector: &str) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok().flatten()
}

/// The element with focus, if it is `element` or stands inside it.
#[must_use]
pub fn focused_in(element: &Element) -> Option<Element> {
    let focused = document()?.active_element()?;
    element.contains(Some(&focused)).then_some(focused)
}

/// Moves focus to `element`, which may be part of a picture, without scrolling to it.
pub fn focus_quietly(element: &Element) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element of SVG has the method as well, though not the class.
    let element: &HtmlElement = element.unchecked_ref();
    element.focus_with_options(&options).ok();
}
