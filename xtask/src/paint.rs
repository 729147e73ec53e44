//! `paint`: how soon the page answers to what a reader does, over a corpus of many arguments. A figure to look at and no
//! test: machines differ, and are busy.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};

use crate::args::{BuildOptions, PaintOptions};
use crate::{project, seeds, setup, site};

/// Arguments that the corpus has at least: more than a reader will meet in any debate that is collected by hand.
const ARGUMENTS: usize = 2000;

pub(crate) fn run(options: &PaintOptions) -> Result<()> {
    let folder = project::root()?.join("target").join("paint");
    let dist = folder.join("dist");
    let many = match options.records {
        Some(records) => made_up(records, &folder)?,
        None => {
            let many = folder.join("seeds");
            let copies = multiply(&seeds::folder(None)?, &many)?;
            println!("the project's own articles, {copies} times\n");
            many
        }
    };
    site::run(&BuildOptions { seeds: Some(many), dist: Some(dist.clone()), ..BuildOptions::default() })?;
    let browser = setup::browser()?;
    let mut node = project::node()?;
    project::run(node.arg("paint.mjs").env("CHROMIUM", &browser).env("REJOINDER_DIST", &dist))
}

/// Writes a synthetic corpus of so many statements; where.
fn made_up(records: usize, folder: &Path) -> Result<PathBuf> {
    let corpus = ::synth::corpus(&::synth::records(records, ::synth::SEED));
    let file = folder.join(format!("{records}.corpus"));
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    fs::write(&file, corpus::encode(&corpus).map_err(|error| anyhow!("{error}"))?)?;
    println!("{records} statements that were made up\n");
    Ok(file)
}

/// Copies articles with their corrections into a new folder, as often as makes [`ARGUMENTS`]; how often that is.
fn multiply(seeds: &Path, many: &Path) -> Result<usize> {
    let bytes = seeds::corpus(seeds)?;
    let corpus = corpus::decode(&bytes).map_err(|error| anyhow!("{error}"))?;
    let arguments = corpus.statements.iter().filter(|statement| statement.side.is_some()).count();
    let copies = ARGUMENTS.div_ceil(arguments.max(1));
    let _ = fs::remove_dir_all(many);
    fs::create_dir_all(many).with_context(|| format!("{} cannot be made", many.display()))?;
    for entry in fs::read_dir(seeds)? {
        let from = entry?.path();
        let (Some(name), Some(kind)) = (from.file_stem(), from.extension()) else { continue };
        let (name, kind) = (name.to_string_lossy(), kind.to_string_lossy());
        if name == "debate" {
            fs::copy(&from, many.join("debate.toml"))?;
        } else if kind == "txt" || kind == "toml" {
            for copy in 1..=copies {
                fs::copy(&from, many.join(format!("{name}-{copy}.{kind}")))?;
            }
        }
    }
    Ok(copies)
}
