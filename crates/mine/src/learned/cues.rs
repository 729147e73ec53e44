//! What the model sees of a sentence when it looks for reporting words.

use std::ops::Range;

use super::chain::{Features, Observed};
use super::words::{self, NONE, Word};

/// A sentence.
pub(super) struct Sentence<'s> {
    words: &'s [Word],
    /// Of each token, whether the rules take it for a reporting word.
    ruled: &'s [u32],
    range: Range<usize>,
    quotes: bool,
    /// How many words the rules take for the first of a cue.
    cues: u32,
    /// The two words that report most often: how often, and where they are.
    rivals: [(u32, usize); 2],
}

/// Features of boundaries count from here; those of tokens, of which there are fewer, from 0.
const BOUNDARIES: u32 = 1000;

/// What stands for what the rules say of a token outside of the sentence.
const OUTSIDE: u32 = 9;

/// How far before a verb its subject may end: "has never once publicly".
const AUXILIARIES: isize = 5;

impl<'s> Sentence<'s> {
    pub(super) fn new(words: &'s [Word], ruled: &'s [u32], range: Range<usize>) -> Self {
        let quotes = words[range.clone()].iter().any(|word| word.quote > words::REPORTERS);
        let cues = ruled[range.clone()].iter().filter(|ruled| **ruled == 1).count() as u32;
        let mut rivals = [(0, usize::MAX); 2];
        for n in range.clone() {
            let rival = (words[n].cue, n);
            if rival.0 > rivals[0].0 {
                rivals = [rival, rivals[0]];
            } else if rival.0 > rivals[1].0 {
                rivals[1] = rival;
            }
        }
        Self { words, ruled, range, quotes, cues, rivals }
    }

    fn at(&self, at: isize) -> Word {
        usize::try_from(at).ok().filter(|at| self.range.contains(at)).map_or(NONE, |at| self.words[at])
    }

    fn ruled(&self, at: isize) -> u32 {
        usize::try_from(at).ok().filter(|at| self.range.contains(at)).map_or(OUTSIDE, |at| self.ruled[at])
    }

    /// The word before auxiliaries and adverbs, where the subject of a verb ends, and how far off it is.
    fn subject(&self, verb: isize) -> (Word, u32) {
        let mut before = (1..=AUXILIARIES).map(|gap| (self.at(verb - gap), gap as u32));
        before.find(|(word, _)| !word.is_between()).unwrap_or((NONE, AUXILIARIES as u32 + 1))
    }

    /// How far off a word of a kind is, looking at so many; 0 if there is none.
    fn distance(places: impl Iterator<Item = Word>, is: impl Fn(Word) -> bool) -> u32 {
        places.zip(1..).find(|(word, _)| is(*word)).map_or(0, |(_, distance)| distance)
    }
}

