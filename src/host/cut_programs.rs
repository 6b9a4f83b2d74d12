//! Cutting for the pages of partner programmes: their list, a file for each, a file for each partner.

use std::cmp::Reverse;

use super::cite::Citations;
use super::finder::Finder;
use super::store::Store;
use super::{Error, Result};
use crate::i18n::Named as _;
use crate::model::cut_programs::{
    Partner, PartnerPage, ProgramEntry, ProgramIndex, ProgramMark, ProgramPage, ProgramPlace,
    RelatedProgram,
};
use crate::model::{Country, FocusArea, Lang, Milestone, Program, Text};
use crate::route::partner_slug;

/// How many related programmes a page names.
const RELATED: usize = 6;

/// Partners whose code or short name in the data set is no name for readers: code, English,
/// Indonesian. Member states have their names elsewhere; any other partner goes by its short name.
const NAMES: [(&str, &str, &str); 21] = [
    (
        "ADB",
        "Asian Development Bank (ADB)",
        "Bank Pembangunan Asia (ADB)",
    ),
    (
        "AIMF",
        "International Association of Francophone Mayors (AIMF)",
        "Asosiasi Internasional Wali Kota Berbahasa Prancis (AIMF)",
    ),
    ("AUS", "Australia", "Australia"),
    ("CAN", "Canada", "Kanada"),
    (
        "CDIA",
        "Cities Development Initiative for Asia (CDIA)",
        "Cities Development Initiative for Asia (CDIA)",
    ),
    ("CHE", "Switzerland", "Swiss"),
    ("CHN", "China", "Tiongkok"),
    ("DEU", "Germany", "Jerman"),
    ("EU", "European Union", "Uni Eropa"),
    ("FIN", "Finland", "Finlandia"),
    ("GBR", "United Kingdom", "Britania Raya"),
    ("IND", "India", "India"),
    (
        "ITU",
        "International Telecommunication Union (ITU)",
        "Perhimpunan Telekomunikasi Internasional (ITU)",
    ),
    ("JPN", "Japan", "Jepang"),
    ("KOR", "Republic of Korea", "Republik Korea"),
    ("NOR", "Norway", "Norwegia"),
    ("RUS", "Russia", "Rusia"),
    (
        "UNDP",
        "United Nations Development Programme (UNDP)",
        "Program Pembangunan PBB (UNDP)",
    ),
    (
        "UNOPS",
        "United Nations Office for Project Services (UNOPS)",
        "Kantor PBB untuk Layanan Proyek (UNOPS)",
    ),
    ("USA", "United States", "Amerika Serikat"),
    (
        "WeGO",
        "World Smart Sustainable Cities Organization (WeGO)",
        "World Smart Sustainable Cities Organization (WeGO)",
    ),
];

/// The partner of a code or short name.
fn partner(code: &str) -> Partner {
    let text = |en: &str, id: &str| Text {
        en: en.to_owned(),
        id: id.to_owned(),
    };
    let name = match NAMES.iter().find(|it| it.0 == code) {
        Some((_, en, id)) => text(en, id),
        None => Country::from_code(code).map_or_else(
            || text(code, code),
            |it| text(it.key().text(Lang::En), it.key().text(Lang::Id)),
        ),
    };
    Partner {
        id: partner_slug(code),
        name,
    }
}

/// Every partner once, those with most programmes first, then by English name.
#[must_use]
pub fn all_partners(store: &Store) -> Vec<Partner> {
    let mut all: Vec<(usize, Partner)> = Vec::new();
    for program in &store.programs.programs {
        let it = partner(&program.partner);
        match all.iter_mut().find(|(_, known)| known.id == it.id) {
            Some((count, _)) => *count += 1,
            None => all.push((1, it)),
        }
    }
    all.sort_by(|one, two| (Reverse(one.0), &one.1.name.en).cmp(&(Reverse(two.0), &two.1.name.en)));
    all.into_iter().map(|it| it.1).collect()
}

/// The programmes in order of their start; those that start together by English name.
fn ordered(store: &Store) -> Vec<&Program> {
    let mut programs: Vec<&Program> = store.programs.programs.iter().collect();
    programs.sort_by_key(|it| (it.start, &it.name.en));
    programs
}

/// The city of a slug, of the network or not.
fn place(found: &Finder<'_>, slug: &str) -> Result<ProgramPlace> {
    if let Some(city) = found.city(slug) {
        return Ok(ProgramPlace {
            id: slug.to_owned(),
            name: Text {
                en: city.name.en.clone(),
                id: city.name.id.clone(),
            },
            country: city.country,
            member: true,
        });
    }
    let other = found.store.programs.not_ascn.get(slug);
    let other = other.ok_or_else(|| Error::Cut(format!("no city \"{slug}\"")))?;
    Ok(ProgramPlace {
        id: slug.to_owned(),
        name: Text {
            en: other.en.clone(),
            id: other.id.clone(),
        },
        country: other.country,
        member: false,
    })
}

