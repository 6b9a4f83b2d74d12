//! A story: something that the data tell, in two sentences with a figure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Text;

/// Declares a type of the file of stories: strict on the host, and with a JSON Schema there.
macro_rules! story_types {
    ($($(#[$doc:meta])* pub struct $name:ident { $($body:tt)* })+) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
            #[cfg_attr(
                feature = "host",
                derive(schemars::JsonSchema),
                serde(deny_unknown_fields)
            )]
            pub struct $name { $($body)* }
        )+
    };
}

story_types! {
    /// `public/data/stories.json`.
    pub struct StoriesFile {
        /// Stories in the order in which they are told.
        pub stories: Vec<Story>,
    }

    /// A story. Its texts name values in braces: `{before}` stands for the value with its unit,
    /// `{before.year}` for its year.
    pub struct Story {
        /// Identifier, unique in the file.
        pub id: String,
        /// Title.
        pub title: Text,
        /// Two sentences.
        pub text: Text,
        /// Values that the texts name.
        pub values: BTreeMap<String, StoryValue>,
        /// What is shown beside the text.
        pub figure: StoryFigure,
        /// The page that shows it all: its address below the language.
        pub to: String,
    }

    /// A number of a story with what it is.
    pub struct StoryNumber {
        /// One of the story's values.
        pub value: String,
        /// What it is; may name values.
        pub label: Text,
    }

    /// Some series of an indicator.
    pub struct StorySeries {
        /// The city in whose file the indicator stands; absent for those in `indicators/`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub city: Option<String>,
        /// The indicator.
        pub indicator: String,
        /// Identifiers of its series in a city's file; places of its series otherwise. All when
        /// empty.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub series: Vec<String>,
        /// First year shown.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub from: Option<i32>,
    }
}

/// Where a value of a story stands in the data set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum StoryValue {
    /// A point of a series.
    Point {
        /// The city in whose file the indicator stands; absent for those in `indicators/`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        city: Option<String>,
        /// The indicator.
        indicator: String,
        /// Identifier of the series in a city's file; its place otherwise.
        series: String,
        /// Year of the point.
        year: i32,
    },
    /// Number of member cities in a year.
    Members(i32),
    /// Number of projects in the network in a year.
    Projects(i32),
    /// Number of projects that a report of the network gives.
    Reported {
        /// Identifier of the report.
        report: String,
        /// Which of its numbers.
        count: ReportedCount,
    },
    /// Number of programmes of a partner in this atlas.
    ProgramsOf(String),
    /// Number of all programmes in this atlas.
    AllPrograms {},
}

/// A number of a report of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReportedCount {
    /// All projects.
    Total,
    /// Those not begun.
    Planned,
    /// Those under way.
    Ongoing,
    /// Those done.
    Completed,
}

/// What is shown beside the text of a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "host", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum StoryFigure {
    /// Series of an indicator as lines.
    Lines(StorySeries),
    /// The number of projects in the network by year.
    ProjectTotals {},
    /// Two numbers.
    Pair([StoryNumber; 2]),
}
