//! The page of a partner: what it does with the cities of the network, where, and when.

use std::sync::Arc;

use leptos::prelude::*;

use super::section;
use crate::app::Site;
use crate::components::cite::Citations;
use crate::components::embed::link;
use crate::components::facts::{money, period};
use crate::components::part::Part;
use crate::components::program::list;
use crate::components::timeline::{timeline, Content, Setup, Words};
use crate::i18n::{countries, date, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut_programs::PartnerPage;
use crate::model::{Amount, Currency, Lang, Program, ProgramKind};
use crate::pages::not_found::Missing;
use crate::pages::own_page::OwnPage;
use crate::route::{ProgramList, Route};
use crate::timeline::programs::{by_kind, Program as Bar};
use crate::widget::Widget;

/// The page of the partner `slug`.
pub fn view(site: Site, lang: Lang, slug: &str) -> AnyView {
    let page = OwnPage {
        site,
        lang,
        file: site.partner(slug),
        section: section(),
        failed: Key::FailedPartner,
        title: |page: &PartnerPage, lang| {
            Key::PartnerHeading.with(lang, page.partner.name.get(lang))
        },
        content,
    };
    let slug = slug.to_owned();
    page.view(move |say| say(&Missing::Partner(&slug)))
}

fn content(site: Site, lang: Lang, page: &Arc<PartnerPage>) -> AnyView {
    let cites = &Citations::new(lang, "");
    let mut part = Part::new();
    let lead = Key::PartnerLead.with(lang, page.partner.name.get(lang));
    part.el("p", "lead", &lead);
    part.open("section", "")
        .el("h2", "", Key::PartnerTotals.text(lang));
    totals(&mut part, site, lang, page);
    amounts(&mut part, site, lang, &page.programs, cites);
    let on_timeline = Route::Programs(ProgramList {
        partner: Some(page.partner.id.clone()),
        ..ProgramList::default()
    });
    part.open("p", "way")
        .link(
            "",
            &site.href(lang, on_timeline),
            Key::PartnerOnTimeline.text(lang),
        )
        .close()
        .close();
    part.open("section", "")
        .el("h2", "", Key::PartnerPrograms.text(lang));
    over_time(&mut part, site, lang, page);
    list(&mut part, site, lang, &page.programs, cites);
    let widget = Widget::Partner(page.partner.id.clone());
    link(&mut part, site, lang, widget, page.partner.name.get(lang));
    part.close();
    part.open("section", "")
        .el("h2", "", Key::Sources.text(lang));
    cites.list(&mut part, &page.sources);
    part.view("")
}

/// How many programmes of which kind, and where.
fn totals(markup: &mut Markup, site: Site, lang: Lang, page: &PartnerPage) {
    let count = page.programs.len();
    let key = if count == 1 {
        Key::ProgramsOne
    } else {
        Key::ProgramsMany
    };
    markup
        .open("dl", "program-facts")
        .open("div", "")
        .el("dt", "", Key::ProgramsTitle.text(lang))
        .open("dd", "")
        .open("strong", "")
        .text(&key.with(lang, &count.to_string()))
        .close()
        .close()
        .close();
    markup
        .open("div", "")
        .el("dt", "", Key::ProgramsKind.text(lang))
        .open("dd", "");
    let mut others = false;
    for kind in ProgramKind::ALL {
        let count = page.programs.iter().filter(|it| it.kind == kind).count();
        if count > 0 {
            if others {
                markup.text(" · ");
            }
            others = true;
            markup
                .text(kind.key().text(lang))
                .text("\u{a0}")
                .text(&count.to_string());
        }
    }
    markup
        .close()
        .close()
        .open("div", "")
        .el("dt", "", Key::ProgramCountries.text(lang))
        .open("dd", "");
    others = false;
    for country in countries(lang) {
        let works_in = |it: &&Program| it.countries.contains(&country);
        let count = page.programs.iter().filter(works_in).count();
        if count > 0 {
            if others {
                markup.text(" · ");
            }
            others = true;
            let href = site.href(lang, Route::Country(country));
            markup
                .link("", &href, country.key().text(lang))
                .text("\u{a0}")
                .text(&count.to_string());
        }
    }
    if !others {
        markup.text(Key::Unknown.text(lang));
    }
    markup
        .close()
        .close()
        .open("div", "")
        .el("dt", "", Key::ProgramCities.text(lang))
        .open("dd", "");
    super::places(markup, site, lang, &page.places, " · ", &|place| {
        let named = page.programs.iter();
        let count = named.filter(|it| it.cities.contains(&place.id)).count();
        ["\u{a0}", &count.to_string()].concat()
    });
    markup.close().close().close();
}

/// The amounts that sources state, by currency, each with its programme.
fn amounts(markup: &mut Markup, site: Site, lang: Lang, programs: &[Program], cites: &Citations) {
    markup.el("h3", "", Key::PartnerAmounts.text(lang));
    let mut stated: Vec<(&Program, &Amount)> = Vec::new();
    for program in programs {
        if let Some(amount) = &program.amount {
            stated.push((program, amount));
        }
    }
    if stated.is_empty() {
        markup.el("p", "empty", Key::PartnerNoAmounts.text(lang));
        return;
    }
    markup
        .el("p", "fine", Key::PartnerAmountsNote.text(lang))
        .open("ul", "amounts");
    let mut currencies: Vec<Currency> = Vec::new();
    for (_, amount) in &stated {
        if !currencies.contains(&amount.currency) {
            currencies.push(amount.currency);
        }
    }
    for currency in currencies {
        for (program, amount) in stated.iter().filter(|it| it.1.currency == currency) {
            let href = site.href(lang, Route::Program(program.id.clone()));
            markup
                .open("li", "")
                .el("b", "", &money(amount, lang))
                .text(": ")
                .link("", &href, program.name.get(lang))
                .text(" (")
                .text(&period(Some(program.start), program.end, lang))
                .text(")");
            cites.cite(markup, &program.sources);
            markup.close();
        }
    }
    markup.close();
}

/// Its programmes as a timeline, by what they mainly give.
fn over_time(part: &mut Part, site: Site, lang: Lang, page: &Arc<PartnerPage>) {
    let shown = Arc::clone(page);
    let content = move || {
        let href = move |route: Route| site.href(lang, route);
        let kinds: Vec<ProgramKind> = shown.programs.iter().map(|it| it.kind).collect();
        let mut content = Content {
            lanes: by_kind(&kinds, lang, &href),
            to_today: true,
            ..Content::default()
        };
        for program in &shown.programs {
            let bar = Bar {
                id: &program.id,
                name: &program.name,
                kind: program.kind,
                start: program.start,
                end: program.end,
                marks: program.milestones.iter().map(|it| it.date).collect(),
            };
            content.items.push(bar.item(lang, &href));
            let step = |it: &crate::model::Milestone| {
                [&date(it.date, lang), ": ", it.title.get(lang)].concat()
            };
            content.words.push(Words {
                facts: period(Some(program.start), program.end, lang),
                steps: program.milestones.iter().map(step).collect(),
            });
        }
        content
    };
    let window = RwSignal::new(None);
    let setup = Setup {
        label: Key::ProgramsTimeline.text(lang).to_owned(),
        content: Box::new(content),
        read: Box::new(move || window.get()),
        write: Box::new(move |it| {
            window.try_set(it);
        }),
        kinds: Vec::new(),
    };
    timeline(part, lang, setup);
}
