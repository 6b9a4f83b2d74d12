//! The list of indicators and one indicator's chart, as their state stands in the query.

use form_urlencoded::{parse, Serializer};

use super::places::{read_places, write_pair, write_places};
use crate::model::Topic;

/// What the list of indicators shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndicatorList {
    /// What the reader typed, at most 100 characters.
    pub text: String,
    /// Indicators of one topic.
    pub topic: Option<Topic>,
}

impl IndicatorList {
    /// Reads a query; what it does not know is left out.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let mut list = Self::default();
        for (name, value) in parse(query.as_bytes()) {
            match &*name {
                "q" => list.text = value.chars().take(100).collect(),
                "topic" => list.topic = Topic::from_id(&value),
                _ => {}
            }
        }
        list
    }

    /// The query, empty when everything is shown.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = Serializer::new(String::new());
        if !self.text.is_empty() {
            query.append_pair("q", &self.text);
        }
        if let Some(topic) = self.topic {
            query.append_pair("topic", topic.id());
        }
        query.finish()
    }
}

/// How the values of an indicator are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChartKind {
    /// Lines over the years.
    #[default]
    Line,
    /// A table of all values.
    Table,
    /// Member states in shades, or cities as points, in one year.
    Map,
    /// Bars from the highest to the lowest in one year.
    Bars,
    /// A small chart for each place.
    Multiples,
    /// From the first year to the last, place by place.
    Difference,
}

impl ChartKind {
    /// Every kind, in the order of the tabs.
    pub const ALL: [Self; 6] = [
        Self::Line,
        Self::Table,
        Self::Map,
        Self::Bars,
        Self::Multiples,
        Self::Difference,
    ];

    /// The identifier in the query.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Table => "table",
            Self::Map => "map",
            Self::Bars => "bars",
            Self::Multiples => "multiples",
            Self::Difference => "difference",
        }
    }

    /// The kind of an identifier; lines for any other text.
    #[must_use]
    pub fn from_id(id: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|kind| kind.id() == id)
            .unwrap_or_default()
    }
}

/// The places of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Places {
    /// Those that the indicator's page names as its default.
    #[default]
    Default,
    /// All that the indicator has.
    All,
    /// Those that the reader chose: slugs of cities or codes of member states, in their order, each
    /// once, 1 to [`Places::MOST`] of them. Made by [`Places::of`].
    Chosen(Vec<String>),
}

impl Places {
    /// How many places can be chosen one by one: as many as the palette has colours.
    pub const MOST: usize = 8;

    /// The places of these identifiers. What is no identifier, comes twice or is too much is left
    /// out; with nothing left the places are the default.
    #[must_use]
    pub fn of(ids: &[&str]) -> Self {
        // "all" is the word for all of them, so it can name no place.
        let ids = ids.iter().copied().filter(|id| *id != "all");
        let chosen = read_places(ids, Self::MOST);
        if chosen.is_empty() {
            Self::Default
        } else {
            Self::Chosen(chosen)
        }
    }
}

/// The state of an indicator's chart: everything that a reader would share.
///
/// The page decides what fits the indicator: a place or a year that it does not have is passed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndicatorState {
    /// How the values are shown.
    pub kind: ChartKind,
    /// For which places.
    pub places: Places,
    /// First year; the indicator's first when absent.
    pub from: Option<i32>,
    /// Last year, not before the first; the indicator's last when absent.
    pub to: Option<i32>,
    /// The year of a map or of bars; the indicator's common year when absent.
    pub year: Option<i32>,
    /// Whether the scale is logarithmic.
    pub log: bool,
    /// Whether values are shown relative to the first year.
    pub relative: bool,
}

impl IndicatorState {
    /// Reads a query such as `kind=bars&places=IDN,VNM&year=2020`; what it does not know is left
    /// out.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let mut state = Self::default();
        for (name, value) in parse(query.as_bytes()) {
            match &*name {
                "kind" => state.kind = ChartKind::from_id(&value),
                "places" if &*value == "all" => state.places = Places::All,
                "places" => {
                    let ids: Vec<&str> = value.split(',').take(200).collect();
                    state.places = Places::of(&ids);
                }
                "from" => state.from = year(&value),
                "to" => state.to = year(&value),
                "year" => state.year = year(&value),
                "scale" => state.log = &*value == "log",
                "relative" => state.relative = &*value == "yes",
                _ => {}
            }
        }
        if let (Some(from), Some(to)) = (state.from, state.to) {
            if from > to {
                (state.from, state.to) = (None, None);
            }
        }
        state
    }

    /// The query: only what differs from the default, empty when nothing does.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = String::new();
        if self.kind != ChartKind::default() {
            write_pair(&mut query, "kind", self.kind.id());
        }
        match &self.places {
            Places::Default => {}
            Places::All => write_pair(&mut query, "places", "all"),
            Places::Chosen(ids) => write_places(&mut query, "places", ids),
        }
        for (name, year) in [("from", self.from), ("to", self.to), ("year", self.year)] {
            if let Some(year) = year {
                write_pair(&mut query, name, &year.to_string());
            }
        }
        if self.log {
            write_pair(&mut query, "scale", "log");
        }
        if self.relative {
            write_pair(&mut query, "relative", "yes");
        }
        query
    }
}

