//! Citations: numbers behind a fact that lead to its sources, and back.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::live::block;
use super::part::Part;
use crate::i18n::{date, Key};
use crate::markup::Markup;
use crate::model::{Lang, Source, Sources};

/// Each place where a source is cited: the source's key and the id of the place, in reading order.
type Cited = Vec<(String, String)>;

/// The citations of one list of sources on a page.
///
/// Remembers where each source was cited, so that the list, which is made last, leads back. Cheap
/// to clone; clones share their memory.
#[derive(Clone)]
pub struct Citations {
    lang: Lang,
    /// Tells the numbers of this list from those of another on the same page; may be empty.
    prefix: Arc<str>,
    /// Ids of the places where each source is cited.
    cited: Arc<Mutex<Cited>>,
}

impl Citations {
    /// No citations yet.
    #[must_use]
    pub fn new(lang: Lang, prefix: &str) -> Self {
        Self {
            lang,
            prefix: prefix.into(),
            cited: Arc::default(),
        }
    }

    /// The language of the page.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    fn cited(&self) -> MutexGuard<'_, Cited> {
        self.cited.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes that `place`, the id of an element, cites `keys`.
    pub fn note(&self, place: &str, keys: &[String]) {
        let mut cited = self.cited();
        for key in keys {
            if !cited.iter().any(|(known, at)| known == key && at == place) {
                cited.push((key.clone(), place.to_owned()));
            }
        }
    }

    /// Writes numbers that lead to the sources of `keys`, from which the list leads back.
    pub fn cite(&self, markup: &mut Markup, keys: &[String]) {
        markup.open("sup", "cites");
        for key in keys {
            let count = self.cited().len();
            let id = format!("cite-{}{key}-{count}", self.prefix);
            self.number(markup, key, &id);
            self.note(&id, std::slice::from_ref(key));
        }
        markup.close();
    }

    /// Writes an element with a text and the numbers of its sources.
    pub fn said(&self, markup: &mut Markup, tag: &'static str, text: &str, keys: &[String]) {
        markup.open(tag, "").text(text);
        self.cite(markup, keys);
        markup.close();
    }

    /// Writes numbers that lead to the sources of `keys`, for places noted by [`Self::note`].
    pub fn links(&self, markup: &mut Markup, keys: &[String]) {
        for key in keys {
            self.number(markup, key, "");
        }
    }

    fn number(&self, markup: &mut Markup, key: &str, id: &str) {
        let label = format!("{}{key}", self.prefix);
        let name = Key::SourceNumber.with(self.lang, &label);
        let target = format!("source-{label}");
        let attributes = [
            ("id", id),
            ("href", "#"),
            ("data-jump", &target),
            ("aria-label", &name),
        ];
        markup.el_with("a", &attributes, &label).text(" ");
    }

    /// Writes the list of sources in order of their numbers, each leading back to where it is cited. An
    /// island, because the app writes more ways back than the host, and the rest is the same.
    pub fn list(&self, part: &mut Part, sources: &Sources) {
        let mut markup = Markup::new();
        markup.open("ol", "sources");
        // Keys are numbers from 1: in a map they would come as 1, 10, 11, 2.
        for (key, source) in
            (1..=sources.len()).filter_map(|it| sources.get_key_value(&it.to_string()))
        {
            self.item(&mut markup, key, source);
        }
        part.island("", move || block("", markup));
    }

    /// Writes of the list what is cited.
    #[cfg(not(feature = "csr"))]
    pub fn list_cited(&self, markup: &mut Markup, sources: &Sources) {
        let is_cited = |key: &str| self.cited().iter().any(|it| it.0 == key);
        markup.open("ol", "sources");
        for (key, source) in sources.iter().filter(|it| is_cited(it.0)) {
            self.item(markup, key, source);
        }
        markup.close();
    }

    fn item(&self, markup: &mut Markup, key: &str, source: &Source) {
        let lang = self.lang;
        let label = format!("{}{key}", self.prefix);
        let id = format!("source-{label}");
        markup.open_with("li", &[("id", &id), ("tabindex", "-1")]);
        markup.el_with(
            "span",
            &[("class", "source-number"), ("aria-hidden", "true")],
            &label,
        );
        about(markup, source, lang);
        let back = Key::SourceBack.with(lang, &label);
        for (_, place) in self
            .cited()
            .iter()
            .filter(|(it, _)| it == key)
            .take(MOST_WAYS_BACK)
        {
            let attributes = [("href", "#"), ("data-jump", place), ("aria-label", &back)];
            markup.text(" ").el_with("a", &attributes, "↑");
        }
        markup.close().close();
    }
}

/// Writes what is known of a source: title, publisher, days, licence. Leaves the last element open.
pub fn about(markup: &mut Markup, source: &Source, lang: Lang) {
    match source.link() {
        Some(url) => outside(markup, url, &source.lang, &source.title),
        None => {
            markup.el_with("cite", &[("lang", &source.lang)], &source.title);
        }
    }
    markup
        .open("span", "source-meta")
        .text(&source.publisher)
        .text(", ");
    match source.published {
        Some(day) => markup.text(&date(day, lang)),
        None => markup.text(Key::SourceUndated.text(lang)),
    };
    markup
        .text(" · ")
        .text(&Key::SourceRead.with(lang, &date(source.accessed, lang)));
    if source.url.is_none() {
        markup.text(" · ").text(Key::SourceNoAddress.text(lang));
    }
    if let Some(via) = source.link_via() {
        markup.text(" · ");
        outside(markup, via, "", Key::SourceVia.text(lang));
    }
    markup.text(" · ");
    match &source.licence {
        Some(licence) => markup.text(&Key::SourceLicence.with(lang, licence)),
        None => markup.text(Key::SourceNoLicence.text(lang)),
    };
}

/// A link to another site, in a new tab.
fn outside(markup: &mut Markup, url: &str, lang: &str, text: &str) {
    let attributes = [
        ("href", url),
        ("target", "_blank"),
        ("rel", "noopener noreferrer"),
        ("lang", lang),
    ];
    markup.el_with("a", &attributes, text);
}

/// A source cited all over the page needs no arrow for each place. On the host the browser's own way
/// back is enough: a page is then a sixth shorter.
const MOST_WAYS_BACK: usize = if cfg!(feature = "csr") { 6 } else { 0 };
