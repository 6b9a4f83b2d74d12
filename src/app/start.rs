//! The start of the app, which takes over from the page that the host wrote.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

use super::{app, links, Site};
use crate::components::{finder, standing};
use crate::data::NO_FILES;
use crate::json;
use crate::pages;
use crate::platform;

/// Is told whether a part came.
type Came = Rc<dyn Fn(bool)>;

/// Starts the app as soon as the words of the reader's language are there, and all that the page in
/// the container was made from: what is on screen is then replaced by the same. Until then, and
/// where something does not come, that page stays, and its links lead on as any others.
pub fn start() {
    let container = platform::element("app").and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let Some(container) = container else {
        platform::log("the page has no element with the id \"app\"");
        return;
    };
    // Owns the signals of the site, which live as long as the page.
    let owner = Owner::new();
    let site = owner.with(Site::new);
    // From now on: the reader may go back while the page waits for its files.
    site.listen();
    let lang = site.lang();
    platform::set_lang(lang);
    // None where the host wrote no page.
    let written = platform::meta("atlas-files");
    let files = written.as_deref().unwrap_or_default();
    let is_file = |it: &&str| !it.is_empty() && *it != NO_FILES;
    let files: Vec<&str> = files.split(' ').filter(is_file).collect();
    // The words and the code are a part each.
    let left = Cell::new(files.len() + 2);
    let all_came = Cell::new(true);
    let kept = owner.clone();
    let came: Came = Rc::new(move |it| {
        all_came.set(all_came.get() && it);
        left.set(left.get().saturating_sub(1));
        if left.get() == 0 {
            if all_came.get() {
                let (container, owner) = (container.clone(), kept.clone());
                // Each in a task of its own: what has come is read, then the page is made.
                platform::later(Box::new(move || owner.with(|| pages::ask(site))));
                platform::later(Box::new(move || mount(container, site)));
            } else {
                platform::start_failed(true);
            }
        }
    });
    owner.with(|| {
        if written.is_none() {
            // The page's own file comes along with the words, or after them.
            pages::ask(site);
            came(true);
        } else {
            bring(site, &files, &came);
        }
        site.with_words(lang, move |there| came(there));
    });
    std::mem::forget(owner);
}

/// Fetches the files and the code that the page in the container was made from.
fn bring(site: Site, files: &[&str], came: &Came) {
    for name in files {
        let (came, kept) = (Rc::clone(came), (*name).to_owned());
        let keep = move |text: Option<String>| {
            let text = text.unwrap_or_default();
            // A page of the host, or a file cut off, must not take the place of what is on screen.
            let is_whole = json::is_whole(&text);
            site.keep(&kept, text);
            came(is_whole);
        };
        site.fetch(name, Box::new(keep));
    }
    let came = Rc::clone(came);
    pages::bring_code(site, Box::new(move |there| came(there)));
}

fn mount(container: HtmlElement, site: Site) {
    platform::start_failed(false);
    platform::take_over();
    standing::mount(container.clone(), move || {
        links::listen(site);
        finder::hear_slash(site);
        platform::prepare_paper();
        app(site)
    });
    platform::taken_over(container);
}
