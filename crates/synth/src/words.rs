//! Words that nobody ever wrote but that one could read aloud.

use std::collections::BTreeSet;

use crate::random::{Random, Zipf};

/// Words without an ending, as frequent and as short as “the” and “of”.
const SMALL: usize = 60;

/// Stems. With their endings they are 30,000 forms, about as many as 100,000 statements of news have.
const STEMS: usize = 7500;

/// What stands before a vowel. No word begins with q or x: names do, so that a search for words finds words alone.
const ONSETS: [&str; 28] = [
    "b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "br", "cl", "dr", "fl", "gr",
    "pl", "pr", "st", "tr", "sp", "th",
];
const VOWELS: [&str; 8] = ["a", "e", "i", "o", "u", "a", "e", "o"];

/// What a stem ends in: such that English adds `s`, `ed` and `ing` to it without doubling or dropping a letter, and that no
/// stem looks as if it had an ending.
const CODAS: [&str; 14] = ["nd", "rk", "rt", "lt", "mp", "ld", "rn", "lk", "ft", "sk", "nk", "lp", "rb", "ct"];

/// The endings, and out of 20 how often each comes.
const ENDINGS: [(&str, usize); 4] = [("", 11), ("s", 4), ("ed", 3), ("ing", 2)];

pub(crate) struct Vocabulary {
    /// The small words, then the stems.
    words: Vec<String>,
    by_rank: Zipf,
}

impl Vocabulary {
    pub(crate) fn new(random: &mut Random) -> Self {
        let mut known = BTreeSet::new();
        let mut words = Vec::with_capacity(SMALL + STEMS);
        while words.len() < SMALL + STEMS {
            let word = if words.len() < SMALL { small(random) } else { stem(random) };
            if known.insert(word.clone()) {
                words.push(word);
            }
        }
        let by_rank = Zipf::new(words.len(), 2);
        Self { words, by_rank }
    }

    /// A text of sentences, of at least so many characters.
    pub(crate) fn text(&self, length: u64, random: &mut Random) -> String {
        let mut text = String::new();
        let mut left = 0; // words of the sentence
        while (text.len() as u64) < length {
            let begins = left == 0;
            if begins {
                text.push_str(if text.is_empty() { "" } else { ". " });
                left = 8 + random.below(12);
            } else {
                text.push(' ');
            }
            let from = text.len();
            text.push_str(&self.word(random));
            if begins {
                text[from..=from].make_ascii_uppercase();
            }
            left -= 1;
        }
        text.push('.');
        text
    }

    fn word(&self, random: &mut Random) -> String {
        let rank = self.by_rank.draw(random);
        let ending = if rank < SMALL { "" } else { ending(random.below(20)) };
        self.words[rank].clone() + ending
    }

    /// Names of two words with these initials.
    pub(crate) fn names(&self, count: usize, first: char, second: char, random: &mut Random) -> Vec<String> {
        let mut names = BTreeSet::new();
        while names.len() < count {
            let words = &self.words[SMALL..];
            let [one, other] = [(); 2].map(|()| words[random.below(words.len())].as_str());
            names.insert(format!("{first}{one} {second}{other}"));
        }
        names.into_iter().collect()
    }
}

/// All forms of the word that this is a form of, this one first.
pub(crate) fn forms(word: &str) -> Vec<String> {
    let is_stem = |word: &&str| CODAS.iter().any(|coda| word.ends_with(coda));
    let mut stems = ENDINGS.iter().filter_map(|(ending, _)| word.strip_suffix(ending)).filter(is_stem);
    let Some(stem) = stems.next() else { return vec![word.into()] };
    let others = ENDINGS.iter().map(|(ending, _)| format!("{stem}{ending}")).filter(|form| form != word);
    std::iter::once(word.into()).chain(others).collect()
}

fn small(random: &mut Random) -> String {
    let end = random.one(&["", "m", "n", "r", "t", "l"]);
    [random.one(&ONSETS[..17]), random.one(&VOWELS), end].concat()
}

fn stem(random: &mut Random) -> String {
    let mut stem = String::new();
    for _ in 0..1 + random.below(3) {
        stem.push_str(random.one(&ONSETS));
        stem.push_str(random.one(&VOWELS));
    }
    stem.push_str(random.one(&CODAS));
    stem
}

fn ending(drawn: usize) -> &'static str {
    let mut below = 0;
    let chosen = ENDINGS.iter().find(|(_, share)| {
        below += share;
        drawn < below
    });
    chosen.map_or("", |(ending, _)| ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_words_share_a_form() {
        let vocabulary = Vocabulary::new(&mut Random::new(1));
        let mut seen = BTreeSet::new();
        for (rank, word) in vocabulary.words.iter().enumerate() {
            let forms = if rank < SMALL { vec![word.clone()] } else { forms(word) };
            assert_eq!(forms.len(), if rank < SMALL { 1 } else { ENDINGS.len() }, "{word}");
            for form in forms {
                assert!(!form.starts_with(['q', 'x']));
                assert!(seen.insert(form.clone()), "{form}");
            }
        }
    }

    #[test]
    fn forms_are_those_of_the_stem() {
        assert_eq!(forms("talking"), ["talking", "talk", "talks", "talked"]);
        assert_eq!(forms("band"), ["band", "bands", "banded", "banding"]);
        assert_eq!(forms("to"), ["to"]);
    }
}
