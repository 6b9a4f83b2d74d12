//! Building: writing the cut to disk under an address that changes with the content.

use std::fs;
use std::path::Path;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::finder::Finder;
use super::head::Root;
use super::store::Store;
use super::{
    asean, cut, cut_indicators, cut_network, cut_programs, cut_projects, feeds, gather, home,
    install, lands, pictures, preview, publish, search, shells, terms, Error, Result,
};
use crate::i18n::catalogue;
use crate::model::published::PublicFile;
use crate::model::{Country, Lang};

/// A file of the cut: its name below `app/<version>/` and its content.
pub type CutFile = (String, Vec<u8>);

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// First twelve hex digits of the content's hash.
    pub version: String,
    /// Number of files.
    pub files: usize,
    /// Bytes of all files.
    pub bytes: usize,
    /// Whether an `index.html` was there and now names the version.
    pub page: bool,
}

/// Writes the published set, the pictures and what installing needs below `out`, as
/// [`publish::write`], [`pictures::write`], [`preview::write`] and [`install::write`] do; PNG files only
/// when `with_png`, because drawing takes the longest.
///
/// # Errors
///
/// When a file cannot be read or written, or the data set is at odds with itself.
pub fn publish(
    data: &Path,
    out: &Path,
    with_png: bool,
) -> Result<(publish::Report, pictures::Report, preview::Report)> {
    let store = Store::read(data)?;
    let pages = cut_indicators::pages(&gather::gather(&store)?)?;
    let published = publish::write(&store, &pages, data, out)?;
    install::write(out, with_png)?;
    let drawn = pictures::write(&store, &pages, out, with_png)?;
    let previews = if with_png {
        preview::write(&store, &pages, out)?
    } else {
        preview::Report::default()
    };
    Ok((published, drawn, previews))
}

/// The files of the cut, in order of name.
///
/// # Errors
///
/// When files of the data set contradict one another.
pub fn files(store: &Store) -> Result<Vec<CutFile>> {
    let found = Finder::new(store);
    let indicators = gather::gather(store)?;
    let mut files = vec![
        file("index.json", &cut::index(store, indicators.len())?)?,
        file("lands.json", &lands::coarse(&store.outlines)?)?,
        file("lands-fine.json", &lands::fine(&store.fine_outlines)?)?,
    ];
    for city in &store.cities {
        let page = cut::city_page(&found, city)
            .map_err(|error| Error::Cut(format!("cities/{}.json: {error}", city.id)))?;
        files.push(file(&format!("cities/{}.json", city.id), &page)?);
    }
    for country in Country::ALL {
        let page = cut::country_page(&found, country)
            .map_err(|error| Error::Cut(format!("{}: {error}", country.code())))?;
        files.push(file(&format!("countries/{}.json", country.code()), &page)?);
    }
    for lang in Lang::ALL {
        let words = catalogue::texts(lang);
        files.push(file(&catalogue::file(lang), words.as_slice())?);
    }
    let pages = cut_indicators::pages(&indicators)?;
    files.push(file(
        "indicators/index.json",
        &cut_indicators::index(&pages)?,
    )?);
    for page in &pages {
        files.push(file(
            &format!("indicators/{}.json", page.indicator.id),
            page,
        )?);
    }
    files.push(file("programs/index.json", &cut_programs::index(&found)?)?);
    for page in cut_programs::programs(&found)? {
        let name = format!("programs/{}.json", page.program.id);
        files.push(file(&name, &page)?);
    }
    for page in cut_programs::partners(&found)? {
        files.push(file(&format!("partners/{}.json", page.partner.id), &page)?);
    }
    files.push(file("asean.json", &asean::page(store, &indicators)?)?);
    files.push(file("network.json", &cut_network::page(store)?)?);
    for page in cut_network::meetings(store)? {
        files.push(file(&format!("network/{}.json", page.milestone.id), &page)?);
    }
    files.push(file("documents.json", &cut_network::documents(store)?)?);
    files.push(file("data.json", &terms::page(store))?);
    files.push(file("home.json", &home::page(store)?)?);
    let (index, parts) = search::in_parts(search::index(store, &pages));
    files.push(file("search.json", &index)?);
    for (at, part) in parts.iter().enumerate() {
        files.push(file(&format!("search/{at}.json"), part)?);
    }
    files.push(file("projects/index.json", &cut_projects::index(store))?);
    files.push(file(
        "projects/reports.json",
        &cut_projects::reports(store)?,
    )?);
    files.sort();
    Ok(files)
}

/// A file, minified.
fn file<T: Serialize + ?Sized>(name: &str, value: &T) -> Result<CutFile> {
    serde_json::to_vec(value)
        .map(|bytes| (name.to_owned(), bytes))
        .map_err(|error| Error::Cut(format!("{name}: {error}")))
}

