//! The words of maps in each language of the site.

use crate::model::Lang;

/// Words and parts of sentences.
pub(super) struct Words {
    /// Behind a year that was not measured.
    pub projected: &'static str,
    /// Head of the column of places.
    pub place: &'static str,
    pub state: &'static str,
    pub states: &'static str,
    pub city: &'static str,
    pub cities: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub and: &'static str,
    pub no_data: &'static str,
    pub differ_before: &'static str,
    pub differ_after: &'static str,
    /// Above the sample circles.
    pub area_says: &'static str,
}

const ENGLISH: Words = Words {
    projected: " (projection)",
    place: "Place",
    state: " state",
    states: " states",
    city: " city",
    cities: " cities",
    from: "from ",
    to: " to ",
    and: " and ",
    no_data: "No data",
    differ_before: " For ",
    differ_after: " the sources differ and the map shows the first: ",
    area_says: "Area of the circle: ",
};

const INDONESIAN: Words = Words {
    projected: " (proyeksi)",
    place: "Tempat",
    state: " negara",
    states: " negara",
    city: " kota",
    cities: " kota",
    from: "dari ",
    to: " sampai ",
    and: " dan ",
    no_data: "Tidak ada data",
    differ_before: " Untuk ",
    differ_after: " sumber berbeda dan peta menunjukkan yang pertama: ",
    area_says: "Luas lingkaran: ",
};

/// The words of `lang`.
pub(super) const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Id => &INDONESIAN,
    }
}
