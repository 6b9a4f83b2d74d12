//! The directory of cities: which are shown, and in which order.

use std::collections::BinaryHeap;

use super::fit;
use crate::i18n::Named as _;
use crate::model::cut::Index;
use crate::model::Lang;
use crate::route::{Directory, Sort};

/// The places in `index` of the cities that `directory` shows, in its order.
///
/// `words` are the [`words`](super::words) of each city of the index.
#[must_use]
pub fn select(
    index: &Index,
    words: &[Vec<String>],
    directory: &Directory,
    lang: Lang,
) -> Vec<usize> {
    // A heap: a large network may have thousands of cities, and a heap is small in the wasm.
    let shown: BinaryHeap<_> = index
        .cities
        .iter()
        .zip(words)
        .enumerate()
        .filter(|(_, (city, _))| {
            directory
                .country
                .is_none_or(|country| city.country == country)
                && directory
                    .focus
                    .is_none_or(|focus| city.focus.contains(&focus))
                && directory.joined.is_none_or(|joined| city.joined == joined)
        })
        .filter_map(|(place, (city, words))| {
            let fit = fit(words, &directory.text)?;
            let (country, rank) = match directory.sort {
                Sort::Country => (city.country.key().text(lang), 0),
                Sort::Name => ("", 0),
                Sort::Joined => ("", -i64::from(city.joined)),
                Sort::Projects => ("", -i64::from(city.projects.iter().sum::<u32>())),
            };
            Some((country, rank, fit, city.name.get(lang), place))
        })
        .collect();
    shown
        .into_sorted_vec()
        .into_iter()
        .map(|(.., place)| place)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::cut::IndexCity;
    use crate::model::{CityName, Country, FocusArea};
    use crate::search::words;

    fn city(
        name: &str,
        country: Country,
        joined: i32,
        focus: FocusArea,
        projects: u32,
    ) -> IndexCity {
        let name = CityName {
            en: name.into(),
            id: name.into(),
            local: vec![],
            sources: vec![],
        };
        IndexCity {
            id: name.en.to_lowercase(),
            name,
            aliases: vec![],
            country,
            joined,
            lat: 0.0,
            lon: 0.0,
            focus: vec![focus],
            projects: [projects, 0, 0, 0],
            uncounted: false,
        }
    }

    fn shown(directory: &Directory) -> Vec<String> {
        let index = Index {
            data_date: "2026".parse().unwrap(),
            programs: 0,
            indicators: 0,
            cities: vec![
                city("Hanoi", Country::Vnm, 2018, FocusArea::CivicSocial, 2),
                city("Denpasar", Country::Idn, 2025, FocusArea::CivicSocial, 9),
                city(
                    "Makassar",
                    Country::Idn,
                    2018,
                    FocusArea::HealthWellbeing,
                    4,
                ),
            ],
        };
        let words: Vec<_> = index.cities.iter().map(words).collect();
        let places = select(&index, &words, directory, Lang::En);
        places
            .into_iter()
            .map(|place| index.cities[place].name.en.clone())
            .collect()
    }

    #[test]
    fn each_filter_keeps_what_it_says() {
        let none = Directory::default();
        assert_eq!(shown(&none), ["Denpasar", "Makassar", "Hanoi"]);
        assert_eq!(
            shown(&Directory {
                text: "makasar".into(),
                ..none.clone()
            }),
            ["Makassar"]
        );
        assert_eq!(
            shown(&Directory {
                country: Some(Country::Vnm),
                ..none.clone()
            }),
            ["Hanoi"]
        );
        assert_eq!(
            shown(&Directory {
                joined: Some(2018),
                ..none.clone()
            }),
            ["Makassar", "Hanoi"]
        );
        let focus = Some(FocusArea::HealthWellbeing);
        assert_eq!(
            shown(&Directory {
                focus,
                ..none.clone()
            }),
            ["Makassar"]
        );
        assert!(shown(&Directory {
            focus,
            joined: Some(2025),
            ..none
        })
        .is_empty());
    }

    #[test]
    fn each_order_is_kept() {
        let sorted = |sort| {
            shown(&Directory {
                sort,
                ..Directory::default()
            })
        };
        assert_eq!(sorted(Sort::Name), ["Denpasar", "Hanoi", "Makassar"]);
        assert_eq!(sorted(Sort::Joined), ["Denpasar", "Hanoi", "Makassar"]);
        assert_eq!(sorted(Sort::Projects), ["Denpasar", "Makassar", "Hanoi"]);
    }
}
