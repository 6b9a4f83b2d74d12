//! The page as a whole: title, language, focus, scrolling, announcements.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::{document, window};
use crate::model::Lang;

/// The element of an id.
#[must_use]
pub fn element(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The content of `<meta name="…">`; `None` when there is none or it is empty.
#[must_use]
pub fn meta(name: &str) -> Option<String> {
    let selector = format!("meta[name=\"{name}\"]");
    let content = document()?
        .query_selector(&selector)
        .ok()
        .flatten()?
        .get_attribute("content")?;
    (!content.is_empty()).then_some(content)
}

/// A `div` with a class, which may be empty, and its HTML; `None` outside a page.
#[must_use]
pub fn div(class: &str, html: &str) -> Option<Element> {
    let div = document()?.create_element("div").ok()?;
    if !class.is_empty() {
        div.set_class_name(class);
    }
    div.set_inner_html(html);
    Some(div)
}

/// The elements inside `element` that have an attribute, in the order of the page. Those of SVG are
/// among them: they have the methods of attributes and focus as well, though not the class.
#[must_use]
pub fn marked(element: &Element, attribute: &str) -> Vec<HtmlElement> {
    elements(element, &["[", attribute, "]"].concat())
}

/// The elements inside `element` that fit a selector, in the order of the page.
#[must_use]
pub fn elements(element: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = element.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|place| Some(found.item(place)?.unchecked_into()))
        .collect()
}

/// The address of the site's root; empty where there is none.
#[must_use]
pub fn base() -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten());
    base.unwrap_or_default()
}

/// The query of the page's own address, without its question mark; empty where there is none.
#[must_use]
pub fn query() -> String {
    let query = window().and_then(|window| window.location().search().ok());
    query.map_or_else(String::new, |it| it.trim_start_matches('?').to_owned())
}

/// The language of the page; `None` when it says none that the site has.
#[must_use]
pub fn lang() -> Option<Lang> {
    Lang::from_tag(&document()?.document_element()?.get_attribute("lang")?)
}

/// Marks the root of the page by an attribute without a value.
pub fn mark_root(attribute: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        root.set_attribute(attribute, "").ok();
    }
}

/// Calls `act` whenever the window gets another size.
pub fn resized(act: impl Fn() + 'static) {
    if let Some(window) = window() {
        // No element, but a target of events as well.
        super::listen(window.unchecked_ref(), &["resize"], move |_| act());
    }
}

/// Calls `act` after the page was told something by a frame, when all who listen have heard it. What was
/// said is not taken: the script for frames ([`bring_script`]) knows whom to believe.
pub fn messaged(act: impl Fn() + Clone + 'static) {
    if let Some(window) = window() {
        super::listen(window.unchecked_ref(), &["message"], move |_| {
            next_frame(act.clone());
        });
    }
}

/// Sets the title of the page.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets the language of the page, for screen readers, hyphenation and fonts.
pub fn set_lang(lang: Lang) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Even the same language anew has browsers style the whole page anew.
        if root.get_attribute("lang").as_deref() != Some(lang.tag()) {
            root.set_attribute("lang", lang.tag()).ok();
        }
    }
}

/// Leaves the app for an address, as a plain link does.
pub fn open(href: &str) {
    if let Some(window) = window() {
        window.location().assign(href).ok();
    }
}

/// Runs a script of the site's once; where it does not come, the page goes on without.
pub fn bring_script(src: &str) {
    let Some(document) = document() else { return };
    let known = document.query_selector(&["script[src=\"", src, "\"]"].concat());
    if !matches!(known, Ok(None)) {
        return;
    }
    let head = document.query_selector("head");
    if let (Ok(Some(head)), Ok(script)) = (head, document.create_element("script")) {
        script.set_attribute("src", src).ok();
        head.append_child(&script).ok();
    }
}

/// Asks the browser for the page once more.
pub fn reload() {
    if let Some(window) = window() {
        window.location().reload().ok();
    }
}

/// Shows the words for a start that failed, which stand in `index.html`, or hides them: what the page
/// fetches ahead may fail and come after all.
pub fn start_failed(failed: bool) {
    if let Some(words) = element("start-failed") {
        put(&words, "hidden", &(!failed).into());
    }
}

fn heading() -> Option<HtmlElement> {
    document()?
        .query_selector("h1")
        .ok()
        .flatten()?
        .dyn_into()
        .ok()
}

/// Moves focus to the page's heading without scrolling to it.
pub fn focus_heading() {
    if let Some(heading) = heading() {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        heading.focus_with_options(&options).ok();
    }
}

/// Moves focus to an element.
pub fn focus(id: &str) {
    if let Some(element) = element(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.focus().ok();
    }
}

