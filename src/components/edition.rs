//! The edition: what the single-file edition says of itself, and of what is only on the web.

use crate::app::Site;
use crate::components::part::Part;
use crate::i18n::{date, Key};
use crate::model::Lang;
use crate::platform;

/// Writes which edition this is and how old its data are, because a file that was handed on shows it
/// in no other way. Nothing in any other edition.
pub fn told(part: &mut Part, site: Site, lang: Lang) {
    if site.has_files() {
        return;
    }
    if let Some(day) = platform::data_day() {
        let words = Key::EditionSingle.with(lang, &date(day, lang));
        part.el("div", "edition fine", &words);
    }
}
