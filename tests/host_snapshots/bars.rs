//! Bars of years: projects by status, members by year, and bars beside each other.

use ascn_atlas::chart::{
    bar, members, project_counts, BarSeries, BarSpec, Datum, Fill, SeriesInput,
};
use ascn_atlas::model::cut::ProjectCount;
use ascn_atlas::model::cut_network::MembersOfYear;
use ascn_atlas::model::{StatusCounts, Text, Unit};

use super::{written, Album, SHEETS};

pub fn draw(album: &mut Album) {
    let key = |it: &str| vec![it.to_owned()];
    let count = |year, (total, planned, ongoing, completed), source| ProjectCount {
        year,
        report: Text::default(),
        counts: StatusCounts {
            total,
            planned,
            ongoing,
            completed,
        },
        method: None,
        sources: key(source),
    };
    // The third report counts more than it gives a status.
    let counts = [
        count(2021, (4, 2, 2, 0), "1"),
        count(2022, (4, 0, 3, 1), "2"),
        count(2024, (9, 1, 2, 4), "3"),
    ];
    let member = |year, before, joined| MembersOfYear {
        year,
        before,
        joined,
        note: None,
        sources: key("1"),
    };
    let years = [
        member(2018, 0, 26),
        member(2019, 26, 0),
        member(2020, 26, 3),
        member(2024, 29, 9),
    ];
    for (lang, size) in SHEETS {
        let figure = project_counts(&counts, lang, size, "s");
        album.add("bar-status", lang, "svg", written::figure(&figure));
        let figure = members(&years, lang, size, "s");
        album.add("bar-members", lang, "svg", written::figure(&figure));
        let sources = key("1");
        let points = |values: [f64; 3]| {
            let years = [2019, 2020, 2022].into_iter().zip(values);
            let datum = |(year, value)| Datum {
                year,
                value,
                sources: &sources,
            };
            years.map(datum).collect()
        };
        let series = |name: &str, slot: u8, values, fill| BarSeries {
            input: SeriesInput {
                name: name.to_owned(),
                detail: String::new(),
                slot,
                subject: usize::from(slot),
                points: points(values),
            },
            fill,
        };
        let figure = bar(&BarSpec {
            id: "s",
            heading: "Alfa, bravo",
            unit: Unit::Percent,
            series: vec![
                series("Alfa", 1, [12.5, 14.0, 20.25], Fill::Full),
                series("Bravo", 2, [-3.0, 0.0, 7.0], Fill::Half),
            ],
            stacked: false,
            lang,
            size,
        });
        album.add("bar-beside", lang, "svg", written::figure(&figure));
    }
}
