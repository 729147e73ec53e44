//! Answers to queries: which statements match, and how many would with one choice more.
//!
//! Every statement is looked at once a query; its values and its words are made ready when the [`Explorer`] is.

use corpus::{Corpus, Position, Speaker, SpeakerIx, Statement, StatementIx};

use crate::choices::Tally;
use crate::search::Haystack;
use crate::{Choice, Choices, Facet, Query, Search};

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
    /// In the order of the corpus.
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
        let entries: Vec<Entry> = corpus.statements.iter().map(|statement| Entry::new(corpus, statement)).collect();
        let mut totals = Tally::default();
        for choice in entries.iter().flat_map(|entry| entry.values.iter()) {
            totals.add(choice);
        }
        let values = Facet::ALL.map(|facet| {
            let mut values = facet.values(corpus);
            if facet == Facet::Speaker {
                values.sort_unstable_by(|a, b| {
                    let folded = |choice: &Choice| choice.label(corpus).to_lowercase();
                    let by_total = totals.of(*b).cmp(&totals.of(*a));
                    by_total.then_with(|| folded(a).cmp(&folded(b))).then_with(|| a.cmp(b))
                });
            }
            values
        });
        let speakers = corpus.speakers.iter().map(speaker_words).collect();
        Self { corpus, entries, speakers, values, totals }
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

    /// Answers a query.
    pub fn explore(&self, query: &Query) -> Results {
        let search = Search::new(&query.text);
        let chosen = self.chosen(query);
        let asked = Facet::ALL.map(|facet| (facet, chosen.iter().any(|choice| choice.facet() == facet)));
        let mut matches = Vec::new();
        let mut tally = Tally::default();
        for (n, (entry, statement)) in self.entries.iter().zip(&self.corpus.statements).enumerate() {
            let speaker = statement.speaker.and_then(|ix| self.speakers.get(ix.get()));
            if !search.finds(&entry.words, speaker) {
                continue;
            }
            let fits = |facet| entry.values.iter().any(|value| value.facet() == facet && chosen.contains(value));
            let mut unfit = asked.into_iter().filter(|(facet, asked)| *asked && !fits(*facet));
            // A match counts in every facet. What a single facet keeps out counts there: it would match without the
            // choices of that facet.
            let only = match (unfit.next(), unfit.next()) {
                (None, _) => {
                    matches.push(StatementIx::new(n));
                    None
                }
                (Some((facet, _)), None) => Some(facet),
                (Some(_), Some(_)) => continue,
            };
            for value in entry.values.iter().filter(|value| only.is_none_or(|facet| facet == value.facet())) {
                tally.add(value);
            }
        }
        let counts = self.values.each_ref().map(|values| {
            let listed = values.iter().copied().filter(|choice| self.lists(*choice, query));
            listed.map(|choice| Count { choice, count: tally.of(choice) }).collect()
        });
        Results { matches, counts }
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
        choice.facet() == Facet::Position || self.totals.of(choice) > 0 || query.has(choice)
    }
}

impl Results {
    /// How many statements each value of `facet` would show: computed without the facet's own choices, with all others
    /// and the search. Every position, and of the other facets every value that the corpus has a statement with or that
    /// is chosen, also with count 0. Sides in the order of the page, then neither; speakers with most statements in the
    /// corpus first, then by name; the rest in the order of the debate or of their kinds.
    pub fn counts(&self, facet: Facet) -> &[Count] {
        &self.counts[facet as usize]
    }

    /// The count of one choice; 0 where it is not in the list.
    pub fn count(&self, choice: Choice) -> u32 {
        self.counts(choice.facet()).iter().find(|count| count.choice == choice).map_or(0, |count| count.count)
    }
}

impl Entry {
    fn new(corpus: &Corpus<'_>, statement: &Statement<'_>) -> Self {
        let mut values: Choices =
            [Choice::Position(statement.position()), Choice::Quotation(statement.quotation)].into_iter().collect();
        values.extend(statement.speaker.map(Choice::Speaker));
        values.extend(statement.themes.iter().copied().map(Choice::Theme));
        values.extend(statement.components.iter().map(|component| Choice::Component(component.kind)));
        let article = corpus.article_of(statement);
        values.insert(Choice::Article(article.kind));
        values.insert(Choice::Year(article.date.year()));
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
    const NEWS: Choice = Choice::Article(ArticleKind::News);
    const BACKGROUND: Choice = Choice::Article(ArticleKind::Background);
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
        check_counts(&[NEWS, RIGHTS], "", Facet::Article, &[(NEWS, 2), (BACKGROUND, 1)]);
        check_counts(&[EARLIER, RIGHTS], "", Facet::Year, &[(EARLIER, 2), (LATER, 1)]);
    }

    #[test]
    fn lists_have_what_occurs_and_what_is_chosen_in_the_order_of_the_page() {
        check_counts(&[], "", Facet::Speaker, &[(ZOE, 3), (ANN, 1), (BEN, 0)]);
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
