//! The words of a corpus: which there are, which texts have each, and in which order a text has them.
//!
//! A text is what a statement says, or who says it, or what it stands in: see [`Texts`]. The index is made in the browser,
//! from the texts that the page has anyway: one that is made beforehand and downloaded is more bytes and ready later
//! (`cargo xtask bench`). It is made piece by piece, so that nothing waits for it ([`Indexer`]), and it is a handful of flat
//! arrays, whatever the number of texts.

use std::ops::Range;

use corpus::Corpus;
use hashbrown::HashTable;

use crate::fold::{push_folded, words};
use crate::sort_by;

/// The texts of a corpus, numbered: statements, then speakers, then articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Texts {
    /// How many statements there are.
    pub(crate) statements: usize,
    /// How many speakers.
    pub(crate) speakers: usize,
    /// How many articles.
    pub(crate) articles: usize,
}

impl Texts {
    pub(crate) fn of(corpus: &Corpus<'_>) -> Self {
        let Corpus { statements, speakers, articles, .. } = corpus;
        Self { statements: statements.len(), speakers: speakers.len(), articles: articles.len() }
    }

    /// How many there are.
    pub(crate) fn len(self) -> usize {
        self.statements + self.speakers + self.articles
    }

    /// Calls `read` with each field of a text: no phrase runs from one into the next.
    fn each_field<'c>(self, corpus: &'c Corpus<'_>, text: usize, mut read: impl FnMut(&'c str)) {
        if let Some(statement) = corpus.statements.get(text) {
            let article = corpus.article_of(statement);
            statement.spans.iter().for_each(|span| read(article.words(*span)));
        } else if let Some(speaker) = corpus.speakers.get(text - self.statements) {
            read(&speaker.name);
            speaker.roles.iter().chain(&speaker.affiliation).for_each(|field| read(field));
        } else if let Some(article) = corpus.articles.get(text - self.statements - self.speakers) {
            [&article.title, &article.outlet, &article.author].into_iter().flatten().for_each(|field| read(field));
        }
    }
}

/// The words of the texts of a corpus.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// Every folded word, in order.
    terms: Strings,
    /// For each word the texts that have it, as often as they do: the distance from the one before.
    places: Numbers,
    /// For each text its words, in order; [`GAP`] before each field.
    tokens: Numbers,
    /// How many words each text has.
    lengths: Vec<u32>,
}

/// Stands before each field among the words of a text; they count from 1.
const GAP: u32 = 0;

impl Index {
    /// A word.
    pub(crate) fn term(&self, n: usize) -> &str {
        self.terms.get(n)
    }

    /// Which word this is.
    pub(crate) fn find(&self, term: &str) -> Option<usize> {
        let at = self.first_from(term);
        (at < self.terms.len() && self.term(at) == term).then_some(at)
    }

    /// The words that begin so.
    pub(crate) fn beginning(&self, start: &str) -> Range<usize> {
        let from = self.first_from(start);
        let begins = |n: usize| self.term(n).starts_with(start);
        from..from + partition_point(self.terms.len() - from, |n| begins(from + n))
    }

    /// How many words there are.
    pub(crate) fn len(&self) -> usize {
        self.terms.len()
    }

    /// The texts that have a word, in order, each as often as it has it.
    #[inline]
    pub(crate) fn texts(&self, term: usize) -> impl Iterator<Item = usize> {
        self.places.list(term).scan(0, |text, distance| {
            *text += distance as usize;
            Some(*text)
        })
    }

    /// The words of a text, in order, as [`Index::token`] has them; before each field stands what is none.
    #[inline]
    pub(crate) fn tokens(&self, text: usize) -> impl Iterator<Item = u32> {
        self.tokens.list(text)
    }

    /// A word as it stands among those of a text.
    pub(crate) fn token(term: usize) -> u32 {
        GAP + 1 + term as u32
    }

    /// How many words a text has.
    pub(crate) fn length(&self, text: usize) -> u32 {
        self.lengths.get(text).copied().unwrap_or_default()
    }

    fn first_from(&self, term: &str) -> usize {
        partition_point(self.terms.len(), |n| self.term(n) < term)
    }
}

