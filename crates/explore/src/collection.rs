//! What a reader has collected: statements in an order of his own, each with a note. Data, changed only by
//! [`Collection::changed`]; its text form is what the browser keeps and what a link carries.

use corpus::{Corpus, StatementId, StatementIx};
use form_urlencoded::Serializer;

/// More items than anybody goes through; a text that has more was not made by this site.
const MOST_ITEMS: usize = 500;

/// Characters of a note that are kept: about a page.
pub const MOST_NOTE: usize = 4_000;

/// Bytes of a key that can be one: file names, after which articles are named, have at most 255.
const LONGEST_KEY: usize = 300;

/// The names of an item and of its note in the text form.
const ITEM_KEY: &str = "item";
const NOTE_KEY: &str = "note";

/// A statement that was collected, and what the reader wrote to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// `ARTICLE.STATEMENT`, the ids of both. The corpus need not have them: sites change.
    pub key: String,
    /// The reader's own words.
    pub note: String,
}

/// Statements in the reader's order, none of them twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collection {
    items: Vec<Item>,
}

/// What can happen to a collection. An item that it does not have is left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Collects a statement or takes it out again.
    Toggle(String),
    /// Takes an item out.
    Remove(String),
    /// Moves an item before the one above it.
    Up(String),
    /// Moves an item after the one below it.
    Down(String),
    /// Writes another note to an item.
    Note(String, String),
    /// Adds what another collection has and this one does not, at the end.
    Add(Collection),
    /// Takes everything out.
    Clear,
}

impl Item {
    /// The statement of a corpus that this is.
    pub fn statement(&self, corpus: &Corpus<'_>) -> Option<StatementIx> {
        let (article, id) = parts(&self.key)?;
        let is_meant = |statement: &corpus::Statement<'_>| {
            statement.id == id && corpus.article_of(statement).id.as_str() == article
        };
        corpus.statements.iter().position(is_meant).map(StatementIx::new)
    }
}

impl Collection {
    /// What is collected, in order.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Where an item stands.
    pub fn position(&self, key: &str) -> Option<usize> {
        self.items.iter().position(|item| item.key == key)
    }

    /// The note to an item; nothing where there is none.
    pub fn note(&self, key: &str) -> &str {
        self.position(key).map_or("", |at| &self.items[at].note)
    }

    /// The collection after a change.
    #[must_use]
    pub fn changed(&self, change: &Change) -> Self {
        let mut changed = self.clone();
        let items = &mut changed.items;
        let last = items.len().saturating_sub(1);
        match change {
            Change::Toggle(key) => match self.position(key) {
                Some(at) => drop(items.remove(at)),
                None => changed.append(key, ""),
            },
            Change::Remove(key) => items.retain(|item| item.key != *key),
            Change::Up(key) => {
                if let Some(at) = self.position(key) {
                    items.swap(at, at.saturating_sub(1));
                }
            }
            Change::Down(key) => {
                if let Some(at) = self.position(key) {
                    items.swap(at, last.min(at + 1));
                }
            }
            Change::Note(key, note) => {
                if let Some(at) = self.position(key) {
                    items[at].note = shortened(note);
                }
            }
            Change::Add(other) => other.items.iter().for_each(|item| changed.add(item)),
            Change::Clear => items.clear(),
        }
        changed
    }

    /// How many statements a change was to add that are not in what it made of this collection: there was no room for them.
    pub fn left_out(&self, change: &Change, changed: &Self) -> usize {
        let is_missing = |key: &str| self.position(key).is_none() && changed.position(key).is_none();
        match change {
            Change::Toggle(key) => usize::from(is_missing(key)),
            Change::Add(other) => other.items.iter().filter(|item| is_missing(&item.key)).count(),
            _ => 0,
        }
    }

