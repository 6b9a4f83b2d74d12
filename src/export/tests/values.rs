use super::{head, indicators};
use crate::chart::{change_between, from_indicator, ranked_bars, Choice, PlacesSpec, Size};
use crate::export::{citation, csv, file_name, json, View};
use crate::model::{Indicator, Lang, Source, Sources};

/// What a value must read back as.
type Fact<'a> = (&'a str, i32, f64, bool, Vec<&'a Source>);

fn facts<'a>(indicator: &'a Indicator, sources: &'a Sources) -> Vec<Fact<'a>> {
    let of_series = indicator.series.iter().flat_map(|series| {
        series.points.iter().map(|point| {
            let keys = series.sources_of(point).iter();
            (
                series.place.as_str(),
                point.year,
                point.value,
                indicator.projection_from.is_some_and(|it| point.year >= it),
                keys.map(|key| &sources[key]).collect(),
            )
        })
    });
    of_series.collect()
}

fn view<'a>(indicator: &'a Indicator, sources: &'a Sources, lang: Lang) -> View<'a> {
    View::of_indicator(
        indicator,
        &|_| "Đà Nẵng, \"x\"",
        &|_, _| true,
        head(sources, lang),
    )
}

#[test]
fn csv_of_every_indicator_reads_back() {
    let mut rows = 0;
    for (indicator, sources) in &indicators() {
        let text = csv::csv(&view(indicator, sources, Lang::Id));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        let mut reader = csv_parser(&text);
        assert_eq!(reader.headers().unwrap(), &csv::COLUMNS[..]);
        let records: Vec<_> = reader.records().map(|it| it.unwrap()).collect();
        let facts = facts(indicator, sources);
        assert_eq!(records.len(), facts.len());
        for (record, (place, year, value, projected, cited)) in records.iter().zip(facts) {
            rows += 1;
            assert_eq!(&record[0], indicator.id);
            assert_eq!(&record[1], place);
            assert_eq!(&record[2], "Đà Nẵng, \"x\"");
            assert_eq!(record[4].parse(), Ok(year));
            // The shortest digits that read back, as the standard library writes them.
            assert_eq!(&record[5], value.to_string());
            assert_eq!(&record[6], indicator.unit.id());
            assert_eq!(&record[7], if projected { "yes" } else { "no" });
            let field = |part: fn(&Source) -> String| {
                let parts: Vec<_> = cited.iter().map(|it| part(it)).collect();
                parts.join(" | ")
            };
            assert_eq!(&record[8], field(|it| it.title.clone()));
            assert_eq!(&record[9], field(|it| it.publisher.clone()));
            assert_eq!(&record[10], field(|it| it.url.clone().unwrap_or_default()));
            assert_eq!(&record[11], field(|it| it.accessed.to_string()));
            let licence = |it: &Source| it.licence.clone().unwrap_or("not stated".to_owned());
            assert_eq!(&record[12], field(licence));
        }
    }
    assert_eq!(rows, 19_259 + 535);
}

fn csv_parser(text: &str) -> ::csv::Reader<&[u8]> {
    ::csv::ReaderBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .from_reader(text.as_bytes())
}

/// An indicator of one value, and its source, with hostile words.
fn hostile(words: &str) -> (Indicator, Sources) {
    let (mut indicator, mut sources) = indicators().swap_remove(0);
    indicator.series.truncate(1);
    indicator.series[0].points.truncate(1);
    indicator.series[0].points[0].value = -142.9;
    for text in [&mut indicator.name.en, &mut indicator.name.id] {
        words.clone_into(text);
    }
    indicator.series[0].area = Some(indicator.name.clone());
    for source in sources.values_mut() {
        words.clone_into(&mut source.title);
        words.clone_into(&mut source.publisher);
        source.url = Some(format!("https://example.org/{words}"));
    }
    (indicator, sources)
}

#[test]
fn no_text_in_csv_is_a_formula_and_a_negative_number_stays_one() {
    for words in [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "=\"a\",b\r\nc",
        "−1",
        "a=1",
        "",
    ] {
        let (indicator, sources) = hostile(words);
        let text = csv::csv(&view(&indicator, &sources, Lang::En));
        let record = csv_parser(&text).records().next().unwrap().unwrap();
        let expected = match words.bytes().next() {
            Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r') => format!("'{words}"),
            _ => words.to_owned(),
        };
        assert_eq!(&record[3], expected);
        assert_eq!(&record[8], expected);
        assert_eq!(&record[5], "-142.9");
        assert_eq!(record.len(), csv::COLUMNS.len());
    }
}

