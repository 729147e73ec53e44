//! The adapter to `explore`: the only place that knows its API.

use std::cell::OnceCell;

use corpus::{Apart, ArticleIx, Corpus, LARGE, Position, SpeakerIx, ThemeIx};
use explore::{Choice, Explorer, Facet, Query};
use sha2::{Digest, Sha256};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::{Documents, FACETS};

/// What [`FACETS`] are here.
const OF_EXPLORE: [Facet; FACETS.len()] =
    [Facet::Position, Facet::Speaker, Facet::Affiliation, Facet::Theme, Facet::Year, Facet::Article];

/// Rejoinder's engine over a corpus.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Ours {
    corpus: &'static Corpus<'static>,
    explorer: Explorer<'static>,
    /// Made when they are first asked for: a page that loads need not wait for them.
    listed: OnceCell<Listed>,
}

/// What answers are given in.
#[derive(Debug)]
struct Listed {
    /// Every value of each facet.
    values: [Vec<Choice>; FACETS.len()],
    /// For each speaker the place of the affiliation that is named after it.
    affiliations: Vec<usize>,
}

#[wasm_bindgen]
impl Ours {
    /// From documents. Like the page's own corpus it stays for good.
    pub fn build(documents: Documents) -> Option<Ours> {
        documents.is_whole().then(|| Self::new(documents.corpus(), Explorer::new))
    }

    /// From what [`Ours::start`] gave, as the page starts from its embedded bytes. Nothing where they are broken.
    pub fn load(start: Vec<u8>) -> Option<Ours> {
        let corpus = corpus::decode(Vec::leak(start)).ok()?;
        let is_large = corpus.statements.len() >= LARGE;
        Some(Self::new(corpus, if is_large { Explorer::without_words } else { Explorer::new }))
    }

    /// Takes in what [`Ours::words`] gave of a large corpus; whether that could be done.
    pub fn take(&self, words: &[u8]) -> bool {
        self.explorer.take_words(words).is_ok()
    }

    /// What a page would embed: all of a corpus, or, of a large one, all but its words.
    pub fn start(&self) -> Option<Vec<u8>> {
        self.apart().map_or_else(|| corpus::encode(self.corpus).ok(), |apart| Some(apart.start))
    }

    /// What a page would fetch to search a large corpus; nothing of another.
    pub fn words(&self) -> Option<Vec<u8>> {
        self.apart().map_or(Some(Vec::new()), |_| self.explorer.words().ok())
    }

    /// What a page would fetch to show all of a large corpus; nothing of another.
    pub fn rest(&self) -> Vec<u8> {
        self.apart().map(|apart| apart.chunks.concat()).unwrap_or_default()
    }

    /// Goes on so many texts with what is made ready for searching; whether all is.
    pub fn prepare(&self, texts: usize) -> bool {
        self.explorer.prepare(texts)
    }

    /// The names of the values of a facet, in the order of their counts.
    pub fn values(&self, facet: usize) -> Vec<String> {
        let name = |choice: &Choice| match choice {
            Choice::Speaker(ix) => self.corpus.speakers[ix.get()].name.to_string(),
            choice => choice.value(self.corpus).into_owned(),
        };
        self.listed().values[facet].iter().map(name).collect()
    }

    /// Answers: the counts of all values, facet after facet, then the ids of what matches. `chosen` is pairs of a facet and
    /// a value.
    pub fn query(&self, text: &str, chosen: &[u32]) -> Vec<u32> {
        let mut query = Query { text: text.into(), ..Query::default() };
        query
            .choices
            .extend(chosen.chunks_exact(2).map(|pair| self.listed().values[pair[0] as usize][pair[1] as usize]));
        if query.chosen(Facet::Position).next().is_none() {
            query.choices.extend(self.listed().values[0].iter().copied()); // what is on neither side, too
        }
        let results = self.explorer.explore(&query);
        let mut answer = vec![0; self.listed().values.iter().map(Vec::len).sum()];
        let mut from = 0;
        for (facet, values) in OF_EXPLORE.into_iter().zip(&self.listed().values) {
            for count in results.counts(facet) {
                answer[from + self.place(count.choice)] = count.count;
            }
            from += values.len();
        }
        answer.extend(results.matches.iter().map(|ix| ix.0));
        answer
    }
}

impl Ours {
    /// The corpus in pieces, where it is a large one.
    fn apart(&self) -> Option<Apart> {
        let sha256 = |bytes: &[u8]| Sha256::digest(bytes).into();
        (self.corpus.statements.len() >= LARGE).then(|| corpus::encode_apart(self.corpus, sha256).ok())?
    }

    fn new(corpus: Corpus<'static>, explorer: impl Fn(&'static Corpus<'static>) -> Explorer<'static>) -> Self {
        let corpus: &'static Corpus<'static> = Box::leak(Box::new(corpus));
        Self { corpus, explorer: explorer(corpus), listed: OnceCell::new() }
    }

    fn listed(&self) -> &Listed {
        self.listed.get_or_init(|| Listed::of(self.corpus, &self.explorer))
    }

    /// The place of a choice among the values of its facet.
    fn place(&self, choice: Choice) -> usize {
        match choice {
            Choice::Position(Position::Side(ix)) => ix.get(),
            Choice::Position(Position::Neither) => self.corpus.debate.sides.len(),
            Choice::Speaker(ix) => ix.get(),
            Choice::Affiliation(ix) => self.listed().affiliations[ix.get()],
            Choice::Theme(ix) => ix.get(),
            Choice::Article(ix) => ix.get(),
            year => self.listed().values[4].binary_search(&year).unwrap_or_default(),
        }
    }
}

impl Listed {
    fn of(corpus: &Corpus<'_>, explorer: &Explorer<'_>) -> Self {
        let mut years: Vec<Choice> = corpus.articles.iter().map(|article| Choice::Year(article.date.year())).collect();
        years.dedup();
        let named: Vec<Choice> =
            explorer.explore(&Query::default()).counts(Facet::Affiliation).iter().map(|count| count.choice).collect();
        let first = |n: usize| {
            let affiliation = &corpus.speakers[n].affiliation;
            named.iter().position(|choice| {
                matches!(choice, Choice::Affiliation(ix) if corpus.speakers[ix.get()].affiliation == *affiliation)
            })
        };
        let affiliations = (0..corpus.speakers.len()).map(|n| first(n).unwrap_or_default()).collect();
        let values = [
            corpus.positions().map(Choice::Position).collect(),
            (0..corpus.speakers.len()).map(|n| Choice::Speaker(SpeakerIx::new(n))).collect(),
            named,
            (0..corpus.debate.themes.len()).map(|n| Choice::Theme(ThemeIx::new(n))).collect(),
            years,
            (0..corpus.articles.len()).map(|n| Choice::Article(ArticleIx::new(n))).collect(),
        ];
        Self { values, affiliations }
    }
}
