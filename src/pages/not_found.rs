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
    /// A project of this identifier in its city.
    Project(&'a str),
}

/// Says what there is not, and shows the way to what there is.
pub fn view(site: Site, lang: Lang, missing: &Missing) -> AnyView {
    let title = Key::NotFoundTitle.text(lang);
    site.arrived(lang, title);
    let text = match missing {
        Missing::Page => Key::NotFoundText.text(lang).to_owned(),
        Missing::City(slug) => Key::NotFoundCity.with(lang, slug),
        Missing::Indicator(id) => Key::NotFoundIndicator.with(lang, id),
        Missing::Project(id) => Key::NotFoundProject.with(lang, id),
    };
    let (all, words) = match missing {
        Missing::Indicator(_) => (
            Route::Indicators(crate::route::IndicatorList::default()),
            Key::GoToIndicators,
        ),
        Missing::Project(_) => (Route::Projects(ProjectList::default()), Key::GoToProjects),
        _ => (Route::Cities(Directory::default()), Key::GoToCities),
    };
    let mut part = Part::new();
    part.heading(title)
        .el("p", "lead", &text)
        .open("p", "")
        .link("button", &site.href(lang, all), words.text(lang));
    part.view("")
}
