//! Citing: numbering the sources of a page in order of first mention.

use std::collections::HashMap;

use super::{Error, Result};
use crate::model::{
    Area, City, Indicator, Joined, Location, Officer, Program, Source, SourceKeys, Sources,
};

/// The sources of a page while it is put together.
///
/// Files name the same publication by different keys; here it gets one number, whatever the file.
#[derive(Debug, Default)]
pub struct Citations {
    numbers: HashMap<(String, Option<String>), usize>,
    cited: Vec<Source>,
}

impl Citations {
    /// Replaces `keys` into `sources` by the numbers of the page, each once.
    ///
    /// # Errors
    ///
    /// When a key is not in `sources`.
    pub fn cite(&mut self, sources: &Sources, keys: &mut SourceKeys) -> Result<()> {
        let mut numbers = SourceKeys::with_capacity(keys.len());
        for key in keys.iter() {
            let source = sources
                .get(key)
                .ok_or_else(|| Error::Cut(format!("no source \"{key}\"")))?;
            let number = self.number(source).to_string();
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        *keys = numbers;
        Ok(())
    }

    /// The sources by number.
    #[must_use]
    pub fn into_sources(self) -> Sources {
        self.cited
            .into_iter()
            .enumerate()
            .map(|(index, source)| ((index + 1).to_string(), source))
            .collect()
    }

    /// The number of a source; what one file knows of it fills what another left open.
    fn number(&mut self, source: &Source) -> usize {
        let identity = (source.title.clone(), source.url.clone());
        let next = self.cited.len() + 1;
        let number = *self.numbers.entry(identity).or_insert(next);
        match number.checked_sub(1).and_then(|it| self.cited.get_mut(it)) {
            None => self.cited.push(source.clone()),
            Some(known) => {
                known.accessed = known.accessed.max(source.accessed);
                fill(&mut known.via, source.via.as_ref());
                fill(&mut known.published, source.published.as_ref());
                fill(&mut known.licence, source.licence.as_ref());
                fill(&mut known.note, source.note.as_ref());
            }
        }
        number
    }

    /// Cites an indicator: its series in order, each point where it names its own.
    ///
    /// # Errors
    ///
    /// When a key is not in `sources`.
    pub fn indicator(&mut self, sources: &Sources, indicator: &mut Indicator) -> Result<()> {
        for series in &mut indicator.series {
            self.cite(sources, &mut series.sources)?;
            for point in &mut series.points {
                self.cite(sources, &mut point.sources)?;
            }
        }
        Ok(())
    }

    /// Cites the facts of a city, then its projects; not its indicators and officers.
    ///
    /// # Errors
    ///
    /// When a key is not in the city's sources.
    pub fn city(&mut self, city: &mut City) -> Result<()> {
        let City {
            name,
            summary_sources,
            joined: Joined {
                sources: joined, ..
            },
            location: Location {
                sources: location, ..
            },
            population,
            area_km2: Area { sources: area, .. },
            projects,
            sources,
            ..
        } = city;
        let facts = [summary_sources, &mut name.sources, joined, location]
            .into_iter()
            .chain(population.iter_mut().map(|it| &mut it.sources))
            .chain([area])
            .chain(projects.iter_mut().map(|it| &mut it.sources));
        for keys in facts {
            self.cite(sources, keys)?;
        }
        Ok(())
    }

    /// Cites officers.
    ///
    /// # Errors
    ///
    /// When a key is not in `sources`.
    pub fn officers(&mut self, sources: &Sources, officers: &mut [Officer]) -> Result<()> {
        officers
            .iter_mut()
            .try_for_each(|officer| self.cite(sources, &mut officer.sources))
    }

    /// Cites a programme and its milestones.
    ///
    /// # Errors
    ///
    /// When a key is not in `sources`.
    pub fn program(&mut self, sources: &Sources, program: &mut Program) -> Result<()> {
        self.cite(sources, &mut program.sources)?;
        program
            .milestones
            .iter_mut()
            .try_for_each(|milestone| self.cite(sources, &mut milestone.sources))
    }
}

/// Sets `slot` to `value` where it is open.
fn fill<T: Clone>(slot: &mut Option<T>, value: Option<&T>) {
    if slot.is_none() {
        *slot = value.cloned();
    }
}
