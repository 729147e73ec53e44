//! What a word shows to the model: numbers for its form, its stem, its ending, its shape, its class, its place in a
//! quotation, its group and how often it reports, worked out once a token.
//!
//! The numbers mean nothing but themselves: equal ones mean equal looks. The weights were learned with them, so whoever
//! changes one trains anew.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lex::{Lexed, Token};
use crate::vocabulary as words;

/// A token as the model sees it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// The word in lower case.
    pub(super) form: u32,
    /// Its stem.
    pub(super) stem: u32,
    /// Its last three letters.
    pub(super) ending: u32,
    /// How it is written.
    pub(super) shape: u32,
    /// What it does in a sentence, as far as the word alone tells.
    pub(super) class: u32,
    /// Where it stands in a quotation.
    pub(super) quote: u32,
    /// The group of words that stand in like places.
    pub(super) group: u32,
    /// How often it reports, in steps ([`Known::cue`]).
    pub(super) cue: u32,
    /// How often it is part of a source, in steps ([`Known::source`]).
    pub(super) source: u32,
}

/// What stands for a token outside of what is looked at.
pub(super) const NONE: Word =
    Word { form: 1, stem: 1, ending: 1, shape: 0, class: 1, quote: 9, group: 999, cue: 99, source: 99 };

/// [`Word::quote`] of the reporter's own words.
pub(super) const REPORTERS: u32 = 0;
/// Inside a quotation.
pub(super) const QUOTED: u32 = 1;
/// The mark that opens a quotation.
pub(super) const OPENS: u32 = 2;
/// The mark that closes it.
pub(super) const CLOSES: u32 = 3;

/// [`Word::class`] of "that".
pub(super) const THAT: u32 = 27;

/// The first class of reporting words, and the one after their last.
const REPORTING: std::ops::Range<u32> = 60..80;

/// The class of words in "-ed" that are nothing else.
const IN_ED: u32 = 112;

/// A word that has no group has its class as one, from here on.
const UNGROUPED: u32 = 1000;

impl Word {
    /// Whether it may report.
    pub(super) fn is_reporting(self) -> bool {
        REPORTING.contains(&self.class)
    }

    /// Whether it is a verb as far as it shows.
    pub(super) fn is_verb(self) -> bool {
        self.is_reporting() || self.class == IN_ED || matches!(self.class, 36 | 38 | 39 | 40)
    }

    /// A word that may stand between a subject and its verb: an auxiliary or an adverb.
    pub(super) fn is_between(self) -> bool {
        matches!(self.class, 33 | 36..=40 | 50 | 110)
    }

    /// A comma or a semicolon.
    pub(super) fn separates(self) -> bool {
        matches!(self.shape, 2 | 6)
    }

    /// A mark around a quotation.
    pub(super) fn is_mark(self) -> bool {
        matches!(self.quote, OPENS | CLOSES)
    }

    /// A mark that does not count at either end of a source, a cue or a content.
    pub(super) fn is_trimmed(self) -> bool {
        matches!(self.shape, 1..=3 | 5 | 6)
    }
}

/// What was learned of a word; nothing but zeros of one that was not met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The group of words that stand in like places; 0 of a word that was not seen often enough.
    pub group: u8,
    /// How often it reports, in steps that the trainer sets; 0 of a word that was hardly seen.
    pub cue: u8,
    /// How often it is part of a source, likewise.
    pub source: u8,
}

/// The tokens of an article.
pub(super) fn words(lexed: &Lexed, known: impl Fn(u32) -> Known) -> Vec<Word> {
    let mut open = None;
    let mut found: Vec<Word> = Vec::with_capacity(lexed.tokens.len());
    for (n, token) in lexed.tokens.iter().enumerate() {
        let next_in = lexed.tokens.get(n + 1).and_then(|next| next.quote);
        let quote = match token.quote {
            None => REPORTERS,
            Some(_) if open != token.quote => OPENS,
            Some(_) if token.is_quotation_mark() && next_in != token.quote => CLOSES,
            Some(_) => QUOTED,
        };
        open = token.quote;
        found.push(word(token, quote, &known));
    }
    found
}

fn word(token: &Token, quote: u32, known: &impl Fn(u32) -> Known) -> Word {
    let low = token.bare();
    let letters = low.as_bytes();
    let (form, class) = (hash(&token.low), class(token));
    let ungrouped = if token.word { UNGROUPED + class } else { 0 };
    let known = known(form);
    Word {
        form,
        stem: hash(stem(low)),
        ending: fnv(&letters[letters.len().saturating_sub(3)..]),
        shape: shape(token),
        class,
        quote,
        group: if known.group > 0 { u32::from(known.group) } else { ungrouped },
        cue: u32::from(known.cue),
        source: u32::from(known.source),
    }
}

