//! What moved: every series of the city as a chart, disagreeing sources in one.

use leptos::prelude::*;

use super::Profile;
use crate::chart::from_indicator;
use crate::components::figure::{figure, Context};
use crate::components::live::block;
use crate::i18n::{list, number, Key};
use crate::markup::Markup;
use crate::model::{Indicator, Lang, Scope};

pub(super) fn view(profile: &Profile) -> AnyView {
    let lang = profile.lang;
    let indicators = &profile.page.city.indicators;
    let charts = |around: bool| {
        let places = (0..indicators.len()).filter(|place| {
            let scope = indicators.get(*place).and_then(|indicator| indicator.scope);
            (scope == Some(Scope::Region)) == around
        });
        let charts: Vec<AnyView> = places.map(|place| chart(profile, place)).collect();
        let any = !charts.is_empty();
        (any, view! { <div class="charts">{charts}</div> }.into_any())
    };
    let (any, own) = charts(false);
    let mut lead = Markup::new();
    lead.el(
        "p",
        "",
        if any {
            Key::IndicatorsLead
        } else {
            Key::IndicatorsNone
        }
        .text(lang),
    );
    let mut parts = vec![block("", lead), own];
    let (any, around) = charts(true);
    if any {
        let mut head = Markup::new();
        head.el("h3", "", Key::RegionTitle.text(lang))
            .el("p", "", Key::RegionLead.text(lang));
        parts.extend([block("", head), around]);
    }
    parts.into_any()
}

fn chart(profile: &Profile, place: usize) -> AnyView {
    let Profile {
        lang, page, cites, ..
    } = profile.clone();
    let Some(indicator) = page.city.indicators.get(place) else {
        return ().into_any();
    };
    let mut notes = notes(indicator, lang);
    let about = Some(indicator.id.as_str());
    notes.extend(
        page.city
            .conflicts
            .iter()
            .filter(|conflict| conflict.about.as_deref() == about)
            .map(|conflict| super::about::words(conflict, lang).to_owned()),
    );
    let context = Context {
        id: format!("chart-{}", indicator.id),
        title: indicator.name.get(lang).to_owned(),
        notes,
        sources: sources(indicator),
        lang,
        cites,
    };
    let page = page.clone();
    figure(context, move |size, id| {
        let indicator = page.city.indicators.get(place)?;
        Some(from_indicator(
            indicator,
            page.city.name.get(lang),
            lang,
            size,
            id,
        ))
    })
}

/// What a reader must know of an indicator beside its name.
pub(super) fn notes(indicator: &Indicator, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    notes.extend(
        indicator
            .description
            .as_ref()
            .map(|text| text.get(lang).to_owned()),
    );
    let mut areas: Vec<&str> = indicator
        .series
        .iter()
        .filter_map(|series| Some(series.area.as_ref()?.get(lang)))
        .collect();
    areas.dedup();
    if !areas.is_empty() {
        notes.push(format!("{}.", areas.join("; ")));
    }
    if indicator.derived {
        notes.push(Key::ChartDerived.text(lang).to_owned());
    }
    if let Some(original) = &indicator.original_source {
        notes.push(Key::ChartOriginal.with(lang, original));
    }
    if !indicator.cities_ranked.is_empty() {
        let counts: Vec<String> = indicator
            .cities_ranked
            .iter()
            .map(|(year, count)| format!("{} ({year})", number(f64::from(*count), lang)))
            .collect();
        notes.push(Key::ChartRanked.with(lang, &list(&counts, lang)));
    }
    notes
}

/// The sources of every point, each once.
pub(super) fn sources(indicator: &Indicator) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for series in &indicator.series {
        for key in series
            .points
            .iter()
            .flat_map(|point| series.sources_of(point))
        {
            if !keys.contains(key) {
                keys.push(key.clone());
            }
        }
    }
    keys
}
