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
//! `cues` and `table` serve `debate`, `source` serves `attribute`, `names` serves `resolve`. Up to `correct` a stage looks
//! at one article alone: `told` runs these, `deal` deals the articles out to threads, `kept` keeps what was made of each
//! for the next run. `merge` makes one corpus of what the articles tell, and `relate` looks at all of them.
//!
//! Nothing in the code knows what a debate is about: that is data in `debate.toml`. What the code does know, the words
//! with which English-language news reports speech, is in `vocabulary`.

mod attribute;
mod author;
mod correct;
mod cues;
mod deal;
mod debate;
mod diagnostic;
mod id;
mod kept;
mod learned;
mod lex;
mod merge;
mod names;
mod read;
mod relate;
mod resolve;
mod source;
mod table;
mod told;
mod vocabulary;
mod weigh;

use std::sync::atomic::{AtomicUsize, Ordering};

use corpus::{Corpus, Span};
use rustc_hash::{FxHashMap, FxHashSet};
use sha2::{Digest, Sha256};

pub use correct::review;
use deal::deal;
use diagnostic::Problems;
pub use diagnostic::{Diagnostic, Severity};
use kept::Kept;
pub use learned::training;
use names::Actors;
use told::{Job, Made};

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
    run(threads(), debate, articles, sidecars, None).mined
}

/// What [`mine_again`] goes by, besides the files.
pub struct Again<'a, 'p> {
    /// What an earlier run gave to be kept, whatever has become of it since; it may be empty. What it has of an article that
    /// is as it was, with its corrections and the debate, is not mined anew.
    pub kept: &'a [u8],
    /// Called with the number of articles that are done each time that one is, on whatever thread.
    pub progress: &'p (dyn Fn(usize) + Sync),
}

/// What a run made that another one can go by.
#[derive(Debug, PartialEq, Eq)]
pub struct Remined<'a> {
    /// What [`mine`] makes of the same files.
    pub mined: Mined<'a>,
    /// What to keep in place of what was kept before: what is of use for these files, and nothing else.
    pub kept: Vec<u8>,
    /// How many articles were mined anew.
    pub anew: usize,
}

/// The same as [`mine`], with what an earlier run made of articles.
pub fn mine_again<'a>(
    debate: SourceFile<'a>,
    articles: &[SourceFile<'a>],
    sidecars: &[SourceFile<'_>],
    again: &Again<'a, '_>,
) -> Remined<'a> {
    run(threads(), debate, articles, sidecars, Some(again))
}

/// As many as there are processors; one in a browser, where there is no answer.
fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn run<'a>(
    threads: usize,
    debate: SourceFile<'a>,
    articles: &[SourceFile<'a>],
    sidecars: &[SourceFile<'_>],
    again: Option<&Again<'a, '_>>,
) -> Remined<'a> {
    let mut problems = Problems::of(debate.name);
    let known = debate::read(debate.bytes, &mut problems);
    let mut diagnostics = problems.into_vec();
    let actors = known.as_ref().map(|known| Actors::new(&known.actors));
    let corrected = known.as_ref().zip(actors.as_ref());

    let jobs = jobs(articles, sidecars, known.is_some());
    let earlier = again.map(|again| Kept::read(again.kept));
    // Without a debate nothing can be used, and there is nothing to keep.
    let keeps = earlier.as_ref().filter(|_| known.is_some());
    let hash: [u8; 32] = Sha256::digest(debate.bytes).into();
    let done = AtomicUsize::new(0);
    let outcomes = deal(threads, jobs.len(), |n| {
        let outcome = match keeps {
            Some(earlier) => jobs[n].kept(earlier, &hash, corrected),
            None => Made { outcome: jobs[n].run(corrected), entry: None, anew: true },
        };
        if let Some(again) = again {
            (again.progress)(done.fetch_add(1, Ordering::Relaxed) + 1);
        }
        outcome
    });
    let anew = outcomes.iter().filter(|made| made.anew).count();
    let kept = kept::write(outcomes.iter().filter_map(|made| made.entry.as_ref()).map(|(key, body)| (*key, &**body)));
    let mut told = Vec::new();
    for (job, made) in jobs.iter().zip(outcomes) {
        // What is told was in the file as text: it can be read as such again.
        told.extend(made.outcome.told.zip(std::str::from_utf8(job.file.bytes).ok()));
        diagnostics.extend(made.outcome.problems);
    }
    drop(actors);
    diagnostics.extend(sidecar_problems(articles, sidecars));
    Remined { mined: Mined { corpus: known.map(|known| merge::corpus(known, told, threads)), diagnostics }, kept, anew }
}

/// The articles, each with the file of its corrections and what has its id already. Without a debate, corrections name
/// nothing that is known.
fn jobs<'a, 's>(articles: &[SourceFile<'a>], sidecars: &[SourceFile<'s>], debate: bool) -> Vec<Job<'a, 's>> {
    let mut beside: FxHashMap<&str, SourceFile<'s>> = FxHashMap::default();
    for sidecar in sidecars.iter().filter(|_| debate) {
        beside.entry(stem(sidecar.name)).or_insert(*sidecar);
    }
    let mut first_with: FxHashMap<String, &str> = FxHashMap::default();
    let job = |file: &SourceFile<'a>| {
        let id = merge::article_id(file.name);
        let twin = first_with.get(&id).copied();
        first_with.entry(id.clone()).or_insert(file.name);
        Job { file: *file, id, twin, sidecar: beside.get(stem(file.name)).copied() }
    };
    articles.iter().map(job).collect()
}

/// What is wrong with where corrections are.
fn sidecar_problems(articles: &[SourceFile<'_>], sidecars: &[SourceFile<'_>]) -> Vec<Diagnostic> {
    let stems: FxHashSet<&str> = articles.iter().map(|file| stem(file.name)).collect();
    let mut earlier = FxHashSet::default();
    let mut found = Vec::new();
    for sidecar in sidecars {
        let beside = stem(sidecar.name);
        let mut problems = Problems::of(sidecar.name);
        if !stems.contains(beside) {
            let remedy = format!("call it as the article is called, or put {beside}.txt beside it");
            problems.error(1, "these corrections are beside no article", remedy);
        } else if !earlier.insert(beside) {
            problems.error(1, "an article's corrections are in one file, and this is a second", "put them together");
        }
        found.extend(problems.into_vec());
    }
    found
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
        let alone = run(1, debate, &articles, &[], None).mined;
        let errors = alone.diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
        assert_eq!(errors, 3, "an impossible day and two twins: {:?}", alone.diagnostics);
        assert_eq!(alone.corpus.as_ref().map(|corpus| corpus.statements.len()), Some(4));
        for threads in [0, 2, 3, 7, 50] {
            assert_eq!(run(threads, debate, &articles, &[], None).mined, alone, "{threads} threads");
        }
    }
}
