//! Exploring an indicator: what the state in the address means for the data that there are.
//!
//! The address may name places and years that the indicator lacks; these are passed over. What it
//! does not name is chosen here, so that every kind of chart has something to show at once.

mod draw;
mod label;

pub use draw::{size_of, Drawing, ID};
pub use label::label;

use std::cmp::Ordering;

use crate::chart::Table;
use crate::i18n::Named as _;
use crate::model::cut::IndicatorPage;
use crate::model::{Country, Indicator, Lang};
use crate::order::sort_by;
use crate::route::{ChartKind, IndicatorState, Places};

/// Every place of an indicator, each once, in the order of its series.
#[must_use]
pub fn places(indicator: &Indicator) -> Vec<&str> {
    let mut places: Vec<&str> = Vec::new();
    for series in &indicator.series {
        if !places.contains(&series.place.as_str()) {
            places.push(&series.place);
        }
    }
    places
}

/// The name of a place of an indicator in a language; `city` names the cities of the network.
pub fn name_of<'a>(
    indicator: &'a Indicator,
    place: &str,
    lang: Lang,
    city: impl FnOnce() -> Option<&'a str>,
) -> &'a str {
    if let Some(country) = Country::from_code(place) {
        return country.key().text(lang);
    }
    // A place outside the network brings its name along.
    let other = || {
        let mut series = indicator.series.iter();
        series.find(|it| it.place == place).map_or("", |it| {
            let name = it.name.as_ref().map(|it| it.get(lang));
            name.unwrap_or(&it.place)
        })
    };
    city().unwrap_or_else(other)
}

/// Every year that has a value, in order.
#[must_use]
pub fn years(indicator: &Indicator) -> Vec<i32> {
    let mut years: Vec<i32> = Vec::new();
    for point in indicator.series.iter().flat_map(|it| &it.points) {
        if let Err(place) = years.binary_search(&point.year) {
            years.insert(place, point.year);
        }
    }
    years
}

/// Whether a kind of chart says anything of an indicator with so many places and years.
#[must_use]
pub fn suits(kind: ChartKind, places: usize, years: usize) -> bool {
    match kind {
        ChartKind::Line | ChartKind::Table => true,
        ChartKind::Map | ChartKind::Bars | ChartKind::Multiples => places > 1,
        ChartKind::Difference => years > 1,
    }
}

/// The places that a state chooses: those in colour.
#[must_use]
pub fn chosen<'a>(page: &'a IndicatorPage, state: &IndicatorState) -> Vec<&'a str> {
    let all = places(&page.indicator);
    let of = |wanted: &[String]| -> Vec<&'a str> {
        let find = |id: &String| all.iter().copied().find(|it| it == id);
        wanted.iter().filter_map(find).collect()
    };
    let chosen = match &state.places {
        Places::All => all.clone(),
        Places::Chosen(ids) => of(ids),
        Places::Default => Vec::new(),
    };
    let chosen = if chosen.is_empty() {
        of(&page.default_places)
    } else {
        chosen
    };
    if chosen.is_empty() {
        all
    } else {
        chosen
    }
}

/// The first and the last year that a state shows, among `years`, which are not empty.
#[must_use]
pub fn span(years: &[i32], state: &IndicatorState) -> (i32, i32) {
    let (first, last) = (
        years.first().copied().unwrap_or(0),
        years.last().copied().unwrap_or(0),
    );
    let inside = |year: Option<i32>| year.filter(|it| (first..=last).contains(it));
    (
        inside(state.from).unwrap_or(first),
        inside(state.to).unwrap_or(last),
    )
}

/// The year of a map or of bars.
#[must_use]
pub fn year(page: &IndicatorPage, years: &[i32], state: &IndicatorState) -> i32 {
    let known = state.year.filter(|it| years.contains(it));
    known.unwrap_or(page.common_year)
}

/// The two years of a difference: those of the state, else the common year and the earliest year in
/// which most of the chosen places that have a value then have one that compares.
#[must_use]
pub fn between(
    page: &IndicatorPage,
    years: &[i32],
    state: &IndicatorState,
    chosen: &[&str],
) -> (i32, i32) {
    let known = |year: Option<i32>| year.filter(|it| years.contains(it));
    let to = known(state.to).unwrap_or(page.common_year);
    if let Some(from) = known(state.from) {
        return (from.min(to), from.max(to));
    }
    let indicator = &page.indicator;
    let has = |place: &str, year: i32| {
        let mut own = indicator.series.iter().filter(|it| it.place == place);
        own.any(|it| {
            let years = || it.points.iter().map(|point| point.year);
            years().any(|it| it == year) && years().any(|it| it == to)
        })
    };
    let mut best: Option<(usize, i32)> = None;
    for &year in years {
        let is_before_break = indicator
            .break_before
            .is_some_and(|it| year < it && it <= to);
        let count = chosen.iter().filter(|place| has(place, year)).count();
        if year < to && !is_before_break && best.is_none_or(|(most, _)| count > most) {
            best = Some((count, year));
        }
    }
    let from = best.filter(|it| it.0 > 0).map(|it| it.1);
    // Nothing compares: the years beside each other that there are.
    let before = || years.iter().copied().rfind(|it| *it < to);
    (from.or_else(before).unwrap_or(to), to)
}

