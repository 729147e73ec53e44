//! Addresses that lead to words of an article at its publisher's: text fragments
//! (<https://wicg.github.io/scroll-to-text-fragment/>, section 3.3).
//!
//! A browser looks for the first place that has `start`, or goes from `start` to `end`, whatever the case, in whole words; `start` and `end`
//! lie in one paragraph each. Where the article has the words twice, those before and after say which place is meant. The page may
//! set them in other marks than the file or have them elsewhere too: then the browser shows another place, or the beginning.

use std::ops::Range;

use corpus::{Article, Span};

/// Words up to which a quotation stands in the address as a whole: most sentences that are quoted in a few words, and no address that
/// is too long to be passed on.
const WHOLE: usize = 10;

/// Words that a longer quotation begins and ends with in the address: enough that they are seldom found elsewhere in an article.
const EDGE: usize = 5;

/// Words before and after that tell a place from others with the same words.
const CONTEXT: usize = 3;

/// Signs at the ends of a quotation that publishers set in different ways, or that are not in the sentence as it stands.
const MARKS: &[char] = &[
    '"', '\'', '“', '”', '‘', '’', '„', '«', '»', ',', '.', ';', ':', '!', '?', '…', '-', '–', '—', '(', ')', '[', ']',
];

/// The address at which an article was published, so that a browser shows the words at `spans` of it. Nothing where the article has no
/// address, or its words are not here.
pub fn text_fragment(article: &Article<'_>, spans: &[Span]) -> Option<String> {
    let url = article.url.as_deref()?;
    let directives: Vec<String> = spans.iter().filter_map(|span| directive(article, *span)).collect();
    if directives.is_empty() {
        return None;
    }
    let url = url.split(":~:").next().unwrap_or(url);
    let hash = if url.contains('#') { "" } else { "#" };
    Some(format!("{url}{hash}:~:{}", directives.join("&")))
}

/// The directive that finds a span.
fn directive(article: &Article<'_>, span: Span) -> Option<String> {
    let text = article.text();
    let (first, last) = (article.paragraphs().first()?, article.paragraphs().last()?);
    let body = first.range().start..last.range().end;
    let (start, end) = whole_words(text, span)?;
    let paragraph =
        |at: usize| article.paragraphs().iter().find(|span| span.range().contains(&at)).map(|span| span.range());
    // Both ends lie in paragraphs: what is said is in the body.
    let (head, tail) = (paragraph(start)?, paragraph(end - 1)?);
    let words: Vec<&str> = text[start..end].split_whitespace().collect();
    let (from, to) = if head == tail && words.len() <= WHOLE {
        (words.join(" "), None)
    } else {
        let from = text[start..end.min(head.end)].split_whitespace().take(EDGE).collect::<Vec<_>>().join(" ");
        (from, Some(last_words(&text[start.max(tail.start)..end], EDGE)))
    };
    let is_ambiguous = is_elsewhere(text, body, start..end, &from, to.as_deref());
    let mut directive = String::from("text=");
    if is_ambiguous {
        let prefix = article.paragraphs().iter().rev().find(|span| span.range().start < start);
        let prefix = prefix.map(|span| last_words(&text[span.range().start..start.min(span.range().end)], CONTEXT));
        if let Some(prefix) = prefix.filter(|prefix| !prefix.is_empty()) {
            encode(&mut directive, &prefix);
            directive += "-,";
        }
    }
    encode(&mut directive, &from);
    if let Some(to) = &to {
        directive.push(',');
        encode(&mut directive, to);
    }
    if is_ambiguous {
        let suffix = article.paragraphs().iter().find(|span| span.range().end > end);
        let suffix = suffix.map(|span| {
            let words = text[end.max(span.range().start)..span.range().end].split_whitespace();
            words.take(CONTEXT).collect::<Vec<_>>().join(" ")
        });
        if let Some(suffix) = suffix.filter(|suffix| !suffix.is_empty()) {
            directive += ",-";
            encode(&mut directive, &suffix);
        }
    }
    Some(directive)
}

/// Where a span begins and ends without the marks around it, and with all of the words that it has a part of.
fn whole_words(text: &str, span: Span) -> Option<(usize, usize)> {
    let words = span.of(text)?;
    let is_outside = |c: char| c.is_whitespace() || MARKS.contains(&c);
    let range = span.range();
    let mut start = range.end - words.trim_start_matches(is_outside).len();
    let mut end = range.start + words.trim_end_matches(is_outside).len();
    if start >= end {
        return None;
    }
    if text[start..].starts_with(char::is_alphanumeric) {
        start = text[..start].trim_end_matches(char::is_alphanumeric).len();
    }
    if text[..end].ends_with(char::is_alphanumeric) {
        end = text.len() - text[end..].trim_start_matches(char::is_alphanumeric).len();
    }
    Some((start, end))
}

fn last_words(text: &str, n: usize) -> String {
    let mut words: Vec<&str> = text.split_whitespace().rev().take(n).collect();
    words.reverse();
    words.join(" ")
}

