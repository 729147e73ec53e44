//! The second stage: words, quotations and sentences.
//!
//! Quotations are found paragraph by paragraph, for a paragraph is the longest stretch that an unclosed mark can spoil.
//! A sentence is one of the reporter's: a quotation inside it counts as a part of it, however many sentences are
//! quoted, because it is the reporter's sentence that names who speaks. Every scan here goes forward once.

mod token;

use std::ops::Range;

use corpus::Span;

use crate::vocabulary as words;
pub(crate) use token::{Token, lower};

/// An outermost quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quote {
    /// Its tokens, marks included.
    pub(crate) tokens: Range<usize>,
    /// What stands between the marks, without white space around it.
    pub(crate) inner: Span,
    pub(crate) closed: bool,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph {
    pub(crate) span: Span,
    pub(crate) quotes: Vec<Quote>,
    /// The reporter's sentences, as ranges of tokens.
    pub(crate) sentences: Vec<Range<usize>>,
}

/// An article in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lexed {
    pub(crate) tokens: Vec<Token>,
    pub(crate) paragraphs: Vec<Paragraph>,
}

/// Cuts paragraphs into words, quotations and sentences.
pub(crate) fn lex(text: &str, paragraphs: &[Span]) -> Lexed {
    let mut lexed = Lexed::default();
    for span in paragraphs {
        let first = lexed.tokens.len();
        tokens(text, *span, &mut lexed.tokens);
        let quotes = quotes(text, first, &mut lexed.tokens);
        let sentences = sentences(text, first..lexed.tokens.len(), &lexed.tokens, &quotes);
        lexed.paragraphs.push(Paragraph { span: *span, quotes, sentences });
    }
    lexed
}

fn tokens(text: &str, span: Span, into: &mut Vec<Token>) {
    let body = span.of(text).unwrap_or_default();
    let base = span.range().start;
    let mut chars = body.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = at + c.len_utf8();
        let word = c.is_alphanumeric();
        let mut dotted = false;
        while let Some((_, next)) = chars.peek().copied().filter(|_| word) {
            let after = body[end + next.len_utf8()..].chars().next();
            let inner = after.is_some_and(char::is_alphanumeric);
            let acronym = next == '.' && is_initial(body, at, end);
            let number = matches!(next, ',' | '.') && body[..end].ends_with(|c: char| c.is_ascii_digit());
            let joins = match next {
                '\'' | '’' | '-' | '&' => inner,
                ',' => number && after.is_some_and(|c| c.is_ascii_digit()),
                '.' => (number && after.is_some_and(|c| c.is_ascii_digit())) || (acronym && (inner || dotted)),
                _ => next.is_alphanumeric(),
            };
            if !joins {
                break;
            }
            dotted |= next == '.';
            end += next.len_utf8();
            chars.next();
        }
        into.extend(token(text, base + at..base + end));
    }
}

/// The word or mark in a range of the text, as if it stood outside of quotations.
pub(crate) fn token(text: &str, at: Range<usize>) -> Option<Token> {
    let form = text.get(at.clone())?;
    let first = form.chars().next()?;
    let capital = first.is_uppercase();
    Some(Token::new(at, lower(form), first.is_alphanumeric(), capital, capital && is_acronym(form)))
}

fn is_acronym(word: &str) -> bool {
    let form = word.trim_end_matches("’s").trim_end_matches("'s");
    form.len() > 1 && form.chars().all(|c| c.is_uppercase() || matches!(c, '.' | '&'))
}

/// Whether the last letter before `end` stands alone or after a mark, as in "U" of "U.S." and "N" of "R-N.C.".
fn is_initial(body: &str, start: usize, end: usize) -> bool {
    let mut back = body[start..end].chars().rev();
    back.next().is_some_and(char::is_alphabetic) && back.next().is_none_or(|c| matches!(c, '.' | '-'))
}

/// What a quotation was opened with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marks {
    Double,
    Guillemets,
    Single,
}

