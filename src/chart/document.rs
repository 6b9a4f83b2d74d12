//! The document: what stands around the marks of a chart, and where its parts are in the text.

use std::ops::Range;

use super::backend::push_escaped;

/// What stands around the marks of a chart.
pub(super) struct Document<'a> {
    /// Start of every id in the SVG, unique in the page.
    pub id: &'a str,
    /// Accessible name.
    pub title: &'a str,
    /// Accessible description.
    pub description: &'a str,
    /// Width and height in units.
    pub size: (u32, u32),
}

impl Document<'_> {
    /// The whole `<svg>` around `ground` and, before it, `marks`. With a ground, each has a `<g>`.
    pub fn wrap(&self, ground: &str, marks: &str) -> Drawing {
        let mut out = String::with_capacity(ground.len() + marks.len() + 512);
        let (width, height) = (self.size.0.to_string(), self.size.1.to_string());
        let mut id = String::new();
        // An id is one word.
        for word in self.id.split_ascii_whitespace() {
            if !id.is_empty() {
                id.push('-');
            }
            push_escaped(&mut id, word);
        }
        for part in [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 ",
            &width,
            " ",
            &height,
            "\" font-size=\"12\" role=\"img\" aria-labelledby=\"",
            &id,
            "-t ",
            &id,
            "-d\"><title id=\"",
            &id,
            "-t\">",
        ] {
            out.push_str(part);
        }
        push_escaped(&mut out, self.title);
        for part in ["</title><desc id=\"", &id, "-d\">"] {
            out.push_str(part);
        }
        let before_description = out.len();
        push_escaped(&mut out, self.description);
        let behind_description = out.len();
        out.push_str("</desc>");
        let has_ground = !ground.is_empty();
        if has_ground {
            for part in ["<g>", ground, "</g><g>"] {
                out.push_str(part);
            }
        }
        let before_marks = out.len();
        out.push_str(marks);
        let behind_marks = out.len();
        out.push_str(if has_ground { "</g></svg>" } else { "</svg>" });
        Drawing {
            svg: out,
            has_ground,
            description: before_description..behind_description,
            marks: before_marks..behind_marks,
        }
    }
}

/// A chart as text, and where its parts are in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Drawing {
    /// The whole `<svg>`.
    pub svg: String,
    /// Whether marks lie on a ground of their own.
    has_ground: bool,
    description: Range<usize>,
    marks: Range<usize>,
}

impl Drawing {
    /// The marks, if nothing but they and the description differs from `before`.
    pub fn change_from(&self, before: &Self) -> Option<&str> {
        let same = |part: fn(&Self) -> Range<usize>| {
            self.svg.get(part(self)) == before.svg.get(part(before))
        };
        let is_same = self.has_ground
            && same(|it| 0..it.description.start)
            && same(|it| it.description.end..it.marks.start);
        self.svg.get(self.marks.clone()).filter(|_| is_same)
    }
}
