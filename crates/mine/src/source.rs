//! The words that name who speaks: the noun phrase before or after a reporting verb.
//!
//! Whom they name is left to `resolve`. Every look back or ahead is bounded, so that a sentence of any length costs no
//! more than its words.

mod list;
mod name;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::lex::Token;
use crate::vocabulary as words;
use list::{listed_after, listed_before};
use name::is_first_name;
pub(crate) use name::{is_date, is_name_part, is_party, is_title, person};

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
    let named = tokens.get(by + 1).is_some_and(|next| is_name_part(next))
        || tokens.get(by + 1).is_some_and(|next| next.is("the")) && tokens.get(by + 2).is_some_and(is_name_part);
    tokens[by].is("by") && is_document(&tokens[by - 1]) && named
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

fn phrase(tokens: &[Token], part: Range<usize>, aside: Option<Range<usize>>) -> Option<Source> {
    let Range { mut start, mut end } = part;
    while start < end && (tokens[start].is_among(words::LEADING) || !tokens[start].word) {
        start += 1;
    }
    start = after_date(tokens, start, end);
    // "NEW YORK Two officials": a dateline.
    let dateline = tokens[start..end].iter().take_while(|token| token.acronym && token.low.len() > 2).count();
    if dateline > 1 && start + dateline < end && tokens[start + dateline].capital {
        start += dateline;
    }
    // "A letter by Ann Ray and Bo Low": theirs.
    if let Some(by) = (start + 1..end).find(|at| is_by_somebody(tokens, *at)).filter(|by| by + 1 < end) {
        start = by + 1;
    }
    // "Officials whom the paper did not name".
    if let Some(whom) = (start + 1..end).find(|at| tokens[*at].is("whom")) {
        end = whom;
    }
    // "Ray’s speech", "the bureau’s statement": theirs.
    if let Some(at) = (start..end).find(|at| {
        tokens[*at].is_genitive()
            && (at + 1..end.min(at + 1 + GENITIVE_NOUN)).any(|noun| tokens[noun].is_among(words::SPEECH_NOUNS))
    }) {
        end = at + 1;
    }
    let name = (start..end).find_map(|at| person(tokens, at, end));
    if let Some(name) = name {
        let title = (start < name.start && tokens[start..name.start].iter().any(is_title))
            .then(|| trimmed(tokens, start..name.start));
        let and = |at: usize| at < end && tokens.get(at).is_some_and(|next| next.is("and"));
        let list = name.end < end && tokens[name.end].is(",") && (name.end..end).any(and);
        // "He and Ann Ray", "Acme, Ann Ray and Low".
        let before = (start..name.start).rev().find(|at| tokens[*at].is("and") || tokens[*at].is(","));
        let first = before.filter(|at| is_one(tokens, start..*at)).map_or(name.start, |_| start);
        let name = if and(name.end) || list { first..end } else { first..name.end };
        let title = title.filter(|_| first == name.start && first != start || before.is_none());
        return Some(Source { name, title: title.flatten(), aside });
    }
    // "On Monday the bureau": what follows the preposition's noun is hard to tell; only a last name counts.
    if tokens.get(start).is_some_and(|first| first.is_among(words::PREPOSITIONS)) {
        let last = (start..end).rev().find(|at| is_name_part(&tokens[*at]))?;
        return (last + 1 == end).then_some(Source { name: last..end, title: None, aside });
    }
    if let Some(cut) = (start + 1..end).find(|at| {
        let low = tokens[*at].low.as_str();
        let aside = tokens[*at + 1..end.min(at + 1 + ASIDE_NOUN)]
            .iter()
            .any(|token| token.is_among(words::SPEECH_NOUNS) || token.is_among(words::TIME_WORDS));
        matches!(low, "in" | "on" | "at" | "during" | "after" | "via") && (aside || tokens[start].capital)
    }) {
        end = cut;
    }
    // "Quill fought on, arguing": after a name, a word that is no noun for somebody starts what they did.
    let run = (start..end).find(|at| !is_name_part(&tokens[*at])).unwrap_or(end);
    let proper = start < run && !tokens[start].is_among(words::STARTERS);
    if proper && run < end {
        let next = &tokens[run];
        let goes_on = next.low.ends_with('s')
            || is_title(next)
            || matches!(next.low.as_str(), "and" | "," | "of" | "for" | "from" | "–" | "-" | "&" | ".")
            || next.is_among(words::ORGANISATION_NOUNS)
            || next.is_among(words::PERSON_NOUNS)
            || tokens[run..end].iter().any(|token| {
                is_title(token) || token.bare_is_among(words::ORGANISATION_NOUNS) || token.low.ends_with('s')
            });
        if !goes_on {
            end = run;
        }
    }
    if let Some(name) = described(tokens, start..end) {
        return Some(Source { name: name..end, title: trimmed(tokens, start..name), aside });
    }
    // A lone name keeps its title apart: "President Ray".
    let mut at = start;
    while at + 1 < end
        && (is_title(&tokens[at])
            || tokens[at].is(".")
            || (tokens[at].capital && tokens[at + 1..end].iter().any(|t| is_title(t) && t.capital)))
    {
        at += 1;
    }
    let lone = at > start
        && is_name_part(&tokens[at])
        && at + 1 == end
        && !is_title(&tokens[at])
        && tokens[start..at].iter().any(is_title);
    // "May" and "Will" alone are people.
    let finite = tokens.get(start)?.is_among(words::MAIN_VERBS)
        && !(tokens[start].capital && (end == start + 1 || is_first_name(tokens, start, end)));
    // "It gives them what they": a misread clause.
    let clause = tokens[start..end].iter().skip(1).any(|token| token.is("what") && !token.capital)
        || tokens[start..end]
            .iter()
            .take_while(|token| !matches!(token.low.as_str(), "who" | "which" | "whose" | "that"))
            .any(|token| !token.capital && matches!(token.low.as_str(), "is" | "are" | "was" | "were"));
    let usable = start < end
        && !finite
        && !clause
        && tokens[start..end].iter().any(|token| token.word)
        && end - start <= LONGEST_NAME;
    let first = tokens.get(start)?;
    let empty = matches!(
        first.low.as_str(),
        "what" | "there" | "which" | "to" | "not" | "i" | "we" | "you" | "this" | "that" | "these" | "those"
    );
    if !usable || (empty && !matches!(first.low.as_str(), "i" | "we") && end - start < 2) {
        return None;
    }
    if lone {
        return Some(Source { name: at..end, title: trimmed(tokens, start..at), aside });
    }
    Some(Source { name: start..end, title: None, aside })
}

