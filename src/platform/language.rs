//! The reader's language: as saved, else as the browser says, else Indonesian.

use super::{load, save, window, Setting};
use crate::model::Lang;

/// The language in which a reader without a language in the address is greeted.
#[must_use]
pub fn preferred_lang() -> Lang {
    let saved = load(Setting::Lang).and_then(|tag| Lang::from_tag(&tag));
    saved.or_else(browser_lang).unwrap_or_default()
}

fn browser_lang() -> Option<Lang> {
    let languages = window()?.navigator().languages();
    languages
        .iter()
        .filter_map(|tag| tag.as_string())
        .find_map(|tag| Lang::from_tag(&tag))
}

/// Keeps the reader's choice for the next visit.
pub fn remember_lang(lang: Lang) {
    save(Setting::Lang, lang.tag());
}
