//! `mine`: what is found in articles, to read (with the evidence), as JSON to measure or as corrections to be filled in.
//! Errors of the articles go to standard error.

use std::fmt::Write as _;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use ::mine::{Severity, SourceFile};
use anyhow::{Context, Result, bail};
use corpus::{
    Article, ArticleIx, Basis, ComponentKind, Corpus, Edited, Evidence, Inference, Relation, RelationKind, Span,
    SpeakerKind, Statement, StatementIx,
};
use serde_json::{Value, json};

use export::CodePoints;

use crate::args::{Form, MineOptions};
use crate::seeds::{self, printable};

pub(crate) fn run(options: &MineOptions) -> Result<()> {
    let files: Vec<(String, Vec<u8>)> = options.files.iter().map(|path| read(path)).collect::<Result<_>>()?;
    if options.form == Form::Attributions {
        return print(&attributions_json(&files)?);
    }
    let debate = seeds::folder(options.seeds.as_deref())?.join("debate.toml");
    let debate = std::fs::read(&debate).with_context(|| {
        format!("{} cannot be read; describe the debate there, or name its folder with --seeds", debate.display())
    })?;
    let sources: Vec<SourceFile<'_>> = files.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();

    let beside: Vec<PathBuf> = options.files.iter().filter_map(|path| sidecar(path)).collect();
    let beside: Vec<(String, Vec<u8>)> = beside.iter().map(|path| read(path)).collect::<Result<_>>()?;
    let sidecars: Vec<SourceFile<'_>> = beside.iter().map(|(name, bytes)| SourceFile { name, bytes }).collect();

    let mined = ::mine::mine(SourceFile { name: "debate.toml", bytes: &debate }, &sources, &sidecars);
    for diagnostic in &mined.diagnostics {
        eprintln!("{}", printable(&diagnostic.to_string()));
    }
    let mut output = String::new();
    for found in mined.corpus.iter().flat_map(|corpus| files.iter().filter_map(|(name, _)| Found::new(corpus, name))) {
        output += &match options.form {
            Form::Json => format!("{}\n", found.json()),
            Form::Review => ::mine::review(found.corpus, found.ix),
            Form::Text | Form::Attributions | Form::Lines => found.text(),
        };
    }
    print(&output)?;
    match mined.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count() {
        0 => Ok(()),
        1 => bail!("there is an error in the input"),
        n => bail!("there are {n} errors in the input"),
    }
}

fn print(output: &str) -> Result<()> {
    match std::io::stdout().write_all(output.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()), // a reader like `head` may have seen enough
    }
}

/// The attributions of texts as they are, as JSON lines: source, cue and content as lists of code point offsets, the form
/// that the scorer of PolNeAR reads.
pub(crate) fn attributions_json(files: &[(String, Vec<u8>)]) -> Result<String> {
    let mut lines = String::new();
    for (name, bytes) in files {
        let text = std::str::from_utf8(bytes).with_context(|| format!("{name} is not UTF-8"))?;
        let table = CodePoints::of(text);
        let attributions = ::mine::attributions(text);
        let role = |spans: &[Span]| spans.iter().map(|span| table.span(*span)).collect::<Vec<_>>();
        let relation = |found: &::mine::Attribution| {
            let (source, cue) = (found.source.as_slice(), found.cue.as_slice());
            json!({ "source": role(source), "cue": role(cue), "content": role(&found.content) })
        };
        let attributions: Vec<Value> = attributions.iter().map(relation).collect();
        let _ = writeln!(lines, "{}", json!({ "file": name, "attributions": attributions })); // to a string: cannot fail
    }
    Ok(lines)
}

/// The corrections beside an article, if there are any.
fn sidecar(article: &Path) -> Option<PathBuf> {
    let path = article.with_extension("toml");
    (path != article && path.file_name()? != "debate.toml" && path.exists()).then_some(path)
}

/// The JSON lines of articles, each mined on its own and without corrections, for the debate of a folder. Errors of the
/// articles leave them out.
pub(crate) fn json_of_each(folder: &Path, articles: &[PathBuf]) -> Result<String> {
    let debate = std::fs::read(folder.join("debate.toml"))?;
    let mut lines = String::new();
    for path in articles {
        let (name, bytes) = read(path)?;
        let source = SourceFile { name: &name, bytes: &bytes };
        let mined = ::mine::mine(SourceFile { name: "debate.toml", bytes: &debate }, &[source], &[]);
        if let Some(found) = mined.corpus.as_ref().and_then(|corpus| Found::new(corpus, &name)) {
            let _ = writeln!(lines, "{}", found.json()); // to a string: cannot fail
        }
    }
    Ok(lines)
}

