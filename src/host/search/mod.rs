//! The index of the search: everything that can be found, with its names in both languages.

mod parts;

pub use parts::in_parts;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::store::Store;
use crate::i18n::{date, Key, Named as _};
use crate::model::cut::IndicatorPage;
use crate::model::cut_search::{Found, SearchEntry, SearchGroup, SearchIndex};
use crate::model::{Country, FocusArea, Lang, Officer, OfficerRole, Program, Source, Text};
use crate::route::{
    partner_slug, Address, Compare, Directory, Embed, IndicatorList, IndicatorState, ProgramList,
    ProjectList, Route, SearchState,
};

/// Everything that can be found. `pages` are the pages of indicators.
#[must_use]
pub fn index(store: &Store, pages: &[IndicatorPage]) -> SearchIndex {
    let entries = |kind| match kind {
        Found::City => cities(store),
        Found::Country => countries(),
        Found::Page => site_pages(),
        Found::Project => projects(store),
        Found::Program => programs(store),
        Found::Partner => partners(store),
        Found::Indicator => indicators(pages),
        Found::Meeting => meetings(store),
        Found::Person => people(store),
        Found::Focus => focus_areas(store),
        Found::Source => sources(store),
    };
    SearchIndex {
        groups: Found::ALL
            .into_iter()
            .map(|kind| SearchGroup {
                kind,
                entries: entries(kind),
            })
            .collect(),
        parts: Vec::new(),
    }
}

/// An entry of a page, with its name and what is said of it.
fn entry(route: Route, name: &Text, about: &Text) -> SearchEntry {
    let lang = Lang::En;
    let href = Address { lang, route }.href();
    let differs = |text: &Text| {
        if text.id == text.en {
            String::new()
        } else {
            text.id.clone()
        }
    };
    SearchEntry {
        // Without the language.
        to: href.get(3..).unwrap_or_default().to_owned(),
        en: name.en.clone(),
        id: differs(name),
        about_en: about.en.clone(),
        about_id: differs(about),
        also: String::new(),
    }
}

/// Words that are made for each language.
fn text(words: impl Fn(Lang) -> String) -> Text {
    Text {
        en: words(Lang::En),
        id: words(Lang::Id),
    }
}

/// The same words in each language.
fn same(words: &str) -> Text {
    text(|_| words.to_owned())
}

fn key(key: Key) -> Text {
    text(|lang| key.text(lang).to_owned())
}

fn country(country: Country) -> Text {
    key(country.key())
}

/// Other names, each once and none that is a name already.
fn also(entry: &mut SearchEntry, names: impl IntoIterator<Item = String>) {
    let mut others: Vec<String> = Vec::new();
    for name in names {
        let name = name.replace(SearchEntry::APART, ",");
        if name != entry.en && name != entry.id && !name.is_empty() && !others.contains(&name) {
            others.push(name);
        }
    }
    entry.also = others.join(";");
}

fn cities(store: &Store) -> Vec<SearchEntry> {
    let one = |city: &crate::model::City| {
        let name = text(|lang| city.name.get(lang).to_owned());
        let route = Route::City(city.id.clone());
        let mut entry = entry(route, &name, &country(city.country));
        let local = city.name.local.iter().map(|it| it.text.clone());
        also(&mut entry, local.chain(city.aliases.iter().cloned()));
        entry
    };
    store.cities.iter().map(one).collect()
}

fn countries() -> Vec<SearchEntry> {
    let one = |state: Country| {
        let mut entry = entry(
            Route::Country(state),
            &country(state),
            &key(Key::CountriesTitle),
        );
        also(&mut entry, [state.code().to_owned()]);
        entry
    };
    Country::ALL.into_iter().map(one).collect()
}

