//! Readout: from a place or a key press to a point of a figure.

use super::figure::{Aim, Figure};
use crate::order::sort_by;

/// A step of the keyboard through the points of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next year of the series.
    Later,
    /// To the year before.
    Earlier,
    /// To the next series, at the year nearest to this one.
    NextSeries,
    /// To the series before.
    PreviousSeries,
    /// To the first point of all.
    First,
    /// To the last point of all.
    Last,
}

impl Figure {
    /// The index of the point nearest to (`x`, `y`), in units of the `viewBox`: nearest in the
    /// direction in which a reader aims. Over years the year counts twice; among rows the row alone
    /// counts, and inside it the distance; on a map the distance; in panels the panel comes first, if it has data. `None`
    /// when there are no points.
    #[must_use]
    pub fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        let panel = match self.aim() {
            Aim::Panels {
                columns,
                width,
                height,
                top,
            } => {
                #[allow(clippy::cast_possible_truncation)] // saturates
                let step = |at: f64, size: i32| (at / f64::from(size.max(1))) as i32;
                let column = step(x * 10.0, width).min(columns - 1).max(0);
                let row = step(y * 10.0 - f64::from(top), height).max(0);
                usize::try_from(row.saturating_mul(columns).saturating_add(column)).ok()
            }
            _ => None,
        };
        let panel = panel.filter(|it| self.points().iter().any(|point| point.series == *it));
        let (across, along) = match self.aim() {
            Aim::Rows => (1.0, 100.0),
            Aim::Places => (1.0, 1.0),
            Aim::Years | Aim::Panels { .. } => (2.0, 1.0),
        };
        let far = |index: &usize| {
            self.points().get(*index).map_or(f64::MAX, |point| {
                let (dx, dy) = (across * (point.x - x), along * (point.y - y));
                let elsewhere = panel.is_some_and(|it| it != point.series);
                dx * dx + dy * dy + if elsewhere { 1e12 } else { 0.0 }
            })
        };
        (0..self.points().len()).min_by(|one, two| far(one).total_cmp(&far(two)))
    }

    /// The indices of all points of `year`: all values at a year, where lines share a plot from its
    /// top to its foot, else in the order of the rows or panels.
    #[must_use]
    pub fn in_year(&self, year: i32) -> Vec<usize> {
        let points = || self.points().iter().enumerate();
        let mut found: Vec<(usize, f64)> = points()
            .filter(|(_, point)| point.year == year)
            .map(|(index, point)| (index, point.y))
            .collect();
        if self.aim() == Aim::Years {
            sort_by(&mut found, |one, two| one.1.total_cmp(&two.1));
        }
        found.into_iter().map(|it| it.0).collect()
    }

    /// Every year that has a point, in order.
    #[must_use]
    pub fn years(&self) -> Vec<i32> {
        let mut years: Vec<i32> = Vec::new();
        for point in self.points() {
            if let Err(place) = years.binary_search(&point.year) {
                years.insert(place, point.year);
            }
        }
        years
    }

    /// The index of the point that a step leads to from `now`; at an end it stays. Without a present
    /// point a step to a neighbour leads to the last. `None` when there are no points.
    #[must_use]
    pub fn step(&self, now: Option<usize>, step: Step) -> Option<usize> {
        let last = self.points().len().checked_sub(1)?;
        match step {
            Step::First => return Some(0),
            Step::Last => return Some(last),
            _ => {}
        }
        let Some(now) = now.filter(|now| *now <= last) else {
            return Some(last);
        };
        let point = self.points().get(now)?;
        let same_series = |index: &usize| {
            self.points()
                .get(*index)
                .is_some_and(|other| other.series == point.series)
        };
        Some(match step {
            Step::First | Step::Last => now,
            Step::Later => Some(now + 1).filter(same_series).unwrap_or(now),
            Step::Earlier => now.checked_sub(1).filter(same_series).unwrap_or(now),
            Step::NextSeries => {
                let after = |it: &usize| *it > point.series;
                self.across(now, self.series().filter(after).min())
            }
            Step::PreviousSeries => {
                let before = |it: &usize| *it < point.series;
                self.across(now, self.series().filter(before).max())
            }
        })
    }

    /// The series of each point: one without points is in none, and stepped over.
    fn series(&self) -> impl Iterator<Item = usize> + '_ {
        self.points().iter().map(|point| point.series)
    }

    /// The point of a series, if there is one, whose year is nearest to that of the point `now`.
    fn across(&self, now: usize, series: Option<usize>) -> usize {
        let year = self.points().get(now).map_or(0, |point| point.year);
        let points = self.points().iter().enumerate();
        points
            .filter(|(_, point)| Some(point.series) == series)
            .min_by_key(|(_, point)| point.year.abs_diff(year))
            .map_or(now, |(index, _)| index)
    }
}

#[cfg(test)]
mod tests {
    use super::super::figure::{FigurePoint, Parts, Size, Table, Values};
    use super::*;

    /// Two series with points: 2020 to 2022 on top, 2021 below. Between them is one without.
    fn figure() -> Figure {
        let point = |series, year: i32, y| FigurePoint {
            series,
            name: String::new(),
            year,
            x: f64::from(year - 2020) * 100.0,
            y,
            label: String::new(),
            sources: vec![],
            projected: false,
        };
        Figure::new(Parts {
            id: "f",
            heading: "",
            description: String::new(),
            ground: String::new(),
            marks: String::new(),
            values: Values::Told(
                Table::default(),
                vec![
                    point(0, 2020, 10.0),
                    point(0, 2021, 10.0),
                    point(0, 2022, 10.0),
                    point(2, 2021, 90.0),
                ],
            ),
            legend: vec![],
            left_out: 0,
            size: Size::WIDE,
            aim: Aim::Years,
            derived: false,
        })
    }

    #[test]
    fn the_nearest_point_is_found() {
        assert_eq!(figure().nearest(5.0, 200.0), Some(0));
        assert_eq!(figure().nearest(110.0, 80.0), Some(3));
        assert_eq!(figure().nearest(110.0, 20.0), Some(1));
        assert_eq!(figure().nearest(9999.0, 0.0), Some(2));
    }

    #[test]
    fn steps_stay_inside_their_series_and_the_figure() {
        let figure = figure();
        let step = |now, step| figure.step(now, step);
        assert_eq!(step(None, Step::Later), Some(3));
        assert_eq!(step(Some(99), Step::Later), Some(3));
        assert_eq!(step(None, Step::First), Some(0));
        assert_eq!(step(Some(1), Step::Later), Some(2));
        assert_eq!(step(Some(2), Step::Later), Some(2));
        assert_eq!(step(Some(0), Step::Earlier), Some(0));
        assert_eq!(step(Some(3), Step::Earlier), Some(3));
        assert_eq!(step(Some(0), Step::NextSeries), Some(3));
        assert_eq!(step(Some(3), Step::NextSeries), Some(3));
        assert_eq!(step(Some(3), Step::PreviousSeries), Some(1));
        assert_eq!(step(Some(1), Step::PreviousSeries), Some(1));
        assert_eq!(step(Some(1), Step::First), Some(0));
        assert_eq!(step(Some(1), Step::Last), Some(3));
    }
}
