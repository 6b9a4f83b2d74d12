//! The folder edition: the finished site as one ZIP, with words on how to serve it from a stick, a
//! phone or a small server.

use std::path::Path;

use super::publish::{archive, edited, put};
use super::store::Store;
use super::{Error, Result};
use crate::i18n::date;
use crate::model::Lang;

/// The name of the ZIP.
pub const FOLDER: &str = "ascn-atlas.zip";

/// What a reader is told, in both languages; with places for the date of the data.
const README: &str = include_str!("README.txt");

/// What was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// Number of files in the ZIP.
    pub files: usize,
    /// Bytes of the ZIP.
    pub bytes: usize,
}

/// Writes the ZIP of the finished site in `site` to the folder `out`, which lies elsewhere: a site that
/// holds itself once more would be half as large again. `data` is the data set, whose date is told.
///
/// # Errors
///
/// When a file cannot be read or written, or the data set has no date.
pub fn write(data: &Path, site: &Path, out: &Path) -> Result<Report> {
    let day = Store::read(data)?.data_date();
    let day = day.ok_or_else(|| Error::Cut("the data set has no date".to_owned()))?;
    let mut readme = README.to_owned();
    for lang in Lang::ALL {
        readme = readme.replace(&["{", lang.tag(), "}"].concat(), &date(day, lang));
    }
    // Editors of some systems show lines that end otherwise as one.
    let readme = readme.replace('\n', "\r\n");
    let files = edited(site)?;
    let files: Vec<_> = std::iter::once(("README.txt", readme.as_bytes()))
        .chain(
            files
                .iter()
                .map(|(name, content)| (name.as_str(), content.as_slice())),
        )
        .filter(|(name, _)| is_taken(name))
        .collect();
    let zip = archive::zip(FOLDER, "ascn-atlas/", files.iter().copied())?;
    put(&out.join(FOLDER), &zip)?;
    Ok(Report {
        files: files.len(),
        bytes: zip.len(),
    })
}

/// Whether a file of the site is in its folder edition. Left out are copies that only some hosts can
/// send, and pictures and widgets that only other sites show.
fn is_taken(name: &str) -> bool {
    let ends = |ending: &str| name.ends_with(ending);
    let is_copy = ends(".br") || ends(".gz");
    let is_picture = name.contains('/') && ends(".png");
    !is_copy && !is_picture && !name.starts_with("widgets/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_and_pictures_stay_on_the_web() {
        for name in ["index.html", "icon-192.png", "img/a.svg", "data/a.zip"] {
            assert!(is_taken(name), "{name}");
        }
        for name in [
            "index.html.br",
            "a/b.json.gz",
            "img/a.png",
            "widgets/en/map.html",
        ] {
            assert!(!is_taken(name), "{name}");
        }
    }

    #[test]
    fn the_words_tell_the_date_in_each_language_once() {
        for lang in Lang::ALL {
            let place = ["{", lang.tag(), "}"].concat();
            assert_eq!(README.matches(&place).count(), 1, "{place}");
        }
        assert!(README.lines().all(|line| line.chars().count() <= 104));
    }
}
