//! The page of a programme: what it is, its milestones, its sources, and what is like it.

use std::sync::Arc;

use leptos::prelude::*;

use super::section;
use crate::app::Site;
use crate::components::cite::Citations;
use crate::components::facts::{focus_areas, money, period};
use crate::components::part::Part;
use crate::components::program::milestones;
use crate::components::timeline::{timeline, Content, Setup, Words};
use crate::i18n::{date, list, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut_programs::{ProgramPage, RelatedProgram};
use crate::model::Lang;
use crate::pages::not_found::Missing;
use crate::pages::own_page::OwnPage;
use crate::route::{ProgramList, Route};
use crate::timeline::programs::{kind_class, Program as Bar};
use crate::timeline::{day_of, Item, Lane};

/// The page of the programme `id`.
pub fn view(site: Site, lang: Lang, id: &str) -> AnyView {
    let page = OwnPage {
        site,
        lang,
        file: site.program(id),
        section: section(),
        failed: Key::FailedProgram,
        title: |page: &ProgramPage, lang| page.program.name.get(lang).to_owned(),
        content,
    };
    let id = id.to_owned();
    page.view(move |say| say(&Missing::Program(&id)))
}

fn content(site: Site, lang: Lang, page: &Arc<ProgramPage>) -> AnyView {
    let cites = &Citations::new(lang, "");
    let program = &page.program;
    let mut part = Part::new();
    part.open("p", "lead").text(program.summary.get(lang));
    cites.cite(&mut part, &program.sources);
    part.close();
    facts(&mut part, site, lang, page);
    part.open("section", "")
        .el("h2", "", Key::Milestones.text(lang));
    if program.milestones.is_empty() {
        part.el("p", "empty", Key::ProgramNoMilestones.text(lang));
    } else {
        milestones(&mut part, lang, &program.milestones, cites);
        over_time(&mut part, lang, page);
    }
    part.close();
    if !page.related.is_empty() {
        part.open("section", "")
            .el("h2", "", Key::ProgramsRelated.text(lang))
            .open("ul", "rows");
        for other in &page.related {
            related(&mut part, site, lang, page, other);
        }
        part.close().close();
    }
    part.open("section", "")
        .el("h2", "", Key::Sources.text(lang));
    cites.list(&mut part, &page.sources);
    part.view("")
}

/// Partner, kind, period, money, places, focus.
fn facts(markup: &mut Markup, site: Site, lang: Lang, page: &ProgramPage) {
    let program = &page.program;
    let term = |markup: &mut Markup, key: Key| {
        markup
            .open("div", "")
            .el("dt", "", key.text(lang))
            .open("dd", "");
    };
    markup.open("dl", "program-facts");
    term(markup, Key::ProgramsPartner);
    let partner = site.href(lang, Route::Partner(page.partner.id.clone()));
    markup.link("", &partner, page.partner.name.get(lang));
    if program.partner_name != page.partner.name {
        markup.el("span", "fine", program.partner_name.get(lang));
    }
    markup.close().close();
    term(markup, Key::ProgramsKind);
    let alike = Route::Programs(ProgramList {
        kind: Some(program.kind),
        ..ProgramList::default()
    });
    markup.link("", &site.href(lang, alike), program.kind.key().text(lang));
    markup.close().close();
    term(markup, Key::ProgramPeriod);
    markup.text(&period(Some(program.start), program.end, lang));
    if program.end.is_none() {
        markup.el("span", "fine", Key::ProgramNoEnd.text(lang));
    }
    markup.close().close();
    if let Some(amount) = &program.amount {
        term(markup, Key::ProgramAmount);
        let began = Key::ProgramAmountNote.with(lang, &date(program.start, lang));
        markup
            .text(&money(amount, lang))
            .el("span", "fine", &began)
            .close()
            .close();
    }
    if !program.countries.is_empty() {
        term(markup, Key::ProgramCountries);
        for (place, country) in program.countries.iter().enumerate() {
            if place > 0 {
                markup.text(", ");
            }
            let href = site.href(lang, Route::Country(*country));
            markup.link("", &href, country.key().text(lang));
        }
        markup.close().close();
    }
    term(markup, Key::ProgramCities);
    super::places(markup, site, lang, &page.places, ", ", &|_| String::new());
    markup.close().close();
    if !program.focus.is_empty() {
        term(markup, Key::ProjectFocus);
        markup
            .text(&focus_areas(&program.focus, lang))
            .close()
            .close();
    }
    markup.close();
}

/// The programme and each of its milestones as a small timeline.
fn over_time(part: &mut Part, lang: Lang, page: &Arc<ProgramPage>) {
    let shown = Arc::clone(page);
    let content = move || {
        let program = &shown.program;
        let bar = Bar {
            id: &program.id,
            name: &program.name,
            kind: program.kind,
            start: program.start,
            end: program.end,
            marks: Vec::new(),
        };
        // It leads nowhere: this is its page.
        let mut own = bar.item(lang, &|_| String::new());
        own.end = program.end.map(day_of);
        own.marks = program
            .milestones
            .iter()
            .map(|it| day_of(it.date))
            .collect();
        let mut content = Content {
            items: vec![own],
            ..Content::default()
        };
        content.words.push(Words {
            facts: period(Some(program.start), program.end, lang),
            steps: Vec::new(),
        });
        for step in &program.milestones {
            let (when, title) = (date(step.date, lang), step.title.get(lang));
            content.items.push(Item {
                name: title.to_owned(),
                about: [&when, ": ", title].concat(),
                class: kind_class(program.kind),
                start: day_of(step.date),
                is_moment: true,
                ..Item::default()
            });
            content.words.push(Words {
                facts: when,
                steps: Vec::new(),
            });
        }
        content.lanes = vec![
            Lane {
                name: Key::ProgramPeriod.text(lang).to_owned(),
                items: vec![0],
                ..Lane::default()
            },
            Lane {
                name: Key::Milestones.text(lang).to_owned(),
                items: (1..content.items.len()).collect(),
                ..Lane::default()
            },
        ];
        content
    };
    let window = RwSignal::new(None);
    let setup = Setup {
        label: Key::ProgramTimeline.text(lang).to_owned(),
        content: Box::new(content),
        read: Box::new(move || window.get()),
        write: Box::new(move |it| {
            window.try_set(it);
        }),
        kinds: Vec::new(),
    };
    timeline(part, lang, setup);
}

/// Writes another programme and why it stands here.
fn related(
    markup: &mut Markup,
    site: Site,
    lang: Lang,
    page: &ProgramPage,
    other: &RelatedProgram,
) {
    let href = site.href(lang, Route::Program(other.id.clone()));
    let mut why: Vec<String> = Vec::new();
    if other.same_partner {
        why.push(Key::RelatedPartner.text(lang).to_owned());
    }
    let shared = page
        .places
        .iter()
        .filter(|it| other.cities.contains(&it.id));
    let cities: Vec<&str> = shared.map(|it| it.name.get(lang)).collect();
    if !cities.is_empty() {
        why.push(Key::RelatedCities.with(lang, &list(&cities, lang)));
    }
    if !other.focus.is_empty() {
        why.push(Key::RelatedFocus.with(lang, &focus_areas(&other.focus, lang)));
    }
    markup
        .open("li", "")
        .link("", &href, other.name.get(lang))
        .el(
            "span",
            "row-facts",
            &period(Some(other.start), other.end, lang),
        )
        .el("span", "row-focus", &why.join(" · "))
        .close();
}
