//! Components in a real browser.
#![cfg(target_arch = "wasm32")]

mod common;

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use ascn_atlas::app::Site;
use ascn_atlas::chart::from_indicator;
use ascn_atlas::components::cite::Citations;
use ascn_atlas::components::figure::{figure, Context};
use ascn_atlas::components::live::{block, live};
use ascn_atlas::components::part::Part;
use ascn_atlas::components::state::loaded;
use ascn_atlas::components::take::{Data, NONE};
use ascn_atlas::i18n::Key;
use ascn_atlas::json;
use ascn_atlas::markup::Markup;
use ascn_atlas::model::cut::Index;
use ascn_atlas::model::{Indicator, Lang, Point, Series, Sources, Text, Unit};
use ascn_atlas::platform::{self, saved_theme, Setting};
use ascn_atlas::widget::Theme;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, KeyboardEventInit};

wasm_bindgen_test_configure!(run_in_browser);

/// The data of a page of which nothing is taken away.
struct NoSources(Sources);

impl Data for NoSources {
    fn sources(&self) -> &Sources {
        &self.0
    }
}

/// An empty element of the page.
fn container() -> HtmlElement {
    let document = web_sys::window().unwrap().document().unwrap();
    let element = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&element).unwrap();
    element.unchecked_into()
}

/// Waits, frame by frame, until `found` gives something; `what` is told when it does not.
async fn until<T>(what: &str, mut found: impl FnMut() -> Option<T>) -> T {
    for _ in 0..600 {
        if let Some(value) = found() {
            return value;
        }
        let frame = js_sys::Promise::new(&mut |resolve, _| {
            web_sys::window()
                .unwrap()
                .request_animation_frame(&resolve)
                .unwrap();
        });
        wasm_bindgen_futures::JsFuture::from(frame).await.unwrap();
    }
    panic!("it did not come within 600 frames: {what}");
}

fn query(root: &Element, selector: &str) -> Option<Element> {
    root.query_selector(selector).unwrap()
}

fn indicator() -> Indicator {
    let point = |year, value| Point {
        year,
        value,
        sources: vec!["1".into()],
    };
    let text = |text: &str| Text {
        en: text.into(),
        id: text.into(),
    };
    let series = |name: &str, points| Series {
        place: "x".into(),
        id: None,
        name: Some(text(name)),
        area: None,
        not_ascn: false,
        points,
        sources: vec![],
    };
    Indicator {
        id: "stunting".into(),
        name: text("<b>Stunting</b>"),
        description: None,
        unit: Unit::Percent,
        better: None,
        level: None,
        range: None,
        scope: None,
        projection_from: None,
        break_before: None,
        derived: false,
        original_source: None,
        cities_ranked: vec![],
        series: vec![
            series("records", vec![point(2022, 8.27), point(2023, 7.89)]),
            series("survey", vec![point(2023, 14.4)]),
        ],
        sources: Default::default(),
    }
}

#[wasm_bindgen_test]
fn the_browsers_json_reads_as_serde_reads_it() {
    let text = common::POPULATION;
    let expected: Indicator = serde_json::from_str(text).unwrap();
    assert_eq!(json::read::<Indicator>(text).unwrap(), expected);
    // Broken off here and there, between letters.
    for part in (1..text.trim_end().len())
        .step_by(97)
        .filter_map(|end| text.get(..end))
    {
        assert_eq!(json::read::<Indicator>(part), Err(json::Error::Truncated));
    }
    let wrong = |text| json::read::<Indicator>(text).unwrap_err().to_string();
    assert_eq!(wrong("{\"id\":1}"), "id: expected a text");
    assert_eq!(wrong("{}"), "id: expected a value");
    assert_eq!(wrong("[]"), "id: expected a value");
    assert_eq!(wrong("null"), "id: expected a value");
    assert_eq!(wrong("7"), "id: expected a value");
    assert!(matches!(
        json::read::<Indicator>("<!doctype html>"),
        Err(json::Error::NotJson(_))
    ));
    assert!(matches!(
        json::read::<Indicator>(""),
        Err(json::Error::NotJson(_))
    ));
}

