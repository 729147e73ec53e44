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
mod tests {
    use corpus::{ArticleKind, ComponentKind, Quotation, SideIx, SpeakerIx, ThemeIx};

    use super::*;
    use crate::fixture;

    const ACCESS: Choice = Choice::Position(Position::Side(SideIx(0)));
    const PRIVACY: Choice = Choice::Position(Position::Side(SideIx(1)));
    const NEITHER: Choice = Choice::Position(Position::Neither);
    const ANN: Choice = Choice::Speaker(SpeakerIx(0));
    const BEN: Choice = Choice::Speaker(SpeakerIx(1));
    const MUTE: Choice = Choice::Speaker(SpeakerIx(2));
    const ZOE: Choice = Choice::Speaker(SpeakerIx(3));
    const SAFETY: Choice = Choice::Theme(ThemeIx(0));
    const UNUSED: Choice = Choice::Theme(ThemeIx(1));
    const RIGHTS: Choice = Choice::Theme(ThemeIx(2));
    const CLAIM: Choice = Choice::Component(ComponentKind::Claim);
    const PREMISE: Choice = Choice::Component(ComponentKind::Premise);
    const NEWS: Choice = Choice::Kind(ArticleKind::News);
    const BACKGROUND: Choice = Choice::Kind(ArticleKind::Background);
    const BUREAU: Choice = Choice::Affiliation(SpeakerIx(0));
    const UNION: Choice = Choice::Affiliation(SpeakerIx(3));
    const EARLIER: Choice = Choice::Year(2017);
    const LATER: Choice = Choice::Year(2019);

    fn explore(choices: &[Choice], text: &str) -> Results {
        let corpus = fixture::corpus();
        let query = Query { choices: choices.iter().copied().collect(), text: text.into(), ..Query::default() };
        Explorer::new(&corpus).explore(&query)
    }

    #[track_caller]
    fn check(choices: &[Choice], text: &str, expected: &[u32]) {
        let found: Vec<u32> = explore(choices, text).matches.iter().map(|ix| ix.0).collect();
        assert_eq!(found, expected);
    }

    #[track_caller]
    fn check_counts(choices: &[Choice], text: &str, facet: Facet, expected: &[(Choice, u32)]) {
        let results = explore(choices, text);
        let counts: Vec<(Choice, u32)> = results.counts(facet).iter().map(|c| (c.choice, c.count)).collect();
        assert_eq!(counts, expected);
        for (choice, count) in counts {
            assert_eq!(results.count(choice), count);
        }
    }

    #[test]
    fn without_a_position_all_sides_are_meant() {
        check(&[], "", &[0, 1, 2, 4]);
        check(&[NEITHER], "", &[3, 5]);
        check(&[NEITHER, PRIVACY], "", &[2, 3, 4, 5]);
    }

    #[test]
    fn or_inside_a_facet_and_across() {
        check(&[SAFETY, RIGHTS], "", &[0, 1, 2, 4]);
        check(&[SAFETY, RIGHTS, ZOE], "", &[1, 2, 4]);
        check(&[SAFETY, ZOE, ACCESS], "", &[1]);
        check(&[CLAIM], "", &[0, 2]);
        check(&[PREMISE, CLAIM, Choice::Quotation(Quotation::Mixed)], "", &[2]);
        check(&[BACKGROUND], "", &[4]);
        check(&[LATER], "", &[4]);
        check(&[Choice::Year(2018)], "", &[]);
        check(&[MUTE], "", &[]);
    }

    #[test]
    fn what_is_excluded_is_not_shown_and_counts_as_if_it_were() {
        let without = |choices: &[Choice]| Query { without: choices.iter().copied().collect(), ..Query::default() };
        let corpus = fixture::corpus();
        let explorer = Explorer::new(&corpus);
        for (query, expected) in [
            (without(&[SAFETY]), &[2, 4][..]),
            (without(&[RIGHTS]), &[0]),
            (without(&[SAFETY, ANN]), &[2, 4]),
            (without(&[PRIVACY]), &[0, 1]),
            (without(&[BUREAU]), &[1, 2, 4]),
            (Query { choices: [SAFETY].into_iter().collect(), ..without(&[RIGHTS]) }, &[0]),
        ] {
            let results = explorer.explore(&query);
            assert_eq!(results.matches.iter().map(|ix| ix.0).collect::<Vec<_>>(), expected, "{query:?}");
        }
        let results = explorer.explore(&without(&[SAFETY]));
        assert_eq!([results.count(SAFETY), results.count(RIGHTS), results.count(ZOE)], [2, 3, 2]);
    }

    #[test]
    fn a_stretch_of_time_narrows() {
        let corpus = fixture::corpus();
        let explorer = Explorer::new(&corpus);
        for (from, to, expected) in [
            ("2017", "", &[0, 1, 2, 4][..]),
            ("2018", "", &[4]),
            ("2017-10-10", "2017-10-10", &[0, 1, 2]),
            ("2017-10-11", "", &[4]),
            ("", "2017-09", &[]),
            ("", "2017-10", &[0, 1, 2]),
            ("2019", "2017", &[]),
        ] {
            let query = Query { from: from.parse().ok(), to: to.parse().ok(), ..Query::default() };
            let found: Vec<u32> = explorer.explore(&query).matches.iter().map(|ix| ix.0).collect();
            assert_eq!(found, expected, "{from} to {to}");
        }
    }

