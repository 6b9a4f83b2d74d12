//! What holds for stories: every value that a text names is there.

use super::json::{at, Path};
use super::{File, Files, Findings};
use crate::host::stories::{mistakes, Facts};
use crate::model::story::StoriesFile;

/// Checks `stories.json`.
pub fn check(file: &File<StoriesFile>, files: &Files, findings: &mut Findings<'_>) {
    let stories = &file.value.stories;
    let ids = stories.iter().enumerate();
    findings.unique(ids.map(|(index, it)| (at!["stories", index, "id"], it.id.clone())));
    // Where one of these cannot be read, that is said already.
    let (Some(programs), Some(network)) = (&files.programs, &files.network) else {
        return;
    };
    let cities: Vec<_> = files.cities.iter().map(|it| &it.value).collect();
    let indicators: Vec<_> = files.indicators.iter().map(|it| &it.value).collect();
    let facts = Facts {
        cities: &cities,
        indicators: &indicators,
        programs: &programs.value,
        network: &network.value,
    };
    for (index, story) in stories.iter().enumerate() {
        for (steps, message) in mistakes(story, facts) {
            let path: Path = steps.iter().fold(at!["stories", index], |path, step| {
                match step.parse::<usize>() {
                    Ok(place) => path.to(place),
                    Err(_) => path.to(step.as_str()),
                }
            });
            findings.add(path, message);
        }
    }
}
