//! Fields: what the reader typed or chose in a page before the app listened to it, for which the app
//! is told of it once it does.

use web_sys::{Element, Event, EventInit, HtmlElement};

use super::{elements, next_frame, put, target, value};

/// What is typed in, ticked or chosen from. A part with other controls is made anew.
const FIELDS: &str = "input[type=search],input[type=checkbox],select";
/// The property, and the attribute, of what is ticked.
const CHECKED: &str = "checked";

/// The fields in an element, each with what the reader put there, if anything.
pub struct Fields(Vec<(HtmlElement, Option<String>)>);

impl Fields {
    /// The fields in `place`, in which nothing but the reader has written since the page was.
    #[must_use]
    pub fn of(place: &Element) -> Self {
        let all = elements(place, FIELDS).into_iter().map(|field| {
            let now = Some(state(&field)).filter(|it| *it != written(&field));
            (field, now)
        });
        Self(all.collect())
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Notes what the reader does in one of them.
    pub fn hear(&mut self, event: &Event) {
        let target = target(event);
        let is_it = |field: &HtmlElement| target.as_ref() == Some(field);
        if let Some((field, noted)) = self.0.iter_mut().find(|it| is_it(&it.0)) {
            *noted = Some(state(field));
        }
    }

    /// Tells those who listen to the fields, with the next frame and before it is painted.
    pub fn tell(self) {
        if self.0.iter().any(|it| it.1.is_some()) {
            next_frame(move || self.tell_now());
        }
    }

    /// Tells those who listen to the fields of `place`, which were made as these were, in the same order.
    pub fn tell_those_of(self, place: &Element) {
        let new = elements(place, FIELDS).into_iter();
        let noted = self.0.into_iter().map(|it| it.1);
        Self(new.zip(noted).collect()).tell_now();
    }

    fn tell_now(self) {
        for (field, noted) in self.0 {
            let Some(noted) = noted else { continue };
            // What the app wrote over it meanwhile comes back; what the reader went on to type stays.
            if state(&field) == written(&field) {
                if is_box(&field) {
                    put(&field, CHECKED, &(!noted.is_empty()).into());
                } else {
                    put(&field, "value", &noted.into());
                }
            }
            // As if it were done now. Who listens to a choice may do so by either.
            for kind in ["input", "change"] {
                let event = EventInit::new();
                event.set_bubbles(true);
                if let Ok(event) = Event::new_with_event_init_dict(kind, &event) {
                    field.dispatch_event(&event).ok();
                }
            }
        }
    }
}

fn is_box(field: &HtmlElement) -> bool {
    field.get_attribute("type").as_deref() == Some("checkbox")
}

/// What stands in a field; of a box something if it is ticked.
fn state(field: &HtmlElement) -> String {
    if !is_box(field) {
        return value(field);
    }
    let is_ticked = field.matches(":checked").unwrap_or_default();
    if is_ticked { CHECKED } else { "" }.to_owned()
}

/// What stood in a field when the page was written.
fn written(field: &HtmlElement) -> String {
    if is_box(field) {
        let is_ticked = field.has_attribute(CHECKED);
        return if is_ticked { CHECKED } else { "" }.to_owned();
    }
    let find = |option| field.query_selector(option).ok().flatten();
    find("[selected]").or_else(|| find("option")).map_or_else(
        || field.get_attribute("value").unwrap_or_default(),
        |it| value(&it),
    )
}
