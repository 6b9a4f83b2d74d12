//! A live widget in the browser. The page says by the language of its root which words it wants, and
//! learns by `data-live` there that the chart lives.

use ascn_atlas::model::Lang;
use ascn_atlas::platform;
use ascn_atlas::widget::live;

fn main() {
    let lang = platform::lang().unwrap_or(Lang::Id);
    let started = if platform::element(live::COMPARE).is_some() {
        live::start_compare(lang)
    } else {
        live::start(lang)
    };
    match started {
        Ok(()) => platform::mark_root("data-live"),
        Err(why) => platform::fail(&why),
    }
}
