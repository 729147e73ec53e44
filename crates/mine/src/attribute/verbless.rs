//! Reports without a reporting verb: "according to Ann Ray", "in her view", "her answer was to …".

use std::ops::Range;

use super::{PHRASE, Said, Sentence};
use crate::source::{self, Source};
use crate::vocabulary as words;

impl Sentence<'_> {
    /// "…, according to X" and "According to X, …".
    pub(super) fn according(&self) -> Option<Said> {
        let tokens = self.tokens;
        let at = (self.range.start..self.range.end.saturating_sub(2))
            .find(|at| tokens[*at].quote.is_none() && tokens[*at].is("according") && tokens[at + 1].is("to"))?;
        let mut source = source::after(tokens, at + 2, self.range.end)?;
        // "According to the Board, trams were late": a clause is no apposition.
        let closed = |aside: &Range<usize>| at > self.range.start || tokens.get(aside.end).is_some_and(|t| t.is(","));
        let verb = |aside: &Range<usize>| tokens[aside.clone()].iter().any(source::is_verb);
        source.aside = source.aside.filter(|aside| closed(aside) && !verb(aside));
        let content = if at == self.range.start {
            let named = source.aside.as_ref().map_or(source.name.end, |aside| aside.end);
            let comma = (named..self.range.end).find(|at| tokens[*at].is(","))?;
            self.trim(comma + 1..self.range.end)
        } else {
            self.trim(self.range.start..at)
        }?;
        let closes = source.phrase().end;
        let goes_on = at > self.range.start && closes < self.range.end && tokens[closes].is(",");
        let rest = goes_on.then(|| self.trim(closes..self.range.end)).flatten();
        let cue = words::cue("said")?;
        Some(self.said(std::iter::once(content).chain(rest).collect(), source, at..at + 2, cue))
    }

    /// "Trams, in her view, wake the town", "By Ann Ray’s account, …".
    pub(super) fn view(&self) -> Option<Said> {
        let tokens = self.tokens;
        let Range { start, end } = self.range;
        let noun = (start + 2..end).find(|at| {
            let says = matches!(
                tokens[*at].low.as_str(),
                "view" | "opinion" | "account" | "reckoning" | "judgement" | "judgment" | "eyes" | "words" | "mind"
            );
            says && tokens[*at].quote.is_none() && !tokens[*at].capital
        })?;
        // "In the view of Ann Ray" has its owner behind it.
        let of = tokens[noun - 1].is("the") && tokens.get(noun + 1).is_some_and(|next| next.is("of"));
        let (opens, closes, source) = if of {
            let source = source::after(tokens, noun + 2, end)?;
            (noun.checked_sub(2)?, source.phrase().end, source)
        } else {
            let owner = self.owner(noun)?;
            let opens = owner.start.checked_sub(1)?;
            (opens, noun + 1, Source { name: owner, title: None, aside: None })
        };
        let whole = opens >= start
            && matches!(tokens[opens].low.as_str(), "in" | "by" | "to")
            && (opens == start || tokens[opens - 1].is(","))
            && tokens.get(closes).is_none_or(|next| !next.word);
        let mut spans: Vec<Range<usize>> = self.trim(start..opens).into_iter().collect();
        spans.extend(self.trim(closes..end));
        let cue = opens..noun + 1;
        (whole && !spans.is_empty())
            .then_some(())
            .and_then(|()| Some(self.said(spans, source, cue, words::cue("said")?)))
    }

    /// "Her answer was to close the depot", "The board’s argument was that …".
    pub(super) fn noun(&self) -> Option<Said> {
        let tokens = self.tokens;
        let Range { start, end } = self.range;
        let is = (start + 2..end.min(start + PHRASE))
            .find(|at| matches!(tokens[*at].low.as_str(), "is" | "was") && tokens[*at].quote.is_none())?;
        let says = matches!(
            tokens[is - 1].low.as_str(),
            "answer"
                | "argument"
                | "view"
                | "point"
                | "message"
                | "position"
                | "reply"
                | "response"
                | "fear"
                | "concern"
                | "complaint"
                | "objection"
                | "warning"
                | "advice"
                | "demand"
                | "proposal"
        );
        let owner = self.owner(is - 1).filter(|owner| says && owner.start == start)?;
        let first = tokens.get(is + 1).filter(|first| is + 1 < end && (first.is("that") || first.is("to")))?;
        let content = self.trim(is + 1 + usize::from(first.is("that"))..end)?;
        let source = Source { name: owner, title: None, aside: None };
        Some(self.said(vec![content], source, is - 1..is + 1, words::cue("said")?))
    }

    /// Whose a noun is: "her", "Ann Ray’s", "the board’s".
    fn owner(&self, noun: usize) -> Option<Range<usize>> {
        let last = noun.checked_sub(1).filter(|last| *last >= self.range.start)?;
        let token = &self.tokens[last];
        if matches!(token.low.as_str(), "his" | "her" | "its" | "their") {
            return Some(last..noun);
        }
        let part = |at: &usize| {
            let token = &self.tokens[*at];
            token.word && token.quote.is_none() && !token.is_among(words::PREPOSITIONS) && !source::acts(token)
        };
        let start = (noun.saturating_sub(PHRASE).max(self.range.start)..last).rev().take_while(part).last();
        (token.is_genitive() && token.quote.is_none()).then_some(start.unwrap_or(last)..noun)
    }
}
