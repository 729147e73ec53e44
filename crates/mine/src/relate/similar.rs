//! Arguments that share a theme and rare words. Of two sides, the later one answers the earlier one; of one side, the later
//! one says it again.

use std::cmp::Reverse;

use corpus::{Basis, Corpus, Relation, RelationKind, Statement, StatementIx, Text};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::cues;
use crate::deal::deal;
use crate::lex::lower;
use crate::vocabulary as words;

/// The least share of common words, in percent, that makes two arguments of one article a pair. Chosen by reading every
/// pair of eleven articles: from here on most read as an answer, below chance decides.
const THRESHOLD: u32 = 14;

/// The same of two articles: there are so many more such pairs that chance makes likelier ones. Chosen by reading the
/// pairs of 27 articles.
const ELSEWHERE: u32 = 24;

/// The same of two arguments of one side, to say that the later one rephrases the earlier one. Chosen by reading every pair
/// from 24 on, of 27 background reports, whose words are as far from each other as those of one writer can be, and of 16
/// news articles, which tell of the same events: from here on all twelve say the same. Down to 28 another eight would be
/// found, of which two do not, and whoever counts how often an argument is made had better count too few.
const REPHRASED: u32 = 34;

/// Words that two arguments of one side must have in common: they speak of the same things anyway, and of the pairs with
/// two words most were chance ("protection" for "users").
const SHARED_ON_A_SIDE: u32 = 3;

/// Unless they have next to no others: the same short sentence told twice.
const SAME: u32 = 90;

/// Words that two arguments must have in common: one word is a coincidence.
const SHARED: u32 = 2;

/// How many pairs an argument takes part in at most: as many as a reader will look at.
const MOST: u8 = 3;

/// How many earlier arguments with the same word are looked at, the latest first. It bounds the work on each argument,
/// however large the corpus; an answer mostly follows soon.
const LOOK_BACK: usize = 64;

/// Shorter words (in characters) are mostly grammar.
const SHORTEST: usize = 4;

/// The stems of an article's arguments.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Rows<'a> {
    /// Each once.
    #[serde(borrow)]
    stems: Vec<Text<'a>>,
    /// For each statement its places in `stems`, each once; none where it is no argument or takes no side.
    rows: Vec<Vec<u32>>,
}

impl Rows<'_> {
    /// Of the longer words of statements.
    pub(super) fn of(statements: &[Statement<'_>], text: &str) -> Self {
        let mut places: FxHashMap<String, u32> = FxHashMap::default();
        let mut stems = Vec::new();
        let rows = statements.iter().map(|statement| {
            let spans = statement.spans.iter().filter(|_| statement.argument && statement.side.is_some());
            let words = spans.filter_map(|span| span.of(text)).flat_map(|words| words.split(|c: char| !is_of_word(c)));
            let mut row: Vec<u32> = Vec::new();
            for word in words.filter(|word| word.chars().nth(SHORTEST - 1).is_some() && !is_grammar(word)) {
                let stem = cues::stem(word);
                let place = places.get(&stem).copied().or_else(|| {
                    let next = u32::try_from(stems.len()).ok()?;
                    stems.push(stem.clone().into());
                    places.insert(stem, next);
                    Some(next)
                });
                row.extend(place);
            }
            row.sort_unstable();
            row.dedup();
            row
        });
        let rows = rows.collect();
        Self { stems, rows }
    }
}

/// How many arguments a thread compares with earlier ones before it asks for more: enough that setting out costs nothing.
const BATCH: usize = 1024;

