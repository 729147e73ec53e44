//! The words of an article as stems, and the way back from a cue that was found to the words in the text.

use std::ops::Range;

use corpus::Span;

use crate::attribute::span;
use crate::cues::{self, Hit};
use crate::lex::{Lexed, Token};

/// The words of an article as stems, each with its token. A hyphenated word is several; the end of a sentence is an empty
/// one, which no cue reaches over.
pub(super) struct Stems<'l> {
    lexed: &'l Lexed,
    stems: Vec<String>,
    tokens: Vec<usize>,
}

impl<'l> Stems<'l> {
    pub(super) fn of(lexed: &'l Lexed) -> Self {
        let room = lexed.tokens.len();
        let mut all = Self { lexed, stems: Vec::with_capacity(room), tokens: Vec::with_capacity(room) };
        for (n, token) in lexed.tokens.iter().enumerate() {
            if matches!(token.low.as_str(), "." | "!" | "?" | ";") {
                all.stems.push(String::new());
                all.tokens.push(n);
                continue;
            }
            if !token.word {
                continue;
            }
            for part in token.low.split('-').filter(|part| !part.is_empty()) {
                all.stems.push(cues::stem(part));
                all.tokens.push(n);
            }
        }
        all
    }

    /// The places of the words of a range of tokens.
    pub(super) fn places(&self, range: &Range<usize>) -> Range<usize> {
        self.tokens.partition_point(|token| *token < range.start)
            ..self.tokens.partition_point(|token| *token < range.end)
    }

    pub(super) fn row(&self, places: Range<usize>) -> &[String] {
        self.stems.get(places).unwrap_or_default()
    }

    /// The token of the word at a place.
    pub(super) fn token(&self, place: usize) -> usize {
        self.tokens.get(place).copied().unwrap_or_default()
    }

    /// The words of a hit in the row that starts at `first`. A quotation that starts or ends inside them is taken whole
    /// where its other mark stands next to them: `any “back door”`.
    pub(super) fn words<T>(&self, first: usize, hit: &Hit<T>) -> Span {
        let tokens = &self.lexed.tokens;
        let Range { mut start, mut end } = self.token(first + hit.first)..self.token(first + hit.last) + 1;
        if tokens[start..end].iter().filter(|token| token.is_quotation_mark()).count() % 2 == 1 {
            // The closing mark may stand behind a comma or full stop.
            let after = (end..tokens.len().min(end + 2)).find(|at| closes(tokens, *at));
            if let Some(after) = after.filter(|after| tokens[end..*after].iter().all(|token| !token.word)) {
                end = after + 1;
            } else if start > 0 && tokens[start - 1].is_quotation_mark() && tokens[start - 1].end == tokens[start].start
            {
                start -= 1;
            }
        }
        span(tokens, &(start..end))
    }
}

/// Whether a quotation mark follows the text before it without a space.
fn closes(tokens: &[Token], at: usize) -> bool {
    tokens[at].is_quotation_mark() && at > 0 && tokens[at - 1].end == tokens[at].start
}
