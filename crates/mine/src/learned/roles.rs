//! What the model sees around a reporting word when it looks for its source and its content.

use std::ops::Range;

use super::chain::{Features, Observed};
use super::words::{self, NONE, Word};
use crate::lex::Paragraph;

/// What the rules say of a token, given a cue.
pub(super) const RULED_SOURCE: u32 = 1;
/// The same, of what is said.
pub(super) const RULED_CONTENT: u32 = 2;

/// Tokens before a cue among which its source and content are looked for: nearly all annotated ones lie nearer.
const BEFORE: usize = 120;

/// Tokens after a cue: quotations go on for longer than what stands before a cue.
const AFTER: usize = 200;

/// Features of tokens count from here, to differ from those of cues.
const TOKENS: u32 = 2000;

/// Features of boundaries count from here.
const BOUNDARIES: u32 = 3000;

/// What stands for what the rules say of a token outside of the window.
const OUTSIDE: u32 = 9;

/// The tokens around a cue: its sentence and those beside it, in its paragraph.
pub(super) struct Surroundings<'s> {
    words: &'s [Word],
    /// Of each token, whether the rules take it for a reporting word.
    cues: &'s [u32],
    window: Range<usize>,
    sentence: Range<usize>,
    cue: Range<usize>,
    /// Of each token of the window: what the rules say of it.
    ruled: Vec<u32>,
    /// Whether the rules know the cue.
    known: u32,
    /// Of each token of the window: how many commas, quotation marks and verbs lie between it and the cue.
    between: Vec<[u32; 3]>,
    frame: Frame,
}

/// What a cue and its neighbours look like.
struct Frame {
    /// The verb of the cue.
    head: Word,
    last: Word,
    after: Word,
    /// What stands before and after the cue, each in one number, and all in one.
    before: u32,
    next: u32,
    all: u32,
    /// The stems of the cue.
    stems: u32,
    quoted: u32,
}

/// The tokens in which the source and the content of a cue are looked for, and the sentence of the cue.
pub(super) fn window(paragraph: &Paragraph, cue: &Range<usize>) -> (Range<usize>, Range<usize>) {
    let sentences = &paragraph.sentences;
    let own = sentences.partition_point(|sentence| sentence.end <= cue.start).min(sentences.len().saturating_sub(1));
    let start = sentences.get(own.saturating_sub(1)).map_or(cue.start, |sentence| sentence.start);
    let end = sentences.get(own + 1).or(sentences.get(own)).map_or(cue.end, |sentence| sentence.end);
    let window = start.max(cue.start.saturating_sub(BEFORE)).min(cue.start)..end.min(cue.end + AFTER).max(cue.end);
    (window, sentences.get(own).cloned().unwrap_or_else(|| cue.clone()))
}

impl<'s> Surroundings<'s> {
    pub(super) fn new(
        words: &'s [Word],
        cues: &'s [u32],
        (window, sentence): (Range<usize>, Range<usize>),
        cue: Range<usize>,
        (ruled, known): (Vec<u32>, bool),
    ) -> Self {
        let between = between(words, &window, &cue);
        let inside = |at: Option<usize>| at.filter(|at| window.contains(at)).map_or(NONE, |at| words[at]);
        let neighbour = |word: Word| word.class.wrapping_mul(256) + word.quote;
        let head = cue.clone().rev().find(|n| words[*n].is_reporting()).unwrap_or(cue.end - 1);
        let before = neighbour(inside(cue.start.checked_sub(1)));
        let next = neighbour(inside(Some(cue.end)));
        let frame = Frame {
            head: words[head],
            last: words[cue.end - 1],
            after: inside(Some(cue.end)),
            before,
            next,
            all: next.wrapping_mul(65_536) ^ before.wrapping_mul(16_777_619) ^ words[head].class,
            stems: cue.clone().fold(7, |all: u32, n| all.wrapping_mul(31).wrapping_add(words[n].stem)),
            quoted: u32::from(words[cue.start].quote == words::QUOTED),
        };
        Self { words, cues, window, sentence, cue, ruled, known: u32::from(known), between, frame }
    }

