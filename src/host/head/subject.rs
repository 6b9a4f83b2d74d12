//! A subject: what a page is about, found in the data set once for its description and its linked
//! data alike.

use std::collections::BTreeMap;

use crate::host::cut_programs;
use crate::host::finder::Finder;
use crate::host::store::Store;
use crate::host::{choice, cut, cut_indicators, Result};
use crate::model::cut::{IndicatorEntry, IndicatorPage};
use crate::model::cut_programs::Partner;
use crate::model::{
    City, Country, NetworkMilestone, PartialDate, Program, Project, SourceKeys, Sources, Text, Unit,
};
use crate::route::{partner_slug, Route};

/// What a page is about.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// A city.
    City(&'a City),
    /// A member state.
    Country(Country),
    /// An indicator, and what the list says of it.
    Indicator(&'a IndicatorPage, &'a IndicatorEntry),
    /// A programme.
    Program(&'a Program),
    /// A partner.
    Partner(&'a Partner),
    /// A project of a city.
    Project(&'a City, &'a Project),
    /// A meeting or another milestone of the network.
    Meeting(&'a NetworkMilestone),
    /// Nothing but the page itself: a list, the front page, or no page at all.
    Page,
}

/// A measured value that stands for a city.
#[derive(Clone, Debug)]
pub struct Notable {
    /// Name of the indicator.
    pub name: Text,
    /// Unit of the value.
    pub unit: Unit,
    /// Year of the value.
    pub year: i32,
    /// Value.
    pub value: f64,
    /// Its sources, by the numbers of the city's page.
    pub sources: SourceKeys,
}

/// Everything that heads are written from.
pub struct Facts<'a> {
    /// The data set.
    pub store: &'a Store,
    /// The same by place.
    pub found: Finder<'a>,
    /// Pages of indicators.
    pub pages: &'a [IndicatorPage],
    /// Date of the data.
    pub date: PartialDate,
    entries: Vec<IndicatorEntry>,
    partners: Vec<Partner>,
    notable: BTreeMap<&'a str, Vec<Notable>>,
    documents: usize,
}

impl<'a> Facts<'a> {
    /// Reads what heads say from the data set and its indicators.
    ///
    /// # Errors
    ///
    /// When files of the data set contradict one another.
    pub fn new(store: &'a Store, pages: &'a [IndicatorPage]) -> Result<Self> {
        let found = Finder::new(store);
        let mut notable = BTreeMap::new();
        for city in &store.cities {
            notable.insert(city.id.as_str(), notable_of(&found, city)?);
        }
        Ok(Self {
            store,
            pages,
            date: cut::index(store, pages.len())?.data_date,
            entries: cut_indicators::index(pages)?.indicators,
            partners: cut_programs::all_partners(store),
            notable,
            documents: store.network.documents.len(),
            found,
        })
    }

    /// What the page of `route` is about.
    #[must_use]
    pub fn subject(&self, route: &Route) -> Subject<'_> {
        let store = self.store;
        let city = |slug: &str| self.found.city(slug);
        let found = match route {
            Route::City(slug) => city(slug).map(Subject::City),
            Route::Country(country) => Some(Subject::Country(*country)),
            Route::Indicator(id, _) => {
                let page = self.pages.iter().find(|it| it.indicator.id == *id);
                let entry = self.entries.iter().find(|it| it.id == *id);
                page.zip(entry)
                    .map(|(page, entry)| Subject::Indicator(page, entry))
            }
            Route::Program(id) => {
                let mut all = store.programs.programs.iter();
                all.find(|it| it.id == *id).map(Subject::Program)
            }
            Route::Partner(id) => {
                let mut all = self.partners.iter();
                all.find(|it| it.id == *id).map(Subject::Partner)
            }
            Route::Project(slug, id) => city(slug).and_then(|city| {
                let project = city.projects.iter().find(|it| it.id == *id)?;
                Some(Subject::Project(city, project))
            }),
            Route::Meeting(id) => {
                let mut all = store.network.milestones.iter();
                all.find(|it| it.id == *id).map(Subject::Meeting)
            }
            _ => None,
        };
        found.unwrap_or(Subject::Page)
    }

    /// Number of partners.
    #[must_use]
    pub fn partner_count(&self) -> usize {
        self.partners.len()
    }

    /// Number of documents of the network.
    #[must_use]
    pub fn document_count(&self) -> usize {
        self.documents
    }

    /// Number of projects of all cities.
    #[must_use]
    pub fn project_count(&self) -> usize {
        self.store.cities.iter().map(|it| it.projects.len()).sum()
    }

    /// Number of values of all series of the explorer.
    #[must_use]
    pub fn value_count(&self) -> usize {
        let series = self.pages.iter().flat_map(|it| &it.indicator.series);
        series.map(|it| it.points.len()).sum()
    }

    /// Member states with a city in the network.
    #[must_use]
    pub fn member_states(&self) -> usize {
        let has_city = |state: &Country| self.store.cities.iter().any(|it| it.country == *state);
        Country::ALL.iter().filter(|it| has_city(it)).count()
    }

    /// The cities of a member state in the network.
    pub fn cities_of(&self, country: Country) -> impl Iterator<Item = &'a City> + '_ {
        self.store
            .cities
            .iter()
            .filter(move |it| it.country == country)
    }

    /// The programmes of a partner.
    pub fn programs_of<'s>(
        &'s self,
        partner: &'s Partner,
    ) -> impl Iterator<Item = &'a Program> + 's {
        let all = self.store.programs.programs.iter();
        all.filter(move |it| partner_slug(&it.partner) == partner.id)
    }

    /// Measured values that may stand for a city, the most telling first.
    #[must_use]
    pub fn notable(&self, city: &City) -> &[Notable] {
        self.notable
            .get(city.id.as_str())
            .map_or(&[], Vec::as_slice)
    }

    /// The newest day on which a source of what the page says was read.
    #[must_use]
    pub fn changed(&self, subject: Subject<'_>) -> PartialDate {
        let newest = |sources: &Sources| sources.values().map(|it| it.accessed).max();
        let date = match subject {
            Subject::City(city) | Subject::Project(city, _) => newest(&city.sources),
            Subject::Indicator(page, _) => newest(&page.indicator.sources),
            Subject::Program(_) | Subject::Partner(_) => newest(&self.store.programs.sources),
            Subject::Meeting(_) => newest(&self.store.network.sources),
            Subject::Country(_) | Subject::Page => None,
        };
        date.unwrap_or(self.date)
    }
}

/// The newest measured values of a city's indicators about which no sources disagree and which
/// describe the city itself, in the order of its page; places in rankings say little by themselves.
fn notable_of(found: &Finder<'_>, city: &City) -> Result<Vec<Notable>> {
    let page = cut::city_page(found, city)?;
    let notable = page.city.indicators.iter().filter_map(|it| {
        let [series] = it.series.as_slice() else {
            return None;
        };
        if it.scope.is_some() || series.area.is_some() || it.unit == Unit::Rank {
            return None;
        }
        let mut points = series.points.iter().rev();
        let point = points.find(|point| choice::is_measured(it, point.year))?;
        Some(Notable {
            name: it.name.clone(),
            unit: it.unit,
            year: point.year,
            value: point.value,
            sources: series.sources_of(point).to_vec(),
        })
    });
    Ok(notable.collect())
}
