//! What makes the files, pictures, citations and codes: all of it is in the chunk `take`.

#[cfg(feature = "csr")]
use std::sync::Arc;

#[cfg(feature = "csr")]
use leptos::prelude::AnyView;

use super::{Shown, Taken, Values};
use crate::app::Site;
use crate::chart::{Figure, Size};
#[cfg(feature = "csr")]
use crate::components::part::Part;
#[cfg(feature = "csr")]
use crate::components::told;
use crate::components::told::{copy, tell};
use crate::explore;
use crate::export::embed::{chart_height, NARROW};
use crate::export::picture::{picture, Caption};
use crate::export::{citation, csv, file_name, json, Head, View};
use crate::find::split_once;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::{Lang, PartialDate};
use crate::platform;
use crate::route::{Address, Compare, Route};
use crate::widget::snippet::Snippet;
use crate::widget::{Look, Widget};

/// What can be taken away, by the name on its button.
const FILES: [(&str, Key); 4] = [
    ("csv", Key::TakeCsv),
    ("json", Key::TakeJson),
    ("svg", Key::TakeSvg),
    ("png", Key::TakePng),
];
const TEXTS: [(&str, Key); 4] = [
    ("citation", Key::TakeCitation),
    ("bibtex", Key::TakeBibtex),
    ("link", Key::TakeLink),
    ("embed", Key::TakeEmbed),
];

/// The buttons as HTML; each has its name in `data-take`. `has_widget` says whether there is the same
/// for other sites.
#[must_use]
pub fn buttons(site: Site, lang: Lang, has_widget: bool) -> String {
    let mut markup = Markup::new();
    // What lies on a disk has no address for others.
    let has_address = !site.here().is_empty();
    for (title, all) in [(Key::TakeSave, &FILES), (Key::TakeCopy, &TEXTS)] {
        let is_of_texts = title == Key::TakeCopy;
        let title = title.text(lang);
        markup
            .open_with("div", &[("role", "group"), ("aria-label", title)])
            .el("span", "group-name", title);
        for (name, key) in all {
            let is_there = match *key {
                Key::TakeLink => has_address,
                Key::TakeEmbed => has_widget && site.has_files() && site.absolute("").is_some(),
                _ => true,
            };
            if is_there {
                button(&mut markup, name, *key, lang);
            }
        }
        if is_of_texts && has_address && platform::can_share() {
            button(&mut markup, "share", Key::TakeShare, lang);
        }
        markup.close();
    }
    markup.finish()
}

fn button(markup: &mut Markup, name: &str, key: Key, lang: Lang) {
    let attributes = [("type", "button"), ("class", "plain"), ("data-take", name)];
    markup
        .el_with("button", &attributes, key.text(lang))
        .text(" ");
}

/// What stands below the button of a figure.
#[cfg(feature = "csr")]
pub(super) fn panel(taken: &Arc<Taken>) -> AnyView {
    let (lang, told) = (taken.lang, taken.told());
    let mut part = Part::new();
    let shown = Arc::clone(taken);
    let clicked = move |event| {
        let what = platform::target(&event).and_then(|it| it.get_attribute("data-take"));
        let Some(what) = what else { return };
        match platform::data_day() {
            Some(day) => take(&*shown, &what, day),
            None => tell(&shown.told(), Key::TakeFailed.text(lang), ""),
        }
    };
    part.open_hearing("div", &[("class", "take-buttons")], &["click"], clicked)
        .nest(&buttons(taken.site, lang, taken.widget.is_some()))
        .close();
    told::write(&mut part, &told, lang);
    part.view("")
}

/// Makes `what` of what is shown, and tells what became of it.
pub(super) fn take(shown: &dyn Shown, what: &str, date: PartialDate) {
    let (site, lang) = shown.site();
    let told = shown.told();
    let mut address = site.here();
    // In the single file, what follows the # is the address of the page.
    if !shown.anchor().is_empty() && !address.is_empty() && site.has_files() {
        let page = split_once(&address, "#").map_or(&*address, |it| it.0);
        address = [page, "#", shown.anchor()].concat();
    }
    let name = file_name(shown.id(), &label(shown), date, what);
    let saved = {
        let (name, told) = (name.clone(), told.clone());
        move |saved: bool, failed: Key| {
            let words = if saved {
                Key::TakeSaved.with(lang, &name)
            } else {
                failed.text(lang).to_owned()
            };
            tell(&told, &words, "");
        }
    };
    let file = |kind: &str, content: &str| {
        saved(
            platform::save_file(&name, kind, content),
            Key::TakeSaveFailed,
        );
    };
    match what {
        "link" => return copy(lang, Key::TakeLink, &told, address),
        "embed" => {
            let code = code(shown).unwrap_or_default();
            return copy(lang, Key::TakeEmbed, &told, code);
        }
        "share" => {
            // A reader who closes the sheet need not be told so.
            return platform::share(shown.title(), &address, Box::new(|_| ()));
        }
        "svg" | "png" => {
            let Some(svg) = drawn(shown, &address, date) else {
                return saved(false, Key::TakeSaveFailed);
            };
            if what == "svg" {
                file("image/svg+xml", &svg);
            } else {
                let saved = saved.clone();
                let done = move |it| saved(it, Key::TakePngFailed);
                platform::save_png(&name, &svg, Box::new(done));
            }
            return;
        }
        _ => {}
    }
    with_view(shown, &address, date, &mut |view| match what {
        "csv" => file("text/csv", &csv::csv(view)),
        "json" => file("application/json", &json::json(view)),
        "citation" => copy(lang, Key::TakeCitation, &told, citation::text(view)),
        _ => copy(lang, Key::TakeBibtex, &told, citation::bibtex(view)),
    });
}

