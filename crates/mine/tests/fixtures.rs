//! The miner on whole files: what is made of good ones, what is said about bad ones. `UPDATE_EXPECT=1` rewrites what is
//! expected; read the difference before you keep it.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use corpus::{Article, ComponentKind, Corpus, Inference};
use mine::{Severity, SourceFile, mine};

const DEBATE: &[u8] = include_bytes!("debate.toml");

#[test]
fn good_articles_are_mined_as_expected() {
    for path in fixtures("ok", "txt") {
        let bytes = std::fs::read(&path).unwrap();
        let name = name_of(&path);
        let beside = sidecar(&path);
        let sidecars: Vec<_> = beside.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
        let mined = mine(debate(), &[SourceFile { name: &name, bytes: &bytes }], &sidecars);
        let errors = mined.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
        assert_eq!(errors, 0, "{name}: {:?}", mined.diagnostics);
        let corpus = mined.corpus.unwrap();
        assert_eq!(corpus.check(), [], "{name}");
        let mut shown = String::new();
        for diagnostic in &mined.diagnostics {
            writeln!(shown, "{diagnostic}").unwrap();
        }
        shown += &show(&corpus);
        check(&path, &shown);
    }
}

#[test]
fn bad_articles_are_errors() {
    for path in fixtures("err", "txt") {
        let bytes = std::fs::read(&path).unwrap();
        let name = name_of(&path);
        let beside = sidecar(&path);
        let sidecars: Vec<_> = beside.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();
        let mined = mine(debate(), &[SourceFile { name: &name, bytes: &bytes }], &sidecars);
        assert!(mined.diagnostics.iter().any(|d| d.severity == Severity::Error), "{name} has no error");
        let corpus = mined.corpus.unwrap();
        assert_eq!(corpus.articles.len(), usize::from(beside.is_some()), "{name}, unless only its corrections are bad");
        assert_eq!(corpus.check(), []);
        check(&path, &lines(&mined.diagnostics));
    }
}

#[test]
fn bad_debates_are_errors() {
    for path in fixtures("err", "toml").into_iter().filter(|path| !path.with_extension("txt").exists()) {
        let bytes = std::fs::read(&path).unwrap();
        let name = name_of(&path);
        let mined = mine(SourceFile { name: &name, bytes: &bytes }, &[], &[]);
        assert!(mined.corpus.is_none(), "{name} was used");
        check(&path, &lines(&mined.diagnostics));
    }
}

#[test]
fn no_fixture_is_orphaned() {
    for folder in ["ok", "err"] {
        for expected in fixtures(folder, "expected") {
            let source = expected.with_extension("");
            assert!(source.exists(), "{} belongs to no fixture", expected.display());
        }
        for entry in std::fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let extension = path.extension().and_then(|extension| extension.to_str());
            let beside = extension == Some("toml") && path.with_extension("txt").exists();
            let known = matches!((folder, extension), (_, Some("txt" | "expected")) | ("err", Some("toml"))) || beside;
            assert!(known, "{} is run by no test", path.display());
        }
    }
}

#[test]
fn all_problems_of_all_files_are_reported_in_one_run() {
    let files = [("a.txt", "no date here"), ("b.txt", " date 2021-02-30 x"), ("a.md", " date 2021-03-04 x")];
    let articles = files.map(|(name, text)| SourceFile { name, bytes: text.as_bytes() });
    let mined = mine(SourceFile { name: "debate.toml", bytes: b"title = 1" }, &articles, &[]);
    let shown: Vec<String> = mined.diagnostics.iter().map(|d| format!("{} {}", d.file, d.problem)).collect();
    assert_eq!(
        shown,
        [
            "debate.toml `title` is not a string",
            "debate.toml the key `question` is missing",
            "debate.toml the debate has 0 sides",
            "a.txt the article has no date",
            "b.txt there is no such date as 2021-02-30",
            "a.md the article's id `a` is that of a.txt too",
        ]
    );
}

