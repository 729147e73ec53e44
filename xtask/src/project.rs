//! Where things lie, and how commands are run there.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The folder of the workspace.
pub(crate) fn root() -> Result<PathBuf> {
    // Cargo sets this for a program that it runs. Taken at run time: a path that is compiled in would be wrong after
    // the clone has moved.
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR").context("not started by cargo: type `cargo xtask …`")?;
    let root = Path::new(&xtask).parent().context("the folder `xtask` has no parent")?;
    Ok(root.to_owned())
}

/// The folder of the browser tests, which is where npm's packages live.
pub(crate) fn browser_tests() -> Result<PathBuf> {
    Ok(root()?.join("tests").join("browser"))
}

/// The folder of the page that holds the engine alone, and of the engines that it is compared with.
pub(crate) fn engine_page() -> Result<PathBuf> {
    Ok(root()?.join("tests").join("engine"))
}

/// The folder of the tests that read exports with other people's programs.
pub(crate) fn format_tests() -> Result<PathBuf> {
    Ok(root()?.join("tests").join("formats"))
}

/// The folder of the tests in Firefox.
pub(crate) fn firefox_tests() -> Result<PathBuf> {
    Ok(root()?.join("tests").join("firefox"))
}

/// The folder of what runs Lighthouse.
pub(crate) fn lighthouse() -> Result<PathBuf> {
    Ok(root()?.join("tests").join("lighthouse"))
}

/// The cargo that started us.
pub(crate) fn cargo() -> Result<Command> {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root()?);
    Ok(cargo)
}

/// Node, in the folder of the browser tests.
pub(crate) fn node() -> Result<Command> {
    Ok(node_in(&browser_tests()?))
}

/// Node, in another folder.
pub(crate) fn node_in(folder: &Path) -> Command {
    let mut node = Command::new("node");
    node.current_dir(folder);
    node
}

/// npm, in a folder with packages.
pub(crate) fn npm(folder: &Path) -> Command {
    // On Windows npm is a script, and scripts are started by their full name.
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(folder);
    npm
}

/// Runs a command to its end, in view of the user; fails where it fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command.stdin(Stdio::null()).status().with_context(|| format!("`{shown}` could not be started"))?;
    if !status.success() {
        bail!("`{shown}` failed ({status})");
    }
    Ok(())
}

/// What a command prints, trimmed; nothing where it cannot be started or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
