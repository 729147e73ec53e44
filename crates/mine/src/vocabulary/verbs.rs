//! Reporting verbs: how each takes what is said, and in which forms it occurs.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::thinking::{ADJACENT, ADJACENT_IRREGULAR};

/// How a reporting word takes what is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// Takes a clause or a quotation: "said (that) …".
    Say,
    /// Takes whom it is said to, then the clause: "told the paper that …".
    Tell,
    /// Takes a thing or a deed wanted; what follows is the content: "called for …", "urged them to …".
    Demand,
    /// Takes a target; the verb is part of what is expressed: "pushed back against …".
    Stance,
}

/// What a stance or a demand does to its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Attitude {
    /// Nothing, or not by itself.
    None,
    /// Speaks against it.
    Against,
    /// Speaks for it.
    For,
}

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// "say"
    Base,
    /// "says"
    Third,
    /// "said"
    Past,
    /// "saying"
    Participle,
}

/// A reporting word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    pub(crate) class: Class,
    pub(crate) attitude: Attitude,
    pub(crate) form: Form,
    /// The words that must follow for the verb to report: "back against" of "push back against".
    pub(crate) particles: &'static [&'static str],
    /// Whether the verb reports speech only before a quotation, "that" or a colon, being too common otherwise.
    pub(crate) marked: bool,
    /// Whether that mark must stand right after the verb: "found that …", not "found a tram that …".
    pub(crate) adjacent: bool,
}

/// The reporting word that a word (in lower case) is, without a look at what follows it.
pub(crate) fn cue(low: &str) -> Option<&'static Cue> {
    CUES.get(low).and_then(|cues| cues.first())
}

/// Every word that can report, with all that it can be.
pub(crate) fn all_cues() -> impl Iterator<Item = (&'static str, &'static [Cue])> {
    CUES.iter().map(|(word, cues)| (word.as_str(), cues.as_slice()))
}