impl Observed for Sentence<'_> {
    fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    fn token(&self, n: usize, see: &mut impl FnMut(u32)) {
        let i = n as isize;
        let r = |d: isize| self.ruled(i + d);
        let [b2, b1, w, a1, a2] = [-2, -1, 0, 1, 2].map(|d| self.at(i + d));
        let that = Self::distance((1..5).map(|d| self.at(i + d)), |word| word.class == words::THAT);
        let opens = Self::distance((1..4).map(|d| self.at(i + d)), |word| word.quote == words::OPENS);
        let closed = Self::distance((1..6).map(|d| self.at(i - d)), |word| word.quote == words::CLOSES);
        let (subject, gap) = self.subject(i);
        let other = u32::from(self.cues > u32::from(self.ruled[n] == 1));
        let rival = self.rivals.iter().find(|(_, at)| *at != n).map_or(0, |(rate, _)| *rate);
        let mut f = Features::new(0, see);
        f.one(0);
        f.one(w.form);
        f.one(b1.form);
        f.one(a1.form);
        f.one(b2.form);
        f.one(a2.form);
        f.two(b1.form, w.form);
        f.two(w.form, a1.form);
        f.one(w.stem);
        f.two(w.stem, a1.class);
        f.two(w.stem, b1.class);
        f.three(w.stem, b1.class, a1.class);
        f.one(w.ending);
        f.two(w.ending, b1.class);
        f.two(w.ending, a1.class);
        f.one(w.shape);
        f.one(w.class);
        f.one(b1.class);
        f.one(a1.class);
        f.two(b1.class, w.class);
        f.two(w.class, a1.class);
        f.three(b1.class, w.class, a1.class);
        f.three(b2.class, b1.class, w.class);
        f.three(w.class, a1.class, a2.class);
        f.two(w.stem, w.quote);
        f.three(w.stem, opens, closed);
        f.two(w.stem, that);
        f.two(w.stem, u32::from(self.quotes));
        f.one(r(0));
        f.three(r(-1), r(0), r(1));
        f.two(r(0), w.stem);
        f.two(r(0), w.class);
        f.two((n - self.range.start).min(3) as u32, w.class);
        f.two((self.range.end - n).min(3) as u32, w.class);
        f.one(w.group);
        f.one(b1.group);
        f.one(a1.group);
        f.one(b2.group);
        f.one(a2.group);
        f.two(b1.group, w.group);
        f.two(w.group, a1.group);
        f.three(b1.group, w.group, a1.group);
        f.three(w.group, opens, closed);
        f.two(w.group, that);
        f.three(w.group, b1.class, a1.class);
        f.three(b2.group, b1.group, w.group);
        f.one(w.cue);
        f.two(w.cue, w.class);
        f.two(b1.cue, w.cue);
        f.two(w.cue, a1.cue);
        f.three(b1.cue, w.cue, a1.cue);
        f.three(b1.class, w.cue, a1.class);
        f.three(w.cue, opens, closed);
        f.two(w.cue, that);
        f.three(b2.class, b1.class, w.cue);
        f.three(w.cue, a1.class, a2.class);
        f.three(w.cue, r(0), w.quote);
        f.three(w.cue, rival, other);
        f.two(w.cue, a1.group);
        f.two(w.cue, b1.group);
        f.two(subject.class, w.stem);
        f.three(subject.class, gap, w.class);
        f.two(subject.class, w.cue);
        f.two(subject.group, w.group);
        f.two(subject.group, w.cue);
        f.two(other, w.stem);
    }

    fn boundary(&self, n: usize, see: &mut impl FnMut(u32)) {
        let i = n as isize;
        let r = |d: isize| self.ruled(i + d);
        let [b2, b1, w, a1] = [-2, -1, 0, 1].map(|d| self.at(i + d));
        let mut f = Features::new(BOUNDARIES, see);
        f.one(0);
        f.one(b1.form);
        f.one(w.form);
        f.two(b1.form, w.form);
        f.two(b1.stem, w.class);
        f.two(b1.class, w.stem);
        f.two(b1.class, w.class);
        f.three(b2.class, b1.class, w.class);
        f.three(b1.class, w.class, a1.class);
        f.two(b2.form, b1.form);
        f.two(w.form, a1.form);
        f.two(b1.quote, w.quote);
        f.two(r(-1), r(0));
        f.three(r(-1), r(0), w.class);
        f.three(r(-1), r(0), b1.class);
        f.one(b1.group);
        f.one(w.group);
        f.two(b1.group, w.group);
        f.three(b2.group, b1.group, w.group);
        f.three(b1.group, w.group, a1.group);
        f.two(b1.group, w.form);
        f.two(b1.cue, w.cue);
        f.three(b1.cue, w.cue, a1.cue);
        f.three(b2.cue, b1.cue, w.cue);
        f.two(b1.cue, w.class);
        f.two(b1.class, w.cue);
        f.two(b1.cue, w.group);
        f.two(b1.cue, w.form);
    }
}
