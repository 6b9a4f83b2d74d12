//! What readers take away: each form is read back by another reader of it.

use ascn_atlas::chart::{line, ranked_bars, AxisScale, LineSpec, PlacesSpec, Size};
use ascn_atlas::export::embed::{html, Embed};
use ascn_atlas::export::picture::{picture, Caption};
use ascn_atlas::export::{citation, csv, file_name, json, Head, Value, View};
use ascn_atlas::model::{PartialDate, Source, Sources, Unit};

use crate::chance::Chance;
use crate::charts::{amount, keys, series};
use crate::markup;
use crate::world::World;
use crate::{End, Target};

pub(crate) const TAKE: Target = Target {
    name: "take",
    about: "CSV, JSON, citations, BibTeX, pictures and embeds of any words",
    share: 25,
    run,
};

pub(crate) fn date(chance: &mut Chance) -> PartialDate {
    loop {
        if let Ok(date) = chance.date().parse() {
            return date;
        }
    }
}

fn source(chance: &mut Chance) -> Source {
    let maybe = |chance: &mut Chance| chance.once_in(2).then(|| chance.word());
    Source {
        title: chance.word(),
        publisher: chance.word(),
        url: maybe(chance),
        via: maybe(chance),
        published: chance.once_in(2).then(|| date(chance)),
        accessed: date(chance),
        lang: chance.word(),
        licence: maybe(chance),
        note: maybe(chance),
    }
}

fn run(chance: &mut Chance, _: &World) -> End {
    let sources: Sources = (0..chance.count(200))
        .map(|at| (at.to_string(), source(chance)))
        .collect();
    let words: usize = sources.values().map(|it| format!("{it:?}").len()).sum();
    let address = chance.word();
    let head = Head {
        address: &address,
        data_date: date(chance),
        lang: chance.lang(),
        sources: &sources,
    };
    let keys: Vec<String> = (0..chance.below(4))
        .map(|_| chance.below(sources.len() + 1).to_string())
        .collect();
    let texts: [String; 6] = std::array::from_fn(|_| {
        if chance.once_in(8) {
            chance.long_word()
        } else {
            chance.word()
        }
    });
    let count = if chance.once_in(500) && texts.iter().all(|it| it.len() < 100) {
        100_000
    } else {
        chance.count(60)
    };
    let value = |chance: &mut Chance| Value {
        place: &texts[0],
        place_name: &texts[1],
        series: texts[2].clone(),
        year: chance.year(),
        digits: match ascn_atlas::i18n::number(chance.finite().trunc(), ascn_atlas::model::Lang::En)
        {
            digits if digits.starts_with(|it: char| it.is_ascii_digit()) => digits.replace(',', ""),
            _ => String::new(),
        },
        projected: chance.once_in(2),
        sources: &keys,
    };
    let values: Vec<Value> = if texts.iter().map(String::len).sum::<usize>() > 1 << 19 {
        vec![value(chance)]
    } else {
        (0..count).map(|_| value(chance)).collect()
    };
    let view = View {
        id: &texts[3],
        title: &texts[4],
        unit: &texts[5],
        values,
        head,
    };
    check_csv(&view);
    check_json(&view);
    check_bibtex(&citation::bibtex(&view), view.cited().len() + 1);
    assert!(citation::text(&view).ends_with('\n'));
    let name = file_name(&texts[3], &texts[1], head.data_date, "csv");
    assert!(
        name.bytes()
            .all(|it| it.is_ascii_alphanumeric() || it == b'-' || it == b'.'),
        "{name}"
    );
    let code = html(&Embed {
        page: &texts[0],
        image: &texts[1],
        title: &texts[2],
        sentence: &texts[3],
    });
    markup::harmless(&code);
    // Attributes without a value are left out; the width, the style and the words are always there.
    let named = texts[..2].iter().filter(|it| !it.is_empty()).count();
    let counts = (code.matches('<').count(), code.matches('"').count());
    assert_eq!(counts, (3, 6 + 2 * named));
    check_picture(chance, &sources, head, words);
    End::Loaded
}