type Entry = (&'static str, Class, Attitude, &'static [&'static str]);

/// Regular verbs and their particles. Those with particles stand before the same verb without.
const VERBS: &[Entry] = &[
    // Reporting a clause.
    ("acknowledge", Class::Say, Attitude::None, &[]),
    ("add", Class::Say, Attitude::None, &[]),
    ("admit", Class::Say, Attitude::None, &[]),
    ("agree", Class::Say, Attitude::None, &[]),
    ("allege", Class::Say, Attitude::None, &[]),
    ("announce", Class::Say, Attitude::None, &[]),
    ("argue", Class::Say, Attitude::None, &[]),
    ("assert", Class::Say, Attitude::None, &[]),
    ("believe", Class::Say, Attitude::None, &[]),
    ("caution", Class::Say, Attitude::None, &[]),
    ("claim", Class::Say, Attitude::None, &[]),
    ("comment", Class::Say, Attitude::None, &[]),
    ("complain", Class::Say, Attitude::None, &[]),
    ("concede", Class::Say, Attitude::None, &[]),
    ("conclude", Class::Say, Attitude::None, &[]),
    ("contend", Class::Say, Attitude::None, &[]),
    ("counter", Class::Say, Attitude::None, &[]),
    ("cry", Class::Say, Attitude::None, &[]),
    ("declare", Class::Say, Attitude::None, &[]),
    ("disclose", Class::Say, Attitude::None, &[]),
    ("deny", Class::Say, Attitude::None, &[]),
    ("emphasise", Class::Say, Attitude::None, &[]),
    ("emphasize", Class::Say, Attitude::None, &[]),
    ("estimate", Class::Say, Attitude::None, &[]),
    ("explain", Class::Say, Attitude::None, &[]),
    ("fear", Class::Say, Attitude::None, &[]),
    ("insist", Class::Say, Attitude::None, &[]),
    ("maintain", Class::Say, Attitude::None, &[]),
    ("observe", Class::Say, Attitude::None, &[]),
    ("point", Class::Say, Attitude::None, &["out"]),
    ("predict", Class::Say, Attitude::None, &[]),
    ("promise", Class::Say, Attitude::None, &[]),
    ("reiterate", Class::Say, Attitude::None, &[]),
    ("remark", Class::Say, Attitude::None, &[]),
    ("repeat", Class::Say, Attitude::None, &[]),
    ("reply", Class::Say, Attitude::None, &[]),
    ("respond", Class::Say, Attitude::None, &[]),
    ("rule", Class::Say, Attitude::None, &[]),
    ("stress", Class::Say, Attitude::None, &[]),
    ("suggest", Class::Say, Attitude::None, &[]),
    ("testify", Class::Say, Attitude::None, &[]),
    ("tweet", Class::Say, Attitude::None, &[]),
    ("vow", Class::Say, Attitude::None, &[]),
    ("warn", Class::Say, Attitude::None, &[]),
    ("worry", Class::Say, Attitude::None, &[]),
    // Reporting whom it is said to first.
    ("assure", Class::Tell, Attitude::None, &[]),
    ("inform", Class::Tell, Attitude::None, &[]),
    ("remind", Class::Tell, Attitude::None, &[]),
    // Wanting.
    ("accuse", Class::Demand, Attitude::Against, &[]),
    ("argue", Class::Demand, Attitude::None, &["for"]),
    ("appeal", Class::Demand, Attitude::None, &["for"]),
    ("appeal", Class::Demand, Attitude::None, &["to"]),
    ("ask", Class::Demand, Attitude::None, &["for"]),
    ("ask", Class::Demand, Attitude::None, &[]),
    ("call", Class::Demand, Attitude::None, &["for"]),
    ("call", Class::Demand, Attitude::None, &["on"]),
    ("call", Class::Demand, Attitude::None, &["upon"]),
    ("describe", Class::Demand, Attitude::None, &[]),
    ("demand", Class::Demand, Attitude::None, &[]),
    ("express", Class::Demand, Attitude::None, &[]),
    ("lament", Class::Demand, Attitude::None, &[]),
    ("lobby", Class::Demand, Attitude::None, &["for"]),
    ("pledge", Class::Demand, Attitude::None, &[]),
    ("press", Class::Demand, Attitude::None, &["for"]),
    ("propose", Class::Demand, Attitude::None, &[]),
    ("push", Class::Stance, Attitude::Against, &["back", "against"]),
    ("push", Class::Stance, Attitude::Against, &["back", "on"]),
    ("push", Class::Demand, Attitude::None, &["for"]),
    ("recommend", Class::Demand, Attitude::None, &[]),
    ("request", Class::Demand, Attitude::None, &[]),
    ("urge", Class::Demand, Attitude::None, &[]),
    ("want", Class::Demand, Attitude::None, &[]),
    ("voice", Class::Demand, Attitude::None, &[]),
    ("raise", Class::Demand, Attitude::None, &["concerns"]),
    // Taking a stand towards something.
    ("applaud", Class::Stance, Attitude::For, &[]),
    ("argue", Class::Stance, Attitude::Against, &["against"]),
    ("blame", Class::Stance, Attitude::Against, &[]),
    ("complain", Class::Stance, Attitude::Against, &["about"]),
    ("complain", Class::Stance, Attitude::Against, &["of"]),
    ("liken", Class::Stance, Attitude::None, &[]),
    ("object", Class::Stance, Attitude::Against, &["to"]),
    ("warn", Class::Stance, Attitude::Against, &["against"]),
    ("blast", Class::Stance, Attitude::Against, &[]),
    ("compare", Class::Stance, Attitude::None, &[]),
    ("condemn", Class::Stance, Attitude::Against, &[]),
    ("criticise", Class::Stance, Attitude::Against, &[]),
    ("criticize", Class::Stance, Attitude::Against, &[]),
    ("decry", Class::Stance, Attitude::Against, &[]),
    ("defend", Class::Stance, Attitude::For, &[]),
    ("denounce", Class::Stance, Attitude::Against, &[]),
    ("dismiss", Class::Stance, Attitude::Against, &[]),
    ("endorse", Class::Stance, Attitude::For, &[]),
    ("hail", Class::Stance, Attitude::For, &[]),
    ("lash", Class::Stance, Attitude::Against, &["out", "at"]),
    ("lash", Class::Stance, Attitude::Against, &["out", "against"]),
    ("oppose", Class::Stance, Attitude::Against, &[]),
    ("praise", Class::Stance, Attitude::For, &[]),
    ("rail", Class::Stance, Attitude::Against, &["against"]),
    ("rebuff", Class::Stance, Attitude::Against, &[]),
    ("regard", Class::Stance, Attitude::None, &[]),
    ("reject", Class::Stance, Attitude::Against, &[]),
    ("resist", Class::Stance, Attitude::Against, &[]),
    ("slam", Class::Stance, Attitude::Against, &[]),
    ("support", Class::Stance, Attitude::For, &[]),
    ("welcome", Class::Stance, Attitude::For, &[]),
];

/// Irregular verbs: base, third person, past, participle.
const IRREGULAR: &[([&str; 4], Class, Attitude, &[&str])] = &[
    (["say", "says", "said", "saying"], Class::Say, Attitude::None, &[]),
    (["write", "writes", "wrote", "writing"], Class::Say, Attitude::None, &[]),
    (["tell", "tells", "told", "telling"], Class::Tell, Attitude::None, &[]),
    (["stand", "stands", "stood", "standing"], Class::Stance, Attitude::For, &["by"]),
    (["speak", "speaks", "spoke", "speaking"], Class::Stance, Attitude::Against, &["out", "against"]),
    (["speak", "speaks", "spoke", "speaking"], Class::Stance, Attitude::Against, &["against"]),
    (["see", "sees", "saw", "seeing"], Class::Stance, Attitude::None, &[]),
    (["go", "goes", "went", "going"], Class::Say, Attitude::None, &["on"]),
    (["go", "goes", "went", "going"], Class::Say, Attitude::None, &["further"]),
    (["hit", "hits", "hit", "hitting"], Class::Stance, Attitude::Against, &["out", "at"]),
    (["hit", "hits", "hit", "hitting"], Class::Stance, Attitude::Against, &["back", "at"]),
    (["seek", "seeks", "sought", "seeking"], Class::Demand, Attitude::None, &[]),
];

/// Verbs that report only before a quotation, "that" or a colon: alone they mostly mean something else.
const MARKED: &[&str] = &[
    "add", "announce", "believe", "call", "comment", "conclude", "counter", "deny", "estimate", "fear", "go",
    "maintain", "note", "observe", "promise", "repeat", "respond", "rule", "seek", "show", "write",
];

/// As [`VERBS`], for those of [`MARKED`] that are not there.
const MARKED_VERBS: &[Entry] = &[
    ("note", Class::Say, Attitude::None, &[]),
    ("show", Class::Say, Attitude::None, &[]),
    ("call", Class::Say, Attitude::None, &[]),
];

/// Verbs whose base and third person are nouns as well: after an article or a possessive they are taken for the noun.
pub(super) const NOUN_FORMS: &[&str] = &[
    "appeal",
    "appeals",
    "attack",
    "attacks",
    "back",
    "backs",
    "blast",
    "blasts",
    "call",
    "calls",
    "claim",
    "claims",
    "comment",
    "comments",
    "counter",
    "counters",
    "demand",
    "demands",
    "estimate",
    "estimates",
    "fear",
    "fears",
    "hail",
    "note",
    "notes",
    "pledge",
    "pledges",
    "point",
    "points",
    "press",
    "promise",
    "promises",
    "push",
    "remark",
    "remarks",
    "reply",
    "request",
    "requests",
    "rule",
    "rules",
    "show",
    "shows",
    "stress",
    "support",
    "supports",
    "tweet",
    "tweets",
    "voice",
    "voices",
    "vow",
    "vows",
    "welcome",
    "worry",
    "worries",
    "caution",
    "praise",
    "answer",
    "answers",
    "charge",
    "charges",
    "doubt",
    "doubts",
    "email",
    "emails",
    "hope",
    "hopes",
    "judge",
    "judges",
    "joke",
    "jokes",
    "report",
    "reports",
    "signal",
    "signals",
    "state",
    "states",
    "suspect",
    "suspects",
    "wish",
    "wishes",
];

static CUES: LazyLock<BTreeMap<String, Vec<Cue>>> = LazyLock::new(|| {
    let mut cues: BTreeMap<String, Vec<Cue>> = BTreeMap::new();
    let mut insert = |form: String, cue: Cue| cues.entry(form).or_default().push(cue);
    let marked = |lemma: &str, class: Class| class == Class::Say && MARKED.contains(&lemma);
    for (forms, class, attitude, particles) in IRREGULAR {
        for (word, form) in forms.iter().zip([Form::Base, Form::Third, Form::Past, Form::Participle]) {
            let marked = marked(forms[0], *class);
            let cue = Cue { class: *class, attitude: *attitude, form, particles, marked, adjacent: false };
            insert((*word).into(), cue);
        }
    }
    let clause = |form: Form| Cue {
        class: Class::Say,
        attitude: Attitude::None,
        form,
        particles: &[],
        marked: true,
        adjacent: true,
    };
    for forms in ADJACENT_IRREGULAR {
        for (word, form) in forms.iter().zip([Form::Base, Form::Third, Form::Past, Form::Participle]) {
            insert((*word).into(), clause(form));
        }
    }
    for (word, form) in ADJACENT.iter().flat_map(|lemma| regular(lemma)) {
        // "The report", "two states": as likely a noun as a verb.
        if matches!(form, Form::Past | Form::Participle) || !NOUN_FORMS.contains(&word.as_str()) {
            insert(word, clause(form));
        }
    }
    // "Has written that …".
    let write = Cue { adjacent: false, ..clause(Form::Past) };
    insert("written".into(), write);
    for (lemma, class, attitude, particles) in VERBS.iter().chain(MARKED_VERBS) {
        for (word, form) in regular(lemma) {
            let marked = marked(lemma, *class);
            insert(word, Cue { class: *class, attitude: *attitude, form, particles, marked, adjacent: false });
        }
    }
    cues
});

fn regular(lemma: &str) -> [(String, Form); 4] {
    let (stem, third) = match lemma.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => (format!("{stem}i"), format!("{stem}ies")),
        _ if lemma.ends_with(['s', 'h', 'x']) => (lemma.into(), format!("{lemma}es")),
        _ => (lemma.strip_suffix('e').unwrap_or(lemma).into(), format!("{lemma}s")),
    };
    let doubled = DOUBLING.contains(&lemma);
    let tail = if doubled { lemma.chars().next_back().map(String::from).unwrap_or_default() } else { String::new() };
    let participle = format!("{}{tail}ing", lemma.strip_suffix('e').unwrap_or(lemma));
    let past = format!("{stem}{tail}ed");
    [(lemma.into(), Form::Base), (third, Form::Third), (past, Form::Past), (participle, Form::Participle)]
}

/// Verbs that double their last consonant.
const DOUBLING: &[&str] = &["admit", "slam"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_known_in_all_their_forms() {
        for word in [
            "said",
            "argues",
            "agreed",
            "denied",
            "denies",
            "slammed",
            "criticising",
            "pushed",
            "urging",
            "told",
            "presses",
        ] {
            assert!(cue(word).is_some(), "{word}");
        }
        assert!(cue("tram").is_none());
    }
}
