//! A corpus whose words come later answers as one that has them: the same statements, in the same order, with the same counts.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use corpus::{ArticleIx, Corpus, DecodeError, SpeakerIx, arrive, decode, decode_apart, encode, encode_apart};
use explore::{Choice, Explorer, Facet, Kinship, Order, Query};

const RECORDS: usize = 600;
const QUERIES: usize = 40;

/// Any function will do that tells one chunk from another.
fn hash(bytes: &[u8]) -> [u8; 32] {
    let mut hash = [0; 32];
    bytes.iter().enumerate().for_each(|(n, byte)| hash[n % 32] ^= byte.rotate_left(n as u32 % 7));
    hash
}

/// What a reader would ask who types and clicks so, in every order.
fn asked(corpus: &Corpus<'_>, query: &synth::Query) -> Vec<Query> {
    let synth::Query { terms, prefix, phrase, filters, .. } = query;
    let text = match (terms.join(" "), phrase, prefix) {
        (words, true, _) => format!("\"{words}\""),
        (words, _, true) => words,
        (words, ..) => format!("{words} "),
    };
    let named = |key: &str, values: &[String]| values.iter().map(|value| format!("{key}={value}")).collect::<Vec<_>>();
    let address = [named("side", &filters.side), named("theme", &filters.theme), named("year", &filters.year)].concat();
    let mut choices: Vec<Choice> = Query::parse(corpus, &address.join("&")).choices.iter().collect();
    let speaks = |name: &String| corpus.speakers.iter().position(|speaker| speaker.name == name.as_str());
    choices.extend(filters.speaker.iter().filter_map(speaks).map(|n| Choice::Speaker(SpeakerIx::new(n))));
    let ask =
        |order| Query { text: text.clone(), choices: choices.iter().copied().collect(), order, ..Query::default() };
    Order::ALL.map(ask).to_vec()
}

fn answer(explorer: &Explorer<'_>, query: &Query) -> String {
    let results = explorer.explore(query);
    let counts = Facet::ALL.map(|facet| results.counts(facet).collect::<Vec<_>>());
    format!("{:?} {:?} {:?} {counts:?}", results.matches, results.positions, results.search)
}

#[test]
fn what_comes_in_pieces_is_the_same() {
    let records = synth::records(RECORDS, synth::SEED);
    let made = synth::corpus(&records);
    let bytes = encode(&made).unwrap();
    let whole = decode(&bytes).unwrap();
    let of_whole = Explorer::new(&whole);
    let words = of_whole.words().unwrap();

    let pieces = encode_apart(&made, hash).unwrap();
    let (corpus, chunks) = decode_apart(&pieces.start).unwrap();
    assert!(chunks.len() > 2 && chunks.len() == pieces.chunks.len(), "the test has several: {}", chunks.len());
    assert!(corpus.articles.iter().all(|article| article.text().is_empty() && article.body.content().is_none()));
    let explorer = Explorer::without_words(&corpus);

    let queries: Vec<Query> =
        synth::queries(&records, QUERIES, synth::SEED).iter().flat_map(|query| asked(&whole, query)).collect();
    let (searches, choices): (Vec<_>, Vec<_>) = queries.iter().partition(|query| !query.text.trim().is_empty());
    assert!(searches.len() > QUERIES && choices.len() >= QUERIES);
    for query in choices {
        assert_eq!(answer(&explorer, query), answer(&of_whole, query), "filters work at once: {query:?}");
    }
    assert!(!explorer.has_words() && explorer.prepare(1), "there is nothing to make ready");
    assert!(searches.iter().all(|query| explorer.explore(query).matches.is_empty()));

    explorer.take_words(&words).unwrap();
    assert!(explorer.has_words());
    for query in searches {
        assert_eq!(answer(&explorer, query), answer(&of_whole, query), "{query:?}");
    }
    let nearest = |explorer: &Explorer<'_>| {
        let kinship = Kinship::new(explorer);
        (0..whole.statements.len()).map(|n| kinship.nearest(corpus::StatementIx::new(n), 3)).collect::<Vec<_>>()
    };
    assert_eq!(nearest(&explorer), nearest(&of_whole));

    let mut left = corpus.articles.as_slice();
    for (known, chunk) in chunks.iter().zip(&pieces.chunks) {
        assert_eq!(known.sha256, hash(chunk));
        let chunk: &'static [u8] = chunk.clone().leak();
        let (here, rest) = left.split_at(known.articles as usize);
        assert_eq!(arrive(&chunk[..chunk.len() - 1], here), Err(DecodeError::Damaged), "truncated");
        assert_eq!(arrive(chunk, &here[1..]), Err(DecodeError::Damaged), "of other articles");
        assert!(here.iter().all(|article| article.body.content().is_none()));
        arrive(chunk, here).unwrap();
        left = rest;
    }
    assert_eq!(corpus, whole);
    let joined = [pieces.start.as_slice(), &pieces.chunks.concat()].concat();
    assert_eq!(decode(&joined).unwrap(), whole, "the pieces one after the other are a whole");
    let article = ArticleIx(0);
    assert_eq!(whole.articles[article.get()].text(), corpus.articles[article.get()].text());
}
