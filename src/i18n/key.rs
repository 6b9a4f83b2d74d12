//! A message: fixed words of the interface, in every language.
//!
//! A message is a variant of [`Key`], and the tables in the modules below give its words in both
//! languages, so a message without a translation does not compile. `{}` marks the place of a value.
//!
//! An enum is declared in one piece, but its rows stand by what they are about: each module is a macro
//! that hands its rows on to the next, and the last to [`messages`], which declares them all.
//!
//! The table itself is compiled in with the feature `words`: on the host and in tests. The app goes
//! without: it loads the words of the reader's language alone (see [`super::catalogue`]).

mod charts;
mod indicators;
mod network;
mod programs;
mod shell;
mod widgets;

use charts::charts;
use indicators::indicators;
use network::network;
use programs::programs;
use shell::shell;
use widgets::widgets;

use crate::find::split_once;
use crate::model::Lang;

/// Declares [`Key`] from rows of `Name: "English", "Indonesian";`, gathered from the macros that are named.
macro_rules! messages {
    ([$first:ident $($rest:ident)*] $($rows:tt)*) => {
        $first! { messages [$($rest)*] $($rows)* }
    };
    ([] $($name:ident: $en:literal, $id:literal;)+) => {
        /// A message of the interface.
        #[allow(clippy::doc_markdown, reason = "the words themselves, with names of others")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Key { $(#[doc = $en] $name,)+ }

        impl Key {
            /// How many messages there are.
            pub const COUNT: usize = [$(Self::$name),+].len();

            /// Every message.
            #[cfg(feature = "words")]
            pub const ALL: [Self; Self::COUNT] = [$(Self::$name),+];

            /// The words in `lang`.
            #[cfg(feature = "words")]
            #[must_use]
            pub const fn text(self, lang: Lang) -> &'static str {
                let (en, id) = match self { $(Self::$name => ($en, $id)),+ };
                match lang { Lang::En => en, Lang::Id => id }
            }
        }
    };
}

impl Key {
    /// The words in `lang`; empty as long as they are not installed.
    #[cfg(not(feature = "words"))]
    #[must_use]
    #[inline(never)] // one call for each message shown
    pub fn text(self, lang: Lang) -> &'static str {
        super::catalogue::text(lang, self as usize)
    }
}

impl Key {
    /// The words in `lang` with `value` in the place of `{}`.
    #[must_use]
    pub fn with(self, lang: Lang, value: &str) -> String {
        fill(self.text(lang), value)
    }

    /// The words in `lang` with `first` and `second` in the places of `{}`.
    #[must_use]
    pub fn with2(self, lang: Lang, first: &str, second: &str) -> String {
        // Split first, so that a `{}` inside a value is never taken for a place.
        let words = self.text(lang);
        let (before, rest) = split_once(words, "{}").unwrap_or((words, ""));
        [before, first, &fill(rest, second)].concat()
    }
}

/// `words` with `value` in the place of `{}`.
#[inline(never)] // one call for each message with a value
pub(super) fn fill(words: &str, value: &str) -> String {
    let (before, behind) = split_once(words, "{}").unwrap_or((words, ""));
    [before, value, behind].concat()
}

messages! { [shell charts indicators programs network widgets] }

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_has_words_and_the_same_places_in_both_languages() {
        for key in Key::ALL {
            let places = |lang| key.text(lang).matches("{}").count();
            assert!(
                !key.text(Lang::En).is_empty() && !key.text(Lang::Id).is_empty(),
                "{key:?}"
            );
            assert_eq!(places(Lang::En), places(Lang::Id), "{key:?}");
        }
    }

    #[test]
    fn values_stand_in_their_places_and_nowhere_else() {
        assert_eq!(Key::JoinedIn.with(Lang::En, "2018"), "joined 2018");
        assert_eq!(
            Key::CitiesShown.with2(Lang::Id, "{}", "38"),
            "{} dari 38 kota"
        );
    }
}