/// Whether a browser that looks for `from`, or goes from there to `to`, would find something else in `body` than the words at `words`.
fn is_elsewhere(text: &str, body: Range<usize>, words: Range<usize>, from: &str, to: Option<&str>) -> bool {
    let mut whole = String::with_capacity(body.len());
    fold(&mut whole, &text[body.start..words.start]);
    let place = whole.len();
    fold(&mut whole, &text[words.clone()]);
    let end = whole.len();
    fold(&mut whole, &text[words.end..body.end]);
    let (from, to) = (folded(from), to.map(folded));
    let rest = place + from.len();
    let is_last =
        |to: &String| whole.get(rest..).and_then(|after| after.find(to)).map(|at| rest + at + to.len()) == Some(end);
    whole.match_indices(&from).any(|(at, _)| at != place) || to.is_some_and(|to| !is_last(&to))
}

/// A text as browsers compare it: white space is one space, and case does not count.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold(&mut folded, text);
    folded
}

/// Adds a text to one that is folded.
fn fold(folded: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            c if !c.is_whitespace() => folded.extend(c.to_lowercase()),
            _ if folded.ends_with(' ') => {}
            _ => folded.push(' '),
        }
    }
}

/// Adds a text with all encoded that means something in a directive or in an address.
fn encode(directive: &mut String, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            directive.push(char::from(byte));
        } else {
            directive.push('%');
            directive.push(char::from(DIGITS[usize::from(byte >> 4)]));
            directive.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use corpus::{Content, Date};

    /// What leads to the first place that has `words`, after `skip` bytes.
    fn led(text: &str, words: &str, skip: usize, url: &str) -> Option<String> {
        let mut at = 0;
        let paragraphs = text.split("\n\n").map(|paragraph| {
            let span = Span::new(at, at + paragraph.len());
            at += paragraph.len() + 2;
            span
        });
        let content = Content { paragraphs: paragraphs.collect(), text: text.into(), sha256: [0; 32] };
        let article = Article {
            url: (!url.is_empty()).then(|| url.into()),
            body: content.into(),
            ..Article::blank("a", Date::new(2020, 1, 1).unwrap())
        };
        let start = skip + text[skip..].find(words).unwrap();
        text_fragment(&article, &[Span::new(start, start + words.len())])
    }

    #[test]
    fn short_words_stand_whole_and_long_ones_by_their_ends() {
        for (text, words, expected) in [
            ("He said “a-b, c & d,” twice.", "a-b, c & d,", "a%2Db%2C%20c%20%26%20d"),
            ("It is  so\n and\tso.", "is  so\n and\tso", "is%20so%20and%20so"),
            ("Ünd 100% é.", "100% é", "100%25%20%C3%A9"),
            (
                "one two three four five six seven eight nine ten eleven",
                "one two three four five six seven eight nine ten eleven",
                "one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven",
            ),
            ("No. Yes, so.\n\nAnd on.", "Yes, so.\n\nAnd on.", "Yes%2C%20so.,And%20on"),
            ("The encrypted word.", "crypt", "encrypted"),
        ] {
            assert_eq!(led(text, words, 0, "https://e.org/").unwrap(), format!("https://e.org/#:~:text={expected}"));
        }
    }

    #[test]
    fn words_that_stand_twice_are_told_apart_by_those_around_them() {
        let text = "He said: “No lamps.” So it was.\n\nNO  lamps at night.\n\nNo lamps";
        for (skip, words, expected) in [
            (0, "No lamps", "He%20said%3A%20%E2%80%9C-,No%20lamps,-.%E2%80%9D%20So%20it"),
            (30, "NO  lamps", "So%20it%20was.-,NO%20lamps,-at%20night."),
            (50, "No lamps", "lamps%20at%20night.-,No%20lamps"),
        ] {
            assert_eq!(led(text, words, skip, "https://e.org/").unwrap(), format!("https://e.org/#:~:text={expected}"));
        }
        let text = "m x k l n o a b c d e y a b c d e q";
        let early = led(text, "x k l n o a b c d e y a b c d e", 0, "https://e.org/").unwrap();
        assert_eq!(early, "https://e.org/#:~:text=m-,x%20k%20l%20n%20o,a%20b%20c%20d%20e,-q", "or it would end early");
    }

    #[test]
    fn an_address_keeps_the_fragment_that_it_has() {
        for (url, expected) in [
            ("https://e.org/a?b=c", "https://e.org/a?b=c#:~:text=x"),
            ("https://e.org/a#f", "https://e.org/a#f:~:text=x"),
            ("https://e.org/a#:~:text=old", "https://e.org/a#:~:text=x"),
        ] {
            assert_eq!(led("x", "x", 0, url).unwrap(), expected);
        }
        assert_eq!(led("x", "x", 0, ""), None);
        assert_eq!(led("x “,” y", "“,”", 0, "https://e.org/"), None, "nothing to look for");
    }
}
