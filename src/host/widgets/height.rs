//! The heights of widgets, where no script follows what they tell.

use super::{figure, network};
use crate::chart::Size;
use crate::compare::compare;
use crate::export::embed::{chart_height, NARROW};
use crate::host::cut;
use crate::host::head::Facts;
use crate::host::pictures::figure_of;
use crate::model::cut::CityPage;
use crate::model::Lang;
use crate::route::partner_slug;
use crate::widget::{Heights, Widget};

/// Width in CSS pixels of the text in a frame that is 640 wide.
const WIDE: u32 = 600;

/// The heights that fit a widget in a language, fixed or, of a chart, live.
#[must_use]
pub fn heights(facts: &Facts<'_>, widget: &Widget, lang: Lang, is_live: bool) -> Heights {
    let all = &facts.store.programs.programs;
    let count = match widget {
        Widget::Chart { indicator, .. } => {
            let page = facts.pages.iter().find(|it| it.indicator.id == *indicator);
            if let Some(page) = page {
                let (sources, shown) = (&page.indicator.sources, figure::shown(page));
                let of = |size: Size, room: u32| {
                    let figure = figure_of(facts.store, &shown, lang, size);
                    chart_height(&figure, sources, room, is_live, "")
                };
                return Heights {
                    wide: of(figure::WIDE, WIDE),
                    narrow: of(figure::SMALL, NARROW),
                };
            }
            0
        }
        Widget::Cities(country) => {
            let cities = facts.cities_of(*country);
            let pages: Vec<CityPage> = cities
                .filter_map(|it| cut::city_page(&facts.found, it).ok())
                .collect();
            let tables = network::tables(&compare(&pages.iter().collect::<Vec<_>>()));
            return Heights::of_tables(tables, pages.len());
        }
        Widget::Compare(compare) => compare.cities.len(),
        Widget::Projects(slug) => facts.found.city(slug).map_or(0, |it| it.projects.len()),
        Widget::Counts(slug) => cut::project_counts(facts.store, slug).len(),
        Widget::Programs(slug) => facts.found.programs(slug).len(),
        Widget::Timeline => all.len(),
        Widget::Partner(id) => all
            .iter()
            .filter(|it| partner_slug(&it.partner) == *id)
            .count(),
        _ => 0,
    };
    widget.heights(count)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::super::Studio;
    use super::*;
    use crate::host::store::Store;
    use crate::host::{cut_indicators, gather};
    use crate::model::cut::IndicatorPage;
    use crate::model::Country;

    /// The data set, and every indicator that has a page.
    fn data() -> (Store, Vec<IndicatorPage>) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
        let store = Store::read(&folder).unwrap();
        let pages = cut_indicators::pages(&gather::gather(&store).unwrap()).unwrap();
        (store, pages)
    }

    #[test]
    fn every_fixed_widget_has_heights_that_a_frame_can_have() {
        let (store, pages) = data();
        let studio = Studio::new(&store, &pages).unwrap();
        for widget in studio.widgets() {
            for lang in Lang::ALL {
                let Heights { wide, narrow } = heights(&studio.facts, &widget, lang, false);
                let name = widget.fixed().unwrap();
                assert!((200..=1500).contains(&wide), "{name}: {wide}");
                assert!((300..=2500).contains(&narrow), "{name}: {narrow}");
                // A drawing grows with its width, words do not.
                assert!(wide <= narrow + 200, "{name}: {wide} and {narrow}");
            }
        }
    }

    #[test]
    fn a_chart_has_the_height_of_its_words_and_a_state_that_of_its_tables() {
        let (store, pages) = data();
        let facts = Facts::new(&store, &pages).unwrap();
        let of = |widget: &Widget| heights(&facts, widget, Lang::En, false);
        let chart = |indicator: &str| {
            let places = Vec::new();
            let indicator = indicator.to_owned();
            of(&Widget::Chart { indicator, places })
        };
        // Twelve series with long names, about which sources differ; five states.
        let (long, short) = (chart("city-stunting-prevalence"), chart("hdi"));
        assert!(
            long.wide > short.wide + 100 && long.narrow > short.narrow + 300,
            "{long:?} {short:?}"
        );
        let state = |country| of(&Widget::Cities(country)).narrow;
        assert!(state(Country::Idn) > 3 * state(Country::Brn));
    }
}
