//! The states of a file on the page: loading, failed with a retry, ready.

use std::sync::Arc;

use leptos::prelude::*;

use super::live::{block, live};
use super::part::Part;
use crate::data::{File, Load};
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::Lang;

/// Shows `file` as it comes: `ready` makes the view of its content, `failed` is what could not be
/// loaded, in words.
pub fn loaded<T: Send + Sync + 'static>(
    file: File<T>,
    lang: Lang,
    failed: Key,
    ready: impl Fn(Arc<T>) -> AnyView + Send + 'static,
) -> AnyView {
    live(move || match file.get() {
        Load::Loading => loading(lang),
        Load::Ready(value) => ready(value),
        Load::Failed(error) => {
            let file = file.clone();
            failure(
                lang,
                failed.text(lang),
                &error.text(lang),
                Box::new(move || file.retry()),
            )
        }
    })
}

/// Says that something is on its way.
#[must_use]
pub fn loading(lang: Lang) -> AnyView {
    let mut markup = Markup::new();
    markup.el_with(
        "p",
        &[("class", "loading"), ("role", "status")],
        Key::Loading.text(lang),
    );
    block("", markup)
}

/// The words of a failure, with a button to try again.
#[must_use]
pub fn failure(lang: Lang, failed: &str, why: &str, retry: Box<dyn Fn()>) -> AnyView {
    let mut part = Part::new();
    part.open_with("div", &[("class", "failure"), ("role", "alert")])
        .open("p", "")
        .el("strong", "", failed)
        .text(" ")
        .text(why)
        .close();
    let button = [("type", "button")];
    part.open_hearing("button", &button, &["click"], move |_| retry())
        .text(Key::Retry.text(lang));
    part.view("")
}
