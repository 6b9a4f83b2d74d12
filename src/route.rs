//! An address: the language and the page that the reader sees, as the text after the site's root.
//!
//! `id/cities/sumedang/` is the page of Sumedang in Indonesian. State that a reader would share (the
//! filters of the directory) is in the query. Addresses are relative to the root, so the site works
//! under any path; where the text lives (path, hash or memory) is the [`Place`].

mod directory;
mod place;

pub use directory::{Directory, Sort};
pub use place::Place;

use crate::model::Lang;

/// A page of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The front page.
    Home,
    /// All cities, with filters.
    Cities(Directory),
    /// The profile of a city, by slug.
    City(String),
    /// No page; the path is kept for the message.
    NotFound(String),
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
            _ => Route::NotFound(path.to_owned()),
        };
        (lang, route)
    }

    /// The text of the address, relative to the site's root.
    #[must_use]
    pub fn href(&self) -> String {
        let lang = self.lang.tag();
        match &self.route {
            Route::Home | Route::NotFound(_) => format!("{lang}/"),
            Route::Cities(directory) => {
                let query = directory.query();
                let mark = if query.is_empty() { "" } else { "?" };
                format!("{lang}/cities/{mark}{query}")
            }
            Route::City(slug) => format!("{lang}/cities/{slug}/"),
        }
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
        self.lang == other.lang
            && match (&self.route, &other.route) {
                (Route::Cities(_), Route::Cities(_)) => true,
                (one, two) => one == two,
            }
    }
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
    use crate::model::{Country, FocusArea};

    fn address(lang: Lang, route: Route) -> Address {
        Address { lang, route }
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
            ] {
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
        ] {
            assert!(
                matches!(Address::parse(path, "").1, Route::NotFound(_)),
                "{path}"
            );
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
    }
}
