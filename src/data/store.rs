//! The store: every file that the app has asked for, with its state.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;

use super::failure::{read, Failure, LoadError};
use super::source::{fetch, load};
use crate::chart::map::MapDetail;
use crate::i18n::catalogue;
use crate::json::FromJson;
use crate::model::cut::{AseanPage, CityPage, CountryPage, Index, IndicatorIndex, IndicatorPage};
use crate::model::cut_home::HomePage;
use crate::model::cut_map::MapLands;
use crate::model::cut_network::{DocumentsPage, MeetingPage, NetworkPage};
use crate::model::cut_programs::{PartnerPage, ProgramIndex, ProgramPage};
use crate::model::cut_projects::{ProjectIndex, ProjectReports};
use crate::model::published::{Change, DataPage, Listed, PublicFile};
use crate::model::{Country, Lang};
use crate::platform;
use crate::route::Chunk;
use crate::search::Everything;
use crate::widget::Edition;

/// The state of a file.
#[derive(Clone, Debug)]
pub enum Load<T> {
    /// Asked for.
    Loading,
    /// Here.
    Ready(T),
    /// Not to be had.
    Failed(LoadError),
}

/// What a file holds, whatever its type: one signal, one cache and one loader serve all.
pub(super) type Content = Arc<dyn Any + Send + Sync>;

/// Reads the text that came from an address.
pub(super) type Read = fn(&str, &str) -> Result<Content, Failure>;

/// To be told how loading ended.
pub type Done = Box<dyn FnOnce(Result<Content, Failure>)>;

/// Where the content of a file comes from.
#[derive(Clone, Copy)]
enum Origin {
    /// Its address: JSON.
    Json(Read),
    /// The app itself: code that was left out of its first file.
    Code(fn(Done)),
}

/// A file and its state, which the page watches.
pub struct File<T> {
    raw: RawFile,
    content: PhantomData<fn() -> T>,
}

#[derive(Clone)]
struct RawFile {
    url: Arc<str>,
    origin: Origin,
    state: ArcRwSignal<Load<Content>>,
}

// Derived, it would ask that `T` be `Clone`.
impl<T> Clone for File<T> {
    fn clone(&self) -> Self {
        Self {
            raw: self.raw.clone(),
            content: PhantomData,
        }
    }
}

impl<T: Send + Sync + 'static> File<T> {
    /// The state; a reader of it is told when it changes.
    #[must_use]
    pub fn get(&self) -> Load<Arc<T>> {
        match self.raw.state.get() {
            Load::Loading => Load::Loading,
            Load::Failed(error) => Load::Failed(error),
            Load::Ready(content) => match content.downcast() {
                Ok(content) => Load::Ready(content),
                // Never: the file was read as a `T`.
                Err(_) => Load::Failed(LoadError::Shape),
            },
        }
    }

    /// The content once it is here.
    #[must_use]
    pub fn ready(&self) -> Option<Arc<T>> {
        match self.get() {
            Load::Ready(value) => Some(value),
            Load::Loading | Load::Failed(_) => None,
        }
    }

    /// Asks once more.
    pub fn retry(&self) {
        self.raw.state.set(Load::Loading);
        self.raw.load();
    }

    /// Asks once more if it failed.
    pub fn retry_failed(&self) {
        let state = &self.raw.state;
        if state.with_untracked(|it| matches!(it, Load::Failed(_))) {
            self.retry();
        }
    }
}

impl RawFile {
    fn load(&self) {
        let file = self.clone();
        let done = Box::new(move |content| file.end(content));
        match self.origin {
            Origin::Code(load) => load(done),
            Origin::Json(read) => load(Arc::clone(&self.url), read, done),
        }
    }

    /// Loading ended.
    fn end(&self, content: Result<Content, Failure>) {
        self.state.set(match content {
            Ok(content) => Load::Ready(content),
            Err((error, detail)) => {
                platform::log(&detail);
                Load::Failed(error)
            }
        });
    }
}

/// The list of cities, which grows with the network: asked for where it is shown, by no other page.
const INDEX: &str = "index.json";
/// The folder of the published set below the site's root; no name in the cut begins so.
const PUBLISHED: &str = "data/";
/// The folder of the widgets for other sites, likewise.
const WIDGETS: &str = "widgets/";

/// Every file that has been asked for. Files are never asked for twice, but by the reader's retry.
#[derive(Default)]
pub struct Store {
    /// Address of the folder with the cut, relative to the page's base.
    folder: String,
    /// Files by name. A list, not a map: a visit asks for a few dozen at most.
    files: Mutex<Vec<(String, RawFile)>>,
    /// Texts by name that came before anyone asked for them.
    brought: Mutex<Vec<(String, String)>>,
}

