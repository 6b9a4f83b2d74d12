//! Who helps: the partner programmes that name the city, in order of time.

use super::Profile;
use crate::components::embed::link;
use crate::components::part::Part;
use crate::components::program::list;
use crate::i18n::Key;
use crate::widget::Widget;

pub(super) fn write(markup: &mut Part, profile: &Profile) {
    let lang = profile.lang;
    let programs = &profile.page.programs;
    if programs.is_empty() {
        markup.el("p", "empty", Key::ProgramsNone.text(lang));
    } else {
        markup.el("p", "", Key::ProgramsLead.text(lang));
        list(markup, profile.site, lang, programs, &profile.cites);
        let widget = Widget::Programs(profile.page.city.id.clone());
        let title = Key::EmbedProgramsOf.with(lang, profile.page.city.name.get(lang));
        link(markup, profile.site, lang, widget, &title);
    }
}
