//! How long queries take over a corpus of many arguments, with the counts of all facets, natively, and how long it takes to write and to
//! read it and to make it ready.
//! `cargo bench -p explore`. `cargo xtask bench` asks the same in a browser, beside other engines.

use std::hint::black_box;

use corpus::{SideIx, SpeakerIx, ThemeIx};
use criterion::{Criterion, criterion_group, criterion_main};
use explore::{Choice, Explorer, Facet, Order, Query};

/// A newsroom's archive.
const STATEMENTS: usize = 100_000;

fn speed(criterion: &mut Criterion) {
    let records = synth::records(STATEMENTS, synth::SEED);
    let corpus = synth::corpus(&records);
    let mut group = criterion.benchmark_group("codec");
    group.sample_size(10);
    if let Ok(bytes) = corpus::encode(&corpus) {
        group.bench_function("write", |bencher| bencher.iter(|| corpus::encode(black_box(&corpus))));
        group.bench_function("read", |bencher| bencher.iter(|| corpus::decode(black_box(&bytes)).is_ok()));
    }
    group.finish();

    let mut group = criterion.benchmark_group("ready");
    group.sample_size(10);
    group.bench_function("filters", |bencher| bencher.iter(|| Explorer::new(black_box(&corpus))));
    group.bench_function("filters and words", |bencher| {
        bencher.iter(|| Explorer::new(black_box(&corpus)).prepare(usize::MAX));
    });
    group.finish();

    let explorer = Explorer::new(&corpus);
    while !explorer.prepare(usize::MAX) {}
    let text = |text: &str| Query { text: text.into(), ..Query::default() };
    let chosen = |choices: &[Choice]| Query { choices: choices.iter().copied().collect(), ..Query::default() };
    // The words of a text, the commonest and the rarest of them, by how many texts have them.
    let times =
        |word: &&str| records.iter().filter(|record| record.text.split(' ').any(|other| other == *word)).count();
    let mut words: Vec<&str> =
        records[0].text.split(' ').filter(|word| word.chars().all(char::is_alphabetic)).collect();
    words.sort_by_cached_key(times);
    let [rare, .., fairly, common] = words[..] else { return };
    let side = Choice::Position(corpus::Position::Side(SideIx(0)));
    let mut group = criterion.benchmark_group("explore");
    for (name, query) in [
        ("everything", Query::default()),
        ("a rare word", text(&format!("{rare} "))),
        ("a common word", text(&format!("{common} "))),
        ("two common words", text(&format!("{common} {fairly} "))),
        ("a letter", text("b")),
        ("three letters", text(&rare[..3])),
        ("a phrase", text(&format!("\"{common} {fairly}\""))),
        ("a mistake", text("zzbabad")),
        ("a side", chosen(&[side])),
        ("a side and a theme", chosen(&[side, Choice::Theme(ThemeIx(3))])),
        ("a speaker and a year", chosen(&[Choice::Speaker(SpeakerIx(3)), Choice::Year(2005)])),
        ("a common word, best first", Query { order: Order::Relevance, ..text(&format!("{common} ")) }),
    ] {
        let found = explorer.explore(&query).matches.len();
        group.bench_function(format!("{name} ({found})"), |bencher| {
            bencher.iter(|| {
                let results = explorer.explore(black_box(&query));
                (Facet::ALL.map(|facet| results.tallied(facet)), results.matches)
            });
        });
    }
    group.finish();
}

criterion_group!(benches, speed);
criterion_main!(benches);
