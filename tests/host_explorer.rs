//! The explorer over the real indicators: list, default places, range of ASEAN, search, shells.

// What helps a test may fail as loudly as the test itself.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use ascn_atlas::data::NO_FILES;
use ascn_atlas::explore;
use ascn_atlas::host::finder::Finder;
use ascn_atlas::host::store::Store;
use ascn_atlas::host::{
    asean, build, choice, cut, cut_indicators, gather, prerender, publish, topics,
};
use ascn_atlas::i18n::Named as _;
use ascn_atlas::model::cut::{AseanPage, IndicatorIndex, IndicatorPage};
use ascn_atlas::model::{Country, Indicator, Lang, Level, Point, Topic};
use ascn_atlas::route::{
    partner_slug, Address, Compare, Directory, Embed, IndicatorList, IndicatorState, Places,
    ProgramList, ProjectList, Route, SearchState,
};
use ascn_atlas::search::{fit, indicator_words, select_indicators};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

fn store() -> Store {
    Store::read(&data()).unwrap()
}

fn pages(store: &Store) -> Vec<IndicatorPage> {
    cut_indicators::pages(&gather::gather(store).unwrap()).unwrap()
}

#[test]
fn the_list_says_what_the_pages_say_and_stays_small() {
    let store = store();
    let pages = pages(&store);
    let index = cut_indicators::index(&pages).unwrap();
    assert_eq!(index.indicators.len(), pages.len());
    for (entry, page) in index.indicators.iter().zip(&pages) {
        let indicator = &page.indicator;
        assert_eq!(
            (&entry.id, &entry.name, entry.unit, Some(entry.level)),
            (
                &indicator.id,
                &indicator.name,
                indicator.unit,
                indicator.level
            )
        );
        assert_eq!(
            (&entry.place, entry.topic),
            (&page.default_places[0], page.topic)
        );
        let points: Vec<_> = indicator.series.iter().flat_map(|it| &it.points).collect();
        assert_eq!(points.iter().map(|it| it.year).min(), Some(entry.first));
        assert_eq!(points.iter().map(|it| it.year).max(), Some(entry.last));
        let places: BTreeSet<&str> = indicator
            .series
            .iter()
            .filter(|it| !it.not_ascn)
            .map(|it| it.place.as_str())
            .collect();
        assert_eq!(entry.places as usize, places.len());
        // One of the place's series holds the newest value and ends the sparkline with it.
        let series = indicator.series.iter().find(|it| {
            let same = |point: &Point| {
                let twin = it.points.iter().find(|it| it.year == point.year);
                twin.is_some_and(|it| it.value == point.value)
            };
            it.place == entry.place && same(&entry.latest) && entry.spark.iter().all(same)
        });
        let series = series.unwrap_or_else(|| panic!("{}", entry.id));
        let newer = series
            .points
            .iter()
            .filter(|it| it.year > entry.latest.year);
        let from = indicator.projection_from.unwrap_or(i32::MAX);
        assert!(newer.into_iter().all(|it| it.year >= from), "{}", entry.id);
        assert!(entry.latest.year < from, "{}: a projection", entry.id);
        assert!(entry.spark.len() != 1 && entry.spark.len() <= 16);
        // Values of two methods are not joined.
        let is_of_two = |year: &i32| {
            let is_before = |it: &Point| it.year < *year;
            entry.spark.iter().any(is_before) && !entry.spark.iter().all(is_before)
        };
        assert_eq!(entry.break_at, indicator.break_before.filter(is_of_two));
        if let Some(last) = entry.spark.last() {
            assert_eq!(last, &entry.latest);
        }
        let point = series.points.iter().find(|it| it.year == entry.latest.year);
        let publishers: Vec<&str> = series
            .sources_of(point.unwrap())
            .iter()
            .map(|key| indicator.sources[key].publisher.as_str())
            .collect();
        let named: BTreeSet<&str> = entry.publishers.iter().map(String::as_str).collect();
        assert_eq!(named, publishers.into_iter().collect(), "{}", entry.id);
        assert!(!named.is_empty());
    }
    let order: Vec<_> = index
        .indicators
        .iter()
        .map(|it| (it.topic, it.level == Level::City))
        .collect();
    assert!(order.is_sorted());
    // 9.2 kB as brotli. Names of topics in both languages are 1.7 kB of it, 0.2 kB as brotli.
    let bytes = serde_json::to_vec(&index).unwrap().len();
    assert!(bytes <= 47_700, "{bytes}");
}

