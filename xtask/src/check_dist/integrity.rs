//! Hashes: those that scripts and attributes name (<https://www.w3.org/TR/sri-2/>), and those in the names of files. And what else a
//! script says of files: the strings in it that look like names.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384, Sha512};

/// The kinds of hashes, as an integrity begins.
const KINDS: [&str; 3] = ["sha256-", "sha384-", "sha512-"];

/// Digits of the hash in a file's name, Trunk's and the prerenderer's.
const NAMED_BY: usize = 16;

/// How the names of files begin that the prerenderer names by a SHA-256 of their content. (What Trunk names itself it names by
/// what it was before it was optimized.)
const OURS: [&str; 3] = ["style-", "exporter-", "words/"];

/// Longest string of a script that is taken for a name.
const LONGEST: usize = 200;

/// Calls whose first argument is an address.
const FETCHING: [&str; 5] = ["fetch(", "import(", "importScripts(", "new Worker(", ".register("];

/// A string of a script that looks like the name of a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Named<'t> {
    pub(crate) name: &'t str,
    pub(crate) at: usize,
    /// The script certainly asks for it.
    pub(crate) is_fetched: bool,
}

/// Whether a hash is that of some bytes; of several, one must be.
pub(crate) fn fits(integrity: &str, bytes: &[u8]) -> bool {
    integrity.split_ascii_whitespace().any(|hash| of(kind(hash), bytes).as_deref() == Some(hash))
}

/// The integrity of bytes, of the kind of another.
pub(crate) fn like(integrity: &str, bytes: &[u8]) -> String {
    of(kind(integrity), bytes).unwrap_or_default()
}

fn kind(integrity: &str) -> &str {
    integrity.split_inclusive('-').next().unwrap_or_default()
}

fn of(kind: &str, bytes: &[u8]) -> Option<String> {
    let digest = match kind {
        "sha256-" => STANDARD.encode(Sha256::digest(bytes)),
        "sha384-" => STANDARD.encode(Sha384::digest(bytes)),
        "sha512-" => STANDARD.encode(Sha512::digest(bytes)),
        _ => return None,
    };
    Some(format!("{kind}{digest}"))
}

/// The hashes that a script names, and where they stand.
pub(crate) fn hashes(script: &str) -> Vec<(usize, &str)> {
    let mut found: Vec<_> = KINDS
        .iter()
        .flat_map(|kind| script.match_indices(kind))
        .filter_map(|(at, kind)| {
            let rest = script.get(at + kind.len()..)?;
            let is_digit = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '+' | '/' | '=');
            let end = rest.find(|sign| !is_digit(sign)).unwrap_or(rest.len());
            let text = script.get(at..at + kind.len() + end)?;
            // A word that begins so is no hash.
            (end > 40).then_some((at, text))
        })
        .collect();
    found.sort_unstable();
    found
}

/// The strings of a script that look like names of files, in order. A mark that is not a string's may stand for one: whoever asks
/// looks whether there is such a file.
pub(crate) fn names(script: &str) -> Vec<Named<'_>> {
    let mut found = Vec::new();
    for (at, mark) in script.match_indices(['"', '\'', '`']) {
        let Some(rest) = script.get(at + 1..) else { continue };
        let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || b"._-/%".contains(&byte);
        let end = rest.bytes().take(LONGEST).take_while(|byte| is_of_name(*byte)).count();
        let Some((name, after)) = rest.split_at_checked(end) else { continue };
        let has_ending = name
            .rsplit_once('.')
            .is_some_and(|(_, ending)| ending.starts_with(|sign: char| sign.is_ascii_alphabetic()));
        if has_ending && after.starts_with(mark) {
            let before = script.get(..at).unwrap_or_default();
            let is_fetched = FETCHING.iter().any(|call| before.ends_with(call)) || is_import(before);
            found.push(Named { name, at: at + 1, is_fetched });
        }
    }
    found
}

/// Whether a string after this is what a module imports.
fn is_import(before: &str) -> bool {
    let words = before.trim_end();
    words.len() < before.len()
        && (words.ends_with(" from") || words.ends_with("}from") || words == "import" || words.ends_with("\nimport"))
}

/// The hash in a file's name, where there is one.
pub(crate) fn hash_in(name: &str) -> Option<&str> {
    let last = name.rsplit('/').next()?;
    let stem = last.split('.').next()?;
    stem.split(['-', '_']).find(|part| {
        part.len() == NAMED_BY && part.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
    })
}

/// The hash that a file's name should have; none where its name has it, or is none that says.
pub(crate) fn misnamed(name: &str, bytes: &[u8]) -> Option<String> {
    let named = hash_in(name).filter(|_| OURS.iter().any(|start| name.starts_with(start)))?;
    let hash: String = Sha256::digest(bytes).iter().take(NAMED_BY / 2).map(|byte| format!("{byte:02x}")).collect();
    (hash != named).then_some(hash)
}
