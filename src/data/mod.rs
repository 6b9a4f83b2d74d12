//! The data as the app loads it: each file fetched once, kept, and shown as it comes.
//!
//! A file is `Loading`, `Ready` or `Failed`. A failure concerns that file alone: the page shows the
//! words for it where the content would stand, with a way to try again, and the rest goes on.

#[cfg(not(feature = "csr"))]
mod disk;
mod failure;
#[cfg(feature = "csr")]
mod http;
mod store;

#[cfg(not(feature = "csr"))]
pub use disk::{use_disk, Disk};
pub use failure::LoadError;
pub use store::{Done, File, Load, Store};

/// What stands for the names of the files of a page that the host made from none but the words.
pub const NO_FILES: &str = "none";

/// Where files come from.
#[cfg(not(feature = "csr"))]
use disk as source;
/// Where files come from.
#[cfg(feature = "csr")]
use http as source;
