//! Words by which a statement says what it thinks of something or wants done with it. How they reach what they are said
//! of is in `target`.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::cues;
use crate::lex::Token;
use crate::vocabulary::{self as words, Attitude};

/// The stems of verbs that want what follows them.
pub(super) static WANTING: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    ["call", "demand", "want", "urge", "propose", "push", "press", "lobby", "seek", "sought", "request"]
        .map(cues::stem)
        .into_iter()
        .collect()
});

/// Verbs and auxiliaries between a subject and what is said of it.
pub(super) const LINKS: &[&str] = &[
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "being",
    "seems",
    "seem",
    "looks",
    "remains",
    "becomes",
    "represents",
    "amounts",
    "would",
    "will",
    "could",
    "can",
    "may",
    "might",
    "does",
    "do",
    "did",
    "has",
    "have",
    "goes",
    "sets",
];

/// Links after which a verb follows: an adjective there judges the verb's object.
pub(super) const AUXILIARIES: &[&str] =
    &["would", "will", "could", "can", "may", "might", "does", "do", "did", "has", "have"];

/// Words that may stand before a judgement however many there are.
pub(super) const INTENSE: &[&str] =
    &["very", "so", "too", "also", "just", "such", "quite", "more", "most", "as", "of", "kind", "sort", "both", "even"];

/// The stems of words that judge what they are said of.
pub(super) static JUDGING: LazyLock<FxHashMap<String, Attitude>> = LazyLock::new(|| {
    let bad = words::BAD.words.iter().chain(words::DOES_BAD.words).map(|word| (cues::stem(word), Attitude::Against));
    bad.chain(words::GOOD.words.iter().map(|word| (cues::stem(word), Attitude::For))).collect()
});

/// The stems of adjectives that condemn right before what they are said of: "this dangerous bill". Praise there is more
/// often a kind than a judgement: "effective encryption".
pub(super) static ATTRIBUTES: LazyLock<FxHashMap<String, Attitude>> =
    LazyLock::new(|| words::BAD.words.iter().map(|word| (cues::stem(word), Attitude::Against)).collect());

/// What a verb wants done with its object, and whether it says so in any form: who "passed the bill" wants nothing more.
pub(super) fn call(token: &Token) -> Option<(Attitude, bool)> {
    let verb = token.low.as_str();
    if token.is_among(words::ENDING) {
        Some((Attitude::Against, false))
    } else if token.is_among(words::MAKING) {
        Some((Attitude::For, false))
    } else if matches!(verb, "oppose" | "opposes" | "opposed" | "opposing" | "reject" | "rejects") {
        Some((Attitude::Against, true))
    } else {
        matches!(verb, "support" | "supports" | "endorse" | "endorses").then_some((Attitude::For, true))
    }
}

pub(super) fn opposite(attitude: Attitude) -> Attitude {
    match attitude {
        Attitude::For => Attitude::Against,
        Attitude::Against => Attitude::For,
        Attitude::None => Attitude::None,
    }
}
