//! Words for the closed sets of the model: countries, focus areas, kinds and statuses.

use super::Key;
use crate::model::{
    Country, DocumentKind, FocusArea, Lang, NetworkMilestoneKind, OfficerRole, ProgramKind,
    ProjectKind, ProjectStatus, Topic,
};
use crate::order::sort_by_key;

/// A member of a closed set that has words for the reader.
pub trait Named {
    /// The message with its name.
    fn key(self) -> Key;
}

/// The member states in the order of their names in `lang`, in which a reader looks for one.
#[must_use]
pub fn countries(lang: Lang) -> [Country; 11] {
    let mut all = Country::ALL;
    sort_by_key(&mut all, |it| it.key().text(lang));
    all
}

impl Named for Country {
    fn key(self) -> Key {
        match self {
            Self::Brn => Key::CountryBrn,
            Self::Khm => Key::CountryKhm,
            Self::Idn => Key::CountryIdn,
            Self::Lao => Key::CountryLao,
            Self::Mys => Key::CountryMys,
            Self::Mmr => Key::CountryMmr,
            Self::Phl => Key::CountryPhl,
            Self::Sgp => Key::CountrySgp,
            Self::Tha => Key::CountryTha,
            Self::Tls => Key::CountryTls,
            Self::Vnm => Key::CountryVnm,
        }
    }
}

impl Named for FocusArea {
    fn key(self) -> Key {
        match self {
            Self::CivicSocial => Key::FocusCivicSocial,
            Self::HealthWellbeing => Key::FocusHealthWellbeing,
            Self::SafetySecurity => Key::FocusSafetySecurity,
            Self::QualityEnvironment => Key::FocusQualityEnvironment,
            Self::BuiltInfrastructure => Key::FocusBuiltInfrastructure,
            Self::IndustryInnovation => Key::FocusIndustryInnovation,
        }
    }
}

impl Named for Topic {
    fn key(self) -> Key {
        match self {
            Self::Population => Key::TopicPopulation,
            Self::Economy => Key::TopicEconomy,
            Self::LivingConditions => Key::TopicLivingConditions,
            Self::Health => Key::TopicHealth,
            Self::Digital => Key::TopicDigital,
            Self::Mobility => Key::TopicMobility,
            Self::Environment => Key::TopicEnvironment,
            Self::Governance => Key::TopicGovernance,
        }
    }
}

impl Named for ProjectStatus {
    fn key(self) -> Key {
        match self {
            Self::Planned => Key::StatusPlanned,
            Self::Ongoing => Key::StatusOngoing,
            Self::Completed => Key::StatusCompleted,
            Self::Unknown => Key::StatusUnknown,
        }
    }
}

impl Named for ProjectKind {
    fn key(self) -> Key {
        match self {
            Self::Scap => Key::ProjectKindScap,
            Self::Innovation => Key::ProjectKindInnovation,
        }
    }
}

impl Named for ProgramKind {
    fn key(self) -> Key {
        match self {
            Self::Funding => Key::KindFunding,
            Self::Training => Key::KindTraining,
            Self::Meeting => Key::KindMeeting,
            Self::Study => Key::KindStudy,
            Self::TechnicalAssistance => Key::KindTechnicalAssistance,
            Self::Network => Key::KindNetwork,
            Self::Event => Key::KindEvent,
        }
    }
}

impl Named for OfficerRole {
    fn key(self) -> Key {
        match self {
            Self::Csco => Key::RoleCsco,
            Self::NationalRepresentative => Key::RoleNationalRepresentative,
            Self::Alternate => Key::RoleAlternate,
            Self::HeadOfDelegation => Key::RoleHeadOfDelegation,
            Self::Chair => Key::RoleChair,
        }
    }
}

impl Named for NetworkMilestoneKind {
    fn key(self) -> Key {
        match self {
            Self::Appointment => Key::StepAppointment,
            Self::Declaration => Key::StepDeclaration,
            Self::Meeting => Key::StepMeeting,
            Self::Report => Key::StepReport,
            Self::Summit => Key::StepSummit,
            Self::Workshop => Key::StepWorkshop,
        }
    }
}

impl Named for DocumentKind {
    fn key(self) -> Key {
        match self {
            Self::Founding => Key::DocumentsFounding,
            Self::ActionPlan => Key::DocumentsActionPlan,
            Self::Report => Key::DocumentsReport,
            Self::Statement => Key::DocumentsStatement,
            Self::List => Key::DocumentsList,
        }
    }
}