/// What is shown on the indicator's own page, or the places of a figure, for the names of files; empty
/// where they are too many.
fn label(shown: &dyn Shown) -> String {
    let mut places = Vec::new();
    if shown.anchor().is_empty() {
        return shown.label();
    }
    shown.values(&mut |values| match values.indicator {
        Some(indicator) => {
            places = explore::places(indicator)
                .into_iter()
                .filter(|it| *it != indicator.id)
                .map(str::to_owned)
                .collect();
        }
        None => places.extend(city_of(shown)),
    });
    if places.len() > Compare::MOST {
        places.clear();
    }
    places.join(" ")
}

/// The city whose page it is, by slug.
fn city_of(shown: &dyn Shown) -> Option<String> {
    match shown.site().0.address_now().route {
        Route::City(slug) => Some(slug),
        _ => None,
    }
}

/// The picture of what is shown.
fn drawn(shown: &dyn Shown, address: &str, date: PartialDate) -> Option<String> {
    let figure = shown.figure(true)?;
    let notes = shown.notes();
    let mut drawn = None;
    shown.values(&mut |values| {
        let caption = Caption {
            title: "",
            notes: &notes,
            address,
            data_date: date,
            lang: shown.site().1,
            sources: values.sources,
        };
        drawn = Some(picture(std::slice::from_ref(&figure), &caption));
    });
    drawn
}

/// Calls `act` with the values that are shown, as they were published.
fn with_view(shown: &dyn Shown, address: &str, date: PartialDate, act: &mut dyn FnMut(&View)) {
    let lang = shown.site().1;
    shown.values(&mut |values| {
        let head = Head {
            address,
            data_date: date,
            lang,
            sources: values.sources,
        };
        if let Some(indicator) = values.indicator {
            let name_of = |place| explore::name_of(indicator, place, lang, || (values.city)(place));
            act(&View::of_indicator(indicator, &name_of, values.keep, head));
        } else if let Some(figure) = shown.figure(true) {
            let city = city_of(shown).unwrap_or_default();
            let name = (values.city)(&city).unwrap_or_default();
            act(&View::of_figure(shown.id(), (&city, name), &figure, head));
        }
    });
}

/// What a widget puts before the names of series that are all of one place, as the page of that place
/// does not; empty elsewhere.
fn only_place(shown: &dyn Shown, values: &Values<'_>) -> String {
    let Some(indicator) = values.indicator.filter(|_| !shown.anchor().is_empty()) else {
        return String::new();
    };
    match explore::places(indicator)[..] {
        [place] => {
            let city = || (values.city)(place);
            let name = explore::name_of(indicator, place, shown.site().1, city);
            [name, " – "].concat()
        }
        _ => String::new(),
    }
}

/// The code of a frame with the same, which has a height that fits it.
fn code(shown: &dyn Shown) -> Option<String> {
    let ((site, lang), widget) = (shown.site(), shown.widget()?);
    let page = Address {
        lang,
        route: widget.page(),
    };
    let title = [shown.title(), " · ", Key::SiteName.text(lang)].concat();
    let view = shown.view();
    let file = if view.is_empty() {
        widget.file(lang, false, "", &Look::default())
    } else {
        let file = widget.live(lang)?;
        let (file, _) = split_once(&file, "?")?;
        ["widgets/live/", file, "?lang=", lang.tag(), "&", &view].concat()
    };
    let mut height = widget.heights(0).narrow;
    if let Some(figure) = shown.figure(false) {
        let is_live = widget.fixed().is_none() || !view.is_empty();
        shown.values(&mut |values| {
            let place = only_place(shown, values);
            height = chart_height(&figure, values.sources, NARROW, is_live, &place);
        });
    }
    let snippet = Snippet {
        src: &site.absolute(&file)?,
        title: &title,
        height,
        page: &site.absolute(&page.href())?,
    };
    Some(snippet.frame())
}

impl Shown for Taken {
    fn site(&self) -> (Site, Lang) {
        (self.site, self.lang)
    }

    fn id(&self) -> &str {
        let indicator = self.data.indicator(self.at);
        indicator.map_or(&self.id, |it| &it.id)
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn told(&self) -> String {
        [&self.id, "-taken"].concat()
    }

    fn anchor(&self) -> &str {
        &self.id
    }

    fn notes(&self) -> Vec<String> {
        self.notes.clone()
    }

    fn widget(&self) -> Option<Widget> {
        self.widget.clone()
    }

    fn figure(&self, is_wide: bool) -> Option<Figure> {
        let size = if is_wide { Size::WIDE } else { Size::NARROW };
        (self.draw)(size, &self.id)
    }

    fn values(&self, act: &mut dyn FnMut(&Values<'_>)) {
        act(&Values {
            sources: self.data.sources(),
            indicator: self.data.indicator(self.at),
            city: &|slug| self.data.city(slug, self.lang),
            keep: &|_, _| true,
        });
    }
}
