//! From the folder of seeds to the bytes that the page embeds: reads the files, hands them to `mine`, checks what comes
//! back and writes `OUT_DIR/corpus.bin`. The only code that does I/O at build time; what it finds wrong, all of it, is
//! reported by cargo as errors. `cargo xtask` asks [`corpus_of`] itself before it starts a build.
//!
//! The folder is `seeds/`, or the one that `REJOINDER_SEEDS` names (relative to the workspace). It may also name a file: a corpus
//! in its binary form, which is how a site of any size is measured without articles (`cargo xtask paint`).
//!
//! Of a large corpus the page embeds all but the words of articles (`corpus::encode_apart`). The prerenderer embeds everything: it
//! writes the words, and the index to search them by, into files beside the pages, which the page fetches when it needs them.
//!
//! What was mined is kept for the next build, which then mines only what has changed: a file for each folder of seeds, in
//! the folder `mined` of cargo's target folder, so that the builds for the page and for the prerenderer and `cargo xtask`
//! share it. Nothing depends on it: where it is missing, damaged or another miner's, the articles are mined anew.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs, io, process};

use mine::{Again, Diagnostic, Severity, SourceFile};
use sha2::{Digest, Sha256};

/// The file that describes the debate.
const DEBATE: &str = "debate.toml";

/// Takes the place of [`corpus::LARGE`], to see a small site as a large one.
pub(crate) const LARGE_FROM: &str = "REJOINDER_LARGE";

/// For so many folders of seeds what was mined is kept: more than anybody works on at a time.
pub(crate) const FOLDERS_KEPT: usize = 8;

/// How far above a file of a build the target folder is looked for: `target/TRIPLE/PROFILE/build/PACKAGE/out` is the deepest,
/// and cargo is about to add a level.
const DEEPEST: usize = 7;

fn main() {
    println!("cargo::rerun-if-env-changed=REJOINDER_SEEDS");
    println!("cargo::rerun-if-env-changed={LARGE_FROM}");
    let folder = PathBuf::from(env::var_os("REJOINDER_SEEDS").unwrap_or_else(|| "seeds".into()));
    // Cargo watches a folder with everything in it.
    println!("cargo::rerun-if-changed={}", folder.display());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut warnings = Vec::new();
    let keep = Keep { file: kept_for(&folder, target_folder(&out).as_deref().unwrap_or(&out)), ..Keep::default() };
    let written = corpus_of(&folder, &keep, &mut warnings).and_then(|bytes| {
        let files = embedded(bytes).map_err(|error| vec![error])?;
        files.into_iter().try_for_each(|(name, bytes)| {
            let file = out.join(name);
            fs::write(&file, bytes).map_err(|error| vec![format!("{}: {error}", file.display())])
        })
    });
    for warning in warnings {
        println!("cargo::warning={warning}");
    }
    for error in written.err().unwrap_or_default() {
        println!("cargo::error={error}");
    }
}

/// What is embedded of a corpus, by the names of files: the corpus itself, the index of its words, and the index's hash. Only a
/// large corpus has an index made beforehand; what is not for this target is empty.
fn embedded(corpus: Vec<u8>) -> Result<[(&'static str, Vec<u8>); 3], String> {
    let files = |corpus, index, hash| [("corpus.bin", corpus), ("index.bin", index), ("index.sha256", hash)];
    let decoded = corpus::decode(&corpus).map_err(|error| error.to_string())?;
    let Some(apart) = in_pieces(&decoded)? else { return Ok(files(corpus, Vec::new(), Vec::new())) };
    let index = explore::Explorer::new(&decoded).words().map_err(|error| error.to_string())?;
    let hash = Sha256::digest(&index).to_vec();
    Ok(match env::var("CARGO_CFG_TARGET_ARCH").as_deref() {
        Ok("wasm32") => files(apart.start, Vec::new(), hash),
        _ => files([apart.start, apart.chunks.concat()].concat(), index, hash),
    })
}

/// A large corpus in pieces, of which the page embeds the start; none where it embeds all.
///
/// # Errors
/// Where somebody has said that a corpus is large from what is no number.
pub(crate) fn in_pieces(corpus: &corpus::Corpus<'_>) -> Result<Option<corpus::Apart>, String> {
    let from = match env::var(LARGE_FROM) {
        Ok(from) => from.parse().map_err(|_| format!("{LARGE_FROM}: `{from}` is no number of statements"))?,
        Err(_) => corpus::LARGE,
    };
    if corpus.statements.len() < from {
        return Ok(None);
    }
    let sha256 = |bytes: &[u8]| Sha256::digest(bytes).into();
    corpus::encode_apart(corpus, sha256).map(Some).map_err(|error| error.to_string())
}

/// What a build over many articles does besides.
pub(crate) struct Keep<'p> {
    /// Where it keeps what it has mined; nowhere where there is none.
    pub(crate) file: Option<PathBuf>,
    /// Told how many articles of how many are done, from whatever thread.
    pub(crate) progress: &'p (dyn Fn(usize, usize) + Sync),
}

