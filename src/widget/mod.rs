//! A widget: a part of the atlas that another site shows in a frame.
//!
//! What it shows is a [`Widget`], how it looks a [`Look`], and what an author pastes into a page a
//! [`snippet`]. A widget is one file that asks for no other: *fixed*, as the host wrote it, or *live*,
//! with the charts' own code inside (`src/bin/atlas-widget.rs`).
//!
//! ```text
//! widgets/<lang>/city/<city>.html                  widgets/<lang>/projects/<city>.html
//! widgets/<lang>/figure/<indicator>/<place>.html   widgets/<lang>/programs/<city>.html
//! widgets/<lang>/chart/<indicator>.html            widgets/<lang>/partner/<partner>.html
//! widgets/<lang>/cities/<ISO3>.html                widgets/<lang>/map.html
//! widgets/<lang>/counts/<city>.html                widgets/<lang>/meetings.html
//! widgets/<lang>/network/<chart>.html              widgets/<lang>/timeline.html
//! widgets/live/chart/<indicator>.html              widgets/live/compare.html
//! widgets/editions/<date>/<lang>/…                 the fixed ones as they were on a day
//! ```

mod edition;
mod height;
#[cfg(any(feature = "words", feature = "widget"))]
pub mod live;
mod look;
mod network;
pub mod snippet;
#[cfg(test)]
mod tests;

pub use edition::{is_edition, Edition};
pub use height::{Heights, OPEN};
pub use look::{Accent, Look, Theme};
pub use network::NetworkChart;

use form_urlencoded::parse;

use crate::find::split_once;
use crate::model::{Country, Lang};
use crate::route::places::{read_places, write_pair, write_places};
use crate::route::{Compare, Directory, IndicatorState, Places, ProgramList, ProjectList, Route};

/// What a widget shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Widget {
    /// The card of a city, by slug.
    City(String),
    /// The latest value of an indicator in one place.
    Figure {
        /// The indicator, by identifier.
        indicator: String,
        /// City slug or ISO 3166-1 alpha-3 code.
        place: String,
    },
    /// The chart of an indicator.
    Chart {
        /// The indicator, by identifier.
        indicator: String,
        /// City slugs or ISO 3166-1 alpha-3 codes, each once, at most [`Widget::MOST`]; without any,
        /// those that the indicator's page shows at first.
        places: Vec<String>,
    },
    /// The cities of a member state, side by side.
    Cities(Country),
    /// Cities that an author picked, side by side. Always live.
    Compare(Compare),
    /// Projects of a city, by slug.
    Projects(String),
    /// How many projects of a city the network's reports count, by slug.
    Counts(String),
    /// Partner programmes in a city, by slug.
    Programs(String),
    /// Programmes of a partner, by [`partner_slug`](crate::route::partner_slug).
    Partner(String),
    /// All partner programmes.
    Timeline,
    /// A chart of the whole network.
    Network(NetworkChart),
    /// The map of the network.
    Map,
    /// Meetings of the network, coming and past.
    Meetings,
}

impl Widget {
    /// How many places a chart may name: as many as the page of an indicator shows one by one.
    pub const MOST: usize = Places::MOST;

    /// The chart of an indicator with some places, of which as many as it may have.
    #[must_use]
    pub fn chart(indicator: &str, places: &[&str]) -> Self {
        let places = places.iter().take(Self::MOST);
        Self::Chart {
            indicator: indicator.to_owned(),
            places: places.map(|it| (*it).to_owned()).collect(),
        }
    }

