//! The check accepts the data set and finds each kind of mistake, with its place and a remedy.

// What helps a test may fail as loudly as the test itself.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

use ascn_atlas::host::check::{check, Problem};

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data")
}

/// Files that no mistake below touches and that take long to read; without them the check finds
/// more to say, which does not matter where one mistake is looked for.
const LONG: &[&str] = &["geo/countries-10m", "indicators/"];

/// A copy of the data set in a temporary folder, gone at the end.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("atlas-{name}-{}", std::process::id()));
        for sub in ["", "cities", "indicators", "geo"] {
            fs::create_dir_all(folder.join(sub)).unwrap();
            for entry in fs::read_dir(data().join(sub)).unwrap() {
                let path = entry.unwrap().path();
                if path.is_file() {
                    fs::copy(&path, folder.join(sub).join(path.file_name().unwrap())).unwrap();
                }
            }
        }
        Self(folder)
    }

    /// A copy without what takes long and no mistake touches.
    fn small(name: &str) -> Self {
        let copy = Self::new(name);
        for sub in ["indicators", "geo"] {
            for entry in fs::read_dir(copy.0.join(sub)).unwrap() {
                let path = entry.unwrap().path();
                let name = format!("{sub}/{}", path.file_name().unwrap().to_str().unwrap());
                let touched = MISTAKES.iter().any(|it| it.file == name);
                if LONG.iter().any(|it| name.starts_with(it)) && !touched {
                    fs::remove_file(path).unwrap();
                }
            }
        }
        copy
    }

    fn text(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).unwrap()
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A mistake: in which file, what stands there, what is put there, and what the check must say.
struct Mistake {
    file: &'static str,
    from: &'static str,
    to: &'static str,
    path: &'static str,
    words: &'static str,
}

const fn mistake(
    file: &'static str,
    from: &'static str,
    to: &'static str,
    path: &'static str,
    words: &'static str,
) -> Mistake {
    Mistake {
        file,
        from,
        to,
        path,
        words,
    }
}

const CITY: &str = "cities/sumedang.json";
const RANKS: &str = "indicators/imd-smart-city-index-rank.json";
const PROGRAMS: &str = "programs.json";
const NETWORK: &str = "network.json";
const STORIES: &str = "stories.json";

