//! Views reached by long walks hold what they promise.

use super::*;

const SIZES: [Size; 5] = [
    Size {
        width: 340,
        height: 280,
    },
    Size {
        width: 340,
        height: 600,
    },
    Size {
        width: 640,
        height: 520,
    },
    Size {
        width: 1100,
        height: 500,
    },
    Size {
        width: 1,
        height: 1,
    },
];

/// Views reached by long walks of drags, zooms and steps, each with its size.
fn walked(mut check: impl FnMut(View, Size)) {
    let mut state = 11_u32;
    let mut next = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from((state >> 8) % below)
    };
    for size in SIZES {
        let mut view = View::WHOLE.kept_in(size);
        for _ in 0..2_000 {
            view = match whole(next(4)) {
                0 => view.dragged(size, next(900) - 450.0, next(900) - 450.0),
                1 => {
                    let (x, y) = (next(size.width), next(size.height));
                    view.zoomed(size, (next(200) + 40.0) / 100.0, x, y)
                }
                2 => view.stepped(MapStep::In, size, &[]),
                _ => view.dragged(size, next(20) - 10.0, next(20) - 10.0),
            };
            check(view, size);
        }
    }
}

#[test]
fn a_view_survives_its_address() {
    let mut seen = 0;
    walked(|view, _| {
        assert_eq!(View::parse(&view.to_text()), Some(view), "{view:?}");
        seen += usize::from(view.lat < 0);
    });
    assert!(seen > 100, "{seen} south of the equator");
    assert_eq!(View::WHOLE.to_text(), "8.65,116.275,1");
    let view = View {
        lat: -8_050,
        lon: 101_000,
        zoom: 1_205,
    };
    assert_eq!(view.to_text(), "-8.05,101,12.05");
}

#[test]
fn nonsense_is_no_view() {
    for text in [
        "",
        ",",
        ",,",
        "1,2",
        "1,2,",
        "1,2,3,4",
        "a,b,c",
        "1.,2,3",
        ".5,2,3",
        "1.2345,2,3",
        "1,2,0.5",
        "1,2,32.01",
        "1,2,33",
        "91,2,3",
        "1,181,3",
        "--1,2,3",
        "1,2,-3",
        "1e1,2,3",
        "99999999999,2,3",
        "1,2,99999999",
        "+1,2,3",
        " 1,2,3",
        "-,2,3",
        "1..2,2,3",
        "١,2,3",
    ] {
        assert_eq!(View::parse(text), None, "{text:?}");
    }
    assert!(View::parse("-0.5,100,32").is_some());
}

#[test]
fn nothing_beyond_the_sheet_shows_that_need_not() {
    walked(|view, size| {
        let ((left, top), scale) = (view.corner(size), view.scale(size));
        let (width, height) = dimensions(size);
        for (low, length, whole) in [
            (left, width / scale, sheet::WIDTH),
            (top, height / scale, sheet::HEIGHT),
        ] {
            if length >= whole {
                assert!((low + length / 2.0 - whole / 2.0).abs() < 2e-3);
            } else {
                assert!(
                    low > -2e-3 && low + length < whole + 2e-3,
                    "{view:?} {size:?}"
                );
            }
        }
        assert_eq!(view.kept_in(size), view);
        assert!((1.0..=32.0).contains(&view.zoom()));
    });
}

#[test]
fn the_place_under_the_fingers_stays_there() {
    let mut held = 0;
    walked(|view, size| {
        let (x, y) = (f64::from(size.width) * 0.3, f64::from(size.height) * 0.6);
        let (lat, lon) = view.under(size, x, y);
        let closer = view.zoomed(size, 1.7, x, y);
        let (to_x, to_y) = closer.place(size, lat, lon);
        // Where the sheet ends, the view gives way.
        let free = View {
            lat: view.lat,
            ..closer
        }
        .kept_in(size)
        .lon == closer.lon;
        let scale = closer.scale(size);
        let (wide, high) = (
            f64::from(size.width) / view.scale(size) < sheet::WIDTH,
            f64::from(size.height) / view.scale(size) < sheet::HEIGHT,
        );
        if free && wide && high {
            assert!(
                (to_x - x).abs() <= scale * 1.1e-3 + 1e-6,
                "{view:?} {size:?}"
            );
            assert!(
                (to_y - y).abs() <= scale * 1.1e-3 + 1e-6,
                "{view:?} {size:?}"
            );
            held += 1;
        }
    });
    assert!(held > 5_000, "{held}");
}

