//! How many projects there are: numbers that lead to their lists.

use super::LIST;
use crate::app::Site;
use crate::components::facts::{meter, status};
use crate::components::part::Part;
use crate::i18n::{Key, Named as _};
use crate::markup::Markup;
use crate::model::cut_projects::ProjectIndex;
use crate::model::{FocusArea, Lang, ProjectStatus};
use crate::platform;
use crate::route::{ProjectList, Route};
use crate::search::{keeps, project_rows, ProjectRow};

/// Marks the links from a number to its list.
const COUNTED: &str = "data-counted";

/// Opens what is around the counts: whoever follows one of their links stays on the page and is
/// taken to the list.
pub(super) fn open(part: &mut Part) {
    part.open_hearing("div", &[], &["click"], |event| {
        let counted = platform::target(&event).is_some_and(|it| it.has_attribute(COUNTED));
        if counted {
            // The links of the page are followed by the window, after this.
            platform::next_frame(move || {
                if event.default_prevented() {
                    platform::scroll_into_view(LIST);
                }
            });
        }
    });
}

/// Writes the link from a count to its list; of nothing there is none. `what` says what is counted.
pub(super) fn number(
    markup: &mut Markup,
    site: Site,
    lang: Lang,
    count: usize,
    list: ProjectList,
    what: &str,
) {
    let words = count.to_string();
    if count == 0 {
        markup.el("span", "none", &words);
        return;
    }
    let href = site.href(lang, Route::Projects(list));
    let label = [&words, ": ", what].concat();
    let attributes = [("href", &*href), ("aria-label", &label), (COUNTED, "1")];
    markup.el_with("a", &attributes, &words);
}

/// Writes the number of all projects, and of those of each status.
pub(super) fn figures(markup: &mut Markup, site: Site, lang: Lang, index: &ProjectIndex) {
    let rows = project_rows(index);
    markup.open("dl", "figures statuses");
    let all = Key::ProjectsAll.text(lang);
    markup.open("div", "").el("dt", "", all).open("dd", "");
    number(markup, site, lang, rows.len(), ProjectList::default(), all);
    markup.close().close();
    for it in ProjectStatus::ALL {
        let list = of_status(&ProjectList::default(), it);
        markup.open("div", "").open("dt", "");
        status(markup, it, lang);
        markup.close().open("dd", "");
        let words = it.key().text(lang);
        number(markup, site, lang, count(&rows, &list), list, words);
        markup.close().close();
    }
    markup.close();
}

fn of_status(list: &ProjectList, status: ProjectStatus) -> ProjectList {
    ProjectList {
        status: Some(status),
        ..list.clone()
    }
}

fn count(rows: &[ProjectRow], list: &ProjectList) -> usize {
    rows.iter().filter(|row| keeps(list, row)).count()
}

/// Writes the tables.
pub(super) fn write(markup: &mut Markup, site: Site, lang: Lang, index: &ProjectIndex) {
    let rows = project_rows(index);
    let several = rows.iter().filter(|it| it.project.focus.len() > 1).count();
    markup
        .el("p", "", Key::ProjectsCountsLead.text(lang))
        .open("div", "count-tables");
    let focus = FocusArea::ALL.map(|area| Line {
        name: area.key().text(lang),
        list: ProjectList {
            focus: Some(area),
            ..ProjectList::default()
        },
    });
    let note = Key::ProjectsByFocusNote.with(lang, &several.to_string());
    table(
        markup,
        site,
        Key::ProjectsByFocus,
        &note,
        &rows,
        focus.into(),
        lang,
    );
    let mut countries: Vec<Line> = Vec::new();
    for country in crate::i18n::countries(lang) {
        if index.cities.iter().any(|it| it.country == country) {
            countries.push(Line {
                name: country.key().text(lang),
                list: ProjectList {
                    country: Some(country),
                    ..ProjectList::default()
                },
            });
        }
    }
    let note = Key::ProjectsByCountryNote.text(lang);
    table(
        markup,
        site,
        Key::ProjectsByCountry,
        note,
        &rows,
        countries,
        lang,
    );
    markup.close();
}

/// A line of a table: what it counts.
struct Line {
    name: &'static str,
    list: ProjectList,
}

/// Writes a table of lines by status, with a last line for all projects.
fn table(
    markup: &mut Markup,
    site: Site,
    title: Key,
    note: &str,
    rows: &[ProjectRow],
    mut lines: Vec<Line>,
    lang: Lang,
) {
    let title = title.text(lang);
    let all = Key::ProjectsAll.text(lang);
    let most = lines.iter().map(|it| count(rows, &it.list)).max();
    let most = most.unwrap_or(0);
    lines.push(Line {
        name: all,
        list: ProjectList::default(),
    });
    let scrolls = [
        ("class", "table-wrap side-by-side counts"),
        ("tabindex", "0"),
        ("role", "region"),
        ("aria-label", title),
    ];
    markup
        .open("div", "")
        .el("h3", "", title)
        // Where there is no room for the words in the heads of the columns; a screen reader is told
        // them there all the same.
        .open_with("p", &[("class", "fine marks"), ("aria-hidden", "true")]);
    for it in ProjectStatus::ALL {
        status(markup, it, lang);
        markup.text(" ");
    }
    markup
        .close()
        .open_with("div", &scrolls)
        .open("table", "")
        .el("caption", "visually-hidden", title)
        .open("thead", "")
        .open("tr", "")
        .el("td", "", "");
    for it in ProjectStatus::ALL {
        markup.open_with("th", &[("scope", "col")]);
        status(markup, it, lang);
        markup.close();
    }
    markup
        .el_with("th", &[("scope", "col")], Key::FilterAll.text(lang))
        .close()
        .close()
        .open("tbody", "");
    for Line { name, list } in &lines {
        let is_all = *list == ProjectList::default();
        markup
            .open("tr", if is_all { "all" } else { "" })
            .el_with("th", &[("scope", "row")], name);
        for it in ProjectStatus::ALL {
            let own = of_status(list, it);
            let what = [name, ", ", it.key().text(lang)].concat();
            markup.open("td", "");
            number(markup, site, lang, count(rows, &own), own, &what);
            markup.close();
        }
        let sum = count(rows, list);
        markup.open("td", "counted");
        number(markup, site, lang, sum, list.clone(), name);
        if !is_all {
            meter(markup, 1, sum, most);
        }
        markup.close().close();
    }
    markup.close().close().close();
    markup.el("p", "note", note).close();
}
