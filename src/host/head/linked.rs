//! Linked data: what a page is about in the terms of schema.org, as JSON-LD, for programs that read
//! pages.
//!
//! Addresses are relative to the page's `<base>` where the site was not told its root: JSON-LD in
//! HTML takes it as the base of all identifiers.

use serde_json::{json, Map, Value};

use super::dataset;
use super::root::{address, Root};
use super::subject::{Facts, Subject};
use super::words as w;
use crate::host::publish::tables::place_name;
use crate::i18n::{Key, Named as _};
use crate::model::cut_programs::Partner;
use crate::model::{
    City, Country, Lang, Milestone, NetworkMilestone, NetworkMilestoneKind, PartialDate, Program,
    ProgramKind, Project,
};
use crate::route::{
    Address, Directory, IndicatorList, ProgramList, ProjectList, Route, SearchState,
};

/// Where a page stands and what it says of itself.
pub struct About<'a> {
    /// What the site knows.
    pub facts: &'a Facts<'a>,
    /// The site's root, where it is known.
    pub root: Option<&'a Root>,
    /// The page.
    pub address: &'a Address,
    /// Its title, without the site's name.
    pub title: &'a str,
    /// Its description.
    pub description: &'a str,
}

impl About<'_> {
    /// Language of the page.
    pub fn lang(&self) -> Lang {
        self.address.lang
    }

    /// The address of a page in the same language.
    pub fn page(&self, route: Route) -> String {
        let lang = self.lang();
        self.at(&Address { lang, route }.href())
    }

    /// The address of a path below the root.
    pub fn at(&self, path: &str) -> String {
        address(self.root, path)
    }

    /// The identifier of what the page at `route` is about.
    fn thing(&self, route: Route) -> String {
        [&self.page(route), "#it"].concat()
    }

    fn own_thing(&self) -> String {
        self.thing(self.address.route.clone())
    }
}

/// Partner states beyond the region, by their ISO 3166-1 alpha-3 codes.
const STATES: [&str; 13] = [
    "AUS", "CAN", "CHE", "CHN", "DEU", "FIN", "GBR", "IND", "JPN", "KOR", "NOR", "RUS", "USA",
];

/// The linked data of a page.
#[must_use]
pub fn linked(about: &About<'_>, subject: Subject<'_>) -> Value {
    let own = about.page(about.address.route.clone());
    let site = about.at("#site");
    let mut page = object(json!({
        "@type": "WebPage",
        "@id": own,
        "url": own,
        "name": about.title,
        "description": about.description,
        "inLanguage": about.lang().tag(),
        "isPartOf": { "@id": site },
        "dateModified": about.facts.changed(subject).to_string(),
    }));
    let mut graph = Vec::new();
    let crumbs = crumbs(about, subject);
    if !crumbs.is_empty() {
        let id = [&own, "#way"].concat();
        page.insert("breadcrumb".to_owned(), json!({ "@id": id }));
        graph.push(json!({ "@type": "BreadcrumbList", "@id": id, "itemListElement": crumbs }));
    }
    if about.address.route == Route::Home {
        graph.push(site_itself(about));
    }
    if let Some(mut thing) = thing(about, subject) {
        let id = about.own_thing();
        page.insert("mainEntity".to_owned(), json!({ "@id": id }));
        thing.insert("@id".to_owned(), id.into());
        graph.push(Value::Object(thing));
    }
    graph.insert(0, Value::Object(page));
    json!({ "@context": "https://schema.org", "@graph": graph })
}

/// JSON that can stand in an element of a page: nothing in it can end the element or begin another.
#[must_use]
pub fn script(value: &Value) -> String {
    let mut text = String::new();
    for letter in value.to_string().chars() {
        match letter {
            // Inside strings alone, where an escape means the same.
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                text.push_str("\\u");
                let digits = format!("{:04x}", u32::from(letter));
                text.push_str(&digits);
            }
            _ => text.push(letter),
        }
    }
    text
}

/// The fields of a value that is written as an object.
fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

/// The site and its search.
fn site_itself(about: &About<'_>) -> Value {
    let search = about.page(Route::Search(SearchState::default()));
    let search = [&search, "?q={search_term_string}"].concat();
    json!({
        "@type": "WebSite",
        "@id": about.at("#site"),
        "url": about.at(""),
        "name": Key::SiteName.text(about.lang()),
        "description": about.description,
        "inLanguage": Lang::ALL.map(Lang::tag),
        "about": network(about),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": search,
            },
            "query-input": "required name=search_term_string",
        },
    })
}

