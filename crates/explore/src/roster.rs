//! The list of speakers: what it says of each, in which order, and what narrows it.
//!
//! It has an order and a choice that no other page knows: by when a speaker was first heard, and what kind of speaker.
//! They stand in the address under keys of this page's own, which [`Query`] keeps among those that it does not know.

use std::cmp::Reverse;

use corpus::{Corpus, Date, Position, SpeakerIx, SpeakerKind, StatementIx};

use crate::fold::{push_folded, words};
use crate::{Choice, Explorer, Facet, Order, Query, Search, sort_by, sort_by_key, turns};

/// The name of a kind of speaker in addresses. `kind` is that of an article.
const KIND_KEY: &str = "who";

/// The names of the order and of its value that is this list's own, in addresses.
const ORDER_KEY: &str = "sort";
const FIRST: &str = "first";
const CHANGED: &str = "changed";

/// What the list says of a speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Who.
    pub speaker: SpeakerIx,
    /// How many statements take each position, in the order of [`Corpus::positions`].
    pub counts: Vec<(Position, usize)>,
    /// When he was first and last heard; nothing where he never was.
    pub heard: Option<(Date, Date)>,
    /// How often his position changed from one article to the next (see [`turns`]).
    pub changes: usize,
}

/// In which order speakers are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListOrder {
    /// Whoever says most first.
    Said,
    /// By name.
    Name,
    /// Whoever was heard first; who never was, last.
    First,
    /// Whoever changed position most often first.
    Changed,
}

impl Entry {
    /// How many statements there are.
    pub fn said(&self) -> usize {
        self.counts.iter().map(|(_, count)| count).sum()
    }
}

impl ListOrder {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Said, Self::Name, Self::First, Self::Changed];

    /// The order that a query asks for.
    pub fn of(query: &Query) -> Self {
        match query.order {
            _ if own(query, ORDER_KEY) == Some(FIRST) => Self::First,
            _ if own(query, ORDER_KEY) == Some(CHANGED) => Self::Changed,
            Order::Speaker => Self::Name,
            _ => Self::Said,
        }
    }

    /// The query with this order.
    #[must_use]
    pub fn asked(self, query: &Query) -> Query {
        let order = if self == Self::Name { Order::Speaker } else { Order::default() };
        let own = match self {
            Self::First => Some(FIRST),
            Self::Changed => Some(CHANGED),
            Self::Said | Self::Name => None,
        };
        with_own(Query { order, ..query.clone() }, ORDER_KEY, own)
    }
}

/// The kinds of speakers, in the order of the page, with their names in addresses.
pub const KINDS: [(SpeakerKind, &str); 5] = [
    (SpeakerKind::Person, "person"),
    (SpeakerKind::Organisation, "organisation"),
    (SpeakerKind::Group, "group"),
    (SpeakerKind::Document, "document"),
    (SpeakerKind::Author, "author"),
];

/// The kind of speaker that a query asks for, if it does.
pub fn asked_kind(query: &Query) -> Option<SpeakerKind> {
    let asked = own(query, KIND_KEY)?;
    KINDS.iter().find(|(_, name)| *name == asked).map(|(kind, _)| *kind)
}

/// The query with another kind of speaker asked for, or any.
#[must_use]
pub fn with_kind(query: &Query, kind: Option<SpeakerKind>) -> Query {
    let name = kind.and_then(|kind| KINDS.iter().find(|(other, _)| *other == kind)).map(|(_, name)| *name);
    with_own(query.clone(), KIND_KEY, name)
}

/// What the address asks the list for and nobody knows.
pub fn unknown_to_list(query: &Query) -> Vec<(String, String)> {
    let is_known = |(key, value): &&(String, String)| {
        (key == ORDER_KEY && (value == FIRST || value == CHANGED))
            || (key == KIND_KEY && KINDS.iter().any(|(_, name)| name == value))
    };
    query.unknown.iter().filter(|pair| !is_known(pair)).cloned().collect()
}

