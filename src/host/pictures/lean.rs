//! A lean picture: one whose style has the rules that it needs and no others.
//!
//! A chart's style is for every kind of chart. In a picture of one, four fifths of it say nothing.

use std::collections::HashSet;

const BEGIN: &str = "<style>";
const END: &str = "</style>";

/// The picture without the rules of its style that name a class which nothing in it has.
pub fn lean(svg: &str) -> String {
    let parts = svg.split_once(BEGIN).and_then(|(before, rest)| {
        let (style, after) = rest.split_once(END)?;
        Some((before, style, after))
    });
    let Some((before, style, after)) = parts else {
        return svg.to_owned();
    };
    let used: HashSet<&str> = [before, after]
        .iter()
        .flat_map(|part| part.split(" class=\"").skip(1))
        .filter_map(|rest| rest.split('"').next())
        .flat_map(str::split_whitespace)
        .collect();
    let rules: String = style
        .split_inclusive('}')
        .filter(|rule| needs(rule, &used))
        .collect();
    [before, BEGIN, &rules, END, after].concat()
}

/// Whether one of the selectors of a rule names nothing but classes that are used.
fn needs(rule: &str, used: &HashSet<&str>) -> bool {
    let selectors = rule.split('{').next().unwrap_or_default();
    selectors.split(',').any(|selector| {
        let names = selector.split('.').skip(1).map(|it| {
            let end = it.find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '-'));
            it.get(..end.unwrap_or(it.len())).unwrap_or_default()
        });
        names.into_iter().all(|name| used.contains(name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_rules_without_a_mark_go() {
        let svg =
            "<svg class=\"chart\"><style>svg.chart{fill:none}\nsvg.chart .a,svg.chart .b{x:1}\n\
                   svg.chart .a.s1{x:2}\nsvg.chart .a.s2{x:3}svg.chart text{x:4}</style>\
                   <path class=\"a s1\"/></svg>";
        let whole =
            "<svg class=\"chart\"><style>svg.chart{fill:none}\nsvg.chart .a,svg.chart .b{x:1}\n\
                     svg.chart .a.s1{x:2}svg.chart text{x:4}</style><path class=\"a s1\"/></svg>";
        assert_eq!(lean(svg), whole);
        assert_eq!(lean("<svg/>"), "<svg/>");
    }
}
