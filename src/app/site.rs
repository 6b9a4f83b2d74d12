//! The site: where the reader is, what has been loaded, and how to move.

use std::cell::Cell;
use std::rc::Rc;

use leptos::leptos_dom::helpers::WindowListenerHandle;
use leptos::prelude::*;

use crate::data::{Done, Store};
use crate::find::split_once;
use crate::i18n::Key;
use crate::model::Lang;
use crate::platform::{self, AddressBar};
use crate::route::{Address, Chunk, Directory, Place, Route};
use crate::widget::Theme;

/// How the reader came to the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Visit {
    /// Opened the site here.
    Start,
    /// Followed a link.
    Link,
    /// Went back or forward, to an entry that was scrolled by this many CSS pixels.
    Return(f64),
    /// Switched the language of the page.
    Language,
}

/// The site, as every page sees it. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Site {
    bar: StoredValue<AddressBar, LocalStorage>,
    pub(super) store: StoredValue<Store>,
    address: RwSignal<Address>,
    visit: StoredValue<Visit>,
    theme: RwSignal<Theme>,
    searching: RwSignal<bool>,
}

impl Site {
    /// The site at the address that the browser shows. An address without a language becomes one in
    /// the reader's language.
    #[must_use]
    pub fn new() -> Self {
        let bar = AddressBar::new();
        let address = match read(&bar) {
            (Some(lang), route) => Address { lang, route },
            (None, route) => {
                let address = Address {
                    lang: platform::preferred_lang(),
                    route,
                };
                if address.route == Route::Home {
                    bar.replace(&address);
                }
                address
            }
        };
        let folder = platform::meta("atlas-data").unwrap_or_default();
        Self::at(bar, address, folder)
    }

    /// The site at an address, with its files in `folder`.
    #[must_use]
    pub fn at(bar: AddressBar, address: Address, folder: String) -> Self {
        Self {
            bar: StoredValue::new_local(bar),
            store: StoredValue::new(Store::new(folder)),
            address: RwSignal::new(address),
            visit: StoredValue::new(Visit::Start),
            theme: RwSignal::new(platform::saved_theme()),
            searching: RwSignal::new(false),
        }
    }

    /// Follows the reader's back and forward buttons, and addresses typed after `#`.
    pub fn listen(self) {
        let moved = move || {
            let scrolled = self.bar.with_value(AddressBar::returned);
            let lang = self.address.with_untracked(|address| address.lang);
            let (found, route) = self.bar.with_value(read);
            let address = Address {
                lang: found.unwrap_or(lang),
                route,
            };
            if self.address.with_untracked(|now| *now != address) {
                self.move_to(address, Visit::Return(scrolled));
            }
        };
        // Listens as long as the page lives: dropping the handle does not end it.
        drop(window_event_listener(leptos::ev::popstate, move |_| {
            moved();
        }));
    }

    /// The page shown, without its query: changes when another page is to be shown.
    #[must_use]
    pub fn page(self) -> Memo<Address> {
        Memo::new(move |_| {
            let mut address = self.address.get();
            address.route = address.route.without_query();
            address
        })
    }

    /// The whole address, with its query; a reader of it is told of each change.
    #[must_use]
    pub fn address(self) -> Address {
        self.address.get()
    }

    /// The whole address, for those who need not be told of its changes.
    #[must_use]
    pub fn address_now(self) -> Address {
        self.address.get_untracked()
    }

    /// The filters of the directory, followed as they change.
    #[must_use]
    pub fn directory(self) -> Memo<Directory> {
        Memo::new(move |_| match self.address.get().route {
            Route::Cities(directory) => directory,
            _ => Directory::default(),
        })
    }

    /// What a link to a page has as its `href`.
    #[must_use]
    pub fn href(self, lang: Lang, route: Route) -> String {
        let address = Address { lang, route };
        self.bar.with_value(|bar| bar.place().href(&address))
    }

    /// What a link has as its `href` that data name by the address below the language, such as
    /// `cities/sumedang/`.
    #[must_use]
    pub fn below(self, lang: Lang, to: &str) -> String {
        let (path, query) = split_once(to, "?").unwrap_or((to, ""));
        let (_, route) = Address::parse(&[lang.tag(), "/", path].concat(), query);
        self.href(lang, route)
    }

    /// The whole address that the browser shows, for those who take it away; empty where others
    /// could not follow it, as on a disk.
    #[must_use]
    pub fn here(self) -> String {
        let here = self.bar.with_value(AddressBar::href);
        if here.starts_with("http") {
            here
        } else {
            String::new()
        }
    }

    /// Whether the site's other files lie beside the page. The single-file edition has none.
    #[must_use]
    pub fn has_files(self) -> bool {
        self.bar.with_value(|bar| *bar.place() != Place::Hash)
    }

    /// The absolute address of a page or a file by its path below the site's root; `None` where the
    /// site has no address that others could follow.
    #[must_use]
    pub fn absolute(self, path: &str) -> Option<String> {
        self.bar
            .with_value(|bar| Some([bar.place().root()?, path].concat()))
    }

    /// Path and query of an internal link; `None` for any other link.
    #[must_use]
    pub fn read_link(self, href: &str) -> Option<Address> {
        let lang = self.address.with_untracked(|address| address.lang);
        let (found, route) = self.bar.with_value(|bar| {
            let (path, query) = bar.place().read_link(href)?;
            Some(Address::parse(path, query))
        })?;
        let internal = !matches!(route, Route::NotFound(_));
        internal.then(|| Address {
            lang: found.unwrap_or(lang),
            route,
        })
    }

