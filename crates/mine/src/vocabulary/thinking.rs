//! Verbs of thinking, learning and uttering, which need their clause right after them to report. What their forms are
//! and how they are looked up is in `verbs`.

/// Verbs of thinking, learning and uttering that report only with a quotation, "that", a colon or the subject of a clause
/// right after them. "Find" and "continue" are left out: they help on the training part of PolNeAR, but each made a false
/// statement in the annotated articles.
pub(super) const ADJACENT: &[&str] = &[
    "accept",
    "advise",
    "answer",
    "boast",
    "brag",
    "chant",
    "charge",
    "confirm",
    "doubt",
    "email",
    "exclaim",
    "expect",
    "grant",
    "hope",
    "imply",
    "indicate",
    "joke",
    "judge",
    "learn",
    "muse",
    "object",
    "opine",
    "pray",
    "proclaim",
    "quip",
    "reason",
    "realise",
    "realize",
    "recall",
    "recognise",
    "recognize",
    "remember",
    "report",
    "reveal",
    "shout",
    "signal",
    "speculate",
    "state",
    "suspect",
    "wish",
    "wonder",
    "yell",
];

/// As [`ADJACENT`], for irregular verbs: base, third person, past, participle.
pub(super) const ADJACENT_IRREGULAR: &[[&str; 4]] = &[
    ["feel", "feels", "felt", "feeling"],
    ["hold", "holds", "held", "holding"],
    ["know", "knows", "knew", "knowing"],
    ["swear", "swears", "swore", "swearing"],
    ["think", "thinks", "thought", "thinking"],
    ["understand", "understands", "understood", "understanding"],
];
