//! The edition: what the single-file edition says of itself, and of what is only on the web.

use crate::app::Site;
use crate::components::live::{block, live};
use crate::components::part::Part;
use crate::i18n::{date, Key};
use crate::markup::Markup;
use crate::model::Lang;

/// Writes which edition this is and how old its data are, because a file that was handed on shows it
/// in no other way. Nothing in any other edition.
pub fn told(part: &mut Part, site: Site, lang: Lang) {
    if site.has_files() {
        return;
    }
    part.island("edition fine", move || {
        live(move || {
            let mut markup = Markup::new();
            if let Some(index) = site.index().ready() {
                markup.text(&Key::EditionSingle.with(lang, &date(index.data_date, lang)));
            }
            block("", markup)
        })
    });
}
