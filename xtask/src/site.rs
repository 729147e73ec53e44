//! `build`: the site to upload, and what it weighs.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

// What the prerenderer takes for an address is defined there alone.
#[path = "../../src/document/address.rs"]
#[allow(dead_code, unreachable_pub, reason = "what is made of an address, and who else takes it, is the app's")]
pub(crate) mod address;

use crate::args::BuildOptions;
use crate::report::{File, Report};
use crate::{check_dist, project, seeds, setup};

/// What says to the prerenderer whether browsers are to keep the site; see `src/document/offline.rs`.
pub(crate) const OFFLINE: &str = "REJOINDER_OFFLINE";

/// The site in one file, as the prerenderer names it.
const ONE_FILE: &str = "one-file.html";

/// Where trunk puts a site together, inside the folder that it is for; a build that was cut short leaves it.
const STAGE: &str = ".stage";

pub(crate) fn run(options: &BuildOptions) -> Result<()> {
    let dist = match &options.dist {
        Some(folder) => std::path::absolute(folder)?,
        None => project::root()?.join("dist"),
    };
    check(&dist)?;
    let address = options.site.as_deref().map(address::Address::parse).transpose()?;
    let corpus = seeds::corpus(&seeds::folder(options.seeds.as_deref())?)?;
    let tools = setup::for_release()?;
    let mut trunk = tools.trunk(options.seeds.as_deref())?;
    if let Some(address) = &address {
        trunk.env(address::SITE, address.as_str());
    }
    if options.is_online_only {
        trunk.env(OFFLINE, "no");
    }
    let (profile, embedded) = match seeds::in_pieces(&corpus)? {
        Some(apart) => ("archive", apart.start),
        None => ("release", corpus),
    };
    project::run(trunk.args(["build", "--release", "--cargo-profile", profile, "--dist"]).arg(&dist))?;

    let report = Report::of(&files(&dist)?, &embedded);
    print!("\n{report}");
    let faults = report.faults(options.seeds.is_none());
    if !faults.is_empty() {
        bail!("{} was built, but: {}", dist.display(), faults.join("; "));
    }
    check_dist::check(&dist, None)?;
    options.single_file.as_deref().map_or(Ok(()), |file| single(&dist, file))
}

/// Gives the site in one file a place and a name of its own.
fn single(dist: &Path, file: &Path) -> Result<()> {
    let made = dist.join(ONE_FILE);
    if !made.exists() {
        bail!(
            "{} was built, but not {}: a site of so many statements has its words in files of their own, and is nothing \
             in one; mine fewer articles for it",
            dist.display(),
            file.display()
        );
    }
    std::fs::copy(made, file).with_context(|| format!("{} cannot be written", file.display()))?;
    println!("{}: the whole site, to be opened from disk", file.display());
    Ok(())
}

/// Whether a build may delete what is in a folder: it does so to put the site there.
fn check(dist: &Path) -> Result<()> {
    let mut names = match std::fs::read_dir(dist) {
        Ok(entries) => entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect(),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
    .with_context(|| format!("{} cannot be read as a folder for the site", dist.display()))?;
    names.retain(|name| name != STAGE);
    let is_site = names.iter().any(|name| name == "index.html") && names.iter().any(|name| name.ends_with("_bg.wasm"));
    if !names.is_empty() && !is_site {
        bail!(
            "{} has files that are no earlier build of a site, and a build deletes what is there: name a folder that \
             is new or empty",
            dist.display()
        );
    }
    Ok(())
}

/// Every file below a folder, in order of path.
pub(crate) fn files(folder: &Path) -> Result<Vec<File>> {
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn one_file_goes_where_it_is_to_be_or_says_why_there_is_none() {
        let folder = std::env::temp_dir().join(format!("rejoinder-single-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("debate.html");
        let without = single(&folder, &file);
        std::fs::write(folder.join(ONE_FILE), "all").unwrap();
        let with = single(&folder, &file);
        let written = std::fs::read(&file);
        let nowhere = single(&folder, &folder.join("none").join("debate.html"));
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(without.unwrap_err().to_string().contains("fewer articles"));
        assert!(with.is_ok());
        assert_eq!(written.unwrap(), b"all");
        assert!(nowhere.unwrap_err().to_string().contains("cannot be written"));
    }

    #[test]
    fn a_build_deletes_nothing_but_an_earlier_build() {
        let folder = std::env::temp_dir().join(format!("rejoinder-site-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        for (allowed, names) in [
            (true, [].as_slice()),
            (true, &[".stage"]),
            (true, &["index.html", "app-1_bg.wasm", "about"]),
            (false, &["keep.txt"]),
            (false, &["index.html", "notes.html"]),
            (false, &["app-1_bg.wasm"]),
            (false, &[".stage", ".git"]),
        ] {
            std::fs::create_dir_all(&folder).unwrap();
            for name in names {
                std::fs::write(folder.join(name), "").unwrap();
            }
            let outcome = check(&folder);
            std::fs::remove_dir_all(&folder).unwrap();
            assert_eq!(outcome.is_ok(), allowed, "{names:?}");
        }
        assert!(check(&folder).is_ok(), "it is made");
        std::fs::write(&folder, "a file").unwrap();
        let outcome = check(&folder);
        std::fs::remove_file(&folder).unwrap();
        assert!(outcome.is_err());
    }
}
