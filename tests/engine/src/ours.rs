//! The adapter to `explore`: the only place that knows its API.

use corpus::{Apart, Corpus, LARGE};
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
    pub fn names(&self, facet: usize) -> Vec<String> {
        let name = |choice: &Choice| match choice {
            Choice::Speaker(ix) => self.corpus.speakers[ix.get()].name.to_string(),
            choice => choice.value(self.corpus).into_owned(),
        };
        self.values(facet).iter().map(name).collect()
    }

    /// Answers: the counts of all values, facet after facet, then the ids of what matches. `chosen` is pairs of a facet and
    /// a value.
    pub fn query(&self, text: &str, chosen: &[u32]) -> Vec<u32> {
        let mut query = Query { text: text.into(), ..Query::default() };
        query.choices.extend(chosen.chunks_exact(2).map(|pair| self.values(pair[0] as usize)[pair[1] as usize]));
        if query.chosen(Facet::Position).next().is_none() {
            query.choices.extend(self.values(0).iter().copied()); // what is on neither side, too
        }
        let results = self.explorer.explore(&query);
        let values: usize = OF_EXPLORE.map(|facet| self.explorer.values(facet).len()).iter().sum();
        let mut answer = Vec::with_capacity(values + results.matches.len());
        for facet in OF_EXPLORE {
            answer.extend(results.tallied(facet));
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
        Self { corpus, explorer: explorer(corpus) }
    }

    /// Every value of the nth facet.
    fn values(&self, facet: usize) -> &[Choice] {
        self.explorer.values(OF_EXPLORE[facet])
    }
}
