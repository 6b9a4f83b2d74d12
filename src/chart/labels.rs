//! Labels: where the values and names of a line chart stand so that none covers another or a line.
//!
//! All coordinates are tenths of a unit of the `viewBox`.

use super::backend::FONT;
use super::metrics::text_width;
use crate::order::sort_by_key;

/// A position.
pub(super) type At = (i32, i32);

/// From one line of a label to the next.
pub(super) const LINE: i32 = 140;
/// Between a point and its label.
pub(super) const GAP: i32 = 70;

/// The room of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Room {
    /// A room of `width` and `height` around `center`.
    pub fn around(center: At, width: i32, height: i32) -> Self {
        Self {
            left: center.0 - width / 2,
            top: center.1 - height / 2,
            right: center.0 + width / 2,
            bottom: center.1 + height / 2,
        }
    }

    /// Its middle.
    pub fn center(&self) -> At {
        (
            self.left.midpoint(self.right),
            self.top.midpoint(self.bottom),
        )
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn is_inside(&self, outer: &Self) -> bool {
        self.left >= outer.left
            && self.right <= outer.right
            && self.top >= outer.top
            && self.bottom <= outer.bottom
    }

    /// Whether the line from `a` to `b` passes through.
    fn is_crossed_by(&self, a: At, b: At) -> bool {
        // Cut the line to the room, side by side (Liang and Barsky), in floating point because
        // products of coordinates pass 32 bits.
        let (dx, dy) = (f64::from(b.0 - a.0), f64::from(b.1 - a.1));
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (delta, distance) in [
            (-dx, a.0 - self.left),
            (dx, self.right - a.0),
            (-dy, a.1 - self.top),
            (dy, self.bottom - a.1),
        ] {
            let distance = f64::from(distance);
            if delta == 0.0 {
                if distance < 0.0 {
                    return false;
                }
            } else if delta < 0.0 {
                enter = enter.max(distance / delta);
            } else {
                leave = leave.min(distance / delta);
            }
        }
        enter <= leave
    }
}

/// Width of `text` in tenths, a little wide because fonts differ; `strong` text is wider.
pub(super) fn width_of(text: &str, strong: bool) -> i32 {
    #[allow(clippy::cast_sign_loss)] // a constant above zero
    let width = text_width(text, FONT as u32);
    let percent = if strong { 108 } else { 103 };
    i32::try_from(width * percent / 100).unwrap_or(i32::MAX)
}

/// `name` in lines of at most `room` tenths; `None` when a word is wider or it takes more than `most`
/// lines.
pub(super) fn wrapped(name: &str, room: i32, most: usize) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split(' ').filter(|word| !word.is_empty()) {
        if width_of(word, false) > room {
            return None;
        }
        if let Some(line) = lines.last_mut() {
            let longer = [line.as_str(), " ", word].concat();
            if width_of(&longer, false) <= room {
                *line = longer;
                continue;
            }
        }
        lines.push(word.to_owned());
    }
    (!lines.is_empty() && lines.len() <= most).then_some(lines)
}

/// What is drawn already, or is kept free for labels.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// Lines from point to point.
    pub segments: Vec<(At, At)>,
    /// Dots.
    pub dots: Vec<At>,
    /// Labels.
    pub rooms: Vec<Room>,
}

impl Taken {
    /// Whether nothing is in `room`, which must lie inside `outer`.
    pub fn leaves(&self, room: &Room, outer: &Room) -> bool {
        room.is_inside(outer)
            && !self.rooms.iter().any(|it| it.overlaps(room))
            && !self
                .dots
                .iter()
                .any(|&it| Room::around(it, 90, 90).overlaps(room))
            && !self.segments.iter().any(|&(a, b)| room.is_crossed_by(a, b))
    }
}

/// Labels that touch each other.
struct Block {
    /// Sum of the tops that its labels wish for the block.
    wish: i64,
    height: i32,
    count: usize,
}

impl Block {
    fn start(&self) -> i32 {
        let count = i64::try_from(self.count).unwrap_or(i64::MAX);
        i32::try_from(self.wish / count).unwrap_or_default()
    }

    fn end(&self) -> i32 {
        self.start() + self.height
    }

    /// This block with another right below.
    fn joined(&self, below: &Self) -> Self {
        // What the labels below wish is `height` lower than what they wish for the whole.
        let shift = i64::from(self.height) * i64::try_from(below.count).unwrap_or_default();
        Self {
            wish: self.wish + below.wish - shift,
            height: self.height + below.height,
            count: self.count + below.count,
        }
    }
}