/// A calendar year of four digits.
fn year(text: &str) -> Option<i32> {
    text.parse().ok().filter(|it| (1000..=9999).contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Calls `with` for every combination of a few values of each part.
    fn each_state(mut with: impl FnMut(IndicatorState)) {
        let chosen = Places::of(&["IDN", "da-nang", "VNM"]);
        let most = Places::of(&["BRN", "KHM", "IDN", "LAO", "MYS", "MMR", "PHL", "SGP"]);
        for kind in ChartKind::ALL {
            for places in [Places::Default, Places::All, chosen.clone(), most.clone()] {
                for (from, to) in [
                    (None, None),
                    (Some(1889), None),
                    (None, Some(2035)),
                    (Some(1990), Some(2024)),
                    (Some(2000), Some(2000)),
                ] {
                    for year in [None, Some(1000), Some(9999)] {
                        for (log, relative) in
                            [(false, false), (true, false), (false, true), (true, true)]
                        {
                            with(IndicatorState {
                                kind,
                                places: places.clone(),
                                from,
                                to,
                                year,
                                log,
                                relative,
                            });
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn every_state_reads_back_and_writes_only_what_differs() {
        let mut count = 0;
        each_state(|state| {
            let query = state.query();
            assert_eq!(IndicatorState::parse(&query), state, "{query}");
            let parts = query.split('&').filter(|it| !it.is_empty()).count();
            let differs = [
                state.kind != ChartKind::Line,
                state.places != Places::Default,
                state.from.is_some(),
                state.to.is_some(),
                state.year.is_some(),
                state.log,
                state.relative,
            ];
            let expected = differs.into_iter().filter(|it| *it).count();
            assert_eq!(parts, expected, "{query}");
            count += 1;
        });
        assert_eq!(count, 6 * 4 * 5 * 3 * 4);
        assert_eq!(IndicatorState::default().query(), "");
    }

    #[test]
    fn a_query_can_be_read_aloud() {
        let state = IndicatorState {
            kind: ChartKind::Bars,
            places: Places::of(&["IDN", "VNM"]),
            year: Some(2020),
            log: true,
            ..IndicatorState::default()
        };
        assert_eq!(
            state.query(),
            "kind=bars&places=IDN,VNM&year=2020&scale=log"
        );
        // Mail programs and chats encode the comma.
        let encoded = "kind=bars&places=IDN%2CVNM&year=2020&scale=log";
        assert_eq!(IndicatorState::parse(encoded), state);
    }

    #[test]
    fn hostile_queries_fall_back_to_the_default() {
        let long = format!("places={}", ",".repeat(100_000));
        let slashes = format!("places={}", "../,".repeat(50));
        for query in [
            "kind=pie",
            "kind=%3Cscript%3E",
            "places=",
            "places=,,,",
            "places=all,all",
            "places=idn",
            "places=IDNX,<b>,%00,%ff",
            "places=%E2%80%AEIDN",
            "from=abc&to=-1",
            "from=2020&to=1990",
            "from=99999999999999999999",
            "from=1e3",
            "year=NaN",
            "year=999",
            "scale=LOG",
            "relative=1",
            "%%%=%%&&&=",
            &long,
            &slashes,
        ] {
            let state = IndicatorState::parse(query);
            let short = query.get(..40).unwrap_or(query);
            if query.starts_with("places=idn") {
                // Could be the slug of a city: the page passes over what it does not know.
                assert_eq!(state.places, Places::of(&["idn"]));
            } else {
                assert_eq!(state, IndicatorState::default(), "{short}");
            }
        }
        let many = format!("places={}", "IDN,a1,".repeat(1_000));
        assert_eq!(
            IndicatorState::parse(&many).places,
            Places::of(&["IDN", "a1"])
        );
        let all: Vec<String> = (0..50).map(|it| format!("city-{it}")).collect();
        match IndicatorState::parse(&format!("places={}", all.join(","))).places {
            Places::Chosen(chosen) => assert_eq!(chosen, all[..Places::MOST]),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_list_reads_back_whatever_was_typed() {
        for text in ["", "pm2.5", "đà & nẵng+%/?#", "a b", "=&=&"] {
            for topic in Topic::ALL.map(Some).into_iter().chain([None]) {
                let list = IndicatorList {
                    text: text.to_owned(),
                    topic,
                };
                assert_eq!(IndicatorList::parse(&list.query()), list);
            }
        }
        for query in ["topic=Health", "topic=%3C", "%%%=%%", "&&=&"] {
            assert_eq!(IndicatorList::parse(query), IndicatorList::default());
        }
        let long = format!("q={}", "x".repeat(5_000));
        assert_eq!(IndicatorList::parse(&long).text.len(), 100);
    }
}
