//! PNG: a picture in pixels, with a palette, by the fonts in `fonts/` and no others.
//!
//! The fonts are those whose widths [`text_width`](crate::chart::text_width) knows, and are part of
//! the program, so that a picture is the same on every machine.

use std::collections::BTreeMap;
use std::sync::Arc;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{fontdb, Options, Tree};

use crate::host::{Error, Result};

/// Arimo, the letters of Latin scripts: see `fonts/README.md`.
const FONTS: [&[u8]; 3] = [
    include_bytes!("../../../fonts/Arimo-Regular.ttf"),
    include_bytes!("../../../fonts/Arimo-Italic.ttf"),
    include_bytes!("../../../fonts/Arimo-SemiBold.ttf"),
];
/// The name by which a style asks for them.
const FAMILY: &str = "Arimo";

/// Pixels for each unit of the picture: the first with which the file is small enough.
const SCALES: [f32; 3] = [1.5, 1.25, 1.0];
/// Most bytes of a file that readers on slow lines are sent.
const MOST_BYTES: usize = 30_000;
/// Colours of a picture; four bits each.
const COLORS: usize = 16;
/// Colours of a picture of a given size in pixels: the first with which the file is small enough.
/// Fewer make edges rougher, which a coast bears better than words.
const FEWER_COLORS: [usize; 4] = [COLORS, 10, 8, 6];

/// Draws pictures.
pub struct Painter {
    options: Options<'static>,
}

impl Painter {
    /// Loads the fonts.
    ///
    /// # Errors
    ///
    /// When they are none.
    pub fn new() -> Result<Self> {
        let mut fonts = fontdb::Database::new();
        for font in FONTS {
            fonts.load_font_data(font.to_vec());
        }
        fonts.set_sans_serif_family(FAMILY);
        let styles = fonts
            .faces()
            .filter(|face| face.families.iter().any(|(name, _)| name == FAMILY));
        if styles.count() != FONTS.len() {
            return Err(Error::Cut(format!(
                "fonts/: expected {} styles of {FAMILY}, found others; no text can be drawn",
                FONTS.len()
            )));
        }
        let options = Options {
            font_family: FAMILY.to_owned(),
            fontdb: Arc::new(fonts),
            ..Options::default()
        };
        Ok(Self { options })
    }

    /// The picture `svg` as PNG, as large as fits 30 kB, and at least a pixel a unit.
    ///
    /// # Errors
    ///
    /// When it is no SVG, or too large.
    pub fn png(&self, svg: &str) -> Result<Vec<u8>> {
        let tree = self.tree(svg)?;
        let mut file = Vec::new();
        for scale in SCALES {
            file = packed(&render(&tree, scale)?, COLORS)?;
            if file.len() <= MOST_BYTES {
                break;
            }
        }
        Ok(file)
    }

    /// The square picture `svg` as PNG with `pixels` on each side.
    ///
    /// # Errors
    ///
    /// When it is no SVG.
    pub fn icon(&self, svg: &str, pixels: u32) -> Result<Vec<u8>> {
        let tree = self.tree(svg)?;
        #[allow(clippy::cast_precision_loss)] // at most thousands
        let scale = pixels as f32 / tree.size().width();
        packed(&render(&tree, scale)?, COLORS)
    }

    /// The picture `svg` as PNG with a pixel a unit.
    ///
    /// # Errors
    ///
    /// When it is no SVG, or takes more than 30 kB.
    pub fn exact(&self, svg: &str) -> Result<Vec<u8>> {
        let pixels = render(&self.tree(svg)?, 1.0)?;
        let mut bytes = 0;
        for colors in FEWER_COLORS {
            let file = packed(&pixels, colors)?;
            if file.len() <= MOST_BYTES {
                return Ok(file);
            }
            bytes = file.len();
        }
        Err(Error::Cut(format!(
            "picture: {bytes} bytes, at most {MOST_BYTES}"
        )))
    }

    fn tree(&self, svg: &str) -> Result<Tree> {
        Tree::from_str(svg, &self.options).map_err(|error| Error::Cut(format!("picture: {error}")))
    }
}

