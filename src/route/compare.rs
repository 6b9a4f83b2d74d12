//! The cities that a reader compares, as they stand in the query.

use form_urlencoded::parse;

use super::places::{read_places, write_places};

/// The cities side by side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compare {
    /// Slugs in the order in which they were picked, each once, at most [`Compare::MOST`]. With
    /// fewer than [`Compare::FEWEST`] there is nothing to compare yet. Made by [`Compare::of`].
    pub cities: Vec<String>,
}

impl Compare {
    /// How many cities a comparison needs.
    pub const FEWEST: usize = 2;
    /// How many cities fit side by side.
    pub const MOST: usize = 6;

    /// The cities of these slugs. What is no slug, comes twice or is too much is left out.
    #[must_use]
    pub fn of(slugs: &[&str]) -> Self {
        let slugs = slugs.iter().copied().filter(|it| super::is_slug(it));
        Self {
            cities: read_places(slugs, Self::MOST),
        }
    }

    /// Reads a query such as `cities=sumedang,da-nang`; what it does not know is left out.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        let mut compare = Self::default();
        for (name, value) in parse(query.as_bytes()) {
            if &*name == "cities" {
                let slugs: Vec<&str> = value.split(',').take(200).collect();
                compare = Self::of(&slugs);
            }
        }
        compare
    }

    /// The query, empty when no city is picked.
    #[must_use]
    pub fn query(&self) -> String {
        let mut query = String::new();
        if !self.cities.is_empty() {
            write_places(&mut query, "cities", &self.cities);
        }
        query
    }

    /// Whether there are enough cities to compare.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.cities.len() >= Self::FEWEST
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_of_cities_reads_back() {
        let all = ["sumedang", "da-nang", "dili", "ipoh", "hanoi", "yangon"];
        for count in 0..=all.len() {
            let compare = Compare::of(&all[..count]);
            assert_eq!(compare.cities, all[..count]);
            assert_eq!(Compare::parse(&compare.query()), compare);
            assert_eq!(compare.is_ready(), count >= 2);
        }
        assert_eq!(
            Compare::of(&["sumedang", "da-nang"]).query(),
            "cities=sumedang,da-nang"
        );
        assert_eq!(
            Compare::parse("cities=sumedang%2Cda-nang"),
            Compare::of(&["sumedang", "da-nang"])
        );
    }

    #[test]
    fn hostile_queries_pick_nothing_and_too_much_is_cut_off() {
        let long = format!("cities={}", "/,".repeat(10_000));
        for query in ["cities=", "cities=IDN,<b>,..", "city=dili", "%=%", &long] {
            assert_eq!(Compare::parse(query), Compare::default());
        }
        let compare = Compare::parse("cities=a,b,a,,c,d,e,f,g,h");
        assert_eq!(compare.cities, ["a", "b", "c", "d", "e", "f"]);
    }
}
