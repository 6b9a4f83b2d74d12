//! Small facts as markup: status, focus areas, periods, local names.

pub use crate::i18n::period;
use crate::i18n::{date, number, Key, Named as _};
use crate::markup::Markup;
use crate::model::{Amount, CityName, FocusArea, Lang, PartialDate, ProjectStatus};

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

/// The days of something that is over: "30 July 2024", "22 May 2018 to 25 May 2018".
#[must_use]
pub fn days(start: PartialDate, end: Option<PartialDate>, lang: Lang) -> String {
    period(Some(start), Some(end.unwrap_or(start)), lang)
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

/// A number of people in words.
#[must_use]
pub fn people(value: u64, lang: Lang) -> String {
    // Exact: no city comes near 2^53 people.
    #[allow(clippy::cast_precision_loss)]
    number(value as f64, lang)
}

/// A sum of money as it was stated: currency and all digits.
#[must_use]
pub fn money(amount: &Amount, lang: Lang) -> String {
    // Exact: no sum of a programme comes near 2^53.
    #[allow(clippy::cast_precision_loss)]
    let value = number(amount.value as f64, lang);
    [amount.currency.code(), "\u{a0}", &value].concat()
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