/// The picture with `scale` pixels a unit.
fn render(tree: &Tree, scale: f32) -> Result<Pixmap> {
    let size = tree.size();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // sizes of pictures
    let (width, height) = (
        (size.width() * scale).ceil() as u32,
        (size.height() * scale).ceil() as u32,
    );
    let mut pixels = Pixmap::new(width, height)
        .ok_or_else(|| Error::Cut(format!("picture: {width} by {height} pixels")))?;
    pixels.fill(Color::WHITE);
    let transform = Transform::from_scale(scale, scale);
    resvg::render(tree, transform, &mut pixels.as_mut());
    Ok(pixels)
}

/// The pixels as a PNG file of at most `colors` colours, which are at most [`COLORS`].
fn packed(pixels: &Pixmap, colors: usize) -> Result<Vec<u8>> {
    indexed(pixels.data(), pixels.width(), pixels.height(), colors)
        .map_err(|error| Error::Cut(format!("picture: {error}")))
}

/// Red, green and blue.
type Rgb = [u8; 3];

/// Pixels of four bytes, without transparency, as PNG with a palette of `colors`.
fn indexed(
    pixels: &[u8],
    width: u32,
    height: u32,
    colors: usize,
) -> std::result::Result<Vec<u8>, png::EncodingError> {
    // Pixels of one colour in a row count as one: most of a picture is paper.
    let mut runs: Vec<(Rgb, usize)> = Vec::new();
    for pixel in pixels.chunks_exact(4) {
        let &[red, green, blue, _] = pixel else {
            continue;
        };
        match runs.last_mut() {
            Some((color, length)) if *color == [red, green, blue] => *length += 1,
            _ => runs.push(([red, green, blue], 1)),
        }
    }
    let (palette, places) = palette(&runs, colors);
    let mut indices = Vec::with_capacity(pixels.len() / 4);
    for (color, length) in &runs {
        let place = places.get(color).copied().unwrap_or(0);
        indices.resize(indices.len() + length, place);
    }
    let mut rows = Vec::with_capacity(indices.len() / 2);
    for row in indices.chunks(usize::try_from(width).unwrap_or(1).max(1)) {
        for two in row.chunks(2) {
            // The last of an odd row stands alone.
            let (left, right) = match *two {
                [left, right] => (left, right),
                [left] => (left, 0),
                _ => continue,
            };
            rows.push(left << 4 | right);
        }
    }
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Four);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    // Neighbours are alike by their place in the palette only by chance.
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&rows)?;
    writer.finish()?;
    Ok(file)
}

/// The colours to keep, and for each colour the place of the nearest one kept.
fn palette(runs: &[(Rgb, usize)], colors: usize) -> (Vec<Rgb>, BTreeMap<Rgb, u8>) {
    let mut counts: BTreeMap<Rgb, usize> = BTreeMap::new();
    for (color, length) in runs {
        *counts.entry(*color).or_default() += length;
    }
    // Greedy: next the colour for which most pixels are farthest from what is kept, so that a thin
    // line of its own colour is kept as surely as the grey of much text. Each colour with its pixels
    // and its distance from the nearest one kept.
    let mut palette: Vec<Rgb> = vec![[255; 3]];
    let white = |(color, count): (&Rgb, &usize)| (*color, *count, distance(*color, [255; 3]));
    let mut lacks: Vec<(Rgb, usize, usize)> = counts.iter().map(white).collect();
    while palette.len() < colors {
        let Some(&(next, _, away)) = lacks.iter().max_by_key(|it| it.1 * it.2) else {
            break;
        };
        if away == 0 {
            break;
        }
        palette.push(next);
        for (color, _, lack) in &mut lacks {
            *lack = distance(*color, next).min(*lack);
        }
    }
    let places = counts
        .keys()
        .map(|color| {
            let nearest = palette
                .iter()
                .enumerate()
                .min_by_key(|(_, it)| distance(**it, *color));
            let place = nearest.map_or(0, |(place, _)| place);
            (*color, u8::try_from(place).unwrap_or(0))
        })
        .collect();
    (palette, places)
}

/// Square of the distance of two colours.
fn distance(one: Rgb, two: Rgb) -> usize {
    let [red, green, blue] = one;
    let [other_red, other_green, other_blue] = two;
    let square = |a: u8, b: u8| usize::from(a.abs_diff(b)) * usize::from(a.abs_diff(b));
    square(red, other_red) + square(green, other_green) + square(blue, other_blue)
}
