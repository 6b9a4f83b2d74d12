//! The front page below its map: what the data tell, what happened last, what changed last.

use std::sync::Arc;

use leptos::prelude::*;

use crate::app::Site;
use crate::chart::{from_indicator_of_places, Figure, Size};
use crate::components::cite::Citations;
use crate::components::embed::{address, link, named};
use crate::components::figure::{drawn_near, legend};
use crate::components::part::Part;
use crate::components::state::loaded;
use crate::components::take::{self, Data, Taken};
use crate::explore::{city_indicator, places};
use crate::i18n::{date, Key, Named as _};
use crate::markup::Markup;
use crate::model::cut::Index;
use crate::model::cut_home::{HomeMilestone, HomePage, HomeStory};
use crate::model::{Country, Indicator, Lang, Sources};
use crate::platform;
use crate::route::Route;
use crate::widget::{NetworkChart, Widget};

/// What stands below the map.
pub fn view(site: Site, lang: Lang, index: &Arc<Index>) -> AnyView {
    let index = Arc::clone(index);
    loaded(
        site.home(),
        lang,
        Key::FailedHome,
        move |home: Arc<HomePage>| content(site, lang, &index, &home),
    )
}

fn content(site: Site, lang: Lang, index: &Arc<Index>, home: &Arc<HomePage>) -> AnyView {
    let told = Arc::new(Stories {
        index: Arc::clone(index),
        home: Arc::clone(home),
    });
    let cites = Citations::new(lang, "");
    let mut part = Part::new();
    let id = [("id", "stories"), ("tabindex", "-1")];
    part.el_with("h2", &id, Key::HomeStories.text(lang))
        .el("p", "", Key::HomeStoriesLead.text(lang))
        .open("div", "stories");
    for (place, story) in home.stories.iter().enumerate() {
        tell(&mut part, site, &cites, &told, place, story);
    }
    part.close().open("div", "news");
    steps(&mut part, site, &cites, &home.milestones);
    changes(&mut part, site, lang, home);
    part.close()
        .open("details", "home-sources")
        .el("summary", "", Key::HomeSources.text(lang));
    cites.list(&mut part, &home.sources);
    part.view("")
}

/// Writes a story: title, sentences, figure, sources, the way on.
fn tell(
    part: &mut Part,
    site: Site,
    cites: &Citations,
    told: &Arc<Stories>,
    place: usize,
    story: &HomeStory,
) {
    let lang = cites.lang();
    let id = ["story-", &story.id].concat();
    part.open_with("article", &[("class", "story"), ("aria-labelledby", &id)])
        .el_with("h3", &[("id", &id)], story.title.get(lang))
        .el("p", "", story.text.get(lang));
    let mut embed = String::new();
    if let Some(taken) = taken(site, lang, told, place, &id) {
        if let Some(widget) = taken.widget.clone() {
            embed = address(site, lang, widget);
        }
        part.open("figure", "").el("figcaption", "", &taken.title);
        let drawn = Arc::clone(&taken);
        let draw = move || {
            let figure = (drawn.draw)(Size::NARROW, &drawn.id);
            figure.as_ref().map(picture).unwrap_or_default()
        };
        drawn_near(part, "story-chart", &id, draw);
        part.close();
        take::control(part, taken);
    }
    if !story.numbers.is_empty() {
        part.open("dl", "pair");
        for number in &story.numbers {
            part.open("div", "")
                .el("dt", "", number.label.get(lang))
                .el("dd", "", number.value.get(lang))
                .close();
        }
        part.close();
    }
    part.open("p", "story-foot");
    if story.sources.is_empty() {
        part.text(Key::HomeCounted.text(lang));
    } else {
        part.text(Key::ChartSources.text(lang)).text(": ");
        cites.cite(part, &story.sources);
    }
    part.text(" ");
    let more = Key::HomeMore.text(lang);
    let name = [more, ": ", story.title.get(lang)].concat();
    let href = site.below(lang, &story.to);
    part.el_with("a", &[("href", &href), ("aria-label", &name)], more);
    if !embed.is_empty() {
        part.open("span", "explore").text(" · ");
        named(part, &embed, lang, story.title.get(lang));
        part.close();
    }
    part.close().close();
}

/// What the stories of the page are told from.
struct Stories {
    index: Arc<Index>,
    home: Arc<HomePage>,
}

impl Data for Stories {
    fn sources(&self) -> &Sources {
        &self.home.sources
    }

    fn indicator(&self, at: usize) -> Option<&Indicator> {
        self.home.stories.get(at)?.chart.as_ref()
    }