    /// From its text form, with or without `#`. What is not an item is passed over, and so is an item that comes again.
    pub fn parse(text: &str) -> Self {
        let mut collection = Self::default();
        // The item that a note belongs to: the one right before it.
        let mut before = None;
        for (key, value) in form_urlencoded::parse(text.strip_prefix('#').unwrap_or(text).as_bytes()) {
            match &*key {
                ITEM_KEY => {
                    let known = collection.items.len();
                    collection.append(&value, "");
                    before = Some(known).filter(|known| collection.items.len() > *known);
                }
                NOTE_KEY => {
                    if let Some(item) = before.take().and_then(|at: usize| collection.items.get_mut(at)) {
                        item.note = shortened(&value);
                    }
                }
                _ => {}
            }
        }
        collection
    }

    /// The text form: `item=ARTICLE.STATEMENT&note=…`, the note only where there is one. [`Collection::parse`] undoes it.
    pub fn to_text(&self) -> String {
        let mut pairs = Serializer::new(String::new());
        for item in &self.items {
            pairs.append_pair(ITEM_KEY, &item.key);
            if !item.note.is_empty() {
                pairs.append_pair(NOTE_KEY, &item.note);
            }
        }
        pairs.finish()
    }

    /// Adds an item or, where it is there without a note, its note.
    fn add(&mut self, item: &Item) {
        match self.position(&item.key) {
            Some(at) if self.items[at].note.is_empty() => self.items[at].note.clone_from(&item.note),
            Some(_) => {}
            None => self.append(&item.key, &item.note),
        }
    }

    /// Adds an item at the end, if it is one, is not there yet and there is room.
    fn append(&mut self, key: &str, note: &str) {
        if parts(key).is_some() && self.position(key).is_none() && self.items.len() < MOST_ITEMS {
            self.items.push(Item { key: key.into(), note: shortened(note) });
        }
    }
}

/// The article and the statement that a key names, if it is one that could have been made here.
fn parts(key: &str) -> Option<(&str, StatementId)> {
    let (article, id) = key.rsplit_once('.').filter(|(article, _)| !article.is_empty() && key.len() <= LONGEST_KEY)?;
    let is_id = id.len() == 8 && id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let id = u32::from_str_radix(id, 16).ok().filter(|_| is_id)?;
    Some((article, StatementId(id)))
}

