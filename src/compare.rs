//! Comparing: what several cities have in common, from the files of their own pages.
//!
//! Each page numbers its sources for itself; a comparison numbers them anew, in order of first
//! mention, the same publication once.

use crate::model::cut::{CityPage, OwnWords};
use crate::model::{
    Area, City, FocusArea, Indicator, Joined, Population, ProjectStatus, Source, SourceKeys,
    Sources,
};
use crate::order::sort_by_key;

/// Facts of each city, and the figures that they share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Facts of each city, in the given order.
    pub facts: Vec<Facts>,
    /// Indicators that at least two of the cities have: those of most cities first, what describes
    /// the regions around them last.
    pub shared: Vec<Shared>,
    /// Sources by number.
    pub sources: Sources,
}

/// Facts that every city's page has.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// The newest count of people; `None` where none is known.
    pub population: Option<Population>,
    /// Area.
    pub area: Area,
    /// When the city joined the network.
    pub joined: Joined,
}

/// An indicator that at least two cities have.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// The indicator in the words of the first city that has it, with the series of all; sources
    /// that disagree about a city are several series of one place.
    pub indicator: Indicator,
    /// Number of cities that have it.
    pub cities: usize,
    /// What cities say of their own figures: another name, and where their sources disagree.
    pub own_words: Vec<OwnWords>,
}

/// What the cities of these pages share. Cities are compared in the given order, each once.
#[must_use]
pub fn compare(pages: &[&CityPage]) -> Comparison {
    let mut numbers = Numbers::default();
    let facts = pages.iter().map(|it| facts(&it.city, &mut numbers));
    let facts = facts.collect();
    let mut shared: Vec<Shared> = Vec::new();
    for (place, page) in pages.iter().enumerate() {
        let before = pages.get(..place).unwrap_or_default();
        for own in &page.city.indicators {
            let has = |it: &&&CityPage| find(it, &own.id).is_some();
            let count = pages.iter().filter(has).count();
            // Only the first city that has the indicator adds it, for all of them.
            if count > 1 && !before.iter().any(|it| has(&it)) {
                shared.push(Shared {
                    indicator: own.clone(),
                    cities: count,
                    own_words: Vec::new(),
                });
            }
        }
    }
    sort_by_key(&mut shared, |it| {
        (it.indicator.scope.is_some(), usize::MAX - it.cities)
    });
    for it in &mut shared {
        it.indicator.series.clear();
        for page in pages {
            if let Some(own) = find(page, &it.indicator.id) {
                add(it, own, page, &mut numbers);
            }
        }
    }
    Comparison {
        facts,
        shared,
        sources: numbers.into_sources(),
    }
}

fn facts(city: &City, numbers: &mut Numbers) -> Facts {
    let mut facts = Facts {
        population: city.newest_population().cloned(),
        area: city.area_km2.clone(),
        joined: city.joined.clone(),
    };
    if let Some(population) = &mut facts.population {
        numbers.replace(&city.sources, &mut population.sources);
    }
    numbers.replace(&city.sources, &mut facts.area.sources);
    numbers.replace(&city.sources, &mut facts.joined.sources);
    facts
}

fn find<'a>(page: &'a CityPage, id: &str) -> Option<&'a Indicator> {
    page.city.indicators.iter().find(|it| it.id == id)
}

/// Adds the series and the words of a city.
fn add(shared: &mut Shared, own: &Indicator, page: &CityPage, numbers: &mut Numbers) {
    let city = &page.city;
    for series in &own.series {
        let mut series = series.clone();
        numbers.replace(&city.sources, &mut series.sources);
        for point in &mut series.points {
            numbers.replace(&city.sources, &mut point.sources);
        }
        shared.indicator.series.push(series);
    }
    let mut words = OwnWords {
        place: city.id.clone(),
        name: (own.name != shared.indicator.name).then(|| own.name.clone()),
        description: None,
        conflicts: Vec::new(),
    };
    for conflict in &city.conflicts {
        if conflict.about.as_ref() == Some(&own.id) {
            let mut conflict = conflict.clone();
            numbers.replace(&city.sources, &mut conflict.sources);
            words.conflicts.push(conflict);
        }
    }
    if words.name.is_some() || !words.conflicts.is_empty() {
        shared.own_words.push(words);
    }
}

/// Sources in order of first mention.
#[derive(Debug, Default)]
struct Numbers(Vec<Source>);

impl Numbers {
    /// Replaces keys into `sources` by numbers. Keys without a source, which the cut has none of,
    /// are left out.
    fn replace(&mut self, sources: &Sources, keys: &mut SourceKeys) {
        let mut numbers = SourceKeys::new();
        for source in keys.iter().filter_map(|key| sources.get(key)) {
            let same = |it: &Source| it.title == source.title && it.url == source.url;
            let place = self.0.iter().position(same).unwrap_or_else(|| {
                self.0.push(source.clone());
                self.0.len() - 1
            });
            let number = (place + 1).to_string();
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        *keys = numbers;
    }

    fn into_sources(self) -> Sources {
        let mut sources = Sources::new();
        for (place, source) in self.0.into_iter().enumerate() {
            sources.insert((place + 1).to_string(), source);
        }
        sources
    }
}

/// Number of a city's projects by status, in the order of [`ProjectStatus::ALL`].
#[must_use]
pub fn projects_by_status(city: &City) -> [usize; ProjectStatus::ALL.len()] {
    ProjectStatus::ALL.map(|status| {
        city.projects
            .iter()
            .filter(|it| it.status == status)
            .count()
    })
}

/// Number of a city's projects by focus area, in the order of [`FocusArea::ALL`]. A project with
/// several areas counts in each, so the sum may exceed the number of projects.
#[must_use]
pub fn projects_by_focus(city: &City) -> [usize; FocusArea::ALL.len()] {
    FocusArea::ALL.map(|area| {
        city.projects
            .iter()
            .filter(|it| it.focus.contains(&area))
            .count()
    })
}

#[cfg(test)]
#[cfg(feature = "host")]
mod tests {
    use super::*;
    use crate::host::{cut, finder::Finder, store::Store};
    use crate::model::{Point, Series};

