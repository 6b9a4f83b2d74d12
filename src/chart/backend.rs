//! The SVG backend: what plotters draws, as SVG text with classes in place of colours.
//!
//! Unlike plotters' own: one unit of plotters is a tenth of a unit of the `viewBox`, so marks stand
//! where their values are and not on whole pixels; colours are [looks](super::style) and become
//! classes, so that themes, print and forced colours are the business of CSS alone; text is measured
//! by [`text_width`] and never through the page.

use std::convert::Infallible;

use plotters_backend::{
    text_anchor::HPos, BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend,
    DrawingErrorKind,
};

use super::metrics::text_width;
use super::style::push_classes;

/// Tenths of a unit in a unit.
pub(super) const TENTHS: i32 = 10;
/// Size of text in tenths, unless a text has its own.
pub(super) const FONT: i32 = 120;
/// From the middle of a line of text down to its baseline, in thousandths of an em.
const BASELINE: i32 = 355;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Writes the marks of a chart, without the `<svg>` around them.
pub(super) struct SvgBackend<'a> {
    out: &'a mut String,
    size: (u32, u32),
    /// What the path that has not ended yet looks like: the next one goes on with it if it looks the
    /// same. One element for a grid, or for the lines in grey, is quicker to read and to lay out.
    open: Option<(u8, u8, u8)>,
    /// Room for the numbers of a path, which the next one takes over.
    bytes: Vec<u8>,
    /// A radius of dots, and the way around one.
    around: (i32, String),
}

impl<'a> SvgBackend<'a> {
    /// Appends to `out` a drawing of `size` tenths.
    pub fn new(out: &'a mut String, size: (u32, u32)) -> Self {
        Self {
            out,
            size,
            open: None,
            bytes: Vec::new(),
            around: (0, String::new()),
        }
    }

    fn coordinate(&mut self, name: &str, tenths: i32) {
        self.out.push_str(name);
        self.out.push_str("=\"");
        push_tenths(self.out, tenths);
        self.out.push_str("\" ");
    }

    /// Begins an element.
    fn open(&mut self, tag: &str) {
        self.end_path();
        self.out.push_str(tag);
    }

    /// Goes on with the path that has not ended if it looks the same, else begins one.
    fn go_on(&mut self, color: BackendColor) {
        if self.open != Some(color.rgb) {
            self.open("<path d=\"");
            self.open = Some(color.rgb);
        }
    }

    fn end_path(&mut self) {
        if let Some(rgb) = self.open.take() {
            self.out.push_str("\" ");
            self.classes(rgb);
            self.out.push_str("/>");
        }
    }

    fn classes(&mut self, rgb: (u8, u8, u8)) {
        self.out.push_str("class=\"");
        push_classes(self.out, rgb);
        self.out.push('"');
    }

    /// A path through `points`, which is generic in nothing, so that it is compiled once.
    fn path(
        &mut self,
        points: &mut dyn Iterator<Item = BackendCoord>,
        closed: bool,
        color: BackendColor,
    ) {
        self.go_on(color);
        // Bytes first: a chart has thousands of numbers, each of which would be checked to be text.
        let mut bytes = std::mem::take(&mut self.bytes);
        bytes.clear();
        let mut last: Option<BackendCoord> = None;
        for (x, y) in points {
            let (letter, along, down) = match last {
                None => (b'M', true, true),
                Some((_, before)) if before == y => (b'H', true, false),
                Some((before, _)) if before == x => (b'V', false, true),
                Some(_) => (b'L', true, true),
            };
            // A whole step at once: each piece that is appended costs as much as a number.
            let mut step = Step::default();
            if down {
                step.tenths(y);
            }
            if along && down {
                step.put(b' ');
            }
            if along {
                step.tenths(x);
            }
            step.put(letter);
            bytes.extend_from_slice(step.text());
            last = Some((x, y));
        }
        if closed {
            bytes.push(b'Z');
        }
        push_ascii(self.out, &bytes);
        self.bytes = bytes;
    }

