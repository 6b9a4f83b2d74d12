//! Live parts of a page, each behind one type, so that a page's code stays small.

use leptos::prelude::*;

#[cfg(feature = "csr")]
use super::part::Island;
#[cfg(not(feature = "csr"))]
use super::part::Written as Island;
#[cfg(not(feature = "csr"))]
use crate::markup::hash;
use crate::markup::Markup;

/// A part that is made again whenever a signal that it reads changes.
pub fn live(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    // Boxed: otherwise each closure brings its own copy of the renderer.
    fn boxed(view: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
        view.into_any()
    }
    boxed(Box::new(view))
}

/// Markup as a part of the page, in an element with a class, which may be empty.
#[must_use]
pub fn block(class: &'static str, markup: Markup) -> AnyView {
    html(class, markup.finish())
}

/// HTML that was written as markup or as SVG, in an element with a class, which may be empty.
#[must_use]
pub fn html(class: &'static str, html: String) -> AnyView {
    part(class, html, Vec::new(), false)
}

/// A part of the page with its islands, of which nothing is in sight at first if it `is_folded`.
#[cfg(feature = "csr")]
pub(super) fn part(
    class: &'static str,
    html: String,
    islands: Vec<Island>,
    is_folded: bool,
) -> AnyView {
    super::standing::Block::new(class, html, islands, is_folded).into_any()
}

/// Controls that the app does not take over.
#[cfg(not(feature = "csr"))]
const ANEW: [&str; 3] = ["type=\"color\"", "type=\"radio\"", "type=\"range\""];

/// A part of the page with its islands, marked with the hash of its markup: see
/// [`crate::components::standing`].
#[cfg(not(feature = "csr"))]
pub(super) fn part(class: &'static str, html: String, islands: Vec<Island>, _: bool) -> AnyView {
    let class = (!class.is_empty()).then_some(class);
    // Of what is typed, ticked or chosen before the app is there the app is told (`platform::Fields`), but
    // not of what is moved.
    let is_anew = ANEW.iter().any(|it| html.contains(it));
    // Marked all the same: islands inside are this part's, not those of the part around it.
    let hash = if is_anew { 0 } else { hash(&html) }.to_string();
    let html = filled(html, islands);
    view! { <div class=class data-p=hash inner_html=html></div> }.into_any()
}

#[cfg(not(feature = "csr"))]
fn filled(written: String, islands: Vec<Island>) -> String {
    if islands.is_empty() {
        return written;
    }
    let mut whole = String::with_capacity(written.len());
    let mut from = 0;
    for (place, make) in islands {
        whole.push_str(written.get(from..place).unwrap_or_default());
        whole.push_str(&make());
        from = place;
    }
    whole.push_str(written.get(from..).unwrap_or_default());
    whole
}

/// Calls `act` once the page is there and whenever a signal that it reads changes; never on the host,
/// where pages are made and not watched.
pub fn follow(act: impl FnMut() + 'static) {
    // Boxed for the same reason.
    fn boxed(mut act: Box<dyn FnMut()>) {
        Effect::new(move |_| act());
    }
    boxed(Box::new(act));
}
