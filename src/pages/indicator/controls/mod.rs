//! Controls: one line of plain markup, with one listener around it. What the
//! address says is put into the controls; they are never made again, so that focus stays.

mod act;
mod show;
mod write;

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::Explorer;
use crate::components::live::follow;
use crate::components::part::Part;
use crate::platform::{listen, target, value};

/// Writes the controls.
pub(super) fn write(part: &mut Part, explorer: &Rc<Explorer>) {
    let controls = write::markup(explorer);
    let explorer = Rc::clone(explorer);
    let start = move |place: HtmlElement| {
        start(explorer, &place);
        ().into_any()
    };
    part.open_island("div", &[("class", "controls")], Box::new(start))
        .nest(&controls)
        .close();
}

fn start(explorer: Rc<Explorer>, node: &HtmlElement) {
    {
        let (explorer, node) = (Rc::clone(&explorer), node.clone());
        let kinds = &["click", "change", "input", "keydown"];
        listen(&node.clone(), kinds, move |event| {
            let Some(control) = target(&event) else {
                return;
            };
            match event.type_().as_str() {
                "click" => {
                    if let Ok(Some(button)) = control.closest("button") {
                        act::click(&explorer, &button, &node);
                    }
                }
                "change" => act::change(&explorer, &control, &value(&control)),
                "input" => act::typed(&explorer, &control, &node),
                _ => act::walk(&node, &control, &event),
            }
        });
    }
    {
        // Nothing plays on when the page has gone.
        let playing = Rc::clone(&explorer.playing);
        let playing = StoredValue::new_local(playing);
        on_cleanup(move || playing.with_value(|it| it.set(false)));
    }
    let node = node.clone();
    follow(move || {
        drop(explorer.site.address());
        untrack(|| show::show(&explorer, &node));
    });
}
