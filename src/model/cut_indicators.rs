//! The part of the cut for the explorer of indicators and the pages of countries.
//!
//! `indicators/index.json` is what the list loads, `indicators/<id>.json` one page of it, and
//! `asean.json` what every country is compared with.

use serde::{Deserialize, Serialize};

use super::{
    Better, Chair, Conflict, Country, Indicator, Level, Officer, Point, Scope, Shepherd, Sources,
    Text, Topic, Unit,
};

/// `indicators/index.json`: every indicator in short.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndicatorIndex {
    /// Indicators by topic; in a topic those of countries before those of cities, those of many
    /// places before those of few.
    pub indicators: Vec<IndicatorEntry>,
}

impl IndicatorIndex {
    /// The indicator of an identifier.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&IndicatorEntry> {
        self.indicators.iter().find(|entry| entry.id == id)
    }
}

/// An indicator in the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndicatorEntry {
    /// Identifier: the segment of the address and the name of the file.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Other words that readers type in search, with spaces between them; never shown.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub aliases: String,
    /// What it is about.
    pub topic: Topic,
    /// Unit of every value.
    pub unit: Unit,
    /// What the places are.
    pub level: Level,
    /// What the values describe when it is not the place itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// Number of places.
    pub places: u32,
    /// First year with a value.
    pub first: i32,
    /// Last year with a value, projections included.
    pub last: i32,
    /// The place whose newest value stands for the indicator: the first of its default places.
    pub place: String,
    /// Newest measured value of that place (a projection where nothing was measured), without keys
    /// of sources.
    pub latest: Point,
    /// Who published the newest value; the sources themselves stand on the indicator's page.
    pub publishers: Vec<String>,
    /// Newest measured values of the same series for a sparkline, in order of year, without keys of
    /// sources: at most sixteen, and only where there are two.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spark: Vec<Point>,
    /// Year from which the method of what the sparkline shows differs, where that is inside of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub break_at: Option<i32>,
}

/// `indicators/<id>.json`: everything of one indicator's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndicatorPage {
    /// The indicator with the series of every place; its level is always said.
    pub indicator: Indicator,
    /// What it is about.
    pub topic: Topic,
    /// The places that a chart shows before the reader chooses, most wanted first.
    pub default_places: Vec<String>,
    /// The newest year for which most places have a measured value.
    pub common_year: i32,
    /// What cities say of their own figures beyond the indicator's words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own_words: Vec<OwnWords>,
}

/// What a city says of its own figures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnWords {
    /// Slug of the city.
    pub place: String,
    /// The name under which the city's figures were gathered, where it differs from the indicator's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    /// What to keep in mind of these figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// Where the sources of this city disagree about the indicator.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<Conflict>,
}

/// `asean.json`: what the member states have in common and are compared by.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AseanPage {
    /// Chairs of the network by year.
    pub chairs: Vec<Chair>,
    /// Shepherds of the network, in order of time.
    pub shepherds: Vec<Shepherd>,
    /// Who speaks for each state by the newest statement, in the order of ASEAN.
    pub representatives: Vec<Representative>,
    /// The range of each indicator of countries, by topic as in the list of indicators.
    pub ranges: Vec<AseanRange>,
    /// Sources of the file.
    pub sources: Sources,
}

impl AseanPage {
    /// The range of an indicator.
    #[must_use]
    pub fn range(&self, id: &str) -> Option<&AseanRange> {
        self.ranges.iter().find(|range| range.id == id)
    }
}

/// Who speaks for a member state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Representative {
    /// Member state.
    pub country: Country,
    /// The National Representative as of the newest statement.
    pub officer: Officer,
}

/// How far apart the member states lie in one year: the newest for which most of them have a
/// measured value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AseanRange {
    /// Identifier of the indicator.
    pub id: String,
    /// Name of the indicator.
    pub name: Text,
    /// What it is about.
    pub topic: Topic,
    /// Unit of every value.
    pub unit: Unit,
    /// Which direction is an improvement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub better: Option<Better>,
    /// The year of all values.
    pub year: i32,
    /// The middle value; between two middle values exactly half way.
    pub median: f64,
    /// The values from the lowest to the highest, at least one. States without a value in this year
    /// are absent.
    pub values: Vec<StateValue>,
}

/// The value of a member state in the year of its range.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StateValue {
    /// Member state.
    pub country: Country,
    /// Year, value and sources.
    pub point: Point,
}

impl AseanRange {
    /// The state with the lowest value.
    #[must_use]
    pub fn lowest(&self) -> Option<&StateValue> {
        self.values.first()
    }

    /// The state with the highest value.
    #[must_use]
    pub fn highest(&self) -> Option<&StateValue> {
        self.values.last()
    }

    /// The value of a state.
    #[must_use]
    pub fn of(&self, country: Country) -> Option<&StateValue> {
        self.values.iter().find(|it| it.country == country)
    }
}
