//! Cities side by side: facts, projects by status, and the newest value of every figure that at least
//! two of them have.

use serde::{Deserialize, Serialize};

#[cfg(feature = "words")]
use super::fixed::frame;
#[cfg(feature = "words")]
use super::ids::ID;
use super::write::sourced;
use super::Words;
use crate::i18n::{number, quantity, Key, Named as _};
use crate::markup::Markup;
use crate::model::{
    Area, Country, Indicator, Joined, Lang, PartialDate, Population, ProjectStatus, Sources, Text,
    Unit,
};
use crate::order::sort_by_key;
use crate::route::Compare;

/// Id of the element with the data of a comparison.
pub const COMPARE: &str = "compare-data";
/// Id of the table.
pub(super) const TABLE: &str = "compared";

/// The words of a comparison beside the names of countries.
#[cfg(feature = "words")]
pub const WORDS: [Key; 20] = [
    Key::ChartSources,
    Key::CompareAllProjects,
    Key::CompareByStatus,
    Key::CompareFull,
    Key::ComparePicked,
    Key::CompareShared,
    Key::CompareTitle,
    Key::DataDate,
    Key::FactArea,
    Key::FactJoined,
    Key::FactPopulation,
    Key::FilterCountry,
    Key::LiveFixed,
    Key::LiveFull,
    Key::LiveOthers,
    Key::StatusPlanned,
    Key::StatusOngoing,
    Key::StatusCompleted,
    Key::StatusUnknown,
    Key::Unknown,
];

/// The data of a comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompareData {
    /// Every city, in the order of the directory.
    pub cities: Vec<CityShort>,
    /// Indicators of cities, with the newest measured point of each series.
    pub indicators: Vec<Indicator>,
    /// Sources by number.
    pub sources: Sources,
    /// The cities where an address names none, by slug.
    pub chosen: Vec<String>,
    /// Date of the data.
    pub date: PartialDate,
    /// The words that it needs.
    pub words: Words,
}

/// What a comparison says of a city.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CityShort {
    /// Slug.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Member state.
    pub country: Country,
    /// When it joined the network.
    pub joined: Joined,
    /// Area.
    pub area: Area,
    /// Number of projects by status, in the order of [`ProjectStatus::ALL`].
    pub projects: [u32; ProjectStatus::ALL.len()],
    /// The newest count of people, at most one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub population: Vec<Population>,
}

impl CompareData {
    /// The cities of a choice; those chosen at first where it names fewer than two that there are.
    #[must_use]
    pub fn picked(&self, compare: &Compare) -> Vec<&CityShort> {
        let find = |id: &String| self.cities.iter().find(|it| it.id == *id);
        let picked: Vec<_> = compare.cities.iter().filter_map(find).collect();
        if picked.len() < Compare::FEWEST {
            self.chosen.iter().filter_map(find).collect()
        } else {
            picked
        }
    }
}

/// A table under construction, with the keys of what its values rest on.
struct Sheet {
    markup: Markup,
    keys: Vec<String>,
}

impl Sheet {
    fn cite(&mut self, keys: &[String]) {
        for key in keys {
            if !self.keys.contains(key) {
                self.keys.push(key.clone());
            }
        }
    }

    fn row(&mut self, head: &str) {
        self.markup
            .open("tr", "")
            .el_with("th", &[("scope", "row")], head);
    }

    fn group(&mut self, words: &str, columns: &str) {
        let head = [("scope", "colgroup"), ("colspan", columns)];
        self.markup
            .open("tr", "group")
            .el_with("th", &head, words)
            .close();
    }

    fn end(&mut self) {
        self.markup.close();
    }
}

/// The table of cities, and its foot.
#[must_use]
pub fn table(data: &CompareData, cities: &[&CityShort], lang: Lang) -> (String, String) {
    let mut sheet = Sheet {
        markup: Markup::new(),
        keys: Vec::new(),
    };
    let columns = (cities.len() + 1).to_string();
    sheet
        .markup
        .open("table", "")
        .open("thead", "")
        .open("tr", "");
    sheet.markup.el("td", "", "");
    for city in cities {
        sheet
            .markup
            .el_with("th", &[("scope", "col")], city.name.get(lang));
    }
    sheet.markup.close().close().open("tbody", "");
    facts(&mut sheet, cities, lang);
    sheet.group(Key::CompareByStatus.text(lang), &columns);
    projects(&mut sheet, cities, lang);
    shared(&mut sheet, data, cities, lang, &columns);
    let ids: Vec<&str> = cities.iter().map(|it| it.id.as_str()).collect();
    let href = [
        "../../",
        lang.tag(),
        "/compare/?",
        &Compare::of(&ids).query(),
    ]
    .concat();
    let foot = sourced(&sheet.keys, &data.sources, data.date, &href, lang);
    (sheet.markup.finish(), foot)
}