#[rustfmt::skip]
const MISTAKES: &[Mistake] = &[
    // Shape.
    mistake(CITY, "\"country\": \"IDN\"", "\"country\": \"IDO\"", "country", "did you mean \"IDN\"?"),
    mistake(CITY, "\"country\": \"IDN\"", "\"country\": null", "country", "leave the field out"),
    mistake(CITY, "\"country\": \"IDN\"", "\"county\": \"IDN\"", "county", "unknown field, expected none (did you mean \"country\"?)"),
    mistake(CITY, "\"country\": \"IDN\",", "", "(whole file)", "expected a field \"country\", found none"),
    mistake(CITY, "\"lat\": -6.8621", "\"lat\": \"-6.8621\"", "location.lat", "expected a number"),
    mistake(CITY, "\"year\": 2024,", "\"year\": 2024.5,", "joined.year", "found 2024.5, expected a whole number"),
    mistake(CITY, "\"lat\": -6.8621,", "\"lat\": -6.8621, \"lat\": -6.8,", "location.lat", "found \"lat\" again on line"),
    mistake(CITY, "\"kind\": \"innovation\"", "\"kind\": \"invention\"", "projects[0].kind", "expected one of scap, innovation"),
    mistake(CITY, "\"value\": 1093602", "\"value\": -1", "population[0].value", "expected a whole number from 0"),
    mistake(CITY, "[2018, 32.2]", "[2018]", "indicators[0].series[0].points[0]", "expected: A value in a year"),
    mistake(CITY, "[2018, 32.2]", "[2018, \"32.2\"]", "indicators[0].series[0].points[0][1]", "expected a number"),
    // Words.
    mistake(CITY, "\"en\": \"Regency\"", "\"en\": \"\"", "admin.en", "found an empty text, expected words"),
    mistake(CITY, "\"id\": \"Kabupaten\"", "\"id\": \" \"", "admin.id", "found an empty text"),
    mistake(CITY, "\"id\": \"Kabupaten\"", "\"id\": \"Kabu\\u0007paten\"", "admin.id", "control character '\\u{7}'"),
    mistake(CITY, "\"en\": \"Regency\",", "", "admin", "expected a field \"en\", found none"),
    // Sources.
    mistake(CITY, "[\"asean-ascn\", \"antara-2024-06\"]", "[\"asean-asnc\", \"antara-2024-06\"]", "joined.sources[0]", "expected a key of \"sources\" (did you mean \"asean-ascn\"?)"),
    mistake(CITY, "[\"asean-ascn\", \"antara-2024-06\"]", "[]", "joined.sources", "found no source, expected at least one"),
    mistake(CITY, "[\"asean-ascn\", \"antara-2024-06\"]", "[\"asean-ascn\", \"asean-ascn\"]", "joined.sources[1]", "found \"asean-ascn\" again"),
    mistake(CITY, "  \"sources\": {\n    \"", "  \"sources\": {\n    \"spare\": {\"title\": \"T\", \"publisher\": \"P\", \"accessed\": \"2026-11-23\", \"lang\": \"id\"},\n    \"", "sources.spare", "no fact names"),
    mistake(CITY, "\"url\": \"https://", "\"url\": \"javascript:", "sources.", "expected an address with http:// or https://"),
    mistake(CITY, "\"accessed\": \"2026-11-23\"", "\"accessed\": \"1999-01-01\"", "sources.", "no later than \"accessed\""),
    mistake("indicators/gini.json", "\"sources\": [\"", "\"sources\": [\"x", "series[0].sources[0]", "expected a key of \"sources\""),
    // Names, which become a part of addresses and files.
    mistake(CITY, "\"id\": \"jatinangor-city-of-knowledge\"", "\"id\": \"../../knowledge\"", "projects[0].id", "expected letters, digits and single hyphens"),
    mistake(CITY, "\"id\": \"jatinangor-city-of-knowledge\"", "\"id\": \"\\\"><script>\"", "projects[0].id", "expected letters, digits and single hyphens"),
    mistake(PROGRAMS, "\"partner\": \"UN-Habitat\"", "\"partner\": \"UN/Habitat\"", ".partner", "found \"UN/Habitat\", expected letters"),
    mistake(CITY, "\"asean-ascn\": {", "\"asean'ascn\": {", "sources.asean'ascn", "expected letters, digits and single hyphens"),
    // Stories.
    mistake(STORIES, "at {records} in", "at {record} in", "stories[0].text.en", "found {record}, expected one of the story's values, alone or with .year or .number: records, survey"),
    mistake(STORIES, "{records.year}", "{records.month}", "stories[0].text.en", "found {records.month}"),
    mistake(STORIES, "\"year\": 2023 } }", "\"year\": 1923 } }", "stories[0].values.records", "found 1923, expected a year of the series, such as 2025"),
    mistake(STORIES, "\"series\": \"stunting-prevalence-eppgbm\", \"year\"", "\"series\": \"x\", \"year\"", "stories[0].values.records", "found the series \"x\""),
    mistake(STORIES, "\"point\": { \"city\"", "\"pint\": { \"city\"", "stories[0].values.records", "found \"pint\", expected one of point, members"),
    mistake(STORIES, "\"programs-of\": \"JPN\"", "\"programs-of\": \"JPM\"", "stories[7].values.jpn", "found \"JPM\", expected the partner"),
    mistake(STORIES, "\"to\": \"cities/sumedang/\"", "\"to\": \"city/sumedang\"", "stories[0].to", "expected the address of a page"),
    mistake(STORIES, "\"value\": \"first\"", "\"value\": \"start\"", "stories[2].figure.pair[0].value", "found \"start\""),
    mistake(STORIES, "\"id\": \"waste\"", "\"id\": \"members\"", "stories[8].id", "found \"members\" again"),
    // Dates and numbers.
    mistake(CITY, "\"as_of\": \"2026-01\"", "\"as_of\": \"2026-13\"", "officers[0].as_of", "expected a date as YYYY"),
    mistake(CITY, "\"as_of\": \"2024-07\"", "\"as_of\": \"2023-02-29\"", "officers[1].as_of", "that exists"),
    mistake(CITY, "\"as_of\": \"2026-01\"", "\"as_of\": \"2027-01\"", "officers[0].as_of", "no later than the newest"),
    mistake("cities/dili.json", "\"start\": \"2016\"", "\"start\": \"2016\", \"end\": \"2015\"", "projects[", "no date before \"start\" (2016)"),
    mistake(CITY, "\"year\": 2024,", "\"year\": 204,", "joined.year", "expected a year from 1800 to 2100"),
    mistake(CITY, "\"lat\": -6.8621", "\"lat\": 48.2", "location.lat", "expected -11.5 to 28.5"),
    mistake(CITY, "\"lon\": 107.9207", "\"lon\": 7.9", "location.lon", "expected 92 to 142"),
    mistake(CITY, "{\n      \"year\": 2020,\n      \"value\": 1152507", "{\n      \"year\": 2010,\n      \"value\": 1152507", "population[1]", "again, expected it once"),
    mistake(RANKS, "[2020, 71", "[2019, 71", "series[0].points[1]", "found 2019 again, expected one value a year"),
    mistake(RANKS, "[2020, 71", "[2018, 71", "series[0].points[1]", "found 2018 after 2019, expected years in order"),
    mistake(RANKS, "[2025, 86", "[2031, 86", "series[0].points[5][0]", "\"projection_from\""),
    mistake("indicators/hdi.json", "\"range\": [0, 1]", "\"range\": [0, 0.1]", "series[0].points[0][1]", "expected a value from 0 to 0.1"),
    mistake(RANKS, "\"level\": \"city\",", "", "(whole file)", "expected a field \"level\""),
    // Identity and places.
    mistake(CITY, "\"id\": \"sumedang\"", "\"id\": \"sumedan\"", "id", "expected the file's name, \"sumedang\""),
    mistake(CITY, "\"id\": \"poverty-rate\",\n      \"name\"", "\"id\": \"ipm\",\n      \"name\"", "indicators[", "found \"ipm\" again"),
    mistake(CITY, "\"place\": \"sumedang\"", "\"place\": \"semarang\"", "indicators[0].series[0].place", "expected the city itself"),
    mistake("cities/dili.json", "\"about\": \"area\"", "\"about\": \"aria\"", "conflicts[1].about", "expected area, population, projects or"),
    mistake(RANKS, "\"place\": \"bangkok\"", "\"place\": \"bangkonk\"", "series[0].place", "did you mean \"bangkok\"?"),
    mistake(RANKS, "\"not_ascn\": true,", "", "series[", "expected the slug of a city"),
    mistake("indicators/hdi.json", "\"place\": \"BRN\"", "\"place\": \"BRU\"", ".place", "expected the code of a member state"),
    mistake(PROGRAMS, "\"banyuwangi\"", "\"banyuwangy\"", ".cities[", "did you mean \"banyuwangi\"?"),
    mistake(PROGRAMS, "\"bandung\": {", "\"bandun\": {", "not_ascn.bandun", "no programme names"),
    mistake(NETWORK, "\"slug\": \"dili\"", "\"slug\": \"hue\"", "membership.cities", "\"dili\", which has a file"),
    mistake(NETWORK, "\"bangkok\": { \"total\": 2,", "\"bangkok\": { \"total\": 3,", "by_city.bangkok", "add up to 2, expected \"total\", 3"),
    mistake(NETWORK, "\"total_projects\": 77", "\"total_projects\": 78", "by_status", "expected \"total_projects\", 78"),
    mistake(NETWORK, "\"value\": 31", "\"value\": 32", "membership.totals[2].value", "expected 31, the cities that joined up to 2024"),
    mistake(NETWORK, "\"part_of\": \"annual-2\"", "\"part_of\": \"anual-2\"", ".part_of", "did you mean \"annual-2\"?"),
    mistake(NETWORK, "[\"luang-prabang\"]", "[\"luang-prabhang\"]", ".cities[0]", "did you mean \"luang-prabang\"?"),
    mistake(NETWORK, "[\"rok-nusantara\"]", "[\"rok-nusantar\"]", "records[0].support[0].programs[0]", "did you mean \"rok-nusantara\"?"),
    mistake(NETWORK, "\"project\": \"mpp-digital\"", "\"project\": \"mpp\"", "records[0].presentations[2].items[0].project", "expected a project of cities/banyuwangi.json"),
    mistake(NETWORK, "\"from\": 2018,", "\"from\": 2017,", "records[0].presentations[0].items[0].figure", "has values for 2017 and 2023 from the source"),
    mistake(NETWORK, "\"source\": \"scap-2018\"", "\"source\": \"scap-208\"", "documents[2].source", "did you mean \"scap-2018\"?"),
    mistake(NETWORK, "\"about\": \"meetings\"", "\"about\": \"meeting\"", "conflicts[5].about", "expected membership, chairs"),
    mistake("geo/city-points.json", "\"slug\": \"dili\"", "\"slug\": \"hue\"", "points", "a point for \"dili\""),
    // Syntax.
    mistake(CITY, "\"country\": \"IDN\",", "\"country\": \"IDN\"", "(whole file)", "expected JSON, found: expected `,` or `}`"),
    mistake("geo/countries.topojson", "\"Topology\"", "\"Topology", "(whole file)", "expected a TopoJSON topology"),
];

