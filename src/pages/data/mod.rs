//! The data set: what it holds, the files, their terms, the sources, how to cite it.

mod sources;

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::Site;
use crate::components::live::{block, live};
use crate::components::part::Part;
use crate::components::shell::breadcrumb;
use crate::components::state::loaded;
use crate::i18n::{date, number, Key};
use crate::markup::Markup;
use crate::model::published::{Change, DataPage, PublicFile};
use crate::model::Lang;
use crate::platform;
use crate::route::Route;

/// The data set.
pub fn view(site: Site, lang: Lang) -> AnyView {
    let title = Key::DataTitle.text(lang);
    site.arrived(lang, title);
    let mut part = Part::new();
    breadcrumb(&mut part, site, lang, &[(Key::NavHome, Route::Home)], title);
    part.heading(title)
        .el("p", "lead", Key::DataLead.text(lang));
    section(&mut part, Key::DataHolds.text(lang));
    part.island("", move || {
        loaded(
            site.changes(),
            lang,
            Key::FailedData,
            move |all: Arc<Vec<Change>>| changes(lang, &all),
        )
    });
    part.close();
    section(&mut part, Key::DataDownload.text(lang));
    downloads(&mut part, site, lang);
    if site.has_files() {
        part.island("", move || {
            folded(Key::DataAllFiles.text(lang), move || {
                loaded(
                    site.public_files(),
                    lang,
                    Key::FailedData,
                    move |all: Arc<Vec<PublicFile>>| files(lang, &all),
                )
            })
        });
    }
    part.close();
    section(&mut part, Key::DataLicences.text(lang));
    part.el("p", "", Key::DataOwn.text(lang));
    part.island("", move || {
        loaded(
            site.terms(),
            lang,
            Key::FailedData,
            move |page: Arc<DataPage>| terms(lang, &page),
        )
    });
    part.close();
    section(&mut part, Key::Sources.text(lang));
    part.island("", move || {
        folded(Key::DataListSources.text(lang), move || {
            loaded(site.sources(), lang, Key::FailedData, move |all| {
                sources::view(site, lang, all)
            })
        })
    });
    part.close();
    section(&mut part, Key::DataCite.text(lang));
    part.el("p", "", Key::DataCiteLead.text(lang));
    part.island("", move || live(move || block("", citation(site, lang))));
    part.view("")
}

fn section(part: &mut Part, title: &str) {
    part.open("section", "").el("h2", "", title);
}

/// What is made once the reader opens it.
fn folded(summary: &'static str, make: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let is_open = RwSignal::new(false);
    let mut part = Part::new();
    part.open_hearing("details", &[], &["toggle"], move |_| {
        if !is_open.get_untracked() {
            is_open.set(true);
        }
    });
    part.el("summary", "", summary);
    part.island("", move || {
        live(move || if is_open.get() { make() } else { ().into_any() })
    });
    part.view("")
}

/// A whole number in the reader's digits.
fn whole(count: usize, lang: Lang) -> String {
    // Exact: nothing here comes near 2^53.
    #[allow(clippy::cast_precision_loss)]
    number(count as f64, lang)
}

fn changes(lang: Lang, all: &[Change]) -> AnyView {
    let mut markup = Markup::new();
    if let Some(newest) = all.first() {
        let counts = &newest.counts;
        markup.open("dl", "figures holds");
        for (key, count) in [
            (Key::DataCities, counts.cities),
            (Key::DataProjects, counts.projects),
            (Key::DataIndicators, counts.indicators),
            (Key::DataSeries, counts.series),
            (Key::DataPoints, counts.points),
            (Key::DataPrograms, counts.programs),
            (Key::DataMilestones, counts.milestones),
            (Key::DataReports, counts.reports),
        ] {
            markup
                .open("div", "")
                .el("dt", "", key.text(lang))
                .el("dd", "", &whole(count, lang))
                .close();
        }
        markup.close();
    } else {
        markup.el("p", "empty", Key::Unknown.text(lang));
    }
    markup
        .el("h3", "", Key::DataChanges.text(lang))
        .open("ul", "years");
    for change in all {
        markup
            .open("li", "")
            .el("span", "when", &date(change.date, lang))
            .text(" ")
            .text(change.text.get(lang))
            .close();
    }
    block("", markup)
}

/// Writes a link to a file of the published set, which opens beside the page.
fn file(markup: &mut Markup, path: &str, words: &str) {
    let link = [("href", path), ("target", "_blank"), ("rel", "noopener")];
    markup.el_with("a", &link, words);
}

/// What a reader may save in one piece: folder and name, what it is called, what is in it.
const ARCHIVES: [(&str, &str, Key, Key); 2] = [
    (
        "data/",
        "ascn-atlas-data.zip",
        Key::DataArchive,
        Key::DataArchiveAbout,
    ),
    (
        "",
        "ascn-atlas.html",
        Key::EditionFile,
        Key::EditionFileAbout,
    ),
];

