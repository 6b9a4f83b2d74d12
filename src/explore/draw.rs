//! Drawing what a state says of an indicator: the same picture on its page and in a widget.

use super::{between, chosen, span, suits, year};
use crate::chart::{
    change_between, lines_of_places, ranked_bars, slots, small_multiples, AxisScale, Choice,
    Figure, LineView, PlacesSpec, Size,
};
use crate::model::cut::IndicatorPage;
use crate::model::Lang;
use crate::route::{ChartKind, IndicatorState};

/// How wide a chart may be drawn, from the width of its place in CSS pixels.
#[must_use]
pub fn size_of(width: i32) -> Size {
    match width {
        it if it < 480 => Size::NARROW,
        it if it < 820 => Size {
            width: 640,
            height: 340,
        },
        _ => Size {
            width: 1000,
            height: 440,
        },
    }
}

/// Start of every id in a drawing: there is one on a page.
pub const ID: &str = "explorer";

/// What is drawn.
pub struct Drawing<'a> {
    /// The indicator.
    pub page: &'a IndicatorPage,
    /// Years that have a value, in order.
    pub years: &'a [i32],
    /// How many places there are.
    pub count: usize,
    /// Names a place by its identifier.
    pub name_of: &'a dyn Fn(&str) -> &'a str,
    /// Language of all words.
    pub lang: Lang,
}

impl Drawing<'_> {
    /// The kind of view; lines where the one in the state says nothing of this indicator.
    #[must_use]
    pub fn kind(&self, state: &IndicatorState) -> ChartKind {
        if suits(state.kind, self.count, self.years.len()) {
            state.kind
        } else {
            ChartKind::Line
        }
    }

    /// Calls `act` with the places that a kind of view shows, those chosen in their colours.
    pub fn with_places<T>(
        &self,
        state: &IndicatorState,
        size: Size,
        act: impl FnOnce(&PlacesSpec) -> T,
    ) -> T {
        let kind = self.kind(state);
        let chosen = chosen(self.page, state);
        let places = slots(&chosen);
        let is_of_all_years = matches!(kind, ChartKind::Bars | ChartKind::Difference);
        let choice = Choice {
            places: &places,
            years: (!is_of_all_years).then(|| span(self.years, state)),
        };
        let indicator = &self.page.indicator;
        let mut spec = PlacesSpec::of(indicator, self.name_of, &choice, self.lang, size, ID);
        // Alone in a panel, a row or a column, a place that was not chosen is no background.
        if matches!(
            kind,
            ChartKind::Multiples | ChartKind::Difference | ChartKind::Table
        ) {
            let count: usize = chosen
                .iter()
                .map(|place| {
                    indicator
                        .series
                        .iter()
                        .filter(|it| it.place == *place)
                        .count()
                })
                .sum();
            spec.places.truncate(count);
        }
        act(&spec)
    }

    /// The lines of a state.
    #[must_use]
    pub fn lines(&self, state: &IndicatorState, size: Size) -> Figure {
        self.with_places(state, size, |spec| {
            let view = LineView {
                scale: if state.log && spec.suits_log() {
                    AxisScale::Log
                } else {
                    AxisScale::Linear
                },
                relative: state.relative && spec.suits_relative(),
            };
            lines_of_places(spec, &view)
        })
    }

    /// The bars of a state.
    #[must_use]
    pub fn bars(&self, state: &IndicatorState, size: Size) -> Figure {
        let year = year(self.page, self.years, state);
        self.with_places(state, size, |spec| ranked_bars(spec, year))
    }

    /// The small charts of a state.
    #[must_use]
    pub fn multiples(&self, state: &IndicatorState, size: Size) -> Figure {
        self.with_places(state, size, |spec| small_multiples(spec, false))
    }

    /// The difference between two years of a state.
    #[must_use]
    pub fn difference(&self, state: &IndicatorState, size: Size) -> Figure {
        let chosen = chosen(self.page, state);
        let (from, to) = between(self.page, self.years, state, &chosen);
        self.with_places(state, size, |spec| change_between(spec, from, to))
    }
}