/// Without the commonest endings: only so much as the forms of a verb share.
fn stem(low: &str) -> &str {
    let cut = ["ing", "ed", "es", "s", "e"].iter().find_map(|ending| low.strip_suffix(ending));
    cut.filter(|stem| stem.len() > 2).unwrap_or(low)
}

fn shape(token: &Token) -> u32 {
    let first = token.low.as_bytes().first().copied().unwrap_or_default();
    if token.is_quotation_mark() {
        return 1;
    }
    match first {
        b',' => 2,
        b'.' => 3,
        b'?' | b'!' => 4,
        b':' => 5,
        b';' => 6,
        b'(' | b'[' => 7,
        b')' | b']' => 8,
        b'0'..=b'9' => 9,
        _ if !token.word => 10,
        _ if token.acronym => 11,
        _ if token.capital => 12,
        _ => 13,
    }
}

fn class(token: &Token) -> u32 {
    if !token.word {
        return shape(token);
    }
    let low = token.low.as_str();
    if let Some(class) = KNOWN.get(low) {
        // Of nouns for people, organisations and documents, names are told from others.
        return class + u32::from(token.capital && NOUNS.contains(class));
    }
    if token.capital {
        return 100 + u32::from(token.acronym) + if token.is_genitive() { 2 } else { 0 };
    }
    if low.starts_with(|first: char| first.is_ascii_digit()) {
        return 94;
    }
    ENDINGS.iter().find(|(ending, _)| low.ends_with(ending)).map_or(117, |(_, class)| *class)
}

/// Endings that tell a class, the first that fits.
const ENDINGS: &[(&str, u32)] = &[
    ("ly", 110),
    ("ing", 111),
    ("ed", IN_ED),
    ("n't", 113),
    ("'s", 114),
    ("tion", 115),
    ("ment", 115),
    ("ness", 115),
    ("ity", 115),
    ("s", 116),
];

/// Classes of nouns, of which the next number is the same with a capital letter.
const NOUNS: std::ops::Range<u32> = 80..90;

/// Function words, by class.
const FUNCTION_WORDS: &[(u32, &[&str])] = &[
    (20, &["he", "she"]),
    (21, &["i", "we"]),
    (22, &["they"]),
    (23, &["it"]),
    (24, &["you"]),
    (25, &["who"]),
    (26, &["which"]),
    (THAT, &["that"]),
    (28, &["him", "them", "me", "us"]),
    (29, &["his", "her", "their", "my", "our", "its", "your"]),
    (30, &["a", "an", "the"]),
    (31, &["this", "these", "those"]),
    (32, &["to"]),
    (33, &["not", "never"]),
    (34, &["and", "or"]),
    (35, &["but"]),
    (36, &["is", "was", "are", "were", "am"]),
    (37, &["be", "been", "being"]),
    (38, &["has", "have", "had"]),
    (39, &["do", "does", "did"]),
    (40, &["will", "would", "can", "could", "may", "might", "must", "should", "shall"]),
    (41, &["there"]),
    (42, &["as"]),
    (43, &["if", "because", "while", "when", "although", "though", "since", "after", "before", "until", "unless"]),
    (44, &["what", "how", "why", "where", "whether"]),
    (45, &["of"]),
    (46, &["by"]),
    (47, &["in", "on", "at"]),
    (48, &["for"]),
    (49, &["with", "from", "about"]),
    (50, &["also", "then", "later", "still", "once", "now", "even", "again", "already"]),
];

/// The class of each word that the vocabulary knows; of two classes the one listed first.
static KNOWN: LazyLock<FxHashMap<&'static str, u32>> = LazyLock::new(|| {
    let reporting = words::all_cues().flat_map(|(word, cues)| {
        cues.first().map(|cue| (word, REPORTING.start + cue.class as u32 * 4 + cue.form as u32))
    });
    let listed: [(u32, &'static [&'static str]); 8] = [
        (80, words::TITLES.words),
        (82, words::PERSON_NOUNS.words),
        (84, words::ORGANISATION_NOUNS.words),
        (84, words::ORGANISATION_WORDS.words),
        (86, words::DOCUMENTS.words),
        (88, words::SPEECH_NOUNS.words),
        (90, words::PREPOSITIONS.words),
        (92, words::TIME_WORDS.words),
    ];
    let of =
        |(class, list): &(u32, &'static [&'static str])| list.iter().map(|word| (*word, *class)).collect::<Vec<_>>();
    let mut known = FxHashMap::default();
    for (word, class) in FUNCTION_WORDS.iter().flat_map(of).chain(reporting).chain(listed.iter().flat_map(of)) {
        known.entry(word).or_insert(class);
    }
    known
});

/// What stands for a word.
pub fn hash(word: &str) -> u32 {
    fnv(word.as_bytes())
}

/// FNV-1a (Fowler, Noll and Vo).
fn fnv(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}
