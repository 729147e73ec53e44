//! A plain scan: what a query finds, counts and comes first, by asking each statement about all of it anew, with no index, no set
//! and no sum that is kept. It shares with the engine what a word is (`fold`), what forms of it have in common (`inflection`) and
//! which values a facet has; all else it says in its own words.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use corpus::{Corpus, Edited, Position, Speaker, SpeakerIx, Statement};

use crate::fold::{push_folded, words};
use crate::inflection::base;
use crate::{Choice, Facet, Order, Query, SETTLED};

/// What is typed: values of facets, then terms.
#[derive(Clone, Debug)]
pub(super) struct Typed {
    /// Whether it must not be there, how it is typed, and what it means.
    pub(super) asked: Vec<(bool, (&'static str, &'static [Choice]))>,
    pub(super) terms: Vec<Term>,
    /// Whether the last word is still being typed.
    pub(super) open: bool,
}

impl Typed {
    /// As a reader types it.
    pub(super) fn text(&self) -> String {
        let asked = self.asked.iter().map(|(minus, (typed, _))| format!("{}{typed}", if *minus { "-" } else { "" }));
        let text = asked.chain(self.terms.iter().map(Term::typed)).collect::<Vec<_>>().join(" ");
        if self.open { text } else { text + " " }
    }

    /// The values that are typed of a facet, or those that are typed with a minus.
    fn values(&self, facet: Facet, minus: bool) -> impl Iterator<Item = &'static [Choice]> {
        let asked = self.asked.iter().filter(move |(other, (typed, _))| {
            *other == minus && typed.strip_prefix(facet.key()).is_some_and(|rest| rest.starts_with(':'))
        });
        asked.map(|(_, (_, meant))| *meant)
    }
}

/// A term of a search, as the naive scan knows it.
#[derive(Clone, Debug)]
pub(super) struct Term {
    pub(super) minus: bool,
    pub(super) quoted: bool,
    pub(super) words: Vec<&'static str>,
}

/// For each word of a term the words of the corpus in which it is found, and how much each counts.
type Meant = Vec<BTreeMap<String, f64>>;

impl Term {
    /// As a reader types it.
    fn typed(&self) -> String {
        let minus = if self.minus { "-" } else { "" };
        match self.quoted {
            true => format!("{minus}\"{}\"", self.words.join(" ")),
            false => format!("{minus}{}", self.words.join("-")),
        }
    }

    /// In which words of a corpus each of its words is found. The last one is being typed where it is `open`.
    fn meant(&self, dictionary: &BTreeSet<String>, called: &BTreeSet<String>, open: bool) -> Meant {
        let last = self.words.len() - 1;
        let which = |counts: f64, keep: &dyn Fn(&str) -> bool| -> BTreeMap<String, f64> {
            dictionary.iter().filter(|word| keep(word)).map(|word| (word.clone(), counts)).collect()
        };
        // What only an article is called finds nothing.
        let finds = |found: &BTreeMap<String, f64>| found.keys().any(|word| !called.contains(word));
        let open = open && !self.minus && !self.quoted;
        let meant = |(n, typed): (usize, &&str)| {
            let typed = *typed;
            if n < last || self.quoted {
                return which(1.0, &|word| word == typed);
            }
            // What counts more takes the place of what counts less.
            let begun = which(0.4, &|word| word.starts_with(typed));
            let mut found = if open { begun.clone() } else { BTreeMap::new() };
            found.extend(which(0.8, &|word| base(word) == base(typed)));
            found.extend(which(1.0, &|word| word == typed));
            if self.minus || finds(&found) {
                return found;
            }
            let edited = |most| {
                which(0.2, &|word| {
                    let beginnings = word.char_indices().map(|(at, _)| &word[..at]).filter(|_| open);
                    beginnings.chain([word]).any(|word| is_near(typed, word, most))
                })
            };
            let most = if typed.len() >= 8 { 2 } else { usize::from(typed.len() >= 4) };
            let tries = [begun].into_iter().chain((1..=most).map(edited));
            tries.into_iter().find(|tried| finds(tried)).unwrap_or(found)
        };
        self.words.iter().enumerate().map(meant).collect()
    }
}

/// A corpus, and what is asked of it.
pub(super) struct Scan<'s> {
    corpus: &'s Corpus<'s>,
    /// All but the text.
    query: &'s Query,
    typed: &'s Typed,
    terms: Vec<(bool, Meant)>,
}

