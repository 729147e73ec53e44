//! What keeps words that argue for a side from counting: they are negated, granted only, or somebody else's claim.

use std::ops::Range;

use super::Judge;
use crate::lex::Token;
use crate::vocabulary as words;

/// A negation so many words and marks before a cue, or fewer, undoes it: room for "not be allowed to be …".
const NEGATION: usize = 5;

/// A concession is looked for so many words and marks before and after a cue: a sentence's worth.
const CONCESSION: usize = 25;

/// "The claim that" is looked for so many words and marks before a cue: a subject and its auxiliaries.
const DISPUTE: usize = 8;

/// Behind these "but" means "except".
const EXCEPTED: [&str; 10] =
    ["nothing", "anything", "everything", "none", "all", "nobody", "anybody", "everybody", "anyone", "everyone"];

impl Judge<'_> {
    /// Whether a negation at the end of `before` reaches what comes next: one in the same clause. "What we can’t read is"
    /// leaves what follows as it is.
    pub(super) fn is_negated(&self, before: Range<usize>) -> bool {
        let clause = self.tokens[before].iter().rev().take(NEGATION).take_while(|token| {
            let ends = matches!(token.low.as_str(), "." | "!" | "?" | ";" | ":" | "—" | "–");
            let finite = token.is_among(words::MAIN_VERBS) && !token.is("have");
            !ends && !finite
        });
        clause.into_iter().any(|token| is_negation(&token.low))
    }

    /// Whether what comes after `before` is said to be somebody's claim: "the claim that …", "it is wrong to say that …".
    pub(super) fn is_disputed(&self, before: Range<usize>) -> bool {
        let near = &self.tokens[before.end.saturating_sub(DISPUTE).max(before.start)..before.end];
        near.windows(2).any(|pair| pair[0].is_among(words::DISPUTED) && pair[1].is("that"))
    }

    /// Whether what stands at a token is granted only: "although …, …", "…, but …", "…. But …", "… but that …".
    pub(super) fn is_conceded(&self, range: &Range<usize>, at: usize) -> bool {
        let marks = |token: &&Token| matches!(token.low.as_str(), "," | "." | "!" | "?" | ";" | ":" | "—" | "–");
        let ends = |token: &Token| matches!(token.low.as_str(), "." | "!" | "?" | ";");
        let before = self.tokens[range.start..at].iter().rev().take(CONCESSION).take_while(|token| !marks(token));
        if before.into_iter().any(|token| matches!(token.low.as_str(), "although" | "though" | "while" | "despite")) {
            return true;
        }
        // "Strong but that …": a clause follows, with no mark before it.
        let sentence = (at..range.end.min(at + CONCESSION)).take_while(|at| !ends(&self.tokens[*at]));
        let turns = |at: &usize| self.tokens[*at].is("but") && *at + 1 < range.end && !self.excepts(range.start..*at);
        let mut clauses = sentence.filter(turns);
        if clauses.any(|at| self.tokens[at + 1].is("that") || self.tokens[at + 1].is_among(words::CLAUSE_SUBJECTS)) {
            return true;
        }
        let mut after = (at..range.end.min(at + CONCESSION)).filter(|at| marks(&&self.tokens[*at])).map(|at| at + 1);
        let mut ended = false;
        after.any(|at| {
            let turns = |token: &Token| matches!(token.low.as_str(), "but" | "however" | "yet");
            let also = self.tokens.get(at + 1).is_some_and(|next| next.is("also"));
            let turn = !ended && at < range.end && turns(&self.tokens[at]) && !also;
            ended |= self.tokens[at - 1].low != ",";
            turn
        })
    }

    /// Whether a "but" at the end of `before` makes an exception or adds something, and grants nothing: "nothing but a
    /// bell", "for all but the old", "not only a bell but the town’s clock".
    fn excepts(&self, before: Range<usize>) -> bool {
        let ends = |token: &&Token| matches!(token.low.as_str(), "." | "!" | "?" | ";");
        let near = &self.tokens[before.end.saturating_sub(CONCESSION).max(before.start)..before.end];
        let whole = near.last().is_some_and(|last| EXCEPTED.contains(&last.low.as_str()))
            || near.last_chunk().is_some_and(|[no, one]| no.is("no") && one.is("one"));
        let sentence = near.len() - near.iter().rev().take_while(|token| !ends(token)).count();
        let only =
            |pair: &[Token]| is_negation(&pair[0].low) && matches!(pair[1].low.as_str(), "only" | "just" | "merely");
        whole || near[sentence..].windows(2).any(only)
    }
}

pub(super) fn is_negation(low: &str) -> bool {
    low.ends_with("n't") || matches!(low, "not" | "no" | "never" | "nor" | "without" | "cannot" | "neither")
}
