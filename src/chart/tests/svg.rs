//! A reader of the SVG that charts write: it knows nothing of how they are drawn.

use crate::chart::{text_width, Figure, Step};

/// An element: name, attributes and text directly inside.
#[derive(Clone, Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
}

impl Element {
    pub fn get(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|it| it.0 == name);
        found.map_or("", |it| it.1.as_str())
    }

    pub fn number(&self, name: &str) -> f64 {
        self.get(name).parse().unwrap()
    }

    pub fn has_class(&self, class: &str) -> bool {
        self.get("class").split(' ').any(|it| it == class)
    }

    /// The points of a path.
    pub fn points(&self) -> Vec<(f64, f64)> {
        let mut points: Vec<(f64, f64)> = Vec::new();
        let path = self.get("d").replace(['M', 'L'], "|A").replace('H', "|H");
        for step in path.replace('V', "|V").split('|').skip(1) {
            let (kind, numbers) = step.split_at(1);
            let numbers: Vec<f64> = numbers.split(' ').map(|it| it.parse().unwrap()).collect();
            let last = points.last().copied().unwrap_or_default();
            points.push(match kind {
                "H" => (numbers[0], last.1),
                "V" => (last.0, numbers[0]),
                _ => (numbers[0], numbers[1]),
            });
        }
        points
    }

    /// Left, top, right and bottom of a text.
    pub fn text_box(&self) -> [f64; 4] {
        let width = f64::from(text_width(&self.text, 12_000)) / 1000.0;
        let (x, baseline) = (self.number("x"), self.number("y"));
        let left = match self.get("text-anchor") {
            "middle" => x - width / 2.0,
            "end" => x - width,
            _ => x,
        };
        // Letters reach from 8.7 above the baseline to 2.5 below it.
        [left, baseline - 8.7, left + width, baseline + 2.5]
    }
}

/// Every element of `svg` in order, a path once for each line that it draws; panics where it is not
/// well-formed.
pub fn elements(svg: &str) -> Vec<Element> {
    let mut found: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = svg;
    while !rest.is_empty() {
        if let Some(tag) = rest.strip_prefix("</") {
            let (name, after) = tag.split_once('>').unwrap();
            assert_eq!(found[open.pop().unwrap()].name, name, "closes what is open");
            rest = after;
        } else if let Some(tag) = rest.strip_prefix('<') {
            let (inside, after) = tag.split_once('>').unwrap();
            let is_empty = inside.ends_with('/');
            let mut element = Element::default();
            let inside = inside.trim_end_matches('/');
            let (name, mut list) = inside.split_once(' ').unwrap_or((inside, ""));
            assert!(name.chars().all(|it| it.is_ascii_lowercase()), "{name}");
            element.name = name.to_owned();
            while !list.trim().is_empty() {
                let (key, value) = list.split_once("=\"").unwrap();
                let (value, more) = value.split_once('"').unwrap();
                assert!(key
                    .trim()
                    .chars()
                    .all(|it| it.is_ascii_alphabetic() || it == '-'));
                element
                    .attributes
                    .push((key.trim().to_owned(), unescaped(value)));
                list = more;
            }
            found.push(element);
            split_path(&mut found);
            if !is_empty {
                open.push(found.len() - 1);
            }
            rest = after;
        } else {
            let end = rest.find('<').unwrap_or(rest.len());
            assert!(!rest[..end].contains('>'), "text is escaped");
            found[*open.last().unwrap()].text += &unescaped(&rest[..end]);
            rest = &rest[end..];
        }
    }
    assert!(open.is_empty(), "everything is closed");
    found
}

