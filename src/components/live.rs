//! Live parts of a page, each behind one type, so that a page's code stays small.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::Event;

use crate::markup::Markup;

/// A part that is made again whenever a signal that it reads changes.
pub fn live(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    // Boxed: otherwise each closure brings its own copy of the renderer.
    fn boxed(view: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
        view.into_any()
    }
    boxed(Box::new(view))
}

/// Hears what happens in `content`: clicks, letters typed and forms sent, told apart by the event's
/// own kind. One listener serves all controls inside, which are plain markup.
pub fn listening(content: AnyView, hear: impl Fn(&Event) + 'static) -> AnyView {
    fn boxed(content: AnyView, hear: Rc<dyn Fn(&Event)>) -> AnyView {
        let (typed, sent) = (Rc::clone(&hear), Rc::clone(&hear));
        view! {
            <div
                on:click=move |event| hear(&event)
                on:input=move |event| typed(&event)
                on:submit=move |event| sent(&event)
            >
                {content}
            </div>
        }
        .into_any()
    }
    boxed(content, Rc::new(hear))
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

/// Calls `act` once the page is there and whenever a signal that it reads changes.
pub fn follow(act: impl FnMut() + 'static) {
    // Boxed for the same reason.
    fn boxed(mut act: Box<dyn FnMut()>) {
        Effect::new(move |_| act());
    }
    boxed(Box::new(act));
}