fn site_pages() -> Vec<SearchEntry> {
    let routes = [
        Route::Cities(Directory::default()),
        Route::Projects(ProjectList::default()),
        Route::Programs(ProgramList::default()),
        Route::Indicators(IndicatorList::default()),
        Route::Compare(Compare::default()),
        Route::Countries,
        Route::Network,
        Route::Documents,
        Route::Data,
        Route::Embed(Embed::default()),
        Route::About,
        Route::Search(SearchState::default()),
    ];
    let title = |route: &Route| text(|lang| route.title(lang).unwrap_or_default().to_owned());
    routes
        .into_iter()
        .map(|route| {
            let name = title(&route);
            entry(route, &name, &Text::default())
        })
        .collect()
}

fn projects(store: &Store) -> Vec<SearchEntry> {
    let mut entries = Vec::new();
    for city in &store.cities {
        let about = text(|lang| city.name.get(lang).to_owned());
        for project in &city.projects {
            let route = Route::Project(city.id.clone(), project.id.clone());
            entries.push(entry(route, &project.name, &about));
        }
    }
    entries
}

fn programs(store: &Store) -> Vec<SearchEntry> {
    let one = |program: &Program| {
        let route = Route::Program(program.id.clone());
        entry(route, &program.name, &program.partner_name)
    };
    store.programs.programs.iter().map(one).collect()
}

/// Partners by name, with the number of their programmes.
fn partners(store: &Store) -> Vec<SearchEntry> {
    let mut by_partner: BTreeMap<&str, Vec<&Program>> = BTreeMap::new();
    for program in &store.programs.programs {
        by_partner
            .entry(&program.partner)
            .or_default()
            .push(program);
    }
    let one = |(partner, programs): (&str, Vec<&Program>)| {
        let name = text(|lang| partner_name(&programs, lang));
        let count = programs.len().to_string();
        let about = text(|lang| {
            let key = if programs.len() == 1 {
                Key::SearchProgramsOne
            } else {
                Key::SearchProgramsMany
            };
            key.with(lang, &count)
        });
        let mut entry = entry(Route::Partner(partner_slug(partner)), &name, &about);
        let names = programs.iter().map(|it| &it.partner_name);
        let names = names.flat_map(|it| [it.en.clone(), it.id.clone()]);
        also(&mut entry, [partner.to_owned()].into_iter().chain(names));
        entry
    };
    by_partner.into_iter().map(one).collect()
}

/// What most of a partner's programmes call it, without those who take part: "Japan" of "Japan
/// (MLIT)" and "Japan (JETRO), with UNDP". Of several, the shortest.
pub(super) fn partner_name(programs: &[&Program], lang: Lang) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for program in programs {
        let name = program.partner_name.get(lang);
        let ends = [" (", ",", " and ", " dan "];
        let end = ends.iter().filter_map(|it| name.find(it)).min();
        let stem = end.and_then(|end| name.get(..end)).unwrap_or(name);
        *counts.entry(stem).or_default() += 1;
    }
    let best = counts
        .into_iter()
        .max_by_key(|(name, count)| (*count, std::cmp::Reverse(name.len())));
    best.map_or_else(String::new, |(name, _)| name.to_owned())
}

fn indicators(pages: &[IndicatorPage]) -> Vec<SearchEntry> {
    let one = |page: &IndicatorPage| {
        let id = page.indicator.id.clone();
        let route = Route::Indicator(id, IndicatorState::default());
        let mut entry = entry(route, &page.indicator.name, &key(page.topic.key()));
        let own = page.own_words.iter().filter_map(|it| it.name.as_ref());
        let own = own.flat_map(|it| [it.en.clone(), it.id.clone()]);
        also(&mut entry, own);
        entry
    };
    pages.iter().map(one).collect()
}

fn meetings(store: &Store) -> Vec<SearchEntry> {
    let milestones = store.network.milestones.iter();
    milestones
        .map(|it| {
            let about = text(|lang| {
                let mut about = date(it.date, lang);
                if let Some(place) = &it.place {
                    about.push_str(" · ");
                    about.push_str(place.get(lang));
                }
                about
            });
            entry(Route::Meeting(it.id.clone()), &it.title, &about)
        })
        .collect()
}

