//! A mutant: a real file of JSON with a few places changed, as text.
//!
//! Changes know the structure: types swapped, keys missing or twice, lists emptied or made long, one
//! place's value put in another, numbers at the edges of what types hold. What a tree cannot hold
//! (numbers beyond all range, keys twice, text that ends too soon) is changed in the text.

use serde_json::{Map, Value};

use crate::chance::Chance;

/// Stands in the tree for a number that is written afterwards.
const NUMBER: &str = "\u{e000}number\u{e000}";
/// Numbers that no type holds, and ways to write them that JSON does not know.
const RAW: &[&str] = &[
    "1e999",
    "-1e999",
    "1e-999",
    "NaN",
    "Infinity",
    "-",
    "01",
    "1.",
    ".5",
    "0x10",
    "1_000",
    "+1",
    "123456789012345678901234567890",
    "0.1e",
    "-0",
    "1E400",
];
/// Bytes to which a list may grow.
const MOST_BYTES: usize = 512 << 10;
/// Items to which it may grow.
const MOST_ITEMS: usize = 100_000;
/// Texts are mostly keys of sources, and a page notes each beside all before.
const MOST_TEXTS: usize = 10_000;

/// The text of `real` with one to three changes.
pub(crate) fn mutant(chance: &mut Chance, real: &Value) -> String {
    let mut tree = real.clone();
    for _ in 0..=chance.below(3) {
        change(chance, &mut tree, real);
    }
    let raw = *chance.pick(RAW);
    let mut text = tree.to_string();
    if text.contains(NUMBER) {
        let raw = if chance.once_in(6) {
            "9".repeat(400)
        } else {
            raw.to_owned()
        };
        text = text.replace(&format!("\"{NUMBER}\""), &raw);
    }
    if chance.once_in(12) {
        text = broken(chance, text);
    }
    text.clone_into(&mut chance.given);
    text
}

/// Walks down to a random place and changes it.
fn change(chance: &mut Chance, tree: &mut Value, real: &Value) {
    let mut path = String::new();
    let mut here = tree;
    loop {
        let stay = chance.once_in(8);
        let count = match &*here {
            Value::Array(items) => items.len(),
            Value::Object(fields) => fields.len(),
            _ => 0,
        };
        if count == 0 || stay && !path.is_empty() {
            break;
        }
        let at = chance.below(count);
        let (step, next) = match here {
            Value::Array(items) => (format!("[{at}]"), &mut items[at]),
            Value::Object(fields) => {
                let (name, value) = fields.iter_mut().nth(at).unwrap();
                (format!(".{name}"), value)
            }
            _ => return,
        };
        path.push_str(&step);
        here = next;
    }
    let what = change_here(chance, here, real);
    chance.said.push(format!("{path}: {what}"));
}

fn change_here(chance: &mut Chance, here: &mut Value, real: &Value) -> String {
    // A value of another type ends most readings at once: what is of the right one goes further.
    if chance.once_in(4) {
        return swap_type(chance, here);
    }
    if chance.once_in(8) {
        let other = anywhere(chance, real);
        let what = format!("the value of another place, {}", short(&other));
        *here = other;
        return what;
    }
    match here {
        Value::Object(fields) => change_fields(chance, fields),
        Value::Array(items) => change_items(chance, items),
        Value::String(text) => {
            let is_date =
                text.len() >= 4 && text.bytes().all(|it| it.is_ascii_digit() || it == b'-');
            *text = match chance.below(8) {
                _ if is_date && !chance.once_in(4) => chance.date(),
                0 => [text.as_str(), &chance.word()].concat(),
                1 => match anywhere_text(chance, real) {
                    Some(text) => text,
                    None => chance.word(),
                },
                _ => chance.long_word(),
            };
            short(&Value::String(text.clone()))
        }
        Value::Number(_) => {
            *here = number(chance);
            short(here)
        }
        Value::Bool(flag) => {
            *flag = !*flag;
            "the other".to_owned()
        }
        Value::Null => swap_type(chance, here),
    }
}

fn number(chance: &mut Chance) -> Value {
    if chance.once_in(20) {
        return NUMBER.into();
    }
    let number = chance.finite();
    #[allow(clippy::cast_possible_truncation)] // compared
    let whole = number as i64;
    #[allow(clippy::cast_precision_loss)] // compared
    if chance.once_in(3) || whole as f64 == number {
        // As files are written: whole numbers without a point.
        whole.into()
    } else {
        number.into()
    }
}

