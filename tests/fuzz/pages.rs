//! Pages: written on the host from the real cut with one file changed, as the app shows them.

use std::collections::HashMap;
use std::sync::Arc;

use ascn_atlas::app::written;
use ascn_atlas::data::{use_disk, Disk};
use ascn_atlas::platform::use_day;
use ascn_atlas::route::Address;

use crate::chance::Chance;
use crate::markup;
use crate::mutate::mutant;
use crate::world::{World, FOLDER};
use crate::{End, Target};

pub(crate) const PAGES: Target = Target {
    name: "pages",
    about: "pages made from files of the cut, one of them changed",
    share: 17,
    run,
};

/// A page of each kind, some with a state.
const PLACES: &[&str] = &[
    "",
    "cities/",
    "cities/?q=%3Cx-hostile%3E&sort=joined",
    "cities/sumedang/",
    "cities/dili/",
    "cities/singapore/",
    "indicators/",
    "indicators/hdi/",
    "indicators/hdi/?chart=bars&year=2020",
    "indicators/city-population-wup/?places=jakarta,bangkok&log=yes",
    "indicators/co2-per-capita/?chart=map",
    "compare/",
    "compare/?cities=sumedang,da-nang,dili",
    "countries/",
    "countries/IDN/",
    "programs/",
    "programs/?lanes=city",
    "programs/rok-nusantara/",
    "partners/un-habitat/",
    "projects/",
    "projects/?sort=newest",
    "projects/jakarta/jaki/",
    "network/",
    "network/annual-meeting-7/",
    "documents/",
    "about/",
    "search/?q=kota",
    "data/",
];

fn run(chance: &mut Chance, world: &World) -> End {
    let place = *chance.pick(PLACES);
    let lang = chance.lang();
    let (path, query) = place.split_once('?').unwrap_or((place, ""));
    let (_, route) = Address::parse(&format!("{}/{path}", lang.tag()), query);
    let address = Address { lang, route };
    chance.said.push(address.href());
    use_day("2026-11-23".parse().unwrap());
    let files = asked(&address, world);
    let mut texts: HashMap<String, String> = HashMap::new();
    for file in &files {
        if let Some(text) = world.texts.get(file) {
            texts.insert(file.clone(), text.clone());
        }
    }
    if files.is_empty() {
        return End::Refused;
    }
    // The words of the language come with the app on the host.
    let changed = chance.pick(&files).clone();
    chance.said.push(changed.clone());
    let name = changed.strip_prefix(FOLDER).unwrap_or(&changed);
    let Some(real) = world.cut.iter().find(|it| it.name == name) else {
        return End::Refused;
    };
    let text = mutant(chance, &real.tree);
    let whole: usize = texts.values().map(String::len).sum::<usize>() + text.len();
    texts.insert(changed, text);
    use_disk(Arc::new(Disk::new(texts)));
    let page = written(address, FOLDER);
    markup::harmless(&page.html);
    assert!(page.html.contains("<h1"), "a page without a heading");
    assert!(
        page.html.len() < 600_000 + 60 * whole,
        "{} bytes of page",
        page.html.len()
    );
    End::Loaded
}

/// The files that a page asks for, by their addresses.
fn asked(address: &Address, world: &World) -> Vec<String> {
    let key = address.href();
    if let Some(known) = world.asked.borrow().get(&key) {
        return known.clone();
    }
    use_disk(Arc::new(Disk::new(world.texts.clone())));
    let page = written(address.clone(), FOLDER);
    let known = |name: &String| {
        [name.clone(), [FOLDER, name].concat()]
            .into_iter()
            .find(|it| world.texts.contains_key(it))
    };
    let files: Vec<String> = page.files.iter().filter_map(known).collect();
    world.asked.borrow_mut().insert(key, files.clone());
    files
}
