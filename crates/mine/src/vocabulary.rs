//! What the miner knows of English: the words with which news reports speech, and the words around them.
//!
//! General news English only: nothing here is about one debate or one article. The lists were written from grammars of
//! reported speech and style guides; a word belongs here if a reader would agree without seeing the article.
//!
//! A word is looked up once, when the article is cut into words: what [`known`] then says of it, in which lists it stands
//! and what it can report, answers every later question.

mod evaluating;
mod first_names;
mod grammar;
mod judging;
mod organisations;
mod people;
mod positions;
mod thinking;
mod verbs;
mod voice;

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

pub(crate) use judging::REASONS;
pub(crate) use verbs::{Attitude, Class, Cue, Form, all_cues, cue};

/// What the vocabulary knows of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    pub(crate) lists: Lists,
    /// All reporting words that it can be: "called for" and "called".
    pub(crate) cues: &'static [Cue],
}

/// The lists in which a word stands, by their numbers as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lists(u64);

impl Lists {
    pub(crate) fn has(self, list: List) -> bool {
        self.0 & list.bit() != 0
    }
}

/// What is known of a word (in lower case).
pub(crate) fn known(low: &str) -> Known {
    ALL_KNOWN.get(low).copied().unwrap_or_default()
}

/// A list of words. `words::TITLES` is one, `vocabulary/people.rs` has its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct List {
    number: u32,
    pub(crate) words: &'static [&'static str],
}

impl List {
    /// Whether a word (in lower case) stands in it. A token knows that of itself.
    pub(crate) fn contains(self, low: &str) -> bool {
        known(low).lists.has(self)
    }

    const fn bit(self) -> u64 {
        1 << self.number
    }
}

/// Numbers the lists of the modules, and names them as the modules do.
macro_rules! lists {
    ($($module:ident: $($name:ident)+;)+) => {
        #[expect(non_camel_case_types, clippy::upper_case_acronyms, reason = "named as the lists that it numbers")]
        enum Number {
            $($($name,)+)+
        }
        $($(pub(crate) const $name: List = List { number: Number::$name as u32, words: $module::$name };)+)+
        const LISTS: &[List] = &[$($($name,)+)+];
    };
}

lists! {
    evaluating: BAD DEEDS DISPUTED DOES_BAD ENDING GOOD LIMITING MAKING PROCEDURE REASONING;
    first_names: HER_NAMES HIS_NAMES;
    grammar: ABBREVIATIONS AUXILIARIES CLAUSE_STARTS CLAUSE_SUBJECTS DETERMINERS LEADING MAIN_VERBS NO_REPORT_BEFORE
        PARTICLES PREPOSITIONS STARTERS TIME_WORDS;
    judging: AGAINST_NOUNS DEMANDING DENYING FOR_NOUNS STANDS;
    organisations: ORGANISATION_NOUNS ORGANISATION_WORDS;
    people: AFTER_NOUN DOCUMENTS PERSON_NOUNS PERSONAL_TITLES SPEECH_NOUNS TITLES;
    positions: ARGUING CONCEDING FOES FRIENDS NEWS STATUS;
    verbs: NOUN_FORMS;
    voice: OPINION VOICE;
}

const _: () = assert!(LISTS.len() <= u64::BITS as usize, "more lists than `Lists` has bits for");

/// By each word that stands in a list or can report.
static ALL_KNOWN: LazyLock<FxHashMap<&'static str, Known>> = LazyLock::new(|| {
    let mut known: FxHashMap<&str, Known> = FxHashMap::default();
    for list in LISTS {
        for word in list.words {
            known.entry(word).or_default().lists.0 |= list.bit();
        }
    }
    for (word, cues) in all_cues() {
        known.entry(word).or_default().cues = cues;
    }
    known
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_known_to_stand_in_its_lists_alone() {
        for list in LISTS {
            for word in list.words {
                let others = LISTS.iter().filter(|other| known(word).lists.has(**other));
                assert!(others.clone().any(|other| other == list), "{word}");
                assert!(others.clone().all(|other| other.words.contains(word)), "{word}");
            }
        }
        assert_eq!(known("no such word"), Known::default());
    }

    #[test]
    fn a_word_is_known_to_report() {
        assert_eq!(known("said").cues.first(), cue("said"));
        assert!(cue("said").is_some());
    }
}
