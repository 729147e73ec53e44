//! What a task needs, made sure of before it starts. A second call finds everything and does nothing.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{browsers, packages, project, tools};

/// For building with trunk.
pub(crate) struct Toolbox {
    /// PATH with the tools of the project in front.
    path: OsString,
    /// Flags of the compiler for the page alone: host programs do without, and are not compiled anew because of them.
    page_flags: OsString,
}

/// The variable that names the folder of articles to `build.rs`.
const SEEDS: &str = "REJOINDER_SEEDS";

/// The variable with which cargo takes flags for the page alone.
const PAGE_FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// Everything that any task needs, so that nothing has to be installed later.
pub(crate) fn for_everything() -> Result<()> {
    for_release()?;
    browsers::chromium()?;
    println!("Everything that the tasks need is there.");
    Ok(())
}

/// For a development build: the wasm target, trunk, wasm-bindgen.
pub(crate) fn for_development() -> Result<Toolbox> {
    wasm_target()?;
    Toolbox::of(tools::ensure()?)
}

/// For a release build: wasm-opt too.
pub(crate) fn for_release() -> Result<Toolbox> {
    wasm_target()?;
    let mut folders = vec![packages::ensure()?];
    folders.extend(tools::ensure()?);
    Toolbox::of(folders)
}

/// Chromium; after [`for_release`].
pub(crate) fn browser() -> Result<PathBuf> {
    browsers::chromium()
}

impl Toolbox {
    fn of(folders: Vec<PathBuf>) -> Result<Self> {
        Ok(Self { path: tools::path_with(&folders)?, page_flags: page_flags()? })
    }

    /// A command that finds the tools, and compiles the page as every other such command does.
    pub(crate) fn equip<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command.env("PATH", &self.path).env(PAGE_FLAGS, &self.page_flags)
    }

    /// One of the tools, in the folder of the workspace.
    pub(crate) fn program(&self, name: &str) -> Result<Command> {
        // It is looked up on our own PATH, not on the one given to it.
        let program = std::env::split_paths(&self.path)
            .map(|folder| folder.join(name).with_extension(std::env::consts::EXE_EXTENSION))
            .find(|file| file.is_file())
            .with_context(|| format!("{name} was there a moment ago"))?;
        let mut command = Command::new(program);
        self.equip(&mut command).current_dir(project::root()?);
        Ok(command)
    }

    /// Trunk, in the folder of the workspace, for the articles of a folder or else for the project's own.
    pub(crate) fn trunk(&self, seeds: Option<&Path>) -> Result<Command> {
        let mut trunk = self.program("trunk")?;
        match seeds {
            Some(folder) => trunk.env(SEEDS, std::path::absolute(folder)?),
            None => trunk.env_remove(SEEDS),
        };
        trunk.env("RUST_BACKTRACE", "0"); // what fails is for the user to mend, and not in trunk
        if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            trunk.env("NO_COLOR", "true"); // it takes no other value
        }
        Ok(trunk)
    }
}

/// The user's own flags for the page, and those that keep the paths of this machine out of what is published: the
/// compiler writes into a program where its sources lie, for messages about panics. (Where `RUSTFLAGS` is set, cargo
/// takes that instead.)
fn page_flags() -> Result<OsString> {
    let mut flags = std::env::var_os(PAGE_FLAGS).unwrap_or_default();
    let cargo_home = std::env::var_os("CARGO_HOME").filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = cargo_home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))) {
        flags.push(remapped(&std::path::absolute(folder)?, "cargo"));
    }
    flags.push(remapped(&project::root()?, "rejoinder"));
    Ok(flags)
}

/// The flag that has a folder appear under another name, with a space before it.
fn remapped(folder: &Path, name: &str) -> String {
    match folder.to_str() {
        // Cargo separates flags at spaces, without exception: such a path has to stay as it is.
        Some(folder) if !folder.contains(char::is_whitespace) => format!(" --remap-path-prefix={folder}={name}"),
        _ => String::new(),
    }
}

fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let folder = project::output(Command::new("rustc").current_dir(project::root()?).args([
        "--print",
        "target-libdir",
        "--target",
        TARGET,
    ]));
    if folder.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    println!("Installing Rust's WebAssembly target (20 MB); this takes some seconds, once.");
    project::run(Command::new("rustup").current_dir(project::root()?).args(["target", "add", TARGET])).context(
        "the target wasm32-unknown-unknown is missing; only rustup (https://rustup.rs) can add it, and only online",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_appears_under_another_name_if_cargo_can_be_told_so() {
        assert_eq!(remapped(Path::new("/home/me/.cargo"), "cargo"), " --remap-path-prefix=/home/me/.cargo=cargo");
        assert_eq!(remapped(Path::new("/home/my self/.cargo"), "cargo"), "");
    }
}
