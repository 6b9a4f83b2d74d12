//! Asking the server.

use js_sys::{Error, Promise};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::window;

/// Asks for what is at `url`, and waits until the answer begins.
///
/// # Errors
///
/// In the browser's words, when there is no answer.
pub async fn fetch(url: &str) -> Result<Response, String> {
    let window = window().ok_or("no window")?;
    let answer = kept(window.fetch_with_str(url)).await?;
    Ok(answer.unchecked_into())
}

/// Waits for the whole text of an answer.
///
/// # Errors
///
/// In the browser's words, when the text breaks off.
pub async fn text_of(answer: &Response) -> Result<String, String> {
    let text = kept(answer.text().map_err(|error| words(&error))?).await?;
    Ok(text.as_string().unwrap_or_default())
}

/// Waits for a promise; one that is broken says why.
async fn kept(promise: Promise) -> Result<JsValue, String> {
    JsFuture::from(promise).await.map_err(|error| words(&error))
}

fn words(error: &JsValue) -> String {
    error.unchecked_ref::<Error>().to_string().into()
}
