//! Filters: a form of controls that stand as the address says, and say to the page what the reader
//! changed. One listener serves all of them; the controls are plain markup.

use web_sys::{Element, Event, HtmlElement};

use super::live::follow;
use super::part::Part;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::Lang;
use crate::platform;

/// Marks the controls of the filters, with what they are about.
const FILTER: &str = "data-filter";

/// The value of the option for none: one without a value attribute would stand for its words.
const NONE: &str = " ";

/// A box without its tick, which has a value all the same.
const UNTICKED: &str = "[type=checkbox]:not(:checked)";

/// The options of a choice: value and words.
pub type Options = Vec<(String, String)>;

/// Opens the form. `now` tells the value of a filter by its name, empty for none, and is followed as
/// it changes; `change` is told a filter with its new value, or nothing when all are to be cleared.
pub fn open(
    part: &mut Part,
    lang: Lang,
    now: impl Fn(&str) -> String + 'static,
    change: impl Fn(Option<(&str, &str)>) + 'static,
) {
    let form = [
        ("class", "filters"),
        ("role", "search"),
        ("aria-label", Key::FilterTitle.text(lang)),
    ];
    boxed(part, &form, Box::new(now), Box::new(change));
}

/// Opens a form of choices that are no filters, as [`open`] does; `label` says what is chosen.
pub fn open_choices(
    part: &mut Part,
    label: &str,
    now: impl Fn(&str) -> String + 'static,
    change: impl Fn(Option<(&str, &str)>) + 'static,
) {
    let form = [("class", "filters"), ("aria-label", label)];
    boxed(part, &form, Box::new(now), Box::new(change));
}

type Now = Box<dyn Fn(&str) -> String>;
type Change = Box<dyn Fn(Option<(&str, &str)>)>;

// Boxed: otherwise each page brings its own copy.
fn boxed(part: &mut Part, form: &[(&str, &str)], now: Now, change: Change) {
    let lives = move |form: HtmlElement| {
        platform::listen(&form, &["input", "click", "submit"], move |event| {
            hear(&event, &change);
        });
        follow(move || show(&form, &now));
        leptos::prelude::IntoAny::into_any(())
    };
    part.open_island("form", form, Box::new(lives));
}

fn name(control: &Element) -> String {
    control.get_attribute(FILTER).unwrap_or_default()
}

/// Tells what the reader did to the filters.
fn hear(event: &Event, change: &Change) {
    match (event.type_().as_str(), platform::target(event)) {
        ("submit", _) => event.prevent_default(),
        ("click", Some(button)) if button.tag_name() == "BUTTON" => change(None),
        ("input", Some(control)) => {
            let value = platform::value(&control);
            let chosen = match control.tag_name().as_str() {
                "SELECT" => value.trim(),
                _ if control.matches(UNTICKED).unwrap_or_default() => "",
                // What is typed keeps its spaces.
                _ => &value,
            };
            change(Some((&name(&control), chosen)));
        }
        _ => {}
    }
}

/// Shows in the controls of `form` how the filters stand.
fn show(form: &HtmlElement, now: &Now) {
    for control in platform::marked(form, FILTER) {
        let mut value = now(&name(&control));
        if value.is_empty() && control.tag_name() == "SELECT" {
            NONE.clone_into(&mut value);
        }
        // What is typed stays untouched, with the place in it.
        if platform::value(&control) != value {
            platform::put(&control, "value", &value.into());
        }
    }
}

/// Writes a field to type in about `filter`.
pub fn typed(markup: &mut Markup, label: &str, filter: &str) {
    let typed = [
        ("type", "search"),
        ("autocomplete", "off"),
        ("maxlength", "100"),
        (FILTER, filter),
    ];
    markup
        .open("label", "wide")
        .el("span", "", label)
        .void("input", &typed)
        .close();
}

/// Writes a labelled choice among `options` about `filter`, with a first one for none where `all`
/// names it.
pub fn choice(
    markup: &mut Markup,
    label: &str,
    filter: &str,
    all: Option<&str>,
    options: &[(String, String)],
) {
    markup
        .open("label", "")
        .el("span", "", label)
        .open_with("select", &[(FILTER, filter)]);
    if let Some(words) = all {
        markup.el_with("option", &[("value", NONE)], words);
    }
    for (value, words) in options {
        markup.el_with("option", &[("value", value)], words);
    }
    markup.close().close();
}

/// Writes the button that clears all filters, and closes the form.
pub fn close(markup: &mut Markup, lang: Lang) {
    close_with(markup, Key::FilterReset.text(lang));
}

/// Writes the button that takes everything back, which says `words`, and closes the form.
pub fn close_with(markup: &mut Markup, words: &str) {
    markup
        .el_with("button", &[("type", "button")], words)
        .close();
}
