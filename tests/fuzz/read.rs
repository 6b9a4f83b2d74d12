//! The cut: mutants of its files, read as the app reads them, and what the app does with what it read.

use std::fmt::Debug;

use ascn_atlas::json::{self, FromJson};
use ascn_atlas::model::cut::{
    AseanPage, CityPage, CountryPage, Index, IndicatorIndex, IndicatorPage,
};
use ascn_atlas::model::cut_home::HomePage;
use ascn_atlas::model::cut_map::MapLands;
use ascn_atlas::model::cut_network::{DocumentsPage, MeetingPage, NetworkPage};
use ascn_atlas::model::cut_programs::{PartnerPage, ProgramIndex, ProgramPage};
use ascn_atlas::model::cut_projects::{ProjectIndex, ProjectReports};
use ascn_atlas::model::cut_search::SearchIndex;
use ascn_atlas::model::published::{Change, DataPage, Listed, PublicFile};
use serde::de::DeserializeOwned;

use crate::chance::Chance;
use crate::mutate::mutant;
use crate::uses::{self, Uses};
use crate::world::World;
use crate::{End, Target};

pub(crate) const READ: Target = Target {
    name: "read",
    about: "files of the cut, read and drawn",
    share: 120,
    run,
};

fn run(chance: &mut Chance, world: &World) -> End {
    let real = world.cut_file(chance);
    chance.said.push(real.name.clone());
    let text = mutant(chance, &real.tree);
    let text = text.as_str();
    let mut parts = real.name.split('/');
    match (parts.next().unwrap_or_default(), parts.next()) {
        ("index.json", _) => same::<Index>(text, chance),
        ("cities", _) => same::<CityPage>(text, chance),
        ("countries", _) => same::<CountryPage>(text, chance),
        ("lands.json" | "lands-fine.json", _) => same::<MapLands>(text, chance),
        ("indicators", Some("index.json")) => same::<IndicatorIndex>(text, chance),
        ("indicators", _) => same::<IndicatorPage>(text, chance),
        ("programs", Some("index.json")) => same::<ProgramIndex>(text, chance),
        ("programs", _) => same::<ProgramPage>(text, chance),
        ("partners", _) => same::<PartnerPage>(text, chance),
        ("projects", Some("index.json")) => same::<ProjectIndex>(text, chance),
        ("projects", _) => same::<ProjectReports>(text, chance),
        ("network.json", _) => same::<NetworkPage>(text, chance),
        ("network", _) => same::<MeetingPage>(text, chance),
        ("documents.json", _) => same::<DocumentsPage>(text, chance),
        ("asean.json", _) => same::<AseanPage>(text, chance),
        ("home.json", _) => same::<HomePage>(text, chance),
        ("search.json", _) => same::<SearchIndex>(text, chance),
        ("words", _) => same::<Vec<String>>(text, chance),
        ("data.json", _) => same::<DataPage>(text, chance),
        ("data", Some("changes.json")) => same::<Vec<Change>>(text, chance),
        ("data", Some("index.json")) => same::<Vec<PublicFile>>(text, chance),
        // Only the app reads it.
        ("data", Some("sources.json")) => end(json::read::<Vec<Listed>>(text)),
        _ => panic!("a file of no kind: {}", real.name),
    }
}

/// The app's reading and serde's agree: what serde takes, the app takes for the same.
fn same<T: DeserializeOwned + FromJson + PartialEq + Debug + Uses>(
    text: &str,
    chance: &mut Chance,
) -> End {
    let read = json::read::<T>(text);
    match (&read, serde_json::from_str::<T>(text)) {
        (Ok(read), Ok(other)) => assert!(*read == other, "the app reads it otherwise than serde"),
        // The app knows no numbers beyond 2^53, as browsers have none, and no counts of millions.
        (Err(json::Error::Shape(shape)), Ok(_)) if is_beyond(shape.expected) => {}
        (Err(error), Ok(_)) => panic!("serde reads what the app refuses: {error}"),
        (_, Err(_)) => {}
    }
    if let Ok(read) = &read {
        uses::budget(text.len());
        read.uses(chance);
    }
    end(read)
}

fn is_beyond(expected: &str) -> bool {
    ["a whole number", "a number in range"].contains(&expected)
}

fn end<T>(read: Result<T, json::Error>) -> End {
    match read {
        Ok(_) => End::Loaded,
        Err(error) => {
            if let json::Error::Shape(shape) = &error {
                assert!(!shape.expected.is_empty(), "{error:?}");
            }
            assert!(!error.to_string().is_empty());
            End::Refused
        }
    }
}
