//! The search over everything: its page, and the same above any other page.

mod found;

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlElement, KeyboardEvent};

use crate::app::Site;
use crate::components::finder::ON_PAGE;
use crate::components::live::{block, follow, live};
use crate::components::part::Part;
use crate::components::shell::breadcrumb;
use crate::components::state::loaded;
use crate::components::walk::walk_links;
use crate::data::{File, Load};
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::cut_search::Found;
use crate::model::Lang;
use crate::platform;
use crate::route::{Address, Route, SearchState};
use crate::search::{Everything, Typed};

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
        {
            let all = Arc::clone(&all);
            part.island("", move || {
                let all = Arc::clone(&all);
                live(move || self.part_state(&all))
            });
        }
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
                let part = match self.part(&all, &state).map(|(file, _)| file.get()) {
                    // What was found before stays until more is known.
                    Some(Load::Loading) => return,
                    Some(Load::Ready(part)) => Ok(Some(part)),
                    Some(Load::Failed(_)) => Err(()),
                    None => Ok(None),
                };
                let known = part.as_ref().ok().and_then(Option::as_deref);
                let (mut said, html) = self.found(&all, known, &state);
                if part.is_err() {
                    // Nobody knows how many there are.
                    said.clear();
                }
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

    /// The part of a large network's index that has what is asked for, and how many things it leaves
    /// out.
    fn part(self, all: &Everything, state: &SearchState) -> Option<(File<Everything>, usize)> {
        let (place, left) = all.part(&Typed::new(&state.text))?;
        Some((self.site.search_part(place), left))
    }

    /// Whether that part is on its way, cannot be had, or leaves things out.
    fn part_state(self, all: &Everything) -> AnyView {
        let lang = self.lang;
        let Some((file, left)) = self.part(all, &self.state()) else {
            return ().into_any();
        };
        loaded(file, lang, Key::FailedSearch, move |_| {
            let mut markup = Markup::new();
            if left > 0 {
                let words = Key::SearchLeft.with(lang, &left.to_string());
                markup.el("p", "note", &words);
            }
            block("", markup)
        })
    }
}
