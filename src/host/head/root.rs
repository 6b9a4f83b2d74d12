//! The root of the site on its host, which only those who publish it know.
//!
//! A site that was not told its root works anywhere, and names nothing that must be absolute: see
//! [`Root`].

use std::fmt;

/// The absolute address of the site's root, such as `https://example.org/atlas/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root(String);

/// Why a text is no [`Root`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RootError(String);

impl fmt::Display for RootError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the site's address: expected https://host/path/ without query, found \"{}\"",
            self.0
        )
    }
}

impl std::error::Error for RootError {}

impl Root {
    /// Reads an address; a missing last slash is added.
    ///
    /// # Errors
    ///
    /// When it is not of the form `https://host/path/` (or `http:`), or has a query, a fragment or
    /// letters that must be escaped.
    pub fn parse(text: &str) -> Result<Self, RootError> {
        let error = || RootError(text.to_owned());
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))
            .ok_or_else(error)?;
        let allowed = |it: char| {
            it.is_ascii_alphanumeric() || matches!(it, '-' | '.' | '_' | '~' | '/' | ':' | '%')
        };
        let host = rest.split('/').next().unwrap_or_default();
        // Empty segments and dots would be other addresses to a browser than to a program.
        let mut segments = rest.trim_end_matches('/').split('/').skip(1);
        let plain = segments.all(|it| !it.trim_matches('.').is_empty());
        if host.trim_matches(['.', ':']).is_empty() || !rest.chars().all(allowed) || !plain {
            return Err(error());
        }
        Ok(Self(format!("{}/", text.trim_end_matches('/'))))
    }

    /// The absolute address of `path` below the root.
    #[must_use]
    pub fn join(&self, path: &str) -> String {
        [&self.0, path].concat()
    }
}

/// The address of `path` below the root: absolute where the root is known, else relative to the
/// page's `<base>`, where the root itself is `./`.
#[must_use]
pub fn address(root: Option<&Root>, path: &str) -> String {
    match root {
        Some(root) => root.join(path),
        None if path.is_empty() => "./".to_owned(),
        None => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_absolute_where_the_root_is_known() {
        let root = Root::parse("https://example.org/atlas").unwrap();
        assert_eq!(address(Some(&root), ""), "https://example.org/atlas/");
        assert_eq!(
            address(Some(&root), "en/cities/hanoi/"),
            "https://example.org/atlas/en/cities/hanoi/"
        );
        assert_eq!(address(None, "en/"), "en/");
        assert_eq!(address(None, ""), "./");
        let bare = Root::parse("http://localhost:8080").unwrap();
        assert_eq!(bare.join("id/"), "http://localhost:8080/id/");
    }

    #[test]
    fn what_is_no_root_is_refused() {
        for text in [
            "",
            "example.org",
            "/atlas/",
            "ftp://example.org/",
            "https://",
            "https:///atlas/",
            "https://example.org/?a=b",
            "https://example.org/#x",
            "https://example.org/a b/",
            "https://example.org/\"><script>",
            "https://example.org/a//b/",
            "https://example.org/../x/",
        ] {
            assert!(Root::parse(text).is_err(), "{text}");
        }
    }
}
