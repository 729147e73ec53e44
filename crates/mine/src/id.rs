//! Names that stay the same on every build: of articles, speakers and statements.

use std::collections::{BTreeMap, BTreeSet};

use corpus::StatementId;
use rustc_hash::{FxHashMap, FxHashSet};
use sha2::{Digest, Sha256};

/// Lower-case ASCII letters and digits of `name`, everything else as single hyphens; `_` and `-` stay. May be empty.
pub(crate) fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        match fold(c) {
            Some(c) => slug.push(c),
            None if matches!(c, '\'' | '’' | '.') => {}
            None if !slug.ends_with('-') => slug.push('-'),
            None => {}
        }
    }
    slug.trim_matches('-').into()
}

/// Makes the ids of speakers.
#[derive(Default)]
pub(crate) struct SpeakerIds {
    taken: FxHashSet<String>,
    /// By the id that was wanted: the number from which on others may be free.
    next: FxHashMap<String, u64>,
}

impl SpeakerIds {
    /// The letters of the name, or, where it has none that ids are made of, its hash. Where that is taken, the first of
    /// `name-2`, `name-3` … that is free.
    pub(crate) fn next(&mut self, name: &str) -> String {
        let slug = slug(name).replace('_', "-");
        let wanted = if slug.is_empty() { format!("speaker-{}", hash(&[name], 0)) } else { slug };
        if self.taken.insert(wanted.clone()) {
            return wanted;
        }
        // What was taken stays so: nobody needs to ask for it again, however many authors are called "The author".
        let n = self.next.entry(wanted.clone()).or_insert(2);
        loop {
            let id = format!("{wanted}-{n}");
            *n += 1;
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// Makes the ids of an article's statements.
#[derive(Default)]
pub(crate) struct StatementIds {
    taken: BTreeSet<StatementId>,
    /// How often the article had the words with this id.
    seen: BTreeMap<StatementId, u32>,
}

impl StatementIds {
    /// The first bytes of the hash of a statement's words, and of how often the article had them before.
    pub(crate) fn next(&mut self, spans: &[&str]) -> StatementId {
        let first = hash(spans, 0);
        let ordinal = self.seen.entry(first).or_default();
        loop {
            let id = if *ordinal == 0 { first } else { hash(spans, *ordinal) };
            *ordinal += 1;
            if self.taken.insert(id) {
                return id;
            }
        }
    }
}

fn hash(spans: &[&str], ordinal: u32) -> StatementId {
    let mut hash = Sha256::new();
    for span in spans {
        hash.update(span.as_bytes());
        hash.update(b"\n");
    }
    if ordinal > 0 {
        hash.update(ordinal.to_be_bytes());
    }
    StatementId(hash.finalize().iter().take(4).fold(0, |id, byte| (id << 8) | u32::from(*byte)))
}

/// SHA-256 of a text.
pub(crate) fn sha256(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

fn fold(c: char) -> Option<char> {
    Some(match c {
        'a'..='z' | '0'..='9' | '_' | '-' => c,
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ß' | 'ś' | 'š' | 'ş' => 's',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ł' => 'l',
        'ğ' => 'g',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain() {
        for (name, expected) in
            [("Zoë O’Brien", "zoe-obrien"), ("BSA – The Alliance", "bsa-the-alliance"), ("000_ab", "000_ab"), ("…", "")]
        {
            assert_eq!(slug(name), expected);
        }
    }

    #[test]
    fn a_taken_name_gets_a_number() {
        let mut taken = SpeakerIds::default();
        let ids = ["Ann_Ray", "ann ray", "Ann Ray 3", "Ann Ray", "Анна", "Анна Рей"].map(|name| taken.next(name));
        assert_eq!(ids[..4], ["ann-ray", "ann-ray-2", "ann-ray-3", "ann-ray-4"]);
        assert_eq!(ids[5], SpeakerIds::default().next("Анна Рей"), "it does not depend on who else speaks");
    }

    #[test]
    fn the_same_words_twice_are_two_statements() {
        let mut ids = StatementIds::default();
        let [first, again] = [["a b"], ["a b"]].map(|words| ids.next(&words));
        assert_ne!(first, again);
        assert_eq!(first, StatementIds::default().next(&["a b"]), "other statements do not matter");
    }
}
