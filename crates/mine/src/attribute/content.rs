//! What is said: the words of a sentence that belong to a reporting word.

use std::ops::Range;

use super::{ASIDE, PHRASE, Said, Sentence};
use crate::vocabulary::{self as words, Class, Cue, Form};

/// What is said has at least so many words.
const CONTENT_WORDS: usize = 2;

/// "Asked to comment" wants nothing: an infinitive after a bare verb of wanting has at least so many words.
const INFINITIVE_WORDS: usize = 4;

/// How many words back a main verb may have a subject of its own, and then does not end a participle phrase.
const OWN_SUBJECT: usize = 2;

impl Sentence<'_> {
    /// What is said after a reporting word.
    pub(super) fn following(&self, cue: &Cue, at: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let end = self.range.end;
        let mut start = at.end;
        match cue.class {
            Class::Stance => start = at.start,
            Class::Demand => {
                // "expressed concerns": what is felt belongs to the content.
                if cue.particles == ["concerns"] {
                    start -= 1;
                }
            }
            Class::Say | Class::Tell => {
                let window = start..end.min(self.skip_date(start) + ASIDE);
                let first = tokens.get(start).filter(|_| start < end)?;
                let aside = cue.class == Class::Tell
                    || first.is_among(words::TIME_WORDS)
                    || first.is_among(words::PREPOSITIONS)
                    || first.is(",");
                let mark = window
                    .clone()
                    .find(|at| tokens[*at].is("that") || tokens[*at].is(":") || tokens[*at].quote.is_some());
                match mark {
                    Some(mark) if aside || mark == start => {
                        start = if tokens[mark].quote.is_some() { mark } else { mark + 1 };
                    }
                    _ if cue.class == Class::Tell => {
                        start = (start + 1..window.end).find(|at| tokens[*at].is_among(words::CLAUSE_SUBJECTS))?;
                    }
                    _ if aside => {
                        let skipped = self.skip_aside(start);
                        if skipped >= end || !tokens[skipped].word || tokens[skipped].is_among(words::PREPOSITIONS) {
                            return None;
                        }
                        start = skipped;
                    }
                    _ => {}
                }
            }
        }
        let mut end = end;
        if cue.form == Form::Participle {
            end = self.phrase_end(start, at.start).unwrap_or(end);
        }
        // "…, according to Ann Ray": whose report it is, is no part of it.
        let according = |at: &usize| {
            tokens[*at].is(",")
                && tokens[*at].quote.is_none()
                && *at + 2 < end
                && tokens[at + 1].is("according")
                && tokens[at + 2].is("to")
        };
        let end = (start..end).find(according).unwrap_or(end);
        let content = self.trim(start..end)?;
        let count = content.clone().filter(|at| tokens[*at].word).count();
        let first = &tokens[content.start];
        let bad =
            cue.class == Class::Demand && cue.particles.is_empty() && (first.is("to") && count < INFINITIVE_WORDS);
        (count >= CONTENT_WORDS && !bad).then_some(content)
    }

    /// Over "on Tuesday" and "late Tuesday".
    pub(super) fn skip_aside(&self, start: usize) -> usize {
        let mut at = start;
        while at < self.range.end
            && (self.tokens[at].is_among(words::TIME_WORDS)
                || (self.tokens[at].is_among(words::PREPOSITIONS)
                    && self.tokens.get(at + 1).is_some_and(|next| next.is_among(words::TIME_WORDS))))
        {
            at += 1;
        }
        at
    }

    /// Where a participle phrase ends that stands between the subject and the verb of its sentence: "X's speech,
    /// calling for a law, seemed …".
    pub(super) fn phrase_end(&self, start: usize, cue: usize) -> Option<usize> {
        let tokens = self.tokens;
        if cue - self.range.start > PHRASE {
            return None;
        }
        let outside = |range: Range<usize>| range.filter(|at| tokens[*at].quote.is_none());
        let is_main = |at: &usize| tokens[*at].is_among(words::MAIN_VERBS);
        let earlier = outside(self.range.start..cue)
            .any(|at| is_main(&at) || tokens[at].cue().is_some_and(|cue| cue.form == Form::Past));
        let first = outside(self.range.start..cue).next()?;
        if earlier || !tokens[first].capital {
            return None;
        }
        let end = outside(start..self.range.end).find(|at| {
            is_main(at)
                && !(start..*at).rev().take(OWN_SUBJECT).any(|back| {
                    matches!(
                        tokens[back].low.as_str(),
                        "that" | "which" | "who" | "it" | "they" | "he" | "she" | "what" | "there"
                    )
                })
        })?;
        (tokens[end - 1].quote.is_some() || tokens[end - 1].is(",")).then_some(end)
    }

    /// What stands before a source: a quotation or a reported clause.
    pub(super) fn fronted(&self, end: usize) -> Vec<Range<usize>> {
        self.trim(self.range.start..end)
            .filter(|range| {
                range.clone().filter(|at| self.tokens[*at].word).count() >= CONTENT_WORDS
                    || range.clone().any(|at| self.tokens[at].quote.is_some())
            })
            .into_iter()
            .collect()
    }

    /// Ends what was said at `end`.
    pub(super) fn cut(&self, said: &mut Said, end: usize) {
        if let Some(last) = said.spans.pop()
            && let Some(cut) = self.trim(last.start..end.max(last.start).min(last.end))
        {
            said.spans.push(cut);
        }
    }

    /// Without marks and bare conjunctions around it; nothing if nothing is left.
    pub(super) fn trim(&self, mut range: Range<usize>) -> Option<Range<usize>> {
        let outside = |at: usize| self.tokens[at].quote.is_none();
        while range.start < range.end
            && outside(range.start)
            && (!self.tokens[range.start].word
                && !matches!(self.tokens[range.start].low.as_str(), "$" | "€" | "£" | "[" | "("))
        {
            range.start += 1;
        }
        while range.start < range.end
            && outside(range.end - 1)
            && !self.tokens[range.end - 1].word
            && !matches!(self.tokens[range.end - 1].low.as_str(), ")" | "]" | "%")
        {
            range.end -= 1;
        }
        (!range.is_empty()).then_some(range)
    }
}
