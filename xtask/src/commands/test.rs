//! `test` checks everything that must hold, goes on after a failure, and reports all at the end.

use std::time::{Duration, Instant};

use super::steps::{Bench, Need, Step};
use super::{unknown, value, Command};
use crate::environment::is_ci;
use crate::error::{Error, Result};
use crate::memory::Memory;
use crate::project::Project;
use crate::say;
use crate::tools::{ensure, Browser, Chromium, Engines, Hosts, Java, Node, Web};

/// How much of a failure is said again at the end.
const TOLD_LINES: usize = 60;
const TOLD_CHARS: usize = 200;

/// How a step ended.
#[derive(Debug)]
enum Outcome {
    Passed,
    Failed(String),
    /// What it needs did not come about.
    Skipped(String),
    /// No browser or server for it can be installed here, and this is no CI.
    LeftOut,
}

/// What is to be checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The steps; empty means every one.
    pub only: Vec<Step>,
    /// Whether also what passed before is run.
    pub again: bool,
}

/// Reads the words after `test`.
pub fn parse(words: &[String]) -> Result<Command> {
    let mut options = Options::default();
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match word.as_str() {
            "--again" => options.again = true,
            "--list" => return Ok(Command::ListSteps),
            "--only" => {
                let name = value(word, &mut words)?;
                let step = Step::ALL.into_iter().find(|step| step.name() == name);
                let all = Step::ALL.map(Step::name).join(", ");
                options.only.push(step.ok_or_else(|| {
                    Error::Usage(format!("no step `{name}`; the steps are {all}"))
                })?);
            }
            _ => return Err(unknown(word)),
        }
    }
    Ok(Command::Test(options))
}

/// Names the steps.
pub fn list() {
    for step in Step::ALL {
        println!("{:12} {}", step.name(), step.about());
    }
}

/// Runs the steps.
pub fn run(project: &Project, options: &Options) -> Result<()> {
    let start = Instant::now();
    let only = &options.only;
    let steps: Vec<Step> = Step::ALL
        .into_iter()
        .filter(|step| only.is_empty() || only.contains(step))
        .collect();
    project.claim_build_cache(&project.host_env(), "host")?;
    let given = Given::prepare(project, &steps, options.again);
    let mut done: Vec<(Step, Outcome, Duration)> = Vec::new();
    for step in steps {
        let start = Instant::now();
        let outcome = given.obstacle(step, &done).unwrap_or_else(|| {
            println!("\n==> {}: {}", step.name(), step.about());
            match step.run(&given.bench) {
                Ok(()) => Outcome::Passed,
                Err(error) => Outcome::Failed(error.to_string()),
            }
        });
        let time = start.elapsed();
        println!("{}", told(step, &outcome, time));
        done.push((step, outcome, time));
    }
    report(&done, &given, start.elapsed())
}

/// What the steps were given, and what could not be had.
struct Given<'a> {
    bench: Bench<'a>,
    no_node: Option<String>,
    no_web: Option<String>,
    no_browser: Option<String>,
    no_engines: Option<String>,
    no_hosts: Option<String>,
    no_java: Option<String>,
}

impl<'a> Given<'a> {
    /// Installs what the steps need. A failure counts only against the steps that need it.
    fn prepare(project: &'a Project, steps: &[Step], again: bool) -> Self {
        let needed = |need| steps.iter().any(|step| step.needs().contains(&need));
        let start = Instant::now();
        let (_, no_node) = given(needed(Need::Node), || ensure(&Node, project));
        let (web, no_web) = given(needed(Need::Web), || {
            Web::ensure(project, steps.contains(&Step::Build))
        });
        let (browser, no_browser): (Option<Browser>, _) =
            given(needed(Need::Browser), || ensure(&Chromium, project));
        let (engines, no_engines) = given(needed(Need::Engines), || ensure(&Engines, project));
        let (hosts, no_hosts) = given(needed(Need::Hosts), || ensure(&Hosts, project));
        let (java, no_java) = given(needed(Need::Java), || ensure(&Java, project));
        say::line(&format!("tools: {}", say::seconds(start.elapsed())));
        let given = Self {
            bench: Bench {
                project,
                web,
                browser,
                engines,
                hosts,
                java,
                memory: Memory::of(project).filter(|_| !again),
            },
            no_node,
            no_web,
            no_browser,
            no_engines,
            no_hosts,
            no_java,
        };
        given.say_what_is_left_out();
        given
    }