/// What has a schema of its own, by the names of its files.
const SCHEMAS: [&str; 5] = ["city", "indicator", "programs", "network", "stories"];

fn downloads(markup: &mut Markup, site: Site, lang: Lang) {
    let has_files = site.has_files();
    for (folder, name, key, about) in ARCHIVES.into_iter().filter(|_| has_files) {
        let link = [
            ("class", "button"),
            ("href", &[folder, name].concat()),
            ("download", name),
        ];
        markup
            .open("p", "")
            .el_with("a", &link, key.text(lang))
            .text(" ")
            .el("span", "fine", about.text(lang))
            .close();
    }
    markup.open("ul", "");
    for (path, key, on_web_only) in [
        ("data/datapackage.json", Key::DataPackage, true),
        ("data/sources.json", Key::DataSources, false),
        ("data/changes.json", Key::DataChanges, false),
    ] {
        if has_files || !on_web_only {
            markup.open("li", "");
            file(markup, path, key.text(lang));
            markup.close();
        }
    }
    if has_files {
        markup.open("li", "").text(Key::DataSchemas.text(lang));
        for name in SCHEMAS {
            let path = ["data/schema/", name, ".schema.json"].concat();
            markup.text(" ");
            file(markup, &path, name);
        }
        markup.close();
    }
    let about = if has_files {
        Key::DataStay
    } else {
        Key::EditionOnWeb
    };
    markup.close().el("p", "fine", about.text(lang));
}

/// Every file by folder, with its length.
fn files(lang: Lang, all: &[PublicFile]) -> AnyView {
    let mut markup = Markup::new();
    // In order of path, in which the files of a folder stand together but for its inner folders.
    let mut folders: Vec<&str> = Vec::new();
    for it in all {
        let (folder, _) = split(&it.path);
        if !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    for folder in folders {
        markup.el("h3", "folder", folder).open("ul", "files");
        for it in all {
            let (own, name) = split(&it.path);
            if own == folder {
                markup.open("li", "");
                file(&mut markup, &it.path, name);
                markup
                    .text(" ")
                    .el("span", "fine", &size(it.bytes, lang))
                    .close();
            }
        }
        markup.close();
    }
    block("", markup)
}

/// Folder and name of a path.
fn split(path: &str) -> (&str, &str) {
    let slash = path.bytes().rposition(|it| it == b'/');
    slash
        .and_then(|at| path.split_at_checked(at + 1))
        .unwrap_or(("", path))
}

/// A length in kilobytes, rounded up.
fn size(bytes: u64, lang: Lang) -> String {
    let kilobytes = usize::try_from(bytes.div_ceil(1000)).unwrap_or(usize::MAX);
    whole(kilobytes, lang) + "\u{a0}kB"
}

fn terms(lang: Lang, page: &DataPage) -> AnyView {
    let mut markup = Markup::new();
    let words = Key::DataUnlicensed.with2(
        lang,
        &whole(page.publications, lang),
        &whole(page.without_licence, lang),
    );
    markup
        .el("p", "", &words)
        .open("details", "")
        .el("summary", "", Key::DataStated.text(lang))
        .open("ul", "");
    for it in &page.terms {
        markup
            .open("li", "")
            .el("strong", "", &whole(it.publications, lang))
            .text(" · ")
            .text(&it.licence)
            .close();
    }
    block("", markup)
}

/// The citation as text and for BibTeX; the day of the data where it is known.
fn citation(site: Site, lang: Lang) -> Markup {
    let day = platform::data_day();
    let title = Key::DataSetTitle.text(lang);
    // Unknown in the single-file edition: then the citation does without.
    let address = site.absolute(&[lang.tag(), "/data/"].concat());
    let address = address.unwrap_or_default();
    let mut text = String::from(title);
    let mut year = String::new();
    if let Some(day) = day {
        text.push_str(", ");
        text.push_str(&Key::DataVersion.with(lang, &date(day, lang)));
        year = ["  year = {", &day.year.to_string(), "},\n"].concat();
    }
    text.push('.');
    let mut bibtex = ["@misc{ascn-atlas,\n  title = {{", title, "}},\n", &year].concat();
    if !address.is_empty() {
        text.push(' ');
        text.push_str(&address);
        bibtex.push_str(&["  url = {", &address, "}\n"].concat());
    }
    bibtex.push('}');
    let mut markup = Markup::new();
    markup.el("p", "quote", &text);
    let scrolls = [
        ("class", "table-wrap quote"),
        ("tabindex", "0"),
        ("role", "region"),
        ("aria-label", "BibTeX"),
    ];
    markup.el_with("pre", &scrolls, &bibtex);
    markup
}
