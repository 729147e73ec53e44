//! Cues: words and phrases of `debate.toml`, found in a text whatever their inflection.
//!
//! Syntax: words separated by spaces, matched by their stems, in this order and next to each other ("weaken
//! encryption" finds "weakened encryption"); `..` between two words lets up to [`GAP`] others stand there. Hyphens and
//! case do not matter.

use std::collections::BTreeMap;

/// How many words may stand where a cue has `..`: enough for a noun phrase with its adjectives, too few to leave the
/// clause.
const GAP: usize = 5;

/// How many hits back one on the same words is looked for: more than one word takes part in, few enough to cost nothing.
const RIVALS: usize = 16;

/// A cue of some owner (a side, a theme), ready to be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Cue<T> {
    owner: T,
    /// The stems, each with whether others may stand before it.
    stems: Vec<(String, bool)>,
}

/// Cues of several owners.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cues<T> {
    /// By first stem.
    cues: BTreeMap<String, Vec<Cue<T>>>,
}

/// A place where a cue was found: the words from `first` to `last`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit<T> {
    pub(crate) owner: T,
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// How many words the cue has.
    pub(crate) words: usize,
}

impl<T: Copy + PartialEq> Cues<T> {
    pub(crate) fn new<'c>(cues: impl IntoIterator<Item = (T, &'c str)>) -> Self {
        let mut index: BTreeMap<String, Vec<Cue<T>>> = BTreeMap::new();
        for (owner, cue) in cues {
            let stems = stems_of(cue);
            if let Some((first, _)) = stems.first() {
                index.entry(first.clone()).or_default().push(Cue { owner, stems });
            }
        }
        Self { cues: index }
    }

    /// All hits in a row of stems, in order of place; of two hits of one owner on the same words the longer one.
    pub(crate) fn find(&self, stems: &[String]) -> Vec<Hit<T>> {
        let mut hits: Vec<Hit<T>> = Vec::new();
        for (first, stem) in stems.iter().enumerate() {
            for cue in self.cues.get(stem).into_iter().flatten() {
                let Some(last) = ends_at(&cue.stems, stems, first) else { continue };
                let hit = Hit { owner: cue.owner, first, last, words: cue.stems.len() };
                let rival = (hits.len().saturating_sub(RIVALS)..hits.len())
                    .rev()
                    .find(|n| hits[*n].owner == hit.owner && hits[*n].last >= hit.first);
                match rival {
                    Some(n) if hits[n].words < hit.words => hits[n] = hit,
                    Some(_) => {}
                    None => hits.push(hit),
                }
            }
        }
        hits
    }
}

fn ends_at(cue: &[(String, bool)], stems: &[String], first: usize) -> Option<usize> {
    let mut at = first;
    for (stem, gap) in &cue[1..] {
        let reach = if *gap { GAP } else { 0 };
        let window = stems.get(at + 1..(at + 2 + reach).min(stems.len()))?;
        at += 1 + window.iter().position(|other| other == stem)?;
    }
    Some(at)
}

/// What two spellings of one cue have in common.
pub(crate) fn normal(cue: &str) -> String {
    let words: Vec<String> =
        stems_of(cue).into_iter().map(|(stem, gap)| if gap { format!(".. {stem}") } else { stem }).collect();
    words.join(" ")
}

fn stems_of(cue: &str) -> Vec<(String, bool)> {
    let mut stems = Vec::new();
    let mut gap = false;
    for part in cue.split_whitespace() {
        if part == ".." {
            gap = !stems.is_empty();
            continue;
        }
        for word in part.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')).filter(|w| !w.is_empty()) {
            stems.push((stem(word), gap));
            gap = false;
        }
    }
    stems
}

/// The part of a word that its inflections share. Crude on purpose: it only has to be the same for the forms of a word,
/// not to be a word.
pub(crate) fn stem(word: &str) -> String {
    let mut stem = String::with_capacity(word.len());
    for character in word.chars() {
        match character {
            '’' => stem.push('\''),
            _ if character.is_ascii() => stem.push(character.to_ascii_lowercase()),
            _ => stem.extend(character.to_lowercase()),
        }
    }
    if let Some(at) = stem.rfind('\'')
        && (stem.ends_with("'s") || stem.ends_with('\''))
    {
        stem.truncate(at);
    }
    for (ending, kept, replaced) in ENDINGS {
        if let Some(base) = stem.strip_suffix(ending)
            && is_longer(base, *kept - 1)
            && base.contains(['a', 'e', 'i', 'o', 'u', 'y'])
        {
            stem.truncate(base.len());
            stem.push_str(replaced);
            break;
        }
    }
    let mut from_end = stem.chars().rev();
    if let (Some(a), Some(b)) = (from_end.next(), from_end.next())
        && a == b
        && is_longer(&stem, SHORT)
        && !matches!(a, 'a' | 'e' | 'i' | 'o' | 'u' | 's')
    {
        stem.pop();
    }
    if stem.ends_with('e') && is_longer(&stem, SHORT) {
        stem.pop();
    }
    if stem.ends_with('y') && is_longer(&stem, SHORT) {
        stem.pop();
        stem.push('i');
    }
    stem
}

/// Stems of so many letters lose no more of them: too little would remain to tell words apart.
const SHORT: usize = 3;

/// Whether a word has more than so many letters.
fn is_longer(word: &str, letters: usize) -> bool {
    word.chars().nth(letters).is_some()
}

/// Endings that inflection adds, the number of letters that must remain, and what to put in their place. The first that
/// fits is taken.
const ENDINGS: &[(&str, usize, &str)] = &[
    ("ies", 2, "y"),
    ("ied", 2, "y"),
    ("sses", 1, "ss"),
    ("ing", 3, ""),
    ("ed", 3, ""),
    ("es", 3, "e"),
    ("ss", 1, "ss"),
    ("us", 2, "us"),
    ("s", 3, ""),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflections_share_a_stem() {
        for forms in [
            vec!["weaken", "weakens", "weakened", "weakening"],
            vec!["policy", "policies"],
            vec!["encrypt", "encrypted", "encrypts"],
            vec!["compromise", "compromised", "compromising", "compromises"],
            vec!["company", "company’s", "companies"],
            vec!["stop", "stopped", "stopping"],
            vec!["o'hare", "O’Hare’s"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms:?}: {stems:?}");
        }
    }

    #[test]
    fn different_words_keep_different_stems() {
        for (a, b) in [("access", "acce"), ("thing", "th"), ("bus", "bu"), ("is", "i")] {
            assert_ne!(stem(a), stem(b));
        }
    }

    fn hits(cue: &str, text: &str) -> Vec<(usize, usize)> {
        let stems: Vec<String> = text.split(' ').map(stem).collect();
        Cues::new([((), cue)]).find(&stems).iter().map(|hit| (hit.first, hit.last)).collect()
    }

    #[test]
    fn a_cue_is_found_in_order_and_within_its_gap() {
        assert_eq!(hits("weaken encryption", "we weakened encryption"), [(1, 2)]);
        assert_eq!(hits("weaken encryption", "encryption weakened"), []);
        assert_eq!(hits("weaken .. encryption", "weakening all of our encryption"), [(0, 4)]);
        assert_eq!(hits("weaken .. encryption", "weakening a b c d e f encryption"), []);
    }

    #[test]
    fn of_two_cues_of_one_owner_the_longer_counts() {
        let cues = Cues::new([((), "safe"), ((), "less safe")]);
        let stems: Vec<String> = "less safe".split(' ').map(stem).collect();
        assert_eq!(cues.find(&stems), [Hit { owner: (), first: 0, last: 1, words: 2 }]);
    }
}