/// Every speaker of a corpus, by name, whatever its case and diacritics.
pub fn roster(corpus: &Corpus<'_>) -> Vec<Entry> {
    let none: Vec<(Position, usize)> = corpus.positions().map(|position| (position, 0)).collect();
    let silent = |n| Entry { speaker: SpeakerIx::new(n), counts: none.clone(), heard: None, changes: 0 };
    let mut entries: Vec<Entry> = (0..corpus.speakers.len()).map(silent).collect();
    for statement in corpus.statements.iter() {
        let Some(entry) = statement.speaker.and_then(|ix| entries.get_mut(ix.get())) else { continue };
        for (position, count) in &mut entry.counts {
            *count += usize::from(*position == statement.position());
        }
        let date = corpus.article_of(statement).date; // statements are in order of date
        entry.heard = Some((entry.heard.map_or(date, |(first, _)| first), date));
    }
    let mut said: Vec<Vec<StatementIx>> = vec![Vec::new(); entries.len()];
    for (n, statement) in corpus.statements.iter().enumerate() {
        if let Some(said) = statement.speaker.and_then(|ix| said.get_mut(ix.get())) {
            said.push(StatementIx::new(n));
        }
    }
    for (entry, said) in entries.iter_mut().zip(&said) {
        entry.changes = turns(corpus, said).iter().filter(|turn| !turn.in_one_article).count();
    }
    let name = |entry: &Entry| folded(&corpus.speakers[entry.speaker.get()].name);
    let mut named: Vec<(String, Entry)> = entries.into_iter().map(|entry| (name(&entry), entry)).collect();
    sort_by(&mut named, |(one, _), (other, _)| one.cmp(other));
    named.into_iter().map(|(_, entry)| entry).collect()
}

/// A name as names are compared.
fn folded(name: &str) -> String {
    let mut folded = String::new();
    for word in words(name) {
        push_folded(&mut folded, &name[word.range()]);
        folded.push(' ');
    }
    folded
}

/// Those of a roster whom a query leaves, in its order: by name, role or organisation, by a side that they have taken and
/// by kind.
pub fn listed<'r>(explorer: &Explorer<'_>, roster: &'r [Entry], query: &Query) -> Vec<&'r Entry> {
    let corpus = explorer.corpus();
    let search = Search::of_names(&query.text);
    let kind = asked_kind(query);
    let chosen = |position| query.has(Choice::Position(position));
    let any_side = query.chosen(Facet::Position).next().is_none();
    let takes = |entry: &Entry| entry.counts.iter().any(|(position, count)| *count > 0 && chosen(*position));
    let mut listed: Vec<&Entry> = roster
        .iter()
        .filter(|entry| kind.is_none_or(|kind| corpus.speakers[entry.speaker.get()].kind == kind))
        .filter(|entry| any_side || takes(entry))
        .filter(|entry| explorer.names(entry.speaker, &search))
        .collect();
    // The roster is in order of name, and so is what is otherwise alike.
    match ListOrder::of(query) {
        ListOrder::Said => sort_by_key(&mut listed, |entry| Reverse(entry.said())),
        ListOrder::Name => {}
        ListOrder::First => {
            sort_by_key(&mut listed, |entry| (entry.heard.is_none(), entry.heard.map(|(first, _)| first)));
        }
        ListOrder::Changed => sort_by_key(&mut listed, |entry| Reverse((entry.changes, entry.said()))),
    }
    listed
}

/// The value of a key that only this list knows; the last one counts.
fn own<'q>(query: &'q Query, key: &str) -> Option<&'q str> {
    query.unknown.iter().rev().find(|(other, _)| other == key).map(|(_, value)| value.as_str())
}

