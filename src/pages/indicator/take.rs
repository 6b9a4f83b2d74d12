//! Take it away: what is shown now as a file, a picture, a citation or a link.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, MouseEvent};

use super::draw::{draw, size_of};
use super::Explorer;
use crate::chart::map::MapDetail;
use crate::components::live::live;
use crate::components::part::Part;
use crate::components::state::loaded;
use crate::explore;
use crate::export::picture::{picture, Caption};
use crate::export::{citation, csv, file_name, json, Head, View};
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::cut::Index;
use crate::model::{Lang, PartialDate};
use crate::platform;
use crate::route::ChartKind;

/// What became of something that was to be taken away.
#[derive(Clone, PartialEq)]
pub(super) struct Told {
    /// Whether it was the table, which says so beside itself.
    pub of_table: bool,
    /// What happened, in words.
    pub words: String,
    /// The text that the reader must copy by hand; empty when the browser has done it.
    pub text: String,
}

/// What can be taken away, by the name on its button.
const FILES: [(&str, Key); 4] = [
    ("csv", Key::TakeCsv),
    ("json", Key::TakeJson),
    ("svg", Key::TakeSvg),
    ("png", Key::TakePng),
];
const TEXTS: [(&str, Key); 3] = [
    ("citation", Key::TakeCitation),
    ("bibtex", Key::TakeBibtex),
    ("link", Key::TakeLink),
];

/// Writes the section.
pub(super) fn write(part: &mut Part, explorer: &Explorer) {
    let lang = explorer.lang;
    part.open_with("section", &[("class", "take"), ("aria-labelledby", "take")])
        .el_with("h2", &[("id", "take")], Key::TakeTitle.text(lang))
        .el("p", "", Key::TakeLead.text(lang));
    let explorer = explorer.clone();
    // The date of the data stands in the list of cities, which every page asks for.
    let index = explorer.site.index();
    part.island("", move || {
        loaded(index, lang, Key::FailedIndex, move |index: Arc<Index>| {
            buttons(explorer.clone(), index.data_date)
        })
    });
    part.close();
}

fn buttons(explorer: Explorer, date: PartialDate) -> AnyView {
    let lang = explorer.lang;
    let mut markup = Markup::new();
    for (title, all) in [(Key::TakeSave, &FILES[..]), (Key::TakeCopy, &TEXTS[..])] {
        let title = title.text(lang);
        markup
            .open_with("div", &[("role", "group"), ("aria-label", title)])
            .el("span", "group-name", title);
        for (name, key) in all {
            button(&mut markup, name, *key, lang);
        }
        if title == Key::TakeCopy.text(lang) && platform::can_share() {
            button(&mut markup, "share", Key::TakeShare, lang);
        }
        markup.close();
    }
    let told = explorer.told;
    let clicked = move |event: MouseEvent| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        if let Some(what) = target.and_then(|it| it.get_attribute("data-take")) {
            take(&explorer, &what, date);
        }
    };
    view! {
        <div class="take-buttons" inner_html=markup.finish() on:click=clicked></div>
        {told_view(told, false, lang)}
    }
    .into_any()
}

fn button(markup: &mut Markup, name: &str, key: Key, lang: Lang) {
    let attributes = [("type", "button"), ("class", "plain"), ("data-take", name)];
    markup
        .el_with("button", &attributes, key.text(lang))
        .text(" ");
}

/// What happened, spoken as well; with the text itself where it must be copied by hand.
pub(super) fn told_view(told: RwSignal<Option<Told>>, of_table: bool, lang: Lang) -> AnyView {
    let here = Memo::new(move |_| told.get().filter(|it| it.of_table == of_table));
    let words = move || here.get().map(|it| it.words);
    let text = live(move || match here.get().filter(|it| !it.text.is_empty()) {
        Some(told) => view! {
            <textarea readonly rows="6" aria-label=Key::TakeText.text(lang)>{told.text}</textarea>
        }
        .into_any(),
        None => ().into_any(),
    });
    view! {
        <p class="told" role="status">{words}</p>
        {text}
    }
    .into_any()
}