impl Store {
    /// A store for the cut in `folder`.
    #[must_use]
    pub fn new(folder: String) -> Self {
        Self {
            folder,
            ..Self::default()
        }
    }

    /// The index of cities.
    #[must_use]
    pub fn index(&self) -> File<Index> {
        self.file(INDEX.to_owned())
    }

    /// The index of cities if it has been asked for.
    #[must_use]
    pub fn known_index(&self) -> Option<File<Index>> {
        let is_known = {
            let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
            files.iter().any(|(known, _)| known == INDEX)
        };
        is_known.then(|| self.index())
    }

    /// The page of a city.
    #[must_use]
    pub fn city(&self, slug: &str) -> File<CityPage> {
        self.file(["cities/", slug, ".json"].concat())
    }

    /// The figures of a country.
    #[must_use]
    pub fn country(&self, country: Country) -> File<CountryPage> {
        self.file(["countries/", country.code(), ".json"].concat())
    }

    /// The lands of the maps, coarse or fine.
    #[must_use]
    pub fn lands(&self, detail: MapDetail) -> File<MapLands> {
        let name = match detail {
            MapDetail::Coarse => "lands.json",
            MapDetail::Fine => "lands-fine.json",
        };
        self.file(name.to_owned())
    }

    /// The list of indicators.
    #[must_use]
    pub fn indicators(&self) -> File<IndicatorIndex> {
        self.file("indicators/index.json".to_owned())
    }

    /// An indicator with every place.
    #[must_use]
    pub fn indicator(&self, id: &str) -> File<IndicatorPage> {
        self.file(["indicators/", id, ".json"].concat())
    }

    /// What the front page shows below its map.
    #[must_use]
    pub fn home(&self) -> File<HomePage> {
        self.file("home.json".to_owned())
    }

    /// Everything that can be found.
    #[must_use]
    pub fn everything(&self) -> File<Everything> {
        self.file("search.json".to_owned())
    }

    /// A part of what can be found in a large network.
    #[must_use]
    pub fn search_part(&self, place: usize) -> File<Everything> {
        self.file(["search/", &place.to_string(), ".json"].concat())
    }

    /// What the member states have in common: ranges, chairs, shepherds.
    #[must_use]
    pub fn asean(&self) -> File<AseanPage> {
        self.file("asean.json".to_owned())
    }

    /// The list of partner programmes.
    #[must_use]
    pub fn programs(&self) -> File<ProgramIndex> {
        self.file("programs/index.json".to_owned())
    }

    /// A programme.
    #[must_use]
    pub fn program(&self, id: &str) -> File<ProgramPage> {
        self.file(["programs/", id, ".json"].concat())
    }

    /// A partner with its programmes.
    #[must_use]
    pub fn partner(&self, slug: &str) -> File<PartnerPage> {
        self.file(["partners/", slug, ".json"].concat())
    }

    /// Every project of every city.
    #[must_use]
    pub fn projects(&self) -> File<ProjectIndex> {
        self.file("projects/index.json".to_owned())
    }

    /// How many projects the network's reports count.
    #[must_use]
    pub fn project_reports(&self) -> File<ProjectReports> {
        self.file("projects/reports.json".to_owned())
    }

    /// The network.
    #[must_use]
    pub fn network(&self) -> File<NetworkPage> {
        self.file("network.json".to_owned())
    }

    /// A milestone of the network.
    #[must_use]
    pub fn meeting(&self, id: &str) -> File<MeetingPage> {
        self.file(["network/", id, ".json"].concat())
    }

    /// The documents of the network.
    #[must_use]
    pub fn documents(&self) -> File<DocumentsPage> {
        self.file("documents.json".to_owned())
    }

    /// The terms under which the sources may be used.
    #[must_use]
    pub fn terms(&self) -> File<DataPage> {
        self.file("data.json".to_owned())
    }

    /// What was published on which day.
    #[must_use]
    pub fn changes(&self) -> File<Vec<Change>> {
        self.file(PUBLISHED.to_owned() + "changes.json")
    }

    /// Every file of the published set.
    #[must_use]
    pub fn public_files(&self) -> File<Vec<PublicFile>> {
        self.file(PUBLISHED.to_owned() + "index.json")
    }

    /// Every source with what it supports: a large file.
    #[must_use]
    pub fn sources(&self) -> File<Vec<Listed>> {
        self.file(PUBLISHED.to_owned() + "sources.json")
    }

