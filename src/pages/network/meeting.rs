//! The page of a milestone: when, where, what it decided, by whose word; of some meetings, more.

use std::sync::Arc;

use leptos::prelude::*;

use super::{meetings, open_facts, record};
use crate::app::Site;
use crate::components::cite::Citations;
use crate::components::facts::days;
use crate::components::part::Part;
use crate::components::shell::{open_section, page_index};
use crate::i18n::{date, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut_network::{MeetingPage, RecordShown, Titled};
use crate::model::Lang;
use crate::pages::not_found::Missing;
use crate::pages::own_page::OwnPage;
use crate::route::Route;

/// What every section of the page needs.
pub(super) struct Meeting {
    pub(super) site: Site,
    pub(super) lang: Lang,
    pub(super) page: Arc<MeetingPage>,
    pub(super) cites: Citations,
}

/// The page of the milestone `id`.
pub fn view(site: Site, lang: Lang, id: &str) -> AnyView {
    let page = OwnPage {
        site,
        lang,
        file: site.meeting(id),
        section: (Key::NavNetwork, Route::Network),
        failed: Key::FailedMeeting,
        title: |page: &MeetingPage, lang| page.milestone.title.get(lang).to_owned(),
        content: |site, lang, page| {
            content(&Meeting {
                site,
                lang,
                page: Arc::clone(page),
                cites: Citations::new(lang, ""),
            })
        },
    };
    let id = id.to_owned();
    page.view(move |say| say(&Missing::Meeting(&id)))
}

/// A section of the page: its id, its title and what writes it.
type Section = (&'static str, String, fn(&mut Part, &Meeting));

fn section(id: &'static str, title: &str, write: fn(&mut Part, &Meeting)) -> Section {
    (id, title.to_owned(), write)
}

fn content(meeting: &Meeting) -> AnyView {
    let lang = meeting.lang;
    let page = &meeting.page;
    let titled = |id, key: Key, write| section(id, key.text(lang), write);
    let mut sections = Vec::new();
    if let Some(record) = &page.record {
        sections.extend(record_sections(record, lang));
    }
    let is_annual = page.milestone.number.is_some();
    if is_annual || !page.decided.is_empty() || !page.milestone.decisions.is_empty() {
        sections.push(titled("decided", Key::NetworkDecided, decided));
    }
    if !page.milestone.topics.is_empty() {
        sections.push(titled("topics", Key::NetworkTopics, topics));
    }
    sections.push(titled("others", Key::MeetingOthers, others));
    sections.push(titled("sources", Key::Sources, sources));
    let mut part = Part::new();
    lead(&mut part, meeting);
    let has_index = page.record.is_some();
    if has_index {
        part.open("div", "with-index");
        let index: Vec<(&str, &str)> = sections
            .iter()
            .map(|(id, title, _)| (*id, title.as_str()))
            .collect();
        page_index(&mut part, lang, &index);
    }
    part.open("div", "sections milestone");
    for (id, title, write) in &sections {
        open_section(&mut part, id, title);
        write(&mut part, meeting);
        part.close();
    }
    part.view("")
}

fn record_sections(record: &RecordShown, lang: Lang) -> [Section; 6] {
    let titled = |id, key: Key, write| section(id, key.text(lang), write);
    let country = record.delegation.country.key().text(lang);
    [
        section(
            "delegation",
            &Key::RecordDelegation.with(lang, country),
            record::delegation,
        ),
        titled("presented", Key::RecordPresented, record::presented),
        titled("looking-back", Key::RecordLookingBack, record::looking_back),
        titled("partners", Key::RecordPartners, record::partners),
        titled("network-then", Key::RecordThen, record::network_then),
        titled("support", Key::RecordSupport, record::support),
    ]
}

/// Writes what happened, then when, where and what kind it is.
fn lead(part: &mut Part, meeting: &Meeting) {
    let Meeting {
        site,
        lang,
        page,
        cites,
    } = meeting;
    let (lang, it) = (*lang, &page.milestone);
    part.open("p", "lead").text(it.summary.get(lang));
    cites.cite(part, &it.sources);
    part.close();
    let mut known = vec![
        (Key::MeetingDate, days(it.date, it.end, lang)),
        (Key::MeetingKind, it.kind.key().text(lang).to_owned()),
    ];
    if let Some(place) = &it.place {
        known.push((Key::MeetingPlace, place.get(lang).to_owned()));
    }
    open_facts(part, lang, &known);
    if let Some(country) = it.country {
        let href = site.href(lang, Route::Country(country));
        part.open("div", "")
            .el("dt", "", Key::MeetingCountry.text(lang))
            .open("dd", "")
            .link("", &href, country.key().text(lang))
            .close()
            .close();
    }
    if !page.cities.is_empty() {
        part.open("div", "")
            .el("dt", "", Key::MeetingCities.text(lang))
            .open("dd", "");
        cities(part, *site, lang, &page.cities);
        part.close().close();
    }
    if let Some(whole) = &page.part_of {
        let href = site.href(lang, Route::Meeting(whole.id.clone()));
        part.open("div", "")
            .el("dt", "", Key::MeetingPartOf.text(lang))
            .open("dd", "")
            .link("", &href, whole.title.get(lang))
            .close()
            .close();
    }
    part.close();
}

/// Writes cities with links to their pages.
pub(super) fn cities(markup: &mut Markup, site: Site, lang: Lang, cities: &[Titled]) {
    for (place, city) in cities.iter().enumerate() {
        if place > 0 {
            markup.text(", ");
        }
        let href = site.href(lang, Route::City(city.id.clone()));
        markup.link("", &href, city.title.get(lang));
    }
}

/// A milestone with its day, as a link.
pub(super) fn step(markup: &mut Markup, site: Site, lang: Lang, to: &Titled) {
    let href = site.href(lang, Route::Meeting(to.id.clone()));
    markup.link("", &href, to.title.get(lang));
    if let Some(day) = to.date {
        markup.text(" ").el("span", "fine", &date(day, lang));
    }
}

fn decided(part: &mut Part, meeting: &Meeting) {
    let Meeting {
        site,
        lang,
        page,
        cites,
    } = meeting;
    let it = &page.milestone;
    if it.decisions.is_empty() && page.decided.is_empty() {
        part.el("p", "empty", Key::NetworkNoDecision.text(*lang));
        return;
    }
    part.open("ul", "");
    for text in &it.decisions {
        cites.said(part, "li", text.get(*lang), &it.sources);
    }
    for to in &page.decided {
        part.open("li", "");
        step(part, *site, *lang, to);
        part.close();
    }
    part.close();
}

fn topics(part: &mut Part, meeting: &Meeting) {
    let topics = &meeting.page.milestone.topics;
    meetings::topics(part, meeting.lang, topics, &meeting.cites);
}

/// The ones before and after of the same kind, and the way to all.
fn others(part: &mut Part, meeting: &Meeting) {
    let Meeting {
        site, lang, page, ..
    } = meeting;
    part.open("ul", "neighbours");
    for (rel, key, to) in [
        ("prev", Key::MeetingBefore, &page.before),
        ("next", Key::MeetingAfter, &page.after),
    ] {
        let Some(to) = to else {
            continue;
        };
        let href = site.href(*lang, Route::Meeting(to.id.clone()));
        let words = key.with(*lang, to.title.get(*lang));
        part.open("li", "")
            .el_with("a", &[("href", &href), ("rel", rel)], &words);
        if let Some(day) = to.date {
            part.text(" ").el("span", "fine", &date(day, *lang));
        }
        part.close();
    }
    let all = site.href(*lang, Route::Network);
    part.open("li", "way")
        .link("", &all, Key::GoToNetwork.text(*lang))
        .close()
        .close();
}

fn sources(part: &mut Part, meeting: &Meeting) {
    meeting.cites.list(part, &meeting.page.sources);
}
