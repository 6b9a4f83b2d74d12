//! Uses: what the app does with a file that it could read, beyond showing its words.

use std::cell::Cell;

use ascn_atlas::chart::map::{
    self, choropleth, figure_size, map_size, points, MapFigureSpec, MapPlace, MapSeries, MapSpec,
    MapStep, View,
};
use ascn_atlas::chart::{
    change_between, from_indicator, lines_of_places, members, project_counts, ranked_bars, slots,
    small_multiples, sparkline, AxisScale, Choice, Datum, LineView, PlacesSpec, Size, Spark,
};
use ascn_atlas::compare::compare;
use ascn_atlas::explore;
use ascn_atlas::i18n::{date, number, quantity};
use ascn_atlas::model::cut::{
    AseanPage, CityPage, CountryPage, Index, IndicatorIndex, IndicatorPage,
};
use ascn_atlas::model::cut_home::HomePage;
use ascn_atlas::model::cut_map::MapLands;
use ascn_atlas::model::cut_network::{DocumentsPage, MeetingPage, NetworkPage};
use ascn_atlas::model::cut_programs::{PartnerPage, ProgramIndex, ProgramPage};
use ascn_atlas::model::cut_projects::{ProjectIndex, ProjectReports};
use ascn_atlas::model::cut_search::SearchIndex;
use ascn_atlas::model::published::{Change, DataPage, PublicFile};
use ascn_atlas::model::{Indicator, Lang, Unit};
use ascn_atlas::route::{Directory, IndicatorState, Lanes, ProgramList, ProjectList};
use ascn_atlas::search::{project_words, select, select_projects, words, Everything, Typed};
use ascn_atlas::timeline::{self, Sight, Timeline};

use crate::chance::Chance;
use crate::markup;

/// What the app does with a file of a type.
pub(crate) trait Uses {
    /// Does it, in one language.
    fn uses(&self, _: &mut Chance) {}
}

thread_local! {
    static GIVEN: Cell<usize> = const { Cell::new(0) };
}

/// Bytes of the file from which all is drawn, which bound what may be drawn.
pub(crate) fn budget(bytes: usize) {
    GIVEN.set(bytes);
}

fn bytes() -> usize {
    GIVEN.get()
}

/// Drawings of a file take at most this many bytes.
fn most() -> usize {
    200_000 + 300 * bytes()
}

impl Uses for Vec<String> {}
impl Uses for Vec<PublicFile> {}
impl Uses for Vec<Change> {
    fn uses(&self, chance: &mut Chance) {
        for change in self.iter().take(50) {
            let _ = date(change.date, chance.lang());
        }
    }
}
impl Uses for DataPage {}
impl Uses for DocumentsPage {}
impl Uses for HomePage {}
impl Uses for MeetingPage {}
impl Uses for PartnerPage {}
impl Uses for ProgramPage {}
impl Uses for ProjectReports {}
impl Uses for AseanPage {
    fn uses(&self, chance: &mut Chance) {
        for range in self.ranges.iter().take(50) {
            for value in range.values.iter().take(50) {
                let _ = quantity(value.point.value, range.unit, chance.lang());
            }
        }
    }
}

impl Uses for CityPage {
    fn uses(&self, chance: &mut Chance) {
        let lang = chance.lang();
        let size = *chance.pick(&[Size::WIDE, Size::NARROW]);
        let counts = project_counts(&self.project_counts, lang, size, "c");
        markup::drawing(counts.svg(), most());
        for _ in 0..self.city.indicators.len().min(3) {
            indicator(chance.pick(&self.city.indicators), chance, lang, size);
        }
        let compared = compare(&[self, self]);
        let _ = compared;
        for population in self.city.population.iter().take(50) {
            #[allow(clippy::cast_precision_loss)] // of no consequence here
            let _ = number(population.value as f64, lang);
        }
    }
}

impl Uses for CountryPage {
    fn uses(&self, chance: &mut Chance) {
        for _ in 0..self.indicators.len().min(3) {
            let (lang, size) = (chance.lang(), *chance.pick(&[Size::WIDE, Size::NARROW]));
            indicator(chance.pick(&self.indicators), chance, lang, size);
        }
    }
}

