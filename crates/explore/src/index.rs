//! The words of a corpus: which there are, which texts have each, and in which order a text has them.
//!
//! A text is what a statement says, or who says it, or what it stands in: see [`Texts`]. The index is made in the browser,
//! from the texts that the page has anyway: one that is made beforehand would have to be downloaded on top of them. It is
//! made piece by piece, so that nothing waits for it ([`Indexer`]), and it is a handful of flat arrays, whatever the number of
//! texts.

mod indexer;
mod packed;
mod written;

use std::ops::Range;

pub(crate) use self::indexer::Indexer;
use self::packed::{Ascents, Numbers, Strings, write};
use crate::bits::Bits;
use corpus::{ArticleIx, Corpus, Span};

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

    /// Calls `read` with each field of a text: no phrase runs from one into the next. Of statements only the words are read,
    /// those of an article at a time, which `spans` keeps for the next call.
    fn each_field<'c>(self, corpus: &'c Corpus<'_>, text: usize, spans: &mut Spans, mut read: impl FnMut(&'c str)) {
        if let Some(article) = corpus.statements.article(text) {
            let words = &corpus.articles[article.get()];
            spans.of(corpus, article, text).for_each(|span| read(words.words(span)));
        } else if let Some(speaker) = corpus.speakers.get(text - self.statements) {
            read(&speaker.name);
            speaker.roles.iter().chain(&speaker.affiliation).for_each(|field| read(field));
        } else if let Some(article) = corpus.articles.get(text - self.statements - self.speakers) {
            [&article.title, &article.outlet, &article.author].into_iter().flatten().for_each(|field| read(field));
        }
    }
}

/// The spans of the statements of an article, each with its statement, in order.
#[derive(Clone, Debug, Default)]
struct Spans {
    article: Option<ArticleIx>,
    list: Vec<(usize, Span)>,
}

impl Spans {
    /// Those of a statement, which stands in this article.
    fn of(&mut self, corpus: &Corpus<'_>, article: ArticleIx, statement: usize) -> impl Iterator<Item = Span> {
        if self.article != Some(article) {
            self.article = Some(article);
            self.list.clear();
            corpus.statements.spans(article, |statement, span| self.list.push((statement, span)));
        }
        let first = self.list.partition_point(|(other, _)| *other < statement);
        self.list[first..].iter().take_while(move |(other, _)| *other == statement).map(|(_, span)| *span)
    }
}

/// The words of the texts of a corpus.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// Every folded word, in order.
    terms: Strings,
    /// For each word the texts that have it, as often as they do.
    places: Ascents,
    /// The same as sets, of the words that are met most often ([`OFTEN`]), in the order of their numbers.
    sets: Vec<Bits>,
    /// The texts that have any of a block of words, one block after the other ([`BLOCK`]): what many words begin with is met in
    /// whole blocks and two parts.
    blocks: Vec<Bits>,
    /// The word before which each block ends.
    block_ends: Vec<u32>,
    /// For each text its words, in order, as numbers that are the smaller, the oftener a word is met; [`GAP`] before each field.
    tokens: Numbers,
    /// The words in the order of these numbers, and the number of each word.
    frequent: Vec<u32>,
    numbers: Vec<u32>,
    /// How many words each text has.
    lengths: Vec<u32>,
}

/// Often is once in so many texts. A set has a bit for each text, 64 in a word: from there on a list has more
/// places to add than the set has words.
const OFTEN: usize = 64;

