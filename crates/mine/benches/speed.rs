//! Bytes of article text a second on one core, at 1, 4 and 16 times the same text, so that what is not linear in the
//! length shows. `cargo bench -p mine`.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use mine::SourceFile;

/// How often the text stands in the article: with the same throughput for each, time is linear in length.
const TIMES: [usize; 3] = [1, 4, 16];

const DEBATE: SourceFile<'_> = SourceFile { name: "debate.toml", bytes: include_bytes!("../../../seeds/debate.toml") };

/// The seed and the articles of the tests, without their headers.
const TEXTS: [&str; 5] = [
    include_str!("../../../seeds/000_749908851def517d.txt"),
    include_str!("../../../tests/corpora/lights/2021-03-04-lamps.txt"),
    include_str!("../../../tests/corpora/lights/2021-03-05-agency.txt"),
    include_str!("../../../tests/corpora/lights/2021-03-08-british.txt"),
    include_str!("../../../tests/corpora/lights/2021-03-10-release.txt"),
];

/// One article of the texts, so often. An article is read on one thread.
fn article(times: usize) -> String {
    let bodies = TEXTS.map(|text| match text.strip_prefix("---\n").and_then(|text| text.split_once("---\n")) {
        Some((_, body)) => body.trim(),
        None => text.get(" date 2021-03-04 ".len()..).unwrap_or(text).trim(),
    });
    format!(" date 2021-03-04 {}", vec![bodies.join("\n\n"); times].join("\n\n"))
}

fn speed(criterion: &mut Criterion) {
    let articles = TIMES.map(|times| (times, article(times)));
    let mut group = criterion.benchmark_group("mine");
    // What every run needs once, however many articles it reads: it is in the figures below too.
    group.bench_function("debate alone", |bencher| bencher.iter(|| mine::mine(black_box(DEBATE), &[], &[])));
    for (times, text) in &articles {
        let file = SourceFile { name: "article.txt", bytes: text.as_bytes() };
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(times), |bencher| {
            bencher.iter(|| mine::mine(black_box(DEBATE), black_box(&[file]), &[]));
        });
    }
    group.finish();
    let mut group = criterion.benchmark_group("attributions");
    for (times, text) in &articles {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::from_parameter(times), |bencher| {
            bencher.iter(|| mine::attributions(black_box(text)));
        });
    }
    group.finish();
}

criterion_group!(benches, speed);
criterion_main!(benches);
