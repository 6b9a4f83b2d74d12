//! Keeping what the reader had before the app takes over from the page that the host wrote: how far
//! it is scrolled, what has the focus, what is typed, which parts are open, which pictures are drawn.

use std::cell::RefCell;

use web_sys::{Element, Event, EventInit, HtmlElement};

use super::{
    elements, focus_quietly, focused_in, marked, next_frame, put, scroll_to, scroll_y, value, DRAWN,
};

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

/// Fields to type in.
const TYPED: &str = "input[type=search]";
/// The attribute of what is open.
const OPEN: &str = "open";

/// Has `act` replace what is in `container`, and gives back to the reader what they had in it with the
/// next frame, before it is painted: all islands are there then.
pub fn replace(container: HtmlElement, act: impl FnOnce()) {
    let drawings = marked(&container, DRAWN).into_iter().map(|it| {
        let id = it.get_attribute(DRAWN).unwrap_or_default();
        (id, it.inner_html())
    });
    DRAWINGS.set(drawings.collect());
    let scrolled = scroll_y();
    // The host writes the same parts to open, in the same order.
    let open: Vec<bool> = elements(&container, "details")
        .iter()
        .map(|it| it.has_attribute(OPEN))
        .collect();
    let typed: Vec<String> = elements(&container, TYPED)
        .iter()
        .map(|it| value(it))
        .collect();
    let focused = focused_in(&container).map(|it| (it.tag_name(), it.text_content()));
    container.set_inner_html("");
    act();
    next_frame(move || {
        for (part, _) in elements(&container, "details")
            .iter()
            .zip(open)
            .filter(|it| it.1)
        {
            part.set_attribute(OPEN, "").ok();
        }
        let fields = elements(&container, TYPED);
        for (field, typed) in fields.iter().zip(typed).filter(|it| !it.1.is_empty()) {
            put(field, "value", &typed.into());
            // The page hears of it as if it were typed now.
            let event = EventInit::new();
            event.set_bubbles(true);
            if let Ok(event) = Event::new_with_event_init_dict("input", &event) {
                field.dispatch_event(&event).ok();
            }
        }
        if let Some((tag, words)) = focused {
            let again = elements(&container, &tag);
            if let Some(it) = again.iter().find(|it| it.text_content() == words) {
                let it: &Element = it;
                focus_quietly(it);
            }
        }
        if scrolled > 0.0 {
            let _ = scroll_to(scrolled);
        }
        next_frame(|| DRAWINGS.set(Vec::new()));
    });
}