#[test]
fn default_places_are_few_and_have_values() {
    for page in pages(&store()) {
        let indicator = &page.indicator;
        let id = &indicator.id;
        let all = choice::places(indicator);
        let chosen = &page.default_places;
        assert_eq!(chosen.len(), all.len().min(choice::MOST), "{id}");
        assert!(chosen.iter().all(|it| all.contains(&it.as_str())), "{id}");
        assert_eq!(chosen.iter().collect::<BTreeSet<_>>().len(), chosen.len());
        let home = choice::home(indicator.level.unwrap());
        assert_eq!(chosen[0] == home, all.contains(&home), "{id}");
        // A link can hold them one by one.
        let ids: Vec<&str> = chosen.iter().map(String::as_str).collect();
        assert_eq!(Places::of(&ids), Places::Chosen(chosen.clone()), "{id}");
        let measured = indicator.projection_from.unwrap_or(i32::MAX);
        assert!(page.common_year < measured, "{id}");
        let extreme = |best: fn(f64, f64) -> f64| {
            all.iter()
                .filter_map(|place| choice::value(indicator, place, page.common_year))
                .map(|(_, point)| point.value)
                .reduce(best)
        };
        for value in [extreme(f64::max), extreme(f64::min)] {
            let there = chosen.iter().any(|place| {
                let own = choice::value(indicator, place, page.common_year);
                own.map(|it| it.1.value) == value
            });
            assert!(there, "{id}: {value:?}");
        }
    }
}

#[test]
fn the_range_of_asean_is_that_of_the_values() {
    let store = store();
    let page: AseanPage = asean::page(&store, &gather::gather(&store).unwrap()).unwrap();
    assert_eq!(
        (page.chairs.len(), page.shepherds.len(), page.ranges.len()),
        (9, 4, 45)
    );
    let of_countries = |it: &&Indicator| it.level == Some(Level::Country);
    for indicator in store.indicators.iter().filter(of_countries) {
        let id = indicator.id.as_str();
        let mut by_year: BTreeMap<i32, Vec<(f64, &str)>> = BTreeMap::new();
        for series in &indicator.series {
            for point in &series.points {
                let values = by_year.entry(point.year).or_default();
                values.push((point.value, &series.place));
            }
        }
        let most = by_year.values().map(Vec::len).max().unwrap();
        let (year, values) = by_year
            .iter_mut()
            .rev()
            .find(|(_, values)| values.len() == most)
            .unwrap();
        values.sort_by(|a, b| a.0.total_cmp(&b.0));
        let range = page.range(id).unwrap();
        assert_eq!((range.year, range.values.len()), (*year, most));
        assert_eq!(range.lowest().unwrap().point.value, values[0].0, "{id}");
        assert_eq!(range.highest().unwrap().point.value, values[most - 1].0);
        for (value, code) in values.iter() {
            let own = range.of(Country::from_code(code).unwrap()).unwrap();
            assert_eq!(own.point.value, *value, "{id} {code}");
            assert!(!own.point.sources.is_empty());
        }
        let below = values.iter().filter(|it| it.0 < range.median).count();
        let above = values.iter().filter(|it| it.0 > range.median).count();
        assert!(below <= most / 2 && above <= most / 2, "{id}");
    }
    let hdi = page.range("hdi").unwrap();
    assert_eq!((hdi.year, hdi.values.len()), (2023, 11));
    assert_eq!(hdi.highest().unwrap().country, Country::Sgp);
    // Of six states: half way between the third and the fourth.
    let poverty = page.range("extreme-poverty").unwrap();
    assert_eq!((poverty.year, poverty.values.len()), (2018, 6));
    assert_eq!(poverty.median, 5.25, "of 0, 0.1, 2.2, 8.3, 12.5 and 15.7");
    assert!(page.range("city-pm25-iqair").is_none());
}

