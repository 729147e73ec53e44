//! `train`: learns the weights of `mine`'s model of attribution from the train part of PolNeAR, where it is at hand, and
//! writes them to `crates/mine/src/learned/weights.bin`. `MODEL.md` there says what they are worth.
//!
//! What the model looks at is `mine`'s; which weights make the annotated roles likely is `field`'s; which words are alike
//! is `groups`'; how often a word reports is `rates`'; what is annotated is `polnear`'s.

mod field;
mod groups;
mod polnear;
mod rates;

use std::collections::BTreeMap;
use std::iter::zip;
use std::ops::Range;
use std::path::Path;

use ::mine::training::{self, CONTENT, Chain, Known, SOURCE, Text};
use anyhow::{Result, bail};

use crate::project;
use field::{Field, Table};
use polnear::{Annotated, Attribution};
use rates::Counts;

/// Where the weights are kept.
const WEIGHTS: &str = "crates/mine/src/learned/weights.bin";

/// A chain and the role of each of its tokens.
type Example = (Chain, Vec<u8>);

pub(crate) fn run() -> Result<()> {
    let root = project::root()?;
    let part = root.join("../shared/eval/polnear/train");
    if !part.is_dir() {
        bail!("there is no PolNeAR to learn from: its train part belongs in ../shared/eval/polnear/train");
    }
    let annotated = polnear::read(&part)?;
    println!("{} texts", annotated.len());
    let plain: Vec<Text> = annotated.iter().map(|found| Text::of(&found.text, |_| Known::default())).collect();
    let groups = groups_of(&plain);
    let parts: Vec<Counts> =
        zip(&plain, &annotated).map(|(text, found)| Counts::of(text, &found.attributions)).collect();
    let counts = Counts::sum(&parts);
    let known = |form: u32, without: &Counts| {
        let group = groups.get(&form).copied().unwrap_or_default();
        let rates = counts.rates(form, without);
        Known { group, cue: rates.cue, source: rates.source }
    };
    let seen = |(found, own): (&Annotated, &Counts)| Text::of(&found.text, |form| known(form, own));
    let seen = zip(&annotated, &parts).map(seen);
    let texts: Vec<(Text, &[Attribution])> =
        zip(seen, &annotated).map(|(text, found)| (text, found.attributions.as_slice())).collect();

    let (cue_tokens, cue_boundaries) = learned::<1>("cues", &texts, cue_examples);
    let (role_tokens, role_boundaries) = learned::<2>("roles", &texts, role_examples);
    let none = Counts::default();
    let kept = |form: &u32| groups.contains_key(form) || counts.rates(*form, &none).are_telling();
    let words: Vec<u32> = counts.words().filter(kept).collect();
    let mut bytes = u32::try_from(words.len())?.to_le_bytes().to_vec();
    for form in words {
        let Known { group, cue, source } = known(form, &none);
        bytes.extend(form.to_le_bytes());
        bytes.extend([group, cue, source]);
    }
    for table in [cue_tokens, cue_boundaries, role_tokens, role_boundaries] {
        bytes.extend(table.bytes());
    }
    write(&root.join(WEIGHTS), &bytes)
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes)?;
    println!("{}: {} bytes", path.display(), bytes.len());
    Ok(())
}

/// The groups of words by their hashes.
fn groups_of(texts: &[Text]) -> BTreeMap<u32, u8> {
    let words: Vec<Vec<&str>> = texts.iter().map(|text| text.words().collect()).collect();
    groups::groups(&words).into_iter().map(|(word, group)| (training::hash(&word), group)).collect()
}

/// The weights for a kind of chain.
fn learned<const ROLES: usize>(
    name: &str,
    texts: &[(Text, &[Attribution])],
    examples: fn(&Text, &[Attribution]) -> Vec<Example>,
) -> (Table, Table) {
    let examples: Vec<Example> = texts.iter().flat_map(|(text, found)| examples(text, found)).collect();
    println!("{name}: {} chains", examples.len());
    let mut field = Field::new(ROLES);
    field.learn(&examples, |round, loss| println!("  round {round}: loss {loss:.0}"));
    field.tables()
}

/// Each sentence with its reporting words.
fn cue_examples(text: &Text, attributions: &[Attribution]) -> Vec<Example> {
    let cues: Vec<Range<usize>> =
        attributions.iter().flat_map(|found| &found.cue).map(|span| text.tokens_of(*span)).collect();
    let roles = |chain: Chain| {
        let roles = labelled(&chain, cues.iter().map(|cue| (cue.clone(), 1)));
        (chain, roles)
    };
    text.sentences().map(roles).collect()
}

/// The surroundings of each cue with its source and its content.
fn role_examples(text: &Text, attributions: &[Attribution]) -> Vec<Example> {
    let example = |found: &Attribution| {
        let (first, last) = (found.cue.first()?, found.cue.last()?);
        let cue = text.tokens_of(*first).start..text.tokens_of(*last).end;
        if cue.is_empty() {
            return None;
        }
        let chain = text.surroundings(&cue);
        let content = found.content.iter().map(|span| (text.tokens_of(*span), CONTENT));
        let source = found.source.iter().map(|span| (text.tokens_of(*span), SOURCE));
        let roles = labelled(&chain, content.chain(source));
        Some((chain, roles))
    };
    attributions.iter().filter_map(example).collect()
}

/// The role of each token of a chain; later stretches win.
fn labelled(chain: &Chain, stretches: impl Iterator<Item = (Range<usize>, u8)>) -> Vec<u8> {
    let mut roles = vec![0; chain.range.len()];
    for (stretch, role) in stretches {
        for n in stretch.start.max(chain.range.start)..stretch.end.min(chain.range.end) {
            roles[n - chain.range.start] = role;
        }
    }
    roles
}
