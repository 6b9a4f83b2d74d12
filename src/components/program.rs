//! A partner programme among others: what it is, when, and its milestones.

use super::cite::Citations;
use super::facts::{focus_areas, money, period};
use crate::app::Site;
use crate::i18n::{date, Key, Named as _};
use crate::markup::Markup;
use crate::model::{Lang, Milestone, Program};
use crate::route::{partner_slug, Route};

/// Writes programmes in order of time, each with its sources.
pub fn list(markup: &mut Markup, site: Site, lang: Lang, programs: &[Program], cites: &Citations) {
    markup.open("ol", "timeline");
    for program in programs {
        item(markup, site, lang, program, cites);
    }
    markup.close();
}

fn item(markup: &mut Markup, site: Site, lang: Lang, program: &Program, cites: &Citations) {
    let id = ["program-", &program.id].concat();
    let page = site.href(lang, Route::Program(program.id.clone()));
    let partner = Route::Partner(partner_slug(&program.partner));
    markup.open("li", "");
    markup.el("p", "when", &period(Some(program.start), program.end, lang));
    markup
        .open_with("h3", &[("id", &id), ("tabindex", "-1")])
        .link("", &page, program.name.get(lang))
        .close();
    markup.open("p", "fine").link(
        "",
        &site.href(lang, partner),
        program.partner_name.get(lang),
    );
    markup.text(" · ").text(program.kind.key().text(lang));
    if let Some(amount) = &program.amount {
        markup.text(" · ").text(&money(amount, lang));
    }
    if !program.focus.is_empty() {
        markup.text(" · ").text(&focus_areas(&program.focus, lang));
    }
    cites.cite(markup, &program.sources);
    markup.close().el("p", "", program.summary.get(lang));
    if !program.milestones.is_empty() {
        let count = program.milestones.len().to_string();
        let title = [Key::Milestones.text(lang), " (", &count, ")"].concat();
        markup.open("details", "").el("summary", "", &title);
        milestones(markup, lang, &program.milestones, cites);
        markup.close();
    }
    markup.close();
}

/// Writes milestones in order of time: when, what, where, by whose word.
pub fn milestones(markup: &mut Markup, lang: Lang, steps: &[Milestone], cites: &Citations) {
    markup.open("ol", "milestones");
    for step in steps {
        markup
            .open("li", "")
            .el("span", "when", &date(step.date, lang));
        markup.text(": ").text(step.title.get(lang));
        if let Some(place) = &step.place {
            markup.text(" (").text(place).text(")");
        }
        cites.cite(markup, &step.sources);
        markup.close();
    }
    markup.close();
}
