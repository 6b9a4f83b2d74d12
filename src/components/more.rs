//! A long list shown some at a time, with a button below it that shows more.

use super::part::Part;
use crate::i18n::Key;
use crate::model::Lang;
use crate::platform;

/// Writes the button, whose `id` tells it from others; `click` is to show more. Hidden until
/// [`is_more`] says that there is more.
pub fn more(part: &mut Part, id: &'static str, lang: Lang, click: impl Fn() + 'static) {
    let button = [("type", "button"), ("id", id), ("hidden", "hidden")];
    part.open_hearing("button", &button, &["click"], move |_| click())
        .text(Key::DataMore.text(lang))
        .close();
}

/// Shows the button of an `id` where the list has more than it shows.
pub fn is_more(id: &str, has_more: bool) {
    if let Some(button) = platform::element(id) {
        platform::put(&button, "hidden", &(!has_more).into());
    }
}
