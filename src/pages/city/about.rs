//! About the city: the summary, its population by border and count, and where sources disagree.

use leptos::prelude::*;

use super::Profile;
use crate::i18n::{number, Key};
use crate::model::{Conflict, Lang, Population};

pub(super) fn view(profile: &Profile) -> AnyView {
    let lang = profile.lang;
    let city = &profile.page.city;
    let conflicts = (!city.conflicts.is_empty()).then(|| {
        let items = city
            .conflicts
            .iter()
            .map(|conflict| {
                view! { <li>{words(conflict, lang).to_owned()}{profile.cites.cite(&conflict.sources)}</li> }
            })
            .collect_view();
        view! { <h3>{Key::Conflicts.text(lang)}</h3> <ul>{items}</ul> }
    });
    view! {
        <p>{city.summary.get(lang).to_owned()}{profile.cites.cite(&city.summary_sources)}</p>
        {population(profile)}
        {conflicts}
    }
    .into_any()
}

/// A disagreement in `lang`.
pub(super) fn words(conflict: &Conflict, lang: Lang) -> &str {
    match lang {
        Lang::Id => &conflict.id,
        Lang::En => &conflict.en,
    }
}

/// Every count of people, grouped by border and way of counting.
fn population(profile: &Profile) -> AnyView {
    let lang = profile.lang;
    let mut all: Vec<&Population> = profile.page.city.population.iter().collect();
    if all.is_empty() {
        return ().into_any();
    }
    all.sort_by(|one, two| one.scope.cmp(&two.scope).then(one.year.cmp(&two.year)));
    let groups = all
        .chunk_by(|one, two| one.scope == two.scope)
        .map(|group| {
            let scope = group.first().map(|it| it.scope.get(lang).to_owned());
            let count = group.len();
            let rows = group
                .iter()
                .enumerate()
                .map(|(place, it)| {
                    // Exact: no city comes near 2^53 people.
                    #[allow(clippy::cast_precision_loss)]
                    let value = number(it.value as f64, lang);
                    let head = (place == 0).then(|| {
                        view! { <th scope="rowgroup" rowspan=count>{scope.clone()}</th> }
                    });
                    view! {
                        <tr>
                            {head}
                            <td>{it.year}</td>
                            <td class="number">{value}{profile.cites.cite(&it.sources)}</td>
                        </tr>
                    }
                })
                .collect_view();
            view! { <tbody>{rows}</tbody> }
        })
        .collect_view();
    view! {
        <h3>{Key::PopulationTitle.text(lang)}</h3>
        <p>{Key::PopulationLead.text(lang)}</p>
        <div class="table-wrap" tabindex="0" role="region" aria-label=Key::PopulationTitle.text(lang)>
            <table>{groups}</table>
        </div>
    }
    .into_any()
}
