//! Who helps: the partner programmes that name the city, in order of time.

use super::Profile;
use crate::components::facts::{focus_areas, period};
use crate::components::part::Part;
use crate::i18n::{date, number, Key, Named as _};
use crate::markup::Markup;
use crate::model::{Amount, Lang, Milestone, Program};

pub(super) fn write(markup: &mut Part, profile: &Profile) {
    let lang = profile.lang;
    let programs = &profile.page.programs;
    if programs.is_empty() {
        markup.el("p", "empty", Key::ProgramsNone.text(lang));
    } else {
        markup
            .el("p", "", Key::ProgramsLead.text(lang))
            .open("ol", "timeline");
        for program in programs {
            item(markup, profile, program);
        }
    }
}

fn item(markup: &mut Markup, profile: &Profile, program: &Program) {
    let lang = profile.lang;
    let id = format!("program-{}", program.id);
    markup.open("li", "");
    markup.el("p", "when", &period(Some(program.start), program.end, lang));
    markup.el_with(
        "h3",
        &[("id", &id), ("tabindex", "-1")],
        program.name.get(lang),
    );
    markup
        .open("p", "fine")
        .text(program.partner_name.get(lang));
    markup.text(" · ").text(program.kind.key().text(lang));
    if let Some(amount) = &program.amount {
        markup.text(" · ").text(&money(amount, lang));
    }
    if !program.focus.is_empty() {
        markup.text(" · ").text(&focus_areas(&program.focus, lang));
    }
    profile.cites.cite(markup, &program.sources);
    markup.close().el("p", "", program.summary.get(lang));
    if !program.milestones.is_empty() {
        let title = format!(
            "{} ({})",
            Key::Milestones.text(lang),
            program.milestones.len()
        );
        markup
            .open("details", "")
            .el("summary", "", &title)
            .open("ol", "milestones");
        for step in &program.milestones {
            milestone(markup, profile, step);
        }
        markup.close().close();
    }
    markup.close();
}

fn milestone(markup: &mut Markup, profile: &Profile, step: &Milestone) {
    let lang = profile.lang;
    markup
        .open("li", "")
        .el("span", "when", &date(step.date, lang));
    markup.text(": ").text(step.title.get(lang));
    if let Some(place) = &step.place {
        markup.text(" (").text(place).text(")");
    }
    profile.cites.cite(markup, &step.sources);
    markup.close();
}

fn money(amount: &Amount, lang: Lang) -> String {
    // Exact: no sum of a programme comes near 2^53.
    #[allow(clippy::cast_precision_loss)]
    let value = number(amount.value as f64, lang);
    format!("{}\u{a0}{value}", amount.currency.code())
}
