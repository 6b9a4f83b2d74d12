//! A tree says what serde says of the same text.

use serde_json::Value;

use super::*;

/// The tree as serde's.
fn whole(tree: &Tree) -> Value {
    if let Some(text) = tree.text() {
        return text.into();
    }
    if let Some(flag) = tree.flag() {
        return flag.into();
    }
    if let Some(number) = tree.number() {
        return number.into();
    }
    if let Some(length) = tree.length() {
        let items: Vec<Value> = tree.items().map(|it| whole(&it)).collect();
        assert_eq!(items.len(), length);
        assert!(tree.item(length).is_absent());
        return items.into();
    }
    let Some(fields) = tree.fields() else {
        return Value::Null;
    };
    for (place, (name, value)) in fields.iter().enumerate() {
        if fields.iter().take(place).all(|it| it.0 != *name) {
            assert_eq!(tree.field(name).at, value.at);
        }
    }
    let fields = fields.into_iter();
    fields.map(|(name, it)| (name, whole(&it))).collect()
}

/// Serde's tree, all of its numbers floats.
fn floats(value: Value) -> Value {
    match value {
        Value::Number(it) => it.as_f64().into(),
        Value::Array(it) => it.into_iter().map(floats).collect(),
        Value::Object(it) => it
            .into_iter()
            .map(|(name, value)| (name, floats(value)))
            .collect(),
        it => it,
    }
}

#[test]
fn whatever_is_written_reads_as_serde_reads_it() {
    let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
    let texts = [
        r#" { "a" : [ 1 , -2.5 , 0 , -0 , 1e3, 1E-2, 2.50e+1, 123456789.125 ] , "b" : { } , "c":[]} "#,
        r#"{"a":"x\n\t\r\b\f\"\\\/\u0041\u00e9\ud83d\ude00é😀","\u0061b":1,"":2}"#,
        r#"[true,false,null,[[],[{}]],{"a":{"b":{"c":[0.1,0.2]}}}]"#,
        r#"{"a":1,"a":2,"b":3,"a":{"c":4}}"#,
        "\"text\"",
        "12",
        "null",
        "[9007199254740991,9007199254740993,0.1234567890123456789,1e22,1e300]",
        // None of these is JSON.
        "",
        " ",
        "{",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "{\"a\":1,}",
        "{a:1}",
        "{\"a\" 1}",
        "{1:2}",
        "[1 2]",
        "[1}",
        "{\"a\":1]",
        "1 2",
        "[1]x",
        "tru",
        "truee",
        "nul",
        "+1",
        "01",
        "1.",
        ".5",
        "1e",
        "1e+",
        "-",
        "--1",
        "0x1",
        "NaN",
        "1e999",
        "\"",
        "\"\\\"",
        "\"\\q\"",
        "\"\\u12\"",
        "\"\\ud800\"",
        "\"\\ud800\\u0041\"",
        "\"\\udc00\"",
        "\"\t\"",
        "'a'",
        "<!doctype html>",
        "\u{feff}1",
        &deep(127),
        &deep(128),
        &deep(100_000),
        &"[".repeat(100_000),
        &"{\"a\":".repeat(100_000),
    ];
    let mut read = 0;
    for text in texts {
        let short: String = text.chars().take(60).collect();
        // Serde's own numbers may be the last bit off where they have many digits.
        match (
            Tree::parse(text, whole),
            serde_json::from_str::<Value>(text),
        ) {
            (Ok(ours), Ok(theirs)) => {
                assert_eq!(ours, floats(theirs), "{short}");
                read += 1;
            }
            (Err(_), Err(_)) => {}
            // A number beyond all floats is no number, but JSON.
            (Ok(_), Err(_)) if text == "1e999" => {}
            (ours, theirs) => panic!("{short}: {ours:?} {theirs:?}"),
        }
    }
    assert_eq!(read, 9);
}

#[test]
#[allow(clippy::redundant_closure_for_method_calls)] // the method itself is of one lifetime
fn a_number_is_read_to_the_last_bit() {
    let mut state = 7_u64;
    for _ in 0..100_000 {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let digits = state >> (11 + state % 50);
        let places = (state >> 40) % 9;
        let text = format!(
            "-{digits}.{:0>1$}",
            state % 10_u64.pow(places as u32),
            places.max(1) as usize
        );
        let expected: f64 = text.parse().unwrap();
        assert_eq!(
            Tree::parse(&text, |it| it.number()),
            Ok(Some(expected)),
            "{text}"
        );
    }
}
