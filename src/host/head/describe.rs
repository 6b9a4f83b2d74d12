//! A description: one or two sentences on a page, computed from the data, which search engines and
//! chats show below its title.
//!
//! It has between [`LEAST`] and [`MOST`] letters: parts are added as long as they fit, the longest
//! texts are cut between words.

use super::subject::{Facts, Subject};
use super::words::{self as w, Words};
use crate::host::publish::tables::place_name;
use crate::i18n::{date, list, period, quantity, Key, Named as _};
use crate::model::cut::{IndicatorEntry, IndicatorPage};
use crate::model::cut_programs::Partner;
use crate::model::{
    City, Country, Lang, Level, NetworkMilestone, Program, Project, ProjectStatus, Unit,
};
use crate::route::{project_title, Route};

/// Fewest letters of a description; a shorter one says too little.
pub const LEAST: usize = 70;
/// Most letters of a description; the rest would be cut off where it is shown.
pub const MOST: usize = 160;
/// A cut text of fewer letters than this is left out.
const WORTH: usize = 40;
/// Most cities named one by one.
const NAMED: usize = 4;

/// The description of the page of `route` in `lang`; `subject` is what it is about.
#[must_use]
pub fn describe(facts: &Facts<'_>, subject: Subject<'_>, route: &Route, lang: Lang) -> String {
    match subject {
        Subject::City(city) => of_city(facts, city, lang),
        Subject::Country(country) => of_country(facts, country, lang),
        Subject::Indicator(page, entry) => of_indicator(facts, page, entry, lang),
        Subject::Program(program) => of_program(facts, program, lang),
        Subject::Partner(partner) => of_partner(facts, partner, lang),
        Subject::Project(city, project) => of_project(city, project, lang),
        Subject::Meeting(milestone) => of_meeting(milestone, lang),
        Subject::Page => of_page(facts, route, lang),
    }
}

fn of_page(facts: &Facts<'_>, route: &Route, lang: Lang) -> String {
    let store = facts.store;
    let completed = |it: &&Project| it.status == ProjectStatus::Completed;
    let with = |words: Words, counts: &[usize]| {
        let counts: Vec<String> = counts.iter().map(|it| whole(*it, lang)).collect();
        let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
        words.with(lang, &counts)
    };
    let (cities, states) = (store.cities.len(), facts.member_states());
    let programs = store.programs.programs.len();
    let said = match route {
        Route::Cities(_) => with(w::CITIES, &[cities, states]),
        Route::Indicators(_) => with(w::INDICATORS, &[facts.pages.len()]),
        Route::Compare(_) => with(w::COMPARE, &[]),
        Route::Countries => with(w::COUNTRIES, &[Country::ALL.len()]),
        Route::Programs(_) => with(w::PROGRAMS, &[programs, facts.partner_count()]),
        Route::Projects(_) => {
            let all = store.cities.iter().flat_map(|it| &it.projects);
            with(
                w::PROJECTS,
                &[facts.project_count(), all.filter(completed).count()],
            )
        }
        Route::Network => {
            let milestones = &store.network.milestones;
            let first = milestones.iter().map(|it| it.date.year).min();
            let year = first.map_or_else(String::new, |it| it.to_string());
            w::NETWORK.with(lang, &[&milestones.len().to_string(), &year])
        }
        Route::Documents => with(w::DOCUMENTS, &[facts.document_count()]),
        Route::About => with(w::ABOUT, &[]),
        Route::Search(_) => with(w::SEARCH, &[]),
        Route::Embed(_) => with(w::EMBED, &[]),
        Route::Data => with(
            w::DATA,
            &[facts.value_count(), facts.project_count(), programs],
        ),
        Route::NotFound(_) => Key::NotFoundText.text(lang).to_owned(),
        _ => with(w::HOME, &[cities, states]),
    };
    Composed::new(&said).finish(lang)
}

fn of_city(facts: &Facts<'_>, city: &City, lang: Lang) -> String {
    let projects = projects(city.projects.len(), lang);
    let lead = w::CITY.with(
        lang,
        &[
            city.name.get(lang),
            city.country.key().text(lang),
            &city.joined.year.to_string(),
            &projects,
        ],
    );
    let mut said = Composed::new(&lead);
    let figure = |name: &str, value: f64, unit: Unit, year: i32| {
        let value = quantity(value, unit, lang);
        w::FIGURE.with(lang, &[name, &value, &year.to_string()])
    };
    let notable = facts.notable(city).iter();
    let figures = notable.map(|it| figure(it.name.get(lang), it.value, it.unit, it.year));
    let people = city.newest_population().map(|it| {
        let name = w::POPULATION.with(lang, &[it.scope.get(lang)]);
        #[allow(clippy::cast_precision_loss)] // far below 2^53
        figure(&name, it.value as f64, Unit::People, it.year)
    });
    said.add_first(figures.chain(people));
    said.add(w::WITH_SOURCES.text(lang));
    said.finish(lang)
}

