//! The page of an indicator: its figures as a chart, a map or a table, and everything behind them.

mod about;
mod chart;
mod controls;
mod draw;
mod take;

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::app::Site;
use crate::components::cite::Citations;
use crate::components::figure::Drawn;
use crate::components::live::block;
use crate::components::part::Part;
use crate::components::reader_table::RowOrder;
use crate::components::state::loaded;
use crate::explore;
use crate::i18n::Key;
use crate::model::cut::{Index, IndicatorPage};
use crate::model::{Lang, Level};
use crate::pages::not_found::Missing;
use crate::pages::own_page::OwnPage;
use crate::route::{ChartKind, IndicatorList, IndicatorState, Route};

/// What every part of the page needs.
struct Explorer {
    site: Site,
    lang: Lang,
    page: Arc<IndicatorPage>,
    /// The cities; absent where the places are countries.
    index: Option<Arc<Index>>,
    /// Years that have a value, in order.
    years: Vec<i32>,
    /// How many places there are.
    count: usize,
    /// What is drawn now.
    drawn: Drawn,
    /// The point of it that is told.
    at: RwSignal<Option<usize>>,
    /// Whether a map is asked for.
    is_map: RwSignal<bool>,
    /// Width of the place of the chart in CSS pixels.
    width: Cell<i32>,
    /// The order of the rows of the table.
    order: RowOrder,
    /// Whether the years are played.
    playing: Rc<Cell<bool>>,
    cites: Citations,
}

impl Explorer {
    /// The name of a place in the language of the page.
    fn name<'a>(&'a self, place: &str) -> &'a str {
        explore::name_of(&self.page.indicator, place, self.lang, || {
            let city = self.index.as_ref().and_then(|it| it.city(place));
            city.map(|it| it.name.get(self.lang))
        })
    }

    /// Whether the places are states.
    fn is_of_countries(&self) -> bool {
        self.page.indicator.level == Some(Level::Country)
    }

    /// Whether a place has its place on the map: of cities, those of the network have.
    fn is_on_map(&self, place: &str) -> bool {
        let index = self.index.as_ref();
        self.is_of_countries() || index.is_some_and(|it| it.city(place).is_some())
    }

    /// The kind of view; lines where the one in the address says nothing of this indicator.
    fn kind(&self, state: &IndicatorState) -> ChartKind {
        draw::kind(self, state)
    }

    /// What the address says; `None` when it has left the page.
    fn state(&self) -> Option<IndicatorState> {
        match self.site.address_now().route {
            Route::Indicator(id, state) if id == self.page.indicator.id => Some(state),
            _ => None,
        }
    }

    /// Changes the state in the address.
    fn change(&self, act: &dyn Fn(&mut IndicatorState)) {
        let Some(mut state) = self.state() else {
            return;
        };
        act(&mut state);
        let id = self.page.indicator.id.clone();
        self.site.change(Route::Indicator(id, state));
    }
}

/// The page of the indicator `id`.
pub fn view(site: Site, lang: Lang, id: &str) -> AnyView {
    let list = Route::Indicators(IndicatorList::default());
    let page = OwnPage {
        site,
        lang,
        file: site.indicator(id),
        section: (Key::IndicatorsTitle, list),
        failed: Key::FailedIndicator,
        title: |page: &IndicatorPage, lang| page.indicator.name.get(lang).to_owned(),
        content: named,
    };
    let id = id.to_owned();
    page.view(move |say| say(&Missing::Indicator(&id)))
}

/// The content as soon as its places have names.
fn named(site: Site, lang: Lang, page: &Arc<IndicatorPage>) -> AnyView {
    let page = Arc::clone(page);
    if page.indicator.level == Some(Level::Country) {
        return content(site, lang, page, None);
    }
    loaded(
        site.index(),
        lang,
        Key::FailedIndex,
        move |index: Arc<Index>| content(site, lang, Arc::clone(&page), Some(index)),
    )
}

fn content(site: Site, lang: Lang, page: Arc<IndicatorPage>, index: Option<Arc<Index>>) -> AnyView {
    let years = explore::years(&page.indicator);
    if years.is_empty() {
        let mut part = Part::new();
        part.el("p", "empty", Key::GraphNoData.text(lang));
        return block("", std::mem::take(&mut *part));
    }
    let count = explore::places(&page.indicator).len();
    let explorer = Rc::new(Explorer {
        site,
        lang,
        page,
        index,
        years,
        count,
        drawn: RwSignal::new(None),
        at: RwSignal::new(None),
        is_map: RwSignal::new(false),
        width: Cell::new(0),
        order: RowOrder::default(),
        playing: Rc::default(),
        cites: Citations::new(lang, ""),
    });
    let mut part = Part::new();
    about::lead(&mut part, &explorer);
    controls::write(&mut part, &explorer);
    chart::write(&mut part, &explorer);
    take::write(&mut part, &explorer);
    about::write(&mut part, &explorer);
    part.view("")
}
