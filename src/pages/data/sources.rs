//! The list of sources: what each supports, some at a time, with a search.

use std::sync::Arc;

use leptos::prelude::*;

use super::{file, whole};
use crate::app::Site;
use crate::components::cite::about;
use crate::components::live::{block, live};
use crate::components::more::More;
use crate::components::part::Part;
use crate::find::contains;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::published::Listed;
use crate::model::Lang;
use crate::platform;
use crate::search::fold;

/// How many sources come at a time.
const STEP: usize = 50;
/// Ids of the search and of the button that shows more.
const FIND: &str = "source-find";
const MORE: &str = "source-more";

pub(super) fn view(site: Site, lang: Lang, all: Arc<Vec<Listed>>) -> AnyView {
    let words: Vec<String> = all.iter().map(words).collect();
    let typed = RwSignal::new(String::new());
    let more = More::new(MORE, STEP);
    let mut part = Part::new();
    let form = [("class", "find"), ("role", "search")];
    part.open_hearing("form", &form, &["input", "submit"], move |event| {
        if event.type_() == "submit" {
            return event.prevent_default();
        }
        if let Some(input) = platform::element(FIND) {
            more.restart();
            typed.set(platform::value(&input));
        }
    });
    part.el_with("label", &[("for", FIND)], Key::DataFindSource.text(lang))
        .void(
            "input",
            &[
                ("id", FIND),
                ("type", "search"),
                ("autocomplete", "off"),
                ("maxlength", "100"),
            ],
        )
        .close();
    part.island("", move || {
        live(move || {
            let typed = fold(&typed.get());
            let fits = |it: &String| typed.split_whitespace().all(|word| contains(it, word));
            let found: Vec<&Listed> = all
                .iter()
                .zip(&words)
                .filter(|(_, words)| fits(words))
                .map(|(it, _)| it)
                .collect();
            let first = found.get(..more.shown(found.len())).unwrap_or_default();
            list(site, lang, first, found.len())
        })
    });
    more.button(&mut part, lang);
    part.view("")
}

/// What a source can be found by, folded.
fn words(it: &Listed) -> String {
    let mut words = [&it.source.title, " ", &it.source.publisher].concat();
    for support in &it.supports {
        words.push(' ');
        words.push_str(&support.file);
    }
    fold(&words)
}

fn list(site: Site, lang: Lang, shown: &[&Listed], of: usize) -> AnyView {
    let mut markup = Markup::new();
    let count = Key::DataSourcesShown.with2(lang, &whole(shown.len(), lang), &whole(of, lang));
    markup
        .el_with("p", &[("class", "count"), ("role", "status")], &count)
        .open("ul", "sources listed");
    for it in shown {
        markup.open("li", "");
        about(&mut markup, &it.source, lang);
        markup
            .close()
            .open("span", "source-meta")
            .text(Key::DataSupports.text(lang));
        for (place, support) in it.supports.iter().enumerate() {
            if place > 0 {
                markup.text(", ");
            }
            let key = if support.facts == 1 {
                Key::DataFactsOne
            } else {
                Key::DataFactsMany
            };
            if site.has_files() {
                let path = ["data/", &support.file].concat();
                file(&mut markup, &path, &support.file);
            } else {
                markup.text(&support.file);
            }
            markup
                .text(" (")
                .text(&key.with(lang, &whole(support.facts, lang)))
                .text(")");
        }
        markup.close().close();
    }
    block("", markup)
}
