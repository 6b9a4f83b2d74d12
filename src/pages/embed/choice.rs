//! The choices of the form: what each stands at, and what follows from a change.

use web_sys::HtmlElement;

use super::Known;
use crate::components::filters::{choice, Options};
use crate::components::part::Part;
use crate::i18n::{countries, date, Key, Named as _};
use crate::markup::Markup;
use crate::model::Country;
use crate::platform;
use crate::route::{Compare, Embed};
use crate::widget::{Accent, NetworkChart, Theme, Widget};

/// Every kind with its name, in the order in which they are offered.
const KINDS: [(&str, Key); 13] = [
    ("city", Key::EmbedCity),
    ("figure", Key::EmbedFigure),
    ("chart", Key::EmbedChart),
    ("cities", Key::EmbedCities),
    ("compare", Key::EmbedCompare),
    ("projects", Key::EmbedProjects),
    ("counts", Key::EmbedCounts),
    ("programs", Key::EmbedPrograms),
    ("partner", Key::EmbedPartner),
    ("timeline", Key::EmbedTimeline),
    ("network", Key::EmbedNetwork),
    ("map", Key::EmbedMap),
    ("meetings", Key::EmbedMeetings),
];

/// Marks the note that what is live shows the figures of today.
pub(super) const OF_TODAY: &str = "data-of-today";

/// The atlas's own colour of links, in light: `--accent` of `style/base.css`.
const OWN: Accent = Accent([0x10, 0x1a, 0x99]);

/// Whether a choice of the form says anything of a widget.
pub(super) fn is_needed(widget: &Widget, name: &str) -> bool {
    match name {
        "city" => matches!(
            widget,
            Widget::City(_) | Widget::Projects(_) | Widget::Counts(_) | Widget::Programs(_)
        ),
        "indicator" => matches!(widget, Widget::Figure { .. } | Widget::Chart { .. }),
        "country" => matches!(widget, Widget::Cities(_)),
        "partner" => matches!(widget, Widget::Partner(_)),
        "chart" => matches!(widget, Widget::Network(_)),
        // Only where there is a choice.
        "live" => widget.fixed().is_some() && matches!(widget, Widget::Chart { .. }),
        _ => true,
    }
}

/// Writes the controls.
pub(super) fn write(part: &mut Part, known: &Known) {
    let lang = known.lang;
    let words = |(value, key): &(&str, Key)| ((*value).to_owned(), key.text(lang).to_owned());
    let some = |all: &[(&str, Key)]| -> Options { all.iter().map(words).collect() };
    let cities: Options = known
        .cities
        .cities
        .iter()
        .map(|it| (it.id.clone(), it.name.get(lang).to_owned()))
        .collect();
    let indicators: Options = known
        .indicators
        .indicators
        .iter()
        .map(|it| (it.id.clone(), it.name.get(lang).to_owned()))
        .collect();
    let countries: Options = countries(lang)
        .into_iter()
        .map(|it| (it.code().to_owned(), it.key().text(lang).to_owned()))
        .collect();
    let partners: Options = known
        .programs
        .partners
        .iter()
        .map(|it| (it.id.clone(), it.name.get(lang).to_owned()))
        .collect();
    let yes_no = |yes: Key, no: Key| some(&[("1", yes), ("0", no)]);
    let themes = some(&[
        ("auto", Key::ThemeAuto),
        ("light", Key::ThemeLight),
        ("dark", Key::ThemeDark),
    ]);
    for (label, filter, options) in [
        (Key::EmbedKind, "kind", some(&KINDS)),
        (Key::EmbedWhichCity, "city", cities),
        (Key::EmbedIndicator, "indicator", indicators),
        (Key::FilterCountry, "country", countries),
        (Key::EmbedWhichPartner, "partner", partners),
        (
            Key::EmbedWhichChart,
            "chart",
            some(&NetworkChart::ALL.map(|it| (it.id(), it.key()))),
        ),
        (
            Key::EmbedReaders,
            "live",
            some(&[("0", Key::EmbedFixed), ("1", Key::EmbedLive)]),
        ),
        (Key::Theme, "theme", themes),
        (
            Key::EmbedBorder,
            "border",
            yes_no(Key::EmbedWith, Key::EmbedWithout),
        ),
        (
            Key::EmbedContent,
            "minimal",
            some(&[("0", Key::EmbedWhole), ("1", Key::EmbedMinimal)]),
        ),
    ] {
        choice(part, label.text(lang), filter, None, &options);
    }
    choice(
        part,
        Key::EmbedFigures.text(lang),
        "edition",
        Some(Key::EmbedToday.text(lang)),
        &[],
    );
    part.open("label", "")
        .el("span", "", Key::EmbedAccent.text(lang))
        .void("input", &[("type", "color"), ("data-filter", "accent")])
        .close();
}

