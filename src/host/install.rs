//! Installing: what a browser needs to keep the site as an app among others.
//!
//! ```text
//! manifest.<language>.webmanifest   name, start, icons, shortcuts
//! icons/<pixels>.png                the site's icon, to the edge of its square
//! ```
//!
//! All addresses are relative, so that the site installs from any path of any host.

use std::path::Path;

use serde_json::{json, Value};

use super::pictures::png::Painter;
use super::publish::put;
use super::{Error, Result};
use crate::i18n::Key;
use crate::model::Lang;
use crate::route::{Address, Directory, ProgramList, Route, SearchState};

const ICON: &str = include_str!("../../style/icon.svg");
/// The corners of the icon, which a system cuts in its own way. What is drawn stands inside the circle
/// that every way leaves.
const CORNERS: &str = " rx=\"6\"";
/// Pixels of the icons: for phones of one kind, and for the list and the start of an app.
const SIZES: [u32; 3] = [180, 192, 512];
/// The ground and the accent of `style/base.css`.
const GROUND: &str = "#ffffff";
const ACCENT: &str = "#101a99";

/// Writes the manifests below `out`, and the icons when `with_png`.
///
/// # Errors
///
/// When the icon cannot be drawn or a file cannot be written.
pub fn write(out: &Path, with_png: bool) -> Result<()> {
    for lang in Lang::ALL {
        let text = serde_json::to_vec_pretty(&manifest(lang))
            .map_err(|error| Error::Cut(format!("manifest: {error}")))?;
        put(&out.join(manifest_file(lang)), &text)?;
    }
    if with_png {
        let square = square()?;
        let painter = Painter::new()?;
        for pixels in SIZES {
            put(
                &out.join(icon_file(pixels)),
                &painter.icon(&square, pixels)?,
            )?;
        }
    }
    Ok(())
}

/// The name of the manifest in `lang`.
#[must_use]
pub fn manifest_file(lang: Lang) -> String {
    format!("manifest.{}.webmanifest", lang.tag())
}

fn icon_file(pixels: u32) -> String {
    format!("icons/{pixels}.png")
}

/// The icon without round corners.
fn square() -> Result<String> {
    if ICON.matches(CORNERS).count() == 1 {
        Ok(ICON.replacen(CORNERS, "", 1))
    } else {
        Err(Error::Cut(format!("style/icon.svg: expected{CORNERS}")))
    }
}

fn manifest(lang: Lang) -> Value {
    let icon = |pixels: u32, purpose: &str| {
        json!({
            "src": icon_file(pixels),
            "sizes": format!("{pixels}x{pixels}"),
            "type": "image/png",
            "purpose": purpose,
        })
    };
    let shortcut = |key: Key, route: Route| json!({ "name": key.text(lang), "url": Address { lang, route }.href() });
    let name = Key::SiteName.text(lang);
    json!({
        // The same in both languages: one app, whose language is switched inside. Without it the
        // language in which it was installed would be another app.
        "id": "ascn-atlas",
        "name": name,
        "short_name": name,
        "description": Key::AboutLead.text(lang),
        "lang": lang.tag(),
        "dir": "ltr",
        // The root leads to the reader's language.
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": GROUND,
        "theme_color": ACCENT,
        "categories": ["education", "government", "reference"],
        "icons": [icon(192, "any"), icon(512, "any"), icon(512, "maskable")],
        "shortcuts": [
            shortcut(Key::NavCities, Route::Cities(Directory::default())),
            shortcut(Key::SearchTitle, Route::Search(SearchState::default())),
            shortcut(Key::NavPrograms, Route::Programs(ProgramList::default())),
        ],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_is_relative_and_the_languages_are_one_app() {
        let [one, other] = Lang::ALL.map(manifest);
        for part in ["id", "name", "start_url", "scope", "icons"] {
            assert_eq!(one[part], other[part], "{part}");
        }
        assert_ne!(one["shortcuts"], other["shortcuts"]);
        let text = one.to_string();
        assert!(!text.contains("://") && !text.contains(":\"/"), "{text}");
    }

    #[test]
    fn icons_have_their_size_and_no_corners() {
        let icon = Painter::new()
            .unwrap()
            .icon(&square().unwrap(), 192)
            .unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(icon))
            .read_info()
            .unwrap();
        assert_eq!((reader.info().width, reader.info().height), (192, 192));
        reader.next_frame(&mut vec![0; 192 * 192]).unwrap();
        let palette = reader.info().palette.clone().unwrap();
        let accent = [0x10, 0x1a, 0x99];
        assert!(palette.chunks(3).any(|color| color == accent));
    }
}
