//! The title of a page that needs no data for it: the same words in the shell and in the page.

use super::Route;
use crate::i18n::{Key, Named};
use crate::model::Lang;

impl Route {
    /// The heading of the page in `lang`; `None` where data give it (a city, an indicator).
    #[must_use]
    pub fn title(&self, lang: Lang) -> Option<&'static str> {
        let (en, id) = match self {
            Self::Home => return Some(Key::HomeTitle.text(lang)),
            Self::Cities(_) => return Some(Key::DirectoryTitle.text(lang)),
            Self::Country(country) => return Some(country.key().text(lang)),
            Self::NotFound(_) => return Some(Key::NotFoundTitle.text(lang)),
            Self::City(_) | Self::Indicator(..) => return None,
            Self::Indicators(_) => ("Indicators", "Indikator"),
            Self::Compare(_) => ("Compare cities", "Bandingkan kota"),
            Self::Countries => ("Member states", "Negara anggota"),
            Self::Data => ("Data", "Data"),
        };
        Some(match lang {
            Lang::En => en,
            Lang::Id => id,
        })
    }
}
