//! Walking through what was found with the arrow keys, from the input and back to it.

use web_sys::{Element, KeyboardEvent};

use crate::platform;

/// Moves the focus among the links inside `found`: down from `input` to the first, up from the first
/// to the input. What is typed on a link goes on in the input. Does nothing for any other key.
pub fn walk_links(event: &KeyboardEvent, input: &Element, found: &Element) {
    let links = platform::elements(found, "a[href]");
    let is_focused = |link: &Element| platform::focused_in(link).is_some();
    let at = links.iter().position(|link| is_focused(link));
    if at.is_none() && !is_focused(input) {
        return;
    }
    let key = event.key();
    let next = match (key.as_str(), at) {
        ("ArrowDown", None) => links.first(),
        ("ArrowDown", Some(at)) => links.get(at + 1),
        ("ArrowUp", Some(at)) => at.checked_sub(1).and_then(|at| links.get(at)),
        (_, Some(_)) if key.chars().count() == 1 && key != " " && !with_others(event) => {
            return platform::focus(&input.id());
        }
        _ => return,
    };
    event.prevent_default();
    match next {
        Some(link) => {
            link.focus().ok();
        }
        None if key == "ArrowUp" => platform::focus(&input.id()),
        None => {}
    }
}

fn with_others(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key()
}
