//! Paper: the page as it is printed. The looks are in `style/print.css`.

use std::sync::atomic::{AtomicBool, Ordering};

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::{document, element, elements, listen, window};

/// Id of the element that tells on paper what was printed.
pub const PRINTED_FROM: &str = "printed-from";

/// Marks a `<details>` that is open for as long as the page is printed.
pub const OPEN_ON_PAPER: &str = "data-paper";

/// The title of the page as a property of the root, with which `style/print.css` heads each sheet.
const TITLE: &str = "--paper-title";

static IS_PRINTED: AtomicBool = AtomicBool::new(false);

/// Whether the page is being printed. What is made now is made for paper, and a `<details>` is to be
/// open and marked with [`OPEN_ON_PAPER`].
#[must_use]
pub fn is_printed() -> bool {
    IS_PRINTED.load(Ordering::Relaxed)
}

/// From now on opens each `<details>` while the page is printed, and puts its title and its address
/// where paper shows them. Where the browser does not tell of it, only what is open is printed.
pub fn prepare_paper() {
    let Some(window) = window() else { return };
    // No element, but a target of events as well.
    let window = window.unchecked_ref();
    listen(window, &["beforeprint", "afterprint"], |event| {
        let Some(document) = document() else { return };
        let Some(root) = document.document_element() else {
            return;
        };
        let root: &HtmlElement = root.unchecked_ref();
        let is_printed = event.type_() == "beforeprint";
        IS_PRINTED.store(is_printed, Ordering::Relaxed);
        if !is_printed {
            for it in elements(root, "[data-paper]") {
                it.remove_attribute("open").ok();
                it.remove_attribute(OPEN_ON_PAPER).ok();
            }
            return;
        }
        for it in elements(root, "details:not([open])") {
            it.set_attribute(OPEN_ON_PAPER, "1").ok();
            it.set_attribute("open", "").ok();
        }
        // In quotes, with those inside escaped, as CSS wants it too.
        let title = js_sys::JSON::stringify(&document.title().into());
        if let Some(title) = title.ok().and_then(|it| it.as_string()) {
            root.style().set_property(TITLE, &title).ok();
        }
        if let Some(place) = element(PRINTED_FROM) {
            place.set_text_content(document.url().ok().as_deref());
        }
    });
}
