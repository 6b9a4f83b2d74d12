//! The documents of the network: what each is, who published it, and what rests on it here.

use std::sync::Arc;

use leptos::prelude::*;

use super::head;
use crate::app::Site;
use crate::components::cite::about;
use crate::components::live::block;
use crate::components::state::loaded;
use crate::i18n::{number, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut_network::{DocumentShown, DocumentsPage, Use};
use crate::model::{DocumentKind, Lang};
use crate::route::{IndicatorState, ProgramList, Route};

/// The documents.
pub fn view(site: Site, lang: Lang) -> AnyView {
    let steps = [(Key::NavNetwork, Route::Network)];
    let mut part = head(site, lang, &steps, Key::DocumentsTitle, Key::DocumentsLead);
    part.island("", move || {
        loaded(
            site.documents(),
            lang,
            Key::FailedDocuments,
            move |page: Arc<DocumentsPage>| content(site, lang, &page),
        )
    });
    part.open("ul", "");
    for (route, words) in [
        (Route::Data, Key::DocumentsToSources),
        (Route::Network, Key::NetworkToMore),
        (Route::About, Key::NetworkToAbout),
    ] {
        let href = site.href(lang, route);
        part.open("li", "")
            .link("", &href, words.text(lang))
            .close();
    }
    part.view("")
}

fn content(site: Site, lang: Lang, page: &DocumentsPage) -> AnyView {
    let mut markup = Markup::new();
    for kind in DocumentKind::ALL {
        let mut is_open = false;
        for document in page.documents.iter().filter(|it| it.kind == kind) {
            if !is_open {
                is_open = true;
                markup
                    .open("section", "")
                    .el("h2", "", kind.key().text(lang))
                    .open("ul", "sources listed documents");
            }
            item(&mut markup, site, lang, document);
        }
        if is_open {
            markup.close().close();
        }
    }
    block("kinds", markup)
}

fn item(markup: &mut Markup, site: Site, lang: Lang, document: &DocumentShown) {
    markup.open("li", "");
    about(markup, &document.source, lang);
    markup.close().el("p", "", document.summary.get(lang));
    let of = |uses: &[Use]| uses.iter().map(|it| it.facts).fold(0, u32::saturating_add);
    let all = [
        document.programs,
        of(&document.cities),
        of(&document.indicators),
    ];
    let all = all.into_iter().fold(document.network, u32::saturating_add);
    let key = if all == 1 {
        Key::DocumentSupportsOne
    } else {
        Key::DocumentSupports
    };
    markup
        .open("details", "")
        .el(
            "summary",
            "",
            &key.with(lang, &number(f64::from(all), lang)),
        )
        .open("ul", "uses");
    for (route, key, facts) in [
        (Route::Network, Key::NetworkTitle, document.network),
        (
            Route::Programs(ProgramList::default()),
            Key::ProgramsTitle,
            document.programs,
        ),
    ] {
        if facts > 0 {
            used(markup, &site.href(lang, route), key.text(lang), facts, lang);
        }
    }
    for it in &document.cities {
        let href = site.href(lang, Route::City(it.id.clone()));
        used(markup, &href, it.name.get(lang), it.facts, lang);
    }
    for it in &document.indicators {
        let route = Route::Indicator(it.id.clone(), IndicatorState::default());
        let href = site.href(lang, route);
        used(markup, &href, it.name.get(lang), it.facts, lang);
    }
    markup.close().close().close();
}

/// Writes a page on which a document supports facts, and how many.
fn used(markup: &mut Markup, href: &str, name: &str, facts: u32, lang: Lang) {
    let key = if facts == 1 {
        Key::DataFactsOne
    } else {
        Key::DataFactsMany
    };
    let count = key.with(lang, &number(f64::from(facts), lang));
    markup
        .open("li", "")
        .link("", href, name)
        .text(" ")
        .el("span", "fine", &count)
        .close();
}
