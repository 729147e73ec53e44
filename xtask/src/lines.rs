//! `mine --lines`: a filter of JSON lines, for engines that give each of many machines some of the lines.
//!
//! An article comes in on a line, what is found in it goes out on one. Each article is mined on its own, so that neither order nor the
//! company of others changes what is said of it: speakers are not merged over articles, and only relations inside an article are found.
//! What is wrong with a line is said in its place, for an engine keeps what is printed, not what is complained about.

use std::io::{BufRead, ErrorKind, Write, stdin, stdout};
use std::path::Path;

use ::mine::{Severity, SourceFile};
use anyhow::{Context, Result};
use corpus::Corpus;
use export::{Format, Selection, pieces};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::seeds;

/// An article on its way in.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    /// The name of its file, which ends in `.txt`.
    file: String,
    /// What stands in the file.
    text: String,
    /// What stands in the file of corrections beside it.
    corrections: Option<String>,
}

pub(crate) fn run(folder: Option<&Path>) -> Result<()> {
    let path = seeds::folder(folder)?.join("debate.toml");
    let debate = std::fs::read(&path).with_context(|| {
        format!("{} cannot be read; describe the debate there, or name its folder with --seeds", path.display())
    })?;
    let (mut input, mut out) = (stdin().lock(), stdout().lock());
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        if !line.trim_ascii().is_empty() {
            match writeln!(out, "{}", found(&debate, &line)) {
                Err(error) if error.kind() == ErrorKind::BrokenPipe => break, // a reader like `head` may have seen enough
                written => written?,
            }
        }
        line.clear();
    }
    Ok(())
}

/// What goes out for a line: statements as in the export, and what is wrong or odd.
fn found(debate: &[u8], line: &[u8]) -> Value {
    let Line { file, text, corrections } = match serde_json::from_slice(line) {
        Ok(line) => line,
        Err(error) => {
            let problem = json!({ "severity": "error", "problem": error.to_string() });
            return json!({ "file": null, "statements": [], "problems": [problem] });
        }
    };
    let sidecar = format!("{}.toml", file.strip_suffix(".txt").unwrap_or(&file));
    let article = SourceFile { name: &file, bytes: text.as_bytes() };
    let sidecars: Vec<SourceFile<'_>> =
        corrections.iter().map(|text| SourceFile { name: &sidecar, bytes: text.as_bytes() }).collect();
    let mined = ::mine::mine(SourceFile { name: "debate.toml", bytes: debate }, &[article], &sidecars);
    let problems: Vec<Value> = mined
        .diagnostics
        .iter()
        .map(|diagnostic| {
            let severity = if diagnostic.severity == Severity::Error { "error" } else { "warning" };
            json!({ "severity": severity, "problem": diagnostic.to_string() })
        })
        .collect();
    let statements = mined.corpus.as_ref().map(statements).unwrap_or_default();
    json!({ "file": file, "statements": statements, "problems": problems })
}

/// The statements of a corpus of one article.
fn statements(corpus: &Corpus<'_>) -> Vec<Value> {
    // All words of what was just mined are here, and a piece of JSON Lines is an object.
    let Ok(selection) = Selection::whole(corpus, "") else { return Vec::new() };
    pieces(Format::JsonLines, &selection).filter_map(|piece| serde_json::from_str(&piece).ok()).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    const DEBATE: &[u8] = include_bytes!("../../tests/corpora/lights/debate.toml");
    const ARTICLE: &str = include_str!("../../tests/corpora/lights/2021-03-04-lamps.txt");

    fn line(file: &str, text: &str) -> Vec<u8> {
        json!({ "file": file, "text": text }).to_string().into_bytes()
    }

    #[test]
    fn an_article_is_answered_with_its_statements() {
        let found = found(DEBATE, &line("2021-03-04-lamps.txt", ARTICLE));
        assert_eq!((&found["file"], &found["problems"]), (&json!("2021-03-04-lamps.txt"), &json!([])));
        let statements = found["statements"].as_array().unwrap();
        assert!(statements.iter().any(|statement| statement["speaker"]["name"] == "Otto Fink"));
        assert!(statements.iter().all(|statement| statement["article"]["id"] == "2021-03-04-lamps"));
    }

    #[test]
    fn corrections_are_made() {
        let corrections = "[[drop]]\nwords = \"Lamps harm birds\"\nreason = \"so\"";
        let with = json!({ "file": "a.txt", "text": ARTICLE, "corrections": corrections }).to_string().into_bytes();
        let count = |found: Value| found["statements"].as_array().unwrap().len();
        assert_eq!(count(found(DEBATE, &with)) + 1, count(found(DEBATE, &line("a.txt", ARTICLE))));
    }

    #[test]
    fn what_is_wrong_is_said_in_its_place() {
        for (wrong, problem) in [
            (b"no JSON".to_vec(), "expected"),
            (b"{\"file\": \"a.txt\"}".to_vec(), "missing field `text`"),
            (b"{\"file\": \"a.txt\", \"text\": \"\xff\"}".to_vec(), "unicode"),
            (line("a.txt", "no date"), "date"),
            (line("a.txt", ""), "empty"),
        ] {
            let found = found(DEBATE, &wrong);
            assert_eq!(found["statements"], json!([]), "{found}");
            assert!(found["problems"][0]["problem"].as_str().unwrap().contains(problem), "{found}");
            assert_eq!(found["problems"][0]["severity"], "error");
        }
    }
}
