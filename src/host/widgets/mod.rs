//! Fixed widgets: parts of the atlas that other sites show in a frame, each one file that asks for no
//! other, written whole by the host.
//!
//! ```text
//! widgets/<language>/…                  see `crate::widget`
//! widgets/editions/<date>/<language>/…  the same as they were on a day, when the build is told to
//! widgets/editions.json                 the days that are kept
//! widgets/examples/index.html           one of each kind, with its code
//! ```
//!
//! A file has neither style nor script until `xtask/npm/widgets.mjs` has put them in.

mod city;
mod counts;
mod editions;
mod examples;
mod figure;
mod frame;
mod height;
mod network;
mod words;

use std::path::{Path, PathBuf};

use super::choice::places;
use super::finder::Finder;
use super::head::{Facts, Root};
use super::publish::put;
use super::store::Store;
use super::{
    cut, cut_indicators, cut_network, cut_programs, cut_projects, gather, lands, Error, Result,
};
use crate::model::cut::CityPage;
use crate::model::cut::IndicatorPage;
use crate::model::cut_map::MapLands;
use crate::model::cut_network::NetworkPage;
use crate::model::cut_programs::PartnerPage;
use crate::model::cut_projects::ProjectReports;
use crate::model::{Country, Lang};
use crate::widget::{Edition, NetworkChart, Widget};

use frame::{Content, Stand};
pub use height::heights;

/// The folder of all widgets below the site's root.
pub const FOLDER: &str = "widgets";

/// What is to be written.
#[derive(Clone, Debug, Default)]
pub struct Options<'a> {
    /// Where the site will stand, if that is known.
    pub root: Option<&'a Root>,
    /// Whether the widgets are kept as they are, under the date of their data; those that are kept
    /// already stay.
    pub freeze: bool,
    /// A site that was built before, from which what was kept is taken over.
    pub previous: Option<PathBuf>,
}

/// What was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Number of widgets.
    pub files: usize,
    /// Bytes of all, before style and script are in them.
    pub bytes: usize,
    /// The days that are kept, the oldest first.
    pub editions: Vec<Edition>,
    /// Whether the day of the data is one that is kept now, and was not before.
    pub is_frozen: bool,
}

/// What widgets are made from.
struct Studio<'a> {
    facts: Facts<'a>,
    pages: &'a [IndicatorPage],
    cities: Vec<CityPage>,
    partners: Vec<PartnerPage>,
    lands: MapLands,
    network: NetworkPage,
    counted: ProjectReports,
}

impl<'a> Studio<'a> {
    fn new(store: &'a Store, pages: &'a [IndicatorPage]) -> Result<Self> {
        let found = Finder::new(store);
        let cities = store.cities.iter().map(|it| cut::city_page(&found, it));
        Ok(Self {
            facts: Facts::new(store, pages)?,
            pages,
            cities: cities.collect::<Result<_>>()?,
            partners: cut_programs::partners(&found)?,
            lands: lands::coarse(&store.outlines)?,
            network: cut_network::page(store)?,
            counted: cut_projects::reports(store)?,
        })
    }

    /// Every fixed widget, in order of kind.
    fn widgets(&self) -> Vec<Widget> {
        let slugs = || self.cities.iter().map(|it| it.city.id.clone());
        let mut all: Vec<Widget> = slugs().map(Widget::City).collect();
        for page in self.pages {
            let indicator = page.indicator.id.clone();
            all.push(Widget::Chart {
                indicator: indicator.clone(),
                places: Vec::new(),
            });
            for place in places(&page.indicator) {
                all.push(Widget::Figure {
                    indicator: indicator.clone(),
                    place: place.to_owned(),
                });
            }
        }
        let has_cities = |it: &Country| self.facts.cities_of(*it).next().is_some();
        all.extend(
            Country::ALL
                .into_iter()
                .filter(has_cities)
                .map(Widget::Cities),
        );
        all.extend(slugs().map(Widget::Projects));
        all.extend(slugs().map(Widget::Counts));
        all.extend(slugs().map(Widget::Programs));
        all.extend(
            self.partners
                .iter()
                .map(|it| Widget::Partner(it.partner.id.clone())),
        );
        all.extend(NetworkChart::ALL.map(Widget::Network));
        all.extend([Widget::Timeline, Widget::Map, Widget::Meetings]);
        all
    }

    fn city(&self, slug: &str) -> Option<&CityPage> {
        self.cities.iter().find(|it| it.city.id == slug)
    }

