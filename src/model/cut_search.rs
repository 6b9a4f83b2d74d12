//! The cut for search: everything that a reader can look for, in one file; of a large network, in parts.

use serde::{Deserialize, Serialize};

use super::Lang;

/// What kind of thing was found, in the order in which kinds are shown when they fit alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Found {
    /// A city of the network.
    City,
    /// A member state.
    Country,
    /// A page of the site.
    Page,
    /// A project of a city.
    Project,
    /// A partner programme.
    Program,
    /// Who pays for programmes or runs them.
    Partner,
    /// An indicator.
    Indicator,
    /// A meeting or another milestone of the network.
    Meeting,
    /// Someone who holds an office in the network.
    Person,
    /// A focus area.
    Focus,
    /// A publication on which facts of the atlas rest.
    Source,
}

impl Found {
    /// Every kind, in their order.
    pub const ALL: [Self; 11] = [
        Self::City,
        Self::Country,
        Self::Page,
        Self::Project,
        Self::Program,
        Self::Partner,
        Self::Indicator,
        Self::Meeting,
        Self::Person,
        Self::Focus,
        Self::Source,
    ];

    /// The name in addresses and in the file.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::Country => "country",
            Self::Page => "page",
            Self::Project => "project",
            Self::Program => "program",
            Self::Partner => "partner",
            Self::Indicator => "indicator",
            Self::Meeting => "meeting",
            Self::Person => "person",
            Self::Focus => "focus",
            Self::Source => "source",
        }
    }

    /// The kind of a name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// `search.json`: everything that can be found; of a large network without the kinds that have many
/// things, which stand in parts, of the same form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchIndex {
    /// Things of a kind, in the order of [`Found::ALL`].
    pub groups: Vec<SearchGroup>,
    /// The parts of a large network, a start before those that begin with it: part `n` is in
    /// `search/n.json`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<SearchPart>,
}

/// A part of the index: things of which a word begins alike.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchPart {
    /// The letters with which the word begins, folded.
    pub start: String,
    /// How many things with such a word are left out: too many begin so. Parts with longer starts
    /// have them.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub left: usize,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // as serde asks
fn is_zero(count: &usize) -> bool {
    *count == 0
}

/// Things of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchGroup {
    /// Their kind.
    pub kind: Found,
    /// The things, in the order in which they are shown when they fit alike.
    pub entries: Vec<SearchEntry>,
}

/// One thing that can be found. What is the same in both languages stands once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchEntry {
    /// Its page: the address below the language, such as `cities/sumedang/`.
    pub to: String,
    /// Its name in English.
    pub en: String,
    /// Its name in Indonesian, where that differs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// What tells it from others of the same name, in English: the city of a project, the office of
    /// a person.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about_en: String,
    /// The same in Indonesian, where that differs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about_id: String,
    /// Other names, set apart by [`SearchEntry::APART`].
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub also: String,
}

impl SearchEntry {
    /// Stands between other names.
    pub const APART: char = ';';

    /// The name in a language.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        either(lang, &self.en, &self.id)
    }

    /// What tells it from others, in a language; may be empty.
    #[must_use]
    pub fn about(&self, lang: Lang) -> &str {
        either(lang, &self.about_en, &self.about_id)
    }
}

/// The words of a language; the Indonesian ones are left out where they are the English ones.
fn either<'t>(lang: Lang, en: &'t str, id: &'t str) -> &'t str {
    if lang == Lang::En || id.is_empty() {
        en
    } else {
        id
    }
}
