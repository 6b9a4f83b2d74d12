//! A unit in words: behind or before a value, and alone at the head of an axis or a column.

use crate::model::{Lang, Unit};

use super::key::fill;
use super::number;

/// Declares the words of units from rows of `Unit: "label", "label"; "phrase", "phrase";`, each in
/// English and Indonesian. A label is the unit alone. In a phrase `{}` marks the place of the number;
/// where one thing is called otherwise than many, the phrase for exactly one comes first, before `|`.
macro_rules! units {
    ($($unit:ident: $en:literal, $id:literal; $en_phrase:literal, $id_phrase:literal;)+) => {
        /// How many texts the catalogue of a language has for units.
        pub(super) const COUNT: usize = 2 * [$(Unit::$unit),+].len();

        /// Label and phrase of each unit, in the order of the units.
        #[cfg(feature = "words")]
        pub(super) fn texts(lang: Lang) -> Vec<&'static str> {
            [$(words(Unit::$unit, lang)),+].concat()
        }

        /// Label and phrase of a unit.
        #[cfg(feature = "words")]
        const fn words(unit: Unit, lang: Lang) -> [&'static str; 2] {
            match (unit, lang) {
                $((Unit::$unit, Lang::En) => [$en, $en_phrase],
                (Unit::$unit, Lang::Id) => [$id, $id_phrase],)+
            }
        }
    };
}

/// Label and phrase of a unit.
#[cfg(not(feature = "words"))]
fn words(unit: Unit, lang: Lang) -> [&'static str; 2] {
    let place = super::catalogue::place_of(unit);
    [place, place + 1].map(|place| super::catalogue::text(lang, place))
}

/// `value` with its unit as a reader says it: "7,89 %" and "1.152.507 jiwa" in Indonesian, "7.89%"
/// and "1,152,507 people" in English. The digits are those of [`number`].
#[must_use]
pub fn quantity(value: f64, unit: Unit, lang: Lang) -> String {
    let [_, phrase] = words(unit, lang);
    let (one, many) = phrase.split_once('|').unwrap_or((phrase, phrase));
    let phrase = if value == 1.0 { one } else { many };
    fill(phrase, &number(value, lang))
}

/// The words of `unit` alone, for the head of an axis or of a column of a table.
#[must_use]
pub fn unit_label(unit: Unit, lang: Lang) -> &'static str {
    let [label, _] = words(unit, lang);
    label
}

