//! The third stage: who is said to have said what. Finds the reporting words of each sentence and, around each, its
//! source and its content.
//!
//! Which words are the content is worked out in `content`, which quotations belong to it in `quotes`.
//!
//! A sentence is read from left to right. Every reporting word outside quotations either starts a statement, goes on
//! with the one before it ("said that …, but asked …"), or stands inside reported words and starts nothing. Quotations
//! that no reporting word reaches go on with the statement before them or stand alone.

mod content;
mod further;
mod quotes;
mod relation;
#[cfg(test)]
mod tests;

use std::ops::Range;

use corpus::{Quotation, Span};

use crate::lex::{Lexed, Paragraph, Token};
use crate::source::{self, Source};
use crate::vocabulary::{self as words, Attitude, Class, Cue, Form};
pub(crate) use further::complete;
pub(crate) use relation::{Relation, relations};

/// Somebody's words in an article, before it is known who that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    /// Number of the paragraph.
    pub(crate) paragraph: usize,
    /// In ranges of tokens, in order.
    pub(crate) spans: Vec<Range<usize>>,
    pub(crate) quotation: Quotation,
    pub(crate) source: Option<Source>,
    /// The reporting words.
    pub(crate) cue: Option<Range<usize>>,
    /// The further reporting words of the same subject: "…, adding that …". Each reports the spans after it.
    pub(crate) also: Vec<Range<usize>>,
    pub(crate) attitude: Attitude,
    /// Whether it goes on with what the statement before it said, without naming the source again.
    pub(crate) carried: bool,
    /// Whether the author of the article says it in his own voice.
    pub(crate) author: bool,
    /// What of it only the learned model has found.
    pub(crate) learned: Learned,
}

/// What of a statement only the learned model has found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Learned {
    Nothing,
    /// Who says it.
    Source,
    /// That it is said at all.
    Everything,
}

/// How far after a reporting verb "that" may stand behind words about when and where.
const ASIDE: usize = 12;

/// How far after a verb that must stand right before its clause the clause may start: over a comma.
const ADJACENT: usize = 2;

/// How many words may stand between a comma and its participle ("at one point even suggesting"), and before a
/// participle that belongs to the subject.
const PHRASE: usize = 8;

/// How many words before a noun its determiner may stand: "his brief opening remarks".
const DETERMINED: usize = 3;

/// Finds all statements of an article, in order.
pub(crate) fn attribute(lexed: &Lexed) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    for (n, paragraph) in lexed.paragraphs.iter().enumerate() {
        let before = found.len();
        for sentence in &paragraph.sentences {
            let reader = Sentence { tokens: &lexed.tokens, paragraph, range: sentence.clone(), n };
            let mut said = reader.read();
            if said.is_empty() && found.len() > before {
                said.extend(found.last().and_then(|last| reader.goes_on(last)));
            }
            reader.lone_quotes(&said, before, &mut found);
            found.extend(said);
        }
    }
    found
}

struct Sentence<'l> {
    tokens: &'l [Token],
    paragraph: &'l Paragraph,
    range: Range<usize>,
    n: usize,
}

