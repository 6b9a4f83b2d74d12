//! The style of a picture is the style of the page with its colours put in.

use std::fmt::Write as _;

/// Without comments and without blocks that hold for some readers only (`@media`).
fn rules(css: &str) -> Vec<(String, String)> {
    let mut plain = String::new();
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        plain.push_str(&rest[..start]);
        let end = rest[start..].find("*/").unwrap() + start + 2;
        rest = &rest[end..];
    }
    plain.push_str(rest);
    let mut rules = Vec::new();
    let mut rest = plain.as_str();
    while let Some(open) = rest.find('{') {
        let selector = rest[..open].trim();
        let mut depth = 0;
        let close = rest[open..]
            .char_indices()
            .find(|(_, letter)| {
                match letter {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                depth == 0
            })
            .unwrap()
            .0
            + open;
        if !selector.starts_with('@') {
            rules.push((selector.to_owned(), rest[open + 1..close].trim().to_owned()));
        }
        rest = &rest[close + 1..];
    }
    rules
}

/// The value of a token in the light theme.
fn token(name: &str) -> String {
    let base = rules(include_str!("../../../style/base.css"));
    let root = &base
        .iter()
        .find(|(selector, _)| selector == ":root")
        .unwrap()
        .1;
    let line = root.lines().find_map(|line| {
        let (found, value) = line.trim().split_once(':')?;
        (found == name).then(|| value.trim().trim_end_matches(';').to_owned())
    });
    line.unwrap_or_else(|| panic!("no token {name}"))
}

/// `value` with every token put in; `color` is that of the series.
fn put_in(value: &str, color: &str) -> String {
    let mut value = value
        .replace("var(--c)", color)
        .replace("var(--chart-ground)", &token("--ground"));
    while let Some(start) = value.find("var(") {
        let end = value[start..].find(')').unwrap() + start;
        let name = value[start + 4..end].split(',').next().unwrap().to_owned();
        value.replace_range(start..=end, &token(&name));
    }
    value
}

/// `style/chart.css` with literal colours: a rule that has the colour of its series becomes one rule
/// for each series.
fn flattened() -> String {
    let mut out = String::new();
    for (selector, body) in rules(include_str!("../../../style/chart.css")) {
        let selector = selector.split_whitespace().collect::<Vec<_>>().join(" ");
        if selector.starts_with(":where") {
            continue;
        }
        let declarations: Vec<(&str, &str)> = body
            .split(';')
            .filter_map(|it| it.trim().split_once(':'))
            .map(|(name, value)| (name.trim(), value.trim()))
            .filter(|(name, _)| !name.starts_with("--"))
            .map(|(name, value)| match name {
                "font-family" => (name, "Arial,Helvetica,Arimo,\"Liberation Sans\",sans-serif"),
                _ => (name, value),
            })
            .collect();
        if declarations.is_empty() {
            continue;
        }
        let mut rule = |selector: &str, declarations: &[(&str, &str)], color: &str| {
            let all: Vec<String> = declarations
                .iter()
                .map(|(name, value)| format!("{name}:{}", put_in(value, color)))
                .collect();
            writeln!(out, "{}{{{}}}", selector.replace(", ", ","), all.join(";")).unwrap();
        };
        // Marks of no series and of those beyond the palette.
        rule(&selector, &declarations, &token("--ink-muted"));
        let colored: Vec<_> = declarations
            .iter()
            .filter(|(_, value)| value.contains("var(--c)"))
            .copied()
            .collect();
        if !colored.is_empty() {
            for slot in 1..=8 {
                let of_slot: Vec<_> = selector
                    .split(", ")
                    .map(|it| format!("{it}.s{slot}"))
                    .collect();
                let color = token(&format!("--series-{slot}"));
                rule(&of_slot.join(","), &colored, &color);
            }
        }
    }
    out
}

/// After a change of the charts' style: `UPDATE_GOLDEN=1 cargo test --lib export`.
#[test]
fn a_picture_has_the_style_of_the_page() {
    let flattened = flattened();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write("src/export/picture.css", &flattened).unwrap();
        return;
    }
    assert!(
        flattened == include_str!("../picture.css"),
        "src/export/picture.css differs from style/chart.css"
    );
    assert!(!flattened.contains("var("));
}