// Signs are tied to their number by U+00A0; words may go to the next line.
units! {
    Alleys: "tourism alleys", "lorong wisata"; "{} tourism alley|{} tourism alleys", "{} lorong wisata";
    Cameras: "cameras", "kamera"; "{} camera|{} cameras", "{} kamera";
    Children: "children", "anak"; "{} child|{} children", "{} anak";
    Cities: "cities", "kota"; "{} city|{} cities", "{} kota";
    Firms: "firms", "perusahaan"; "{} firm|{} firms", "{} perusahaan";
    GramsCo2ePerKwh: "g CO₂e per kWh", "g CO₂e per kWh"; "{}\u{a0}g CO₂e/kWh", "{}\u{a0}g CO₂e/kWh";
    Guests: "guests", "tamu"; "{} guest|{} guests", "{} tamu";
    Homestays: "homestays", "homestay"; "{} homestay|{} homestays", "{} homestay";
    Index: "index", "indeks"; "{}", "{}";
    Index0To1: "index, 0 to 1", "indeks, 0 sampai 1"; "{}", "{}";
    Index0To100: "index, 0 to 100", "indeks, 0 sampai 100"; "{}", "{}";
    Index0To5: "index, 0 to 5", "indeks, 0 sampai 5"; "{}", "{}";
    Index1To5: "index, 1 to 5", "indeks, 1 sampai 5"; "{}", "{}";
    Initiatives: "initiatives", "inisiatif"; "{} initiative|{} initiatives", "{} inisiatif";
    Junctions: "junctions", "persimpangan"; "{} junction|{} junctions", "{} persimpangan";
    Kwh: "kWh", "kWh"; "{}\u{a0}kWh", "{}\u{a0}kWh";
    Level: "level", "tingkat"; "level {}", "tingkat {}";
    MicrogramsPerM3: "µg/m³", "µg/m³"; "{}\u{a0}µg/m³", "{}\u{a0}µg/m³";
    Million: "million", "juta"; "{} million", "{} juta";
    MillionIdr: "million rupiah", "juta rupiah"; "IDR\u{a0}{} million", "Rp{} juta";
    MillionPassengers: "million passengers", "juta penumpang"; "{} million passengers", "{} juta penumpang";
    Minutes: "minutes", "menit"; "{} minute|{} minutes", "{} menit";
    Passengers: "passengers", "penumpang"; "{} passenger|{} passengers", "{} penumpang";
    Patients: "patients", "pasien"; "{} patient|{} patients", "{} pasien";
    People: "people", "jiwa"; "{} person|{} people", "{} jiwa";
    Per100People: "per 100 people", "per 100 penduduk"; "{} per 100 people", "{} per 100 penduduk";
    Per1000Births: "per 1,000 births", "per 1.000 kelahiran"; "{} per 1,000 births", "{} per 1.000 kelahiran";
    Per1000People: "per 1,000 people", "per 1.000 penduduk"; "{} per 1,000 people", "{} per 1.000 penduduk";
    Per100000People: "per 100,000 people", "per 100.000 penduduk"; "{} per 100,000 people", "{} per 100.000 penduduk";
    Percent: "percent", "persen"; "{}%", "{}\u{a0}%";
    Ponds: "ponds", "kolam"; "{} pond|{} ponds", "{} kolam";
    Projects: "projects", "proyek"; "{} project|{} projects", "{} proyek";
    Rank: "rank", "peringkat"; "rank {}", "peringkat {}";
    Reports: "reports", "laporan"; "{} report|{} reports", "{} laporan";
    Score0To100: "points, 0 to 100", "poin, 0 sampai 100"; "{} point|{} points", "{} poin";
    SquareKilometres: "km²", "km²"; "{}\u{a0}km²", "{}\u{a0}km²";
    Tonnes: "tonnes", "ton"; "{} tonne|{} tonnes", "{} ton";
    TonnesPerDay: "tonnes a day", "ton per hari"; "{} tonne a day|{} tonnes a day", "{} ton per hari";
    TonnesPerYear: "tonnes a year", "ton per tahun"; "{} tonne a year|{} tonnes a year", "{} ton per tahun";
    TrillionIdr: "trillion rupiah", "triliun rupiah"; "IDR\u{a0}{} trillion", "Rp{} triliun";
    Usd: "US dollars", "dolar AS"; "US${}", "US${}";
    UsdPpp: "international dollars (purchasing power)", "dolar internasional (daya beli)"; "Int${}", "Int${}";
    Users: "users", "pengguna"; "{} user|{} users", "{} pengguna";
    Villages: "villages", "desa"; "{} village|{} villages", "{} desa";
    Visits: "visits", "kunjungan"; "{} visit|{} visits", "{} kunjungan";
    Years: "years", "tahun"; "{} year|{} years", "{} tahun";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_read_as_a_reader_says_them() {
        for (value, unit, id, en) in [
            (7.89, Unit::Percent, "7,89\u{a0}%", "7.89%"),
            (
                1_152_507.0,
                Unit::People,
                "1.152.507 jiwa",
                "1,152,507 people",
            ),
            (1.0, Unit::People, "1 jiwa", "1 person"),
            (81.0, Unit::Rank, "peringkat 81", "rank 81"),
            (12_345.0, Unit::Usd, "US$12.345", "US$12,345"),
            (
                32.54,
                Unit::TrillionIdr,
                "Rp32,54 triliun",
                "IDR\u{a0}32.54 trillion",
            ),
            (0.713, Unit::Index0To1, "0,713", "0.713"),
            (
                12.5,
                Unit::MicrogramsPerM3,
                "12,5\u{a0}µg/m³",
                "12.5\u{a0}µg/m³",
            ),
            (
                3.1,
                Unit::Per1000Births,
                "3,1 per 1.000 kelahiran",
                "3.1 per 1,000 births",
            ),
        ] {
            assert_eq!(quantity(value, unit, Lang::Id), id);
            assert_eq!(quantity(value, unit, Lang::En), en);
        }
    }

    #[test]
    fn every_unit_has_words_in_both_languages() {
        for &unit in Unit::ALL {
            for lang in Lang::ALL {
                assert!(!unit_label(unit, lang).is_empty(), "{unit:?}");
                assert!(quantity(2.5, unit, lang).contains('2'), "{unit:?}");
            }
        }
    }

    #[test]
    fn every_unit_stands_at_its_place_in_the_catalogue() {
        let texts = texts(Lang::En);
        assert_eq!(texts.len(), COUNT);
        for &unit in Unit::ALL {
            let label = texts[2 * unit as usize];
            assert_eq!(label, unit_label(unit, Lang::En), "{unit:?}");
        }
    }
}