    #[test]
    fn results_come_in_the_order_that_is_asked_for() {
        let corpus = fixture::corpus();
        let explorer = Explorer::new(&corpus);
        for (order, text, expected) in [
            (Order::Oldest, "", &[0, 1, 2, 4][..]),
            (Order::Newest, "", &[4, 0, 1, 2]),
            (Order::Speaker, "", &[0, 1, 2, 4]),
            (Order::Relevance, "warrant", &[0, 1]),
            (Order::Relevance, "zoe", &[1, 2, 4]),
        ] {
            let query = Query { order, text: text.into(), ..Query::default() };
            let found: Vec<u32> = explorer.explore(&query).matches.iter().map(|ix| ix.0).collect();
            assert_eq!(found, expected, "{order:?} {text}");
        }
    }

    #[test]
    fn results_can_be_parted_by_what_they_have_in_common() {
        let corpus = fixture::corpus();
        let explorer = Explorer::new(&corpus);
        let all: Vec<StatementIx> = (0..6).map(StatementIx::new).collect();
        let groups = |grouping| -> Vec<(Option<Choice>, Vec<u32>)> {
            let groups = explorer.grouped(grouping, &all).into_iter();
            groups.map(|(common, members)| (common, members.iter().map(|ix| ix.0).collect())).collect()
        };
        use crate::Grouping::{Article, Speaker, Theme};
        assert_eq!(groups(Theme), [(Some(SAFETY), vec![0, 1]), (Some(RIGHTS), vec![2, 4]), (None, vec![3, 5])]);
        assert_eq!(
            groups(Speaker),
            [(Some(ZOE), vec![1, 2, 4]), (Some(ANN), vec![0]), (Some(BEN), vec![3]), (None, vec![5])]
        );
        let article = |n| Some(Choice::Article(ArticleIx(n)));
        assert_eq!(groups(Article), [(article(0), vec![0, 1, 2, 3]), (article(1), vec![4, 5])]);
    }

    #[test]
    fn speakers_come_by_what_they_say() {
        let corpus = fixture::corpus();
        let explorer = Explorer::new(&corpus);
        let said = |ix: &SpeakerIx| corpus.statements.iter().filter(|statement| statement.speaker == Some(*ix)).count();
        let speakers: Vec<SpeakerIx> = explorer.speakers().collect();
        assert_eq!(speakers.len(), corpus.speakers.len());
        let key = |ix: &SpeakerIx| (std::cmp::Reverse(said(ix)), corpus.speakers[ix.get()].name.to_lowercase());
        assert!(speakers.is_sorted_by_key(key));
    }

    #[test]
    fn the_search_looks_at_words_and_speaker() {
        check(&[], "warrant", &[0, 1]);
        check(&[], "ode", &[0]);
        check(&[], "director bureau", &[0]);
        check(&[], "director privacy", &[]);
        check(&[], "lawyer -\"a right\"", &[1, 4]);
        check(&[NEITHER], "café", &[5]);
    }

    #[test]
    fn a_phrase_stays_inside_a_span() {
        check(&[], "\"privacy is a\"", &[2]);
        check(&[], "\"a right everyone\"", &[]);
        check(&[], "\"everyone has it\"", &[2]);
    }

    #[test]
    fn counts_lift_the_choices_of_their_own_facet_only() {
        check_counts(&[], "", Facet::Position, &[(ACCESS, 2), (PRIVACY, 2), (NEITHER, 2)]);
        check_counts(&[ACCESS], "", Facet::Position, &[(ACCESS, 2), (PRIVACY, 2), (NEITHER, 2)]);
        check_counts(&[ACCESS, RIGHTS], "", Facet::Position, &[(ACCESS, 1), (PRIVACY, 2), (NEITHER, 0)]);
        check_counts(&[ACCESS, RIGHTS], "", Facet::Theme, &[(SAFETY, 2), (RIGHTS, 1)]);
        check_counts(&[ACCESS, RIGHTS], "", Facet::Component, &[(CLAIM, 0), (PREMISE, 1)]);
        check_counts(&[NEWS, RIGHTS], "", Facet::Kind, &[(NEWS, 2), (BACKGROUND, 1)]);
        check_counts(&[EARLIER, RIGHTS], "", Facet::Year, &[(EARLIER, 2), (LATER, 1)]);
        check_counts(&[RIGHTS], "", Facet::Month, &[(Choice::Month(2017, 10), 2), (Choice::Month(2019, 10), 1)]);
        check_counts(&[RIGHTS], "", Facet::Affiliation, &[(UNION, 3), (BUREAU, 0)]);
        check_counts(&[RIGHTS], "", Facet::Outlet, &[]);
    }

    #[test]
    fn lists_have_what_occurs_and_what_is_chosen_in_the_order_of_the_page() {
        check_counts(&[], "", Facet::Speaker, &[(ZOE, 3), (ANN, 1), (BEN, 0)]);
        check_counts(&[NEITHER], "", Facet::Speaker, &[(BEN, 1), (ZOE, 0), (ANN, 0)]);
        check_counts(&[MUTE], "", Facet::Speaker, &[(ZOE, 3), (ANN, 1), (BEN, 0), (MUTE, 0)]);
        check_counts(&[UNUSED], "", Facet::Theme, &[(SAFETY, 2), (UNUSED, 0), (RIGHTS, 3)]);
        check_counts(&[], "no such word", Facet::Position, &[(ACCESS, 0), (PRIVACY, 0), (NEITHER, 0)]);
        let quotations = [Quotation::Direct, Quotation::Mixed, Quotation::Indirect].map(Choice::Quotation);
        check_counts(&[], "", Facet::Quotation, &[(quotations[0], 1), (quotations[1], 1), (quotations[2], 2)]);
    }

    #[test]
    fn an_index_of_another_corpus_matches_nothing() {
        check(&[Choice::Speaker(SpeakerIx(200))], "", &[]);
        assert_eq!(explore(&[Choice::Speaker(SpeakerIx(200))], "").count(Choice::Speaker(SpeakerIx(200))), 0);
    }
}