/// Puts labels with wished middles and `heights` below each other between `top` and `bottom` without
/// overlap, each as near to its wish as its neighbours allow. Labels that have no room, from the end
/// of the list on, are `None`.
pub(super) fn spread(wishes: &[(i32, i32)], top: i32, bottom: i32) -> Vec<Option<i32>> {
    let mut kept = wishes.len();
    // In no room at all there is none for no label either.
    while kept > 0 && wishes.iter().take(kept).map(|it| it.1).sum::<i32>() > bottom - top {
        kept -= 1;
    }
    let mut order: Vec<(usize, i32, i32)> = wishes
        .iter()
        .take(kept)
        .enumerate()
        .map(|(index, &(middle, height))| (index, middle - height / 2, height))
        .collect();
    sort_by_key(&mut order, |&(_, upper, height)| upper + height / 2);
    // Labels that would overlap become one block around the mean of their wishes.
    let mut blocks: Vec<Block> = Vec::new();
    for &(_, upper, height) in &order {
        let mut block = Block {
            wish: i64::from(upper),
            height,
            count: 1,
        };
        while let Some(above) = blocks.pop_if(|above| above.end() > block.start()) {
            block = above.joined(&block);
        }
        blocks.push(block);
    }
    let mut rest = order.iter_mut();
    for block in &blocks {
        let mut free = block.start();
        for (_, upper, height) in rest.by_ref().take(block.count) {
            *upper = free;
            free += *height;
        }
    }
    // Into the plot: down from the top, then up from the bottom.
    let mut free = top;
    for (_, upper, height) in &mut order {
        *upper = (*upper).max(free);
        free = *upper + *height;
    }
    let mut free = bottom;
    for (_, upper, height) in order.iter_mut().rev() {
        *upper = (*upper).min(free - *height);
        free = *upper;
    }
    let mut middles = vec![None; wishes.len()];
    for (index, upper, height) in order {
        if let Some(middle) = middles.get_mut(index) {
            *middle = Some(upper + height / 2);
        }
    }
    middles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spread_labels_never_overlap_and_stay_in_order() {
        let mut state = 7_u32;
        let mut next = |below: i32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            i32::try_from(state >> 8).unwrap() % below
        };
        for _ in 0..2_000 {
            let count = 1 + next(14);
            let wishes: Vec<_> = (0..count)
                .map(|_| (next(2_000), 140 + 140 * next(3)))
                .collect();
            let middles = spread(&wishes, 0, 2_000);
            let mut rooms: Vec<_> = middles
                .iter()
                .zip(&wishes)
                .filter_map(|(middle, wish)| Some((middle.as_ref()? - wish.1 / 2, wish.1, wish.0)))
                .collect();
            sort_by_key(&mut rooms, |it| *it);
            assert!(!rooms.is_empty());
            assert!(rooms[0].0 >= 0);
            assert!(rooms.last().map(|it| it.0 + it.1).unwrap() <= 2_000);
            for pair in rooms.windows(2) {
                assert!(pair[0].0 + pair[0].1 <= pair[1].0, "{rooms:?}");
                assert!(
                    pair[0].2 <= pair[1].2 || pair[0].1 != pair[1].1,
                    "{rooms:?}"
                );
            }
        }
        assert_eq!(spread(&[(500, 140)], 0, 2_000), [Some(500)]);
        let alike = spread(&[(500, 140), (500, 140), (500, 140)], 0, 2_000);
        assert_eq!(alike, [Some(360), Some(500), Some(640)]);
        assert_eq!(spread(&[(0, 300), (0, 300)], 0, 400), [Some(150), None]);
    }

    #[test]
    fn a_room_knows_what_crosses_it() {
        let room = Room::around((100, 100), 40, 20);
        assert!(room.is_crossed_by((0, 0), (200, 200)));
        assert!(room.is_crossed_by((100, 100), (100, 100)));
        assert!(room.is_crossed_by((0, 100), (90, 100)));
        assert!(!room.is_crossed_by((0, 100), (70, 100)));
        assert!(!room.is_crossed_by((0, 0), (200, 20)));
        assert!(!room.is_crossed_by((130, 0), (130, 300)));
    }

    #[test]
    fn names_wrap_between_words() {
        let lines = wrapped("National survey (SSGI and SKI)", 1_000, 3).unwrap();
        assert_eq!(lines, ["National survey", "(SSGI and SKI)"]);
        assert!(lines.iter().all(|line| width_of(line, false) <= 1_000));
        assert_eq!(wrapped("Kabupaten", 300, 3), None);
        assert_eq!(wrapped("", 300, 3), None);
        assert_eq!(wrapped("a b c d", 100, 3), None);
    }
}
