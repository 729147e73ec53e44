//! Which words two arguments have in common, and where they stand in each: what a reader is shown of a likeness.
//!
//! Words are compared by the part that their inflections share, longer ones only and none that merely hold sentences
//! together. A word counts for more, the fewer arguments have it. `mine` decides in much the same way what is similar; here
//! it is told in words.

use corpus::{Corpus, Span, Statement, StatementIx};

use crate::fold::{push_folded, words};
use crate::inflection::cut_to_base;
use crate::{Explorer, sort, sort_by_key};

/// Shorter words (in characters) are mostly grammar.
const SHORTEST: usize = 4;

/// The longer words of English that say how others hang together, or that something is said, and not what.
const GRAMMAR: &str = "able about above according across added after again against agreed allow allowed almost along \
    already also although always among another anybody anyone anything argued asked away because become been before \
    being below between both called came cannot come could does doing done down during each either else enough even ever \
    every everything first from gave getting give given goes going gone have having held here herself himself hold however \
    into itself just keep kept know known last least left less like likely made make many maybe meant might more most \
    much must near need needed neither never next none nothing often once only other others otherwise ought over rather \
    really said same says seem seen several shall should since some somebody someone something still such take taken than \
    that their them themselves then there therefore these they thing think this those though through thus time told took \
    towards turn under until upon used using very want wanted well went were what whatever when where whether which while \
    whom whose will with within without would wrote year years your";

/// A word, whatever its inflection, among those of all arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WordIx(u32);

/// The words of the arguments of a corpus, made ready to be compared.
#[derive(Clone, Debug)]
pub struct Kinship<'a> {
    pub(crate) corpus: &'a Corpus<'a>,
    /// In order; a [`WordIx`] is a place here.
    stems: Vec<String>,
    /// How much each word counts.
    weights: Vec<u32>,
    /// The words of each statement, in order; none of what takes no side.
    rows: Vec<Vec<WordIx>>,
}

impl<'a> Kinship<'a> {
    /// Goes through the words of a corpus once, without its texts.
    pub fn new(explorer: &Explorer<'a>) -> Self {
        let (corpus, index) = (explorer.corpus(), explorer.index());
        let of_terms: Vec<Option<String>> = (0..index.len()).map(|term| stem(index.term(term))).collect();
        let mut stems: Vec<String> = of_terms.iter().flatten().cloned().collect();
        sort(&mut stems);
        stems.dedup();
        let mut kinship = Self { corpus, stems, weights: Vec::new(), rows: Vec::new() };
        let words: Vec<Option<WordIx>> = of_terms.iter().map(|stem| kinship.word(stem.as_ref()?)).collect();
        let mut times = vec![0_u32; kinship.stems.len()];
        let mut arguments = 0;
        corpus.statements.outlines(|statement| {
            let mut row = Vec::new();
            if statement.side.is_some() {
                arguments += 1;
                let text = kinship.rows.len();
                row.extend(index.tokens(text).filter_map(|token| words.get(index.of_token(token)?).copied()?));
                sort(&mut row);
                row.dedup();
                row.iter().for_each(|word| times[word.0 as usize] += 1);
            }
            kinship.rows.push(row);
        });
        // One more than the logarithm of how rare it is: also in a corpus of two arguments a word counts.
        let weight = |times: u32| 1 + (arguments / times.max(1)).max(1).ilog2();
        kinship.weights = times.into_iter().map(weight).collect();
        kinship
    }

    /// The words that two arguments have in common, the rarest first.
    pub fn shared(&self, one: StatementIx, other: StatementIx) -> Vec<WordIx> {
        let others = self.row(other);
        let mut shared: Vec<WordIx> =
            self.row(one).iter().copied().filter(|word| others.binary_search(word).is_ok()).collect();
        sort_by_key(&mut shared, |word| std::cmp::Reverse(self.weight(*word)));
        shared
    }

    /// Where a statement has any of these words: in order.
    pub fn places(&self, ix: StatementIx, wanted: &[WordIx]) -> Vec<Span> {
        let Some(statement) = self.corpus.statements.get(ix.0 as usize) else { return Vec::new() };
        let is_wanted =
            |(stem, span): (String, Span)| self.word(&stem).filter(|word| wanted.contains(word)).map(|_| span);
        stems(self.corpus, statement).filter_map(is_wanted).collect()
    }