/// The problems that `mistake` causes, and the line on which it stands.
fn cause(copy: &Copy, mistake: &Mistake) -> (Vec<Problem>, usize) {
    let text = copy.text(mistake.file);
    let at = text
        .find(mistake.from)
        .unwrap_or_else(|| panic!("{}: {}", mistake.file, mistake.from));
    let wrong = text.replacen(mistake.from, mistake.to, 1);
    fs::write(copy.0.join(mistake.file), wrong).unwrap();
    let problems = check(&copy.0);
    fs::write(copy.0.join(mistake.file), &text).unwrap();
    (problems, text[..at].matches('\n').count() + 1)
}

#[test]
fn the_data_set_has_no_mistakes() {
    let problems = check(&data());
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
}

#[test]
fn each_mistake_is_named_with_its_place() {
    let copy = Copy::small("mistakes");
    for mistake in MISTAKES {
        let (problems, line) = cause(&copy, mistake);
        let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let found = problems.iter().find(|it| {
            it.file == mistake.file
                && it.path.to_string().contains(mistake.path)
                && it.message.contains(mistake.words)
        });
        let found = found.unwrap_or_else(|| {
            panic!(
                "{} -> {}: {}\n{}",
                mistake.from,
                mistake.to,
                mistake.words,
                said.join("\n")
            )
        });
        // What is missing, or stands in another file or a sum, is shown at the nearest place.
        let exact = !["(whole file)", "by_status", "membership.cities", "points"]
            .contains(&mistake.path)
            && !mistake.path.starts_with("admin")
            && !mistake.words.contains("range")
            && mistake.file != "indicators/hdi.json"
            && !mistake.words.contains("no later than \"accessed\"");
        if exact {
            assert!(
                found.line.abs_diff(line) <= 3,
                "{found} but the mistake is on line {line}"
            );
        }
    }
}

