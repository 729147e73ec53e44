//! A word that is searched for: in which others it is found, and which of them an index has.

use std::ops::Range;

use crate::edits::{Mistyped, forgiven};
use crate::fold::push_folded;
use crate::index::Index;
use crate::inflection::{base, cut_to_base};

/// The longest, in bytes, that the forms of a word add to what they share: a doubled letter and `ing`.
const LONGEST_ENDING: usize = 4;

/// A word that is searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(super) folded: String,
    pub(super) reach: Reach,
}

/// In what a word is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// In itself.
    Exact,
    /// In its forms.
    Forms,
    /// In its forms, and in words that begin with it.
    Begun,
    /// In words that so many edits make of it; of their beginning, where it was being typed.
    Near { edits: u8, begun: bool },
}

/// The words of an index in which a word is found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    /// Each with how well it fits.
    pub(crate) words: Vec<(usize, Fit)>,
    /// Those that begin so, of which some may be among `words`, too.
    pub(crate) begun: Range<usize>,
}

impl Found {
    /// The only one.
    pub(crate) fn only(&self) -> Option<usize> {
        let mut each = self.each();
        each.next().filter(|_| each.next().is_none()).map(|(term, _)| term)
    }

    /// Each of them once.
    pub(crate) fn each(&self) -> impl Iterator<Item = (usize, Fit)> {
        let is_new = |term: &usize| !self.words.iter().any(|(other, _)| other == term);
        self.words.iter().copied().chain(self.begun.clone().filter(is_new).map(|term| (term, Fit::Begun)))
    }
}

/// How well a word fits another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// It is the same.
    Exact,
    /// It is a form of it.
    Form,
    /// It begins so.
    Begun,
    /// It may have been meant.
    Near,
}

impl Word {
    pub(super) fn new(word: &str) -> Self {
        let mut folded = String::new();
        push_folded(&mut folded, word);
        Self { folded, reach: Reach::Exact }
    }

    /// How well it fits a folded word, if it is found in it.
    pub(super) fn fit(&self, other: &str) -> Option<Fit> {
        let Self { folded, reach } = self;
        if folded == other {
            return Some(Fit::Exact);
        }
        let is_form = || base(folded) == base(other);
        match *reach {
            Reach::Exact => None,
            Reach::Forms => is_form().then_some(Fit::Form),
            Reach::Begun if is_form() => Some(Fit::Form),
            Reach::Begun => other.starts_with(folded.as_str()).then_some(Fit::Begun),
            Reach::Near { edits, begun } => {
                Mistyped::new(folded, begun).edits(other, edits).is_some().then_some(Fit::Near)
            }
        }
    }

    /// The words of an index in which it is found as it is, in its forms, or as their beginning.
    pub(crate) fn found(&self, index: &Index) -> Found {
        let Self { folded, reach } = self;
        if *reach == Reach::Exact {
            let words = index.find(folded).map(|term| (term, Fit::Exact)).into_iter().collect();
            return Found { words, begun: 0..0 };
        }
        let base = base(folded);
        // All forms begin with what they share, but for a `y` that some write as `i`.
        let shared = base.strip_suffix('y').unwrap_or(&base);
        let mut other = String::new();
        let mut fit = |term: &str| {
            other.clear();
            other.push_str(term);
            cut_to_base(&mut other);
            (other == base).then_some(if term == folded { Fit::Exact } else { Fit::Form })
        };
        let near = index.beginning(shared).filter(|term| index.term(*term).len() <= base.len() + LONGEST_ENDING);
        let words = near.filter_map(|term| Some((term, fit(index.term(term))?))).collect();
        Found { words, begun: if *reach == Reach::Begun { index.beginning(folded) } else { 0..0 } }
    }

    /// The same; or where that is in no text below `texts`, the words that it may be the beginning of, or else a mistake for.
    pub(super) fn relax(&mut self, index: &Index, texts: usize) -> Found {
        let finds =
            |found: &Found| found.each().any(|(term, _)| index.texts(term).next().is_some_and(|text| text < texts));
        let found = self.found(index);
        if self.reach == Reach::Exact || finds(&found) {
            return found;
        }
        let before = std::mem::replace(&mut self.reach, Reach::Begun);
        let begins = self.found(index);
        if finds(&begins) {
            return begins;
        }
        let (most, begun) = (forgiven(&self.folded), before == Reach::Begun);
        let mistyped = Mistyped::new(&self.folded, begun);
        let near = (0..index.len()).filter(|_| most > 0);
        let near: Vec<(usize, u8)> =
            near.filter_map(|term| Some((term, mistyped.edits(index.term(term), most)?))).collect();
        for edits in 1..=most {
            let meant = near.iter().filter(|(_, needed)| *needed <= edits);
            let meant = Found { words: meant.map(|(term, _)| (*term, Fit::Near)).collect(), begun: 0..0 };
            if finds(&meant) {
                self.reach = Reach::Near { edits, begun };
                return meant;
            }
        }
        self.reach = before;
        found
    }
}