/// Makes the last element, if it is a path, an element for each of its lines and a `circle` for each
/// of its circles. Areas stay whole.
fn split_path(found: &mut Vec<Element>) {
    let is_split = |it: &mut Element| {
        let d = it.get("d");
        it.name == "path" && (d.contains('a') || !d.contains(['Z', 'z']))
    };
    let Some(path) = found.pop_if(is_split) else {
        return;
    };
    for part in path.get("d").split('M').skip(1) {
        let mut element = path.clone();
        element.attributes.retain(|it| it.0 != "d");
        let mut put = |name: &str, value: String| element.attributes.push((name.into(), value));
        if let Some((start, arcs)) = part.split_once('a') {
            let number = |it: &str| it.parse::<f64>().unwrap();
            let (x, y) = start.split_once(' ').unwrap();
            let (radius, _) = arcs.split_once(' ').unwrap();
            // In tenths, so that the middle has no more digits than its parts.
            let middle = (10.0 * (number(x) + number(radius))).round() / 10.0;
            for (name, value) in [("cx", middle), ("cy", number(y)), ("r", number(radius))] {
                put(name, value.to_string());
            }
            element.name = "circle".into();
        } else {
            put("d", format!("M{part}"));
        }
        found.push(element);
    }
}

fn unescaped(text: &str) -> String {
    for (index, _) in text.match_indices('&') {
        let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
        assert!(
            known.iter().any(|it| text[index..].starts_with(it)),
            "{text}"
        );
    }
    assert!(!text.chars().any(char::is_control), "{text:?}");
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// Paths of a class.
pub fn paths(svg: &str, class: &str) -> Vec<Element> {
    let all = elements(svg).into_iter();
    all.filter(|it| it.name == "path" && it.has_class(class))
        .collect()
}

/// The scales of a chart as its axes show them: what a reader with a ruler would take.
pub struct Ruler {
    values: Vec<(f64, f64)>,
    years: Vec<(f64, f64)>,
}

impl Ruler {
    /// Reads the labels of both axes, in English.
    pub fn of(figure: &Figure) -> Self {
        Self::inside(figure, [f64::MIN, f64::MIN, f64::MAX, f64::MAX])
    }

    /// Reads the labels whose anchor lies inside left, top, right and bottom.
    pub fn inside(figure: &Figure, [left, top, right, bottom]: [f64; 4]) -> Self {
        let mut values: Vec<(f64, f64)> = Vec::new();
        let mut years: Vec<(f64, f64)> = Vec::new();
        let middle_of_text = 12.0 * 0.355;
        for it in elements(figure.svg())
            .iter()
            .filter(|it| it.has_class("label"))
            .filter(|it| (left..right).contains(&it.number("x")))
            .filter(|it| (top..bottom).contains(&it.number("y")))
        {
            let text = it.text.replace('−', "-").replace(',', "");
            let (digits, unit) = match text.char_indices().next_back().unwrap() {
                (at, 'K') => (&text[..at], 1e3),
                (at, 'M') => (&text[..at], 1e6),
                (at, 'B') => (&text[..at], 1e9),
                (at, 'T') => (&text[..at], 1e12),
                _ => (text.as_str(), 1.0),
            };
            let value = digits.parse::<f64>().unwrap() * unit;
            if it.get("text-anchor") == "end" {
                values.push((it.number("y") - middle_of_text, value));
            } else {
                years.push((it.number("x"), value));
            }
        }
        Self { values, years }
    }

    /// The same ruler for an axis of ratios: values are the logarithms of those at the labels.
    pub fn of_ratios(figure: &Figure) -> Self {
        let mut ruler = Self::of(figure);
        for it in &mut ruler.values {
            it.1 = it.1.ln();
        }
        ruler
    }

    /// The labels of the axis of values.
    pub fn labels(&self) -> Vec<f64> {
        self.values.iter().map(|it| it.1).collect()
    }

    fn read(ticks: &[(f64, f64)], at: f64) -> f64 {
        let (first, last) = (ticks[0], ticks[ticks.len() - 1]);
        first.1 + (at - first.0) / (last.0 - first.0) * (last.1 - first.1)
    }

    /// The value at `y`, and how much one unit of the `viewBox` is.
    pub fn value(&self, y: f64) -> (f64, f64) {
        let read = |y| Self::read(&self.values, y);
        (read(y), (read(1.0) - read(0.0)).abs())
    }

    /// The year at `x`; `None` with a single label.
    pub fn year(&self, x: f64) -> Option<f64> {
        (self.years.len() > 1).then(|| Self::read(&self.years, x))
    }
}

/// Every point of a figure is reached by the steps of the keyboard.
fn check_steps(figure: &Figure) {
    const STEPS: [Step; 4] = [
        Step::Earlier,
        Step::Later,
        Step::NextSeries,
        Step::PreviousSeries,
    ];
    let all = figure.points().len();
    let mut is_reached = vec![false; all];
    let mut reached: Vec<usize> = figure.step(None, Step::First).into_iter().collect();
    for first in &reached {
        is_reached[*first] = true;
    }
    let mut next = 0;
    while let Some(&now) = reached.get(next) {
        next += 1;
        for there in STEPS
            .iter()
            .filter_map(|step| figure.step(Some(now), *step))
        {
            if !std::mem::replace(&mut is_reached[there], true) {
                reached.push(there);
            }
        }
    }
    assert_eq!(reached.len(), all, "points reached: {}", figure.heading());
}

/// Checks what must hold of the drawing of every chart.
pub fn check_drawing(figure: &Figure) {
    let svg = figure.svg();
    let all = elements(svg);
    let root = &all[0];
    assert_eq!(root.name, "svg");
    assert_eq!(root.get("role"), "img");
    let ids: Vec<&str> = all
        .iter()
        .map(|it| it.get("id"))
        .filter(|it| !it.is_empty())
        .collect();
    assert_eq!(root.get("aria-labelledby"), ids.join(" "));
    assert_eq!(all[1].text, figure.heading());
    assert_eq!(all[2].text, figure.description());
    check_steps(figure);
    assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{svg}");
    assert!(
        !svg.contains("style="),
        "the content security policy allows no style attribute"
    );
    assert!(
        !svg.contains('#') || svg.contains("&#39;"),
        "colours are the stylesheet's"
    );

    let (width, height) = (
        f64::from(figure.size().width),
        f64::from(figure.size().height),
    );
    let texts: Vec<&Element> = all.iter().filter(|it| it.name == "text").collect();
    let boxes: Vec<[f64; 4]> = texts.iter().map(|it| it.text_box()).collect();
    for (index, [left, top, right, bottom]) in boxes.iter().enumerate() {
        let inside = *left >= -0.5 && *top >= 0.0 && *right <= width + 0.5 && *bottom <= height;
        assert!(
            inside,
            "{} leaves the chart: {:?}",
            figure.heading(),
            texts[index]
        );
        for (other, it) in boxes.iter().enumerate().skip(index + 1) {
            let apart = *right <= it[0] || it[2] <= *left || *bottom <= it[1] || it[3] <= *top;
            assert!(
                apart,
                "{}: {:?} covers {:?}",
                figure.heading(),
                texts[index],
                texts[other]
            );
        }
    }

    for point in figure.points() {
        assert!(!point.sources.is_empty() && !point.label.is_empty());
        let known = |key: &String| figure.sources().contains(key);
        assert!(point.sources.iter().all(known));
        assert!((0.0..=width).contains(&point.x) && (0.0..=height).contains(&point.y));
    }
}

/// Checks what must hold of every chart over years, and that `shown` are the values at its points.
pub fn check(figure: &Figure, shown: &[f64]) {
    check_drawing(figure);
    check_values(figure, shown, &Ruler::of(figure));
}

/// Checks that `shown` are the values that `ruler` reads at the points of `figure`, and that the table
/// holds as many.
pub fn check_values(figure: &Figure, shown: &[f64], ruler: &Ruler) {
    assert_eq!(figure.points().len(), shown.len());
    for (point, &value) in figure.points().iter().zip(shown) {
        let (read, unit) = ruler.value(point.y);
        // Coordinates have one decimal; labels are rounded to it too.
        assert!(
            (read - value).abs() <= unit * 0.25,
            "{point:?} reads {read}, is {value}"
        );
        if let Some(year) = ruler.year(point.x) {
            assert!(
                (year - f64::from(point.year)).abs() < 0.2,
                "{point:?} reads {year}"
            );
        }
    }
    let cells = figure.table().rows.iter().flat_map(|it| &it.cells);
    let filled = cells.filter(|it| !it.text.is_empty()).count();
    assert_eq!(filled, shown.len(), "the table holds every value");
}
