//! What a reporting word is in its sentence: a verb or a noun, with its particles and its mark, for one or for several.

use std::ops::Range;

use super::{ADJACENT, ASIDE, DETERMINED, PHRASE, Sentence};
use crate::lex::Token;
use crate::source::{self, Source};
use crate::vocabulary::{self as words, Cue, Form};

impl Sentence<'_> {
    /// The reporting word at `at`, and where it ends.
    pub(super) fn cue_at(&self, at: usize) -> Option<(&'static Cue, usize)> {
        let token = &self.tokens[at];
        if token.quote.is_some() || !token.word {
            return None;
        }
        let cues = token.cues();
        if cues.is_empty() {
            return None;
        }
        let follows = |from: usize, particles: &[&str]| {
            particles.iter().enumerate().all(|(n, particle)| {
                self.tokens.get(from + n).is_some_and(|next| from + n < self.range.end && next.is(particle))
            })
        };
        // "Called on 3 May for lamps": the date stands between the verb and its particle.
        let behind = self.skip_date(at + 1);
        let split = |cue: &&Cue| behind > at + 1 && !cue.particles.is_empty() && follows(behind, cue.particles);
        if let Some(cue) = cues.iter().find(split) {
            return Some((cue, behind + cue.particles.len()));
        }
        let dated = |cue: &Cue| behind > at + 1 && cue.particles.len() == 1 && !matches!(cue.particles, ["out"]);
        let cue = cues
            .iter()
            .filter(|cue| follows(at + 1, cue.particles) && !dated(cue))
            .max_by_key(|cue| cue.particles.len())?;
        Some((cue, at + 1 + cue.particles.len()))
    }

    /// Over a date with its preposition: "on 3 May 1996".
    pub(super) fn skip_date(&self, at: usize) -> usize {
        let digits = |token: &Token| token.low.starts_with(|c: char| c.is_ascii_digit());
        let preposed = self.tokens.get(at).is_some_and(|token| matches!(token.low.as_str(), "on" | "in"));
        let mut end = at + 1;
        let early = self.tokens.get(end).is_some_and(|token| matches!(token.low.as_str(), "early" | "late" | "mid"));
        end += usize::from(early);
        let start = end;
        while end < self.range.end && (digits(&self.tokens[end]) || source::is_date(self.tokens, end)) {
            end += 1;
        }
        if preposed && end > start && end < self.range.end { end } else { at }
    }

    /// Whether a word reports here: it is no noun, no infinitive and no passive. `before` is what it follows.
    pub(super) fn is_report(&self, cue: &Cue, at: &Range<usize>, before: Option<&Token>) -> bool {
        let governed = before.is_some_and(|before| {
            let may = before.capital && matches!(before.low.as_str(), "may" | "will");
            (before.is_among(words::NO_REPORT_BEFORE) && !may) || (before.is_genitive() && cue.form != Form::Past)
        });
        // "Has written that": the participle reports behind "has" alone.
        let participle = self.tokens[at.start].is("written")
            && !self.tokens[at.start.saturating_sub(PHRASE).max(self.range.start)..at.start]
                .iter()
                .any(|token| matches!(token.low.as_str(), "has" | "have" | "had"));
        let passive = participle || cue.form == Form::Past && self.tokens.get(at.end).is_some_and(|next| next.is("by"));
        !governed && !passive && !self.is_noun(cue, at)
    }

    /// Whether a verb that compares or regards has what it does behind it: "saw it as a mistake", "compared trams to
    /// bells".
    pub(super) fn takes_its_object(&self, at: &Range<usize>) -> bool {
        let with: &[&str] = match self.tokens[at.start].low.as_str() {
            "see" | "sees" | "saw" | "seeing" | "regard" | "regards" | "regarded" | "regarding" => &["as"],
            "compare" | "compares" | "compared" | "comparing" => &["to", "with"],
            _ => return true,
        };
        let window = at.end + 1..self.range.end.min(at.end + 1 + PHRASE);
        let mark = window.clone().find(|at| with.contains(&self.tokens[*at].low.as_str()));
        let direct = !self.tokens.get(at.end).is_some_and(|next| next.is_among(words::PREPOSITIONS));
        direct && mark.is_some_and(|mark| (at.end..mark).all(|at| self.tokens[at].word))
    }

    /// Whether "call" has a judgement of something behind it: "called it wrong", "called the plan a mistake".
    pub(super) fn judges(&self, at: &Range<usize>) -> bool {
        let verb = matches!(self.tokens[at.start].low.as_str(), "called" | "calls" | "call");
        let window = at.end..self.range.end.min(at.end + PHRASE);
        let Some(first) = self.tokens.get(window.start).filter(|_| verb && !window.is_empty()) else { return false };
        let thing = first.capital
            || first.is_among(words::DETERMINERS)
            || matches!(first.low.as_str(), "it" | "them" | "him" | "both" | "all");
        let judging = |at: usize| {
            let token = &self.tokens[at];
            token.is_among(words::BAD) || token.is_among(words::GOOD) || token.is_among(words::OPINION)
        };
        let term = |at: usize| at > window.start && source::is_article(&self.tokens[at]) && !self.tokens[at].is("the");
        let upto = window.clone().find(|at| !self.tokens[*at].word).unwrap_or(window.end);
        let quoted = self.tokens[window.clone()].iter().any(|token| token.quote.is_some());
        thing && !quoted && (window.start + 1..upto).any(|at| judging(at) || term(at))
    }

    /// Whether a word is the noun here and not the verb: "its demands", "his opening remarks".
    pub(super) fn is_noun(&self, cue: &Cue, at: &Range<usize>) -> bool {
        if at.start > self.range.start && self.tokens[at.start - 1].capital && !self.tokens[at.start - 1].is_genitive()
        {
            return false;
        }
        let form = matches!(cue.form, Form::Base | Form::Third) && self.tokens[at.start].is_among(words::NOUN_FORMS);
        let before = &self.tokens[at.start.saturating_sub(DETERMINED).max(self.range.start)..at.start];
        let determined = before.iter().any(|token| token.is_among(words::DETERMINERS) || token.is_genitive());
        let reports = self.tokens.get(at.end).is_some_and(|next| next.is("that") || next.quote.is_some());
        let lower = before.last().is_some_and(|token| {
            !token.capital
                && !token.low.ends_with('s')
                && !matches!(token.low.as_str(), "they" | "we" | "it" | "he" | "she")
        });
        form && !reports
            && (determined || (lower && cue.form == Form::Third))
            && !before.last().is_some_and(|token| token.bare_is_among(words::ORGANISATION_NOUNS))
    }

    pub(super) fn back_over_adverbs(&self, mut at: usize) -> usize {
        while at > self.range.start {
            let token = &self.tokens[at - 1];
            let adverb = token.is_among(words::AUXILIARIES) || source::is_manner(token);
            if token.quote.is_some() || !adverb {
                break;
            }
            at -= 1;
        }
        at
    }

    /// Whether a clause or a quotation follows a verb that needs one to report.
    pub(super) fn is_marked(&self, cue: &Cue, at: &Range<usize>) -> bool {
        let window = if cue.adjacent {
            self.skip_date(at.end) - at.end + ADJACENT
        } else {
            self.skip_date(at.end) - at.end + ASIDE
        };
        self.tokens[at.end..self.range.end.min(at.end + window)]
            .iter()
            .any(|token| token.is("that") || token.is(":") || token.quote.is_some())
            || self.tokens.get(at.end).is_some_and(|next| {
                matches!(next.low.as_str(), "he" | "she" | "it" | "they" | "there" | "what" | "how")
            })
    }

    /// Whether a subject goes with "say".
    pub(super) fn is_plural(&self, source: &Source, bare: usize) -> bool {
        let name = &self.tokens[source.name.clone()];
        let last = name.last().map(Token::bare).unwrap_or_default();
        last.ends_with('s')
            || matches!(last, "they" | "we" | "i" | "you" | "people" | "many" | "some" | "police" | "others" | "most")
            || name.iter().any(|token| token.is("and") || (token.low.ends_with('s') && !token.is_genitive()))
            || source.title.as_ref().is_some_and(|title| self.tokens[title.clone()].iter().any(|token| token.is("and")))
            || self.tokens.get(bare).is_some_and(|token| token.is("did"))
            || source.aside.is_some() && self.tokens[source.name.end..bare].iter().any(|token| token.is("and"))
    }
}
