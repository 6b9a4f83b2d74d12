//! A scene: where everything stands that is in sight, for a drawing that is kept and changed.
//!
//! On the screen a timeline is not written anew with each step of the reader. Labels and names are
//! elements that are kept and moved; what is drawn of all bars that look alike is one path.

use super::axis::axis;
use super::bar::{Bar, Paths};
use super::draw::{edge, line_paths, name_top, Seen, Sight, AXIS};
#[cfg(any(feature = "pages", feature = "bench"))]
use super::item::Shape;
use super::window::Window;
#[cfg(any(feature = "pages", feature = "bench"))]
use super::Lane;
use super::Timeline;
use crate::model::Lang;

/// How many colours bars have: `s0` to `s7`.
pub const COLOURS: usize = 8;

/// Where an element stands.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spot {
    /// What it is; elements stand in the page in the order of their keys.
    pub key: u64,
    /// Left edge of its text, in pixels.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Left edge and width of what the pointer can hit.
    pub room: (f64, f64),
}

/// Everything that is in sight.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    /// Height of the whole body, whatever part of it is in sight.
    pub height: f64,
    /// Years, today, and months or days: each with its words.
    pub steps: Vec<(Spot, String)>,
    /// Lines of the axis, one path for each look.
    pub scale: [String; 3],
    /// The same through the lanes.
    pub lines: [String; 3],
    /// Edges between lanes.
    pub edges: String,
    /// Names of lanes.
    pub names: Vec<Spot>,
    /// Labels of bars.
    pub bars: Vec<Spot>,
    /// What is drawn of the bars: for each colour what may be and what is certain, then steps of a day,
    /// then those of a month or a year.
    pub paths: Vec<String>,
}

/// Below this bit of a key is the day of a label of the axis, above it the line in which it stands.
const LINE: u32 = 32;
/// Below this bit of a key are the place of an item in its lane and, last, whether its label is all of
/// its name; above it the number of its lane.
const LANE: u32 = 32;

/// The line of the axis in which the label of a key stands: 0 for years, 1 for today, 2 for the rest.
#[cfg(any(feature = "pages", feature = "bench"))]
pub(super) const fn line_of(key: u64) -> u64 {
    key >> LINE
}

impl Scene {
    /// Adds what is drawn of a bar to that of the others with its look.
    fn draw(&mut self, bar: &Bar) {
        // The classes of colours are `s0` to `s7`.
        let digit = bar.shape.class.as_bytes().get(1).copied().unwrap_or(b'0');
        let colour = usize::from(digit.wrapping_sub(b'0')) % COLOURS;
        let places = [2 * colour, 2 * colour + 1, 2 * COLOURS, 2 * COLOURS + 1];
        let mut take = |at: usize| self.paths.get_mut(at).map(std::mem::take);
        let mut paths = Paths(places.map(|at| take(at).unwrap_or_default()));
        bar.paths(&mut paths);
        for (at, path) in places.into_iter().zip(paths.0) {
            if let Some(it) = self.paths.get_mut(at) {
                *it = path;
            }
        }
    }
}

impl Timeline {
    /// What is in sight, and what is at most `beyond` pixels above or below. `today` is a day since
    /// 1970, called `word`.
    pub fn scene(
        &mut self,
        window: Window,
        sight: &Sight,
        beyond: f64,
        (today, word): (i32, &str),
        lang: Lang,
    ) -> Scene {
        self.lay_out(window, sight);
        let height = self.layout.height;
        let axis = axis(window, sight.width, (today, word), lang, self.letters);
        let bottom = (sight.bottom + beyond).min(height);
        let mut scene = Scene {
            height,
            scale: line_paths(&axis, 0.0, 22.0, AXIS),
            lines: line_paths(&axis, (sight.top - beyond).max(0.0), 0.0, bottom),
            paths: vec![String::new(); 2 * COLOURS + 2],
            ..Scene::default()
        };
        let todays = usize::from(axis.today.is_some());
        let steps = axis.steps.into_iter().enumerate();
        let steps = steps.map(|(place, label)| (1 + u64::from(place >= todays), label));
        for (line, label) in axis.years.into_iter().map(|it| (0, it)).chain(steps) {
            let spot = Spot {
                // Years before 1970 come first as well.
                key: line << LINE | u64::from(label.day.wrapping_sub(i32::MIN).cast_unsigned()),
                x: label.x,
                y: if line == 0 { 2.0 } else { 21.0 },
                ..Spot::default()
            };
            scene.steps.push((spot, label.text));
        }
        self.visit(window, sight, beyond, &mut |seen| match seen {
            Seen::Lane {
                number,
                place,
                lines,
                ..
            } => {
                scene.names.push(Spot {
                    key: number as u64,
                    x: 2.0,
                    // The letters stand on a line 12 pixels lower.
                    y: name_top(place, lines, sight) - 12.0,
                    ..Spot::default()
                });
                edge(&mut scene.edges, place, sight);
            }
            Seen::Bar {
                lane, place, bar, ..
            } => {
                let is_whole = u64::from(bar.extent.is_whole);
                let key = (lane as u64) << LANE | (place as u64) << 1 | is_whole;
                scene.bars.push(bar.spot(key));
                scene.draw(&bar);
            }
            Seen::End => {}
        });
        scene
    }

    /// The words of the name of a lane, and where it leads.
    #[cfg(any(feature = "pages", feature = "bench"))]
    pub(super) fn name_of(&self, key: u64) -> Option<(String, &Lane)> {
        let lane = usize::try_from(key).ok()?;
        Some((self.names.get(lane)?.join("\n"), self.lanes.get(lane)?))
    }

    /// Lane, item and shape of the bar with a key, and whether its label is all of its name.
    #[cfg(any(feature = "pages", feature = "bench"))]
    pub(super) fn bar_of(&self, key: u64) -> Option<(usize, usize, &Shape, bool)> {
        let lane = usize::try_from(key >> LANE).ok()?;
        let place = (key & 0xffff_ffff) >> 1;
        let item = *self
            .lanes
            .get(lane)?
            .items
            .get(usize::try_from(place).ok()?)?;
        Some((lane, item, self.shapes.get(item)?, key & 1 == 1))
    }
}