impl Default for Keep<'_> {
    fn default() -> Self {
        Self { file: None, progress: &|_, _| () }
    }
}

/// Cargo's target folder (or the one that it is told to build in), from a path inside: cargo marks the folders that it
/// makes as caches, this one and, in it, that of another platform than its own. None where somebody else has made it.
pub(crate) fn target_folder(inside: &Path) -> Option<PathBuf> {
    let is_cargos = |folder: &&Path| {
        fs::read_to_string(folder.join("CACHEDIR.TAG")).is_ok_and(|tag| tag.contains("directory tag created by cargo"))
    };
    let next = inside.ancestors().take(DEEPEST).find(is_cargos)?;
    Some(next.parent().filter(is_cargos).unwrap_or(next).to_owned())
}

/// Where what is mined of a folder of seeds is kept, in a target folder.
pub(crate) fn kept_for(folder: &Path, target: &Path) -> Option<PathBuf> {
    // Its name need not stay the same for ever: at worst everything is mined once more.
    let mut hash = DefaultHasher::new();
    fs::canonicalize(folder).ok()?.hash(&mut hash);
    Some(target.join("mined").join(format!("{:016x}", hash.finish())))
}

/// The corpus of a folder of seeds in its binary form; what somebody should look at is added to the warnings.
///
/// # Errors
/// Everything that is wrong with the folder and its files, a line each. Like the warnings, the lines are fit for a
/// terminal and leave it to whoever shows them to say what they are.
pub(crate) fn corpus_of(folder: &Path, keep: &Keep<'_>, warnings: &mut Vec<String>) -> Result<Vec<u8>, Vec<String>> {
    let mut errors = Vec::new();
    let corpus = match folder.is_file() {
        true => made_before(folder).map_err(|broken| errors.extend(broken)).ok(),
        false => read_and_mined(folder, keep, &mut errors, warnings),
    };
    for line in errors.iter_mut().chain(warnings) {
        *line = printable(line);
    }
    corpus.ok_or(errors)
}

/// A text with its control characters (ends of lines too) written out: articles come from anywhere, and a terminal
/// obeys what it is sent.
pub(crate) fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}

/// A corpus that is in its binary form already.
fn made_before(file: &Path) -> Result<Vec<u8>, Vec<String>> {
    let at = |problem: String| vec![format!("{}: {problem}", file.display())];
    let bytes = fs::read(file).map_err(|error| at(error.to_string()))?;
    let corpus = corpus::decode(&bytes).map_err(|error| at(error.to_string()))?;
    checked(&corpus)
}