/// The version of files: first twelve hex digits of SHA-256 over names and contents.
#[must_use]
pub fn version(files: &[CutFile]) -> String {
    let mut hash = Sha256::new();
    for (name, content) in files {
        // Lengths keep one name and content from reading as another.
        for part in [name.as_bytes(), content] {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
    }
    let mut hex = format!("{:x}", hash.finalize());
    hex.truncate(12);
    hex
}

/// The folder of the cut below `out`, as its `index.html` names it.
///
/// # Errors
///
/// When the page cannot be read or names none.
pub fn folder_of(out: &Path) -> Result<String> {
    let path = out.join("index.html");
    let html = fs::read_to_string(&path).map_err(Error::io(&path))?;
    let named = html.split_once("<meta name=\"atlas-data\" content=\"");
    let folder = named.and_then(|(_, rest)| Some(rest.split_once('"')?.0.to_owned()));
    folder.ok_or_else(|| {
        Error::Cut("index.html: expected the folder of the cut, found none".to_owned())
    })
}

/// Cuts the data set in `data` and writes it below `out`, with a page for each address; `root` is
/// where the site will stand, if that is known.
///
/// # Errors
///
/// When a file cannot be read or written, or `out/index.html` has no place for the version.
pub fn build(data: &Path, out: &Path, root: Option<&Root>) -> Result<Report> {
    let store = Store::read(data)?;
    let mut report = write_cut(&store, out)?;
    let version = &report.version;
    let list = out.join("data");
    fs::create_dir_all(&list).map_err(Error::io(&list))?;
    let list = list.join("index.json");
    fs::write(&list, public_files(data)?).map_err(Error::io(&list))?;
    feeds::write(&store, out)?;
    report.page = name_version(&store, &out.join("index.html"), version)?;
    if report.page {
        let indicators = gather::gather(&store)?;
        let folder = format!("app/{version}/");
        shells::write(&store, &indicators, out, &folder, root)?;
    }
    Ok(report)
}

/// Cuts the data set in `data` and writes no more than the cut below `out`, as far as a large network
/// that is measured needs it.
///
/// # Errors
///
/// As [`build`].
pub fn cut(data: &Path, out: &Path) -> Result<Report> {
    write_cut(&Store::read(data)?, out)
}

/// Writes the files of the cut into the folder of their version.
fn write_cut(store: &Store, out: &Path) -> Result<Report> {
    let files = files(store)?;
    let version = version(&files);
    let cut = out.join("app").join(&version);
    for (name, content) in &files {
        let path = cut.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(Error::io(folder))?;
        }
        fs::write(&path, content).map_err(Error::io(&path))?;
    }
    Ok(Report {
        page: false,
        files: files.len(),
        bytes: files.iter().map(|(_, content)| content.len()).sum(),
        version,
    })
}

/// The list of the data set's files, for those who fetch it: `data/index.json`.
fn public_files(data: &Path) -> Result<Vec<u8>> {
    let files: Vec<PublicFile> = publish::edited(data)?
        .into_iter()
        .map(|(name, content)| PublicFile {
            path: ["data/", &name].concat(),
            bytes: content.len() as u64,
        })
        .collect();
    serde_json::to_vec_pretty(&files)
        .map_err(|error| Error::Cut(format!("data/index.json: {error}")))
}

/// Writes the address of the cut and the date of the data into the page, if there is one.
fn name_version(store: &Store, page: &Path, version: &str) -> Result<bool> {
    if !page.exists() {
        return Ok(false);
    }
    let html = fs::read_to_string(page).map_err(Error::io(page))?;
    let day = store.data_date().map_or(String::new(), |it| it.to_string());
    let named = [
        ("atlas-data", ["app/", version, "/"].concat()),
        ("atlas-day", day),
    ];
    let html = named.iter().try_fold(html, |html, (name, content)| {
        set_meta(&html, name, content).ok_or_else(|| Error::Json {
            path: page.to_owned(),
            message: format!("expected <meta name=\"{name}\" content=\"…\">, found none"),
        })
    })?;
    fs::write(page, html).map_err(Error::io(page))?;
    Ok(true)
}

/// `html` with `content` as the content of its `<meta>` element of a name; `None` where it has none.
#[must_use]
pub fn set_meta(html: &str, name: &str, content: &str) -> Option<String> {
    let place = [format!("name=\"{name}\""), format!("name={name}")]
        .into_iter()
        .find_map(|it| html.find(&it))?;
    let start = html.get(..place)?.rfind("<meta")?;
    let end = start + html.get(start..)?.find('>')?;
    Some(format!(
        "{}<meta name=\"{name}\" content=\"{content}\"{}",
        html.get(..start)?,
        html.get(end..)?
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_names_the_version_and_nothing_else_changes() {
        let html = "<head><meta charset=utf-8><meta content=\"\" name=\"atlas-data\"><title>";
        assert_eq!(
            set_meta(html, "atlas-data", "app/0a1b/").as_deref(),
            Some(
                "<head><meta charset=utf-8><meta name=\"atlas-data\" content=\"app/0a1b/\"><title>"
            )
        );
        assert_eq!(set_meta("<head></head>", "atlas-data", "app/0a1b/"), None);
    }

    #[test]
    fn the_version_follows_names_and_contents() {
        let one = version(&[("a".to_owned(), b"bc".to_vec())]);
        assert_eq!(one.len(), 12);
        assert_ne!(one, version(&[("ab".to_owned(), b"c".to_vec())]));
    }
}
