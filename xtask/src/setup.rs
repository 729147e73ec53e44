//! What a task needs, made sure of before it starts. A second call finds everything and does nothing.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::{chromium, packages, project, tools};

/// For building with trunk.
pub(crate) struct Toolbox {
    /// PATH with the tools of the project in front.
    path: OsString,
}

/// Everything that any task needs, so that nothing has to be installed later.
pub(crate) fn for_everything() -> Result<()> {
    for_release()?;
    chromium::ensure()?;
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
    chromium::ensure()
}

impl Toolbox {
    fn of(folders: Vec<PathBuf>) -> Result<Self> {
        Ok(Self { path: tools::path_with(&folders)? })
    }

    /// A command that finds the tools.
    pub(crate) fn equip<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        command.env("PATH", &self.path)
    }

    /// Trunk, in the folder of the workspace, for the articles of a folder (an absolute path).
    pub(crate) fn trunk(&self, seeds: &Path) -> Result<Command> {
        // The program is looked up on our own PATH, not on the one given to it.
        let program = std::env::split_paths(&self.path)
            .map(|folder| folder.join("trunk").with_extension(std::env::consts::EXE_EXTENSION))
            .find(|file| file.is_file())
            .context("trunk was there a moment ago")?;
        let mut trunk = Command::new(program);
        self.equip(&mut trunk).current_dir(project::root()?).env("REJOINDER_SEEDS", seeds);
        if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
            trunk.env("NO_COLOR", "true"); // it takes no other value
        }
        Ok(trunk)
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
    project::run(Command::new("rustup").current_dir(project::root()?).args(["target", "add", TARGET]))
        .context("the target wasm32-unknown-unknown is missing and only rustup (https://rustup.rs) can add it")
}