#[test]
fn articles_are_in_order_of_date_and_speakers_are_one_over_articles() {
    let files = [
        ("b.txt", " date 2021-03-05 “Trams are a way home,” said Ada Quill."),
        ("a.txt", " date 2021-03-04 “Trams are loud,” said Mayor Ada Quill."),
    ];
    let articles = files.map(|(name, text)| SourceFile { name, bytes: text.as_bytes() });
    let corpus = mine(debate(), &articles, &[]).corpus.unwrap();
    assert_eq!(corpus.articles.iter().map(|article| article.id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(corpus.speakers.len(), 1);
    assert_eq!(corpus.speakers[0].roles, ["Mayor"]);
}

#[test]
fn an_actor_has_the_name_of_the_debate_once_an_article_gives_it() {
    let files = [
        ("a.txt", " date 2021-03-04 The Transit said trams are late."),
        ("b.txt", " date 2021-03-05 Ferry Transit said trams are late."),
    ];
    for (files, expected) in [(&files[..1], "Transit"), (&files, "Ferry Transit")] {
        let articles: Vec<_> = files.iter().map(|(name, text)| SourceFile { name, bytes: text.as_bytes() }).collect();
        let corpus = mine(debate(), &articles, &[]).corpus.unwrap();
        assert_eq!(corpus.speakers.iter().map(|speaker| speaker.name.as_str()).collect::<Vec<_>>(), [expected]);
    }
}

#[test]
fn an_entry_with_an_error_corrects_nothing() {
    let files =
        [SourceFile { name: "a.txt", bytes: b" date 2021-03-04 \xe2\x80\x9cTrams,\xe2\x80\x9d said Ada Quill." }];
    let sidecar = b"[[change]]\nwords = \"Trams,\"\nspeaker = \"Bo\"\nside = \"up\"\nreason = \"so\"";
    let mined = mine(debate(), &files, &[SourceFile { name: "a.toml", bytes: sidecar }]);
    let untouched = mine(debate(), &files, &[]);
    assert_eq!(untouched.corpus.as_ref().unwrap().statements.len(), 1);
    assert_eq!(mined.corpus, untouched.corpus);
}

#[test]
fn an_editor_overrules_what_an_author_is_taken_to_say() {
    let text = " date 2021-03-04 We should never let trams run all night. You must know that they are too loud.\n\n\
                We have our own bells at home, and you know their sound.";
    let files = [SourceFile { name: "a.txt", bytes: text.as_bytes() }];
    let shown = |sidecar: &str| {
        let mined = mine(debate(), &files, &[SourceFile { name: "a.toml", bytes: sidecar.as_bytes() }]);
        assert_eq!(lines(&mined.diagnostics), "");
        let corpus = mined.corpus.unwrap();
        let words = |one: &corpus::Statement<'_>| corpus.articles[0].words(one.spans[0]).to_owned();
        corpus.statements.iter().map(words).collect::<Vec<_>>()
    };
    let own = "We should never let trams run all night. You must know that they are too loud.";
    let bells = "We have our own bells at home, and you know their sound.";
    assert_eq!(shown(""), [own], "what the author argues on the question, and nothing else");
    let change = "[[change]]\nwords = \"our own bells\"\nside = \"trams\"\nreason = \"so\"";
    assert_eq!(shown(change), [own, bells]);
    let add = |words| format!("[[add]]\nwords = \"{words}\"\nspeaker = \"Bo\"\nreason = \"so\"");
    assert_eq!(shown(&add("you know their sound")), [own, "you know their sound"]);
    assert_eq!(shown(&add("they are too loud")), ["they are too loud"]);
}

#[test]
fn corrections_are_beside_an_article_and_in_one_file() {
    let orphan = mine(debate(), &[], &[SourceFile { name: "b.toml", bytes: b"" }]);
    assert!(lines(&orphan.diagnostics).starts_with("b.toml:1: error: these corrections are beside no article"));
    let article = SourceFile { name: "a.txt", bytes: b" date 2021-03-04 Trams." };
    let twins = mine(debate(), &[article], &[SourceFile { name: "a.toml", bytes: b"" }; 2]);
    assert!(lines(&twins.diagnostics).contains("a.toml:1: error: an article's corrections are in one file"));
}

fn debate() -> SourceFile<'static> {
    SourceFile { name: "debate.toml", bytes: DEBATE }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn fixtures(folder: &str, extension: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join(folder)).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == extension));
    paths.sort();
    assert!(!paths.is_empty(), "no {folder}/*.{extension}");
    paths
}

/// The corrections beside an article.
fn sidecar(path: &Path) -> Option<(String, Vec<u8>)> {
    let path = path.with_extension("toml");
    path.exists().then(|| (name_of(&path), std::fs::read(&path).unwrap()))
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

fn lines(diagnostics: &[mine::Diagnostic]) -> String {
    diagnostics.iter().map(|diagnostic| format!("{diagnostic}\n")).collect()
}

/// Compares with the file beside the fixture: `NAME.txt.expected`.
fn check(path: &Path, shown: &str) {
    let expected = PathBuf::from(format!("{}.expected", path.display()));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&expected, shown).unwrap();
        return;
    }
    let Ok(wanted) = std::fs::read_to_string(&expected) else { panic!("{} is missing", expected.display()) };
    assert!(wanted == shown, "{}: expected\n{wanted}\nbut is\n{shown}", path.display());
}

/// A corpus for people.
fn show(corpus: &Corpus<'_>) -> String {
    let mut shown = String::new();
    for statement in corpus.statements.iter() {
        let article: &Article<'_> = corpus.article_of(statement);
        let words = |span| article.words(span);
        let speaker = corpus.speaker_of(statement);
        let name = speaker.map_or("?", |speaker| &speaker.name);
        let side = corpus.side(statement.position()).map_or("Neither side", |side| &side.label);
        let argument = if statement.argument { side } else { "no argument" };
        writeln!(shown, "{name} ({:?}): {argument}", statement.quotation).unwrap();
        for span in &statement.spans {
            writeln!(shown, "  > {}", words(*span)).unwrap();
        }
        let quoted = |span: Option<_>| span.map_or("-", words);
        let [source, cue, role] = [statement.source, statement.cue, statement.role].map(quoted);
        writeln!(shown, "  source {source} | cue {cue} | role {role}").unwrap();
        for edit in &statement.edits {
            writeln!(shown, "  edited {:?}: {}", edit.of, edit.reason).unwrap();
        }
        for component in statement.components.iter().filter(|c| c.kind == ComponentKind::Premise) {
            writeln!(shown, "  premise {}", words(component.span)).unwrap();
        }
        for why in &statement.why {
            if why.of == Inference::Side {
                writeln!(shown, "  {} {}: {}", why.weight, why.rule.english(), quoted(why.words)).unwrap();
            }
        }
    }
    for speaker in &corpus.speakers {
        let roles: Vec<&str> = speaker.roles.iter().map(|role| role.as_str()).collect();
        let affiliation = speaker.affiliation.as_ref().map_or("-", |affiliation| affiliation);
        writeln!(shown, "{} {:?}: {} | {affiliation}", speaker.id, speaker.kind, roles.join("; ")).unwrap();
    }
    shown
}
