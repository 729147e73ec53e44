//! Which statements have what a search asks for, by the index, and how well each fits.
//!
//! A statement is found by its own words and by those that say who speaks. What its article is called counts only for how
//! well it fits: a headline has the words of its topic, and so would all that stands below it.

use corpus::StatementIx;

use crate::bits::Bits;
use crate::columns::{Column, Columns};
use crate::index::{Index, Texts};
use crate::search::{Fit, Found, Search};

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

/// What a search asks for, found in an index.
#[derive(Clone, Debug)]
pub(crate) struct Matching<'e> {
    index: &'e Index,
    columns: &'e Columns,
    texts: Texts,
    wanted: Vec<Met>,
    unwanted: Vec<Met>,
}

/// Where a term occurs.
#[derive(Clone, Debug)]
struct Met {
    occurs: Occurs,
    /// The statements that it occurs in, or in what says who speaks.
    statements: Bits,
}

/// In which texts, as often as it does in each.
#[derive(Clone, Debug)]
enum Occurs {
    /// Where these words do.
    Word(Found),
    /// In these.
    Phrase(Vec<usize>),
}

impl<'e> Matching<'e> {
    /// Finds what is searched for; what is wanted and nowhere may be meant otherwise (see [`Search::relax`]).
    pub(crate) fn new(search: &mut Search, index: &'e Index, columns: &'e Columns, texts: Texts) -> Self {
        let mut matching = Self { index, columns, texts, wanted: Vec::new(), unwanted: Vec::new() };
        for found in search.relax(index, texts.statements + texts.speakers) {
            matching.wanted.push(matching.met(found));
        }
        for term in &search.unwanted {
            let found = term.0.iter().map(|word| word.found(index)).collect();
            matching.unwanted.push(matching.met(found));
        }
        matching
    }

    /// The statements that have all that is wanted and nothing that is not.
    pub(crate) fn statements(&self) -> Bits {
        let mut statements = Bits::in_all(self.texts.statements, self.wanted.iter().map(|met| &met.statements));
        self.unwanted.iter().for_each(|met| statements.remove(&met.statements));
        statements
    }

    /// Whether there is something that must occur.
    pub(crate) fn wants(&self) -> bool {
        !self.wanted.is_empty()
    }

    /// Where these words occur next to each other.
    fn met(&self, mut words: Vec<Found>) -> Met {
        let occurs = match words.len() {
            1 => Occurs::Word(words.remove(0)),
            _ => Occurs::Phrase(self.phrase(&words)),
        };
        let Texts { statements, speakers, .. } = self.texts;
        let mut found = Bits::none(self.texts.len());
        match &occurs {
            Occurs::Word(words) => self.add(words, &mut found),
            Occurs::Phrase(texts) => texts.iter().for_each(|text| found.insert(*text)),
        }
        let found = found.cut(statements + speakers);
        let mut speaking = Vec::new();
        found.each_from(statements, |text| speaking.push(text - statements));
        let mut found = found.cut(statements);
        for speaker in speaking {
            self.columns.add(Column::Speaker, speaker, &mut found);
        }
        Met { occurs, statements: found }
    }

    /// Adds the texts that have any of these words.
    fn add(&self, found: &Found, texts: &mut Bits) {
        found.words.iter().for_each(|(term, _)| self.index.add(*term, texts));
        self.index.add_all(found.begun.clone(), texts);
    }

    /// Gives each text in which a term occurs, as often as it does, and how much that counts.
    #[inline]
    fn each(&self, occurs: &Occurs, mut give: impl FnMut(usize, f32)) {
        match occurs {
            Occurs::Word(found) => {
                for (term, fit) in found.each() {
                    self.index.texts(term).for_each(|text| give(text, FIT[fit as usize]));
                }
            }
            Occurs::Phrase(texts) => texts.iter().for_each(|text| give(*text, FIT[Fit::Exact as usize])),
        }
    }

    /// The texts that have these words next to each other, in order, each as often as it does.
    fn phrase(&self, words: &[Found]) -> Vec<usize> {
        let mut candidates = Bits::range(self.texts.len(), 0, self.texts.len());
        let mut tokens: Vec<Bits> = Vec::with_capacity(words.len());
        for found in words {
            let mut texts = Bits::none(self.texts.len());
            let mut fitting = Bits::none(1 + self.index.len());
            found.each().for_each(|(term, _)| fitting.insert(self.index.token(term) as usize));
            self.add(found, &mut texts);
            candidates.keep(&texts);
            tokens.push(fitting);
        }
        let mut occurs = Vec::new();
        let each_once: Option<Vec<usize>> = words.iter().map(Found::only).collect();
        if let Some(terms) = each_once {
            let written = self.index.written_tokens(terms.into_iter());
            candidates.each(|text| occurs.extend(std::iter::repeat_n(text, self.index.times(text, &written))));
            return occurs;
        }
        let mut read: Vec<u32> = Vec::new();
        candidates.each(|text| {
            read.clear();
            read.extend(self.index.tokens(text));
            let fits = |(token, fitting): (&u32, &Bits)| fitting.contains(*token as usize);
            for _ in read.windows(tokens.len()).filter(|window| window.iter().zip(&tokens).all(fits)) {
                occurs.push(text);
            }
        });
        occurs
    }

    /// How well some statements fit, in the order given: BM25F (Zaragoza, Craswell, Taylor, Saria and Robertson 2004,
    /// "Microsoft Cambridge at TREC-13"), over what is said, who says it and what the article is called. Each term counts by how
    /// rare it is among statements (Spärck Jones 1972) and by how often it occurs in a text, each further time less. `means` are
    /// the mean lengths of the three.
    pub(crate) fn scores(&self, means: &[f32; 3], statements: &[StatementIx]) -> Vec<f32> {
        let Texts { statements: all, speakers, .. } = self.texts;
        let mut scores = vec![0.0; statements.len()];
        let mut weights = Vec::new();
        for met in &self.wanted {
            weights.clear();
            weights.resize(self.texts.len(), 0.0_f32);
            self.each(&met.occurs, |text, counts| weights[text] += counts);
            let found = met.statements.count() as f32;
            let rarity = (1.0 + (all as f32 - found + 0.5) / (found + 0.5)).ln();
            let weight = |text: usize, field: usize, counts: f32| match weights[text] {
                0.0 => 0.0,
                times => counts * times / (1.0 - DISCOUNT + DISCOUNT * self.index.length(text) as f32 / means[field]),
            };
            for (score, statement) in scores.iter_mut().zip(statements) {
                let statement = statement.get();
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
}

/// How many words a statement, a speaker and an article have on average.
pub(crate) fn mean_lengths(index: &Index, texts: Texts) -> [f32; 3] {
    let Texts { statements, speakers, .. } = texts;
    let ends = [0, statements, statements + speakers, texts.len()];
    [0, 1, 2].map(|field| {
        let texts = ends[field]..ends[field + 1];
        let count = texts.len().max(1) as f32;
        (texts.map(|text| index.length(text)).sum::<u32>() as f32 / count).max(1.0)
    })
}
