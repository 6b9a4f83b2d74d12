//! Partner programmes as items and lanes.

use super::{day_of, Item, Lane};
use crate::i18n::{period, Key, Named as _};
use crate::model::cut_programs::{ProgramEntry, ProgramIndex};
use crate::model::{Country, Lang, PartialDate, ProgramKind, Text};
use crate::route::{Lanes, ProgramList, Route};

/// The address of a route, as links have it.
pub type Href<'a> = &'a dyn Fn(Route) -> String;

/// The class of the colour of a kind of programme.
#[must_use]
pub const fn kind_class(kind: ProgramKind) -> &'static str {
    match kind {
        ProgramKind::Funding => "s1",
        ProgramKind::Training => "s2",
        ProgramKind::Meeting => "s3",
        ProgramKind::Study => "s4",
        ProgramKind::TechnicalAssistance => "s5",
        ProgramKind::Network => "s6",
        ProgramKind::Event => "s7",
    }
}

/// What a timeline shows of a programme.
pub struct Program<'a> {
    /// Slug.
    pub id: &'a str,
    /// Name.
    pub name: &'a Text,
    /// What it mainly gives.
    pub kind: ProgramKind,
    /// When it began.
    pub start: PartialDate,
    /// When it ended, if anyone says.
    pub end: Option<PartialDate>,
    /// Its milestones.
    pub marks: Vec<PartialDate>,
}

impl Program<'_> {
    /// As an item that leads to its page.
    #[must_use]
    pub fn item(&self, lang: Lang, href: Href<'_>) -> Item {
        let name = self.name.get(lang);
        let period = period(Some(self.start), self.end, lang);
        Item {
            name: name.to_owned(),
            about: [name, ", ", &period, ", ", self.kind.key().text(lang)].concat(),
            href: href(Route::Program(self.id.to_owned())),
            class: kind_class(self.kind),
            start: day_of(self.start),
            end: self.end.map(day_of),
            marks: self.marks.iter().map(|it| day_of(*it)).collect(),
            is_moment: false,
        }
    }
}

/// A programme of the list as an item.
#[must_use]
pub fn item(entry: &ProgramEntry, lang: Lang, href: Href<'_>) -> Item {
    Program {
        id: &entry.id,
        name: &entry.name,
        kind: entry.kind,
        start: entry.start,
        end: entry.end,
        marks: entry.milestones.iter().map(|it| it.date).collect(),
    }
    .item(lang, href)
}

/// Programmes by what they mainly give: the kind of each, by its place.
#[must_use]
pub fn by_kind(kinds: &[ProgramKind], lang: Lang, href: Href<'_>) -> Vec<Lane> {
    let row = |kind: ProgramKind| Lane {
        name: kind.key().text(lang).to_owned(),
        href: href(Route::Programs(ProgramList {
            kind: Some(kind),
            ..ProgramList::default()
        })),
        items: places(kinds, |it| *it == kind),
    };
    filled(ProgramKind::ALL.into_iter().map(row).collect())
}

/// The programmes `shown` on lanes; items are their places in `shown`. Lanes without any are left out.
#[must_use]
pub fn lanes(
    index: &ProgramIndex,
    shown: &[&ProgramEntry],
    by: Lanes,
    lang: Lang,
    href: Href<'_>,
) -> Vec<Lane> {
    match by {
        Lanes::Kind => {
            let kinds: Vec<ProgramKind> = shown.iter().map(|it| it.kind).collect();
            by_kind(&kinds, lang, href)
        }
        Lanes::Partner => {
            let row = |partner: &crate::model::cut_programs::Partner| Lane {
                name: partner.name.get(lang).to_owned(),
                href: href(Route::Partner(partner.id.clone())),
                items: Vec::new(),
            };
            let mut lanes: Vec<Lane> = index.partners.iter().map(row).collect();
            // Each has one, and those with most come first.
            for (place, entry) in shown.iter().enumerate() {
                let mut partners = index.partners.iter();
                let number = partners.position(|it| it.id == entry.partner);
                if let Some(lane) = number.and_then(|it| lanes.get_mut(it)) {
                    lane.items.push(place);
                }
            }
            filled(lanes)
        }
        Lanes::Country => {
            let row = |country: Country| Lane {
                name: country.key().text(lang).to_owned(),
                href: href(Route::Country(country)),
                items: places(shown, |it| it.countries.contains(&country)),
            };
            let mut lanes: Vec<Lane> = Country::ALL.into_iter().map(row).collect();
            lanes.push(Lane {
                name: Key::ProgramsNoCountry.text(lang).to_owned(),
                href: String::new(),
                items: places(shown, |it| it.countries.is_empty()),
            });
            filled(lanes)
        }
        Lanes::City => {
            let mut lanes: Vec<Lane> = Vec::new();
            for place in &index.places {
                lanes.push(Lane {
                    name: place.name.get(lang).to_owned(),
                    href: if place.member {
                        href(Route::City(place.id.clone()))
                    } else {
                        String::new()
                    },
                    items: places(shown, |it| it.cities.contains(&place.id)),
                });
            }
            lanes.push(Lane {
                name: Key::ProgramsNoCity.text(lang).to_owned(),
                href: String::new(),
                items: places(shown, |it| it.cities.is_empty()),
            });
            filled(lanes)
        }
    }
}

/// The places of those for which `fits` holds.
fn places<T>(all: &[T], fits: impl Fn(&T) -> bool) -> Vec<usize> {
    let all = all.iter().enumerate();
    all.filter(|(_, it)| fits(it)).map(|it| it.0).collect()
}

fn filled(mut lanes: Vec<Lane>) -> Vec<Lane> {
    lanes.retain(|it| !it.items.is_empty());
    lanes
}

#[cfg(all(test, feature = "host"))]
mod tests {
    use super::*;
    use crate::host::{cut_programs, finder::Finder, store};

    #[test]
    fn every_programme_stands_in_some_lane_of_each_choice() {
        let store = store::Store::read("public/data".as_ref()).unwrap();
        let index = cut_programs::index(&Finder::new(&store)).unwrap();
        let shown: Vec<&ProgramEntry> = index.programs.iter().collect();
        let href = |_: Route| "x".to_owned();
        for by in Lanes::ALL {
            for lang in Lang::ALL {
                let lanes = lanes(&index, &shown, by, lang, &href);
                for (place, entry) in shown.iter().enumerate() {
                    let count = lanes.iter().filter(|it| it.items.contains(&place)).count();
                    let expected = match by {
                        Lanes::Partner | Lanes::Kind => 1,
                        Lanes::Country => entry.countries.len().max(1),
                        Lanes::City => entry.cities.len().max(1),
                    };
                    assert_eq!(count, expected, "{by:?} {}", entry.id);
                }
            }
        }
        // None shown, none there.
        assert!(lanes(&index, &[], Lanes::City, Lang::En, &href).is_empty());
    }
}
