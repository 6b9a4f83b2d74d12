//! Take it away: what is shown now as a file, a picture, a citation or a link.

use std::rc::Rc;

use leptos::prelude::*;
#[cfg(split)]
use leptos::wasm_split::wasm_split;
use web_sys::HtmlElement;

use super::draw::draw;
use super::Explorer;
use crate::app::chunk::{hand_over, ready, ChunkError};
use crate::app::Site;
use crate::chart::map::MapDetail;
use crate::components::embed;
use crate::components::live::follow;
use crate::components::part::Part;
use crate::components::told::{self, copy, tell};
use crate::data::{File, Load};
use crate::explore;
use crate::explore::size_of;
use crate::export::picture::{picture, Caption};
use crate::export::{citation, csv, file_name, json, Head, View};
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::{Lang, PartialDate};
use crate::platform;
use crate::route::{ChartKind, Chunk, Places};
use crate::widget::Widget;

/// Where it is told what became of something, below the buttons.
const OF_VIEW: &str = "told-view";

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
pub(super) fn write(part: &mut Part, explorer: &Rc<Explorer>) {
    let lang = explorer.lang;
    part.open_with("section", &[("class", "take"), ("aria-labelledby", "take")])
        .el_with("h2", &[("id", "take")], Key::TakeTitle.text(lang))
        .el("p", "", Key::TakeLead.text(lang));
    let started = Rc::clone(explorer);
    let start = move |place: HtmlElement| {
        start(&started, &place);
        ().into_any()
    };
    part.island_in("div", "take-buttons", Box::new(start));
    told::write(part, OF_VIEW, lang);
    let (site, id) = (explorer.site, explorer.page.indicator.id.clone());
    let shown = Rc::clone(explorer);
    part.following("div", &[], move || {
        // Read for the sake of being told.
        drop(site.address());
        let places = match shown.state().map(|it| it.places) {
            Some(Places::Chosen(places)) => places,
            _ => Vec::new(),
        };
        let widget = Widget::Chart {
            indicator: id.clone(),
            places,
        };
        let mut link = Markup::new();
        embed::link(
            &mut link,
            site,
            lang,
            widget,
            shown.page.indicator.name.get(lang),
        );
        link.finish()
    });
    part.close();
}

/// Makes what a button names of the view that is shown; is told the date of the data.
type Take = fn(&Explorer, &str, PartialDate);

#[allow(
    clippy::unnecessary_wraps,
    reason = "where chunks are cut out, loading one can fail"
)]
#[cfg_attr(split, wasm_split(take, wasm_split_path = leptos::wasm_split, fallible))]
fn code() -> Result<Take, ChunkError> {
    Ok(take)
}

/// The code for it, asked for if it is not there.
fn code_of(explorer: &Explorer) -> File<Take> {
    let load = |done| hand_over(done, ready(code()));
    explorer.site.code(Chunk::Take, load)
}

fn start(explorer: &Rc<Explorer>, place: &HtmlElement) {
    place.set_inner_html(&buttons(explorer.site, explorer.lang));
    // Asked for when the reader comes near: browsers copy and share only shortly after a click, and the
    // connection may be gone by then.
    let wanted = RwSignal::new(None::<String>);
    let near = Rc::clone(explorer);
    platform::when_near(place, move || drop(code_of(&near)));
    let clicked = Rc::clone(explorer);
    platform::listen(place, &["click"], move |event| {
        let what = platform::target(&event).and_then(|it| it.get_attribute("data-take"));
        if what.is_some() {
            code_of(&clicked).retry_failed();
            wanted.set(what);
        }
    });
    let explorer = Rc::clone(explorer);
    follow(move || {
        let Some(what) = wanted.get() else { return };
        if take_when_there(&explorer, &what) {
            wanted.set(None);
        }
    });
}

/// Takes `what` away, or tells why not; false while something needed is on its way.
fn take_when_there(explorer: &Explorer, what: &str) -> bool {
    let lang = explorer.lang;
    match code_of(explorer).get() {
        Load::Ready(take) => match platform::data_day() {
            Some(day) => untrack(|| take(explorer, what, day)),
            None => tell(OF_VIEW, Key::FailedPage.text(lang), ""),
        },
        Load::Failed(error) => tell(OF_VIEW, &error.text(lang), ""),
        Load::Loading => {
            tell(OF_VIEW, Key::Loading.text(lang), "");
            return false;
        }
    }
    true
}

fn buttons(site: Site, lang: Lang) -> String {
    let mut markup = Markup::new();
    for (title, all) in [(Key::TakeSave, &FILES[..]), (Key::TakeCopy, &TEXTS[..])] {
        let is_of_texts = title == Key::TakeCopy;
        let title = title.text(lang);
        markup
            .open_with("div", &[("role", "group"), ("aria-label", title)])
            .el("span", "group-name", title);
        // What lies on a disk has no address for others.
        let has_address = !site.here().is_empty();
        for (name, key) in all {
            if has_address || *key != Key::TakeLink {
                button(&mut markup, name, *key, lang);
            }
        }
        if is_of_texts && has_address && platform::can_share() {
            button(&mut markup, "share", Key::TakeShare, lang);
        }
        markup.close();
    }
    markup.finish()
}

fn button(markup: &mut Markup, name: &str, key: Key, lang: Lang) {
    let attributes = [("type", "button"), ("class", "plain"), ("data-take", name)];
    markup
        .el_with("button", &attributes, key.text(lang))
        .text(" ");
}

fn take(explorer: &Explorer, what: &str, date: PartialDate) {
    let (lang, indicator) = (explorer.lang, &explorer.page.indicator);
    let address = explorer.site.here();
    let name = file_name(&indicator.id, "", date, what);
    let saved = {
        let name = name.clone();
        move |saved: bool, failed: Key| {
            if saved {
                tell(OF_VIEW, &Key::TakeSaved.with(lang, &name), "");
            } else {
                tell(OF_VIEW, failed.text(lang), "");
            }
        }
    };
    let file = |kind: &str, content: &str| {
        saved(
            platform::save_file(&name, kind, content),
            Key::TakeSaveFailed,
        );
    };
    match what {
        "link" => return copy(lang, Key::TakeLink, OF_VIEW, address),
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
        "citation" => copy(lang, Key::TakeCitation, OF_VIEW, citation::text(view)),
        _ => copy(lang, Key::TakeBibtex, OF_VIEW, citation::bibtex(view)),
    });
}

/// The picture of what is shown, at the size for a desk whatever the window.
fn drawn(explorer: &Explorer, address: &str, date: PartialDate) -> Option<String> {
    let state = explorer.state()?;
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
    let Some(state) = explorer.state() else {
        return;
    };
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