/// The name of a file, without its folder, and its bytes.
pub(crate) fn read(path: &Path) -> Result<(String, Vec<u8>)> {
    let bytes = std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let name = path.file_name().and_then(|name| name.to_str());
    Ok((name.with_context(|| format!("the name of {} is not UTF-8", path.display()))?.to_owned(), bytes))
}

/// What was found in one article.
struct Found<'c> {
    corpus: &'c Corpus<'c>,
    ix: ArticleIx,
    article: &'c Article<'c>,
    statements: Vec<&'c Statement<'c>>,
    code_points: CodePoints<'c>,
}

impl<'c> Found<'c> {
    /// None where the article of that name could not be used.
    fn new(corpus: &'c Corpus<'c>, name: &str) -> Option<Self> {
        let n = corpus.articles.iter().position(|article| article.file == *name)?;
        let (ix, article) = (ArticleIx::new(n), &corpus.articles[n]);
        let statements = corpus.statements.iter().filter(|statement| statement.article == ix);
        Some(Self {
            corpus,
            ix,
            article,
            statements: statements.collect(),
            code_points: CodePoints::of(article.text()),
        })
    }

    /// The form that the project's scorer reads. Offsets count Unicode code points of the file.
    fn json(&self) -> Value {
        let statements: Vec<Value> = self.statements.iter().map(|statement| self.statement_json(statement)).collect();
        json!({ "file": self.article.file.as_str(), "statements": statements })
    }

    fn statement_json(&self, statement: &Statement<'_>) -> Value {
        let span = |span: Span| {
            let (start, end) = self.code_points.span(span);
            json!({ "start": start, "end": end, "text": self.article.words(span) })
        };
        let themes = &self.corpus.debate.themes;
        let speaker = self.corpus.speaker_of(statement).map(|speaker| match speaker.kind {
            SpeakerKind::Author => "AUTHOR", // what annotators call whoever wrote the article
            _ => speaker.name.as_str(),
        });
        let side =
            statement.argument.then(|| statement.side.map_or("neither", |ix| &self.corpus.debate.sides[ix.get()].id));
        json!({
            "spans": statement.spans.iter().copied().map(span).collect::<Vec<_>>(),
            "kind": statement.quotation.name(),
            "source": statement.source.map(span),
            "cue": statement.cue.map(span),
            "speaker": speaker,
            "role": statement.role.map(|role| self.article.words(role)),
            "argument": statement.argument,
            "side": side,
            "part": part(statement),
            "themes": statement.themes.iter().map(|ix| themes[ix.get()].id.as_str()).collect::<Vec<_>>(),
        })
    }

    /// Every statement with what was inferred about it and from what.
    fn text(&self) -> String {
        let mut text = String::new();
        let Article { file, date, .. } = self.article;
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{file}, {}: {} statements\n", date, self.statements.len());
        for statement in &self.statements {
            self.statement_text(statement, &mut text);
        }
        text.split_inclusive('\n').flat_map(|line| [printable(line.trim_end_matches('\n')), "\n".into()]).collect()
    }

    fn statement_text(&self, statement: &Statement<'_>, text: &mut String) {
        let spans: Vec<String> = statement.spans.iter().map(|span| self.words(*span)).collect();
        let speaker = self.corpus.speaker_of(statement).map_or("speaker unknown", |speaker| speaker.name.as_str());
        let role = statement.role.map(|role| format!(", {}", self.words(role))).unwrap_or_default();
        let place = match part(statement) {
            Some(part) => {
                format!("{part}, {}", self.corpus.side(statement.position()).map_or("neither side", |side| &side.label))
            }
            None => "no argument".into(),
        };
        let _ = writeln!(text, "  {}", spans.join(" […] "));
        let _ = writeln!(text, "    {speaker}{role} ({}; {place})", statement.quotation.name());
        for edit in &statement.edits {
            let of = match edit.of {
                Edited::Statement => "statement",
                Edited::Speaker => "speaker",
                Edited::Argument => "argument",
                Edited::Side => "side",
                Edited::Themes => "themes",
            };
            let _ = writeln!(text, "    - {of}: settled by the editor: {}", edit.reason);
        }
        for evidence in &statement.why {
            let _ = writeln!(text, "    {}", self.evidence_text(evidence));
        }
        for relation in &self.corpus.relations {
            if std::ptr::eq(&self.corpus.statements[relation.from.get()], statement) {
                let _ = writeln!(text, "    {}", self.relation_text(relation));
            }
        }
        text.push('\n');
    }

