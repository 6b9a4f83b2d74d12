//! The programmes as an ordered list, and as items on lanes.

use leptos::prelude::*;

use super::place_name;
use crate::app::Site;
use crate::components::live::block;
use crate::components::timeline::{Content, Words};
use crate::i18n::{date, period, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut_programs::{ProgramEntry, ProgramIndex};
use crate::model::Lang;
use crate::route::{Lanes, Route};
use crate::timeline::programs::{item, lanes};

/// The programmes `shown`, under a heading for each year in which some began.
pub(super) fn view(site: Site, lang: Lang, index: &ProgramIndex, shown: &[usize]) -> AnyView {
    let mut markup = Markup::new();
    if shown.is_empty() {
        markup.el("p", "empty", Key::ProgramsNoneFit.text(lang));
    }
    let mut year = None;
    // The newest first: what runs now is looked for more often than what began in 2012.
    for program in entries(index, shown).rev() {
        if year != Some(program.start.year) {
            if year.is_some() {
                markup.close();
            }
            year = Some(program.start.year);
            markup
                .el("h2", "group", &program.start.year.to_string())
                .open("ol", "rows program-rows");
        }
        row(&mut markup, site, lang, index, program);
    }
    block("", markup)
}

fn entries<'a>(
    index: &'a ProgramIndex,
    shown: &'a [usize],
) -> impl DoubleEndedIterator<Item = &'a ProgramEntry> {
    shown.iter().filter_map(|it| index.programs.get(*it))
}

fn row(markup: &mut Markup, site: Site, lang: Lang, index: &ProgramIndex, program: &ProgramEntry) {
    let href = site.href(lang, Route::Program(program.id.clone()));
    markup
        .open("li", "")
        .link("", &href, program.name.get(lang))
        .el("span", "row-focus", &facts(program, lang));
    let mut cities = String::new();
    for place in index
        .places
        .iter()
        .filter(|it| program.cities.contains(&it.id))
    {
        if !cities.is_empty() {
            cities.push_str(", ");
        }
        cities.push_str(&place_name(place, lang));
    }
    if !cities.is_empty() {
        markup.el("span", "row-focus", &cities);
    }
    markup.close();
}

/// "2018 to 2020 · Japan (MLIT) · Study".
fn facts(program: &ProgramEntry, lang: Lang) -> String {
    [
        &period(Some(program.start), program.end, lang),
        " · ",
        program.partner_name.get(lang),
        " · ",
        program.kind.key().text(lang),
    ]
    .concat()
}

/// The programmes `shown` on lanes.
pub(super) fn on_lanes(
    site: Site,
    lang: Lang,
    index: &ProgramIndex,
    shown: &[usize],
    by: Lanes,
) -> Content {
    let shown: Vec<&ProgramEntry> = entries(index, shown).collect();
    let href = move |route: Route| site.href(lang, route);
    let words = |program: &&ProgramEntry| Words {
        facts: facts(program, lang),
        steps: program
            .milestones
            .iter()
            .map(|it| [&date(it.date, lang), ": ", it.title.get(lang)].concat())
            .collect(),
    };
    Content {
        items: shown.iter().map(|it| item(it, lang, &href)).collect(),
        lanes: lanes(index, &shown, by, lang, &href),
        words: shown.iter().map(words).collect(),
        to_today: true,
    }
}
