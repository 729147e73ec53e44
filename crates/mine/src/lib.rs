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
//! | `correct`   | what an editor changed, dropped and added, from the sidecar beside an article |
//! | `relate`    | which argument supports or attacks which, and how we know         |
//!
//! `cues` and `table` serve `debate`, `source` serves `attribute`, `names` serves `resolve`; `merge` makes one corpus of
//! what was found in each article.
//!
//! Nothing in the code knows what a debate is about: that is data in `debate.toml`. What the code does know, the words
//! with which English-language news reports speech, is in `vocabulary`.

mod attribute;
mod author;
mod correct;
mod cues;
mod debate;
mod diagnostic;
mod id;
mod learned;
mod lex;
mod merge;
mod names;
mod read;
mod relate;
mod resolve;
mod source;
mod table;
mod vocabulary;
mod weigh;

use std::collections::BTreeMap;

use corpus::{Corpus, Span};

use correct::Corrections;
pub use correct::review;
use debate::Known;
use diagnostic::Problems;
pub use diagnostic::{Diagnostic, Severity};
pub use learned::training;

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
    /// The problems of every file: the debate's first, then the articles' in the order in which they were handed in,
    /// each followed by those of its corrections; last, corrections without an article.
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
    let attribution = |found: attribute::Relation| found.attribution(text, &lexed.tokens);
    let rules = attribute::relations(&lexed, &attribute::attribute(&lexed));
    learned::relations(&lexed, &rules).into_iter().map(attribution).collect()
}

/// Makes a corpus of a debate, its articles and the corrections of an editor: `NAME.toml` corrects `NAME.txt`. Several
/// articles at a time where there are several processors.
pub fn mine<'a>(debate: SourceFile<'a>, articles: &[SourceFile<'a>], sidecars: &[SourceFile<'_>]) -> Mined<'a> {
    // In a browser, where there is no answer, the articles are read one after the other.
    mine_on(std::thread::available_parallelism().map_or(1, usize::from), debate, articles, sidecars)
}

/// The same on at most so many threads: scoped ones of the standard library, for articles need nothing of each other
/// and are even enough to be dealt out beforehand.
fn mine_on<'a>(
    threads: usize,
    debate: SourceFile<'a>,
    articles: &[SourceFile<'a>],
    sidecars: &[SourceFile<'_>],
) -> Mined<'a> {
    let mut problems = Problems::of(debate.name);
    let known = debate::read(debate.bytes, &mut problems);
    let mut diagnostics = problems.into_vec();
    let mut first_with: BTreeMap<String, &str> = BTreeMap::new();
    let mut found: Vec<(Job<'a, '_>, Option<Outcome<'a>>)> = Vec::new();
    for file in articles {
        let id = merge::article_id(file.name);
        let twin = first_with.get(&id).copied();
        first_with.entry(id.clone()).or_insert(file.name);
        let sidecar = sidecars.iter().find(|sidecar| stem(sidecar.name) == stem(file.name)).copied();
        let corrected = known.as_ref().zip(sidecar);
        found.push((Job { file: *file, id, twin, corrected }, None));
    }
    let share = articles.len().div_ceil(threads.max(1)).max(1);
    if articles.len() > share {
        std::thread::scope(|scope| {
            for part in found.chunks_mut(share) {
                let work = move || part.iter_mut().for_each(|(job, outcome)| *outcome = Some(job.run()));
                // What a thread that the system refuses would have done is done below.
                let _ = std::thread::Builder::new().spawn_scoped(scope, work);
            }
        });
    }
    let mut usable = Vec::new();
    for (job, outcome) in found {
        let (mined, problems) = outcome.unwrap_or_else(|| job.run());
        usable.extend(mined);
        diagnostics.extend(problems);
    }
    for (n, sidecar) in sidecars.iter().enumerate() {
        let beside = stem(sidecar.name);
        let mut problems = Problems::of(sidecar.name);
        if !articles.iter().any(|file| stem(file.name) == beside) {
            let remedy = format!("call it as the article is called, or put {beside}.txt beside it");
            problems.error(1, "these corrections are beside no article", remedy);
        } else if sidecars[..n].iter().any(|earlier| stem(earlier.name) == beside) {
            problems.error(1, "an article's corrections are in one file, and this is a second", "put them together");
        }
        diagnostics.extend(problems.into_vec());
    }
    Mined { corpus: known.map(|known| merge::corpus(known, usable)), diagnostics }
}

/// An article to be read.
struct Job<'a, 'j> {
    file: SourceFile<'a>,
    id: String,
    /// The first file with the same id, if there is one.
    twin: Option<&'a str>,
    /// The file of its corrections, if there is one, and what they can name.
    corrected: Option<(&'j Known, SourceFile<'j>)>,
}

/// What the stages that look at one article alone make of it, where it can be used, and its problems.
type Outcome<'a> = (Option<merge::Mined<'a>>, Vec<Diagnostic>);

impl<'a> Job<'a, '_> {
    fn run(&self) -> Outcome<'a> {
        let Self { file, id, twin, corrected } = self;
        let mut problems = Problems::of(file.name);
        if let Some(first) = twin {
            let problem = format!("the article's id `{id}` is that of {first} too");
            problems.error(1, problem, "rename one of the files: the id is the name without its ending");
        }
        let read = read::read(file.bytes, &mut problems);
        let lexed = lex::lex(read.text, &read.paragraphs);
        let mut said = attribute::attribute(&lexed);
        let further = learned::further(&lexed, &attribute::relations(&lexed, &said));
        attribute::complete(&lexed, further, &mut said);
        merge::warn(&read, &lexed, &said, &mut problems);
        said.extend(author::statements(&lexed, &said));
        let usable = read.date.filter(|_| !problems.has_errors());
        let mut problems = problems.into_vec();
        let mined = usable.map(|date| {
            let corrections = Corrections::default();
            let mut mined = merge::Mined { id: id.clone(), file: file.name, date, read, lexed, said, corrections };
            if let Some((known, sidecar)) = corrected {
                problems.extend(mined.correct(*sidecar, known));
            }
            mined
        });
        (mined, problems)
    }
}

/// A file's name without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_threads_changes_nothing() {
        let debate = SourceFile { name: "debate.toml", bytes: include_bytes!("../tests/debate.toml") };
        let files: Vec<(String, String)> = (0..7)
            .map(|n| {
                let text = format!(" date 2021-03-0{n} “Trams are {n} times too loud,” said Ann Ray{n}. “So");
                (format!("{}.txt", n % 5), text)
            })
            .collect();
        let articles: Vec<SourceFile<'_>> =
            files.iter().map(|(name, text)| SourceFile { name, bytes: text.as_bytes() }).collect();
        let alone = mine_on(1, debate, &articles, &[]);
        let errors = alone.diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
        assert_eq!(errors, 3, "an impossible day and two twins: {:?}", alone.diagnostics);
        assert_eq!(alone.corpus.as_ref().map(|corpus| corpus.statements.len()), Some(4));
        for threads in [0, 2, 3, 7, 50] {
            assert_eq!(mine_on(threads, debate, &articles, &[]), alone, "{threads} threads");
        }
    }
}
