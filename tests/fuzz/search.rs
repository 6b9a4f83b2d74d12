//! Search: whatever is typed, over the real index and over indexes of hostile words.

use ascn_atlas::find;
use ascn_atlas::model::cut_search::{Found, SearchEntry, SearchGroup, SearchIndex, SearchPart};
use ascn_atlas::search::{fold, pieces, reason, Everything, Typed};

use crate::chance::Chance;
use crate::world::World;
use crate::{End, Target};

pub(crate) const SEARCH: Target = Target {
    name: "search",
    about: "typed words over real and hostile indexes",
    share: 30,
    run,
};

fn run(chance: &mut Chance, world: &World) -> End {
    let typed = query(chance, world);
    chance
        .said
        .push(format!("{:?}", typed.chars().take(200).collect::<String>()));
    let made = chance.once_in(3).then(|| Everything::new(hostile(chance)));
    let everything = made.as_ref().unwrap_or(&world.everything);
    let words = Typed::new(&typed);
    let lang = chance.lang();
    let groups = everything.find(&words);
    let _ = everything.part(&words);
    let mut seen = vec![false; everything.len()];
    let mut shown = 0;
    for group in &groups {
        assert!(!group.places.is_empty(), "an empty group");
        for &place in &group.places {
            let entry = everything.entry(place).expect("a thing that is there");
            assert!(!std::mem::replace(&mut seen[place], true), "found twice");
            shown += 1;
            if shown < 20 {
                let _ = reason(entry, lang, &words);
                for text in [entry.name(lang), entry.about(lang)] {
                    whole(text, &words);
                }
            }
        }
    }
    if words.is_empty() {
        assert!(groups.is_empty(), "something for nothing");
    }
    let text = if chance.once_in(20) {
        chance.long_word()
    } else {
        chance.word()
    };
    whole(&text, &words);
    let folded = fold(&text);
    assert!(
        folded.len() <= 3 * text.len() + 4,
        "{} of {}",
        folded.len(),
        text.len()
    );
    assert_eq!(fold(&folded), folded, "folding twice changes {text:?}");
    assert_eq!(
        find::contains(&text, &typed),
        text.contains(&typed),
        "{text:?} {typed:?}"
    );
    if !typed.is_empty() {
        assert_eq!(
            find::split_once(&text, &typed),
            text.split_once(typed.as_str())
        );
    }
    if shown == 0 {
        End::Refused
    } else {
        End::Loaded
    }
}

/// The pieces of a text are the text.
fn whole(text: &str, typed: &Typed) {
    let parts = pieces(text, typed);
    let joined: String = parts.iter().map(|it| it.1).collect();
    assert_eq!(joined, text);
    assert!(
        parts.iter().all(|it| !it.1.is_empty()),
        "an empty piece of {text:?}"
    );
}

/// Words of the index with slips, hostile words, or both.
fn query(chance: &mut Chance, world: &World) -> String {
    if chance.once_in(3) {
        return if chance.once_in(20) {
            chance.long_word()
        } else {
            chance.word()
        };
    }
    let group = chance.pick(&world.search.groups);
    let entry = chance.pick(&group.entries);
    let mut letters: Vec<char> = entry.name(chance.lang()).chars().collect();
    for _ in 0..chance.below(4) {
        let at = chance.below(letters.len());
        match chance.below(3) {
            _ if letters.is_empty() => {}
            0 => {
                letters.remove(at);
            }
            1 => letters.insert(at, *chance.pick(&['a', 'é', '\u{301}', ' ', '-', '٣', 'ß'])),
            _ => {
                let other = chance.below(letters.len());
                letters.swap(at, other);
            }
        }
    }
    letters.truncate(1 + chance.below(60));
    letters.into_iter().collect()
}

fn hostile(chance: &mut Chance) -> SearchIndex {
    let group = |chance: &mut Chance| SearchGroup {
        kind: *chance.pick(&Found::ALL),
        entries: (0..chance.count(600)).map(|_| entry(chance)).collect(),
    };
    SearchIndex {
        groups: (0..chance.below(4)).map(|_| group(chance)).collect(),
        parts: (0..chance.below(4)).map(|_| part(chance)).collect(),
    }
}

fn part(chance: &mut Chance) -> SearchPart {
    SearchPart {
        start: chance.word(),
        left: chance.below(3),
    }
}

fn entry(chance: &mut Chance) -> SearchEntry {
    SearchEntry {
        to: chance.word(),
        en: chance.word(),
        id: chance.word(),
        about_en: chance.word(),
        about_id: chance.word(),
        also: chance.word(),
    }
}
