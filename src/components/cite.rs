//! Citations: numbers behind a fact that lead to its sources, and back.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use leptos::prelude::*;

use crate::html::escape;
use crate::i18n::{date, Key};
use crate::model::{Lang, Source, Sources};

/// Ids of the places where each source is cited, by its key.
type Cited = BTreeMap<String, Vec<String>>;

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
        Self { lang, prefix: prefix.into(), cited: Arc::default() }
    }

    fn cited(&self) -> MutexGuard<'_, Cited> {
        self.cited.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes that `place`, the id of an element, cites `keys`.
    pub fn note(&self, place: &str, keys: &[String]) {
        let mut cited = self.cited();
        for key in keys {
            let places = cited.entry(key.clone()).or_default();
            if !places.iter().any(|it| it == place) {
                places.push(place.to_owned());
            }
        }
    }

    /// Numbers that lead to the sources of `keys`, from which the list leads back.
    #[must_use]
    pub fn cite(&self, keys: &[String]) -> AnyView {
        let mut html = String::new();
        for key in keys {
            let count = self.cited().get(key).map_or(0, Vec::len);
            let id = format!("cite-{}{key}-{count}", self.prefix);
            self.link(&mut html, key, Some(&id));
            self.note(&id, std::slice::from_ref(key));
        }
        view! { <sup class="cites" inner_html=html></sup> }.into_any()
    }

    /// Numbers that lead to the sources of `keys`, for places noted by [`Self::note`].
    #[must_use]
    pub fn links(&self, keys: &[String]) -> String {
        let mut html = String::new();
        for key in keys {
            self.link(&mut html, key, None);
        }
        html
    }

    fn link(&self, html: &mut String, key: &str, id: Option<&str>) {
        let label = format!("{}{key}", self.prefix);
        let label = escape(&label);
        let name = Key::SourceNumber.with(self.lang, &label);
        let id = id.map_or(String::new(), |id| format!(" id=\"{}\"", escape(id)));
        // Writing to a string does not fail.
        write!(html, "<a{id} href=\"#source-{label}\" data-jump=\"source-{label}\" aria-label=\"{name}\">{label}</a> ").ok();
    }

    /// The list of sources in order of their numbers, each leading back to where it is cited.
    #[must_use]
    pub fn list(&self, sources: &Sources) -> AnyView {
        let mut numbered: Vec<_> = sources.iter().collect();
        numbered.sort_by_key(|(key, _)| key.parse().unwrap_or(u32::MAX));
        let items = numbered.into_iter().map(|(key, source)| self.item(key, source)).collect_view();
        view! { <ol class="sources">{items}</ol> }.into_any()
    }

    fn item(&self, key: &str, source: &Source) -> AnyView {
        let lang = self.lang;
        let label = format!("{}{key}", self.prefix);
        let mut back = String::new();
        let cited = self.cited();
        let name = Key::SourceBack.with(lang, &escape(&label));
        for place in cited.get(key).into_iter().flatten().take(MOST_WAYS_BACK) {
            let place = escape(place);
            write!(back, "<a href=\"#{place}\" data-jump=\"{place}\" aria-label=\"{name}\">↑</a> ").ok();
        }
        let title = match source.url.clone().filter(|url| is_web(url)) {
            Some(url) => {
                view! { <a href=url target="_blank" rel="noopener noreferrer" lang=source.lang.clone()>{source.title.clone()}</a> }
                    .into_any()
            }
            None => view! { <cite lang=source.lang.clone()>{source.title.clone()}</cite> }.into_any(),
        };
        let no_address = source.url.is_none().then(|| format!(" · {}", Key::SourceNoAddress.text(lang)));
        let published = source
            .published
            .map_or_else(|| Key::SourceUndated.text(lang).to_owned(), |day| date(day, lang));
        let read = Key::SourceRead.with(lang, &date(source.accessed, lang));
        let via = source.via.clone().filter(|url| is_web(url)).map(|url| {
            view! { " · " <a href=url target="_blank" rel="noopener noreferrer">{Key::SourceVia.text(lang)}</a> }
        });
        let licence = source.licence.as_ref().map_or_else(
            || Key::SourceNoLicence.text(lang).to_owned(),
            |licence| Key::SourceLicence.with(lang, licence),
        );
        let anchor = format!("source-{label}");
        view! {
            <li id=anchor tabindex="-1">
                <span class="source-number" aria-hidden="true">{label}</span>
                {title}
                <span class="source-meta">
                    {source.publisher.clone()} ", " {published} " · " {read} {no_address} {via} " · " {licence} " "
                    <span inner_html=back></span>
                </span>
            </li>
        }
        .into_any()
    }
}

/// A source cited all over the page needs no arrow for each place.
const MOST_WAYS_BACK: usize = 6;

/// Whether an address may stand in a link: no `javascript:` or other schemes.
fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
