//! What a build says of a folder of seeds: everything that is wrong with it, in one run.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

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
fn what_a_build_keeps_changes_nothing_and_is_put_in_order() {
    let seeds = folder("kept-seeds", &[("debate.toml", DEBATE.as_bytes()), ("a.txt", ARTICLE), ("b.txt", ARTICLE)]);
    let target = folder("kept", &[]);
    let file = build::kept_for(&seeds, &target).unwrap();
    assert_eq!(build::kept_for(&seeds.join("../kept-seeds"), &target), Some(file.clone()), "however it is written");
    assert_ne!(build::kept_for(&target, &target), Some(file.clone()));
    let done = AtomicUsize::new(0);
    let progress = |n, of| {
        assert!(n <= of);
        done.fetch_max(n, Ordering::Relaxed);
    };
    let mut warnings = Vec::new();
    let mut corpus = || {
        let keep = build::Keep { file: Some(file.clone()), progress: &progress };
        build::corpus_of(&seeds, &keep, &mut warnings).unwrap()
    };
    let first = corpus();
    let kept = fs::read(&file).unwrap();
    assert!(!kept.is_empty());
    assert_eq!(done.load(Ordering::Relaxed), 2);
    assert_eq!(first, build::corpus_of(&seeds, &build::Keep::default(), &mut Vec::new()).unwrap());
    for damaged in [&kept[..kept.len() / 2], b"", &kept] {
        fs::write(&file, damaged).unwrap();
        assert_eq!(corpus(), first);
        assert_eq!(fs::read(&file).unwrap(), kept);
    }
    // What builds of many other folders have left is not there for ever.
    for n in 0..20 {
        fs::write(file.with_file_name(n.to_string()), "").unwrap();
    }
    fs::write(&file, "").unwrap();
    corpus();
    assert_eq!(fs::read(&file).unwrap(), kept);
    assert_eq!(fs::read_dir(file.parent().unwrap()).unwrap().count(), build::FOLDERS_KEPT);
    // Where nothing can be kept, the site is built nevertheless, and it is said.
    fs::remove_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file.parent().unwrap(), "in the way").unwrap();
    assert_eq!(corpus(), first);
    assert!(warnings.len() == 1 && warnings[0].contains("cannot be kept"), "{warnings:?}");
}

#[test]
fn the_target_folder_is_the_one_that_cargo_marked() {
    let out = |below: &str| {
        let out = folder("target", &[]).join(below);
        fs::create_dir_all(&out).unwrap();
        out
    };
    let target = folder("target", &[]);
    let tag = "Signature: 8a477f597d28d172789f06886806bc55\n# This file is a cache directory tag created by cargo.\n";
    let mark = |folder: &Path, tag: &str| fs::write(folder.join("CACHEDIR.TAG"), tag).unwrap();
    let found = |out: &Path| build::target_folder(out);

    let native = out("debug/build/rejoinder-1/out");
    mark(&target, tag);
    assert_eq!(found(&native), Some(target.clone()));
    assert_eq!(found(&target.join("debug/xtask")), Some(target.clone()), "a program");
    let page = out("wasm32-unknown-unknown/release/build/rejoinder-1/out");
    mark(&target.join("wasm32-unknown-unknown"), tag);
    mark(&target, tag);
    assert_eq!(found(&page), Some(target.clone()));
    let deep = out("debug/build/rejoinder-1/out");
    mark(&target, "Signature: 8a477f597d28d172789f06886806bc55\n# This file is somebody else's.");
    assert_ne!(found(&deep), Some(target), "only cargo's");
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
