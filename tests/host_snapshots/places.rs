//! Every kind of chart that compares places.

use ascn_atlas::chart::{
    change_between, lines_of_places, ranked_bars, slots, small_multiples, AxisScale, Choice,
    LineView, PlacesSpec,
};
use ascn_atlas::export::picture::{picture, Caption};
use ascn_atlas::model::Sources;

use super::made_up;
use super::{written, Album, SHEETS};

pub fn draw(album: &mut Album) {
    let indicator = made_up::of_places();
    let chosen = slots(&["charlie", "bravo", "foxtrot"]);
    let choice = Choice {
        places: &chosen,
        years: None,
    };
    let view = |scale, relative| LineView { scale, relative };
    for (lang, size) in SHEETS {
        let spec = PlacesSpec::of(&indicator, &made_up::name_of, &choice, lang, size, "s");
        for (name, figure) in [
            ("places-lines", lines_of_places(&spec, &LineView::default())),
            (
                "places-log",
                lines_of_places(&spec, &view(AxisScale::Log, false)),
            ),
            (
                "places-relative",
                lines_of_places(&spec, &view(AxisScale::Linear, true)),
            ),
            ("places-ranked", ranked_bars(&spec, 2022)),
            ("places-change", change_between(&spec, 2016, 2022)),
            ("places-multiples", small_multiples(&spec, true)),
        ] {
            album.add(name, lang, "svg", written::figure(&figure));
        }
        let notes = ["A note that is long enough to be broken, because a line of the picture holds only so many letters.".to_owned()];
        let caption = Caption {
            title: "Alfa",
            notes: &notes,
            address: "https://atlas.example/",
            data_date: "2026-01-02".parse().unwrap(),
            lang,
            sources: &Sources::default(),
        };
        let figures = [ranked_bars(&spec, 2022)];
        let text = written::lines(&picture(&figures, &caption));
        album.add("picture", lang, "svg", text);
    }
}
