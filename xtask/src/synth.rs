//! `synth`: a synthetic corpus as JSON Lines, and what to ask of it.

use std::fs::File;
use std::io::{BufWriter, Write, stdout};
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;
use synth::Record;

use crate::args::SynthOptions;

/// Queries of each kind.
const OF_EACH: usize = 200;

pub(crate) fn run(options: &SynthOptions) -> Result<()> {
    let seed = options.seed.unwrap_or(synth::SEED);
    let records = synth::records(options.records, seed);
    match &options.out {
        Some(file) => write(&records, file)?,
        None => lines(&records, stdout().lock())?,
    }
    options.queries.as_deref().map_or(Ok(()), |file| write_queries(&records, seed, file))
}

/// A file of records, an object a line.
pub(crate) fn write(records: &[Record], file: &Path) -> Result<()> {
    lines(records, created(file)?).with_context(|| format!("{} cannot be written", file.display()))
}

/// A file of what to ask of these records.
pub(crate) fn write_queries(records: &[Record], seed: u64, file: &Path) -> Result<()> {
    let queries = synth::queries(records, OF_EACH, seed);
    lines(&queries, created(file)?).with_context(|| format!("{} cannot be written", file.display()))
}

fn created(file: &Path) -> Result<File> {
    File::create(file).with_context(|| format!("{} cannot be written", file.display()))
}

fn lines<T: Serialize>(values: &[T], out: impl Write) -> Result<()> {
    let mut out = BufWriter::new(out);
    for value in values {
        serde_json::to_writer(&mut out, value)?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}