impl<'s> Scan<'s> {
    pub(super) fn new(corpus: &'s Corpus<'s>, query: &'s Query, typed: &'s Typed) -> Self {
        let all = dictionary(corpus);
        let mut untitled = corpus.clone();
        untitled.articles[0].title = None;
        let called: BTreeSet<String> = all.difference(&dictionary(&untitled)).cloned().collect();
        let last = typed.terms.len().saturating_sub(1);
        let terms = typed.terms.iter().enumerate();
        let terms = terms.map(|(n, term)| (term.minus, term.meant(&all, &called, typed.open && n == last))).collect();
        Self { corpus, query, typed, terms }
    }

    /// What matches, in the order of the corpus.
    pub(super) fn matches(&self) -> Vec<usize> {
        let all = self.corpus.statements.iter().enumerate();
        all.filter(|(_, statement)| self.shows(statement, None)).map(|(n, _)| n).collect()
    }

    /// The positions that are asked for.
    pub(super) fn positions(&self) -> Vec<Position> {
        let is_asked = |position: &Position| {
            let choice = Choice::Position(*position);
            self.is_left(Facet::Position, &|other| other == choice, *position == Position::Neither)
                && self.is_typed(Facet::Position, &|other| other == choice)
        };
        self.corpus.positions().filter(is_asked).collect()
    }

    /// How many statements each value of a facet would show, were it the only one that is chosen there and none excluded: of all
    /// values that a statement has or that are named, and of each position.
    pub(super) fn counts(&self, facet: Facet) -> BTreeMap<Choice, u32> {
        let Self { corpus, query, .. } = self;
        let listed = |choice: &Choice| {
            facet == Facet::Position
                || query.choices.contains(*choice)
                || query.without.contains(*choice)
                || corpus.statements.iter().any(|statement| has(corpus, statement, *choice))
        };
        let shown = |choice: Choice| {
            let shown =
                |statement: &&Statement<'_>| has(corpus, statement, choice) && self.shows(statement, Some(facet));
            corpus.statements.iter().filter(shown).count() as u32
        };
        facet.values(corpus).into_iter().filter(listed).map(|choice| (choice, shown(choice))).collect()
    }

    /// Whether one match may come before another.
    pub(super) fn may_precede(&self, order: Order, one: usize, other: usize) -> bool {
        let Self { corpus, terms, .. } = self;
        let [a, b] = [one, other].map(|n| &corpus.statements[n]);
        let in_corpus = one < other;
        let by = |before: std::cmp::Ordering| before.is_lt() || before.is_eq() && in_corpus;
        match order {
            Order::Oldest => in_corpus,
            Order::Newest => {
                let key = |statement: &Statement<'_>| Reverse(corpus.article_of(statement).date);
                by(key(a).cmp(&key(b)))
            }
            Order::Speaker => {
                let name = |ix: SpeakerIx| corpus.speakers[ix.get()].name.to_lowercase();
                let key = |statement: &Statement<'_>| (statement.speaker.is_none(), statement.speaker.map(name));
                by(key(a).cmp(&key(b)))
            }
            Order::Relevance if terms.iter().any(|(minus, _)| !minus) => {
                score(corpus, a, terms) >= score(corpus, b, terms) - 1e-4
            }
            Order::Relevance => by(Reverse(sureness(a)).cmp(&Reverse(sureness(b)))),
        }
    }

    /// Which words of a text are to be marked, by their places.
    pub(super) fn found_in(&self, text: &str) -> BTreeSet<usize> {
        let field = words_of(text);
        let wanted = self.terms.iter().filter(|(minus, _)| !minus).map(|(_, meant)| meant);
        wanted.flat_map(|meant| places(meant, &field).into_iter().flat_map(|from| from..from + meant.len())).collect()
    }

    /// Whether a statement is shown; whatever is chosen and excluded in one facet, where that is lifted.
    fn shows(&self, statement: &Statement<'_>, lifted: Option<Facet>) -> bool {
        let Self { corpus, query, terms, .. } = self;
        let has = |choice| has(corpus, statement, choice);
        // What is the beginning of the other is in it: dates in the order of their letters.
        let day = corpus.article_of(statement).date.to_string();
        let from = query.from.is_none_or(|from| day >= from.to_string());
        let to = query.to.map(|to| to.to_string()).is_none_or(|to| day <= to || day.starts_with(&to));
        let kept = |facet: &Facet| Some(*facet) == lifted || self.is_left(*facet, &has, statement.side.is_none());
        Facet::ALL.iter().all(kept)
            && Facet::ALL.iter().all(|facet| self.is_typed(*facet, &has))
            && from
            && to
            && (statement.side.is_none() || sureness(statement) >= query.sure)
            && terms.iter().all(|(minus, meant)| occurs(corpus, statement, meant) != *minus)
    }

