//! The readout of a chart of the app: its figure and its point are signals.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::figure::Drawn;
use super::live::follow;
use super::part::Part;
use crate::chart::Figure;
use crate::model::Lang;
use crate::readout::{show, start, Pins, Told};

/// Writes the [readout](crate::readout) of the figure `drawn`. `at` is the index of the point told.
pub fn write_readout(part: &mut Part, drawn: Drawn, at: RwSignal<Option<usize>>, lang: Lang) {
    let start = move |place: HtmlElement| {
        readout(&place, drawn, at, lang);
        ().into_any()
    };
    part.island_in("div", "readout", Box::new(start));
}

/// The figure, its point and its pins.
struct Signals {
    drawn: Drawn,
    at: RwSignal<Option<usize>>,
    pins: Pins,
}

impl Told for Signals {
    fn find(&self, act: &dyn Fn(&Figure) -> Option<usize>) -> Option<usize> {
        self.drawn
            .with_untracked(|figure| figure.as_deref().and_then(act))
    }

    fn at(&self) -> Option<usize> {
        self.at.get_untracked()
    }

    fn tell(&self, at: Option<usize>) {
        self.at.set(at);
    }

    fn pin(&self, at: usize) {
        self.drawn.with_untracked(|figure| {
            if let Some(figure) = figure {
                self.pins.turn(figure, at);
            }
        });
    }

    fn unpin(&self) {
        self.pins.clear();
    }
}

fn readout(place: &HtmlElement, drawn: Drawn, at: RwSignal<Option<usize>>, lang: Lang) {
    let signals = Rc::new(Signals {
        drawn,
        at,
        pins: Pins::default(),
    });
    let told: Rc<dyn Told> = Rc::<Signals>::clone(&signals);
    start(place, &told);
    let place = place.clone();
    follow(move || {
        drawn.with(|it| show(&place, it.as_deref(), at.get(), &signals.pins, lang));
    });
}
