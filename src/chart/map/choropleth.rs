//! A choropleth: member states shaded by their values of one year.

use crate::chart::figure::Figure;
use crate::i18n::Named;
use crate::model::Country;

use super::classes::Classes;
use super::draw::{Ground, LandLook};
use super::legend::{define_hatch, entries, hatch, shade_class, shades};
use super::shown::{figure, year, MapFigureSpec};
use super::view::View;
use super::words::words;

/// Draws the member states, each in the shade of its value; one without a value of the year is
/// hatched, never shaded like a low value. Other lands are there for orientation alone.
///
/// An element of a state with a value carries `data-point`, the index of its point in
/// [`Figure::points`]: the state under a pointer, which the nearest point is not always.
#[must_use]
pub fn choropleth(spec: &MapFigureSpec) -> Figure {
    let states = Country::ALL.map(|it| (it.code(), it.key().text(spec.lang)));
    let mut year = year(spec, &states);
    for shown in &mut year.places {
        // By one name on every map, whatever the caller says.
        if let Some((_, name)) = states.iter().find(|it| it.0 == shown.place) {
            shown.name = name;
        }
    }
    let classes = Classes::of(&year.all, spec.range);
    let view = View::WHOLE;
    let ground = Ground {
        lands: spec.lands,
        view,
        size: spec.map_size(),
    };
    let unknown = LandLook {
        class: "hatched".to_owned(),
        fill: hatch(spec.id),
        point: None,
    };
    let look = |code: &str| {
        let place = year.places.iter().position(|it| it.place == code);
        let value = place.and_then(|it| year.places.get(it)?.value());
        match value.and_then(|it| classes.class(it)) {
            // Places with values come first, so that the place is the point as well.
            Some(class) => LandLook {
                class: shade_class("land", &classes, class),
                fill: String::new(),
                point: place,
            },
            None if place.is_some() => unknown.clone(),
            None => LandLook::plain(code, None),
        }
    };
    let mut out = String::new();
    let has_unknown = year.places.iter().any(|it| it.values.is_empty());
    if has_unknown {
        define_hatch(&mut out, spec.id);
    }
    ground.draw(&mut out, &look);
    shades(&mut out, spec, &classes, has_unknown.then_some(&unknown));
    let middle = |code: &str| {
        let land = spec.lands.lands.iter().find(|it| it.code == code);
        land.map(|it| ground.middle(it)).unwrap_or_default()
    };
    let at: Vec<_> = year.places.iter().map(|it| middle(it.place)).collect();
    let words = words(spec.lang);
    let legend = entries(spec, &classes, has_unknown);
    figure(
        spec,
        &year,
        &out,
        &at,
        (words.state(), words.states()),
        legend,
    )
}
