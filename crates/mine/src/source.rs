//! The words that name who speaks: the noun phrase before or after a reporting verb.
//!
//! Whom they name is left to `resolve`. Every look back or ahead is bounded, so that a sentence of any length costs no
//! more than its words.

mod date;
mod list;
mod name;
mod phrase;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::lex::Token;
use crate::vocabulary as words;
use date::after_date;
pub(crate) use date::is_date;
use list::{listed_after, listed_before};
pub(crate) use name::{is_name_part, is_party, is_title, person};
use phrase::phrase;

/// Who is said to speak, in ranges of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// The name without titles, or the whole phrase where it is no name: "Ann Ray", "privacy advocates".
    pub(crate) name: Range<usize>,
    /// The titles before the name: "Deputy Director".
    pub(crate) title: Option<Range<usize>>,
    /// The apposition after it: "a policy director at the Alliance".
    pub(crate) aside: Option<Range<usize>>,
}

impl Source {
    /// Name, title and apposition as one phrase, where they stand side by side; else the name.
    pub(crate) fn phrase(&self) -> Range<usize> {
        let start = self.title.as_ref().filter(|title| title.end == self.name.start).unwrap_or(&self.name).start;
        // A comma stands before an apposition.
        let end = self.aside.as_ref().filter(|aside| (self.name.end..=self.name.end + 1).contains(&aside.start));
        start..end.map_or(self.name.end, |aside| aside.end)
    }
}

/// How many tokens a subject with its appositions may have: the longest in news leads have some thirty words.
const SUBJECT: usize = 45;

/// How many tokens in brackets may stand between a subject and its verb, the brackets included.
const BRACKETS: usize = 8;

/// How many appositions and asides may stand between a subject and its verb.
const ASIDES: usize = 5;

/// How many words after a genitive its noun may stand: "the bureau’s rare public statement".
const GENITIVE_NOUN: usize = 3;

/// How many words after a preposition tell that it starts an aside: "in a brief written statement".
const ASIDE_NOUN: usize = 4;

/// More words than this are no name of a source but a misread clause.
const LONGEST_NAME: usize = 14;

/// Adverbs of manner are longer than this: "only", "fly" and "rely" are none.
const NOT_MANNER: usize = 4;

/// The subject of a verb at `verb`, which lies in the sentence that starts at `floor`.
pub(crate) fn before(tokens: &[Token], floor: usize, verb: usize) -> Option<Source> {
    let floor = floor.max(verb.saturating_sub(SUBJECT));
    let mut end = verb;
    while end > floor && is_adverb(&tokens[end - 1]) {
        end -= 1;
    }
    // "the Department (DoT) said": what stands in brackets is no part of the name.
    if end > floor && tokens[end - 1].is(")") {
        let open = (floor..end).rev().take(BRACKETS).find(|at| tokens[*at].is("("));
        end = open.unwrap_or(end);
    }
    if end == floor || tokens[end - 1].quote.is_some() {
        return None;
    }
    if !tokens[end - 1].is(",") {
        let mut part = segment(tokens, floor, end);
        while let Some(start) = listed_before(tokens, floor, &part) {
            part.start = start;
        }
        return phrase(tokens, part, None);
    }
    // "The paper, written by Ann Ray and Bo Low, said": back to the paper.
    let made = (floor + 1..end - 1).find(|at| is_made_by(tokens, *at));
    if let Some(comma) = made.filter(|comma| !tokens[*comma + 1..end].iter().any(is_verb_of_clause)) {
        let name = segment(tokens, floor, comma);
        return phrase(tokens, name, Some(comma + 1..end - 1));
    }
    // Back over "Name, a director, formerly of the firm, said".
    let mut aside: Option<Range<usize>> = None;
    for _ in 0..ASIDES {
        let comma = (floor..end - 1).rev().find(|at| tokens[*at].is(",") || tokens[*at].quote.is_some());
        let whole = comma.map_or(floor, |comma| comma + 1)..end - 1;
        // The last of a list: "Ann Ray, D-Calif., and Bo Low, R-Tex., said".
        if tokens[whole.start].is("and")
            && let Some(start) = listed_before(tokens, floor, &whole)
        {
            return phrase(tokens, start..whole.end, None);
        }
        let part = if comma.is_some() && is_aside(tokens, &whole) { whole } else { segment(tokens, floor, end - 1) };
        let more = part.start > floor
            && tokens[part.start - 1].is(",")
            && !is_named_body(tokens, &part)
            && !opens(tokens, floor, part.start - 1);
        if part.is_empty() {
            return None;
        }
        let named = tokens[part.start].capital && part.clone().any(|at| person(tokens, at, part.end).is_some());
        if !more || named || !is_aside(tokens, &part) {
            let mut part = part;
            while aside.is_none()
                && let Some(start) = listed_before(tokens, floor, &part)
            {
                part.start = start;
            }
            return phrase(tokens, part, aside);
        }
        aside = Some(part.start..aside.map_or(part.end, |aside| aside.end));
        end = part.start;
    }
    None
}