/// Scrolls an element to the upper part of the window and moves focus to it. Closed `<details>`
/// around it are opened first.
pub fn scroll_into_view(id: &str) {
    let Some(target) = element(id) else { return };
    let mut around = target.parent_element();
    while let Some(element) = around {
        if element.tag_name().eq_ignore_ascii_case("details") {
            element.set_attribute("open", "").ok();
        }
        around = element.parent_element();
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Start);
    target.scroll_into_view_with_scroll_into_view_options(&options);
    focus(id);
}

/// Where the reader is in the page: the last heading or figure with an id that starts above the
/// middle of the window, and how far below the upper edge it starts, in CSS pixels. `None` at the
/// top of the page and where there is no such element.
#[must_use]
pub fn reading_place() -> Option<(String, f64)> {
    if scroll_y() <= 0.0 {
        return None;
    }
    let middle = window()?.inner_height().ok()?.as_f64()? / 2.0;
    let found = document()?
        .query_selector_all("main h2[id], main h4[id], main figure[id]")
        .ok()?;
    let mut place = None;
    for element in (0..found.length()).filter_map(|it| found.item(it)) {
        let element: Element = element.dyn_into().ok()?;
        let top = element.get_bounding_client_rect().top();
        if top > middle {
            break;
        }
        place = Some((element.id(), top));
    }
    place
}

/// Scrolls so that the element `id` starts `top` CSS pixels below the upper edge of the window.
pub fn return_to(id: &str, top: f64) {
    if let Some(element) = element(id) {
        let now = element.get_bounding_client_rect().top();
        if let Some(window) = window() {
            window.scroll_by_with_x_and_y(0.0, now - top);
        }
    }
}

/// How far the page is scrolled, in CSS pixels.
#[must_use]
pub fn scroll_y() -> f64 {
    window()
        .and_then(|window| window.scroll_y().ok())
        .unwrap_or(0.0)
}

/// Scrolls the page to its top.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Scrolls the page to `y` CSS pixels; true when the page is long enough to stand there.
#[must_use]
pub fn scroll_to(y: f64) -> bool {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, y);
    }
    (scroll_y() - y).abs() < 2.0
}

/// Calls `act` before the next frame; at once where the browser offers no frames, never on the host.
pub fn next_frame(act: impl FnOnce() + 'static) {
    if !super::IN_BROWSER {
        return;
    }
    let closure = Closure::once_into_js(act);
    let frame = window().map(|window| window.request_animation_frame(closure.unchecked_ref()));
    if !matches!(frame, Some(Ok(_))) {
        closure
            .unchecked_ref::<js_sys::Function>()
            .call0(&wasm_bindgen::JsValue::NULL)
            .ok();
    }
}

/// Says `message` to screen readers, through the page's live region.
pub fn announce(message: &str) {
    if let Some(region) = element("announcer") {
        region.set_text_content(Some(message));
    }
}

/// Where in its element a pointer is, as parts of the element's width and height.
#[must_use]
pub fn place_in(event: &web_sys::PointerEvent) -> Option<(f64, f64)> {
    let element = event.current_target()?.dyn_into::<Element>().ok()?;
    let area = element.get_bounding_client_rect();
    let inside = area.width() > 0.0 && area.height() > 0.0;
    inside.then(|| {
        let x = (f64::from(event.client_x()) - area.left()) / area.width();
        let y = (f64::from(event.client_y()) - area.top()) / area.height();
        (x, y)
    })
}

/// The value of an attribute of the topmost element under the pointer that has it.
#[must_use]
pub fn marked_at(event: &web_sys::PointerEvent, attribute: &str) -> Option<String> {
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let (x, y) = (float(x), float(y));
    let under = document()?.elements_from_point(x, y);
    under
        .iter()
        .filter_map(|it| it.dyn_into::<Element>().ok())
        .find_map(|it| it.get_attribute(attribute))
}

/// Pixels as the browser's older interfaces count them.
#[allow(clippy::cast_possible_truncation)] // the width of a window
fn float(pixels: f64) -> f32 {
    pixels as f32
}

/// Sets a property of an element, such as `checked` or `value`.
pub fn put(element: &Element, property: &str, value: &wasm_bindgen::JsValue) {
    js_sys::Reflect::set(element, &property.into(), value).ok();
}

/// The element at which an event happened.
#[must_use]
pub fn target(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The value of the control at which an event happened.
#[must_use]
pub fn value(control: &Element) -> String {
    js_sys::Reflect::get(control, &"value".into())
        .ok()
        .and_then(|it| it.as_string())
        .unwrap_or_default()
}

/// Puts an element at a place of the element around it, in percent of its width and height.
pub fn move_to(element: &HtmlElement, left: &str, top: &str) {
    let style = element.style();
    style.set_property("left", left).ok();
    style.set_property("top", top).ok();
}
