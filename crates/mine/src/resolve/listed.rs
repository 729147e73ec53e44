//! Lists of names in the text, for those whom an article has named together: "they", "the four experts".

use std::ops::Range;

use super::{Article, LOOK_BACK};
use crate::source;
use crate::vocabulary as words;

/// How many tokens about the first of two people may stand before "and": "Ada Quill of the Old Mill Trust and Bo Linden".
const ABOUT: usize = 9;

/// More names than this are no list of people who speak together.
const NAMES: usize = 8;

impl Article<'_> {
    /// The names of the last list before `at`, so many as wanted, and where it starts.
    pub(super) fn list_before(&self, from: usize, at: usize, wanted: Option<usize>) -> Option<Vec<Range<usize>>> {
        let from = from.max(at.saturating_sub(2 * LOOK_BACK));
        let ands = (from + 1..at.saturating_sub(1)).rev().filter(|n| self.tokens[*n].is("and"));
        let mut lists = ands.filter_map(|and| self.list_around(from, and, at));
        lists.find(|list| wanted.is_none_or(|wanted| wanted == list.len()))
    }

    /// The list whose last name stands behind `and`.
    fn list_around(&self, from: usize, and: usize, at: usize) -> Option<Vec<Range<usize>>> {
        let last = self.name_at(and + 1, at)?;
        let person = |name: &Range<usize>| source::person(self.tokens, name.start, name.end).is_some();
        let people = person(&last);
        let mut before = self.name_to(from, and).or_else(|| {
            let near = (from.max(and.saturating_sub(ABOUT))..and).rev();
            let mut near = near.take_while(|n| !source::acts(&self.tokens[*n]) && !self.tokens[*n].is("."));
            let first = near.find_map(|n| source::person(self.tokens, n, and))?;
            let about = self.tokens.get(first.end).is_some_and(|next| next.is("of") || next.is(",") || next.is("("));
            (about && people).then_some(first)
        })?;
        let mut list = vec![last];
        loop {
            if person(&before) != people {
                return None;
            }
            list.insert(0, before.clone());
            let comma = before.start.checked_sub(1).filter(|comma| *comma > from && self.tokens[*comma].is(","));
            match comma.and_then(|comma| self.name_to(from, comma)) {
                Some(name) if list.len() < NAMES && person(&name) == people => before = name,
                _ => return Some(list),
            }
        }
    }

    /// The name that starts at `start`.
    fn name_at(&self, start: usize, ceiling: usize) -> Option<Range<usize>> {
        let end = (start..ceiling).find(|n| !self.is_of_name(*n)).unwrap_or(ceiling);
        (start < end).then_some(start..end)
    }

    /// The name that ends at `end`.
    fn name_to(&self, floor: usize, end: usize) -> Option<Range<usize>> {
        let start = (floor..end).rev().take_while(|n| self.is_of_name(*n)).last()?;
        Some(start..end)
    }

    fn is_of_name(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        source::is_name_part(token)
            && token.quote.is_none()
            && !token.is_genitive()
            && !source::is_date(self.tokens, at)
            && !source::is_title(token)
            && !token.is_among(words::STARTERS)
    }
}
