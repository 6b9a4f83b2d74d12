//! The map of the network: every city, every zoom.

use super::*;

#[test]
fn names_stay_beside_their_marks_while_the_map_moves() {
    let (lands, cities) = (coarse(), cities());
    let places = places(&cities);
    let size = Size {
        width: 640,
        height: 520,
    };
    // Each seen city with the place of its name beside its mark, in tenths.
    let beside = |view: View| -> Vec<(String, i64, i64)> {
        let svg = live(&lands, &places, view, size);
        let all = elements(&svg);
        let mut found = Vec::new();
        for (index, it) in all.iter().enumerate().filter(|it| it.1.has_class("spot")) {
            let (x, y) = (it.number("cx"), it.number("cy"));
            // Near the frame a name may have to give way.
            if let Some(name) = all.get(index + 1).filter(|it| {
                it.name == "text" && (150.0..490.0).contains(&x) && (60.0..460.0).contains(&y)
            }) {
                #[allow(clippy::cast_possible_truncation)]
                let tenths = |value: f64| (value * 10.0).round() as i64;
                found.push((
                    name.text.clone(),
                    tenths(name.number("x") - x),
                    tenths(name.number("y") - it.number("cy")),
                ));
            }
        }
        found
    };
    for zoom in ["1.5", "3.7", "9"] {
        let view = View::parse(&["3,105,", zoom].concat())
            .unwrap()
            .kept_in(size);
        let first = beside(view);
        assert!(!first.is_empty());
        for (dx, dy) in [
            (1.0, 0.0),
            (-6.0, 3.5),
            (13.7, -8.2),
            (20.0, 9.0),
            (0.3, 0.3),
        ] {
            let moved = beside(view.dragged(size, dx, dy));
            let both = first
                .iter()
                .filter(|it| moved.iter().any(|other| it.0 == other.0));
            for it in both {
                assert!(moved.contains(it), "{zoom} {dx} {dy}: {it:?} {moved:?}");
            }
        }
    }
}

#[test]
fn the_map_of_the_network_leads_to_every_city() {
    let (coarse, fine, cities) = (coarse(), fine(), cities());
    let places = places(&cities);
    for width in [340, 640, 1100] {
        let size = map_size(width);
        let mut view = View::WHOLE;
        loop {
            let lands = if view.detail(size) == MapDetail::Fine {
                &fine
            } else {
                &coarse
            };
            let svg = live(lands, &places, view, size);
            let all = elements(&svg);
            check_texts(&all, size);
            let links: Vec<&Element> = all.iter().filter(|it| it.name == "a").collect();
            if view == View::WHOLE {
                assert_eq!(links.len(), 38);
                let codes = Country::ALL.len();
                assert_eq!(
                    all.iter()
                        .filter(|it| it.name == "path"
                            && (it.has_class("member") || it.has_class("home")))
                        .count(),
                    codes
                );
            }
            for place in &places {
                let (x, y) = view.place(size, place.lat, place.lon);
                let is_seen = (0.5..f64::from(size.width) - 0.5).contains(&x)
                    && (0.5..f64::from(size.height) - 0.5).contains(&y);
                let link = links.iter().find(|it| it.get("href") == place.href);
                assert!(link.is_some() || !is_seen, "{} {view:?}", place.name);
                if let Some(link) = link {
                    assert_eq!(link.get("aria-label"), place.name);
                    let spot = all.iter().filter(|it| it.has_class("spot"));
                    let near = |it: &Element| (it.number("cx") - x).hypot(it.number("cy") - y);
                    assert!(
                        spot.map(near).fold(f64::MAX, f64::min) < 0.2,
                        "{}",
                        place.name
                    );
                }
            }
            if !view.can_step(MapStep::In) {
                break;
            }
            view = view.zoomed(
                size,
                1.5,
                f64::from(width) * 0.35,
                f64::from(size.height) * 0.7,
            );
        }
    }
}

#[test]
fn names_and_addresses_are_escaped() {
    let lands = coarse();
    let place = MapPlace {
        name: "<Cần & \"Thơ\">",
        name_lang: "vi",
        href: "a\"b",
        lat: 10.0,
        lon: 105.7,
        rank: 0,
        is_here: true,
    };
    let svg = live(
        &lands,
        std::slice::from_ref(&place),
        View::WHOLE,
        Size::WIDE,
    );
    let all = elements(&svg);
    let link = all.iter().find(|it| it.name == "a").unwrap();
    assert_eq!((link.get("href"), link.get("lang")), ("a\"b", "vi"));
    assert!(link.has_class("here"));
    assert_eq!(link.get("aria-label"), place.name);
    let text = all.iter().find(|it| it.name == "text").unwrap();
    assert_eq!(text.text, place.name);
    let nowhere = MapPlace { href: "", ..place };
    let svg = live(&lands, &[nowhere], View::WHOLE, Size::WIDE);
    assert!(elements(&svg).iter().all(|it| it.name != "a"));
}

#[test]
fn what_lies_outside_the_frame_is_not_written() {
    let fine = fine();
    let size = Size::WIDE;
    let whole = live(&fine, &[], View::WHOLE, size).len();
    let near = View::fitting(&[(1.3, 103.8)], size, 0);
    let part = live(&fine, &[], near, size);
    assert!(part.len() * 2 < whole, "{} of {whole}", part.len());
    let codes = |svg: &str| elements(svg).iter().filter(|it| it.name == "path").count();
    assert!(
        codes(&part) <= 4,
        "Indonesia, Malaysia, Singapore, perhaps Thailand"
    );
    let west = View::fitting(&[(16.8, 96.2)], size, 0);
    let west = codes(&live(&fine, &[], west, size));
    assert!(
        west <= 5,
        "Myanmar and lands whose boxes reach near it: {west}"
    );
}
