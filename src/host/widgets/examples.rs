//! Examples: a page with one widget of each kind, shown by the code that stands below it.

use std::path::Path;

use super::frame::Stand;
use super::{heights, words as w, Studio, FOLDER};
use crate::host::head::Root;
use crate::host::publish::put;
use crate::host::Result;
use crate::markup::Markup;
use crate::model::{Country, Lang};
use crate::route::Address;
use crate::widget::snippet::{Snippet, FRAME_STYLE};
use crate::widget::Widget;

/// The file below the site's root.
const FILE: &str = "widgets/examples/index.html";
/// Where the code says the site is, when that is not known.
const SOMEWHERE: &str = "https://atlas.example/";

/// One of each kind that the host writes, with the element that shows the same.
fn kinds() -> [(Widget, &'static str); 9] {
    let slug = "sumedang".to_owned();
    let indicator = "hdi".to_owned();
    [
        (
            Widget::City(slug.clone()),
            r#"<ascn-widget kind="city" city="sumedang" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Figure {
                indicator: indicator.clone(),
                place: "IDN".to_owned(),
            },
            r#"<ascn-widget kind="figure" indicator="hdi" place="IDN" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Chart {
                indicator,
                places: Vec::new(),
            },
            r#"<ascn-widget kind="chart" indicator="hdi" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Cities(Country::Vnm),
            r#"<ascn-widget kind="cities" country="VNM" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Projects(slug.clone()),
            r#"<ascn-widget kind="projects" city="sumedang" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Programs(slug),
            r#"<ascn-widget kind="programs" city="sumedang" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Partner("jpn".to_owned()),
            r#"<ascn-widget kind="partner" partner="jpn" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Map,
            r#"<ascn-widget kind="map" lang="{}"></ascn-widget>"#,
        ),
        (
            Widget::Meetings,
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
        for (widget, element) in kinds() {
            example(&mut page, studio, &widget, element, lang, root);
        }
        page.close();
    }
    put(&out.join(FILE), page.finish().as_bytes())
}

fn example(
    page: &mut Markup,
    studio: &Studio<'_>,
    widget: &Widget,
    element: &str,
    lang: Lang,
    root: Option<&Root>,
) {
    let Some(name) = widget.fixed() else { return };
    let file = [FOLDER, "/", lang.tag(), "/", &name].concat();
    let stand = Stand {
        lang,
        date: studio.facts.date,
        file: FILE,
        newest: None,
        root,
    };
    let Some(content) = studio.content(widget, &stand) else {
        return;
    };
    let route = content.to.clone();
    let to = Address { lang, route }.href();
    let height = heights(&studio.facts, widget, lang).any();
    let code = |base: &dyn Fn(&str) -> String| {
        let (src, to) = (base(&file), base(&to));
        let snippet = Snippet {
            src: &src,
            title: &content.title,
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
        .el("h3", "", &content.title)
        // Its style is in that of this page, whose policy refuses style in attributes.
        .nest(&shown.replace(&[" style=\"", FRAME_STYLE, "\""].concat(), ""))
        .open("details", "")
        .el("summary", "", &w::CODE_OF.with(lang, &[widget.kind()]))
        .open("pre", "")
        .el("code", "", &said)
        .close()
        .el("p", "", w::EXAMPLE_ELEMENT.text(lang))
        .open("pre", "")
        .el("code", "", &element.replace("{}", lang.tag()))
        .close()
        .close()
        .close();
}
