//! npm's packages: wasm-opt for release builds, Playwright and axe for the browser tests, the engines that ours is compared
//! with, programs that read what is exported, and Lighthouse.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project;

/// The oldest Node that is maintained and that Playwright takes.
const OLDEST_NODE: u32 = 20;

/// Makes sure that what `tests/browser/package-lock.json` names is installed, and gives the folder of its programs.
pub(crate) fn ensure() -> Result<PathBuf> {
    install(&project::browser_tests()?, "for release builds and browser tests (120 MB)")
}

/// Makes sure of what `tests/engine/package-lock.json` names.
pub(crate) fn ensure_engines() -> Result<()> {
    install(&project::engine_page()?, "to compare engines with (10 MB)").map(drop)
}

/// Makes sure of what `tests/formats/package-lock.json` names.
pub(crate) fn ensure_readers() -> Result<()> {
    install(&project::format_tests()?, "to read exports with (32 MB)").map(drop)
}

/// Makes sure of what `tests/firefox/package-lock.json` names.
pub(crate) fn ensure_driver() -> Result<()> {
    install(&project::firefox_tests()?, "to drive Firefox with (53 MB)").map(drop)
}

/// Makes sure of what `tests/lighthouse/package-lock.json` names.
pub(crate) fn ensure_lighthouse() -> Result<()> {
    install(&project::lighthouse()?, "to ask Lighthouse (185 MB)").map(drop)
}

/// Makes sure that what the lock file of a folder names is installed there, and gives the folder of its programs.
fn install(folder: &Path, purpose: &str) -> Result<PathBuf> {
    let lock = folder.join("package-lock.json");
    let wanted = std::fs::read(&lock).with_context(|| format!("{} cannot be read", lock.display()))?;
    let modules = folder.join("node_modules");
    // A copy of the lock file that the installed packages are from; `npm ci` removes it together with them.
    let stamp = modules.join(".installed-from.json");
    check_node(project::output(Command::new("node").arg("--version")).as_deref())?;
    if std::fs::read(&stamp).ok().as_ref() != Some(&wanted) {
        project::output(project::npm(folder).arg("--version")).context(
            "npm is missing (`npm` must be on PATH): it comes with Node (https://nodejs.org), though some systems have \
             it in a package of its own",
        )?;
        println!("Installing npm's packages {purpose}; this takes some seconds, once.");
        project::run(project::npm(folder).args(["ci"])).with_context(|| {
            format!(
                "what {} names could not be installed; it is downloaded from npm's registry, so be online, or set \
                 another with `npm config set registry`, and try again",
                lock.display()
            )
        })?;
        std::fs::write(&stamp, &wanted).with_context(|| format!("{} cannot be written", stamp.display()))?;
    }
    Ok(modules.join(".bin"))
}

/// Whether Node is there and new enough, from what `node --version` says.
fn check_node(version: Option<&str>) -> Result<()> {
    const NEEDED: &str = "it runs wasm-opt and the browser tests, and comes from https://nodejs.org";
    let Some(version) = version else {
        bail!("Node is missing ({OLDEST_NODE} or newer; `node` must be on PATH): {NEEDED}");
    };
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        bail!("Node is {version}, but {OLDEST_NODE} or newer is needed: {NEEDED}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_node_is_refused() {
        for (accepted, version) in [
            (true, Some("v20.0.0")),
            (true, Some("v100.1.2")),
            (false, Some("v18.20.4")),
            (false, Some("v9.0.0")),
            (false, Some("nodejs")),
            (false, None),
        ] {
            assert_eq!(check_node(version).is_ok(), accepted, "{version:?}");
        }
    }
}
