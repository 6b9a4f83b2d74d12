//! Texts and numbers of JSON, from how they are written.

/// The text that is written with escapes; `None` when one is none.
pub(super) fn unescaped(written: &str) -> Option<String> {
    let mut text = String::with_capacity(written.len());
    let mut letters = written.chars();
    while let Some(letter) = letters.next() {
        text.push(if letter == '\\' {
            match letters.next()? {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\x08',
                'f' => '\x0c',
                'u' => {
                    let mut code = unit(&mut letters)?;
                    if (0xd800..0xdc00).contains(&code) {
                        // The first half of a letter beyond 16 bits.
                        if letters.next()? != '\\' || letters.next()? != 'u' {
                            return None;
                        }
                        let low = unit(&mut letters)?.checked_sub(0xdc00)?;
                        if low > 0x3ff {
                            return None;
                        }
                        code = 0x1_0000 + ((code - 0xd800) << 10) + low;
                    }
                    char::from_u32(code)?
                }
                it @ ('"' | '\\' | '/') => it,
                _ => return None,
            }
        } else {
            letter
        });
    }
    Some(text)
}

/// Four hexadecimal digits.
fn unit(letters: &mut std::str::Chars) -> Option<u32> {
    let mut unit = 0;
    for _ in 0..4 {
        unit = unit * 16 + letters.next()?.to_digit(16)?;
    }
    Some(unit)
}

/// A number of few digits, to the last bit: a whole number below 2^53 divided by a power of ten that is a
/// float itself. `None` for others.
pub(super) fn short(written: &str) -> Option<f64> {
    let (mut digits, mut divisor, mut is_part) = (0_u64, 1.0, false);
    for byte in written.bytes() {
        match byte {
            b'0'..=b'9' => {
                digits = digits * 10 + u64::from(byte - b'0');
                if is_part {
                    divisor *= 10.0;
                }
                if digits >= 1 << 53 || divisor > 1e22 {
                    return None;
                }
            }
            b'.' => is_part = true,
            b'-' => {}
            _ => return None,
        }
    }
    #[allow(clippy::cast_precision_loss)] // below 2^53 there is none
    let value = digits as f64 / divisor;
    Some(if written.starts_with('-') {
        -value
    } else {
        value
    })
}

/// Any number: by the browser, where Rust's code for it would have to be loaded first.
#[cfg(target_arch = "wasm32")]
pub(super) fn long(written: &str) -> Option<f64> {
    js_sys::JSON::parse(written).ok()?.as_f64()
}

#[cfg(not(target_arch = "wasm32"))]
pub(super) fn long(written: &str) -> Option<f64> {
    written.parse().ok()
}
