//! The fields of the pages of projects.

use super::records::record;
use super::{field, optional, FromJson, Tree, Walk};
use crate::model::cut_projects::{
    CityDifference, CityProjects, CountryCount, ProjectEntry, ProjectIndex, ProjectReports,
    ReportCounts, Share,
};

record!(ProjectIndex { cities } or {});
record!(CityProjects { id, name, country, projects } or { aliases });
record!(ProjectEntry { id, name, kind, in_ascn_reports, focus, status, status_as_of } or {});
record!(ProjectReports { totals, reports, listed, named, differing, conflicts, sources } or {});
record!(ReportCounts { year, title, total, status, focus, countries, sources } or { method });
record!(Share { count } or { printed, computed });
record!(CountryCount { country, count } or {});
record!(CityDifference { id, name, named, listed } or { report });
