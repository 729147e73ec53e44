//! What queries find, how it is counted, ordered and parted.

use corpus::{ArticleIx, ArticleKind, ComponentKind, Quotation, SideIx, SpeakerIx, ThemeIx};

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

fn explore<T>(choices: &[Choice], text: &str, look: impl FnOnce(Results<'_>) -> T) -> T {
    let corpus = fixture::corpus();
    let query = Query { choices: choices.iter().copied().collect(), text: text.into(), ..Query::default() };
    look(Explorer::new(&corpus).explore(&query))
}

#[track_caller]
fn check(choices: &[Choice], text: &str, expected: &[u32]) {
    let found: Vec<u32> = explore(choices, text, |results| results.matches.iter().map(|ix| ix.0).collect());
    assert_eq!(found, expected, "{text}");
}

#[track_caller]
fn check_counts(choices: &[Choice], text: &str, facet: Facet, expected: &[(Choice, u32)]) {
    explore(choices, text, |results| {
        let counts: Vec<(Choice, u32)> = results.ranked_counts(facet).iter().map(|c| (c.choice, c.count)).collect();
        assert_eq!(counts, expected);
        for (choice, count) in counts {
            assert_eq!(results.count(choice), count);
        }
    });
}

#[test]
fn without_a_position_all_sides_are_meant() {
    check(&[], "", &[0, 1, 2, 4]);
    check(&[NEITHER], "", &[3, 5]);
    check(&[NEITHER, PRIVACY], "", &[2, 3, 4, 5]);
    check(&[NEITHER, PRIVACY, ACCESS], "", &[0, 1, 2, 3, 4, 5]);
    check_counts(&[NEITHER, PRIVACY, ACCESS], "", Facet::Position, &[(ACCESS, 2), (PRIVACY, 2), (NEITHER, 2)]);
}

#[test]
fn a_facet_varies_where_there_is_something_to_choose() {
    let corpus = fixture::corpus();
    let (explorer, query) = (Explorer::new(&corpus), Query::default());
    let results = explorer.explore(&query);
    for facet in Facet::ALL.into_iter().filter(|facet| *facet != Facet::Position) {
        assert_eq!(explorer.varies(facet), results.counts(facet).count() > 1, "{facet:?}");
    }
    let one = synth::corpus(&synth::records(1, synth::SEED));
    assert!(!Explorer::new(&one).varies(Facet::Year));
}

#[test]
fn what_has_a_value_comes_in_order() {
    let corpus = fixture::corpus();
    let explorer = Explorer::new(&corpus);
    for (choice, having) in [
        (PRIVACY, &[2, 4][..]),
        (ZOE, &[1, 2, 4]),
        (UNION, &[1, 2, 4]),
        (MUTE, &[]),
        (EARLIER, &[0, 1, 2, 3]),
        (Choice::Speaker(SpeakerIx(200)), &[]),
    ] {
        assert_eq!(explorer.having(choice).iter().map(|ix| ix.0).collect::<Vec<_>>(), having, "{choice:?}");
        assert_eq!(explorer.total(choice) as usize, having.len());
    }
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
fn each_word_counts_by_itself() {
    let often: &[&str] = &["key key key key lock"];
    let rare: &[&str] = &["key lock lock open now"];
    let others: &[&str] = &["a key is a key"];
    let corpus = fixture::sided(&[(often, 0), (rare, 0), (others, 0), (others, 0), (others, 0), (others, 0)]);
    let query = Query { order: Order::Relevance, text: "key lock".into(), ..Query::default() };
    // Many have the one, however often; few the other.
    assert_eq!(Explorer::new(&corpus).explore(&query).matches, [1, 0].map(StatementIx));
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
fn words_are_found_in_their_forms_and_as_they_are_typed() {
    check(&[], "warrant ", &[0, 1]);
    check(&[], "\"warrant\"", &[0]);
    check(&[], "warr", &[0, 1]);
    check(&[], "locked ", &[4]);
    check(&[], "-locked", &[0, 1, 2]);
    // No word is so: what begins so, and then what is near.
    check(&[], "warr fail", &[1]);
    check(&[], "wararnt", &[0, 1]);
    check(&[], "pirvacy", &[2]);
    check(&[], "phoness ", &[0]);
    check(&[], "-wararnt", &[0, 1, 2, 4]);
    check(&[], "\"wararnt\"", &[]);
    check(&[], "xyz", &[]);
}

#[test]
fn names_are_found_by_their_beginnings() {
    let corpus = fixture::corpus();
    let explorer = Explorer::new(&corpus);
    let found = |text: &str| -> Vec<u32> {
        let search = Search::of_names(text);
        (0..4).filter(|n| explorer.names(SpeakerIx(*n), &search)).collect()
    };
    assert_eq!(found("an od"), [0]);
    assert_eq!(found("dir "), [0]);
    assert_eq!(found("speaker:zoe"), [3]);
    assert_eq!(found("\"an\" "), [0; 0]);
    assert_eq!(found(""), [0, 1, 2, 3]);
}

#[test]
fn what_only_a_headline_says_hides_no_mistake() {
    let mut corpus = fixture::corpus();
    corpus.articles[0].title = Some("wararnt pivacy".into());
    let explorer = Explorer::new(&corpus);
    let query = |text: &str| Query { text: text.into(), ..Query::default() };
    assert_eq!(explorer.explore(&query("wararnt ")).matches, [StatementIx(0)]);
    assert_eq!(explorer.explore(&query("pivacy")).matches, [StatementIx(2)]);
}

#[test]
fn facets_can_be_asked_for_in_the_text() {
    check(&[], "side:access", &[0, 1]);
    check(&[], "-side:access", &[2, 4]);
    check_counts(&[], "-speaker:zoe", Facet::Speaker, &[(ANN, 1), (ZOE, 0), (BEN, 0)]);
    assert_eq!(explore(&[], "-side:access", |results| results.positions), [Position::Side(SideIx(1))]);
    check(&[], "side:neither speaker:ben-low", &[3]);
    check(&[], "speaker:zoe", &[1, 2, 4]);
    check(&[], "speaker:\"key zoë\" warrants", &[1]);
    check(&[], "speaker:zoe speaker:ann", &[0, 1, 2, 4]);
    check(&[], "affiliation:locksmiths -theme:safety", &[2, 4]);
    check(&[], "year:2019", &[4]);
    check(&[], "speaker:nobody", &[]);
    check(&[], "speaker:", &[0, 1, 2, 4]);
    check(&[], "other:zoe", &[]);
}

#[test]
fn what_is_typed_narrows_what_is_chosen_in_the_same_facet() {
    check(&[ANN], "speaker:zoe", &[]);
    check(&[ANN, ZOE], "speaker:zoe", &[1, 2, 4]);
    check(&[ZOE], "speaker:zoe speaker:ann", &[1, 2, 4]);
    check(&[ACCESS], "side:privacy", &[]);
    check(&[ACCESS], "side:privacy side:access", &[0, 1]);
    check(&[NEITHER], "-side:access", &[3, 5]);
    check(&[], "theme:safety theme:rights -theme:rights", &[0]);
    // A choice brings back what another in its facet hides, and not what the text does.
    check_counts(&[], "side:access speaker:zoe", Facet::Position, &[(ACCESS, 1), (PRIVACY, 0), (NEITHER, 0)]);
    check_counts(&[PRIVACY], "side:access", Facet::Position, &[(ACCESS, 2), (PRIVACY, 0), (NEITHER, 0)]);
    check_counts(&[], "side:neither", Facet::Position, &[(ACCESS, 0), (PRIVACY, 0), (NEITHER, 2)]);
    check_counts(&[ANN], "speaker:zoe", Facet::Speaker, &[(ZOE, 3), (ANN, 0), (BEN, 0)]);
    let positions = |choices: &[Choice], text| explore(choices, text, |results| results.positions);
    assert_eq!(positions(&[], "side:neither side:access"), [Position::Side(SideIx(0)), Position::Neither]);
    assert_eq!(positions(&[ACCESS, NEITHER], "-side:neither"), [Position::Side(SideIx(0))]);
    assert_eq!(positions(&[ACCESS], "side:privacy"), []);
}

#[test]
fn what_is_not_ready_is_made_when_it_is_asked_for() {
    let corpus = fixture::corpus();
    let query = Query { text: "warrant".into(), ..Query::default() };
    for steps in 0..40 {
        let explorer = Explorer::new(&corpus);
        let ready = (0..steps).any(|_| explorer.prepare(1));
        assert_eq!(explorer.explore(&query).matches, [0, 1].map(StatementIx), "after {steps} steps");
        assert_eq!(
            ready,
            steps >= 18,
            "twelve texts one at a time, then three times all of them by six, after {steps}"
        );
        assert!(explorer.prepare(0));
    }
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
    let nobody = Choice::Speaker(SpeakerIx(200));
    assert_eq!(explore(&[nobody], "", |results| results.count(nobody)), 0);
}