/// Words are joined to a block until they are met so often as there are texts, divided by this. A smaller number leaves more words to be gone
/// through one by one where a beginning does not fill its first and last block; a greater one makes more sets.
const BLOCK: usize = 8;

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
        self.places.list(term)
    }

    /// Adds the texts that have a word to a set of texts.
    pub(crate) fn add(&self, term: usize, texts: &mut Bits) {
        match self.sets.get((self.token(term) - GAP - 1) as usize) {
            Some(having) => texts.add(having),
            None => self.texts(term).for_each(|text| texts.insert(text)),
        }
    }

    /// Adds the texts that have any of these words to a set of texts.
    pub(crate) fn add_all(&self, terms: Range<usize>, texts: &mut Bits) {
        let mut term = terms.start;
        let mut block = self.block_ends.partition_point(|end| *end as usize <= term);
        while term < terms.end {
            let start = block.checked_sub(1).map_or(0, |before| self.block_ends[before] as usize);
            let end = self.block_ends[block] as usize;
            if term == start && end <= terms.end {
                texts.add(&self.blocks[block]);
                term = end;
            } else {
                self.add(term, texts);
                term += 1;
            }
            block += usize::from(term == end);
        }
    }

    /// The words of a text, in order, as [`Index::token`] has them; before each field stands what is none.
    #[inline]
    pub(crate) fn tokens(&self, text: usize) -> impl Iterator<Item = u32> {
        self.tokens.list(text)
    }

    /// How often a text has words next to each other, which are given as [`Index::written_tokens`] has them.
    pub(crate) fn times(&self, text: usize, words: &[u8]) -> usize {
        self.tokens.times(text, words)
    }

    /// Some words as they are written among those of a text.
    pub(crate) fn written_tokens(&self, terms: impl Iterator<Item = usize>) -> Vec<u8> {
        let mut bytes = Vec::new();
        terms.for_each(|term| write(&mut bytes, self.token(term)));
        bytes
    }

    /// A word as it stands among those of a text.
    pub(crate) fn token(&self, term: usize) -> u32 {
        self.numbers[term]
    }

    /// The word that stands there among those of a text; none where a field begins.
    pub(crate) fn of_token(&self, token: u32) -> Option<usize> {
        self.frequent.get(token.checked_sub(GAP + 1)? as usize).map(|term| *term as usize)
    }

    /// Numbers the words in this order; whether it has each of them once.
    fn number(&mut self, frequent: Vec<u32>) -> bool {
        self.numbers = vec![GAP; self.len()];
        for (n, term) in (GAP + 1..).zip(&frequent) {
            match self.numbers.get_mut(*term as usize) {
                Some(number) if *number == GAP => *number = n,
                _ => return false,
            }
        }
        self.frequent = frequent;
        self.frequent.len() == self.len()
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::fold::{push_folded, words};

    #[test]
    fn an_index_has_every_word_of_every_text_in_order() {
        let corpus = fixture::corpus();
        let texts = Texts::of(&corpus);
        for step in [1, 2, 5, 1000] {
            let mut indexer = Indexer::default();
            while !indexer.go_on(&corpus, step) {}
            let index = indexer.finish(&corpus).unwrap();
            assert!((1..index.len()).all(|n| index.term(n - 1) < index.term(n)), "in order, each once");
            let mut met = 0;
            for text in 0..texts.len() {
                let (mut expected, mut words_of) = (Vec::new(), 0);
                texts.each_field(&corpus, text, &mut Spans::default(), |field| {
                    expected.push(None);
                    for word in words(field) {
                        let mut folded = String::new();
                        push_folded(&mut folded, &field[word.range()]);
                        expected.push(Some(folded));
                        words_of += 1;
                    }
                });
                let tokens =
                    index.tokens(text).map(|token| index.of_token(token).map(|term| index.term(term).to_owned()));
                assert_eq!(tokens.collect::<Vec<_>>(), expected);
                assert_eq!(index.length(text), words_of);
                met += words_of as usize;
                for term in index.tokens(text).filter_map(|token| index.of_token(token)) {
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
    fn the_texts_of_a_word_are_the_same_as_a_set() {
        let words: Vec<String> = (0..3 * OFTEN).map(|n| format!("common of{} rare{n}", n % 40)).collect();
        let spans: Vec<[&str; 1]> = words.iter().map(|words| [words.as_str()]).collect();
        let corpus = fixture::sided(&spans.iter().map(|spans| (spans.as_slice(), 0)).collect::<Vec<_>>());
        let index = Indexer::default().finish(&corpus).unwrap();
        assert!(!index.sets.is_empty() && index.sets.len() < index.len(), "{} of {}", index.sets.len(), index.len());
        for term in 0..index.len() {
            let mut texts = Bits::none(Texts::of(&corpus).len());
            index.add(term, &mut texts);
            assert_eq!(all(&texts), listed(&index, term..term + 1), "{}", index.term(term));
        }
        assert!(
            index.blocks.len() > 2 && index.blocks.len() < index.len(),
            "{} of {}",
            index.blocks.len(),
            index.len()
        );
        for start in 0..=index.len() {
            for end in start..=index.len() {
                let mut texts = Bits::none(Texts::of(&corpus).len());
                index.add_all(start..end, &mut texts);
                assert_eq!(all(&texts), listed(&index, start..end), "{start} to {end}");
            }
        }
    }

    /// The texts of some words, by their lists.
    fn listed(index: &Index, terms: Range<usize>) -> Vec<usize> {
        let mut listed: Vec<usize> = terms.flat_map(|term| index.texts(term)).collect();
        listed.sort();
        listed.dedup();
        listed
    }

    fn all(texts: &Bits) -> Vec<usize> {
        let mut all = Vec::new();
        texts.each(|text| all.push(text));
        all
    }

    #[test]
    fn an_index_that_was_written_is_the_same() {
        let corpus = fixture::corpus();
        let made = Indexer::default().finish(&corpus).unwrap();
        let written = made.written().unwrap();
        for step in [1, 3, 1000] {
            let mut indexer = Indexer::measuring(Index::read(&written, &corpus).unwrap());
            while !indexer.go_on(&corpus, step) {}
            let read = indexer.finish(&corpus).unwrap();
            assert_eq!(format!("{read:?}"), format!("{made:?}"));
        }
        let other = fixture::sided(&[(&["a"], 0)]);
        assert!(Index::read(&written, &other).is_err(), "of another corpus");
        for length in 0..written.len() {
            assert!(Index::read(&written[..length], &corpus).is_err(), "cut to {length} bytes");
            let mut changed = written.clone();
            changed[length] ^= 4;
            assert!(Index::read(&changed, &corpus).is_err(), "changed at {length}");
        }
    }

    #[test]
    fn words_that_are_on_their_way_are_not_there() {
        let corpus = fixture::corpus();
        let mut indexer = Indexer::waiting();
        assert!(!indexer.has_words() && !indexer.go_on(&corpus, 9) && indexer.finish(&corpus).is_none());
    }
}
