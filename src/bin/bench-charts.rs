//! The charts alone, as `bench/charts.bench.mjs` calls them: data as JSON in, SVG out. Not part of
//! the site.
//!
//! Sets four functions on the global object of the page:
//!
//! - `atlasWords(words)` installs the words of English, the content of `words/en.json`;
//! - `atlasDraw(indicator, width, height)` reads an indicator and draws its lines;
//! - `atlasLoad(indicator)` reads an indicator and keeps it;
//! - `atlasSelect(places, width, height)` draws the lines of the one kept, with `places` (their
//!   identifiers, with commas between them) chosen: gives the `<svg>`, or, where nothing but that
//!   differs from the drawing before, the text of its `<desc>` and the content of its last `<g>`.

use std::cell::RefCell;
use std::rc::Rc;

use ascn_atlas::chart::{
    from_indicator_of_places, lines_of_places, slots, Choice, Figure, LineView, PlacesSpec, Size,
};
use ascn_atlas::i18n::catalogue;
use ascn_atlas::json;
use ascn_atlas::model::{Indicator, Lang};
use wasm_bindgen::closure::{Closure, WasmClosure};
use wasm_bindgen::JsValue;

fn main() {
    set(
        "atlasWords",
        Closure::<dyn Fn(String) -> bool>::new(|words: String| {
            json::read::<Vec<String>>(&words).is_ok_and(|it| catalogue::install(Lang::En, it))
        }),
    );
    set(
        "atlasDraw",
        Closure::<dyn Fn(String, u32, u32) -> String>::new(
            |indicator: String, width: u32, height: u32| {
                read(&indicator).map_or_else(String::new, |it| draw(&it, Size { width, height }))
            },
        ),
    );
    let kept = Rc::new(RefCell::new(None::<Indicator>));
    let before = RefCell::new(None::<Figure>);
    let keep = Rc::clone(&kept);
    set(
        "atlasLoad",
        Closure::<dyn Fn(String)>::new(move |indicator: String| {
            *keep.borrow_mut() = read(&indicator);
        }),
    );
    set(
        "atlasSelect",
        Closure::<dyn Fn(String, u32, u32) -> Vec<String>>::new(
            move |places: String, width: u32, height: u32| {
                let kept = kept.borrow();
                let Some(indicator) = kept.as_ref() else {
                    return Vec::new();
                };
                let figure = select(indicator, &places, Size { width, height });
                let mut before = before.borrow_mut();
                let put = match before.as_ref().and_then(|it| figure.change_from(it)) {
                    Some(marks) => vec![figure.description().to_owned(), marks.to_owned()],
                    None => vec![figure.svg().to_owned()],
                };
                *before = Some(figure);
                put
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

fn read(indicator: &str) -> Option<Indicator> {
    json::read(indicator).ok()
}

/// By its identifier: names of places come with other files.
fn names<'n>(indicator: &'n Indicator) -> impl Fn(&str) -> &'n str + 'n {
    move |id: &str| {
        let place = indicator.series.iter().find(|it| it.place == id);
        place.map_or("", |it| it.place.as_str())
    }
}

fn draw(indicator: &Indicator, size: Size) -> String {
    let name_of = names(indicator);
    let figure = from_indicator_of_places(indicator, &name_of, Lang::En, size, &indicator.id);
    figure.svg().to_owned()
}

fn select(indicator: &Indicator, places: &str, size: Size) -> Figure {
    let chosen: Vec<&str> = places.split(',').collect();
    let choice = Choice {
        places: &slots(&chosen),
        years: None,
    };
    let name_of = names(indicator);
    let spec = PlacesSpec::of(indicator, &name_of, &choice, Lang::En, size, "bench");
    lines_of_places(&spec, &LineView::default())
}
