//! The partner programmes: which of them are shown.

use super::{add_words, fit};
use crate::model::cut_programs::{ProgramEntry, ProgramIndex};
use crate::route::ProgramList;
use crate::timeline::day_of;

/// The words by which a programme can be found, folded: its name and its partner in both languages,
/// and the cities that it names.
#[must_use]
pub fn program_words(index: &ProgramIndex, entry: &ProgramEntry) -> Vec<String> {
    let mut words = Vec::new();
    let partner = index.partners.iter().find(|it| it.id == entry.partner);
    let places = index
        .places
        .iter()
        .filter(|it| entry.cities.contains(&it.id));
    let names = partner.map(|it| &it.name).into_iter();
    let names = names.chain(places.map(|it| &it.name));
    for text in names.chain([&entry.name, &entry.partner_name]) {
        add_words(&mut words, &text.en);
        add_words(&mut words, &text.id);
    }
    words
}

/// Whether a programme runs on `today`, or no source says that it ended.
#[must_use]
pub fn is_running(entry: &ProgramEntry, today: i32) -> bool {
    let ended = entry.end.is_some_and(|end| day_of(end).to <= today);
    day_of(entry.start).from <= today && !ended
}

/// The places in `index` of the programmes that `list` shows, in the order of the index: that of
/// time. `words` are the [`program_words`] of each.
#[must_use]
pub fn select_programs(
    index: &ProgramIndex,
    words: &[Vec<String>],
    list: &ProgramList,
    today: i32,
) -> Vec<usize> {
    let is_shown = |entry: &ProgramEntry, words: &[String]| {
        list.partner.as_ref().is_none_or(|it| *it == entry.partner)
            && list.kind.is_none_or(|it| it == entry.kind)
            && list
                .city
                .as_ref()
                .is_none_or(|it| entry.cities.contains(it))
            && list.country.is_none_or(|it| entry.countries.contains(&it))
            && list.focus.is_none_or(|it| entry.focus.contains(&it))
            && (!list.running || is_running(entry, today))
            && fit(words, &list.text).is_some()
    };
    let all = index.programs.iter().zip(words).enumerate();
    all.filter(|(_, (entry, words))| is_shown(entry, words))
        .map(|it| it.0)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::cut_programs::{Partner, ProgramPlace};
    use crate::model::{Country, FocusArea, ProgramKind, Text};

    fn text(en: &str, id: &str) -> Text {
        Text {
            en: en.to_owned(),
            id: id.to_owned(),
        }
    }

    fn index() -> ProgramIndex {
        let entry = |id: &str, partner: &str, start: &str, end: Option<&str>| ProgramEntry {
            id: id.to_owned(),
            name: text("Smart village study", "Studi desa cerdas"),
            partner: partner.to_owned(),
            partner_name: text("Ministry", "Kementerian"),
            kind: ProgramKind::Study,
            start: start.parse().unwrap(),
            end: end.map(|it| it.parse().unwrap()),
            cities: vec!["da-nang".to_owned()],
            countries: vec![Country::Vnm],
            focus: vec![FocusArea::CivicSocial],
            milestones: vec![],
        };
        ProgramIndex {
            programs: vec![
                entry("a", "jpn", "2018", Some("2020")),
                entry("b", "kor", "2019-07", None),
                entry("c", "jpn", "2021-07-30", Some("2021-07-30")),
            ],
            partners: vec![Partner {
                id: "jpn".to_owned(),
                name: text("Japan", "Jepang"),
            }],
            places: vec![ProgramPlace {
                id: "da-nang".to_owned(),
                name: text("Da Nang", "Da Nang"),
                country: Country::Vnm,
                member: true,
            }],
        }
    }

    fn shown(list: &ProgramList, today: &str) -> Vec<usize> {
        let index = index();
        let words: Vec<_> = index
            .programs
            .iter()
            .map(|it| program_words(&index, it))
            .collect();
        select_programs(&index, &words, list, day_of(today.parse().unwrap()).from)
    }

    #[test]
    fn each_filter_narrows_the_list() {
        let of = |change: &dyn Fn(&mut ProgramList)| {
            let mut list = ProgramList::default();
            change(&mut list);
            shown(&list, "2021-01-01")
        };
        assert_eq!(of(&|_| {}), [0, 1, 2]);
        assert_eq!(of(&|it| it.partner = Some("jpn".to_owned())), [0, 2]);
        assert_eq!(of(&|it| it.text = "jepang studi".to_owned()), [0, 2]);
        assert_eq!(of(&|it| it.text = "Đà Nẵng".to_owned()), [0, 1, 2]);
        assert_eq!(of(&|it| it.text = "korea".to_owned()), [] as [usize; 0]);
        assert_eq!(
            of(&|it| it.kind = Some(ProgramKind::Event)),
            [] as [usize; 0]
        );
        assert_eq!(of(&|it| it.country = Some(Country::Idn)), [] as [usize; 0]);
        assert_eq!(of(&|it| it.city = Some("da-nang".to_owned())).len(), 3);
        assert_eq!(of(&|it| it.focus = Some(FocusArea::CivicSocial)).len(), 3);
    }

    #[test]
    fn a_year_ends_with_its_last_day() {
        let list = ProgramList {
            running: true,
            ..ProgramList::default()
        };
        assert_eq!(shown(&list, "2017-12-31"), [] as [usize; 0]);
        assert_eq!(shown(&list, "2018-01-01"), [0]);
        assert_eq!(shown(&list, "2019-07-01"), [0, 1]);
        assert_eq!(shown(&list, "2020-12-31"), [0, 1]);
        assert_eq!(shown(&list, "2021-01-01"), [1]);
        assert_eq!(shown(&list, "2021-07-30"), [1, 2]);
        assert_eq!(shown(&list, "2030"), [1]);
    }
}
