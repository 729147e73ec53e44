//! Which statements have what a search asks for, by the index, and how well each fits.
//!
//! A statement is found by its own words and by those that say who speaks. What its article is called counts only for how
//! well it fits: a headline has the words of its topic, and so would all that stands below it.

use crate::bits::Bits;
use crate::columns::{Column, Columns};
use crate::index::{Index, Texts};
use crate::search::{Fit, Search, Term};

/// How much a word counts, by how it was found. Chosen so that of two texts that are otherwise alike the one with the word as it was
/// typed comes first, a form counts nearly as much, and a beginning or a likely mistake much less.
const FIT: [f32; 4] = [1.0, 0.8, 0.4, 0.2];

/// How much words count by where they stand (the field weights of BM25F): what is said, who says it, what the article is
/// called. A name in a search is mostly meant for who speaks; a headline says what all of an article is about, and so little
/// about one statement.
const STATEMENT: f32 = 1.0;
const SPEAKER: f32 = 1.5;
const ARTICLE: f32 = 0.3;

/// How soon another occurrence counts for less, and how much long texts are discounted: the customary values of BM25 (Robertson
/// and Zaragoza 2009, section 3.5).
const SATURATION: f32 = 1.2;
const DISCOUNT: f32 = 0.75;

/// What is asked about: the words, and which statements go with which speaker and article.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Matching<'e> {
    pub(crate) index: &'e Index,
    pub(crate) columns: &'e Columns,
    pub(crate) texts: Texts,
}

impl Matching<'_> {
    /// Keeps the statements that have all that is wanted and nothing that is not.
    pub(crate) fn narrow(&self, search: &Search, statements: &mut Bits) {
        for term in &search.wanted {
            statements.keep(&self.statements(term));
        }
        for term in &search.unwanted {
            statements.remove(&self.statements(term));
        }
    }

    /// The statements that a term occurs in, or in what says who speaks.
    fn statements(&self, term: &Term) -> Bits {
        let Texts { statements, speakers, .. } = self.texts;
        let mut found = Bits::none(statements + speakers);
        match term.0.as_slice() {
            [word] => {
                for (term, _) in word.terms(self.index) {
                    for text in self.index.texts(term) {
                        found.insert(text);
                    }
                }
            }
            _ => self.each_phrase(term, |text| found.insert(text)),
        }
        let mut speaking = Vec::new();
        found.each_from(statements, |text| speaking.push(text - statements));
        let mut found = found.cut(statements);
        for speaker in speaking {
            self.columns.add(Column::Speaker, speaker, &mut found);
        }
        found
    }

    /// Gives each text that has these words next to each other, in order, as often as it does.
    fn each_phrase(&self, term: &Term, mut give: impl FnMut(usize)) {
        let mut candidates = Bits::range(self.texts.len(), 0, self.texts.len());
        let mut words: Vec<Bits> = Vec::with_capacity(term.0.len());
        for word in &term.0 {
            let mut texts = Bits::none(self.texts.len());
            let mut tokens = Bits::none(1 + self.index.len());
            for (term, _) in word.terms(self.index) {
                tokens.insert(Index::token(term) as usize);
                self.index.texts(term).for_each(|text| texts.insert(text));
            }
            candidates.keep(&texts);
            words.push(tokens);
        }
        let mut tokens: Vec<u32> = Vec::new();
        candidates.each(|text| {
            tokens.clear();
            tokens.extend(self.index.tokens(text));
            let fits = |(token, words): (&u32, &Bits)| words.contains(*token as usize);
            for _ in tokens.windows(words.len()).filter(|window| window.iter().zip(&words).all(fits)) {
                give(text);
            }
        });
    }

    /// How well some statements fit, in the order given: BM25F (Zaragoza, Craswell, Taylor, Saria and Robertson 2004,
    /// "Microsoft Cambridge at TREC-13"), over what is said, who says it and what the article is called. Each term counts by how
    /// rare it is among statements (Spärck Jones 1972) and by how often it occurs in a text, each further time less.
    pub(crate) fn scores(&self, search: &Search, statements: &[u32]) -> Vec<f32> {
        let Texts { statements: all, speakers, .. } = self.texts;
        let means = self.mean_lengths();
        let mut scores = vec![0.0; statements.len()];
        for term in &search.wanted {
            let mut weights = vec![0.0_f32; self.texts.len()];
            match term.0.as_slice() {
                [word] => {
                    for (term, fit) in word.terms(self.index) {
                        self.index.texts(term).for_each(|text| weights[text] += FIT[fit as usize]);
                    }
                }
                _ => self.each_phrase(term, |text| weights[text] += FIT[Fit::Exact as usize]),
            }
            let found = self.statements(term).count() as f32;
            let rarity = (1.0 + (all as f32 - found + 0.5) / (found + 0.5)).ln();
            let weight = |text: usize, field: usize, counts: f32| match weights[text] {
                0.0 => 0.0,
                times => counts * times / (1.0 - DISCOUNT + DISCOUNT * self.index.length(text) as f32 / means[field]),
            };
            for (score, statement) in scores.iter_mut().zip(statements) {
                let statement = *statement as usize;
                let speaker = self.columns.value(Column::Speaker, statement).filter(|speaker| *speaker < speakers);
                let article = self.columns.value(Column::Article, statement);
                let sum = weight(statement, 0, STATEMENT)
                    + speaker.map_or(0.0, |speaker| weight(all + speaker, 1, SPEAKER))
                    + article.map_or(0.0, |article| weight(all + speakers + article, 2, ARTICLE));
                *score += rarity * sum / (SATURATION + sum);
            }
        }
        scores
    }

    /// How many words a statement, a speaker and an article have on average.
    fn mean_lengths(&self) -> [f32; 3] {
        let Texts { statements, speakers, .. } = self.texts;
        let ends = [0, statements, statements + speakers, self.texts.len()];
        [0, 1, 2].map(|field| {
            let texts = ends[field]..ends[field + 1];
            let count = texts.len().max(1) as f32;
            (texts.map(|text| self.index.length(text)).sum::<u32>() as f32 / count).max(1.0)
        })
    }
}
