//! Makes an index, piece by piece: four times through the texts, with the words put in order after the first. Of an index that
//! was written ([`written`](super::written)) the first half is done.

use corpus::Corpus;
use hashbrown::HashTable;

use super::packed::{Ascents, Numbers, Strings, span, write};
use super::{BLOCK, GAP, Index, OFTEN, Spans, Texts};
use crate::bits::Bits;
use crate::fold::{push_folded, words};
use crate::sort_by;
use crate::sorting::sort_by_upper_half;

/// So many texts whose words are known take as long as one whose words must be read (8 milliseconds against 1.2 for 2,500 of them,
/// in a browser).
const LIGHT: usize = 6;

/// Makes an index, as many texts at a time as the caller has time for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Indexer {
    step: Step,
    /// How many texts this step has been through.
    done: usize,
    /// Where the words stand that are being read.
    spans: Spans,
    /// The words as they were met.
    met: Strings,
    /// How often each was met.
    times: Vec<u32>,
    /// Finds words among them.
    table: HashTable<u32>,
    /// The words of each text, as they were met.
    tokens: Vec<u32>,
    /// Where the words of each text end.
    ends: Vec<u32>,
    /// For each word as it was met its place in order.
    ranks: Vec<u32>,
    /// For each word in order the last text that had it.
    last: Vec<u32>,
    /// For each word in order its block.
    blocks: Vec<u32>,
    index: Index,
}

/// What is done with each text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Step {
    /// Its words are read.
    #[default]
    Read,
    /// They are written by their places in order.
    Write,
    /// Nothing: the words are on their way.
    Wait,
    /// It is found out how long the list of each word will be.
    Measure,
    /// It is put into the lists.
    Fill,
    /// Nothing is left to do.
    Done,
}

impl Indexer {
    /// Goes on with so many texts, or with the work of so many; whether the index is there. A text is met four times.
    pub(crate) fn go_on(&mut self, corpus: &Corpus<'_>, texts: usize) -> bool {
        let all = Texts::of(corpus);
        let texts = if self.step == Step::Read { texts } else { texts.saturating_mul(LIGHT) };
        let until = self.done.saturating_add(texts).min(all.len());
        match self.step {
            Step::Read => (self.done..until).for_each(|text| self.read(corpus, all, text)),
            Step::Write => (self.done..until).for_each(|text| self.write(text)),
            Step::Measure => (self.done..until).for_each(|text| self.measure(text)),
            Step::Fill => (self.done..until).for_each(|text| self.fill(text)),
            Step::Wait => return false,
            Step::Done => return true,
        }
        self.done = until;
        if until == all.len() {
            self.done = 0;
            match self.step {
                Step::Read => {
                    self.sort();
                    self.step = Step::Write;
                }
                Step::Write => *self = Self::measuring(std::mem::take(&mut self.index)),
                Step::Measure => {
                    let Index { frequent, places, sets, blocks, block_ends, .. } = &mut self.index;
                    let often =
                        frequent.iter().take_while(|term| places.ends[**term as usize] as usize > all.len() / OFTEN);
                    *sets = often.map(|_| Bits::none(all.len())).collect();
                    let mut met = 0;
                    for (term, times) in (1..).zip(&places.ends) {
                        self.blocks.push(block_ends.len() as u32);
                        met += *times as usize;
                        if met > all.len() / BLOCK {
                            block_ends.push(term);
                            met = 0;
                        }
                    }
                    block_ends.push(places.ends.len() as u32);
                    *blocks = block_ends.iter().map(|_| Bits::none(all.len())).collect();
                    places.make_room();
                    self.last.fill(0);
                    self.step = Step::Fill;
                }
                Step::Fill => {
                    let Index { frequent, sets, blocks, .. } = &mut self.index;
                    for (term, having) in frequent.iter().zip(sets) {
                        blocks[self.blocks[*term as usize] as usize].add(having);
                    }
                    self.step = Step::Done;
                }
                Step::Wait | Step::Done => {}
            }
        }
        self.step == Step::Done
    }

    /// The index, once it is there; none while the words are on their way.
    pub(crate) fn finish(mut self, corpus: &Corpus<'_>) -> Option<Index> {
        while self.has_words() && !self.go_on(corpus, usize::MAX) {}
        (self.step == Step::Done).then_some(self.index)
    }

