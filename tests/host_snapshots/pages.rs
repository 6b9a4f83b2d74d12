//! What is made of real data: every kind of fixed widget, and the figures of a meeting.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use ascn_atlas::app::written;
use ascn_atlas::data::{use_disk, Disk};
use ascn_atlas::host::store::Store;
use ascn_atlas::host::{build, widgets};
use ascn_atlas::i18n::date;
use ascn_atlas::model::{Country, Lang};
use ascn_atlas::platform::use_day;
use ascn_atlas::route::{Address, Route};
use ascn_atlas::widget::{NetworkChart, Widget};

use super::{written as text, Album};

/// One of each kind, of places with little data, which seldom changes.
fn kinds() -> Vec<Widget> {
    let slug = || "putrajaya".to_owned();
    vec![
        Widget::City(slug()),
        Widget::Figure {
            indicator: "extreme-poverty".to_owned(),
            place: "LAO".to_owned(),
        },
        Widget::Chart {
            indicator: "kampong-ayer-population".to_owned(),
            places: Vec::new(),
        },
        Widget::Cities(Country::Lao),
        Widget::Projects(slug()),
        Widget::Counts(slug()),
        Widget::Programs(slug()),
        Widget::Partner("ind".to_owned()),
        Widget::Timeline,
        Widget::Network(NetworkChart::Countries),
        Widget::Map,
        Widget::Meetings,
    ]
}

pub fn draw(album: &mut Album) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
    let store = Store::read(&data).unwrap();
    let day = store.data_date().unwrap();
    let wanted: Vec<(Widget, Lang)> = Lang::ALL
        .into_iter()
        .flat_map(|lang| kinds().into_iter().map(move |it| (it, lang)))
        .collect();
    let pages = widgets::texts(&data, &wanted).unwrap();
    assert_eq!(pages.len(), wanted.len());
    for ((widget, lang), page) in wanted.iter().zip(pages) {
        // The day of the data is another one after each change.
        let page = page.replace(&date(day, *lang), "{date}");
        let name = format!("widget-{}", widget.kind());
        album.add(&name, *lang, "html", text::lines(&page));
    }

    let folder = "app/";
    let files = build::files(&store).unwrap();
    let files: HashMap<String, String> = files
        .into_iter()
        .map(|(name, bytes)| {
            let text = String::from_utf8(bytes).unwrap();
            (format!("{folder}{name}"), text)
        })
        .collect();
    use_disk(Arc::new(Disk::new(files)));
    use_day(day);
    for lang in Lang::ALL {
        let address = Address {
            lang,
            route: Route::Meeting("annual-7".to_owned()),
        };
        let page = written(address, folder).html;
        let from = page.find("<h4>").expect("figures that were presented");
        let length = page[from..].find("</li>").unwrap();
        let figures = &page[from..from + length];
        album.add("meeting-figures", lang, "html", text::lines(figures));
    }
}