fn quotes(text: &str, first: usize, tokens: &mut [Token]) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::new();
    let mut open: Option<(usize, Marks)> = None;
    // A closing single mark after an "s" may be an apostrophe: it closes only if no better one follows.
    let mut maybe: Option<usize> = None;
    let len = tokens.len();
    for at in first..len {
        let token = &tokens[at];
        if token.word {
            continue;
        }
        let mark = text[token.start..token.end].chars().next().unwrap_or_default();
        let space_before = at == first || tokens[at - 1].end < token.start || opens(&tokens[at - 1]);
        let next_word = tokens.get(at + 1).filter(|next| next.start == token.end);
        let opening = space_before && next_word.is_some();
        match (mark, open) {
            ('“' | '„' | '‟', None) => open = Some((at, Marks::Double)),
            ('"', None) if opening => open = Some((at, Marks::Double)),
            ('«', None) => open = Some((at, Marks::Guillemets)),
            ('‘', None) if next_word.is_some() => open = Some((at, Marks::Single)),
            ('\'', None) if opening => open = Some((at, Marks::Single)),
            // A double mark inside single ones is the outer quotation after all: the single one was an apostrophe.
            ('“' | '„', Some((_, Marks::Single))) => (open, maybe) = (Some((at, Marks::Double)), None),
            ('"', Some((_, Marks::Single))) if opening => (open, maybe) = (Some((at, Marks::Double)), None),
            ('”', Some((from, Marks::Double))) => {
                quotes.push(quote(text, tokens, from..at + 1, true));
                open = None;
            }
            ('"' | '“', Some((from, Marks::Double))) if !opening => {
                quotes.push(quote(text, tokens, from..at + 1, true));
                open = None;
            }
            ('»', Some((from, Marks::Guillemets))) => {
                quotes.push(quote(text, tokens, from..at + 1, true));
                open = None;
            }
            // A second closing mark after a quotation that is already closed: the first one was inside.
            ('”' | '"', None) => {
                if let Some(last) = quotes.last_mut()
                    && last.closed
                    && at - last.tokens.end <= STRAY_CLOSE
                {
                    *last = quote(text, tokens, last.tokens.start..at + 1, true);
                }
            }
            ('’' | '\'', Some((from, Marks::Single))) if next_word.is_none_or(|next| !next.word) => {
                if tokens[at - 1].low.ends_with('s') {
                    maybe = Some(at);
                } else {
                    quotes.push(quote(text, tokens, from..at + 1, true));
                    (open, maybe) = (None, None);
                }
            }
            _ => {}
        }
    }
    match (open, maybe) {
        (Some((from, Marks::Single)), Some(at)) => quotes.push(quote(text, tokens, from..at + 1, true)),
        (Some((_, Marks::Single)), None) | (None, _) => {}
        (Some((from, _)), _) => quotes.push(quote(text, tokens, from..len, false)),
    }
    // Of quotations that a late mark has joined only the outer ones stay.
    quotes.retain(|quote| !quote.inner.is_empty());
    for (n, quote) in quotes.iter().enumerate() {
        for token in &mut tokens[quote.tokens.clone()] {
            token.quote = Some(n);
        }
    }
    quotes
}

/// How many tokens after a closed quotation a second closing mark may stand to make it longer: a sentence's worth.
const STRAY_CLOSE: usize = 30;

fn opens(token: &Token) -> bool {
    matches!(token.low.as_str(), "(" | "[" | "—" | "–" | "-" | "…")
}

fn quote(text: &str, tokens: &[Token], range: Range<usize>, closed: bool) -> Quote {
    let start = tokens[range.start].end;
    let end = if closed { tokens[range.end - 1].start } else { tokens[range.end - 1].end };
    let inner = text.get(start..end).unwrap_or_default();
    let lead = inner.len() - inner.trim_start().len();
    Quote { tokens: range, inner: Span::new(start + lead, start + lead + inner.trim().len()), closed }
}

fn sentences(text: &str, range: Range<usize>, tokens: &[Token], quotes: &[Quote]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = range.start;
    let mut at = range.start;
    while at < range.end {
        let token = &tokens[at];
        let mut end = at + 1;
        if let Some(quote) = token.quote.map(|n| &quotes[n]) {
            end = quote.tokens.end;
            let last = quote.inner.of(text).unwrap_or_default().chars().next_back().unwrap_or_default();
            let ends = match last {
                '.' | '…' => true,
                '?' | '!' => !names_a_source(tokens, end, range.end),
                _ => false,
            };
            if ends && starts_sentence(tokens, end, range.end) {
                found.push(start..end);
                start = end;
            }
        } else if matches!(token.low.as_str(), "." | "!" | "?" | "…") && !is_abbreviation(tokens, start, at) {
            while end < range.end
                && tokens[end].quote.is_none()
                && matches!(tokens[end].low.as_str(), "." | ")" | "]" | "\"" | "”" | "'" | "’")
            {
                end += 1;
            }
            if starts_sentence(tokens, end, range.end) {
                found.push(start..end);
                start = end;
            }
        } else if token.low == "u.s." || token.low.ends_with(".c.") {
            // An acronym's full stop ends a sentence where a word follows that usually starts one.
            if tokens.get(end).is_some_and(|next| next.capital && next.is_among(words::STARTERS)) && end < range.end {
                found.push(start..end);
                start = end;
            }
        }
        if end - start >= LONGEST_SENTENCE {
            found.push(start..end);
            start = end;
        }
        at = end;
    }
    if start < range.end {
        found.push(start..range.end);
    }
    found
}

