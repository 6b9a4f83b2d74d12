//! The sentences of descriptions, in both languages.

use super::{spec, Values};
use crate::chart::{line, LineSpec};
use crate::model::{Lang, Unit};

fn said(spec: &LineSpec) -> [String; 2] {
    [Lang::En, Lang::Id].map(|lang| {
        let figure = line(&LineSpec {
            lang,
            ..spec.clone()
        });
        figure.description().to_owned()
    })
}

#[test]
fn a_change_has_the_digits_of_its_ends() {
    let cases: &[(Unit, Values, &str, &str)] = &[
        (
            Unit::Percent,
            &[(2018, 32.2), (2023, 7.89)],
            "A: 32.2% (2018) to 7.89% (2023), lower by 24.31 percentage points.",
            "A: 32,2\u{a0}% (2018) menjadi 7,89\u{a0}% (2023), turun 24,31 poin persen.",
        ),
        (
            Unit::Percent,
            &[(2018, 0.1), (2019, 9.0), (2020, 0.3)],
            "A: 0.1% (2018) to 0.3% (2020), higher by 0.2 percentage points.",
            "A: 0,1\u{a0}% (2018) menjadi 0,3\u{a0}% (2020), naik 0,2 poin persen.",
        ),
        (
            Unit::Percent,
            &[(2018, 2.0), (2020, 3.0)],
            "A: 2% (2018) to 3% (2020), higher by 1 percentage point.",
            "A: 2\u{a0}% (2018) menjadi 3\u{a0}% (2020), naik 1 poin persen.",
        ),
        (
            Unit::Rank,
            &[(2019, 81.0), (2020, 80.0)],
            "A: rank 81 (2019) to rank 80 (2020), up by 1 place.",
            "A: peringkat 81 (2019) menjadi peringkat 80 (2020), naik 1 peringkat.",
        ),
        (
            Unit::Rank,
            &[(2019, 81.0), (2020, 103.0)],
            "A: rank 81 (2019) to rank 103 (2020), down by 22 places.",
            "A: peringkat 81 (2019) menjadi peringkat 103 (2020), turun 22 peringkat.",
        ),
        (
            Unit::People,
            &[(2019, 1_000_000.0), (2020, 1_152_507.0)],
            "A: 1,000,000 people (2019) to 1,152,507 people (2020), higher by 152,507 people.",
            "A: 1.000.000 jiwa (2019) menjadi 1.152.507 jiwa (2020), naik 152.507 jiwa.",
        ),
        (
            Unit::Index0To1,
            &[(2019, 0.7), (2020, 0.7)],
            "A: 0.7 (2019) to 0.7 (2020), the same as at the start.",
            "A: 0,7 (2019) menjadi 0,7 (2020), sama dengan nilai awal.",
        ),
        (
            Unit::Percent,
            &[(2019, -2.07), (2020, 3.7)],
            "A: −2.07% (2019) to 3.7% (2020), higher by 5.77 percentage points.",
            "A: −2,07\u{a0}% (2019) menjadi 3,7\u{a0}% (2020), naik 5,77 poin persen.",
        ),
        (
            Unit::Percent,
            &[(2022, 5.03)],
            "A: 5.03% (2022).",
            "A: 5,03\u{a0}% (2022).",
        ),
    ];
    for (unit, values, en, id) in cases {
        let mut it = spec(*unit, &[values]);
        assert_eq!(said(&it), [*en, *id]);
        it.about = "A";
        assert_eq!(said(&it)[0], *en, "the place is not said twice");
        it.about = "Kota";
        assert_eq!(said(&it)[0], format!("Kota – {en}"));
    }
}

