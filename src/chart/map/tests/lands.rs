//! The lands: whole, small, fitting together, and where the cities are.

use super::{cities, coarse, fine};
use crate::geo::inside::{distance, is_inside};
use crate::geo::{sheet, Ring};
use crate::model::cut_map::{Land, MapLands};
use crate::model::Country;

/// The rings of a path, read as SVG says, in units of the lands.
fn rings(path: &str) -> Vec<Ring> {
    let ring = |text: &str| {
        let text = text.strip_prefix('M').unwrap();
        let mut numbers: Vec<i32> = Vec::new();
        for part in text.split([' ', 'l']) {
            let mut start = 0;
            for (at, _) in part.match_indices('-').chain([(part.len(), "")]) {
                if at > start {
                    numbers.push(part[start..at].parse().unwrap());
                }
                start = at;
            }
        }
        let (mut x, mut y) = (0, 0);
        numbers
            .chunks(2)
            .map(|step| {
                (x, y) = (x + step[0], y + step[1]);
                [f64::from(x), f64::from(y)]
            })
            .collect()
    };
    path.split_terminator('z').map(ring).collect()
}

fn land<'l>(lands: &'l MapLands, code: &str) -> &'l Land {
    lands.lands.iter().find(|it| it.code == code).unwrap()
}

fn rings_of(land: &Land) -> Vec<Ring> {
    land.parts.iter().flat_map(|it| rings(&it.path)).collect()
}

/// Cities whose point lies off the outline of their state, because a harbour town's point stands on
/// the shore and outlines at 1:10 million round the shore.
const ON_THE_SHORE: [&str; 2] = ["kota-kinabalu", "seberang-perai"];

#[test]
fn every_city_lies_in_its_state() {
    let lands = fine();
    let units = f64::from(lands.units);
    let mut ashore: Vec<String> = Vec::new();
    for city in cities() {
        let place = [city.location.lon, city.location.lat];
        let place = sheet::flat(place).map(|it| it * units);
        let state = rings_of(land(&lands, city.country.code()));
        if !is_inside(&state, place) {
            let kilometres = distance(&state, place) / units * 111.2;

            assert!(kilometres < 3.0, "{}: {kilometres} km off", city.id);
            ashore.push(city.id.clone());
        }
        for other in &lands.lands {
            let is_own = other.code == city.country.code();
            assert!(
                is_own || !is_inside(&rings_of(other), place),
                "{} in {}",
                city.id,
                other.code
            );
        }
    }
    assert_eq!(ashore, ON_THE_SHORE);
}

#[test]
fn lands_are_whole_and_their_boxes_hold_them() {
    for lands in [coarse(), fine()] {
        let mut corners = 0;
        for country in Country::ALL {
            let land = land(&lands, country.code());
            assert!(land.area > 0, "{country:?}");
            let middle = [f64::from(land.middle.0), f64::from(land.middle.1)];
            let rings = rings_of(land);
            // Where a state bends around its middle, the mark stands near it.
            let away = distance(&rings, middle) / f64::from(lands.units);
            assert!(
                is_inside(&rings, middle) || away < 1.0,
                "{country:?}: {away}"
            );
        }
        for part in lands.lands.iter().flat_map(|it| &it.parts) {
            assert!(part
                .path
                .bytes()
                .all(|it| b"MLlz -0123456789".contains(&it)));
            let all: Vec<_> = rings(&part.path).concat();
            corners += all.len();
            let reach = |axis: usize| {
                let values = || all.iter().map(|it| it[axis]);
                (
                    values().fold(f64::MAX, f64::min),
                    values().fold(f64::MIN, f64::max),
                )
            };
            let ends = |from: i32, to: i32| (f64::from(from), f64::from(to));
            assert_eq!(reach(0), ends(part.from.0, part.to.0));
            assert_eq!(reach(1), ends(part.from.1, part.to.1));
        }
        assert!(corners > 4_000, "{corners}");
    }
}

#[test]
fn neighbours_share_their_borders() {
    for (lands, least) in [(coarse(), 40), (fine(), 150)] {
        let corners = |code: &str| rings_of(land(&lands, code)).concat();
        for (one, other) in [
            ("THA", "LAO"),
            ("VNM", "LAO"),
            ("IDN", "MYS"),
            ("KHM", "VNM"),
        ] {
            let (one_side, other_side) = (corners(one), corners(other));
            let shared = one_side.iter().filter(|it| other_side.contains(it)).count();
            assert!(shared >= least / 2, "{one} {other}: {shared}");
        }
    }
}

#[test]
fn files_of_lands_stay_small() {
    let bytes = |lands: &MapLands| serde_json::to_vec(lands).unwrap().len();
    // 8.3 and 40.2 kB after brotli; the budgets are 12 and 90.
    assert!(bytes(&coarse()) <= 28_000);
    assert!(bytes(&fine()) <= 120_000);
}
