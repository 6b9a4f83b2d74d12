//! What is run: which targets, how many cases, from which seed, for how long.

use std::ops::Range;
use std::path::PathBuf;
use std::time::Duration;

/// Cases of a run that is not told how many.
const CASES: u64 = 100_000;

/// The words of the command line, read.
pub(crate) struct Options {
    /// Where every case begins.
    pub seed: u64,
    /// The only target to run.
    only: Option<String>,
    /// The only case to run.
    pub case: Option<u64>,
    /// Cases of all targets together.
    cases: u64,
    /// Time of all targets together; then the number of cases does not count.
    seconds: Option<u64>,
    /// Which of how many programs this is: each runs its own cases, on a core of its own.
    part: (u64, u64),
    /// Where what failed is kept.
    pub folder: PathBuf,
}

impl Options {
    /// Reads the command line; says what it does not understand.
    pub fn parse(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self {
            seed: 1,
            only: None,
            case: None,
            cases: CASES,
            seconds: None,
            part: (0, 1),
            folder: PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("fuzz"),
        };
        while let Some(word) = words.next() {
            let value = words
                .next()
                .ok_or_else(|| format!("{word} needs a value"))?;
            let number = || {
                let read = value.trim().parse::<u64>();
                read.map_err(|_| format!("{word} needs a number, found {value}"))
            };
            match word.as_str() {
                "--seed" => options.seed = number()?,
                "--case" => options.case = Some(number()?),
                "--cases" => options.cases = number()?,
                "--seconds" => options.seconds = Some(number()?),
                "--part" => options.part = (number()?, options.part.1),
                "--parts" => options.part = (options.part.0, number()?.max(1)),
                "--folder" => options.folder = value.into(),
                "--only" => options.only = Some(value.trim().to_owned()),
                _ => return Err(format!("no option {word}")),
            }
        }
        Ok(options)
    }

    /// Which of the programs this is.
    pub fn part(&self) -> u64 {
        self.part.0
    }

    /// Whether a target is to run.
    pub fn wants(&self, name: &str) -> bool {
        self.only.as_ref().is_none_or(|it| it == name)
    }

    /// The numbers of the cases of a target with a share of a thousand: of this program's part of them.
    pub fn cases_of(&self, share: u32) -> impl Iterator<Item = u64> {
        let (all, (part, parts)): (Range<u64>, _) = match (self.case, self.seconds, &self.only) {
            (Some(case), ..) => (case..case + 1, (0, 1)),
            (_, Some(_), _) => (0..u64::MAX, self.part),
            (_, None, Some(_)) => (0..self.cases, self.part),
            (_, None, None) => (0..self.cases * u64::from(share) / 1_000, self.part),
        };
        all.filter(move |case| case % parts == part)
    }

    /// Whether the time of a target is over.
    pub fn is_over(&self, time: Duration, share: u32) -> bool {
        let Some(seconds) = self.seconds.filter(|_| self.case.is_none()) else {
            return false;
        };
        let share = if self.only.is_some() { 1_000 } else { share };
        time.as_millis() > u128::from(seconds) * u128::from(share)
    }
}
