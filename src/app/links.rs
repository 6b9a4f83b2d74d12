//! Links: one listener for the whole page, so that any `<a href>` is a link of the site, in HTML and
//! in SVG, written by a component or inside a string.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, MouseEvent};

use super::Site;
use crate::components::finder::{self, FINDER};
use crate::platform;

/// The attribute of links that jump to an element of the same page, with its id.
///
/// A plain `href="#id"` would lead to the site's root, because of the page's `<base>`.
pub const JUMP: &str = "data-jump";

/// Follows the links of the page.
pub fn listen(site: Site) {
    // Listens as long as the page lives.
    drop(window_event_listener(leptos::ev::click, move |event| {
        follow(site, &event);
    }));
}

fn follow(site: Site, event: &MouseEvent) {
    let elsewhere = event.button() != 0
        || event.ctrl_key()
        || event.meta_key()
        || event.shift_key()
        || event.alt_key();
    if elsewhere || event.default_prevented() {
        return;
    }
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let Some(link) = target.and_then(|target| target.closest("a[href]").ok().flatten()) else {
        return;
    };
    if let Some(id) = link.get_attribute(JUMP) {
        event.prevent_default();
        platform::scroll_into_view(&id);
        return;
    }
    if link.has_attribute("target") || link.has_attribute("download") {
        return;
    }
    if link.has_attribute(FINDER) {
        event.prevent_default();
        finder::open(site);
        return;
    }
    let address = link
        .get_attribute("href")
        .and_then(|href| site.read_link(&href));
    if let Some(address) = address {
        event.prevent_default();
        site.go(address);
    }
}
