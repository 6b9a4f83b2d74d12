//! The sections of a meeting whose record is told in full.

use super::meeting::{cities, step, Meeting};
use super::meetings;
use crate::components::part::Part;
use crate::explore::city_indicator;
use crate::i18n::{quantity, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut_network::{FigureShown, Linked, OtherValue, PresentedShown, RecordShown};
use crate::model::Point;
use crate::pages::city::{explore, officer};
use crate::route::Route;

/// The record; only called where there is one.
fn of(meeting: &Meeting) -> Option<&RecordShown> {
    meeting.page.record.as_ref()
}

pub(super) fn delegation(part: &mut Part, meeting: &Meeting) {
    let Some(it) = of(meeting).map(|it| &it.delegation) else {
        return;
    };
    let lang = meeting.lang;
    part.open("p", "")
        .text(it.head.role.key().text(lang))
        .text(": ");
    officer(part, &it.head, lang, &meeting.cites);
    part.close();
    let with = [Key::RecordWith.text(lang), ":"].concat();
    meeting.cites.said(part, "p", &with, &it.sources);
    part.open("ul", "");
    for name in &it.with {
        part.el("li", "", name.get(lang));
    }
    part.close();
}

pub(super) fn presented(part: &mut Part, meeting: &Meeting) {
    let Some(record) = of(meeting) else {
        return;
    };
    let lang = meeting.lang;
    part.el("p", "", Key::RecordPresentedLead.text(lang));
    for it in &record.presentations {
        let href = meeting.site.href(lang, Route::City(it.city.id.clone()));
        part.open("h3", "")
            .link("", &href, it.city.title.get(lang))
            .close()
            .open("ul", "presented");
        for item in &it.items {
            item_of(part, meeting, &it.city.id, item);
        }
        part.close();
    }
}

fn item_of(markup: &mut Markup, meeting: &Meeting, city: &str, item: &PresentedShown) {
    let lang = meeting.lang;
    markup.open("li", "").text(item.text.get(lang));
    meeting.cites.cite(markup, &item.sources);
    if let Some(project) = &item.project {
        let route = Route::Project(city.to_owned(), project.id.clone());
        let words = Key::RecordToProject.with(lang, project.title.get(lang));
        markup
            .text(" ")
            .link("", &meeting.site.href(lang, route), &words);
    }
    if let Some(it) = &item.figure {
        figure(markup, meeting, city, it);
    }
    markup.close();
}

/// Writes both values as presented, and beside them what other sources say for the later year.
fn figure(markup: &mut Markup, meeting: &Meeting, city: &str, it: &FigureShown) {
    let lang = meeting.lang;
    let year = it.to.year.to_string();
    let (same, other): (Vec<&OtherValue>, Vec<&OtherValue>) =
        it.others.iter().partition(|one| is_same(one, it));
    markup
        .el("h4", "", it.name.get(lang))
        .open("dl", "key-facts moved");
    for point in [&it.from, &it.to] {
        let name = Key::RecordAsPresented.with(lang, &point.year.to_string());
        value(markup, meeting, it, &name, point);
    }
    for one in &other {
        let name = [&year, ", ", one.name.get(lang)].concat();
        value(markup, meeting, it, &name, &one.point);
    }
    markup.close();
    if !other.is_empty() {
        markup.el("p", "note", &Key::RecordDiffers.with(lang, &year));
    }
    if !same.is_empty() {
        let names: Vec<&str> = same.iter().map(|one| one.name.get(lang)).collect();
        let words = Key::RecordSame.with2(lang, &year, &names.join("; "));
        markup.open("p", "note").text(&words);
        for one in &same {
            meeting.cites.cite(markup, &one.point.sources);
        }
        markup.close();
    }
    let chart = explore(meeting.site, lang, city_indicator(&it.id), &[city]);
    markup
        .open("p", "way")
        .link("", &chart, Key::RecordToChart.text(lang))
        .close();
}

/// Whether a source says the same as was presented: the digits are those that were published.
fn is_same(one: &OtherValue, it: &FigureShown) -> bool {
    one.point.value.total_cmp(&it.to.value).is_eq()
}

fn value(markup: &mut Markup, meeting: &Meeting, it: &FigureShown, name: &str, point: &Point) {
    markup.open("div", "").el("dt", "", name).open("dd", "").el(
        "span",
        "big",
        &quantity(point.value, it.unit, meeting.lang),
    );
    meeting.cites.cite(markup, &point.sources);
    markup.close().close();
}

pub(super) fn looking_back(part: &mut Part, meeting: &Meeting) {
    let Some(record) = of(meeting) else {
        return;
    };
    let lang = meeting.lang;
    part.open("ul", "");
    for it in &record.looking_back {
        part.open("li", "").text(it.text.get(lang));
        meeting.cites.cite(part, &it.sources);
        for to in &it.links {
            part.text(" ");
            step(part, meeting.site, lang, to);
        }
        part.close();
    }
    part.close();
    if !record.topics.is_empty() {
        part.el("h3", "", Key::NetworkTopics.text(lang));
        meetings::topics(part, lang, &record.topics, &meeting.cites);
    }
}

/// Writes work with partners, each with its programmes.
fn work(markup: &mut Markup, meeting: &Meeting, all: &[Linked]) {
    let lang = meeting.lang;
    markup.open("ul", "");
    for it in all {
        markup.open("li", "").text(it.text.get(lang));
        meeting.cites.cite(markup, &it.sources);
        for (place, to) in it.links.iter().enumerate() {
            markup.text(if place > 0 { ", " } else { " " });
            let href = meeting.site.href(lang, Route::Program(to.id.clone()));
            markup.link("", &href, to.title.get(lang));
        }
        markup.close();
    }
    markup.close();
}

pub(super) fn partners(part: &mut Part, meeting: &Meeting) {
    if let Some(record) = of(meeting) {
        work(part, meeting, &record.partners);
    }
}

pub(super) fn network_then(part: &mut Part, meeting: &Meeting) {
    let Some(record) = of(meeting) else {
        return;
    };
    let (lang, it) = (meeting.lang, &record.network_then);
    let (count, states) = (it.cities.to_string(), it.states.to_string());
    let words = Key::RecordThenCities.with2(lang, &count, &states);
    let own = it.own.len().to_string();
    let country = record.delegation.country.key().text(lang);
    part.open("p", "")
        .text(&words)
        .text(" ")
        .text(&Key::RecordThenOwn.with2(lang, &own, country))
        .text(" ");
    cities(part, meeting.site, lang, &it.own);
    part.text(".");
    meeting.cites.cite(part, &it.sources);
    part.close();
}

pub(super) fn support(part: &mut Part, meeting: &Meeting) {
    let Some(record) = of(meeting) else {
        return;
    };
    let lang = meeting.lang;
    work(part, meeting, &record.support);
    part.el("h3", "", Key::RecordClosing.text(lang));
    let closing = &record.closing;
    meeting
        .cites
        .said(part, "p", closing.text.get(lang), &closing.sources);
}
