//! Taking away: a file to save, a picture, text for the clipboard, the device's share sheet.
//!
//! Each may be refused: by the browser, by a frame's sandbox, or because the page has no secure
//! address. Whoever asks is told, and says so to the reader.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{spawn_local, JsFuture};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement,
    HtmlImageElement, Url,
};

use super::{document, window};

/// Is told whether it worked.
type Done = Box<dyn FnOnce(bool)>;

/// How many pixels of a PNG stand for one unit of a picture.
const DENSITY: u32 = 2;

/// Offers `content` as a file to save; false when the browser does not let the page.
#[must_use]
pub fn save_file(name: &str, kind: &str, content: &str) -> bool {
    text_blob(kind, content).is_some_and(|blob| save_blob(name, &blob))
}

fn text_blob(kind: &str, content: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&JsValue::from_str(content));
    Blob::new_with_str_sequence_and_options(&parts, &options).ok()
}

fn save_blob(name: &str, blob: &Blob) -> bool {
    let save = || {
        let url = Url::create_object_url_with_blob(blob).ok()?;
        let link = document()?.create_element("a").ok()?;
        link.set_attribute("href", &url).ok()?;
        link.set_attribute("download", name).ok()?;
        link.dyn_into::<HtmlElement>().ok()?.click();
        // The address is left to the end of the page: the browser may read it later.
        Some(())
    };
    save().is_some()
}

/// Offers `svg` as a PNG file of twice its size; tells `done` whether the browser let the page.
pub fn save_png(name: &str, svg: &str, done: Done) {
    let name = name.to_owned();
    let url = text_blob("image/svg+xml", svg).and_then(|blob| address_of(&blob));
    let picture = document()
        .and_then(|it| it.create_element("img").ok())
        .and_then(|it| it.dyn_into::<HtmlImageElement>().ok());
    let (Some(url), Some(picture)) = (url, picture) else {
        return done(false);
    };
    picture.set_src(&url);
    let loaded = picture.decode();
    spawn_local(async move {
        let drawn = match JsFuture::from(loaded).await {
            Ok(_) => draw(&picture, name).await,
            Err(_) => None,
        };
        Url::revoke_object_url(&url).ok();
        done(drawn == Some(true));
    });
}

fn address_of(blob: &Blob) -> Option<String> {
    Url::create_object_url_with_blob(blob).ok()
}

/// Draws a picture on a canvas and saves it; `None` when the canvas is refused.
async fn draw(picture: &HtmlImageElement, name: String) -> Option<bool> {
    let canvas = document()?.create_element("canvas").ok()?;
    let canvas = canvas.dyn_into::<HtmlCanvasElement>().ok()?;
    let (width, height) = (picture.width() * DENSITY, picture.height() * DENSITY);
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d").ok()??;
    let context = context.dyn_into::<CanvasRenderingContext2d>().ok()?;
    let (width, height) = (f64::from(width), f64::from(height));
    context
        .draw_image_with_html_image_element_and_dw_and_dh(picture, 0.0, 0.0, width, height)
        .ok()?;
    let made = Promise::new(&mut |resolve: Function, _| {
        if canvas.to_blob(&resolve).is_err() {
            resolve.call0(&JsValue::NULL).ok();
        }
    });
    let blob = JsFuture::from(made).await.ok()?.dyn_into::<Blob>().ok()?;
    Some(save_blob(&name, &blob))
}

/// Puts `text` on the clipboard; tells `done` whether the browser let the page.
pub fn copy(text: &str, done: Done) {
    let clipboard = navigator().and_then(|it| Reflect::get(&it, &"clipboard".into()).ok());
    settle(clipboard.as_ref(), "writeText", &text.into(), done);
}

/// Whether the device has a share sheet for pages.
#[must_use]
pub fn can_share() -> bool {
    navigator().is_some_and(|it| method(&it, "share").is_some())
}

/// Opens the device's share sheet for an address; tells `done` whether it was shared.
pub fn share(title: &str, url: &str, done: Done) {
    let what = js_sys::Object::new();
    for (name, value) in [("title", title), ("url", url)] {
        Reflect::set(&what, &name.into(), &value.into()).ok();
    }
    settle(navigator().as_ref(), "share", &what, done);
}

fn navigator() -> Option<JsValue> {
    window().map(|it| it.navigator().into())
}

/// A method of a value that may lack it, or be nothing itself.
fn method(of: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(of, &name.into()).ok()?.dyn_into().ok()
}

/// Calls a method that promises something, and tells `done` whether the promise was kept.
fn settle(of: Option<&JsValue>, name: &str, with: &JsValue, done: Done) {
    let call = || {
        let of = of?;
        let promise = method(of, name)?.call1(of, with).ok()?;
        promise.dyn_into::<Promise>().ok()
    };
    match call() {
        Some(promise) => spawn_local(async move {
            done(JsFuture::from(promise).await.is_ok());
        }),
        None => done(false),
    }
}

/// Whether the reader asked the system for less motion.
#[must_use]
pub fn reduced_motion() -> bool {
    let query = window().and_then(|it| {
        it.match_media("(prefers-reduced-motion: reduce)")
            .ok()
            .flatten()
    });
    query.is_some_and(|it| it.matches())
}

/// Calls `act` every so many milliseconds until it returns false.
pub fn every(milliseconds: i32, mut act: impl FnMut() -> bool + 'static) {
    let again = Closure::once_into_js(move || {
        if act() {
            every(milliseconds, act);
        }
    });
    if let Some(window) = window() {
        window
            .set_timeout_with_callback_and_timeout_and_arguments_0(
                again.unchecked_ref(),
                milliseconds,
            )
            .ok();
    }
}
