//! The browser for the tests: one that is there, or else one that is installed.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project;

/// Variables that name the program, for a browser in an unusual place.
const VARIABLES: [&str; 2] = ["CHROMIUM", "CHROME"];

/// What the program is called on PATH.
const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Where it lies on systems that do not put it on PATH.
const PLACES: [&str; 4] = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
];

/// A Chromium, installed if need be. Playwright (see `packages`) must be there.
pub(crate) fn ensure() -> Result<PathBuf> {
    for variable in VARIABLES {
        if let Some(path) = std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from) {
            if path.is_file() {
                return Ok(path);
            }
            bail!("{variable} is set to {}, which is no file", path.display());
        }
    }
    if let Some(path) = installed() {
        return Ok(path);
    }
    println!("Installing Chromium for the browser tests (300 MB); this takes about a minute, once.");
    if is_root() && is_debian() {
        project::run(Command::new("apt-get").arg("update"))?;
        project::run(Command::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args([
            "install",
            "-y",
            "--no-install-recommends",
            "chromium",
        ]))?;
    } else {
        project::run(project::node()?.args(["node_modules/playwright-core/cli.js", "install", "chromium"]))?;
    }
    installed().context(
        "no Chromium is to be found, although its installation did not fail: install one and set CHROMIUM to its path",
    )
}

fn installed() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = std::env::split_paths(&path)
        .flat_map(|folder| NAMES.map(|name| folder.join(name).with_extension(std::env::consts::EXE_EXTENSION)));
    let mut usual = on_path.chain(PLACES.map(PathBuf::from));
    usual.find(|file| file.is_file()).or_else(|| of_playwright().filter(|file| file.is_file()))
}

/// Where Playwright's own installation would be.
fn of_playwright() -> Option<PathBuf> {
    const ASK: &str = "require('playwright-core').chromium.executablePath()";
    project::output(project::node().ok()?.args(["--print", ASK])).map(PathBuf::from)
}

fn is_debian() -> bool {
    // Not Ubuntu: its package of that name only points to another package system.
    Path::new("/usr/bin/apt-get").is_file()
        && std::fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"))
}

fn is_root() -> bool {
    project::output(Command::new("id").arg("-u")).as_deref() == Some("0")
}