    /// Some words as a statement first writes them, in the order given.
    pub fn spelt(&self, ix: StatementIx, wanted: &[WordIx]) -> Vec<&'a str> {
        let Some(statement) = self.corpus.statements.get(ix.get()) else { return Vec::new() };
        let article = self.corpus.article_of(statement);
        let first = |word: &WordIx| self.places(ix, &[*word]).first().map(|span| article.words(*span));
        wanted.iter().filter_map(first).collect()
    }

    /// How much of the words of two arguments is common to both, in percent, each word by its weight.
    pub(crate) fn share(&self, one: StatementIx, other: StatementIx, shared: &[WordIx]) -> u32 {
        let weigh = |words: &[WordIx]| words.iter().map(|word| self.weight(*word)).sum::<u32>();
        200 * weigh(shared) / (weigh(self.row(one)) + weigh(self.row(other))).max(1)
    }

    fn row(&self, ix: StatementIx) -> &[WordIx] {
        self.rows.get(ix.get()).map_or(&[], Vec::as_slice)
    }

    fn weight(&self, word: WordIx) -> u32 {
        self.weights.get(word.0 as usize).copied().unwrap_or(0)
    }

    fn word(&self, stem: &str) -> Option<WordIx> {
        self.stems.binary_search_by(|known| known.as_str().cmp(stem)).ok().map(|n| WordIx(n as u32))
    }
}

/// The words of a statement that are compared, each with its place in the article.
fn stems<'s>(corpus: &'s Corpus<'_>, statement: &'s Statement<'_>) -> impl Iterator<Item = (String, Span)> {
    let article = corpus.article_of(statement);
    statement.spans.iter().flat_map(move |span| {
        let text = article.words(*span);
        words(text).filter_map(move |word| {
            let stem = stem(word.of(text).unwrap_or_default())?;
            Some((stem, Span { start: word.start + span.start, end: word.end + span.start }))
        })
    })
}

/// The part of a word that its inflections share; nothing for a word that is not compared.
fn stem(word: &str) -> Option<String> {
    let mut stem = String::new();
    push_folded(&mut stem, word);
    if stem.chars().count() < SHORTEST || GRAMMAR.split_ascii_whitespace().any(|known| known == stem) {
        return None;
    }
    cut_to_base(&mut stem);
    Some(stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    const ONE: StatementIx = StatementIx(0);
    const OTHER: StatementIx = StatementIx(1);

    #[test]
    fn forms_of_a_word_are_one_and_grammar_is_none() {
        for forms in [&["weaken", "Weakens", "weakened"][..], &["company", "company’s", "companies"]] {
            let stems: Vec<_> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems[0].is_some() && stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms:?}: {stems:?}");
        }
        for word in ["the", "Would", "because", "FBI", "’s", ""] {
            assert_eq!(stem(word), None, "{word}");
        }
        assert_ne!(stem("police"), stem("policy"));
    }

    #[test]
    fn shared_words_are_told_rarest_first_and_as_they_are_written() {
        let corpus = fixture::sided(&[
            (&["Locked phones, they said, must", "open to warrants"], 0),
            (&["a warrant would open the phone"], 1),
            (&["phones are locked"], 1),
            (&["no phone"], 0),
        ]);
        let kinship = Kinship::new(&Explorer::new(&corpus));
        let shared = kinship.shared(ONE, OTHER);
        assert_eq!(kinship.spelt(ONE, &shared), ["open", "warrants", "phones"]);
        assert_eq!(kinship.spelt(OTHER, &shared), ["open", "warrant", "phone"]);
        let words = |ix: StatementIx| {
            let article = corpus.article_of(&corpus.statements[ix.get()]);
            kinship.places(ix, &shared).into_iter().map(|span| article.words(span)).collect::<Vec<_>>()
        };
        assert_eq!(words(ONE), ["phones", "open", "warrants"]);
        assert_eq!(words(OTHER), ["warrant", "open", "phone"]);
        assert_eq!(kinship.share(ONE, ONE, &kinship.shared(ONE, ONE)), 100);
    }

    #[test]
    fn what_takes_no_side_or_is_not_there_shares_nothing() {
        let mut corpus = fixture::sided(&[(&["phones are locked"], 0), (&["locked phones"], 1)]);
        corpus.statements[1].side = None;
        let kinship = Kinship::new(&Explorer::new(&corpus));
        assert_eq!(kinship.shared(ONE, OTHER), []);
        assert_eq!(kinship.shared(ONE, StatementIx(99)), []);
        assert_eq!(kinship.places(StatementIx(99), &[]), []);
    }
}
