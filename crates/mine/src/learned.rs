//! A learned second opinion on who is said to have said what: attribution relations as a conditional random field finds
//! them, which was trained on annotated news (`MODEL.md` beside this file). It finds what the rules of `attribute` miss:
//! reporting nouns, passives, verbs that no list has.
//!
//! In two steps: reporting words in each sentence; then, around each of them, its source and its content. What the rules
//! found is among what the model sees, so that it need not learn it again.

mod chain;
mod cues;
mod roles;
pub mod training;
mod weights;
mod words;

use std::ops::Range;

use crate::attribute::Relation;
use crate::lex::Lexed;
use chain::Observed as _;
use cues::Sentence;
use roles::Surroundings;
use weights::{SCALE, Weights};
use words::Word;

/// How much less likely than not a reporting word may be, in steps of the weights: the model, left alone, misses more
/// than it invents. Chosen on PolNeAR's dev part, where it does best by the exact spans.
const EAGER: i32 = (0.6 * SCALE) as i32;

/// The same where what is found becomes a statement of its own: there it must be likelier than not, since what it invents
/// is worse than what it misses.
const CAREFUL: i32 = (-0.6 * SCALE) as i32;

/// The relations of a text, in the order of their cues: those of the rules as the model sees them, and others.
pub(crate) fn relations(lexed: &Lexed, rules: &[Relation]) -> Vec<Relation> {
    let weights = Weights::get();
    let seen = Seen::new(lexed, rules, words::words(lexed, |form| weights.known(form)));
    seen.relations(&weights, EAGER, |_| true)
}

/// The relations of a text whose cues the rules do not know, in order.
pub(crate) fn further(lexed: &Lexed, rules: &[Relation]) -> Vec<Relation> {
    let weights = Weights::get();
    let seen = Seen::new(lexed, rules, words::words(lexed, |form| weights.known(form)));
    seen.relations(&weights, CAREFUL, |cue| seen.cues[cue.clone()].iter().all(|ruled| *ruled == 0))
}

/// A text, ready to be looked at.
struct Seen<'l> {
    lexed: &'l Lexed,
    rules: &'l [Relation],
    words: Vec<Word>,
    /// Of each token: whether the rules take it for the first (1) or a further (2) word of a cue.
    cues: Vec<u32>,
}

impl<'l> Seen<'l> {
    fn new(lexed: &'l Lexed, rules: &'l [Relation], words: Vec<Word>) -> Self {
        let mut cues = vec![0; lexed.tokens.len()];
        for cue in rules.iter().filter_map(|rule| rule.cue.as_ref()) {
            cues[cue.clone()].fill(2);
            cues[cue.start] = 1;
        }
        Self { lexed, rules, words, cues }
    }

    /// The relations whose cues are wanted.
    fn relations(&self, weights: &Weights, eager: i32, wanted: impl Fn(&Range<usize>) -> bool) -> Vec<Relation> {
        let mut found = Vec::new();
        for (n, paragraph) in self.lexed.paragraphs.iter().enumerate() {
            for sentence in &paragraph.sentences {
                let chain = self.sentence(sentence.clone());
                let marked = chain::decode::<1, 2, 2>(&chain, &weights.cue_tokens, &weights.cue_boundaries, eager);
                let cues = chain::stretches(&marked, 1, sentence.start).into_iter().filter(&wanted);
                found.extend(cues.filter_map(|cue| self.relation(weights, n, cue)));
            }
        }
        found
    }

    /// What a cue relates; none where nothing is said.
    fn relation(&self, weights: &Weights, paragraph: usize, cue: Range<usize>) -> Option<Relation> {
        let around = self.surroundings(paragraph, cue.clone());
        let roles = chain::decode::<2, 4, 3>(&around, &weights.role_tokens, &weights.role_boundaries, 0);
        let first = around.range().start;
        let content = chain::stretches(&roles, roles::RULED_CONTENT as u8, first);
        let sources = chain::stretches(&roles, roles::RULED_SOURCE as u8, first).into_iter();
        let source = sources.max_by_key(|source| (source.len(), source.start));
        (!content.is_empty()).then_some(Relation { source, cue: Some(cue), content })
    }

    fn sentence(&self, range: Range<usize>) -> Sentence<'_> {
        Sentence::new(&self.words, &self.cues, range)
    }

    fn surroundings(&self, paragraph: usize, cue: Range<usize>) -> Surroundings<'_> {
        let places = roles::window(&self.lexed.paragraphs[paragraph], &cue);
        let ruled = self.ruled(&places.0, &cue);
        Surroundings::new(&self.words, &self.cues, places, cue, ruled)
    }

    /// What the rules say of each token of a window for a cue, and whether they know it.
    fn ruled(&self, window: &Range<usize>, cue: &Range<usize>) -> (Vec<u32>, bool) {
        let mut ruled = vec![0; window.len()];
        let ends_before = |rule: &Relation| rule.cue.as_ref().is_none_or(|theirs| theirs.end <= cue.start);
        let overlaps = |theirs: &Range<usize>| theirs.start < cue.end && cue.start < theirs.end;
        let mut known = false;
        let from = self.rules.partition_point(ends_before);
        for rule in self.rules[from.saturating_sub(NEIGHBOURS)..].iter().take(2 * NEIGHBOURS) {
            if !rule.cue.as_ref().is_some_and(overlaps) {
                continue;
            }
            known = true;
            let mut mark = |range: &Range<usize>, role: u32| {
                for n in range.start.max(window.start)..range.end.min(window.end) {
                    ruled[n - window.start] = role;
                }
            };
            rule.content.iter().for_each(|content| mark(content, roles::RULED_CONTENT));
            rule.source.iter().for_each(|source| mark(source, roles::RULED_SOURCE));
        }
        (ruled, known)
    }
}

/// How many relations of the rules, before and after the place where a cue belongs, are looked at for it. They are in
/// order but for a few without a cue.
const NEIGHBOURS: usize = 8;