/// One indicator in one of the kinds of chart.
pub(crate) fn indicator(indicator: &Indicator, chance: &mut Chance, lang: Lang, size: Size) {
    let years = explore::years(indicator);
    let year = |chance: &mut Chance| match years.get(chance.below(years.len())) {
        Some(year) if !chance.once_in(4) => *year,
        _ => chance.year(),
    };
    let places = explore::places(indicator);
    let some: Vec<&str> = (0..chance.below(12))
        .filter_map(|_| places.get(chance.below(places.len())).copied())
        .collect();
    let chosen = slots(&some);
    let window = (year(chance), year(chance));
    let choice = Choice {
        places: &chosen,
        years: chance.once_in(2).then_some(window),
    };
    let name_of = |_: &str| "Đà <x-hostile> & \"x\"";
    let spec = PlacesSpec::of(indicator, &name_of, &choice, lang, size, "f");
    let scale = if chance.once_in(2) {
        AxisScale::Log
    } else {
        AxisScale::Linear
    };
    let figure = match chance.below(5) {
        0 => from_indicator(indicator, "Name <x-hostile>", lang, size, "f"),
        1 => lines_of_places(
            &spec,
            &LineView {
                scale,
                relative: chance.once_in(2),
            },
        ),
        2 => ranked_bars(&spec, window.0),
        3 => change_between(&spec, window.0, window.1),
        _ => small_multiples(&spec, chance.once_in(2)),
    };
    markup::drawing(figure.svg(), most());
    let _ = (spec.suits_log(), spec.suits_relative());
    let table = figure.table();
    let column = chance.below(table.headers.len().max(1));
    // The sort is one for short lists; no page shows so many rows.
    if table.rows.len() < 3_000 {
        let order = explore::sorted(table, column, chance.once_in(2), lang);
        let _ = explore::tsv(table, &order, lang);
    }
    if let Some(series) = indicator.series.first() {
        let points: Vec<(i32, f64)> = series.points.iter().map(|it| (it.year, it.value)).collect();
        let svg = sparkline(&Spark {
            points: &points,
            unit: indicator.unit,
            projection_from: indicator.projection_from,
            break_before: indicator.break_before,
            slot: 3,
        });
        if !svg.is_empty() {
            markup::drawing(&svg, most());
        }
    }
}

impl Uses for IndicatorPage {
    fn uses(&self, chance: &mut Chance) {
        let (lang, size) = (chance.lang(), *chance.pick(&[Size::WIDE, Size::NARROW]));
        let state = IndicatorState {
            from: chance.once_in(2).then(|| chance.year()),
            to: chance.once_in(2).then(|| chance.year()),
            year: chance.once_in(2).then(|| chance.year()),
            ..IndicatorState::default()
        };
        let years = explore::years(&self.indicator);
        let _ = explore::chosen(self, &state);
        let _ = explore::span(&years, &state);
        let _ = explore::year(self, &years, &state);
        indicator(&self.indicator, chance, lang, size);
    }
}

impl Uses for Index {
    fn uses(&self, chance: &mut Chance) {
        let texts: Vec<Vec<String>> = self.cities.iter().map(words).collect();
        let list = Directory {
            text: chance.word().chars().take(100).collect(),
            ..Directory::default()
        };
        for sort in ascn_atlas::route::Sort::ALL {
            let _ = select(
                self,
                &texts,
                &Directory {
                    sort,
                    ..Directory::default()
                },
                chance.lang(),
            );
        }
        let _ = select(self, &texts, &list, chance.lang());
        let lands = MapLands {
            units: 24,
            lands: Vec::new(),
        };
        let places: Vec<MapPlace> = self
            .cities
            .iter()
            .map(|it| MapPlace {
                name: it.name.get(Lang::En),
                name_lang: "",
                href: &it.id,
                lat: it.lat,
                lon: it.lon,
                rank: 0,
                is_here: false,
            })
            .collect();
        live(&lands, &places, chance);
    }
}

/// The map that readers move, after a few moves.
fn live(lands: &MapLands, places: &[MapPlace], chance: &mut Chance) {
    let size = map_size(*chance.pick(&[1, 100, 328, 640, 1_200]));
    let spots: Vec<(f64, f64)> = places.iter().map(|it| (it.lat, it.lon)).collect();
    let mut view = if chance.once_in(2) {
        View::WHOLE
    } else {
        View::fitting(&spots, size, 20)
    };
    for _ in 0..chance.below(6) {
        view = match chance.below(4) {
            0 => view.dragged(size, chance.number(), chance.number()),
            1 => view.zoomed(size, chance.number(), chance.number(), chance.number()),
            2 => view.stepped(
                *chance.pick(&[
                    MapStep::In,
                    MapStep::Out,
                    MapStep::West,
                    MapStep::North,
                    MapStep::Whole,
                ]),
                size,
                &spots,
            ),
            _ => View::parse(&format!(
                "{},{},{}",
                chance.number(),
                chance.number(),
                chance.number()
            ))
            .unwrap_or(view),
        };
        assert_eq!(
            View::parse(&view.to_text()),
            Some(view),
            "a view reads back"
        );
    }
    let svg = map::map(&MapSpec {
        lands,
        places,
        view,
        size,
        label: "<x-hostile>",
        home: None,
    });
    markup::drawing(&svg, most() + 2_000 * places.len());
}

