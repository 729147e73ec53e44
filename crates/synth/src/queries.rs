//! What is asked of a corpus: words and values that it has, so that every query finds something.

use serde::Serialize;

use crate::Record;
use crate::random::Random;
use crate::words::forms;

/// The kinds of queries, in order.
pub const KINDS: [&str; 6] = ["one word", "two words", "prefix", "facets", "facets+text", "phrase"];

/// Letters that a word has at least for a reader to search for it; one query out of [`ANY`] has any words, the most frequent
/// too, for somebody will type “the”, and an engine must not stall.
const SEARCHED: usize = 4;
const ANY: usize = 8;

/// One question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Query {
    /// One of [`KINDS`].
    pub kind: &'static str,
    /// All of them must occur.
    pub terms: Vec<String>,
    /// For each term all forms of its word, the term first.
    pub forms: Vec<Vec<String>>,
    /// Whether the last term is the beginning of a word.
    pub prefix: bool,
    /// Whether the terms stand next to each other.
    pub phrase: bool,
    /// What else must hold.
    pub filters: Filters,
}

/// What is chosen: OR inside a facet, AND across facets. Nothing chosen is no condition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Filters {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub side: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub speaker: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub theme: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub year: Vec<String>,
}

/// So many queries of each kind.
pub fn queries(records: &[Record], of_each: usize, seed: u64) -> Vec<Query> {
    let mut random = Random::new(!seed); // another stream than that of the records
    let mut queries = Vec::with_capacity(KINDS.len() * of_each);
    if records.is_empty() {
        return queries;
    }
    for kind in KINDS {
        let goal = queries.len() + of_each;
        while queries.len() < goal {
            queries.push(query(kind, records, &mut random));
        }
    }
    queries
}

fn query(kind: &'static str, records: &[Record], random: &mut Random) -> Query {
    let record = &records[random.below(records.len())];
    let lower = record.text.to_ascii_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let shortest = if random.below(ANY) == 0 { 1 } else { SEARCHED };
    let searched: Vec<&str> = words.iter().copied().filter(|word| word.len() >= shortest).collect();
    let searched = if searched.is_empty() { words.clone() } else { searched };
    let mut query = Query { kind, ..Query::default() };
    let mut terms = match kind {
        "facets" => vec![],
        "two words" => {
            let first = random.one(&searched);
            let others: Vec<&str> = searched.iter().copied().filter(|word| *word != first).collect();
            vec![first, if others.is_empty() { first } else { random.one(&others) }]
        }
        "phrase" => {
            let at = random.below(words.len().saturating_sub(1));
            words[at..].iter().copied().take(2).collect()
        }
        _ => vec![random.one(&searched)],
    };
    query.phrase = kind == "phrase";
    if kind == "prefix" {
        query.prefix = true;
        terms = vec![&terms[0][..(2 + random.below(3)).min(terms[0].len())]];
    }
    query.forms = terms.iter().map(|term| if query.prefix { vec![term.to_string()] } else { forms(term) }).collect();
    query.terms = terms.into_iter().map(Into::into).collect();
    if kind.starts_with("facets") {
        let mut facets = [0, 1, 2, 3];
        let chosen = 1 + random.below(if kind == "facets" { 3 } else { 2 });
        for n in 0..chosen {
            let other = n + random.below(facets.len() - n);
            facets.swap(n, other);
            let other = &records[random.below(records.len())];
            let sources = if random.below(2) == 0 { vec![record] } else { vec![record, other] };
            for source in sources {
                query.filters.choose(facets[n], source);
            }
        }
    }
    query
}

impl Filters {
    fn choose(&mut self, facet: usize, record: &Record) {
        let (values, value) = match facet {
            0 => (&mut self.side, record.side.to_owned()),
            1 => (&mut self.speaker, record.speaker.clone()),
            2 => (&mut self.theme, record.themes[0].clone()),
            _ => (&mut self.year, record.year.to_string()),
        };
        if !values.contains(&value) {
            values.push(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{SEED, records};

    #[test]
    fn every_kind_asks_for_what_it_is_called_after() {
        let queries = queries(&records(400, SEED), 50, SEED);
        assert_eq!(queries, super::queries(&records(400, SEED), 50, SEED));
        for query in &queries {
            let (terms, filters) = (query.terms.len(), query.filters != Filters::default());
            let expected = match query.kind {
                "one word" => (1, false),
                "two words" | "phrase" => (2, false),
                "prefix" => (1, false),
                "facets" => (0, true),
                _ => (1, true),
            };
            assert_eq!((terms, filters), expected, "{query:?}");
            assert!(!query.prefix || (2..=4).contains(&query.terms[0].len()), "{query:?}");
        }
        for kind in KINDS {
            assert_eq!(queries.iter().filter(|query| query.kind == kind).count(), 50);
        }
    }
}
