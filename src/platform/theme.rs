//! The reader's theme: kept for the next visit, and shown by the root of the page.

use super::{document, load, save, Setting};
use crate::widget::Theme;

/// The saved theme.
#[must_use]
pub fn saved_theme() -> Theme {
    load(Setting::Theme).map_or(Theme::Auto, |id| Theme::from_id(&id))
}

/// Shows the page in a theme and keeps it for the next visit.
pub fn apply_theme(theme: Theme) {
    save(Setting::Theme, theme.id());
    if let Some(root) = document().and_then(|document| document.document_element()) {
        root.set_attribute("data-theme", theme.id()).ok();
    }
}
