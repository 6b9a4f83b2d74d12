//! An address: the language and the page that the reader sees, as the text after the site's root.
//!
//! `id/cities/sumedang/` is the page of Sumedang in Indonesian. State that a reader would share (the
//! filters of the directory) is in the query. Addresses are relative to the root, so the site works
//! under any path; where the text lives (path, hash or memory) is the [`Place`].

mod chunk;
mod compare;
mod directory;
mod embed;
mod explorer;
mod place;
pub(crate) mod places;
mod programs;
mod projects;
mod search;
mod title;

pub use chunk::Chunk;
pub use compare::Compare;
pub use directory::{Directory, Sort};
pub use embed::Embed;
pub use explorer::{ChartKind, IndicatorList, IndicatorState, Places};
pub use place::Place;
pub use programs::{Lanes, ProgramList};
pub use projects::{ProjectList, ProjectSort};
pub use search::SearchState;
pub use title::project_title;

use form_urlencoded::parse;

use crate::model::{Country, Lang};

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The front page.
    Home,
    /// All cities, with filters.
    Cities(Directory),
    /// The profile of a city, by slug.
    City(String),
    /// All indicators, with filters.
    Indicators(IndicatorList),
    /// One indicator by its identifier, with the state of its chart.
    Indicator(String, IndicatorState),
    /// Cities side by side.
    Compare(Compare),
    /// All member states.
    Countries,
    /// A member state.
    Country(Country),
    /// Partner programmes: the timeline and the list, with filters.
    Programs(ProgramList),
    /// A programme, by its slug.
    Program(String),
    /// What one partner does, by [`partner_slug`].
    Partner(String),
    /// Every project of every city, with filters.
    Projects(ProjectList),
    /// A project, by the slug of its city and its own.
    Project(String, String),
    /// What the network is, its members, offices and meetings.
    Network,
    /// A meeting or another milestone of the network, by its slug.
    Meeting(String),
    /// Texts and reports of the network.
    Documents,
    /// What the atlas is.
    About,
    /// What was found for the words that the reader typed.
    Search(SearchState),
    /// The data set: files, licences, sources.
    Data,
    /// Widgets for other sites: one put together, with what its author pastes.
    Embed(Embed),
    /// No page; the path is kept for the message.
    NotFound(String),
}

impl Route {
    /// The page without its query: filters and state as they are at first.
    #[must_use]
    pub fn without_query(&self) -> Self {
        match self {
            Self::Cities(_) => Self::Cities(Directory::default()),
            Self::Indicators(_) => Self::Indicators(IndicatorList::default()),
            Self::Indicator(id, _) => Self::Indicator(id.clone(), IndicatorState::default()),
            Self::Compare(_) => Self::Compare(Compare::default()),
            Self::Programs(_) => Self::Programs(ProgramList::default()),
            Self::Projects(_) => Self::Projects(ProjectList::default()),
            Self::Search(_) => Self::Search(SearchState::default()),
            Self::Embed(_) => Self::Embed(Embed::default()),
            other => other.clone(),
        }
    }
}

/// A page in a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Language of the page.
    pub lang: Lang,
    /// The page.
    pub route: Route,
}

impl Address {
    /// Reads a path and a query, both without their leading `/` and `?`.
    ///
    /// The language is `None` when the path names none: the caller then takes the reader's.
    #[must_use]
    pub fn parse(path: &str, query: &str) -> (Option<Lang>, Route) {
        let mut segments = path.split('/').filter(|segment| !segment.is_empty());
        let Some(first) = segments.next().filter(|it| *it != "index.html") else {
            return (None, Route::Home);
        };
        let lang = Lang::ALL.into_iter().find(|lang| lang.tag() == first);
        let rest: Vec<&str> = segments
            .filter(|segment| *segment != "index.html")
            .collect();
        let route = match (lang, rest.as_slice()) {
            (Some(_), []) => Route::Home,
            (Some(_), ["cities"]) => Route::Cities(Directory::parse(query)),
            (Some(_), ["cities", slug]) if is_slug(slug) => Route::City((*slug).to_owned()),
            (Some(_), ["indicators"]) => Route::Indicators(IndicatorList::parse(query)),
            (Some(_), ["indicators", id]) if is_slug(id) => {
                Route::Indicator((*id).to_owned(), IndicatorState::parse(query))
            }
            (Some(_), ["compare"]) => Route::Compare(Compare::parse(query)),
            (Some(_), ["countries"]) => Route::Countries,
            (Some(_), ["countries", code]) => match Country::from_code(code) {
                Some(country) => Route::Country(country),
                None => Route::NotFound(path.to_owned()),
            },
            (Some(_), ["programs"]) => Route::Programs(ProgramList::parse(query)),
            (Some(_), ["programs", id]) if is_slug(id) => Route::Program((*id).to_owned()),
            (Some(_), ["partners", id]) if is_slug(id) => Route::Partner((*id).to_owned()),
            (Some(_), ["projects"]) => Route::Projects(ProjectList::parse(query)),
            (Some(_), ["projects", city, id]) if is_slug(city) && is_slug(id) => {
                Route::Project((*city).to_owned(), (*id).to_owned())
            }
            (Some(_), ["network"]) => Route::Network,
            (Some(_), ["network", id]) if is_slug(id) => Route::Meeting((*id).to_owned()),
            (Some(_), ["documents"]) => Route::Documents,
            (Some(_), ["about"]) => Route::About,
            (Some(_), ["search"]) => Route::Search(SearchState::parse(query)),
            (Some(_), ["data"]) => Route::Data,
            (Some(_), ["embed"]) => Route::Embed(Embed::parse(query)),
            _ => Route::NotFound(path.to_owned()),
        };
        (lang, route)
    }

