//! `check-dist`: walks a built site as a crawler would, before anybody else does. What it reads, judges and follows is pure, over
//! a map of names and bytes; this reads the folder and prints.

mod data;
mod integrity;
mod page;
mod policy;
mod site;
mod style;
#[cfg(test)]
mod tests;
mod walk;

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::args::CheckOptions;
use crate::{project, site as built};
use site::{Files, Place};
use walk::{Finding, Severity};

/// Most unreached files that are named; of more their number is said.
const NAMED: usize = 20;

pub(crate) fn run(options: &CheckOptions) -> Result<()> {
    check(&options.folder, options.at.as_deref())
}

/// Prints what is wrong with the site in a folder; fails where something is.
pub(crate) fn check(folder: &Path, at: Option<&str>) -> Result<()> {
    let files: Files = built::files(folder)?.into_iter().map(|file| (file.name, file.bytes)).collect();
    let place = match at {
        Some(at) => Place::at(at).with_context(|| format!("--at: `{at}` is neither a path nor an address"))?,
        None => walk::place_said_by(&files),
    };
    let findings = walk::check(&files, &place, &machine_paths()?);
    let (errors, warnings): (Vec<_>, Vec<_>) = findings.iter().partition(|finding| finding.severity == Severity::Error);
    for Finding { file, line, problem, remedy, .. } in &errors {
        eprintln!("error: {}:{line}: {problem}; {remedy}", folder.join(file).display());
    }
    for Finding { file, line, problem, remedy, .. } in warnings.iter().take(NAMED) {
        eprintln!("warning: {}:{line}: {problem}; {remedy}", folder.join(file).display());
    }
    if warnings.len() > NAMED {
        eprintln!("warning: {} more of this kind", warnings.len() - NAMED);
    }
    if !errors.is_empty() {
        bail!("{} has {} faults", folder.display(), errors.len());
    }
    println!("{}: {} files, nothing dead, missing or of elsewhere, at {place}", folder.display(), files.len());
    Ok(())
}

/// Where this machine keeps things, which no file that is published should say.
fn machine_paths() -> Result<Vec<String>> {
    let home = std::env::var("HOME").or_else(|_| std::env::var("USERPROFILE")).unwrap_or_default();
    let cargo = std::env::var("CARGO_HOME").unwrap_or_else(|_| format!("{home}/.cargo"));
    let root = project::root()?.to_string_lossy().into_owned();
    // A path of one folder (`/root`) is a word that an article may have.
    let is_telling = |path: &String| path.split(['/', '\\']).filter(|part| !part.is_empty()).count() > 1;
    Ok([root, cargo, home].into_iter().filter(is_telling).map(|path| format!("{path}/")).collect())
}
