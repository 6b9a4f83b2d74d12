//! Who helps: the partner programmes that name the city, in order of time.

use leptos::prelude::*;

use super::Profile;
use crate::components::facts::{focus_areas, period};
use crate::i18n::{date, number, Key, Named as _};
use crate::model::{Amount, Lang, Milestone, Program};

pub(super) fn view(profile: &Profile) -> AnyView {
    let lang = profile.lang;
    let programs = &profile.page.programs;
    if programs.is_empty() {
        return view! { <p class="empty">{Key::ProgramsNone.text(lang)}</p> }.into_any();
    }
    let items = programs.iter().map(|program| item(profile, program)).collect_view();
    view! {
        <p>{Key::ProgramsLead.text(lang)}</p>
        <ol class="timeline">{items}</ol>
    }
    .into_any()
}

fn item(profile: &Profile, program: &Program) -> AnyView {
    let lang = profile.lang;
    let period = period(Some(program.start), program.end, lang);
    let amount = program.amount.as_ref().map(|amount| format!(" · {}", money(amount, lang)));
    let focus = focus_areas(&program.focus, lang);
    let focus = (!focus.is_empty()).then(|| format!(" · {focus}"));
    let milestones = (!program.milestones.is_empty()).then(|| {
        let steps = program.milestones.iter().map(|step| milestone(profile, step)).collect_view();
        view! {
            <details>
                <summary>{Key::Milestones.text(lang)} " (" {program.milestones.len()} ")"</summary>
                <ol class="milestones">{steps}</ol>
            </details>
        }
    });
    view! {
        <li>
            <p class="when">{period}</p>
            <h3 id=format!("program-{}", program.id) tabindex="-1">{program.name.get(lang).to_owned()}</h3>
            <p class="fine">
                {program.partner_name.get(lang).to_owned()} " · " {program.kind.key().text(lang)} {amount} {focus}
                {profile.cites.cite(&program.sources)}
            </p>
            <p>{program.summary.get(lang).to_owned()}</p>
            {milestones}
        </li>
    }
    .into_any()
}

fn milestone(profile: &Profile, step: &Milestone) -> AnyView {
    let lang = profile.lang;
    let place = step.place.as_ref().map(|place| format!(" ({place})"));
    view! {
        <li>
            <span class="when">{date(step.date, lang)}</span>
            ": "
            {step.title.get(lang).to_owned()}
            {place}
            {profile.cites.cite(&step.sources)}
        </li>
    }
    .into_any()
}

fn money(amount: &Amount, lang: Lang) -> String {
    // Exact: no sum of a programme comes near 2^53.
    #[allow(clippy::cast_precision_loss)]
    let value = number(amount.value as f64, lang);
    format!("{}\u{a0}{value}", amount.currency.code())
}
