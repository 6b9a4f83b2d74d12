//! The filters and the order of the projects, as they stand in the query.

use form_urlencoded::{parse, Serializer};

use super::is_slug;
use crate::model::{Country, FocusArea, ProjectKind, ProjectStatus};

/// The order of the projects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ProjectSort {
    /// By country and city.
    #[default]
    City,
    /// By name.
    Name,
    /// In order of progress.
    Status,
    /// The newest statement first.
    Newest,
}

impl ProjectSort {
    /// Every order.
    pub const ALL: [Self; 4] = [Self::City, Self::Name, Self::Status, Self::Newest];

    /// The identifier in the query.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::City => "city",
            Self::Name => "name",
            Self::Status => "status",
            Self::Newest => "newest",
        }
    }

    /// The order of an identifier; by city for any other text.
    #[must_use]
    pub fn from_id(id: &str) -> Self {
        let found = Self::ALL.into_iter().find(|it| it.id() == id);
        found.unwrap_or_default()
    }
}

/// What the list of projects shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectList {
    /// What the reader typed, at most 100 characters.
    pub text: String,
    /// Projects of one status.
    pub status: Option<ProjectStatus>,
    /// Projects in one focus area.
    pub focus: Option<FocusArea>,
    /// Projects of the cities of one member state.
    pub country: Option<Country>,
    /// Projects of one city, by its slug.
    pub city: Option<String>,
    /// Projects of one kind.
    pub kind: Option<ProjectKind>,
    /// Those that a source of the network names, or those that are the city's own.
    pub named: Option<bool>,
    /// Order.
    pub sort: ProjectSort,
}

impl ProjectList {
    /// The names of the filters in the query, in its order.
    pub const FILTERS: [&'static str; 8] = [
        "q", "status", "focus", "country", "city", "kind", "named", "sort",
    ];

    /// Reads a query; what it does not know is left out.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let mut list = Self::default();
        for (name, value) in parse(query.as_bytes()) {
            list.set(&name, &value);
        }
        list
    }

    /// Sets a filter of [`Self::FILTERS`]; a value that it does not know removes it, and a name that
    /// is none does nothing.
    pub fn set(&mut self, filter: &str, value: &str) {
        match filter {
            "q" => self.text = value.chars().take(100).collect(),
            "status" => self.status = ProjectStatus::from_id(value),
            "focus" => self.focus = FocusArea::from_id(value),
            "country" => self.country = Country::from_code(value),
            "city" => {
                let is_known = !value.is_empty() && is_slug(value);
                self.city = is_known.then(|| value.to_owned());
            }
            "kind" => self.kind = ProjectKind::from_id(value),
            "named" => {
                self.named = match value {
                    "yes" => Some(true),
                    "no" => Some(false),
                    _ => None,
                }
            }
            "sort" => self.sort = ProjectSort::from_id(value),
            _ => {}
        }
    }

    /// The value of a filter of [`Self::FILTERS`]; empty where it is not set.
    #[must_use]
    pub fn get(&self, filter: &str) -> &str {
        match filter {
            "q" => &self.text,
            "status" => self.status.map_or("", ProjectStatus::id),
            "focus" => self.focus.map_or("", FocusArea::id),
            "country" => self.country.map_or("", Country::code),
            "city" => self.city.as_deref().unwrap_or_default(),
            "kind" => self.kind.map_or("", ProjectKind::id),
            "named" => match self.named {
                Some(true) => "yes",
                Some(false) => "no",
                None => "",
            },
            "sort" => self.sort.id(),
            _ => "",
        }
    }

    /// The query, empty when everything is shown in the usual order.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = Serializer::new(String::new());
        let usual = Self::default();
        for filter in Self::FILTERS {
            let value = self.get(filter);
            if value != usual.get(filter) {
                query.append_pair(filter, value);
            }
        }
        query.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_filter_reads_back() {
        let list = ProjectList {
            text: "đà & nẵng+%/?#".into(),
            status: Some(ProjectStatus::Unknown),
            focus: Some(FocusArea::CivicSocial),
            country: Some(Country::Vnm),
            city: Some("da-nang".into()),
            kind: Some(ProjectKind::Scap),
            named: Some(false),
            sort: ProjectSort::Newest,
        };
        assert_eq!(ProjectList::parse(&list.query()), list);
        assert_eq!(ProjectList::default().query(), "");
        for filter in ProjectList::FILTERS {
            let mut one = ProjectList::default();
            one.set(filter, list.get(filter));
            assert_eq!(one.query().matches('=').count(), 1, "{filter}");
            assert_eq!(ProjectList::parse(&one.query()), one);
        }
    }

    #[test]
    fn unknown_and_hostile_values_are_left_out() {
        let long = format!("q={}", "x".repeat(5_000));
        assert_eq!(ProjectList::parse(&long).text.len(), 100);
        for query in [
            "status=done",
            "focus=%3Cscript%3E",
            "country=ZZZ",
            "city=%22%3E%3Cb%3E",
            "city=",
            "kind=SCAP",
            "named=1",
            "sort=drop",
            "%%%=%%",
            "&&=&",
        ] {
            assert_eq!(ProjectList::parse(query), ProjectList::default(), "{query}");
        }
    }
}
