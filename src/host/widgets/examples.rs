//! Examples: a page with one widget of each kind, and those that readers can explore, each shown by the
//! code that stands below it.

use std::path::Path;

use super::frame::Stand;
use super::{heights, words as w, Studio};
use crate::host::head::Root;
use crate::host::publish::put;
use crate::host::Result;
use crate::i18n::{list, Key};
use crate::markup::Markup;
use crate::model::{Country, Lang};
use crate::route::{Address, Compare};
use crate::widget::snippet::{Snippet, FRAME_STYLE};
use crate::widget::{Look, NetworkChart, Widget};

/// The file below the site's root.
const FILE: &str = "widgets/examples/index.html";
/// Where the code says the site is, when that is not known.
const SOMEWHERE: &str = "https://atlas.example/";

/// One of each kind, fixed where it can be, and those that readers can explore; with whether it is
/// live, and the element that shows the same.
fn kinds() -> [(Widget, bool, &'static str); 14] {
    let slug = "sumedang".to_owned();
    let chart = Widget::Chart {
        indicator: "hdi".to_owned(),
        places: Vec::new(),
    };
    [
        (
            Widget::City(slug.clone()),
            false,
            r#"<ascn-widget kind="city" city="sumedang" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Figure {
                indicator: "hdi".to_owned(),
                place: "IDN".to_owned(),
            },
            false,
            r#"<ascn-widget kind="figure" indicator="hdi" place="IDN" lang="{}"></ascn-widget>"#,
        ),
        (
            chart.clone(),
            false,
            r#"<ascn-widget kind="chart" indicator="hdi" lang="{}"></ascn-widget>"#,
        ),
        (
            chart,
            true,
            r#"<ascn-widget kind="chart" indicator="hdi" live lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Cities(Country::Vnm),
            false,
            r#"<ascn-widget kind="cities" country="VNM" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Compare(Compare::of(&["sumedang", "makassar"])),
            true,
            r#"<ascn-widget kind="compare" places="sumedang,makassar" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Projects(slug.clone()),
            false,
            r#"<ascn-widget kind="projects" city="sumedang" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Counts(slug.clone()),
            false,
            r#"<ascn-widget kind="counts" city="sumedang" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Programs(slug),
            false,
            r#"<ascn-widget kind="programs" city="sumedang" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Partner("jpn".to_owned()),
            false,
            r#"<ascn-widget kind="partner" partner="jpn" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Timeline,
            false,
            r#"<ascn-widget kind="timeline" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Network(NetworkChart::Focus),
            false,
            r#"<ascn-widget kind="network" chart="focus" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Map,
            false,
            r#"<ascn-widget kind="map" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Meetings,
            false,
            r#"<ascn-widget kind="meetings" lang="{}"></ascn-widget>"#,
        ),
    ]
}

/// Writes the page below `out`.
///
/// # Errors
///
/// When the file cannot be written.
pub(super) fn write(studio: &Studio<'_>, out: &Path, root: Option<&Root>) -> Result<()> {
    let mut page = Markup::new();
    page.nest("<!doctype html>")
        .open_with("html", &[("lang", "en")])
        .nest("<head><meta charset=\"utf-8\">")
        .nest("<meta name=\"viewport\" content=\"width=device-width\">")
        .el("title", "", w::EXAMPLES.text(Lang::En))
        .nest("<meta name=\"robots\" content=\"noindex\"><style></style>")
        .nest("<script src=\"../embed.js\" async></script></head>")
        .open("body", "examples")
        .open("main", "")
        .el("h1", "", w::EXAMPLES.text(Lang::En));
    for lang in [Lang::En, Lang::Id] {
        page.open_with("section", &[("lang", lang.tag())])
            .el("h2", "", w::EXAMPLES.text(lang))
            .el("p", "", w::EXAMPLES_LEAD.text(lang));
        for (widget, is_live, element) in kinds() {
            let shown = Example {
                widget,
                is_live,
                element,
            };
            example(&mut page, studio, &shown, lang, root);
        }
        page.close();
    }
    put(&out.join(FILE), page.finish().as_bytes())
}

/// A widget that the page shows.
struct Example {
    widget: Widget,
    /// Whether readers can explore it.
    is_live: bool,
    /// The same as an element, in the language `{}`.
    element: &'static str,
}

/// What the frame of an example is called; `None` where there is no such widget.
fn title_of(studio: &Studio<'_>, example: &Example, stand: &Stand<'_>) -> Option<String> {
    let lang = stand.lang;
    let title = match &example.widget {
        Widget::Compare(compare) => {
            let city = |slug: &String| Some(studio.city(slug)?.city.name.get(lang).to_owned());
            let names: Option<Vec<String>> = compare.cities.iter().map(city).collect();
            Key::EmbedCompareOf.with(lang, &list(&names?, lang))
        }
        widget => studio.content(widget, stand)?.title,
    };
    Some(if example.is_live {
        w::TO_EXPLORE.with(lang, &[&title])
    } else {
        title
    })
}

fn example(
    page: &mut Markup,
    studio: &Studio<'_>,
    example: &Example,
    lang: Lang,
    root: Option<&Root>,
) {
    let widget = &example.widget;
    let file = widget.file(lang, example.is_live, "", &Look::default());
    let stand = Stand {
        lang,
        date: studio.facts.date,
        file: FILE,
        newest: None,
    };
    let Some(title) = title_of(studio, example, &stand) else {
        return;
    };
    let route = widget.page();
    let to = Address { lang, route }.href();
    let height = heights(&studio.facts, widget, lang, example.is_live).any();
    let code = |base: &dyn Fn(&str) -> String| {
        let (src, to) = (base(&file), base(&to));
        let snippet = Snippet {
            src: &src,
            title: &title,
            height,
            page: &to,
        };
        (
            snippet.frame(),
            snippet.frame_with_script(&base("widgets/embed.js")),
        )
    };
    let (shown, _) = code(&|path| stand.href(path));
    let absolute = |path: &str| root.map_or_else(|| [SOMEWHERE, path].concat(), |it| it.join(path));
    let (_, said) = code(&absolute);
    page.open("article", "")
        .el("h3", "", &title)
        // Its style is in that of this page, whose policy refuses style in attributes.
        .nest(&shown.replace(&[" style=\"", FRAME_STYLE, "\""].concat(), ""))
        .open("details", "")
        .el("summary", "", &w::CODE_OF.with(lang, &[widget.kind()]))
        .open("pre", "")
        .el("code", "", &said)
        .close()
        .el("p", "", w::EXAMPLE_ELEMENT.text(lang))
        .open("pre", "")
        .el("code", "", &example.element.replace("{}", lang.tag()))
        .close()
        .close()
        .close();
}
