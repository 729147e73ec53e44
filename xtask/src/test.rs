//! `test`: all tests, fastest first. The first tier that fails ends the run.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::args::BuildOptions;
use crate::{browsers, export, packages, project, seeds, setup, site};

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
    let exports = export::for_tests()?;
    tier("exports, read by other people's programs", || {
        packages::ensure_readers()?;
        project::run(tests_of(&project::format_tests()?)?.env("REJOINDER_EXPORTS", &exports))
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
    let browsed = || -> Result<Command> {
        let mut node = tests_of(&project::browser_tests()?)?;
        node.env("CHROMIUM", &browser).env("REJOINDER_DIST", &dist).env("REJOINDER_APART", &apart);
        node.env("REJOINDER_EXPORTS", &exports);
        Ok(node)
    };
    tier("the built site in Chromium", || project::run(&mut browsed()?))?;
    tier("the site in one file, from disk", || project::run(browsed()?.env("REJOINDER_ONE_FILE", "1")))?;
    tier("the site in one file, in Firefox", || {
        let Some(firefox) = browsers::firefox() else {
            println!("Skipped: Firefox is not installed (Debian: apt-get install firefox-esr).");
            return Ok(());
        };
        packages::ensure_driver()?;
        project::run(tests_of(&project::firefox_tests()?)?.env("FIREFOX", firefox).env("REJOINDER_DIST", &dist))
    })?;
    tier("the site without its host", || project::run(browsed()?.env("REJOINDER_WITHOUT_HOST", "1")))?;
    tier("the site on nginx, as it is documented", || {
        project::run(&mut tests_of(&project::root()?.join("tests/publish"))?)
    })?;
    tier("the miner as a filter under a distributed engine", || {
        let mut node = tests_of(&project::root()?.join("tests/distributed"))?;
        project::run(node.env("REJOINDER_XTASK", std::env::current_exe()?))
    })?;
    println!("\nAll tests passed.");
    Ok(())
}

/// Runs a kind of tests under a heading.
fn tier(name: &str, tests: impl FnOnce() -> Result<()>) -> Result<()> {
    println!("\n== {name} ==\n");
    tests().with_context(|| format!("tests failed at: {name}"))
}

/// Node, with the tests of a folder in order of name.
fn tests_of(folder: &Path) -> Result<Command> {
    // Named one by one: not every version of Node that we take understands a pattern.
    let mut names =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.file_name())).collect::<Result<Vec<_>, _>>()?;
    names.retain(|name| name.to_string_lossy().ends_with(".test.mjs"));
    names.sort();
    let mut node = project::node_in(folder);
    node.args(["--test", "--test-reporter=spec"]).args(names);
    Ok(node)
}
