//! A source: the publication that states a fact.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::PartialDate;

/// Keys into the [`Sources`] of the same file, in the order in which they should be cited.
pub type SourceKeys = Vec<String>;

/// The sources of a file by key. In the data set a key is a short name (`me2025`); in the cut it is
/// the number that the reader sees.
pub type Sources = BTreeMap<String, Source>;

/// Where a fact stands written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "host",
    derive(schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Source {
    /// Title as published.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Address of the publication; absent when none is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Address of the copy that was read, where the publication itself could not be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
    /// When it was published, as far as known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<PartialDate>,
    /// When it was read for the atlas.
    pub accessed: PartialDate,
    /// BCP 47 tag of its language.
    pub lang: String,
    /// Licence of the figures as stated by the publisher; absent when none is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// A remark on what was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Source {
    /// The address of the publication, where a page may link to it.
    #[must_use]
    pub fn link(&self) -> Option<&str> {
        self.url.as_deref().filter(|url| is_web(url))
    }

    /// The address of the copy that was read, where a page may link to it.
    #[must_use]
    pub fn link_via(&self) -> Option<&str> {
        self.via.as_deref().filter(|url| is_web(url))
    }
}

/// Whether an address may stand in a link: no `javascript:` or other schemes.
fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
