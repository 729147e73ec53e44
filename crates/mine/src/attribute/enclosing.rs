//! Reports that stand inside or behind what is said, and make all their sentence said: "Trams, she told the council, wake
//! the town".

use std::ops::Range;

use super::{ASIDE, PHRASE, Said, Sentence};
use crate::lex::Token;
use crate::source;
use crate::vocabulary::{self as words, Class, Cue, Form};

impl Sentence<'_> {
    /// Adds a statement with what it reports, in place of those that others make inside it. What an earlier report tells
    /// stays with that one.
    pub(super) fn enclose(&self, mut said: Said, found: &mut Vec<Said>) {
        let source = said.source.as_ref().map(|source| source.phrase().start);
        let start = source.into_iter().chain(said.cue.as_ref().map(|cue| cue.start)).min();
        if let Some(floor) = start.and_then(|start| self.behind(start, found)) {
            let clip = |span: Range<usize>| (span.end > floor).then(|| self.trim(span.start.max(floor)..span.end))?;
            said.spans = std::mem::take(&mut said.spans).into_iter().filter_map(clip).collect();
            if let Some(last) = found.last_mut() {
                while last.spans.last().is_some_and(|span| span.start >= floor) {
                    last.spans.pop();
                }
                self.cut(last, floor);
            }
        }
        let meet = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        let inside = |other: &mut Said| {
            other
                .spans
                .iter()
                .chain(&other.cue)
                .any(|span| said.spans.iter().chain(&said.cue).any(|own| meet(span, own)))
        };
        // Statements stand in order: those before one outside are outside too.
        while found.pop_if(inside).is_some() {}
        found.push(said);
    }

    /// Where the words of a report start whose source or verb stands at `start`, if an earlier report of the sentence has
    /// words of its own: "Trams are loud, Ann Ray said, and buses are quiet, Bo Low said". Behind the last ";" between
    /// them, or behind the "," that ends a report inserted behind a clause, if another clause follows.
    fn behind(&self, start: usize, found: &[Said]) -> Option<usize> {
        let tokens = self.tokens;
        let last = found.last().filter(|last| self.says(last))?;
        let cue = last.cue.as_ref()?;
        let source = last.source.as_ref().map(|source| source.phrase().end);
        let end = last.also.iter().map(|also| also.end).chain(source).fold(cue.end, usize::max);
        let between = end..start.max(end);
        let is = |at: &usize, mark: &str| tokens[*at].is(mark) && tokens[*at].quote.is_none();
        if let Some(mark) = between.clone().rev().find(|at| is(at, ";")) {
            return tokens[mark + 1..start].iter().any(|token| token.word).then_some(mark + 1);
        }
        let stop = between.take(PHRASE).find(|at| !tokens[*at].word).filter(|at| is(at, ","))?;
        let clause = |range: Range<usize>| tokens[range].iter().any(claims);
        let front = last.spans.first().filter(|front| front.end <= cue.start)?;
        (clause(front.clone()) && !clause(end..stop) && clause(stop + 1..start)).then_some(stop + 1)
    }

    /// Whether a statement is made with a verb of saying.
    fn says(&self, said: &Said) -> bool {
        let verb = said.cue.as_ref().and_then(|cue| self.tokens[cue.start].cue());
        verb.is_some_and(|verb| matches!(verb.class, Class::Say | Class::Tell))
    }

    /// "Bakers want lamps, she said", "Trams, the mayor told the council, wake the town": the report interrupts or ends
    /// what is said, all the sentence or what an earlier report leaves of it.
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
        if !ends && found.iter().any(|said| self.says(said)) {
            return None;
        }
        let source = source::before(tokens, self.range.start, at.start)?;
        let start = source.title.as_ref().map_or(source.name.start, |title| title.start);
        let start = start - usize::from(start > self.range.start && source::is_article(&tokens[start - 1]));
        let floor = self.behind(start, found).unwrap_or(self.range.start);
        let front = floor..start.checked_sub(1).filter(|comma| *comma > floor)?;
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

/// Whether a word is the verb of a clause, as far as can be told without grammar.
fn claims(token: &Token) -> bool {
    source::is_verb(token) || (token.low.ends_with("ed") && !token.capital) || token.low == "did"
}
