//! Arguments of different sides that share a theme and rare words. The later one answers the earlier one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use corpus::{Basis, Corpus, Relation, RelationKind, StatementIx};

use crate::cues;

/// The least share of common words, in percent, that makes two arguments a pair. Chosen by reading every pair of eleven
/// articles: from here on most read as an answer, below chance decides, and from 25 on there is none.
const THRESHOLD: u32 = 14;

/// Words that two arguments must have in common: one word is a coincidence.
const SHARED: u32 = 2;

/// How many pairs an argument takes part in at most: as many as a reader will look at.
const MOST: u8 = 3;

/// How many earlier arguments with the same word are looked at, the latest first. It bounds the work on each argument,
/// however large the corpus; an answer mostly follows soon.
const LOOK_BACK: usize = 64;

/// Shorter words (in characters) are mostly grammar.
const SHORTEST: usize = 4;

pub(super) fn similar(corpus: &Corpus<'_>) -> Vec<Relation> {
    let stems: Vec<BTreeSet<String>> = (0..corpus.statements.len()).map(|n| stems(corpus, n)).collect();
    let mut frequency: BTreeMap<&str, usize> = BTreeMap::new();
    for stem in stems.iter().flatten() {
        *frequency.entry(stem).or_default() += 1;
    }
    let arguments = stems.iter().filter(|stems| !stems.is_empty()).count();
    // One more than the logarithm of how rare it is: also in a corpus of two arguments a word counts.
    let weight = |stem: &str| 1 + (arguments / frequency.get(stem).copied().unwrap_or(1).max(1)).max(1).ilog2();
    let total: Vec<u32> = stems.iter().map(|stems| stems.iter().map(|stem| weight(stem)).sum()).collect();
    let mut earlier: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut pairs: Vec<(u32, usize, usize)> = Vec::new();
    for (from, row) in stems.iter().enumerate() {
        let mut common: BTreeMap<usize, (u32, u32)> = BTreeMap::new();
        for stem in row {
            let before = earlier.entry(stem).or_default();
            for to in before.iter().rev().take(LOOK_BACK) {
                let (words, weighed) = common.entry(*to).or_default();
                *words += 1;
                *weighed += weight(stem);
            }
            before.push(from);
        }
        for (to, (words, weighed)) in common {
            let score = 200 * weighed / (total[from] + total[to]).max(1);
            if words >= SHARED && score >= THRESHOLD && answers(corpus, from, to) {
                pairs.push((score, from, to));
            }
        }
    }
    pairs.sort_by_key(|(score, from, to)| (Reverse(*score), *from, *to));
    let mut taken = vec![0; stems.len()];
    pairs.retain(|(_, from, to)| {
        let free = taken[*from] < MOST && taken[*to] < MOST;
        if free {
            taken[*from] += 1;
            taken[*to] += 1;
        }
        free
    });
    let relation = |(score, from, to): (u32, usize, usize)| Relation {
        from: StatementIx::new(from),
        to: StatementIx::new(to),
        kind: RelationKind::Attacks,
        basis: Basis::Similar(u8::try_from(score.min(100)).unwrap_or(100)),
    };
    pairs.into_iter().map(relation).collect()
}

/// Whether two arguments with a side are on different ones and share a theme.
fn answers(corpus: &Corpus<'_>, from: usize, to: usize) -> bool {
    let (from, to) = (&corpus.statements[from], &corpus.statements[to]);
    from.side != to.side && from.themes.iter().any(|theme| to.themes.contains(theme))
}

/// The stems of an argument's longer words; none where it has no side.
fn stems(corpus: &Corpus<'_>, n: usize) -> BTreeSet<String> {
    let statement = &corpus.statements[n];
    let article = corpus.article_of(statement);
    let spans = statement.spans.iter().filter(|_| statement.argument && statement.side.is_some());
    spans
        .flat_map(|span| article.words(*span).split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')))
        .filter(|word| word.chars().count() >= SHORTEST)
        .map(cues::stem)
        .collect()
}