fn check_csv(view: &View) {
    let text = csv::csv(view);
    let mut reader = ::csv::ReaderBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap(), &csv::COLUMNS[..]);
    let mut rows = view.values.iter();
    for record in reader.records() {
        let (record, value) = (record.unwrap(), rows.next().expect("a row for each value"));
        // What looks like a formula begins with an apostrophe; nothing else is changed.
        for (at, text) in [
            (0, view.id),
            (1, value.place),
            (2, value.place_name),
            (6, view.unit),
        ] {
            let field = &record[at];
            assert!(
                field == text || field.strip_prefix('\'') == Some(text),
                "{field:?} for {text:?}"
            );
            assert!(
                !field.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{field:?}"
            );
        }
        assert_eq!(record[4].parse(), Ok(value.year));
        assert_eq!(&record[5], value.digits);
    }
    assert!(rows.next().is_none(), "a value without a row");
}

fn check_json(view: &View) {
    let tree: serde_json::Value = serde_json::from_str(&json::json(view)).unwrap();
    let says = |read: &serde_json::Value, text: &str| {
        // What is empty is left out, and a control character is a space.
        let read = read.as_str().unwrap_or_default();
        assert!(
            read.chars().eq(text.chars().map(plain)),
            "{read:?} for {text:?}"
        );
    };
    says(&tree["title"], view.title);
    says(&tree["unit"], view.unit);
    let values = tree["values"].as_array().unwrap();
    assert_eq!(values.len(), view.values.len());
    for (read, value) in values.iter().zip(&view.values) {
        says(&read["place_name"], value.place_name);
        assert_eq!(read["year"], value.year);
    }
    assert_eq!(
        tree["sources"].as_object().unwrap().len(),
        view.cited().len()
    );
}

fn plain(letter: char) -> char {
    if letter < ' ' {
        ' '
    } else {
        letter
    }
}

/// Entries are closed where they are opened, and nowhere else.
fn check_bibtex(text: &str, entries: usize) {
    let (mut depth, mut found, mut escaped) = (0_i32, 0, false);
    for letter in text.chars() {
        match letter {
            _ if escaped => {}
            '{' => depth += 1,
            '}' => depth -= 1,
            '@' if depth == 0 => found += 1,
            _ => assert!(
                depth > 0 || letter.is_whitespace() || letter.is_ascii_alphabetic(),
                "{letter:?} between entries"
            ),
        }
        escaped = letter == '\\' && !escaped;
        assert!(depth >= 0, "closed without an opening");
    }
    assert_eq!((depth, found), (0, entries));
}

fn check_picture(chance: &mut Chance, sources: &Sources, head: Head, words: usize) {
    let heading = chance.word();
    let keys = keys(chance);
    let input = series(chance, &keys, 12);
    let (points, more) = amount(&input);
    let (unit, size) = (
        *chance.pick(Unit::ALL),
        *chance.pick(&[Size::WIDE, Size::NARROW]),
    );
    let figure = if chance.once_in(2) {
        line(&LineSpec {
            id: "f",
            heading: &heading,
            about: "",
            unit,
            better: None,
            series: input,
            projection_from: None,
            break_before: None,
            range: None,
            scale: AxisScale::Linear,
            relative_to: None,
            lang: head.lang,
            size,
        })
    } else {
        let spec = PlacesSpec {
            id: "f",
            heading: &heading,
            unit,
            better: None,
            places: input,
            projection_from: None,
            break_before: None,
            range: None,
            of_region: false,
            lang: head.lang,
            size,
        };
        ranked_bars(&spec, chance.year())
    };
    let notes: Vec<String> = (0..chance.below(4)).map(|_| chance.long_word()).collect();
    let title = chance.word();
    let written =
        notes.iter().map(String::len).sum::<usize>() + title.len() + heading.len() + more + words;
    let svg = picture(
        &[figure],
        &Caption {
            title: &title,
            notes: &notes,
            address: head.address,
            data_date: head.data_date,
            lang: head.lang,
            sources,
        },
    );
    markup::drawing(&svg, 400_000 + 2_000 * points + 150 * written);
}
