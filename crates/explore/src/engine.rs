//! Answers to queries: which statements match, in which order, and how many would with one choice more.
//!
//! A query is answered with sets of statements: one for each facet that it chooses or excludes in, and one for its text: its
//! words and the values that are typed. What matches is in all of them; what a facet counts is in all but its own. What the values of statements are is in `columns`,
//! which words they have in `index`; both are made from the corpus, the words only once they are asked for or when there is
//! time ([`Explorer::prepare`]).

mod results;

use std::sync::{Mutex, OnceLock, PoisonError};

use corpus::section::{DecodeError, EncodeError};
use corpus::{Corpus, Position, Relation, SideIx, SpeakerIx, StatementIx};

use self::results::Tally;
pub use self::results::{Count, Results};
use crate::bits::Bits;
use crate::columns::{Column, Columns};
use crate::fold::{push_folded, words};
use crate::index::{Index, Indexer, Texts};
use crate::matching::{Matching, mean_lengths};
use crate::search::Asked;
use crate::sorting::sort_by_upper_half;
use crate::values::Values;
use crate::{Choice, Facet, Order, Query, Search, certainty, sort};

/// A corpus made ready for questions.
#[derive(Debug)]
pub struct Explorer<'a> {
    corpus: &'a Corpus<'a>,
    columns: Columns,
    /// One for each facet.
    values: [Values; Facet::ALL.len()],
    /// Each statement that a relation is from or to, with the relation's place, in order.
    related: Vec<(StatementIx, usize)>,
    /// How sure the side of each statement is, once that is asked for.
    certainties: OnceLock<Vec<u16>>,
    /// The words, once they are there, and how far they are.
    index: OnceLock<Index>,
    indexer: Mutex<Indexer>,
    /// Where there are no words yet.
    nothing: Index,
    /// How long texts are, once something is found by its words.
    mean_lengths: OnceLock<[f32; 3]>,
}

/// What is said about a facet: one of some values, and none of others.
#[derive(Debug)]
struct Said {
    chosen: Option<Vec<Choice>>,
    excluded: Vec<Choice>,
}

impl Said {
    fn allows(&self, choice: Choice) -> bool {
        self.chosen.as_ref().is_none_or(|chosen| chosen.contains(&choice)) && !self.excluded.contains(&choice)
    }
}

impl<'a> Explorer<'a> {
    /// Reads a checked corpus (see [`Corpus::check`]) once.
    pub fn new(corpus: &'a Corpus<'a>) -> Self {
        let columns = Columns::new(corpus);
        let values = Facet::ALL.map(|facet| Values::new(corpus, facet, &columns));
        let mut related: Vec<(StatementIx, usize)> = Vec::with_capacity(2 * corpus.relations.len());
        for (n, relation) in corpus.relations.iter().enumerate() {
            related.extend([(relation.from, n), (relation.to, n)]);
        }
        sort(&mut related);
        let (certainties, index, mean_lengths) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        let (indexer, nothing) = (Mutex::default(), Index::default());
        Self { corpus, columns, values, related, certainties, index, indexer, nothing, mean_lengths }
    }

    /// The corpus that this was made from.
    pub fn corpus(&self) -> &'a Corpus<'a> {
        self.corpus
    }

    /// Every speaker of the corpus: those with most statements first, then by name.
    pub fn speakers(&self) -> impl Iterator<Item = SpeakerIx> {
        self.values[Facet::Speaker as usize].list.iter().filter_map(|choice| match choice {
            Choice::Speaker(ix) => Some(*ix),
            _ => None,
        })
    }

    /// Where a statement stands, without reading the rest of it.
    pub fn position(&self, ix: StatementIx) -> Position {
        let value = self.columns.value(Column::Position, ix.get()).and_then(|value| value.checked_sub(1));
        value.map_or(Position::Neither, |side| Position::Side(SideIx::new(side)))
    }

    /// How many statements of the corpus have a value.
    pub fn total(&self, choice: Choice) -> u32 {
        let values = &self.values[choice.facet() as usize];
        values.place(choice).map_or(0, |place| values.totals[place])
    }