    /// Whether what is chosen and excluded in a facet leaves what has these values. Where no position is, what takes none is left
    /// out, but for whom types one.
    fn is_left(&self, facet: Facet, has: &dyn Fn(Choice) -> bool, takes_none: bool) -> bool {
        let Self { query, typed, .. } = self;
        let of = |choice: &Choice| choice.facet() == facet;
        let chosen = if query.choices.iter().any(|choice| of(&choice)) {
            query.choices.iter().filter(of).any(has)
        } else {
            facet != Facet::Position || !takes_none || typed.values(facet, false).next().is_some()
        };
        chosen && !query.without.iter().filter(of).any(has)
    }

    /// Whether what has these values has one of those that are typed of a facet, if any are, and none with a minus.
    fn is_typed(&self, facet: Facet, has: &dyn Fn(Choice) -> bool) -> bool {
        let any = |minus| self.typed.values(facet, minus).flatten().any(|choice| has(*choice));
        (self.typed.values(facet, false).next().is_none() || any(false)) && !any(true)
    }
}

/// How sure the side of a statement is: by how many points it is ahead of what speaks for any other.
fn sureness(statement: &Statement<'_>) -> u16 {
    let Some(side) = statement.side else { return 0 };
    let points = |of: u8| -> i32 {
        statement
            .why
            .iter()
            .filter(|sign| sign.side.is_some_and(|side| side.0 == of))
            .map(|sign| i32::from(sign.weight))
            .sum()
    };
    let edited = statement.edits.iter().any(|edit| edit.of == Edited::Side);
    if edited || statement.why.iter().all(|sign| sign.weight == 0) {
        return SETTLED;
    }
    (points(side.0) - points(1 - side.0).max(0)).max(0) as u16
}

fn has(corpus: &Corpus<'_>, statement: &Statement<'_>, choice: Choice) -> bool {
    let article = corpus.article_of(statement);
    let affiliation = |ix: SpeakerIx| corpus.speakers[ix.get()].affiliation.as_deref();
    match choice {
        Choice::Position(Position::Side(side)) => statement.side == Some(side),
        Choice::Position(Position::Neither) => statement.side.is_none(),
        Choice::Speaker(speaker) => statement.speaker == Some(speaker),
        Choice::Theme(theme) => statement.themes.contains(&theme),
        Choice::Quotation(quotation) => statement.quotation == quotation,
        Choice::Component(kind) => statement.components.iter().any(|component| component.kind == kind),
        Choice::Affiliation(speaker) => {
            affiliation(speaker).is_some() && statement.speaker.and_then(affiliation) == affiliation(speaker)
        }
        Choice::Kind(kind) => article.kind == kind,
        Choice::Outlet(ix) => article.outlet.is_some() && article.outlet == corpus.articles[ix.get()].outlet,
        Choice::Article(ix) => statement.article == ix,
        Choice::Year(year) => article.date.year() == year,
        Choice::Month(year, month) => (article.date.year(), article.date.month()) == (year, month),
    }
}

/// The folded words of each field of what a statement says, of who says it, and of what its article is called.
fn fields(corpus: &Corpus<'_>, statement: &Statement<'_>) -> [Vec<Vec<String>>; 3] {
    let article = corpus.article_of(statement);
    let said = statement.spans.iter().map(|span| article.words(*span)).collect();
    let speaker = |ix: SpeakerIx| speaker_fields(&corpus.speakers[ix.get()]);
    let called =
        article.title.iter().chain(&article.outlet).chain(&article.author).map(|field| field.as_str()).collect();
    [said, statement.speaker.map(speaker).unwrap_or_default(), called]
        .map(|fields: Vec<&str>| fields.into_iter().map(words_of).collect())
}

fn speaker_fields<'c>(speaker: &'c Speaker<'_>) -> Vec<&'c str> {
    [&speaker.name].into_iter().chain(&speaker.roles).chain(&speaker.affiliation).map(|field| field.as_str()).collect()
}

