//! The address bar: where the [`Place`] of an address is read and written.

use std::cell::RefCell;

use wasm_bindgen::JsValue;

use super::{document, meta, scroll_y, window};
use crate::route::{Address, Place};

/// The address bar with the history of this visit.
///
/// Remembers how far each entry was scrolled; the browser's own memory of it does not fit a page
/// whose content comes after the move.
pub struct AddressBar {
    place: Place,
    current: RefCell<u32>,
    last: RefCell<u32>,
    /// Entries with how far each was scrolled, in CSS pixels. A list: a visit has a few dozen.
    scrolled: RefCell<Vec<(u32, f64)>>,
}

impl AddressBar {
    /// The address bar of this page.
    #[must_use]
    pub fn new() -> Self {
        let base = document()
            .and_then(|document| document.base_uri().ok())
            .flatten();
        // The single-file edition is one file on a host as well, which knows no other paths.
        let place = if meta("atlas-edition").is_some() {
            Place::Hash
        } else {
            base.map_or(Place::Memory, |base| Place::of(&base))
        };
        let bar = Self::of(place);
        if let Some(entry) = entry() {
            bar.current.replace(entry);
            bar.last.replace(entry);
        }
        if let Some(Ok(history)) = window().map(|window| window.history()) {
            history
                .set_scroll_restoration(web_sys::ScrollRestoration::Manual)
                .ok();
        }
        bar
    }

    /// An address bar with no history, for addresses that live in `place`.
    #[must_use]
    pub fn of(place: Place) -> Self {
        Self {
            place,
            current: RefCell::new(0),
            last: RefCell::new(0),
            scrolled: RefCell::default(),
        }
    }

    /// Where addresses live on this page.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The absolute address shown now.
    #[must_use]
    pub fn href(&self) -> String {
        window()
            .and_then(|window| window.location().href().ok())
            .unwrap_or_default()
    }

    /// Shows `address` as a new entry of the history.
    pub fn push(&self, address: &Address) {
        self.keep_scroll();
        let entry = *self.last.borrow() + 1;
        self.last.replace(entry);
        self.current.replace(entry);
        self.write(address, |history, state, url| {
            history.push_state_with_url(state, "", url)
        });
    }

    /// Shows `address` in place of the present entry.
    pub fn replace(&self, address: &Address) {
        self.write(address, |history, state, url| {
            history.replace_state_with_url(state, "", url)
        });
    }

    /// To be called when the reader went back or forward: how far that entry was scrolled.
    #[must_use]
    pub fn returned(&self) -> f64 {
        self.keep_scroll();
        let entry = entry().unwrap_or(0);
        self.current.replace(entry);
        self.last.replace_with(|last| (*last).max(entry));
        let scrolled = self.scrolled.borrow();
        let known = scrolled.iter().find(|(known, _)| *known == entry);
        known.map_or(0.0, |(_, y)| *y)
    }

    fn keep_scroll(&self) {
        let entry = *self.current.borrow();
        let mut scrolled = self.scrolled.borrow_mut();
        scrolled.retain(|(known, _)| *known != entry);
        scrolled.push((entry, scroll_y()));
    }

    fn write(
        &self,
        address: &Address,
        act: impl FnOnce(&web_sys::History, &JsValue, Option<&str>) -> Result<(), JsValue>,
    ) {
        let url = match &self.place {
            Place::Path { root } => format!("{root}{}", address.href()),
            Place::Hash => self.place.href(address),
            Place::Memory => return,
        };
        let state = JsValue::from_f64(f64::from(*self.current.borrow()));
        if let Some(Ok(history)) = window().map(|window| window.history()) {
            // Refused in some frames: the page then moves without its address.
            act(&history, &state, Some(&url)).ok();
        }
    }
}

/// The number of the present entry, from its state.
fn entry() -> Option<u32> {
    let state = window()?.history().ok()?.state().ok()?.as_f64()?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    // written below, from a u32
    Some(state as u32)
}

impl Default for AddressBar {
    fn default() -> Self {
        Self::new()
    }
}
