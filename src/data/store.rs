//! The store: every file that the app has asked for, with its state.

use std::sync::{Arc, Mutex, PoisonError};

use leptos::prelude::*;

use super::fetch::{fetch, read, Failure, LoadError};
use crate::json::FromJson;
use crate::model::cut::{CityPage, CountryPage, Index, MapOutline};
use crate::model::Country;
use crate::platform;

/// The state of a file.
#[derive(Debug)]
pub enum Load<T> {
    /// Asked for.
    Loading,
    /// Here.
    Ready(Arc<T>),
    /// Not to be had.
    Failed(LoadError),
}

// Derived, it would ask that `T` be `Clone`.
impl<T> Clone for Load<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Loading => Self::Loading,
            Self::Ready(value) => Self::Ready(Arc::clone(value)),
            Self::Failed(error) => Self::Failed(error.clone()),
        }
    }
}

/// A file and its state, which the page watches.
pub struct File<T> {
    url: Arc<str>,
    state: ArcRwSignal<Load<T>>,
}

// Derived, it would ask that `T` be `Clone`.
impl<T> Clone for File<T> {
    fn clone(&self) -> Self {
        Self {
            url: Arc::clone(&self.url),
            state: self.state.clone(),
        }
    }
}

impl<T: FromJson + Send + Sync + 'static> File<T> {
    /// Asks for the file at `url`.
    fn new(url: String) -> Self {
        let file = Self {
            url: url.into(),
            state: ArcRwSignal::new(Load::Loading),
        };
        file.load();
        file
    }

    /// The state; a reader of it is told when it changes.
    #[must_use]
    pub fn get(&self) -> Load<T> {
        self.state.get()
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
        self.state.set(Load::Loading);
        self.load();
    }

    fn load(&self) {
        let Self { url, state } = self.clone();
        let done = move |text: Result<String, Failure>| {
            state.set(match text.and_then(|text| read(&url, &text)) {
                Ok(value) => Load::Ready(Arc::new(value)),
                Err((error, detail)) => {
                    platform::log(&detail);
                    Load::Failed(error)
                }
            });
        };
        fetch(Arc::clone(&self.url), Box::new(done));
    }
}

/// Files by name. A list, not a map: a visit asks for a few dozen at most.
type Files<T> = Mutex<Vec<(String, File<T>)>>;

/// Every file that has been asked for. Files are never asked for twice, but by the reader's retry.
#[derive(Default)]
pub struct Store {
    /// Address of the folder with the cut, relative to the page's base.
    folder: String,
    index: Files<Index>,
    cities: Files<CityPage>,
    countries: Files<CountryPage>,
    map: Files<MapOutline>,
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
        self.file(&self.index, "index.json".to_owned())
    }

    /// The page of a city.
    #[must_use]
    pub fn city(&self, slug: &str) -> File<CityPage> {
        self.file(&self.cities, format!("cities/{slug}.json"))
    }

    /// The figures of a country.
    #[must_use]
    pub fn country(&self, country: Country) -> File<CountryPage> {
        self.file(
            &self.countries,
            format!("countries/{}.json", country.code()),
        )
    }

    /// The outlines for the map.
    #[must_use]
    pub fn map(&self) -> File<MapOutline> {
        self.file(&self.map, "map.json".to_owned())
    }

    fn file<T: FromJson + Send + Sync + 'static>(&self, files: &Files<T>, name: String) -> File<T> {
        let mut files = files.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, file)) = files.iter().find(|(known, _)| *known == name) {
            return file.clone();
        }
        let file = File::new(format!("{}{name}", self.folder));
        files.push((name, file.clone()));
        file
    }
}
