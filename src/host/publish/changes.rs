//! Changes: what was published on which day, `public/data/changes.json`, newest first.

use std::fs;
use std::path::Path;

use crate::host::store::Store;
use crate::host::{Error, Result};
pub use crate::model::published::{Change, Counts};
use crate::model::Indicator;

impl Counts {
    /// The counts of `store`.
    #[must_use]
    pub fn of(store: &Store) -> Self {
        let indicators = || {
            let own = store.cities.iter().flat_map(|it| &it.indicators);
            store.indicators.iter().chain(own)
        };
        let points = |it: &Indicator| it.series.iter().map(|it| it.points.len()).sum::<usize>();
        let programs = &store.programs.programs;
        Self {
            cities: store.cities.len(),
            projects: store.cities.iter().map(|it| it.projects.len()).sum(),
            indicators: store.indicators.len(),
            series: indicators().map(|it| it.series.len()).sum(),
            points: indicators().map(points).sum(),
            programs: programs.len(),
            milestones: programs.iter().map(|it| it.milestones.len()).sum::<usize>()
                + store.network.milestones.len(),
            reports: store.network.reports.len(),
            sources: store.sources().map(std::collections::BTreeMap::len).sum(),
        }
    }
}

/// The changes in `data`, newest first.
///
/// # Errors
///
/// When the file cannot be read, has another shape, or is not in order of days.
pub fn read(data: &Path) -> Result<Vec<Change>> {
    let path = data.join("changes.json");
    let text = fs::read_to_string(&path).map_err(Error::io(&path))?;
    let wrong = |message: String| Error::Json {
        path: path.clone(),
        message,
    };
    let changes: Vec<Change> =
        serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))?;
    if changes.is_sorted_by(|one, next| one.date > next.date) {
        Ok(changes)
    } else {
        Err(wrong("expected the newest change first".to_owned()))
    }
}