#[test]
fn sources_that_differ_are_named_for_the_latest_year() {
    let mut it = spec(
        Unit::Percent,
        &[
            &[(2021, 22.0), (2022, 27.6), (2023, 14.4)],
            &[(2021, 10.99), (2022, 8.27), (2023, 7.89), (2024, 7.32)],
        ],
    );
    it.series[0].name = "national survey".into();
    it.series[1].name = "regency records".into();
    let [en, id] = said(&it);
    assert!(
        en.ends_with(
            " For 2023 the sources differ: 7.89% (regency records) and 14.4% (national survey)."
        ),
        "{en}"
    );
    assert!(
        id.ends_with(
            " Untuk 2023 sumber berbeda: 7,89\u{a0}% (regency records) dan 14,4\u{a0}% (national survey)."
        ),
        "{id}"
    );
    // A third source that says the same joins its value; brackets do not nest.
    it.series.push(it.series[1].clone());
    it.series[2].name = "list (2023)".into();
    assert!(
        said(&it)[0].ends_with(
            "differ: 7.89% according to regency records; list (2023), but 14.4% (national survey)."
        ),
        "{}",
        said(&it)[0]
    );
    // Series about different things do not disagree.
    for (subject, series) in it.series.iter_mut().enumerate() {
        series.subject = subject;
    }
    assert!(!said(&it)[0].contains("differ"));
}

#[test]
fn equal_values_and_projections_are_no_disagreement() {
    let mut it = spec(
        Unit::Percent,
        &[&[(2020, 1.0), (2025, 3.0)], &[(2020, 1.0), (2025, 4.0)]],
    );
    assert!(said(&it)[0].contains("For 2025 the sources differ"));
    it.projection_from = Some(2025);
    assert!(!said(&it)[0].contains("differ"));
}

#[test]
fn projections_are_called_projections() {
    let mut it = spec(
        Unit::Percent,
        &[&[(2010, 1.0), (2015, 1.5), (2020, 2.0), (2035, 3.0)]],
    );
    it.projection_from = Some(2020);
    assert_eq!(
        said(&it),
        [
            "A: 1% (2010) to 1.5% (2015), higher by 0.5 percentage points; projected 3% (2035).",
            "A: 1\u{a0}% (2010) menjadi 1,5\u{a0}% (2015), naik 0,5 poin persen; \
             proyeksi 3\u{a0}% (2035).",
        ]
    );
    it.projection_from = Some(2000);
    assert_eq!(said(&it)[0], "A: projected 1% (2010) to 3% (2035).");
    it.projection_from = Some(2015);
    assert_eq!(said(&it)[0], "A: 1% (2010); projected 3% (2035).");
}

#[test]
fn values_of_two_methods_are_not_compared() {
    let mut it = spec(
        Unit::Minutes,
        &[&[(2022, 22.7), (2023, 23.3), (2024, 25.5), (2025, 26.0)]],
    );
    it.break_before = Some(2024);
    assert_eq!(
        said(&it),
        [
            "A: 25.5 minutes (2024) to 26 minutes (2025), higher by 0.5 minutes. \
             Values before 2024 were measured another way and do not compare.",
            "A: 25,5 menit (2024) menjadi 26 menit (2025), naik 0,5 menit. \
             Nilai sebelum 2024 diukur dengan cara lain dan tidak dapat dibandingkan.",
        ]
    );
}

#[test]
fn many_series_are_told_by_their_ends() {
    let values: Vec<[(i32, f64); 2]> = (0..6)
        .map(|it| [(2020, f64::from(it)), (2021, f64::from(it) + 0.5)])
        .collect();
    let mut all: Vec<Values> = values.iter().map(|it| &it[..]).collect();
    all[5] = &[(2019, 5.0), (2022, 50.0)];
    let mut it = spec(Unit::Percent, &all);
    for (subject, series) in it.series.iter_mut().enumerate() {
        series.subject = subject;
    }
    assert_eq!(
        said(&it),
        [
            "6 series, 2019 to 2022; in 2021 from 0.5% (A) to 4.5% (E).",
            "6 deret data, 2019 sampai 2022; pada 2021 dari 0,5\u{a0}% (A) sampai 4,5\u{a0}% (E).",
        ]
    );
}
