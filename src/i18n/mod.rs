//! Internationalisation: numbers and units in the words and signs of each language of the site.
//!
//! Own code instead of the browser's `Intl`: the prerendered page, the live page, the tests and the
//! downloads must hold the same characters, and browsers differ in what they know.

mod decimal;
mod number;
mod unit;

pub use decimal::Decimal;
pub use number::{number, tick, tick_on};
pub use unit::{quantity, unit_label};