fn swap_type(chance: &mut Chance, here: &mut Value) -> String {
    let other = match chance.below(9) {
        0 => Value::Null,
        1 => Value::Bool(true),
        2 | 3 => number(chance),
        4 => chance.word().into(),
        5 => Value::Array(Vec::new()),
        6 => Value::Object(Map::new()),
        7 => Value::Array(vec![here.clone()]),
        _ => serde_json::json!({ "en": here.clone(), "id": 1 }),
    };
    *here = other;
    format!("another type, {}", short(here))
}

fn change_fields(chance: &mut Chance, fields: &mut Map<String, Value>) -> String {
    let Some(name) = fields.keys().nth(chance.below(fields.len())).cloned() else {
        fields.insert(chance.word(), Value::Null);
        return "a field of no meaning".to_owned();
    };
    match chance.below(4) {
        0 | 1 => {
            fields.remove(&name);
            format!("without {name}")
        }
        2 => {
            let value = fields.remove(&name).unwrap_or_default();
            let other = chance.word();
            fields.insert(other, value);
            format!("{name} by another name")
        }
        _ => {
            let count = if chance.once_in(30) { 20_000 } else { 2 };
            for number in 0..count {
                fields.insert(format!("{name}{number}"), fields[&name].clone());
                if number > 100 && fields[&name].is_object() {
                    break;
                }
            }
            format!("{name} and {count} more like it")
        }
    }
}

fn change_items(chance: &mut Chance, items: &mut Vec<Value>) -> String {
    let Some(item) = items.get(chance.below(items.len())).cloned() else {
        items.push(number(chance));
        return "an item in an empty list".to_owned();
    };
    match chance.below(6) {
        0 => {
            items.clear();
            "emptied".to_owned()
        }
        1 => {
            items.reverse();
            "turned round".to_owned()
        }
        2 => {
            items.remove(chance.below(items.len()));
            "without an item".to_owned()
        }
        3 => {
            items.push(item);
            "an item twice".to_owned()
        }
        _ => {
            let items_of = if item.is_string() {
                MOST_TEXTS
            } else {
                MOST_ITEMS
            };
            let most = items_of.min(MOST_BYTES / item.to_string().len().max(1));
            let count = if chance.once_in(25) {
                most
            } else {
                chance.below(40)
            };
            items.extend(std::iter::repeat_n(item, count));
            format!("{count} items more")
        }
    }
}

/// A value from somewhere in the file.
fn anywhere(chance: &mut Chance, real: &Value) -> Value {
    let mut here = real;
    let mut depth = 0;
    loop {
        let next = match here {
            Value::Array(items) if !items.is_empty() => chance.pick(items),
            Value::Object(fields) if !fields.is_empty() => {
                fields.values().nth(chance.below(fields.len())).unwrap()
            }
            _ => return here.clone(),
        };
        if depth > 1 && chance.once_in(4) {
            return here.clone();
        }
        depth += 1;
        here = next;
    }
}

fn anywhere_text(chance: &mut Chance, real: &Value) -> Option<String> {
    (0..4).find_map(|_| anywhere(chance, real).as_str().map(str::to_owned))
}

/// Breaks the text itself.
fn broken(chance: &mut Chance, mut text: String) -> String {
    let mut at = chance.below(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let what = match chance.below(8) {
        0 => {
            text.truncate(at);
            "the text ends too soon"
        }
        1 => {
            text.insert_str(0, "<!doctype html>");
            "a page instead"
        }
        2 => {
            text.insert(0, '\u{feff}');
            "a mark of the order of bytes"
        }
        3 => {
            let open = *chance.pick(&["[", "{\"a\":", "[{\"a\":"]);
            text.insert_str(0, &open.repeat(100_000));
            "a hundred thousand brackets"
        }
        4 => {
            let deep = 100_000;
            text = [&"[".repeat(deep), text.as_str(), &"]".repeat(deep)].concat();
            "a hundred thousand lists around it"
        }
        5 => {
            text.insert_str(
                at,
                *chance.pick(&["\u{0}", ",", "\"", "\\u12", "]", "}", " "]),
            );
            "a letter in between"
        }
        6 => {
            if let Some(at) = text.find('{') {
                text.insert_str(at + 1, "\"id\":1,\"id\":\"twice\",");
            }
            "a field twice"
        }
        _ => {
            text.clear();
            "nothing at all"
        }
    };
    chance.said.push(what.to_owned());
    text
}

/// A value in a few letters.
fn short(value: &Value) -> String {
    let text = match value {
        Value::Array(items) if items.len() > 20 => return format!("a list of {}", items.len()),
        Value::Object(fields) if fields.len() > 20 => return format!("{} fields", fields.len()),
        Value::String(text) => format!("{:?}", text.chars().take(80).collect::<String>()),
        other => other.to_string(),
    };
    text.chars().take(120).collect()
}
