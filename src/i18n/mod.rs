//! Words, numbers, dates and lists for the reader, in every language of the site.
//!
//! Own formats rather than the browser's: browsers lack some languages and differ in others, and
//! text written on the host must equal text made in the browser.

pub mod catalogue;
mod date;
mod decimal;
mod key;
mod list;
mod name;
mod number;
mod unit;

pub use date::{date, month, period};
pub use decimal::Decimal;
pub use key::Key;
pub use list::list;
pub use name::{countries, Named};
pub use number::{number, tick, tick_on};
pub use unit::{quantity, unit_label};
