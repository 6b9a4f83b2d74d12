//! A page as it is written on the host.

use leptos::prelude::*;

use super::{app, Site};
use crate::data::Store;
use crate::platform::AddressBar;
use crate::route::{Address, Place};

/// A page, written.
#[derive(Clone, Debug)]
pub struct Written {
    /// What stands in the page's container.
    pub html: String,
    /// The names of the files that it was made from, below the folder of the cut, or with the path of
    /// the published set.
    pub files: Vec<String>,
}

/// The page at `address` with everything that it shows when all files have come: see
/// [`use_disk`](crate::data::use_disk), from which they are read below `folder`.
#[must_use]
pub fn written(address: Address, folder: &str) -> Written {
    let owner = Owner::new();
    let page = owner.with(|| {
        let bar = AddressBar::of(Place::Path {
            root: String::new(),
        });
        let site = Site::at(bar, address, folder.to_owned());
        let html = app(site).to_html();
        Written {
            html,
            files: site.store.with_value(Store::asked),
        }
    });
    owner.cleanup();
    page
}
