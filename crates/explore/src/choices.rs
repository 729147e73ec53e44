//! A set of choices, and counts by choice. Small by design: the page's code has a budget, and the standard library's trees
//! are a good part of it.

use crate::{Choice, Facet};

/// A set of choices, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices(Vec<Choice>);

impl Choices {
    /// Adds a choice.
    pub fn insert(&mut self, choice: Choice) {
        if let Err(at) = self.0.binary_search(&choice) {
            self.0.insert(at, choice);
        }
    }

    /// Takes a choice out; false where it was not in.
    pub fn remove(&mut self, choice: Choice) -> bool {
        let found = self.0.binary_search(&choice);
        if let Ok(at) = found {
            self.0.remove(at);
        }
        found.is_ok()
    }

    /// Whether a choice is in.
    pub fn contains(&self, choice: Choice) -> bool {
        self.0.binary_search(&choice).is_ok()
    }

    /// Whether none is in.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in order: by facet, then as in the corpus.
    pub fn iter(&self) -> impl Iterator<Item = Choice> {
        self.0.iter().copied()
    }
}

impl FromIterator<Choice> for Choices {
    fn from_iter<I: IntoIterator<Item = Choice>>(choices: I) -> Self {
        let mut set = Self::default();
        set.extend(choices);
        set
    }
}

impl Extend<Choice> for Choices {
    fn extend<I: IntoIterator<Item = Choice>>(&mut self, choices: I) {
        for choice in choices {
            self.insert(choice);
        }
    }
}

/// How often each choice was counted.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tally([Vec<u32>; Facet::ALL.len()]);

impl Tally {
    /// Counts a choice once more.
    pub(crate) fn add(&mut self, choice: Choice) {
        let counts = &mut self.0[choice.facet() as usize];
        let at = choice.ordinal();
        if counts.len() <= at {
            counts.resize(at + 1, 0);
        }
        counts[at] += 1;
    }

    /// How often it was counted.
    pub(crate) fn of(&self, choice: Choice) -> u32 {
        self.0[choice.facet() as usize].get(choice.ordinal()).copied().unwrap_or(0)
    }
}