/// The source after a verb: "said Ann Ray, a director at the Alliance, on Monday".
pub(crate) fn after(tokens: &[Token], start: usize, ceiling: usize) -> Option<Source> {
    let ceiling = ceiling.min(start + SUBJECT);
    let mut end = start;
    while end < ceiling && continues(tokens, start, end) {
        end += 1;
    }
    let mut aside = None;
    if let Some(list) = listed_after(tokens, start, end, ceiling) {
        return phrase(tokens, start..list, None);
    }
    if tokens.get(end).is_some_and(|token| token.is(",")) && end < ceiling {
        let from = end + 1;
        let mut to = from;
        let mut commas = 0;
        while to < ceiling
            && tokens[to].quote.is_none()
            && (tokens[to].word || matches!(tokens[to].low.as_str(), "–" | "-" | "(" | ")" | ","))
        {
            if tokens[to].is(",") {
                commas += 1;
                if commas > 1 || !tokens.get(to + 1).is_some_and(|next| next.capital) {
                    break;
                }
            }
            to += 1;
        }
        if to > from && is_aside(tokens, &(from..to)) && !tokens[from].is_among(words::TIME_WORDS) {
            aside = Some(from..to);
        }
    }
    phrase(tokens, start..end, aside)
}

/// Whoever the sentence starting at `floor` is about, for a participle after the comma at or before `end`.
pub(crate) fn subject(tokens: &[Token], floor: usize, end: usize) -> Option<Source> {
    let end = end.min(floor + SUBJECT);
    let mut start = floor;
    while start < end {
        let stops = |at: &usize| {
            let token = &tokens[*at];
            let abbreviated = token.is(".") && *at > start && is_abbreviated(&tokens[at - 1]);
            token.quote.is_some() || (!token.word && !abbreviated)
        };
        let stop = (start..end).find(stops).unwrap_or(end);
        let first = tokens.get(start).filter(|_| start < stop);
        let fronted = first.is_some_and(|first| {
            first.is_among(words::PREPOSITIONS) || first.is_among(words::CLAUSE_STARTS) || first.low.ends_with("ing")
        });
        let named = after_date(tokens, start, stop);
        if (!fronted || named > start) && start < stop {
            let verb = (named + 1..stop).find(|at| acts(&tokens[*at])).unwrap_or(stop);
            return phrase(tokens, named..verb, None);
        }
        start = stop + 1;
    }
    None
}

/// Whether a word is a finite verb behind a subject, as far as its form tells.
pub(crate) fn acts(token: &Token) -> bool {
    let past = token.low.ends_with("ed") && !token.capital;
    is_verb(token) || past || matches!(token.low.as_str(), "can" | "cannot" | "can't" | "must" | "should")
}

/// The noun phrase that `who` at `pronoun` refers to: "the industry and its critics, who" are the critics.
pub(crate) fn antecedent(tokens: &[Token], floor: usize, pronoun: usize) -> Option<Source> {
    let end = if pronoun > floor && tokens[pronoun - 1].is(",") { pronoun - 1 } else { pronoun };
    let part = segment(tokens, floor.max(end.saturating_sub(SUBJECT)), end);
    let cut = part.clone().rev().find(|at| {
        let token = &tokens[*at];
        token.is("and") || token.is_among(words::PREPOSITIONS) || token.cue().is_some()
    });
    phrase(tokens, cut.map_or(part.start, |cut| cut + 1)..part.end, None)
}

/// The words back from `end` to the start of the clause.
fn segment(tokens: &[Token], floor: usize, end: usize) -> Range<usize> {
    let mut start = end;
    while start > floor {
        let token = &tokens[start - 1];
        let low = token.low.as_str();
        let dash = matches!(low, "–" | "-")
            && start >= floor + 2
            && tokens[start - 2].capital
            && tokens.get(start).is_some_and(|t| t.capital);
        let stop = low == "." && start >= floor + 2 && is_abbreviated(&tokens[start - 2]);
        if token.quote.is_some()
            || (!token.word && !dash && !stop)
            || token.is_among(words::CLAUSE_STARTS)
            || is_report(token)
        {
            break;
        }
        // "did this and Ann said" is two clauses, "Ann and Bob said" is one subject.
        if low == "and" && (floor..start - 1).rev().take_while(|at| tokens[*at].word).any(|at| is_verb(&tokens[at])) {
            break;
        }
        start -= 1;
    }
    start..end
}

/// Whether a full stop after this word is part of it.
fn is_abbreviated(token: &Token) -> bool {
    token.is_among(words::ABBREVIATIONS) || (token.capital && token.low.chars().count() == 1)
}

/// Whether a word is surely a report of speech: its subject cannot be that of a later verb.
fn is_report(token: &Token) -> bool {
    matches!(token.low.as_str(), "said" | "says" | "say" | "told" | "argued" | "argues" | "wrote" | "added")
}

