//! What happened when: the annual meetings with what each decided, and every milestone.

use super::Network;
use crate::components::cite::Citations;
use crate::components::embed::link;
use crate::components::facts::{days, focus_areas};
use crate::components::part::Part;
use crate::i18n::{Key, Named as _};
use crate::markup::Markup;
use crate::model::{DiscussionTopic, Lang, NetworkMilestone};
use crate::route::Route;
use crate::widget::Widget;

/// Writes the annual meetings, the newest first.
pub(super) fn annual(part: &mut Part, network: &Network) {
    let lang = network.lang;
    let milestones = &network.page.milestones;
    part.open("ol", "timeline");
    for meeting in milestones.iter().rev().filter(|it| it.number.is_some()) {
        item(part, network, meeting, "h3");
        summary(part, network, meeting);
        let parts = milestones
            .iter()
            .filter(|it| it.part_of.as_ref() == Some(&meeting.id));
        let mut decided = false;
        for text in &meeting.decisions {
            begin(part, lang, &mut decided);
            part.el("li", "", text.get(lang));
        }
        for it in parts {
            begin(part, lang, &mut decided);
            let href = network.site.href(lang, Route::Meeting(it.id.clone()));
            part.open("li", "")
                .link("", &href, it.title.get(lang))
                .close();
        }
        if decided {
            part.close();
        } else {
            part.el("p", "fine", Key::NetworkNoDecision.text(lang));
        }
        part.close();
    }
    part.close();
    let title = Key::EmbedMeetings.text(lang);
    link(part, network.site, lang, Widget::Meetings, title);
    for it in milestones.iter().filter(|it| !it.topics.is_empty()) {
        let href = network.site.href(lang, Route::Meeting(it.id.clone()));
        part.open("h3", "")
            .link("", &href, it.title.get(lang))
            .close()
            .open("p", "")
            .el("span", "when", &days(it.date, it.end, lang))
            .text(". ")
            .text(it.summary.get(lang));
        network.cites.cite(part, &it.sources);
        part.close();
        topics(part, lang, &it.topics, &network.cites);
    }
    network.conflicts(part, &["meetings"]);
}

/// Opens the list of decisions, once.
fn begin(markup: &mut Markup, lang: Lang, is_open: &mut bool) {
    if !*is_open {
        *is_open = true;
        markup
            .open("p", "decided")
            .el("strong", "", Key::NetworkDecided.text(lang))
            .close()
            .open("ul", "");
    }
}

/// Writes the topics of a series of talks, each by its focus areas.
pub(super) fn topics(
    markup: &mut Markup,
    lang: Lang,
    topics: &[DiscussionTopic],
    cites: &Citations,
) {
    markup.open("ol", "topics");
    for topic in topics {
        let words = focus_areas(&topic.focus, lang);
        cites.said(markup, "li", &words, &topic.sources);
    }
    markup.close();
}

/// Writes what happened at a milestone.
fn summary(part: &mut Part, network: &Network, it: &NetworkMilestone) {
    let words = it.summary.get(network.lang);
    network.cites.said(part, "p", words, &it.sources);
}

/// Writes when, what and where of a milestone, under a heading of a level, and leaves its item open.
fn item(part: &mut Part, network: &Network, it: &NetworkMilestone, level: &'static str) {
    let lang = network.lang;
    let href = network.site.href(lang, Route::Meeting(it.id.clone()));
    part.open("li", "")
        .open("p", "when")
        .text(&days(it.date, it.end, lang));
    if let Some(place) = &it.place {
        part.text(" · ").text(place.get(lang));
    }
    if it.number.is_none() {
        part.text(" · ").text(it.kind.key().text(lang));
    }
    part.close()
        .open(level, "")
        .link("", &href, it.title.get(lang))
        .close();
}

/// Writes every milestone under its year, in order of time.
pub(super) fn timeline(part: &mut Part, network: &Network) {
    let all = &network.page.milestones;
    for year in all.chunk_by(|one, two| one.date.year == two.date.year) {
        let Some(first) = year.first() else {
            continue;
        };
        part.el("h3", "", &first.date.year.to_string())
            .open("ol", "timeline");
        for it in year {
            item(part, network, it, "h4");
            // What the annual meetings did stands above.
            if it.number.is_none() {
                summary(part, network, it);
            }
            part.close();
        }
        part.close();
    }
}
