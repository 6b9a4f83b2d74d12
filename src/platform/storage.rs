//! Settings that outlive a visit, where the browser lets a page keep them.

use super::window;

/// A setting of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Language, as a BCP 47 tag.
    Lang,
    /// Theme; also read by the start script of `index.html`, before the app runs.
    Theme,
}

impl Setting {
    const fn key(self) -> &'static str {
        match self {
            Self::Lang => "atlas.lang",
            Self::Theme => "atlas.theme",
        }
    }
}

fn storage() -> Option<web_sys::Storage> {
    // Refused (`Err`) in sandboxed frames and where storage is blocked.
    window()?.local_storage().ok().flatten()
}

/// The saved value of a setting; `None` when there is none or the browser keeps nothing.
#[must_use]
pub fn load(setting: Setting) -> Option<String> {
    storage()?.get_item(setting.key()).ok().flatten()
}

/// Saves a setting. Where the browser keeps nothing, or is full, the setting lasts for this visit
/// only, which is no error to a reader.
pub fn save(setting: Setting, value: &str) {
    if let Some(storage) = storage() {
        storage.set_item(setting.key(), value).ok();
    }
}
