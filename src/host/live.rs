//! Live widgets as files: the fixed chart and the data. Style, script, code and policy are put in
//! afterwards, by `xtask/npm/live.mjs`.

use std::fs;
use std::path::Path;

use super::{Error, Result};
use crate::chart::Size;
use crate::explore::{self, Colors, ID};
use crate::markup::Markup;
use crate::model::cut::{Index, IndicatorIndex, IndicatorPage};
use crate::model::{Country, Lang, Text};
use crate::route::IndicatorState;
use crate::widget::live::{fixed, ChartData, Named, Words, LIVE};

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
    for entry in &list.indicators {
        let page: IndicatorPage = read(&cut.join(format!("indicators/{}.json", entry.id)))?;
        let path = charts.join(format!("{}.html", entry.id));
        fs::write(&path, chart(&data(page, &index))?).map_err(Error::io(&path))?;
    }
    Ok(list.indicators.len())
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
    for source in page.indicator.sources.values_mut() {
        (source.licence, source.note, source.via) = (None, None, None);
    }
    ChartData {
        words: Words::of(page.indicator.unit),
        date: index.data_date,
        page,
        names,
    }
}

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
        let figure = data.with(&years, &Colors::default(), lang, |it| {
            it.lines(&state, Size::NARROW)
        });
        // Both languages stand on one page until the code runs, or where it does not.
        let own = ["fixed-", lang.tag()].concat();
        content += &fixed(data, &figure, &state, lang).replace(ID, &own);
    }
    let json = serde_json::to_string(data)
        .map_err(|error| Error::Cut(format!("live widget of {}: {error}", indicator.id)))?;
    // Nothing in it may look like the end of its element.
    Ok(page(
        &indicator.name,
        &content,
        &json.replace('<', "\\u003c"),
    ))
}

/// A file with its content and its data.
fn page(title: &Text, content: &str, json: &str) -> String {
    let mut page = Markup::new();
    page.nest("<!doctype html>")
        .open_with("html", &[("lang", Lang::Id.tag()), ("data-theme", "auto")])
        .open("head", "")
        .nest("<meta charset=\"utf-8\">")
        .nest("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
        .el("title", "", title.get(Lang::Id))
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
        .nest("<script type=\"application/json\" id=\"data\">")
        .nest(json)
        .nest("</script><!--code-->");
    page.finish()
}