fn shortened(note: &str) -> String {
    note.chars().take(MOST_NOTE).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    const A: &str = "news.00000000";
    const B: &str = "background.00000004";
    const C: &str = "gone.12ab34cd";

    fn of(items: &[(&str, &str)]) -> Collection {
        let item = |(key, note): &(&str, &str)| Item { key: key.to_string(), note: note.to_string() };
        Collection { items: items.iter().map(item).collect() }
    }

    #[track_caller]
    fn check(before: &[(&str, &str)], change: Change, after: &[(&str, &str)]) {
        assert_eq!(of(before).changed(&change), of(after));
    }

    #[test]
    fn a_statement_is_collected_and_taken_out() {
        check(&[], Change::Toggle(A.into()), &[(A, "")]);
        check(&[(A, "")], Change::Toggle(B.into()), &[(A, ""), (B, "")]);
        check(&[(A, "x"), (B, "")], Change::Toggle(A.into()), &[(B, "")]);
        check(&[(A, ""), (B, "")], Change::Remove(B.into()), &[(A, "")]);
        check(&[(A, "")], Change::Remove(B.into()), &[(A, "")]);
        check(&[(A, ""), (B, "")], Change::Clear, &[]);
    }

    #[test]
    fn items_move_up_to_the_ends() {
        let three = [(A, ""), (B, ""), (C, "")];
        check(&three, Change::Up(C.into()), &[(A, ""), (C, ""), (B, "")]);
        check(&three, Change::Up(A.into()), &three);
        check(&three, Change::Down(A.into()), &[(B, ""), (A, ""), (C, "")]);
        check(&three, Change::Down(C.into()), &three);
        check(&[(A, "")], Change::Down(A.into()), &[(A, "")]);
        check(&[], Change::Up(A.into()), &[]);
    }

    #[test]
    fn a_note_goes_to_its_item_and_has_an_end() {
        check(&[(A, ""), (B, "")], Change::Note(B.into(), "why?".into()), &[(A, ""), (B, "why?")]);
        check(&[(A, "")], Change::Note(B.into(), "why?".into()), &[(A, "")]);
        let long = of(&[(A, "")]).changed(&Change::Note(A.into(), "é".repeat(MOST_NOTE + 1)));
        assert_eq!(long.note(A).chars().count(), MOST_NOTE);
    }

    #[test]
    fn what_is_shared_is_added_and_overwrites_nothing() {
        let shared = of(&[(B, "theirs"), (C, "new"), (A, "theirs")]);
        check(&[(A, "mine"), (B, "")], Change::Add(shared), &[(A, "mine"), (B, "theirs"), (C, "new")]);
    }

    #[test]
    fn the_text_form_is_read_as_it_was_written() {
        let collection = of(&[(A, "a & b = c\n“d” #e"), (B, ""), (C, "100 % + 1")]);
        assert_eq!(Collection::parse(&collection.to_text()), collection);
        assert_eq!(of(&[(A, "x y"), (B, "")]).to_text(), "item=news.00000000&note=x+y&item=background.00000004");
        assert_eq!(Collection::default().to_text(), "");
        assert_eq!(Collection::parse("#item=news.00000000"), of(&[(A, "")]));
    }

    #[test]
    fn text_that_is_no_collection_makes_none() {
        for text in [
            "",
            "#",
            "found",
            "note=alone",
            "item=",
            "item=.00000000",
            "item=news",
            "item=news.",
            "item=news.0000000",
            "item=news.0000000g",
            "item=news.+0000000",
            "item=news.0000000A",
            "item=news.000000000",
            "item=%ff%00",
            "ITEM=news.00000000",
            "&&&=&=",
        ] {
            assert!(Collection::parse(text).is_empty(), "{text}");
        }
        // What can be read of a broken text is.
        assert_eq!(
            Collection::parse(
                "note=lost&item=news.00000000&x=1&note=kept&note=lost&item=no&note=lost&item=news.00000000&note=lost"
            ),
            of(&[(A, "kept")])
        );
    }

    #[test]
    fn a_hostile_text_stays_within_bounds() {
        let long_key = format!("item={}.00000000", "a".repeat(100_000));
        assert!(Collection::parse(&long_key).is_empty());
        let long_note = Collection::parse(&format!("item={A}&note={}", "%F0%9F%94%92".repeat(10_000)));
        assert_eq!(long_note.note(A).chars().count(), MOST_NOTE);
        let many: String = (0..10_000).map(|n| format!("item=a.{n:08x}&")).collect();
        let many = Collection::parse(&many);
        assert_eq!(many.items().len(), MOST_ITEMS);
        let full = many.changed(&Change::Toggle(A.into()));
        assert_eq!(full, many, "there is no room");
        assert_eq!(many.left_out(&Change::Toggle(A.into()), &full), 1);
        let both = of(&[(A, ""), (B, ""), (many.items[0].key.as_str(), "")]);
        let add = Change::Add(both);
        assert_eq!(many.left_out(&add, &many.changed(&add)), 2, "of three one is there");
        assert_eq!(Collection::default().left_out(&add, &Collection::default().changed(&add)), 0);
        assert!(Collection::parse(&"%".repeat(100_000)).is_empty());
        assert!(Collection::parse(&"item=&note=".repeat(10_000)).is_empty());
    }

    #[test]
    fn items_are_found_in_the_corpus_that_has_them() {
        let corpus = fixture::corpus();
        let found = |key: &str| Item { key: key.into(), note: String::new() }.statement(&corpus);
        assert_eq!(found(A), Some(StatementIx::new(0)));
        assert_eq!(found(B), Some(StatementIx::new(4)));
        assert_eq!([found("background.00000000"), found(C), found("none")], [None, None, None]);
    }
}
