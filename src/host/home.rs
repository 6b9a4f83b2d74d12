//! `home.json`: what the data tell, what happened last, what changed last.

use super::cite::Citations;
use super::store::Store;
use super::stories::{tell, Facts};
use super::Result;
use crate::model::cut_home::{HomeMilestone, HomePage};
use crate::model::{SourceKeys, Text};

/// How many past milestones and changes there are.
const LATEST: usize = 5;

/// `home.json`.
///
/// # Errors
///
/// When a story names what is not there, or a fact a source that is not there.
pub fn page(store: &Store) -> Result<HomePage> {
    let mut citations = Citations::default();
    let cities: Vec<_> = store.cities.iter().collect();
    let indicators: Vec<_> = store.indicators.iter().collect();
    let facts = Facts {
        cities: &cities,
        indicators: &indicators,
        programs: &store.programs,
        network: &store.network,
    };
    let stories = tell(&store.stories, facts, &mut citations)?;
    let milestones = milestones(store, &mut citations)?;
    Ok(HomePage {
        stories,
        milestones,
        changes: store.changes.iter().take(LATEST).cloned().collect(),
        sources: citations.into_sources(),
    })
}

/// All milestones that are to come, then the latest of the network.
fn milestones(store: &Store, citations: &mut Citations) -> Result<Vec<HomeMilestone>> {
    let mut milestones = Vec::new();
    let now = store.data_date();
    let mut steps = Vec::new();
    for program in &store.programs.programs {
        for step in &program.milestones {
            if now.is_some_and(|now| step.date > now) {
                steps.push((program, step));
            }
        }
    }
    let mut put = |date, title, to, mut sources: SourceKeys, from| -> Result<()> {
        citations.cite(from, &mut sources)?;
        milestones.push(HomeMilestone {
            date,
            title,
            to,
            sources,
        });
        Ok(())
    };
    steps.sort_by_key(|(_, step)| std::cmp::Reverse(step.date));
    for (program, step) in steps {
        let title = Text {
            en: format!("{}: {}", program.name.en, step.title.en),
            id: format!("{}: {}", program.name.id, step.title.id),
        };
        let to = format!("programs/{}/", program.id);
        put(
            step.date,
            title,
            to,
            step.sources.clone(),
            &store.programs.sources,
        )?;
    }
    let mut of_network: Vec<_> = store.network.milestones.iter().collect();
    of_network.sort_by_key(|it| std::cmp::Reverse(it.date));
    let mut past = 0;
    for it in of_network {
        let is_past = now.is_none_or(|now| it.date <= now);
        past += usize::from(is_past);
        if past <= LATEST {
            let to = format!("network/{}/", it.id);
            let sources = it.sources.clone();
            put(
                it.date,
                it.title.clone(),
                to,
                sources,
                &store.network.sources,
            )?;
        }
    }
    milestones.sort_by_key(|it| std::cmp::Reverse(it.date));
    Ok(milestones)
}
