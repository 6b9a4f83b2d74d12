//! The data set: mutants of its files, read and checked beside the others, and cut.

use std::panic::{self, AssertUnwindSafe};

use ascn_atlas::host::check::{self, Problem};
use ascn_atlas::host::finder::Finder;
use ascn_atlas::host::schema::Kind;
use ascn_atlas::host::store::Store;
use ascn_atlas::host::{
    build, cut, cut_indicators, cut_network, cut_programs, cut_projects, feeds, gather, home,
    lands, search,
};
use ascn_atlas::model::Lang;
use serde::de::DeserializeOwned;

use crate::chance::Chance;
use crate::mutate::mutant;
use crate::world::World;
use crate::{End, Target};

pub(crate) const CHECK: Target = Target {
    name: "check",
    about: "files of the data set, checked",
    share: 40,
    run: run_check,
};

pub(crate) const CUT: Target = Target {
    name: "cut",
    about: "those that can be read, cut for the app",
    share: 2,
    run: run_cut,
};

fn run_check(chance: &mut Chance, world: &World) -> End {
    let real = world.file(chance);
    chance.said.push(real.name.clone());
    let text = mutant(chance, &real.tree);
    let mut problems = Vec::new();
    match real.name.split('/').next() {
        Some("cities") => of_kind(
            &real.name,
            &text,
            Kind::City,
            world,
            &mut problems,
            check::city::check,
        ),
        Some("indicators") => {
            of_kind(
                &real.name,
                &text,
                Kind::Indicator,
                world,
                &mut problems,
                check::indicator::check,
            );
        }
        Some("programs.json") => {
            of_kind(
                &real.name,
                &text,
                Kind::Programs,
                world,
                &mut problems,
                check::program::check,
            );
        }
        Some("network.json") => {
            of_kind(
                &real.name,
                &text,
                Kind::Network,
                world,
                &mut problems,
                check::network::check,
            );
        }
        Some("stories.json") => {
            of_kind(
                &real.name,
                &text,
                Kind::Stories,
                world,
                &mut problems,
                check::story::check,
            );
        }
        _ if real.name.ends_with("points.json") => {
            of_kind(
                &real.name,
                &text,
                Kind::CityPoints,
                world,
                &mut problems,
                check::places::check,
            );
        }
        _ if real.name.ends_with(".json") => {
            let nothing_more = |_: &check::File<ascn_atlas::model::GeoSources>,
                                _: &check::Files,
                                _: &mut check::Findings<'_>| {};
            of_kind(
                &real.name,
                &text,
                Kind::GeoSources,
                world,
                &mut problems,
                nothing_more,
            );
        }
        _ => check::outlines(&real.name, &text, &mut problems),
    }
    let lines = text.matches('\n').count() + 1;
    for problem in &problems {
        let said = problem.to_string();
        assert_eq!(problem.file, real.name, "{said}");
        assert!(
            (1..=lines).contains(&problem.line),
            "{said}: of {lines} lines"
        );
        assert!(!problem.message.is_empty(), "{said}");
        // A word of a megabyte is not said again.
        assert!(said.len() < 20_000, "{} bytes of a problem", said.len());
    }
    if problems.is_empty() {
        End::Loaded
    } else {
        End::Refused
    }
}

type Check<T> = fn(&check::File<T>, &check::Files, &mut check::Findings<'_>);

fn of_kind<T: DeserializeOwned>(
    name: &str,
    text: &str,
    kind: Kind,
    world: &World,
    problems: &mut Vec<Problem>,
    check: Check<T>,
) {
    let before = problems.len();
    match check::read_text::<T>(name, text, &world.schemas[&kind], problems) {
        Some(file) => check(&file, &world.checked, &mut file.findings(problems)),
        None => assert!(problems.len() > before, "refused without a reason"),
    }
    // What the check accepts, the build can read.
    if problems.len() == before {
        serde_json::from_str::<T>(text).map(drop).unwrap();
    }
}

/// Puts a file into the store, cuts, and puts the real one back, whatever happens.
fn run_cut(chance: &mut Chance, world: &World) -> End {
    let real = world.file(chance);
    chance.said.push(real.name.clone());
    let text = mutant(chance, &real.tree);
    let store = &mut *world.store.borrow_mut();
    match real.name.split('/').next() {
        Some("cities") => {
            let slug = real.tree["id"].as_str().unwrap();
            let at = store.cities.iter().position(|it| it.id == slug).unwrap();
            with(&text, store, chance, |store| &mut store.cities[at])
        }
        Some("indicators") => {
            let id = real.tree["id"].as_str().unwrap();
            let at = store.indicators.iter().position(|it| it.id == id).unwrap();
            with(&text, store, chance, |store| &mut store.indicators[at])
        }
        Some("programs.json") => with(&text, store, chance, |store| &mut store.programs),
        Some("network.json") => with(&text, store, chance, |store| &mut store.network),
        Some("stories.json") => with(&text, store, chance, |store| &mut store.stories),
        _ if real.name.ends_with("points.json") => {
            with(&text, store, chance, |store| &mut store.city_points)
        }
        _ if real.name.ends_with(".json") => {
            with(&text, store, chance, |store| &mut store.geo_sources)
        }
        _ if real.name.ends_with("countries.topojson") => {
            with(&text, store, chance, |store| &mut store.outlines)
        }
        _ => with(&text, store, chance, |store| &mut store.fine_outlines),
    }
}

fn with<T: DeserializeOwned>(
    text: &str,
    store: &mut Store,
    chance: &mut Chance,
    place: impl Fn(&mut Store) -> &mut T,
) -> End {
    let Ok(value) = serde_json::from_str::<T>(text) else {
        return End::Refused;
    };
    let real = std::mem::replace(place(store), value);
    let ended = panic::catch_unwind(AssertUnwindSafe(|| cut_all(store, chance)));
    *place(store) = real;
    ended.unwrap_or_else(|panic| panic::resume_unwind(panic))
}

fn cut_all(store: &Store, chance: &mut Chance) -> End {
    if chance.once_in(8) {
        return end(build::files(store).map(drop));
    }
    let city = chance.pick(&store.cities);
    let found = Finder::new(store);
    let mut ended = vec![
        cut::city_page(&found, city).map(drop),
        cut::country_page(&found, city.country).map(drop),
        cut::index(store, 1).map(drop),
        cut_programs::index(&found).map(drop),
        cut_programs::programs(&found).map(drop),
        cut_programs::partners(&found).map(drop),
        cut_network::page(store).map(drop),
        cut_network::meetings(store).map(drop),
        cut_network::documents(store).map(drop),
        cut_projects::reports(store).map(drop),
        home::page(store).map(drop),
        lands::coarse(&store.outlines).map(drop),
        feeds::calendar(store, Lang::Id).map(drop),
    ];
    if let Ok(pages) = gather::gather(store).and_then(|all| cut_indicators::pages(&all)) {
        ended.push(cut_indicators::index(&pages).map(drop));
        let _ = search::index(store, &pages);
    }
    end(ended.into_iter().collect())
}

fn end(result: ascn_atlas::host::Result<()>) -> End {
    match result {
        Ok(()) => End::Loaded,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            End::Refused
        }
    }
}
