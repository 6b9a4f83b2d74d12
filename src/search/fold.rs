//! Folding: text without case and accents, so that what is typed meets what is written.

/// Letters that fold to the same plain letter: the plain letter first, then those with marks.
///
/// Covers Latin as written in Vietnamese, Malay, Filipino, Javanese and the languages of Europe.
const GROUPS: [&str; 16] = [
    "aàáâãäåāăąạảấầẩẫậắằẳẵặ",
    "cçćĉċč",
    "dđďð",
    "eèéêëēĕėęěẹẻẽếềểễệ",
    "gĝğġģ",
    "hĥħ",
    "iìíîïĩīĭįıỉị",
    "lĺļľŀł",
    "nñńņňŉ",
    "oòóôõöøōŏőơọỏốồổỗộớờởỡợ",
    "rŕŗř",
    "sśŝşšș",
    "tţťŧț",
    "uùúûüũūŭůűųưụủứừửữự",
    "yýÿŷỳỵỷỹ",
    "zźżž",
];

/// `text` in lower case without accents; everything but letters and digits becomes a space.
///
/// Scripts other than Latin keep their letters and vowel signs.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().map(lower) {
        match letter {
            // Combining marks of decomposed text.
            '\u{300}'..='\u{36f}' => {}
            'a'..='z' | '0'..='9' => folded.push(letter),
            _ if letter.is_ascii() || letter.is_whitespace() => folded.push(' '),
            // Typographic apostrophes fold as the typed one does.
            '\u{2018}' | '\u{2019}' => folded.push(' '),
            _ => folded.push(plain(letter).unwrap_or(letter)),
        }
    }
    folded
}

/// The small letter of a Latin capital; any other letter as it is.
///
/// The standard library's table of all scripts would cost the wasm 4 kB (brotli).
fn lower(letter: char) -> char {
    let code = u32::from(letter);
    let small = match code {
        // A to Z, and the same with marks, but for the sign of multiplication.
        0x41..=0x5a | 0xc0..=0xd6 | 0xd8..=0xde => code + 32,
        // Capitals at even places, small letters behind them.
        0x100..=0x12f
        | 0x132..=0x137
        | 0x14a..=0x177
        | 0x1a0..=0x1a5
        | 0x218..=0x21b
        | 0x1e00..=0x1e95
        | 0x1ea0..=0x1eff => code | 1,
        // And at odd places.
        0x139..=0x148 | 0x179..=0x17e | 0x1af..=0x1b0 => (code + 1) & !1,
        0x130 => 0x69,
        0x178 => 0xff,
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

fn plain(letter: char) -> Option<char> {
    GROUPS
        .iter()
        .find(|group| group.chars().any(|it| it == letter))
        .and_then(|group| group.chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_marks_go() {
        assert_eq!(fold("Đà Nẵng"), "da nang");
        assert_eq!(fold("Thành phố Hồ Chí Minh"), "thanh pho ho chi minh");
        assert_eq!(fold("DI\u{301}LI"), "dili");
        assert_eq!(fold("St.-Denis"), "st  denis");
        assert_eq!(fold("ກ"), "ກ");
    }

    #[test]
    fn capitals_fold_as_their_small_letters_do() {
        for group in GROUPS {
            for letter in group.chars() {
                let capital: String = letter.to_uppercase().collect();
                // `ŉ` has no capital of its own.
                if capital.chars().count() == 1 {
                    assert_eq!(fold(&capital), fold(group.get(..1).unwrap()), "{capital}");
                }
            }
        }
        // What the standard library calls a small letter is one here, and stays as it is.
        for code in (0x41..0x180).chain(0x1e00..0x1f00) {
            let letter = char::from_u32(code).unwrap();
            let small: Vec<char> = letter.to_lowercase().collect();
            if small == [letter] {
                assert_eq!(lower(letter), letter, "{letter}");
            }
        }
    }
}
