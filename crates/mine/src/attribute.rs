//! The third stage: who is said to have said what. Finds the reporting words of each sentence and, around each, its
//! source and its content.
//!
//! What a reporting word is in its sentence is worked out in `verb`, which words are the content in `content`, which
//! quotations belong to it in `quotes`. Reports that interrupt or end a sentence are in `enclosing`, reports without a verb
//! in `verbless`, reported speech that goes on without a report in `onward`.
//!
//! A sentence is read from left to right. Every reporting word outside quotations either starts a statement, goes on
//! with the one before it ("said that …, but asked …"), or stands inside reported words and starts nothing. Quotations
//! that no reporting word reaches go on with the statement before them or stand alone.

mod content;
mod enclosing;
mod further;
mod onward;
mod quotes;
mod relation;
#[cfg(test)]
mod tests;
mod verb;
mod verbless;

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

impl Said {
    /// Whether it is no statement unless it argues, or an editor says so: what an author tells without arguing is none, and
    /// what only the model has found is too unsure to be one.
    pub(crate) fn is_tentative(&self) -> bool {
        self.author || self.learned == Learned::Everything
    }
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
                // "Ann said it was late, while Bo said that it was dark": somebody else speaks.
                if let Some((conjunction, said)) = self.contrasted(cue, &at, bare) {
                    self.cut(last, conjunction);
                    found.push(said);
                }
                return;
            }
        }
        if self.is_report(cue, &at, before) {
            found.extend(self.after_its_subject(cue, at, bare));
        }
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

    /// What another subject says behind ", while", and where that stands.
    fn contrasted(&self, cue: &Cue, at: &Range<usize>, bare: usize) -> Option<(usize, Said)> {
        let tokens = self.tokens;
        let says = matches!(cue.class, Class::Say | Class::Tell) && cue.form != Form::Participle;
        let window = at.end..self.range.end.min(at.end + ASIDE);
        if !says || tokens[at.start].quote.is_some() || !tokens[window].iter().any(|token| token.is("that")) {
            return None;
        }
        let source = source::before(tokens, self.range.start, at.start)?;
        let start = source.title.as_ref().map_or(source.name.start, |title| title.start);
        let start = start - usize::from(start > self.range.start && source::is_article(&tokens[start - 1]));
        let conjunction = start.checked_sub(1).filter(|conjunction| *conjunction > self.range.start)?;
        let contrast =
            matches!(tokens[conjunction].low.as_str(), "while" | "whereas") && tokens[conjunction - 1].is(",");
        let named = tokens[source.name.start].capital || tokens[start].is("the");
        if !contrast || !named {
            return None;
        }
        Some((conjunction - 1, self.after_its_subject(cue, at.clone(), bare)?))
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
        if !self.takes_its_object(&at) {
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
        if spans.is_empty() && self.judges(&at) {
            spans.extend(self.trim(at.start..self.range.end));
        } else if spans.is_empty() && (!cue.marked || self.is_marked(cue, &at)) {
            spans.extend(following);
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
}

/// The stretch of text of a range of tokens.
pub(crate) fn span(tokens: &[Token], range: &Range<usize>) -> Span {
    match (tokens.get(range.start), range.end.checked_sub(1).and_then(|last| tokens.get(last))) {
        (Some(first), Some(last)) if range.start < range.end => Span::new(first.start, last.end),
        _ => Span::new(0, 0),
    }
}
