//! The world: the real data set and its cut, which mutants are made from and stand beside.

use std::cell::RefCell;
use std::collections::HashMap;

use ascn_atlas::host::check::Files;
use ascn_atlas::host::schema::Kind;
use ascn_atlas::host::store::Store;
use ascn_atlas::host::{build, cut_indicators, gather, publish};
use ascn_atlas::model::cut_search::SearchIndex;
use ascn_atlas::search::Everything;
use serde_json::Value;

use crate::chance::Chance;
use crate::data_folder;

/// A file with its tree, of which mutants are made.
pub(crate) struct Real {
    /// Its name below the folder of the data set, or of the cut.
    pub name: String,
    pub tree: Value,
}

pub(crate) struct World {
    /// Files of the data set, by what they are.
    pub kinds: Vec<(usize, Vec<Real>)>,
    /// The same, read for the check.
    pub checked: Files,
    /// Schemas of the kinds.
    pub schemas: HashMap<Kind, Value>,
    /// The same, read for the cut; a case puts its own file in and the real one back.
    pub store: RefCell<Store>,
    /// The files of the cut.
    pub cut: Vec<Real>,
    /// The texts that pages read, by their address.
    pub texts: HashMap<String, String>,
    /// What pages were made from, by their address.
    pub asked: RefCell<HashMap<String, Vec<String>>>,
    pub search: SearchIndex,
    pub everything: Everything,
}

/// Where the cut is for the pages.
pub(crate) const FOLDER: &str = "app/fuzz/";

/// Kinds of files of the data set: how many of a hundred cases, and how their names begin.
const KINDS: [(usize, &[&str]); 6] = [
    (52, &["cities/"]),
    (28, &["indicators/"]),
    (8, &["geo/city-points.json", "geo/sources.json"]),
    (5, &["stories.json"]),
    (4, &["network.json", "geo/countries.topojson"]),
    (3, &["programs.json", "geo/countries-10m-35.topojson"]),
];

impl World {
    /// Reads the data set and cuts it, as a build does.
    pub fn read() -> Self {
        let data = data_folder();
        let mut problems = Vec::new();
        let checked = Files::read(&data, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
        let store = Store::read(&data).unwrap();
        let mut names: Vec<String> = Vec::new();
        for folder in ["cities", "indicators", "geo", ""] {
            for entry in std::fs::read_dir(data.join(folder)).unwrap() {
                let entry = entry.unwrap();
                let name = entry.file_name().into_string().unwrap();
                names.push(if folder.is_empty() {
                    name
                } else {
                    format!("{folder}/{name}")
                });
            }
        }
        names.sort();
        let kinds = KINDS.map(|(share, starts)| {
            let of_kind = names
                .iter()
                .filter(|it| starts.iter().any(|start| it.starts_with(start)));
            let read = |name: &String| Real {
                name: name.clone(),
                tree: serde_json::from_str(&std::fs::read_to_string(data.join(name)).unwrap())
                    .unwrap(),
            };
            (share, of_kind.map(read).collect::<Vec<_>>())
        });
        let pages = cut_indicators::pages(&gather::gather(&store).unwrap()).unwrap();
        let mut texts = HashMap::new();
        for (name, content) in publish::files(&store, &pages, &data).unwrap() {
            if ["changes.json", "sources.json"].contains(&name.as_str()) {
                texts.insert(format!("data/{name}"), String::from_utf8(content).unwrap());
            }
        }
        let files = r#"[{"path":"data/network.json","bytes":95790}]"#;
        texts.insert("data/index.json".to_owned(), files.to_owned());
        let mut cut = Vec::new();
        for (name, content) in build::files(&store).unwrap() {
            let text = String::from_utf8(content).unwrap();
            cut.push(Real {
                tree: serde_json::from_str(&text).unwrap(),
                name: name.clone(),
            });
            texts.insert([FOLDER, &name].concat(), text);
        }
        for (name, text) in &texts {
            if name.starts_with("data/") {
                cut.push(Real {
                    tree: serde_json::from_str(text).unwrap(),
                    name: name.clone(),
                });
            }
        }
        cut.sort_by(|one, two| one.name.cmp(&two.name));
        let index: SearchIndex =
            ascn_atlas::json::read(&texts[&format!("{FOLDER}search.json")]).unwrap();
        Self {
            kinds: kinds.into_iter().collect(),
            checked,
            schemas: Kind::ALL
                .into_iter()
                .map(|kind| (kind, kind.schema()))
                .collect(),
            store: RefCell::new(store),
            cut,
            texts,
            asked: RefCell::default(),
            everything: Everything::new(index.clone()),
            search: index,
        }
    }

    /// A file of the data set: the small ones more often than the large.
    pub fn file(&self, chance: &mut Chance) -> &Real {
        let mut at = chance.below(100);
        for (share, files) in &self.kinds {
            if at < *share {
                return chance.pick(files);
            }
            at -= share;
        }
        chance.pick(&self.kinds[0].1)
    }

    /// A file of the cut: those that come once, such as the index, as often as all cities together.
    pub fn cut_file(&self, chance: &mut Chance) -> &Real {
        let folder = *chance.pick(&[
            "cities/",
            "indicators/",
            "countries/",
            "programs/",
            "",
            "",
            "",
        ]);
        let fits: Vec<&Real> = self
            .cut
            .iter()
            .filter(|it| {
                let rest = it.name.strip_prefix(folder).filter(|_| !folder.is_empty());
                let is_alone = !["cities/", "indicators/", "countries/"]
                    .iter()
                    .any(|it2| it.name.starts_with(it2));
                rest.is_some() || folder.is_empty() && is_alone
            })
            .collect();
        // The finest outlines take as long as everything else.
        let real = *chance.pick(&fits);
        if real.name.ends_with("-fine.json") && !chance.once_in(4) {
            return *chance.pick(&fits);
        }
        real
    }
}
