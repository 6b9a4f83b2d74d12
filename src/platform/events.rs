//! Where events come from, and the focus.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement};

use super::document;

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
