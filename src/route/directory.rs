//! The filters and the order of the directory of cities, as they stand in the query.

use form_urlencoded::{parse, Serializer};

use crate::model::{Country, FocusArea};

/// The order of the directory.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By country, then by name.
    #[default]
    Country,
    /// By name.
    Name,
    /// Newest member first.
    Joined,
    /// Most projects first.
    Projects,
}

impl Sort {
    /// Every order.
    pub const ALL: [Self; 4] = [Self::Country, Self::Name, Self::Joined, Self::Projects];

    /// The identifier in the query.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Name => "name",
            Self::Joined => "joined",
            Self::Projects => "projects",
        }
    }

    /// The order of an identifier; by country for any other text.
    #[must_use]
    pub fn from_id(id: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|sort| sort.id() == id)
            .unwrap_or_default()
    }
}

/// What the directory shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    /// What the reader typed, at most 100 characters.
    pub text: String,
    /// Cities of one member state.
    pub country: Option<Country>,
    /// Cities with a project in one focus area.
    pub focus: Option<FocusArea>,
    /// Cities that joined in one year.
    pub joined: Option<i32>,
    /// Order.
    pub sort: Sort,
}

impl Directory {
    /// Reads a query; what it does not know is left out.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let mut directory = Self::default();
        for (name, value) in parse(query.as_bytes()) {
            match &*name {
                "q" => directory.text = value.chars().take(100).collect(),
                "country" => directory.country = Country::from_code(&value),
                "focus" => directory.focus = FocusArea::from_id(&value),
                "joined" => directory.joined = value.parse().ok(),
                "sort" => directory.sort = Sort::from_id(&value),
                _ => {}
            }
        }
        directory
    }

    /// The query, empty when everything is shown in the usual order.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = Serializer::new(String::new());
        if !self.text.is_empty() {
            query.append_pair("q", &self.text);
        }
        if let Some(country) = self.country {
            query.append_pair("country", country.code());
        }
        if let Some(focus) = self.focus {
            query.append_pair("focus", focus.id());
        }
        if let Some(joined) = self.joined {
            query.append_pair("joined", &joined.to_string());
        }
        if self.sort != Sort::default() {
            query.append_pair("sort", self.sort.id());
        }
        query.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_and_hostile_values_are_left_out() {
        let long = format!("q={}", "x".repeat(5_000));
        assert_eq!(Directory::parse(&long).text.len(), 100);
        for query in [
            "country=ZZZ",
            "focus=%3Cscript%3E",
            "joined=abc",
            "sort=drop",
            "%%%=%%",
            "&&=&",
        ] {
            assert_eq!(Directory::parse(query), Directory::default(), "{query}");
        }
    }
}
