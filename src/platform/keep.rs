//! Keeping what the reader had before the app takes over from the page that the host wrote: how far
//! it is scrolled, what has the focus, which parts are open, which pictures are drawn.

use std::cell::RefCell;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement};

use super::{document, elements, focus_quietly, next_frame, scroll_to, scroll_y};
use crate::components::figure::DRAWN;

/// Everything that can have the focus or be opened, in the order of the page.
const STOPS: &str = "a[href],button,input,select,summary,[tabindex]";

thread_local! {
    /// Pictures by their id, as the host drew them.
    static DRAWINGS: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
}

/// The picture that the host drew under an id; empty where there is none.
#[must_use]
pub fn kept(id: &str) -> String {
    DRAWINGS.with_borrow(|all| {
        let found = all.iter().find(|it| it.0 == id);
        found.map_or_else(String::new, |it| it.1.clone())
    })
}

/// What the reader had, to be given back.
pub struct Kept {
    container: HtmlElement,
    scrolled: f64,
    focused: Option<usize>,
    opened: Vec<usize>,
}

/// Keeps what the reader has in `container`.
#[must_use]
pub fn keep_reading(container: &HtmlElement) -> Kept {
    let drawings = super::marked(container, DRAWN).into_iter().map(|it| {
        let id = it.get_attribute(DRAWN).unwrap_or_default();
        (id, it.inner_html())
    });
    DRAWINGS.set(drawings.collect());
    let stops = elements(container, STOPS);
    let focused = document().and_then(|it| it.active_element());
    let is_open = |it: &HtmlElement| {
        it.tag_name() == "SUMMARY"
            && it
                .parent_element()
                .is_some_and(|it| it.has_attribute("open"))
    };
    Kept {
        container: container.clone(),
        scrolled: scroll_y(),
        focused: focused.and_then(|it| {
            stops
                .iter()
                .position(|stop| it.is_same_node(Some(stop.unchecked_ref())))
        }),
        opened: (0..stops.len())
            .filter(|at| stops.get(*at).is_some_and(is_open))
            .collect(),
    }
}

impl Kept {
    /// Gives it back with the next frame, before it is painted: all islands are there then.
    pub fn restore(self) {
        next_frame(move || {
            let stops = elements(&self.container, STOPS);
            for stop in self.opened.iter().filter_map(|at| stops.get(*at)) {
                if let Some(details) = stop.parent_element() {
                    if details.tag_name() == "DETAILS" {
                        details.set_attribute("open", "").ok();
                    }
                }
            }
            if let Some(stop) = self.focused.and_then(|at| stops.get(at)) {
                let stop: &Element = stop.unchecked_ref();
                focus_quietly(stop);
            }
            if self.scrolled > 0.0 {
                let _ = scroll_to(self.scrolled);
            }
            next_frame(|| DRAWINGS.set(Vec::new()));
        });
    }
}