impl Sentence<'_> {
    fn read(&self) -> Vec<Said> {
        let mut found: Vec<Said> = Vec::new();
        let mut at = self.range.start;
        while at < self.range.end {
            let step = self.cue_at(at).map(|(cue, end)| {
                self.statement(cue, at..end, &mut found);
                end
            });
            at = step.unwrap_or(at + 1);
        }
        if found.is_empty() {
            found.extend(self.according().or_else(|| self.view()).or_else(|| self.noun()));
        }
        for said in &mut found {
            said.quotation = self.quotation(&said.spans);
            self.strip_marks(said);
        }
        found.retain(|said| !said.spans.is_empty());
        found
    }

    /// The reporting word at `at`, and where it ends.
    fn cue_at(&self, at: usize) -> Option<(&'static Cue, usize)> {
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

    /// What the reporting word at `at` makes: a statement, more of the one before it, or nothing.
    fn statement(&self, cue: &'static Cue, at: Range<usize>, found: &mut Vec<Said>) {
        if let Some(said) = self.inverted(cue, &at) {
            self.enclose(said, found);
            return;
        }
        let bare = self.back_over_adverbs(at.start);
        if cue.form == Form::Participle {
            self.participle(cue, at, bare, found);
            return;
        }
        let before = (bare > self.range.start).then(|| &self.tokens[bare - 1]);
        if self.is_report(cue, &at, before)
            && let Some(said) = self.parenthesis(cue, &at, bare, found)
        {
            self.enclose(said, found);
            return;
        }
        if let Some(last) = found.last_mut() {
            let coordinated = before.is_some_and(|before| before.is("and") || before.is("but"));
            if coordinated && cue.class != Class::Stance {
                // The subject of the first verb speaks on: "insisted that …, but asked …".
                if let Some(content) = self.following(cue, &at) {
                    self.cut(last, bare - 1);
                    last.spans.push(content);
                    last.also.push(at);
                }
                return;
            }
            if last.spans.last().is_some_and(|span| at.start < span.end) {
                return;
            }
        }
        if self.is_report(cue, &at, before) {
            found.extend(self.after_its_subject(cue, at, bare));
        }
    }

    /// Adds a statement with what it reports, in place of those that others make inside it.
    fn enclose(&self, said: Said, found: &mut Vec<Said>) {
        let meet = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        let inside = |other: &Said| {
            other.spans.iter().chain(&other.cue).any(|span| said.spans.iter().chain(&said.cue).any(|own| meet(span, own)))
        };
        found.retain(|other| !inside(other));
        found.push(said);
    }

    /// "Bakers want lamps, she said", "Trams, the mayor told the council, wake the town": the report interrupts or ends
    /// what is said, all the sentence.
    fn parenthesis(&self, cue: &Cue, at: &Range<usize>, bare: usize, found: &[Said]) -> Option<Said> {
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
        let claims = |token: &Token| source::is_verb(token) || (token.low.ends_with("ed") && !token.capital);
        let agrees = cue.form != Form::Base || self.is_plural(&source, bare);
        if !tokens[front.end].is(",")
            || !agrees
            || tokens[front.clone()].iter().any(|token| token.quote.is_some())
            || !(tokens[front.clone()].iter().any(claims) || !found.is_empty())
        {
            return None;
        }
        // "Quill went further: trams, she said, …"
        let colon = front.clone().take(PHRASE).find(|at| tokens[*at].is(":"));
        let mut spans: Vec<Range<usize>> = self.trim(colon.unwrap_or(front.start)..front.end).into_iter().collect();
        if !spans.is_empty() && mark.is_some_and(|mark| !mark.is(".")) {
            spans.extend(self.trim(stop..end));
        }
        (!spans.is_empty()).then(|| self.said(spans, source, at.clone(), cue))
    }

    /// "A," said X: the source comes after the verb.
    fn inverted(&self, cue: &Cue, at: &Range<usize>) -> Option<Said> {
        let before = at.start.checked_sub(1).filter(|before| *before >= self.range.start)?;
        let quoted = self.tokens[before].quote.is_some();
        let next = self.tokens.get(at.end).filter(|_| at.end < self.range.end)?;
        let fits = (quoted || self.tokens[before].is(","))
            && (cue.class == Class::Say || (quoted && cue.class == Class::Demand && cue.particles.is_empty()))
            && matches!(cue.form, Form::Past | Form::Third)
            && next.word
            && next.quote.is_none()
            && !next.is("that")
            && !next.is_among(words::TIME_WORDS)
            && !next.is_among(words::PREPOSITIONS);
        if !fits {
            return None;
        }
        let source = source::after(self.tokens, at.end, self.range.end)?;
        let mut spans = self.fronted(at.start);
        if spans.is_empty() || !(quoted || self.ends_after(&source)) {
            return None;
        }
        self.add_later_quotes(at.end, &mut spans);
        // "Trams wake the town, said Ann Ray, the mayor, and should be banned."
        let comma = source.phrase().end;
        let goes_on = self.tokens.get(comma + 1).filter(|_| comma + 1 < self.range.end && self.tokens[comma].is(","));
        if spans.len() == 1
            && !quoted
            && goes_on.is_some_and(|next| next.is_among(words::CLAUSE_STARTS) || next.is("and"))
        {
            spans.extend(self.trim(comma..self.range.end));
        }
        Some(self.said(spans, source, at.clone(), cue))
    }

    /// Whether a word reports here: it is no noun, no infinitive and no passive. `before` is what it follows.
    fn is_report(&self, cue: &Cue, at: &Range<usize>, before: Option<&Token>) -> bool {
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

    /// X said …: the source comes before the verb, whose adverbs start at `bare`; the content after it or before both.
    fn after_its_subject(&self, cue: &Cue, at: Range<usize>, bare: usize) -> Option<Said> {
        let tokens = self.tokens;
        let floor = self.range.start;
        let relative = bare > floor && matches!(tokens[bare - 1].low.as_str(), "who" | "which" | "that");
        // "Ann counted the trams and said …": the subject of the sentence.
        let coordinated = bare > floor + 1 && (tokens[bare - 1].is("and") || tokens[bare - 1].is("but"));
        let source = if relative {
            source::antecedent(tokens, floor, bare - 1)
        } else if coordinated {
            source::subject(tokens, floor, bare - 1)
        } else {
            source::before(tokens, floor, at.start)
        }?;
        // "what he called a …" defines a term.
        let defines = source.name.start > floor && tokens[source.name.start - 1].is("what");
        let reader = tokens[source.name.clone()].iter().any(|token| token.is("you"));
        if defines || reader || (cue.form == Form::Base && !self.is_plural(&source, bare)) {
            return None;
        }
        let start = source.title.as_ref().map_or(source.name.start, |title| title.start);
        let quoted_front = start > floor && tokens[start - 1].quote.is_some();
        let comma_front = start > floor && tokens[start - 1].is(",");
        let following = self.following(cue, &at);
        let says = matches!(cue.class, Class::Say | Class::Tell);
        let mut spans = Vec::new();
        let interrupts = tokens.get(at.end).is_some_and(|next| next.is(","));
        let clause =
            || interrupts || tokens[floor..start].iter().any(|token| source::acts(token) || token.quote.is_some());
        if (quoted_front && (says || cue.particles.is_empty()))
            || (comma_front && says && following.is_none() && clause())
        {
            spans = self.fronted(start);
            if !spans.is_empty() {
                self.add_later_quotes(at.end, &mut spans);
            }
            // "If this goes on, she said, it will …": what follows is said too.
            if spans.len() == 1 && !quoted_front && tokens.get(at.end).is_some_and(|next| next.is(",")) {
                spans.extend(self.trim(at.end..self.range.end));
            }
        }
        if spans.is_empty() && (!cue.marked || self.is_marked(cue, &at)) {
            spans.extend(following);
        } else if spans.is_empty() && self.judges(&at) {
            spans.extend(self.trim(at.start..self.range.end));
        }
        (!spans.is_empty()).then(|| self.said(spans, source, at, cue))
    }

    /// "X did this, saying …": the subject of the sentence speaks. "X is saying …": so does that of the verb.
    fn participle(&self, cue: &Cue, at: Range<usize>, bare: usize, found: &mut Vec<Said>) {
        let tokens = self.tokens;
        let floor = self.range.start;
        let Some(content) = self.following(cue, &at).filter(|_| bare > floor) else { return };
        if cue.adjacent && !self.is_marked(cue, &at) {
            return;
        }
        let progressive = matches!(tokens[bare - 1].low.as_str(), "is" | "are" | "was" | "were" | "been");
        let source = if progressive {
            source::before(tokens, floor, bare - 1)
        } else {
            let Some(comma) = self.comma_before(bare) else { return };
            if let Some(last) = found.last_mut() {
                if last.spans.last().is_some_and(|span| span.end > comma) {
                    self.cut(last, comma);
                }
                last.spans.push(content);
                last.also.push(at);
                return;
            }
            source::subject(tokens, floor, comma)
        };
        let inside = found.last().is_some_and(|last| last.spans.iter().any(|span| span.end > at.start));
        if let Some(source) = source.filter(|_| !inside) {
            found.push(self.said(vec![content], source, at, cue));
        }
    }

    /// The comma after which a participle phrase starts whose participle, with its adverbs, starts at `bare`.
    fn comma_before(&self, bare: usize) -> Option<usize> {
        let tokens = self.tokens;
        let floor = self.range.start.max(bare.saturating_sub(PHRASE));
        let comma = (floor..bare).rev().find(|at| tokens[*at].is(",") || tokens[*at].is("—"))?;
        let (first, last) = (tokens.get(comma + 1)?, tokens.get(bare - 1)?);
        let starts = comma + 1 == bare || first.is_among(words::PREPOSITIONS) || last.is("and");
        let plain = |token: &Token| token.word && token.quote.is_none() && !token.is_among(words::MAIN_VERBS);
        (starts && tokens[comma + 1..bare].iter().all(plain)).then_some(comma)
    }

    /// "…, according to X" and "According to X, …".
    fn according(&self) -> Option<Said> {
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
        let cue = words::cue("said")?;
        Some(self.said(vec![content], source, at..at + 2, cue))
    }

    /// Reported speech that goes on without a report: "She said that trams were loud. They would wake the town."
    fn goes_on(&self, last: &Said) -> Option<Said> {
        let tokens = self.tokens;
        let Range { start, end } = self.range;
        let reported = |at: usize| {
            tokens[at]
                .cues()
                .iter()
                .any(|cue| cue.form == Form::Past && matches!(cue.class, Class::Say | Class::Tell) && !cue.adjacent)
        };
        let latest = last.cue.iter().chain(&last.also).map(|cue| cue.start).max();
        let past = latest.map_or(last.carried, |at| reported(at));
        let from = last.spans.iter().map(|span| span.end).chain(last.cue.iter().map(|cue| cue.end)).max()?;
        let next = self.paragraph.sentences.iter().find(|sentence| sentence.end >= from)?.end == start;
        let is = |low: &[&str]| (start..end).any(|at| low.contains(&tokens[at].low.as_str()));
        let shifted = is(&["would", "had"]) || (is(&["could", "might"]) && is(&["was", "were"]));
        let present = is(&["is", "are", "has", "have", "will", "can", "says", "we", "you", "i"]);
        let present = present && !is(&["would"]);
        let other = |at: usize| {
            tokens[at].quote.is_some()
                || source::is_date(tokens, at)
                || source::person(tokens, at, end).is_some()
                || tokens[at].cues().iter().any(|cue| cue.form == Form::Past && !cue.adjacent && !cue.marked)
        };
        let plain = last.quotation == Quotation::Indirect && !last.author && past && next;
        if !plain || !shifted || present || (start..end).any(other) {
            return None;
        }
        let content = self.trim(start..end)?;
        Some(Said {
            paragraph: self.n,
            spans: vec![content],
            quotation: Quotation::Indirect,
            source: None,
            cue: None,
            also: Vec::new(),
            attitude: Attitude::None,
            carried: true,
            author: false,
            learned: Learned::Nothing,
        })
    }

    /// "Trams, in her view, wake the town", "By Ann Ray’s account, …".
    fn view(&self) -> Option<Said> {
        let tokens = self.tokens;
        let Range { start, end } = self.range;
        let noun = (start + 2..end).find(|at| {
            tokens[*at].quote.is_none()
                && matches!(
                    tokens[*at].low.as_str(),
                    "view" | "opinion" | "account" | "reckoning" | "judgement" | "eyes"
                )
        })?;
        let owner = self.owner(noun)?;
        let opens = owner.start.checked_sub(1).filter(|at| *at >= start)?;
        let whole = matches!(tokens[opens].low.as_str(), "in" | "by" | "to")
            && (opens == start || tokens[opens - 1].is(","))
            && tokens.get(noun + 1).is_none_or(|next| !next.word);
        let mut spans: Vec<Range<usize>> = self.trim(start..opens).into_iter().collect();
        spans.extend(self.trim(noun + 1..end));
        let source = Source { name: owner, title: None, aside: None };
        (whole && !spans.is_empty())
            .then_some(())
            .and_then(|()| Some(self.said(spans, source, opens..noun + 1, words::cue("said")?)))
    }

    /// "Her answer was to close the depot", "The board’s argument was that …".
    fn noun(&self) -> Option<Said> {
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

    /// Whether a source after its verb ends the clause, as it must where no quotation shows that the verb reports.
    fn ends_after(&self, source: &Source) -> bool {
        let name = &self.tokens[source.name.clone()];
        let somebody = name.iter().any(|token| {
            token.capital
                || matches!(token.low.as_str(), "he" | "she" | "it" | "they")
                || token.is_among(words::PERSON_NOUNS)
        });
        // Without a verb before it there is no clause that could be reported: "Ann Ray, a director, said he …".
        let clause = self.tokens[self.range.start..source.name.start.saturating_sub(1)]
            .iter()
            .any(|token| source::is_verb(token) || (token.low.ends_with("ed") && !token.capital));
        if !somebody || !clause {
            return false;
        }
        let next = self.tokens.get(source.name.end).filter(|_| source.name.end < self.range.end);
        next.is_none_or(|next| !next.word || next.is_among(words::TIME_WORDS) || next.is_among(words::PREPOSITIONS))
    }

    /// Whether "call" has a judgement of something behind it: "called it wrong", "called the plan a mistake".
    fn judges(&self, at: &Range<usize>) -> bool {
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
        thing && (window.start + 1..upto).any(|at| judging(at) || term(at))
    }

    /// Whether a word is the noun here and not the verb: "its demands", "his opening remarks".
    fn is_noun(&self, cue: &Cue, at: &Range<usize>) -> bool {
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

    /// A statement whose kind of quotation is not yet known.
    fn said(&self, spans: Vec<Range<usize>>, source: Source, cue: Range<usize>, kind: &Cue) -> Said {
        Said {
            paragraph: self.n,
            spans,
            quotation: Quotation::Indirect,
            source: Some(source),
            cue: Some(cue),
            also: Vec::new(),
            attitude: kind.attitude,
            carried: false,
            author: false,
            learned: Learned::Nothing,
        }
    }

    fn back_over_adverbs(&self, mut at: usize) -> usize {
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
    fn is_marked(&self, cue: &Cue, at: &Range<usize>) -> bool {
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
    fn is_plural(&self, source: &Source, bare: usize) -> bool {
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

/// The stretch of text of a range of tokens.
pub(crate) fn span(tokens: &[Token], range: &Range<usize>) -> Span {
    match (tokens.get(range.start), range.end.checked_sub(1).and_then(|last| tokens.get(last))) {
        (Some(first), Some(last)) if range.start < range.end => Span::new(first.start, last.end),
        _ => Span::new(0, 0),
    }
}
