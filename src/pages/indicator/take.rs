//! Take it away: what is shown now as a file, a picture, a citation or a link.

use std::rc::Rc;

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::draw::draw;
use super::Explorer;
use crate::app::Site;
use crate::chart::map::MapDetail;
use crate::chart::Figure;
use crate::components::embed;
use crate::components::live::follow;
use crate::components::part::Part;
use crate::components::take::{buttons, code_of, Shown, Values};
use crate::components::told::{self, tell};
use crate::data::Load;
use crate::explore;
use crate::explore::size_of;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::Lang;
use crate::platform;
use crate::route::{ChartKind, IndicatorState, Places};
use crate::widget::Widget;

/// Where it is told what became of something, below the buttons.
const OF_VIEW: &str = "told-view";

/// Writes the section.
pub(super) fn write(part: &mut Part, explorer: &Rc<Explorer>) {
    let lang = explorer.lang;
    part.open_with("section", &[("class", "take"), ("aria-labelledby", "take")])
        .el_with("h2", &[("id", "take")], Key::TakeTitle.text(lang))
        .el("p", "", Key::TakeLead.text(lang));
    let started = Rc::clone(explorer);
    let start = move |place: HtmlElement| {
        start(&started, &place);
        ().into_any()
    };
    part.island_in("div", "take-buttons", Box::new(start));
    told::write(part, OF_VIEW, lang);
    let shown = Rc::clone(explorer);
    part.following("div", &[], move || {
        // Read for the sake of being told.
        drop(shown.site.address());
        let mut link = Markup::new();
        if let Some(widget) = shown.widget() {
            embed::link(&mut link, shown.site, lang, widget, shown.title());
        }
        link.finish()
    });
    let usual = Widget::Chart {
        indicator: explorer.id().to_owned(),
        places: Vec::new(),
    };
    embed::picture(part, explorer.site, lang, &usual);
    part.close();
}

fn start(explorer: &Rc<Explorer>, place: &HtmlElement) {
    let site = explorer.site;
    place.set_inner_html(&buttons(site, explorer.lang, true));
    // Asked for when the reader comes near: browsers copy and share only shortly after a click, and the
    // connection may be gone by then.
    let wanted = RwSignal::new(None::<String>);
    platform::when_near(place, move || drop(code_of(site)));
    platform::listen(place, &["click"], move |event| {
        let what = platform::target(&event).and_then(|it| it.get_attribute("data-take"));
        if what.is_some() {
            code_of(site).retry_failed();
            wanted.set(what);
        }
    });
    let explorer = Rc::clone(explorer);
    follow(move || {
        let Some(what) = wanted.get() else { return };
        if take_when_there(&explorer, &what) {
            wanted.set(None);
        }
    });
}

/// Takes `what` away, or tells why not; false while something needed is on its way.
fn take_when_there(explorer: &Explorer, what: &str) -> bool {
    let lang = explorer.lang;
    match code_of(explorer.site).get() {
        Load::Ready(code) => match platform::data_day() {
            Some(day) => untrack(|| (code.take)(explorer, what, day)),
            None => tell(OF_VIEW, Key::TakeFailed.text(lang), ""),
        },
        Load::Failed(error) => tell(OF_VIEW, &error.text(lang), ""),
        Load::Loading => {
            tell(OF_VIEW, Key::Loading.text(lang), "");
            return false;
        }
    }
    true
}

impl Shown for Explorer {
    fn site(&self) -> (Site, Lang) {
        (self.site, self.lang)
    }

    fn id(&self) -> &str {
        &self.page.indicator.id
    }

    fn title(&self) -> &str {
        self.page.indicator.name.get(self.lang)
    }

    fn told(&self) -> String {
        OF_VIEW.to_owned()
    }

    fn anchor(&self) -> &'static str {
        ""
    }

    fn notes(&self) -> Vec<String> {
        super::about::notes(self)
    }

    fn widget(&self) -> Option<Widget> {
        let places = match self.state().map(|it| it.places) {
            Some(Places::Chosen(places)) => places,
            _ => Vec::new(),
        };
        Some(Widget::Chart {
            indicator: self.id().to_owned(),
            places,
        })
    }

    fn view(&self) -> String {
        let Some(state) = self.state() else {
            return String::new();
        };
        let usual = IndicatorState {
            places: state.places.clone(),
            ..IndicatorState::default()
        };
        let kind = self.kind(&state);
        let is_in_widgets = matches!(kind, ChartKind::Line | ChartKind::Bars | ChartKind::Table);
        if is_in_widgets && (state != usual || state.places == Places::All) {
            state.query()
        } else {
            String::new()
        }
    }

    fn label(&self) -> String {
        let label = |state: IndicatorState| {
            explore::label(&self.page, &self.years, &state, self.kind(&state))
        };
        self.state().map(label).unwrap_or_default()
    }

    fn figure(&self, is_wide: bool) -> Option<Figure> {
        let state = self.state()?;
        let is_map = self.kind(&state) == ChartKind::Map;
        let lands = is_map.then(|| self.site.lands(MapDetail::Coarse));
        let lands = lands.and_then(|it| it.ready());
        draw(
            self,
            &state,
            size_of(if is_wide { 640 } else { 340 }),
            lands.as_deref(),
        )
    }

    fn values(&self, act: &mut dyn FnMut(&Values<'_>)) {
        let Some(state) = self.state() else {
            return;
        };
        let kind = self.kind(&state);
        let page = &self.page;
        let chosen = explore::chosen(page, &state);
        let year = explore::year(page, &self.years, &state);
        let span = match kind {
            ChartKind::Map | ChartKind::Bars => (year, year),
            _ => explore::span(&self.years, &state),
        };
        let ends = explore::between(page, &self.years, &state, &chosen);
        act(&Values {
            sources: &page.indicator.sources,
            indicator: Some(&page.indicator),
            city: &|slug| {
                let city = self.index.as_ref()?.city(slug)?;
                Some(city.name.get(self.lang))
            },
            keep: &|series, point| match kind {
                ChartKind::Map => point.year == year && self.is_on_map(&series.place),
                // Every place is shown.
                ChartKind::Bars => point.year == year,
                ChartKind::Difference => {
                    chosen.contains(&series.place.as_str())
                        && (point.year == ends.0 || point.year == ends.1)
                }
                _ => {
                    chosen.contains(&series.place.as_str())
                        && (span.0..=span.1).contains(&point.year)
                }
            },
        });
    }
}
