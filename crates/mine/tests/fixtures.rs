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
        let mined = mine(debate(), &[SourceFile { name: &name, bytes: &bytes }], &[]);
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
        let mined = mine(debate(), &[SourceFile { name: &name, bytes: &bytes }], &[]);
        assert!(mined.diagnostics.iter().any(|d| d.severity == Severity::Error), "{name} has no error");
        let corpus = mined.corpus.unwrap();
        assert_eq!(corpus.articles.len(), 0, "{name} is in the corpus");
        assert_eq!(corpus.check(), []);
        check(&path, &lines(&mined.diagnostics));
    }
}

#[test]
fn bad_debates_are_errors() {
    for path in fixtures("err", "toml") {
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
            let known = matches!((folder, extension), (_, Some("txt" | "expected")) | ("err", Some("toml")));
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
            "b.txt the calendar has no day 2021-02-30",
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
    for statement in &corpus.statements {
        let article: &Article<'_> = corpus.article_of(statement);
        let words = |span| article.words(span);
        let speaker = corpus.speaker_of(statement);
        let name = speaker.map_or("?", |speaker| &speaker.name);
        let side = corpus.position_label(statement.position());
        let argument = if statement.argument { side } else { "no argument" };
        writeln!(shown, "{name} ({:?}): {argument}", statement.quotation).unwrap();
        for span in &statement.spans {
            writeln!(shown, "  > {}", words(*span)).unwrap();
        }
        let quoted = |span: Option<_>| span.map_or("-", words);
        let [source, cue, role] = [statement.source, statement.cue, statement.role].map(quoted);
        writeln!(shown, "  source {source} | cue {cue} | role {role}").unwrap();
        for component in statement.components.iter().filter(|c| c.kind == ComponentKind::Premise) {
            writeln!(shown, "  premise {}", words(component.span)).unwrap();
        }
        for why in &statement.why {
            if why.of == Inference::Side {
                writeln!(shown, "  {} {}: {}", why.weight, why.rule, quoted(why.words)).unwrap();
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

#[test]
fn an_editor_changes_drops_and_adds() {
    let text = " date 2021-03-04 “Trams that run all night are loud,” said Ada Quill. “Never again,” said Bo Linden.\n\n\
                Nobody at the depot was asked.";
    let sidecar = "[[change]]\nwords = \"Trams that run\"\nspeaker = \"the Transit\"\nside = \"quiet\"\nthemes = []\n\
                   reason = \"see the minutes\"\n\
                   [[drop]]\nwords = \"Never again\"\nreason = \"a joke\"\n\
                   [[add]]\nwords = \"Nobody at the\\n depot was asked\"\nspeaker = \"Ada Quill\"\nside = \"trams\"\n\
                   reason = \"her words\"\n";
    let files = [SourceFile { name: "a.txt", bytes: text.as_bytes() }];
    let mined = mine(debate(), &files, &[SourceFile { name: "a.toml", bytes: sidecar.as_bytes() }]);
    assert_eq!(mined.diagnostics, []);
    let corpus = mined.corpus.unwrap();
    assert_eq!(corpus.check(), []);
    let found: Vec<_> = corpus
        .statements
        .iter()
        .map(|one| {
            let side = corpus.position_label(one.position());
            (corpus.speaker_of(one).unwrap().name.as_str(), side, one.edits.len(), one.themes.len())
        })
        .collect();
    assert_eq!(found, [("Ferry Transit", "For quiet nights", 3, 0), ("Ada Quill", "For night trams", 1, 0)]);
}

#[test]
fn corrections_that_cannot_be_used_are_errors() {
    let text = " date 2021-03-04 “Trams are loud,” said Ada Quill. “Trams are late,” said Bo Linden.";
    let change = |more: &str| format!("[[change]]\nreason = \"r\"\n{more}\n");
    for (sidecar, expected) in [
        (change("words = \"Ferries\"\nside = \"quiet\""), "a.toml:3: error: no statement has these words"),
        (change("words = \"Trams are\"\nside = \"quiet\""), "a.toml:3: error: more than one statement"),
        (change("words = \"late\"\nside = \"up\""), "a.toml:4: error: there is no side `up`"),
        (change("words = \"late\""), "a.toml:1: error: this entry changes nothing"),
        (change("words = \"late\"\nhue = 1"), "a.toml:4: error: unknown key `hue`"),
        (change("words = \"late\"\nside = \"quiet\"").repeat(2), "a.toml:5: error: `side` of this statement"),
        (
            change("words = \"late\"\nside = \"quiet\"\n[[drop]]\nwords = \"late\"\nreason = \"r\""),
            "a.toml:1: error: this statement is dropped on line 5",
        ),
        ("[[drop]]\nwords = \"late\"".into(), "a.toml:1: error: the key `reason` is missing"),
        (
            "[[add]]\nwords = \"are late\"\nspeaker = \"Bo\"\nreason = \"r\"".into(),
            "a.toml:2: error: it overlaps the statement that starts with \"Trams are late,\"",
        ),
    ] {
        let files = [SourceFile { name: "a.txt", bytes: text.as_bytes() }];
        let mined = mine(debate(), &files, &[SourceFile { name: "a.toml", bytes: sidecar.as_bytes() }]);
        let shown = lines(&mined.diagnostics);
        assert!(shown.contains(expected), "{expected}: {shown}");
        let corpus = mined.corpus.unwrap();
        assert_eq!(corpus.check(), []);
        assert!(corpus.statements.iter().filter(|one| !one.edits.is_empty()).count() <= 1, "only the first was used");
    }
    let invalid = change("words = \"late\"\nspeaker = \"Bo\"\nside = \"up\"");
    let files = [SourceFile { name: "a.txt", bytes: text.as_bytes() }];
    let mined = mine(debate(), &files, &[SourceFile { name: "a.toml", bytes: invalid.as_bytes() }]);
    assert_eq!(mined.corpus, mine(debate(), &files, &[]).corpus, "an entry with an error corrects nothing");
    let orphan = mine(debate(), &[], &[SourceFile { name: "b.toml", bytes: b"" }]);
    assert!(lines(&orphan.diagnostics).starts_with("b.toml:1: error: these corrections are beside no article"));
    let article = SourceFile { name: "a.txt", bytes: b" date 2021-03-04 Trams." };
    let twins = mine(debate(), &[article], &[SourceFile { name: "a.toml", bytes: b"" }; 2]);
    assert!(lines(&twins.diagnostics).contains("a.toml:1: error: an article's corrections are in one file"));
}