    fn at(&self, at: isize) -> Word {
        usize::try_from(at).ok().filter(|at| self.window.contains(at)).map_or(NONE, |at| self.words[at])
    }

    fn ruled(&self, at: isize) -> u32 {
        let place = usize::try_from(at - self.window.start as isize).ok();
        place.and_then(|place| self.ruled.get(place)).copied().unwrap_or(OUTSIDE)
    }

    /// 1 before the cue, 2 after it, 0 in it.
    fn side(&self, n: usize) -> u32 {
        if n < self.cue.start {
            1
        } else if n < self.cue.end {
            0
        } else {
            2
        }
    }

    /// How far from the cue, in steps that grow.
    fn distance(&self, n: usize) -> u32 {
        let distance = if n < self.cue.start { self.cue.start - n } else { (n + 1).saturating_sub(self.cue.end) };
        match distance {
            0..=6 => distance as u32,
            7..=9 => 7,
            10..=14 => 8,
            15..=24 => 9,
            25..=49 => 10,
            _ => 11,
        }
    }

    /// In the sentence before that of the cue, in it, or in the one after.
    fn in_sentence(&self, n: usize) -> u32 {
        u32::from(n >= self.sentence.start) + u32::from(n >= self.sentence.end)
    }

    /// What lies between a token and the cue, and in it how many quotation marks and verbs.
    fn crossed(&self, n: usize) -> [u32; 4] {
        let [commas, quotes, verbs] =
            self.between.get(n - self.window.start).or(self.between.last()).copied().unwrap_or_default();
        [commas * 16 + quotes * 4 + verbs, commas, quotes, verbs]
    }
}

/// Things counted are told apart up to this many.
const MANY: u32 = 3;

/// How many commas, quotation marks and verbs lie between each token of a window and its cue.
fn between(words: &[Word], window: &Range<usize>, cue: &Range<usize>) -> Vec<[u32; 3]> {
    let mut between = vec![[0; 3]; window.len()];
    let mut count = |tokens: &mut dyn Iterator<Item = usize>| {
        let mut seen = [0_u32; 3];
        for n in tokens {
            between[n - window.start] = seen.map(|count| count.min(MANY));
            let word = words[n];
            for (count, is) in seen.iter_mut().zip([word.separates(), word.is_mark(), word.is_verb()]) {
                *count += u32::from(is);
            }
        }
    };
    count(&mut (cue.end..window.end));
    count(&mut (window.start..cue.start).rev());
    between
}

