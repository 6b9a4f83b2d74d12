//! Places: one indicator of many places, ready for each kind of chart that compares them.
//!
//! The kinds share one spec, so that a reader who turns from lines to bars sees the same places in
//! the same colours: [`lines_of_places`], [`ranked_bars`](super::ranked_bars),
//! [`change_between`](super::change_between) and [`small_multiples`](super::small_multiples).

use crate::i18n::unit_label;
use crate::model::{Better, Indicator, Lang, Scope, Series, Unit};

use super::describe::push_break;
use super::figure::{Figure, Size};
use super::indicator::shared_start;
use super::line::noted;
use super::scale::LEAST_RATIO;
use super::spec::{clean, AxisScale, Datum, LineSpec, SeriesInput};
use super::words::words;

/// An indicator of several places.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacesSpec<'a> {
    /// Start of every id in the SVG; unique in the page.
    pub id: &'a str,
    /// What the chart shows.
    pub heading: &'a str,
    /// Unit of all values.
    pub unit: Unit,
    /// Which direction is an improvement.
    pub better: Option<Better>,
    /// The chosen places in the order of choice, then all others; slot 0 is not chosen.
    pub places: Vec<SeriesInput<'a>>,
    /// First year whose values are projections.
    pub projection_from: Option<i32>,
    /// Year from which the method differs.
    pub break_before: Option<i32>,
    /// Lowest and highest possible value.
    pub range: Option<(f64, f64)>,
    /// Whether the values describe the region around each place.
    pub of_region: bool,
    /// Language of all words.
    pub lang: Lang,
    /// Size of the drawing; kinds with a row or a panel for each place take the height they need.
    pub size: Size,
}

/// What a reader chose to see of an indicator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choice<'c> {
    /// Places with their colours, as [`slots`](super::slots) gives them.
    pub places: &'c [(&'c str, u8)],
    /// First and last year to show; all where there is none.
    pub years: Option<(i32, i32)>,
}

/// How the lines of places are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineView {
    /// The value axis.
    pub scale: AxisScale,
    /// Whether each value is shown as a share of the place's value in the first common year.
    pub relative: bool,
}

