//! npm's packages: wasm-opt for release builds, Playwright and axe for the browser tests.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::project;

/// Makes sure that what `tests/browser/package-lock.json` names is installed, and gives the folder of its programs.
pub(crate) fn ensure() -> Result<PathBuf> {
    let folder = project::browser_tests()?;
    let lock = folder.join("package-lock.json");
    let wanted = std::fs::read(&lock).with_context(|| format!("{} cannot be read", lock.display()))?;
    let modules = folder.join("node_modules");
    // A copy of the lock file that the installed packages are from; `npm ci` removes it together with them.
    let stamp = modules.join(".installed-from.json");
    if std::fs::read(&stamp).ok().as_ref() != Some(&wanted) {
        project::output(Command::new("node").arg("--version"))
            .context("Node is missing (20 or newer; `node` must be on PATH): it runs wasm-opt and the browser tests")?;
        println!(
            "Installing npm's packages for release builds and browser tests (120 MB); this takes some seconds, once."
        );
        project::run(project::npm()?.args(["ci"]))?;
        std::fs::write(&stamp, &wanted).with_context(|| format!("{} cannot be written", stamp.display()))?;
    }
    Ok(modules.join(".bin"))
}
