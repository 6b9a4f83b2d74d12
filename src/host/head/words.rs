//! Words that stand only in the head of pages and on their preview pictures.
//!
//! They are no [`Key`](crate::i18n::Key)s: the app would load them for every reader, who never sees
//! them. The type asks for both languages, as the table of messages does.

use crate::model::Lang;

/// Words in English and Indonesian; `{}` marks the place of a value.
#[derive(Clone, Copy, Debug)]
pub struct Words(&'static str, &'static str);

impl Words {
    /// Words in English and Indonesian.
    #[must_use]
    pub const fn new(en: &'static str, id: &'static str) -> Self {
        Self(en, id)
    }

    /// The words in `lang`.
    #[must_use]
    pub const fn text(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.0,
            Lang::Id => self.1,
        }
    }

    /// The words in `lang` with `values` in their places, in order.
    #[must_use]
    pub fn with(self, lang: Lang, values: &[&str]) -> String {
        fill(self.text(lang), values)
    }

    /// As [`Words::with`], of the words before `|` where `count` is one, else of those behind it.
    #[must_use]
    pub fn of(self, count: usize, lang: Lang, values: &[&str]) -> String {
        fill(self.variant(count, lang), values)
    }

    #[cfg(test)]
    const fn all(self) -> [&'static str; 2] {
        [self.0, self.1]
    }

    fn variant(self, count: usize, lang: Lang) -> &'static str {
        let words = self.text(lang);
        let (one, many) = words.split_once('|').unwrap_or((words, words));
        if count == 1 {
            one
        } else {
            many
        }
    }
}

/// `words` with `values` in the places of `{}`, in order.
fn fill(words: &str, values: &[&str]) -> String {
    let mut rest = words;
    let mut text = String::new();
    for value in values {
        // Split before the value goes in, so that a `{}` inside it is never taken for a place.
        let Some((before, after)) = rest.split_once("{}") else {
            break;
        };
        text.push_str(before);
        text.push_str(value);
        rest = after;
    }
    text.push_str(rest);
    text
}

/// Declares [`Words`] from rows of `NAME: "English", "Indonesian";`.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $en:literal, $id:literal;)+) => {
        $($(#[$doc])* pub const $name: Words = Words::new($en, $id);)+

        /// Every row, for the tests.
        #[cfg(test)]
        const ALL: &[Words] = &[$($name),+];
    };
}

pub(crate) use words;

