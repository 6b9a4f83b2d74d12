//! What stands inside a live widget as JSON.

use serde::{Deserialize, Serialize};

#[cfg(feature = "widget")]
use crate::chart::Figure;
use crate::explore::{self, Drawing};
use crate::i18n::catalogue;
#[cfg(feature = "words")]
use crate::i18n::Key;
use crate::model::cut::IndicatorPage;
#[cfg(feature = "words")]
use crate::model::{Country, Unit};
use crate::model::{Lang, PartialDate, Text};
#[cfg(feature = "widget")]
use crate::route::{ChartKind, IndicatorState};

/// The data of an indicator's chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChartData {
    /// The indicator.
    pub page: IndicatorPage,
    /// Date of the data.
    pub date: PartialDate,
    /// Names of the cities of the network among its places.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Named>,
    /// The words that it needs.
    pub words: Words,
}

/// A place with its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Named {
    /// Identifier.
    pub id: String,
    /// Name.
    pub name: Text,
}

/// Words of each language, each with its place in the [`catalogue`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Words {
    /// English.
    pub en: Vec<(usize, String)>,
    /// Indonesian.
    pub id: Vec<(usize, String)>,
}

/// The words of a live chart beside those of the charts themselves and the names of countries.
#[cfg(feature = "words")]
pub const CHART_WORDS: [Key; 17] = [
    Key::DataDate,
    Key::LiveOthers,
    Key::ChartTable,
    Key::ChartReadout,
    Key::ChartDescriptionUnit,
    Key::ChartSources,
    Key::ChartProjected,
    Key::ExploreKinds,
    Key::ExploreLine,
    Key::ExploreTable,
    Key::ExploreBars,
    Key::ExplorePlaces,
    Key::ExploreMost,
    Key::ExploreReadHint,
    Key::ExploreDefault,
    Key::LiveFull,
    Key::LiveFixed,
];

impl Words {
    /// The words of charts in `units`, with those of `keys`.
    #[cfg(feature = "words")]
    #[must_use]
    pub fn of(keys: &[Key], units: &[Unit]) -> Self {
        let mut places: Vec<usize> = Key::ALL
            .into_iter()
            .filter(|key| format!("{key:?}").starts_with("Graph"))
            .chain(Country::ALL.into_iter().map(crate::i18n::Named::key))
            .chain(keys.iter().copied())
            .map(|key| key as usize)
            .collect();
        // Shares of a first year have a unit of their own.
        for unit in units.iter().chain(&[Unit::Index]) {
            let first = catalogue::place_of(*unit);
            places.extend([first, first + 1]);
        }
        places.sort_unstable();
        places.dedup();
        let of = |lang| {
            let texts = catalogue::texts(lang);
            let text = |&place: &usize| Some((place, (*texts.get(place)?).to_owned()));
            places.iter().filter_map(text).collect()
        };
        Self {
            en: of(Lang::En),
            id: of(Lang::Id),
        }
    }

    /// Makes those of a language the words of all messages.
    pub fn install(self, lang: Lang) {
        let words = match lang {
            Lang::En => self.en,
            Lang::Id => self.id,
        };
        catalogue::install_some(lang, words);
    }
}

impl ChartData {
    /// The name of a place in a language.
    #[must_use]
    pub fn name(&self, place: &str, lang: Lang) -> &str {
        explore::name_of(&self.page.indicator, place, lang, || {
            let named = self.names.iter().find(|it| it.id == place);
            named.map(|it| it.name.get(lang))
        })
    }

    /// Calls `act` with what is drawn.
    pub fn with<T>(&self, years: &[i32], lang: Lang, act: impl FnOnce(&Drawing) -> T) -> T {
        act(&Drawing {
            page: &self.page,
            years,
            count: explore::places(&self.page.indicator).len(),
            name_of: &|place| self.name(place, lang),
            lang,
        })
    }
}

/// The kind of view that a widget shows: lines for what it has no code for.
#[cfg(feature = "widget")]
pub(super) fn kind(drawing: &Drawing, state: &IndicatorState) -> ChartKind {
    match drawing.kind(state) {
        kind @ (ChartKind::Bars | ChartKind::Table) => kind,
        _ => ChartKind::Line,
    }
}

/// The figure of a state; `width` is that of its place in CSS pixels.
#[cfg(feature = "widget")]
pub(super) fn figure(drawing: &Drawing, state: &IndicatorState, width: i32) -> Figure {
    let size = explore::size_of(width);
    match kind(drawing, state) {
        ChartKind::Bars => drawing.bars(state, size),
        _ => drawing.lines(state, size),
    }
}
