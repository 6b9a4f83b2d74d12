//! Filters of a list: a box to type in and choices, each marked with what it is about. They are plain
//! markup; one listener around them hears all.

use web_sys::Element;

use crate::i18n::Named as _;
use crate::markup::Markup;
use crate::model::{Country, FocusArea, Lang};
use crate::platform;

/// Marks the controls of the filters, with what they are about.
pub const FILTER: &str = "data-filter";

/// The value of the option for none: one without a value attribute would stand for its words.
pub const NONE: &str = " ";

/// The options of a choice: value and words.
pub type Options = Vec<(String, String)>;

/// Writes the box to type in, which is about `text`.
pub fn search(markup: &mut Markup, label: &str) {
    let typed = [
        ("type", "search"),
        ("autocomplete", "off"),
        ("maxlength", "100"),
        (FILTER, "text"),
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

/// The member states for which `has` holds, as options.
#[must_use]
pub fn countries(lang: Lang, has: impl Fn(Country) -> bool) -> Options {
    let option = |it: Country| (it.code().to_owned(), it.key().text(lang).to_owned());
    let all = Country::ALL.into_iter().filter(|it| has(*it));
    all.map(option).collect()
}

/// The focus areas as options.
#[must_use]
pub fn focus_areas(lang: Lang) -> Options {
    let option = |it: FocusArea| (it.id().to_owned(), it.key().text(lang).to_owned());
    FocusArea::ALL.into_iter().map(option).collect()
}

/// Shows in the controls of `form` how the filters stand: the value of each by what it is about.
pub fn show(form: &Element, standing: &dyn Fn(&str) -> String) {
    for control in platform::marked(form, FILTER) {
        let now = standing(&control.get_attribute(FILTER).unwrap_or_default());
        // What is typed stays untouched, with the place in it.
        if platform::value(&control) != now {
            platform::put(&control, "value", &now.into());
        }
    }
}