#[wasm_bindgen_test]
fn charts_are_the_same_bytes_as_on_the_host() {
    assert!(
        common::charts() == common::GOLDEN,
        "charts differ from tests/golden/charts.svg"
    );
}

#[wasm_bindgen_test]
async fn a_figure_shows_all_its_parts_and_is_read_by_keyboard() {
    let root = container();
    let indicator = Arc::new(indicator());
    let drawn = Arc::clone(&indicator);
    let _handle = mount_to(root.clone(), move || {
        let context = Context {
            site: Site::new(),
            data: (Arc::new(NoSources(Sources::default())), NONE),
            id: "chart-x".into(),
            title: indicator.name.en.clone(),
            level: "h4",
            notes: vec!["A note & a half".into()],
            sources: vec!["1".into()],
            widget: None,
            explore: String::new(),
            lang: Lang::En,
            cites: Citations::new(Lang::En, ""),
        };
        let mut part = Part::new();
        figure(&mut part, context, move |size, id| {
            Some(from_indicator(&drawn, "X", Lang::En, size, id))
        });
        part.view("")
    });
    // A chart is drawn when it comes near the window or is printed; where the window of the tests
    // is, no one knows.
    let readout = until("the readout", || {
        let printing = Event::new("beforeprint").unwrap();
        web_sys::window()
            .unwrap()
            .dispatch_event(&printing)
            .unwrap();
        query(&root, "[role=slider]")
    })
    .await;
    assert_eq!(
        query(&root, "h4").unwrap().text_content().unwrap(),
        "<b>Stunting</b>"
    );
    assert!(query(&root, "svg[role=img] title").is_some());
    assert!(query(&root, ".chart-description")
        .unwrap()
        .text_content()
        .unwrap()
        .contains("14.4%"));
    assert_eq!(root.query_selector_all("tbody tr").unwrap().length(), 2);
    assert_eq!(
        query(&root, ".note").unwrap().text_content().unwrap(),
        "A note & a half"
    );

    let spoken = || readout.get_attribute("aria-valuetext").unwrap_or_default();
    let press = |key: &str| {
        let init = KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
        readout.dispatch_event(&event).unwrap();
    };
    press("Home");
    until("the first point", || {
        spoken().ends_with("2022: 8.27%").then_some(())
    })
    .await;
    press("ArrowRight");
    until("the next year", || {
        spoken().ends_with("2023: 7.89%").then_some(())
    })
    .await;
    press("ArrowDown");
    until("the next series", || {
        spoken().ends_with("2023: 14.4%").then_some(())
    })
    .await;
    assert!(query(&root, ".tip").is_some());
    press("Escape");
    until("no tip", || query(&root, ".tip").is_none().then_some(())).await;
}

