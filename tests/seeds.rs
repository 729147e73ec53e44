//! What a build says of a folder of seeds: everything that is wrong with it, in one run.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

#[path = "../build.rs"]
#[expect(dead_code, reason = "main is the build's")]
mod build;

const DEBATE: &str = include_str!("corpora/lights/debate.toml");
const ARTICLE: &[u8] = include_bytes!("corpora/lights/2021-03-04-lamps.txt");

/// A new folder with these files.
fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).unwrap();
    }
    folder
}

/// The errors of a folder, the folder's own path taken off.
fn errors(folder: &Path) -> Vec<String> {
    let errors = build::corpus_of(folder, &build::Keep::default(), &mut Vec::new()).unwrap_err();
    let path = format!("{}/", folder.display());
    errors.iter().map(|error| error.replace(&path, "").replace(path.trim_end_matches('/'), "FOLDER")).collect()
}

#[test]
fn the_same_folder_gives_the_same_bytes() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let corpus = || build::corpus_of(&seeds, &build::Keep::default(), &mut Vec::new()).unwrap();
    let bytes = corpus();
    assert_eq!(bytes, corpus());
    assert!(corpus::decode(&bytes).is_ok());
}

#[test]
fn every_problem_of_every_file_is_reported_in_one_run() {
    let debate = DEBATE.replace("id = \"money\"", "id = \"money\"\nhue = 3");
    let bad: [(&str, &[u8]); 5] = [
        ("debate.toml", debate.as_bytes()),
        ("a.txt", b"no date here"),
        ("b.txt", b" date 2021-02-30 There is no such day."),
        ("c.txt", b" date 2021-03-04 Fine so far.\n\nThen \xff."),
        ("d.txt", b""),
    ];
    let found = errors(&folder("bad", &bad));
    for start in ["debate.toml:", "a.txt:1: ", "b.txt:1: ", "c.txt:3: ", "d.txt:1: "] {
        assert!(found.iter().any(|error| error.starts_with(start)), "{start} in {found:#?}");
    }
}

#[test]
fn the_corrections_of_the_readme_can_be_used() {
    let readme = include_str!("../README.md");
    let start = readme.find("      [[change]]").unwrap();
    let sidecar: String =
        readme[start..].split_inclusive('\n').take_while(|line| line.starts_with("      ") || *line == "\n").collect();
    assert!(sidecar.contains("[[drop]]") && sidecar.contains("[[add]]"), "{sidecar}");
    let article = [ARTICLE, b"\n\nHer plan was ready: by day they cost nothing.\n"].concat();
    let seeds = |sidecar| {
        let files: [(&str, &[u8]); 3] = [("debate.toml", DEBATE.as_bytes()), ("a.txt", &article), ("a.toml", sidecar)];
        folder("corrected", &files)
    };
    let bytes = build::corpus_of(&seeds(sidecar.as_bytes()), &build::Keep::default(), &mut Vec::new()).unwrap();
    let corpus = corpus::decode(&bytes).unwrap();
    assert_eq!(corpus.statements.iter().filter(|statement| !statement.edits.is_empty()).count(), 2);
    let found = errors(&seeds(b"[[drop]]\nwords = \"Ferries\"\nreason = \"so\""));
    assert!(found.iter().any(|error| error.starts_with("a.toml:2: no statement has these words")), "{found:?}");
}

#[test]
fn two_articles_with_one_id_are_refused() {
    let found =
        errors(&folder("twins", &[("debate.toml", DEBATE.as_bytes()), ("A b.txt", ARTICLE), ("a-b.txt", ARTICLE)]));
    assert!(found.iter().any(|error| error.contains("A b.txt") && error.contains("a-b.txt")), "{found:#?}");
}

#[test]
fn a_folder_that_is_not_one_of_seeds_is_refused() {
    assert_eq!(
        errors(&folder("no-debate", &[("a.txt", ARTICLE)])),
        ["FOLDER: no debate.toml; describe the debate there, see README.md"]
    );
    assert_eq!(
        errors(&folder("no-article", &[("debate.toml", DEBATE.as_bytes())])),
        ["FOLDER: no article; put at least one .txt file there"]
    );
    let missing = errors(&folder("none", &[]).join("nowhere"));
    assert!(missing[0].starts_with("FOLDER: cannot be read as a folder of articles"), "{missing:?}");
    assert_eq!(missing.len(), 1, "{missing:?}");
}

#[test]
fn what_is_left_out_is_a_warning() {
    let mut warnings = Vec::new();
    let files: [(&str, &[u8]); 4] =
        [("debate.toml", DEBATE.as_bytes()), ("a.txt", ARTICLE), ("notes.md", b"For us."), ("photo.png", b"")];
    assert!(build::corpus_of(&folder("more", &files), &build::Keep::default(), &mut warnings).is_ok());
    let [warning] = warnings.as_slice() else { panic!("one warning expected: {warnings:?}") };
    assert!(warning.contains("photo.png: not an article"), "{warning}");
}

#[test]
fn a_file_cannot_send_commands_to_the_terminal() {
    assert_eq!(build::printable("a\u{1b}[2Jb\u{9b}c\nd “é”"), r"a\u{1b}[2Jb\u{9b}c\nd “é”");
    let debate = DEBATE.replace("[[side]]", "\"\\u001b[2J\" = 1\n[[side]]");
    let found = errors(&folder("escape", &[("debate.toml", debate.as_bytes()), ("a.txt", ARTICLE)]));
    assert!(found.iter().any(|error| error.contains("[2J")), "{found:?}");
    assert!(!found.iter().any(|error| error.contains(char::is_control)), "{found:?}");
}
