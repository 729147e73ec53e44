//! Name, title and apposition of a noun phrase.

use std::ops::Range;

use super::name::is_first_name;
use super::{
    ASIDE_NOUN, GENITIVE_NOUN, LONGEST_NAME, Source, after_date, is_by_somebody, is_name_part, is_title, person,
};
use crate::lex::Token;
use crate::vocabulary as words;

pub(super) fn phrase(tokens: &[Token], part: Range<usize>, aside: Option<Range<usize>>) -> Option<Source> {
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
    let mut name = (start..end).find_map(|at| person(tokens, at, end));
    // "The Johns Hopkins cryptographer Ann Ray": the name behind the title.
    if let Some(first) = name.as_ref().filter(|name| name.end < end && !tokens[name.end].capital)
        && let Some(next) = (first.end..end).find_map(|at| person(tokens, at, end)).filter(|next| next.end == end)
        && tokens[first.end..next.start]
            .iter()
            .all(|token| token.word && !token.is("and") && !token.is_among(words::PREPOSITIONS))
        && tokens[first.end..next.start].iter().any(is_title)
    {
        name = Some(next);
    }
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
        // "In an editorial the Old Mill Herald".
        let run = (start..=last).rev().take_while(|at| is_name_part(&tokens[*at])).last().unwrap_or(last);
        let whole = run > start && tokens[run - 1].is("the");
        let name = if whole { run..end } else { last..end };
        return (last + 1 == end).then_some(Source { name, title: None, aside });
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

fn trimmed(tokens: &[Token], mut range: Range<usize>) -> Option<Range<usize>> {
    while range.start < range.end && matches!(tokens[range.start].low.as_str(), "the" | "a" | "an" | "by" | "in") {
        range.start += 1;
    }
    (!range.is_empty()).then_some(range)
}