    /// One whose words are on their way.
    pub(crate) fn waiting() -> Self {
        Self { step: Step::Wait, ..Self::default() }
    }

    /// Whether the words are there.
    pub(crate) fn has_words(&self) -> bool {
        self.step != Step::Wait
    }

    /// One that knows the words of each text already.
    pub(crate) fn measuring(index: Index) -> Self {
        let (last, places) = (vec![0; index.len()], Ascents::empty(index.len()));
        Self { step: Step::Measure, last, index: Index { places, ..index }, ..Self::default() }
    }

    fn read(&mut self, corpus: &Corpus<'_>, all: Texts, text: usize) {
        let Self { spans, met, times, table, tokens, ends, .. } = self;
        all.each_field(corpus, text, spans, |field| {
            tokens.push(GAP);
            for word in words(field) {
                // The word is written where it would stand if it were new.
                push_folded(&mut met.text, &field[word.range()]);
                let folded = &met.text[met.end()..];
                let hash = hash(folded);
                let term = match table.find(hash, |term| met.get(*term as usize) == folded) {
                    Some(term) => {
                        let term = *term;
                        times[term as usize] += 1;
                        met.text.truncate(met.end());
                        term
                    }
                    None => {
                        let term = met.len() as u32;
                        met.close();
                        times.push(1);
                        table.insert_unique(hash, term, |term| self::hash(met.get(*term as usize)));
                        term
                    }
                };
                tokens.push(term + 1);
            }
        });
        ends.push(tokens.len() as u32);
    }

    /// Puts the words in order.
    fn sort(&mut self) {
        self.table = HashTable::new();
        let met = std::mem::take(&mut self.met);
        let mut order: Vec<u32> = (0..met.len() as u32).collect();
        sort_by(&mut order, |a, b| met.get(*a as usize).cmp(met.get(*b as usize)));
        self.ranks = vec![0; met.len()];
        self.index.terms.text.reserve_exact(met.text.len());
        self.index.terms.ends.reserve_exact(met.len());
        // By how often they are met, then in order.
        let mut frequent = Vec::with_capacity(met.len());
        for (rank, term) in (0..).zip(order) {
            self.index.terms.text.push_str(met.get(term as usize));
            self.index.terms.close();
            self.ranks[term as usize] = rank;
            frequent.push(u64::from(!self.times[term as usize]) << 32 | u64::from(rank));
        }
        sort_by_upper_half(&mut frequent);
        self.index.number(frequent.into_iter().map(|key| key as u32).collect());
    }

    fn write(&mut self, text: usize) {
        let Self { ends, tokens, ranks, index, .. } = self;
        for token in &tokens[span(ends, text)] {
            let token = token.checked_sub(1).map_or(GAP, |met| index.token(ranks[met as usize] as usize));
            write(&mut index.tokens.bytes, token);
        }
        index.tokens.ends.push(index.tokens.bytes.len() as u32);
    }

    fn measure(&mut self, text: usize) {
        let Self { last, index: Index { tokens, frequent, places, lengths, .. }, .. } = self;
        let mut words = 0;
        for term in terms(tokens, frequent, text) {
            let distance = text as u32 - std::mem::replace(&mut last[term], text as u32);
            places.measure(term, distance);
            words += 1;
        }
        lengths.push(words);
    }

    fn fill(&mut self, text: usize) {
        let Self { last, blocks: block_of, index, .. } = self;
        let Index { tokens, frequent, places, sets, numbers, blocks, .. } = index;
        for term in terms(tokens, frequent, text) {
            // What has a set of its own is added to its block as a whole.
            match sets.get_mut((numbers[term] - GAP - 1) as usize) {
                Some(set) => set.insert(text),
                None => blocks[block_of[term] as usize].insert(text),
            }
            let distance = text as u32 - std::mem::replace(&mut last[term], text as u32);
            places.fill(term, distance);
        }
    }
}

/// The words of a text (see [`Index::of_token`]), while the rest of the index is being made.
fn terms(tokens: &Numbers, frequent: &[u32], text: usize) -> impl Iterator<Item = usize> {
    let term = |token: u32| frequent.get(token.checked_sub(GAP + 1)? as usize);
    tokens.list(text).filter_map(term).map(|term| *term as usize)
}

/// FNV-1a (Fowler, Noll, Vo): words are short, and nobody gains by making them collide.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
