//! Shells: one HTML file for each address, so that links and reloads work on any static host.
//!
//! A shell is the page that Trunk built, with the `<base>` that leads to the site's root, the
//! language, title and [`Head`] of its address, and hints to fetch at once the code that the app will
//! ask for; [`prerender`](super::prerender) writes the content.

use std::fs;
use std::path::Path;

use super::cut_programs;
use super::gather::Gathered;
use super::head::{oembed, sitemap, Head, Heads, Root};
use super::publish;
use super::store::Store;
use super::{cut_indicators, Error, Result};
use crate::i18n::{catalogue, Key};
use crate::markup::{escape, Markup};
use crate::model::{Country, Lang};
use crate::route::{
    project_title, Address, Chunk, Compare, Directory, Embed, IndicatorList, IndicatorState,
    ProgramList, ProjectList, Route, SearchState,
};

/// Writes a shell for each address below `out`, from `out/index.html`; `folder` is the address of
/// the cut, such as `app/<version>/`, `indicators` are those of the explorer, and `root` is where the
/// site will stand, if that is known: then there is a sitemap as well.
///
/// # Errors
///
/// When the page that Trunk built lacks a part that every shell changes, or a file cannot be written.
pub fn write(
    store: &Store,
    indicators: &[Gathered],
    out: &Path,
    folder: &str,
    root: Option<&Root>,
) -> Result<usize> {
    let pages = cut_indicators::pages(indicators)?;
    let heads = Heads::new(store, &pages, root)?;
    let index = out.join("index.html");
    let page = fs::read_to_string(&index).map_err(Error::io(&index))?;
    let mut count = 0;
    let mut entries = Vec::new();
    let mut put = |place: &str, html: String| -> Result<()> {
        let file = out.join(place).join("index.html");
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent).map_err(Error::io(parent))?;
        }
        count += 1;
        fs::write(&file, html).map_err(Error::io(&file))
    };
    for lang in Lang::ALL {
        for (route, title) in routes(store, indicators, lang) {
            if lang == Lang::Id {
                entries.extend(heads.entry(&route));
            }
            let address = Address { lang, route };
            let place = address.href();
            let head = heads.of(&address, &title);
            if let (Some(root), Some(name), Some((card, _))) =
                (root, oembed::path(&address), &head.image)
            {
                let answer = heads.oembed(root, &address, &title, card);
                publish::put(&out.join(name), answer.unwrap_or_default().as_bytes())?;
            }
            let hint = chunk_hint(&address.route);
            put(&place, shell(&page, &place, &head, &hint)?)?;
        }
    }
    for lang in Lang::ALL {
        // In which the app draws any page without a network: the worker of the site knows the way
        // to the root (`offline/sw.js`).
        let file = out.join("offline").join(format!("{}.html", lang.tag()));
        let hints = hints(folder, &[&catalogue::file(lang)]);
        let head = Head {
            title: Key::SiteName.text(lang).to_owned(),
            ..Head::of_no_page(lang)
        };
        let html = shell(&page, "", &head, &hints)?;
        publish::put(&file, html.as_bytes())?;
    }
    let not_found = out.join("404.html");
    fs::write(&not_found, not_found_page(&page)?).map_err(Error::io(&not_found))?;
    put(
        "",
        shell(&page, "", &heads.of_root(), &hints(folder, &HOME))?,
    )?;
    let write = |name: &str, text: String| {
        let file = out.join(name);
        fs::write(&file, text).map_err(Error::io(&file))
    };
    write("robots.txt", sitemap::robots(root))?;
    if let Some(root) = root {
        write("sitemap.xml", sitemap::sitemap(root, &entries))?;
    }
    Ok(count)
}

/// `404.html`, which hosts serve at any address that has no file.
///
/// The address tells where the site's root is: before the language. Without a language it is taken
/// to be the host's own root.
fn not_found_page(page: &str) -> Result<String> {
    let words = |lang: Lang| {
        let mut markup = Markup::new();
        markup
            .open_with("div", &[("lang", lang.tag())])
            .el("h1", "", Key::NotFoundTitle.text(lang))
            .el("p", "", Key::NotFoundText.text(lang));
        markup.finish()
    };
    let tags: Vec<&str> = Lang::ALL.into_iter().map(Lang::tag).collect();
    // In a template until the base is known: a browser fetches what it reads ahead.
    let head = format!(
        "<script>{{const it=document.createElement(\"base\");\
         it.href=(location.pathname.match(/^(.*?\\/)(?:{})(?:\\/|$)/)||[,\"/\"])[1];\
         document.head.append(it)}}</script><template id=\"rest\">",
        tags.join("|")
    );
    let tail = "</template><script>document.head.append(\
                document.getElementById(\"rest\").content)</script></head>";
    // What names no address stays where every program sees it.
    let own = Head::of_no_page(Lang::Id);
    let title = title_of(&own);
    let html = shell(page, "", &own, "")?;
    let html = replace(&html, &title, "")?;
    let html = replace(&html, &own.html(), "")?;
    let head = [&title, &own.html(), head.as_str()].concat();
    let html = replace(&html, "<base href=\"./\">", &head)?;
    let html = replace(&html, "</head>", tail)?;
    let said = [words(Lang::Id), words(Lang::En)].concat();
    replace(&html, "<h1>ASCN Atlas</h1>", &said)
}

/// The files of the front page, to which the root leads.
const HOME: [&str; 2] = ["index.json", "lands.json"];

