//! What became of something that the reader asked for: words, and a text to copy by hand where the
//! browser does not copy.

use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::Lang;
use crate::platform;

/// Writes where it is told what became of something, and the text where it must be copied by hand.
pub fn write(markup: &mut Markup, id: &str, lang: Lang) {
    let label = Key::TakeText.text(lang);
    let text = [
        ("readonly", "readonly"),
        ("hidden", "hidden"),
        ("rows", "6"),
        ("aria-label", label),
    ];
    markup
        .open_with("div", &[("id", id)])
        .el_with("p", &[("class", "told"), ("role", "status")], "")
        .el_with("textarea", &text, "")
        .close();
}

/// Tells it, to screen readers as well.
pub fn tell(id: &str, words: &str, text: &str) {
    let Some(place) = platform::element(id) else {
        return;
    };
    for part in platform::elements(&place, "p") {
        part.set_text_content(Some(words));
    }
    for part in platform::elements(&place, "textarea") {
        part.set_hidden(text.is_empty());
        part.set_text_content(Some(text));
    }
}

/// Copies a text and tells at `id` what became of it; `what` is its name.
pub fn copy(lang: Lang, what: Key, id: &str, text: String) {
    let (given, id) = (text.clone(), id.to_owned());
    let done = move |copied: bool| {
        if copied {
            tell(&id, &Key::TakeCopied.with(lang, what.text(lang)), "");
        } else {
            tell(&id, Key::TakeCopyFailed.text(lang), &text);
        }
    };
    platform::copy(&given, Box::new(done));
}
