//! The timeline alone, as `bench/timeline.bench.mjs` calls it: programmes as JSON in, SVG out. Not part
//! of the site.
//!
//! Sets three functions on the global object of the page:
//!
//! - `atlasWords(words)` installs the words of English, the content of `words/en.json`;
//! - `atlasLoad(programs)` reads a list of programmes, the bytes of its file, lays them out by partner and keeps them;
//! - `atlasShow(axis, body, from, to, width, height, rests)` shows the ones kept between two days since
//!   1970 in the two elements of a frame; everything when `from` is not before `to`. As on the site, bars
//!   become part of their links and what is near is drawn when the reader rests.

use std::cell::RefCell;
use std::rc::Rc;

use ascn_atlas::i18n::catalogue;
use ascn_atlas::json;
use ascn_atlas::model::cut_programs::{ProgramEntry, ProgramIndex};
use ascn_atlas::model::Lang;
use ascn_atlas::route::{Address, Lanes, Route};
use ascn_atlas::timeline::programs::{item, lanes};
use ascn_atlas::timeline::{Pace, Sight, Stage, Timeline, Window, AXIS};
use wasm_bindgen::closure::{Closure, WasmClosure};
use wasm_bindgen::JsValue;
use web_sys::HtmlElement;

/// Today, 1 February 2026, so that each run draws the same.
const TODAY: i32 = 20_485;

/// Width of the names of lanes.
const NAMES: f64 = 158.0;

fn main() {
    set(
        "atlasWords",
        Closure::<dyn Fn(String) -> bool>::new(|words: String| {
            json::read::<Vec<String>>(&words).is_ok_and(|it| catalogue::install(Lang::En, it))
        }),
    );
    let kept = Rc::new(RefCell::new(None::<Timeline>));
    let keep = Rc::clone(&kept);
    set(
        "atlasLoad",
        Closure::<dyn Fn(Vec<u8>)>::new(move |programs: Vec<u8>| {
            let programs = String::from_utf8(programs).unwrap_or_default();
            *keep.borrow_mut() = json::read(&programs).ok().as_ref().map(load);
        }),
    );
    let stage = RefCell::new(None::<Stage>);
    set(
        "atlasShow",
        Closure::<Show>::new(
            move |axis: HtmlElement, body: HtmlElement, from, to, width, height, rests| {
                let (mut kept, mut stage) = (kept.borrow_mut(), stage.borrow_mut());
                if stage.is_none() {
                    *stage = Stage::new(&axis, &body);
                }
                if let (Some(timeline), Some(stage)) = (kept.as_mut(), stage.as_mut()) {
                    show(timeline, stage, (from, to), (width, height), rests);
                }
            },
        ),
    );
}

type Show = dyn Fn(HtmlElement, HtmlElement, f64, f64, f64, f64, bool);

fn set<F: ?Sized + WasmClosure>(name: &str, act: Closure<F>) {
    js_sys::Reflect::set(
        &js_sys::global(),
        &JsValue::from_str(name),
        &act.into_js_value(),
    )
    .ok();
}

fn load(index: &ProgramIndex) -> Timeline {
    let href = |route: Route| {
        let lang = Lang::En;
        Address { lang, route }.href()
    };
    let shown: Vec<&ProgramEntry> = index.programs.iter().collect();
    let items: Vec<_> = shown.iter().map(|it| item(it, Lang::En, &href)).collect();
    let lanes = lanes(index, &shown, Lanes::Partner, Lang::En, &href);
    Timeline::new(&items, lanes, Some(TODAY))
}

fn show(
    timeline: &mut Timeline,
    stage: &mut Stage,
    (from, to): (f64, f64),
    (width, height): (f64, f64),
    rests: bool,
) {
    let sight = Sight {
        width: width - NAMES,
        names: NAMES,
        top: 0.0,
        bottom: height - AXIS,
    };
    let whole = timeline.whole(sight.width);
    let window = if from < to {
        Window { from, to }.kept_in(whole)
    } else {
        whole
    };
    let pace = if rests { Pace::Resting } else { Pace::Moving };
    stage.show(timeline, (window, &sight), (TODAY, "today"), Lang::En, pace);
}
