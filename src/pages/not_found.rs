//! The page for an address that leads nowhere.

use leptos::prelude::*;

use crate::app::Site;
use crate::components::part::Part;
use crate::i18n::Key;
use crate::model::Lang;
use crate::route::{Directory, Route};

/// Says that there is no page, or no city of this name, and shows the way to the cities.
pub fn view(site: Site, lang: Lang, city: Option<&str>) -> AnyView {
    let title = Key::NotFoundTitle.text(lang);
    site.arrived(lang, title);
    let text = match city {
        Some(slug) => Key::NotFoundCity.with(lang, slug),
        None => Key::NotFoundText.text(lang).to_owned(),
    };
    let cities = site.href(lang, Route::Cities(Directory::default()));
    let mut part = Part::new();
    part.heading(title)
        .el("p", "lead", &text)
        .open("p", "")
        .link("button", &cities, Key::GoToCities.text(lang));
    part.view("")
}
