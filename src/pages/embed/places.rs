//! The places of a chart, a figure or a comparison: each as a box that is ticked.

use leptos::prelude::*;

use super::Known;
use crate::components::live::{follow, live};
use crate::components::part::Part;
use crate::components::state::loaded;
use crate::i18n::Key;
use crate::model::cut::IndicatorPage;
use crate::platform;
use crate::route::{Compare, Embed, Route};
use crate::widget::Widget;

/// Marks the box of a place, with its slug or code.
const PLACE: &str = "data-place";

/// What can be ticked.
#[derive(Clone, PartialEq, Eq)]
enum Offer {
    /// Nothing: what is shown has no places of its own.
    None,
    /// Cities to compare.
    Cities,
    /// Places of an indicator, one or several.
    Of(String, bool),
}

/// Writes the choice.
pub(super) fn write(part: &mut Part, known: &Known) {
    let offer = {
        let known = known.clone();
        Memo::new(move |_| match known.widget() {
            Widget::Compare(_) => Offer::Cities,
            Widget::Figure { indicator, .. } => Offer::Of(indicator, true),
            Widget::Chart { indicator, .. } => Offer::Of(indicator, false),
            _ => Offer::None,
        })
    };
    let ticked = known.clone();
    let tick = move |event: web_sys::Event| {
        let place = platform::target(&event).and_then(|it| it.get_attribute(PLACE));
        if let Some(place) = place {
            let embed = ticked.with_place(&place);
            ticked.site.change(Route::Embed(embed));
            // What could not be ticked is not.
            show(&ticked);
        }
    };
    part.open_hearing("div", &[("class", "embed-places")], &["change"], tick);
    let offered = known.clone();
    part.island("", move || {
        live(move || {
            let known = offered.clone();
            match offer.get() {
                Offer::None => ().into_any(),
                Offer::Cities => {
                    let cities = known.cities.cities.iter().map(|it| it.id.clone());
                    boxes(&known, cities.collect(), false)
                }
                Offer::Of(id, one) => loaded(
                    known.site.indicator(&id),
                    known.lang,
                    Key::FailedIndicator,
                    move |page| boxes(&known, places_of(&page), one),
                ),
            }
        })
    });
    part.close();
}

/// The places with values, each once.
fn places_of(page: &IndicatorPage) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    for series in &page.indicator.series {
        if !places.contains(&series.place) {
            places.push(series.place.clone());
        }
    }
    places
}

fn boxes(known: &Known, places: Vec<String>, one: bool) -> AnyView {
    let lang = known.lang;
    let mut part = Part::new();
    part.open("fieldset", "")
        .el("legend", "", Key::EmbedPlaces.text(lang));
    if !one {
        let most = Widget::MOST.to_string();
        part.el("p", "fine", &Key::EmbedPlacesHint.with(lang, &most));
    }
    let kind = if one { "radio" } else { "checkbox" };
    part.open("div", "boxes");
    for place in places {
        let control = [("type", kind), ("name", "place"), (PLACE, place.as_str())];
        part.open("label", "")
            .void("input", &control)
            .text(" ")
            .text(&known.place(&place))
            .close();
    }
    let known = known.clone();
    part.island("", move || {
        follow(move || show(&known));
        ().into_any()
    });
    part.view("")
}

/// Ticks what is chosen.
fn show(known: &Known) {
    let chosen = chosen(&known.widget()).to_vec();
    let Some(page) = platform::element("content") else {
        return;
    };
    for control in platform::marked(&page, PLACE) {
        let place = control.get_attribute(PLACE).unwrap_or_default();
        platform::put(&control, "checked", &chosen.contains(&place).into());
    }
}

/// The places that a widget names.
fn chosen(widget: &Widget) -> &[String] {
    match widget {
        Widget::Figure { place, .. } => std::slice::from_ref(place),
        Widget::Chart { places, .. } => places,
        Widget::Compare(compare) => &compare.cities,
        _ => &[],
    }
}

impl Known {
    /// What is chosen once the box of a place is clicked.
    fn with_place(&self, place: &str) -> Embed {
        let mut embed = self.chosen();
        let widget = self.widget();
        let mut places: Vec<&str> = chosen(&widget).iter().map(String::as_str).collect();
        match places.iter().position(|it| *it == place) {
            Some(at) => drop(places.remove(at)),
            None => places.push(place),
        }
        embed.widget = Some(match widget {
            Widget::Figure { indicator, .. } => Widget::Figure {
                indicator,
                place: place.to_owned(),
            },
            Widget::Chart { ref indicator, .. } if places.len() <= Widget::MOST => Widget::Chart {
                indicator: indicator.clone(),
                places: places.iter().map(|it| (*it).to_owned()).collect(),
            },
            Widget::Compare(_) if (Compare::FEWEST..=Compare::MOST).contains(&places.len()) => {
                Widget::Compare(Compare::of(&places))
            }
            other => other,
        });
        embed
    }
}
