//! A whole folder of articles, mined at first, again, and again with one article more; at 250, 1,000 and 4,000 articles,
//! so that what is not linear in their number shows. `cargo bench -p mine --bench again`.
//!
//! The articles are the project's own over and over: each with a date of its own, with other names for those that the
//! debate does not know, and with some words of others.

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use mine::{Again, SourceFile, mine_again};

/// How many articles.
const COUNTS: [usize; 3] = [250, 1_000, 4_000];

/// One in so many of the longer words is another article's.
const CHANGED: usize = 12;

/// What the names of people end in, each in its articles.
const ENDINGS: [&str; 10] = ["son", "ley", "man", "ton", "berg", "wick", "ford", "field", "er", "ova"];

/// The texts of the project's articles in order of name, and its debate.
fn seeds() -> (Vec<String>, String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let files = fs::read_dir(&folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|ending| ending == "txt")).collect();
    files.sort();
    let texts = files.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    (texts, fs::read_to_string(folder.join("debate.toml")).unwrap_or_default())
}

/// The `n`th article.
fn article(n: usize, texts: &[String], debate: &str) -> String {
    let text = &texts[n % texts.len()];
    let (head, body) = text.strip_prefix("---\n").and_then(|text| text.split_once("\n---\n")).unwrap_or(("", text));
    let title = head.lines().find(|line| line.starts_with("title:")).unwrap_or("title: None");
    let body = body.strip_prefix(" date ").and_then(|rest| rest.split_once(' ')).map_or(body, |(_, body)| body);
    let other: Vec<&str> =
        texts[(n / texts.len() + n + 1) % texts.len()].split(' ').filter(|word| word.len() > 5).collect();
    let day = n % 9_000;
    let (year, month, day) = (1993 + day / 336, 1 + day / 28 % 12, 1 + day % 28);
    let mut made = format!("---\n{title}\ndate: {year}-{month:02}-{day:02}\n---\n");
    for (place, word) in body.split_inclusive(' ').enumerate() {
        let bare = word.trim_end();
        let plain = bare.chars().all(char::is_alphabetic) && word.len() > 5;
        let name = plain && bare.starts_with(char::is_uppercase) && !debate.contains(bare);
        if name {
            made += &format!("{bare}{} ", ENDINGS[(n / texts.len() + bare.len()) % ENDINGS.len()]);
        } else if plain
            && bare.starts_with(char::is_lowercase)
            && (place + n).is_multiple_of(CHANGED)
            && !other.is_empty()
        {
            made += &format!("{} ", other[(place * 7 + n) % other.len()].trim());
        } else {
            made += word;
        }
    }
    made
}

fn again(criterion: &mut Criterion) {
    let (texts, debate) = seeds();
    let debate = SourceFile { name: "debate.toml", bytes: debate.as_bytes() };
    let known = std::str::from_utf8(debate.bytes).unwrap_or_default();
    let most = COUNTS.into_iter().max().unwrap_or_default();
    let files: Vec<(String, String)> = (0..most).map(|n| (format!("{n:05}.txt"), article(n, &texts, known))).collect();
    let files: Vec<SourceFile<'_>> =
        files.iter().map(|(name, text)| SourceFile { name, bytes: text.as_bytes() }).collect();
    let run = |articles: &[SourceFile<'_>], kept: &[u8]| {
        mine_again(black_box(debate), black_box(articles), &[], &Again { kept, progress: &|_| () }).kept
    };
    let mut group = criterion.benchmark_group("again");
    group.sample_size(10);
    for count in COUNTS {
        let articles = &files[..count];
        let kept = run(articles, &[]);
        let before = run(&articles[1..], &kept);
        group.throughput(Throughput::Elements(count as u64));
        for (name, kept) in [("at first", &[][..]), ("one article more", &before), ("nothing new", &kept)] {
            group.bench_function(BenchmarkId::new(name, count), |bencher| bencher.iter(|| run(articles, kept)));
        }
    }
    group.finish();
}

criterion_group!(benches, again);
criterion_main!(benches);
