//! Room for words: how wide a label is, and what is left of one that is too long.

use crate::chart::text_width;

/// The size of labels, in pixels.
const SIZE: u32 = 13;

/// The system fonts of some readers are wider than the one that is measured.
const WIDER: f64 = 1.18;

/// How wide letters are on the reader's screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Letters {
    /// How many times as wide as those of the measured font.
    times: f64,
}

impl Default for Letters {
    fn default() -> Self {
        Self { times: WIDER }
    }
}

impl Letters {
    /// Words that are set to see how wide letters are: of all heights, with spaces between.
    pub const SAMPLE: &str = "Smart city programme of the ASEAN region";

    /// Letters that set [`SAMPLE`](Self::SAMPLE) in so many pixels. Readers may put more between letters
    /// and words than their browser does; to put less gains nothing.
    #[must_use]
    pub fn of_sample(pixels: f64) -> Self {
        let measured = f64::from(text_width(Self::SAMPLE, SIZE));
        // What stands between letters makes narrow ones wider by more than those of the sample.
        let times = pixels / measured * 1.1;
        Self {
            times: if times.is_finite() {
                times.clamp(WIDER, 4.0)
            } else {
                WIDER
            },
        }
    }

    /// How many times as much room words need as they mostly do.
    pub(super) fn times(self) -> f64 {
        self.times / WIDER
    }

    /// The width of a label in pixels, with something to spare.
    pub(super) fn width(self, text: &str) -> f64 {
        f64::from(text_width(text, SIZE)) * self.times
    }

    /// `text` cut between words where it is wider than `most`, with a mark that says so.
    pub(super) fn cut(self, text: &str, most: f64) -> String {
        if self.width(text) <= most {
            return text.to_owned();
        }
        let room = most - self.width("…");
        let (mut kept, mut word_end, mut thousandths) = (0, 0, 0);
        for (at, letter) in text.char_indices() {
            if letter == ' ' {
                word_end = at;
            }
            // In thousandths of its size, a letter has no part that is rounded.
            thousandths += text_width(letter.encode_utf8(&mut [0; 4]), 1_000);
            if f64::from((thousandths * SIZE).div_ceil(1_000)) * self.times > room {
                break;
            }
            kept = at + letter.len_utf8();
        }
        // A long word is cut inside.
        let end = if word_end * 2 > kept { word_end } else { kept };
        [text.get(..end).unwrap_or_default(), "…"].concat()
    }

    /// `text` in at most `most` lines of `room` pixels; the last one is cut.
    pub(super) fn lines(self, text: &str, room: f64, most: usize) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ') {
            let full = lines.len() == most;
            match lines.last_mut() {
                Some(line)
                    if full || self.width(line) + self.width(" ") + self.width(word) <= room =>
                {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.push(word.to_owned()),
            }
        }
        lines.iter().map(|line| self.cut(line, room)).collect()
    }
}