fn with_own(mut query: Query, key: &str, value: Option<&str>) -> Query {
    query.unknown.retain(|(other, _)| other != key);
    query.unknown.extend(value.map(|value| (key.into(), value.into())));
    query
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[track_caller]
    fn check(search: &str, expected: &[&str]) {
        let mut corpus = fixture::corpus();
        corpus.speakers[1].kind = SpeakerKind::Organisation;
        let explorer = Explorer::new(&corpus);
        let roster = roster(&corpus);
        let names: Vec<&str> = listed(&explorer, &roster, &Query::parse(&corpus, search))
            .iter()
            .map(|entry| corpus.speakers[entry.speaker.get()].id.as_str())
            .collect();
        assert_eq!(names, expected, "{search}");
    }

    #[test]
    fn speakers_are_sorted_as_asked() {
        check("", &["zoe-key", "ann-ode", "ben-low", "mute"]);
        check("sort=speaker", &["ann-ode", "ben-low", "mute", "zoe-key"]);
        check("sort=first", &["ann-ode", "ben-low", "zoe-key", "mute"]);
        check("sort=newest", &["zoe-key", "ann-ode", "ben-low", "mute"]);
        check("sort=changed", &["zoe-key", "ann-ode", "ben-low", "mute"]);
        check("sort=nonsense", &["zoe-key", "ann-ode", "ben-low", "mute"]);
    }

    #[test]
    fn case_and_diacritics_make_no_order() {
        let mut corpus = fixture::corpus();
        for (speaker, name) in corpus.speakers.iter_mut().zip(["Zed", "officials", "Éva", "Ezra"]) {
            speaker.name = name.into();
        }
        let names: Vec<&str> =
            roster(&corpus).iter().map(|entry| corpus.speakers[entry.speaker.get()].name.as_str()).collect();
        assert_eq!(names, ["Éva", "Ezra", "officials", "Zed"]);
    }

    #[test]
    fn speakers_are_narrowed_by_name_side_and_kind() {
        check("q=ZO", &["zoe-key"]);
        check("q=director", &["ann-ode"]);
        check("q=nobody", &[]);
        check("side=access", &["zoe-key", "ann-ode"]);
        check("side=privacy", &["zoe-key"]);
        check("side=neither&side=privacy", &["zoe-key", "ben-low"]);
        check("who=organisation", &["ben-low"]);
        check("who=group", &[]);
        check("who=everybody", &["zoe-key", "ann-ode", "ben-low", "mute"]);
        check("side=access&q=ann&who=person", &["ann-ode"]);
        check("speaker=ann-ode", &["zoe-key", "ann-ode", "ben-low", "mute"]);
    }

    #[test]
    fn what_is_asked_of_the_list_is_an_address_and_back() {
        let corpus = fixture::corpus();
        for order in ListOrder::ALL {
            for kind in KINDS.map(|(kind, _)| Some(kind)).into_iter().chain([None]) {
                let query = with_kind(&order.asked(&Query::parse(&corpus, "sort=first&who=group&x=y&q=a")), kind);
                let again = Query::parse(&corpus, &query.to_search(&corpus));
                assert_eq!((ListOrder::of(&again), asked_kind(&again)), (order, kind));
                assert_eq!(unknown_to_list(&again), [("x".to_string(), "y".to_string())]);
            }
        }
        assert_eq!(unknown_to_list(&Query::parse(&corpus, "who=nobody&sort=best")).len(), 2);
    }

    #[test]
    fn an_entry_counts_and_dates_what_was_said() {
        let corpus = fixture::corpus();
        let roster = roster(&corpus);
        let years = |n: usize| roster[n].heard.map(|(first, last)| (first.year(), last.year()));
        assert_eq!([years(0), years(2), years(3)], [Some((2017, 2017)), None, Some((2017, 2019))]);
        assert_eq!(roster[3].counts.iter().map(|(_, count)| *count).collect::<Vec<_>>(), [1, 2, 0]);
        assert_eq!([roster[3].said(), roster[2].said()], [3, 0]);
    }
}