#[test]
fn json_of_every_indicator_reads_back() {
    for (indicator, sources) in &indicators() {
        let view = view(indicator, sources, Lang::En);
        let read: serde_json::Value = serde_json::from_str(&json::json(&view)).unwrap();
        assert_eq!(read["title"], indicator.name.en.as_str());
        assert_eq!(read["data_date"], "2026-11-23");
        let values = read["values"].as_array().unwrap();
        let facts = facts(indicator, sources);
        assert_eq!(values.len(), facts.len());
        for (it, (place, year, value, projected, cited)) in values.iter().zip(facts) {
            assert_eq!(it["place"], place);
            assert_eq!(it["year"], year);
            assert_eq!(it["value"].as_f64(), Some(value));
            assert_eq!(it.get("projected").is_some(), projected);
            let keys = it["sources"].as_array().unwrap();
            assert_eq!(keys.len(), cited.len());
            for (key, source) in keys.iter().zip(cited) {
                let read: Source = {
                    let mut it = read["sources"][key.as_str().unwrap()].clone();
                    let lang = it.as_object_mut().unwrap().remove("language").unwrap();
                    it["lang"] = lang;
                    serde_json::from_value(it).unwrap()
                };
                let plain = Source {
                    note: None,
                    ..source.clone()
                };
                assert_eq!(read, plain);
            }
        }
    }
    let (indicator, sources) = hostile("\"\\\n\u{0}</script>");
    let text = json::json(&view(&indicator, &sources, Lang::En));
    let read: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(read["title"], "\"\\  </script>");
}

#[test]
fn a_view_of_a_figure_has_the_values_of_its_indicator() {
    for (indicator, sources) in &indicators() {
        for lang in Lang::ALL {
            let figure = from_indicator(indicator, "x", lang, Size::WIDE, "c");
            let view = View::of_figure("c", ("p", "P"), &figure, head(sources, lang));
            let written: Vec<_> = view
                .values
                .iter()
                .map(|it| (it.year, it.digits.clone(), it.sources.len()))
                .collect();
            let expected: Vec<_> = facts(indicator, sources)
                .into_iter()
                .map(|(_, year, value, _, cited)| (year, value.to_string(), cited.len()))
                .collect();
            assert_eq!(written, expected, "{}", indicator.id);
        }
    }
}

#[test]
fn a_view_of_a_table_by_place_names_the_places_and_leaves_computed_columns_out() {
    let all = indicators();
    let found = all.iter().find(|it| it.0.id == "hdi").unwrap();
    let (indicator, sources) = found;
    let name_of = |place: &str| if place == "IDN" { "Indonesia" } else { "x" };
    let choice = Choice {
        places: &[("IDN", 3)],
        years: None,
    };
    let spec = PlacesSpec::of(indicator, &name_of, &choice, Lang::Id, Size::WIDE, "c");
    let series = indicator
        .series
        .iter()
        .find(|it| it.place == "IDN")
        .unwrap();
    let digits = |year| {
        let point = series.points.iter().find(|it| it.year == year);
        point.unwrap().value.to_string()
    };
    let figure = change_between(&spec, 2000, 2023);
    let view = View::of_figure("c", ("", ""), &figure, head(sources, Lang::Id));
    let own = view.values.iter().filter(|it| it.place_name == "Indonesia");
    let own: Vec<_> = own.map(|it| (it.year, it.digits.clone())).collect();
    assert_eq!(own, [(2000, digits(2000)), (2023, digits(2023))]);
    let figure = ranked_bars(&spec, 2023);
    let view = View::of_figure("c", ("", ""), &figure, head(sources, Lang::Id));
    assert_eq!(view.values.len(), 11);
    assert!(view
        .values
        .iter()
        .all(|it| it.series.is_empty() && it.year == 2023));
}