/// The network, which the whole site is about.
fn network(about: &About<'_>) -> Value {
    json!({
        "@type": "Organization",
        "@id": about.at("#network"),
        "name": w::NETWORK_NAME.text(about.lang()),
        "alternateName": "ASCN",
    })
}

/// The pages above a page and the page itself; nothing for the front page.
fn crumbs(about: &About<'_>, subject: Subject<'_>) -> Vec<Value> {
    let lang = about.lang();
    let route = &about.address.route;
    if *route == Route::Home {
        return Vec::new();
    }
    let titled = |route: Route, title: &str| (title.to_owned(), about.page(route));
    let list = |route: Route| {
        let title = route.title(lang).unwrap_or_default();
        titled(route, title)
    };
    let mut way = vec![titled(Route::Home, Key::NavHome.text(lang))];
    match subject {
        Subject::City(_) => way.push(list(Route::Cities(Directory::default()))),
        Subject::Country(_) => way.push(list(Route::Countries)),
        Subject::Indicator(..) => way.push(list(Route::Indicators(IndicatorList::default()))),
        Subject::Program(_) | Subject::Partner(_) => {
            way.push(list(Route::Programs(ProgramList::default())));
        }
        Subject::Project(city, _) => {
            way.push(list(Route::Projects(ProjectList::default())));
            way.push(titled(Route::City(city.id.clone()), city.name.get(lang)));
        }
        Subject::Meeting(_) => way.push(list(Route::Network)),
        Subject::Page => {}
    }
    way.push(titled(route.clone(), about.title));
    way.into_iter()
        .zip(1..)
        .map(|((name, item), position)| {
            json!({ "@type": "ListItem", "position": position, "name": name, "item": item })
        })
        .collect()
}

/// What the page is about, without its identifier.
fn thing(about: &About<'_>, subject: Subject<'_>) -> Option<Map<String, Value>> {
    let thing = match subject {
        Subject::City(city) => of_city(about, city),
        Subject::Country(country) => of_country(about, country),
        Subject::Indicator(page, entry) => object(dataset::of_indicator(about, page, entry)),
        Subject::Program(program) => of_program(about, program),
        Subject::Partner(partner) => of_partner(about, partner),
        Subject::Project(city, project) => of_project(about, city, project),
        Subject::Meeting(milestone) => return of_meeting(about, milestone),
        Subject::Page if about.address.route == Route::Data => object(dataset::whole(about)),
        Subject::Page => return None,
    };
    Some(thing)
}

fn country(about: &About<'_>, country: Country) -> Value {
    json!({
        "@type": "Country",
        "@id": about.thing(Route::Country(country)),
        "name": country.key().text(about.lang()),
        "identifier": country.code(),
    })
}

/// A city by its name and identifier.
fn city(about: &About<'_>, city: &City) -> Value {
    json!({
        "@type": "City",
        "@id": about.thing(Route::City(city.id.clone())),
        "name": city.name.get(about.lang()),
    })
}

fn of_city(about: &About<'_>, it: &City) -> Map<String, Value> {
    let names = it.name.local.iter();
    let names: Vec<Value> = names
        .map(|name| json!({ "@value": name.text, "@language": name.lang }))
        .collect();
    let mut points = about.facts.store.city_points.points.iter();
    let point = points.find(|point| point.slug == it.id);
    let same = point.map(|point| format!("https://sws.geonames.org/{}/", point.geonames_id));
    let mut fields = object(city(about, it));
    fields.extend(object(json!({
        "geo": {
            "@type": "GeoCoordinates",
            "latitude": it.location.lat,
            "longitude": it.location.lon,
        },
        "containedInPlace": country(about, it.country),
    })));
    if !names.is_empty() {
        fields.insert("alternateName".to_owned(), names.into());
    }
    if let Some(same) = same {
        fields.insert("sameAs".to_owned(), same.into());
    }
    fields
}

fn of_country(about: &About<'_>, state: Country) -> Map<String, Value> {
    let cities: Vec<Value> = about
        .facts
        .cities_of(state)
        .map(|it| city(about, it))
        .collect();
    let mut fields = object(country(about, state));
    fields.extend(object(json!({
        "containsPlace": cities,
    })));
    fields
}

fn of_project(about: &About<'_>, it: &City, project: &Project) -> Map<String, Value> {
    let lang = about.lang();
    let mut fields = object(json!({
        "@type": "Project",
        "name": project.name.get(lang),
        "description": project.summary.get(lang),
        "url": about.page(about.address.route.clone()),
        "location": city(about, it),
    }));
    dates(&mut fields, "foundingDate", project.start);
    fields
}