    /// The text of the address, relative to the site's root.
    #[must_use]
    pub fn href(&self) -> String {
        let (parts, query): ([&str; 3], String) = match &self.route {
            Route::Home | Route::NotFound(_) => ([""; 3], String::new()),
            Route::Cities(directory) => (["cities", "", ""], directory.query()),
            Route::City(slug) => (["cities", slug, ""], String::new()),
            Route::Indicators(list) => (["indicators", "", ""], list.query()),
            Route::Indicator(id, state) => (["indicators", id, ""], state.query()),
            Route::Compare(compare) => (["compare", "", ""], compare.query()),
            Route::Countries => (["countries", "", ""], String::new()),
            Route::Country(country) => (["countries", country.code(), ""], String::new()),
            Route::Programs(list) => (["programs", "", ""], list.query()),
            Route::Program(id) => (["programs", id, ""], String::new()),
            Route::Partner(id) => (["partners", id, ""], String::new()),
            Route::Projects(list) => (["projects", "", ""], list.query()),
            Route::Project(city, id) => (["projects", city, id], String::new()),
            Route::Network => (["network", "", ""], String::new()),
            Route::Meeting(id) => (["network", id, ""], String::new()),
            Route::Documents => (["documents", "", ""], String::new()),
            Route::About => (["about", "", ""], String::new()),
            Route::Search(state) => (["search", "", ""], state.query()),
            Route::Data => (["data", "", ""], String::new()),
            Route::Embed(embed) => (["embed", "", ""], embed.query()),
        };
        let mut href = String::from(self.lang.tag());
        href.push('/');
        for part in parts {
            if !part.is_empty() {
                href.push_str(part);
                href.push('/');
            }
        }
        if !query.is_empty() {
            href.push('?');
            href.push_str(&query);
        }
        href
    }

    /// The same page in another language.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> Self {
        Self {
            lang,
            route: self.route.clone(),
        }
    }

    /// Whether both are the same page in the same language, whatever the query says.
    #[must_use]
    pub fn same_page(&self, other: &Self) -> bool {
        self.lang == other.lang && self.route.without_query() == other.route.without_query()
    }
}

/// What the reader typed, from a query such as `q=smart`.
fn typed(query: &str) -> String {
    let typed = parse(query.as_bytes()).find(|(name, _)| name == "q");
    typed.map_or_else(String::new, |(_, value)| value.chars().take(100).collect())
}

