//! The app in the browser.

fn main() {
    console_error_panic_hook::set_once();
    ascn_atlas::app::start();
}
