//! Names beside the marks of a map, so that none covers another name or a mark.
//!
//! The places of names follow from the places and the scale alone, not from which part of the map
//! is seen: while a reader moves the map, every name stays where it is beside its mark. At each
//! place the first free side is taken, places of the highest rank first. Only a name that the frame
//! would cut moves to another side that is free, if there is one, and moves no other by that.
//!
//! All coordinates are tenths of a unit of the drawing.

use crate::chart::labels::{At, Room, Taken, LINE};
use crate::order::sort_by_key;

/// From the edge of a mark to its name.
const GAP: i32 = 35;

/// A mark that wishes for a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// Its middle.
    pub at: At,
    /// From its middle to its edge.
    pub radius: i32,
    /// Width of the name; nothing for a mark without.
    pub width: i32,
    /// Marks of a smaller number get their names first; equal ones in their order.
    pub rank: u32,
}

/// Which point of a name stands where it is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// Where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Placed {
    /// Position of the anchor, at the middle of the height.
    pub at: At,
    /// Which point stands there.
    pub anchor: Anchor,
    /// All that the name covers.
    pub room: Room,
}

/// The eight sides of a mark, the easiest to read first: right, left, above, below, then between.
const SIDES: [(i32, i32); 8] = [
    (1, 0),
    (-1, 0),
    (0, -1),
    (0, 1),
    (1, -1),
    (1, 1),
    (-1, -1),
    (-1, 1),
];

/// No frame.
const EVERYWHERE: Room = Room {
    left: i32::MIN,
    top: i32::MIN,
    right: i32::MAX,
    bottom: i32::MAX,
};

/// A place inside `frame` for the name of each mark, in their order; `None` where all sides are taken.
pub(super) fn place_names(marks: &[Mark], frame: &Room) -> Vec<Option<Placed>> {
    let around = |mark: &Mark| Room::around(mark.at, 2 * mark.radius, 2 * mark.radius);
    let mut taken = Taken {
        rooms: marks.iter().map(around).collect(),
        ..Taken::default()
    };
    let mut order: Vec<(usize, &Mark)> = marks.iter().enumerate().collect();
    sort_by_key(&mut order, |(_, mark)| mark.rank);
    let mut placed = vec![None; marks.len()];
    order.retain(|(_, mark)| mark.width > 0);
    for (index, mark) in &order {
        if let Some(slot) = placed.get_mut(*index) {
            *slot = find(&mut taken, mark, &EVERYWHERE);
        }
    }
    // Rooms that the frame cuts stay taken while others are looked for, so that the outcome for one
    // name does not depend on that for another further out.
    for (index, mark) in &order {
        if let Some(slot) = placed.get_mut(*index) {
            if slot.is_some_and(|it| !is_inside(&it.room, frame)) {
                *slot = find(&mut taken, mark, frame);
            }
        }
    }
    placed
}

/// The first free side of `mark` inside `frame`, which is taken by that.
fn find(taken: &mut Taken, mark: &Mark, frame: &Room) -> Option<Placed> {
    let found = SIDES
        .iter()
        .map(|&side| beside(mark, side))
        .find(|it| taken.leaves(&it.room, frame))?;
    taken.rooms.push(found.room);
    Some(found)
}

fn is_inside(room: &Room, frame: &Room) -> bool {
    room.left >= frame.left
        && room.right <= frame.right
        && room.top >= frame.top
        && room.bottom <= frame.bottom
}

