//! The words of maps in each language of the site.
//!
//! The words themselves stand with all others in `i18n::Key`.

use crate::chart::words::declare_words;
use crate::i18n::Key;
use crate::model::Lang;

declare_words! {
    /// Behind a year that was not measured.
    projected: MapProjected;
    /// Head of the column of places.
    place: MapPlace;
    state: MapState;
    states: MapStates;
    city: MapCity;
    cities: MapCities;
    from: MapFrom;
    to: MapTo;
    and: MapAnd;
    no_data: MapNoData;
    differ_before: MapDifferBefore;
    differ_after: MapDifferAfter;
    /// Above the sample circles.
    area_says: MapAreaSays;
}

/// The words of `lang`.
pub(super) const fn words(lang: Lang) -> Words {
    Words(lang)
}