impl<'a> PlacesSpec<'a> {
    /// The places of `indicator`, which `name_of` names by their identifier.
    ///
    /// Where a place has several series, each is a place of its own with the name of its series.
    #[must_use]
    pub fn of<'n>(
        indicator: &'a Indicator,
        name_of: &dyn Fn(&str) -> &'n str,
        choice: &Choice,
        lang: Lang,
        size: Size,
        id: &'a str,
    ) -> Self {
        let slot_of = |it: &Series| {
            let chosen = choice.places.iter().find(|(place, _)| *place == it.place);
            chosen.map_or(0, |it| it.1)
        };
        let mut places = Vec::new();
        // One pass for each chosen place and one for the rest, which keeps both orders.
        for (place, _) in choice.places {
            let own = indicator.series.iter().filter(|it| it.place == *place);
            places.extend(own.map(|it| input(indicator, it, slot_of(it), name_of, choice, lang)));
        }
        let is_other = |it: &&Series| choice.places.iter().all(|(place, _)| *place != it.place);
        let others = indicator.series.iter().filter(is_other);
        places.extend(others.map(|it| input(indicator, it, 0, name_of, choice, lang)));
        Self {
            id,
            heading: indicator.name.get(lang),
            unit: indicator.unit,
            better: indicator.better,
            places,
            projection_from: indicator.projection_from,
            break_before: indicator.break_before,
            range: indicator.range,
            of_region: indicator.scope == Some(Scope::Region),
            lang,
            size,
        }
    }

    /// Whether a value of `year` is a projection.
    pub(super) fn is_projected(&self, year: i32) -> bool {
        self.projection_from.is_some_and(|from| year >= from)
    }

    /// Words on the region around each city, with a space before; empty where they do not apply.
    pub(super) fn note(&self) -> &'static str {
        if self.of_region {
            words(self.lang).of_region()
        } else {
            ""
        }
    }

    /// Appends the sentence that values of two methods do not compare, if the method changed.
    pub(super) fn push_break(&self, text: &mut String) {
        if let Some(year) = self.break_before {
            if !text.is_empty() && !text.ends_with('.') {
                text.push('.');
            }
            push_break(text, year, self.lang);
        }
    }

    /// The word of the unit, and what a value is of.
    pub(super) fn unit_words(&self) -> &'static str {
        unit_label(self.unit, self.lang)
    }

    /// The value of each place in `year`, and how many may not be shown.
    pub(super) fn in_year(&self, year: i32) -> (Vec<Option<Datum<'a>>>, usize) {
        let mut left_out = 0;
        let mut value = |place: &SeriesInput<'a>| {
            let mut here: Vec<Datum> = place
                .points
                .iter()
                .filter(|it| it.year == year)
                .copied()
                .collect();
            left_out += clean(&mut here);
            here.first().copied()
        };
        let values = self.places.iter().map(&mut value).collect();
        (values, left_out)
    }

    /// As a chart of lines.
    pub(super) fn lines(&self) -> LineSpec<'a> {
        LineSpec {
            id: self.id,
            heading: self.heading,
            about: "",
            unit: self.unit,
            better: self.better,
            series: self.places.clone(),
            projection_from: self.projection_from,
            break_before: self.break_before,
            range: self.range,
            scale: AxisScale::Linear,
            relative_to: None,
            lang: self.lang,
            size: self.size,
        }
    }

    /// Whether an axis of ratios tells more than one of differences: every value lies above zero, and
    /// the highest is at least ten times the lowest.
    #[must_use]
    pub fn suits_log(&self) -> bool {
        let values = || self.places.iter().flat_map(|it| &it.points);
        let low = values().map(|it| it.value).fold(f64::INFINITY, f64::min);
        let high = values().map(|it| it.value).fold(0.0, f64::max);
        self.unit != Unit::Rank && low >= LEAST_RATIO && high >= 10.0 * low
    }

    /// Whether values can be told relative to a first year: they are amounts that are never below
    /// zero, and some chosen place has several.
    #[must_use]
    pub fn suits_relative(&self) -> bool {
        let is_amount = !matches!(self.unit, Unit::Rank | Unit::Level);
        let mut values = self.places.iter().flat_map(|it| &it.points);
        is_amount && values.all(|it| it.value >= 0.0) && self.base_year().is_some()
    }

    /// The first year in which every chosen place (or every place, where none is chosen) has a
    /// measured value above zero; where there is none, the first of those in which most have one.
    ///
    /// Values before a change of method do not compare with those behind it, so the year is not
    /// before that.
    fn base_year(&self) -> Option<i32> {
        let is_any_chosen = self.places.iter().any(|it| it.slot > 0);
        let mut best: Option<(usize, i32)> = None;
        let counted = |it: &&SeriesInput| it.slot > 0 || !is_any_chosen;
        let of_year = |year: i32| {
            let has = |it: &&SeriesInput| base(it, year).is_some();
            self.places.iter().filter(counted).filter(has).count()
        };
        let points = self.places.iter().filter(counted).flat_map(|it| &it.points);
        for point in points {
            let year = point.year;
            if self.is_projected(year) || self.break_before.is_some_and(|it| year < it) {
                continue;
            }
            let count = of_year(year);
            let is_better = |(most, first)| count > most || (count == most && year < first);
            if count > 0 && best.is_none_or(is_better) {
                best = Some((count, year));
            }
        }
        best.map(|it| it.1)
    }
}

/// The value of `series` in `year`, if values can be told relative to it.
fn base<'s>(series: &SeriesInput<'s>, year: i32) -> Option<Datum<'s>> {
    let found = series.points.iter().find(|it| it.year == year);
    found.filter(|it| it.value > 0.0).copied()
}

