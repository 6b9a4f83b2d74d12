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
    let mut kept = String::new();
    let mut word_end = 0;
    for letter in text.chars() {
        if letter == ' ' {
            word_end = kept.len();
        }
        kept.push(letter);
        if width(&kept) + width("…") > most {
            kept.pop();
            break;
        }
    }
    // A long word is cut inside.
    if word_end * 2 > kept.len() {
        kept.truncate(word_end);
    }
    kept.push('…');
    kept
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