fn of_program(about: &About<'_>, program: &Program) -> Map<String, Value> {
    let lang = about.lang();
    let store = about.facts.store;
    let places =
        program
            .cities
            .iter()
            .map(|slug| match store.cities.iter().find(|it| it.id == *slug) {
                Some(it) => city(about, it),
                None => json!({ "@type": "City", "name": place_name(store, slug, lang) }),
            });
    let places: Vec<Value> = if program.cities.is_empty() {
        program
            .countries
            .iter()
            .map(|it| country(about, *it))
            .collect()
    } else {
        places.collect()
    };
    let mut fields = object(json!({
        "@type": "Project",
        "name": program.name.get(lang),
        "description": program.summary.get(lang),
        "url": about.page(about.address.route.clone()),
        "sponsor": { "@type": "Organization", "name": program.partner_name.get(lang) },
    }));
    if !places.is_empty() {
        fields.insert("location".to_owned(), places.into());
    }
    dates(&mut fields, "foundingDate", Some(program.start));
    dates(&mut fields, "dissolutionDate", program.end);
    // Steps of a study or of a loan are no events that someone could have gone to.
    let gathers = matches!(
        program.kind,
        ProgramKind::Meeting | ProgramKind::Training | ProgramKind::Event
    );
    let steps = program.milestones.iter().filter(|_| gathers);
    let events: Vec<Value> = steps.filter_map(|it| step(about, it)).collect();
    if !events.is_empty() {
        fields.insert("event".to_owned(), events.into());
    }
    fields
}

/// A step of a programme as an event, where a source says the day and the place.
fn step(about: &About<'_>, step: &Milestone) -> Option<Value> {
    let place = step.place.as_ref()?;
    let title = step.title.get(about.lang());
    event(title, step.date, None, place).map(Value::Object)
}

fn of_partner(about: &About<'_>, partner: &Partner) -> Map<String, Value> {
    let lang = about.lang();
    // States are named by their codes; three letters that are none are an organisation's.
    let code = about
        .facts
        .programs_of(partner)
        .next()
        .map(|it| it.partner.as_str());
    let is_state = code.is_some_and(|it| Country::from_code(it).is_some() || STATES.contains(&it));
    object(json!({
        "@type": if is_state { "Country" } else { "Organization" },
        "name": partner.name.get(lang),
        "url": about.page(about.address.route.clone()),
    }))
}

/// A meeting as an event; other milestones are none.
fn of_meeting(about: &About<'_>, milestone: &NetworkMilestone) -> Option<Map<String, Value>> {
    let lang = about.lang();
    match milestone.kind {
        NetworkMilestoneKind::Meeting
        | NetworkMilestoneKind::Summit
        | NetworkMilestoneKind::Workshop => {}
        NetworkMilestoneKind::Appointment
        | NetworkMilestoneKind::Declaration
        | NetworkMilestoneKind::Report => return None,
    }
    let place = milestone.place.as_ref()?;
    let title = milestone.title.get(lang);
    let mut fields = event(title, milestone.date, milestone.end, place.get(lang))?;
    fields.insert("description".to_owned(), milestone.summary.get(lang).into());
    fields.insert(
        "url".to_owned(),
        about.page(about.address.route.clone()).into(),
    );
    fields.insert("organizer".to_owned(), network(about));
    Some(fields)
}

/// An event of one or more days; `None` where the day is not known.
fn event(
    name: &str,
    start: PartialDate,
    end: Option<PartialDate>,
    place: &str,
) -> Option<Map<String, Value>> {
    start.day?;
    let mut fields = object(json!({
        "@type": "Event",
        "name": name,
        "startDate": start.to_string(),
        // Every step of the data set was reported after it had been.
        "eventStatus": "https://schema.org/EventScheduled",
        "location": { "@type": "Place", "name": place, "address": place },
    }));
    dates(&mut fields, "endDate", end);
    Some(fields)
}

fn dates(fields: &mut Map<String, Value>, name: &str, date: Option<PartialDate>) {
    if let Some(date) = date {
        fields.insert(name.to_owned(), date.to_string().into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_stays_in_its_element() {
        let hostile = "</script><script>alert(1)</script><!-- & \u{2028} \"\\";
        let text = script(&json!({ "name": hostile }));
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        let back: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(back["name"], hostile);
    }
}
