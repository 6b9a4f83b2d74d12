//! A part of a page: markup, with islands in it.
//!
//! Most of a page never changes once it is there. It is written as [`Markup`] and set at once, which
//! costs a fraction of the bytes of a view for each element. What listens or changes stands in an
//! *island*: an element of the markup into which a view is mounted once the markup is on the page.

use std::ops::{Deref, DerefMut};

use leptos::html::Div;
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::{Event, HtmlElement};

use crate::markup::Markup;
use crate::platform;

/// Marks the elements of islands.
const ISLAND: &str = "data-island";

/// Makes the view of an island, which is told its element.
type Island = Box<dyn FnOnce(HtmlElement) -> AnyView>;

/// Markup under construction with the islands written so far, in the order of the markup.
#[derive(Default)]
pub struct Part {
    markup: Markup,
    islands: Vec<Island>,
}

impl Deref for Part {
    type Target = Markup;

    fn deref(&self) -> &Markup {
        &self.markup
    }
}

impl DerefMut for Part {
    fn deref_mut(&mut self) -> &mut Markup {
        &mut self.markup
    }
}

impl Part {
    /// Nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Writes an island with a class, which may be empty.
    pub fn island(&mut self, class: &str, view: impl FnOnce() -> AnyView + 'static) -> &mut Self {
        self.island_in("div", class, Box::new(|_| view()))
    }

    /// Writes an island in an element of its own kind, which is told to the maker of its view.
    pub fn island_in(&mut self, tag: &'static str, class: &str, view: Island) -> &mut Self {
        self.open_island(tag, &[("class", class)], view);
        self.markup.close();
        self
    }

    /// Opens an island with attributes; the markup that follows stands in it.
    pub fn open_island(
        &mut self,
        tag: &'static str,
        attributes: &[(&str, &str)],
        view: Island,
    ) -> &mut Self {
        self.markup
            .open_with(tag, &[attributes, &[(ISLAND, "1")]].concat());
        self.islands.push(view);
        self
    }

    /// Opens an element with attributes that hears what happens in it: one listener serves all
    /// controls inside, which are plain markup. `act` tells the kinds of events apart.
    pub fn open_hearing(
        &mut self,
        tag: &'static str,
        attributes: &[(&str, &str)],
        kinds: &'static [&'static str],
        act: impl Fn(Event) + 'static,
    ) -> &mut Self {
        let hear = move |place: HtmlElement| {
            platform::listen(&place, kinds, act);
            ().into_any()
        };
        self.open_island(tag, attributes, Box::new(hear))
    }

    /// The part as an element of the page with a class, which may be empty.
    #[must_use]
    pub fn view(self, class: &'static str) -> AnyView {
        let Self { markup, islands } = self;
        let node = NodeRef::<Div>::new();
        if !islands.is_empty() {
            node.on_load(move |element| fill(&element, islands));
        }
        let class = (!class.is_empty()).then_some(class);
        view! { <div class=class node_ref=node inner_html=markup.finish()></div> }.into_any()
    }
}

/// Mounts islands into their elements inside `element`.
fn fill(element: &HtmlElement, islands: Vec<Island>) {
    let places = platform::marked(element, ISLAND);
    for (place, make) in places.into_iter().zip(islands) {
        let inside = place.clone();
        // Kept until the part leaves the page, and the views with it.
        StoredValue::new_local(mount_to(place, move || make(inside)));
    }
}
