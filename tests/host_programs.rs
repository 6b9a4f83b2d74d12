//! The pages of partner programmes hold what the data set holds, and the programmes that the report
//! of the seventh annual meeting names read right.

// What helps a test may fail as loudly as the test itself.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use ascn_atlas::host::cut_programs;
use ascn_atlas::host::finder::Finder;
use ascn_atlas::host::store::Store;
use ascn_atlas::model::cut_programs::{PartnerPage, ProgramPage};
use ascn_atlas::model::{Country, Currency, ProgramKind, Sources};
use ascn_atlas::route::partner_slug;

/// What the report of the meeting is called among the sources.
const REPORT: &str = "Delegasi Indonesia dalam Sidang Tahunan ke-7 ASCN";

fn store() -> Store {
    Store::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")).unwrap()
}

fn pages() -> BTreeMap<String, ProgramPage> {
    let pages = cut_programs::programs(&Finder::new(&store())).unwrap();
    pages
        .into_iter()
        .map(|it| (it.program.id.clone(), it))
        .collect()
}

/// Whether the facts with these keys stand in the report of the meeting.
fn is_reported(sources: &Sources, keys: &[String]) -> bool {
    keys.iter()
        .any(|key| sources.get(key).unwrap().title.contains(REPORT))
}

/// The milestones of a programme: date and English words.
fn steps(page: &ProgramPage) -> Vec<(String, String)> {
    let steps = page.program.milestones.iter();
    steps
        .map(|it| (it.date.to_string(), it.title.en.clone()))
        .collect()
}

#[test]
fn the_list_holds_every_programme_milestone_partner_and_city() {
    let store = store();
    let index = cut_programs::index(&Finder::new(&store)).unwrap();
    assert_eq!(index.programs.len(), 124);
    let milestones = index.programs.iter().map(|it| it.milestones.len());
    assert_eq!(milestones.sum::<usize>(), 312);
    assert!(index.programs.is_sorted_by_key(|it| it.start));
    assert_eq!(index.partners.len(), 31);
    assert_eq!(index.partners[0].id, "jpn");
    // Every city that a programme names is there, and those of the network say so.
    let named: BTreeSet<&String> = index.programs.iter().flat_map(|it| &it.cities).collect();
    let known: BTreeSet<&String> = index.places.iter().map(|it| &it.id).collect();
    assert_eq!(named, known);
    for place in &index.places {
        assert_eq!(
            place.member,
            store.cities.iter().any(|it| it.id == place.id)
        );
    }
    assert!(index.places.iter().filter(|it| !it.member).count() == 17);
    // A code of three capitals is no name for readers.
    for partner in &index.partners {
        for name in [&partner.name.en, &partner.name.id] {
            assert!(name.len() > 3, "{name}: give it a name");
        }
    }
}

#[test]
fn every_page_keeps_its_facts_and_sources() {
    let store = store();
    let all = pages();
    assert_eq!(all.len(), store.programs.programs.len());
    for own in &store.programs.programs {
        let page = &all[&own.id];
        let it = &page.program;
        assert_eq!(
            (&it.name, &it.summary, &it.amount),
            (&own.name, &own.summary, &own.amount)
        );
        assert_eq!((it.start, it.end, it.kind), (own.start, own.end, own.kind));
        assert_eq!(page.places.len(), own.cities.len());
        assert_eq!(it.milestones.len(), own.milestones.len());
        for (step, own) in it.milestones.iter().zip(&own.milestones) {
            assert_eq!(
                (step.date, &step.title, &step.place),
                (own.date, &own.title, &own.place)
            );
            let titles = |keys: &[String], from: &Sources| -> BTreeSet<String> {
                keys.iter().map(|key| from[key].title.clone()).collect()
            };
            assert_eq!(
                titles(&step.sources, &page.sources),
                titles(&own.sources, &store.programs.sources)
            );
        }
        assert!(!it.sources.is_empty());
        // What is related says why, and is another programme.
        for other in &page.related {
            let there = &all[&other.id].program;
            assert!(other.id != own.id);
            assert!(other.same_partner || !other.cities.is_empty() || !other.focus.is_empty());
            assert_eq!(other.same_partner, there.partner == own.partner);
            assert!(other
                .cities
                .iter()
                .all(|it| there.cities.contains(it) && own.cities.contains(it)));
            assert!(other
                .focus
                .iter()
                .all(|it| there.focus.contains(it) && own.focus.contains(it)));
        }
    }
}

#[test]
fn partners_share_out_the_programmes() {
    let store = store();
    let partners: Vec<PartnerPage> = cut_programs::partners(&Finder::new(&store)).unwrap();
    let mut seen = BTreeSet::new();
    for page in &partners {
        assert!(!page.programs.is_empty());
        for it in &page.programs {
            assert_eq!(partner_slug(&it.partner), page.partner.id);
            assert!(seen.insert(it.id.clone()), "{} twice", it.id);
            assert!(it
                .cities
                .iter()
                .all(|slug| page.places.iter().any(|it| it.id == *slug)));
        }
    }
    assert_eq!(seen.len(), 124);
    // Money of one partner in one file, nothing added up across currencies.
    let of = |slug: &str| partners.iter().find(|it| it.partner.id == slug).unwrap();
    let amounts: Vec<(u64, Currency)> = of("aus")
        .programs
        .iter()
        .filter_map(|it| it.amount.as_ref().map(|it| (it.value, it.currency)))
        .collect();
    assert_eq!(
        amounts,
        [(30_000_000, Currency::Aud), (20_000_000, Currency::Aud)]
    );
}

