//! Makes an index, piece by piece: three times through the texts, with the words put in order after the first.

use corpus::Corpus;
use hashbrown::HashTable;

use super::packed::{Numbers, Strings, length, put, span, write};
use super::{GAP, Index, Spans, Texts};
use crate::fold::{push_folded, words};
use crate::sort_by;

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
    /// Finds words among them.
    table: HashTable<u32>,
    /// The words of each text, as they were met.
    tokens: Vec<u32>,
    /// Where the words of each text end.
    ends: Vec<u32>,
    /// For each word as it was met its place in order; then for each word in order the last text that had it.
    ranks: Vec<u32>,
    last: Vec<u32>,
    index: Index,
}

/// What is done with each text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Step {
    /// Its words are read.
    #[default]
    Read,
    /// It is found out how long the list of each word will be.
    Measure,
    /// It is put into the lists.
    Fill,
    /// Nothing is left to do.
    Done,
}

impl Indexer {
    /// Goes on with so many texts; whether the index is there. A text is met three times.
    pub(crate) fn go_on(&mut self, corpus: &Corpus<'_>, texts: usize) -> bool {
        let all = Texts::of(corpus);
        let until = self.done.saturating_add(texts).min(all.len());
        match self.step {
            Step::Read => (self.done..until).for_each(|text| self.read(corpus, all, text)),
            Step::Measure => (self.done..until).for_each(|text| self.measure(text)),
            Step::Fill => (self.done..until).for_each(|text| self.fill(text)),
            Step::Done => return true,
        }
        self.done = until;
        if until == all.len() {
            self.done = 0;
            match self.step {
                Step::Read => {
                    self.sort();
                    self.step = Step::Measure;
                }
                Step::Measure => {
                    self.index.places.make_room();
                    self.last.fill(0);
                    self.step = Step::Fill;
                }
                Step::Fill | Step::Done => self.step = Step::Done,
            }
        }
        self.step == Step::Done
    }

    /// The index, once it is there.
    pub(crate) fn finish(mut self, corpus: &Corpus<'_>) -> Index {
        while !self.go_on(corpus, usize::MAX) {}
        self.index
    }

    fn read(&mut self, corpus: &Corpus<'_>, all: Texts, text: usize) {
        let Self { spans, met, table, tokens, ends, index, .. } = self;
        let from = tokens.len();
        let mut fields = 0;
        all.each_field(corpus, text, spans, |field| {
            fields += 1;
            tokens.push(GAP);
            for word in words(field) {
                // The word is written where it would stand if it were new.
                push_folded(&mut met.text, &field[word.range()]);
                let folded = &met.text[met.end()..];
                let hash = hash(folded);
                let term = match table.find(hash, |term| met.get(*term as usize) == folded) {
                    Some(term) => {
                        let term = *term;
                        met.text.truncate(met.end());
                        term
                    }
                    None => {
                        let term = met.len() as u32;
                        met.close();
                        table.insert_unique(hash, term, |term| self::hash(met.get(*term as usize)));
                        term
                    }
                };
                tokens.push(term + 1);
            }
        });
        ends.push(tokens.len() as u32);
        index.lengths.push((tokens.len() - from - fields) as u32);
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
        for (rank, term) in (0..).zip(order) {
            self.index.terms.text.push_str(met.get(term as usize));
            self.index.terms.close();
            self.ranks[term as usize] = rank;
        }
        self.last = vec![0; met.len()];
        self.index.places.ends = vec![0; met.len()];
    }

    fn measure(&mut self, text: usize) {
        let Self { ends, tokens, ranks, last, index, .. } = self;
        for token in &tokens[span(ends, text)] {
            let token = match token.checked_sub(1) {
                Some(met) => {
                    let term = ranks[met as usize];
                    let distance = text as u32 - std::mem::replace(&mut last[term as usize], text as u32);
                    index.places.ends[term as usize] += length(distance);
                    term + 1
                }
                None => GAP,
            };
            write(&mut index.tokens.bytes, token);
        }
        index.tokens.ends.push(index.tokens.bytes.len() as u32);
    }

    fn fill(&mut self, text: usize) {
        let Self { ends, tokens, ranks, last, index, .. } = self;
        for met in tokens[span(ends, text)].iter().filter_map(|token| token.checked_sub(1)) {
            let term = ranks[met as usize] as usize;
            let distance = text as u32 - std::mem::replace(&mut last[term], text as u32);
            let Numbers { bytes, ends } = &mut index.places;
            ends[term] = put(bytes, ends[term] as usize, distance) as u32;
        }
    }
}

/// FNV-1a (Fowler, Noll, Vo): words are short, and nobody gains by making them collide.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
