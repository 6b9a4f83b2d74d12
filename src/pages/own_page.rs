//! The page of one thing that has a file of its own: an indicator, a programme, a partner, a milestone.

use std::sync::Arc;

use leptos::prelude::*;

use super::not_found::{self, Missing};
use crate::app::Site;
use crate::components::live::{follow, live};
use crate::components::part::Part;
use crate::components::shell::breadcrumb;
use crate::components::state::loaded;
use crate::data::{File, Load, LoadError};
use crate::i18n::Key;
use crate::model::Lang;
use crate::route::Route;

/// What the page is made of.
pub struct OwnPage<T> {
    /// The site.
    pub site: Site,
    /// Language of the page.
    pub lang: Lang,
    /// Its file.
    pub file: File<T>,
    /// The section that the page belongs to, by whose title it goes when its file does not come.
    pub section: (Key, Route),
    /// Says that the file did not come.
    pub failed: Key,
    /// The heading.
    pub title: fn(&T, Lang) -> String,
    /// What stands below the heading.
    pub content: fn(Site, Lang, &Arc<T>) -> AnyView,
}

impl<T: Send + Sync + 'static> OwnPage<T> {
    /// The page; where the server does not have its file, the one that says what there is not.
    pub fn view(
        self,
        missing: impl Fn(&dyn Fn(&Missing) -> AnyView) -> AnyView + Send + 'static,
    ) -> AnyView {
        let Self {
            site,
            lang,
            file,
            section,
            failed,
            title,
            content,
        } = self;
        let named = {
            let (file, section) = (file.clone(), section.0);
            Memo::new(move |_| match file.get() {
                Load::Ready(page) => Some(title(&page, lang)),
                Load::Loading | Load::Failed(LoadError::Missing(404)) => None,
                // The page has come, if not what it is about.
                Load::Failed(_) => Some(section.text(lang).to_owned()),
            })
        };
        follow(move || {
            if let Some(name) = named.get() {
                site.arrived(lang, &name);
            }
        });
        let is_unknown = {
            let file = file.clone();
            Memo::new(move |_| matches!(file.get(), Load::Failed(LoadError::Missing(404))))
        };
        live(move || {
            if is_unknown.get() {
                return missing(&|it| not_found::view(site, lang, it));
            }
            let section = section.clone();
            let mut part = Part::new();
            part.island("", move || {
                live(move || {
                    let heading = named.get();
                    let heading = heading.as_deref().unwrap_or(Key::Loading.text(lang));
                    let steps = [(Key::NavHome, Route::Home), section.clone()];
                    let mut part = Part::new();
                    breadcrumb(&mut part, site, lang, &steps, heading);
                    part.heading(heading);
                    part.view("")
                })
            });
            let content = loaded(file.clone(), lang, failed, move |page: Arc<T>| {
                content(site, lang, &page)
            });
            part.island("", move || content);
            part.view("")
        })
    }
}
