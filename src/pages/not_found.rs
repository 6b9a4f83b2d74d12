//! The page for an address that leads nowhere.

use leptos::prelude::*;

use crate::app::Site;
use crate::components::part::Part;
use crate::i18n::Key;
use crate::model::Lang;
use crate::route::{Directory, ProjectList, Route};

/// What there is not.
pub enum Missing<'a> {
    /// A page.
    Page,
    /// A city of this slug.
    City(&'a str),
    /// An indicator of this identifier.
    Indicator(&'a str),
    /// A programme of this slug.
    Program(&'a str),
    /// A partner of this slug.
    Partner(&'a str),
    /// A project of this identifier in its city.
    Project(&'a str),
    /// A milestone of the network of this identifier.
    Meeting(&'a str),
}

/// Says what there is not, and shows the way to what there is.
pub fn view(site: Site, lang: Lang, missing: &Missing) -> AnyView {
    let title = Key::NotFoundTitle.text(lang);
    site.arrived(lang, title);
    let text = match missing {
        Missing::Page => Key::NotFoundText.text(lang).to_owned(),
        Missing::City(slug) => Key::NotFoundCity.with(lang, slug),
        Missing::Indicator(id) => Key::NotFoundIndicator.with(lang, id),
        Missing::Program(id) => Key::NotFoundProgram.with(lang, id),
        Missing::Partner(id) => Key::NotFoundPartner.with(lang, id),
        Missing::Project(id) => Key::NotFoundProject.with(lang, id),
        Missing::Meeting(id) => Key::NotFoundMeeting.with(lang, id),
    };
    let (all, words) = match missing {
        Missing::Indicator(_) => (
            Route::Indicators(crate::route::IndicatorList::default()),
            Key::GoToIndicators,
        ),
        Missing::Program(_) | Missing::Partner(_) => (
            Route::Programs(crate::route::ProgramList::default()),
            Key::GoToPrograms,
        ),
        Missing::Project(_) => (Route::Projects(ProjectList::default()), Key::GoToProjects),
        Missing::Meeting(_) => (Route::Network, Key::GoToNetwork),
        _ => (Route::Cities(Directory::default()), Key::GoToCities),
    };
    let mut part = Part::new();
    part.heading(title)
        .el("p", "lead", &text)
        .open("p", "")
        .link("button", &site.href(lang, all), words.text(lang))
        .close()
        .open("p", "way")
        .link(
            "",
            &site.href(lang, Route::Search(crate::route::SearchState::default())),
            Key::SearchTitle.text(lang),
        );
    part.view("")
}
