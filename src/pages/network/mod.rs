//! The network: what it is, who belongs to it and speaks for it, what its meetings decided; its
//! documents; and what the atlas is.

mod about;
mod documents;
mod meeting;
mod meetings;
mod members;
mod people;
mod record;

pub(super) use about::view as about;
pub(super) use documents::view as documents;
pub(super) use meeting::view as meeting;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::Site;
use crate::components::cite::Citations;
use crate::components::part::Part;
use crate::components::shell::{breadcrumb, open_section, page_index};
use crate::components::state::loaded;
use crate::i18n::{date, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut_network::NetworkPage;
use crate::model::{FocusArea, FrameworkPart, Lang, NetworkMilestoneKind, PartialDate};
use crate::pages::city::conflict_words;
use crate::route::{ProjectList, Route};

/// What every section of the network's page needs.
struct Network {
    site: Site,
    lang: Lang,
    page: Arc<NetworkPage>,
    cites: Citations,
}

impl Network {
    /// Writes where the sources disagree about `subjects`, if they do.
    fn conflicts(&self, markup: &mut Markup, subjects: &[&str]) {
        let about = |it: &Option<String>| it.as_deref().is_some_and(|it| subjects.contains(&it));
        let conflicts = self.page.conflicts.iter();
        let mut is_open = false;
        for conflict in conflicts.filter(|it| about(&it.about)) {
            if !is_open {
                markup
                    .el("h3", "", Key::Conflicts.text(self.lang))
                    .open("ul", "");
                is_open = true;
            }
            let words = conflict_words(conflict, self.lang);
            self.cites.said(markup, "li", words, &conflict.sources);
        }
        if is_open {
            markup.close();
        }
    }
}

/// The network.
pub fn view(site: Site, lang: Lang) -> AnyView {
    let mut part = head(site, lang, &[], Key::NetworkTitle, Key::NetworkLead);
    part.island("", move || {
        loaded(
            site.network(),
            lang,
            Key::FailedNetwork,
            move |page: Arc<NetworkPage>| content(site, lang, page),
        )
    });
    part.view("")
}

/// Begins a page whose title needs no data: the way to it, its heading, what it answers.
fn head(site: Site, lang: Lang, steps: &[(Key, Route)], title: Key, lead: Key) -> Part {
    let title = title.text(lang);
    site.arrived(lang, title);
    let mut part = Part::new();
    let steps = [&[(Key::NavHome, Route::Home)], steps].concat();
    breadcrumb(&mut part, site, lang, &steps, title);
    part.heading(title).el("p", "lead", lead.text(lang));
    part
}

/// A section of the page: its id, its title and what writes it.
type Section = (&'static str, Key, fn(&mut Part, &Network));

const SECTIONS: [Section; 11] = [
    ("what", Key::NetworkWhat, what),
    ("framework", Key::NetworkFramework, framework),
    ("focus", Key::NetworkFocus, focus),
    ("terms", Key::NetworkTerms, terms),
    ("members", Key::NetworkMembers, members::write),
    ("people", Key::NetworkPeople, people::write),
    ("offices", Key::NetworkOffices, people::offices),
    ("meetings", Key::NetworkMeetings, meetings::annual),
    ("milestones", Key::NetworkTimeline, meetings::timeline),
    ("more", Key::NetworkMore, more),
    ("sources", Key::Sources, sources),
];

fn content(site: Site, lang: Lang, page: Arc<NetworkPage>) -> AnyView {
    let network = Network {
        site,
        lang,
        page,
        cites: Citations::new(lang, ""),
    };
    let mut part = Part::new();
    members::now(&mut part, &network);
    part.open("div", "with-index");
    let titles = SECTIONS.map(|(id, title, _)| (id, title.text(lang)));
    page_index(&mut part, lang, &titles);
    part.open("div", "sections");
    // In reading order: numbers of citations and the ways back depend on it.
    for (id, title, write) in SECTIONS {
        open_section(&mut part, id, title.text(lang));
        write(&mut part, &network);
        part.close();
    }
    part.view("")
}

fn what(part: &mut Part, network: &Network) {
    let Network {
        lang, page, cites, ..
    } = network;
    let framework = &page.framework;
    // The leaders founded it at the first of their summits that it knows.
    let mut milestones = page.milestones.iter();
    let founded = milestones.find(|it| it.kind == NetworkMilestoneKind::Summit);
    if let Some(founded) = founded {
        let route = Route::Meeting(founded.id.clone());
        let href = network.site.href(*lang, route);
        part.open("p", "")
            .link("", &href, &date(founded.date, *lang))
            .text(": ")
            .text(founded.summary.get(*lang));
        cites.cite(part, &founded.sources);
        part.close();
    }
    part.el("h3", "", Key::NetworkAims.text(*lang))
        .open("ul", "");
    for aim in &framework.aims {
        cites.said(part, "li", aim.get(*lang), &framework.sources);
    }
    part.close();
}

/// Writes short facts side by side, a name and its value each, and leaves their list open.
fn open_facts(markup: &mut Markup, lang: Lang, facts: &[(Key, String)]) {
    markup.open("dl", "inline");
    for (name, value) in facts {
        markup
            .open("div", "")
            .el("dt", "", name.text(lang))
            .el("dd", "", value)
            .close();
    }
}

fn framework(part: &mut Part, network: &Network) {
    let Network {
        lang, page, cites, ..
    } = network;
    let (lang, it) = (*lang, &page.framework);
    part.open("p", "")
        .el("strong", "", it.title.get(lang))
        .text(". ")
        .text(it.summary.get(lang));
    cites.cite(part, &it.sources);
    part.close();
    let binding = if it.binding {
        Key::FrameworkIsBinding
    } else {
        Key::FrameworkVoluntary
    };
    let day = |day: PartialDate| date(day, lang);
    open_facts(
        part,
        lang,
        &[
            (Key::FrameworkEndorsed, day(it.endorsed)),
            (Key::FrameworkAdopted, day(it.adopted)),
            (Key::FrameworkBinding, binding.text(lang).to_owned()),
            (Key::FrameworkPartnerships, it.partnerships_2018.to_string()),
        ],
    );
    part.close().open("div", "columns");
    for (title, parts) in [
        (Key::FrameworkOutcomes, &it.outcomes),
        (Key::FrameworkSystems, &it.urban_systems),
        (Key::FrameworkEnablers, &it.enablers),
    ] {
        parts_of(part, lang, title, parts);
    }
    part.close();
}

fn parts_of(markup: &mut Markup, lang: Lang, title: Key, parts: &[FrameworkPart]) {
    markup
        .open("div", "")
        .el("h3", "", title.text(lang))
        .open("ul", "");
    for it in parts {
        markup.el("li", "", it.name.get(lang));
    }
    markup.close().close();
}

/// The list of projects of a focus area.
fn projects_of(focus: FocusArea) -> Route {
    Route::Projects(ProjectList {
        focus: Some(focus),
        ..ProjectList::default()
    })
}

fn focus(part: &mut Part, network: &Network) {
    let Network {
        site,
        lang,
        page,
        cites,
    } = network;
    part.el("p", "", Key::NetworkFocusLead.text(*lang))
        .open("dl", "areas");
    for area in &page.focus_areas {
        let href = site.href(*lang, projects_of(area.id));
        let name = area.name.get(*lang);
        part.open("div", "").el("dt", "", name).open("dd", "");
        part.text(area.summary.get(*lang));
        cites.cite(part, &area.sources);
        let words = Key::FocusProjects.with(*lang, area.id.key().text(*lang));
        part.text(" ").link("", &href, &words).close().close();
    }
    part.close();
}

fn terms(part: &mut Part, network: &Network) {
    let Network {
        lang, page, cites, ..
    } = network;
    let (lang, it) = (*lang, &page.terms_of_reference);
    let day = |day: PartialDate| date(day, lang);
    open_facts(
        part,
        lang,
        &[
            (Key::TermsAdopted, day(it.adopted)),
            (Key::TermsNoted, day(it.noted_by_leaders)),
        ],
    );
    part.close().open("ol", "");
    for point in &it.points {
        cites.said(part, "li", point.get(lang), &it.sources);
    }
    part.close();
}

fn more(part: &mut Part, network: &Network) {
    let Network { site, lang, .. } = network;
    part.open("ul", "");
    for (route, words) in [
        (Route::Documents, Key::NetworkToDocuments),
        (Route::About, Key::NetworkToAbout),
    ] {
        let title = route.title(*lang).unwrap_or_default();
        let href = site.href(*lang, route);
        part.open("li", "").link("", &href, title);
        part.text(": ").text(words.text(*lang)).close();
    }
    part.close();
    network.conflicts(part, &["projects"]);
}

fn sources(part: &mut Part, network: &Network) {
    network.cites.list(part, &network.page.sources);
}
