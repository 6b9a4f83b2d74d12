//! A unit in words: behind or before a value, and alone at the head of an axis or a column.

use crate::model::{Lang, Unit};

use super::number;

/// Where the words of a unit stand.
enum Words {
    /// Nothing but the number: points of an index.
    None,
    /// Before the number: "rank 81", "US$12.5".
    Before(&'static str),
    /// Behind the number; the first for exactly one, the second for all others.
    Behind(&'static str, &'static str),
    /// Around the number: "IDR 5 million".
    Around(&'static str, &'static str),
}

/// `value` with its unit as a reader says it: "7,89 %" and "1.152.507 jiwa" in Indonesian, "7.89%"
/// and "1,152,507 people" in English. The digits are those of [`number`].
#[must_use]
pub fn quantity(value: f64, unit: Unit, lang: Lang) -> String {
    let number = number(value, lang);
    let words = match lang {
        Lang::En => english(unit),
        Lang::Id => indonesian(unit),
    };
    let (before, behind) = match words {
        Words::None => ("", ""),
        Words::Before(before) => (before, ""),
        Words::Behind(one, _) if value == 1.0 => ("", one),
        Words::Behind(_, many) => ("", many),
        Words::Around(before, behind) => (before, behind),
    };
    [before, &number, behind].concat()
}

// Signs are tied to their number by U+00A0; words may go to the next line.

fn english(unit: Unit) -> Words {
    match unit {
        Unit::Alleys => Words::Behind(" tourism alley", " tourism alleys"),
        Unit::Cameras => Words::Behind(" camera", " cameras"),
        Unit::Children => Words::Behind(" child", " children"),
        Unit::Firms => Words::Behind(" firm", " firms"),
        Unit::GramsCo2ePerKwh => same("\u{a0}g CO₂e/kWh"),
        Unit::Guests => Words::Behind(" guest", " guests"),
        Unit::Homestays => Words::Behind(" homestay", " homestays"),
        Unit::Index | Unit::Index0To1 | Unit::Index0To100 | Unit::Index0To5 | Unit::Index1To5 => {
            Words::None
        }
        Unit::Initiatives => Words::Behind(" initiative", " initiatives"),
        Unit::Junctions => Words::Behind(" junction", " junctions"),
        Unit::Kwh => same("\u{a0}kWh"),
        Unit::Level => Words::Before("level "),
        Unit::MicrogramsPerM3 => same("\u{a0}µg/m³"),
        Unit::Million => same(" million"),
        Unit::MillionIdr => Words::Around("IDR\u{a0}", " million"),
        Unit::MillionPassengers => same(" million passengers"),
        Unit::Minutes => Words::Behind(" minute", " minutes"),
        Unit::Passengers => Words::Behind(" passenger", " passengers"),
        Unit::Patients => Words::Behind(" patient", " patients"),
        Unit::People => Words::Behind(" person", " people"),
        Unit::Per100People => same(" per 100 people"),
        Unit::Per1000Births => same(" per 1,000 births"),
        Unit::Per1000People => same(" per 1,000 people"),
        Unit::Per100000People => same(" per 100,000 people"),
        Unit::Percent => same("%"),
        Unit::Ponds => Words::Behind(" pond", " ponds"),
        Unit::Projects => Words::Behind(" project", " projects"),
        Unit::Rank => Words::Before("rank "),
        Unit::Reports => Words::Behind(" report", " reports"),
        Unit::Score0To100 => Words::Behind(" point", " points"),
        Unit::SquareKilometres => same("\u{a0}km²"),
        Unit::Tonnes => Words::Behind(" tonne", " tonnes"),
        Unit::TonnesPerDay => Words::Behind(" tonne a day", " tonnes a day"),
        Unit::TonnesPerYear => Words::Behind(" tonne a year", " tonnes a year"),
        Unit::TrillionIdr => Words::Around("IDR\u{a0}", " trillion"),
        Unit::Usd => Words::Before("US$"),
        Unit::UsdPpp => Words::Before("Int$"),
        Unit::Users => Words::Behind(" user", " users"),
        Unit::Villages => Words::Behind(" village", " villages"),
        Unit::Visits => Words::Behind(" visit", " visits"),
        Unit::Years => Words::Behind(" year", " years"),
    }
}

fn indonesian(unit: Unit) -> Words {
    match unit {
        Unit::Alleys => same(" lorong wisata"),
        Unit::Cameras => same(" kamera"),
        Unit::Children => same(" anak"),
        Unit::Firms => same(" perusahaan"),
        Unit::GramsCo2ePerKwh => same("\u{a0}g CO₂e/kWh"),
        Unit::Guests => same(" tamu"),
        Unit::Homestays => same(" homestay"),
        Unit::Index | Unit::Index0To1 | Unit::Index0To100 | Unit::Index0To5 | Unit::Index1To5 => {
            Words::None
        }
        Unit::Initiatives => same(" inisiatif"),
        Unit::Junctions => same(" persimpangan"),
        Unit::Kwh => same("\u{a0}kWh"),
        Unit::Level => Words::Before("tingkat "),
        Unit::MicrogramsPerM3 => same("\u{a0}µg/m³"),
        Unit::Million => same(" juta"),
        Unit::MillionIdr => Words::Around("Rp", " juta"),
        Unit::MillionPassengers => same(" juta penumpang"),
        Unit::Minutes => same(" menit"),
        Unit::Passengers => same(" penumpang"),
        Unit::Patients => same(" pasien"),
        Unit::People => same(" jiwa"),
        Unit::Per100People => same(" per 100 penduduk"),
        Unit::Per1000Births => same(" per 1.000 kelahiran"),
        Unit::Per1000People => same(" per 1.000 penduduk"),
        Unit::Per100000People => same(" per 100.000 penduduk"),
        Unit::Percent => same("\u{a0}%"),
        Unit::Ponds => same(" kolam"),
        Unit::Projects => same(" proyek"),
        Unit::Rank => Words::Before("peringkat "),
        Unit::Reports => same(" laporan"),
        Unit::Score0To100 => same(" poin"),
        Unit::SquareKilometres => same("\u{a0}km²"),
        Unit::Tonnes => same(" ton"),
        Unit::TonnesPerDay => same(" ton per hari"),
        Unit::TonnesPerYear => same(" ton per tahun"),
        Unit::TrillionIdr => Words::Around("Rp", " triliun"),
        Unit::Usd => Words::Before("US$"),
        Unit::UsdPpp => Words::Before("Int$"),
        Unit::Users => same(" pengguna"),
        Unit::Villages => same(" desa"),
        Unit::Visits => same(" kunjungan"),
        Unit::Years => same(" tahun"),
    }
}

const fn same(words: &'static str) -> Words {
    Words::Behind(words, words)
}

/// The words of `unit` alone, for the head of an axis or of a column of a table.
#[must_use]
pub const fn unit_label(unit: Unit, lang: Lang) -> &'static str {
    let (en, id) = match unit {
        Unit::Alleys => ("tourism alleys", "lorong wisata"),
        Unit::Cameras => ("cameras", "kamera"),
        Unit::Children => ("children", "anak"),
        Unit::Firms => ("firms", "perusahaan"),
        Unit::GramsCo2ePerKwh => ("g CO₂e per kWh", "g CO₂e per kWh"),
        Unit::Guests => ("guests", "tamu"),
        Unit::Homestays => ("homestays", "homestay"),
        Unit::Index => ("index", "indeks"),
        Unit::Index0To1 => ("index, 0 to 1", "indeks, 0 sampai 1"),
        Unit::Index0To100 => ("index, 0 to 100", "indeks, 0 sampai 100"),
        Unit::Index0To5 => ("index, 0 to 5", "indeks, 0 sampai 5"),
        Unit::Index1To5 => ("index, 1 to 5", "indeks, 1 sampai 5"),
        Unit::Initiatives => ("initiatives", "inisiatif"),
        Unit::Junctions => ("junctions", "persimpangan"),
        Unit::Kwh => ("kWh", "kWh"),
        Unit::Level => ("level", "tingkat"),
        Unit::MicrogramsPerM3 => ("µg/m³", "µg/m³"),
        Unit::Million => ("million", "juta"),
        Unit::MillionIdr => ("million rupiah", "juta rupiah"),
        Unit::MillionPassengers => ("million passengers", "juta penumpang"),
        Unit::Minutes => ("minutes", "menit"),
        Unit::Passengers => ("passengers", "penumpang"),
        Unit::Patients => ("patients", "pasien"),
        Unit::People => ("people", "jiwa"),
        Unit::Per100People => ("per 100 people", "per 100 penduduk"),
        Unit::Per1000Births => ("per 1,000 births", "per 1.000 kelahiran"),
        Unit::Per1000People => ("per 1,000 people", "per 1.000 penduduk"),
        Unit::Per100000People => ("per 100,000 people", "per 100.000 penduduk"),
        Unit::Percent => ("percent", "persen"),
        Unit::Ponds => ("ponds", "kolam"),
        Unit::Projects => ("projects", "proyek"),
        Unit::Rank => ("rank", "peringkat"),
        Unit::Reports => ("reports", "laporan"),
        Unit::Score0To100 => ("points, 0 to 100", "poin, 0 sampai 100"),
        Unit::SquareKilometres => ("km²", "km²"),
        Unit::Tonnes => ("tonnes", "ton"),
        Unit::TonnesPerDay => ("tonnes a day", "ton per hari"),
        Unit::TonnesPerYear => ("tonnes a year", "ton per tahun"),
        Unit::TrillionIdr => ("trillion rupiah", "triliun rupiah"),
        Unit::Usd => ("US dollars", "dolar AS"),
        Unit::UsdPpp => (
            "international dollars (purchasing power)",
            "dolar internasional (daya beli)",
        ),
        Unit::Users => ("users", "pengguna"),
        Unit::Villages => ("villages", "desa"),
        Unit::Visits => ("visits", "kunjungan"),
        Unit::Years => ("years", "tahun"),
    };
    match lang {
        Lang::En => en,
        Lang::Id => id,
    }
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
}