#[test]
fn a_drag_moves_places_with_the_pointer() {
    let size = SIZES[2];
    let view = View {
        zoom: 400,
        ..View::WHOLE
    };
    let before = view.place(size, 3.0, 110.0);
    let after = view.dragged(size, 37.0, -21.0).place(size, 3.0, 110.0);
    assert!(
        (after.0 - before.0 - 37.0).abs() < 0.06,
        "{before:?} {after:?}"
    );
    assert!(
        (after.1 - before.1 + 21.0).abs() < 0.06,
        "{before:?} {after:?}"
    );
    let (lat, lon) = view.under(size, before.0, before.1);
    assert!((lat - 3.0).abs() < 1e-9 && (lon - 110.0).abs() < 1e-9);
}

#[test]
fn steps_go_where_they_say() {
    let size = SIZES[2];
    let view = View {
        zoom: 800,
        ..View::WHOLE
    };
    let to = |step| view.stepped(step, size, &[]);
    assert!(to(MapStep::West).lon < view.lon && to(MapStep::West).lat == view.lat);
    assert!(to(MapStep::East).lon > view.lon);
    assert!(to(MapStep::North).lat > view.lat && to(MapStep::North).lon == view.lon);
    assert!(to(MapStep::South).lat < view.lat);
    assert_eq!(to(MapStep::West).stepped(MapStep::East, size, &[]), view);
    assert_eq!((to(MapStep::In).zoom, to(MapStep::Out).zoom), (1600, 400));
    assert_eq!(to(MapStep::Whole), View::WHOLE);
    assert!(!View::WHOLE.can_step(MapStep::Out) && View::WHOLE.can_step(MapStep::In));
    let closest = to(MapStep::In).stepped(MapStep::In, size, &[]);
    let aside = closest.under(size, 10.0, 10.0);
    assert_eq!(closest.stepped(MapStep::In, size, &[aside]), closest);
    assert!(!closest.can_step(MapStep::In) && closest.can_step(MapStep::Out));
}

#[test]
fn places_that_are_fitted_are_seen() {
    let all = [(-8.65, 115.2), (21.97, 96.1), (7.07, 125.6), (16.9, 121.8)];
    for size in &SIZES[..4] {
        for count in 1..=all.len() {
            let places = &all[..count];
            let view = View::fitting(places, *size, 20);
            for &(lat, lon) in places {
                let (x, y) = view.place(*size, lat, lon);
                assert!(
                    (19.0..f64::from(size.width) - 19.0).contains(&x),
                    "{view:?}"
                );
                assert!(
                    (19.0..f64::from(size.height) - 19.0).contains(&y),
                    "{view:?}"
                );
            }
            // No closer view would do, unless it is as close as a single place is shown.
            let closer = View {
                zoom: view.zoom * 11 / 10,
                ..view
            };
            let is_seen = |&(lat, lon): &(f64, f64)| {
                let (x, y) = closer.place(*size, lat, lon);
                (20.0..f64::from(size.width) - 20.0).contains(&x)
                    && (20.0..f64::from(size.height) - 20.0).contains(&y)
            };
            assert!(view.zoom == NEAR || !places.iter().all(is_seen) || view.zoom == WHOLE);
        }
        assert_eq!(View::fitting(&[], *size, 0).zoom, WHOLE);
    }
}

#[test]
fn detail_comes_with_closeness() {
    for size in SIZES {
        let mut last = MapDetail::Coarse;
        for zoom in WHOLE..=CLOSEST {
            let detail = View {
                zoom,
                ..View::WHOLE
            }
            .detail(size);
            assert!(last == MapDetail::Coarse || detail == MapDetail::Fine);
            last = detail;
        }
        assert_eq!(View::WHOLE.detail(size), MapDetail::Coarse);
        assert_eq!(last == MapDetail::Fine, size.width > 1);
    }
}

/// Cities of the network at its ends and in its midst, around much sea.
const CITIES: [(f64, f64); 7] = [
    (21.975, 96.083),
    (21.028, 105.854),
    (14.599, 120.984),
    (5.98, 116.073),
    (1.29, 103.85),
    (-8.556, 125.56),
    (-6.208, 106.846),
];

#[test]
fn steps_closer_keep_a_city_in_sight() {
    for size in SIZES {
        for count in 1..=CITIES.len() {
            let places = &CITIES[..count];
            let mut view = View::fitting(places, size, 44);
            while view.can_step(MapStep::In) {
                view = view.stepped(MapStep::In, size, places);
                let seen = places.iter().filter(|it| view.shows(size, **it)).count();
                assert!(seen > 0, "{view:?} {size:?} {count}");
            }
        }
    }
    walked(|view, size| {
        let Some(place) = CITIES.iter().find(|it| view.shows(size, **it)) else {
            return;
        };
        let closer = view.stepped(MapStep::In, size, &[*place]);
        assert!(closer.shows(size, *place), "{view:?} {size:?} {place:?}");
    });
}
