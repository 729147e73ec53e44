//! The third stage: who is said to have said what. Finds the reporting words of each sentence and, around each, its
//! source and its content.
//!
//! A sentence is read from left to right. Every reporting word outside quotations either starts a statement, goes on
//! with the one before it ("said that …, but asked …"), or stands inside reported words and starts nothing. Quotations
//! that no reporting word reaches go on with the statement before them or stand alone.

use std::ops::Range;

use corpus::{Quotation, Span};

use crate::lex::{Lexed, Paragraph, Quote, Token};
use crate::source::{self, Source};
use crate::vocabulary::{self as words, Attitude, Class, Cue, Form};

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
    pub(crate) attitude: Attitude,
    /// Whether it goes on with what the statement before it said, without naming the source again.
    pub(crate) carried: bool,
}

/// As many quoted words make a reported clause mixed; fewer are a scare-quoted term.
const QUOTED_WORDS: usize = 3;

/// A quotation without a source is kept as a statement from this many words on; shorter ones are titles and terms.
const LONE_WORDS: usize = 6;

/// How far after a reporting verb "that" may stand behind words about when and where.
const ASIDE: usize = 12;

/// Finds all statements of an article, in order.
pub(crate) fn attribute(lexed: &Lexed) -> Vec<Said> {
    let mut found: Vec<Said> = Vec::new();
    for (n, paragraph) in lexed.paragraphs.iter().enumerate() {
        let before = found.len();
        for sentence in &paragraph.sentences {
            let reader = Sentence { tokens: &lexed.tokens, paragraph, range: sentence.clone(), n };
            let said = reader.read();
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
            found.extend(self.according());
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
        let follows = |particles: &[&str]| {
            particles.iter().enumerate().all(|(n, particle)| {
                self.tokens.get(at + 1 + n).is_some_and(|next| at + 1 + n < self.range.end && next.is(particle))
            })
        };
        let cue = words::cues(&token.low)
            .iter()
            .filter(|cue| follows(cue.particles))
            .max_by_key(|cue| cue.particles.len())?;
        Some((cue, at + 1 + cue.particles.len()))
    }

    fn statement(&self, cue: &'static Cue, at: Range<usize>, found: &mut Vec<Said>) {
        let tokens = self.tokens;
        let floor = self.range.start;
        let bare = self.back_over_adverbs(at.start);
        let before = (bare > floor).then(|| &tokens[bare - 1]);
        let after_quote = at.start > floor && tokens[at.start - 1].quote.is_some();
        let after_comma = at.start > floor && tokens[at.start - 1].is(",");

        // "A," said X: the source comes after the verb.
        if (after_quote || (after_comma && found.is_empty()))
            && (cue.class == Class::Say || (after_quote && cue.class == Class::Demand && cue.particles.is_empty()))
            && cue.form != Form::Participle
            && cue.form != Form::Base
            && tokens.get(at.end).is_some_and(|next| at.end < self.range.end && next.word && next.quote.is_none())
            && let Some(source) = source::after(tokens, at.end, self.range.end)
            && !words::TIME_WORDS.contains(&tokens[at.end].low.as_str())
            && !words::PREPOSITIONS.contains(&tokens[at.end].low.as_str())
            && !tokens[at.end].is("that")
            && (after_quote || self.ends_after(&source))
        {
            let mut spans = self.fronted(at.start);
            if !spans.is_empty() {
                self.add_later_quotes(at.end, &mut spans);
                found.push(self.said(spans, Some(source), at, cue));
                return;
            }
        }
        if cue.form == Form::Participle {
            self.participle(cue, at, bare, found);
            return;
        }
        let coordinated = before.is_some_and(|before| before.is("and") || before.is("but"));
        if let Some(last) = found.last_mut() {
            let inside = last.spans.last().is_some_and(|span| at.start < span.end);
            if coordinated && cue.class != Class::Stance {
                // The subject of the first verb speaks on: "insisted that …, but asked …".
                let content = self.following(cue, &at);
                if let Some(content) = content {
                    self.cut(last, bare - 1);
                    last.spans.push(content);
                }
                return;
            }
            if inside {
                return;
            }
        }
        if self.is_noun(cue, &at) {
            return;
        }
        if before.is_some_and(|before| words::NO_REPORT_BEFORE.contains(&before.low.as_str()))
            || before.is_some_and(|before| before.is_genitive() && cue.form != Form::Past)
            || (cue.form == Form::Past && tokens.get(at.end).is_some_and(|next| next.is("by")))
        {
            return;
        }
        let who = before.filter(|before| matches!(before.low.as_str(), "who" | "which" | "that"));
        let source = match who {
            Some(_) => source::antecedent(tokens, floor, bare - 1),
            None => source::before(tokens, floor, at.start),
        };
        let Some(source) = source else { return };
        // "what he called a …" defines a term.
        let defines = source.name.start > floor && tokens[source.name.start - 1].is("what");
        if defines || tokens[source.name.clone()].iter().any(|token| token.is("you")) {
            return;
        }
        if cue.form == Form::Base && !self.is_plural(&source, bare) {
            return;
        }
        let start = source.title.as_ref().map_or(source.name.start, |title| title.start);
        let mut spans = Vec::new();
        let front_marked = start > floor && (tokens[start - 1].quote.is_some() || tokens[start - 1].is(","));
        let following = self.following(cue, &at);
        let quoted_front = front_marked && tokens[start - 1].quote.is_some();
        if (matches!(cue.class, Class::Say | Class::Tell) || quoted_front && cue.particles.is_empty())
            && front_marked
            && (quoted_front || following.is_none())
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
        if spans.is_empty() {
            if cue.marked && !self.is_marked(&at) {
                return;
            }
            spans.extend(following);
        }
        if !spans.is_empty() {
            found.push(self.said(spans, Some(source), at, cue));
        }
    }

    /// "X did this, saying …": the subject of the sentence speaks.
    fn participle(&self, cue: &'static Cue, at: Range<usize>, bare: usize, found: &mut Vec<Said>) {
        let tokens = self.tokens;
        let floor = self.range.start;
        let Some(content) = self.following(cue, &at) else { return };
        if bare == floor {
            return;
        }
        let before = &tokens[bare - 1];
        let progressive = matches!(before.low.as_str(), "is" | "are" | "was" | "were" | "been");
        let source = if progressive {
            source::before(tokens, floor, bare - 1)
        } else if let Some(comma) =
            (bare.saturating_sub(PHRASE).max(floor)..bare).rev().find(|at| tokens[*at].is(",") || tokens[*at].is("—"))
            && tokens[comma + 1..bare]
                .iter()
                .all(|token| token.word && token.quote.is_none() && !words::MAIN_VERBS.contains(&token.low.as_str()))
            && (comma + 1 == bare
                || words::PREPOSITIONS.contains(&tokens[comma + 1].low.as_str())
                || tokens[bare - 1].is("and"))
        {
            if let Some(last) = found.last_mut() {
                let open = last.spans.last().is_some_and(|span| span.end > comma);
                let reported = tokens[last.cue.as_ref().map_or(0, |cue| cue.start)].quote.is_none();
                if open && reported {
                    self.cut(last, comma);
                }
                last.spans.push(content);
                return;
            }
            source::subject(tokens, floor, comma)
        } else {
            return;
        };
        if found.last().is_some_and(|last| last.spans.iter().any(|span| span.end > at.start)) {
            return;
        }
        let Some(source) = source else { return };
        found.push(self.said(vec![content], Some(source), at, cue));
    }

    /// "…, according to X" and "According to X, …".
    fn according(&self) -> Option<Said> {
        let tokens = self.tokens;
        let at = (self.range.start..self.range.end.saturating_sub(2))
            .find(|at| tokens[*at].quote.is_none() && tokens[*at].is("according") && tokens[at + 1].is("to"))?;
        let source = source::after(tokens, at + 2, self.range.end)?;
        let content = if at == self.range.start {
            let comma = (source.name.end..self.range.end).find(|at| tokens[*at].is(","))?;
            self.trim(comma + 1..self.range.end)
        } else {
            self.trim(self.range.start..at)
        }?;
        let cue = &words::cues("said")[0];
        Some(self.said(vec![content], Some(source), at..at + 2, cue))
    }

    /// Whether a source after its verb ends the clause, as it must where no quotation shows that the verb reports.
    fn ends_after(&self, source: &Source) -> bool {
        let name = &self.tokens[source.name.clone()];
        let somebody = name.iter().any(|token| {
            token.capital
                || matches!(token.low.as_str(), "he" | "she" | "it" | "they")
                || words::PERSON_NOUNS.contains(&token.low.as_str())
        });
        // Without a verb before it there is no clause that could be reported: "Ann Ray, a director, said he …".
        let clause = self.tokens[self.range.start..source.name.start.saturating_sub(1)].iter().any(source::is_verb);
        if !somebody || !clause {
            return false;
        }
        let next = self.tokens.get(source.name.end).filter(|_| source.name.end < self.range.end);
        next.is_none_or(|next| {
            !next.word
                || words::TIME_WORDS.contains(&next.low.as_str())
                || words::PREPOSITIONS.contains(&next.low.as_str())
        })
    }

    /// Whether a word is the noun here and not the verb: "its demands", "his opening remarks".
    fn is_noun(&self, cue: &Cue, at: &Range<usize>) -> bool {
        if at.start > self.range.start && self.tokens[at.start - 1].capital && !self.tokens[at.start - 1].is_genitive()
        {
            return false;
        }
        let form = matches!(cue.form, Form::Base | Form::Third)
            && words::NOUN_FORMS.contains(&self.tokens[at.start].low.as_str());
        let before = &self.tokens[at.start.saturating_sub(3).max(self.range.start)..at.start];
        let determined =
            before.iter().any(|token| words::DETERMINERS.contains(&token.low.as_str()) || token.is_genitive());
        let reports = self.tokens.get(at.end).is_some_and(|next| next.is("that") || next.quote.is_some());
        let lower = before.last().is_some_and(|token| {
            !token.capital
                && !token.low.ends_with('s')
                && !matches!(token.low.as_str(), "they" | "we" | "it" | "he" | "she")
        });
        form && !reports
            && (determined || (lower && cue.form == Form::Third))
            && !words::ORGANISATION_NOUNS.contains(&before.last().map(Token::bare).unwrap_or_default())
    }

    /// What is said after a reporting word.
    fn following(&self, cue: &Cue, at: &Range<usize>) -> Option<Range<usize>> {
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
                let window = start..end.min(start + ASIDE);
                let first = tokens.get(start).filter(|_| start < end)?;
                let aside = cue.class == Class::Tell
                    || words::TIME_WORDS.contains(&first.low.as_str())
                    || words::PREPOSITIONS.contains(&first.low.as_str())
                    || first.is(",");
                let mark = window
                    .clone()
                    .find(|at| tokens[*at].is("that") || tokens[*at].is(":") || tokens[*at].quote.is_some());
                match mark {
                    Some(mark) if aside || mark == start => {
                        start = if tokens[mark].quote.is_some() { mark } else { mark + 1 };
                    }
                    _ if cue.class == Class::Tell => {
                        start = (start + 1..window.end)
                            .find(|at| words::CLAUSE_SUBJECTS.contains(&tokens[*at].low.as_str()))?;
                    }
                    _ if aside => {
                        let skipped = self.skip_aside(start);
                        if skipped >= end
                            || !tokens[skipped].word
                            || words::PREPOSITIONS.contains(&tokens[skipped].low.as_str())
                        {
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
        let content = self.trim(start..end)?;
        let count = content.clone().filter(|at| tokens[*at].word).count();
        let first = &tokens[content.start];
        let bad = cue.class == Class::Demand && cue.particles.is_empty() && (first.is("to") && count < 4);
        (count >= 2 && !bad).then_some(content)
    }

    /// Over "on Tuesday" and "late Tuesday".
    fn skip_aside(&self, start: usize) -> usize {
        let mut at = start;
        while at < self.range.end
            && (words::TIME_WORDS.contains(&self.tokens[at].low.as_str())
                || (words::PREPOSITIONS.contains(&self.tokens[at].low.as_str())
                    && self.tokens.get(at + 1).is_some_and(|next| words::TIME_WORDS.contains(&next.low.as_str()))))
        {
            at += 1;
        }
        at
    }

    /// Where a participle phrase ends that stands between the subject and the verb of its sentence: "X's speech,
    /// calling for a law, seemed …".
    fn phrase_end(&self, start: usize, cue: usize) -> Option<usize> {
        let tokens = self.tokens;
        if cue - self.range.start > PHRASE {
            return None;
        }
        let outside = |range: Range<usize>| range.filter(|at| tokens[*at].quote.is_none());
        let is_main = |at: &usize| words::MAIN_VERBS.contains(&tokens[*at].low.as_str());
        let earlier = outside(self.range.start..cue)
            .any(|at| is_main(&at) || words::cue(&tokens[at].low).is_some_and(|cue| cue.form == Form::Past));
        let first = outside(self.range.start..cue).next()?;
        if earlier || !tokens[first].capital {
            return None;
        }
        let end = outside(start..self.range.end).find(|at| {
            is_main(at)
                && !(start..*at).rev().take(2).any(|back| {
                    matches!(
                        tokens[back].low.as_str(),
                        "that" | "which" | "who" | "it" | "they" | "he" | "she" | "what" | "there"
                    )
                })
        })?;
        (tokens[end - 1].quote.is_some() || tokens[end - 1].is(",")).then_some(end)
    }

    /// What stands before a source: a quotation or a reported clause.
    fn fronted(&self, end: usize) -> Vec<Range<usize>> {
        self.trim(self.range.start..end)
            .filter(|range| {
                range.clone().filter(|at| self.tokens[*at].word).count() >= 2
                    || range.clone().any(|at| self.tokens[at].quote.is_some())
            })
            .into_iter()
            .collect()
    }

    fn add_later_quotes(&self, from: usize, spans: &mut Vec<Range<usize>>) {
        let reports =
            |at: &usize| self.cue_at(*at).is_some_and(|(cue, _)| matches!(cue.class, Class::Say | Class::Tell));
        let next = (from..self.range.end).find(reports).unwrap_or(self.range.end);
        for quote in self.quotes_in(from..next) {
            if self.words_in(quote) >= QUOTED_WORDS {
                spans.push(quote.tokens.clone());
            }
        }
    }

    /// Quotations of a sentence that names nobody.
    fn lone_quotes(&self, said: &[Said], paragraph_start: usize, found: &mut Vec<Said>) {
        let reached = |quote: &Quote| {
            said.iter()
                .flat_map(|said| &said.spans)
                .any(|span| span.start < quote.tokens.end && quote.tokens.start < span.end)
        };
        for quote in self.quotes_in(self.range.clone()).iter().filter(|quote| !reached(quote)) {
            let whole = quote.tokens.start == self.range.start && self.range.end - quote.tokens.end <= 1;
            let opens = quote.tokens.start == self.paragraph.sentences.first().map_or(0, |first| first.start);
            let same_paragraph = found.len() > paragraph_start;
            if let Some(last) = found.last_mut()
                && same_paragraph
                && whole
                && last.quotation != Quotation::Indirect
            {
                last.spans.push(self.inner(quote));
                if last.quotation == Quotation::Mixed && last.carried {
                    last.quotation = Quotation::Direct;
                }
                continue;
            }
            let words = self.words_in(quote);
            let carries = whole
                && opens
                && found
                    .last()
                    .is_some_and(|last| last.paragraph + 1 == self.n && last.quotation != Quotation::Indirect);
            let sentence = self.tokens[quote.tokens.start + 1].capital
                && self.tokens[..quote.tokens.end.saturating_sub(usize::from(quote.closed))]
                    .last()
                    .is_some_and(|last| matches!(last.low.as_str(), "," | "." | "!" | "?"));
            if carries || words >= LONE_WORDS || (sentence && words >= QUOTED_WORDS) {
                let title = quote.tokens.clone().filter(|at| self.tokens[*at].capital).count() * 2 > words;
                if title && !carries {
                    continue;
                }
                found.push(Said {
                    paragraph: self.n,
                    spans: vec![self.inner(quote)],
                    quotation: Quotation::Direct,
                    source: None,
                    cue: None,
                    attitude: Attitude::None,
                    carried: carries,
                });
            }
        }
    }

    fn said(&self, spans: Vec<Range<usize>>, source: Option<Source>, cue: Range<usize>, kind: &Cue) -> Said {
        let attitude = kind.attitude;
        Said {
            paragraph: self.n,
            spans,
            quotation: Quotation::Indirect,
            source,
            cue: Some(cue),
            attitude,
            carried: false,
        }
    }

    /// Ends what was said at `end`.
    fn cut(&self, said: &mut Said, end: usize) {
        if let Some(last) = said.spans.pop()
            && let Some(cut) = self.trim(last.start..end.max(last.start).min(last.end))
        {
            said.spans.push(cut);
        }
    }

    fn quotation(&self, spans: &[Range<usize>]) -> Quotation {
        let quotes = || spans.iter().flat_map(|span| self.quotes_in(span.clone()));
        if !spans.is_empty()
            && spans.iter().all(|span| self.quotes_in(span.clone()).iter().any(|quote| quote.tokens == *span))
        {
            Quotation::Direct
        } else if quotes().any(|quote| self.words_in(quote) >= QUOTED_WORDS) {
            Quotation::Mixed
        } else {
            Quotation::Indirect
        }
    }

    /// Direct quotations stand without their marks.
    fn strip_marks(&self, said: &mut Said) {
        if said.quotation != Quotation::Direct {
            return;
        }
        for span in &mut said.spans {
            if let Some(quote) = self.quotes_in(span.clone()).iter().find(|quote| quote.tokens == *span) {
                *span = self.inner(quote);
            }
        }
        said.spans.retain(|span| !span.is_empty());
    }

    /// The quotations that lie in a range.
    fn quotes_in(&self, range: Range<usize>) -> &[Quote] {
        let quotes = &self.paragraph.quotes;
        let from = quotes.partition_point(|quote| quote.tokens.start < range.start);
        let to = quotes.partition_point(|quote| quote.tokens.end <= range.end);
        quotes.get(from..to).unwrap_or_default()
    }

    fn inner(&self, quote: &Quote) -> Range<usize> {
        let end = if quote.closed { quote.tokens.end - 1 } else { quote.tokens.end };
        quote.tokens.start + 1..end.max(quote.tokens.start + 1)
    }

    fn words_in(&self, quote: &Quote) -> usize {
        quote.tokens.clone().filter(|at| self.tokens[*at].word).count()
    }

    /// Without marks and bare conjunctions around it; nothing if nothing is left.
    fn trim(&self, mut range: Range<usize>) -> Option<Range<usize>> {
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

    fn back_over_adverbs(&self, mut at: usize) -> usize {
        while at > self.range.start {
            let token = &self.tokens[at - 1];
            let low = token.low.as_str();
            let adverb = words::AUXILIARIES.contains(&low) || (low.ends_with("ly") && low.len() > 4 && !token.capital);
            if token.quote.is_some() || !adverb {
                break;
            }
            at -= 1;
        }
        at
    }

    fn is_marked(&self, at: &Range<usize>) -> bool {
        self.tokens[at.end..self.range.end.min(at.end + ASIDE)]
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

/// How many words may stand between a comma and its participle ("at one point even suggesting"), and before a
/// participle that belongs to the subject.
const PHRASE: usize = 8;

/// The stretch of text of a range of tokens.
pub(crate) fn span(tokens: &[Token], range: &Range<usize>) -> Span {
    match (tokens.get(range.start), range.end.checked_sub(1).and_then(|last| tokens.get(last))) {
        (Some(first), Some(last)) if range.start < range.end => Span::new(first.start, last.end),
        _ => Span::new(0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lex;

    fn said(text: &str) -> Vec<(Quotation, Vec<&str>)> {
        let lexed = lex::lex(text, &[Span::new(0, text.len())]);
        let words = |range| span(&lexed.tokens, range).of(text).unwrap_or_default();
        attribute(&lexed).iter().map(|said| (said.quotation, said.spans.iter().map(words).collect())).collect()
    }

    #[test]
    fn a_statement_is_one_act_of_saying() {
        use Quotation::{Direct, Indirect, Mixed};
        for (text, expected) in [
            ("“One,” Ann said. “Two.”", vec![(Direct, vec!["One,", "Two."])]),
            ("“One two,” said Ann.", vec![(Direct, vec!["One two,"])]),
            ("Ann said on Monday that it was late.", vec![(Indirect, vec!["it was late"])]),
            ("It was very late, Ann said.", vec![(Indirect, vec!["It was very late"])]),
            ("Ann said it was “far too late.”", vec![(Mixed, vec!["it was “far too late.”"])]),
            ("Ann said it was “late.”", vec![(Indirect, vec!["it was “late.”"])]),
            ("Ann told the Post that it was late.", vec![(Indirect, vec!["it was late"])]),
            ("It was late, according to Ann.", vec![(Indirect, vec!["It was late"])]),
            ("Ann called for more trams.", vec![(Indirect, vec!["more trams"])]),
            ("Ann said it was late, but asked for more trams.", vec![(Indirect, vec!["it was late", "more trams"])]),
            ("Ann lashed out at Bo, saying it was late.", vec![(Indirect, vec!["lashed out at Bo", "it was late"])]),
            ("Ann was told that it was late.", vec![]),
            ("Her opening remarks were short.", vec![]),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}
