//! A live widget in the browser. The page says by the language of its root which words it wants, and
//! learns by `data-live` there that the chart lives.

use ascn_atlas::model::Lang;
use ascn_atlas::platform;
use ascn_atlas::widget::live;

fn main() {
    let lang = platform::lang().unwrap_or(Lang::Id);
    match live::start(lang) {
        Ok(()) => platform::mark_root("data-live"),
        Err(why) => platform::fail(&why),
    }
}