/// The corpus of a folder in its binary form; none where there are errors.
fn read_and_mined(
    folder: &Path,
    keep: &Keep<'_>,
    errors: &mut Vec<String>,
    warnings: &mut Vec<String>,
) -> Option<Vec<u8>> {
    let files = read(folder, errors, warnings)?;
    let sources = files.iter().map(|(name, bytes)| SourceFile { name: name.as_str(), bytes });
    let (debates, others): (Vec<_>, Vec<_>) = sources.partition(|file| file.name == DEBATE);
    let (sidecars, articles): (Vec<_>, Vec<_>) = others.into_iter().partition(|file| file.name.ends_with(".toml"));
    if articles.is_empty() {
        errors.push(format!("{}: no article; put at least one .txt file there", folder.display()));
    }
    let Some(debate) = debates.first() else {
        errors.push(format!("{}: no {DEBATE}; describe the debate there, see README.md", folder.display()));
        return None;
    };
    let kept = keep.file.as_ref().and_then(|file| fs::read(file).ok()).unwrap_or_default();
    let again = Again { kept: &kept, progress: &|done| (keep.progress)(done, articles.len()) };
    let mine::Remined { mined, kept: now, .. } = mine::mine_again(*debate, &articles, &sidecars, &again);
    if let Some(file) = keep.file.as_ref().filter(|_| now != kept && mined.corpus.is_some())
        && let Err(error) = put(file, &now)
    {
        warnings.push(format!("{}: what was mined cannot be kept: {error}", file.display()));
    }
    for Diagnostic { severity, file, line, problem, remedy } in &mined.diagnostics {
        let found = match severity {
            Severity::Error => &mut *errors,
            Severity::Warning => &mut *warnings,
        };
        found.push(format!("{}/{file}:{line}: {problem}; {remedy}", folder.display()));
    }
    // A corpus without the articles that have errors is nothing to check or keep.
    let corpus = mined.corpus.filter(|_| errors.is_empty())?;
    checked(&corpus).map_err(|broken| errors.extend(broken)).ok()
}

/// Keeps what was mined. Whoever reads the file meanwhile, another build perhaps, sees all of it or all of what was there.
fn put(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let Some(folder) = file.parent() else { return Ok(()) };
    fs::create_dir_all(folder)?;
    let new = file.with_extension(process::id().to_string());
    fs::write(&new, bytes).and_then(|()| fs::rename(&new, file)).inspect_err(|_| {
        let _ = fs::remove_file(&new);
    })?;
    let written = |entry: io::Result<fs::DirEntry>| {
        let entry = entry?;
        Ok((entry.metadata()?.modified()?, entry.path()))
    };
    let mut files: Vec<_> = fs::read_dir(folder)?.map(written).filter_map(io::Result::ok).collect();
    files.sort();
    files.retain(|(_, other)| other != file);
    for (_, old) in files.iter().rev().skip(FOLDERS_KEPT - 1) {
        let _ = fs::remove_file(old); // the next build tries again
    }
    Ok(())
}

/// The binary form of a corpus, once it is certain that the page may rely on it and will read the same from it.
fn checked(corpus: &corpus::Corpus<'_>) -> Result<Vec<u8>, Vec<String>> {
    let broken = corpus.check();
    if !broken.is_empty() {
        return Err(broken.iter().map(|violation| format!("the miner broke an invariant: {violation}")).collect());
    }
    let bytes = corpus::encode(corpus).map_err(|error| vec![format!("the corpus cannot be encoded: {error}")])?;
    match corpus::decode(&bytes) {
        Ok(read_back) if read_back == *corpus => Ok(bytes),
        Ok(_) => Err(vec!["the corpus reads back differently from what was written".into()]),
        Err(error) => Err(vec![format!("the corpus does not read back: {error}")]),
    }
}

/// The debate, the articles and their corrections of a folder, in order of name; none where it is no folder. Files of
/// another kind are named in a warning.
fn read(folder: &Path, errors: &mut Vec<String>, warnings: &mut Vec<String>) -> Option<Vec<(String, Vec<u8>)>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            errors.push(format!("{}: cannot be read as a folder of articles: {error}", folder.display()));
            return None;
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
        let is_ours = path.extension().is_some_and(|extension| extension == "txt" || extension == "toml");
        if is_ours {
            match fs::read(&path) {
                Ok(bytes) => files.push((name, bytes)),
                Err(error) => errors.push(format!("{}: {error}", path.display())),
            }
        } else if !name.starts_with('.') && !name.ends_with(".md") {
            warnings
                .push(format!("{}: not an article (.txt) nor corrections of one (.toml); left out", path.display()));
        }
    }
    Some(files)
}