/// The first of `len` places for which something that holds for the places before it does not.
fn partition_point(len: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (0, len);
    while from < to {
        let middle = from + (to - from) / 2;
        if holds(middle) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    from
}

/// Makes an index, as many texts at a time as the caller has time for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Indexer {
    step: Step,
    /// How many texts this step has been through.
    done: usize,
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
        let Self { met, table, tokens, ends, index, .. } = self;
        let from = tokens.len();
        let mut fields = 0;
        all.each_field(corpus, text, |field| {
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

fn span(ends: &[u32], n: usize) -> Range<usize> {
    n.checked_sub(1).map_or(0, |before| ends[before] as usize)..ends[n] as usize
}

/// FNV-1a (Fowler, Noll, Vo): words are short, and nobody gains by making them collide.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Many strings, one after the other.
#[derive(Clone, Debug, Default)]
struct Strings {
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Strings {
    fn len(&self) -> usize {
        self.ends.len()
    }

    fn get(&self, n: usize) -> &str {
        &self.text[span(&self.ends, n)]
    }

    /// Where the last one ends.
    fn end(&self) -> usize {
        self.ends.last().map_or(0, |end| *end as usize)
    }

    /// Ends a string: what was written since the last one.
    fn close(&mut self) {
        self.ends.push(self.text.len() as u32);
    }
}

/// Many lists of numbers, one after the other, each number in as many groups of seven bits as it needs (LEB128, unsigned).
#[derive(Clone, Debug, Default)]
struct Numbers {
    bytes: Vec<u8>,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Numbers {
    #[inline]
    fn list(&self, n: usize) -> impl Iterator<Item = u32> {
        let mut rest = if n < self.ends.len() { self.bytes[span(&self.ends, n)].iter() } else { [].iter() };
        std::iter::from_fn(move || {
            let first = *rest.next()?;
            let mut number = u32::from(first & 0x7f);
            let (mut byte, mut shift) = (first, 7);
            while byte & 0x80 != 0 {
                byte = *rest.next()?;
                number |= u32::from(byte & 0x7f) << shift;
                shift += 7;
            }
            Some(number)
        })
    }

    /// From how long each list is to where each begins, which filling it moves to where it ends.
    fn make_room(&mut self) {
        let mut start = 0;
        for end in &mut self.ends {
            start += std::mem::replace(end, start);
        }
        self.bytes = vec![0; start as usize];
    }
}

/// How many bytes a number takes.
fn length(number: u32) -> u32 {
    (u32::BITS - (number | 1).leading_zeros()).div_ceil(7)
}

/// Writes a number at a place; where it ends.
fn put(bytes: &mut [u8], mut at: usize, mut number: u32) -> usize {
    while number >= 0x80 {
        bytes[at] = number as u8 | 0x80;
        number >>= 7;
        at += 1;
    }
    bytes[at] = number as u8;
    at + 1
}

fn write(bytes: &mut Vec<u8>, number: u32) {
    let at = bytes.len();
    bytes.resize(at + length(number) as usize, 0);
    put(bytes, at, number);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn an_index_has_every_word_of_every_text_in_order() {
        let corpus = fixture::corpus();
        let texts = Texts::of(&corpus);
        for step in [1, 2, 5, 1000] {
            let mut indexer = Indexer::default();
            while !indexer.go_on(&corpus, step) {}
            let index = indexer.finish(&corpus);
            assert!((1..index.len()).all(|n| index.term(n - 1) < index.term(n)), "in order, each once");
            let mut met = 0;
            for text in 0..texts.len() {
                let (mut expected, mut words_of) = (Vec::new(), 0);
                texts.each_field(&corpus, text, |field| {
                    expected.push(None);
                    for word in words(field) {
                        let mut folded = String::new();
                        push_folded(&mut folded, &field[word.range()]);
                        expected.push(Some(folded));
                        words_of += 1;
                    }
                });
                let term = |token: u32| token.checked_sub(GAP + 1).map(|term| term as usize);
                let tokens = index.tokens(text).map(|token| term(token).map(|term| index.term(term).to_owned()));
                assert_eq!(tokens.collect::<Vec<_>>(), expected);
                assert_eq!(index.length(text), words_of);
                met += words_of as usize;
                for term in index.tokens(text).filter_map(term) {
                    assert_eq!(index.find(index.term(term)), Some(term));
                    assert!(index.texts(term).any(|other| other == text));
                }
            }
            assert_eq!((0..index.len()).map(|term| index.texts(term).count()).sum::<usize>(), met);
            let ranges: Vec<&str> = index.beginning("war").map(|n| index.term(n)).collect();
            assert_eq!(ranges, ["warrant", "warrants"]);
            assert!(index.beginning("zz").is_empty() && index.find("war").is_none());
            assert_eq!(index.beginning(""), 0..index.len());
        }
    }

    #[test]
    fn numbers_of_any_size_are_kept() {
        let all = [0, 1, 127, 128, 16_383, 16_384, 1 << 21, (1 << 28) - 1, 1 << 28, u32::MAX];
        let mut numbers = Numbers::default();
        for number in all {
            write(&mut numbers.bytes, number);
            assert_eq!(length(number), numbers.bytes.len() as u32 - numbers.ends.last().copied().unwrap_or(0));
            numbers.ends.push(numbers.bytes.len() as u32);
        }
        assert!((0..all.len()).all(|n| numbers.list(n).eq([all[n]])));
    }
}
