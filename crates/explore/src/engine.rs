//! Answers to queries: which statements match, in which order, and how many would with one choice more.
//!
//! A query is answered with sets of statements: one for each facet that it chooses or excludes in, and one for its words. What
//! matches is in all of them; what a facet counts is in all but its own. What the values of statements are is in `columns`,
//! which words they have in `index`; both are made from the corpus, the words only once they are asked for or when there is
//! time ([`Explorer::prepare`]).

use std::cmp::Reverse;
use std::sync::{Mutex, OnceLock, PoisonError};

use corpus::section::{DecodeError, EncodeError};
use corpus::{Corpus, Position, Relation, SpeakerIx, StatementIx};

use crate::bits::Bits;
use crate::columns::{Column, Columns};
use crate::fold::{push_folded, words};
use crate::index::{Index, Indexer, Texts};
use crate::matching::Matching;
use crate::search::Asked;
use crate::values::Values;
use crate::{Choice, Choices, Facet, Order, Query, Search, certainty, sort, sort_by_key};

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
}

/// What a query finds.
#[derive(Clone, Debug)]
pub struct Results<'e> {
    /// In the order that the query asks for.
    pub matches: Vec<StatementIx>,
    /// The positions that are asked for, in the order of the page: those chosen, or else every side.
    pub positions: Vec<Position>,
    /// What was searched for, as it was understood: the words to mark.
    pub search: Search,
    explorer: &'e Explorer<'e>,
    /// What the query names, which is listed whatever the count.
    named: Choices,
    /// For each column how many matches have each value.
    tallies: [Vec<u32>; Column::ALL.len()],
    /// The same of what matches without what the query says about a facet, for each facet that it says something about.
    lifted: Vec<(Facet, Vec<u32>)>,
}

/// How many statements a choice would show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The choice.
    pub choice: Choice,
    /// The number of matches if it were the only choice in its facet, all else being as it is.
    pub count: u32,
}

/// What is said about a facet: one of some values, and none of others.
#[derive(Debug)]
struct Said {
    chosen: Option<Vec<Choice>>,
    excluded: Vec<Choice>,
}