    fn pages() -> Vec<CityPage> {
        let store = Store::read("public/data".as_ref()).unwrap();
        let found = Finder::new(&store);
        let page = |city| cut::city_page(&found, city).unwrap();
        store.cities.iter().map(page).collect()
    }

    /// Value, year and titles of the sources of each point.
    fn facts(series: &Series, sources: &Sources) -> Vec<(i32, u64, Vec<String>)> {
        let fact = |point: &Point| {
            let keys = series.sources_of(point).iter();
            let mut titles: Vec<String> = keys.map(|key| sources[key].title.clone()).collect();
            titles.dedup();
            assert!(!titles.is_empty());
            (point.year, point.value.to_bits(), titles)
        };
        series.points.iter().map(fact).collect()
    }

    #[test]
    fn every_pair_shares_what_both_pages_have_and_nothing_else() {
        let pages = pages();
        for one in &pages {
            for other in &pages {
                let comparison = compare(&[one, other]);
                let ids: Vec<&str> = comparison
                    .shared
                    .iter()
                    .map(|it| it.indicator.id.as_str())
                    .collect();
                for own in &one.city.indicators {
                    let both = find(other, &own.id).is_some();
                    assert_eq!(ids.contains(&own.id.as_str()), both, "{}", own.id);
                }
                for it in &comparison.shared {
                    let id = &it.indicator.id;
                    let expected: Vec<_> = [one, other]
                        .iter()
                        .flat_map(|page| {
                            let own = find(page, id).unwrap();
                            own.series.iter().map(|it| facts(it, &page.city.sources))
                        })
                        .collect();
                    let shown = it.indicator.series.iter();
                    let shown: Vec<_> = shown.map(|it| facts(it, &comparison.sources)).collect();
                    assert_eq!(shown, expected, "{id}");
                    assert_eq!(it.cities, 2);
                }
            }
        }
    }

    #[test]
    fn six_cities_are_compared_by_what_most_of_them_have() {
        let pages = pages();
        let city = |slug: &str| pages.iter().find(|it| it.city.id == slug).unwrap();
        let six = [
            "semarang",
            "sumedang",
            "jakarta",
            "makassar",
            "banyuwangi",
            "denpasar",
        ]
        .map(city);
        let comparison = compare(&six);
        let ranks: Vec<_> = comparison
            .shared
            .iter()
            .map(|it| (it.indicator.scope.is_some(), 6 - it.cities))
            .collect();
        assert!(ranks.is_sorted());
        assert_eq!(ranks[0], (false, 0));
        let stunting = comparison
            .shared
            .iter()
            .find(|it| it.indicator.id == "stunting-prevalence")
            .unwrap();
        let own = stunting.indicator.series.iter();
        let own = own.filter(|it| it.place == "sumedang");
        assert_eq!(own.count(), 4, "sources that disagree");
        let words: Vec<&str> = stunting
            .own_words
            .iter()
            .map(|it| it.place.as_str())
            .collect();
        assert_eq!(words, ["semarang", "denpasar"]);
        let jobs = comparison
            .shared
            .iter()
            .find(|it| it.indicator.id == "unemployment-rate")
            .unwrap();
        let name = jobs.own_words[0].name.as_ref().unwrap();
        assert_eq!(jobs.own_words[0].place, "jakarta");
        assert_eq!(name.en, "Open unemployment rate (August)");
        // One number for each publication, and none without a mention.
        let titles: Vec<_> = comparison
            .sources
            .values()
            .map(|it| (&it.title, &it.url))
            .collect();
        for (place, title) in titles.iter().enumerate() {
            assert!(!titles[place + 1..].contains(title));
        }
        let one = compare(&[city("hanoi")]);
        assert!(one.shared.is_empty() && one.facts.len() == 1);
        assert_eq!(compare(&[]), Comparison::default());
    }

    #[test]
    fn facts_keep_their_sources_under_the_numbers_of_the_comparison() {
        let pages = pages();
        let all: Vec<&CityPage> = pages.iter().collect();
        let comparison = compare(&all);
        for (page, facts) in pages.iter().zip(&comparison.facts) {
            let city = &page.city;
            let titles = |keys: &SourceKeys, sources: &Sources| -> Vec<String> {
                keys.iter().map(|key| sources[key].title.clone()).collect()
            };
            let newest = city.population.iter().map(|it| it.year).max();
            assert_eq!(facts.population.as_ref().map(|it| it.year), newest);
            assert_eq!(facts.area.value, city.area_km2.value);
            for (own, shown) in [
                (&city.area_km2.sources, &facts.area.sources),
                (&city.joined.sources, &facts.joined.sources),
            ] {
                let (own, shown) = (
                    titles(own, &city.sources),
                    titles(shown, &comparison.sources),
                );
                assert!(!shown.is_empty() && own == shown, "{}", city.id);
            }
        }
    }

    #[test]
    fn projects_are_counted_by_status_and_focus() {
        let (mut status, mut focus) = ([0; 4], [0; 6]);
        for page in pages() {
            for (sum, it) in status.iter_mut().zip(projects_by_status(&page.city)) {
                *sum += it;
            }
            for (sum, it) in focus.iter_mut().zip(projects_by_focus(&page.city)) {
                *sum += it;
            }
        }
        assert_eq!(status, [11, 137, 24, 23]);
        assert_eq!(focus.iter().sum::<usize>(), 212);
    }
}
