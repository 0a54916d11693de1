//! The task runner: `cargo xtask serve | test | ...`.

fn main() {}