#[test]
fn norway_and_asean_on_circular_economy_and_smart_cities() {
    let all = pages();
    let page = &all["asean-norway-circular-smart-cities"];
    let it = &page.program;
    assert_eq!(
        it.name.en,
        "ASEAN-Norway Business, Policy and Stakeholder Engagement on Circular Economy and Smart \
         Cities Solutions"
    );
    assert_eq!(
        (page.partner.name.en.as_str(), page.partner.name.id.as_str()),
        ("Norway", "Norwegia")
    );
    // Held in the year of Indonesia's chair; the report names no day, and none is made up.
    assert_eq!(
        (it.start.to_string(), it.end.unwrap().to_string()),
        ("2023".into(), "2023".into())
    );
    assert_eq!(it.kind, ProgramKind::Event);
    assert!(is_reported(&page.sources, &it.sources));
    assert_eq!(page.related[0].id, "asean-norway-practical-cooperation");
}

#[test]
fn the_high_level_meetings_of_japan_and_the_network() {
    let all = pages();
    let page = &all["asean-japan-high-level-meeting"];
    let it = &page.program;
    assert_eq!(
        (page.partner.name.en.as_str(), it.kind),
        ("Japan", ProgramKind::Meeting)
    );
    let steps = steps(page);
    let held: Vec<&str> = steps
        .iter()
        .filter(|(_, words)| words.contains("th meeting, ") || words.contains(" meeting, "))
        .map(|(date, _)| date.as_str())
        .collect();
    assert_eq!(
        held,
        [
            "2019-10-08",
            "2020-12-16",
            "2021-10-18",
            "2022-12-04",
            "2023-10-26",
            "2024-10-29",
            "2025-11-10"
        ]
    );
    // The fifth is the one that the report names.
    let fifth = it
        .milestones
        .iter()
        .find(|it| it.title.en.starts_with("5th"))
        .unwrap();
    assert_eq!(fifth.date.to_string(), "2023-10-26");
    assert!(fifth.title.en.contains("chaired with Indonesia"));
    assert!(is_reported(&page.sources, &fifth.sources));
}

#[test]
fn the_smart_city_professional_program_has_two_tracks() {
    let all = pages();
    let page = &all["ascn-smart-city-professional-program"];
    let it = &page.program;
    assert!(it
        .name
        .en
        .contains("Smart City Professional Program (ASPP)"));
    assert_eq!(
        (page.partner.id.as_str(), it.kind),
        ("kor", ProgramKind::Training)
    );
    assert!(it.summary.en.contains("short training") && it.summary.en.contains("master's degree"));
    assert!(it.summary.id.contains("pelatihan singkat") && it.summary.id.contains("magister"));
    let amount = it.amount.as_ref().unwrap();
    assert_eq!((amount.value, amount.currency), (5_400_000, Currency::Usd));
    let during = it
        .milestones
        .iter()
        .find(|step| is_reported(&page.sources, &step.sources))
        .unwrap();
    assert_eq!(during.date.to_string(), "2023");
    assert!(during
        .title
        .en
        .starts_with("Short training and master's course"));
}

#[test]
fn korea_supports_the_new_capital_which_is_no_city_of_the_network() {
    let all = pages();
    let page = &all["rok-nusantara"];
    let it = &page.program;
    assert_eq!(page.partner.name.en, "Republic of Korea");
    assert_eq!(
        (it.kind, it.countries.as_slice()),
        (ProgramKind::Funding, [Country::Idn].as_slice())
    );
    let [place] = page.places.as_slice() else {
        panic!("{:?}", page.places)
    };
    assert_eq!((place.name.en.as_str(), place.member), ("Nusantara", false));
    let (date, words) = steps(page).pop().unwrap();
    assert_eq!(date, "2024-07-30");
    assert!(words.contains("ODA support at the 7th ASCN Annual Meeting"));
    assert!(is_reported(
        &page.sources,
        &it.milestones.last().unwrap().sources
    ));
}

#[test]
fn japan_studies_banyuwangi_smart_kampung() {
    let all = pages();
    let page = &all["smart-kampung-banyuwangi"];
    let it = &page.program;
    assert!(it.name.en.contains("Banyuwangi Smart Kampung"));
    assert_eq!(it.kind, ProgramKind::Study);
    assert!(it
        .partner_name
        .en
        .contains("Ministry of Land, Infrastructure, Transport and Tourism"));
    assert!(
        it.summary.en.contains("feasibility study") && it.summary.en.contains("mutual partnership")
    );
    let [place] = page.places.as_slice() else {
        panic!("{:?}", page.places)
    };
    assert_eq!((place.id.as_str(), place.member), ("banyuwangi", true));
    assert!(is_reported(&page.sources, &it.sources));
    // It stands beside the others of Smart JAMP.
    assert!(page.related.iter().any(|it| it.same_partner));
}