/// Offers in `form` the days whose figures of the chosen widget are kept, once their list has come.
pub(super) fn offer_editions(known: &Known, form: &HtmlElement) {
    let lang = known.lang;
    let Some(editions) = known.site.widget_editions().ready() else {
        return;
    };
    let widget = known.widget();
    let offered = editions.iter().filter(|it| it.has(&widget));
    let days: Vec<&str> = offered.map(|it| it.day.as_str()).collect();
    for select in platform::elements(form, "select[data-filter=edition]") {
        // The first choice is none of them.
        let old = platform::elements(&select, "option + option");
        let is_same = |(old, day): (&HtmlElement, &&str)| platform::value(old) == **day;
        if old.len() == days.len() && old.iter().zip(&days).all(is_same) {
            continue;
        }
        for old in old {
            old.remove();
        }
        for day in &days {
            let words = day
                .parse()
                .map_or_else(|_| (*day).to_owned(), |it| date(it, lang));
            let mut option = Markup::new();
            let words = Key::EmbedFrozen.with(lang, &words);
            option.el_with("option", &[("value", day)], &words);
            select
                .insert_adjacent_html("beforeend", &option.finish())
                .ok();
        }
        let now = known.chosen().edition;
        if days.contains(&now.as_str()) {
            platform::put(&select, "value", &now.as_str().into());
        }
    }
}

fn flag(on: bool) -> String {
    if on { "1" } else { "0" }.to_owned()
}

impl Known {
    /// What a control of the form stands at.
    pub(super) fn value(&self, name: &str) -> String {
        let embed = self.chosen();
        let widget = self.widget();
        match name {
            "kind" => widget.kind().to_owned(),
            "theme" => embed.look.theme.id().to_owned(),
            "accent" => ["#", &embed.look.accent.unwrap_or(OWN).hex()].concat(),
            "border" => flag(!embed.look.no_border),
            "minimal" => flag(embed.look.minimal),
            "live" => flag(embed.live),
            "city" => self.city_of(&widget),
            "indicator" => self.indicator_of(&widget),
            "edition" => embed.edition,
            "country" => self.country_of(&widget).code().to_owned(),
            "partner" => self.partner_of(&widget),
            "chart" => network_of(&widget).id().to_owned(),
            _ => String::new(),
        }
    }

    /// What is chosen once a control stands at `value`.
    pub(super) fn with(&self, name: &str, value: &str) -> Embed {
        let mut embed = self.chosen();
        let widget = self.widget();
        match name {
            "theme" => embed.look.theme = Theme::from_id(value),
            "accent" => {
                let accent = Accent::parse(value.trim_start_matches('#'));
                embed.look.accent = accent.filter(|it| *it != OWN);
            }
            "border" => embed.look.no_border = value == "0",
            "minimal" => embed.look.minimal = value == "1",
            "live" => embed.live = value == "1",
            "edition" => value.clone_into(&mut embed.edition),
            "kind" => embed.widget = Some(self.made(value, Some(&widget))),
            _ => embed.widget = Some(self.changed(widget, name, value)),
        }
        embed
    }

