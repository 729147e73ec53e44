//! `build`: the site to upload, and what it weighs.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::args::BuildOptions;
use crate::report::{File, Report};
use crate::{project, setup};

pub(crate) fn run(options: &BuildOptions) -> Result<()> {
    let seeds = project::seeds(options.seeds.as_deref())?;
    let dist = match &options.dist {
        Some(folder) => std::path::absolute(folder)?,
        None => project::root()?.join("dist"),
    };
    let tools = setup::for_release()?;
    let mut trunk = tools.trunk(&seeds)?;
    project::run(trunk.args(["build", "--release", "--dist"]).arg(&dist))?;

    let report = Report::of(&files(&dist)?);
    print!("\n{report}");
    let faults = report.faults();
    if !faults.is_empty() {
        bail!("{} was built, but: {}", dist.display(), faults.join("; "));
    }
    Ok(())
}

/// Every file below a folder, in order of path.
fn files(folder: &Path) -> Result<Vec<File>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).with_context(|| format!("{} cannot be read", next.display()))? {
            let path: PathBuf = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let bytes = std::fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
                let name = path.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
                found.push(File { name, bytes });
            }
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}
