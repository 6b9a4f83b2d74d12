//! The search over everything: its page, and the same above any other page.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlElement, KeyboardEvent};

use crate::app::Site;
use crate::components::finder::ON_PAGE;
use crate::components::live::follow;
use crate::components::part::Part;
use crate::components::shell::breadcrumb;
use crate::components::state::loaded;
use crate::components::walk::walk_links;
use crate::find::split_once;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::cut_search::{Found, SearchEntry};
use crate::model::Lang;
use crate::platform;
use crate::route::{
    Address, Directory, IndicatorList, ProgramList, ProjectList, Route, SearchState,
};
use crate::search::{pieces, reason, Everything, FoundGroup, Typed};

/// How many things of a kind are shown beside others: above a page, on the page of the search.
const FEW: usize = 4;
const SOME: usize = 6;
/// How many things of the only kind are shown.
const MANY: usize = 100;

/// Marks what shows one kind of things, with its name, or all.
const KIND: &str = "data-kind";
/// The name of all kinds.
const ALL: &str = "all";

/// The page of the search.
pub fn page(site: Site, lang: Lang) -> AnyView {
    let title = Key::SearchTitle.text(lang);
    site.arrived(lang, title);
    let mut part = Part::new();
    breadcrumb(&mut part, site, lang, &[(Key::NavHome, Route::Home)], title);
    part.heading(title)
        .el("p", "lead", Key::SearchLead.text(lang));
    let panel = Panel {
        site,
        lang,
        own: None,
    };
    panel.write(&mut part);
    part.view("")
}

/// The search above another page.
pub fn above(site: Site, lang: Lang) -> AnyView {
    let panel = Panel {
        site,
        lang,
        own: Some(RwSignal::new(SearchState::default())),
    };
    let mut part = Part::new();
    panel.write(&mut part);
    platform::next_frame(move || platform::focus(panel.input()));
    part.view("")
}

/// A search: what is asked for and where it is kept.
#[derive(Clone, Copy)]
struct Panel {
    site: Site,
    lang: Lang,
    /// What is asked for above a page; on the page of the search it stands in the address.
    own: Option<RwSignal<SearchState>>,
}

impl Panel {
    /// The id of its input.
    fn input(self) -> &'static str {
        self.id(ON_PAGE, "search-above-text")
    }

    /// The id of what it found.
    fn results(self) -> &'static str {
        self.id("search-found", "search-above-found")
    }

    fn id(self, on_page: &'static str, above: &'static str) -> &'static str {
        if self.own.is_some() {
            above
        } else {
            on_page
        }
    }

    /// What is asked for; a reader of it is told when it changes.
    fn state(self) -> SearchState {
        match (
            self.own,
            self.own.is_none().then(|| self.site.address().route),
        ) {
            (Some(own), _) => own.get(),
            (None, Some(Route::Search(state))) => state,
            _ => SearchState::default(),
        }
    }

    fn ask(self, state: SearchState) {
        match self.own {
            Some(own) => own.set(state),
            None => self.site.change(Route::Search(state)),
        }
    }

    fn write(self, part: &mut Part) {
        let Self { site, lang, .. } = self;
        let kinds = &["input", "submit", "keydown", "click"];
        part.open_hearing("div", &[("class", "search-panel")], kinds, move |event| {
            self.hear(&event);
        });
        let action = site.href(lang, Route::Search(SearchState::default()));
        let help = self.id("search-help", "search-above-help");
        let form = [
            ("class", "search-form"),
            ("role", "search"),
            ("action", action.as_str()),
        ];
        let input = [
            ("id", self.input()),
            ("name", "q"),
            ("type", "search"),
            ("autocomplete", "off"),
            ("autocapitalize", "off"),
            ("spellcheck", "false"),
            ("enterkeyhint", "search"),
            ("maxlength", "100"),
            ("aria-describedby", help),
        ];
        part.open_with("form", &form)
            .el_with(
                "label",
                &[("for", self.input())],
                Key::SearchLabel.text(lang),
            )
            .void("input", &input)
            .el_with("button", &[("type", "submit")], Key::FindButton.text(lang))
            .close()
            .el_with(
                "p",
                &[("id", help), ("class", "visually-hidden")],
                Key::SearchHelp.text(lang),
            );
        part.island("", move || {
            loaded(
                site.everything(),
                lang,
                Key::FailedSearch,
                move |all: Arc<Everything>| self.answers(all),
            )
        });
        part.close();
    }

    /// Does what the reader did.
    fn hear(self, event: &Event) {
        let Some(input) = platform::element(self.input()) else {
            return;
        };
        let typed = || platform::value(&input);
        match event.type_().as_str() {
            "input" => {
                let mut state = untrack(|| self.state());
                state.text = typed();
                self.ask(state);
            }
            "submit" => {
                event.prevent_default();
                if self.own.is_none() {
                    return platform::focus(self.results());
                }
                let route = Route::Search(SearchState {
                    text: typed(),
                    kind: None,
                });
                let lang = self.lang;
                self.site.go(Address { lang, route });
            }
            "click" => {
                let chosen = platform::target_of(event, &["[", KIND, "]"].concat());
                if let Some(kind) = chosen.and_then(|it| it.get_attribute(KIND)) {
                    event.prevent_default();
                    let mut state = untrack(|| self.state());
                    state.kind = Found::from_id(&kind);
                    self.ask(state);
                    // What was clicked is gone.
                    platform::next_frame(move || platform::focus(self.results()));
                }
            }
            _ => {
                let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
                if self.own.is_some() && key.as_deref() == Some("Escape") {
                    // The browser would only empty the field.
                    event.prevent_default();
                    return self.site.set_searching(false);
                }
                if let (Some(event), Some(found)) = (
                    event.dyn_ref::<KeyboardEvent>(),
                    platform::element(self.results()),
                ) {
                    walk_links(event, &input, &found);
                }
            }
        }
    }

    /// What is found, with its count.
    fn answers(self, all: Arc<Everything>) -> AnyView {
        let mut part = Part::new();
        let count = self.id("search-count", "search-above-count");
        part.el_with(
            "p",
            &[("id", count), ("class", "count"), ("role", "status")],
            "",
        );
        let found = [
            ("id", self.results()),
            ("tabindex", "-1"),
            ("role", "region"),
            ("aria-labelledby", count),
        ];
        let shows = move |place: HtmlElement| {
            follow(move || {
                let state = self.state();
                if let Some(input) = platform::element(self.input()) {
                    // What is typed stays untouched, with the place in it.
                    if platform::value(&input) != state.text {
                        platform::put(&input, "value", &state.text.as_str().into());
                    }
                }
                let (said, html) = self.found(&all, &state);
                place.set_inner_html(&html);
                if let Some(count) = platform::element(count) {
                    count.set_text_content(Some(&said));
                }
            });
            ().into_any()
        };
        part.open_island("div", &found, Box::new(shows)).close();
        part.view("")
    }

    /// The count in words, and what is shown.
    fn found(self, all: &Everything, state: &SearchState) -> (String, String) {
        let lang = self.lang;
        let typed = Typed::new(&state.text);
        let groups = all.find(&typed);
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
        let is_one = |kind| groups.iter().any(|it| it.kind == kind);
        let only = state.kind.filter(|kind| is_one(*kind));
        let mut sum = 0;
        for group in &groups {
            if only.is_none_or(|kind| kind == group.kind) {
                sum += group.places.len();
                self.group(&mut markup, all, group, state, &typed, only.is_some());
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
