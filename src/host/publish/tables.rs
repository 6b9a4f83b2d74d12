//! Tables: the values of indicators as CSV at stable addresses.

use std::collections::HashMap;

use super::Published;
use crate::export::csv::csv;
use crate::export::{Head, View};
use crate::host::store::Store;
use crate::host::{Error, Result};
use crate::i18n::Named;
use crate::model::cut::IndicatorPage;
use crate::model::{Country, Lang};

/// `csv/<indicator>.csv` for each indicator of the explorer, of `pages`, and
/// `csv/cities/<slug>.csv` for each city with figures of its own. Names are in English.
///
/// # Errors
///
/// When the data set has no sources and so no date.
pub fn tables(store: &Store, pages: &[IndicatorPage]) -> Result<Vec<Published>> {
    let lang = Lang::En;
    let data_date = store
        .data_date()
        .ok_or_else(|| Error::Cut("the data set has no sources".to_owned()))?;
    let cities = names_of_cities(store, lang);
    let name_of = |place| {
        let known = cities.get(place).copied();
        known.unwrap_or_else(|| place_name(store, place, lang))
    };
    let head = |sources| Head {
        address: "",
        data_date,
        lang,
        sources,
    };
    let mut files = Vec::new();
    for IndicatorPage { indicator, .. } in pages {
        let head = head(&indicator.sources);
        let view = View::of_indicator(indicator, &name_of, &|_, _| true, head);
        files.push((format!("csv/{}.csv", indicator.id), csv(&view).into_bytes()));
    }
    for city in &store.cities {
        let mut all = String::new();
        for indicator in &city.indicators {
            let head = head(&city.sources);
            let table = csv(&View::of_indicator(indicator, &name_of, &|_, _| true, head));
            // One line of names for all.
            let rows = table.split_once("\r\n").map_or("", |(_, rows)| rows);
            all.push_str(if all.is_empty() { &table } else { rows });
        }
        if !all.is_empty() {
            files.push((format!("csv/cities/{}.csv", city.id), all.into_bytes()));
        }
    }
    Ok(files)
}

/// The names of all cities by slug, for those who ask for many.
#[must_use]
pub fn names_of_cities(store: &Store, lang: Lang) -> HashMap<&str, &str> {
    let cities = store.cities.iter();
    cities
        .map(|it| (it.id.as_str(), it.name.get(lang)))
        .collect()
}

/// The name of a city, a member state or another place by its identifier; the identifier itself
/// where no file has a name.
#[must_use]
pub fn place_name<'a>(store: &'a Store, place: &'a str, lang: Lang) -> &'a str {
    if let Some(city) = store.cities.iter().find(|it| it.id == place) {
        return city.name.get(lang);
    }
    if let Some(country) = Country::from_code(place) {
        return country.key().text(lang);
    }
    let other = store.programs.not_ascn.get(place);
    other.map_or(place, |it| match lang {
        Lang::En => &it.en,
        Lang::Id => &it.id,
    })
}
