//! Programs from crates.io: trunk and wasm-bindgen, in the versions that the project goes by.
//!
//! A program of the right version on PATH is used as it is. Otherwise it is compiled once, into a folder of the user's
//! cache that carries its version: other clones find it there, and another version never gets in the way.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::project;

/// A package of crates.io with the programs that are needed of it.
struct Tool {
    package: &'static str,
    version: String,
    programs: &'static [&'static str],
    /// Their compiled speed: 0 where they spend their time waiting for others, 1 where they work on every build.
    opt_level: &'static str,
    /// How long compiling takes on two cores.
    takes: &'static str,
}

/// Trunk 0.22 asks for a newer compiler than the workspace does.
const TRUNK: &str = "0.21.14";

/// Makes sure that trunk and wasm-bindgen are there, and gives the folders to search for them before PATH.
pub(crate) fn ensure() -> Result<Vec<PathBuf>> {
    let tools = [
        Tool { package: "trunk", version: TRUNK.into(), programs: &["trunk"], opt_level: "0", takes: "two minutes" },
        Tool {
            package: "wasm-bindgen-cli",
            version: wasm_bindgen_version()?,
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            opt_level: "1",
            takes: "one minute",
        },
    ];
    let mut folders = Vec::new();
    for tool in &tools {
        folders.extend(tool.ensure()?);
    }
    Ok(folders)
}

impl Tool {
    /// The folder that the tool lies in, having compiled it if need be; none where it is on PATH.
    fn ensure(&self) -> Result<Option<PathBuf>> {
        if self.works(|program| program.into()) {
            return Ok(None);
        }
        let home = cache()?.join("tools").join(format!("{}-{}", self.package, self.version));
        let folder = home.join("bin");
        if !self.works(|program| folder.join(program)) {
            self.install(&home)?;
        }
        Ok(Some(folder))
    }

    /// Whether all programs, wherever they are, run and are of the right version.
    fn works(&self, path: impl Fn(&'static str) -> PathBuf) -> bool {
        self.programs.iter().all(|program| {
            project::output(Command::new(path(program)).arg("--version"))
                .is_some_and(|line| line.split_whitespace().nth(1) == Some(&self.version))
        })
    }

    fn install(&self, home: &Path) -> Result<()> {
        let Self { package, version, takes, .. } = self;
        println!("Installing {package} {version}; this takes about {takes}, once.");
        // `--locked` builds what its author tested. Not every registry has every version that a lock file names, hence
        // the second try; where the registry does not even answer, it would fail too. (Ctrl-C ends us with cargo.)
        project::run(&mut self.compile(home, &["--locked"])?)
            .or_else(|first| {
                if !self.is_in_reach()? {
                    return Err(first);
                }
                println!("Trying again without the lock file of {package}.");
                project::run(&mut self.compile(home, &[])?).with_context(|| format!("{first:#}, and without --locked"))
            })
            .with_context(|| {
                format!("{package} {version} could not be installed; be online and try again, or put it on PATH")
            })
    }

    /// Whether the registry answers and has the package.
    fn is_in_reach(&self) -> Result<bool> {
        let mut cargo = project::cargo()?;
        cargo.args(["info", "--quiet", &format!("{}@{}", self.package, self.version)]).env("CARGO_NET_RETRY", "0");
        Ok(project::output(&mut cargo).is_some())
    }

    fn compile(&self, home: &Path, more: &[&str]) -> Result<Command> {
        let mut cargo = project::cargo()?;
        cargo.args(["install", "--force", "--no-default-features"]).args(more);
        cargo.arg("--root").arg(home).arg(format!("{}@{}", self.package, self.version));
        for program in self.programs {
            cargo.args(["--bin", program]);
        }
        // Cargo would ask the user to put the folder on PATH, which nobody needs to.
        cargo.env("PATH", path_with(&[home.join("bin")])?);
        // Waiting for the compiler is what takes long, not the programs. They download nothing for us, so they need
        // no TLS (the default feature of both) either.
        cargo.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", self.opt_level);
        cargo.env("CARGO_PROFILE_RELEASE_LTO", "off");
        cargo.env("CARGO_PROFILE_RELEASE_DEBUG", "0");
        cargo.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256");
        Ok(cargo)
    }
}

/// The program must have the very version of the library that the app is linked with.
fn wasm_bindgen_version() -> Result<String> {
    let path = project::root()?.join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    locked_version(&lock, "wasm-bindgen").context("Cargo.lock has no `wasm-bindgen`: what the app is built with")
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let entry = lock.split("[[package]]").find(|entry| entry.lines().any(|line| line == name))?;
    let version = entry.lines().find_map(|line| line.strip_prefix("version = "))?;
    Some(version.trim_matches('"').to_owned())
}

/// The folder for what can be made again.
fn cache() -> Result<PathBuf> {
    let from = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = if cfg!(windows) {
        from("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        from("HOME").map(|home| home.join("Library").join("Caches"))
    } else {
        from("XDG_CACHE_HOME").or_else(|| Some(from("HOME")?.join(".cache")))
    };
    Ok(base.context("no folder for caches: set HOME")?.join("rejoinder"))
}

/// PATH with folders in front of it.
pub(crate) fn path_with(folders: &[PathBuf]) -> Result<OsString> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    Ok(std::env::join_paths(folders.iter().cloned().chain(std::env::split_paths(&path)))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_the_lock_file() {
        let lock = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\ndependencies = [\n \"cfg-if\",\n]\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
