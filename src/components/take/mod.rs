//! Take it away: a figure as a file, a picture, a citation or a link, from a button below it.
//!
//! What a reader may take is [`Shown`]: a figure of a page, or the view of an indicator's own page. What
//! makes files of it is the chunk `take`, which is asked for when a reader opens the choice.

mod carry;

use std::sync::Arc;

use leptos::prelude::*;
#[cfg(split)]
use leptos::wasm_split::wasm_split;

pub use carry::buttons;

use super::part::Part;
#[cfg(feature = "csr")]
use super::state::loaded;
use crate::app::chunk::{hand_over, ready, ChunkError};
use crate::app::Site;
use crate::chart::{Figure, Size};
use crate::data::File;
#[cfg(feature = "csr")]
use crate::i18n::Key;
use crate::model::{Indicator, Lang, PartialDate, Point, Series, Sources};
#[cfg(feature = "csr")]
use crate::platform;
use crate::route::Chunk;
use crate::widget::Widget;

/// What a reader may take away.
pub trait Shown {
    /// The site, and the language of the page.
    fn site(&self) -> (Site, Lang);
    /// Names its files: the identifier of an indicator or a figure.
    fn id(&self) -> &str;
    /// What it is, in words.
    fn title(&self) -> &str;
    /// Id of the element where it is told what became of something: see `told`.
    fn told(&self) -> String;
    /// Id of the element on its page; empty where it is the page itself.
    fn anchor(&self) -> &str;
    /// What a reader must know of it, each a paragraph.
    fn notes(&self) -> Vec<String>;
    /// The same for other sites; `None` where there is no such widget.
    fn widget(&self) -> Option<Widget>;
    /// What the reader made of it, as the query of a live widget says it; empty for the usual view, and
    /// for one that widgets do not have.
    fn view(&self) -> String {
        String::new()
    }
    /// What is shown other than usual, for the names of files; empty where that is told by the places.
    fn label(&self) -> String {
        String::new()
    }
    /// The figure at the size for a desk or for a phone; `None` while something of it is missing.
    fn figure(&self, is_wide: bool) -> Option<Figure>;
    /// Calls `act` with its values.
    fn values(&self, act: &mut dyn FnMut(&Values<'_>));
}

/// The values of what is shown.
pub struct Values<'a> {
    /// The sources that keys of the values lead to.
    pub sources: &'a Sources,
    /// The indicator; without one the values are those in the table of the figure.
    pub indicator: Option<&'a Indicator>,
    /// The name of a city by its slug, where it is known.
    pub city: &'a dyn Fn(&str) -> Option<&'a str>,
    /// Whether a point of the indicator is shown.
    pub keep: &'a dyn Fn(&Series, &Point) -> bool,
}

/// The data of a page that has figures.
pub trait Data: Send + Sync {
    /// The sources that keys of its values lead to.
    fn sources(&self) -> &Sources;
    /// The indicator of a figure, which shows all of it, by the position that the page gave; `None`
    /// for a figure that is of no indicator.
    fn indicator(&self, at: usize) -> Option<&Indicator> {
        let _ = at;
        None
    }
    /// The name of a city by its slug, if the page knows it.
    fn city(&self, slug: &str, lang: Lang) -> Option<&str> {
        let _ = (slug, lang);
        None
    }
}

/// The position of a figure that is of no indicator.
pub const NONE: usize = usize::MAX;

/// Draws a figure at a size; is told a prefix for ids, unique on the page.
pub type Draw = Arc<dyn Fn(Size, &str) -> Option<Figure> + Send + Sync>;

/// A figure of a page.
pub struct Taken {
    /// The site.
    pub site: Site,
    /// Language of the page.
    pub lang: Lang,
    /// Id of its element.
    pub id: String,
    /// What it is, in words.
    pub title: String,
    /// What a reader must know of it, each a paragraph.
    pub notes: Vec<String>,
    /// The data of its page.
    pub data: Arc<dyn Data>,
    /// Where it stands in the data, or [`NONE`].
    pub at: usize,
    /// The same for other sites, if there is such a widget.
    pub widget: Option<Widget>,
    /// Draws it.
    pub draw: Draw,
}

/// What the chunk holds.
pub struct Code {
    /// Makes what a button names, and tells what became of it; is told the date of the data.
    pub take: fn(&dyn Shown, &str, PartialDate),
    /// What stands below the button of a figure once it is pressed.
    #[cfg(feature = "csr")]
    panel: fn(&Arc<Taken>) -> AnyView,
}

#[allow(
    clippy::unnecessary_wraps,
    reason = "where chunks are cut out, loading one can fail"
)]
#[cfg_attr(split, wasm_split(take, wasm_split_path = leptos::wasm_split, fallible))]
fn code() -> Result<Code, ChunkError> {
    Ok(Code {
        take: carry::take,
        #[cfg(feature = "csr")]
        panel: carry::panel,
    })
}

/// The code for it, asked for if it is not there.
#[must_use]
pub fn code_of(site: Site) -> File<Code> {
    site.code(Chunk::Take, |done| hand_over(done, ready(code())))
}

/// Writes the place of the button below a figure, which only the app can serve.
pub fn control(part: &mut Part, taken: Arc<Taken>) {
    #[cfg(feature = "csr")]
    let view = |_| button(taken);
    #[cfg(not(feature = "csr"))]
    let view = |_| {
        drop(taken);
        ().into_any()
    };
    part.island_in("div", "take-row", Box::new(view));
}

/// The button, and what it opens.
#[cfg(feature = "csr")]
fn button(taken: Arc<Taken>) -> AnyView {
    let lang = taken.lang;
    let words = Key::TakeOpen.text(lang);
    // Where there are several, their names tell them apart.
    let name = [words, ": ", &taken.title].concat();
    let opened = RwSignal::new(false);
    let button = [
        ("type", "button"),
        ("class", "plain"),
        ("aria-expanded", "false"),
        ("aria-label", &name),
    ];
    let clicked = move |event| {
        opened.update(|it| *it = !*it);
        if let Some(button) = platform::target(&event) {
            let now = if opened.get_untracked() {
                "true"
            } else {
                "false"
            };
            button.set_attribute("aria-expanded", now).ok();
        }
    };
    let mut part = Part::new();
    part.open_hearing("button", &button, &["click"], clicked)
        .text(words)
        .close();
    let panel = move || {
        if !opened.get() {
            return ().into_any();
        }
        let taken = Arc::clone(&taken);
        let code = code_of(taken.site);
        loaded(code, lang, Key::TakeFailed, move |code| {
            (code.panel)(&taken)
        })
    };
    part.island("take-panel", move || super::live::live(panel));
    part.view("")
}
