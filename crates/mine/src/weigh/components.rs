//! Claims and premises: a statement sentence by sentence, cut at connectives that introduce a reason.

use std::ops::Range;

use corpus::{Component, ComponentKind, Evidence, Inference};

use super::evidence;
use crate::attribute::span;
use crate::lex::Token;
use crate::vocabulary as words;

/// A claim before a connective has at least so many words: "just because" claims nothing.
const CLAIM_WORDS: usize = 2;

/// A reason after a connective has at least so many words, the connective's included.
const REASON_WORDS: usize = 3;

/// The components of an argument with these spans of tokens, in order, and what they rest on.
pub(crate) fn components(tokens: &[Token], spans: &[Range<usize>]) -> (Vec<Component>, Vec<Evidence<'static>>) {
    let mut found = Vec::new();
    let mut why = Vec::new();
    let mut demand = None;
    for sentence in spans.iter().flat_map(|range| sentences(tokens, range)) {
        let demands = sentence.clone().find(|at| words::DEMANDING.contains(&tokens[*at].low.as_str()));
        if let Some(reason) = reason(tokens, &sentence) {
            let rule = "a connective that introduces a reason";
            why.push(evidence(Inference::Component, rule, Some(span(tokens, &reason)), None, 0));
            found.extend(component(tokens, sentence.start..reason.start, ComponentKind::Claim));
            found.extend(component(tokens, reason.start..sentence.end, ComponentKind::Premise));
        } else if let (Some(demand), None, true) = (demand, demands, tokens[sentence.start].capital) {
            let rule = "a plain sentence after one that demands or proposes gives the reason for it";
            why.push(evidence(Inference::Component, rule, Some(span(tokens, &(demand..demand + 1))), None, 0));
            found.extend(component(tokens, sentence, ComponentKind::Premise));
        } else {
            found.extend(component(tokens, sentence, ComponentKind::Claim));
        }
        demand = demands.or(demand);
    }
    (found, why)
}

/// The first connective inside a sentence that has a claim before it and a reason after it.
fn reason(tokens: &[Token], sentence: &Range<usize>) -> Option<Range<usize>> {
    let connective = |at: usize| {
        let follows = |reason: &&&[&str]| {
            let here = tokens[at..sentence.end].iter().take(reason.len());
            here.len() == reason.len() && here.zip(**reason).all(|(token, word)| token.is(word))
        };
        words::REASONS.iter().find(follows).map(|reason| at..at + reason.len())
    };
    if connective(sentence.start).is_some() {
        return None;
    }
    let found = (sentence.start + 1..sentence.end).find_map(connective)?;
    let words = |range: Range<usize>| tokens[range].iter().filter(|token| token.word).count();
    let both = words(sentence.start..found.start) >= CLAIM_WORDS && words(found.start..sentence.end) >= REASON_WORDS;
    both.then_some(found)
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
        let abbreviated = at > 0 && words::ABBREVIATIONS.contains(&tokens[at - 1].low.as_str());
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
            ("Because they are loud, trams are bad.", vec![(Claim, "Because they are loud, trams are bad.")]),
            ("Trams must stop. They are loud.", vec![(Claim, "Trams must stop."), (Premise, "They are loud.")]),
            ("They are loud. Trams must stop.", vec![(Claim, "They are loud."), (Claim, "Trams must stop.")]),
            ("Just because. Trams!", vec![(Claim, "Just because."), (Claim, "Trams!")]),
        ] {
            let tokens = lex::lex(text, &[Span::new(0, text.len())]).tokens;
            let (found, _) = components(&tokens, std::slice::from_ref(&(0..tokens.len())));
            let found: Vec<_> = found.iter().map(|one| (one.kind, one.span.of(text).unwrap_or_default())).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
