//! Markup as a review reads it: an element on each line.

use std::fmt::Write as _;

use ascn_atlas::chart::Figure;
use ascn_atlas::markup::escape;

/// Letters of an attribute's value, beyond which its length and its letters' sum stand for it: the
/// outlines of real lands.
const LONG: usize = 1_500;

/// `markup` with an element on each line, deeper ones further in. Words stay on the line of the
/// element that they stand in.
pub fn lines(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len() * 5 / 4);
    let mut depth = 0_usize;
    // Whether the element that was opened last holds nothing but words so far.
    let mut is_leaf = false;
    for part in markup.split_inclusive('>') {
        let at = part.find('<').unwrap_or(part.len());
        let (words, tag) = part.split_at(at);
        let is_end = tag.starts_with("</");
        let is_alone = tag.ends_with("/>") || tag.starts_with("<!") || is_void(tag);
        if is_end {
            depth = depth.saturating_sub(1);
        }
        if !is_leaf && !words.trim().is_empty() {
            new_line(&mut out, depth + usize::from(is_end));
        }
        out.push_str(words.trim_matches('\n'));
        let closes_leaf = is_end && is_leaf;
        if !closes_leaf && !tag.is_empty() {
            new_line(&mut out, depth);
        }
        out.push_str(&shortened(tag));
        is_leaf = !is_end && !is_alone;
        depth += usize::from(is_leaf);
    }
    out.push('\n');
    out.trim_start().to_owned()
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', depth));
}

/// Elements of HTML that have no end.
fn is_void(tag: &str) -> bool {
    ["<meta", "<base", "<link", "<br", "<img", "<input", "<hr"]
        .iter()
        .any(|it| tag.starts_with(it))
}

/// A tag in which no value is endless.
fn shortened(tag: &str) -> String {
    let value = |(at, value): (usize, &str)| {
        // Every other piece stands between quotation marks.
        if at % 2 == 0 || value.len() <= LONG {
            return value.to_owned();
        }
        let sum = value.bytes().fold(0_u32, |sum, byte| {
            sum.wrapping_mul(31).wrapping_add(u32::from(byte))
        });
        format!("{}… {} letters, {sum:08x}", &value[..20], value.len())
    };
    let parts: Vec<String> = tag.split('"').enumerate().map(value).collect();
    parts.join("\"")
}

/// The file of a drawing: shown by a browser with the style of the site.
pub fn drawing(svg: &str) -> String {
    [
        "<?xml-stylesheet href=\"../../style/base.css\"?>\n",
        "<?xml-stylesheet href=\"../../style/chart.css\"?>\n",
        "<?xml-stylesheet href=\"../../style/programs.css\"?>\n",
        &lines(svg),
    ]
    .concat()
}

/// The file of a figure: its drawing, and as a comment what stands beside it.
pub fn figure(figure: &Figure) -> String {
    let mut said = String::from("\n");
    for entry in figure.legend() {
        let class = &entry.class;
        write!(said, "legend: {} [{class}]", entry.name).unwrap();
        if let Some(shape) = entry.shape {
            write!(said, ", shape {shape}").unwrap();
        }
        for (word, is_so) in [("dashed", entry.dashed), ("named in place", entry.direct)] {
            if is_so {
                write!(said, ", {word}").unwrap();
            }
        }
        said.push('\n');
    }
    let table = figure.table();
    writeln!(
        said,
        "table: {} | {}",
        table.unit,
        table.headers.join(" | ")
    )
    .unwrap();
    for row in &table.rows {
        write!(said, "  {}", row.head).unwrap();
        for cell in &row.cells {
            let mark = if cell.projected { " (projected)" } else { "" };
            let sources = cell.sources.join(",");
            let sources = if sources.is_empty() {
                sources
            } else {
                format!(" [{sources}]")
            };
            write!(said, " | {}{mark}{sources}", cell.text).unwrap();
        }
        said.push('\n');
    }
    for point in figure.points() {
        let (x, y) = (point.x, point.y);
        writeln!(
            said,
            "read out at {x:.1} {y:.1}: {}, {}",
            point.name, point.label
        )
        .unwrap();
    }
    if figure.is_derived() {
        said.push_str("computed here\n");
    }
    // Two hyphens would end the comment.
    let said = escape(&said).replace("--", "- -");
    [&drawing(figure.svg()), "<!--", &said, "-->\n"].concat()
}

/// Drawings below each other in one, `step` units for each.
pub fn stacked(drawings: &[String], size: (u32, u32), step: u32) -> String {
    let (width, height) = size;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-size=\"12\">"
    );
    for (row, svg) in drawings.iter().enumerate() {
        let y = u32::try_from(row).unwrap() * step;
        write!(out, "<g transform=\"translate(0 {y})\">{svg}</g>").unwrap();
    }
    out.push_str("</svg>");
    drawing(&out)
}