impl Observed for Surroundings<'_> {
    fn range(&self) -> Range<usize> {
        self.window.clone()
    }

    fn token(&self, n: usize, see: &mut impl FnMut(u32)) {
        let i = n as isize;
        let (b1, w, a1) = (self.at(i - 1), self.words[n], self.at(i + 1));
        let side = self.side(n);
        let near = side * 16 + self.distance(n);
        let here = side * 4 + self.in_sentence(n);
        let [crossed, _, quotes, verbs] = self.crossed(n);
        let Frame { head, last, after, before, next, all, stems, quoted } = self.frame;
        let verb = head.class;
        let r = |d: isize| self.ruled(i + d);
        let mut f = Features::new(TOKENS, see);
        f.one(here);
        f.two(near, here);
        f.two(near, verb);
        f.two(here, crossed);
        f.three(here, crossed, verb);
        f.two(here, w.form);
        f.two(w.class, near);
        f.three(w.class, here, crossed);
        f.three(b1.class, w.class, side);
        f.three(w.class, a1.class, side);
        f.three(w.quote, here, all);
        f.three(w.quote, here, quotes);
        f.three(w.quote, near, quoted);
        f.two(all, near);
        f.three(next, here, crossed);
        f.three(before, here, crossed);
        f.three(before, near, verb);
        f.three(next, near, verb);
        f.three(head.stem, here, crossed);
        f.three(head.stem, near, w.class);
        f.two(stems, near);
        f.three(stems, side, w.quote);
        f.three(last.form, near, w.class);
        f.three(after.form, near, verb);
        f.two(r(0), self.known);
        f.three(r(0), side, w.class);
        f.three(r(-1), r(0), r(1));
        f.three(r(0), near, verb);
        f.three(self.cues[n], side, crossed);
        f.three(w.ending, side, verbs);
        f.two(w.group, here);
        f.three(w.group, near, verb);
        f.three(b1.group, w.group, side);
        f.three(w.group, a1.group, side);
        f.three(w.group, here, crossed);
        f.three(head.group, near, w.class);
        f.three(head.group, here, crossed);
        f.three(head.group, near, next);
        f.three(head.group, near, before);
        f.three(head.cue, near, w.class);
        f.two(w.source, here);
        f.three(w.source, near, verb);
        f.three(b1.source, w.source, side);
        f.three(w.source, a1.source, side);
        f.three(w.source, here, crossed);
        f.three(w.cue, here, crossed);
    }

    fn boundary(&self, n: usize, see: &mut impl FnMut(u32)) {
        let i = n as isize;
        let [b2, b1, w, a1] = [-2, -1, 0, 1].map(|d| self.at(i + d));
        let side = self.side(n);
        let near = side * 16 + self.distance(n);
        let edge = u32::from(n == self.sentence.start) + 2 * u32::from(n == self.sentence.end);
        let here = (side * 4 + self.in_sentence(n)) * 4 + edge;
        let [crossed, commas, ..] = self.crossed(n);
        let to_end = self.sentence.end.checked_sub(n).map_or(4, |left| left.min(3) as u32);
        let from_start = n.checked_sub(self.sentence.start).map_or(4, |gone| gone.min(3) as u32);
        let Frame { head, all, .. } = self.frame;
        let verb = head.class;
        let (r1, r) = (self.ruled(i - 1), self.ruled(i));
        let mut f = Features::new(BOUNDARIES, see);
        f.one(0);
        f.one(here);
        f.two(near, here);
        f.three(b1.form, w.form, side);
        f.two(b1.form, side);
        f.two(w.form, side);
        f.three(b1.class, w.class, side);
        f.three(b1.class, w.class, near);
        f.three(b2.class, b1.class, w.class);
        f.three(b1.class, w.class, a1.class);
        f.three(w.form, a1.form, side);
        f.three(b1.form, w.class, near);
        f.two(all, near);
        f.three(all, here, to_end);
        f.three(b1.quote, w.quote, here);
        f.three(b1.quote, w.quote, near);
        f.three(r1, r, self.known);
        f.three(r1, r, near);
        f.three(r1, r, w.class);
        f.three(r1, r, b1.class);
        f.three(head.stem, near, w.class);
        f.three(head.stem, w.form, side);
        f.three(verb, near, w.class);
        f.three(verb, b1.class, w.class);
        f.three(to_end, side, b1.class);
        f.three(from_start, side, w.class);
        f.three(crossed, side, w.class);
        f.three(crossed, side, b1.class);
        f.three(commas, w.class, a1.class);
        f.three(b1.shape, w.form, verb);
        f.three(b1.group, w.group, side);
        f.three(b1.group, w.group, a1.group);
        f.three(w.group, near, verb);
        f.three(b1.group, near, verb);
        f.three(w.group, crossed, side);
        f.three(b1.shape, w.group, a1.group);
        f.three(b1.form, w.group, side);
        f.three(head.group, near, w.class);
        f.three(head.group, near, w.group);
        f.three(head.group, b1.group, w.group);
        f.three(b1.source, w.source, near);
        f.three(b1.source, w.source, w.form);
        f.three(b1.source, w.source, a1.source);
        f.three(w.source, near, verb);
        f.three(w.cue, a1.cue, here);
        f.three(b1.cue, w.cue, side);
    }
}
