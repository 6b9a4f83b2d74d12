//! The country around the city: its figures, folded up until the reader opens one.

use std::sync::Arc;

use leptos::prelude::*;

use super::indicators::{notes, sources};
use super::Profile;
use crate::chart::from_indicator;
use crate::components::cite::Citations;
use crate::components::figure::{figure, Context};
use crate::components::state::loaded;
use crate::i18n::{quantity, Key, Named as _};
use crate::model::cut::CountryPage;
use crate::model::{Indicator, Lang};

/// The country's name.
pub(super) fn name(profile: &Profile) -> &'static str {
    profile.page.city.country.key().text(profile.lang)
}

pub(super) fn view(profile: &Profile) -> AnyView {
    let Profile { site, lang, page, .. } = profile;
    let (lang, country) = (*lang, page.city.country);
    loaded(site.country(country), lang, Key::FailedCountry, move |page: Arc<CountryPage>| {
        content(lang, &page)
    })
}

fn content(lang: Lang, page: &Arc<CountryPage>) -> AnyView {
    let cites = Citations::new(lang, &format!("{}-", page.country.code()));
    let rows = (0..page.indicators.len())
        .map(|place| row(lang, page, place, &cites))
        .collect_view();
    view! {
        <p>{Key::CountryLead.text(lang)}</p>
        <div class="country-rows">{rows}</div>
        <h3>{Key::SourcesCountry.text(lang)}</h3>
        {cites.list(&page.sources)}
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
        from_indicator(page.indicators.get(place)?, country, lang, size, id)
    });
    view! {
        <details>
            <summary>
                <span>{indicator.name.get(lang).to_owned()}</span>
                " "
                <span class="latest">{latest}</span>
            </summary>
            {chart}
        </details>
    }
    .into_any()
}

/// The newest value that is no projection, in words.
fn latest(indicator: &Indicator, lang: Lang) -> String {
    let measured = |year: i32| indicator.projection_from.is_none_or(|from| year < from);
    let points = indicator.series.iter().flat_map(|series| &series.points);
    points.filter(|point| measured(point.year)).max_by_key(|point| point.year).map_or_else(
        || Key::Unknown.text(lang).to_owned(),
        |point| {
            let value = quantity(point.value, indicator.unit, lang);
            Key::ChartLatest.with2(lang, &value, &point.year.to_string())
        },
    )
}