words! {
    /// The root, which leads to either language: both at once.
    ROOT: "ASCN Atlas: Kota cerdas Asia Tenggara, apa janjinya, bagaimana hasilnya. The open atlas of the ASEAN Smart Cities Network.", "ASCN Atlas: Kota cerdas Asia Tenggara, apa janjinya, bagaimana hasilnya. The open atlas of the ASEAN Smart Cities Network.";
    /// Cities, countries.
    HOME: "The open atlas of the ASEAN Smart Cities Network: what {} cities in {} countries promised, what became of it, and which figures moved.", "Atlas terbuka ASEAN Smart Cities Network: apa yang dijanjikan {} kota di {} negara, bagaimana hasilnya, dan angka mana yang berubah.";
    /// Cities, countries.
    CITIES: "All {} cities of the ASEAN Smart Cities Network in {} countries, on a map and as a list: where they lie, when they joined, what their projects are about.", "Semua {} kota ASEAN Smart Cities Network di {} negara, di peta dan dalam daftar: letaknya, tahun bergabungnya, dan bidang proyeknya.";
    /// Indicators.
    INDICATORS: "{} indicators of the ASEAN member states and the cities of their smart cities network: places, years, newest values and who published them.", "{} indikator negara anggota ASEAN dan kota dalam jejaring kota cerdasnya: tempat, tahun, nilai terbaru, dan penerbitnya.";
    COMPARE: "Put two to six cities of the ASEAN Smart Cities Network side by side: their projects and every figure that they share, with sources.", "Bandingkan dua sampai enam kota ASEAN Smart Cities Network: proyeknya dan semua angka yang sama-sama dimiliki, dengan sumbernya.";
    /// States.
    COUNTRIES: "The {} member states of ASEAN and their cities in the smart cities network: who represents them and where they stand among each other.", "{} negara anggota ASEAN dan kotanya dalam jejaring kota cerdas: siapa yang mewakilinya dan posisinya di antara negara lain.";
    /// Programmes, partners.
    PROGRAMS: "{} programmes of {} partners with cities of the ASEAN Smart Cities Network on one timeline: who gives what, where and when, with sources.", "{} program dari {} mitra bersama kota ASEAN Smart Cities Network dalam satu lini masa: siapa memberi apa, di mana, dan kapan, dengan sumber.";
    /// Projects, completed ones.
    PROJECTS: "{} projects of the cities of the ASEAN Smart Cities Network, {} of them completed: how far each is and as of when, and how reports count them.", "{} proyek kota anggota ASEAN Smart Cities Network, {} di antaranya selesai: sampai di mana, per kapan, dan bagaimana laporan menghitungnya.";
    /// Milestones, year.
    NETWORK: "What the ASEAN Smart Cities Network is, who belongs to it, who speaks for it, and {} meetings and milestones since {}, with their sources.", "Apa itu ASEAN Smart Cities Network, siapa anggotanya, siapa yang mewakilinya, dan {} pertemuan serta tonggak sejak {}, dengan sumbernya.";
    /// Documents.
    DOCUMENTS: "{} documents of the ASEAN Smart Cities Network: framework, action plans, reports and statements, who published each and when.", "{} dokumen ASEAN Smart Cities Network: kerangka, rencana aksi, laporan, dan pernyataan, siapa yang menerbitkannya dan kapan.";
    ABOUT: "What the ASCN Atlas is, where its facts come from, what it does not know, and how to correct it. No account, no tracking, works offline.", "Apa itu ASCN Atlas, dari mana faktanya, apa yang tidak diketahuinya, dan cara memperbaikinya. Tanpa akun, tanpa pelacakan, bisa luring.";
    EMBED: "City cards, key figures, charts, comparisons and timelines of the ASCN Atlas for your own site: no account, no tracking, sources included.", "Kartu kota, angka kunci, grafik, perbandingan, dan lini masa ASCN Atlas untuk situs Anda: tanpa akun, tanpa pelacakan, lengkap dengan sumber.";
    SEARCH: "Search the ASCN Atlas: cities, projects, programmes, people, figures, meetings and the documents behind them, in English or Indonesian.", "Cari di ASCN Atlas: kota, proyek, program, orang, angka, pertemuan, dan dokumen di baliknya, dalam bahasa Indonesia atau Inggris.";
    /// Values, projects, programmes.
    DATA: "The whole data set of the ASCN Atlas as CSV and JSON to read, check and use: {} values, {} projects, {} programmes, each fact with its sources.", "Seluruh set data ASCN Atlas sebagai CSV dan JSON untuk dibaca, diperiksa, dan dipakai: {} nilai, {} proyek, {} program, tiap fakta dengan sumber.";
    /// City, country, year, projects in words.
    CITY: "{}, {}: member of the ASEAN Smart Cities Network since {}, {}.", "{}, {}: anggota ASEAN Smart Cities Network sejak {}, {}.";
    /// Name of an indicator, value, year.
    FIGURE: "{}: {} ({}).", "{}: {} ({}).";
    /// Which border and which count.
    POPULATION: "Population ({})", "Penduduk ({})";
    /// Country, number, names, projects in words.
    STATE: "{}: {} city in the ASEAN Smart Cities Network ({}), {}.|{}: {} cities in the ASEAN Smart Cities Network ({}), {}.", "{}: {} kota dalam ASEAN Smart Cities Network ({}), {}.";
    /// Number.
    STATE_FIGURES: "{} indicator among the member states.|{} indicators among the member states.", "{} indikator di antara negara anggota.";
    /// Number.
    OF_COUNTRIES: "figures of {} country|figures of {} countries", "angka {} negara";
    /// Number.
    OF_CITIES: "figures of {} city|figures of {} cities", "angka {} kota";
    /// Name, places in words, years.
    INDICATOR: "{}: {}, {}.", "{}: {}, {}.";
    /// Year.
    PROJECTED: "projections from {}", "proyeksi mulai {}";
    /// Name, number, years.
    PARTNER: "{}: {} programme with cities of the ASEAN Smart Cities Network, {}.|{}: {} programmes with cities of the ASEAN Smart Cities Network, {}.", "{}: {} program bersama kota ASEAN Smart Cities Network, {}.";
    /// Number of others.
    AND_MORE: "and {} more", "dan {} lainnya";
    MEETING_OF: "Milestone of the ASEAN Smart Cities Network.", "Tonggak ASEAN Smart Cities Network.";
    PROJECT_OF: "Project of a city of the ASEAN Smart Cities Network.", "Proyek kota anggota ASEAN Smart Cities Network.";
    PROGRAM_OF: "Partner programme with cities of the ASEAN Smart Cities Network.", "Program mitra bersama kota ASEAN Smart Cities Network.";
    WITH_CHART: "Chart, table and sources.", "Grafik, tabel, dan sumber.";
    WITH_SOURCES: "Every fact with its source.", "Setiap fakta dengan sumbernya.";
    ATLAS: "ASCN Atlas, the open atlas of the ASEAN Smart Cities Network.", "ASCN Atlas, atlas terbuka ASEAN Smart Cities Network.";
    MEMBER_CITIES: "Cities of the ASEAN Smart Cities Network", "Kota-kota ASEAN Smart Cities Network";
    MEMBER_STATES: "Member states of ASEAN", "Negara anggota ASEAN";
    DATASET: "ASCN Atlas: data on the ASEAN Smart Cities Network", "ASCN Atlas: data tentang ASEAN Smart Cities Network";
    /// Title of the card.
    CARD: "Card of the ASCN Atlas: {}", "Kartu ASCN Atlas: {}";
    /// Country, year.
    CARD_CITY: "{} · member since {}", "{} · anggota sejak {}";
    CARD_INDICATOR: "Indicator", "Indikator";
    CARD_STATE: "Member state of ASEAN", "Negara anggota ASEAN";
    /// Number of lines without a name.
    CARD_OTHERS: "and {} other", "dan {} lainnya";
    NETWORK_NAME: "ASEAN Smart Cities Network", "ASEAN Smart Cities Network";
}

/// Holds that every row has words and the same places in both languages.
#[cfg(test)]
pub(crate) fn check(rows: &[Words]) {
    for words in rows {
        let mut places = words
            .all()
            .into_iter()
            .flat_map(|text| text.split('|'))
            .map(|text| text.matches("{}").count());
        let first = places.next();
        assert!(places.all(|it| Some(it) == first), "{words:?}");
        assert!(words.all().iter().all(|it| !it.is_empty()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_the_same_places_in_both_languages() {
        check(ALL);
    }

    #[test]
    fn a_value_is_never_taken_for_a_place() {
        assert_eq!(FIGURE.with(Lang::En, &["{}", "1", "2"]), "{}: 1 (2).");
        assert_eq!(
            OF_CITIES.of(1, Lang::En, &["1"]),
            "figures of 1 city".to_owned()
        );
        assert_eq!(OF_CITIES.of(2, Lang::Id, &["2"]), "angka 2 kota");
    }
}
