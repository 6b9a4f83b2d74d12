//! Text metrics: how wide a text is likely to be, the same on host and browser.
//!
//! A chart must know the room of its labels before it is drawn, and the prerendered chart must be
//! the same bytes as the live one, so no font is asked. Widths are those of a common sans serif
//! (Arial, which Helvetica, Liberation Sans and, nearly, the system fonts share); scripts that these
//! tables do not list have one width for each letter and none for marks above or below it.

/// Advance widths of U+0020 to U+007E in fifths of a thousandth of an em, to fit a byte.
const ASCII: [u8; 95] = [
    56, 56, 71, 111, 111, 178, 133, 38, 67, 67, 78, 117, 56, 67, 56, 56, 111, 111, 111, 111, 111,
    111, 111, 111, 111, 111, 56, 56, 117, 117, 117, 111, 203, 133, 133, 144, 144, 133, 122, 156,
    144, 56, 100, 133, 111, 167, 144, 156, 133, 156, 144, 133, 122, 144, 133, 189, 133, 133, 122,
    56, 56, 56, 94, 111, 67, 111, 111, 100, 111, 111, 56, 111, 111, 44, 44, 100, 44, 167, 111, 111,
    111, 111, 67, 100, 56, 111, 100, 144, 100, 100, 100, 67, 52, 67, 117,
];

/// Width of `character` in thousandths of an em.
fn advance(character: char) -> u32 {
    if let Some(&width) = u32::from(character)
        .checked_sub(32)
        .and_then(|index| ASCII.get(index as usize))
    {
        return u32::from(width) * 5;
    }
    match u32::from(character) {
        // Controls, combining marks, joiners and variation selectors.
        0..=0x1f
        | 0x7f..=0x9f
        | 0x300..=0x36f
        | 0x1ab0..=0x1aff
        | 0x200b..=0x200f
        | 0x2060
        | 0x20d0..=0x20ff
        | 0xfe00..=0xfe0f
        | 0xfeff
        // Thai and Lao vowels and tones above and below.
        | 0xe31
        | 0xe34..=0xe3a
        | 0xe47..=0xe4e
        | 0xeb1
        | 0xeb4..=0xebc
        | 0xec8..=0xece
        // Khmer, with the sign that sets the next consonant below.
        | 0x17b4..=0x17b5
        | 0x17b7..=0x17bd
        | 0x17c6
        | 0x17c9..=0x17d3
        // Burmese.
        | 0x102d..=0x1030
        | 0x1032..=0x1037
        | 0x1039..=0x103a
        | 0x103d..=0x103e
        // Javanese.
        | 0xa980..=0xa982
        | 0xa9b3
        | 0xa9b6..=0xa9b9
        | 0xa9bc => 0,
        0xa0 | 0x2018 | 0x2019 => 280,
        0xb2 | 0xb3 | 0xb9 | 0x2080..=0x2089 => 335,
        0xc0..=0xde | 0x1780..=0x17ff => 720,
        0xdf..=0x24f | 0x1e00..=0x1eff | 0xb5 | 0x2013 => 560,
        0x1000..=0x109f | 0xa980..=0xa9df => 850,
        0x2014 | 0x2026 | 0x1100..=0x11ff | 0x2e80..=0xa4cf | 0xac00..=0xd7ff | 0xf900..=0xfaff
        | 0xff00..=0xff60 | 0x1_f000.. => 1000,
        // Thai and Lao letters among them.
        _ => 620,
    }
}

/// No text is said to be wider: sums and products of a few widths still are numbers.
const WIDEST: u32 = 10_000_000;

/// Width of `text` set in `size`, in the unit of `size`; at most ten million.
///
/// ```
/// use ascn_atlas::chart::text_width;
///
/// assert_eq!(text_width("2024", 1000), 2220);
/// assert_eq!(text_width("ó", 1000), text_width("o\u{301}", 1000) + 5);
/// ```
#[must_use]
pub fn text_width(text: &str, size: u32) -> u32 {
    let mut thousandths = 0_u32;
    for letter in text.chars() {
        thousandths = thousandths.saturating_add(advance(letter));
    }
    let width = (u64::from(thousandths) * u64::from(size)).div_ceil(1000);
    u32::try_from(width).unwrap_or(WIDEST).min(WIDEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_are_those_of_arial() {
        assert_eq!(text_width("i", 1000), 220);
        assert_eq!(text_width("W", 1000), 945);
        assert_eq!(text_width("%", 1000), 890);
        assert_eq!(text_width("~", 1000), 585);
        assert_eq!(text_width("", 1000), 0);
    }

    #[test]
    fn a_word_of_megabytes_has_a_width() {
        assert_eq!(text_width(&"W".repeat(8 << 20), 1000), WIDEST);
    }

    #[test]
    fn marks_take_no_room() {
        // Letters of "city" in Thai, Lao, Khmer and Burmese, without their marks.
        for (word, letters) in [("เมือง", 4), ("ເມືອງ", 4), ("ទីក្រុង", 4), ("မြို့", 2)]
        {
            let width = text_width(word, 1000);
            assert!(width >= letters * 550, "{word}: {width}");
            assert!(width <= (letters + 1) * 900, "{word}: {width}");
        }
        assert_eq!(text_width("\u{200b}\u{feff}\u{301}\u{0}", 1000), 0);
        assert_eq!(text_width("市", 1000), 1000);
    }
}
