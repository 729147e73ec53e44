//! What `cargo xtask train` needs of the model: texts as the model sees them, and the form of its weights.

use std::ops::Range;

use corpus::Span;

use super::chain::Observed;
use super::{Seen, Word};
use crate::attribute::{self, Relation};
use crate::lex::{self, Lexed};

pub use super::weights::{MARK_BITS, ROW_BITS, ROWS, SCALE, place};
pub use super::words::{Known, hash};

/// The role of the first of a chain of roles: a source.
pub const SOURCE: u8 = super::roles::RULED_SOURCE as u8;
/// The role of what is said.
pub const CONTENT: u8 = super::roles::RULED_CONTENT as u8;

/// A text in tokens, with what the rules make of it.
pub struct Text {
    lexed: Lexed,
    rules: Vec<Relation>,
    words: Vec<Word>,
}

/// The features of a chain of tokens.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    /// The tokens of the text that it is made of.
    pub range: Range<usize>,
    /// What is seen at each token.
    pub tokens: Vec<Vec<u32>>,
    /// What is seen at each boundary: one more than tokens.
    pub boundaries: Vec<Vec<u32>>,
}

impl Chain {
    fn of(observed: &impl Observed) -> Self {
        let range = observed.range();
        let token = |n: usize| {
            let mut features = Vec::new();
            observed.token(n, &mut |feature| features.push(feature));
            features
        };
        let boundary = |n: usize| {
            let mut features = Vec::new();
            observed.boundary(n, &mut |feature| features.push(feature));
            features
        };
        Self {
            tokens: range.clone().map(token).collect(),
            boundaries: (range.start..=range.end).map(boundary).collect(),
            range,
        }
    }
}

impl Text {
    /// A text as it is, seen with a knowledge of words that may be newer than that of the embedded weights.
    pub fn of(text: &str, known: impl Fn(u32) -> Known) -> Self {
        let lexed = lex::lex(text, &crate::read::paragraphs(text, 0));
        let rules = attribute::relations(&lexed, &attribute::attribute(&lexed));
        let words = super::words::words(&lexed, known);
        Self { lexed, rules, words }
    }

    /// The words and marks in lower case, in order.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.lexed.tokens.iter().map(|token| token.low.as_str())
    }

    /// The chains in which cues are looked for.
    pub fn sentences(&self) -> impl Iterator<Item = Chain> {
        let seen = self.seen();
        let sentences = self.lexed.paragraphs.iter().flat_map(|paragraph| &paragraph.sentences);
        sentences.map(move |sentence| Chain::of(&seen.sentence(sentence.clone())))
    }

    /// The chain in which the source and the content of a cue are looked for.
    pub fn surroundings(&self, cue: &Range<usize>) -> Chain {
        let ends = |paragraph: &lex::Paragraph| paragraph.sentences.last().is_none_or(|last| last.end <= cue.start);
        let paragraph = self.lexed.paragraphs.partition_point(ends);
        Chain::of(&self.seen().surroundings(paragraph, cue.clone()))
    }

    /// The tokens that a span covers, without marks at its ends.
    pub fn tokens_of(&self, span: Span) -> Range<usize> {
        let tokens = &self.lexed.tokens;
        let mut start = tokens.partition_point(|token| token.end <= span.range().start);
        let mut end = tokens.partition_point(|token| token.start < span.range().end).max(start);
        while start < end && self.words[start].is_trimmed() {
            start += 1;
        }
        while start < end && self.words[end - 1].is_trimmed() {
            end -= 1;
        }
        start..end
    }

    fn seen(&self) -> Seen<'_> {
        Seen::new(&self.lexed, &self.rules, self.words.clone())
    }
}