/// Behind the words that tell when, without a comma: "On 3 May the board", "That autumn she", "Two years later Ann Ray".
fn after_date(tokens: &[Token], start: usize, end: usize) -> usize {
    let glue = |token: &Token| {
        token.low.starts_with(|c: char| c.is_ascii_digit())
            || matches!(
                token.low.as_str(),
                "in" | "on"
                    | "by"
                    | "at"
                    | "since"
                    | "during"
                    | "until"
                    | "the"
                    | "that"
                    | "this"
                    | "of"
                    | "a"
                    | "an"
                    | "next"
                    | "last"
                    | "same"
                    | "following"
                    | "previous"
                    | "early"
                    | "late"
                    | "mid"
                    | "one"
                    | "two"
                    | "three"
                    | "few"
            )
    };
    let year = |token: &Token| token.low.len() == 4 && token.low.chars().all(|c| c.is_ascii_digit());
    let time = |at: usize| {
        let token = &tokens[at];
        is_date(tokens, at)
            || (year(token) && at > start)
            || !token.capital
                && matches!(
                    token.low.as_str(),
                    "day"
                        | "days"
                        | "week"
                        | "weeks"
                        | "month"
                        | "months"
                        | "year"
                        | "years"
                        | "spring"
                        | "summer"
                        | "autumn"
                        | "winter"
                        | "later"
                        | "afterwards"
                        | "today"
                )
    };
    let run = (start..end).take_while(|at| glue(&tokens[*at]) || time(*at));
    let after = run.filter(|at| time(*at)).last().map_or(start, |at| at + 1);
    // "Today" and "Friday" are no subjects, but nothing else may be left.
    let genitive = after > start && tokens[after - 1].is_genitive();
    if after < end && !genitive && tokens[after].word && !tokens[after].is_among(words::PREPOSITIONS) {
        after
    } else {
        start
    }
}

/// "He", or a name in capitals throughout: what may be joined with a name.
fn is_one(tokens: &[Token], part: Range<usize>) -> bool {
    let pronoun = part.len() == 1 && matches!(tokens[part.start].low.as_str(), "he" | "she");
    let names = |token: &Token| (is_name_part(token) && !is_title(token)) || token.is(",");
    let starts = tokens.get(part.start).is_some_and(|first| !first.is_among(words::STARTERS));
    !part.is_empty() && (pronoun || (starts && tokens[part].iter().all(names)))
}

/// "The messaging platform Chirp", "tram operator Northline": where the name starts after what describes it.
fn described(tokens: &[Token], part: Range<usize>) -> Option<usize> {
    let name = |at: &usize| is_name_part(&tokens[*at]) && !is_title(&tokens[*at]);
    let start = part.clone().rev().take_while(name).last()?;
    let noun = tokens.get(start.checked_sub(1).filter(|at| *at >= part.start)?)?;
    let describes = !noun.capital && !noun.is_genitive() && noun.bare_is_among(words::ORGANISATION_NOUNS);
    describes.then_some(start)
}

/// More words than this are no name of a source but a misread clause.
const LONGEST_NAME: usize = 14;

fn trimmed(tokens: &[Token], mut range: Range<usize>) -> Option<Range<usize>> {
    while range.start < range.end && matches!(tokens[range.start].low.as_str(), "the" | "a" | "an" | "by" | "in") {
        range.start += 1;
    }
    (!range.is_empty()).then_some(range)
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
