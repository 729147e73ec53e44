//! From article files and a debate to a corpus of statements: who is reported to say what, on which side, and why we
//! think so.
//!
//! The stages run one after the other, each on what the one before it made, and none of them can fail: problems of the
//! input are collected as [`Diagnostic`]s and the caller decides what is fatal. Everything here is pure (no files, no
//! clock, no network), so that the same code runs in a build and in a browser.
//!
//! | stage       | what it makes                                                    |
//! |-------------|------------------------------------------------------------------|
//! | `debate`    | sides, themes, actors and their cues, from `debate.toml`         |
//! | `read`      | date, metadata and paragraphs of an article                      |
//! | `lex`       | words, quotations and sentences of the paragraphs                |
//! | `attribute` | who is said to have said what: spans, source, cue                |
//! | `author`    | what the author argues in his own voice                          |
//! | `resolve`   | whom a source names: full names, roles, pronouns                 |
//! | `weigh`     | argument or not, claims and premises, side, themes, with evidence |
//!
//! `cues` and `table` serve `debate`, `source` serves `attribute`, `names` serves `resolve`; `merge` makes one corpus of
//! what was found in each article.
//!
//! Nothing in the code knows what a debate is about: that is data in `debate.toml`. What the code does know, the words
//! with which English-language news reports speech, is in `vocabulary`.

mod attribute;
mod author;
mod cues;
mod debate;
mod diagnostic;
mod id;
mod lex;
mod merge;
mod names;
mod read;
mod resolve;
mod source;
mod table;
mod vocabulary;
mod weigh;

use std::collections::BTreeMap;
use std::ops::Range;

use corpus::{Corpus, Span};

use diagnostic::Problems;
pub use diagnostic::{Diagnostic, Severity};

/// A file as read from the folder of seeds.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    /// The file's name without its folder, as diagnostics show it and `Article.file` keeps it.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// What was made of the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mined<'a> {
    /// Everything that could be used: articles with errors are left out. None where the debate itself is unusable.
    pub corpus: Option<Corpus<'a>>,
    /// The problems of every file: the debate's first, then the articles' in the order in which they were handed in.
    pub diagnostics: Vec<Diagnostic>,
}

/// Who is said to have said what, before anything is made of it: an attribution relation (Pareti 2016).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The words that name who speaks, the whole noun phrase: with article, title and apposition.
    pub source: Option<Span>,
    /// The reporting words, with auxiliaries and adverbs.
    pub cue: Option<Span>,
    /// What is said, in order, with the "that" of a clause.
    pub content: Vec<Span>,
}

/// The attributions of a text, in order. The text is taken as it is: no header, no debate, nothing judged. Spans are byte
/// ranges of it.
pub fn attributions(text: &str) -> Vec<Attribution> {
    let lexed = lex::lex(text, &read::paragraphs(text, 0));
    let span = |range: &Range<usize>| attribute::span(&lexed.tokens, range);
    let attribution = |found: attribute::Relation| Attribution {
        source: found.source.as_ref().map(span),
        cue: found.cue.as_ref().map(span),
        content: found.content.iter().map(span).collect(),
    };
    attribute::relations(&lexed, &attribute::attribute(&lexed)).into_iter().map(attribution).collect()
}

/// Makes a corpus of a debate and its articles.
pub fn mine<'a>(debate: SourceFile<'a>, articles: &[SourceFile<'a>]) -> Mined<'a> {
    let mut problems = Problems::of(debate.name);
    let known = debate::read(debate.bytes, &mut problems);
    let mut diagnostics = problems.into_vec();
    let mut first_with: BTreeMap<String, &str> = BTreeMap::new();
    let mut usable = Vec::new();
    for file in articles {
        let mut problems = Problems::of(file.name);
        let id = merge::article_id(file.name);
        if let Some(first) = first_with.get(&id) {
            let problem = format!("the article's id `{id}` is that of {first} too");
            problems.error(1, problem, "rename one of the files: the id is the name without its ending");
        } else {
            first_with.insert(id.clone(), file.name);
        }
        let read = read::read(file.bytes, &mut problems);
        let lexed = lex::lex(read.text, &read.paragraphs);
        let mut said = attribute::attribute(&lexed);
        merge::warn(&read, &lexed, &said, &mut problems);
        said.extend(author::statements(&lexed, &said));
        if !problems.has_errors()
            && let Some(date) = read.date
        {
            usable.push(merge::Mined { id, file: file.name, date, read, lexed, said });
        }
        diagnostics.extend(problems.into_vec());
    }
    Mined { corpus: known.map(|known| merge::corpus(known, usable)), diagnostics }
}
