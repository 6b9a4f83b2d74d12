//! The country around the city: its figures, folded up until the reader opens one.

use std::sync::Arc;

use leptos::prelude::*;

use super::indicators::{notes, sources};
use super::people::by_role;
use super::Profile;
use crate::chart::from_indicator;
use crate::components::cite::Citations;
use crate::components::figure::{figure, Context};
use crate::components::live::block;
use crate::components::state::loaded;
use crate::i18n::{quantity, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut::CountryPage;
use crate::model::{Indicator, Lang};

/// The country's name.
pub(super) fn name(profile: &Profile) -> &'static str {
    profile.page.city.country.key().text(profile.lang)
}

pub(super) fn view(profile: &Profile) -> AnyView {
    let Profile {
        site, lang, page, ..
    } = profile;
    let (lang, country) = (*lang, page.city.country);
    loaded(
        site.country(country),
        lang,
        Key::FailedCountry,
        move |page: Arc<CountryPage>| content(lang, &page),
    )
}

fn content(lang: Lang, page: &Arc<CountryPage>) -> AnyView {
    let cites = Citations::new(lang, &format!("{}-", page.country.code()));
    let mut head = Markup::new();
    by_role(&mut head, &page.representatives, lang, &cites);
    head.el("p", "", Key::CountryLead.text(lang));
    let head = block("", head);
    let places = 0..page.indicators.len();
    let rows: Vec<AnyView> = places.map(|place| row(lang, page, place, &cites)).collect();
    let mut sources = Markup::new();
    sources.el("h3", "", Key::SourcesCountry.text(lang));
    cites.list(&mut sources, &page.sources);
    let sources = block("", sources);
    view! {
        {head}
        <div class="country-rows">{rows}</div>
        {sources}
    }
    .into_any()
}

/// One indicator: its newest value, and the chart once opened.
fn row(lang: Lang, page: &Arc<CountryPage>, place: usize, cites: &Citations) -> AnyView {
    let Some(indicator) = page.indicators.get(place) else {
        return ().into_any();
    };
    let context = Context {
        id: format!("country-{}", indicator.id),
        title: indicator.name.get(lang).to_owned(),
        notes: notes(indicator, lang),
        sources: sources(indicator),
        lang,
        cites: cites.clone(),
    };
    let latest = latest(indicator, lang);
    let page = Arc::clone(page);
    let country = page.country.key().text(lang);
    let chart = figure(context, move |size, id| {
        Some(from_indicator(
            page.indicators.get(place)?,
            country,
            lang,
            size,
            id,
        ))
    });
    let mut summary = Markup::new();
    summary
        .el("span", "", indicator.name.get(lang))
        .text(" ")
        .el("span", "latest", &latest);
    view! {
        <details>
            <summary inner_html=summary.finish()></summary>
            {chart}
        </details>
    }
    .into_any()
}

/// The newest value that is no projection, in words.
fn latest(indicator: &Indicator, lang: Lang) -> String {
    let measured = |year: i32| indicator.projection_from.is_none_or(|from| year < from);
    let points = indicator.series.iter().flat_map(|series| &series.points);
    points
        .filter(|point| measured(point.year))
        .max_by_key(|point| point.year)
        .map_or_else(
            || Key::Unknown.text(lang).to_owned(),
            |point| {
                let value = quantity(point.value, indicator.unit, lang);
                Key::ChartLatest.with2(lang, &value, &point.year.to_string())
            },
        )
}