    fn text(&mut self, text: &str, size: i32, anchor: HPos, pos: BackendCoord, it: BackendColor) {
        self.open("<text ");
        self.coordinate("x", pos.0);
        self.coordinate("y", pos.1 + size * BASELINE / 1000);
        match anchor {
            HPos::Left => {}
            HPos::Center => self.out.push_str("text-anchor=\"middle\" "),
            HPos::Right => self.out.push_str("text-anchor=\"end\" "),
        }
        if size != FONT {
            self.coordinate("font-size", size);
        }
        self.classes(it.rgb);
        self.out.push('>');
        push_escaped(self.out, text);
        self.out.push_str("</text>");
    }
}

impl Drop for SvgBackend<'_> {
    fn drop(&mut self) {
        self.end_path();
    }
}

impl DrawingBackend for SvgBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    /// Draws nothing: a chart has no pixels.
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.path(&mut [from, to].into_iter(), false, style.color());
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        self.open("<rect ");
        self.coordinate("x", upper_left.0);
        self.coordinate("y", upper_left.1);
        self.coordinate("width", bottom_right.0 - upper_left.0);
        self.coordinate("height", bottom_right.1 - upper_left.1);
        self.classes(style.color().rgb);
        self.out.push_str("/>");
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.path(&mut path.into_iter(), false, style.color());
        Ok(())
    }

    /// Two arcs of a path, which goes on with the next circle that looks the same: dozens of dots are
    /// then one element.
    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        let radius = i32::try_from(radius).unwrap_or_default();
        self.go_on(style.color());
        let mut step = Step::default();
        step.tenths(center.1);
        step.put(b' ');
        step.tenths(center.0 - radius);
        step.put(b'M');
        push_ascii(self.out, step.text());
        if self.around.0 != radius || self.around.1.is_empty() {
            self.around = (radius, around(radius));
        }
        self.out.push_str(&self.around.1);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vert: I,
        style: &S,
    ) -> Drawn {
        self.path(&mut vert.into_iter(), true, style.color());
        Ok(())
    }

    /// Draws `text` with its anchor at `pos`, which is the middle of the line's height.
    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        pos: BackendCoord,
    ) -> Drawn {
        #[allow(clippy::cast_possible_truncation)] // sizes of type
        let size = style.size() as i32;
        self.text(text, size, style.anchor().h_pos, pos, style.color());
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // sizes of type
        let size = style.size() as u32;
        Ok((text_width(text, size), size))
    }

    /// Draws nothing: a chart has no pixels.
    fn blit_bitmap(&mut self, _: BackendCoord, _: (u32, u32), _: &[u8]) -> Drawn {
        Ok(())
    }
}

/// The way around a dot, from its left and back: two arcs.
fn around(radius: i32) -> String {
    let mut out = String::new();
    for across in [2 * radius, -2 * radius] {
        out.push('a');
        push_tenths(&mut out, radius);
        out.push(' ');
        push_tenths(&mut out, radius);
        out.push_str(" 0 1 1 ");
        push_tenths(&mut out, across);
        out.push_str(" 0");
    }
    out.push('Z');
    out
}

/// `value` rounded to tenths, as SVG and CSS write numbers: `12.5`, `-3`. Values beyond 2^31 tenths
/// stand at its edge.
///
/// The standard library's formatting of floats would cost the wasm 5 kB (brotli).
#[must_use]
pub fn tenths(value: f64) -> String {
    let mut out = String::new();
    #[allow(clippy::cast_possible_truncation)] // saturates
    push_tenths(&mut out, (value * f64::from(TENTHS)).round() as i32);
    out
}

/// Appends a number of tenths in units, with at most one decimal: 125 is `12.5`, −40 is `-4`.
///
/// See [`Step`] where there are many.
pub(crate) fn push_tenths(out: &mut String, tenths: i32) {
    let mut step = Step::default();
    step.tenths(tenths);
    push_ascii(out, step.text());
}

/// Bytes of a step: a letter, two numbers of a sign, ten digits and a point, and a space between them.
const ROOM: usize = 26;

/// A step of a path, written from its end, where a number has its last digit.
struct Step {
    room: [u8; ROOM],
    /// Where what is written begins.
    from: usize,
}

