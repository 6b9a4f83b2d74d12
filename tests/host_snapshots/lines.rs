//! Lines of one place, and sparklines.

use ascn_atlas::chart::{from_indicator, sparkline, Spark};
use ascn_atlas::model::Unit;

use super::made_up;
use super::{written, Album, SHEETS};

pub fn draw(album: &mut Album) {
    for (lang, size) in SHEETS {
        for (name, indicator) in [
            ("line-two-sources-gaps", made_up::two_sources()),
            ("line-projection-break", made_up::projection_and_break()),
            ("line-one-value", made_up::one_value(1.5)),
            ("line-below-zero", made_up::one_value(-2.25)),
            ("line-nothing", made_up::nothing()),
            ("line-ranks", made_up::ranks()),
        ] {
            let figure = from_indicator(&indicator, "Alfa", lang, size, "s");
            album.add(name, lang, "svg", written::figure(&figure));
        }
    }
    sparklines(album);
}

/// All in one file: they hold no words.
fn sparklines(album: &mut Album) {
    let years = |values: &[(i32, f64)]| values.to_vec();
    let cases = [
        (
            years(&[(2018, 3.0), (2019, 5.5), (2020, 4.0), (2021, 8.0)]),
            Unit::Percent,
            None,
            None,
        ),
        // A gap, and a value that no line reaches.
        (
            years(&[
                (2010, 1.0),
                (2011, 2.0),
                (2012, 2.5),
                (2018, 1.5),
                (2022, 3.0),
                (2023, 2.0),
            ]),
            Unit::Index,
            None,
            None,
        ),
        (
            years(&[(2020, 1.0), (2025, 2.0), (2030, 2.5), (2035, 3.0)]),
            Unit::People,
            Some(2026),
            None,
        ),
        (
            years(&[(2013, 9.0), (2014, 9.5), (2015, 3.0), (2016, 3.5)]),
            Unit::Percent,
            None,
            Some(2015),
        ),
        (
            years(&[(2021, 98.0), (2022, 40.0), (2023, 3.0)]),
            Unit::Rank,
            None,
            None,
        ),
        (years(&[(2023, 7.0)]), Unit::Percent, None, None),
        (
            years(&[(2022, 7.0), (2023, 7.0)]),
            Unit::Percent,
            None,
            None,
        ),
    ];
    let drawn: Vec<String> = cases
        .iter()
        .zip(0..)
        .map(|((points, unit, projection_from, break_before), slot)| {
            sparkline(&Spark {
                points,
                unit: *unit,
                projection_from: *projection_from,
                break_before: *break_before,
                slot,
            })
        })
        .collect();
    let text = written::stacked(&drawn, (120, 7 * 32), 32);
    album.add("sparklines", SHEETS[0].0, "svg", text);
}
