//! Small facts: status, focus areas, periods, local names.

use leptos::prelude::*;

use crate::i18n::{date, list, Key, Named as _};
use crate::model::{CityName, FocusArea, Lang, PartialDate, ProjectStatus};

/// A status with its mark: the word says it, the shape of the mark repeats it without colour.
pub fn status(status: ProjectStatus, lang: Lang) -> AnyView {
    let shape = match status {
        ProjectStatus::Planned => "○",
        ProjectStatus::Ongoing => "◐",
        ProjectStatus::Completed => "●",
        ProjectStatus::Unknown => "◌",
    };
    let class = match status {
        ProjectStatus::Planned => "status planned",
        ProjectStatus::Ongoing => "status ongoing",
        ProjectStatus::Completed => "status completed",
        ProjectStatus::Unknown => "status unknown",
    };
    view! {
        <span class=class><span aria-hidden="true">{shape}</span> " " {status.key().text(lang)}</span>
    }
    .into_any()
}

/// Focus areas as a list in words.
#[must_use]
pub fn focus_areas(focus: &[FocusArea], lang: Lang) -> String {
    let names: Vec<&str> = focus.iter().map(|area| area.key().text(lang)).collect();
    list(&names, lang)
}

/// A period in words: "since July 2018", "2018 to 2020"; empty when nothing is known.
#[must_use]
pub fn period(start: Option<PartialDate>, end: Option<PartialDate>, lang: Lang) -> String {
    match (start, end) {
        (Some(start), Some(end)) if start == end => date(start, lang),
        (Some(start), Some(end)) => Key::FromTo.with2(lang, &date(start, lang), &date(end, lang)),
        (Some(start), None) => Key::FromDate.with(lang, &date(start, lang)),
        (None, Some(end)) => Key::UntilDate.with(lang, &date(end, lang)),
        (None, None) => String::new(),
    }
}

/// The names in local languages that differ from the name shown, each in its language and direction.
pub fn local_names(name: &CityName, lang: Lang) -> AnyView {
    name.local
        .iter()
        .filter(|local| local.text != name.get(lang))
        .map(|local| {
            view! { <bdi lang=local.lang.clone() class="local-name">{local.text.clone()}</bdi> " " }
        })
        .collect_view()
        .into_any()
}

/// "1 project", "5 projects".
#[must_use]
pub fn count_projects(count: u32, lang: Lang) -> String {
    let key = if count == 1 { Key::ProjectsOne } else { Key::ProjectsMany };
    key.with(lang, &count.to_string())
}
