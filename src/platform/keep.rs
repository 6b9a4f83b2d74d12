//! Keeping what the reader had before the app takes over from the page that the host wrote: how far
//! it is scrolled, what has the focus, what is typed, which parts are open, which pictures are drawn.

use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, Ordering};

use web_sys::{Element, HtmlElement};

use super::{
    elements, focus_quietly, focused_in, is_left, later, marked, next_frame, scroll_to, scroll_y,
    Fields, DRAWN, OPEN_ON_PAPER,
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

/// The attribute of what is open.
const OPEN: &str = "open";
/// Marks the page's container when the app has taken over.
const TAKEN: &str = "data-island";

/// Whether the app takes over: until then what it makes anew stood there before.
static TAKES_OVER: AtomicBool = AtomicBool::new(false);

/// The app begins to take over.
pub fn take_over() {
    TAKES_OVER.store(true, Ordering::Relaxed);
}

/// Ends the takeover of what is in `container` once nothing is left to be done [`later`].
pub fn taken_over(container: HtmlElement) {
    later(Box::new(move || {
        if is_left() {
            return taken_over(container);
        }
        TAKES_OVER.store(false, Ordering::Relaxed);
        container.set_attribute(TAKEN, "1").ok();
        next_frame(|| next_frame(|| DRAWINGS.set(Vec::new())));
    }));
}

/// Takes away what is in `place`, where the same or what follows from it is then made anew, and gives
/// back to the reader what they had in it with the next frame, before it is painted: all islands are there
/// then.
pub fn clear(place: &HtmlElement) {
    let drawings = marked(place, DRAWN).into_iter().map(|it| {
        let id = it.get_attribute(DRAWN).unwrap_or_default();
        (id, it.inner_html())
    });
    DRAWINGS.with_borrow_mut(|all| all.extend(drawings));
    let scrolled = scroll_y();
    // The host writes the same parts to open, in the same order.
    let open: Vec<bool> = elements(place, "details")
        .iter()
        // What is open for paper alone is closed by those who opened it.
        .map(|it| it.has_attribute(OPEN) && !it.has_attribute(OPEN_ON_PAPER))
        .collect();
    let fields = Fields::of(place);
    let focused = focused_in(place).map(|it| (it.tag_name(), it.text_content()));
    place.set_inner_html("");
    let place = place.clone();
    let takes_over = TAKES_OVER.load(Ordering::Relaxed);
    next_frame(move || {
        for (part, _) in elements(&place, "details")
            .iter()
            .zip(open)
            .filter(|it| it.1)
        {
            part.set_attribute(OPEN, "").ok();
        }
        fields.tell_those_of(&place);
        if let Some((tag, words)) = focused {
            let again = elements(&place, &tag);
            if let Some(it) = again.iter().find(|it| it.text_content() == words) {
                let it: &Element = it;
                focus_quietly(it);
            }
        }
        // Later than that the reader scrolls to what is drawn.
        if takes_over && scrolled > 0.0 {
            let _ = scroll_to(scrolled);
        }
    });
}
