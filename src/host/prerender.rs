//! Prerendering: the content of each page, written into its HTML file.
//!
//! The pages are those of the app, made on the host from the same files: what a reader sees before the
//! app runs, or without it, is what the app then shows. Nothing is looked up anywhere but below the
//! folder of the finished site.

use std::collections::HashMap;
use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use super::{Error, Result};
use crate::app::{written, Written};
use crate::data::{use_disk, Disk, NO_FILES};
use crate::markup::escape;
use crate::model::cut::Index;
use crate::model::{Lang, PartialDate};
use crate::platform::use_day;
use crate::route::Address;

/// Where the content of a page stands in its file.
const START: &str = "<!--page-->";
/// Where it ends.
const END: &str = "<!--/page-->";

/// Writes the content of every page below `out`, whose cut is in `folder`, such as `app/<version>/`;
/// how many there are.
///
/// # Errors
///
/// When a file cannot be read or written, or a page has no place for its content.
pub fn write(out: &Path, folder: &str) -> Result<usize> {
    let mut texts = HashMap::new();
    gather(out, &out.join(folder), &mut texts)?;
    for name in ["changes.json", "index.json", "sources.json"] {
        let path = out.join("data").join(name);
        // A cut alone has none, and the pages made of it need none.
        if path.exists() {
            take(out, &path, &mut texts)?;
        }
    }
    let day = day_of(&texts, folder)?;
    let mut pages = Vec::new();
    for lang in Lang::ALL {
        find(&out.join(lang.tag()), &mut pages)?;
    }
    pages.sort();
    let disk = Arc::new(Disk::new(texts));
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = pages.len().div_ceil(threads).max(1);
    thread::scope(|scope| {
        let parts: Vec<_> = pages
            .chunks(share)
            .map(|pages| {
                let disk = Arc::clone(&disk);
                scope.spawn(move || -> Result<()> {
                    use_disk(disk);
                    use_day(day);
                    pages.iter().try_for_each(|page| {
                        let place = address_of(out, page);
                        told(&place, || fill(out, page, folder))
                    })
                })
            })
            .collect();
        parts.into_iter().try_for_each(|part| {
            let ended = |_| Err(Error::Cut("the pages could not be made".to_owned()));
            part.join().unwrap_or_else(ended)
        })
    })?;
    Ok(pages.len())
}

/// Does what makes the page at `place`; a panic of it is an error that names the page.
fn told(place: &str, make: impl FnOnce() -> Result<()>) -> Result<()> {
    // Nothing that it may leave half done is used afterwards: the build ends.
    panic::catch_unwind(AssertUnwindSafe(make)).unwrap_or_else(|_| {
        Err(Error::Cut(format!(
            "{place}: the page could not be made, see the panic above"
        )))
    })
}

/// The day of the data, on which the pages are made.
fn day_of(texts: &HashMap<String, String>, folder: &str) -> Result<PartialDate> {
    let name = format!("{folder}index.json");
    let missing = || Error::Cut(format!("{name}: expected the index, found none"));
    let text = texts.get(&name).ok_or_else(missing)?;
    let index: Index = serde_json::from_str(text).map_err(|error| Error::Json {
        path: name.clone().into(),
        message: error.to_string(),
    })?;
    Ok(index.data_date)
}

/// Takes the JSON files below `dir` by their address below `out`.
fn gather(out: &Path, dir: &Path, texts: &mut HashMap<String, String>) -> Result<()> {
    for entry in fs::read_dir(dir).map_err(Error::io(dir))? {
        let path = entry.map_err(Error::io(dir))?.path();
        if path.is_dir() {
            gather(out, &path, texts)?;
        } else {
            take(out, &path, texts)?;
        }
    }
    Ok(())
}

fn take(out: &Path, path: &Path, texts: &mut HashMap<String, String>) -> Result<()> {
    let text = fs::read_to_string(path).map_err(Error::io(path))?;
    texts.insert(address_of(out, path), text);
    Ok(())
}

/// The address of a file below the site's root.
fn address_of(out: &Path, path: &Path) -> String {
    let below = path.strip_prefix(out).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(|it| it.to_string_lossy()).collect();
    parts.join("/")
}

/// The pages below `dir`.
fn find(dir: &Path, pages: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(dir).map_err(Error::io(dir))? {
        let path = entry.map_err(Error::io(dir))?.path();
        if path.is_dir() {
            find(&path, pages)?;
        } else if path.file_name().is_some_and(|it| it == "index.html") {
            pages.push(path);
        }
    }
    Ok(())
}

/// Writes the content of the page in `file`.
fn fill(out: &Path, file: &Path, folder: &str) -> Result<()> {
    let html = fs::read_to_string(file).map_err(Error::io(file))?;
    let place = address_of(out, file);
    let place = place.strip_suffix("index.html").unwrap_or(&place);
    let (lang, route) = Address::parse(place, "");
    let none = |what: &str| Error::Cut(format!("{place}: expected {what}, found none"));
    let lang = lang.ok_or_else(|| none("a language"))?;
    let page = written(Address { lang, route }, folder);
    let (before, rest) = html.split_once(START).ok_or_else(|| none(START))?;
    let (_, after) = rest.split_once(END).ok_or_else(|| none(END))?;
    let (head, body) = before
        .split_once("<title>")
        .ok_or_else(|| none("<title>"))?;
    let files = files_of(&page);
    // What a browser reads the same without.
    let content = page.html.replace("<!>", "").replace(" class=\"\"", "");
    let content = with_jumps(&content, place);
    let html = [head, &files, "<title>", body, &content, after].concat();
    fs::write(file, html).map_err(Error::io(file))
}

/// Names the files from which the page is made, so that the app can make it again at once. No hints to
/// fetch them: they would take the line from what the reader sees first.
fn files_of(page: &Written) -> String {
    let names = if page.files.is_empty() {
        NO_FILES.to_owned()
    } else {
        page.files.join(" ")
    };
    format!("<meta name=\"atlas-files\" content=\"{}\">", escape(&names))
}

/// `html` in which links to a place in the page lead there without the app: relative to the `<base>`,
/// which is the site's root, they need the page's own address. The app, which keeps them as they stand,
/// goes by the id.
fn with_jumps(html: &str, place: &str) -> String {
    const JUMP: &str = "href=\"#\" data-jump=\"";
    let mut parts = html.split(JUMP);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        whole.push_str("href=\"");
        whole.push_str(place);
        whole.push('#');
        let id = part.split_once('"').map_or("", |(id, _)| id);
        whole.push_str(id);
        whole.push_str("\" data-jump=\"");
        whole.push_str(part);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_told_with_its_page() {
        let error = told("en/about/index.html", || panic!("of a test")).unwrap_err();
        assert!(error.to_string().contains("en/about/index.html"), "{error}");
    }

    #[test]
    fn jumps_lead_to_their_place_in_the_page() {
        assert_eq!(
            with_jumps("<a href=\"#\" data-jump=\"x-1\">a</a>", "en/about/"),
            "<a href=\"en/about/#x-1\" data-jump=\"x-1\">a</a>"
        );
    }
}
