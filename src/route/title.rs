//! The title of a page that needs no data for it: the same words in the shell and in the page.

use super::Route;
use crate::i18n::{Key, Named};
use crate::model::{Lang, Text};

impl Route {
    /// The heading of the page in `lang`; `None` where data give it (a city, an indicator).
    #[must_use]
    pub fn title(&self, lang: Lang) -> Option<&'static str> {
        let key = match self {
            Self::Home => Key::HomeTitle,
            Self::Cities(_) => Key::DirectoryTitle,
            Self::Country(country) => country.key(),
            Self::NotFound(_) => Key::NotFoundTitle,
            Self::City(_)
            | Self::Indicator(..)
            | Self::Program(_)
            | Self::Partner(_)
            | Self::Project(..)
            | Self::Meeting(_) => return None,
            Self::Indicators(_) => Key::IndicatorsTitle,
            Self::Compare(_) => Key::CompareTitle,
            Self::Countries => Key::CountriesTitle,
            Self::Programs(_) => Key::ProgramsTitle,
            Self::Projects(_) => Key::ProjectsTitle,
            Self::Network => Key::NetworkTitle,
            Self::Documents => Key::DocumentsTitle,
            Self::About => Key::AboutTitle,
            Self::Search(_) => Key::SearchTitle,
            Self::Data => Key::DataTitle,
            Self::Embed(_) => Key::EmbedTitle,
        };
        Some(key.text(lang))
    }
}

/// The title of a project's page: the project's name and the city, because cities call their projects
/// alike.
#[must_use]
pub fn project_title(project: &Text, city: &str, lang: Lang) -> String {
    [project.get(lang), ", ", city].concat()
}
