//! A live widget before its code has run, and where it cannot: written by the host.

use super::ids::{FOOT, ID, KIND, LEGEND, PICTURE, PLACES, READOUT, TABLE, VIEW, WORDS};
use super::{write, ChartData};
use crate::chart::{legend, Figure};
use crate::explore;
use crate::i18n::Key;
use crate::markup::Markup;
use crate::model::Lang;
use crate::route::{ChartKind, IndicatorState, Places};

/// A widget in a language: heading, content, foot.
///
/// For a browser that runs scripts it is text, of which one language becomes the widget
/// (`xtask/npm/live/lang.js`): what nobody reads costs neither time nor room. For any other it stands
/// there in both.
pub(super) fn frame(title: &str, content: &str, foot: &str, lang: Lang) -> String {
    let mut markup = Markup::new();
    markup
        .open_with("noscript", &[("lang", lang.tag())])
        .open_with("div", &[("class", "fixed"), ("lang", lang.tag())])
        .el("h1", "", title)
        .nest(content)
        .open_with("p", &[("class", "note failed")])
        .text(Key::LiveFixed.text(lang))
        .close()
        .open("footer", "")
        .open_with("p", &[(ID, FOOT)])
        .nest(foot);
    markup.finish()
}

/// The chart of the places that its page shows at first, in a language, with all that its code brings to
/// life: drawn for narrow and for wide frames, of which the style shows one, so that nothing moves when
/// the code begins.
#[must_use]
pub fn fixed(
    data: &ChartData,
    [narrow, wide]: [&Figure; 2],
    state: &IndicatorState,
    lang: Lang,
) -> String {
    let mut markup = Markup::new();
    markup.el_with("p", &[("class", "lead"), (ID, WORDS)], narrow.description());
    kinds(&mut markup, lang);
    markup
        .open_with("div", &[(ID, VIEW)])
        .open("div", "stage")
        .open_with("div", &[(ID, PICTURE)]);
    let both = [(narrow, "small"), (wide, "wide")];
    for (figure, class) in both {
        // Four drawings stand on a page without scripts.
        let own = [lang.tag(), "-", class].concat();
        markup
            .open("div", class)
            .nest(&once(figure.svg()).replace(explore::ID, &own))
            .close();
    }
    markup.close();
    readout(&mut markup, narrow, lang);
    markup.close().close().open_with("div", &[(ID, LEGEND)]);
    for (figure, class) in both {
        // Where there is room, names stand at the ends of their lines.
        markup.open("div", class);
        legend(&mut markup, figure);
        markup.close();
    }
    markup.close().open("div", "more");
    places(&mut markup, data, state, lang);
    table(&mut markup, lang);
    markup.close();
    let title = data.page.indicator.name.get(lang);
    let foot = write::foot(data, narrow, state, lang);
    frame(title, &markup.finish(), &foot, lang)
}

/// The drawing without what lies unseen: the grey lines of all places lie behind, also under those of
/// the chosen ones, whose paths are the same. With its code, a choice then leaves them as they are.
fn once(svg: &str) -> String {
    let paths = || svg.split("<path d=\"").skip(1);
    let chosen = paths().filter_map(|path| {
        let (steps, rest) = path.split_once('"')?;
        rest.starts_with(" class=\"line ").then_some(steps)
    });
    let behind = paths().find_map(|path| {
        let (steps, rest) = path.split_once('"')?;
        rest.starts_with(" class=\"back ").then_some(steps)
    });
    let Some(behind) = behind else {
        return svg.to_owned();
    };
    let left = chosen.fold(behind.to_owned(), |left, steps| left.replacen(steps, "", 1));
    svg.replacen(behind, &left, 1)
}

/// The buttons of the kinds of view.
fn kinds(markup: &mut Markup, lang: Lang) {
    let group = [
        ("class", "kinds"),
        ("role", "group"),
        ("aria-label", Key::ExploreKinds.text(lang)),
    ];
    markup.open_with("div", &group);
    for (kind, words) in [
        (ChartKind::Line, Key::ExploreLine),
        (ChartKind::Bars, Key::ExploreBars),
        (ChartKind::Table, Key::ExploreTable),
    ] {
        let is_shown = if kind == ChartKind::Line {
            "true"
        } else {
            "false"
        };
        let button = [
            ("type", "button"),
            (KIND, kind.id()),
            ("aria-pressed", is_shown),
        ];
        markup.el_with("button", &button, words.text(lang));
    }
    markup.close();
}

/// Where points are read: as [`crate::readout`] leaves it while none is told, so that keys and screen
/// readers find it before the code is there.
fn readout(markup: &mut Markup, figure: &Figure, lang: Lang) {
    let last = figure.points().len().saturating_sub(1).to_string();
    let attributes = [
        ("class", "readout"),
        (ID, READOUT),
        ("role", "slider"),
        ("tabindex", "0"),
        (
            "aria-label",
            &Key::ChartReadout.with(lang, figure.heading()),
        ),
        ("aria-valuemin", "0"),
        ("aria-valuemax", &last),
        ("aria-valuenow", "0"),
        ("aria-valuetext", ""),
    ];
    markup.el_with("div", &attributes, "");
}

/// The places, whose list the code writes.
fn places(markup: &mut Markup, data: &ChartData, state: &IndicatorState, lang: Lang) {
    let [chosen, all] = [
        explore::chosen(&data.page, state).len(),
        explore::places(&data.page.indicator).len(),
    ]
    .map(|it| it.to_string());
    let most = Key::ExploreMost.with(lang, &Places::MOST.to_string());
    markup
        .open_with("details", &[(ID, PLACES)])
        .el(
            "summary",
            "",
            &Key::ExplorePlaces.with2(lang, &chosen, &all),
        )
        .el("p", "fine", &most)
        .el("ul", "", "")
        .close();
}

/// All values, which the code writes when the reader opens them.
fn table(markup: &mut Markup, lang: Lang) {
    let title = Key::ChartTable.text(lang);
    let body = [
        ("class", "table-wrap"),
        ("role", "region"),
        ("tabindex", "0"),
        ("aria-label", title),
    ];
    markup
        .open_with("details", &[(ID, TABLE)])
        .el("summary", "", title)
        .el_with("div", &body, "")
        .close();
}