/// The name of `mark` on one of its sides.
fn beside(mark: &Mark, (right, down): (i32, i32)) -> Placed {
    // At a corner the name begins nearer, where the round mark leaves room.
    let across = if down == 0 || right == 0 {
        mark.radius + GAP
    } else {
        mark.radius * 7 / 10 + GAP / 2
    };
    let below = match (right, down) {
        (0, _) => mark.radius + LINE / 2,
        _ => mark.radius * 7 / 10 + LINE / 2,
    };
    let at = (mark.at.0 + right * across, mark.at.1 + down * below);
    let (anchor, left) = match right {
        0 => (Anchor::Middle, at.0 - mark.width / 2),
        1 => (Anchor::Start, at.0),
        _ => (Anchor::End, at.0 - mark.width),
    };
    Placed {
        at,
        anchor,
        room: Room {
            left,
            top: at.1 - LINE / 2,
            right: left + mark.width,
            bottom: at.1 + LINE / 2,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::labels::width_of;
    use crate::chart::map::draw::on_sheet;
    use crate::chart::map::View;
    use crate::chart::Size;
    use crate::model::City;

    fn cities() -> Vec<City> {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/data/cities");
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|it| it.unwrap().path())
            .collect();
        files.sort();
        files
            .iter()
            .map(|it| serde_json::from_str(&std::fs::read_to_string(it).unwrap()).unwrap())
            .collect()
    }

    fn overlap(a: &Room, b: &Room) -> bool {
        a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
    }

    /// Marks of all cities in a view, named in their own script where `local`.
    fn marks(cities: &[City], view: View, size: Size, local: bool, radius: i32) -> Vec<Mark> {
        cities
            .iter()
            .map(|city| {
                let name = match city.name.local.first() {
                    Some(it) if local => &it.text,
                    _ => &city.name.en,
                };
                Mark {
                    at: on_sheet(city.location.lat, city.location.lon, view.scale(size)),
                    radius,
                    width: width_of(name, false),
                    rank: 0,
                }
            })
            .collect()
    }

    #[test]
    fn no_name_covers_a_name_or_a_mark_at_any_zoom() {
        let cities = cities();
        assert_eq!(cities.len(), 38);
        let mut named = Vec::new();
        for (width, height) in [(340, 280), (640, 520), (1100, 900), (1100, 500)] {
            let size = Size { width, height };
            for local in [false, true] {
                let mut view = View::WHOLE.kept_in(size);
                let mut count = 0;
                for _ in 0..60 {
                    for radius in [40, 55, 120] {
                        let marks = marks(&cities, view, size, local, radius);
                        let placed = place_names(&marks, &EVERYWHERE);
                        let rooms: Vec<Room> = placed.iter().flatten().map(|it| it.room).collect();
                        for (index, room) in rooms.iter().enumerate() {
                            for other in rooms.iter().skip(index + 1) {
                                assert!(!overlap(room, other), "{view:?} {room:?} {other:?}");
                            }
                            for mark in &marks {
                                let it = Room::around(mark.at, 2 * radius, 2 * radius);
                                assert!(!overlap(room, &it), "{view:?} {room:?} {mark:?}");
                            }
                        }
                        if radius == 40 {
                            count = rooms.len();
                        }
                    }
                    named.push(count);
                    view = view.zoomed(size, 1.06, 0.0, 0.0);
                }
                assert_eq!(count, 38, "all have names at the closest view");
            }
        }
        assert!(*named.iter().min().unwrap() >= 18, "{named:?}");
    }

    #[test]
    fn the_first_rank_is_named_first() {
        let mark = |x, rank| Mark {
            at: (x, 0),
            radius: 40,
            width: 3000,
            rank,
        };
        // So near each other that the sides of both are soon taken.
        let crowd: Vec<Mark> = (0..8)
            .map(|it| mark(it * 10, 8 - it.unsigned_abs()))
            .collect();
        let placed = place_names(&crowd, &EVERYWHERE);
        assert!(placed[7].is_some(), "{placed:?}");
        assert!(placed[0].is_none(), "{placed:?}");
        assert_eq!(
            place_names(&[mark(0, 0)], &EVERYWHERE)[0].unwrap().anchor,
            Anchor::Start
        );
        assert_eq!(
            place_names(
                &[Mark {
                    width: 0,
                    ..mark(0, 0)
                }],
                &EVERYWHERE
            ),
            [None]
        );
        assert!(place_names(&[], &EVERYWHERE).is_empty());
    }
}