    /// Words of the article on one line.
    fn words(&self, span: Span) -> String {
        self.article.words(span).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn evidence_text(&self, evidence: &Evidence) -> String {
        let debate = &self.corpus.debate;
        let of = match evidence.of {
            Inference::Speaker => "speaker".into(),
            Inference::Argument => "argument".into(),
            Inference::Side => "side".into(),
            Inference::Component => "claim and premise".into(),
            Inference::Theme(ix) => format!("theme {}", debate.themes[ix.get()].label),
        };
        let mut line = format!("- {of}: {}", evidence.rule.english());
        if let Some(span) = evidence.words {
            let _ = write!(line, " [{}]", self.words(span));
        }
        if let Some(side) = evidence.side {
            let _ = write!(line, " -> {}", debate.sides[side.get()].label);
        }
        if evidence.weight != 0 {
            let _ = write!(line, " ({:+.2})", f32::from(evidence.weight) / 100.0);
        }
        line
    }

    /// What a statement does to another, which may stand in another article, and how we know.
    fn relation_text(&self, relation: &Relation) -> String {
        let verb = match relation.kind {
            RelationKind::Attacks => "answers",
            RelationKind::Supports => "supports",
            RelationKind::Rephrases => "rephrases",
        };
        let basis = match relation.basis {
            Basis::Stated(span) => format!("the article says so [{}]", self.words(span)),
            Basis::Similar(share) => format!("{share}% of their words in common"),
        };
        format!("- {verb} {}: {basis}", self.short(relation.to))
    }

    /// A statement in a few words: speaker, beginning, file.
    fn short(&self, ix: StatementIx) -> String {
        let statement = &self.corpus.statements[ix.get()];
        let article = self.corpus.article_of(statement);
        let speaker = self.corpus.speaker_of(statement).map_or("speaker unknown", |speaker| speaker.name.as_str());
        let words = statement.spans.first().map(|span| article.words(*span)).unwrap_or_default();
        let words: String =
            words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(SNIPPET_LENGTH).collect();
        format!("{speaker} \"{words}\" ({})", article.file)
    }
}

/// So many characters of another statement tell which one is meant.
const SNIPPET_LENGTH: usize = 60;

/// What the components of an argument do between them.
fn part(statement: &Statement<'_>) -> Option<&'static str> {
    let has = |kind| statement.components.iter().any(|component| component.kind == kind);
    match (statement.argument, has(ComponentKind::Claim), has(ComponentKind::Premise)) {
        (false, ..) | (true, false, false) => None,
        (true, true, false) => Some(ComponentKind::Claim.name()),
        (true, false, true) => Some(ComponentKind::Premise.name()),
        (true, true, true) => Some("both"),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    const DEBATE: &[u8] = include_bytes!("../../tests/corpora/lights/debate.toml");
    const ARTICLE: &str = include_str!("../../tests/corpora/lights/2021-03-04-lamps.txt");

    /// What a test finds in the small debate, with this text as its article.
    fn check(text: &str, test: impl Fn(Found<'_>)) {
        let files = [SourceFile { name: "lamps.txt", bytes: text.as_bytes() }];
        let mined = ::mine::mine(SourceFile { name: "debate.toml", bytes: DEBATE }, &files, &[]);
        test(Found::new(&mined.corpus.unwrap(), "lamps.txt").unwrap());
    }

    #[test]
    fn json_is_what_the_scorer_reads() {
        let span = |words: &str| {
            let start = ARTICLE[..ARTICLE.find(words).unwrap()].chars().count();
            json!({ "start": start, "end": start + words.chars().count(), "text": words })
        };
        check(ARTICLE, |found| {
            let json = found.json();
            assert_eq!(json["file"], "lamps.txt");
            let statements = json["statements"].as_array().unwrap();
            let argument = json!({
                "spans": [span("Lamps harm birds and waste energy,"), span("They should go out at midnight.")],
                "kind": "direct",
                "source": span("Otto Fink"),
                "cue": { "start": 272, "end": 276, "text": "said" },
                "speaker": "Otto Fink",
                "role": "a biologist at the Moor Institute",
                "argument": true,
                "side": "dark",
                "part": "both",
                "themes": ["nature", "money"],
            });
            assert!(statements.contains(&argument), "{json:#}");
            // Each field is there where it says nothing, too.
            let none = statements.iter().find(|statement| statement["argument"] == false).unwrap();
            assert_eq!(none.as_object().unwrap().len(), argument.as_object().unwrap().len());
            assert_eq!((&none["side"], &none["part"]), (&Value::Null, &Value::Null));
        });
    }

    #[test]
    fn corrections_are_those_beside_the_article() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/mine/tests");
        assert_eq!(sidecar(&folder.join("ok/corrected.txt")), Some(folder.join("ok/corrected.toml")));
        for without in ["ok/direct.txt", "ok/corrected.toml", "debate.txt"] {
            assert_eq!(sidecar(&folder.join(without)), None, "{without}");
        }
    }

    #[test]
    fn text_says_what_an_editor_settled() {
        let sidecar = b"[[change]]\nwords = \"Lamps harm birds\"\nside = \"sensors\"\nreason = \"so\"";
        let files = [SourceFile { name: "lamps.txt", bytes: ARTICLE.as_bytes() }];
        let sidecars = [SourceFile { name: "lamps.toml", bytes: sidecar }];
        let mined = ::mine::mine(SourceFile { name: "debate.toml", bytes: DEBATE }, &files, &sidecars);
        let text = Found::new(&mined.corpus.unwrap(), "lamps.txt").unwrap().text();
        assert!(text.contains("For sensors)\n    - side: settled by the editor: so\n"), "{text}");
    }

    #[test]
    fn text_is_a_paragraph_a_statement_with_its_evidence() {
        check(ARTICLE, |found| {
            let text = found.text();
            let paragraphs: Vec<&str> = text.split("\n\n").collect();
            assert_eq!(paragraphs[0], format!("lamps.txt, 2021-03-04: {} statements", found.statements.len()));
            assert_eq!(paragraphs.len(), 1 + found.statements.len() + 1, "{text}"); // it ends with an empty line
            let start = "  Lamps harm birds and waste energy, […] They should go out at midnight.\n    \
                         Otto Fink, a biologist at the Moor Institute (direct; both, For darkness)\n    - ";
            let argument = paragraphs.iter().find(|paragraph| paragraph.starts_with(start)).unwrap();
            assert!(argument.contains("[harm birds] -> For darkness (+"), "{argument}");
        });
    }

    #[test]
    fn text_says_what_a_statement_answers() {
        let article = " date 2021-03-04 Otto Fink said that lamps harm birds.\n\n\
                       In response to Fink, Mayor Ann Bell said that lamps deter burglars.";
        check(article, |found| {
            let text = found.text();
            let expected = "    - answers Otto Fink \"lamps harm birds\" (lamps.txt): \
                            the article says so [In response to Fink]\n";
            assert!(text.contains(expected), "{text}");
            assert_eq!(text.matches("- answers").count(), 1, "{text}");
        });
    }

    #[test]
    fn text_shows_control_characters_instead_of_sending_them() {
        let article = ARTICLE.replace("Lamps harm birds", "Lamps harm\u{1b}[31m all\u{9b}2J birds");
        check(&article, |found| {
            let text = found.text();
            assert!(text.contains(r"Lamps harm\u{1b}[31m all\u{9b}2J birds"), "{text}");
            assert!(!text.contains(|character: char| character.is_control() && character != '\n'), "{text:?}");
        });
    }

    #[test]
    fn attributions_are_what_their_scorer_reads() {
        let text = "“Lamps help,” said Ann Bell.";
        let json = attributions_json(&[("a.txt".into(), text.into())]).unwrap();
        let expected = json!({
            "file": "a.txt",
            "attributions": [{ "source": [[19, 27]], "cue": [[14, 18]], "content": [[1, 11]] }],
        });
        assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), expected);
    }
}
