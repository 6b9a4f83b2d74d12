//! The words of exports in each language of the site.

use crate::model::Lang;

/// Words and parts of sentences.
pub(super) struct Words {
    pub source: &'static str,
    pub sources: &'static str,
    pub licence: &'static str,
    pub no_licence: &'static str,
    pub data_of: &'static str,
    pub read: &'static str,
    pub no_date: &'static str,
    pub and: &'static str,
    pub more: &'static str,
    pub figures: &'static str,
}

const ENGLISH: Words = Words {
    source: "Source: ",
    sources: "Sources: ",
    licence: "licence: ",
    no_licence: "licence not stated",
    data_of: "data of ",
    read: "read ",
    no_date: "no date",
    and: "and ",
    more: " more sources, named with the data",
    figures: "Figures: the terms of each source.",
};

const INDONESIAN: Words = Words {
    source: "Sumber: ",
    sources: "Sumber: ",
    licence: "lisensi: ",
    no_licence: "lisensi tidak disebutkan",
    data_of: "data per ",
    read: "dibaca ",
    no_date: "tanpa tanggal",
    and: "dan ",
    more: " sumber lain, disebut bersama data",
    figures: "Angka: menurut ketentuan tiap sumber.",
};

/// The words of `lang`.
pub(super) const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Id => &INDONESIAN,
    }
}