fn of_country(facts: &Facts<'_>, country: Country, lang: Lang) -> String {
    let cities: Vec<&City> = facts.cities_of(country).collect();
    let names: Vec<&str> = cities.iter().map(|it| it.name.get(lang)).collect();
    let projects = projects(cities.iter().map(|it| it.projects.len()).sum(), lang);
    let values = [
        country.key().text(lang),
        &cities.len().to_string(),
        &some(&names, lang),
        &projects,
    ];
    let mut said = Composed::new(&w::STATE.of(cities.len(), lang, &values));
    let has = |it: &&IndicatorPage| {
        it.indicator
            .series
            .iter()
            .any(|it| it.place == country.code())
    };
    let figures = facts.pages.iter().filter(has).count();
    if figures > 0 {
        said.add(&w::STATE_FIGURES.of(figures, lang, &[&figures.to_string()]));
    }
    said.finish(lang)
}

fn of_indicator(
    facts: &Facts<'_>,
    page: &IndicatorPage,
    entry: &IndicatorEntry,
    lang: Lang,
) -> String {
    let indicator = &page.indicator;
    let places = match entry.level {
        Level::Country => w::OF_COUNTRIES,
        Level::City => w::OF_CITIES,
    };
    let count = usize::try_from(entry.places).unwrap_or(usize::MAX);
    let places = places.of(count, lang, &[&entry.places.to_string()]);
    let mut years = if entry.first == entry.last {
        entry.first.to_string()
    } else {
        Key::FromTo.with2(lang, &entry.first.to_string(), &entry.last.to_string())
    };
    if let Some(from) = indicator.projection_from.filter(|it| *it <= entry.last) {
        years = format!(
            "{years} ({})",
            w::PROJECTED.with(lang, &[&from.to_string()])
        );
    }
    let mut said =
        Composed::new(&w::INDICATOR.with(lang, &[indicator.name.get(lang), &places, &years]));
    let value = quantity(entry.latest.value, indicator.unit, lang);
    let place = place_name(facts.store, &entry.place, lang);
    said.add(&w::FIGURE.with(lang, &[place, &value, &entry.latest.year.to_string()]));
    if let Some(about) = &indicator.description {
        said.add_cut(about.get(lang));
    }
    said.add(w::WITH_CHART.text(lang));
    said.finish(lang)
}

fn of_program(facts: &Facts<'_>, program: &Program, lang: Lang) -> String {
    let when = period(Some(program.start), program.end, lang);
    let who = program.partner_name.get(lang);
    let mut said = Composed::new(&format!("{}. {who}, {when}.", program.name.get(lang)));
    let names: Vec<&str> = program
        .cities
        .iter()
        .map(|it| place_name(facts.store, it, lang))
        .collect();
    if !names.is_empty() {
        said.add(&format!(
            "{}: {}.",
            Key::NavCities.text(lang),
            some(&names, lang)
        ));
    }
    said.add_cut(program.summary.get(lang));
    said.add(w::PROGRAM_OF.text(lang));
    said.finish(lang)
}

fn of_partner(facts: &Facts<'_>, partner: &Partner, lang: Lang) -> String {
    let programs: Vec<&Program> = facts.programs_of(partner).collect();
    let first = programs.iter().map(|it| it.start.year).min();
    let ends = programs.iter().map(|it| it.end.unwrap_or(it.start).year);
    let (first, last) = (first.unwrap_or_default(), ends.max().unwrap_or_default());
    let goes_on = programs.iter().any(|it| it.end.is_none());
    let years = match (goes_on, first == last) {
        (true, _) => Key::FromDate.with(lang, &first.to_string()),
        (false, true) => first.to_string(),
        (false, false) => Key::FromTo.with2(lang, &first.to_string(), &last.to_string()),
    };
    let count = programs.len().to_string();
    let values = [partner.name.get(lang), &count, &years];
    let mut said = Composed::new(&w::PARTNER.of(programs.len(), lang, &values));
    let names: Vec<&str> = programs.iter().map(|it| it.name.get(lang)).collect();
    said.add_cut(&[&names.join("; "), "."].concat());
    said.add(w::WITH_SOURCES.text(lang));
    said.finish(lang)
}

fn of_project(city: &City, project: &Project, lang: Lang) -> String {
    let title = project_title(&project.name, city.name.get(lang), lang);
    let as_of = Key::AsOf.with(lang, &date(project.status_as_of, lang));
    let status = project.status.key().text(lang);
    let mut said = Composed::new(&format!("{title}. {status}, {as_of}."));
    said.add_cut(project.summary.get(lang));
    said.add(w::PROJECT_OF.text(lang));
    said.finish(lang)
}

