//! The cut for the front page below its map.

use serde::{Deserialize, Serialize};

use super::published::Change;
use super::{Indicator, PartialDate, SourceKeys, Sources, Text};

/// `home.json`: what the data tell and what happened last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HomePage {
    /// Stories in their order.
    pub stories: Vec<HomeStory>,
    /// The latest meetings and milestones of the network, and all that are still to come when the
    /// data were gathered: newest first.
    pub milestones: Vec<HomeMilestone>,
    /// The latest changes of the data, newest first.
    pub changes: Vec<Change>,
    /// Sources of the file.
    pub sources: Sources,
}

/// A story with its values in their places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HomeStory {
    /// Identifier.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Two sentences.
    pub text: Text,
    /// The page that shows it all: its address below the language.
    pub to: String,
    /// What is drawn as lines.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chart: Option<Indicator>,
    /// Numbers that are shown where nothing is drawn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub numbers: Vec<HomeNumber>,
    /// Sources; none for what is counted in the atlas itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: SourceKeys,
}

/// A number in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomeNumber {
    /// The number.
    pub value: Text,
    /// What it is.
    pub label: Text,
}

/// A meeting or milestone, of the network or of a programme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomeMilestone {
    /// When, or when it begins.
    pub date: PartialDate,
    /// What.
    pub title: Text,
    /// Its page: the address below the language.
    pub to: String,
    /// Sources.
    pub sources: SourceKeys,
}
