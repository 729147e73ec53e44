//! A set of choices. Small by design: the page's code has a budget, and the standard library's trees
//! are a good part of it.

use crate::Choice;

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
