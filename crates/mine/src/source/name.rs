//! Names of people, told from titles and organisations by their words.

use std::ops::{Range, RangeInclusive};

use super::is_date;
use crate::lex::Token;
use crate::vocabulary as words;

/// A person's full name has so many words, without initials' full stops.
const FULL_NAME: RangeInclusive<usize> = 2..=4;

/// The name of a person that starts at `at`: two to four capitalised words that are no title and no organisation.
pub(crate) fn person(tokens: &[Token], at: usize, end: usize) -> Option<Range<usize>> {
    let fits = |n: usize| {
        let title = is_title(&tokens[n]) && !is_first_name(tokens, n, end);
        is_name_part(&tokens[n]) && !title && !is_organisation(&tokens[n])
    };
    let starter = |at: usize| tokens[at].is_among(words::STARTERS) && !is_first_name(tokens, at, end);
    if at >= end || !fits(at) || starter(at) || tokens[at].is_genitive() || is_date(tokens, at) {
        return None;
    }
    if at > 0
        && tokens[at - 1].quote == tokens[at].quote
        && !is_date(tokens, at - 1)
        && !is_chamber(tokens, at - 1)
        && is_name_part(&tokens[at - 1])
        && !is_title(&tokens[at - 1])
        && tokens[at - 1].end + 1 == tokens[at].start
        && !tokens[at - 1].is_genitive()
        && !tokens[at - 1].is_among(words::STARTERS)
    {
        return None;
    }
    let mut to = at;
    while to < end {
        let initial = tokens[to].is(".") && to > at && tokens[to - 1].low.chars().count() == 1;
        let particle = to > at && tokens[to].is_among(words::PARTICLES);
        let article = to > at && ["al-", "el-"].iter().any(|article| tokens[to].low.starts_with(article));
        // "Ann Ray The Board": a headline or a sentence without its full stop.
        let starts = to > at && !tokens.get(to + 1).is_some_and(|next| next.is(".")) && starts_phrase(&tokens[to]);
        if starts || !(fits(to) || initial || particle || article) {
            break;
        }
        to += 1;
        if tokens[to - 1].is_genitive() {
            break;
        }
    }
    // "Ann Ray de facto": a particle ends no name.
    while to > at && !tokens[to - 1].capital && tokens[to - 1].is_among(words::PARTICLES) {
        to -= 1;
    }
    let names = (at..to).filter(|n| tokens[*n].word).count();
    // "Justice Department" and "Supreme Court": an organisation's noun follows its name.
    let organisation = tokens.get(to).is_some_and(|next| to < end && next.capital && is_organisation(next));
    // "Manhattan District" of "Manhattan District Attorney Ray" is a part of the title.
    if tokens.get(to).is_some_and(|next| to < end && next.capital && is_title(next)) {
        return None;
    }
    (FULL_NAME.contains(&names)
        && !organisation
        && !tokens[at..to].iter().any(|token| token.acronym && !is_initials(token)))
    .then_some(at..to)
}

/// Whether a word that means something else as well is the first name of the two of a person: "Will Quill", "Dean Quill".
pub(super) fn is_first_name(tokens: &[Token], at: usize, end: usize) -> bool {
    let name = |n: usize| n < end && tokens.get(n).is_some_and(is_name_part);
    let plain = |token: &Token| {
        !token.acronym && !is_title(token) && !is_organisation(token) && !token.is_among(words::STARTERS)
    };
    tokens[at].capital
        && matches!(tokens[at].low.as_str(), "will" | "dean" | "mark" | "grant")
        && name(at + 1)
        && !name(at + 2)
        && plain(&tokens[at + 1])
}

/// "J.J." of "J.J. Quill"; states and unions are none.
fn is_initials(token: &Token) -> bool {
    let low = token.low.as_str();
    low.contains('.') && !matches!(low, "u.s." | "u.k." | "u.n." | "e.u." | "d.c." | "u.s" | "u.k" | "u.n" | "e.u")
}

/// "The House" of "In the House Ann Ray said".
fn is_chamber(tokens: &[Token], at: usize) -> bool {
    at > 0
        && tokens[at - 1].is("the")
        && matches!(tokens[at].low.as_str(), "house" | "senate" | "congress" | "commons" | "lords" | "parliament")
}

/// Whether a word in capitals starts something new behind a name.
fn starts_phrase(token: &Token) -> bool {
    let low = token.low.as_str();
    matches!(
        low,
        "the"
            | "a"
            | "an"
            | "and"
            | "but"
            | "if"
            | "it"
            | "he"
            | "she"
            | "they"
            | "we"
            | "when"
            | "so"
            | "this"
            | "that"
    ) || token.is_among(words::PREPOSITIONS)
}

/// Whether a word can be part of a name.
pub(crate) fn is_name_part(token: &Token) -> bool {
    token.word && token.capital
}

/// Whether a word is a title or a role.
pub(crate) fn is_title(token: &Token) -> bool {
    // "Attorney-General", "co-author".
    let compound = token.bare().rsplit_once('-').is_some_and(|(_, last)| words::TITLES.contains(last));
    token.bare_is_among(words::TITLES)
        || compound
        || token.bare().strip_suffix('s').is_some_and(|one| words::TITLES.contains(one))
}

/// Whether a word is the party and place of a politician: "D-Calif".
pub(crate) fn is_party(token: &Token) -> bool {
    token.capital && ["d-", "r-", "i-"].iter().any(|party| token.low.starts_with(party))
}

fn is_organisation(token: &Token) -> bool {
    token.bare_is_among(words::ORGANISATION_NOUNS) || token.bare_is_among(words::ORGANISATION_WORDS)
}