    /// Goes to a page, as a new entry of the history.
    pub fn go(self, address: Address) {
        let now = self.address.get_untracked();
        if address == now {
            return;
        }
        if address.lang == now.lang {
            self.bar.with_value(|bar| bar.push(&address));
            self.move_to(address, Visit::Link);
            return;
        }
        platform::remember_lang(address.lang);
        self.with_words(address.lang, move |there| {
            if there {
                // Words of other lengths and charts not yet drawn move everything.
                let place = platform::reading_place();
                self.bar.with_value(|bar| bar.push(&address));
                self.move_to(address, Visit::Language);
                platform::next_frame(move || {
                    if let Some((id, top)) = place {
                        platform::return_to(&id, top);
                    }
                });
            } else {
                // As if this were a plain link: the host may have the page, and the browser has
                // words of its own when it has not.
                platform::open(&self.href(address.lang, address.route));
            }
        });
    }

    /// Shows the page of `address`, once its words are there.
    fn move_to(self, address: Address, visit: Visit) {
        self.with_words(address.lang, move |there| {
            if there {
                self.visit.set_value(visit);
                self.address.set(address);
            } else {
                platform::reload();
            }
        });
    }

    /// Tells `done` whether the words of a language are there, as soon as that is known.
    pub fn with_words(self, lang: Lang, done: impl FnOnce(bool) + 'static) {
        self.store
            .with_value(|store| store.words(lang, Box::new(done)));
    }

    /// Fetches a file that is not asked for yet: see [`Store::fetch`].
    pub fn fetch(self, name: &str, done: Box<dyn FnOnce(Option<String>)>) {
        self.store.with_value(|store| store.fetch(name, done));
    }

    /// Loads code that is not asked for yet: see [`Store::bring_code`].
    pub fn bring_code(self, chunk: Chunk, load: fn(Done), came: Box<dyn FnOnce(bool)>) {
        self.store
            .with_value(|store| store.bring_code(chunk, load, came));
    }

    /// Keeps the text of a file until it is asked for.
    pub fn keep(self, name: &str, text: String) {
        self.store.with_value(|store| store.keep(name, text));
    }

    /// The language of the page.
    #[must_use]
    pub fn lang(self) -> Lang {
        self.address.with_untracked(|address| address.lang)
    }

    /// Changes the state of the page in place: no new entry of the history for each letter typed.
    pub fn change(self, route: Route) {
        let lang = self.lang();
        let address = Address { lang, route };
        self.bar.with_value(|bar| bar.replace(&address));
        self.address.set(address);
    }

    /// To be called by a page when it knows its title: sets it, and after a move takes the reader
    /// there.
    pub fn arrived(self, lang: Lang, title: &str) {
        platform::set_lang(lang);
        let site = Key::SiteName.text(lang);
        platform::set_title(&if title == site {
            title.to_owned()
        } else {
            format!("{title} · {site}")
        });
        let visit = self.visit.get_value();
        self.visit.set_value(Visit::Start);
        if visit == Visit::Start {
            return;
        }
        platform::announce(&Key::Opened.with(lang, title));
        platform::next_frame(move || match visit {
            Visit::Start | Visit::Language => {}
            Visit::Link => {
                platform::scroll_to_top();
                platform::focus_heading();
            }
            Visit::Return(y) => {
                platform::focus_heading();
                scroll_when_long_enough(y);
            }
        });
    }

    /// The theme; a reader of it is told when it changes.
    #[must_use]
    pub fn theme(self) -> Theme {
        self.theme.get()
    }

    /// Shows the site in another theme.
    pub fn set_theme(self, theme: Theme) {
        platform::apply_theme(theme);
        self.theme.set(theme);
    }

    /// Whether the search stands above the page; a reader of it is told when that changes.
    #[must_use]
    pub fn searching(self) -> bool {
        self.searching.get()
    }

    /// Opens the search above the page, or closes it.
    pub fn set_searching(self, open: bool) {
        if self.searching.get_untracked() != open {
            self.searching.set(open);
        }
    }
}

impl Default for Site {
    fn default() -> Self {
        Self::new()
    }
}

/// The address that the browser shows.
fn read(bar: &AddressBar) -> (Option<Lang>, Route) {
    let href = bar.href();
    let (path, query) = bar.place().read(&href).unwrap_or_default();
    Address::parse(path, query)
}

/// Scrolls to `y` as soon as the page is long enough, within about a second: its parts come one
/// after the other. Stops when the reader turns the wheel.
fn scroll_when_long_enough(y: f64) {
    fn attempt(y: f64, left: u32, stopped: Rc<Cell<bool>>, listener: WindowListenerHandle) {
        if left == 0 || stopped.get() || platform::scroll_to(y) {
            listener.remove();
        } else {
            platform::next_frame(move || attempt(y, left - 1, stopped, listener));
        }
    }
    let stopped = Rc::new(Cell::new(false));
    let stop = Rc::clone(&stopped);
    let listener = window_event_listener(leptos::ev::wheel, move |_| stop.set(true));
    attempt(y, 60, stopped, listener);
}
