//! Failures of a JSON file, with a variant for each way in which it fails.

use crate::i18n::Key;
use crate::json::{self, FromJson};
use crate::model::Lang;

/// Why a file could not be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadError {
    /// No answer: no network, or the server is gone.
    Network,
    /// The server answered 4xx.
    Missing(u16),
    /// The server answered with another status that is no success.
    Server(u16),
    /// What came is no JSON, most often a page of the host.
    NotJson,
    /// The JSON ends before its end.
    Truncated,
    /// Code of the app did not come, or is not what the rest was made with.
    Code,
    /// The JSON is whole and is not what this version expects.
    Shape,
}

impl LoadError {
    /// The words for the reader.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let key = match self {
            Self::Network => Key::ErrorOffline,
            Self::Missing(status) => return Key::ErrorMissing.with(lang, &status.to_string()),
            Self::Server(status) => return Key::ErrorServer.with(lang, &status.to_string()),
            Self::Code => Key::ErrorCode,
            Self::NotJson => Key::ErrorNotJson,
            Self::Truncated => Key::ErrorTruncated,
            Self::Shape => Key::ErrorShape,
        };
        key.text(lang).to_owned()
    }
}

/// A failure, and a technical detail of it for the console.
pub type Failure = (LoadError, String);

impl From<json::Error> for LoadError {
    fn from(error: json::Error) -> Self {
        match error {
            json::Error::Truncated => Self::Truncated,
            json::Error::NotJson(_) => Self::NotJson,
            json::Error::Shape(_) => Self::Shape,
        }
    }
}

/// Reads the text that came from `url` as `T`.
pub fn read<T: FromJson>(url: &str, text: &str) -> Result<T, Failure> {
    json::read(text).map_err(|error| {
        let detail = format!("{url}: {error}");
        (error.into(), detail)
    })
}