fn continues(tokens: &[Token], start: usize, at: usize) -> bool {
    let token = &tokens[at];
    let low = token.low.as_str();
    if token.quote.is_some() || token.is_among(words::CLAUSE_STARTS) {
        return false;
    }
    if !token.word {
        // The full stop of "Rep. Ray" goes on.
        return token.is(".") && at > start && is_abbreviated(&tokens[at - 1]);
    }
    let title_of = matches!(low, "of" | "for") && !tokens[start..at].iter().any(|t| is_name_part(t) && !is_title(t));
    let plural_from = matches!(low, "from" | "of" | "for" | "in") && at > start && !tokens[start].capital;
    let by_whom = low == "by" && at > start && tokens[start].is_among(words::STARTERS) && is_by_somebody(tokens, at);
    (matches!(low, "may" | "april" | "june") || !token.is_among(words::TIME_WORDS))
        && !low.ends_with("ing")
        && (title_of || plural_from || by_whom || !token.is_among(words::PREPOSITIONS))
        && !(is_verb(token) && at > start)
        && !matches!(low, "who" | "which" | "whose")
}

/// "The Old Mill Foundation": a name, and no role of anybody.
fn is_named_body(tokens: &[Token], part: &Range<usize>) -> bool {
    let [the, name @ .., last] = &tokens[part.clone()] else { return false };
    let inside = |token: &Token| token.capital || matches!(token.low.as_str(), "of" | "and" | "for" | "&");
    the.is("the")
        && name.first().is_some_and(|first| first.capital)
        && name.iter().all(inside)
        && is_name_part(last)
        && !last.is_genitive()
        && !tokens[part.clone()].iter().any(is_title)
}

/// Whether what ends at a comma is a phrase that opens the sentence: "In a letter to the mayor of Mill, …".
fn opens(tokens: &[Token], floor: usize, comma: usize) -> bool {
    let inside = (floor..comma).rev().take_while(|at| !tokens[*at].is(",") && tokens[*at].quote.is_none());
    let subject = after_date(tokens, floor, comma) > floor
        || (floor..comma).any(|at| person(tokens, at, comma).is_some_and(|name| name.end == comma));
    inside.last() == Some(floor) && tokens[floor].is_among(words::PREPOSITIONS) && !subject
}

/// "By" of "a letter by Ann Ray".
fn is_by_somebody(tokens: &[Token], by: usize) -> bool {
    let named = tokens.get(by + 1).is_some_and(is_name_part)
        || tokens.get(by + 1).is_some_and(|next| next.is("the")) && tokens.get(by + 2).is_some_and(is_name_part);
    tokens[by].is("by") && is_document(&tokens[by - 1]) && named
}

/// The comma of "…, written by Ann Ray".
fn is_made_by(tokens: &[Token], comma: usize) -> bool {
    let made = |token: &Token| {
        matches!(
            token.low.as_str(),
            "written"
                | "signed"
                | "led"
                | "drafted"
                | "backed"
                | "commissioned"
                | "prepared"
                | "headed"
                | "chaired"
                | "run"
                | "founded"
                | "published"
                | "organised"
                | "organized"
                | "sponsored"
        )
    };
    tokens[comma].is(",")
        && tokens.get(comma + 1).is_some_and(made)
        && tokens.get(comma + 2).is_some_and(|by| by.is("by"))
}

/// Whether a word is the verb of a clause, and so in no apposition but a relative one.
fn is_verb_of_clause(token: &Token) -> bool {
    token.is_among(words::MAIN_VERBS) && !token.capital
}

fn is_document(token: &Token) -> bool {
    token.is_among(words::DOCUMENTS) || token.is_among(words::SPEECH_NOUNS)
}

fn is_aside(tokens: &[Token], part: &Range<usize>) -> bool {
    let Some(first) = tokens.get(part.start) else { return false };
    !first.capital
        || is_party(first)
        || tokens[part.clone()].iter().any(|token| is_title(token) || token.is("of"))
        || first.low.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a word is an article, outside of quotations.
pub(crate) fn is_article(token: &Token) -> bool {
    token.quote.is_none() && matches!(token.low.as_str(), "the" | "a" | "an")
}

/// Whether a word says how something is said: "flatly".
pub(crate) fn is_manner(token: &Token) -> bool {
    token.low.ends_with("ly") && token.low.len() > NOT_MANNER && !token.capital
}

fn is_adverb(token: &Token) -> bool {
    let low = token.low.as_str();
    token.quote.is_none()
        && !token.capital
        && (token.is_among(words::AUXILIARIES)
            || is_manner(token)
            || (token.is_among(words::TIME_WORDS) && !matches!(low, "this" | "last" | "week" | "month" | "year")))
}

/// Whether a word is surely a finite verb here: an auxiliary or a report.
pub(crate) fn is_verb(token: &Token) -> bool {
    let low = token.low.as_str();
    (token.is_among(words::MAIN_VERBS) && !(token.capital && matches!(low, "will" | "may")))
        || low.ends_with("n't")
        || token.cues().iter().any(|cue| {
            !cue.adjacent && matches!(cue.form, words::Form::Past | words::Form::Third) && cue.particles.is_empty()
        })
}
