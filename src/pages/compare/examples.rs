//! What to compare, for a reader who has picked nothing yet: three comparisons from the data.

use crate::app::Site;
use crate::i18n::{list, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut::{Index, IndexCity};
use crate::model::{Country, Lang};
use crate::order::sort_by_key;
use crate::route::{Compare, Route};

/// How many cities an example has at most: as many as fit a small window well.
const MOST: usize = 4;

pub(super) fn write(markup: &mut Markup, site: Site, lang: Lang, index: &Index) {
    markup
        .open("section", "")
        .el("h2", "", Key::CompareExamples.text(lang))
        .el("p", "", Key::CompareNothing.text(lang))
        .open("ul", "rows");
    for (title, cities) in examples(index, lang) {
        let ids: Vec<&str> = cities.iter().map(|it| it.id.as_str()).collect();
        let names: Vec<&str> = cities.iter().map(|it| it.name.get(lang)).collect();
        let href = site.href(lang, Route::Compare(Compare::of(&ids)));
        markup
            .open("li", "")
            .link("", &href, &title)
            .el("span", "row-focus", &list(&names, lang))
            .close();
    }
    markup.close().close();
}

/// The cities of the state with most of them, those with most projects, and the newest members.
fn examples(index: &Index, lang: Lang) -> [(String, Vec<&IndexCity>); 3] {
    let count = |country: &Country| {
        index
            .cities
            .iter()
            .filter(|it| it.country == *country)
            .count()
    };
    let largest = Country::ALL.into_iter().rev().max_by_key(count);
    let name = largest.map_or("", |it| it.key().text(lang));
    // A city alone is no comparison.
    let joined = |year: i32| index.cities.iter().filter(|it| it.joined == year).count();
    let years = index.cities.iter().map(|it| it.joined);
    let newest = years.filter(|year| joined(*year) >= Compare::FEWEST).max();
    let newest = newest.unwrap_or(0);
    [
        (
            Key::CitiesOf.with(lang, name),
            busiest(index, &|it| Some(it.country) == largest),
        ),
        (
            Key::SortProjects.text(lang).to_owned(),
            busiest(index, &|_| true),
        ),
        (
            Key::CitiesJoined.with(lang, &newest.to_string()),
            busiest(index, &|it| it.joined == newest),
        ),
    ]
}

/// The cities with most projects among those that fit.
fn busiest<'i>(index: &'i Index, fits: &dyn Fn(&IndexCity) -> bool) -> Vec<&'i IndexCity> {
    let mut cities: Vec<&IndexCity> = index.cities.iter().filter(|it| fits(it)).collect();
    sort_by_key(&mut cities, |it| u32::MAX - it.projects.iter().sum::<u32>());
    cities.truncate(MOST);
    cities
}
