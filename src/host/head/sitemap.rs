//! `sitemap.xml` and `robots.txt`: which pages there are, for search engines.
//!
//! A sitemap names pages by absolute addresses, so a site that was not told its root has none, and
//! its `robots.txt` names none.

use super::root::Root;
use crate::markup::escape;
use crate::model::{Lang, PartialDate};

/// A page in every language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its address below the root in each language, in the order of [`Lang::ALL`].
    pub paths: [String; 2],
    /// The newest day on which one of its sources was read.
    pub changed: PartialDate,
}

/// `sitemap.xml` by the protocol of sitemaps.org, each page with its other language.
#[must_use]
pub fn sitemap(root: &Root, entries: &[Entry]) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for entry in entries {
        let addresses = entry.paths.each_ref().map(|path| escape(&root.join(path)));
        let mut others = String::new();
        for (lang, address) in Lang::ALL.into_iter().zip(&addresses) {
            let tag = lang.tag();
            let link =
                format!("<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{address}\"/>");
            others.push_str(&link);
        }
        for address in &addresses {
            let changed = entry.changed;
            let url =
                format!("<url><loc>{address}</loc><lastmod>{changed}</lastmod>{others}</url>\n");
            xml.push_str(&url);
        }
    }
    xml.push_str("</urlset>\n");
    xml
}

/// `robots.txt`, which lets everyone read everything. Only at the root of a host is it looked for.
#[must_use]
pub fn robots(root: Option<&Root>) -> String {
    let mut text = String::from("User-agent: *\nAllow: /\n");
    if let Some(root) = root {
        let sitemap = root.join("sitemap.xml");
        text.push_str(&["\nSitemap: ", &sitemap, "\n"].concat());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_names_its_other_language() {
        let root = Root::parse("https://example.org/a/").unwrap();
        let entry = Entry {
            paths: ["id/x/".to_owned(), "en/x/".to_owned()],
            changed: "2026-11-23".parse().unwrap(),
        };
        let xml = sitemap(&root, &[entry]);
        assert_eq!(xml.matches("<url>").count(), 2);
        assert!(xml.contains("<loc>https://example.org/a/id/x/</loc><lastmod>2026-11-23</lastmod>"));
        assert_eq!(
            xml.matches("hreflang=\"en\" href=\"https://example.org/a/en/x/\"")
                .count(),
            2
        );
        assert!(robots(Some(&root)).ends_with("Sitemap: https://example.org/a/sitemap.xml\n"));
        assert!(!robots(None).contains("Sitemap"));
    }
}