#[test]
fn all_mistakes_of_all_files_come_in_one_run() {
    let copy = Copy::new("all");
    let broken = [
        (
            "cities/dili.json",
            "\"country\": \"TLS\"",
            "\"country\": \"TLX\"",
        ),
        ("cities/dili.json", "\"id\": \"dili\"", "\"id\": \"\""),
        ("cities/ipoh.json", "{", "["),
        (
            "indicators/gini.json",
            "\"unit\": \"index",
            "\"unit\": \"indez",
        ),
        ("programs.json", "\"programs\"", "\"programmes\""),
    ];
    for (file, from, to) in broken {
        fs::write(copy.0.join(file), copy.text(file).replacen(from, to, 1)).unwrap();
    }
    fs::remove_file(copy.0.join("network.json")).unwrap();
    let problems = check(&copy.0);
    let has = |file: &str, path: &str| {
        let at = |it: &&Problem| it.file == file && it.path.to_string() == path;
        problems.iter().any(|it| at(&it))
    };
    assert!(has("cities/dili.json", "country"));
    assert!(has("cities/dili.json", "id"));
    assert!(has("cities/ipoh.json", "(whole file)"));
    assert!(has("indicators/gini.json", "unit"));
    assert!(has("programs.json", "programmes"));
    assert!(has("network.json", "(whole file)"));
    assert!(problems.is_sorted());
}

#[test]
fn a_problem_reads_as_one_line() {
    let copy = Copy::new("line");
    let (problems, line) = cause(&copy, &MISTAKES[15]);
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(
        said.contains(&format!(
            "cities/sumedang.json:{line}: joined.sources[0]: found \"asean-asnc\", \
         expected a key of \"sources\" (did you mean \"asean-ascn\"?)"
        )),
        "{said:?}"
    );
}
