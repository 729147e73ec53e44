//! The folder of articles: which one, and whether a site can be built from it. What is wrong with it is said before
//! trunk starts, in whose own account of a failed build it would drown. What was mined is kept: the build itself finds it.

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use sha2::{Digest, Sha256};

// What a build makes of a folder is defined there alone.
#[path = "../../build.rs"]
#[expect(dead_code, reason = "`main` is the build's")]
mod build;

pub(crate) use build::{LARGE_FROM, printable};

use crate::progress::Progress;
use crate::project;

/// The folder of articles as an absolute path: the one that was asked for, or `seeds/`.
pub(crate) fn folder(asked: Option<&Path>) -> Result<PathBuf> {
    match asked {
        Some(folder) => Ok(std::path::absolute(folder)?),
        None => Ok(project::root()?.join("seeds")),
    }
}

/// The corpus that a build will make of a folder. Prints what keeps it from doing so, a line a problem.
pub(crate) fn corpus(folder: &Path) -> Result<Vec<u8>> {
    let folder = short(folder);
    let mut warnings = Vec::new();
    let errors = match mined(folder, &mut warnings) {
        Ok(bytes) => return Ok(bytes), // the warnings are for the build to show, which also knows when it finds others
        Err(errors) => errors,
    };
    for warning in warnings {
        eprintln!("warning: {warning}");
    }
    for error in &errors {
        eprintln!("error: {error}");
    }
    let problems = if errors.len() == 1 { "problem" } else { "problems" };
    bail!("{} {problems} in {}", errors.len(), folder.display())
}

/// A large corpus in pieces, as a build embeds and writes it; none of another.
pub(crate) fn in_pieces(corpus: &[u8]) -> Result<Option<corpus::Apart>> {
    let decoded = corpus::decode(corpus)?;
    build::in_pieces(&decoded).map_err(|problem| anyhow!(problem))
}

/// The SHA-256 of the corpus that this program makes of a folder, in hexadecimal.
pub(crate) fn hash(folder: &Path) -> Result<String> {
    let bytes = mined(folder, &mut Vec::new()).map_err(|errors| anyhow!(errors.join("\n")))?;
    Ok(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The corpus of a folder, with what builds keep of it; says how far it is.
fn mined(folder: &Path, warnings: &mut Vec<String>) -> Result<Vec<u8>, Vec<String>> {
    // Cargo runs this program from its target folder.
    let target = std::env::current_exe().ok().and_then(|program| build::target_folder(&program));
    let progress = Progress::start();
    let show = |done, of| progress.show(done, of);
    let keep = build::Keep { file: target.and_then(|target| build::kept_for(folder, &target)), progress: &show };
    build::corpus_of(folder, &keep, warnings)
}

/// A path as somebody would type it here.
fn short(path: &Path) -> &Path {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).ok().filter(|rest| !rest.as_os_str().is_empty()).unwrap_or(path)
}
