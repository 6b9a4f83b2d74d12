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

/// How the style names a mark in any shade.
const SHADE: &str = "[class*=\" q\"]";

/// The colour of a step from the ground to the accent, as `color-mix(in oklab, …)` gives it.
fn shade(step: u8) -> String {
    let css = include_str!("../../../style/chart.css");
    let rule = css.split_once(&format!(".q{step} {{")).unwrap().1;
    let rule = rule.split_once('}').unwrap().0;
    let Some((_, share)) = rule.split_once("var(--shade-to) ") else {
        return token("--accent");
    };
    let share = share.split_once('%').unwrap().0.parse::<f64>().unwrap() / 100.0;
    let (from, to) = (oklab(&token("--ground")), oklab(&token("--accent")));
    let mut mixed = from;
    for (mixed, to) in mixed.iter_mut().zip(to) {
        *mixed += (to - *mixed) * share;
    }
    hex(mixed)
}

/// Lightness, green to red and blue to yellow of a colour such as `#101a99`.
fn oklab(color: &str) -> [f64; 3] {
    let [red, green, blue] = [1, 3, 5].map(|at| {
        let part = f64::from(u8::from_str_radix(&color[at..at + 2], 16).unwrap()) / 255.0;
        if part <= 0.040_45 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
    let middle = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
    let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
    [
        0.210_454_255_3 * long + 0.793_617_785 * middle - 0.004_072_046_8 * short,
        1.977_998_495_1 * long - 2.428_592_205 * middle + 0.450_593_709_9 * short,
        0.025_904_037_1 * long + 0.782_771_766_2 * middle - 0.808_675_766 * short,
    ]
}

/// The way back from [`oklab`].
fn hex([light, red, yellow]: [f64; 3]) -> String {
    let long = (light + 0.396_337_777_4 * red + 0.215_803_757_3 * yellow).powi(3);
    let middle = (light - 0.105_561_345_8 * red - 0.063_854_172_8 * yellow).powi(3);
    let short = (light - 0.089_484_177_5 * red - 1.291_485_548 * yellow).powi(3);
    let parts = [
        4.076_741_662_1 * long - 3.307_711_591_3 * middle + 0.230_969_929_2 * short,
        -1.268_438_004_6 * long + 2.609_757_401_1 * middle - 0.341_319_396_5 * short,
        -0.004_196_086_3 * long - 0.703_418_614_7 * middle + 1.707_614_701 * short,
    ];
    let byte = |part: f64| {
        let part = if part <= 0.003_130_8 {
            part * 12.92
        } else {
            1.055 * part.powf(1.0 / 2.4) - 0.055
        };
        (part.clamp(0.0, 1.0) * 255.0).round()
    };
    let mut out = String::from("#");
    for part in parts {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // 0 to 255
        let byte = byte(part) as u8;
        write!(out, "{byte:02x}").unwrap();
    }
    out
}

#[test]
fn colours_come_back_from_oklab() {
    for color in ["#101a99", "#ffffff", "#000000", "#e26f08"] {
        assert_eq!(hex(oklab(color)), color);
    }
}

/// `style/chart.css` with literal colours: a rule that has the colour of its series becomes one rule
/// for each series.
fn flattened() -> String {
    let mut out = String::new();
    for (selector, body) in rules(include_str!("../../../style/chart.css")) {
        let selector = selector.split_whitespace().collect::<Vec<_>>().join(" ");
        // The one map with links is on the page alone, and a sparkline is never a picture.
        if !selector.starts_with("svg.chart")
            || selector.contains("atlas")
            || selector.contains("spark")
        {
            continue;
        }
        // What few programs know said in a way that all do: nothing is filled unless something says
        // so, a rule or the mark itself.
        let selector = selector.replace(" path:where(:not([fill]))", "");
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
        let is_colored = declarations.iter().any(|it| it.1.contains("var(--c)"));
        if is_colored && selector.contains(SHADE) {
            for step in 1..=7 {
                let of_step = selector.replace(SHADE, &format!(".q{step}"));
                rule(&of_step, &declarations, &shade(step));
            }
            continue;
        }
        if selector.contains(SHADE) {
            for step in 1..=7 {
                let of_step = selector.replace(SHADE, &format!(".q{step}"));
                rule(&of_step, &declarations, "");
            }
            continue;
        }
        // Marks of no series and of those beyond the palette.
        rule(&selector, &declarations, &token("--ink-muted"));
        if selector.contains(".s0") {
            continue;
        }
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
            // A sample of a shade is drawn as a bar.
            if selector == "svg.chart .bar" {
                for step in 1..=7 {
                    rule(&format!("{selector}.q{step}"), &colored, &shade(step));
                }
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