fn facts(sheet: &mut Sheet, cities: &[&CityShort], lang: Lang) {
    sheet.row(Key::FilterCountry.text(lang));
    for city in cities {
        sheet.markup.el("td", "", city.country.key().text(lang));
    }
    sheet.end();
    sheet.row(Key::FactPopulation.text(lang));
    for city in cities {
        sheet.markup.open("td", "");
        match city.population.first() {
            Some(it) => {
                // Exact: no city comes near 2^53 people.
                #[allow(clippy::cast_precision_loss)]
                let people = number(it.value as f64, lang);
                let scope = [it.scope.get(lang), ", ", &it.year.to_string()].concat();
                sheet
                    .markup
                    .text(&people)
                    .text(" ")
                    .el("span", "fine", &scope);
                sheet.cite(&it.sources);
            }
            None => drop(sheet.markup.text(Key::Unknown.text(lang))),
        }
        sheet.end();
    }
    sheet.end();
    sheet.row(Key::FactArea.text(lang));
    for city in cities {
        let extent = quantity(city.area.value, Unit::SquareKilometres, lang);
        sheet.markup.open("td", "").text(&extent);
        if let Some(scope) = &city.area.scope {
            sheet.markup.text(" ").el("span", "fine", scope.get(lang));
        }
        sheet.end();
        sheet.cite(&city.area.sources);
    }
    sheet.end();
    sheet.row(Key::FactJoined.text(lang));
    for city in cities {
        sheet.markup.el("td", "", &city.joined.year.to_string());
        sheet.cite(&city.joined.sources);
    }
    sheet.end();
}

fn projects(sheet: &mut Sheet, cities: &[&CityShort], lang: Lang) {
    let total = |city: &CityShort| city.projects.iter().sum::<u32>();
    // Of a city without projects it is not known whether there are none.
    let cell = |sheet: &mut Sheet, city: &CityShort, count: u32| {
        if total(city) == 0 {
            sheet.markup.el("td", "", Key::Unknown.text(lang));
        } else {
            sheet.markup.el("td", "", &count.to_string());
        }
    };
    sheet.row(Key::CompareAllProjects.text(lang));
    for city in cities {
        cell(sheet, city, total(city));
    }
    sheet.end();
    for (place, status) in ProjectStatus::ALL.into_iter().enumerate() {
        sheet.row(status.key().text(lang));
        for city in cities {
            cell(sheet, city, city.projects.get(place).copied().unwrap_or(0));
        }
        sheet.end();
    }
}

/// The figures that at least two of the cities have: those of most cities first, what describes the
/// regions around them last.
fn shared(sheet: &mut Sheet, data: &CompareData, cities: &[&CityShort], lang: Lang, columns: &str) {
    let mut found: Vec<(usize, &Indicator)> = Vec::new();
    for indicator in &data.indicators {
        let has = |city: &&&CityShort| indicator.series.iter().any(|it| it.place == city.id);
        let count = cities.iter().filter(has).count();
        if count > 1 {
            found.push((count, indicator));
        }
    }
    if found.is_empty() {
        return;
    }
    sort_by_key(&mut found, |it| (it.1.scope.is_some(), usize::MAX - it.0));
    sheet.group(Key::CompareShared.text(lang), columns);
    for (_, indicator) in found {
        sheet.row(indicator.name.get(lang));
        for city in cities {
            sheet.markup.open("td", "");
            let own = || indicator.series.iter().filter(|it| it.place == city.id);
            let is_single = own().count() == 1;
            for series in own() {
                let Some(point) = series.points.last() else {
                    continue;
                };
                let value = quantity(point.value, indicator.unit, lang);
                let mut when = point.year.to_string();
                // Sources that disagree are told apart.
                let name = series.name.as_ref().or(series.area.as_ref());
                if let Some(name) = name.filter(|_| !is_single) {
                    when = [name.get(lang), ", ", &when].concat();
                }
                sheet.markup.open("div", "").text(&value).text(" ");
                sheet.markup.el("span", "fine", &when).close();
                sheet.cite(series.sources_of(point));
            }
            if own().next().is_none() {
                sheet.markup.text(Key::Unknown.text(lang));
            }
            sheet.end();
        }
        sheet.end();
    }
}

/// The comparison without code, in a language.
#[cfg(feature = "words")]
#[must_use]
pub fn fixed(data: &CompareData, lang: Lang) -> String {
    let picked = data.picked(&Compare::default());
    let (table, foot) = table(data, &picked, lang);
    let [count, most] = [picked.len(), Compare::MOST].map(|it| it.to_string());
    let mut markup = Markup::new();
    // What is picked from comes with the code: its line stands there, so that nothing moves then.
    markup
        .open("details", "picked")
        .el(
            "summary",
            "",
            &Key::ComparePicked.with2(lang, &count, &most),
        )
        .close()
        .open_with("div", &[("class", "table-wrap"), (ID, TABLE)])
        .nest(&table);
    let content = markup.finish();
    frame(Key::CompareTitle.text(lang), &content, &foot, lang)
}
