//! Charts on the host: the same bytes as when they were last looked at, and as in the browser
//! (`tests/browser.rs` compares with the same file).

mod common;

/// After a change that is meant: `UPDATE_GOLDEN=1 cargo test --test host_charts`, then look at the
/// file before you commit it.
#[test]
fn charts_are_the_bytes_that_were_looked_at() {
    let charts = common::charts();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write("tests/golden/charts.svg", &charts).unwrap();
        return;
    }
    assert!(
        charts == common::GOLDEN,
        "charts differ from tests/golden/charts.svg"
    );
}