fn words_of(field: &str) -> Vec<String> {
    let fold = |word: corpus::Span| {
        let mut folded = String::new();
        push_folded(&mut folded, &field[word.range()]);
        folded
    };
    words(field).map(fold).collect()
}

/// All words that a search can find.
fn dictionary(corpus: &Corpus<'_>) -> BTreeSet<String> {
    let statements = corpus.statements.iter().flat_map(|statement| fields(corpus, statement)).flatten().flatten();
    let speakers = corpus.speakers.iter().flat_map(speaker_fields).flat_map(words_of);
    let called =
        |article: &corpus::Article<'_>| article.title.iter().flat_map(|title| words_of(title)).collect::<Vec<_>>();
    statements.chain(speakers).chain(corpus.articles.iter().flat_map(called)).collect()
}

/// Whether a statement or who says it has this.
fn occurs(corpus: &Corpus<'_>, statement: &Statement<'_>, meant: &Meant) -> bool {
    let [said, speaker, _] = fields(corpus, statement);
    said.iter().chain(&speaker).any(|field| !places(meant, field).is_empty())
}

/// How well a statement fits, word by word as the formula has it.
fn score(corpus: &Corpus<'_>, statement: &Statement<'_>, terms: &[(bool, Meant)]) -> f64 {
    let all = corpus.statements.len() as f64;
    let length = |fields: &[Vec<String>]| fields.iter().map(Vec::len).sum::<usize>() as f64;
    let mean = |lengths: Vec<f64>| (lengths.iter().sum::<f64>() / lengths.len().max(1) as f64).max(1.0);
    let speakers = corpus.speakers.iter().map(|speaker| speaker_fields(speaker).into_iter().map(words_of).collect());
    let articles = corpus.articles.iter().map(|article| article.title.iter().map(|title| words_of(title)).collect());
    let means = [
        mean(corpus.statements.iter().map(|statement| length(&fields(corpus, statement)[0])).collect()),
        mean(speakers.map(|fields: Vec<Vec<String>>| length(&fields)).collect()),
        mean(articles.map(|fields: Vec<Vec<String>>| length(&fields)).collect()),
    ];
    let fields = fields(corpus, statement);
    let score = |meant: &Meant| {
        let found = corpus.statements.iter().filter(|other| occurs(corpus, other, meant)).count();
        let rarity = (1.0 + (all - found as f64 + 0.5) / (found as f64 + 0.5)).ln();
        let sum: f64 = (0..3)
            .map(|n| {
                // Of a phrase each occurrence counts as it is, whatever its words.
                let counts = |word: &String| if meant.len() == 1 { meant[0][word] } else { 1.0 };
                let places = |field: &Vec<String>| {
                    places(meant, field).into_iter().map(|from| counts(&field[from])).sum::<f64>()
                };
                let times: f64 = fields[n].iter().map(places).sum();
                [1.0, 1.5, 0.3][n] * times / (0.25 + 0.75 * length(&fields[n]) / means[n])
            })
            .filter(|weight| weight.is_finite())
            .sum();
        rarity * sum / (1.2 + sum)
    };
    terms.iter().filter(|(minus, _)| !minus).map(|(_, meant)| score(meant)).sum()
}

/// Whether so many letters to add, take away, change or swap with the next make one of the other: the plainest way to say it.
fn is_near(one: &str, other: &str, left: usize) -> bool {
    let split = |word: &str| word.chars().next().map(|first| (first, word[first.len_utf8()..].to_owned()));
    let (Some((a, rest)), Some((b, rest_))) = (split(one), split(other)) else {
        return one.chars().count() + other.chars().count() <= left;
    };
    let swapped = || match (split(&rest), split(&rest_)) {
        (Some((c, after)), Some((d, after_))) => a == d && b == c && is_near(&after, &after_, left - 1),
        _ => false,
    };
    a == b && is_near(&rest, &rest_, left)
        || left > 0
            && (is_near(&rest, &rest_, left - 1)
                || is_near(&rest, other, left - 1)
                || is_near(one, &rest_, left - 1)
                || swapped())
}

/// Where these words stand next to each other in a field.
fn places(meant: &Meant, field: &[String]) -> Vec<usize> {
    let fits = |window: &[String]| window.iter().zip(meant).all(|(word, meant)| meant.contains_key(word));
    (0..field.len()).filter(|from| field.get(*from..from + meant.len()).is_some_and(fits)).collect()
}
