//! A catalogue: the words of every message in one language, as a file of the cut.
//!
//! `words/<tag>.json` is a list of texts: the messages in the order of [`Key`], then the words of the
//! units. The host writes it from the tables in `key.rs` and `unit.rs`; the app, which is compiled without the tables, loads the one of the reader's language
//! before it shows anything. A reader thus fetches one language and not all of them, and a new page
//! costs the wasm no words.

use super::{unit, Key};
use crate::model::Lang;

/// The name of the file below the folder of the cut.
#[must_use]
pub fn file(lang: Lang) -> String {
    ["words/", lang.tag(), ".json"].concat()
}

/// The texts of the file.
#[cfg(feature = "words")]
#[must_use]
pub fn texts(lang: Lang) -> Vec<&'static str> {
    let messages = Key::ALL.map(|key| key.text(lang));
    messages.into_iter().chain(unit::texts(lang)).collect()
}

/// The place of a unit's first text of two in a catalogue.
#[must_use]
pub const fn place_of(unit: crate::model::Unit) -> usize {
    Key::COUNT + 2 * unit as usize
}

/// How many texts a catalogue has.
const COUNT: usize = Key::COUNT + unit::COUNT;

#[cfg(not(feature = "words"))]
pub use installed::text;
pub use installed::{install, install_some, is_installed};

/// Without the table: the words that were loaded.
#[cfg(not(feature = "words"))]
mod installed {
    use std::sync::OnceLock;

    use super::{Lang, COUNT};

    static ENGLISH: OnceLock<Vec<String>> = OnceLock::new();
    static INDONESIAN: OnceLock<Vec<String>> = OnceLock::new();

    const fn words(lang: Lang) -> &'static OnceLock<Vec<String>> {
        match lang {
            Lang::En => &ENGLISH,
            Lang::Id => &INDONESIAN,
        }
    }

    /// Makes `texts` the words of `lang`; false when they are not as many as there must be.
    #[must_use]
    pub fn install(lang: Lang, texts: Vec<String>) -> bool {
        let complete = texts.len() == COUNT;
        if complete {
            // Only the first ones count: messages already shown stay as they are.
            words(lang).get_or_init(|| texts);
        }
        complete
    }

    /// Makes `some`, texts with their places, the words of `lang`; all others are empty. For a widget,
    /// which needs few.
    pub fn install_some(lang: Lang, some: Vec<(usize, String)>) {
        let mut texts = vec![String::new(); COUNT];
        for (place, text) in some {
            if let Some(it) = texts.get_mut(place) {
                *it = text;
            }
        }
        words(lang).get_or_init(|| texts);
    }

    /// Whether the words of `lang` are there.
    #[must_use]
    pub fn is_installed(lang: Lang) -> bool {
        words(lang).get().is_some()
    }

    /// The words of a message by its place; empty as long as they are not installed.
    #[must_use]
    pub fn text(lang: Lang, place: usize) -> &'static str {
        words(lang)
            .get()
            .and_then(|texts| texts.get(place))
            .map_or("", String::as_str)
    }
}

/// With the table: nothing to load.
#[cfg(feature = "words")]
mod installed {
    use super::{Lang, COUNT};

    /// Whether `texts` could be the words of a language. They are compiled in, so nothing changes.
    #[allow(clippy::needless_pass_by_value)] // as without the table
    #[must_use]
    pub fn install(_: Lang, texts: Vec<String>) -> bool {
        texts.len() == COUNT
    }

    /// Nothing: they are compiled in.
    #[allow(clippy::needless_pass_by_value)] // as without the table
    pub fn install_some(_: Lang, _: Vec<(usize, String)>) {}

    /// Whether the words of `lang` are there: always.
    #[must_use]
    pub fn is_installed(_: Lang) -> bool {
        true
    }
}

#[cfg(all(test, feature = "words"))]
mod tests {
    use super::*;

    #[test]
    fn a_catalogue_has_every_message_in_its_place() {
        for lang in Lang::ALL {
            let texts = texts(lang);
            for key in Key::ALL {
                assert_eq!(texts[key as usize], key.text(lang), "{key:?}");
            }
        }
        assert_eq!(file(Lang::Id), "words/id.json");
    }

    #[test]
    fn a_catalogue_of_another_version_is_refused() {
        let texts = |count| vec![String::new(); count];
        assert!(install(Lang::En, texts(COUNT)));
        assert!(!install(Lang::En, texts(COUNT - 1)));
        assert!(!install(Lang::En, texts(COUNT + 1)));
    }
}