/// The order of the rows of a table by one of its columns, the head being column 0: numbers by their
/// size, other words as they stand, cells without a value last. Equal rows keep their order.
#[must_use]
pub fn sorted(table: &Table, column: usize, descends: bool, lang: Lang) -> Vec<usize> {
    let text = |row: usize| {
        let row = table.rows.get(row);
        row.map_or("", |row| match column.checked_sub(1) {
            None => row.head.as_str(),
            Some(place) => row.cells.get(place).map_or("", |it| &it.text),
        })
    };
    let mut order: Vec<usize> = (0..table.rows.len()).collect();
    sort_by(&mut order, |one, two| {
        let (one, two) = (text(*one), text(*two));
        let order = match (one.is_empty(), two.is_empty()) {
            (false, false) if column > 0 => by_size(one, two, lang),
            (false, false) => one.cmp(two),
            // Last in both directions.
            (empty, other) => return empty.cmp(&other),
        };
        if descends {
            order.reverse()
        } else {
            order
        }
    });
    order
}

/// Two written numbers by their size. By their digits: reading them as numbers costs the wasm more.
fn by_size(one: &str, two: &str, lang: Lang) -> Ordering {
    let parts = |text: &str| {
        let text = ungrouped(text, lang);
        let is_negative = text.starts_with('-');
        let digits = text.trim_start_matches('-').to_owned();
        let whole = digits.find([',', '.']).unwrap_or(digits.len());
        (is_negative, whole, digits)
    };
    let ((minus, one_whole, one), (other, two_whole, two)) = (parts(one), parts(two));
    let size = || one_whole.cmp(&two_whole).then_with(|| one.cmp(&two));
    match (minus, other) {
        (false, false) => size(),
        (true, true) => size().reverse(),
        _ => other.cmp(&minus),
    }
}

/// A written number without separators of thousands, as spreadsheets of its language read it.
fn ungrouped(text: &str, lang: Lang) -> String {
    let group = match lang {
        Lang::Id => '.',
        Lang::En => ',',
    };
    let mut out = String::new();
    for letter in text.chars() {
        if letter == '\u{2212}' {
            out.push('-');
        } else if letter != group {
            out.push(letter);
        }
    }
    out
}

/// A table as lines of cells with tabs between them, in an order of its rows.
#[must_use]
pub fn tsv(table: &Table, order: &[usize], lang: Lang) -> String {
    let mut out = table.headers.join("\t");
    for row in order.iter().filter_map(|it| table.rows.get(*it)) {
        out.push('\n');
        out.push_str(&row.head);
        for cell in &row.cells {
            out.push('\t');
            out.push_str(&ungrouped(&cell.text, lang));
        }
    }
    out.push('\n');
    out
}

