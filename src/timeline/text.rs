//! Room for words: how wide a label is, and what is left of one that is too long.

use crate::chart::text_width;

/// The size of labels, in pixels.
pub(super) const SIZE: u32 = 13;

/// The system fonts of some readers are wider than the one that is measured.
const WIDER: f64 = 1.18;

/// The width of a label in pixels, with something to spare.
pub(super) fn width(text: &str) -> f64 {
    f64::from(text_width(text, SIZE)) * WIDER
}

/// `text` cut between words where it is wider than `most`, with a mark that says so.
pub(super) fn cut(text: &str, most: f64) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let room = most - width("…");
    let (mut kept, mut word_end, mut thousandths) = (0, 0, 0);
    for (at, letter) in text.char_indices() {
        if letter == ' ' {
            word_end = at;
        }
        // In thousandths of its size, a letter has no part that is rounded.
        thousandths += text_width(letter.encode_utf8(&mut [0; 4]), 1_000);
        if f64::from((thousandths * SIZE).div_ceil(1_000)) * WIDER > room {
            break;
        }
        kept = at + letter.len_utf8();
    }
    // A long word is cut inside.
    let end = if word_end * 2 > kept { word_end } else { kept };
    [text.get(..end).unwrap_or_default(), "…"].concat()
}

/// `text` in at most `most` lines of `room` pixels; the last one is cut.
pub(super) fn lines(text: &str, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        let full = lines.len() == most;
        match lines.last_mut() {
            Some(line) if full || width(line) + width(" ") + width(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| cut(line, room)).collect()
}
