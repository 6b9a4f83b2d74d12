//! What xtask says: one line for each thing it does, with the time it took.

use std::time::{Duration, Instant};

use crate::error::Result;

/// Says a line.
pub fn line(text: &str) {
    println!("xtask: {text}");
}

/// Says a line that must not be missed.
pub fn banner(lines: &[String]) {
    let bar = "!".repeat(78);
    println!("\n{bar}");
    for line in lines {
        println!("!! {line}");
    }
    println!("{bar}\n");
}

/// Does something that takes a while, and says before what it is and after how long it took.
pub fn timed<T>(what: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    line(&format!("{what} ..."));
    let start = Instant::now();
    let result = work();
    let how = if result.is_ok() { "done" } else { "failed" };
    line(&format!("{what}: {how} in {}", seconds(start.elapsed())));
    result
}

/// A duration for people: `0.3 s`, `84 s`, `4 min 10 s`.
pub fn seconds(time: Duration) -> String {
    let whole = time.as_secs();
    match whole {
        0..10 => format!("{:.1} s", time.as_secs_f64()),
        10..120 => format!("{whole} s"),
        _ => format!("{} min {} s", whole / 60, whole % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_short() {
        assert_eq!(seconds(Duration::from_millis(340)), "0.3 s");
        assert_eq!(seconds(Duration::from_secs(84)), "84 s");
        assert_eq!(seconds(Duration::from_secs(250)), "4 min 10 s");
    }
}