/// The address of the explorer for an indicator of a city's page.
///
/// Where countries have an indicator of the same name that is measured another way, the cities' one
/// has a name of its own. A test holds this against the data set.
#[must_use]
pub fn city_indicator(id: &str) -> &str {
    match id {
        "stunting-prevalence" => "city-stunting-prevalence",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Cell, Row};

    fn page() -> IndicatorPage {
        serde_json::from_str(
            r#"{
                "indicator": {
                    "id": "x", "name": { "en": "X", "id": "X" }, "unit": "percent",
                    "break_before": 2002,
                    "series": [
                        { "place": "IDN", "points": [[2000, 1], [2002, 2], [2004, 3], [2006, 4]] },
                        { "place": "VNM", "points": [[2003, 1], [2006, 2]] },
                        { "place": "SGP", "points": [[2003, 1], [2006, 2]] },
                        { "place": "IDN", "id": "b", "points": [[2001, 9]] }
                    ],
                    "sources": {}
                },
                "topic": "economy", "default_places": ["SGP", "IDN"], "common_year": 2006
            }"#,
        )
        .unwrap()
    }

    #[test]
    fn what_the_indicator_lacks_is_passed_over() {
        let page = page();
        let years = years(&page.indicator);
        assert_eq!(years, [2000, 2001, 2002, 2003, 2004, 2006]);
        assert_eq!(places(&page.indicator), ["IDN", "VNM", "SGP"]);
        let state = IndicatorState::parse("places=VNM,THA,IDN&from=1990&to=2050&year=2005");
        assert_eq!(chosen(&page, &state), ["VNM", "IDN"]);
        assert_eq!(span(&years, &state), (2000, 2006));
        assert_eq!(year(&page, &years, &state), 2006);
        for (query, expected) in [
            ("", vec!["SGP", "IDN"]),
            ("places=THA", vec!["SGP", "IDN"]),
            ("places=all", vec!["IDN", "VNM", "SGP"]),
        ] {
            let state = IndicatorState::parse(query);
            assert_eq!(chosen(&page, &state), expected, "{query}");
        }
        let state = IndicatorState::parse("from=2002&to=2004&year=2003");
        assert_eq!(span(&years, &state), (2002, 2004));
        assert_eq!(year(&page, &years, &state), 2003);
    }

    #[test]
    fn without_default_places_all_are_chosen() {
        let mut page = page();
        page.default_places.clear();
        let all = chosen(&page, &IndicatorState::default());
        assert_eq!(all, ["IDN", "VNM", "SGP"]);
    }

    #[test]
    fn a_difference_takes_years_that_compare() {
        let page = page();
        let years = years(&page.indicator);
        let of = |query: &str, chosen: &[&str]| {
            between(&page, &years, &IndicatorState::parse(query), chosen)
        };
        // 2000 is before the change of method.
        assert_eq!(of("", &["IDN"]), (2002, 2006));
        assert_eq!(of("", &["IDN", "VNM", "SGP"]), (2003, 2006));
        assert_eq!(of("from=2000&to=2004", &["IDN"]), (2000, 2004));
        assert_eq!(of("from=2005", &["IDN"]), (2002, 2006));
        assert_eq!(of("to=2000", &["IDN"]), (2000, 2000));
        assert_eq!(of("to=2001", &["VNM"]), (2000, 2001));
    }

    #[test]
    fn views_have_names_of_their_own() {
        use crate::export::file_name;
        let page = page();
        let years = years(&page.indicator);
        let of = |query: &str, kind| {
            let state = IndicatorState::parse(query);
            let label = label(&page, &years, &state, kind);
            let name = file_name("x", &label, "2026-11-23".parse().unwrap(), "csv");
            let name = name.strip_prefix("ascn-atlas-x-").unwrap();
            let name = name.strip_suffix("2026-11-23.csv").unwrap();
            name.trim_end_matches('-').to_owned()
        };
        for (query, kind, expected) in [
            ("", ChartKind::Line, ""),
            ("", ChartKind::Bars, "bars"),
            ("places=VNM,IDN", ChartKind::Line, "vnm-idn"),
            ("places=all&year=2003", ChartKind::Bars, "bars-all-2003"),
            ("places=VNM&year=2003", ChartKind::Map, "map-2003"),
            ("from=2002&to=2004", ChartKind::Table, "table-2002-2004"),
            ("from=1990&to=2050", ChartKind::Line, ""),
            ("from=2002", ChartKind::Difference, "difference-2002-2006"),
            ("scale=log&relative=yes", ChartKind::Line, "log-relative"),
            ("scale=log", ChartKind::Bars, "bars"),
        ] {
            assert_eq!(of(query, kind), expected, "{query} {kind:?}");
        }
    }

    #[test]
    fn tables_are_sorted_by_size_and_gaps_come_last() {
        let texts = [
            "1.234,5",
            "",
            "\u{2212}20",
            "7,89",
            "\u{2212}3",
            "1.234,45",
            "7,9",
        ];
        let row = |(index, text): (usize, &&str)| Row {
            head: format!("place {index}"),
            cells: vec![Cell {
                text: (*text).to_owned(),
                ..Cell::default()
            }],
        };
        let table = Table {
            unit: String::new(),
            headers: vec!["Tempat".into(), "2020".into()],
            rows: texts.iter().enumerate().map(row).collect(),
        };
        assert_eq!(sorted(&table, 1, false, Lang::Id), [2, 4, 3, 6, 5, 0, 1]);
        assert_eq!(sorted(&table, 1, true, Lang::Id), [0, 5, 6, 3, 4, 2, 1]);
        assert_eq!(sorted(&table, 0, true, Lang::Id), [6, 5, 4, 3, 2, 1, 0]);
        let text = tsv(&table, &[2, 1, 0], Lang::Id);
        assert_eq!(
            text,
            "Tempat\t2020\nplace 2\t-20\nplace 1\t\nplace 0\t1234,5\n"
        );
    }
}