    /// Says loudly where the site is not tested.
    fn say_what_is_left_out(&self) {
        if let Some(why) = &self.no_browser {
            let steps = "The steps `browser`, `journeys` and `hosts` are left out.";
            say::banner(&left_out("Chromium and chromedriver", steps, why));
        }
        if let Some(why) = &self.no_engines {
            let steps = "The step `engines` is left out.";
            say::banner(&left_out("Firefox or WebKit", steps, why));
        }
        if let Some(why) = &self.no_hosts {
            let steps = "The step `hosts` is left out.";
            say::banner(&left_out("nginx, Apache or Python", steps, why));
        }
        if let Some(why) = &self.no_java {
            let steps = "The step `html` is left out.";
            say::banner(&left_out("Java", steps, why));
        }
    }

    /// Why a step cannot run.
    fn obstacle(&self, step: Step, done: &[(Step, Outcome, Duration)]) -> Option<Outcome> {
        step.needs().iter().find_map(|need| match need {
            Need::Node => self.no_node.clone().map(Outcome::Failed),
            Need::Web => self.no_web.clone().map(Outcome::Failed),
            Need::Browser => self.no_browser.clone().map(cannot_be_had),
            Need::Engines => self.no_engines.clone().map(cannot_be_had),
            Need::Hosts => self.no_hosts.clone().map(cannot_be_had),
            Need::Java => self.no_java.clone().map(cannot_be_had),
            Need::After(other) => done
                .iter()
                .find(|(step, ..)| step == other)
                .filter(|(_, outcome, _)| !matches!(outcome, Outcome::Passed))
                .map(|_| Outcome::Skipped(format!("`{}` did not pass", other.name()))),
        })
    }
}

/// In CI nothing is left out.
fn cannot_be_had(why: String) -> Outcome {
    if is_ci() {
        Outcome::Failed(why)
    } else {
        Outcome::LeftOut
    }
}

/// Something needed, or why it could not be had.
fn given<T>(needed: bool, get: impl FnOnce() -> Result<T>) -> (Option<T>, Option<String>) {
    if !needed {
        return (None, None);
    }
    match get() {
        Ok(thing) => (Some(thing), None),
        Err(error) => {
            say::line(&error.to_string());
            (None, Some(error.to_string()))
        }
    }
}

fn left_out(missing: &str, steps: &str, why: &str) -> Vec<String> {
    let mut lines = vec![
        format!("NOT TESTED EVERYWHERE: {missing} cannot be had."),
        steps.to_owned(),
    ];
    lines.extend(why.lines().map(str::to_owned));
    lines
}

fn told(step: Step, outcome: &Outcome, time: Duration) -> String {
    let name = step.name();
    match outcome {
        Outcome::Passed => format!("<== {name}: passed in {}", say::seconds(time)),
        Outcome::Failed(why) => {
            format!("<== {name}: FAILED after {}: {why}", say::seconds(time))
        }
        Outcome::Skipped(why) => format!("<== {name}: skipped, {why}"),
        Outcome::LeftOut => format!("<== {name}: LEFT OUT, what it needs cannot be had"),
    }
}

fn report(done: &[(Step, Outcome, Duration)], given: &Given, time: Duration) -> Result<()> {
    println!();
    let [mut passed, mut failed, mut skipped, mut left] = [0_u32; 4];
    for (step, outcome, time) in done {
        let (count, word) = match outcome {
            Outcome::Passed => (&mut passed, "passed"),
            Outcome::Failed(_) => (&mut failed, "FAILED"),
            Outcome::Skipped(_) => (&mut skipped, "skipped"),
            Outcome::LeftOut => (&mut left, "LEFT OUT"),
        };
        *count += 1;
        println!("  {:12} {word:9} {}", step.name(), say::seconds(*time));
        // Said again where the end of a long output is all that is kept of it.
        if let Outcome::Failed(why) | Outcome::Skipped(why) = outcome {
            for line in why.lines().take(TOLD_LINES) {
                println!(
                    "      {}",
                    line.chars().take(TOLD_CHARS).collect::<String>()
                );
            }
        }
    }
    given.say_what_is_left_out();
    let extra: String = [(skipped, "skipped"), (left, "left out")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!(", {count} {word}"))
        .collect::<Vec<_>>()
        .concat();
    let time = say::seconds(time);
    println!("test: {passed} passed, {failed} failed{extra} in {time}");
    if failed == 0 && skipped == 0 {
        Ok(())
    } else {
        Err(Error::Steps)
    }
}
