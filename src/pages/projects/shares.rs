//! Tables beside the reports' counts: the shares that they print, and where our list has other
//! numbers.

use super::counts::number;
use crate::app::Site;
use crate::components::cite::Citations;
use crate::components::facts::status;
use crate::i18n::{quantity, Decimal, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut_projects::{CityDifference, ProjectReports, ReportCounts, Share};
use crate::model::{FocusArea, Lang, ProjectStatus, Unit};
use crate::route::{ProjectList, Route};

/// The statuses that reports know, in the order of their shares.
const STATUSES: [ProjectStatus; 3] = [
    ProjectStatus::Planned,
    ProjectStatus::Ongoing,
    ProjectStatus::Completed,
];

/// Opens a table in a region that scrolls by itself, up to its first row.
fn open(markup: &mut Markup, title: &str) {
    let scrolls = [
        ("class", "table-wrap side-by-side shares"),
        ("tabindex", "0"),
        ("role", "region"),
        ("aria-label", title),
    ];
    markup
        .open_with("div", &scrolls)
        .open("table", "")
        .el("caption", "visually-hidden", title)
        .open("thead", "")
        .open("tr", "")
        .el("td", "", "");
}

fn percent(value: f64, lang: Lang) -> String {
    quantity(value, Unit::Percent, lang)
}

/// Opens such a table up to its first row, with a column for each report.
fn open_reports(markup: &mut Markup, title: &str, counted: &ProjectReports, cites: &Citations) {
    open(markup, title);
    for report in &counted.reports {
        markup
            .open_with("th", &[("scope", "col")])
            .text(&report.year.to_string());
        cites.cite(markup, &report.sources);
        markup.close();
    }
    markup.close().close();
}

/// Writes the number of projects by country in each report.
pub(super) fn countries(
    markup: &mut Markup,
    lang: Lang,
    counted: &ProjectReports,
    cites: &Citations,
) {
    let title = Key::ReportsCountries.text(lang);
    markup.el("h3", "", title);
    open_reports(markup, title, counted, cites);
    markup.open("tbody", "");
    for country in crate::i18n::countries(lang) {
        let counts: Vec<Option<u32>> = counted
            .reports
            .iter()
            .map(|it| it.in_country(country))
            .collect();
        if counts.iter().all(Option::is_none) {
            continue;
        }
        markup
            .open("tr", "")
            .el_with("th", &[("scope", "row")], country.key().text(lang));
        for count in counts {
            match count {
                Some(count) => markup.el("td", "", &count.to_string()),
                None => markup.el("td", "", Key::DifferNotListed.text(lang)),
            };
        }
        markup.close();
    }
    let all = Key::ProjectsAll.text(lang);
    markup
        .open("tr", "all")
        .el_with("th", &[("scope", "row")], all);
    for report in &counted.reports {
        markup.el("td", "", &report.total.to_string());
    }
    markup.close().close().close().close();
}

/// Writes the shares by status and focus area as the reports print them.
pub(super) fn printed(
    markup: &mut Markup,
    lang: Lang,
    counted: &ProjectReports,
    cites: &Citations,
) {
    let title = Key::ReportsShares.text(lang);
    markup
        .el("h3", "", title)
        .el("p", "", Key::ReportsSharesLead.text(lang));
    open_reports(markup, title, counted, cites);
    let of_status = |it: &ReportCounts| it.status.clone();
    let of_focus = |it: &ReportCounts| it.focus.clone();
    group(
        markup,
        lang,
        counted,
        Key::ProjectsStatus,
        STATUSES.len(),
        &of_status,
    );
    let areas = FocusArea::ALL.len();
    group(markup, lang, counted, Key::FilterFocus, areas, &of_focus);
    markup.close().close();
}

/// Writes the rows of the shares that `of` takes from each report, and their sum.
fn group(
    markup: &mut Markup,
    lang: Lang,
    counted: &ProjectReports,
    title: Key,
    parts: usize,
    of: &dyn Fn(&ReportCounts) -> Vec<Share>,
) {
    let columns = (counted.reports.len() + 1).to_string();
    let head = [("scope", "rowgroup"), ("colspan", columns.as_str())];
    markup
        .open("tbody", "")
        .open_with("tr", &[("class", "group-head")])
        .el_with("th", &head, title.text(lang))
        .close();
    for place in 0..parts {
        markup.open("tr", "").open_with("th", &[("scope", "row")]);
        match (title, STATUSES.get(place), FocusArea::ALL.get(place)) {
            (Key::ProjectsStatus, Some(it), _) => status(markup, *it, lang),
            (_, _, Some(area)) => {
                markup.text(area.key().text(lang));
            }
            _ => {}
        }
        markup.close();
        for report in &counted.reports {
            markup.open("td", "");
            if let Some(share) = of(report).get(place) {
                share_of(markup, lang, share, report.total);
            }
            markup.close();
        }
        markup.close();
    }
    let sum = Key::ReportsSum.text(lang);
    markup
        .open("tr", "all")
        .el_with("th", &[("scope", "row")], sum);
    for report in &counted.reports {
        let shares = of(report);
        let printed: Vec<f64> = shares.iter().filter_map(|it| it.printed).collect();
        let whole = Decimal::sum(printed.iter().copied());
        markup.open("td", "");
        if printed.is_empty() {
            markup.text(Key::Unknown.text(lang));
        } else {
            let class = if whole == 100.0 { "" } else { "differs" };
            markup.el("b", class, &percent(whole, lang));
        }
        let counts = shares.iter().map(|it| it.count);
        let count = counts.fold(0, u32::saturating_add);
        markup
            .el("span", "fine", &of_total(lang, count, report.total))
            .close();
    }
    markup.close().close();
}

fn of_total(lang: Lang, count: u32, total: u32) -> String {
    Key::ReportsCountOf.with2(lang, &count.to_string(), &total.to_string())
}

fn share_of(markup: &mut Markup, lang: Lang, share: &Share, total: u32) {
    match share.printed {
        Some(printed) => markup.el("b", "", &percent(printed, lang)),
        None => markup.text(Key::Unknown.text(lang)),
    };
    let mut words = of_total(lang, share.count, total);
    if let Some(computed) = share.computed {
        words.push_str(", ");
        words.push_str(&Key::ReportsGives.with(lang, &percent(computed, lang)));
    }
    let class = if share.computed.is_some() {
        "fine differs"
    } else {
        "fine"
    };
    markup.el("span", class, &words);
}

/// Writes where the newest report and our list give different numbers.
pub(super) fn differences(
    markup: &mut Markup,
    site: Site,
    lang: Lang,
    counted: &ProjectReports,
    cites: &Citations,
) {
    let Some(report) = counted.reports.last() else {
        return;
    };
    let year = report.year.to_string();
    let title = Key::DifferTitle.with(lang, &year);
    markup
        .el("h3", "", &title)
        .el("p", "", Key::DifferLead.text(lang));
    open(markup, &title);
    let head = [("scope", "col")];
    markup
        .open_with("th", &head)
        .text(&Key::DifferReport.with(lang, &year));
    cites.cite(markup, &report.sources);
    markup
        .close()
        .el_with("th", &head, Key::DifferNamed.text(lang))
        .el_with("th", &head, Key::DifferListed.text(lang))
        .close()
        .close()
        .open("tbody", "");
    let sum = |counts: &[u32]| counts.iter().copied().fold(0, u32::saturating_add);
    let all = Key::ProjectsAll.text(lang);
    markup
        .open("tr", "all")
        .el_with("th", &[("scope", "row")], all)
        .el("td", "", &report.total.to_string());
    let sums = (sum(&counted.named), sum(&counted.listed));
    ours(markup, site, lang, all, sums, &ProjectList::default());
    markup.close();
    let counts = counted.named.iter().copied().zip(counted.listed);
    for (place, (it, own)) in ProjectStatus::ALL.into_iter().zip(counts).enumerate() {
        markup.open("tr", "").open_with("th", &[("scope", "row")]);
        status(markup, it, lang);
        // A report gives every project one of three.
        let count = report.status.get(place).map_or(0, |it| it.count);
        markup.close().el("td", "", &count.to_string());
        let list = ProjectList {
            status: Some(it),
            ..ProjectList::default()
        };
        ours(markup, site, lang, it.key().text(lang), own, &list);
        markup.close();
    }
    markup.close();
    cities(markup, site, lang, &counted.differing);
    markup.close().close();
    markup.el("p", "note", Key::DifferSame.text(lang));
}

/// Writes the rows of the cities.
fn cities(markup: &mut Markup, site: Site, lang: Lang, differing: &[CityDifference]) {
    markup
        .open("tbody", "")
        .open_with("tr", &[("class", "group-head")])
        .el_with(
            "th",
            &[("scope", "rowgroup"), ("colspan", "4")],
            Key::DifferCities.text(lang),
        )
        .close();
    for city in differing {
        let href = site.href(lang, Route::City(city.id.clone()));
        markup
            .open("tr", "")
            .open_with("th", &[("scope", "row")])
            .link("", &href, city.name.get(lang))
            .close();
        match city.report {
            Some(count) => markup.el("td", "", &count.to_string()),
            None => markup.el("td", "", Key::DifferNotListed.text(lang)),
        };
        let list = ProjectList {
            city: Some(city.id.clone()),
            ..ProjectList::default()
        };
        let counts = (city.named, city.listed);
        ours(markup, site, lang, city.name.get(lang), counts, &list);
        markup.close();
    }
    markup.close();
}

/// Writes both numbers of our list: what the network names of it, and all. `name` says of what.
fn ours(
    markup: &mut Markup,
    site: Site,
    lang: Lang,
    name: &str,
    (named, listed): (u32, u32),
    list: &ProjectList,
) {
    for (key, count, named) in [
        (Key::DifferNamed, named, Some(true)),
        (Key::DifferListed, listed, None),
    ] {
        let what = [key.text(lang), ", ", name].concat();
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        let list = ProjectList {
            named,
            ..list.clone()
        };
        markup.open("td", "");
        number(markup, site, lang, count, list, &what);
        markup.close();
    }
}
