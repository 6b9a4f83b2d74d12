//! Checks the data set and cuts it into the files that the app loads.

fn main() {}
