//! Reading files of the cut on the host, where they are at hand: the pages then show at once what they
//! show in a browser when everything has come.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::failure::{Failure, LoadError};
use super::store::{Content, Done, Read};

/// The files that pages are made from, by their address below the site's root.
///
/// Each is read once, for all pages.
#[derive(Default)]
pub struct Disk {
    texts: HashMap<String, String>,
    read: Mutex<HashMap<String, Content>>,
}

impl Disk {
    /// A disk with these files.
    #[must_use]
    pub fn new(texts: HashMap<String, String>) -> Self {
        Self {
            texts,
            read: Mutex::default(),
        }
    }

    fn content(&self, url: &str, read: Read) -> Result<Content, Failure> {
        let mut known = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(content) = known.get(url) {
            return Ok(Arc::clone(content));
        }
        let content = read(url, self.text(url)?)?;
        known.insert(url.to_owned(), Arc::clone(&content));
        Ok(content)
    }

    fn text(&self, url: &str) -> Result<&str, Failure> {
        let missing = || (LoadError::Missing(404), format!("{url}: no such file"));
        self.texts.get(url).map(String::as_str).ok_or_else(missing)
    }
}

thread_local! {
    static DISK: RefCell<Arc<Disk>> = RefCell::default();
}

/// Has the pages of this thread read from `disk`.
pub fn use_disk(disk: Arc<Disk>) {
    DISK.with(|it| it.replace(disk));
}

/// Reads the file at `url` and hands the content, or the failure, to `done`.
#[allow(clippy::needless_pass_by_value, reason = "a fetch keeps it")]
pub fn load(url: Arc<str>, read: Read, done: Done) {
    let disk = DISK.with(|it| Arc::clone(&it.borrow()));
    done(disk.content(&url, read));
}

/// Hands the text of the file at `url`, or the failure, to `done`.
#[allow(clippy::needless_pass_by_value, reason = "a fetch keeps it")]
pub fn fetch(url: Arc<str>, done: Box<dyn FnOnce(Result<String, Failure>)>) {
    let disk = DISK.with(|it| Arc::clone(&it.borrow()));
    done(disk.text(&url).map(str::to_owned));
}
