//! What stands: the page that the host wrote, in whose elements the app's parts come to life.
//!
//! The host marks each part with the [`hash`] of its markup, without what its islands show. A part of
//! the app with the same hash takes the element that stands instead of one of its own: nothing is
//! parsed, laid out or painted again, and what the reader does there goes on. Where the two differ, the
//! part takes the place of what stands, and the reader gets back what they had in it.
//!
//! Islands in what stands come to life one after the other, each in a task of its own, so that the
//! browser answers the reader in between. What is made anew is made at once: nobody sees it half.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::attr::any_attribute::AnyAttribute;
use leptos::attr::Attribute;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use web_sys::{Element, HtmlElement};

use super::live::follow;
use super::part::{Island, ISLAND};
use crate::markup::hash;
use crate::platform::{self, Fields};

/// Marks what the host wrote as a part, with its hash.
const PART: &str = "data-p";

thread_local! {
    /// The element in which a part that is being made may find itself.
    static STANDING: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Mounts what `make` gives into `place`, in which it may stand already; kept for as long as the part of
/// the page lives in which this is called.
pub fn mount(place: HtmlElement, make: impl FnOnce() -> AnyView + 'static) {
    let expected = place.clone();
    mount_island(
        place,
        Box::new(|_| {
            expect(expected);
            make()
        }),
    );
}

/// The part made next, which is shown in `place`, may stand there.
pub(super) fn expect(place: HtmlElement) {
    STANDING.set(Some(place));
}

fn mount_island(place: HtmlElement, make: Island) {
    let around = STANDING.take();
    let inside = place.clone();
    platform::hold(Box::new(mount_to(place, move || make(inside))));
    // Where nothing is shown now, nothing is to stand.
    if let Some(place) = STANDING.replace(around) {
        while let Some(left) = place.first_element_child() {
            left.remove();
        }
    }
}

/// The element of a part, if it stands in the place that is filled; whatever else stands there makes way.
fn found(hash: u32) -> Option<Element> {
    let place = STANDING.take()?;
    let stands = place.first_element_child()?;
    if stands.get_attribute(PART) == Some(hash.to_string()) {
        return Some(stands);
    }
    platform::clear(&place);
    None
}

/// A part of the page: one element with a class, which may be empty, its HTML and its islands.
pub(super) struct Block {
    class: &'static str,
    html: String,
    // Views may be of any thread, islands are not.
    islands: StoredValue<Vec<Island>, LocalStorage>,
    is_folded: bool,
}

impl Block {
    /// The part of this markup. Of one that `is_folded` nothing of its islands is in sight at first.
    pub(super) fn new(
        class: &'static str,
        html: String,
        islands: Vec<Island>,
        is_folded: bool,
    ) -> Self {
        Self {
            class,
            html,
            islands: StoredValue::new_local(islands),
            is_folded,
        }
    }
}

/// A part on the page, with the hash of its markup.
pub(super) struct Placed(Element, u32);

impl Render for Block {
    type State = Option<Placed>;

    fn build(self) -> Self::State {
        let hash = hash(&self.html);
        let islands = self.islands.try_update_value(std::mem::take);
        let islands = islands.unwrap_or_default();
        if let Some(element) = found(hash) {
            fill(&element, islands, true);
            return Some(Placed(element, hash));
        }
        let element = platform::div(self.class, &self.html)?;
        if !islands.is_empty() {
            let (element, mut islands) = (element.clone(), Some(islands));
            let is_folded = self.is_folded;
            // When it is on the page.
            follow(move || {
                if let Some(islands) = islands.take() {
                    untrack(|| fill(&element, islands, is_folded));
                }
            });
        }
        Some(Placed(element, hash))
    }

    fn rebuild(self, state: &mut Self::State) {
        // What is the same stays.
        let is_same = state.as_ref().map(|it| it.1) == Some(hash(&self.html));
        if is_same && self.islands.with_value(Vec::is_empty) {
            return;
        }
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

/// Mounts the islands of a part into their elements inside `element`, at once or each in a task of its
/// own.
fn fill(element: &Element, islands: Vec<Island>, in_pieces: bool) {
    let mut places = platform::marked(element, ISLAND);
    if element.has_attribute(PART) {
        // Those of parts inside are theirs.
        let around = ["[", PART, "]"].concat();
        let nearest = |it: &HtmlElement| it.parent_element()?.closest(&around).ok()?;
        places.retain(|it| nearest(it).as_ref() == Some(element));
    }
    let islands = places.into_iter().zip(islands);
    if in_pieces {
        fill_later(element, islands.collect());
    } else {
        for (place, make) in islands {
            mount_island(place, make);
        }
    }
}

/// The same in pieces, and then tells them what the reader typed or chose before they listened.
fn fill_later(element: &Element, islands: Vec<(HtmlElement, Island)>) {
    let owner = Owner::current();
    let fields = Some(Fields::of(element)).filter(|it| !it.is_empty());
    let fields = Rc::new(RefCell::new(fields));
    if fields.borrow().is_some() {
        let fields = Rc::clone(&fields);
        platform::listen(element, &["input"], move |event| {
            if let Some(fields) = &mut *fields.borrow_mut() {
                fields.hear(&event);
            }
        });
    }
    for (place, make) in islands {
        let owner = owner.clone();
        platform::later(Box::new(move || {
            // The reader may have gone on meanwhile.
            if place.is_connected() {
                let act = move || mount_island(place, make);
                match owner {
                    Some(owner) => owner.with(act),
                    None => act(),
                }
            }
        }));
    }
    platform::later(Box::new(move || {
        if let Some(fields) = fields.take() {
            fields.tell();
        }
    }));
}

impl Mountable for Placed {
    fn unmount(&mut self) {
        self.0.remove();
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        // Moving it, even to where it is, would take the focus from it.
        if self.0.parent_element().as_ref() != Some(parent) {
            parent.insert_before(&self.0, marker).ok();
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.0.parent_element();
        if let Some(parent) = &parent {
            child.mount(parent, Some(&self.0));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.0.clone()]
    }
}

impl AddAnyAttr for Block {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

// Only what is built is ever asked for in a browser.
impl RenderHtml for Block {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
        html.push_str(&self.html);
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
