//! A part of a page: markup, with islands in it.
//!
//! Most of a page never changes once it is there. It is written as [`Markup`] and set at once, which
//! costs a fraction of the bytes of a view for each element. What listens or changes stands in an
//! *island*: an element of the markup into which a view is mounted once the markup is on the page.
//!
//! On the host nothing listens and nothing changes: what an island shows at first is written into its
//! element, and what only listens is left out.

use std::ops::{Deref, DerefMut};

use leptos::prelude::*;
use web_sys::{Event, HtmlElement};

use super::live::part;
use crate::markup::Markup;

/// Marks the elements of islands.
pub(super) const ISLAND: &str = "data-i";

/// Makes the view of an island, which is told its element.
pub(super) type Island = Box<dyn FnOnce(HtmlElement) -> AnyView>;

/// What an island shows, and where in the markup.
#[cfg(not(feature = "csr"))]
pub(super) type Written = (usize, Box<dyn FnOnce() -> String>);

/// Markup under construction with the islands written so far, in the order of the markup.
#[derive(Default)]
pub struct Part {
    markup: Markup,
    #[cfg(feature = "csr")]
    islands: Vec<Island>,
    #[cfg(not(feature = "csr"))]
    islands: Vec<Written>,
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
        self.showing("div", &[("class", class)], Box::new(view))
    }

    /// Writes an island that listens, in an element of its own kind, which is told to the maker of
    /// its view.
    pub fn island_in(&mut self, tag: &'static str, class: &str, view: Island) -> &mut Self {
        self.open_island(tag, &[("class", class)], view);
        self.markup.close();
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
            crate::platform::listen(&place, kinds, act);
            ().into_any()
        };
        self.open_island(tag, attributes, Box::new(hear))
    }

    /// Writes an island with attributes that shows a view.
    pub fn showing(
        &mut self,
        tag: &'static str,
        attributes: &[(&str, &str)],
        view: Box<dyn FnOnce() -> AnyView>,
    ) -> &mut Self {
        self.open_showing(tag, attributes, view);
        self.markup.close();
        self
    }

    fn open_marked(&mut self, tag: &'static str, attributes: &[(&str, &str)]) {
        self.markup
            .open_with(tag, &[attributes, &[(ISLAND, "1")]].concat());
    }

    /// The part as an element of the page with a class, which may be empty.
    ///
    /// Islands are made when all markup is written, in the browser and on the host: what they cite is
    /// numbered after what the markup cites.
    #[must_use]
    pub fn view(self, class: &'static str) -> AnyView {
        let Self { markup, islands } = self;
        part(class, markup.finish(), islands, false)
    }

    /// The same for a part whose islands are folded up at first: they come to life one after the other,
    /// each in a task of its own, so that the browser answers the reader in between.
    #[must_use]
    pub fn view_folded(self) -> AnyView {
        let Self { markup, islands } = self;
        part("", markup.finish(), islands, true)
    }

    /// Writes an element with attributes whose HTML follows the signals that `html` reads.
    pub fn following(
        &mut self,
        tag: &'static str,
        attributes: &[(&str, &str)],
        html: impl Fn() -> String + 'static,
    ) -> &mut Self {
        self.open_following(tag, attributes, Box::new(html));
        self.markup.close();
        self
    }
}

#[cfg(feature = "csr")]
mod live {
    use leptos::prelude::*;
    use web_sys::HtmlElement;

    use super::{Island, Part};
    use crate::components::live::follow;
    use crate::components::standing;

    impl Part {
        /// Opens an island that listens, with attributes; the markup that follows stands in it.
        pub fn open_island(
            &mut self,
            tag: &'static str,
            attributes: &[(&str, &str)],
            view: Island,
        ) -> &mut Self {
            self.open_marked(tag, attributes);
            self.islands.push(view);
            self
        }

        pub(super) fn open_showing(
            &mut self,
            tag: &'static str,
            attributes: &[(&str, &str)],
            view: Box<dyn FnOnce() -> AnyView>,
        ) {
            let shows = |place| {
                standing::expect(place);
                view()
            };
            self.open_island(tag, attributes, Box::new(shows));
        }

        pub(super) fn open_following(
            &mut self,
            tag: &'static str,
            attributes: &[(&str, &str)],
            html: Box<dyn Fn() -> String>,
        ) {
            let shows = move |place: HtmlElement| {
                follow(move || place.set_inner_html(&html()));
                ().into_any()
            };
            self.open_island(tag, attributes, Box::new(shows));
        }
    }
}

#[cfg(not(feature = "csr"))]
mod written {
    use leptos::prelude::*;

    use super::Part;

    impl Part {
        /// Opens an island that listens, which needs a browser: its element alone is written.
        pub fn open_island(
            &mut self,
            tag: &'static str,
            attributes: &[(&str, &str)],
            view: super::Island,
        ) -> &mut Self {
            drop(view);
            self.open_marked(tag, attributes);
            self
        }

        pub(super) fn open_showing(
            &mut self,
            tag: &'static str,
            attributes: &[(&str, &str)],
            view: Box<dyn FnOnce() -> AnyView>,
        ) {
            self.open_following(tag, attributes, Box::new(move || view().to_html()));
        }

        pub(super) fn open_following(
            &mut self,
            tag: &'static str,
            attributes: &[(&str, &str)],
            html: Box<dyn FnOnce() -> String>,
        ) {
            self.open_marked(tag, attributes);
            self.islands.push((self.markup.len(), html));
        }
    }
}
