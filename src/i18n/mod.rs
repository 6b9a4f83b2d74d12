//! Words, numbers, dates and lists for the reader, in every language of the site.
//!
//! Own formats rather than the browser's: browsers lack some languages and differ in others, and
//! text written on the host must equal text made in the browser.

mod date;
mod key;
mod list;
mod name;

pub use date::date;
pub use key::Key;
pub use list::list;
pub use name::Named;
