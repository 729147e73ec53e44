//! `bench`: how fast the engine is, natively and in a browser beside others. Figures to look at and no test: machines
//! differ, and are busy.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::args::BenchOptions;
use crate::setup::Toolbox;
use crate::{packages, project, setup, synth};

/// Sizes where none are asked for: a debate collected by hand, one of years, the archive of a newsroom.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// The profiles that the page is compiled with, and the folders of the page that they go into: as fast as can be, and as
/// the site is built.
const PROFILES: [(&str, &str); 2] = [("engine", "pkg"), ("release", "pkg-small")];

/// The crates whose benchmarks run natively.
const NATIVE: [&str; 2] = ["mine", "explore"];

pub(crate) fn run(options: &BenchOptions) -> Result<()> {
    let tools = setup::for_development()?;
    packages::ensure_engines()?;
    let browser = setup::browser()?;
    let root = project::root()?;
    if !options.browser {
        for package in NATIVE.into_iter().filter(|package| root.join("crates").join(package).join("benches").is_dir()) {
            project::run(project::cargo()?.args(["bench", "--package", package]))?;
        }
    }
    build(&tools)?;
    let folder = root.join("target").join("bench");
    let sizes = if options.records.is_empty() { SIZES.to_vec() } else { options.records.clone() };
    for records in &sizes {
        prepare(*records, &folder.join(records.to_string()))?;
    }
    let mut node = project::node_in(&project::engine_page()?);
    node.arg("bench.mjs").arg(&folder).args(sizes.iter().map(usize::to_string));
    project::run(node.env("CHROMIUM", &browser).env("ENGINES", options.engines.as_deref().unwrap_or_default()))
}

/// Compiles the page in each profile.
pub(crate) fn build(tools: &Toolbox) -> Result<()> {
    let page = project::engine_page()?;
    for (profile, package) in PROFILES {
        let mut cargo = project::cargo()?;
        cargo.args(["build", "--quiet", "--package", "engine-page", "--target", "wasm32-unknown-unknown"]);
        project::run(tools.equip(cargo.args(["--profile", profile])))?;
        let compiled = target()?.join("wasm32-unknown-unknown").join(profile).join("engine_page.wasm");
        let mut bindgen = tools.program("wasm-bindgen")?;
        bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(page.join(package));
        project::run(bindgen.arg(compiled))?;
    }
    Ok(())
}

/// Makes the records of a size and what to ask of them.
fn prepare(count: usize, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let records = ::synth::records(count, ::synth::SEED);
    synth::write(&records, &folder.join("records.jsonl"))?;
    synth::write_queries(&records, ::synth::SEED, &folder.join("queries.jsonl"))
}

/// Where cargo puts what it compiles.
fn target() -> Result<PathBuf> {
    let own = std::env::var_os("CARGO_TARGET_DIR").filter(|folder| !folder.is_empty());
    Ok(project::root()?.join(own.unwrap_or_else(|| "target".into())))
}
