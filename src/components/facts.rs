//! Small facts as markup: status, focus areas, periods, local names.

use crate::i18n::{date, Key, Named as _};
use crate::markup::Markup;
use crate::model::{CityName, FocusArea, Lang, PartialDate, ProjectStatus};

/// Writes a status with its mark: the word says it, the shape of the mark repeats it without colour.
pub fn status(markup: &mut Markup, status: ProjectStatus, lang: Lang) {
    let (shape, class) = match status {
        ProjectStatus::Planned => ("○ ", "status planned"),
        ProjectStatus::Ongoing => ("◐ ", "status ongoing"),
        ProjectStatus::Completed => ("● ", "status completed"),
        ProjectStatus::Unknown => ("◌ ", "status unknown"),
    };
    markup.open("span", class);
    markup.el_with("span", &[("aria-hidden", "true")], shape);
    markup.text(status.key().text(lang)).close();
}

/// Writes a status with the date for which it is stated.
pub fn stated(markup: &mut Markup, it: ProjectStatus, as_of: PartialDate, lang: Lang) {
    status(markup, it, lang);
    let as_of = Key::AsOf.with(lang, &date(as_of, lang));
    markup.text(" ").el("span", "fine", &as_of);
}

/// Focus areas in words, set apart by dots: most of their names have an "and" of their own.
#[must_use]
pub fn focus_areas(focus: &[FocusArea], lang: Lang) -> String {
    let names: Vec<&str> = focus.iter().map(|area| area.key().text(lang)).collect();
    names.join(" · ")
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

/// Writes the names in local languages that differ from the name shown, each in its language and
/// direction.
pub fn local_names(markup: &mut Markup, name: &CityName, lang: Lang) {
    for local in name
        .local
        .iter()
        .filter(|local| local.text != name.get(lang))
    {
        markup.el_with(
            "bdi",
            &[("class", "local-name"), ("lang", &local.lang)],
            &local.text,
        );
        markup.text(" ");
    }
}

/// "1 project", "5 projects".
#[must_use]
pub fn count_projects(count: u32, lang: Lang) -> String {
    let key = if count == 1 {
        Key::ProjectsOne
    } else {
        Key::ProjectsMany
    };
    key.with(lang, &count.to_string())
}

/// Writes a bar for a count beside others of which `most` is the greatest; nothing for none. It
/// repeats the number beside it.
pub fn meter(markup: &mut Markup, slot: u8, count: usize, most: usize) {
    if count == 0 {
        return;
    }
    let class = ["bar s", &slot.to_string()].concat();
    let width = (count * 100 / most.max(1)).to_string();
    let path = ["M0 0h", &width, "v8h-", &width, "z"].concat();
    let bar = [
        ("class", "chart meter"),
        ("viewBox", "0 0 100 8"),
        ("preserveAspectRatio", "none"),
        ("aria-hidden", "true"),
    ];
    markup
        .open_with("svg", &bar)
        .void("path", &[("class", &class), ("d", &path)])
        .close();
}
