//! The head of the profile: names, the key facts and where the city lies.

use leptos::prelude::*;

use super::Profile;
use crate::components::facts::local_names;
use crate::components::map::{locator_map, Spot};
use crate::i18n::{number, quantity, Key, Named as _};
use crate::model::{Population, Unit};

pub(super) fn view(profile: &Profile) -> AnyView {
    let Profile { site, lang, page, cites } = profile;
    let (site, lang, city) = (*site, *lang, &page.city);
    let name = city.name.get(lang).to_owned();
    let admin = city.admin.get(lang).to_owned();
    let country = city.country.key().text(lang);
    let names = local_names(&city.name, lang);
    let names_cited = (!city.name.local.is_empty()).then(|| cites.cite(&city.name.sources));
    let population = match latest(&city.population) {
        Some(latest) => view! {
            <dd>
                <span class="big">{quantity_people(latest.value, lang)}</span>
                {cites.cite(&latest.sources)}
                <span class="fine">{latest.scope.get(lang).to_owned()} ", " {latest.year}</span>
            </dd>
        }
        .into_any(),
        None => view! { <dd>{Key::Unknown.text(lang)}</dd> }.into_any(),
    };
    let area = &city.area_km2;
    let scope = area.scope.as_ref().map(|scope| {
        view! { <span class="fine">{scope.get(lang).to_owned()}</span> }
    });
    let location = &city.location;
    let spot = Spot { name: name.clone(), href: None, lat: location.lat, lon: location.lon };
    let degrees = format!(
        "{}°, {}°",
        number(location.lat, lang),
        number(location.lon, lang)
    );
    view! {
        <p class="names">{names} {names_cited} <span>{admin} ", " {country}</span></p>
        <p class="lead">{Key::CityLead.with(lang, &name)}</p>
        <div class="head">
            <dl class="key-facts" aria-label=Key::KeyFacts.text(lang)>
                <div><dt>{Key::FactPopulation.text(lang)}</dt>{population}</div>
                <div>
                    <dt>{Key::FactArea.text(lang)}</dt>
                    <dd>
                        <span class="big">{quantity(area.value, Unit::SquareKilometres, lang)}</span>
                        {cites.cite(&area.sources)}
                        {scope}
                    </dd>
                </div>
                <div>
                    <dt>{Key::FactJoined.text(lang)}</dt>
                    <dd><span class="big">{city.joined.year}</span>{cites.cite(&city.joined.sources)}</dd>
                </div>
                <div>
                    <dt>{Key::FactProjects.text(lang)}</dt>
                    <dd><a class="big" href="#projects" data-jump="projects">{city.projects.len()}</a></dd>
                </div>
                <div class="wide">
                    <dt>{Key::FactLocation.text(lang)}</dt>
                    <dd>{degrees}{cites.cite(&location.sources)}</dd>
                </div>
            </dl>
            {locator_map(site, lang, city.country, spot)}
        </div>
    }
    .into_any()
}

/// The newest figure; of several of one year, the first in the file.
fn latest(population: &[Population]) -> Option<&Population> {
    population.iter().rev().max_by_key(|it| it.year)
}

fn quantity_people(value: u64, lang: crate::model::Lang) -> String {
    // Exact: no city comes near 2^53 people.
    #[allow(clippy::cast_precision_loss)]
    number(value as f64, lang)
}