/// Office holders, each once for a place, as of the newest date.
fn people(store: &Store) -> Vec<SearchEntry> {
    let mut entries: Vec<(crate::model::PartialDate, SearchEntry)> = Vec::new();
    // Where the entry of a name on a page stands.
    let mut known: HashMap<(String, String), usize> = HashMap::new();
    let mut put = |route: Route, place: &Text, officer: &Officer| {
        let about = text(|lang| {
            [
                officer.role.key().text(lang),
                place.get(lang),
                officer.position.get(lang),
                &Key::AsOf.with(lang, &date(officer.as_of, lang)),
            ]
            .join(" · ")
        });
        let new = entry(route, &same(&officer.name), &about);
        let next = entries.len();
        let at = *known
            .entry((new.en.clone(), new.to.clone()))
            .or_insert(next);
        match entries.get_mut(at) {
            Some(known) if known.0 >= officer.as_of => {}
            Some(known) => *known = (officer.as_of, new),
            None => entries.push((officer.as_of, new)),
        }
    };
    for city in &store.cities {
        let place = text(|lang| city.name.get(lang).to_owned());
        for officer in &city.officers {
            // A city's page also names who speaks for its country.
            if officer.role == OfficerRole::Csco {
                put(Route::City(city.id.clone()), &place, officer);
            } else {
                put(
                    Route::Country(city.country),
                    &country(city.country),
                    officer,
                );
            }
        }
    }
    for member in &store.network.members {
        for officer in &member.representatives {
            put(
                Route::Country(member.country),
                &country(member.country),
                officer,
            );
        }
    }
    entries.into_iter().map(|(_, entry)| entry).collect()
}

fn focus_areas(store: &Store) -> Vec<SearchEntry> {
    let one = |area: FocusArea| {
        let directory = Directory {
            focus: Some(area),
            ..Directory::default()
        };
        let infos = &store.network.focus_areas;
        let info = infos.iter().find(|it| it.id == area);
        let about = info.map_or_else(Text::default, |it| it.summary.clone());
        entry(Route::Cities(directory), &key(area.key()), &about)
    };
    FocusArea::ALL.into_iter().map(one).collect()
}

/// Publications, each once, with the page of the first thing that rests on them.
fn sources(store: &Store) -> Vec<SearchEntry> {
    let mut seen = BTreeSet::new();
    let mut entries = Vec::new();
    let mut put = |route: Route, source: &Source| {
        if seen.insert((source.title.clone(), source.url.clone())) {
            let about = text(|lang| {
                let mut about = source.publisher.clone();
                if let Some(published) = source.published {
                    about.push_str(" · ");
                    about.push_str(&date(published, lang));
                }
                about
            });
            entries.push(entry(route, &same(&source.title), &about));
        }
    };
    for milestone in &store.network.milestones {
        for source in named(&store.network.sources, &milestone.sources) {
            put(Route::Meeting(milestone.id.clone()), source);
        }
    }
    for source in store.network.sources.values() {
        put(Route::Network, source);
    }
    for program in &store.programs.programs {
        let keys = program.milestones.iter().flat_map(|it| &it.sources);
        let keys: Vec<String> = program.sources.iter().chain(keys).cloned().collect();
        for source in named(&store.programs.sources, &keys) {
            put(Route::Program(program.id.clone()), source);
        }
    }
    for city in &store.cities {
        for source in city.sources.values() {
            put(Route::City(city.id.clone()), source);
        }
    }
    for indicator in &store.indicators {
        for source in indicator.sources.values() {
            let id = indicator.id.clone();
            put(Route::Indicator(id, IndicatorState::default()), source);
        }
    }
    entries
}

/// The sources that `keys` name.
fn named<'s>(sources: &'s crate::model::Sources, keys: &[String]) -> Vec<&'s Source> {
    keys.iter().filter_map(|key| sources.get(key)).collect()
}
