//! Figures that were made up, each for a shape that a chart can take.

use ascn_atlas::model::Indicator;

/// Reads an indicator as it would stand in a city's file.
fn read(json: &str) -> Indicator {
    serde_json::from_str(json).unwrap()
}

/// One quantity of one place as two sources state it, with years that are missing.
pub fn two_sources() -> Indicator {
    read(
        r#"{ "id": "made-up", "name": { "en": "Children too short for their age", "id": "Anak pendek menurut umur" },
        "unit": "percent", "better": "lower", "range": [0, 100], "series": [
        { "place": "here", "id": "a", "name": { "en": "Short, the town's own records", "id": "Pendek, catatan kota" }, "sources": ["1"],
          "points": [[2015, 31.2], [2016, 28], [2017, 24.55], [2020, 12.3], [2022, 9], [2023, 7.89, ["1", "2"]]] },
        { "place": "here", "id": "b", "name": { "en": "Short, national survey", "id": "Pendek, survei nasional" }, "sources": ["3"],
          "points": [[2019, 22.3], [2021, 22], [2022, 18.4], [2023, 14.4]] } ] }"#,
    )
}

/// Measured to a year, then projected; and a change of method on the way.
pub fn projection_and_break() -> Indicator {
    read(
        r#"{ "id": "made-up", "name": { "en": "Inhabitants", "id": "Penduduk" }, "unit": "people",
        "projection_from": 2026, "break_before": 2015, "series": [
        { "place": "here", "sources": ["1"], "points": [[2000, 812000], [2005, 905500], [2010, 1013000],
          [2015, 1240000], [2020, 1388000], [2025, 1502000], [2030, 1611000], [2035, 1703000]] } ] }"#,
    )
}

/// A single value, and a value below zero.
pub fn one_value(value: f64) -> Indicator {
    let mut it = read(
        r#"{ "id": "made-up", "name": { "en": "Growth", "id": "Pertumbuhan" }, "unit": "percent", "series": [
        { "place": "here", "sources": ["1"], "points": [[2024, 1.5]] } ] }"#,
    );
    it.series[0].points[0].value = value;
    it
}

/// No value at all.
pub fn nothing() -> Indicator {
    let mut it = one_value(0.0);
    it.series.clear();
    it
}

/// Ranks: the first stands on top.
pub fn ranks() -> Indicator {
    read(
        r#"{ "id": "made-up", "name": { "en": "Place among all cities", "id": "Peringkat di antara semua kota" }, "unit": "rank",
        "better": "lower", "series": [ { "place": "here", "sources": ["1"],
        "points": [[2019, 81], [2020, 76], [2021, 98], [2023, 103], [2024, 100]] } ] }"#,
    )
}

/// Names of the places of [`of_places`].
pub fn name_of(place: &str) -> &'static str {
    match place {
        "alfa" => "Alfa",
        "bravo" => "ភ្នំពេញ",
        "charlie" => "Charlie & Sons",
        "delta" => "Delta dengan nama yang panjang sekali",
        "echo" => "Echo",
        "foxtrot" => "Foxtrot",
        _ => "?",
    }
}

/// Six places, of which one has two sources, one a value that is far off, and one none in most years.
pub fn of_places() -> Indicator {
    read(
        r#"{ "id": "made-up", "name": { "en": "Waste a day", "id": "Sampah sehari" }, "unit": "tonnes per day",
        "better": "lower", "level": "city", "projection_from": 2024, "series": [
        { "place": "alfa", "sources": ["1"], "points": [[2016, 120], [2018, 131.5], [2020, 142], [2022, 139], [2024, 150]] },
        { "place": "bravo", "sources": ["2"], "points": [[2016, 60], [2018, 66], [2020, 81], [2022, 93.25], [2024, 104]] },
        { "place": "charlie", "id": "own", "name": { "en": "own records", "id": "catatan sendiri" }, "sources": ["3"], "points": [[2016, 210], [2018, 205], [2020, 190], [2022, 171]] },
        { "place": "charlie", "id": "survey", "name": { "en": "survey", "id": "survei" }, "sources": ["4"], "points": [[2018, 260], [2020, 248], [2022, 244]] },
        { "place": "delta", "sources": ["1"], "points": [[2016, 12], [2018, 13], [2020, 14], [2022, 16], [2024, 18]] },
        { "place": "echo", "sources": ["1"], "points": [[2018, 1400], [2020, 1510], [2022, 1650]] },
        { "place": "foxtrot", "sources": ["5"], "points": [[2016, 77]] } ] }"#,
    )
}