#[test]
fn indicators_are_found_in_both_languages() {
    let store = store();
    let index: IndicatorIndex = cut_indicators::index(&pages(&store)).unwrap();
    let words: Vec<Vec<String>> = index.indicators.iter().map(indicator_words).collect();
    let shown = |text: &str, topic: Option<Topic>| -> Vec<&str> {
        let list = IndicatorList {
            text: text.to_owned(),
            topic,
        };
        let places = select_indicators(&index, &words, &list);
        let ids = places.iter().map(|it| index.indicators[*it].id.as_str());
        ids.collect()
    };
    assert_eq!(shown("", None).len(), topics::ENTRIES.len());
    for topic in Topic::ALL {
        let of_topic = shown("", Some(topic));
        assert!(of_topic
            .iter()
            .all(|id| index.entry(id).unwrap().topic == topic));
        // A topic's name finds all of it, in each language.
        for lang in Lang::ALL {
            let found = shown(topic.key().text(lang), None);
            assert!(of_topic.iter().all(|id| found.contains(id)), "{topic:?}");
        }
    }
    for (typed, id) in [
        ("stunting", "city-stunting-prevalence"),
        ("stuning", "city-stunting-prevalence"),
        ("gizi", "stunting-prevalence"),
        ("internet", "internet-users"),
        ("intrenet", "internet-users"),
        ("emisi co2", "co2-per-capita"),
        ("CO₂", "co2-per-capita"),
        ("pm2.5", "city-pm25-iqair"),
        ("kualitas udara", "pm25-exposure"),
        ("pdb", "gdp-per-capita-ppp"),
        ("GDP per person", "gdp-per-capita-current-usd"),
        ("pengangguran", "unemployment"),
        ("macet", "traffic-congestion-level"),
        ("forest", "forest-cover"),
        ("hutan", "forest-cover"),
        ("sampah", "waste-per-day"),
        ("HDI", "region-hdi"),
        ("ipm", "hdi"),
        ("corupption", "corruption-perceptions-index"),
    ] {
        assert!(shown(typed, None).contains(&id), "{typed}: {id}");
    }
    // Every indicator is found by each of its names.
    for entry in &index.indicators {
        for lang in Lang::ALL {
            let found = shown(entry.name.get(lang), None);
            assert!(found.contains(&entry.id.as_str()), "{}", entry.id);
        }
    }
    assert_eq!(shown("kemacetan", Some(Topic::Health)), [""; 0]);
    assert_eq!(shown("xylophone", None), [""; 0]);
    // What fits at once comes before what needs a slip of the fingers.
    let mut kinds = 0;
    for typed in ["house", "rates", "water", "index", "wast"] {
        let list = IndicatorList {
            text: typed.to_owned(),
            topic: None,
        };
        let places = select_indicators(&index, &words, &list);
        let fits: Vec<_> = places.iter().map(|it| fit(&words[*it], typed)).collect();
        assert!(fits.is_sorted(), "{typed}");
        kinds += usize::from(fits.first() != fits.last());
        // Among those that fit alike the order of the list stays.
        let place = |at: &usize| (fits[*at], places[*at]);
        assert!((0..places.len()).map(|at| place(&at)).is_sorted());
    }
    assert!(kinds > 1);
}

/// The rule of the app against that of the cut, for every indicator of every city's page.
#[test]
fn each_chart_of_a_city_leads_to_its_indicator_with_the_city_in_it() {
    let store = store();
    let pages = pages(&store);
    let found = Finder::new(&store);
    let mut checked = 0;
    for city in &store.cities {
        for indicator in cut::city_page(&found, city).unwrap().city.indicators {
            let id = explore::city_indicator(&indicator.id);
            assert_eq!(id, gather::city_topic(&store, &indicator.id));
            let page = pages.iter().find(|it| it.indicator.id == id);
            let page = page.unwrap_or_else(|| panic!("{id} has no page"));
            let places = explore::places(&page.indicator);
            assert!(places.contains(&city.id.as_str()), "{id}: {}", city.id);
            checked += 1;
        }
    }
    assert!(checked > 200, "{checked}");
}

