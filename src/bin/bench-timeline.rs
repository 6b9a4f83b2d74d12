//! The timeline alone, as `bench/timeline.bench.mjs` calls it: programmes as JSON in, SVG out. Not part
//! of the site.
//!
//! Sets three functions on the global object of the page:
//!
//! - `atlasWords(words)` installs the words of English, the content of `words/en.json`;
//! - `atlasLoad(programs)` reads a list of programmes, lays them out by partner and keeps them;
//! - `atlasDraw(from, to, width, height)` draws the ones kept between two days since 1970, as text of
//!   axis and lanes with a line feed between them; everything when `from` is not before `to`.

use std::cell::RefCell;
use std::rc::Rc;

use ascn_atlas::i18n::catalogue;
use ascn_atlas::json;
use ascn_atlas::model::cut_programs::{ProgramEntry, ProgramIndex};
use ascn_atlas::model::Lang;
use ascn_atlas::route::{Address, Lanes, Route};
use ascn_atlas::timeline::programs::{item, lanes};
use ascn_atlas::timeline::{Sight, Timeline, Window};
use wasm_bindgen::closure::{Closure, WasmClosure};
use wasm_bindgen::JsValue;

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
        Closure::<dyn Fn(String)>::new(move |programs: String| {
            *keep.borrow_mut() = json::read(&programs).ok().as_ref().map(load);
        }),
    );
    set(
        "atlasDraw",
        Closure::<dyn Fn(f64, f64, f64, f64) -> String>::new(
            move |from: f64, to: f64, width: f64, height: f64| {
                let mut kept = kept.borrow_mut();
                kept.as_mut()
                    .map_or_else(String::new, |it| draw(it, from, to, width, height))
            },
        ),
    );
}

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

fn draw(timeline: &mut Timeline, from: f64, to: f64, width: f64, height: f64) -> String {
    let sight = Sight {
        width: width - NAMES,
        names: NAMES,
        top: 0.0,
        bottom: height,
    };
    let whole = timeline.whole(sight.width);
    let window = if from < to {
        Window { from, to }.kept_in(whole)
    } else {
        whole
    };
    let picture = timeline.draw(window, &sight, TODAY, "today", Lang::En);
    [&picture.axis, "\n", &picture.body].concat()
}
