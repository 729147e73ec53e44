//! Cues: words and phrases of `debate.toml`, found in a text whatever their inflection.
//!
//! Syntax: words separated by spaces, matched by their stems, in this order and next to each other ("weaken
//! encryption" finds "weakened encryption"); `..` between two words lets up to [`GAP`] others stand there, `~` too, and
//! then what stands on its left may also follow what stands on its right. `{name}` stands for any of the words and phrases
//! of the list `name`. Hyphens and case do not matter. No cue reaches over the end of a sentence, which is an empty stem.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::lex;

/// How many words may stand where a cue has `..` or `~`: enough for a noun phrase with its adjectives, too few to leave
/// the clause.
const GAP: usize = 5;

/// How many hits back one on the same words is looked for: more than one word takes part in, few enough to cost nothing.
const RIVALS: usize = 16;

/// Lists of words and phrases that cues name, ready to be looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lists(BTreeMap<String, Arc<Any>>);

impl Lists {
    pub(crate) fn new<'l>(lists: impl IntoIterator<Item = (&'l str, Vec<&'l str>)>) -> Self {
        let compiled = lists.into_iter().map(|(id, words)| {
            let mut any = Any::new();
            for mut stems in words.into_iter().map(stems_of) {
                if let Some(first) = stems.next() {
                    any.entry(first).or_default().push(stems.collect());
                }
            }
            (id.to_owned(), Arc::new(any))
        });
        Self(compiled.collect())
    }
}

/// Phrases of which any will do: by their first stem the rest of each.
type Any = BTreeMap<String, Vec<Vec<String>>>;

/// What a cue names: a word, by its stem, or a list.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Word(String),
    List(Arc<Any>),
}

/// A cue of some owner (a side, a theme), ready to be looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Cue<T> {
    owner: T,
    /// In order, each with whether others may stand before it.
    parts: Vec<(Part, bool)>,
}

/// Cues of several owners.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cues<T> {
    cues: Vec<Cue<T>>,
    /// By each first stem that they may have.
    by_first: FxHashMap<String, Vec<usize>>,
}

/// A place where a cue was found: the words from `first` to `last`, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit<T> {
    pub(crate) owner: T,
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// How many words were matched, without those in between.
    pub(crate) words: usize,
}

impl<T: Copy + PartialEq> Cues<T> {
    /// Cues that [`problem`] has nothing to say about; others find less than they say.
    pub(crate) fn new<'c>(cues: impl IntoIterator<Item = (T, &'c str)>, lists: &Lists) -> Self {
        let mut all = Self { cues: Vec::new(), by_first: FxHashMap::default() };
        for (owner, cue) in cues {
            for parts in orders(cue).iter().map(|order| parts(order, lists)) {
                let Some((first, _)) = parts.first() else { continue };
                let mut starts_with = |stem: &String| {
                    all.by_first.entry(stem.clone()).or_default().push(all.cues.len());
                };
                match first {
                    Part::Word(stem) => starts_with(stem),
                    Part::List(any) => any.keys().for_each(starts_with),
                }
                all.cues.push(Cue { owner, parts });
            }
        }
        all
    }

    /// All hits in a row of stems, in order of place; of two hits of one owner on the same words the longer one.
    pub(crate) fn find(&self, stems: &[String]) -> Vec<Hit<T>> {
        let mut hits: Vec<Hit<T>> = Vec::new();
        for (first, stem) in stems.iter().enumerate() {
            for n in self.by_first.get(stem).into_iter().flatten() {
                let cue = &self.cues[*n];
                let Some((last, words)) = ends_at(&cue.parts, stems, first) else { continue };
                let hit = Hit { owner: cue.owner, first, last, words };
                let rival = (hits.len().saturating_sub(RIVALS)..hits.len())
                    .rev()
                    .find(|n| hits[*n].owner == hit.owner && hits[*n].last >= hit.first);
                match rival {
                    Some(n) if hits[n].words < hit.words => hits[n] = hit,
                    Some(_) => {}
                    None => hits.push(hit),
                }
            }
        }
        hits
    }
}

/// The last place of a cue that starts at `first`, and how many words it matched.
fn ends_at(parts: &[(Part, bool)], stems: &[String], first: usize) -> Option<(usize, usize)> {
    let (mut next, mut words) = (first, 0);
    for (part, gap) in parts {
        let reach = if *gap { GAP } else { 0 };
        let window = next..(next + 1 + reach).min(stems.len());
        let within = window.take_while(|at| !stems[*at].is_empty());
        let (at, len) = within.into_iter().find_map(|at| Some((at, longest(part, stems, at)?)))?;
        next = at + len;
        words += len;
    }
    Some((next.checked_sub(1)?, words))
}