/// A sentence without an end is cut after this many tokens, so that the work on each is bounded whatever the input. No
/// news sentence is nearly as long; a quotation in it may be.
const LONGEST_SENTENCE: usize = 400;

fn starts_sentence(tokens: &[Token], at: usize, end: usize) -> bool {
    at >= end || {
        let next = &tokens[at];
        next.capital || next.quote.is_some() || next.low.starts_with(|c: char| c.is_ascii_digit()) || !next.word
    }
}

/// Whether a few words with a reporting verb follow: after "Why?" the sentence then goes on.
fn names_a_source(tokens: &[Token], at: usize, end: usize) -> bool {
    let window = &tokens[at.min(end)..(at + SOURCE_AFTER_QUESTION).min(end)];
    let cue = window
        .iter()
        .position(|token| token.cue().is_some_and(|cue| !cue.adjacent && cue.form != words::Form::Participle));
    cue.is_some_and(|cue| window[..cue].iter().all(|token| token.word && token.quote.is_none()))
}

/// Room for a title, a name and the verb.
const SOURCE_AFTER_QUESTION: usize = 7;

fn is_abbreviation(tokens: &[Token], start: usize, at: usize) -> bool {
    if at == start || tokens[at].low != "." || tokens[at - 1].end < tokens[at].start {
        return false;
    }
    let before = &tokens[at - 1];
    let initial = before.capital && before.low.chars().count() == 1;
    initial || before.is_among(words::ABBREVIATIONS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexed(text: &str) -> Lexed {
        lex(text, &[Span::new(0, text.len())])
    }

    fn quoted(text: &str) -> Vec<&str> {
        lexed(text).paragraphs[0].quotes.iter().filter_map(|quote| quote.inner.of(text)).collect()
    }

    fn sentences_of(text: &str) -> Vec<&str> {
        let lexed = lexed(text);
        let slice = |range: &Range<usize>| &text[lexed.tokens[range.start].start..lexed.tokens[range.end - 1].end];
        lexed.paragraphs[0].sentences.iter().map(slice).collect()
    }

    #[test]
    fn words_keep_their_apostrophes_hyphens_and_full_stops() {
        let text = "The U.S. can’t re-open 1,000.5 O'Hare's files, R-N.C., of plan-B.";
        let words: Vec<String> = lexed(text).tokens.into_iter().map(|token| token.low).collect();
        assert_eq!(
            words,
            [
                "the", "u.s.", "can't", "re-open", "1,000.5", "o'hare's", "files", ",", "r-n.c.", ",", "of", "plan-b",
                "."
            ]
        );
    }

    #[test]
    fn quotations_of_every_make() {
        for (text, expected) in [
            ("“One,” she said.", vec!["One,"]),
            ("\"One,\" she said. \"Two.\"", vec!["One,", "Two."]),
            ("‘One’s own,’ she said.", vec!["One’s own,"]),
            ("'It is users' own,' she said.", vec!["It is users' own,"]),
            ("“A ‘nested’ one,” she said.", vec!["A ‘nested’ one,"]),
            ("«Un,» dit-elle.", vec!["Un,"]),
            ("“Never closed, she said.", vec!["Never closed, she said."]),
            ("“Mixed\" and \"mixed” again", vec!["Mixed", "mixed"]),
            ("\"One of many\", and more,\" it said.", vec!["One of many\", and more,"]),
            ("The users’ files and the firms’ keys", vec![]),
            ("“”", vec![]),
        ] {
            assert_eq!(quoted(text), expected, "{text}");
        }
    }

    #[test]
    fn sentences_are_the_reporters() {
        for (text, expected) in [
            ("Mr. Ray of the U.S. Navy said no. He left.", vec!["Mr. Ray of the U.S. Navy said no.", "He left."]),
            ("“A. B,” Ann said. “C. D.” She left.", vec!["“A. B,” Ann said.", "“C. D.”", "She left."]),
            ("“Why?” Ann asked. “Why?” Nobody knew.", vec!["“Why?” Ann asked.", "“Why?”", "Nobody knew."]),
        ] {
            assert_eq!(sentences_of(text), expected, "{text}");
        }
    }
}
