//! From the folder of seeds to the bytes that the page embeds: reads the files, hands them to `mine`, checks what comes
//! back and writes `OUT_DIR/corpus.bin`. The only code that does I/O at build time; what it finds wrong, all of it, is
//! reported by cargo as errors.
//!
//! The folder is `seeds/`, or the one that `REJOINDER_SEEDS` names (relative to the workspace).

use std::path::{Path, PathBuf};
use std::{env, fs};

use mine::{Severity, SourceFile};

/// The file that describes the debate.
const DEBATE: &str = "debate.toml";

fn main() {
    println!("cargo::rerun-if-env-changed=REJOINDER_SEEDS");
    let folder = PathBuf::from(env::var_os("REJOINDER_SEEDS").unwrap_or_else(|| "seeds".into()));
    // Cargo watches a folder with everything in it.
    println!("cargo::rerun-if-changed={}", folder.display());
    if let Err(errors) = embed(&folder) {
        for error in errors {
            println!("cargo::error={}", one_line(&error));
        }
    }
}

/// Mines the folder and writes the corpus.
///
/// # Errors
/// Everything that is wrong with the folder and its files, a line each.
fn embed(folder: &Path) -> Result<(), Vec<String>> {
    let mut errors = Vec::new();
    let files = read(folder, &mut errors);
    let sources: Vec<SourceFile<'_>> =
        files.iter().map(|(name, bytes)| SourceFile { name: name.as_str(), bytes }).collect();
    let (debates, articles): (Vec<_>, Vec<_>) = sources.into_iter().partition(|file| file.name == DEBATE);
    if articles.is_empty() {
        errors.push(format!("{}: no article; put at least one .txt file there", folder.display()));
    }
    let Some(debate) = debates.first() else {
        errors.push(format!("{}: no {DEBATE}; describe the debate there, see README.md", folder.display()));
        return Err(errors);
    };
    let mined = mine::mine(*debate, &articles);
    for diagnostic in &mined.diagnostics {
        let line = format!("{}/{diagnostic}", folder.display());
        match diagnostic.severity {
            Severity::Error => errors.push(line),
            Severity::Warning => println!("cargo::warning={}", one_line(&line)),
        }
    }
    if let (Some(corpus), true) = (mined.corpus, errors.is_empty()) {
        let broken = corpus.check();
        errors.extend(broken.iter().map(|violation| format!("the miner broke an invariant: {violation}")));
        match corpus::encode(&corpus) {
            Ok(bytes) => write(&corpus, &bytes, &mut errors),
            Err(error) => errors.push(format!("the corpus cannot be encoded: {error}")),
        }
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// The debate and the articles of a folder, in order of name. Files of another kind are named in a warning.
fn read(folder: &Path, errors: &mut Vec<String>) -> Vec<(String, Vec<u8>)> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            errors.push(format!("{}: cannot be read as a folder of articles: {error}", folder.display()));
            return Vec::new();
        }
    };
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in entries {
        match entry {
            Ok(entry) => paths.push(entry.path()),
            Err(error) => errors.push(format!("{}: {error}", folder.display())),
        }
    }
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let Some(name) = path.file_name().and_then(|name| name.to_str()).map(String::from) else {
            errors.push(format!("{}: the name is not UTF-8; rename the file", path.display()));
            continue;
        };
        let is_ours = name == DEBATE || path.extension().is_some_and(|extension| extension == "txt");
        if is_ours {
            match fs::read(&path) {
                Ok(bytes) => files.push((name, bytes)),
                Err(error) => errors.push(format!("{}: {error}", path.display())),
            }
        } else if !name.starts_with('.') && !name.ends_with(".md") {
            println!("cargo::warning={}: not an article (.txt) and not {DEBATE}; left out", path.display());
        }
    }
    files
}

/// Writes the corpus, once it is certain that the page will read the same from it.
fn write(corpus: &corpus::Corpus<'_>, bytes: &[u8], errors: &mut Vec<String>) {
    match corpus::decode(bytes) {
        Ok(read_back) if read_back == *corpus => {}
        Ok(_) => errors.push("the corpus reads back differently from what was written".into()),
        Err(error) => errors.push(format!("the corpus does not read back: {error}")),
    }
    let target = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("corpus.bin");
    if let Err(error) = fs::write(&target, bytes) {
        errors.push(format!("{}: {error}", target.display()));
    }
}

/// Cargo ends a message at the end of the line.
fn one_line(message: &str) -> String {
    message.replace(['\n', '\r'], " ")
}
