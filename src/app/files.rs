//! The files of the cut, as every page asks for them: see [`Store`](crate::data::Store), which fetches
//! each once.

use leptos::prelude::*;

use super::Site;
use crate::chart::map::MapDetail;
use crate::data::{Done, File, Store};
use crate::model::cut::{AseanPage, CityPage, CountryPage, Index, IndicatorIndex, IndicatorPage};
use crate::model::cut_home::HomePage;
use crate::model::cut_map::MapLands;
use crate::model::cut_network::{DocumentsPage, MeetingPage, NetworkPage};
use crate::model::cut_programs::{PartnerPage, ProgramIndex, ProgramPage};
use crate::model::cut_projects::{ProjectIndex, ProjectReports};
use crate::model::published::{Change, DataPage, Listed, PublicFile};
use crate::model::Country;
use crate::route::Chunk;
use crate::search::Everything;
use crate::widget::Edition;

impl Site {
    /// What the front page shows below its map.
    #[must_use]
    pub fn home(self) -> File<HomePage> {
        self.store.with_value(Store::home)
    }

    /// Everything that can be found.
    #[must_use]
    pub fn everything(self) -> File<Everything> {
        self.store.with_value(Store::everything)
    }

    /// A part of what can be found in a large network.
    #[must_use]
    pub fn search_part(self, place: usize) -> File<Everything> {
        self.store.with_value(|store| store.search_part(place))
    }

    /// The index of cities.
    #[must_use]
    pub fn index(self) -> File<Index> {
        self.store.with_value(Store::index)
    }

    /// The index of cities if another page has asked for it.
    #[must_use]
    pub fn known_index(self) -> Option<File<Index>> {
        self.store.with_value(Store::known_index)
    }

    /// The data of a city's page.
    #[must_use]
    pub fn city(self, slug: &str) -> File<CityPage> {
        self.store.with_value(|store| store.city(slug))
    }

    /// The figures of a country.
    #[must_use]
    pub fn country(self, country: Country) -> File<CountryPage> {
        self.store.with_value(|store| store.country(country))
    }

    /// The lands of the maps, coarse or fine.
    #[must_use]
    pub fn lands(self, detail: MapDetail) -> File<MapLands> {
        self.store.with_value(|store| store.lands(detail))
    }

    /// Code that the app loads when it is needed: see [`Store::code`].
    #[must_use]
    pub fn code<T: Send + Sync + 'static>(self, chunk: Chunk, load: fn(Done)) -> File<T> {
        self.store.with_value(|store| store.code(chunk, load))
    }

    /// The list of indicators.
    #[must_use]
    pub fn indicators(self) -> File<IndicatorIndex> {
        self.store.with_value(Store::indicators)
    }

    /// An indicator with every place.
    #[must_use]
    pub fn indicator(self, id: &str) -> File<IndicatorPage> {
        self.store.with_value(|store| store.indicator(id))
    }

    /// What the member states have in common: ranges, chairs, shepherds.
    #[must_use]
    pub fn asean(self) -> File<AseanPage> {
        self.store.with_value(Store::asean)
    }

    /// The list of partner programmes.
    #[must_use]
    pub fn programs(self) -> File<ProgramIndex> {
        self.store.with_value(Store::programs)
    }

    /// A programme.
    #[must_use]
    pub fn program(self, id: &str) -> File<ProgramPage> {
        self.store.with_value(|store| store.program(id))
    }

    /// A partner with its programmes.
    #[must_use]
    pub fn partner(self, slug: &str) -> File<PartnerPage> {
        self.store.with_value(|store| store.partner(slug))
    }

    /// Every project of every city.
    #[must_use]
    pub fn projects(self) -> File<ProjectIndex> {
        self.store.with_value(Store::projects)
    }

    /// How many projects the network's reports count.
    #[must_use]
    pub fn project_reports(self) -> File<ProjectReports> {
        self.store.with_value(Store::project_reports)
    }

    /// The network.
    #[must_use]
    pub fn network(self) -> File<NetworkPage> {
        self.store.with_value(Store::network)
    }

    /// A milestone of the network.
    #[must_use]
    pub fn meeting(self, id: &str) -> File<MeetingPage> {
        self.store.with_value(|store| store.meeting(id))
    }

    /// The documents of the network.
    #[must_use]
    pub fn documents(self) -> File<DocumentsPage> {
        self.store.with_value(Store::documents)
    }

    /// The terms under which the sources may be used.
    #[must_use]
    pub fn terms(self) -> File<DataPage> {
        self.store.with_value(Store::terms)
    }

    /// What was published on which day.
    #[must_use]
    pub fn changes(self) -> File<Vec<Change>> {
        self.store.with_value(Store::changes)
    }

    /// Every file of the published set.
    #[must_use]
    pub fn public_files(self) -> File<Vec<PublicFile>> {
        self.store.with_value(Store::public_files)
    }

    /// The days whose figures widgets keep, the oldest first.
    #[must_use]
    pub fn widget_editions(self) -> File<Vec<Edition>> {
        self.store.with_value(Store::widget_editions)
    }

    /// Every source with what it supports: a large file.
    #[must_use]
    pub fn sources(self) -> File<Vec<Listed>> {
        self.store.with_value(Store::sources)
    }
}
