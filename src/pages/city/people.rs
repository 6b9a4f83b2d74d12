//! Who leads: office holders as published, each as of a date.

use super::Profile;
use crate::components::part::Part;
use crate::i18n::{date, Key, Named as _};
use crate::markup::Markup;
use crate::model::{Lang, Officer, OfficerRole};

use crate::components::cite::Citations;

/// The offices shown, the city's own first.
const ROLES: [OfficerRole; 5] = [
    OfficerRole::Csco,
    OfficerRole::NationalRepresentative,
    OfficerRole::Alternate,
    OfficerRole::HeadOfDelegation,
    OfficerRole::Chair,
];

pub(super) fn write(markup: &mut Part, profile: &Profile) {
    let lang = profile.lang;
    let officers = &profile.page.city.officers;
    if officers.is_empty() {
        markup.el("p", "empty", Key::PeopleNone.text(lang));
    } else if !officers
        .iter()
        .any(|officer| officer.role == OfficerRole::Csco)
    {
        markup.el("h3", "", OfficerRole::Csco.key().text(lang));
        markup.el("p", "empty", Key::Unknown.text(lang));
    }
    by_role(markup, officers, lang, &profile.cites);
}

/// Writes office holders under the name of their office, the newest statement first.
pub(in crate::pages) fn by_role(
    markup: &mut Markup,
    officers: &[Officer],
    lang: Lang,
    cites: &Citations,
) {
    for role in ROLES {
        let mut held: Vec<&Officer> = officers.iter().filter(|it| it.role == role).collect();
        if held.is_empty() {
            continue;
        }
        markup
            .el("h3", "", role.key().text(lang))
            .open("ul", "people");
        while let Some(newest) = newest(&held) {
            let officer = held.remove(newest);
            markup.open("li", "");
            self::officer(markup, officer, lang, cites);
            markup.close();
        }
        markup.close();
    }
}

/// Writes who holds an office, as of when and by whose word.
pub(in crate::pages) fn officer(
    markup: &mut Markup,
    officer: &Officer,
    lang: Lang,
    cites: &Citations,
) {
    markup
        .el("strong", "", &officer.name)
        .text(", ")
        .text(officer.position.get(lang))
        .text(" ");
    let as_of = Key::AsOf.with(lang, &date(officer.as_of, lang));
    markup.el("span", "fine", &as_of);
    cites.cite(markup, &officer.sources);
}

/// The place of the newest statement; of equal dates, the first in the file.
fn newest(officers: &[&Officer]) -> Option<usize> {
    let places = 0..officers.len();
    places
        .rev()
        .max_by_key(|place| officers.get(*place).map(|officer| officer.as_of))
}