    /// A widget of a kind; of what is not said, what `before` was about or what comes first.
    pub(super) fn made(&self, kind: &str, before: Option<&Widget>) -> Widget {
        let before = before.unwrap_or(&Widget::Map);
        let city = || self.city_of(before);
        match kind {
            "figure" => self.figure(self.indicator_of(before)),
            "chart" => Widget::Chart {
                indicator: self.indicator_of(before),
                places: Vec::new(),
            },
            "cities" => Widget::Cities(self.country_of(before)),
            "compare" => {
                let first = city();
                let mut others = self.cities.cities.iter().filter(|it| it.id != first);
                let second = others.next().map_or("", |it| it.id.as_str());
                Widget::Compare(Compare::of(&[&first, second]))
            }
            "projects" => Widget::Projects(city()),
            "counts" => Widget::Counts(city()),
            "programs" => Widget::Programs(city()),
            "partner" => Widget::Partner(self.partner_of(before)),
            "timeline" => Widget::Timeline,
            "network" => Widget::Network(network_of(before)),
            "map" => Widget::Map,
            "meetings" => Widget::Meetings,
            _ => Widget::City(city()),
        }
    }

    fn changed(&self, widget: Widget, name: &str, value: &str) -> Widget {
        let value = value.to_owned();
        match (name, widget) {
            ("city", Widget::City(_)) => Widget::City(value),
            ("city", Widget::Projects(_)) => Widget::Projects(value),
            ("city", Widget::Counts(_)) => Widget::Counts(value),
            ("city", Widget::Programs(_)) => Widget::Programs(value),
            ("indicator", Widget::Figure { .. }) => self.figure(value),
            ("indicator", Widget::Chart { .. }) => Widget::Chart {
                indicator: value,
                places: Vec::new(),
            },
            ("country", Widget::Cities(_)) => {
                Widget::Cities(Country::from_code(&value).unwrap_or(Country::Idn))
            }
            ("partner", Widget::Partner(_)) => Widget::Partner(value),
            ("chart", Widget::Network(now)) => {
                Widget::Network(NetworkChart::from_id(&value).unwrap_or(now))
            }
            (_, widget) => widget,
        }
    }

    /// The newest value of the place that the list of indicators shows.
    fn figure(&self, indicator: String) -> Widget {
        let entry = self.indicators.entry(&indicator);
        Widget::Figure {
            place: entry.map_or_else(String::new, |it| it.place.clone()),
            indicator,
        }
    }

    fn city_of(&self, widget: &Widget) -> String {
        match widget {
            Widget::City(slug)
            | Widget::Projects(slug)
            | Widget::Counts(slug)
            | Widget::Programs(slug) => slug.clone(),
            Widget::Compare(compare) => compare.cities.first().cloned().unwrap_or_default(),
            _ => {
                let first = self.cities.cities.first();
                first.map_or_else(String::new, |it| it.id.clone())
            }
        }
    }

    fn indicator_of(&self, widget: &Widget) -> String {
        match widget {
            Widget::Figure { indicator, .. } | Widget::Chart { indicator, .. } => indicator.clone(),
            _ => {
                let first = self.indicators.indicators.first();
                first.map_or_else(String::new, |it| it.id.clone())
            }
        }
    }

    fn country_of(&self, widget: &Widget) -> Country {
        if let Widget::Cities(country) = widget {
            return *country;
        }
        let city = self.cities.city(&self.city_of(widget));
        city.map_or(Country::Idn, |it| it.country)
    }

    fn partner_of(&self, widget: &Widget) -> String {
        if let Widget::Partner(id) = widget {
            return id.clone();
        }
        let first = self.programs.partners.first();
        first.map_or_else(String::new, |it| it.id.clone())
    }
}

/// The chart of the network that a widget shows, or the first.
fn network_of(widget: &Widget) -> NetworkChart {
    match widget {
        Widget::Network(chart) => *chart,
        _ => NetworkChart::Members,
    }
}
