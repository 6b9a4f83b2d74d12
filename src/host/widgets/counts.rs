//! Charts of counts by year: the projects of a city, and the cities and projects of the network.

use super::figure::{both, one, SMALL};
use super::frame::{cited, Content, Stand};
use super::Studio;
use crate::chart::{
    members, notes_by_country, notes_by_status, project_counts, reported_by_country,
    reported_by_focus, reported_by_status, Figure,
};
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::cut::CityPage;
use crate::model::Sources;
use crate::route::Route;
use crate::widget::{NetworkChart, Widget};

/// A chart, drawn and as the sentence that says the same, with what a reader must know of it.
fn chart(
    title: String,
    notes: &[&str],
    sources: &Sources,
    to: Route,
    (mut body, figure): (Markup, &Figure),
) -> Content {
    for note in notes {
        body.el("p", "note", note);
    }
    Content {
        title,
        lead: figure.description().to_owned(),
        body: body.finish(),
        sources: cited(figure.sources(), sources),
        to,
    }
}

/// How many projects of a city the network's reports count.
pub(super) fn of_city(page: &CityPage, stand: &Stand<'_>) -> Content {
    let (lang, city) = (stand.lang, &page.city);
    let title = Key::EmbedCountsOf.with(lang, city.name.get(lang));
    let to = Route::City(city.id.clone());
    let counts = &page.project_counts;
    if counts.is_empty() {
        let mut body = Markup::new();
        body.el("p", "", Key::CountsNone.text(lang));
        return Content {
            title,
            lead: String::new(),
            body: body.finish(),
            sources: Vec::new(),
            to,
        };
    }
    let method = counts.iter().rev().find_map(|it| it.method.as_ref());
    let notes: Vec<&str> = method.map(|it| it.get(lang)).into_iter().collect();
    let draw = |size| project_counts(counts, lang, size, "");
    // Of a few years.
    let drawing = (one(&draw), &draw(SMALL));
    chart(title, &notes, &city.sources, to, drawing)
}

/// A chart of the network; `None` where there is nothing to draw.
pub(super) fn of_network(
    studio: &Studio<'_>,
    which: NetworkChart,
    stand: &Stand<'_>,
) -> Option<Content> {
    let lang = stand.lang;
    let (network, counted) = (&studio.network, &studio.counted);
    let draw = |size| match which {
        NetworkChart::Members => Some(members(&network.members, lang, size, "")),
        NetworkChart::Status => Some(reported_by_status(counted, lang, size, "")),
        NetworkChart::Focus => Some(reported_by_focus(counted, lang, size, "")),
        NetworkChart::Countries => reported_by_country(counted, lang, size, ""),
    };
    let first = draw(SMALL)?;
    let draw = |size| draw(size).unwrap_or_else(|| first.clone());
    let notes = match which {
        NetworkChart::Members => {
            let last = network.members.last()?;
            vec![Key::MembersCounted.with(lang, &last.year.to_string())]
        }
        NetworkChart::Status => notes_by_status(counted, lang),
        NetworkChart::Focus => vec![Key::ReportsByFocusNote.text(lang).to_owned()],
        NetworkChart::Countries => notes_by_country(counted, lang).into_iter().collect(),
    };
    let notes: Vec<&str> = notes.iter().map(String::as_str).collect();
    let sources = match which {
        NetworkChart::Members => &network.sources,
        _ => &counted.sources,
    };
    let title = which.key().text(lang).to_owned();
    let to = Widget::Network(which).page();
    let drawing = (both(&draw), &first);
    Some(chart(title, &notes, sources, to, drawing))
}
