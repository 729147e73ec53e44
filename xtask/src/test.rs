//! `test`: all tests, fastest first. The first tier that fails ends the run.

use anyhow::{Context, Result, bail};

use crate::args::BuildOptions;
use crate::{project, seeds, setup, site};

pub(crate) fn run() -> Result<()> {
    let tools = setup::for_release()?;
    let browser = setup::browser()?;

    tier("Rust tests", || project::run(project::cargo()?.args(["test", "--workspace"])))?;
    tier("components in Chromium", || {
        project::run(tools.equip(project::node()?.args(["wasm.mjs", "dom"]).env("CHROMIUM", &browser)))
    })?;
    tier("the miner in Chromium", || {
        let root = project::root()?;
        let mut node = project::node()?;
        node.args(["wasm.mjs", "mining"]).env("CHROMIUM", &browser);
        // What it is compared with; see `tests/mining.rs`.
        node.env("REJOINDER_NATIVE_SEEDS", seeds::hash(&root.join("seeds"))?);
        node.env("REJOINDER_NATIVE_LIGHTS", seeds::hash(&root.join("tests/corpora/lights"))?);
        project::run(tools.equip(&mut node))
    })?;
    let dist = project::root()?.join("dist");
    tier("release build", || {
        site::run(&BuildOptions::default())?;
        let built = site::files(&dist)?;
        // Whoever has the tools needs nothing else of ours.
        project::run(tools.trunk(None)?.args(["build", "--release"]))?;
        if site::files(&dist)? != built {
            bail!("`trunk build --release` makes another site than `cargo xtask build`");
        }
        Ok(())
    })?;
    let apart = project::root()?.join("target/apart");
    tier("the same site as that of a large corpus", || {
        let mut trunk = tools.trunk(None)?;
        project::run(trunk.args(["build", "--dist"]).arg(&apart).env(seeds::LARGE_FROM, "1"))
    })?;
    tier("the built site in Chromium", || {
        let mut node = project::node()?;
        node.args(["--test", "--test-reporter=spec"]).args(browser_test_files()?);
        project::run(node.env("CHROMIUM", &browser).env("REJOINDER_DIST", &dist).env("REJOINDER_APART", &apart))
    })?;
    println!("\nAll tests passed.");
    Ok(())
}

/// Runs a kind of tests under a heading.
fn tier(name: &str, tests: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("\n== {name} ==\n");
    tests().with_context(|| format!("tests failed at: {name}"))
}

/// The tests of the built site, in order of name.
fn browser_test_files() -> Result<Vec<std::ffi::OsString>> {
    // Named one by one: not every version of Node that we take understands a pattern.
    let mut names = std::fs::read_dir(project::browser_tests()?)?
        .map(|entry| entry.map(|entry| entry.file_name()))
        .collect::<Result<Vec<_>, _>>()?;
    names.retain(|name| name.to_string_lossy().ends_with(".test.mjs"));
    names.sort();
    Ok(names)
}