/// How many words the longest phrase of a part has that starts at a place.
fn longest(part: &Part, stems: &[String], at: usize) -> Option<usize> {
    let [stem, rest @ ..] = stems.get(at..)? else { return None };
    let any = match part {
        Part::Word(word) => return (word == stem).then_some(1),
        Part::List(any) => any,
    };
    any.get(stem)?.iter().filter(|phrase| rest.starts_with(phrase)).map(|phrase| phrase.len() + 1).max()
}

/// What is wrong with a cue, and what would be right.
pub(crate) fn problem(cue: &str, lists: &Lists) -> Option<(String, String)> {
    let names = cue.split('{').skip(1).map(|rest| rest.split_once('}').map(|(name, _)| name));
    let unknown = names.flatten().find(|name| !lists.0.contains_key(*name));
    if let Some(name) = unknown {
        let known: Vec<&str> = lists.0.keys().map(String::as_str).collect();
        let remedy = format!("add [[words]] with `id = \"{name}\"`, or use one of {}", known.join(", "));
        Some((format!("the cue \"{cue}\" names the list `{name}`, which there is not"), remedy))
    } else if cue.split_whitespace().any(|part| part.contains(['{', '}']) && list_name(part).is_none()) {
        let remedy = "write the name of a list between `{` and `}`, apart from other words".to_owned();
        Some((format!("the cue \"{cue}\" has a brace that encloses no name"), remedy))
    } else if cue.split_whitespace().filter(|part| *part == "~").count() > 1 {
        Some((format!("the cue \"{cue}\" has `~` twice"), "use `~` once, and `..` where the order matters".into()))
    } else if cue.split_whitespace().all(|part| !is_word(part)) {
        Some((format!("the cue \"{cue}\" has no words"), "give it some, or remove it".into()))
    } else {
        None
    }
}

/// What two spellings of one cue have in common.
pub(crate) fn normal(cue: &str) -> String {
    let part = |part: &str| match part {
        ".." | "~" => part.to_owned(),
        _ if list_name(part).is_some() => part.to_owned(),
        _ => stems_of(part).collect::<Vec<String>>().join(" "),
    };
    let words: Vec<String> = cue.split_whitespace().map(part).filter(|part| !part.is_empty()).collect();
    words.join(" ")
}

/// A cue, and where it has a `~`, also with its sides exchanged.
fn orders(cue: &str) -> Vec<String> {
    match cue.split_once(" ~ ") {
        Some((left, right)) => vec![format!("{left} .. {right}"), format!("{right} .. {left}")],
        None => vec![cue.to_owned()],
    }
}

fn parts(cue: &str, lists: &Lists) -> Vec<(Part, bool)> {
    let mut parts = Vec::new();
    let mut gap = false;
    for part in cue.split_whitespace() {
        if part == ".." {
            gap = !parts.is_empty();
        } else if let Some(name) = list_name(part) {
            parts.extend(lists.0.get(name).map(|any| (Part::List(Arc::clone(any)), gap)));
            gap = false;
        } else {
            for stem in stems_of(part) {
                parts.push((Part::Word(stem), gap));
                gap = false;
            }
        }
    }
    parts
}

/// Whether a part of a cue is there to be found: not `..`, `~` or a mark.
fn is_word(part: &str) -> bool {
    list_name(part).is_some() || stems_of(part).next().is_some()
}

fn list_name(part: &str) -> Option<&str> {
    part.strip_prefix('{')?.strip_suffix('}').filter(|name| !name.is_empty() && !name.contains(['{', '}']))
}

fn stems_of(words: &str) -> impl Iterator<Item = String> {
    let words = words.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'));
    words.map(stem).filter(|stem| !stem.is_empty())
}

/// The part of a word that its inflections share. Crude on purpose: it only has to be the same for the forms of a word,
/// not to be a word.
pub(crate) fn stem(word: &str) -> String {
    let mut stem = lex::lower(word);
    let bare = stem.strip_suffix("'s").or_else(|| stem.strip_suffix('\''));
    if let Some(len) = bare.map(str::len) {
        stem.truncate(len);
    }
    // Most words have none of them, which their last letter tells.
    let endings = if stem.ends_with(['s', 'd', 'g']) { ENDINGS } else { &[] };
    for (ending, kept, replaced) in endings {
        if let Some(base) = stem.strip_suffix(ending)
            && is_longer(base, *kept - 1)
            && base.contains(['a', 'e', 'i', 'o', 'u', 'y'])
        {
            stem.truncate(base.len());
            stem.push_str(replaced);
            break;
        }
    }
    let mut from_end = stem.chars().rev();
    if let (Some(a), Some(b)) = (from_end.next(), from_end.next())
        && a == b
        && is_longer(&stem, SHORT)
        && !matches!(a, 'a' | 'e' | 'i' | 'o' | 'u' | 's')
    {
        stem.pop();
    }
    if stem.ends_with('e') && is_longer(&stem, SHORT) {
        stem.pop();
    }
    if stem.ends_with('y') && is_longer(&stem, SHORT) {
        stem.pop();
        stem.push('i');
    }
    stem
}

