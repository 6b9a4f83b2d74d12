//! A text: the same words in each language of the site.

use serde::{Deserialize, Serialize};

/// A language of the site. The order is the order in which languages are offered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Indonesian, the first language of most readers.
    #[default]
    Id,
    /// English.
    En,
}

impl Lang {
    /// Every language of the site.
    pub const ALL: [Self; 2] = [Self::Id, Self::En];

    /// The BCP 47 tag, which is also the first segment of an address.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// The language of a BCP 47 tag such as `id`, `en-GB` or `EN`; `None` for any other language.
    ///
    /// `in` is accepted as the old code of Indonesian, and `ms` (Malay) reads Indonesian.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        if ["id", "in", "ms"]
            .iter()
            .any(|it| primary.eq_ignore_ascii_case(it))
        {
            Some(Self::Id)
        } else if primary.eq_ignore_ascii_case("en") {
            Some(Self::En)
        } else {
            None
        }
    }
}

/// Words for the reader in both languages. Neither may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Text {
    /// English.
    pub en: String,
    /// Indonesian.
    pub id: String,
}

impl Text {
    /// The words in `lang`.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.id,
            Lang::En => &self.en,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_by_their_primary_part() {
        assert_eq!(Lang::from_tag("en-GB"), Some(Lang::En));
        assert_eq!(Lang::from_tag("ID"), Some(Lang::Id));
        assert_eq!(Lang::from_tag("ms-MY"), Some(Lang::Id));
        assert_eq!(Lang::from_tag("fr"), None);
        assert_eq!(Lang::from_tag(""), None);
    }
}