/// Copies a text and tells what became of it.
pub(super) fn copy(explorer: &Explorer, key: Key, of_table: bool, text: String) {
    let (lang, told) = (explorer.lang, explorer.told);
    let given = text.clone();
    let done = move |copied: bool| {
        let words = if copied {
            Key::TakeCopied.with(lang, key.text(lang))
        } else {
            Key::TakeCopyFailed.text(lang).to_owned()
        };
        let text = if copied { String::new() } else { text };
        told.try_set(Some(Told {
            of_table,
            words,
            text,
        }));
    };
    platform::copy(&given, Box::new(done));
}

fn take(explorer: &Explorer, what: &str, date: PartialDate) {
    let (lang, indicator) = (explorer.lang, &explorer.page.indicator);
    let address = explorer.site.here();
    let name = file_name(&indicator.id, "", date, what);
    let saved = {
        let (told, name) = (explorer.told, name.clone());
        move |saved: bool, failed: Key| {
            let words = if saved {
                Key::TakeSaved.with(lang, &name)
            } else {
                failed.text(lang).to_owned()
            };
            told.try_set(Some(Told {
                of_table: false,
                words,
                text: String::new(),
            }));
        }
    };
    let file = |kind: &str, content: &str| {
        saved(
            platform::save_file(&name, kind, content),
            Key::TakeSaveFailed,
        );
    };
    match what {
        "link" => return copy(explorer, Key::TakeLink, false, address),
        "share" => {
            // A reader who closes the sheet need not be told so.
            let title = indicator.name.get(lang);
            return platform::share(title, &address, Box::new(|_| ()));
        }
        "svg" | "png" => {
            let Some(svg) = drawn(explorer, &address, date) else {
                return saved(false, Key::TakeSaveFailed);
            };
            if what == "svg" {
                file("image/svg+xml", &svg);
            } else {
                let saved = saved.clone();
                let done = move |it| saved(it, Key::TakePngFailed);
                platform::save_png(&name, &svg, Box::new(done));
            }
            return;
        }
        _ => {}
    }
    with_view(explorer, &address, date, &mut |view| match what {
        "csv" => file("text/csv", &csv::csv(view)),
        "json" => file("application/json", &json::json(view)),
        "citation" => copy(explorer, Key::TakeCitation, false, citation::text(view)),
        _ => copy(explorer, Key::TakeBibtex, false, citation::bibtex(view)),
    });
}

/// The picture of what is shown, at the size for a desk whatever the window.
fn drawn(explorer: &Explorer, address: &str, date: PartialDate) -> Option<String> {
    let state = explorer.state.get_untracked();
    let is_map = explorer.kind(&state) == ChartKind::Map;
    let lands = is_map.then(|| explorer.site.lands(MapDetail::Coarse));
    let lands = lands.and_then(|it| it.ready());
    let figure = draw(explorer, &state, size_of(640), lands.as_deref())?;
    let caption = Caption {
        title: "",
        notes: &super::about::notes(explorer),
        address,
        data_date: date,
        lang: explorer.lang,
        sources: &explorer.page.indicator.sources,
    };
    Some(picture(&[figure], &caption))
}

/// Calls `act` with the values that are shown, as they were published.
fn with_view(explorer: &Explorer, address: &str, date: PartialDate, act: &mut dyn FnMut(&View)) {
    let state = explorer.state.get_untracked();
    let kind = explorer.kind(&state);
    let page = &explorer.page;
    let chosen = explore::chosen(page, &state);
    let year = explore::year(page, &explorer.years, &state);
    let span = match kind {
        ChartKind::Map | ChartKind::Bars => (year, year),
        _ => explore::span(&explorer.years, &state),
    };
    let ends = explore::between(page, &explorer.years, &state, &chosen);
    let head = Head {
        address,
        data_date: date,
        lang: explorer.lang,
        sources: &page.indicator.sources,
    };
    let view = View::of_indicator(
        &page.indicator,
        &|place| explorer.name(place),
        &|series, point| match kind {
            // Every place is shown.
            ChartKind::Map | ChartKind::Bars => point.year == year,
            ChartKind::Difference => {
                chosen.contains(&series.place.as_str())
                    && (point.year == ends.0 || point.year == ends.1)
            }
            _ => chosen.contains(&series.place.as_str()) && (span.0..=span.1).contains(&point.year),
        },
        head,
    );
    act(&view);
}
