//! Live parts of a page, each behind one type, so that a page's code stays small.

use leptos::prelude::*;

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
    let class = (!class.is_empty()).then_some(class);
    view! { <div class=class inner_html=html></div> }.into_any()
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