    /// The word for its kind in addresses.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::City(_) => "city",
            Self::Figure { .. } => "figure",
            Self::Chart { .. } => "chart",
            Self::Cities(_) => "cities",
            Self::Compare(_) => "compare",
            Self::Projects(_) => "projects",
            Self::Counts(_) => "counts",
            Self::Programs(_) => "programs",
            Self::Partner(_) => "partner",
            Self::Timeline => "timeline",
            Self::Network(_) => "network",
            Self::Map => "map",
            Self::Meetings => "meetings",
        }
    }

    /// The file below `widgets/<lang>/` that the host writes; `None` for what is live only: picked
    /// places, of which a file for each would double what all widgets weigh, and picked cities.
    #[must_use]
    pub fn fixed(&self) -> Option<String> {
        let file = match self {
            Self::City(slug)
            | Self::Projects(slug)
            | Self::Counts(slug)
            | Self::Programs(slug)
            | Self::Partner(slug) => [self.kind(), "/", slug].concat(),
            Self::Figure { indicator, place } => ["figure/", indicator, "/", place].concat(),
            Self::Chart { indicator, places } if places.is_empty() => {
                ["chart/", indicator].concat()
            }
            Self::Cities(country) => ["cities/", country.code()].concat(),
            Self::Network(chart) => ["network/", chart.id()].concat(),
            Self::Chart { .. } | Self::Compare(_) => return None,
            Self::Timeline | Self::Map | Self::Meetings => self.kind().to_owned(),
        };
        Some(file + ".html")
    }

    /// The file below `widgets/live/`, with the query that says what it shows in `lang`; `None` for
    /// what is fixed only.
    #[must_use]
    pub fn live(&self, lang: Lang) -> Option<String> {
        let (mut file, places) = match self {
            Self::Chart { indicator, places } => (["chart/", indicator, ".html"].concat(), places),
            Self::Compare(compare) => ("compare.html".to_owned(), &compare.cities),
            _ => return None,
        };
        file.push('?');
        let mut query = String::new();
        write_pair(&mut query, "lang", lang.tag());
        if !places.is_empty() {
            write_places(&mut query, "places", places);
        }
        Some(file + &query)
    }

    /// Whether it is live: where that is wanted and can be, and where there is no other.
    #[must_use]
    pub fn is_live(&self, is_wanted: bool) -> bool {
        match self {
            Self::Chart { places, .. } => is_wanted || !places.is_empty(),
            Self::Compare(_) => true,
            _ => false,
        }
    }

    /// The file that shows it in `lang`, below the site's root and with its query: live as
    /// [`is_live`](Self::is_live) says, else as it was on the day of `edition` unless that is empty. What
    /// is live shows today's figures.
    #[must_use]
    pub fn file(&self, lang: Lang, is_live: bool, edition: &str, look: &Look) -> String {
        let tag = lang.tag();
        let fixed = self.fixed().filter(|_| !self.is_live(is_live));
        let (file, mut query) = match fixed {
            Some(file) if edition.is_empty() => {
                (["widgets/", tag, "/", &file].concat(), String::new())
            }
            Some(file) => (
                ["widgets/editions/", edition, "/", tag, "/", &file].concat(),
                String::new(),
            ),
            None => {
                let file = self.live(lang).unwrap_or_default();
                let (file, query) = split_once(&file, "?").unwrap_or((&file, ""));
                (["widgets/live/", file].concat(), query.to_owned())
            }
        };
        look.write(&mut query);
        if query.is_empty() {
            file
        } else {
            [&file, "?", &query].concat()
        }
    }

    /// The page of the atlas with the same and more.
    #[must_use]
    pub fn page(&self) -> Route {
        let indicator = |id: &str, places: &[String]| {
            let places: Vec<&str> = places.iter().map(String::as_str).collect();
            let state = IndicatorState {
                places: Places::of(&places),
                ..IndicatorState::default()
            };
            Route::Indicator(id.to_owned(), state)
        };
        match self {
            Self::City(slug) | Self::Counts(slug) => Route::City(slug.clone()),
            Self::Figure {
                indicator: id,
                place,
            } => indicator(id, std::slice::from_ref(place)),
            Self::Chart {
                indicator: id,
                places,
            } => indicator(id, places),
            Self::Cities(country) => Route::Country(*country),
            Self::Compare(compare) => Route::Compare(compare.clone()),
            Self::Projects(slug) => Route::Projects(ProjectList {
                city: Some(slug.clone()),
                ..ProjectList::default()
            }),
            Self::Programs(slug) => Route::Programs(ProgramList {
                city: Some(slug.clone()),
                ..ProgramList::default()
            }),
            Self::Partner(slug) => Route::Partner(slug.clone()),
            Self::Timeline => Route::Programs(ProgramList::default()),
            Self::Map => Route::Cities(Directory::default()),
            Self::Network(NetworkChart::Members) | Self::Meetings => Route::Network,
            Self::Network(_) => Route::Projects(ProjectList::default()),
        }
    }

    /// Reads a query such as `kind=chart&indicator=hdi&places=IDN,VNM`; `None` when what is needed is
    /// not named, or no name.
    #[must_use]
    pub fn parse(query: &str) -> Option<Self> {
        let mut kind = String::new();
        let mut names = [const { String::new() }; NAMES.len()];
        for (name, value) in parse(query.as_bytes()) {
            if &*name == "kind" {
                kind = value.into_owned();
            } else if let Some(at) = NAMES.iter().position(|it| *it == name) {
                if let Some(place) = names.get_mut(at) {
                    *place = value.into_owned();
                }
            }
        }
        let [city, indicator, places, country, partner, chart] = names;
        let list: Vec<&str> = places.split(',').take(200).collect();
        let picked = read_places(list.iter().copied(), Self::MOST);
        // A slug is what can name a place, but in lower case.
        let slug = |text: &str| read_places([text].into_iter(), 1).pop();
        Some(match &*kind {
            "city" => Self::City(slug(&city)?),
            "figure" => Self::Figure {
                indicator: slug(&indicator)?,
                place: picked.into_iter().next()?,
            },
            "chart" => Self::Chart {
                indicator: slug(&indicator)?,
                places: picked,
            },
            "cities" => Self::Cities(Country::from_code(&country)?),
            "compare" => Self::Compare(Some(Compare::of(&list)).filter(Compare::is_ready)?),
            "projects" => Self::Projects(slug(&city)?),
            "counts" => Self::Counts(slug(&city)?),
            "programs" => Self::Programs(slug(&city)?),
            "partner" => Self::Partner(slug(&partner)?),
            "timeline" => Self::Timeline,
            "network" => Self::Network(NetworkChart::from_id(&chart)?),
            "map" => Self::Map,
            "meetings" => Self::Meetings,
            _ => return None,
        })
    }

    /// Adds what [`parse`](Self::parse) reads to a query.
    pub fn write(&self, query: &mut String) {
        write_pair(query, "kind", self.kind());
        match self {
            Self::City(slug) | Self::Projects(slug) | Self::Counts(slug) | Self::Programs(slug) => {
                write_pair(query, "city", slug);
            }
            Self::Figure { indicator, place } => {
                write_pair(query, "indicator", indicator);
                write_pair(query, "places", place);
            }
            Self::Chart { indicator, places } => {
                write_pair(query, "indicator", indicator);
                if !places.is_empty() {
                    write_places(query, "places", places);
                }
            }
            Self::Cities(country) => write_pair(query, "country", country.code()),
            Self::Compare(compare) => write_places(query, "places", &compare.cities),
            Self::Partner(slug) => write_pair(query, "partner", slug),
            Self::Network(chart) => write_pair(query, "chart", chart.id()),
            Self::Timeline | Self::Map | Self::Meetings => {}
        }
    }
}

/// What a query names beside the kind.
const NAMES: [&str; 6] = ["city", "indicator", "places", "country", "partner", "chart"];
