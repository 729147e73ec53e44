//! Answers to queries: which statements match, in which order, and how many would with one choice more.
//!
//! Every statement is looked at once a query; its values and its words are made ready when the [`Explorer`] is.

use std::cmp::Reverse;

use corpus::{ArticleIx, Corpus, Position, Relation, Speaker, SpeakerIx, Statement, StatementIx};

use crate::choice::{affiliations, outlets};
use crate::choices::Tally;
use crate::search::Haystack;
use crate::{Choice, Choices, Facet, Order, Query, Search, certainty, sort, sort_by, sort_by_key};

/// A corpus made ready for questions.
#[derive(Clone, Debug)]
pub struct Explorer<'a> {
    corpus: &'a Corpus<'a>,
    /// One for each statement of the corpus.
    entries: Vec<Entry>,
    /// One for each speaker of the corpus.
    speakers: Vec<Haystack>,
    /// Every value of each facet, in the order of the page.
    values: [Vec<Choice>; Facet::ALL.len()],
    /// How many statements of the corpus have a value.
    totals: Tally,
    /// Each statement that a relation is from or to, with the relation's place, in order.
    related: Vec<(StatementIx, usize)>,
}

/// A statement made ready for questions.
#[derive(Clone, Debug)]
struct Entry {
    /// What it would be chosen by, each once.
    values: Choices,
    words: Haystack,
}

/// What a query finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Results {
    /// In the order that the query asks for.
    pub matches: Vec<StatementIx>,
    counts: [Vec<Count>; Facet::ALL.len()],
}

/// How many statements a choice would show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The choice.
    pub choice: Choice,
    /// The number of matches if it were the only choice in its facet, all else being as it is.
    pub count: u32,
}

impl<'a> Explorer<'a> {
    /// Reads a checked corpus (see [`Corpus::check`]) once.
    pub fn new(corpus: &'a Corpus<'a>) -> Self {
        let (affiliations, outlets) = (affiliations(corpus), outlets(corpus));
        let entry = |statement| Entry::new(corpus, statement, &affiliations, &outlets);
        let entries: Vec<Entry> = corpus.statements.iter().map(entry).collect();
        let mut totals = Tally::default();
        for choice in entries.iter().flat_map(|entry| entry.values.iter()) {
            totals.add(choice);
        }
        let values = Facet::ALL.map(|facet| {
            let mut values = facet.values(corpus);
            if facet.is_named() {
                sort_by(&mut values, |a, b| {
                    let folded = |choice: &Choice| choice.name(corpus).to_lowercase();
                    let by_total = totals.of(*b).cmp(&totals.of(*a));
                    by_total.then_with(|| folded(a).cmp(&folded(b)))
                });
            }
            values
        });
        let speakers = corpus.speakers.iter().map(speaker_words).collect();
        let mut related: Vec<(StatementIx, usize)> = Vec::with_capacity(2 * corpus.relations.len());
        for (n, relation) in corpus.relations.iter().enumerate() {
            related.extend([(relation.from, n), (relation.to, n)]);
        }
        sort(&mut related);
        Self { corpus, entries, speakers, values, totals, related }
    }

    /// The corpus that this was made from.
    pub fn corpus(&self) -> &'a Corpus<'a> {
        self.corpus
    }

    /// Every speaker of the corpus: those with most statements first, then by name.
    pub fn speakers(&self) -> impl Iterator<Item = SpeakerIx> {
        self.values[Facet::Speaker as usize].iter().filter_map(|choice| match choice {
            Choice::Speaker(ix) => Some(*ix),
            _ => None,
        })
    }

    /// Whether a search finds a speaker by name, role or organisation.
    pub fn names(&self, speaker: SpeakerIx, search: &Search) -> bool {
        self.speakers.get(speaker.get()).is_some_and(|words| search.finds(words, None))
    }

