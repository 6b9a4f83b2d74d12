//! What the atlas is: where its facts come from, what it does not know, and how to correct it.

use leptos::prelude::*;

use super::head;
use crate::app::Site;
use crate::components::part::Part;
use crate::components::shell::{open_section, page_index};
use crate::i18n::Key;
use crate::model::Lang;
use crate::route::Route;

/// A section in paragraphs: its id, its title and its texts.
type Section = (&'static str, Key, &'static [Key]);

const SECTIONS: [Section; 9] = [
    (
        "what",
        Key::AboutWhat,
        &[Key::AboutWhatText, Key::AboutNotOfficial],
    ),
    ("offline", Key::OfflineTitle, &[Key::OfflineText]),
    (
        "gathered",
        Key::AboutGathered,
        &[
            Key::AboutGatheredText,
            Key::AboutGatheredOwn,
            Key::AboutChecked,
        ],
    ),
    ("unknown", Key::AboutUnknown, &[]),
    (
        "correct",
        Key::AboutCorrect,
        &[Key::AboutCorrectText, Key::AboutCorrectFile],
    ),
    (
        "privacy",
        Key::AboutPrivacy,
        &[Key::AboutPrivacyText, Key::AboutPrivacyKept],
    ),
    (
        "accessibility",
        Key::AboutAccess,
        &[
            Key::AboutAccessText,
            Key::AccessTested,
            Key::AccessLimits,
            Key::AccessReport,
            Key::AccessDate,
        ],
    ),
    ("licences", Key::AboutLicences, &[Key::AboutLicencesText]),
    ("contact", Key::AboutContact, &[Key::AboutContactText]),
];

/// What the words for what is not known mean.
const TERMS: [(Key, Key); 3] = [
    (Key::AboutUnknownTerm, Key::AboutUnknownText),
    (Key::AboutUnverifiedTerm, Key::AboutUnverifiedText),
    (Key::AboutDisputedTerm, Key::AboutDisputedText),
];

/// What the atlas is.
pub fn view(site: Site, lang: Lang) -> AnyView {
    let mut part = head(site, lang, &[], Key::AboutTitle, Key::AboutLead);
    part.open("div", "with-index");
    let titles = SECTIONS.map(|(id, title, _)| (id, title.text(lang)));
    page_index(&mut part, lang, &titles);
    part.open("div", "sections");
    for (id, title, texts) in SECTIONS {
        open_section(&mut part, id, title.text(lang));
        for text in texts {
            part.el("p", "", text.text(lang));
        }
        match id {
            "what" => way(&mut part, site, lang, Route::Network, Key::NetworkToMore),
            "gathered" => way(
                &mut part,
                site,
                lang,
                Route::Documents,
                Key::NetworkToDocuments,
            ),
            "correct" | "licences" => way(&mut part, site, lang, Route::Data, Key::AboutToData),
            "unknown" => terms(&mut part, lang),
            "offline" => offline(&mut part, lang),
            _ => {}
        }
        part.close();
    }
    part.view("")
}

/// Writes where the atlas is saved: the element that `index.html` defines. Its script takes the
/// place of what stands in it, which is for pages that cannot be saved.
fn offline(part: &mut Part, lang: Lang) {
    let button = [("type", "button"), ("hidden", "hidden")];
    part.open("atlas-offline", "")
        .el("p", "", Key::OfflineNone.text(lang))
        .el_with("button", &button, Key::Retry.text(lang))
        .close();
}

fn terms(part: &mut Part, lang: Lang) {
    part.open("dl", "areas");
    for (term, text) in TERMS {
        part.open("div", "")
            .el("dt", "", term.text(lang))
            .el("dd", "", text.text(lang))
            .close();
    }
    part.close();
}

/// Writes the way to a page where one reads on.
fn way(part: &mut Part, site: Site, lang: Lang, to: Route, words: Key) {
    let href = site.href(lang, to);
    part.open("p", "way")
        .link("", &href, words.text(lang))
        .close();
}
