//! What the search found, in HTML: the best things of each kind, with what was typed marked.

use super::{Panel, ALL, FEW, KIND, MANY, SOME};
use crate::find::split_once;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::cut_search::{Found, SearchEntry};
use crate::route::{Directory, IndicatorList, ProgramList, ProjectList, Route, SearchState};
use crate::search::{pieces, reason, Everything, FoundGroup, Typed};

impl Panel {
    /// The count in words, and what is shown. `part` is the part of a large network's index.
    pub(super) fn found(
        self,
        all: &Everything,
        part: Option<&Everything>,
        state: &SearchState,
    ) -> (String, String) {
        let lang = self.lang;
        let typed = Typed::new(&state.text);
        let own = |of| {
            Everything::find(of, &typed)
                .into_iter()
                .map(move |it| (of, it))
        };
        let mut groups: Vec<(&Everything, FoundGroup)> = own(all).collect();
        for (of, group) in part.into_iter().flat_map(own) {
            let behind = groups.iter().position(|(_, it)| it.is_behind(&group));
            groups.insert(behind.unwrap_or(groups.len()), (of, group));
        }
        let mut markup = Markup::new();
        if groups.is_empty() {
            let asked = state.text.trim();
            let (said, lead) = if asked.is_empty() {
                (String::new(), Key::SearchStart)
            } else {
                (Key::SearchNothing.with(lang, asked), Key::SearchAdvice)
            };
            markup.el("p", "", lead.text(lang));
            self.ways_on(&mut markup);
            return (said, markup.finish());
        }
        let is_one = |kind| groups.iter().any(|(_, it)| it.kind == kind);
        let only = state.kind.filter(|kind| is_one(*kind));
        let mut sum = 0;
        for (of, group) in &groups {
            if only.is_none_or(|kind| kind == group.kind) {
                sum += group.places.len();
                self.group(&mut markup, of, group, state, &typed, only.is_some());
            }
        }
        if only.is_some() {
            self.kind_link(&mut markup, state, None, Key::SearchAllKinds.text(lang));
        } else if self.own.is_some() {
            let route = Route::Search(state.clone());
            markup
                .open("p", "")
                .link("", &self.site.href(lang, route), Key::SearchPage.text(lang));
        }
        let said = Key::SearchCount.with(lang, &sum.to_string());
        (said, markup.finish())
    }

    /// Writes the best things of a kind.
    fn group(
        self,
        markup: &mut Markup,
        all: &Everything,
        group: &FoundGroup,
        state: &SearchState,
        typed: &Typed,
        is_only: bool,
    ) {
        let lang = self.lang;
        let most = match (is_only, self.own) {
            (true, _) => MANY,
            (false, Some(_)) => FEW,
            (false, None) => SOME,
        };
        let count = group.places.len();
        let id = [self.results(), "-", group.kind.id()].concat();
        markup
            .open("section", "found")
            .open_with("h2", &[("id", &id)])
            .text(kind_name(group.kind).text(lang))
            .text(" ")
            .el("span", "found-count", &count.to_string())
            .close()
            .open_with("ul", &[("aria-labelledby", &id)]);
        let places = group.places.iter().take(most);
        for entry in places.filter_map(|place| all.entry(*place)) {
            self.row(markup, entry, typed);
        }
        markup.close();
        if count > most {
            let count = count.to_string();
            if is_only {
                let most = most.to_string();
                markup.el("p", "note", &Key::SearchFirst.with2(lang, &most, &count));
            } else {
                let words = Key::SearchAll.with(lang, &count);
                self.kind_link(markup, state, Some(group.kind), &words);
            }
        }
        markup.close();
    }

    /// Writes a link to the same search with things of one kind, or of all.
    fn kind_link(self, markup: &mut Markup, state: &SearchState, kind: Option<Found>, words: &str) {
        let text = state.text.clone();
        let href = self
            .site
            .href(self.lang, Route::Search(SearchState { text, kind }));
        let name = match self.own {
            // Above a page it leads to the page of the search.
            Some(_) => "",
            None => kind.map_or(ALL, Found::id),
        };
        markup
            .open("p", "")
            .el_with("a", &[("href", &href), (KIND, name)], words)
            .close();
    }

    fn row(self, markup: &mut Markup, entry: &SearchEntry, typed: &Typed) {
        let lang = self.lang;
        let href = self.site.below(lang, &entry.to);
        markup
            .open("li", "")
            .open_with("a", &[("href", &href)])
            .open("b", "");
        marked(markup, entry.name(lang), typed);
        markup.close().text(" ").open("span", "row-facts");
        marked(markup, entry.about(lang), typed);
        markup.close();
        if let Some(reason) = reason(entry, lang, typed) {
            let words = Key::SearchAlso.text(lang);
            let (before, behind) = split_once(words, "{}").unwrap_or((words, ""));
            markup.text(" ").open("span", "row-facts").text(before);
            marked(markup, reason, typed);
            markup.text(behind).close();
        }
        markup.close().close();
    }

    /// Writes where a reader goes who found nothing, or looks for nothing yet.
    fn ways_on(self, markup: &mut Markup) {
        let ways = [
            (Key::NavCities, Route::Cities(Directory::default())),
            (Key::ProjectsTitle, Route::Projects(ProjectList::default())),
            (Key::ProgramsTitle, Route::Programs(ProgramList::default())),
            (
                Key::IndicatorsTitle,
                Route::Indicators(IndicatorList::default()),
            ),
            (Key::CountriesTitle, Route::Countries),
            (Key::NetworkTitle, Route::Network),
            (Key::DocumentsTitle, Route::Documents),
        ];
        markup.open("ul", "ways-on");
        for (key, route) in ways {
            markup
                .open("li", "")
                .link("", &self.site.href(self.lang, route), key.text(self.lang))
                .close();
        }
        markup.close();
    }
}

/// Writes a text with what was typed marked.
fn marked(markup: &mut Markup, text: &str, typed: &Typed) {
    for (hit, piece) in pieces(text, typed) {
        if hit {
            markup.el("mark", "", piece);
        } else {
            markup.text(piece);
        }
    }
}

fn kind_name(kind: Found) -> Key {
    match kind {
        Found::City => Key::NavCities,
        Found::Country => Key::CountriesTitle,
        Found::Page => Key::SearchPages,
        Found::Project => Key::ProjectsTitle,
        Found::Program => Key::ProgramsTitle,
        Found::Partner => Key::SearchPartners,
        Found::Indicator => Key::IndicatorsTitle,
        Found::Meeting => Key::SearchMeetings,
        Found::Person => Key::SearchPeople,
        Found::Focus => Key::SearchFocus,
        Found::Source => Key::SearchSources,
    }
}
