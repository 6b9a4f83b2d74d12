//! What must hold of every kind of widget.

use super::*;

/// One of each kind, and charts with none, one and several places.
pub(super) fn all() -> Vec<Widget> {
    let chart = |places: &[&str]| Widget::Chart {
        indicator: "hdi".to_owned(),
        places: places.iter().map(|it| (*it).to_owned()).collect(),
    };
    vec![
        Widget::City("da-nang".to_owned()),
        Widget::Figure {
            indicator: "hdi".to_owned(),
            place: "IDN".to_owned(),
        },
        chart(&[]),
        chart(&["IDN"]),
        chart(&["IDN", "sumedang"]),
        Widget::Cities(Country::from_code("VNM").unwrap()),
        Widget::Compare(Compare::of(&["hanoi", "dili"])),
        Widget::Projects("hanoi".to_owned()),
        Widget::Counts("hanoi".to_owned()),
        Widget::Programs("hanoi".to_owned()),
        Widget::Partner("jica".to_owned()),
        Widget::Network(NetworkChart::Focus),
        Widget::Timeline,
        Widget::Map,
        Widget::Meetings,
    ]
}

#[test]
fn every_kind_reads_back() {
    for widget in all() {
        let mut query = String::new();
        widget.write(&mut query);
        assert_eq!(Widget::parse(&query), Some(widget), "{query}");
    }
}

#[test]
fn every_kind_has_a_file() {
    let files: Vec<_> = all()
        .iter()
        .map(|it| (it.fixed(), it.live(Lang::En)))
        .collect();
    assert!(files
        .iter()
        .all(|(fixed, live)| fixed.is_some() || live.is_some()));
    assert_eq!(files[2].0.as_deref(), Some("chart/hdi.html"));
    assert_eq!(files[3].0, None);
    assert_eq!(
        files[4],
        (
            None,
            Some("chart/hdi.html?lang=en&places=IDN,sumedang".to_owned())
        )
    );
}

#[test]
fn what_is_live_is_of_today() {
    for widget in all() {
        for is_wanted in [false, true] {
            let file = |edition| widget.file(Lang::En, is_wanted, edition, &Look::default());
            let is_live = widget.is_live(is_wanted);
            assert_eq!(file("").starts_with("widgets/live/"), is_live, "{widget:?}");
            let kept = file("2026-11-23");
            if is_live {
                assert_eq!(kept, file(""));
            } else {
                assert!(
                    kept.starts_with("widgets/editions/2026-11-23/en/"),
                    "{kept}"
                );
            }
        }
    }
}

#[test]
fn hostile_queries_name_nothing() {
    let long = format!("kind=city&city={}", "a".repeat(81));
    for query in [
        "",
        "kind=city",
        "kind=city&city=../..",
        "kind=city&city=%3Cb%3E",
        "kind=city&city=a/b",
        "kind=cities&country=idn",
        "kind=figure&indicator=hdi",
        "kind=figure&indicator=hdi&places=..",
        "kind=compare&places=hanoi",
        "kind=chart&places=hanoi",
        "kind=CITY&city=hanoi",
        "kind=counts",
        "kind=network",
        "kind=network&chart=Focus",
        "kind=%00",
        &long,
    ] {
        assert_eq!(Widget::parse(query), None, "{query}");
    }
    let many = format!(
        "kind=chart&indicator=hdi&places={}",
        ["a,b,a,c,d,e,f,g,h,i"; 99].join(",")
    );
    let Some(Widget::Chart { places, .. }) = Widget::parse(&many) else {
        panic!("{many}");
    };
    assert_eq!(places.concat(), "abcdefgh");
}
