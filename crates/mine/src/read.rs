//! The first stage: an article's date, metadata and paragraphs, and what is wrong with its file.
//!
//! A file starts with the header ` date 2017-10-10 `, after which the body follows on the same line, or with front
//! matter between two lines of `---` (`front_matter`). What the paragraphs say is left to the later stages.

mod front_matter;

use std::str::FromStr;

use corpus::{ArticleKind, Date, ParseDateError, Span, Work};

use crate::diagnostic::{LineEnds, Problems};

/// An article as its file gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Read<'a> {
    pub(crate) text: &'a str,
    pub(crate) kind: ArticleKind,
    pub(crate) date: Option<Date>,
    pub(crate) title: Option<&'a str>,
    pub(crate) outlet: Option<&'a str>,
    pub(crate) author: Option<&'a str>,
    pub(crate) url: Option<&'a str>,
    pub(crate) works: Vec<Work<'a>>,
    pub(crate) paragraphs: Vec<Span>,
}

/// Reads a file. What could not be read is empty, and is among the problems.
pub(crate) fn read<'a>(bytes: &'a [u8], problems: &mut Problems<'_>) -> Read<'a> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.valid_up_to();
            let byte = bytes.get(at).copied().unwrap_or_default();
            problems.error(
                LineEnds::of(bytes).line(at),
                format!("not UTF-8: byte {byte:#04x} at offset {at}"),
                "save the file as UTF-8",
            );
            return Read::default();
        }
    };
    let mut read = Read { text, ..Read::default() };
    let start = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
    if text[start..].trim().is_empty() {
        problems.error(1, "the file is empty", HEADER_REMEDY);
        return read;
    }
    let mut lines = Lines { text, at: start };
    let body = match lines.clone().next() {
        Some(line) if line.words(text).trim_end() == FENCE => front_matter::read(&mut lines, &mut read, problems),
        _ => header(start, &mut read, problems),
    };
    let Some(body) = body else { return read };
    read.paragraphs = paragraphs(text, body);
    if read.paragraphs.is_empty() {
        problems.error(LineEnds::of(bytes).line(body), "the article has no body", "put its text after the header");
    }
    read
}

const BYTE_ORDER_MARK: char = '\u{feff}';
const FENCE: &str = "---";
const HEADER_REMEDY: &str = "start it with ` date 2017-10-10 ` or with front matter between lines of `---`";
const DATE_REMEDY: &str = "write year-month-day, as in 2017-10-10";

/// The header on the first line; returns where the body starts.
fn header(start: usize, read: &mut Read<'_>, problems: &mut Problems<'_>) -> Option<usize> {
    let rest = read.text[start..].trim_start();
    let line = LineEnds::of(read.text.as_bytes()).line(read.text.len() - rest.len());
    let after = rest.strip_prefix("date").filter(|after| after.starts_with([' ', '\t', '\u{a0}']));
    let Some(after) = after else {
        problems.error(1, "the article has no date", HEADER_REMEDY);
        return Some(start);
    };
    let after = after.trim_start_matches([' ', '\t', '\u{a0}']);
    let end = after.find(char::is_whitespace).unwrap_or(after.len());
    read.date = date(&after[..end], line, DATE_REMEDY, problems);
    Some(read.text.len() - after.len() + end)
}

/// A date, or a part of one.
fn date<D: FromStr<Err = ParseDateError>>(
    word: &str,
    line: u32,
    remedy: &str,
    problems: &mut Problems<'_>,
) -> Option<D> {
    match word.parse() {
        Ok(date) => Some(date),
        Err(ParseDateError::NoSuchDay) => {
            problems.error(line, format!("there is no such date as {word}"), remedy);
            None
        }
        Err(ParseDateError::Form) => {
            problems.error(line, format!("`{}` is not a date", shown(word)), remedy);
            None
        }
    }
}

/// At most this much of a wrong value is repeated in a message, so that the message stays one readable line.
const SHOWN: usize = 60;

fn shown(value: &str) -> String {
    let mut chars = value.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c });
    let start: String = chars.by_ref().take(SHOWN).collect();
    if chars.next().is_some() { start + "…" } else { start }
}

/// The stretches between blank lines from `body` on, without the white space around them.
pub(crate) fn paragraphs(text: &str, body: usize) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    for line in (Lines { text, at: body }) {
        let words = line.words(text);
        let trimmed = words.trim();
        if trimmed.is_empty() {
            found.extend(open.take());
            continue;
        }
        let start = line.start + (words.len() - words.trim_start().len());
        let end = start + trimmed.len();
        open = Some((open.map_or(start, |(first, _)| first), end));
    }
    found.extend(open);
    found.into_iter().map(|(start, end)| Span::new(start, end)).collect()
}

#[derive(Clone)]
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

#[derive(Clone, Copy)]
struct Line {
    start: usize,
    /// After the line break.
    end: usize,
}

impl Line {
    fn words(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

impl Iterator for Lines<'_> {
    type Item = Line;

    fn next(&mut self) -> Option<Line> {
        let start = self.at;
        let rest = self.text.get(start..).filter(|rest| !rest.is_empty())?;
        self.at = rest.find('\n').map_or(self.text.len(), |n| start + n + 1);
        Some(Line { start, end: self.at })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str) -> Read<'_> {
        let mut problems = Problems::of("a.txt");
        let read = read(text.as_bytes(), &mut problems);
        assert_eq!(problems.into_vec(), []);
        read
    }

    fn paragraphs_of(text: &str) -> Vec<&str> {
        clean(text).paragraphs.iter().filter_map(|span| span.of(text)).collect()
    }

    #[test]
    fn the_header_shares_its_line_with_the_body() {
        let read = clean(" date 2017-10-10 One.\n\nTwo\nlines.\n \t\nThree.");
        assert_eq!(read.date, Date::new(2017, 10, 10));
        assert_eq!(paragraphs_of(read.text), ["One.", "Two\nlines.", "Three."]);
    }

    #[test]
    fn line_breaks_of_windows_and_a_byte_order_mark_do_not_matter() {
        assert_eq!(paragraphs_of("\u{feff} date 2017-10-10 One.\r\n\r\nTwo.\r\n"), ["One.", "Two."]);
    }

    #[test]
    fn front_matter_gives_the_metadata() {
        let read = clean("---\ntitle: \"A: b\"\ndate: 2020-02-29\nurl: https://a.example/b\nauthor:\n---\nBody.");
        assert_eq!((read.title, read.url, read.author), (Some("A: b"), Some("https://a.example/b"), None));
        assert_eq!((read.kind, read.works), (ArticleKind::News, Vec::new()));
        assert_eq!(paragraphs_of(read.text), ["Body."]);
    }

    #[test]
    fn a_background_report_names_its_sources() {
        let head = "---\nsources:\n  - title: A: b\n    publisher: C\n    date: 2020-02\n    url: https://a.example/\n";
        let text = format!("{head}-\n  title: D\ndate: 2020-02-29\nkind: background\n---\nBody.");
        let read = clean(&text);
        let titles: Vec<&str> = read.works.iter().map(|work| work.title.as_str()).collect();
        assert_eq!((read.kind, titles), (ArticleKind::Background, vec!["A: b", "D"]));
        let first = &read.works[0];
        assert_eq!((first.publisher.as_deref(), first.url.as_deref()), (Some("C"), Some("https://a.example/")));
        assert_eq!(first.date.map(|date| date.to_string()).as_deref(), Some("2020-02"));
        assert_eq!(paragraphs_of(read.text), ["Body."]);
    }
}