fn input<'a, 'n>(
    indicator: &'a Indicator,
    series: &'a Series,
    slot: u8,
    name_of: &dyn Fn(&str) -> &'n str,
    choice: &Choice,
    lang: Lang,
) -> SeriesInput<'a> {
    let position = |same: &dyn Fn(&Series) -> bool| indicator.series.iter().position(same);
    // Series of one place and one area say the same quantity.
    let subject = position(&|it| it.place == series.place && it.area == series.area);
    let all = indicator.series.iter();
    let of_place: Vec<&Series> = all.filter(|it| it.place == series.place).collect();
    let is_shared = of_place.len() > 1;
    let place = name_of(&series.place);
    let own_name = |it: &'a Series| {
        let own = it.name.as_ref().or(it.area.as_ref());
        own.map_or("", |it| it.get(lang))
    };
    let own = own_name(series);
    let shared = if is_shared {
        let names: Vec<&str> = of_place.into_iter().map(own_name).collect();
        shared_start(&names)
    } else {
        0
    };
    let mut it = SeriesInput {
        name: place.to_owned(),
        // Neither the place nor what the chart is called need be said again.
        detail: if own == place || own == indicator.name.get(lang) {
            String::new()
        } else {
            own.get(shared..).unwrap_or_default().to_owned()
        },
        slot,
        subject: subject.unwrap_or(0),
        points: Vec::with_capacity(series.points.len()),
    };
    if is_shared {
        it.name = it.full_name();
        it.detail = String::new();
    }
    for point in &series.points {
        let is_shown = |(first, last): (i32, i32)| (first..=last).contains(&point.year);
        if choice.years.is_none_or(is_shown) {
            it.points.push(Datum {
                year: point.year,
                value: point.value,
                sources: series.sources_of(point),
            });
        }
    }
    it
}

/// The line chart of `spec`: the chosen places in their colours, all others in grey behind them.
///
/// With [`LineView::relative`] each value is 100 × value / value of the place in the base year, the
/// first one common to the chosen places, rounded to one decimal, halves away from zero. Places
/// without a value in that year are named in the description and not drawn; nor are values from
/// before a change of method, because they do not compare. The figure then says that it
/// [is derived](Figure::is_derived), and each value has the sources of both.
#[must_use]
pub fn lines_of_places(spec: &PlacesSpec, view: &LineView) -> Figure {
    let mut lines = LineSpec {
        scale: view.scale,
        ..spec.lines()
    };
    let base_year = spec.base_year().filter(|_| view.relative);
    let Some(year) = base_year else {
        return noted(lines, spec.note());
    };
    let (mut missing, mut is_cut) = (String::new(), false);
    let mut all: Vec<Vec<(i32, f64, Vec<String>)>> = Vec::new();
    for place in &spec.places {
        let Some(base) = base(place, year) else {
            if !place.points.is_empty() {
                missing.push_str(if missing.is_empty() { ": " } else { ", " });
                missing.push_str(&place.name);
            }
            all.push(Vec::new());
            continue;
        };
        let mut values = Vec::new();
        for point in &place.points {
            if spec.break_before.is_some_and(|it| point.year < it) {
                is_cut = true;
                continue;
            }
            let mut sources = point.sources.to_vec();
            for key in base.sources {
                if !sources.is_empty() && !sources.contains(key) {
                    sources.push(key.clone());
                }
            }
            let tenths = (point.value / base.value * 1000.0).round();
            values.push((point.year, tenths / 10.0, sources));
        }
        all.push(values);
    }
    for (series, values) in lines.series.iter_mut().zip(&all) {
        series.points = Vec::new();
        for (year, value, sources) in values {
            series.points.push(Datum {
                year: *year,
                value: *value,
                sources,
            });
        }
    }
    lines.unit = Unit::Index;
    lines.range = None;
    lines.relative_to = Some(year);
    let mut note = String::new();
    if !missing.is_empty() {
        note.push_str(words(spec.lang).without_base());
        note.push_str(&year.to_string());
        note.push_str(&missing);
        note.push('.');
    }
    if is_cut {
        spec.push_break(&mut note);
    }
    note.push_str(spec.note());
    noted(lines, &note)
}
