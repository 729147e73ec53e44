//! Several who are named or counted together in the text, for those whom an article has named together: "they", "the four experts".

use std::ops::Range;

use corpus::Rule;

use super::reference::is_person_noun;
use super::{Article, DESCRIPTION, LOOK_BACK, OPENING, Voice};
use crate::lex::Token;
use crate::source::{self, Source};
use crate::vocabulary as words;

/// How many tokens about the first of two people may stand before "and": "Ada Quill of the Old Mill Trust and Bo Linden".
const ABOUT: usize = 16;

/// How many tokens back so many people may have been counted: most of a long article.
const FAR: usize = 1500;

/// More names than this are no list of people who speak together.
const NAMES: usize = 8;

impl Article<'_> {
    /// The names of the last list before `at` that is wanted.
    pub(super) fn list_before(
        &self,
        from: usize,
        at: usize,
        wanted: impl Fn(&Vec<Range<usize>>) -> bool,
    ) -> Option<Vec<Range<usize>>> {
        let from = from.max(at.saturating_sub(2 * LOOK_BACK));
        let ands = (from + 1..at.saturating_sub(1)).rev().filter(|n| self.tokens[*n].is("and"));
        let mut lists = ands.filter_map(|and| self.list_around(from, and, at));
        lists.find(wanted)
    }

    /// Whether a list names people.
    pub(super) fn are_people(&self, list: &[Range<usize>]) -> bool {
        list.first().is_some_and(|name| source::person(self.tokens, name.start, name.end).is_some())
    }

    /// The list whose last name stands behind `and`.
    fn list_around(&self, from: usize, and: usize, at: usize) -> Option<Vec<Range<usize>>> {
        let last = self.name_at(and + 1, at)?;
        let person = |name: &Range<usize>| source::person(self.tokens, name.start, name.end).is_some();
        let people = person(&last);
        let governed = |name: &Range<usize>| {
            let the = usize::from(name.start > from && source::is_article(&self.tokens[name.start - 1]));
            name.start > from + the && self.tokens[name.start - the - 1].is_among(words::PREPOSITIONS)
        };
        let mut before = self.name_to(from, and).filter(|name| !governed(name)).or_else(|| {
            let near = (from.max(and.saturating_sub(ABOUT))..and).rev();
            let near = near.take_while(|n| !source::acts(&self.tokens[*n]) && !self.tokens[*n].is("."));
            let about = |name: &Range<usize>| {
                self.tokens.get(name.end).is_some_and(|next| next.is("of") || next.is(",") || next.is("("))
            };
            let mut names = near.filter_map(|n| source::person(self.tokens, n, and));
            names.find(about).filter(|_| people)
        })?;
        let mut list = vec![last];
        let example = |at: usize| matches!(self.tokens[at].low.as_str(), "them" | "including" | "as" | "like");
        loop {
            if before.start > from && example(before.start - 1) || person(&before) != people {
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

    /// Several of whom a sentence between two places is: with a list of names, or with "fifteen bakers" at its start.
    pub(super) fn several_between(&mut self, from: usize, to: usize) -> Option<Voice> {
        let from = from.max(to.saturating_sub(LOOK_BACK));
        let range =
            self.starts.partition_point(|start| *start < from)..self.starts.partition_point(|start| *start < to);
        for n in range.rev().filter(|n| self.starts[*n] < self.sentence_of(to)).collect::<Vec<_>>() {
            let start = self.starts[n];
            let end = self.starts.get(n + 1).map_or(to, |next| to.min(*next));
            let list = self.list_before(start, end, |_| true);
            if let Some(list) = list.filter(|list| list[0].start <= start + OPENING) {
                return self.all_of(&list, Rule::TheySentence);
            }
            let Some(mut source) = source::subject(self.tokens, start, end) else { continue };
            let several = |at: &usize| self.tokens[*at].low.strip_suffix('s').is_some_and(is_several);
            let noun = source.name.clone().skip(1).find(several);
            if let Some(noun) = noun.filter(|noun| *noun < to) {
                source.name.end = noun + 1;
                let voice = self.voice(&source)?;
                return Some(Voice { rule: Rule::TheySentence, ..voice });
            }
        }
        None
    }

    /// "Eleven bakers", before `at`, for "the eleven".
    pub(super) fn so_many_people(&self, number: &str, at: usize) -> Option<Source> {
        let start = (at.saturating_sub(FAR)..at).find(|n| self.tokens[*n].is(number))?;
        let several = |n: &usize| self.tokens[*n].low.strip_suffix('s').is_some_and(is_several);
        let noun = (start + 1..at.min(start + 1 + DESCRIPTION)).find(several)?;
        Some(Source { name: start..noun + 1, title: None, aside: None })
    }

    /// "Fifteen night bakers", before `at`, for "the bakers".
    pub(super) fn counted(&self, noun: &str, at: usize) -> Option<Source> {
        let last = (at.saturating_sub(FAR)..at).find(|n| {
            let number = |n: usize| is_number(&self.tokens[n]);
            self.tokens[*n].is(noun) && (n.saturating_sub(DESCRIPTION)..*n).any(number)
        })?;
        let start = (last.saturating_sub(DESCRIPTION)..last).find(|n| is_number(&self.tokens[*n]))?;
        Some(Source { name: start..last + 1, title: None, aside: None })
    }
}

pub(super) fn is_number(token: &Token) -> bool {
    token.low.starts_with(|c: char| c.is_ascii_digit())
        || matches!(
            token.low.as_str(),
            "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "seven"
                | "eight"
                | "nine"
                | "ten"
                | "eleven"
                | "twelve"
                | "thirteen"
                | "fourteen"
                | "fifteen"
                | "sixteen"
                | "seventeen"
                | "eighteen"
                | "nineteen"
                | "twenty"
        )
}

/// Whether several of a noun can speak: "researcher", "agencie".
fn is_several(one: &str) -> bool {
    let agency = one.strip_suffix("ie").is_some_and(|stem| matches!(stem, "agenc" | "compan" | "charit"));
    is_person_noun(one) || words::ORGANISATION_NOUNS.contains(one) || agency
}
