use super::{head, indicators};
use crate::chart::{from_indicator, Figure, Size};
use crate::export::picture::{picture, Caption, CSS};
use crate::markup::escape;
use crate::model::{Lang, Sources};

fn caption(sources: &Sources, lang: Lang) -> Caption<'_> {
    Caption {
        title: "",
        notes: &[],
        address: "",
        data_date: head(sources, lang).data_date,
        lang,
        sources,
    }
}

/// Classes of the words around the figures.
const OWN: [&str; 4] = ["title", "head", "words", "fine"];

/// Every `<text>` of the picture itself as its place and words; those of charts are elsewhere.
fn lines(svg: &str) -> Vec<(i32, i32, &str)> {
    let own = svg.split("<text class=\"").skip(1).filter_map(|it| {
        let (class, rest) = it.split_once("\" x=\"")?;
        OWN.contains(&class).then_some(rest)
    });
    own.map(|it| {
        let (x, rest) = it.split_once("\" y=\"").unwrap();
        let (y, rest) = rest.split_once("\">").unwrap();
        let words = rest.split_once("</text>").unwrap().0;
        (x.parse().unwrap(), y.parse().unwrap(), words)
    })
    .collect()
}

/// Words of the picture without the places where lines break.
fn words(svg: &str) -> String {
    let lines: Vec<_> = lines(svg).iter().map(|it| it.2).collect();
    lines.join(" ")
}

#[test]
fn words_around_figures_have_no_class_of_a_mark() {
    for class in OWN {
        let rule = [".", class].concat();
        let ends = |it: &str| !it.starts_with(|it: char| it.is_alphanumeric() || it == '-');
        assert!(!CSS.split(&rule).skip(1).any(ends), "{class}");
    }
}

#[test]
fn every_indicator_is_a_picture_that_stands_alone() {
    for (indicator, sources) in &indicators() {
        for (lang, size) in [(Lang::Id, Size::NARROW), (Lang::En, Size::WIDE)] {
            let figure = from_indicator(indicator, "x", lang, size, "c");
            let svg = picture(std::slice::from_ref(&figure), &caption(sources, lang));
            assert!(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" "));
            assert!(!svg.contains("var("));
            // Nothing but XML's own name is an address that a program would fetch.
            assert!(!svg.contains("href"));
            let words = words(&svg);
            assert!(words.contains(&escape(figure.heading())));
            assert!(words.contains(&escape(figure.description())));
            let unknown = ["lisensi tidak disebutkan", "licence not stated"];
            for key in figure.sources().iter().take(4) {
                let source = &sources[key];
                let title = &source.title;
                let licence = source.licence.as_deref().unwrap_or(unknown[lang as usize]);
                for part in [title, &source.publisher, licence] {
                    assert!(words.contains(&escape(part)), "{part}: {words}");
                }
            }
            assert!(words.contains("ASCN Atlas, data"));
            assert!(words.contains("23 November 2026"));
            legend(&figure, &words);
            room(&svg, &figure);
        }
    }
}

/// A name that does not stand in the chart stands below it.
fn legend(figure: &Figure, words: &str) {
    for entry in figure.legend().iter().filter(|it| !it.direct) {
        if figure.legend().len() > 1 {
            assert!(words.contains(&escape(&entry.name)), "{}", entry.name);
        }
    }
}

/// No line leaves the picture, and none stands on another.
fn room(svg: &str, figure: &Figure) {
    let size = figure.size();
    let mut last = 0;
    for (x, y, words) in lines(svg) {
        let long = crate::chart::text_width(&words.replace("&amp;", "&").replace("&#39;", "'"), 11);
        assert!(
            x >= 16 && i64::from(x) + i64::from(long) <= i64::from(size.width) + 32,
            "{words}"
        );
        assert!(y == last || y - last >= 14, "{last} {y} {words}");
        last = y;
    }
    let height = svg.split(" height=\"").nth(1).unwrap();
    let height: i32 = height.split_once('"').unwrap().0.parse().unwrap();
    assert!(last < height);
    assert!(last > i32::try_from(size.height).unwrap());
}

#[test]
fn words_fit_in_fonts_that_are_wider_too() {
    for (indicator, sources) in &indicators() {
        for (lang, size) in [(Lang::Id, Size::NARROW), (Lang::En, Size::WIDE)] {
            let figure = from_indicator(indicator, "Bandar Seri Begawan", lang, size, "c");
            let svg = picture(std::slice::from_ref(&figure), &caption(sources, lang));
            for (class, letters) in [("title", 20), ("head", 15), ("words", 12), ("fine", 11)] {
                // DejaVu Sans beside the measured font: a sixth wider, in bold a third.
                let share = if letters > 12 { 133 } else { 117 };
                let start = ["<text class=\"", class, "\" x=\""].concat();
                for it in svg.split(&start).skip(1) {
                    let (x, rest) = it.split_once("\" y=\"").unwrap();
                    let words = rest.split_once("\">").unwrap().1;
                    let words = words.split_once("</text>").unwrap().0;
                    let words = words.replace("&amp;", "&").replace("&#39;", "'");
                    let long = crate::chart::text_width(&words, letters) * share / 100;
                    let x: u32 = x.parse().unwrap();
                    assert!(x + long <= size.width + 32, "{class}: {words}");
                }
            }
        }
    }
}

#[test]
fn long_words_are_broken_and_hostile_ones_are_text() {
    let (mut indicator, sources) = indicators().swap_remove(0);
    let thai = "กรุงเทพมหานคร".repeat(20);
    indicator.name.en = format!("{thai} <script>\u{0}&\"");
    let figure = from_indicator(&indicator, "x", Lang::En, Size::NARROW, "c");
    let svg = picture(std::slice::from_ref(&figure), &caption(&sources, Lang::En));
    room(&svg, &figure);
    assert!(words(&svg).replace(' ', "").contains(&thai));
    assert!(words(&svg).contains("&lt;script&gt; &amp;&quot;"));
    assert!(!svg.contains("<script"));
    assert!(!svg.contains('\u{0}'));
}

#[cfg(feature = "host")]
#[test]
fn a_picture_is_svg_for_a_program_that_is_no_browser() {
    for (indicator, sources) in indicators().iter().step_by(7) {
        let figure = from_indicator(indicator, "x", Lang::En, Size::WIDE, "c");
        let svg = picture(&[figure], &caption(sources, Lang::En));
        let tree = resvg::usvg::Tree::from_str(&svg, &resvg::usvg::Options::default()).unwrap();
        assert_eq!(tree.size().width(), 672.0);
    }
}
