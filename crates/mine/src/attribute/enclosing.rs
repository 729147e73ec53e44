//! Reports that stand inside or behind what is said, and make all their sentence said: "Trams, she told the council, wake
//! the town".

use std::ops::Range;

use super::{ASIDE, PHRASE, Said, Sentence};
use crate::lex::Token;
use crate::source;
use crate::vocabulary::{self as words, Class, Cue, Form};

impl Sentence<'_> {
    /// Adds a statement with what it reports, in place of those that others make inside it.
    pub(super) fn enclose(&self, said: Said, found: &mut Vec<Said>) {
        let meet = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        let inside = |other: &Said| {
            other
                .spans
                .iter()
                .chain(&other.cue)
                .any(|span| said.spans.iter().chain(&said.cue).any(|own| meet(span, own)))
        };
        found.retain(|other| !inside(other));
        found.push(said);
    }

    /// "Bakers want lamps, she said", "Trams, the mayor told the council, wake the town": the report interrupts or ends
    /// what is said, all the sentence.
    pub(super) fn parenthesis(&self, cue: &Cue, at: &Range<usize>, bare: usize, found: &[Said]) -> Option<Said> {
        let tokens = self.tokens;
        let end = self.range.end;
        let holds = matches!(tokens[at.start].low.as_str(), "hold" | "holds" | "held");
        let reports = matches!(cue.class, Class::Say | Class::Tell) && cue.form != Form::Participle && !holds;
        if !reports || bare == self.range.start {
            return None;
        }
        let stop = (at.end..end.min(at.end + PHRASE)).find(|at| !tokens[*at].word).or((at.end == end).then_some(end))?;
        let aside = &tokens[at.end..stop];
        let fits = match aside.first() {
            Some(first) if cue.class == Class::Say => {
                first.is_among(words::PREPOSITIONS) || first.is_among(words::TIME_WORDS)
            }
            Some(_) => true,
            None => cue.class == Class::Say,
        };
        let clause = |token: &Token| source::is_verb(token) || token.is("that") || token.quote.is_some();
        let mark = tokens.get(stop).filter(|_| stop < end);
        let ends = mark.is_none_or(|mark| matches!(mark.low.as_str(), "." | ";"));
        if !fits || aside.iter().any(clause) || !(ends || mark.is_some_and(|mark| mark.is(",") && mark.quote.is_none()))
        {
            return None;
        }
        // A report that is under way goes on after an interruption: "Ann said that trams, she thought, were loud".
        let says = |said: &Said| {
            let verb = said.cue.as_ref().and_then(|cue| tokens[cue.start].cue());
            verb.is_some_and(|verb| matches!(verb.class, Class::Say | Class::Tell))
        };
        if !ends && found.iter().any(says) {
            return None;
        }
        let source = source::before(tokens, self.range.start, at.start)?;
        let start = source.title.as_ref().map_or(source.name.start, |title| title.start);
        let start = start - usize::from(start > self.range.start && source::is_article(&tokens[start - 1]));
        let front = self.range.start..start.checked_sub(1).filter(|comma| *comma > self.range.start)?;
        let claims = |token: &Token| {
            source::is_verb(token) || (token.low.ends_with("ed") && !token.capital) || token.low == "did"
        };
        // "Lamps, Ann told the Post, were loud", not "Two mayors, Ann and Bo, wrote to Cy, the minister".
        let rest = &tokens[(stop + 1).min(end)..end.min(stop + ASIDE)];
        let apposed = |first: &Token| {
            source::is_article(first) || matches!(first.low.as_str(), "who" | "which" | "whose" | "on" | "in")
        };
        let interrupts = !ends
            && !rest.iter().any(|token| token.is("that"))
            && rest.first().is_some_and(|first| !apposed(first))
            && rest.iter().take_while(|token| token.word).any(|token| source::acts(token) || token.low == "did");
        let agrees = cue.form != Form::Base || self.is_plural(&source, bare);
        if !tokens[front.end].is(",")
            || !agrees
            || tokens[front.clone()].iter().any(|token| token.quote.is_some())
            || !(tokens[front.clone()].iter().any(claims) || !found.is_empty() || interrupts)
        {
            return None;
        }
        // "Quill went further: trams, she said, …"
        let colon = front.clone().take(PHRASE).find(|at| tokens[*at].is(":"));
        let mut spans: Vec<Range<usize>> = self.trim(colon.unwrap_or(front.start)..front.end).into_iter().collect();
        if !spans.is_empty() && mark.is_some_and(|mark| !mark.is(".")) {
            let that = tokens.get(stop + 1).is_some_and(|that| that.is("that"));
            spans.extend(self.trim(stop + 2 * usize::from(that)..end));
        }
        (!spans.is_empty()).then(|| self.said(spans, source, at.clone(), cue))
    }
}
