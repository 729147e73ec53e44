//! Claims and premises: a statement sentence by sentence, cut at connectives that introduce a reason.

use std::ops::Range;

use corpus::{Component, ComponentKind, Evidence, Inference, Rule};

use super::evidence;
use crate::attribute::span;
use crate::lex::Token;
use crate::vocabulary as words;

/// A claim before a connective has at least so many words: "just because" claims nothing.
const CLAIM_WORDS: usize = 2;

/// A reason after a connective has at least so many words, the connective's included.
const REASON_WORDS: usize = 3;

/// Words with which a sentence demands outright: the others go with it.
const INSISTING: &[&str] = &["should", "must", "ought", "need", "needs", "shouldn't", "mustn't"];

/// The components of an argument with these spans of tokens, in order, and what they rest on.
pub(crate) fn components(tokens: &[Token], spans: &[Range<usize>]) -> (Vec<Component>, Vec<Evidence>) {
    let mut found = Vec::new();
    let mut why = Vec::new();
    let sentences: Vec<Range<usize>> = spans.iter().flat_map(|range| sentences(tokens, range)).collect();
    let insists = |token: &Token| INSISTING.contains(&token.low.as_str());
    let demanded = sentences.iter().position(|sentence| tokens[sentence.clone()].iter().any(insists));
    let main = demanded.unwrap_or_default();
    for (n, sentence) in sentences.into_iter().enumerate() {
        let wordy = tokens[sentence.clone()].iter().filter(|token| token.word).count() >= REASON_WORDS;
        let demands = || tokens[sentence.clone()].iter().any(|token| token.is_among(words::DEMANDING));
        if let Some((reason, claim)) = reason(tokens, &sentence) {
            why.push(evidence(Inference::Component, Rule::Reason, Some(span(tokens, &reason)), None, 0));
            let claim_first = claim.start < reason.start;
            let mut parts = [(claim, ComponentKind::Claim), (reason, ComponentKind::Premise)];
            if !claim_first {
                parts.reverse();
            }
            found.extend(parts.into_iter().filter_map(|(range, kind)| component(tokens, range, kind)));
        } else if n != main && wordy && tokens[sentence.start].capital && !demands() {
            why.push(evidence(Inference::Component, Rule::PlainSentence, Some(span(tokens, &sentence)), None, 0));
            found.extend(component(tokens, sentence, ComponentKind::Premise));
        } else {
            found.extend(component(tokens, sentence, ComponentKind::Claim));
        }
    }
    (found, why)
}

/// The reason in a sentence and the claim that it is for: at the first connective that has a claim before it, or from the
/// start to the comma, where the sentence starts with one.
fn reason(tokens: &[Token], sentence: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let connective = |at: usize| {
        let before = at.checked_sub(1).filter(|at| sentence.contains(at)).map(|at| &tokens[at]);
        let other = before.is_some_and(|before| match tokens[at].low.as_str() {
            "as" => matches!(before.low.as_str(), "long" | "soon" | "far" | "well" | "much" | "such" | "same"),
            // Without a comma it says which one is meant.
            "which" | "that" => before.word,
            _ => false,
        });
        !other
            && words::REASONS.iter().any(|reason| {
                let here = tokens[at..sentence.end].iter().take(reason.len());
                here.len() == reason.len() && here.zip(*reason).all(|(token, word)| token.is(word))
            })
    };
    let words = |range: &Range<usize>| tokens[range.clone()].iter().filter(|token| token.word).count();
    let (reason, claim) = if connective(sentence.start) {
        let comma = sentence.clone().find(|at| tokens[*at].is(","))?;
        (sentence.start..comma, comma + 1..sentence.end)
    } else {
        let at = (sentence.start + 1..sentence.end).find(|at| connective(*at))?;
        (at..sentence.end, sentence.start..at)
    };
    (words(&claim) >= CLAIM_WORDS && words(&reason) >= REASON_WORDS).then_some((reason, claim))
}

fn component(tokens: &[Token], range: Range<usize>, kind: ComponentKind) -> Option<Component> {
    let Range { start, mut end } = range;
    while end > start && tokens[end - 1].is(",") {
        end -= 1;
    }
    let span = span(tokens, &(start..end));
    (!span.is_empty()).then_some(Component { span, kind })
}

/// The speaker's sentences in a range of tokens, each with at least one word.
fn sentences(tokens: &[Token], range: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = range.start;
    let mut wordy = false;
    for at in range.clone() {
        wordy |= tokens[at].word;
        let ends = matches!(tokens[at].low.as_str(), "." | "!" | "?" | ";")
            && tokens.get(at + 1).is_some_and(|next| next.capital || !next.word);
        let abbreviated = at > 0 && tokens[at - 1].is_among(words::ABBREVIATIONS);
        if ends && !abbreviated && wordy {
            found.push(start..at + 1);
            (start, wordy) = (at + 1, false);
        }
    }
    if wordy {
        found.push(start..range.end);
    }
    found
}

#[cfg(test)]
mod tests {
    use corpus::Span;

    use super::*;
    use crate::lex;

    #[test]
    fn reasons_are_set_apart_from_what_they_support() {
        use ComponentKind::{Claim, Premise};
        for (text, expected) in [
            ("Trams are loud.", vec![(Claim, "Trams are loud.")]),
            (
                "Trams are bad, because they are loud.",
                vec![(Claim, "Trams are bad"), (Premise, "because they are loud.")],
            ),
            (
                "Because they are loud, trams are bad.",
                vec![(Premise, "Because they are loud"), (Claim, "trams are bad.")],
            ),
            ("Trams must stop. They are loud.", vec![(Claim, "Trams must stop."), (Premise, "They are loud.")]),
            ("They are loud. Trams must stop.", vec![(Premise, "They are loud."), (Claim, "Trams must stop.")]),
            ("Trams must stop. Cars must go.", vec![(Claim, "Trams must stop."), (Claim, "Cars must go.")]),
            ("Just because. Trams!", vec![(Claim, "Just because."), (Claim, "Trams!")]),
        ] {
            let tokens = lex::lex(text, &[Span::new(0, text.len())]).tokens;
            let (found, _) = components(&tokens, std::slice::from_ref(&(0..tokens.len())));
            let found: Vec<_> = found.iter().map(|one| (one.kind, one.span.of(text).unwrap_or_default())).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