    /// Every value of a facet that the corpus has, in the order of [`Results::tallied`].
    pub fn values(&self, facet: Facet) -> &[Choice] {
        &self.values[facet as usize].list
    }

    /// Whether statements of the corpus differ in a facet: then there is something to choose.
    pub fn varies(&self, facet: Facet) -> bool {
        self.values[facet as usize].totals.iter().filter(|total| **total > 0).nth(1).is_some()
    }

    /// The statements that have a value, in the order of the corpus.
    pub fn having(&self, choice: Choice) -> Vec<StatementIx> {
        let (values, column) = (&self.values[choice.facet() as usize], Column::of(choice.facet()));
        let of = |value: usize| self.columns.statements(column, value).iter().map(|ix| StatementIx(*ix));
        let mut having: Vec<StatementIx> =
            values.place(choice).into_iter().flat_map(|place| values.members(place)).flat_map(of).collect();
        sort(&mut having);
        having
    }

    /// The relations from and to a statement, in the order of the corpus.
    pub fn relations_of(&self, ix: StatementIx) -> impl Iterator<Item = &'a Relation> {
        let first = self.related.partition_point(|(of, _)| *of < ix);
        let here = self.related[first..].iter().take_while(move |(of, _)| *of == ix);
        here.map(|(_, n)| &self.corpus.relations[*n])
    }

    /// The same of a corpus whose words are on their way: without [`Explorer::take_words`] nothing is found by words.
    pub fn without_words(corpus: &'a Corpus<'a>) -> Self {
        Self { indexer: Mutex::new(Indexer::waiting()), ..Self::new(corpus) }
    }

    /// Whether it can be searched.
    pub fn has_words(&self) -> bool {
        self.index.get().is_some() || self.with_indexer(|indexer| indexer.has_words())
    }

    /// Takes the words from what [`Explorer::words`] gave.
    ///
    /// # Errors
    /// Other bytes, or those of another corpus.
    pub fn take_words(&self, bytes: &[u8]) -> Result<(), DecodeError> {
        let index = Index::read(bytes, self.corpus)?;
        self.with_indexer(|indexer| *indexer = Indexer::measuring(index));
        Ok(())
    }

    /// The words of the corpus in bytes, for a page that has not got its texts.
    ///
    /// # Errors
    /// The encoder's own.
    pub fn words(&self) -> Result<Vec<u8>, EncodeError> {
        self.index().written()
    }

    /// Makes the words ready for searching, so many texts of them; whether nothing is left to do. What is not ready when it is
    /// searched is made then, however long that takes.
    pub fn prepare(&self, texts: usize) -> bool {
        self.index.get().is_some()
            || !self.has_words()
            || self.with_indexer(|indexer| indexer.go_on(self.corpus, texts)) && {
                self.index();
                true
            }
    }

    /// What a text asks of this corpus: where it has a word in no form, what begins so is meant, or else what is nearest.
    pub fn search(&self, text: &str) -> Search {
        let mut search = Search::new(text);
        if !search.wanted.is_empty() {
            let Texts { statements, speakers, .. } = Texts::of(self.corpus);
            search.relax(self.index(), statements + speakers);
        }
        search
    }

    /// Whether a search finds a speaker by name, role or organisation.
    pub fn names(&self, speaker: SpeakerIx, search: &Search) -> bool {
        let speaker = self.corpus.speakers.get(speaker.get());
        speaker.is_some_and(|speaker| {
            let fields = [&speaker.name].into_iter().chain(&speaker.roles).chain(&speaker.affiliation);
            search.finds(fields.map(|field| field.as_str()))
        })
    }

    /// Answers a query.
    pub fn explore(&self, query: &Query) -> Results<'_> {
        let mut search = Search::new(&query.text);
        let matching = self.matching(&mut search);
        // What matches is in all of these; what a facet counts, in all but its own.
        let mut asked: Vec<(Option<Facet>, Bits)> = self.base(query).map(|set| (None, set)).collect();
        asked.extend(matching.as_ref().map(|matching| (None, matching.statements())));
        let mut positions = Vec::new();
        for facet in Facet::ALL {
            let typed = self.typed(facet, &search);
            let chosen = self.chosen(facet, query, typed.chosen.is_none());
            if facet == Facet::Position {
                let is_asked = |choice| typed.allows(choice) && chosen.allows(choice);
                positions.extend(self.corpus.positions().filter(|position| is_asked(Choice::Position(*position))));
            }
            // What is typed narrows, whatever is chosen besides.
            asked.extend(self.asked(facet, &typed).map(|set| (None, set)));
            asked.extend(self.asked(facet, &chosen).map(|set| (Some(facet), set)));
        }
        let without = |lifted: Option<Facet>| {
            let left = asked.iter().filter(|(facet, _)| facet.is_none() || *facet != lifted);
            Bits::in_all(self.corpus.statements.len(), left.map(|(_, set)| set))
        };
        let found = without(None);
        let mut matches: Vec<StatementIx> = Vec::with_capacity(found.count());
        found.each(|place| matches.push(StatementIx::new(place)));
        // What is lifted leaves more, or the same.
        let lifted = |(facet, _): &(Option<Facet>, Bits)| {
            let left = without(Some((*facet)?));
            (left.count() > matches.len()).then_some(((*facet)?, left, Tally::default()))
        };
        let lifted = asked.iter().filter_map(lifted).collect();
        self.sort(query.order, matching.as_ref(), &mut matches);
        let named = query.choices.iter().chain(query.without.iter()).collect();
        Results { matches, positions, search, explorer: self, named, found, tallies: Default::default(), lifted }
    }

    /// What lies in the time that is asked for, and what is as sure of its side as that. What is without a side cannot be wrong
    /// about it.
    fn base(&self, query: &Query) -> impl Iterator<Item = Bits> {
        let all = self.corpus.statements.len();
        let within = (query.from.is_some() || query.to.is_some()).then(|| {
            let mut within = Bits::none(all);
            for (n, _) in self.corpus.articles.iter().enumerate().filter(|(_, article)| query.spans(article.date)) {
                self.columns.add(Column::Article, n, &mut within);
            }
            within
        });
        let sure = (query.sure > 0).then(|| {
            let mut sure = Bits::none(all);
            for (n, certainty) in self.certainties().iter().enumerate() {
                if *certainty >= query.sure || self.columns.value(Column::Position, n) == Some(0) {
                    sure.insert(n);
                }
            }
            sure
        });
        within.into_iter().chain(sure)
    }

    /// What is chosen and excluded in a facet. Every side where no position is chosen, if those are meant then.
    fn chosen(&self, facet: Facet, query: &Query, sides_are_meant: bool) -> Said {
        let excluded = query.without.iter().filter(|choice| choice.facet() == facet).collect();
        let mut chosen: Vec<Choice> = query.chosen(facet).collect();
        if facet == Facet::Position && chosen.is_empty() && sides_are_meant {
            let sides = self.corpus.positions().filter(|position| *position != Position::Neither);
            chosen = sides.map(Choice::Position).collect();
        }
        if facet == Facet::Position
            && self.corpus.positions().all(|position| chosen.contains(&Choice::Position(position)))
        {
            chosen.clear(); // whatever there is takes one of them
        }
        Said { chosen: (!chosen.is_empty()).then_some(chosen), excluded }
    }

    /// What the text says about a facet.
    fn typed(&self, facet: Facet, search: &Search) -> Said {
        let mut said = Said { chosen: None, excluded: Vec::new() };
        for asked in search.asked.iter().filter(|asked| asked.facet == facet) {
            let values = if asked.minus { &mut said.excluded } else { said.chosen.get_or_insert_default() };
            values.extend(self.meant(asked));
        }
        said
    }

    /// The statements that are left by what is said about a facet; nothing where nothing is said.
    fn asked(&self, facet: Facet, said: &Said) -> Option<Bits> {
        let all = self.corpus.statements.len();
        let set = |choices: &[Choice]| self.set(facet, choices);
        if said.chosen.is_none() && said.excluded.is_empty() {
            return None;
        }
        let mut left = said.chosen.as_deref().map_or_else(|| Bits::range(all, 0, all), set);
        if !said.excluded.is_empty() {
            left.remove(&set(&said.excluded));
        }
        Some(left)
    }

    /// The statements with any of some values of a facet.
    fn set(&self, facet: Facet, choices: &[Choice]) -> Bits {
        let values = &self.values[facet as usize];
        let mut set = Bits::none(self.corpus.statements.len());
        for place in choices.iter().filter_map(|choice| values.place(*choice)) {
            values.members(place).for_each(|value| self.columns.add(Column::of(facet), value, &mut set));
        }
        set
    }

    /// The values that somebody means who types one: the one that addresses call so, or else all that are called by words of
    /// which these are the beginnings.
    fn meant(&self, asked: &Asked) -> Vec<Choice> {
        let Asked { facet, value, .. } = asked;
        if let Some(choice) = Choice::from_value(self.corpus, *facet, value) {
            return vec![choice];
        }
        let typed = folded(value);
        let is_meant = |choice: &Choice| {
            let called = folded(&choice.label(self.corpus));
            typed.iter().all(|typed| called.iter().any(|word| word.starts_with(typed.as_str())))
        };
        let values = self.values[*facet as usize].list.iter().copied();
        values.filter(|_| !typed.is_empty()).filter(is_meant).collect()
    }

    /// Puts matches in order.
    fn sort(&self, order: Order, matching: Option<&Matching<'_>>, matches: &mut [StatementIx]) {
        if order == Order::Oldest || matches.len() < 2 {
            return;
        }
        let scores = matching.filter(|matching| order == Order::Relevance && matching.wants()).map(|matching| {
            let means = self.mean_lengths.get_or_init(|| mean_lengths(self.index(), Texts::of(self.corpus)));
            matching.scores(means, matches)
        });
        let value = |column, ix: &StatementIx| self.columns.value(column, ix.get()).unwrap_or_default() as u32;
        let mut keyed: Vec<u64> = Vec::with_capacity(matches.len());
        for (n, ix) in matches.iter().enumerate() {
            // What has the least comes first.
            let key = match (order, &scores) {
                (Order::Newest, _) => !value(Column::Article, ix),
                (Order::Speaker, _) => value(Column::Speaker, ix),
                // What is not negative is in the order of its bits.
                (_, Some(scores)) => !scores[n].to_bits(),
                _ => !u32::from(self.certainties()[ix.get()]),
            };
            keyed.push(u64::from(key) << 32 | u64::from(ix.0));
        }
        sort_by_upper_half(&mut keyed);
        for (ix, sorted) in matches.iter_mut().zip(keyed) {
            *ix = StatementIx(sorted as u32);
        }
    }

    fn certainties(&self) -> &[u16] {
        self.certainties.get_or_init(|| self.corpus.statements.iter().map(certainty).collect())
    }

    /// The words of a search, found; nothing where it has none.
    fn matching(&self, search: &mut Search) -> Option<Matching<'_>> {
        let asks = !search.wanted.is_empty() || !search.unwanted.is_empty();
        asks.then(|| Matching::new(search, self.index(), &self.columns, Texts::of(self.corpus)))
    }

    /// The words; nothing while they are on their way.
    pub(crate) fn index(&self) -> &Index {
        if !self.has_words() {
            return &self.nothing;
        }
        self.index.get_or_init(|| self.with_indexer(std::mem::take).finish(self.corpus).unwrap_or_default())
    }

    fn with_indexer<T>(&self, work: impl FnOnce(&mut Indexer) -> T) -> T {
        work(&mut self.indexer.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The folded words of a name.
fn folded(name: &str) -> Vec<String> {
    let fold = |word: corpus::Span| {
        let mut folded = String::new();
        push_folded(&mut folded, &name[word.range()]);
        folded
    };
    words(name).map(fold).collect()
}

#[cfg(test)]
mod tests;
