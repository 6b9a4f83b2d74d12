//! Addresses: whatever a link or a reader types is read as a page, and what is written reads back.

use ascn_atlas::chart::map::View;
use ascn_atlas::explore;
use ascn_atlas::model::{Lang, PartialDate};
use ascn_atlas::route::{partner_slug, Address, Place, Route};

use crate::chance::Chance;
use crate::world::World;
use crate::{End, Target};

pub(crate) const ROUTES: Target = Target {
    name: "routes",
    about: "addresses, read and written",
    share: 466,
    run,
};

/// Segments of paths of the site.
const SEGMENTS: &[&str] = &[
    "id",
    "en",
    "cities",
    "indicators",
    "compare",
    "countries",
    "programs",
    "partners",
    "projects",
    "network",
    "documents",
    "about",
    "search",
    "data",
    "index.html",
    "embed",
    "sumedang",
    "da-nang",
    "hdi",
    "IDN",
    "ZZZ",
    "..",
    ".",
    "%2e%2e",
    "a b",
    "<x-hostile>",
];
/// Names in queries.
const NAMES: &[&str] = &[
    "q", "country", "focus", "joined", "sort", "topic", "chart", "places", "from", "to", "year",
    "scale", "log", "relative", "cities", "partner", "kind", "city", "running", "lanes", "view",
    "status", "named", "theme", "width", "lang",
];
/// Values in queries.
const VALUES: &[&str] = &[
    "",
    "yes",
    "no",
    "IDN",
    "VNM",
    "jakarta",
    "sumedang,da-nang",
    "2018",
    "1990",
    "99999",
    "-1",
    "2147483648",
    "2024-02-29",
    "2020-01-01",
    "9999-12-31",
    "1000-01-01",
    "name",
    "newest",
    "city",
    "map",
    "bars",
    "lines",
    "log",
    "timeline",
    "civic-social",
    "funding",
    "source",
    "%",
    "%f",
    "%ff",
    "%00",
    "+",
    "a,,b",
    ",",
    "%2C",
    "%26",
    "IDN,IDN,IDN",
];

fn run(chance: &mut Chance, _: &World) -> End {
    let (path, query) = (path(chance), query(chance));
    chance.given = format!("{path}?{query}");
    let (lang, route) = Address::parse(&path, &query);
    let is_page = lang.is_some() && !matches!(route, Route::NotFound(_));
    let address = Address {
        lang: lang.unwrap_or_else(|| chance.lang()),
        route,
    };
    let href = address.href();
    assert!(href.len() <= 2_400, "{} bytes of address", href.len());
    let is_plain = |it: char| it.is_ascii_graphic() && !"<>\"'`\\{}|^".contains(it);
    assert!(href.chars().all(is_plain), "{href}");
    let (read_path, read_query) = href.split_once('?').unwrap_or((&href, ""));
    let (read_lang, read) = Address::parse(read_path, read_query);
    assert_eq!(read_lang, Some(address.lang), "{href}");
    if is_page {
        assert_eq!(read, address.route, "{href}");
    }
    assert!(address.same_page(&Address {
        lang: address.lang,
        route: address.route.without_query()
    }));
    for place in [
        Place::of("https://a.example/x/"),
        Place::Hash,
        Place::Memory,
    ] {
        let link = place.href(&address);
        let found = place.read_link(&link);
        assert!(found.is_some(), "{link}");
    }
    texts(chance);
    if is_page {
        End::Loaded
    } else {
        End::Refused
    }
}

/// Other texts that are read from addresses and files.
fn texts(chance: &mut Chance) {
    let word = chance.word();
    let place = Place::of(&["https://a.example/", &word].concat());
    let _ = (place.read(&word), place.read_link(&word), Place::of(&word));
    let slug = partner_slug(&word);
    assert!(slug
        .bytes()
        .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-'));
    let date = chance.date();
    if let Ok(read) = date.parse::<PartialDate>() {
        assert_eq!(read.to_string(), date);
        let days = ascn_atlas::timeline::day_of(read);
        assert!(days.from < days.to);
        let (year, ..) = ascn_atlas::timeline::civil(days.from);
        assert_eq!(year, i32::from(read.year));
        let _ = ascn_atlas::i18n::date(read, chance.lang());
    }
    let text = format!(
        "{},{},{}",
        chance.number(),
        chance.finite(),
        chance.number()
    );
    if let Some(view) = View::parse(&text) {
        assert_eq!(View::parse(&view.to_text()), Some(view), "{text}");
    }
    let _ = View::parse(&word);
    let _ = explore::city_indicator(&word);
    numbers(chance);
}

/// Numbers as words: the digits that were given, or none.
fn numbers(chance: &mut Chance) {
    let (value, lang) = (chance.number(), chance.lang());
    let text = ascn_atlas::i18n::number(value, lang);
    assert!(!text.is_empty() && text.len() < 80, "{value}: {text}");
    // The digits that were given, however they are grouped.
    let digits: String = text
        .chars()
        .filter(|it| it.is_ascii_digit() || *it == '\u{2212}' || *it == point(lang))
        .map(|it| match it {
            '\u{2212}' => '-',
            ',' => '.',
            other => other,
        })
        .collect();
    if text != "–" {
        assert_eq!(digits.parse(), Ok(value), "{text}");
    }
    let _ = ascn_atlas::i18n::tick(value, lang);
    let _ = ascn_atlas::i18n::tick_on(value, chance.number(), lang);
    let unit = *chance.pick(ascn_atlas::model::Unit::ALL);
    let _ = ascn_atlas::i18n::quantity(value, unit, lang);
    let decimals = [
        ascn_atlas::i18n::Decimal::of(value),
        ascn_atlas::i18n::Decimal::of(chance.number()),
    ];
    if let [Some(one), Some(two)] = decimals {
        let near = (one.to_f64() - value).abs() <= value.abs() * 1e-15;
        assert!(near, "{value}: {}", one.to_f64());
        let _ = one.minus(two);
    }
    let values: Vec<f64> = (0..chance.below(6)).map(|_| chance.number()).collect();
    let _ = ascn_atlas::i18n::Decimal::sum(values.iter().copied());
}

/// What stands before the fraction.
fn point(lang: Lang) -> char {
    match lang {
        Lang::Id => ',',
        Lang::En => '.',
    }
}

fn path(chance: &mut Chance) -> String {
    let mut path = String::new();
    if !chance.once_in(6) {
        path.push_str(*chance.pick(&["id/", "en/"]));
    }
    for _ in 0..chance.below(4) {
        match chance.below(8) {
            0 => path.push_str(&chance.word()),
            1 => path.push_str(&"a-1".repeat(chance.below(40))),
            _ => path.push_str(*chance.pick(SEGMENTS)),
        }
        path.push_str(*chance.pick(&["/", "/", "/", "//", ""]));
    }
    path
}

fn query(chance: &mut Chance) -> String {
    let mut query = String::new();
    for _ in 0..chance.count(400).min(400) {
        if chance.once_in(10) {
            query.push_str(&chance.word());
        } else {
            query.push_str(*chance.pick(NAMES));
            query.push('=');
            match chance.below(6) {
                0 => query.push_str(&chance.word()),
                1 => query.push_str(&chance.date()),
                2 => query.push_str(&chance.whole().to_string()),
                _ => query.push_str(*chance.pick(VALUES)),
            }
        }
        query.push_str(*chance.pick(&["&", "&", "&&", ";", "="]));
    }
    query
}
