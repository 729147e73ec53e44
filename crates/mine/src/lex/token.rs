//! A word or a mark of an article, with what can be told of it alone: how it is written, and what the vocabulary knows of
//! it.

use std::ops::Range;

use crate::vocabulary::{self as words, Cue, Known, List, Lists};

/// A word or a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// In lower case, with straight apostrophes.
    pub(crate) low: String,
    /// What the vocabulary knows of it.
    known: Known,
    /// The lists in which it stands without the ending of a genitive.
    bare_lists: Lists,
    pub(crate) word: bool,
    /// Whether it starts with a capital letter.
    pub(crate) capital: bool,
    /// Whether it is written in capitals throughout: "FBI".
    pub(crate) acronym: bool,
    /// The outermost quotation in which it stands, as an index into the paragraph's; its marks stand in it too.
    pub(crate) quote: Option<usize>,
}

impl Token {
    /// A token outside of quotations.
    pub(super) fn new(at: Range<usize>, low: String, word: bool, capital: bool, acronym: bool) -> Self {
        let known = words::known(&low);
        let bare = bare(&low);
        let bare_lists = if bare.len() < low.len() { words::known(bare).lists } else { known.lists };
        Self { start: at.start, end: at.end, low, known, bare_lists, word, capital, acronym, quote: None }
    }

    pub(crate) fn is(&self, low: &str) -> bool {
        self.low == low
    }

    pub(crate) fn is_among(&self, list: List) -> bool {
        self.known.lists.has(list)
    }

    /// The same without the ending of a genitive.
    pub(crate) fn bare_is_among(&self, list: List) -> bool {
        self.bare_lists.has(list)
    }

    /// All reporting words that it can be.
    pub(crate) fn cues(&self) -> &'static [Cue] {
        self.known.cues
    }

    /// The reporting word that it is, without a look at what follows it.
    pub(crate) fn cue(&self) -> Option<&'static Cue> {
        self.known.cues.first()
    }

    /// Without the ending of a genitive.
    pub(crate) fn bare(&self) -> &str {
        bare(&self.low)
    }

    pub(crate) fn is_genitive(&self) -> bool {
        self.bare().len() < self.low.len()
    }

    pub(crate) fn is_quotation_mark(&self) -> bool {
        matches!(self.low.as_str(), "\"" | "“" | "”" | "„" | "‟" | "«" | "»" | "'" | "‘")
    }
}

fn bare(low: &str) -> &str {
    low.strip_suffix("'s").or_else(|| low.strip_suffix('\'')).unwrap_or(low)
}

/// In lower case, with straight apostrophes.
pub(crate) fn lower(words: &str) -> String {
    if words.is_ascii() {
        return words.to_ascii_lowercase();
    }
    words.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect()
}
