//! The browsers for the tests: a Chromium that is there, or else one that is installed, and a Firefox where there is one.

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

/// Playwright's program, in the folder of the browser tests.
const PLAYWRIGHT: &str = "node_modules/playwright-core/cli.js";

/// A Chromium, installed if need be. Playwright (see `packages`) must be there.
pub(crate) fn chromium() -> Result<PathBuf> {
    for variable in VARIABLES {
        if let Some(path) = std::env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from) {
            if is_browser(&path) {
                return Ok(path);
            }
            bail!(
                "{variable} is set to {}, which is no browser that starts; set it to one, or not at all",
                path.display()
            );
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
            "fonts-liberation", // without any font a page has no widths to test
        ]))?;
    } else {
        let mut install = project::node()?;
        install.args([PLAYWRIGHT, "install", "chromium"]);
        if is_root() {
            install.arg("--with-deps"); // the system's libraries, which only an administrator can install
        }
        project::run(&mut install).context(
            "Chromium could not be installed; be online and try again, or install one and set CHROMIUM to its path",
        )?;
    }
    if let Some(path) = installed() {
        return Ok(path);
    }
    bail!(
        "Chromium was installed but does not start: it may lack libraries of the system, which an administrator \
         installs with `node {} install-deps chromium`; or install another Chromium and set CHROMIUM to its path",
        project::browser_tests()?.join(PLAYWRIGHT).display()
    )
}

fn installed() -> Option<PathBuf> {
    let mut usual = on_path(&NAMES).into_iter().chain(PLACES.map(PathBuf::from));
    usual.find(|file| is_browser(file)).or_else(|| of_playwright().filter(|file| is_browser(file)))
}

/// The Firefox that is there. None is installed for the tests: the system's packages have it, and nothing else has one that starts
/// everywhere.
pub(crate) fn firefox() -> Option<PathBuf> {
    on_path(&["firefox", "firefox-esr"]).into_iter().find(|file| is_browser(file))
}

/// Where programs of such names would be.
fn on_path(names: &[&str]) -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let of_folder = |folder: PathBuf| {
        names.iter().map(move |name| folder.join(name).with_extension(std::env::consts::EXE_EXTENSION))
    };
    std::env::split_paths(&path).flat_map(of_folder).collect()
}

/// Whether a program starts. Not every file of the name does: some systems have one that only says what to install.
fn is_browser(file: &Path) -> bool {
    // On Windows, Chrome would answer the question with a window.
    file.is_file() && (cfg!(windows) || project::output(Command::new(file).arg("--version")).is_some())
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

#[cfg(all(test, unix))]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn a_program_that_does_not_start_is_no_browser() {
        let file = std::env::temp_dir().join(format!("rejoinder-browser-{}", std::process::id()));
        for (is, script, mode) in [
            (true, "echo Chromium 1.0", 0o755),
            (false, "echo 'requires the snap to be installed' >&2; exit 1", 0o755),
            (false, "echo Chromium 1.0", 0o644),
        ] {
            std::fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
            std::fs::set_permissions(&file, std::fs::Permissions::from_mode(mode)).unwrap();
            let found = is_browser(&file);
            std::fs::remove_file(&file).unwrap();
            assert_eq!(found, is, "{script} ({mode:o})");
        }
        assert!(!is_browser(&file), "it is not there");
    }
}
