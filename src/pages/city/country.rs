//! The country around the city: its figures, folded up until the reader opens one.

use std::sync::Arc;

use leptos::prelude::*;

use super::indicators::{explore, notes, sources};
use super::people::by_role;
use super::Profile;
use crate::app::Site;
use crate::chart::from_indicator;
use crate::components::cite::Citations;
use crate::components::figure::{figure, Context};
use crate::components::part::Part;
use crate::components::state::loaded;
use crate::components::take::Data;
use crate::i18n::{quantity, Key, Named as _};
use crate::model::cut::{CityPage, CountryPage};
use crate::model::{Indicator, Lang, Sources};
use crate::route::Route;
use crate::widget::Widget;

/// The country's name.
pub(super) fn name(profile: &Profile) -> &'static str {
    profile.page.city.country.key().text(profile.lang)
}

pub(super) fn write(part: &mut Part, profile: &Profile) {
    let Profile {
        site, lang, page, ..
    } = profile;
    let (site, lang, country) = (*site, *lang, page.city.country);
    let page = Arc::clone(page);
    part.island("", move || {
        loaded(
            site.country(country),
            lang,
            Key::FailedCountry,
            move |country: Arc<CountryPage>| content(site, lang, &page, &country),
        )
    });
}

fn content(site: Site, lang: Lang, city: &CityPage, page: &Arc<CountryPage>) -> AnyView {
    let cites = Citations::new(lang, &[page.country.code(), "-"].concat());
    let mut part = Part::new();
    // Whom the city's own list names already stands further up.
    let mut others = page.representatives.clone();
    others.retain(|it| !city.city.officers.iter().any(|own| own.name == it.name));
    by_role(&mut part, &others, lang, &cites);
    let own = site.href(lang, Route::Country(page.country));
    let words = Key::GoToState.with(lang, page.country.key().text(lang));
    part.el("p", "", Key::CountryLead.text(lang));
    part.open("p", "way").link("", &own, &words).close();
    part.open("div", "country-rows");
    #[cfg(not(feature = "csr"))]
    {
        // On the host a folded chart is not drawn for each city of the country: it stands on the
        // country's own page, with its sources.
        for indicator in &page.indicators {
            folded(&mut part, indicator, lang);
            part.open("p", "").link("", &own, &words).close().close();
        }
        open_sources(&mut part, lang);
        cites.list_cited(&mut part, &page.sources);
        part.view("")
    }
    #[cfg(feature = "csr")]
    {
        for (place, indicator) in page.indicators.iter().enumerate() {
            folded(&mut part, indicator, lang);
            chart(&mut part, (site, lang), page, indicator, place, &cites);
            part.close();
        }
        open_sources(&mut part, lang);
        cites.list(&mut part, &page.sources);
        part.view_folded()
    }
}

/// Closes the rows and opens the sources: folded up, because on a phone they are a dozen screens
/// between the country's figures and the sources of the city's own.
fn open_sources(part: &mut Part, lang: Lang) {
    part.close()
        .open("details", "home-sources")
        .el("summary", "", Key::SourcesCountry.text(lang));
}

/// Opens what is folded up under the name of an indicator and its newest value.
fn folded(part: &mut Part, indicator: &Indicator, lang: Lang) {
    part.open("details", "")
        .open("summary", "")
        .el("span", "", indicator.name.get(lang))
        .text(" ")
        .el("span", "latest", &latest(indicator, lang))
        .close();
}

/// The chart of an indicator, drawn once it is opened.
pub(in crate::pages) fn chart(
    part: &mut Part,
    (site, lang): (Site, Lang),
    page: &Arc<CountryPage>,
    indicator: &Indicator,
    place: usize,
    cites: &Citations,
) {
    let context = Context {
        id: ["country-", &indicator.id].concat(),
        title: indicator.name.get(lang).to_owned(),
        level: "h3",
        notes: notes(indicator, lang),
        sources: sources(indicator),
        explore: explore(site, lang, &indicator.id, &[page.country.code()]),
        widget: Some(Widget::chart(&indicator.id, &[page.country.code()])),
        lang,
        cites: cites.clone(),
        site,
        data: (Arc::clone(page) as Arc<dyn Data>, place),
    };
    let page = Arc::clone(page);
    let country = page.country.key().text(lang);
    figure(part, context, move |size, id| {
        Some(from_indicator(
            page.indicators.get(place)?,
            country,
            lang,
            size,
            id,
        ))
    });
}

impl Data for CountryPage {
    fn sources(&self) -> &Sources {
        &self.sources
    }

    fn indicator(&self, at: usize) -> Option<&Indicator> {
        self.indicators.get(at)
    }
}

/// The newest value that is no projection, in words.
pub(in crate::pages) fn latest(indicator: &Indicator, lang: Lang) -> String {
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
