//! A place: where the text of the address lives.

use super::Address;
use crate::find::{contains, split_once};

/// Where the address lives, chosen once at the start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the path, below the site's root: the usual place.
    Path {
        /// Absolute address of the root, with its final `/`.
        root: String,
    },
    /// After `#/`: for a page opened from a disk, where paths are files.
    Hash,
    /// Nowhere visible: for tests and frames.
    Memory,
}

impl Place {
    /// The place for a document with this base address (`document.baseURI`).
    #[must_use]
    pub fn of(base_uri: &str) -> Self {
        let end = base_uri.find(['?', '#']).unwrap_or(base_uri.len());
        let bare = base_uri.get(..end).unwrap_or_default();
        if bare.starts_with("http://") || bare.starts_with("https://") {
            let end = bare.rfind('/').map_or(bare.len(), |slash| slash + 1);
            Self::Path {
                root: bare.get(..end).unwrap_or_default().to_owned(),
            }
        } else {
            Self::Hash
        }
    }

    /// Absolute address of the site's root, with its final `/`; `None` where the site has none that
    /// others could follow.
    #[must_use]
    pub fn root(&self) -> Option<&str> {
        match self {
            Self::Path { root } => Some(root),
            Self::Hash | Self::Memory => None,
        }
    }

    /// Path and query of an absolute address; `None` when it lies outside the site.
    #[must_use]
    pub fn read<'a>(&self, href: &'a str) -> Option<(&'a str, &'a str)> {
        let text = match self {
            Self::Path { root } => {
                let rest = href.strip_prefix(root.as_str())?;
                rest.split('#').next().unwrap_or_default()
            }
            Self::Hash => split_once(href, "#/").map_or("", |(_, hash)| hash),
            Self::Memory => "",
        };
        Some(text.split_once('?').unwrap_or((text, "")))
    }

    /// What a link to `address` has as its `href`.
    #[must_use]
    pub fn href(&self, address: &Address) -> String {
        match self {
            // Relative to the `<base>` of the page, which is the root.
            Self::Path { .. } => address.href(),
            Self::Hash | Self::Memory => format!("#/{}", address.href()),
        }
    }

    /// Path and query of a link as [`Place::href`] writes it; `None` for any other link.
    #[must_use]
    pub fn read_link<'a>(&self, href: &'a str) -> Option<(&'a str, &'a str)> {
        let text = match self {
            Self::Path { .. } => Some(href)
                .filter(|href| !href.starts_with(['/', '#', '?', '.']) && !contains(href, ":"))?,
            Self::Hash | Self::Memory => href.strip_prefix("#/")?,
        };
        let text = text.split('#').next().unwrap_or_default();
        Some(text.split_once('?').unwrap_or((text, "")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Lang;
    use crate::route::Route;

    #[test]
    fn the_root_is_the_folder_of_the_base() {
        let root = |base: &str| Place::of(base);
        let path = |root: &str| Place::Path { root: root.into() };
        assert_eq!(
            root("https://a.example/x/y/?q#h"),
            path("https://a.example/x/y/")
        );
        assert_eq!(
            root("http://a.example/index.html"),
            path("http://a.example/")
        );
        assert_eq!(root("file:///media/stick/atlas.html"), Place::Hash);
        assert_eq!(root("about:srcdoc"), Place::Hash);
    }

    #[test]
    fn addresses_are_read_where_they_live() {
        let path = Place::of("https://a.example/x/");
        assert_eq!(
            path.read("https://a.example/x/id/cities/?q=a#top"),
            Some(("id/cities/", "q=a"))
        );
        assert_eq!(path.read("https://a.example/other/"), None);
        assert_eq!(path.read("https://b.example/x/"), None);
        assert_eq!(
            Place::Hash.read("file:///a.html#/en/cities/?q=b"),
            Some(("en/cities/", "q=b"))
        );
        assert_eq!(Place::Hash.read("file:///a.html"), Some(("", "")));
    }

    #[test]
    fn links_fit_the_place() {
        let address = Address {
            lang: Lang::En,
            route: Route::City("hanoi".into()),
        };
        assert_eq!(
            Place::of("https://a.example/").href(&address),
            "en/cities/hanoi/"
        );
        assert_eq!(Place::Hash.href(&address), "#/en/cities/hanoi/");
        for place in [Place::of("https://a.example/"), Place::Hash, Place::Memory] {
            assert_eq!(
                place.read_link(&place.href(&address)),
                Some(("en/cities/hanoi/", ""))
            );
            for other in [
                "https://b.example/",
                "/en/",
                "mailto:a@b.example",
                "#x",
                "javascript:alert(1)",
            ] {
                assert_eq!(place.read_link(other), None, "{other}");
            }
        }
    }
}