    /// What a widget shows; `None` for what there is not.
    fn content(&self, widget: &Widget, stand: &Stand<'_>) -> Option<Content> {
        let indicator = |id: &str| self.pages.iter().find(|it| it.indicator.id == id);
        Some(match widget {
            Widget::City(slug) => city::card(self, self.city(slug)?, stand),
            Widget::Figure {
                indicator: id,
                place,
            } => figure::value(self, indicator(id)?, place, stand)?,
            Widget::Chart { indicator: id, .. } => figure::chart(self, indicator(id)?, stand),
            Widget::Cities(country) => {
                let of_country = |it: &&CityPage| it.city.country == *country;
                let pages: Vec<&CityPage> = self.cities.iter().filter(of_country).collect();
                network::cities(&pages, *country, stand)
            }
            Widget::Projects(slug) => city::projects(self.city(slug)?, stand),
            Widget::Counts(slug) => counts::of_city(self.city(slug)?, stand),
            Widget::Programs(slug) => city::programs(self.city(slug)?, stand),
            Widget::Partner(id) => {
                let mut all = self.partners.iter();
                city::partner(all.find(|it| it.partner.id == *id)?, stand)
            }
            Widget::Timeline => city::timeline(self, stand),
            Widget::Network(chart) => counts::of_network(self, *chart, stand)?,
            Widget::Map => network::map(self, stand),
            Widget::Meetings => network::meetings(self, stand),
            Widget::Compare(_) => return None,
        })
    }

    /// The file of a widget.
    fn text(&self, widget: &Widget, stand: &Stand<'_>) -> Result<String> {
        let missing = || Error::Cut(format!("{}: expected its data, found none", stand.file));
        let content = self.content(widget, stand).ok_or_else(missing)?;
        Ok(frame::write(&content, stand))
    }
}

/// The files of `wanted`, in their order, as [`write()`] writes them when it is told no address.
///
/// # Errors
///
/// When files of the data set contradict one another, or one cannot be read, or a widget is one that
/// is always live.
pub fn texts(data: &Path, wanted: &[(Widget, Lang)]) -> Result<Vec<String>> {
    let store = Store::read(data)?;
    let pages = cut_indicators::pages(&gather::gather(&store)?)?;
    let studio = Studio::new(&store, &pages)?;
    let text = |(widget, lang): &(Widget, Lang)| {
        let name = widget.fixed().unwrap_or_default();
        let stand = Stand {
            lang: *lang,
            date: studio.facts.date,
            file: &[FOLDER, "/", lang.tag(), "/", &name].concat(),
            newest: None,
        };
        studio.text(widget, &stand)
    };
    wanted.iter().map(text).collect()
}

/// Writes every fixed widget of the data set in `data` below `out/widgets/`, in both languages.
///
/// # Errors
///
/// When files of the data set contradict one another, or one cannot be read or written.
pub fn write(data: &Path, out: &Path, options: &Options<'_>) -> Result<Report> {
    let store = Store::read(data)?;
    let pages = cut_indicators::pages(&gather::gather(&store)?)?;
    let studio = Studio::new(&store, &pages)?;
    let widgets = studio.widgets();
    let day = studio.facts.date;
    let mut report = Report::default();
    if let Some(site) = &options.previous {
        editions::take_over(out, site)?;
    }
    report.is_frozen = options.freeze && editions::is_new(out, day)?;
    for lang in Lang::ALL {
        let live = [FOLDER, "/", lang.tag(), "/"].concat();
        let kept = editions::folder(day, lang);
        for widget in &widgets {
            let Some(name) = widget.fixed() else { continue };
            let newest = [&live, name.as_str()].concat();
            let mut put_at = |file: &str, of: Option<&str>| {
                let stand = Stand {
                    lang,
                    date: day,
                    file,
                    newest: of,
                };
                let html = studio.text(widget, &stand)?;
                report.files += 1;
                report.bytes += html.len();
                put(&out.join(file), html.as_bytes())
            };
            put_at(&newest, None)?;
            if report.is_frozen {
                put_at(&[&kept, name.as_str()].concat(), Some(&newest))?;
            }
        }
    }
    examples::write(&studio, out, options.root)?;
    let files: Vec<String> = widgets.iter().filter_map(Widget::fixed).collect();
    report.editions = editions::list(out, &files)?;
    Ok(report)
}
