//! Words that tell when, told from names.

use crate::lex::Token;
use crate::vocabulary as words;

/// Whether a word is a day or month: "June" in "in June Ann Ray said", not in "June Ray said".
pub(crate) fn is_date(tokens: &[Token], at: usize) -> bool {
    let token = &tokens[at];
    if !token.capital || !token.is_among(words::TIME_WORDS) {
        return false;
    }
    let month = matches!(
        token.low.as_str(),
        "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
    );
    let dated = |token: &Token| {
        token.low.starts_with(|c: char| c.is_ascii_digit())
            || token.is_among(words::PREPOSITIONS)
            || matches!(token.low.as_str(), "early" | "late" | "mid" | "last" | "next" | "this" | "that")
    };
    let day = |at: usize| tokens.get(at).is_some_and(|token| token.low.starts_with(|c: char| c.is_ascii_digit()));
    if !month {
        return token.low.ends_with("day");
    }
    // "By May" may be a month or the minister: a day or a year tells.
    let before = at.checked_sub(1).and_then(|n| tokens.get(n));
    let by = before.is_some_and(|before| matches!(before.low.as_str(), "by" | "to" | "from" | "with" | "against"));
    day(at + 1) || before.is_some_and(dated) && !(by && token.is("may"))
}

/// Behind the words that tell when, without a comma: "On 3 May the board", "That autumn she", "Two years later Ann Ray".
pub(super) fn after_date(tokens: &[Token], start: usize, end: usize) -> usize {
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
            || (!token.capital || at == start)
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