/// The pairs among the arguments of a corpus, whose articles' stems are in the same order, on at most so many threads.
pub(super) fn similar(corpus: &Corpus<'_>, rows: &[&Rows<'_>], threads: usize) -> Vec<Relation> {
    let Numbered { rows, arguments } = Numbered::of(rows);
    let rows = rows.get(..corpus.statements.len()).unwrap_or(&rows);
    let count = rows.iter().filter(|row| !row.is_empty()).count();
    // One more than the logarithm of how rare it is: also in a corpus of two arguments a word counts.
    let weight: Vec<u32> = arguments.iter().map(|those| 1 + (count / those.len().max(1)).max(1).ilog2()).collect();
    let total: Vec<u32> = rows.iter().map(|row| row.iter().map(|stem| weight[*stem]).sum()).collect();
    let batch = |n: usize| {
        let mut pairs: Vec<(u32, usize, usize, RelationKind)> = Vec::new();
        // How many words each argument has in common with the one at hand, and what they weigh; and which have any.
        let mut common: Vec<(u32, u32)> = vec![(0, 0); rows.len()];
        let mut met: Vec<usize> = Vec::new();
        for from in n * BATCH..rows.len().min((n + 1) * BATCH) {
            for stem in &rows[from] {
                let those = &arguments[*stem];
                let before = &those[..those.partition_point(|to| *to < from)];
                for to in before.iter().rev().take(LOOK_BACK) {
                    let (words, weighed) = &mut common[*to];
                    if *words == 0 {
                        met.push(*to);
                    }
                    *words += 1;
                    *weighed += weight[*stem];
                }
            }
            for to in met.drain(..) {
                let (words, weighed) = std::mem::take(&mut common[to]);
                let score = 200 * weighed / (total[from] + total[to]).max(1);
                // Of nearly all: that they fail whatever they are costs less to see than what they are.
                if score < THRESHOLD.min(ELSEWHERE).min(REPHRASED) || words < SHARED.min(SHARED_ON_A_SIDE) {
                    continue;
                }
                let near = corpus.statements[from].article == corpus.statements[to].article;
                let least = |kind| match kind {
                    RelationKind::Rephrases => REPHRASED,
                    _ if near => THRESHOLD,
                    _ => ELSEWHERE,
                };
                let shared = |kind| match kind {
                    RelationKind::Rephrases if score < SAME => SHARED_ON_A_SIDE,
                    _ => SHARED,
                };
                let kind = kind(corpus, from, to).filter(|kind| score >= least(*kind) && words >= shared(*kind));
                pairs.extend(kind.map(|kind| (score, from, to, kind)));
            }
        }
        pairs
    };
    let mut pairs: Vec<_> = deal(threads, rows.len().div_ceil(BATCH), batch).into_iter().flatten().collect();
    pairs.sort_by_key(|(score, from, to, _)| (Reverse(*score), *from, *to));
    let mut taken = vec![[0; 2]; rows.len()];
    pairs.retain(|(_, from, to, kind)| {
        let rephrases = *kind == RelationKind::Rephrases;
        let of = usize::from(rephrases);
        // However often an argument is made again, each time hangs together with an earlier one.
        let free = taken[*from][of] < MOST && (rephrases || taken[*to][of] < MOST);
        if free {
            taken[*from][of] += 1;
            taken[*to][of] += u8::from(!rephrases);
        }
        free
    });
    let relation = |(score, from, to, kind): (u32, usize, usize, RelationKind)| Relation {
        from: StatementIx::new(from),
        to: StatementIx::new(to),
        kind,
        basis: Basis::Similar(u8::try_from(score.min(100)).unwrap_or(100)),
    };
    pairs.into_iter().map(relation).collect()
}

/// What one argument does to an earlier one if their words are similar: nothing unless they share a theme, and nothing to
/// one whose words are a part of it.
fn kind(corpus: &Corpus<'_>, from: usize, to: usize) -> Option<RelationKind> {
    let (from, to) = (&corpus.statements[from], &corpus.statements[to]);
    let overlap = || from.spans.iter().any(|span| to.spans.iter().any(|other| span.overlaps(*other)));
    if !from.themes.iter().any(|theme| to.themes.contains(theme)) {
        None
    } else if from.side != to.side {
        Some(RelationKind::Attacks)
    } else {
        (from.article != to.article || !overlap()).then_some(RelationKind::Rephrases)
    }
}

/// The stems of all articles as numbers.
struct Numbered {
    /// For each statement its stems.
    rows: Vec<Vec<usize>>,
    /// By stem: the statements that have it, in order.
    arguments: Vec<Vec<usize>>,
}

impl Numbered {
    fn of(articles: &[&Rows<'_>]) -> Self {
        let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
        let mut rows: Vec<Vec<usize>> = Vec::new();
        let mut arguments: Vec<Vec<usize>> = Vec::new();
        for article in articles {
            let number = |stem| {
                let next = numbers.len();
                *numbers.entry(stem).or_insert(next)
            };
            let here: Vec<usize> = article.stems.iter().map(Text::as_str).map(number).collect();
            arguments.resize(numbers.len(), Vec::new());
            for row in &article.rows {
                let row: Vec<usize> = row.iter().filter_map(|stem| here.get(*stem as usize).copied()).collect();
                row.iter().for_each(|stem| arguments[*stem].push(rows.len()));
                rows.push(row);
            }
        }
        Self { rows, arguments }
    }
}

/// Whether a word says how others hang together, or that something is said, and not what.
fn is_grammar(word: &str) -> bool {
    const LISTS: [words::List; 6] = [
        words::AUXILIARIES,
        words::CLAUSE_STARTS,
        words::CLAUSE_SUBJECTS,
        words::DETERMINERS,
        words::PREPOSITIONS,
        words::STARTERS,
    ];
    let known = words::known(&lower(word));
    !known.cues.is_empty() || LISTS.iter().any(|list| known.lists.has(*list))
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '\'' | '’')
}