/// The segment that names a partner: its code or short name in lower case, with hyphens between
/// letters and digits. `World Economic Forum` becomes `world-economic-forum`.
#[must_use]
pub fn partner_slug(partner: &str) -> String {
    let mut slug = String::new();
    for byte in partner.bytes() {
        if byte.is_ascii_alphanumeric() {
            slug.push(byte.to_ascii_lowercase().into());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.ends_with('-') {
        slug.pop();
    }
    slug
}

/// Whether a segment may name a thing: lower-case letters, digits and hyphens.
fn is_slug(segment: &str) -> bool {
    segment.len() <= 80
        && segment
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Country, FocusArea, Topic};

    fn address(lang: Lang, route: Route) -> Address {
        Address { lang, route }
    }

    /// Every new kind of page, with and without a query.
    fn explorer_routes() -> Vec<Route> {
        let state = IndicatorState {
            kind: ChartKind::Map,
            places: Places::of(&["IDN", "da-nang"]),
            from: Some(1990),
            to: Some(2024),
            year: Some(2020),
            log: true,
            relative: true,
        };
        let list = IndicatorList {
            text: "đà & nẵng+%/?#".into(),
            topic: Some(Topic::LivingConditions),
        };
        let mut routes = vec![
            Route::Indicators(IndicatorList::default()),
            Route::Indicators(list),
            Route::Indicator("hdi".into(), IndicatorState::default()),
            Route::Indicator("co2-per-capita".into(), state),
            Route::Compare(Compare::default()),
            Route::Compare(Compare::of(&["sumedang", "da-nang"])),
            Route::Countries,
            Route::Data,
            Route::Programs(ProgramList::default()),
            Route::Program("aspp".into()),
            Route::Partner("un-habitat".into()),
            Route::Projects(ProjectList::default()),
            Route::Project("sumedang".into(), "e-government".into()),
            Route::Network,
            Route::Meeting("annual-meeting-7".into()),
            Route::Documents,
            Route::About,
            Route::Search(SearchState::default()),
            Route::Search(SearchState {
                text: "đà & nẵng+%/?#".into(),
                kind: Some(crate::model::cut_search::Found::Source),
            }),
        ];
        routes.extend(Country::ALL.map(Route::Country));
        routes
    }

    #[test]
    fn every_address_reads_back() {
        let directory = Directory {
            text: "đà & nẵng+%/?#".into(),
            country: Some(Country::Vnm),
            focus: Some(FocusArea::CivicSocial),
            joined: Some(2018),
            sort: Sort::Name,
        };
        for lang in Lang::ALL {
            for route in [
                Route::Home,
                Route::Cities(Directory::default()),
                Route::Cities(directory.clone()),
                Route::City("da-nang".into()),
            ]
            .into_iter()
            .chain(explorer_routes())
            {
                let href = address(lang, route.clone()).href();
                let (path, query) = href.split_once('?').unwrap_or((&href, ""));
                assert_eq!(Address::parse(path, query), (Some(lang), route), "{href}");
            }
        }
    }

    #[test]
    fn paths_without_a_page_are_not_found() {
        assert_eq!(Address::parse("", ""), (None, Route::Home));
        assert_eq!(Address::parse("index.html", ""), (None, Route::Home));
        assert_eq!(
            Address::parse("en/index.html", ""),
            (Some(Lang::En), Route::Home)
        );
        for path in [
            "fr/",
            "cities/",
            "en/nothing/",
            "en/cities/a/b/",
            "en/cities/<b>/",
            "en/cities/../x/",
            "en/indicators/HDI/",
            "en/indicators/hdi/x/",
            "en/compare/dili/",
            "en/countries/idn/",
            "en/countries/ZZZ/",
            "en/countries/IDN/x/",
            "en/data/x/",
            "en/partners/",
            "en/programs/UPPER/",
            "en/projects/sumedang/",
            "en/projects/a/b/c/",
            "en/network/a/b/",
            "en/about/x/",
            "indicators/",
        ] {
            assert!(
                matches!(Address::parse(path, "").1, Route::NotFound(_)),
                "{path}"
            );
        }
    }

    #[test]
    fn a_partner_has_a_slug() {
        for (partner, slug) in [
            ("JPN", "jpn"),
            ("UN-Habitat", "un-habitat"),
            ("World Economic Forum", "world-economic-forum"),
            (" <b>&", "b"),
            ("", ""),
        ] {
            assert_eq!(partner_slug(partner), slug, "{partner}");
        }
    }

    #[test]
    fn a_change_of_filters_stays_on_the_page() {
        let filtered = Directory {
            joined: Some(2024),
            ..Directory::default()
        };
        let all = address(Lang::En, Route::Cities(Directory::default()));
        assert!(all.same_page(&address(Lang::En, Route::Cities(filtered))));
        assert!(!all.same_page(&all.in_lang(Lang::Id)));
        assert!(!all.same_page(&address(Lang::En, Route::Home)));
        for route in explorer_routes() {
            let page = address(Lang::En, route);
            let plain = address(Lang::En, page.route.without_query());
            assert!(page.same_page(&plain) && !plain.href().contains('?'));
            assert!(!page.same_page(&all));
        }
        let indicator = |id: &str| Route::Indicator(id.into(), IndicatorState::default());
        assert!(
            !address(Lang::En, indicator("hdi")).same_page(&address(Lang::En, indicator("egdi")))
        );
    }
}
