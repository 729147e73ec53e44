//! A synthetic corpus of any size, and what to ask of it, for measuring engines: the same seed gives the same bytes on
//! every machine.
//!
//! Words are made up, and drawn as often as those of a language are (Zipf 1949); nothing comes from anybody's texts.
//! Integers throughout: floating-point functions differ between machines.

mod corpus;
mod queries;
mod random;
mod words;

pub use self::corpus::corpus;
pub use queries::{Filters, KINDS, Query, queries};
use random::{Random, Zipf};
use serde::Serialize;
use words::Vocabulary;

/// The seed where none is asked for.
pub const SEED: u64 = 6;

/// Statements of an article.
const OF_ARTICLE: usize = 20;

/// How many of each there are: a newspaper's archive over a generation.
const SPEAKERS: usize = 500;
const AFFILIATIONS: usize = 40;
const THEMES: usize = 24;
const YEARS: usize = 26;
const FIRST_YEAR: usize = 2000;

/// What a statement can be for; the last is no side.
pub const SIDES: [&str; 3] = ["for", "against", "neither"];

/// Characters of a text: evenly spread, on average 254 with the words that run over the end.
const SHORTEST: u64 = 170;
const LONGEST: u64 = 332;

/// One statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Record {
    /// Its place in the corpus.
    pub id: usize,
    /// What is said.
    pub text: String,
    /// One of [`SIDES`].
    pub side: &'static str,
    /// Who says it.
    pub speaker: String,
    /// What the speaker belongs to.
    pub affiliation: String,
    /// One or two.
    pub themes: Vec<String>,
    /// When its article was published.
    pub year: usize,
    /// Where it stands. Articles are in order of time.
    pub article: String,
}

/// So many records, from a seed.
pub fn records(count: usize, seed: u64) -> Vec<Record> {
    let mut random = Random::new(seed);
    let vocabulary = Vocabulary::new(&mut random);
    let affiliations = vocabulary.names(AFFILIATIONS, 'X', 'Q', &mut random);
    let names = vocabulary.names(SPEAKERS, 'Q', 'X', &mut random);
    let speakers: Vec<(String, &String)> =
        names.into_iter().map(|name| (name, &affiliations[random.below(AFFILIATIONS)])).collect();
    let (by_speaker, by_theme) = (Zipf::new(SPEAKERS, 10), Zipf::new(THEMES, 5));
    let articles = count.div_ceil(OF_ARTICLE);
    let mut record = |id| {
        let article = id / OF_ARTICLE;
        let (speaker, affiliation) = &speakers[by_speaker.draw(&mut random)];
        let mut themes = vec![by_theme.draw(&mut random)];
        if random.below(5) < 2 {
            themes.push(by_theme.draw(&mut random));
        }
        themes.dedup();
        let side = match random.below(20) {
            0..8 => SIDES[0],
            8..15 => SIDES[1],
            _ => SIDES[2],
        };
        Record {
            id,
            text: vocabulary.text(SHORTEST + random.next() % (LONGEST - SHORTEST), &mut random),
            side,
            speaker: speaker.clone(),
            affiliation: String::clone(affiliation),
            themes: themes.into_iter().map(theme).collect(),
            year: FIRST_YEAR + article * YEARS / articles,
            article: format!("article-{article:06}"),
        }
    };
    (0..count).map(&mut record).collect()
}

/// What the nth theme is called.
fn theme(n: usize) -> String {
    format!("theme-{:02}", n + 1)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_records_and_another_seed_others() {
        let first = records(50, SEED);
        assert_eq!(first, records(50, SEED));
        assert_ne!(first, records(50, SEED + 1));
    }

    #[test]
    fn records_make_a_sound_corpus() {
        let records = records(100, SEED);
        let corpus = corpus(&records);
        let broken: Vec<String> = corpus.check().iter().map(ToString::to_string).collect();
        assert_eq!(broken, [""; 0]);
        let words: Vec<&str> =
            corpus.statements.iter().map(|told| corpus.article_of(told).words(told.spans[0])).collect();
        assert!(words.iter().eq(records.iter().map(|record| &record.text)));
    }

    #[test]
    fn records_are_as_described() {
        let records = records(20_000, SEED);
        let distinct = |of: &dyn Fn(&Record) -> String| records.iter().map(of).collect::<BTreeSet<_>>().len();
        assert_eq!(distinct(&|record| record.side.into()), SIDES.len());
        assert_eq!(distinct(&|record| record.speaker.clone()), SPEAKERS);
        assert_eq!(distinct(&|record| record.affiliation.clone()), AFFILIATIONS);
        assert_eq!(distinct(&|record| record.themes[0].clone()), THEMES);
        assert_eq!(distinct(&|record| record.year.to_string()), YEARS);
        assert_eq!(distinct(&|record| record.article.clone()), 20_000 / OF_ARTICLE);
        assert!(records.is_sorted_by_key(|record| (record.year, record.article.clone())));
        let length = records.iter().map(|record| record.text.len()).sum::<usize>() / records.len();
        assert!((252..=256).contains(&length), "{length}");
    }
}
