//! Typing mistakes: how many letters away one word is from another.

/// The most edits that are ever asked for.
pub(crate) const MOST: u8 = 2;

/// Letters from which one edit is forgiven, and from which two: in shorter words it would make other words.
const ONE_FROM: usize = 4;
const TWO_FROM: usize = 8;

/// How many edits are forgiven in a word.
pub(crate) fn forgiven(word: &str) -> u8 {
    match word.chars().count() {
        // Another number is never meant.
        _ if word.contains(|c: char| c.is_numeric()) => 0,
        letters if letters >= TWO_FROM => MOST,
        letters if letters >= ONE_FROM => 1,
        _ => 0,
    }
}

/// A word that may be mistyped.
#[derive(Clone, Debug)]
pub(crate) struct Mistyped {
    word: Vec<char>,
    letters: u64,
    begun: bool,
}

impl Mistyped {
    /// A word, or where it was only `begun`, the beginning of one.
    pub(crate) fn new(word: &str, begun: bool) -> Self {
        Self { word: word.chars().collect(), letters: letters(word.bytes().filter(u8::is_ascii)), begun }
    }

    /// How many edits make the other word, or the beginning of it, of this one, if no more than `most` do: a letter too many,
    /// one missing, one for another, or two neighbours swapped (the distance of optimal string alignment, Damerau 1964).
    pub(crate) fn edits(&self, other: &str, most: u8) -> Option<u8> {
        let Self { word, letters: own, begun } = self;
        let allowed = usize::from(most);
        // Each letter that the other does not have at all is an edit. This spares most words the rest.
        if (own & !letters(other.bytes())).count_ones() as usize > allowed {
            return None;
        }
        let mut other: Vec<char> = other.chars().collect();
        if other.len() + allowed < word.len() || !begun && word.len() + allowed < other.len() {
            return None;
        }
        // No more of the other can be meant.
        other.truncate(word.len() + allowed);
        let mut rows = [vec![0; other.len() + 1], (0..=other.len()).collect::<Vec<usize>>(), vec![0; other.len() + 1]];
        for (i, letter) in word.iter().enumerate() {
            let [before, last, next] = &mut rows;
            next[0] = i + 1;
            for (j, there) in other.iter().enumerate() {
                let mut least = (last[j] + usize::from(letter != there)).min(last[j + 1] + 1).min(next[j] + 1);
                if i > 0 && j > 0 && *letter == other[j - 1] && word[i - 1] == *there {
                    least = least.min(before[j - 1] + 1);
                }
                next[j + 1] = least;
            }
            // What follows is no less.
            if next.iter().all(|least| *least > allowed) {
                return None;
            }
            rows.rotate_left(1);
        }
        let [_, last, _] = &rows;
        let least = if *begun { last.iter().min() } else { last.last() };
        least.filter(|least| **least <= allowed).map(|least| *least as u8)
    }
}

/// Which letters a word has: a bit each of the Latin ones, and of the parts of others.
fn letters(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0, |letters, byte| letters | 1 << (u32::from(byte) % u64::BITS))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within(most: u8, word: &str, other: &str, begun: bool) -> bool {
        Mistyped::new(word, begun).edits(other, most).is_some()
    }

    #[test]
    fn an_edit_is_a_letter_or_two_swapped() {
        for (most, word, other) in [
            (0, "key", "key"),
            (1, "encrption", "encryption"),
            (1, "encrypttion", "encryption"),
            (1, "encripted", "encrypted"),
            (1, "ecnryption", "encryption"),
            (2, "enrcyptoin", "encryption"),
            (1, "", "a"),
            (1, "é", "e"),
        ] {
            assert!(within(most, word, other, false), "{word} {other}");
            assert!(most == 0 || !within(most - 1, word, other, false), "{word} {other}");
        }
        assert!(!within(2, "phone", "privacy", false));
    }

    #[test]
    fn a_beginning_may_be_mistyped() {
        assert!(within(1, "encrpt", "encryption", true));
        assert!(within(1, "enrcypt", "encryption", true));
        assert!(!within(1, "encrpt", "encryption", false));
        assert!(!within(1, "ption", "encryption", true));
    }

    #[test]
    fn long_words_are_forgiven_more() {
        assert_eq!(["key", "keys", "éééé", "warrant", "warrants", "19841984"].map(forgiven), [0, 1, 1, 1, 2, 0]);
    }
}