#[wasm_bindgen_test]
async fn a_file_that_fails_says_so_and_can_be_tried_again() {
    let root = container();
    let _handle = mount_to(root.clone(), || {
        // The server of the tests has no such file.
        loaded(
            Site::new().index(),
            Lang::En,
            Key::FailedIndex,
            |_: Arc<Index>| block("", Markup::new()),
        )
    });
    let alert = until("the alert", || query(&root, "[role=alert]")).await;
    assert!(alert
        .text_content()
        .unwrap()
        .contains(Key::FailedIndex.text(Lang::En)));
    let retry: HtmlElement = query(&root, "button").unwrap().unchecked_into();
    retry.click();
    // The message goes while the file is asked for once more, and a new one comes.
    until("a new alert", || {
        query(&root, "[role=alert]").filter(|again| *again != alert)
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_live_part_follows_its_signal() {
    let root = container();
    let count = RwSignal::new(1);
    let _handle = mount_to(root.clone(), move || {
        live(move || {
            let mut markup = Markup::new();
            markup.el("b", "", &count.get().to_string());
            block("", markup)
        })
    });
    assert_eq!(query(&root, "b").unwrap().text_content().unwrap(), "1");
    count.set(2);
    until("the new count", || {
        (query(&root, "b")?.text_content()? == "2").then_some(())
    })
    .await;
}

#[wasm_bindgen_test]
fn a_listener_hears_what_it_causes_itself() {
    let root = container();
    let heard = Rc::new(Cell::new(0));
    let (count, clicked) = (Rc::clone(&heard), root.clone());
    platform::listen(&root, &["keydown", "click"], move |event| {
        count.set(count.get() + 1);
        if event.type_() == "keydown" {
            clicked.click();
        }
    });
    root.dispatch_event(&Event::new("keydown").unwrap())
        .unwrap();
    assert_eq!(heard.get(), 2);
}

#[wasm_bindgen_test]
fn settings_last_and_a_refused_storage_is_no_error() {
    platform::save(Setting::Theme, "dark");
    assert_eq!(saved_theme(), Theme::Dark);
    platform::save(Setting::Theme, "no such theme");
    assert_eq!(saved_theme(), Theme::Auto);

    // As in a sandboxed frame: reading the property throws.
    let window = web_sys::window().unwrap();
    let throws =
        js_sys::Function::new_no_args("throw new DOMException('refused', 'SecurityError')");
    let property = js_sys::Object::new();
    js_sys::Reflect::set(&property, &"get".into(), &throws).unwrap();
    js_sys::Reflect::set(&property, &"configurable".into(), &JsValue::TRUE).unwrap();
    js_sys::Reflect::define_property(&window, &"localStorage".into(), &property).unwrap();
    platform::save(Setting::Theme, "dark");
    assert_eq!(platform::load(Setting::Theme), None);
    js_sys::Reflect::delete_property::<js_sys::Object>(
        window.unchecked_ref(),
        &"localStorage".into(),
    )
    .unwrap();
}

#[wasm_bindgen_test]
async fn islands_live_in_the_markup_around_them_and_go_with_it() {
    let root = container();
    let shown = RwSignal::new(true);
    let count = RwSignal::new(1);
    let runs = StoredValue::new(0);
    let view = move || {
        if !shown.get() {
            return ().into_any();
        }
        let counted = move || {
            live(move || {
                runs.update_value(|runs| *runs += 1);
                let mut markup = Markup::new();
                markup.el("b", "", &count.get().to_string());
                block("", markup)
            })
        };
        let mut inner = Part::new();
        inner.open("p", "inner");
        inner.island("second", counted);
        let inner = inner.view("");
        let mut part = Part::new();
        part.open("section", "");
        part.island("first", counted).island("", move || inner);
        part.close().el("i", "", "<after>");
        part.view("outer")
    };
    let _kept = mount_to(root.clone(), move || live(view));
    until("both islands", || {
        let text = |selector| query(&root, selector)?.text_content();
        (text("section > .first b")? == "1" && text(".inner + .second b, .inner .second b")? == "1")
            .then_some(())
    })
    .await;
    assert_eq!(query(&root, "i").unwrap().inner_html(), "&lt;after&gt;");
    count.set(2);
    until("both islands again", || {
        let found = root.query_selector_all("b").unwrap();
        (0..found.length())
            .all(|place| found.item(place).unwrap().text_content().unwrap() == "2")
            .then_some(())
    })
    .await;
    assert_eq!(runs.get_value(), 4);
    // Gone from the page, an island no longer follows its signals.
    shown.set(false);
    until("nothing", || query(&root, ".outer").is_none().then_some(())).await;
    count.set(3);
    shown.set(true);
    until("both islands once more", || query(&root, ".second b")).await;
    assert_eq!(runs.get_value(), 6);
}
