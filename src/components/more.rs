//! A long list shown some at a time, with a button below it that shows more.

use leptos::prelude::*;

use super::part::Part;
use crate::i18n::Key;
use crate::model::Lang;
use crate::platform;

/// How many rows of a list are shown: some at first, and as many more with each press of a button.
#[derive(Clone, Copy)]
pub struct More {
    /// Tells the button from others.
    id: &'static str,
    step: usize,
    most: RwSignal<usize>,
}

impl More {
    /// `step` rows at a time, with a button of this `id`.
    #[must_use]
    pub fn new(id: &'static str, step: usize) -> Self {
        let most = RwSignal::new(step);
        Self { id, step, most }
    }

    /// Begins at the first rows again, because others are asked for.
    pub fn restart(self) {
        self.most.set(self.step);
    }

    /// How many of `all` rows are shown now, and whenever that changes; the button is there as long as
    /// these are not all.
    #[must_use]
    pub fn shown(self, all: usize) -> usize {
        let shown = self.most.get().min(all);
        if let Some(button) = platform::element(self.id) {
            platform::put(&button, "hidden", &(shown == all).into());
        }
        shown
    }

    /// Writes the button, hidden until it is known that there are more.
    pub fn button(self, part: &mut Part, lang: Lang) {
        let button = [("type", "button"), ("id", self.id), ("hidden", "hidden")];
        let click = move |_| self.most.update(|it| *it += self.step);
        part.open_hearing("button", &button, &["click"], click)
            .text(Key::DataMore.text(lang))
            .close();
    }
}