    fn city(&self, slug: &str, lang: Lang) -> Option<&str> {
        Some(self.index.city(slug)?.name.get(lang))
    }
}

/// The figure of the story at `place`, whose heading has the id.
fn taken(
    site: Site,
    lang: Lang,
    told: &Arc<Stories>,
    place: usize,
    id: &str,
) -> Option<Arc<Taken>> {
    let indicator = told.indicator(place)?;
    let title = indicator.name.get(lang).to_owned();
    let shown = places(indicator);
    // What is counted of the whole network is a chart of no place: of its projects.
    let widget = if shown.contains(&indicator.id.as_str()) {
        Widget::Network(NetworkChart::Status)
    } else {
        Widget::chart(city_indicator(&indicator.id), &shown)
    };
    let drawn = Arc::clone(told);
    let draw = move |size: Size, id: &str| {
        let name_of = |place: &str| match Country::from_code(place) {
            Some(country) => country.key().text(lang),
            None => drawn.city(place, lang).unwrap_or_default(),
        };
        let indicator = drawn.indicator(place)?;
        Some(from_indicator_of_places(
            indicator, &name_of, lang, size, id,
        ))
    };
    Some(Arc::new(Taken {
        site,
        lang,
        id: id.to_owned(),
        title,
        notes: Vec::new(),
        data: Arc::clone(told) as Arc<dyn Data>,
        at: place,
        widget: Some(widget),
        draw: Arc::new(draw),
    }))
}

/// The lines of a story, with their names.
fn picture(figure: &Figure) -> String {
    let mut markup = Markup::new();
    markup.nest(figure.svg());
    legend(&mut markup, figure);
    markup.finish()
}

/// Writes what is to come, by the reader's clock, and what came last.
fn steps(part: &mut Part, site: Site, cites: &Citations, milestones: &[HomeMilestone]) {
    let lang = cites.lang();
    let now = platform::this_day();
    let is_to_come = |it: &&HomeMilestone| it.date > now;
    let latest: Vec<&HomeMilestone> = milestones.iter().filter(|it| !is_to_come(it)).collect();
    // The next one first.
    let coming: Vec<&HomeMilestone> = milestones.iter().filter(is_to_come).rev().collect();
    part.open("section", "")
        .el("h2", "", Key::HomeLatest.text(lang));
    list(
        part,
        site,
        cites,
        latest.get(..MOST_PAST).unwrap_or(&latest),
    );
    part.el("h3", "", Key::HomeComing.text(lang));
    if coming.is_empty() {
        part.el("p", "note", Key::HomeNoneComing.text(lang));
    } else {
        list(part, site, cites, &coming);
    }
    let network = site.href(lang, Route::Network);
    part.open("p", "way")
        .link("", &network, Key::HomeAllSteps.text(lang))
        .close()
        .open("p", "way");
    let calendar = ["feeds/milestones.", lang.tag(), ".ics"].concat();
    let way = [("href", calendar.as_str()), ("type", "text/calendar")];
    part.el_with("a", &way, Key::HomeCalendar.text(lang))
        .close();
    let title = Key::EmbedMeetings.text(lang);
    link(part, site, lang, Widget::Meetings, title);
    part.close();
}

/// How many past milestones are shown.
const MOST_PAST: usize = 5;

fn list(part: &mut Part, site: Site, cites: &Citations, steps: &[&HomeMilestone]) {
    let lang = cites.lang();
    part.open("ul", "steps");
    for step in steps {
        part.open("li", "")
            .el("span", "row-facts", &date(step.date, lang))
            .text(" ")
            .link("", &site.below(lang, &step.to), step.title.get(lang));
        cites.cite(part, &step.sources);
        part.close();
    }
    part.close();
}

/// Writes what changed last in the data.
fn changes(part: &mut Part, site: Site, lang: Lang, home: &HomePage) {
    part.open("section", "")
        .el("h2", "", Key::HomeChanges.text(lang))
        .open("ul", "steps");
    for change in &home.changes {
        part.open("li", "")
            .el("span", "row-facts", &date(change.date, lang))
            .text(" ")
            .text(change.text.get(lang))
            .close();
    }
    let feed = ["feeds/changes.", lang.tag(), ".xml"].concat();
    let link = [("href", feed.as_str()), ("type", "application/atom+xml")];
    part.close()
        .open("p", "way")
        .link(
            "",
            &site.href(lang, Route::Data),
            Key::HomeAllChanges.text(lang),
        )
        .close();
    // A copy on a disk does not change.
    if site.has_files() {
        part.open("p", "way")
            .el_with("a", &link, Key::HomeFeed.text(lang))
            .close();
    }
    part.close();
}
