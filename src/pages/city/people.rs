//! Who leads: office holders as published, each as of a date.

use leptos::prelude::*;

use super::Profile;
use crate::i18n::{date, Key, Named as _};
use crate::model::{Officer, OfficerRole};

pub(super) fn view(profile: &Profile) -> AnyView {
    let lang = profile.lang;
    let officers = &profile.page.city.officers;
    if officers.is_empty() {
        return view! { <p class="empty">{Key::PeopleNone.text(lang)}</p> }.into_any();
    }
    [OfficerRole::Csco, OfficerRole::NationalRepresentative]
        .into_iter()
        .map(|role| {
            let mut held: Vec<&Officer> = officers.iter().filter(|it| it.role == role).collect();
            // The newest statement first; the sort keeps the file's order within a date.
            held.sort_by_key(|officer| std::cmp::Reverse(officer.as_of));
            let empty = held
                .is_empty()
                .then(|| view! { <p class="empty">{Key::Unknown.text(lang)}</p> });
            let rows = held.into_iter().map(|officer| row(profile, officer)).collect_view();
            view! {
                <h3>{role.key().text(lang)}</h3>
                {empty}
                <ul class="people">{rows}</ul>
            }
        })
        .collect_view()
        .into_any()
}

fn row(profile: &Profile, officer: &Officer) -> AnyView {
    let lang = profile.lang;
    view! {
        <li>
            <strong>{officer.name.clone()}</strong>
            ", "
            {officer.position.get(lang).to_owned()}
            " "
            <span class="fine">{Key::AsOf.with(lang, &date(officer.as_of, lang))}</span>
            {profile.cites.cite(&officer.sources)}
        </li>
    }
    .into_any()
}
