//! About the city: the summary, its population by border and count, and where sources disagree.

use super::Profile;
use crate::components::cite::Citations;
use crate::components::facts::people;
use crate::components::part::Part;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::{Conflict, Lang};

pub(super) fn write(markup: &mut Part, profile: &Profile) {
    let Profile {
        lang, page, cites, ..
    } = profile;
    let (lang, city) = (*lang, &page.city);
    markup.open("p", "").text(city.summary.get(lang));
    cites.cite(markup, &city.summary_sources);
    markup.close();
    population(markup, profile);
    if !city.conflicts.is_empty() {
        markup.el("h3", "", Key::Conflicts.text(lang));
        conflicts(markup, &city.conflicts, lang, cites);
    }
}

/// Writes a list of disagreements.
pub(in crate::pages) fn conflicts(
    markup: &mut Markup,
    all: &[Conflict],
    lang: Lang,
    cites: &Citations,
) {
    markup.open("ul", "");
    for conflict in all {
        markup.open("li", "").text(words(conflict, lang));
        cites.cite(markup, &conflict.sources);
        markup.close();
    }
    markup.close();
}

/// A disagreement in `lang`.
pub(in crate::pages) fn words(conflict: &Conflict, lang: Lang) -> &str {
    match lang {
        Lang::Id => &conflict.id,
        Lang::En => &conflict.en,
    }
}

/// Writes every count of people, grouped by border and way of counting.
fn population(markup: &mut Markup, profile: &Profile) {
    let lang = profile.lang;
    let all = &profile.page.city.population;
    if all.is_empty() {
        return;
    }
    let title = Key::PopulationTitle.text(lang);
    markup
        .el("h3", "", title)
        .el("p", "", Key::PopulationLead.text(lang));
    let scrolls = [
        ("class", "table-wrap"),
        ("tabindex", "0"),
        ("role", "region"),
        ("aria-label", title),
    ];
    markup.open_with("div", &scrolls).open("table", "");
    // The file is sorted by scope, then by year (`atlas-data check`).
    for group in all.chunk_by(|one, two| one.scope == two.scope) {
        let rows = group.len().to_string();
        markup.open("tbody", "");
        for (place, it) in group.iter().enumerate() {
            markup.open("tr", "");
            if place == 0 {
                let head = [("scope", "rowgroup"), ("rowspan", rows.as_str())];
                markup.el_with("th", &head, it.scope.get(lang));
            }
            markup.el("td", "", &it.year.to_string());
            markup.open("td", "number").text(&people(it.value, lang));
            profile.cites.cite(markup, &it.sources);
            markup.close().close();
        }
        markup.close();
    }
    markup.close().close();
}