impl Uses for MapLands {
    fn uses(&self, chance: &mut Chance) {
        live(self, &[], chance);
        let sources = ["1".to_owned()];
        let series: Vec<MapSeries> = self
            .lands
            .iter()
            .map(|land| MapSeries {
                place: &land.code,
                place_name: &land.code,
                name: "",
                lat: chance.number(),
                lon: chance.number(),
                points: vec![Datum {
                    year: 2020,
                    value: chance.number(),
                    sources: &sources,
                }],
            })
            .collect();
        let spec = MapFigureSpec {
            id: "m",
            heading: "<x-hostile>",
            unit: *chance.pick(Unit::ALL),
            series,
            year: 2020,
            projection_from: None,
            break_before: None,
            range: None,
            lands: self,
            lang: chance.lang(),
            size: figure_size(*chance.pick(&[Size::WIDE, Size::NARROW])),
        };
        let figure = if chance.once_in(2) {
            choropleth(&spec)
        } else {
            points(&spec)
        };
        markup::drawing(figure.svg(), most());
    }
}

impl Uses for IndicatorIndex {
    fn uses(&self, chance: &mut Chance) {
        for entry in self.indicators.iter().take(60) {
            let _ = quantity(entry.latest.value, entry.unit, chance.lang());
            let spark: Vec<(i32, f64)> = entry.spark.iter().map(|it| (it.year, it.value)).collect();
            let svg = sparkline(&Spark {
                points: &spark,
                unit: entry.unit,
                projection_from: None,
                break_before: None,
                slot: 1,
            });
            if !svg.is_empty() {
                markup::drawing(&svg, most());
            }
        }
    }
}

impl Uses for ProgramIndex {
    fn uses(&self, chance: &mut Chance) {
        let lang = chance.lang();
        let texts: Vec<Vec<String>> = self
            .programs
            .iter()
            .map(|it| ascn_atlas::search::program_words(self, it))
            .collect();
        let list = ProgramList {
            running: chance.once_in(2),
            ..ProgramList::default()
        };
        let shown = ascn_atlas::search::select_programs(self, &texts, &list, 20_000);
        let shown: Vec<_> = shown
            .iter()
            .filter_map(|it| self.programs.get(*it))
            .collect();
        let href = |route| ascn_atlas::route::Address { lang, route }.href();
        let items: Vec<_> = shown
            .iter()
            .map(|it| timeline::programs::item(it, lang, &href))
            .collect();
        let by = *chance.pick(&Lanes::ALL);
        let lanes = timeline::programs::lanes(self, &shown, by, lang, &href);
        let mut timeline = Timeline::new(&items, lanes, Some(20_000));
        let sight = Sight {
            width: 600.0,
            names: 140.0,
            top: 0.0,
            bottom: f64::INFINITY,
        };
        let picture = timeline.draw(timeline.whole(600.0), &sight, 20_000, "today", lang);
        markup::harmless(&picture.body);
        assert!(
            picture.body.len() <= most() * 4,
            "{} bytes of timeline",
            picture.body.len()
        );
    }
}

impl Uses for ProjectIndex {
    fn uses(&self, chance: &mut Chance) {
        let texts = project_words(self);
        for sort in ascn_atlas::route::ProjectSort::ALL {
            let list = ProjectList {
                sort,
                ..ProjectList::default()
            };
            let _ = select_projects(self, &texts, &list, chance.lang());
        }
    }
}

impl Uses for NetworkPage {
    fn uses(&self, chance: &mut Chance) {
        let figure = members(&self.members, chance.lang(), Size::WIDE, "n");
        markup::drawing(figure.svg(), most());
    }
}

impl Uses for SearchIndex {
    fn uses(&self, chance: &mut Chance) {
        let everything = Everything::new(self.clone());
        let typed = Typed::new(&chance.word());
        for group in everything.find(&typed) {
            for place in group.places {
                assert!(everything.entry(place).is_some());
            }
        }
    }
}