    /// The relations from and to a statement, in the order of the corpus.
    pub fn relations_of(&self, ix: StatementIx) -> impl Iterator<Item = &'a Relation> {
        let first = self.related.partition_point(|(of, _)| *of < ix);
        let here = self.related[first..].iter().take_while(move |(of, _)| *of == ix);
        here.map(|(_, n)| &self.corpus.relations[*n])
    }

    /// Answers a query.
    pub fn explore(&self, query: &Query) -> Results {
        let search = Search::new(&query.text);
        let chosen = self.chosen(query);
        let asked = Facet::ALL.map(|facet| {
            let concerns = |choice: Choice| choice.facet() == facet;
            (facet, chosen.iter().any(concerns), query.without.iter().any(concerns))
        });
        let mut matches = Vec::new();
        let mut tally = Tally::default();
        for (n, (entry, statement)) in self.entries.iter().zip(&self.corpus.statements).enumerate() {
            let speaker = statement.speaker.and_then(|ix| self.speakers.get(ix.get()));
            if !self.lies_within(query, statement) || !search.finds(&entry.words, speaker) {
                continue;
            }
            let has =
                |facet, set: &Choices| entry.values.iter().any(|value| value.facet() == facet && set.contains(value));
            let mut unfit = asked.into_iter().filter(|(facet, choosing, excluding)| {
                (*choosing && !has(*facet, &chosen)) || (*excluding && has(*facet, &query.without))
            });
            // A match counts in every facet. What a single facet keeps out counts there: it would match without what is
            // chosen and excluded in that facet.
            let only = match (unfit.next(), unfit.next()) {
                (None, _) => {
                    matches.push(StatementIx::new(n));
                    None
                }
                (Some((facet, ..)), None) => Some(facet),
                (Some(_), Some(_)) => continue,
            };
            for value in entry.values.iter().filter(|value| only.is_none_or(|facet| facet == value.facet())) {
                tally.add(value);
            }
        }
        self.sort(query.order, &search, &mut matches);
        let counts = Facet::ALL.map(|facet| {
            let listed = self.values[facet as usize].iter().copied().filter(|choice| self.lists(*choice, query));
            let mut counts: Vec<Count> = listed.map(|choice| Count { choice, count: tally.of(choice) }).collect();
            if facet.is_named() {
                sort_by_key(&mut counts, |count| Reverse(count.count));
            }
            counts
        });
        Results { matches, counts }
    }

    /// Puts matches in order.
    fn sort(&self, order: Order, search: &Search, matches: &mut [StatementIx]) {
        let statement = |ix: &StatementIx| &self.corpus.statements[ix.get()];
        match order {
            Order::Oldest => {}
            Order::Newest => sort_by_key(matches, |ix| Reverse(statement(ix).article)),
            Order::Speaker => sort_by_key(matches, |ix| statement(ix).speaker.map_or(u32::MAX, |speaker| speaker.0)),
            Order::Relevance => {
                let texts: Vec<&Haystack> = matches.iter().map(|ix| &self.entries[ix.get()].words).collect();
                let rarity = search.rarity(&texts);
                let fit =
                    |ix: &StatementIx| (search.fit(&self.entries[ix.get()].words, &rarity), certainty(statement(ix)));
                let mut fitting: Vec<_> = matches.iter().map(|ix| (fit(ix), *ix)).collect();
                sort_by_key(&mut fitting, |(fit, _)| Reverse(*fit));
                for (place, (_, ix)) in matches.iter_mut().zip(fitting) {
                    *place = ix;
                }
            }
        }
    }

    /// Whether a statement lies in the time that is asked for, and is as sure of its side as that. One without a side
    /// cannot be wrong about it.
    fn lies_within(&self, query: &Query, statement: &Statement<'_>) -> bool {
        query.spans(self.corpus.article_of(statement).date)
            && (query.sure == 0 || statement.side.is_none() || certainty(statement) >= query.sure)
    }

    /// The choices of a query; every side where it says nothing about the position.
    fn chosen(&self, query: &Query) -> Choices {
        let mut chosen = query.choices.clone();
        if query.chosen(Facet::Position).next().is_none() {
            let sides = self.corpus.positions().filter(|position| *position != Position::Neither);
            chosen.extend(sides.map(Choice::Position));
        }
        chosen
    }

    /// Whether a value belongs in the list of its facet: whatever the rest of the query, so that no list jumps while
    /// the reader types.
    fn lists(&self, choice: Choice, query: &Query) -> bool {
        choice.facet() == Facet::Position
            || self.totals.of(choice) > 0
            || query.has(choice)
            || query.without.contains(choice)
    }
}

impl Results {
    /// How many statements each value of `facet` would show: computed without what the query chooses and excludes in the
    /// facet itself, with all the rest of it. Every position, and of the other facets every value that the corpus has a
    /// statement with or that the query names, also with count 0. Sides in the order of the page, then neither; speakers,
    /// affiliations and outlets by count, then by how much the corpus has of them, then by name; the rest in the order of the
    /// debate, of time or of their kinds.
    pub fn counts(&self, facet: Facet) -> &[Count] {
        &self.counts[facet as usize]
    }

    /// The count of one choice; 0 where it is not in the list.
    pub fn count(&self, choice: Choice) -> u32 {
        self.counts(choice.facet()).iter().find(|count| count.choice == choice).map_or(0, |count| count.count)
    }
}

impl Entry {
    fn new(
        corpus: &Corpus<'_>,
        statement: &Statement<'_>,
        affiliations: &[Option<usize>],
        outlets: &[Option<usize>],
    ) -> Self {
        let mut values: Choices =
            [Choice::Position(statement.position()), Choice::Quotation(statement.quotation)].into_iter().collect();
        values.extend(statement.speaker.map(Choice::Speaker));
        values.extend(statement.themes.iter().copied().map(Choice::Theme));
        values.extend(statement.components.iter().map(|component| Choice::Component(component.kind)));
        let article = corpus.article_of(statement);
        values.insert(Choice::Kind(article.kind));
        values.insert(Choice::Article(statement.article));
        values.insert(Choice::Year(article.date.year()));
        values.insert(Choice::Month(article.date.year(), article.date.month()));
        let affiliation = statement.speaker.and_then(|ix| affiliations[ix.get()]);
        values.extend(affiliation.map(|n| Choice::Affiliation(SpeakerIx::new(n))));
        values.extend(outlets[statement.article.get()].map(|n| Choice::Outlet(ArticleIx::new(n))));
        let mut words = Haystack::default();
        for span in &statement.spans {
            words.push_field(article.words(*span));
        }
        Self { values, words }
    }
}

fn speaker_words(speaker: &Speaker<'_>) -> Haystack {
    let mut words = Haystack::default();
    for field in [&speaker.name].into_iter().chain(&speaker.roles).chain(&speaker.affiliation) {
        words.push_field(field);
    }
    words
}

#[cfg(test)]
mod tests;