    /// The days whose figures widgets keep, the oldest first.
    #[must_use]
    pub fn widget_editions(&self) -> File<Vec<Edition>> {
        self.file(WIDGETS.to_owned() + "editions.json")
    }

    /// Fetches the words of `lang` unless they are there, then tells `done` whether they are.
    pub fn words(&self, lang: Lang, done: Box<dyn FnOnce(bool)>) {
        if catalogue::is_installed(lang) {
            return done(true);
        }
        let url: Arc<str> = [self.folder.as_str(), &catalogue::file(lang)]
            .concat()
            .into();
        let installed = {
            let url = Arc::clone(&url);
            move |text: Result<String, Failure>| {
                let texts = text.and_then(|text| read::<Vec<String>>(&url, &text));
                let installed = texts.and_then(|texts| {
                    let other_version = || (LoadError::Shape, [&*url, ": other words"].concat());
                    catalogue::install(lang, texts)
                        .then_some(())
                        .ok_or_else(other_version)
                });
                if let Err((_, detail)) = &installed {
                    platform::log(detail);
                }
                done(installed.is_ok());
            }
        };
        fetch(url, Box::new(installed));
    }

    /// Code that the app loads when it is needed. `load` makes a `T` or says why it cannot.
    #[must_use]
    pub fn code<T: Send + Sync + 'static>(&self, chunk: Chunk, load: fn(Done)) -> File<T> {
        File {
            // No file has such a name.
            raw: self.raw(chunk.name().to_owned(), Origin::Code(load)),
            content: PhantomData,
        }
    }

    fn file<T: FromJson + Send + Sync + 'static>(&self, name: String) -> File<T> {
        let read: Read = |url, text| Ok(Arc::new(read::<T>(url, text)?));
        File {
            raw: self.raw(name, Origin::Json(read)),
            content: PhantomData,
        }
    }

    fn raw(&self, name: String, origin: Origin) -> RawFile {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, file)) = files.iter().find(|(known, _)| *known == name) {
            return file.clone();
        }
        let file = RawFile {
            url: self.url(&name),
            origin,
            state: ArcRwSignal::new(Load::Loading),
        };
        let mut brought = self.brought.lock().unwrap_or_else(PoisonError::into_inner);
        // Given away: nothing is asked for twice.
        let text = brought.iter_mut().find(|(known, _)| *known == name);
        match (origin, text.map(|(_, text)| std::mem::take(text))) {
            (Origin::Json(read), Some(text)) => file.end(read(&file.url, &text)),
            _ => file.load(),
        }
        drop(brought);
        files.push((name, file.clone()));
        file
    }

    /// The address of a file, relative to the site's root.
    fn url(&self, name: &str) -> Arc<str> {
        if name.starts_with(PUBLISHED) || name.starts_with(WIDGETS) {
            name.into()
        } else {
            [self.folder.as_str(), name].concat().into()
        }
    }

    /// Fetches a file by name, so that it is there when it is asked for; tells `done` with its text
    /// when it came, for [`Store::keep`].
    pub fn fetch(&self, name: &str, done: Box<dyn FnOnce(Option<String>)>) {
        let came = move |text: Result<String, Failure>| {
            if let Err((_, detail)) = &text {
                platform::log(detail);
            }
            done(text.ok());
        };
        fetch(self.url(name), Box::new(came));
    }

    /// Loads code before it is asked for by [`Store::code`], and tells `came` whether it is there.
    pub fn bring_code(&self, chunk: Chunk, load: fn(Done), came: Box<dyn FnOnce(bool)>) {
        let file = RawFile {
            url: chunk.name().into(),
            origin: Origin::Code(load),
            state: ArcRwSignal::new(Load::Loading),
        };
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        files.push((chunk.name().to_owned(), file.clone()));
        drop(files);
        load(Box::new(move |content| {
            let is_there = content.is_ok();
            file.end(content);
            came(is_there);
        }));
    }

    /// Keeps the text of a file until it is asked for.
    pub fn keep(&self, name: &str, text: String) {
        let mut brought = self.brought.lock().unwrap_or_else(PoisonError::into_inner);
        brought.push((name.to_owned(), text));
    }

    /// The names of the files that were asked for, in that order.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        let files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let is_file = |it: &&(String, RawFile)| matches!(it.1.origin, Origin::Json(_));
        files
            .iter()
            .filter(is_file)
            .map(|it| it.0.clone())
            .collect()
    }
}
