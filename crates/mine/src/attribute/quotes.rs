//! The quotations of a sentence: which of them a statement takes in, which go on with the one before, which stand alone.

use std::ops::Range;

use corpus::Quotation;

use super::{Learned, Said, Sentence};
use crate::lex::Quote;
use crate::vocabulary::{Attitude, Class};

/// As many quoted words make a reported clause mixed; fewer are a scare-quoted term.
const QUOTED_WORDS: usize = 3;

/// A quotation without a source is kept as a statement from this many words on; shorter ones are titles and terms.
const LONE_WORDS: usize = 6;

impl Sentence<'_> {
    /// Adds to `found` the quotations that no reporting word of the sentence reaches: to the statement before them where
    /// they go on with it, else as statements without a source. `said` is what the sentence says otherwise; the
    /// statements of its paragraph start at `paragraph_start`.
    pub(super) fn lone_quotes(&self, said: &[Said], paragraph_start: usize, found: &mut Vec<Said>) {
        let reached = |quote: &Quote| {
            let mut spans = said.iter().flat_map(|said| &said.spans);
            spans.any(|span| span.start < quote.tokens.end && quote.tokens.start < span.end)
        };
        for quote in self.quotes_in(self.range.clone()).iter().filter(|quote| !reached(quote)) {
            let whole = quote.tokens.start == self.range.start && self.range.end - quote.tokens.end <= 1;
            let same_paragraph = found.len() > paragraph_start;
            let before = found.last_mut().filter(|last| whole && last.quotation != Quotation::Indirect);
            let carried = match before {
                Some(last) if same_paragraph => {
                    last.spans.push(self.inner(quote));
                    continue;
                }
                Some(last) => last.paragraph + 1 == self.n && self.opens_paragraph(quote),
                None => false,
            };
            if carried || self.stands_alone(quote) {
                found.push(Said {
                    paragraph: self.n,
                    spans: vec![self.inner(quote)],
                    quotation: Quotation::Direct,
                    source: None,
                    cue: None,
                    also: Vec::new(),
                    attitude: Attitude::None,
                    carried,
                    author: false,
                    learned: Learned::Nothing,
                });
            }
        }
    }

    fn opens_paragraph(&self, quote: &Quote) -> bool {
        self.paragraph.sentences.first().is_some_and(|first| first.start == quote.tokens.start)
    }

    /// Whether a quotation is long enough, or a sentence, and not the title of something.
    fn stands_alone(&self, quote: &Quote) -> bool {
        let inner = &self.tokens[self.inner(quote)];
        let words = self.words_in(quote);
        let sentence = inner.first().is_some_and(|first| first.capital)
            && inner.last().is_some_and(|last| matches!(last.low.as_str(), "," | "." | "!" | "?"));
        let title = inner.iter().filter(|token| token.capital).count() * 2 > words;
        !title && (words >= LONE_WORDS || (sentence && words >= QUOTED_WORDS))
    }

    /// The quotations from `from` up to the next report: they belong to the one before it.
    pub(super) fn add_later_quotes(&self, from: usize, spans: &mut Vec<Range<usize>>) {
        let reports =
            |at: &usize| self.cue_at(*at).is_some_and(|(cue, _)| matches!(cue.class, Class::Say | Class::Tell));
        let next = (from..self.range.end).find(reports).unwrap_or(self.range.end);
        for quote in self.quotes_in(from..next) {
            if self.words_in(quote) >= QUOTED_WORDS {
                spans.push(quote.tokens.clone());
            }
        }
    }

    pub(super) fn quotation(&self, spans: &[Range<usize>]) -> Quotation {
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
    pub(super) fn strip_marks(&self, said: &mut Said) {
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
    pub(super) fn quotes_in(&self, range: Range<usize>) -> &[Quote] {
        let quotes = &self.paragraph.quotes;
        let from = quotes.partition_point(|quote| quote.tokens.start < range.start);
        let to = quotes.partition_point(|quote| quote.tokens.end <= range.end);
        quotes.get(from..to).unwrap_or_default()
    }

    pub(super) fn inner(&self, quote: &Quote) -> Range<usize> {
        let end = if quote.closed { quote.tokens.end - 1 } else { quote.tokens.end };
        quote.tokens.start + 1..end.max(quote.tokens.start + 1)
    }

    pub(super) fn words_in(&self, quote: &Quote) -> usize {
        quote.tokens.clone().filter(|at| self.tokens[*at].word).count()
    }
}
