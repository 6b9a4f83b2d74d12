//! The data as the app loads it: each file fetched once, kept, and shown as it comes.
//!
//! A file is `Loading`, `Ready` or `Failed`. A failure concerns that file alone: the page shows the
//! words for it where the content would stand, with a way to try again, and the rest goes on.

mod fetch;
mod store;

pub use fetch::LoadError;
pub use store::{Done, File, Load, Store};
