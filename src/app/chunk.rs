//! A chunk is a part of the app's code that is loaded when something on a page needs it.
//!
//! It is what one function, marked as a split point, and nothing else needs. Such a function gives
//! back what the rest of the app calls, most often a plain function:
//!
//! ```ignore
//! #[cfg_attr(split, wasm_split(take, wasm_split_path = leptos::wasm_split, fallible))]
//! fn code() -> Result<Take, ChunkError> {
//!     Ok(take)
//! }
//! let take: File<Take> = site.code(Chunk::Take, |done| hand_over(done, ready(code())));
//! ```
//!
//! The release build cuts chunks out of the app's wasm (`docs/architecture.md`, Chunks) and sets
//! `cfg(split)`. In every other build the code is there, and `code()` is called at once.

#[cfg(feature = "csr")]
use std::future::Future;
use std::sync::Arc;

pub use leptos::wasm_split::SplitLoaderError as ChunkError;

use crate::data::{Done, LoadError};

/// Makes a future of what a split point gives: it is one where chunks are cut out.
#[cfg(split)]
pub use std::convert::identity as ready;
/// Makes a future of what a split point gives: it is one where chunks are cut out.
#[cfg(not(split))]
pub use std::future::ready;

/// Tells `done` what came of loading a chunk.
#[cfg(feature = "csr")]
pub fn hand_over<T: Send + Sync + 'static>(
    done: Done,
    code: impl Future<Output = Result<T, ChunkError>> + 'static,
) {
    wasm_bindgen_futures::spawn_local(async move { told(done, code.await) });
}

/// Tells `done` the code of a chunk, which is there: on the host nothing is cut out.
#[cfg(not(feature = "csr"))]
pub fn hand_over<T: Send + Sync + 'static>(
    done: Done,
    code: std::future::Ready<Result<T, ChunkError>>,
) {
    told(done, code.into_inner());
}

fn told<T: Send + Sync + 'static>(done: Done, code: Result<T, ChunkError>) {
    done(match code {
        Ok(code) => Ok(Arc::new(code)),
        Err(error) => Err((LoadError::Code, error.to_string())),
    });
}