#[test]
fn a_citation_names_every_source_with_its_licence() {
    for (indicator, sources) in &indicators() {
        for lang in Lang::ALL {
            let view = view(indicator, sources, lang);
            let text = citation::text(&view);
            assert!(text.contains("https://example.org/en/indicators/x/?a=1&b=2"));
            for (_, source) in view.cited() {
                assert!(text.contains(&source.title));
                assert!(text.contains(source.url.as_deref().unwrap_or_default()));
                let unknown = ["lisensi tidak disebutkan", "licence not stated"];
                let licence = source.licence.as_deref().unwrap_or(unknown[lang as usize]);
                assert!(text.contains(licence), "{licence}: {text}");
            }
        }
    }
    let (indicator, sources) = hostile("T");
    let key = sources.keys().next().unwrap();
    let source = &sources[key];
    assert_eq!(
        citation::text(&view(&indicator, &sources, Lang::Id)),
        format!(
            "“T”. ASCN Atlas, data per 23 November 2026, \
             https://example.org/en/indicators/x/?a=1&b=2. Sumber: T: T, {}, \
             https://example.org/T (dibaca {}; lisensi: {}).\n",
            source
                .published
                .map_or("tanpa tanggal".to_owned(), |it| crate::i18n::date(
                    it,
                    Lang::Id
                )),
            crate::i18n::date(source.accessed, Lang::Id),
            source.licence.as_deref().unwrap(),
        )
    );
}

/// Entries of BibTeX as key and fields; panics where braces do not match.
fn entries(text: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut entries = Vec::new();
    for entry in text.split("@misc{").skip(1) {
        let (key, rest) = entry.split_once(',').unwrap();
        let mut fields = Vec::new();
        let mut depth = 0;
        let mut field = String::new();
        let mut escaped = false;
        for letter in rest.chars() {
            match letter {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth < 0 {
                break;
            }
            if letter == ',' && depth == 0 {
                fields.push(std::mem::take(&mut field));
            } else {
                field.push(letter);
            }
        }
        assert_eq!(depth, -1, "braces of {entry}");
        fields.push(field);
        let fields = fields.iter().map(|it| {
            let (name, value) = it.split_once('=').unwrap();
            (name.trim().to_owned(), value.trim().to_owned())
        });
        entries.push((key.to_owned(), fields.collect()));
    }
    entries
}

#[test]
fn bibtex_of_every_indicator_is_well_formed_with_keys_that_differ() {
    for (indicator, sources) in &indicators() {
        let view = view(indicator, sources, Lang::En);
        let text = citation::bibtex(&view);
        let entries = entries(&text);
        assert_eq!(entries.len(), 1 + view.cited().len());
        let mut keys: Vec<_> = entries.iter().map(|it| &it.0).collect();
        assert!(keys
            .iter()
            .all(|it| it.bytes().all(|byte| byte.is_ascii_alphanumeric())));
        assert!(keys[0].starts_with("ascnatlas2026"));
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), entries.len(), "{text}");
        assert_eq!(text, citation::bibtex(&view));
    }
}

#[test]
fn no_text_in_bibtex_is_a_command() {
    let (indicator, sources) = hostile("a{b}\\c&d%e$f#g_h~i^j");
    let text = citation::bibtex(&view(&indicator, &sources, Lang::En));
    let entries = entries(&text);
    let field = |name: &str| {
        let found = entries[1].1.iter().find(|it| it.0 == name);
        found.unwrap().1.clone()
    };
    assert_eq!(
        field("title"),
        "{{a\\{b\\}\\textbackslash{}c\\&d\\%e\\$f\\#g\\_h\\textasciitilde{}i\\textasciicircum{}j}}"
    );
    assert_eq!(
        field("url"),
        "{https://example.org/a%7Bb%7D%5Cc&d%e$f#g_h~i^j}"
    );
}

#[test]
fn names_of_files_are_ascii() {
    let name = |id, place| file_name(id, place, "2026-11-23".parse().unwrap(), "csv");
    assert_eq!(
        name("co2-per-capita", "Đà Nẵng"),
        "ascn-atlas-co2-per-capita-da-nang-2026-11-23.csv"
    );
    assert_eq!(name("../a b", "กรุงเทพ"), "ascn-atlas-a-b-2026-11-23.csv");
}
