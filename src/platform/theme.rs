//! The theme: light, dark, or as the system says.

use super::{document, load, save, Setting};

/// A theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system says.
    #[default]
    Auto,
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The identifier in storage and in the `data-theme` attribute.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of an identifier; as the system says for any other text.
    #[must_use]
    pub fn from_id(id: &str) -> Self {
        Self::ALL
            .into_iter()
            .find(|theme| theme.id() == id)
            .unwrap_or_default()
    }

    /// The saved theme.
    #[must_use]
    pub fn saved() -> Self {
        load(Setting::Theme).map_or(Self::Auto, |id| Self::from_id(&id))
    }

    /// Shows the page in this theme and keeps it for the next visit.
    pub fn apply(self) {
        save(Setting::Theme, self.id());
        if let Some(root) = document().and_then(|document| document.document_element()) {
            root.set_attribute("data-theme", self.id()).ok();
        }
    }
}
