//! What stands below a live chart, written by the host and then by the widget.

use super::ChartData;
use crate::chart::Figure;
use crate::i18n::{date, Key};
use crate::markup::Markup;
use crate::model::{Lang, PartialDate, Sources};
use crate::route::IndicatorState;

/// Id of the element in which everything stands.
pub const LIVE: &str = "live";

/// How many publishers are named; the page of the atlas names them all.
const PUBLISHERS: usize = 4;

/// Writes a link that opens beside the page in which the widget stands.
fn link(markup: &mut Markup, href: &str, text: &str) {
    let attributes = [("href", href), ("target", "_blank"), ("rel", "noopener")];
    markup.el_with("a", &attributes, text);
}

/// The page of the atlas with the same, seen from the widget's file.
fn href(id: &str, state: &IndicatorState, lang: Lang) -> String {
    let mut href = ["../../../", lang.tag(), "/indicators/", id, "/"].concat();
    let query = state.query();
    if !query.is_empty() {
        href.push('?');
        href.push_str(&query);
    }
    href
}

/// What stands below, whatever an author chooses: who published the values of `keys`, of which day they
/// are, and the way to the atlas.
pub(super) fn sourced(
    keys: &[String],
    sources: &Sources,
    day: PartialDate,
    href: &str,
    lang: Lang,
) -> String {
    let mut markup = Markup::new();
    let mut named: Vec<&str> = Vec::new();
    markup.text(Key::ChartSources.text(lang)).text(": ");
    for source in keys.iter().filter_map(|key| sources.get(key)) {
        let publisher = source.publisher.as_str();
        if named.contains(&publisher) {
            continue;
        }
        named.push(publisher);
        if named.len() > PUBLISHERS {
            continue;
        }
        if named.len() > 1 {
            markup.text("; ");
        }
        match source.link() {
            Some(url) => link(&mut markup, url, publisher),
            None => drop(markup.text(publisher)),
        }
    }
    if let Some(more @ 1..) = named.len().checked_sub(PUBLISHERS) {
        let words = Key::LiveOthers.with(lang, &more.to_string());
        markup.text(" ").text(&words);
    }
    let day = Key::DataDate.with(lang, &date(day, lang));
    markup.text(". ").text(&day).text(" · ");
    link(&mut markup, href, Key::LiveFull.text(lang));
    markup.finish()
}

/// What stands below a chart.
#[must_use]
pub fn foot(data: &ChartData, figure: &Figure, state: &IndicatorState, lang: Lang) -> String {
    let indicator = &data.page.indicator;
    let href = href(&indicator.id, state, lang);
    sourced(figure.sources(), &indicator.sources, data.date, &href, lang)
}
