//! What the page's engines find is what a plain scan of the records finds: ids and counts.

#![allow(clippy::expect_used, clippy::panic, reason = "a test may panic")]

use std::collections::BTreeSet;

use engine_page::{Documents, FACETS, Floor, Ours};
use synth::{Query, Record, SEED};

const RECORDS: usize = 200;
const QUERIES: usize = 8;

/// A record's values of a facet.
fn values(record: &Record, facet: usize) -> Vec<String> {
    match FACETS[facet] {
        "side" => vec![record.side.into()],
        "speaker" => vec![record.speaker.clone()],
        "affiliation" => vec![record.affiliation.clone()],
        "theme" => record.themes.clone(),
        "year" => vec![record.year.to_string()],
        _ => vec![record.article.clone()],
    }
}

fn names(records: &[Record], facet: usize) -> Vec<String> {
    let names: BTreeSet<String> = records.iter().flat_map(|record| values(record, facet)).collect();
    names.into_iter().collect()
}

fn documents(records: &[Record]) -> Documents {
    let (mut text, mut ends) = (Vec::new(), Vec::new());
    for record in records {
        text.extend(record.text.bytes());
        ends.push(text.len() as u32);
    }
    let mut documents = Documents::new(text, ends);
    for facet in 0..FACETS.len() {
        let names = names(records, facet);
        let (mut places, mut ends) = (Vec::new(), Vec::new());
        for record in records {
            let place = |value: &String| names.binary_search(value).expect("every value is in the list") as u32;
            places.extend(values(record, facet).iter().map(place));
            ends.push(places.len() as u32);
        }
        documents.facet(names, places, ends);
    }
    documents
}

fn filters(query: &Query, facet: usize) -> &[String] {
    match FACETS[facet] {
        "side" => &query.filters.side,
        "speaker" => &query.filters.speaker,
        "theme" => &query.filters.theme,
        "year" => &query.filters.year,
        _ => &[],
    }
}

/// Counts in the order of `names`, then ids; words are exact but for a prefix.
fn scanned(records: &[Record], query: &Query, names: &[Vec<String>]) -> Vec<u32> {
    let found = |record: &Record| {
        let text = record.text.to_lowercase();
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        if query.phrase {
            return words.windows(query.terms.len()).any(|stretch| stretch == query.terms);
        }
        let has = |term: &String| match query.prefix {
            true => words.iter().any(|word| word.starts_with(term.as_str())),
            false => words.contains(&term.as_str()),
        };
        query.terms.iter().all(has)
    };
    let fits = |record: &Record, lifted: Option<usize>| {
        found(record)
            && (0..FACETS.len()).filter(|facet| Some(*facet) != lifted).all(|facet| {
                let chosen = filters(query, facet);
                chosen.is_empty() || values(record, facet).iter().any(|value| chosen.contains(value))
            })
    };
    let mut answer = Vec::new();
    for (facet, names) in names.iter().enumerate() {
        let lifted: Vec<&Record> = records.iter().filter(|record| fits(record, Some(facet))).collect();
        let count = |name| lifted.iter().filter(|record| values(record, facet).contains(name)).count() as u32;
        answer.extend(names.iter().map(count));
    }
    answer.extend(records.iter().filter(|record| fits(record, None)).map(|record| record.id as u32));
    answer
}

/// Pairs of a facet and a value.
fn chosen(query: &Query, names: &[Vec<String>]) -> Vec<u32> {
    let place =
        |facet: usize, value| names[facet].iter().position(|name| name == value).expect("a value that is there");
    let pairs = (0..FACETS.len()).flat_map(|facet| filters(query, facet).iter().map(move |value| (facet, value)));
    pairs.flat_map(|(facet, value)| [facet as u32, place(facet, value) as u32]).collect()
}

#[test]
fn the_documents_make_a_corpus_in_which_all_holds() {
    let records = synth::records(RECORDS, SEED);
    let corpus = documents(&records).corpus();
    assert_eq!(corpus.check(), []);
    assert_eq!(corpus.statements.len(), RECORDS);
    for (record, statement) in records.iter().zip(corpus.statements.iter()) {
        assert_eq!(corpus.article_of(statement).words(statement.spans[0]), record.text);
    }
}

#[test]
fn the_engine_finds_what_a_scan_finds() {
    let records = synth::records(RECORDS, SEED);
    let built = Ours::build(documents(&records)).expect("all facets are there");
    let loaded = Ours::load(built.start().expect("a corpus has bytes")).expect("its own bytes");
    let names: Vec<Vec<String>> = (0..FACETS.len()).map(|facet| built.names(facet)).collect();
    for query in synth::queries(&records, QUERIES, SEED) {
        let terms = query.terms.join(" ");
        let text = match query.kind {
            "prefix" | "facets" => terms,
            "phrase" => format!("\"{terms}\""),
            _ => query.terms.iter().map(|term| format!("\"{term}\" ")).collect(),
        };
        let expected = scanned(&records, &query, &names);
        for engine in [&built, &loaded] {
            assert_eq!(engine.query(&text, &chosen(&query, &names)), expected, "{query:?}");
        }
    }
}

#[test]
fn the_floor_finds_what_a_scan_finds() {
    let records = synth::records(RECORDS, SEED);
    let floor = Floor::build(&documents(&records));
    let names: Vec<Vec<String>> = (0..FACETS.len()).map(|facet| names(&records, facet)).collect();
    for query in synth::queries(&records, QUERIES, SEED).into_iter().filter(|query| !query.phrase) {
        let answer = floor.query(&query.terms.join(" "), query.prefix, &chosen(&query, &names));
        assert_eq!(answer, scanned(&records, &query, &names), "{query:?}");
    }
}