/// Stems of so many letters lose no more of them: too little would remain to tell words apart.
const SHORT: usize = 3;

/// Whether a word has more than so many letters.
fn is_longer(word: &str, letters: usize) -> bool {
    word.chars().nth(letters).is_some()
}

/// Endings that inflection adds, the number of letters that must remain, and what to put in their place. The first that
/// fits is taken. Each ends in "s", "d" or "g".
const ENDINGS: &[(&str, usize, &str)] = &[
    ("ies", 2, "y"),
    ("ied", 2, "y"),
    ("sses", 1, "ss"),
    ("ing", 3, ""),
    ("ed", 3, ""),
    ("es", 3, "e"),
    ("ss", 1, "ss"),
    ("us", 2, "us"),
    ("s", 3, ""),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflections_share_a_stem() {
        for forms in [
            vec!["weaken", "weakens", "weakened", "weakening"],
            vec!["policy", "policies"],
            vec!["encrypt", "encrypted", "encrypts"],
            vec!["compromise", "compromised", "compromising", "compromises"],
            vec!["company", "company’s", "companies"],
            vec!["stop", "stopped", "stopping"],
            vec!["o'hare", "O’Hare’s"],
        ] {
            let stems: Vec<String> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{forms:?}: {stems:?}");
        }
    }

    #[test]
    fn different_words_keep_different_stems() {
        for (a, b) in [("access", "acce"), ("thing", "th"), ("bus", "bu"), ("is", "i")] {
            assert_ne!(stem(a), stem(b));
        }
    }

    fn hits(cue: &str, text: &str) -> Vec<(usize, usize)> {
        let stems: Vec<String> = text.split(' ').map(stem).collect();
        let lists = Lists::new([("weaken", vec!["weaken", "break into"]), ("thing", vec!["encryption", "lock"])]);
        Cues::new([((), cue)], &lists).find(&stems).iter().map(|hit| (hit.first, hit.last)).collect()
    }

    #[test]
    fn a_cue_is_found_in_order_and_within_its_gap() {
        assert_eq!(hits("weaken encryption", "we weakened encryption"), [(1, 2)]);
        assert_eq!(hits("weaken encryption", "encryption weakened"), []);
        assert_eq!(hits("weaken .. encryption", "weakening all of our encryption"), [(0, 4)]);
        assert_eq!(hits("weaken .. encryption", "weakening a b c d e f encryption"), []);
        assert_eq!(hits("weaken .. encryption", "weakened  encryption"), [], "an empty stem ends a sentence");
    }

    #[test]
    fn a_list_stands_for_any_of_its_words_and_phrases() {
        assert_eq!(hits("{weaken} .. {thing}", "they broke in and are breaking into all locks"), [(5, 8)]);
        assert_eq!(hits("{weaken} {thing}", "weaker locks weaken a lock"), []);
        assert_eq!(hits("{weaken} ~ {thing}", "a lock is weakened"), [(1, 3)]);
        assert_eq!(hits("must not {weaken}", "must not weaken"), [(0, 2)]);
    }

    #[test]
    fn what_is_wrong_with_a_cue_is_said() {
        let lists = Lists::new([("thing", vec!["lock"])]);
        for (cue, expected) in [
            ("open {thing}", None),
            ("open {door}", Some("the cue \"open {door}\" names the list `door`, which there is not")),
            ("open {thing", Some("the cue \"open {thing\" has a brace that encloses no name")),
            ("a ~ b ~ c", Some("the cue \"a ~ b ~ c\" has `~` twice")),
            ("–", Some("the cue \"–\" has no words")),
        ] {
            assert_eq!(problem(cue, &lists).map(|(problem, _)| problem).as_deref(), expected, "{cue}");
        }
    }

    #[test]
    fn of_two_cues_of_one_owner_the_longer_counts() {
        let cues = Cues::new([((), "safe"), ((), "less safe")], &Lists::default());
        let stems: Vec<String> = "less safe".split(' ').map(stem).collect();
        assert_eq!(cues.find(&stems), [Hit { owner: (), first: 0, last: 1, words: 2 }]);
    }
}