impl Default for Step {
    fn default() -> Self {
        Self {
            room: [0; ROOM],
            from: ROOM,
        }
    }
}

impl Step {
    /// Puts a byte before what is written.
    #[inline(always)]
    #[allow(clippy::inline_always, reason = "a call costs more than what it does")]
    fn put(&mut self, byte: u8) {
        self.from = self.from.wrapping_sub(1);
        if let Some(it) = self.room.get_mut(self.from) {
            *it = byte;
        }
    }

    /// Puts a number of tenths before what is written, in units as [`push_tenths`] writes it.
    fn tenths(&mut self, tenths: i32) {
        #[allow(clippy::cast_possible_truncation)] // below ten
        let digit = |of: u32| b'0' + of as u8;
        let of = tenths.unsigned_abs();
        let mut rest = of / 10;
        let last = of - rest * 10;
        if last != 0 {
            self.put(digit(last));
            self.put(b'.');
        }
        while {
            let next = rest / 10;
            self.put(digit(rest - next * 10));
            rest = next;
            rest != 0
        } {}
        if tenths < 0 {
            self.put(b'-');
        }
    }

    fn text(&self) -> &[u8] {
        self.room.get(self.from..).unwrap_or_default()
    }
}

fn push_ascii(out: &mut String, text: &[u8]) {
    out.push_str(std::str::from_utf8(text).unwrap_or_default());
}

/// Appends `text` so that it is text and nothing else, in markup and in attributes alike. Characters
/// that XML forbids become spaces.
pub(super) fn push_escaped(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => out.push(' '),
            plain => out.push(plain),
        }
    }
}

#[cfg(test)]
mod tests {
    use plotters::prelude::*;

    use super::*;
    use crate::chart::style::{Look, Part, Variant};

    fn drawn(draw: impl Fn(&DrawingArea<SvgBackend, plotters::coord::Shift>)) -> String {
        let mut out = String::new();
        draw(&SvgBackend::new(&mut out, (6400, 3000)).into_drawing_area());
        out
    }

    #[test]
    fn tenths_are_written_as_the_standard_library_writes_them() {
        let ends = [i32::MIN, i32::MIN + 1, i32::MAX, i32::MAX - 7];
        for tenths in (-12_345..12_345).chain(ends) {
            let mut out = String::new();
            push_tenths(&mut out, tenths);
            assert_eq!(out, (f64::from(tenths) / 10.0).to_string());
        }
    }

    #[test]
    fn marks_have_one_decimal_and_classes() {
        let look = Look::series(Part::Line, 2, Variant::Projected).color();
        let svg = drawn(|area| {
            area.draw(&PathElement::new(
                vec![(125, 40), (125, 30), (200, 30), (211, 42)],
                look,
            ))
            .unwrap();
            area.draw(&Circle::new((1, 2), 35, look.filled())).unwrap();
            area.draw(&Rectangle::new([(10, 20), (40, 55)], look))
                .unwrap();
        });
        assert_eq!(
            svg,
            concat!(
                r#"<path d="M12.5 4V3H20L21.1 4.2M-3.4 0.2a3.5 3.5 0 1 1 7 0a3.5 3.5 0 1 1 -7 0Z" "#,
                r#"class="line s2 proj"/>"#,
                r#"<rect x="1" y="2" width="3" height="3.5" class="line s2 proj"/>"#,
            )
        );
    }

    #[test]
    fn text_is_text_only_and_measured_by_our_own_metrics() {
        let color = Look::of(Part::Label).color();
        let style = ("sans-serif", f64::from(FONT), &color).into_text_style(&(1, 1));
        let svg = drawn(|area| {
            area.draw_text("<b>\"R&D\"'\u{0}\n", &style, (0, 0))
                .unwrap();
            assert_eq!(area.estimate_text_size("2024", &style).unwrap(), (267, 120));
        });
        assert_eq!(
            svg,
            "<text x=\"0\" y=\"4.2\" class=\"label\">&lt;b&gt;&quot;R&amp;D&quot;&#39;  </text>"
        );
    }
}
