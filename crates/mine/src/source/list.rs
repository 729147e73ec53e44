//! Lists of sources: where a list of names before a verb starts, and where one of places after it ends.

use std::ops::Range;

use super::{LONGEST_NAME, is_name_part, is_party, is_verb};
use crate::lex::Token;
use crate::vocabulary as words;

/// How many words a name in a list has.
const LISTED: usize = 3;

/// "Acme, Ann Ray and Transit said", "Ann Ray, D-Calif., and Mayor Low said": where the name before a list's comma
/// starts, if one stands there.
pub(super) fn listed_before(tokens: &[Token], floor: usize, part: &Range<usize>) -> Option<usize> {
    let mut comma = part.start.checked_sub(1).filter(|comma| *comma > floor && tokens[*comma].is(","))?;
    let first = tokens.get(part.start)?;
    let named = is_name_part(first) || first.is("the") && part.len() > 1 && is_name_part(&tokens[part.start + 1]);
    let list = (named || first.is("and")) && tokens[part.clone()].iter().any(|token| token.is("and"));
    let abbreviated = usize::from(tokens[comma - 1].is("."));
    let party = comma.checked_sub(abbreviated + 1).filter(|party| *party > floor && is_party(&tokens[*party]));
    if let Some(before) = party.map(|party| party - 1).filter(|before| *before > floor && tokens[*before].is(",")) {
        comma = before;
    } else if first.is("and") && !tokens[part.clone()].iter().skip(1).all(is_name_part) {
        return None;
    }
    let name = |at: &usize| is_name_part(&tokens[*at]) && tokens[*at].quote.is_none();
    let mut start = (floor.max(comma.saturating_sub(LISTED))..comma).rev().take_while(name).last()?;
    let article = |at: usize| tokens[at].is("the");
    let starter = tokens[start].is_among(words::STARTERS) && !(article(start) && start + 1 < comma);
    if start > floor && article(start - 1) {
        start -= 1;
    }
    let governed = start > floor
        && (tokens[start - 1].word && tokens[start - 1].is_among(words::PREPOSITIONS) || is_verb(&tokens[start - 1]));
    (list && !starter && !governed).then_some(start)
}

/// "Sources in the ministry, the council and the union": where the list ends that a place or office of people without
/// names opens.
pub(super) fn listed_after(tokens: &[Token], start: usize, end: usize, ceiling: usize) -> Option<usize> {
    let people = tokens[start..end].iter().position(|token| token.is_among(words::PREPOSITIONS))?;
    let nameless = people > 0 && !tokens[start].capital && tokens[start + people - 1].low.ends_with('s');
    if !nameless || !tokens.get(end).is_some_and(|token| token.is(",")) {
        return None;
    }
    let item = |token: &Token| token.word && token.quote.is_none() && !is_verb(token) && !token.low.ends_with("ing");
    let stop = (end + 1..ceiling).find(|at| !(item(&tokens[*at]) || tokens[*at].is(","))).unwrap_or(ceiling);
    let and = (end + 1..stop).find(|at| tokens[*at].is("and"))?;
    let ends = tokens.get(stop).filter(|_| stop < ceiling).is_none_or(|token| token.is("."));
    let short = stop - end <= LONGEST_NAME && and + 1 < stop && and > end + 1;
    (ends && short && !tokens[end + 1..stop].iter().any(|token| token.is_among(words::TIME_WORDS))).then_some(stop)
}
