//! Charts over years: lines, bars and sparklines of values that no file could hold.

use ascn_atlas::chart::{
    bar, line, sparkline, AxisScale, BarSeries, BarSpec, Datum, Figure, Fill, LineSpec,
    SeriesInput, Size, Spark, Step,
};
use ascn_atlas::model::{Better, Unit};

use crate::chance::Chance;
use crate::markup;
use crate::world::World;
use crate::{End, Target};

pub(crate) const CHARTS: Target = Target {
    name: "charts",
    about: "lines, bars and sparklines of any values",
    share: 55,
    run,
};

/// Keys of sources: one, several, none.
pub(crate) fn keys(chance: &mut Chance) -> Vec<Vec<String>> {
    vec![
        vec!["1".to_owned()],
        vec!["2".to_owned(), "3".to_owned()],
        Vec::new(),
        vec![chance.word()],
    ]
}

/// Values of years, in order or not.
pub(crate) fn data<'k>(
    chance: &mut Chance,
    keys: &'k [Vec<String>],
    count: usize,
) -> Vec<Datum<'k>> {
    let (first, scale) = (chance.year(), chance.finite());
    let is_calm = chance.once_in(2);
    (0..count)
        .map(|at| Datum {
            year: if is_calm {
                first.saturating_add(i32::try_from(at).unwrap_or(0))
            } else {
                chance.year()
            },
            value: if is_calm {
                scale * chance.part()
            } else {
                chance.number()
            },
            sources: if is_calm {
                keys[0].as_slice()
            } else {
                chance.pick(keys).as_slice()
            },
        })
        .collect()
}

pub(crate) fn series<'k>(
    chance: &mut Chance,
    keys: &'k [Vec<String>],
    most: usize,
) -> Vec<SeriesInput<'k>> {
    let count = chance.count(most);
    // A hundred thousand points, in one series or in many.
    let points = if chance.once_in(300) {
        100_000 / count.max(1)
    } else {
        chance.count(300).min(2_000 / count.max(1))
    };
    (0..count)
        .map(|subject| SeriesInput {
            name: if chance.once_in(50) {
                chance.long_word()
            } else {
                chance.word()
            },
            detail: if chance.once_in(3) {
                chance.word()
            } else {
                String::new()
            },
            slot: u8::try_from(chance.below(12)).unwrap_or(0),
            subject: if chance.once_in(5) {
                usize::MAX
            } else {
                subject
            },
            points: data(chance, keys, points),
        })
        .collect()
}

pub(crate) fn size(chance: &mut Chance) -> Size {
    match chance.below(6) {
        0 | 1 => Size::WIDE,
        2 | 3 => Size::NARROW,
        4 => Size {
            width: 120 + u32::try_from(chance.below(1_200)).unwrap_or(0),
            height: 80,
        },
        _ => *chance.pick(&[
            Size {
                width: 0,
                height: 0,
            },
            Size {
                width: 1,
                height: 1,
            },
            Size {
                width: 40,
                height: 2_000,
            },
            Size {
                width: 20_000,
                height: 20_000,
            },
        ]),
    }
}

pub(crate) fn range(chance: &mut Chance) -> Option<(f64, f64)> {
    match chance.below(4) {
        0 => Some((chance.finite(), chance.finite())),
        1 => Some((0.0, 100.0)),
        _ => None,
    }
}

pub(crate) fn maybe_year(chance: &mut Chance) -> Option<i32> {
    chance.once_in(2).then(|| chance.year())
}

/// Points and bytes of words of series.
pub(crate) fn amount(series: &[SeriesInput]) -> (usize, usize) {
    let points = series.iter().map(|it| it.points.len()).sum();
    let words = series
        .iter()
        .map(|it| it.name.len() + it.detail.len() + 20)
        .sum();
    (points, words)
}

fn run(chance: &mut Chance, _: &World) -> End {
    let keys = keys(chance);
    if chance.once_in(4) {
        return spark(chance);
    }
    let (heading, about) = (chance.word(), chance.word());
    let input = series(chance, &keys, 40);
    let (points, words) = amount(&input);
    let words = words + heading.len() + about.len();
    chance
        .said
        .push(format!("{} series, {points} points", input.len()));
    let (unit, lang, size) = (*chance.pick(Unit::ALL), chance.lang(), size(chance));
    let figure = if chance.once_in(2) {
        line(&LineSpec {
            id: "f",
            heading: &heading,
            about: &about,
            unit,
            better: *chance.pick(&[None, Some(Better::Higher), Some(Better::Lower)]),
            series: input,
            projection_from: maybe_year(chance),
            break_before: maybe_year(chance),
            range: range(chance),
            scale: *chance.pick(&[AxisScale::Linear, AxisScale::Log]),
            relative_to: maybe_year(chance),
            lang,
            size,
        })
    } else {
        let fills = [Fill::Full, Fill::Half, Fill::Hollow, Fill::Dashed];
        let series = input.into_iter().map(|input| BarSeries {
            input,
            fill: *chance.pick(&fills),
        });
        bar(&BarSpec {
            id: "f",
            heading: &heading,
            unit,
            series: series.collect(),
            stacked: chance.once_in(2),
            lang,
            size,
        })
    };
    markup::figure(&figure, points, words);
    read_out(&figure, chance);
    if figure.points().is_empty() {
        End::Refused
    } else {
        End::Loaded
    }
}

/// What a reader does with a figure: points at it, walks through it by key, looks at its legend.
pub(crate) fn read_out(figure: &Figure, chance: &mut Chance) {
    let count = figure.points().len();
    for _ in 0..4 {
        if let Some(found) = figure.nearest(chance.number(), chance.number()) {
            assert!(found < count);
        }
    }
    let mut at = None;
    for _ in 0..8 {
        let steps = [
            Step::Later,
            Step::Earlier,
            Step::NextSeries,
            Step::PreviousSeries,
            Step::First,
            Step::Last,
        ];
        at = figure.step(at, *chance.pick(&steps));
        assert!(at.is_none_or(|it| it < count));
    }
    for entry in figure.legend().iter().take(50) {
        assert!(entry.sample().contains("<path"));
    }
}

fn spark(chance: &mut Chance) -> End {
    let count = if chance.once_in(100) {
        100_000
    } else {
        chance.count(400)
    };
    let points: Vec<(i32, f64)> = (0..count)
        .map(|_| (chance.year(), chance.number()))
        .collect();
    let svg = sparkline(&Spark {
        points: &points,
        unit: *chance.pick(Unit::ALL),
        projection_from: maybe_year(chance),
        break_before: maybe_year(chance),
        slot: u8::try_from(chance.below(256)).unwrap_or(0),
    });
    assert_eq!(svg.is_empty(), points.is_empty());
    if svg.is_empty() {
        return End::Refused;
    }
    markup::drawing(&svg, 200_000);
    End::Loaded
}
