//! The app in the browser.

use ascn_atlas::{app, platform};

fn main() {
    // Without a hook a panic says nothing but "unreachable".
    std::panic::set_hook(Box::new(|panic| platform::fail(&panic.to_string())));
    app::start();
}