fn of_meeting(milestone: &NetworkMilestone, lang: Lang) -> String {
    let when = period(
        Some(milestone.date),
        milestone.end.or(Some(milestone.date)),
        lang,
    );
    let mut lead = format!("{}, {when}", milestone.title.get(lang));
    if let Some(place) = &milestone.place {
        lead.push_str(", ");
        lead.push_str(place.get(lang));
    }
    lead.push('.');
    let mut said = Composed::new(&lead);
    said.add_cut(milestone.summary.get(lang));
    said.add(w::MEETING_OF.text(lang));
    said.finish(lang)
}

/// A number of things, with its separators.
fn whole(count: usize, lang: Lang) -> String {
    #[allow(clippy::cast_precision_loss)] // far below 2^53
    crate::i18n::number(count as f64, lang)
}

fn projects(count: usize, lang: Lang) -> String {
    #[allow(clippy::cast_precision_loss)] // far below 2^53
    quantity(count as f64, Unit::Projects, lang)
}

/// Names as a list, the first ones of many.
fn some(names: &[&str], lang: Lang) -> String {
    match names.split_at_checked(NAMED) {
        Some((first, rest)) if !rest.is_empty() => {
            let more = w::AND_MORE.with(lang, &[&rest.len().to_string()]);
            format!("{} {more}", first.join(", "))
        }
        _ => list(names, lang),
    }
}

/// A description under construction.
struct Composed(String);

impl Composed {
    fn new(lead: &str) -> Self {
        Self(cut(lead, MOST))
    }

    fn length(&self) -> usize {
        self.0.chars().count()
    }

    /// Adds a sentence where it fits.
    fn add(&mut self, sentence: &str) {
        if self.length() + 1 + sentence.chars().count() <= MOST {
            self.0.push(' ');
            self.0.push_str(sentence);
        }
    }

    /// Adds the first sentence that fits.
    fn add_first(&mut self, sentences: impl IntoIterator<Item = String>) {
        let length = self.length();
        for sentence in sentences {
            self.add(&sentence);
            if self.length() > length {
                break;
            }
        }
    }

    /// Adds as much of a text as fits.
    fn add_cut(&mut self, text: &str) {
        let room = MOST.saturating_sub(self.length() + 1);
        if room >= WORTH.min(text.chars().count()) {
            let text = cut(text, room);
            self.add(&text);
        }
    }

    /// The description, which is long enough: where the data say little, the atlas says what it is.
    fn finish(mut self, lang: Lang) -> String {
        if self.length() < LEAST {
            self.add(w::ATLAS.text(lang));
        }
        self.0
    }
}

/// `text` in one line of at most `most` letters: whole, else its first sentences, where they fill
/// most of the room, else cut between words.
fn cut(text: &str, most: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut line = String::new();
    let mut sentence = 0;
    for word in words {
        let length = line.chars().count();
        // Room for the sign that something is left out, unless nothing is.
        if length + usize::from(length > 0) + word.chars().count() > most {
            let kept = line
                .get(..sentence)
                .filter(|it| it.chars().count() * 2 > most);
            if let Some(kept) = kept {
                return kept.to_owned();
            }
            return with_dots(line, most);
        }
        if length > 0 {
            line.push(' ');
        }
        line.push_str(word);
        // A capital or a digit before the stop may be of an abbreviation or a number.
        let before = word.trim_end_matches('.').chars().next_back();
        if word.ends_with('.')
            && before.is_some_and(|it| it.is_lowercase() || it == ')' || it == '%')
        {
            sentence = line.len();
        }
    }
    line
}

/// `line` with the sign that something is left out, within `most` letters.
fn with_dots(mut line: String, most: usize) -> String {
    while line.chars().count() + 1 > most {
        match line.rfind(' ') {
            Some(at) => line.truncate(at),
            None => {
                line.pop();
            }
        }
    }
    let end = line
        .trim_end_matches([',', ';', ':', '.', '–', '(', ' '])
        .len();
    line.truncate(end);
    line.push('…');
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_at_sentences_or_words() {
        assert_eq!(cut("One two.", 20), "One two.");
        assert_eq!(cut("One two three. Four five", 18), "One two three.");
        assert_eq!(cut("One. Two three four five", 18), "One. Two three…");
        assert_eq!(cut("Onetwothreefourfive", 8), "…");
        assert_eq!(cut("a, b,  c", 4), "a…");
        for most in 1..40 {
            let text = cut("Ở Đà Nẵng (2024), a long – text; of: words. And more", most);
            assert!(text.chars().count() <= most, "{most}: {text}");
        }
    }

    #[test]
    fn many_names_are_counted() {
        let names = ["a", "b", "c", "d", "e", "f"];
        assert_eq!(some(&names, Lang::En), "a, b, c, d and 2 more");
        assert_eq!(some(&names[..3], Lang::Id), "a, b, dan c");
    }
}
