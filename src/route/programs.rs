//! The filters of the partner programmes and their timeline, as they stand in the query.

use form_urlencoded::{parse, Serializer};

use super::{is_slug, places::write_pair};
use crate::model::{Country, FocusArea, ProgramKind};
use crate::timeline::{civil, day_of};

/// What the lanes of the timeline stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lanes {
    /// Partners.
    #[default]
    Partner,
    /// What programmes mainly give.
    Kind,
    /// Member states.
    Country,
    /// Cities.
    City,
}

impl Lanes {
    /// Every choice.
    pub const ALL: [Self; 4] = [Self::Partner, Self::Kind, Self::Country, Self::City];

    /// The identifier in the query.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Partner => "partner",
            Self::Kind => "kind",
            Self::Country => "country",
            Self::City => "city",
        }
    }

    /// The choice of an identifier; partners for any other text.
    #[must_use]
    pub fn from_id(id: &str) -> Self {
        let mut all = Self::ALL.into_iter();
        all.find(|it| it.id() == id).unwrap_or_default()
    }
}

/// What the page of programmes shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProgramList {
    /// What the reader typed, at most 100 characters.
    pub text: String,
    /// Programmes of one partner, by slug.
    pub partner: Option<String>,
    /// Programmes that mainly give one thing.
    pub kind: Option<ProgramKind>,
    /// Programmes that name one city, by slug.
    pub city: Option<String>,
    /// Programmes in one member state.
    pub country: Option<Country>,
    /// Programmes in one focus area.
    pub focus: Option<FocusArea>,
    /// Programmes that run today, or of which no source says that they ended.
    pub running: bool,
    /// What the lanes stand for.
    pub lanes: Lanes,
    /// First and last day in sight, as days since 1970; everything when absent.
    pub window: Option<(i32, i32)>,
    /// Whether the timeline is opened where the list comes first.
    pub timeline: bool,
}

impl ProgramList {
    /// Reads a query; what it does not know is left out.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let mut list = Self::default();
        let (mut from, mut to) = (None, None);
        for (name, value) in parse(query.as_bytes()) {
            match &*name {
                "q" => list.text = value.chars().take(100).collect(),
                "partner" => list.partner = slug(&value),
                "kind" => list.kind = ProgramKind::from_id(&value),
                "city" => list.city = slug(&value),
                "country" => list.country = Country::from_code(&value),
                "focus" => list.focus = FocusArea::from_id(&value),
                "running" => list.running = &*value == "yes",
                "lanes" => list.lanes = Lanes::from_id(&value),
                "from" => from = day(&value),
                "to" => to = day(&value),
                "view" => list.timeline = &*value == "timeline",
                _ => {}
            }
        }
        list.window = from.zip(to).filter(|(from, to)| from < to);
        list
    }

    /// The query: only what differs from the default, empty when nothing does.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = String::new();
        if !self.text.is_empty() {
            let mut typed = Serializer::new(query);
            typed.append_pair("q", &self.text);
            query = typed.finish();
        }
        let window = self.window.map(|(from, to)| (written(from), written(to)));
        let pairs = [
            ("partner", self.partner.as_deref()),
            ("kind", self.kind.map(ProgramKind::id)),
            ("city", self.city.as_deref()),
            ("country", self.country.map(Country::code)),
            ("focus", self.focus.map(FocusArea::id)),
            ("running", self.running.then_some("yes")),
            (
                "lanes",
                (self.lanes != Lanes::default()).then_some(self.lanes.id()),
            ),
            ("from", window.as_ref().map(|it| it.0.as_str())),
            ("to", window.as_ref().map(|it| it.1.as_str())),
            ("view", self.timeline.then_some("timeline")),
        ];
        for (name, value) in pairs {
            if let Some(value) = value {
                write_pair(&mut query, name, value);
            }
        }
        query
    }

    /// Whether any filter narrows the list.
    #[must_use]
    pub fn is_filtered(&self) -> bool {
        let plain = Self {
            lanes: self.lanes,
            window: self.window,
            timeline: self.timeline,
            ..Self::default()
        };
        *self != plain
    }
}

fn slug(value: &str) -> Option<String> {
    (!value.is_empty() && is_slug(value)).then(|| value.to_owned())
}

/// The day of a text such as `2023-07-12`.
fn day(text: &str) -> Option<i32> {
    let date = text.parse().ok()?;
    Some(day_of(date).from)
}

/// A day as the query has it.
fn written(day: i32) -> String {
    let (year, month, day) = civil(day);
    let two = |number: u8| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    [&year.to_string(), "-", &two(month), "-", &two(day)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_reads_back_and_writes_only_what_differs() {
        let mut count = 0;
        for text in ["", "đà & nẵng+%/?#"] {
            for kind in ProgramKind::ALL.map(Some).into_iter().chain([None]) {
                for lanes in Lanes::ALL {
                    for window in [None, Some((17_000, 17_001)), Some((-800, 21_000))] {
                        for flag in [false, true] {
                            let list = ProgramList {
                                text: text.to_owned(),
                                partner: flag.then(|| "un-habitat".to_owned()),
                                kind,
                                city: flag.then(|| "da-nang".to_owned()),
                                country: flag.then_some(Country::Vnm),
                                focus: flag.then_some(FocusArea::CivicSocial),
                                running: flag,
                                lanes,
                                window,
                                timeline: !flag,
                            };
                            let query = list.query();
                            assert_eq!(ProgramList::parse(&query), list, "{query}");
                            count += 1;
                        }
                    }
                }
            }
        }
        assert_eq!(count, 2 * 8 * 4 * 3 * 2);
        assert_eq!(ProgramList::default().query(), "");
    }

    #[test]
    fn a_query_can_be_read_aloud() {
        let list = ProgramList {
            partner: Some("jpn".to_owned()),
            lanes: Lanes::City,
            window: Some((day("2018-01-01").unwrap(), day("2021-12-31").unwrap())),
            ..ProgramList::default()
        };
        assert_eq!(
            list.query(),
            "partner=jpn&lanes=city&from=2018-01-01&to=2021-12-31"
        );
        assert!(list.is_filtered() && !ProgramList::default().is_filtered());
    }

    #[test]
    fn hostile_queries_fall_back_to_the_default() {
        let long = format!("q={}", "x".repeat(5_000));
        assert_eq!(ProgramList::parse(&long).text.len(), 100);
        for query in [
            "partner=%3Cscript%3E",
            "partner=",
            "city=../x",
            "kind=Funding",
            "country=idn",
            "focus=none",
            "running=1",
            "lanes=year",
            "from=2020-01-01",
            "from=2020-01-01&to=2019-01-01",
            "from=2020-13-01&to=soon",
            "from=99999-01-01&to=99999-02-01",
            "view=list",
            "%%%=%%&&&=",
        ] {
            assert_eq!(ProgramList::parse(query), ProgramList::default(), "{query}");
        }
    }
}
