//! The page for an address that leads nowhere.

use leptos::prelude::*;

use crate::app::Site;
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
    view! {
        <h1 tabindex="-1">{title}</h1>
        <p class="lead">{text}</p>
        <p><a class="button" href=site.href(lang, Route::Cities(Directory::default()))>{Key::GoToCities.text(lang)}</a></p>
    }
    .into_any()
}
