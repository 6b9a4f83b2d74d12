//! The start of a live comparison, and what it does when a reader picks cities.

use form_urlencoded::parse;

use super::compare::{table, CompareData, COMPARE, TABLE};
use super::ids::{FOOT, PLACE, PLACES};
use super::write::LIVE;
use crate::i18n::Key;
use crate::json;
use crate::markup::Markup;
use crate::model::Lang;
use crate::platform;
use crate::route::Compare;

/// Puts the live comparison in the place of the fixed one.
///
/// # Errors
///
/// When the file lacks its data or a part; the fixed one then stays.
pub fn start(lang: Lang) -> Result<(), String> {
    let element =
        |id: &'static str| platform::element(id).ok_or_else(|| ["no element ", id].concat());
    let text = element(COMPARE)?.text_content().unwrap_or_default();
    let mut data: CompareData = json::read(&text).map_err(|error| error.to_string())?;
    let place = element(LIVE)?;
    std::mem::take(&mut data.words).install(lang);
    let title = Key::CompareTitle.text(lang);
    platform::set_title(title);
    let mut markup = Markup::new();
    markup
        .el("h1", "", title)
        .open_with("details", &[("id", PLACES)])
        .el("summary", "", "")
        .el("p", "fine", Key::CompareFull.text(lang))
        .open("ul", "");
    for city in &data.cities {
        markup
            .open("li", "")
            .open("label", "")
            .void("input", &[("type", "checkbox"), (PLACE, &city.id)])
            .text(" ")
            .text(city.name.get(lang))
            .close()
            .close();
    }
    let around = [
        ("class", "table-wrap"),
        ("role", "region"),
        ("tabindex", "0"),
        ("aria-label", title),
        ("id", TABLE),
    ];
    markup
        .close()
        .close()
        .el_with("div", &around, "")
        .open("footer", "")
        .el_with("p", &[("id", FOOT)], "");
    place.set_inner_html(&markup.finish());
    let mut asked = Compare::default();
    for (name, value) in parse(platform::query().as_bytes()) {
        if &*name == "places" {
            let slugs: Vec<&str> = value.split(',').take(200).collect();
            asked = Compare::of(&slugs);
        }
    }
    let picked = data.picked(&asked);
    let mut ids: Vec<String> = picked.iter().map(|it| it.id.clone()).collect();
    show(&data, &ids, lang);
    let ids = std::cell::RefCell::new(std::mem::take(&mut ids));
    platform::listen(&place, &["change"], move |event| {
        let id = platform::target(&event).and_then(|it| it.get_attribute(PLACE));
        let Some(id) = id else {
            return;
        };
        let mut ids = ids.borrow_mut();
        match ids.iter().position(|it| *it == id) {
            Some(at) => drop(ids.remove(at)),
            None => ids.push(id),
        }
        show(&data, &ids, lang);
    });
    Ok(())
}

/// Shows the cities of `ids`, and makes the boxes say the same.
fn show(data: &CompareData, ids: &[String], lang: Lang) {
    let slugs: Vec<&str> = ids.iter().map(String::as_str).collect();
    let picked = data.picked(&Compare::of(&slugs));
    let (table, foot) = table(data, &picked, lang);
    for (id, html) in [(TABLE, table), (FOOT, foot)] {
        if let Some(element) = platform::element(id) {
            element.set_inner_html(&html);
        }
    }
    let Some(places) = platform::element(PLACES) else {
        return;
    };
    let [count, most] = [ids.len(), Compare::MOST].map(|it| it.to_string());
    for summary in platform::elements(&places, "summary") {
        let words = Key::ComparePicked.with2(lang, &count, &most);
        summary.set_text_content(Some(&words));
    }
    for it in platform::marked(&places, PLACE) {
        let id = it.get_attribute(PLACE).unwrap_or_default();
        let is_in = ids.contains(&id);
        // Two stay, and there are no more than fit.
        let is_fixed = if is_in {
            ids.len() <= Compare::FEWEST
        } else {
            ids.len() >= Compare::MOST
        };
        platform::put(&it, "checked", &is_in.into());
        platform::put(&it, "disabled", &is_fixed.into());
    }
}