/// Every address in `lang` with its title.
fn routes(store: &Store, indicators: &[Gathered], lang: Lang) -> Vec<(Route, String)> {
    let titled = |route: Route| {
        let title = route.title(lang).unwrap_or_default().to_owned();
        (route, title)
    };
    let mut routes: Vec<(Route, String)> = [
        Route::Home,
        Route::Cities(Directory::default()),
        Route::Indicators(IndicatorList::default()),
        Route::Compare(Compare::default()),
        Route::Countries,
        Route::Data,
        Route::Programs(ProgramList::default()),
        Route::Search(SearchState::default()),
        Route::Projects(ProjectList::default()),
        Route::Network,
        Route::Documents,
        Route::About,
        Route::Embed(Embed::default()),
    ]
    .map(titled)
    .into();
    for program in &store.programs.programs {
        let title = program.name.get(lang).to_owned();
        routes.push((Route::Program(program.id.clone()), title));
    }
    for partner in cut_programs::all_partners(store) {
        let title = Key::PartnerHeading.with(lang, partner.name.get(lang));
        routes.push((Route::Partner(partner.id), title));
    }
    for city in &store.cities {
        let name = city.name.get(lang);
        routes.push((Route::City(city.id.clone()), name.to_owned()));
        for project in &city.projects {
            let title = project_title(&project.name, name, lang);
            routes.push((Route::Project(city.id.clone(), project.id.clone()), title));
        }
    }
    for Gathered { indicator, .. } in indicators {
        let route = Route::Indicator(indicator.id.clone(), IndicatorState::default());
        routes.push((route, indicator.name.get(lang).to_owned()));
    }
    for milestone in &store.network.milestones {
        let route = Route::Meeting(milestone.id.clone());
        routes.push((route, milestone.title.get(lang).to_owned()));
    }
    routes.extend(Country::ALL.map(|it| titled(Route::Country(it))));
    routes
}

/// `<link>`s that fetch files of the cut along with the app, for pages without content.
fn hints(folder: &str, files: &[&str]) -> String {
    let link = |file: &&str| {
        format!(
            "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{}\">",
            escape(&[folder, *file].concat())
        )
    };
    files.iter().map(link).collect()
}

/// Names the chunk that the page needs at once. The release build, which names the chunks' files,
/// puts hints to fetch them in its place.
fn chunk_hint(route: &Route) -> String {
    Chunk::of(route).map_or_else(String::new, |chunk| {
        format!("<meta name=\"atlas-chunk\" content=\"{}\">", chunk.name())
    })
}

fn title_of(head: &Head) -> String {
    format!("<title>{}</title>", escape(&head.full_title()))
}

/// The page at `place`, with `hints` early in its head.
fn shell(page: &str, place: &str, head: &Head, hints: &str) -> Result<String> {
    let depth = place.matches('/').count();
    let base = if depth == 0 {
        "./".to_owned()
    } else {
        "../".repeat(depth)
    };
    let page = replace(page, "<title>ASCN Atlas</title>", &title_of(head))?;
    let page = replace(&page, "</head>", &[&head.html(), "</head>"].concat())?;
    // The builder may minify the page: tags keep their names, not their quotes.
    let (before, rest) = split(&page, "<html")?;
    let (_, rest) = split(rest, ">")?;
    let tag = head.lang.tag();
    let html = format!("{before}<html lang=\"{tag}\" data-theme=\"auto\">");
    // The charset comes within the first kilobyte, the base before anything with an address.
    let (before, rest) = split(rest, "<meta charset")?;
    let (charset, rest) = split(rest, ">")?;
    Ok(format!(
        "{html}{before}<meta charset{charset}><base href=\"{base}\">{hints}{rest}"
    ))
}

/// What stands before and after the first `mark`.
fn split<'a>(page: &'a str, mark: &str) -> Result<(&'a str, &'a str)> {
    let none = || Error::Cut(format!("index.html: expected {mark}, found none"));
    page.split_once(mark).ok_or_else(none)
}

/// `page` with the one `from` replaced.
fn replace(page: &str, from: &str, to: &str) -> Result<String> {
    if page.matches(from).count() == 1 {
        Ok(page.replacen(from, to, 1))
    } else {
        Err(Error::Cut(format!(
            "index.html: expected {from} exactly once"
        )))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        "<html lang=id><head><meta charset=utf-8><title>ASCN Atlas</title><style></style></head>";

    fn head() -> Head {
        Head {
            title: "<Hanoi>".to_owned(),
            ..Head::of_no_page(Lang::En)
        }
    }

    #[test]
    fn a_shell_leads_to_the_root_and_names_its_page() {
        let hints = hints("app/1/", &["a.json"]);
        let html = shell(PAGE, "en/cities/hanoi/", &head(), &hints).unwrap();
        let begin = "<html lang=\"en\" data-theme=\"auto\"><head><meta charset=utf-8>\
             <base href=\"../../../\">\
             <link rel=\"preload\" as=\"fetch\" crossorigin href=\"app/1/a.json\">\
             <title>&lt;Hanoi&gt; · ASCN Atlas</title><style></style><meta name=\"description\"";
        assert!(html.starts_with(begin), "{html}");
        assert!(html.ends_with("</head>"));
        let root = shell(PAGE, "", &head(), "").unwrap();
        assert!(root.contains("<base href=\"./\"><title>"));
    }

    #[test]
    fn a_page_of_another_form_is_refused() {
        for page in [
            "<html><head></head>",
            "<title>ASCN Atlas</title>",
            "<html><head><title>ASCN Atlas</title></head>",
            "<html><meta charset=utf-8><title>ASCN Atlas</title>",
        ] {
            assert!(shell(page, "", &head(), "").is_err(), "{page}");
        }
    }
}