impl<'a> Explorer<'a> {
    /// Reads a checked corpus (see [`Corpus::check`]) once.
    pub fn new(corpus: &'a Corpus<'a>) -> Self {
        let columns = Columns::new(corpus);
        let values = Facet::ALL.map(|facet| Values::new(corpus, facet, &columns.totals(Column::of(facet))));
        let mut related: Vec<(StatementIx, usize)> = Vec::with_capacity(2 * corpus.relations.len());
        for (n, relation) in corpus.relations.iter().enumerate() {
            related.extend([(relation.from, n), (relation.to, n)]);
        }
        sort(&mut related);
        let certainties = OnceLock::new();
        let (index, indexer, nothing) = (OnceLock::new(), Mutex::default(), Index::default());
        Self { corpus, columns, values, related, certainties, index, indexer, nothing }
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

    /// How many statements of the corpus have a value.
    pub fn total(&self, choice: Choice) -> u32 {
        let values = &self.values[choice.facet() as usize];
        values.place(choice).map_or(0, |place| values.totals[place])
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
        let search = self.search(&query.text);
        let base = self.base(query, &search);
        let said = Facet::ALL.map(|facet| self.said(facet, query, &search));
        let Said { chosen, excluded } = &said[Facet::Position as usize];
        let is_asked = |position: &Position| {
            let choice = Choice::Position(*position);
            let left_out = |asked: &Asked| asked.minus && self.meant(asked).contains(&choice);
            chosen.iter().flatten().any(|other| *other == choice)
                && !excluded.contains(&choice)
                && !search.asked.iter().any(left_out)
        };
        let positions = self.corpus.positions().filter(is_asked).collect();
        let asked: Vec<(Facet, Bits)> = Facet::ALL
            .into_iter()
            .zip(&said)
            .filter_map(|(facet, said)| Some((facet, self.asked(facet, said)?)))
            .collect();
        let without = |lifted: Option<Facet>| {
            let mut left = base.clone();
            asked.iter().filter(|(facet, _)| Some(*facet) != lifted).for_each(|(_, set)| left.keep(set));
            left
        };
        let lifted =
            |(facet, _): &(Facet, Bits)| (*facet, self.columns.tally(Column::of(*facet), &without(Some(*facet))));
        let lifted = asked.iter().map(lifted).collect();
        let found = without(None);
        let mut matches: Vec<StatementIx> = Vec::with_capacity(found.count());
        found.each(|place| matches.push(StatementIx::new(place)));
        // A position is always asked for.
        let tallied = |column| if column == Column::Position { Vec::new() } else { self.columns.tally(column, &found) };
        let tallies = Column::ALL.map(tallied);
        self.sort(query.order, &search, &mut matches);
        let named = query.choices.iter().chain(query.without.iter()).collect();
        Results { matches, positions, search, explorer: self, named, tallies, lifted }
    }

    /// What lies in the time that is asked for, is as sure of its side as that and has the words. What is without a side cannot
    /// be wrong about it.
    fn base(&self, query: &Query, search: &Search) -> Bits {
        let all = self.corpus.statements.len();
        let mut base = if query.from.is_some() || query.to.is_some() {
            let mut within = Bits::none(all);
            for (n, _) in self.corpus.articles.iter().enumerate().filter(|(_, article)| query.spans(article.date)) {
                self.columns.add(Column::Article, n, &mut within);
            }
            within
        } else {
            Bits::range(all, 0, all)
        };
        if query.sure > 0 {
            let mut sure = Bits::none(all);
            for (n, (certainty, statement)) in self.certainties().iter().zip(self.corpus.statements.iter()).enumerate()
            {
                if *certainty >= query.sure || statement.side.is_none() {
                    sure.insert(n);
                }
            }
            base.keep(&sure);
        }
        // What the text leaves out no other choice brings back.
        for asked in search.asked.iter().filter(|asked| asked.minus) {
            base.remove(&self.set(asked.facet, &self.meant(asked)));
        }
        if !search.wanted.is_empty() || !search.unwanted.is_empty() {
            self.matching().narrow(search, &mut base);
        }
        base
    }

    /// What a query and its text say about a facet. Every side where they choose no position.
    fn said(&self, facet: Facet, query: &Query, search: &Search) -> Said {
        let excluded = query.without.iter().filter(|choice| choice.facet() == facet).collect();
        let chosen: Vec<Choice> = query.chosen(facet).collect();
        let mut said = Said { chosen: (!chosen.is_empty()).then_some(chosen), excluded };
        for asked in search.asked.iter().filter(|asked| asked.facet == facet && !asked.minus) {
            said.chosen.get_or_insert_default().extend(self.meant(asked));
        }
        if facet == Facet::Position && said.chosen.is_none() {
            let sides = self.corpus.positions().filter(|position| *position != Position::Neither);
            said.chosen = Some(sides.map(Choice::Position).collect());
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
    fn sort(&self, order: Order, search: &Search, matches: &mut Vec<StatementIx>) {
        let statement = |ix: &StatementIx| &self.corpus.statements[ix.get()];
        match order {
            Order::Oldest => {}
            Order::Newest => sort_by_key(matches, |ix| Reverse(statement(ix).article)),
            Order::Speaker => sort_by_key(matches, |ix| statement(ix).speaker.map_or(u32::MAX, |speaker| speaker.0)),
            Order::Relevance => {
                let places: Vec<u32> = matches.iter().map(|ix| ix.0).collect();
                let certainty = |ix: &u32| u32::from(self.certainties()[*ix as usize]);
                let worth: Vec<u32> = if search.wanted.is_empty() {
                    places.iter().map(certainty).collect()
                } else {
                    // What is not negative is in the order of its bits.
                    self.matching().scores(search, &places).into_iter().map(f32::to_bits).collect()
                };
                let mut keys: Vec<u64> = worth
                    .into_iter()
                    .zip(&places)
                    .map(|(worth, ix)| u64::from(!worth) << 32 | u64::from(*ix))
                    .collect();
                sort(&mut keys);
                *matches = keys.into_iter().map(|key| StatementIx(key as u32)).collect();
            }
        }
    }

    fn certainties(&self) -> &[u16] {
        self.certainties.get_or_init(|| self.corpus.statements.iter().map(certainty).collect())
    }

    fn matching(&self) -> Matching<'_> {
        Matching { index: self.index(), columns: &self.columns, texts: Texts::of(self.corpus) }
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

impl Results<'_> {
    /// How many statements each value of `facet` would show: computed without what the query chooses and excludes in the
    /// facet itself, with all the rest of it. Every position, and of the other facets every value that the corpus has a
    /// statement with or that the query names, also with count 0. Sides in the order of the page, then neither; speakers,
    /// affiliations and outlets by how much the corpus has of them, then by name; the rest in the order of the debate, of time
    /// or of their kinds.
    pub fn counts(&self, facet: Facet) -> Vec<Count> {
        let values = &self.explorer.values[facet as usize];
        let listed = |place: usize, choice: Choice| {
            facet == Facet::Position || values.totals[place] > 0 || self.named.contains(choice)
        };
        let counted = values.list.iter().copied().zip(values.sums(self.tally(facet))).enumerate();
        let listed = counted.filter(|(place, (choice, _))| listed(*place, *choice));
        listed.map(|(_, (choice, count))| Count { choice, count }).collect()
    }

    /// The same in the order of the page: of names, those that most is found of come first.
    pub fn ranked_counts(&self, facet: Facet) -> Vec<Count> {
        let mut counts = self.counts(facet);
        if facet.is_named() {
            sort_by_key(&mut counts, |count| Reverse(count.count));
        }
        counts
    }

    /// The count of one choice; 0 where the corpus does not have it.
    pub fn count(&self, choice: Choice) -> u32 {
        let (facet, tally) = (choice.facet(), self.tally(choice.facet()));
        let values = &self.explorer.values[facet as usize];
        values.place(choice).map_or(0, |place| values.members(place).map(|value| tally[value]).sum())
    }

    /// How many of what a facet counts have each value of its column.
    fn tally(&self, facet: Facet) -> &[u32] {
        let lifted = self.lifted.iter().find(|(lifted, _)| *lifted == facet);
        lifted.map_or(&self.tallies[Column::of(facet) as usize], |(_, tally)| tally)
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
