//! The start of the app, which takes over from the page that the host wrote.

use std::cell::Cell;
use std::rc::Rc;

use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::{app, links, Site};
use crate::components::finder;
use crate::data::Load;
use crate::pages;
use crate::platform;

/// Starts the app as soon as the words of the reader's language are there, and all that the page in
/// the container was made from: what is on screen is then replaced by the same. Until then, and
/// where something does not come, that page stays, and its links lead on as any others.
pub fn start() {
    let Some(container) = platform::element("app").and_then(|it| it.dyn_into().ok()) else {
        platform::log("the page has no element with the id \"app\"");
        return;
    };
    // Owns the signals of the site, which live as long as the page.
    let owner = Owner::new();
    let site = owner.with(Site::new);
    let lang = site.lang();
    platform::set_lang(lang);
    let files = platform::meta("atlas-files").unwrap_or_default();
    let parts = Rc::new(Parts {
        left: Cell::new(2),
        all_came: Cell::new(true),
    });
    let came = move |came: bool| {
        if let Some(all_came) = parts.came(came) {
            if all_came {
                mount(&container, site);
            } else {
                platform::start_failed();
            }
        }
    };
    let came = Rc::new(came);
    owner.with(|| {
        let first = Rc::clone(&came);
        site.with_words(lang, move |there| first(there));
        if files.is_empty() {
            // The page's own file comes along with the words.
            pages::ask(site);
            came(true);
        } else {
            bring(site, &files, came);
        }
    });
    std::mem::forget(owner);
}

/// What is still to come, and whether all that came did.
struct Parts {
    left: Cell<usize>,
    all_came: Cell<bool>,
}

impl Parts {
    /// A part came, or will not; whether all did once it was the last.
    fn came(&self, came: bool) -> Option<bool> {
        self.all_came.set(self.all_came.get() && came);
        self.left.set(self.left.get().saturating_sub(1));
        (self.left.get() == 0).then(|| self.all_came.get())
    }
}

/// Fetches the files and the code that the page in the container was made from.
fn bring(site: Site, files: &str, done: Rc<impl Fn(bool) + 'static>) {
    let code = pages::code_of(site);
    let count = files.split_whitespace().count() + usize::from(code.is_some());
    let parts = Rc::new(Parts {
        left: Cell::new(count),
        all_came: Cell::new(true),
    });
    let came = Rc::new(move |it: bool| {
        if let Some(all) = parts.came(it) {
            done(all);
        }
    });
    for name in files.split_whitespace() {
        let (came, kept) = (Rc::clone(&came), name.to_owned());
        let keep = move |text: Option<String>| {
            let is_there = text.is_some();
            if let Some(text) = text {
                site.store.with_value(|store| store.keep(&kept, text));
            }
            came(is_there);
        };
        site.store
            .with_value(|store| store.fetch(name, Box::new(keep)));
    }
    if let Some(code) = code {
        let is_told = Cell::new(false);
        crate::components::live::follow(move || {
            let there = match code.get() {
                Load::Loading => return,
                Load::Ready(_) => true,
                Load::Failed(_) => false,
            };
            if !is_told.replace(true) {
                came(there);
            }
        });
    }
}

fn mount(container: &HtmlElement, site: Site) {
    let kept = platform::keep_reading(container);
    container.set_inner_html("");
    mount_to(container.clone(), move || {
        site.listen();
        links::listen(site);
        finder::hear_slash(site);
        app(site)
    })
    .forget();
    kept.restore();
}
