//! How long queries take over a corpus of many arguments, natively, and how long it takes to make it ready.
//! `cargo bench -p explore`. `cargo xtask bench` asks the same in a browser, beside other engines.

use std::hint::black_box;

use corpus::{
    Article, ArticleIx, ArticleKind, Colour, Corpus, Date, Debate, Quotation, Side, SideIx, Span, Speaker, SpeakerIx,
    SpeakerKind, Statement, StatementId, Text, Theme, ThemeIx,
};
use criterion::{Criterion, criterion_group, criterion_main};
use explore::{Choice, Explorer, Order, Query};

/// A newsroom's archive.
const STATEMENTS: usize = 100_000;
const ARTICLES: usize = STATEMENTS / 20;
const SPEAKERS: usize = 500;
const THEMES: usize = 24;

/// Words of a statement, and of the language.
const LENGTH: usize = 40;
const WORDS: u64 = 30_000;

/// Numbers without a pattern: SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators").
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }

    /// Small ones are more likely, as words and speakers are (Zipf).
    fn ranked(&mut self, limit: u64) -> u64 {
        let most = (limit as f64).ln();
        ((self.below(1 << 32) as f64 / 2_f64.powi(32) * most).exp() as u64).min(limit) - 1
    }
}

/// A word for a number: syllables, the commoner ones shorter.
fn word(mut n: u64) -> String {
    let mut word = String::new();
    loop {
        word.push(char::from(b"bcdfghklmnprstvz"[(n % 16) as usize]));
        word.push(char::from(b"aeiou"[(n / 16 % 5) as usize]));
        n /= 80;
        if n == 0 {
            return word;
        }
    }
}

fn corpus() -> Corpus<'static> {
    let mut numbers = Numbers(1);
    let name = |kind: &str, n: usize| Text::from(format!("{kind}-{n}"));
    let mut statements = Vec::new();
    let articles = (0..ARTICLES).map(|n| {
        let mut text = String::new();
        for _ in 0..STATEMENTS / ARTICLES {
            let start = text.len();
            for _ in 0..LENGTH {
                text.push_str(&word(numbers.ranked(WORDS)));
                text.push(' ');
            }
            let side = numbers.below(3) as u8;
            statements.push(Statement {
                id: StatementId(statements.len() as u32),
                article: ArticleIx::new(n),
                spans: vec![Span::new(start, text.len() - 1)],
                quotation: Quotation::Direct,
                source: None,
                cue: None,
                speaker: Some(SpeakerIx::new(numbers.ranked(SPEAKERS as u64) as usize)),
                role: None,
                argument: true,
                components: Vec::new(),
                side: (side < 2).then_some(SideIx(side)),
                themes: vec![ThemeIx::new(numbers.below(THEMES as u64) as usize)],
                why: Vec::new(),
                edits: Vec::new(),
            });
        }
        Article {
            id: name("article", n),
            file: name("article", n),
            kind: ArticleKind::News,
            date: Date::new(2000 + (26 * n / ARTICLES) as u16, 1, 1)
                .unwrap_or_else(|| unreachable!("a day of January")),
            title: None,
            outlet: None,
            author: None,
            url: None,
            works: Vec::new(),
            paragraphs: vec![Span::new(0, text.len())],
            text: text.into(),
            sha256: [0; 32],
        }
    });
    let articles = articles.collect();
    let side = |n, colour| Side { id: name("side", n), label: name("side", n), summary: name("side", n), colour };
    let speaker = |n| Speaker {
        id: name("speaker", n),
        name: name("speaker", n),
        kind: SpeakerKind::Person,
        roles: Vec::new(),
        affiliation: Some(name("office", n % 40)),
    };
    Corpus {
        debate: Debate {
            title: "Debate".into(),
            question: "Which?".into(),
            sides: vec![side(0, Colour::Amber), side(1, Colour::Blue)],
            themes: (0..THEMES).map(|n| Theme { id: name("theme", n), label: name("theme", n) }).collect(),
        },
        articles,
        speakers: (0..SPEAKERS).map(speaker).collect(),
        statements,
        relations: Vec::new(),
    }
}

fn speed(criterion: &mut Criterion) {
    let corpus = corpus();
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
    let common = word(20);
    let rare = word(5000);
    let side = Choice::Position(corpus::Position::Side(SideIx(0)));
    let mut group = criterion.benchmark_group("explore");
    for (name, query) in [
        ("everything", Query::default()),
        ("a rare word", text(&format!("{rare} "))),
        ("a common word", text(&format!("{common} "))),
        ("two common words", text(&format!("{common} {} ", word(21)))),
        ("a letter", text("b")),
        ("three letters", text(&rare[..3])),
        ("a phrase", text(&format!("\"{common} {}\"", word(21)))),
        ("a mistake", text("zzbabad")),
        ("a side", chosen(&[side])),
        ("a side and a theme", chosen(&[side, Choice::Theme(ThemeIx(3))])),
        ("a speaker and a year", chosen(&[Choice::Speaker(SpeakerIx(3)), Choice::Year(2005)])),
        ("a common word, best first", Query { order: Order::Relevance, ..text(&format!("{common} ")) }),
    ] {
        let found = explorer.explore(&query).matches.len();
        group.bench_function(format!("{name} ({found})"), |bencher| {
            bencher.iter(|| explorer.explore(black_box(&query)))
        });
    }
    group.finish();
}

criterion_group!(benches, speed);
criterion_main!(benches);
