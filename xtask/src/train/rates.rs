//! How often each word reports and how often it is part of a source: what a lexicon of reporting verbs would tell, counted
//! from the annotations.
//!
//! A text that is learned from is seen with the counts of all others, for its own would give the answer away.

use std::collections::BTreeMap;
use std::iter::zip;

use ::mine::training::{self, Text};
use corpus::Span;

use super::polnear::Attribution;

/// Shares above which a word is a step higher. Closer together where most words are, which report rarely.
const STEPS: [f32; 10] = [0.01, 0.03, 0.07, 0.13, 0.2, 0.3, 0.4, 0.55, 0.7, 0.85];

/// How often a word must occur for its share to say something.
const LEAST_COUNT: u32 = 2;

/// The least step of words that are kept for it alone: more than three in a hundred of its places are in cues.
const TELLING: u8 = 3;

/// How often a word occurs, how often in a cue, and how often in a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    all: u32,
    cue: u32,
    source: u32,
}

/// The counts of a text's words, or of those of all texts, by their hashes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts(BTreeMap<u32, Count>);

/// How often a word reports and how often it is part of a source, in steps from 1; 0 where too little is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Rates {
    pub(super) cue: u8,
    pub(super) source: u8,
}

impl Rates {
    /// Whether a word is worth keeping for them.
    pub(super) fn are_telling(self) -> bool {
        self.cue >= TELLING
    }
}

impl Counts {
    /// The counts of a text.
    pub(super) fn of(text: &Text, attributions: &[Attribution]) -> Self {
        let words: Vec<u32> = text.words().map(training::hash).collect();
        let inside = |spans: fn(&Attribution) -> &Vec<Span>| {
            let mut inside = vec![false; words.len()];
            attributions.iter().flat_map(spans).for_each(|span| inside[text.tokens_of(*span)].fill(true));
            inside
        };
        let (cue, source) = (inside(|found| &found.cue), inside(|found| &found.source));
        let mut counts = Self::default();
        for (word, (cue, source)) in zip(&words, zip(cue, source)) {
            let count = counts.0.entry(*word).or_default();
            count.all += 1;
            count.cue += u32::from(cue);
            count.source += u32::from(source);
        }
        counts
    }

    /// The counts of several texts together.
    pub(super) fn sum(parts: &[Self]) -> Self {
        let mut sum = Self::default();
        for (word, part) in parts.iter().flat_map(|part| &part.0) {
            let count = sum.0.entry(*word).or_default();
            count.all += part.all;
            count.cue += part.cue;
            count.source += part.source;
        }
        sum
    }

    /// The words that were counted, in order.
    pub(super) fn words(&self) -> impl Iterator<Item = u32> {
        self.0.keys().copied()
    }

    /// The rates of a word when some texts are left out of the counts.
    pub(super) fn rates(&self, word: u32, without: &Self) -> Rates {
        let of = |counts: &Self| counts.0.get(&word).copied().unwrap_or_default();
        let (all, own) = (of(self), of(without));
        let count = all.all - own.all;
        Rates { cue: step(count, all.cue - own.cue), source: step(count, all.source - own.source) }
    }
}

/// The step of a share, which is taken for a little less than it is where there are few occurrences.
fn step(count: u32, inside: u32) -> u8 {
    if count < LEAST_COUNT {
        return 0;
    }
    let share = (inside as f32 + 0.1) / (count as f32 + 1.0);
    1 + STEPS.iter().filter(|least| share > **least).count() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(text: &str, cues: &[&str]) -> Counts {
        let span = |word: &&str| text.find(word).map(|at| Span::new(at, at + word.len()));
        let found = Attribution { cue: cues.iter().filter_map(span).collect(), ..Attribution::default() };
        Counts::of(&Text::of(text, |_| training::Known::default()), &[found])
    }

    #[test]
    fn words_that_report_are_told_from_others() {
        let parts = ["The ferry waits, he said.", "The tram is late, she said.", "The lamp is lit, they said."]
            .map(|text| counts(text, &["said"]));
        let all = Counts::sum(&parts);
        let rates = |word: &str| all.rates(training::hash(word), &Counts::default());
        assert!(rates("said").are_telling() && !rates("the").are_telling());
        assert_eq!((rates("said").source, rates("the").cue), (2, 2));
        assert_eq!(rates("lamp"), Rates::default());
    }

    #[test]
    fn a_text_is_seen_without_its_own_counts() {
        let parts = [counts("He moots it. He moots it.", &["moots"]), counts("She moots it, and moots it.", &[])];
        let all = Counts::sum(&parts);
        let word = training::hash("moots");
        assert_eq!(all.rates(word, &parts[0]).cue, step(2, 0));
        assert_eq!(all.rates(word, &parts[1]).cue, step(2, 1));
        assert_eq!(all.rates(word, &all), Rates::default());
    }
}
