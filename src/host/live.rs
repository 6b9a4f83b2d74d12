//! Live widgets as files: the fixed chart and the data. Style, script, code and policy are put in
//! afterwards, by `xtask/npm/live.mjs`.

use std::fs;
use std::path::Path;

use super::{Error, Result};
use crate::chart::Size;
use crate::explore;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::cut::{CityPage, Index, IndicatorIndex, IndicatorPage};
use crate::model::{Country, Lang, Level, Source, SourceKeys, Sources, Text, Unit};
use crate::route::IndicatorState;
use crate::widget::live::{
    fixed, fixed_compare, ChartData, CityShort, CompareData, Named, Words, CHART_WORDS, COMPARE,
    COMPARE_WORDS, LIVE,
};

/// Writes a live widget for each indicator below `out`, whose cut is in `folder`; how many there are.
///
/// # Errors
///
/// When a file of the cut cannot be read, or a widget not written.
pub fn write(out: &Path, folder: &str) -> Result<usize> {
    let cut = out.join(folder);
    let index: Index = read(&cut.join("index.json"))?;
    let list: IndicatorIndex = read(&cut.join("indicators/index.json"))?;
    let charts = out.join("widgets/live/chart");
    fs::create_dir_all(&charts).map_err(Error::io(&charts))?;
    let mut pages: Vec<IndicatorPage> = Vec::new();
    for entry in &list.indicators {
        let page: IndicatorPage = read(&cut.join(format!("indicators/{}.json", entry.id)))?;
        if entry.level == Level::City {
            pages.push(page.clone());
        }
        let path = charts.join(format!("{}.html", entry.id));
        fs::write(&path, chart(&data(page, &index))?).map_err(Error::io(&path))?;
    }
    let mut cities: Vec<CityPage> = Vec::new();
    for city in &index.cities {
        cities.push(read(&cut.join(format!("cities/{}.json", city.id)))?);
    }
    let path = out.join("widgets/live/compare.html");
    let html = compare(&compare_data(&cities, &pages, &index))?;
    fs::write(&path, html).map_err(Error::io(&path))?;
    Ok(list.indicators.len() + 1)
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T> {
    let text = fs::read_to_string(path).map_err(Error::io(path))?;
    serde_json::from_str(&text).map_err(|error| Error::Json {
        path: path.to_owned(),
        message: error.to_string(),
    })
}

/// What the widget of an indicator needs, and no more.
#[must_use]
pub fn data(mut page: IndicatorPage, index: &Index) -> ChartData {
    let mut names = Vec::new();
    for place in explore::places(&page.indicator) {
        if let (None, Some(city)) = (Country::from_code(place), index.city(place)) {
            let name = Text {
                en: city.name.get(Lang::En).to_owned(),
                id: city.name.get(Lang::Id).to_owned(),
            };
            names.push(Named {
                id: place.to_owned(),
                name,
            });
        }
    }
    page.own_words.clear();
    page.indicator.description = None;
    page.indicator.sources.values_mut().for_each(shorten);
    ChartData {
        words: Words::of(&CHART_WORDS, &[page.indicator.unit]),
        date: index.data_date,
        page,
        names,
    }
}

/// Takes out of a source what a widget does not show.
fn shorten(source: &mut Source) {
    (source.licence, source.note, source.via) = (None, None, None);
}

/// The cities that are compared where an address names none.
const CHOSEN: [&str; 3] = ["sumedang", "makassar", "da-nang"];

/// What the comparison of `cities` needs: of the city `indicators` the newest measured values.
#[must_use]
pub fn compare_data(
    cities: &[CityPage],
    indicators: &[IndicatorPage],
    index: &Index,
) -> CompareData {
    let mut numbers = Numbers::default();
    let mut short = |page: &CityPage| {
        let city = &page.city;
        let counts = index.city(&city.id).map(|it| it.projects);
        let mut it = CityShort {
            id: city.id.clone(),
            name: Text {
                en: city.name.get(Lang::En).to_owned(),
                id: city.name.get(Lang::Id).to_owned(),
            },
            country: city.country,
            joined: city.joined.clone(),
            area: city.area_km2.clone(),
            projects: counts.unwrap_or_default(),
            population: city.newest_population().cloned().into_iter().collect(),
        };
        for keys in [&mut it.joined.sources, &mut it.area.sources]
            .into_iter()
            .chain(it.population.iter_mut().map(|it| &mut it.sources))
        {
            numbers.replace(&city.sources, keys);
        }
        it
    };
    let cities = cities.iter().map(&mut short).collect();
    let mut newest = Vec::new();
    for page in indicators {
        let mut it = page.indicator.clone();
        it.description = None;
        let from = it.projection_from;
        for series in &mut it.series {
            series
                .points
                .retain(|point| from.is_none_or(|from| point.year < from));
            let last = series.points.pop();
            series.points = last.into_iter().collect();
            numbers.replace(&it.sources, &mut series.sources);
            for point in &mut series.points {
                numbers.replace(&it.sources, &mut point.sources);
            }
        }
        it.series.retain(|series| !series.points.is_empty());
        it.sources.clear();
        newest.push(it);
    }
    CompareData {
        words: Words::of(&COMPARE_WORDS, Unit::ALL),
        cities,
        indicators: newest,
        sources: numbers.0,
        chosen: CHOSEN.map(str::to_owned).to_vec(),
        date: index.data_date,
    }
}

/// Sources of many files under one numbering, in order of first mention.
#[derive(Default)]
struct Numbers(Sources);

impl Numbers {
    fn replace(&mut self, sources: &Sources, keys: &mut SourceKeys) {
        for key in keys {
            let Some(source) = sources.get(key) else {
                continue;
            };
            let mut source = source.clone();
            shorten(&mut source);
            let known = self.0.iter().find(|it| *it.1 == source);
            let number = known.map(|it| it.0.clone());
            *key = number.unwrap_or_else(|| {
                let number = (self.0.len() + 1).to_string();
                self.0.insert(number.clone(), source);
                number
            });
        }
    }
}

/// The file of the comparison.
///
/// # Errors
///
/// When the data cannot be written.
pub fn compare(data: &CompareData) -> Result<String> {
    let content: String = Lang::ALL.map(|lang| fixed_compare(data, lang)).concat();
    let json = serde_json::to_string(data)
        .map_err(|error| Error::Cut(format!("live comparison: {error}")))?;
    let title = Key::CompareTitle.text(Lang::Id);
    Ok(page(title, &content, COMPARE, &json))
}

/// A width in CSS pixels for which charts are drawn wide. `style/live.css` and `xtask/npm/live/boot.mjs`
/// know from and up to which width that is, as [`explore::size_of`] says.
const WIDE: i32 = 640;

/// The file of a chart.
///
/// # Errors
///
/// When the data cannot be written.
pub fn chart(data: &ChartData) -> Result<String> {
    let indicator = &data.page.indicator;
    let state = IndicatorState::default();
    let years = explore::years(indicator);
    let mut content = String::new();
    for lang in Lang::ALL {
        let [narrow, wide] = [Size::NARROW, explore::size_of(WIDE)]
            .map(|size| data.with(&years, lang, |it| it.lines(&state, size)));
        content += &fixed(data, [&narrow, &wide], &state, lang);
    }
    let json = serde_json::to_string(data)
        .map_err(|error| Error::Cut(format!("live widget of {}: {error}", indicator.id)))?;
    let title = indicator.name.get(Lang::Id);
    Ok(page(title, &content, "data", &json))
}

/// A file with its content and, under an id, its data.
fn page(title: &str, content: &str, id: &str, json: &str) -> String {
    let mut page = Markup::new();
    page.nest("<!doctype html>")
        .open_with("html", &[("lang", Lang::Id.tag()), ("data-theme", "auto")])
        .open("head", "")
        .nest("<meta charset=\"utf-8\">")
        .nest("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
        .el("title", "", title)
        .nest("<meta name=\"robots\" content=\"noindex\">")
        // It brings its own policy.
        .nest("<meta name=\"atlas-edition\" content=\"widget\">")
        .nest("<style></style>")
        .close()
        .open("body", "")
        .open("main", "")
        .open_with("div", &[("id", LIVE)])
        .nest(content)
        .close()
        .close()
        // How it looks, before anything long.
        .nest("<script></script>")
        .nest("<script type=\"application/json\" id=\"")
        .nest(id)
        .nest("\">")
        // Nothing in it may look like the end of its element.
        .nest(&json.replace('<', "\\u003c"))
        .nest("</script><!--code-->");
    page.finish()
}
