//! What must hold of everything that is written as markup: it is whole, carries nothing hostile as
//! anything but text, names no number that is none, and is not longer than what went in allows.

use ascn_atlas::chart::Figure;
use roxmltree::{Document, ParsingOptions};

use crate::chance::MARK;

/// Attributes that hold numbers of the drawing.
const NUMBERS: &[&str] = &[
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "cx",
    "cy",
    "r",
    "d",
    "width",
    "height",
    "points",
    "transform",
    "viewBox",
];

/// SVG or XML that stands alone or in a page; `most` bytes at most.
pub(crate) fn drawing(svg: &str, most: usize) {
    assert!(
        svg.len() <= most,
        "{} bytes of drawing, of at most {most}",
        svg.len()
    );
    harmless(svg);
    let options = ParsingOptions {
        nodes_limit: u32::MAX,
        ..ParsingOptions::default()
    };
    let parsed = Document::parse_with_options(svg, options);
    let document = parsed.unwrap_or_else(|error| {
        let around: String = svg.chars().take(400).collect();
        panic!("no XML: {error}: {around}")
    });
    for node in document.descendants() {
        assert_ne!(node.tag_name().name(), "script");
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on"), "{}", attribute.name());
            if NUMBERS.contains(&attribute.name()) {
                let value = attribute.value();
                let is_number = !value.contains("NaN") && !value.contains("inf");
                assert!(is_number, "{}={value}", attribute.name());
            }
        }
    }
}

/// Markup of a page: nothing hostile is more than text.
pub(crate) fn harmless(html: &str) {
    if let Some(at) = html.find(MARK) {
        let mut from = at.saturating_sub(200);
        while !html.is_char_boundary(from) {
            from -= 1;
        }
        panic!(
            "hostile markup: {}",
            html[from..].chars().take(400).collect::<String>()
        );
    }
}

/// A figure with everything that a page shows of it, made from so many points and bytes of words.
pub(crate) fn figure(figure: &Figure, points: usize, words: usize) {
    let most = 200_000 + 1_500 * points + 60 * words;
    drawing(figure.svg(), most);
    let table = figure.table();
    for row in &table.rows {
        assert!(
            row.cells.len() < table.headers.len().max(1),
            "more cells than columns"
        );
    }
    for point in figure.points() {
        assert!(point.x.is_finite() && point.y.is_finite(), "{point:?}");
    }
    let said = figure.description();
    assert!(said.len() <= most, "{} bytes of description", said.len());
}