#[test]
fn every_address_has_its_page_made_from_files_that_are_there() {
    let out = std::env::temp_dir().join(format!("atlas-shells-{}", std::process::id()));
    fs::create_dir_all(&out).unwrap();
    fs::write(
        out.join("index.html"),
        "<html><head><meta charset=utf-8><title>ASCN Atlas</title><meta name=\"atlas-data\" content=\"\"><meta name=\"atlas-day\" content=\"\"></head>\
         <body><!--page--><h1>ASCN Atlas</h1><!--/page--></body>",
    )
    .unwrap();
    build::build(&data(), &out, None).unwrap();
    let store = store();
    publish::write(&store, &pages(&store), &data(), &out).unwrap();
    fs::copy(data().join("changes.json"), out.join("data/changes.json")).unwrap();
    let folder = build::folder_of(&out).unwrap();
    prerender::write(&out, &folder).unwrap();
    let mut routes = vec![
        Route::Home,
        Route::Cities(Directory::default()),
        Route::Indicators(IndicatorList::default()),
        Route::Compare(Compare::default()),
        Route::Countries,
        Route::Data,
        Route::Search(SearchState::default()),
        Route::Projects(ProjectList::default()),
        Route::Programs(ProgramList::default()),
        Route::Network,
        Route::Documents,
        Route::About,
        Route::Embed(Embed::default()),
    ];
    routes.extend(Country::ALL.map(Route::Country));
    routes.extend(store.cities.iter().map(|it| Route::City(it.id.clone())));
    for city in &store.cities {
        let project = |id: &str| Route::Project(city.id.clone(), id.to_owned());
        routes.extend(city.projects.iter().map(|it| project(&it.id)));
    }
    let programs = &store.programs.programs;
    routes.extend(programs.iter().map(|it| Route::Program(it.id.clone())));
    let partners: BTreeSet<_> = programs
        .iter()
        .map(|it| partner_slug(&it.partner))
        .collect();
    routes.extend(partners.into_iter().map(Route::Partner));
    let milestones = store.network.milestones.iter();
    routes.extend(milestones.map(|it| Route::Meeting(it.id.clone())));
    for entry in topics::ENTRIES {
        let state = IndicatorState::default();
        routes.push(Route::Indicator(entry.id.to_owned(), state));
    }
    let mut titles = BTreeSet::new();
    let mut made_from = BTreeSet::new();
    for lang in Lang::ALL {
        for route in &routes {
            let place = Address {
                lang,
                route: route.clone(),
            }
            .href();
            let page = out.join(&place).join("index.html");
            let html = fs::read_to_string(&page).unwrap_or_else(|_| panic!("no shell: {place}"));
            let (_, rest) = html.split_once("<title>").unwrap();
            let (title, _) = rest.split_once("</title>").unwrap();
            assert!(!title.starts_with(" ·"), "{place}");
            titles.insert((lang.tag(), title.to_owned()));
            let (_, rest) = html
                .split_once("<meta name=\"atlas-files\" content=\"")
                .unwrap();
            let (named, _) = rest.split_once('"').unwrap();
            assert!(
                !named.is_empty(),
                "{place}: the app takes it for one without content"
            );
            let files: BTreeSet<&str> = named.split(' ').filter(|it| *it != NO_FILES).collect();
            for file in &files {
                // Of the cut, or of what is published beside it.
                let at = [out.join(&folder).join(file), out.join(file)];
                assert!(at.iter().any(|it| it.exists()), "{place}: {file}");
                made_from.insert((*file).to_owned());
            }
            // The file without which the page shows nothing.
            let needed = match &route {
                Route::Indicators(_) => "indicators/index".to_owned(),
                Route::Indicator(id, _) => ["indicators/", id].concat(),
                Route::Countries => "asean".to_owned(),
                Route::Country(country) => ["countries/", country.code()].concat(),
                Route::City(slug) => ["cities/", slug].concat(),
                Route::Data => "data".to_owned(),
                Route::Search(_) => "search".to_owned(),
                Route::Projects(_) => "projects/index".to_owned(),
                Route::Project(city, _) => ["cities/", city].concat(),
                Route::Programs(_) => "programs/index".to_owned(),
                Route::Program(id) => ["programs/", id].concat(),
                Route::Partner(id) => ["partners/", id].concat(),
                Route::Network => "network".to_owned(),
                Route::Meeting(id) => ["network/", id].concat(),
                Route::Documents => "documents".to_owned(),
                // All that they say are words, until cities are picked.
                Route::About | Route::Compare(_) => continue,
                _ => "index".to_owned(),
            };
            let needed = format!("{needed}.json");
            assert!(files.contains(&*needed), "{place}: {named}");
        }
    }
    // Each page has a title of its own in each language, but that Singapore is a city and a state, and
    // the Planning Guidebook a programme and, in English by the same name, a milestone.
    assert_eq!(titles.len(), 2 * (routes.len() - 1) - 1);
    // Every file of the cut is named by some page, but the words, which each language has, and the
    // finer lands, which a map asks for when it is zoomed.
    let files = build::files(&store).unwrap();
    let mut unnamed: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
    unnamed.retain(|name| !made_from.contains(*name));
    assert_eq!(
        unnamed,
        ["lands-fine.json", "words/en.json", "words/id.json"]
    );
    let shells = walk(&out);
    let pages = 13 + 38 + topics::ENTRIES.len() + 11 + 195 + 124 + 31 + 34;
    assert_eq!(shells, 2 * pages + 1);
    assert_eq!(routes.len(), pages);
    fs::remove_dir_all(out).unwrap();
}

/// How many `index.html` stand below a folder.
fn walk(folder: &Path) -> usize {
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            count += walk(&path);
        } else if path.ends_with("index.html") {
            count += 1;
        }
    }
    count
}
