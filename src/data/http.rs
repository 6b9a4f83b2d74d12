//! Fetching a file over HTTP.

use std::sync::Arc;

use gloo_net::http::Request;

use super::failure::{Failure, LoadError};
use super::store::{Done, Read};

/// Fetches the file at `url`, reads it and hands the content, or the failure, to `done`.
pub fn load(url: Arc<str>, read: Read, done: Done) {
    fetch(
        Arc::clone(&url),
        Box::new(move |text| done(text.and_then(|text| read(&url, &text)))),
    );
}

/// Fetches the text at `url` and hands it, or the failure, to `done`.
pub fn fetch(url: Arc<str>, done: Box<dyn FnOnce(Result<String, Failure>)>) {
    wasm_bindgen_futures::spawn_local(async move { done(text(&url).await) });
}

async fn text(url: &str) -> Result<String, Failure> {
    let network = |error: gloo_net::Error| (LoadError::Network, format!("{url}: {error}"));
    let response = Request::get(url).send().await.map_err(network)?;
    let status = response.status();
    match status {
        200..=299 => {
            // As it came: the browser's text would be made for nothing but to be copied from. What is no
            // text is no JSON either, like nothing at all.
            let bytes = response.binary().await.map_err(network)?;
            Ok(String::from_utf8(bytes).unwrap_or_default())
        }
        400..=499 => Err((
            LoadError::Missing(status),
            format!("{url}: status {status}"),
        )),
        _ => Err((LoadError::Server(status), format!("{url}: status {status}"))),
    }
}
