//! The platform: every capability of the browser that the app uses, each of which may be missing.
//!
//! A page may run in a frame without storage, from a disk without a history, or in a browser that
//! lacks an observer. No other module touches `web_sys` for these; each function here says what it
//! does when the capability is missing, and none panics.

mod address_bar;
mod clock;
mod events;
#[cfg(feature = "csr")]
mod fields;
mod hold;
#[cfg(feature = "csr")]
mod keep;
mod language;
mod later;
mod observer;
mod page;
mod paper;
mod save;
mod storage;
mod theme;

pub use address_bar::AddressBar;
#[cfg(not(feature = "csr"))]
pub use clock::use_day;
pub use clock::{data_day, this_day, today};
pub use events::{focus_quietly, focused_in, target_of};
#[cfg(feature = "csr")]
pub use fields::Fields;
pub use hold::{hold, listen};
#[cfg(feature = "csr")]
pub use keep::{clear, kept, take_over, taken_over};
pub use language::{preferred_lang, remember_lang};
#[cfg(feature = "csr")]
pub use later::is_left;
pub use later::later;
pub use observer::{when_near, when_resized};
pub use page::{
    announce, base, bring_script, div, element, elements, focus, focus_heading, lang, mark_root,
    marked, marked_at, messaged, meta, move_to, next_frame, open, place_in, put, query,
    reading_place, reload, resized, return_to, scroll_into_view, scroll_to, scroll_to_top,
    scroll_y, set_lang, set_title, start_failed, target, value,
};
pub use paper::{is_printed, prepare_paper, OPEN_ON_PAPER, PRINTED_FROM};
pub use save::{can_share, copy, every, reduced_motion, save_file, save_png, share};
pub use storage::{load, save, Setting};
pub use theme::{apply_theme, saved_theme};

use wasm_bindgen::JsValue;

/// Marks a picture that the host drew, with an id of its own: it stays until the browser draws.
pub const DRAWN: &str = "data-drawn";

/// Whether the code runs in a page: in the app or in a live widget.
const IN_BROWSER: bool = cfg!(any(feature = "csr", feature = "widget"));

/// The window; `None` outside a page.
fn window() -> Option<web_sys::Window> {
    // On the host there is not even a place to ask.
    if IN_BROWSER {
        web_sys::window()
    } else {
        None
    }
}

/// The document; `None` outside a page.
fn document() -> Option<web_sys::Document> {
    window()?.document()
}

/// Writes the cause of a failure that no part of the app could handle to the console, as an error.
pub fn fail(message: &str) {
    if IN_BROWSER {
        web_sys::console::error_1(&JsValue::from_str(message));
    }
}

/// Writes a technical detail to the console, for those who look for a cause.
pub fn log(message: &str) {
    if IN_BROWSER {
        web_sys::console::warn_1(&JsValue::from_str(message));
    }
}
