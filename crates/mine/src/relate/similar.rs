//! Arguments that share a theme and rare words. Of two sides, the later one answers the earlier one; of one side, the later
//! one says it again.

use std::cmp::Reverse;

use corpus::{Basis, Corpus, Relation, RelationKind, StatementIx};
use rustc_hash::FxHashMap;

use crate::cues;
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

pub(super) fn similar(corpus: &Corpus<'_>) -> Vec<Relation> {
    let (rows, frequency) = rows(corpus);
    let arguments = rows.iter().filter(|row| !row.is_empty()).count();
    // One more than the logarithm of how rare it is: also in a corpus of two arguments a word counts.
    let weight: Vec<u32> = frequency.iter().map(|times| 1 + (arguments / times).max(1).ilog2()).collect();
    let total: Vec<u32> = rows.iter().map(|row| row.iter().map(|stem| weight[*stem]).sum()).collect();
    let mut earlier: Vec<Vec<usize>> = vec![Vec::new(); weight.len()];
    let mut pairs: Vec<(u32, usize, usize, RelationKind)> = Vec::new();
    // How many words each argument has in common with the one at hand, and what they weigh; and which have any.
    let mut common: Vec<(u32, u32)> = vec![(0, 0); rows.len()];
    let mut met: Vec<usize> = Vec::new();
    for (from, row) in rows.iter().enumerate() {
        for stem in row {
            let before = &mut earlier[*stem];
            for to in before.iter().rev().take(LOOK_BACK) {
                let (words, weighed) = &mut common[*to];
                if *words == 0 {
                    met.push(*to);
                }
                *words += 1;
                *weighed += weight[*stem];
            }
            before.push(from);
        }
        for to in met.drain(..) {
            let (words, weighed) = std::mem::take(&mut common[to]);
            let score = 200 * weighed / (total[from] + total[to]).max(1);
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

/// The stems of each argument's longer words as numbers, each once (none where it has no side), and by number how many
/// arguments have a stem.
fn rows(corpus: &Corpus<'_>) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut numbers: FxHashMap<String, usize> = FxHashMap::default();
    let mut frequency = Vec::new();
    let rows = corpus.statements.iter().map(|statement| {
        let article = corpus.article_of(statement);
        let spans = statement.spans.iter().filter(|_| statement.argument && statement.side.is_some());
        let words = spans.flat_map(|span| article.words(*span).split(|c: char| !is_of_word(c)));
        let mut row: Vec<usize> = Vec::new();
        for word in words.filter(|word| word.chars().nth(SHORTEST - 1).is_some() && !is_grammar(word)) {
            let next = numbers.len();
            row.push(*numbers.entry(cues::stem(word)).or_insert(next));
        }
        row.sort_unstable();
        row.dedup();
        frequency.resize(numbers.len(), 0);
        row.iter().for_each(|stem| frequency[*stem] += 1);
        row
    });
    (rows.collect(), frequency)
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