/// The cities that programmes name, each once, in order of their English names.
fn places<'a>(
    found: &Finder<'_>,
    programs: impl Iterator<Item = &'a Program>,
) -> Result<Vec<ProgramPlace>> {
    let mut slugs: Vec<&String> = programs.flat_map(|it| &it.cities).collect();
    slugs.sort();
    slugs.dedup();
    let mut places: Vec<ProgramPlace> = slugs
        .into_iter()
        .map(|slug| place(found, slug))
        .collect::<Result<_>>()?;
    places.sort_by(|one, two| one.name.en.cmp(&two.name.en));
    Ok(places)
}

/// `programs/index.json`.
///
/// # Errors
///
/// When a programme names a city that is not there.
pub fn index(found: &Finder<'_>) -> Result<ProgramIndex> {
    let store = found.store;
    let programs = ordered(store);
    Ok(ProgramIndex {
        places: places(found, programs.iter().copied())?,
        partners: all_partners(store),
        programs: programs.into_iter().map(entry).collect(),
    })
}

fn entry(program: &Program) -> ProgramEntry {
    let mark = |it: &Milestone| ProgramMark {
        date: it.date,
        title: it.title.clone(),
    };
    ProgramEntry {
        id: program.id.clone(),
        name: program.name.clone(),
        partner: partner_slug(&program.partner),
        partner_name: program.partner_name.clone(),
        kind: program.kind,
        start: program.start,
        end: program.end,
        cities: program.cities.clone(),
        countries: program.countries.clone(),
        focus: program.focus.clone(),
        milestones: program.milestones.iter().map(mark).collect(),
    }
}

/// Every `programs/<id>.json`.
///
/// # Errors
///
/// When a fact names a source, or a programme a city, that is not there.
pub fn programs(found: &Finder<'_>) -> Result<Vec<ProgramPage>> {
    let store = found.store;
    let all = ordered(store).into_iter();
    let all: Vec<_> = all.map(|it| (it, partner_slug(&it.partner))).collect();
    let page = |(own, _): &(&Program, String)| -> Result<ProgramPage> {
        let mut citations = Citations::default();
        let mut program = (*own).clone();
        citations.program(&store.programs.sources, &mut program)?;
        let places = own.cities.iter().map(|slug| place(found, slug));
        Ok(ProgramPage {
            partner: partner(&own.partner),
            places: places.collect::<Result<_>>()?,
            related: related(&all, own),
            sources: citations.into_sources(),
            program,
        })
    };
    all.iter().map(page).collect()
}

/// The programmes of `all`, each with the slug of its partner, that have most in common with `own`: a city weighs as much as a partner and
/// more than a focus area, which alone says too little.
fn related(all: &[(&Program, String)], own: &Program) -> Vec<RelatedProgram> {
    let partner = partner_slug(&own.partner);
    let cities = |other: &Program| -> Vec<String> {
        let both = own.cities.iter().filter(|it| other.cities.contains(it));
        both.cloned().collect()
    };
    let focus = |other: &Program| -> Vec<FocusArea> {
        let both = own.focus.iter().filter(|it| other.focus.contains(it));
        both.copied().collect()
    };
    let mut ranked = Vec::new();
    for (other, of_other) in all.iter().filter(|it| it.0.id != own.id) {
        let (cities, focus) = (cities(other).len(), focus(other).len());
        let same_partner = partner == *of_other;
        if same_partner || cities > 0 || focus > 1 {
            let weight = 3 * cities.min(2) + 3 * usize::from(same_partner) + focus;
            // Those that weigh the same by how near in time they began.
            let apart = other.start.year.abs_diff(own.start.year);
            ranked.push((Reverse(weight), apart, other.start, same_partner, *other));
        }
    }
    ranked.sort_by_key(|(weight, apart, start, ..)| (*weight, *apart, *start));
    ranked.truncate(RELATED);
    let ranked = ranked.into_iter();
    ranked
        .map(|(.., same_partner, other)| RelatedProgram {
            id: other.id.clone(),
            name: other.name.clone(),
            start: other.start,
            end: other.end,
            same_partner,
            cities: cities(other),
            focus: focus(other),
        })
        .collect()
}

/// Every `partners/<slug>.json`.
///
/// # Errors
///
/// When a fact names a source, or a programme a city, that is not there.
pub fn partners(found: &Finder<'_>) -> Result<Vec<PartnerPage>> {
    let store = found.store;
    let page = |partner: Partner| -> Result<PartnerPage> {
        let mut own: Vec<Program> = ordered(store)
            .into_iter()
            .filter(|it| partner_slug(&it.partner) == partner.id)
            .cloned()
            .collect();
        let places = places(found, own.iter())?;
        let mut citations = Citations::default();
        for program in &mut own {
            citations.program(&store.programs.sources, program)?;
        }
        Ok(PartnerPage {
            partner,
            programs: own,
            places,
            sources: citations.into_sources(),
        })
    };
    all_partners(store).into_iter().map(page).collect()
}
