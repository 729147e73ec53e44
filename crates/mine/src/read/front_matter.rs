//! An article's metadata: lines of `key: value` between two fences, of which `sources` opens a list.
//!
//! The form is a part of YAML, small enough to be read line by line with the words of the file lent out and every problem
//! at its line:
//!
//! ```text
//! ---
//! title: Council quarrels over lamps
//! date: 2021-03-04
//! kind: background
//! sources:
//!   - title: On lamps
//!     publisher: The Moor Institute
//!     date: 2020-11
//!     url: https://example.org/lamps
//! ---
//! ```

use corpus::{ArticleKind, Text, Work};

use super::{DATE_REMEDY, FENCE, Lines, Read, date, shown};
use crate::diagnostic::Problems;

/// Reads the front matter at the start of `lines`; returns where the body starts, if it ever does.
pub(super) fn read<'a>(lines: &mut Lines<'a>, read: &mut Read<'a>, problems: &mut Problems<'_>) -> Option<usize> {
    lines.next();
    let text = read.text;
    let mut reader = Reader { read, problems, seen: Vec::new(), works: None };
    for (number, line) in (2..).zip(lines) {
        let words = line.words(text).trim_end();
        if words == FENCE {
            reader.finish();
            return Some(line.end);
        }
        if !words.trim().is_empty() {
            reader.line(words, number);
        }
    }
    problems.error(1, "the front matter is not closed", "add a line `---` after it");
    None
}

const KEYS: &str = "use title, outlet, author, date, url, kind or sources";
const KEYS_OF_A_SOURCE: &str = "a source has title, publisher, date and url";
const PART_OF_A_DATE: &str = "write a day, a month or a year, as in 2017-10-10, 2017-10 or 2017";
const ONE_SOURCE: &str = "write `  - title: …` for each source, and its publisher, date and url below, indented as far";

struct Reader<'r, 'a, 'p> {
    read: &'r mut Read<'a>,
    problems: &'r mut Problems<'p>,
    /// The keys so far, those with nothing after them too.
    seen: Vec<&'a str>,
    /// Open while the lines are those of a list of sources.
    works: Option<Works<'a>>,
}

/// A list of sources while it is being read.
struct Works<'a> {
    /// The line that opened it.
    line: u32,
    open: Option<Draft<'a>>,
}

/// A source while it is being read.
struct Draft<'a> {
    line: u32,
    seen: Vec<&'a str>,
    work: Work<'a>,
}

impl<'a> Reader<'_, 'a, '_> {
    fn line(&mut self, line: &'a str, number: u32) {
        let words = line.trim_start();
        let item = words.strip_prefix('-').filter(|rest| rest.is_empty() || rest.starts_with([' ', '\t']));
        if let Some(works) = &mut self.works {
            if let Some(rest) = item {
                let started = works.open.replace(Draft::at(number));
                self.keep(started);
                if !rest.trim().is_empty() {
                    self.of_work(rest.trim(), number);
                }
                return;
            }
            if words.len() < line.len() {
                return self.of_work(words, number);
            }
        }
        self.close_works();
        match words.split_once(':') {
            Some((key, value)) => self.entry(key.trim(), unquoted(value), number),
            None => self.not_an_entry(words, number),
        }
    }

    /// A line outside of a list.
    fn entry(&mut self, key: &'a str, value: &'a str, number: u32) {
        if self.seen.contains(&key) {
            self.problems.error(number, format!("`{key}` is given twice"), "keep one of them");
        }
        let given = Some(value).filter(|value| !value.is_empty());
        match key {
            "date" => self.read.date = date(value, number, DATE_REMEDY, self.problems),
            "title" => self.read.title = given,
            "outlet" => self.read.outlet = given,
            "author" => self.read.author = given,
            "url" => {
                of_the_web(value, number, self.problems);
                self.read.url = given;
            }
            "kind" => match ArticleKind::ALL.into_iter().find(|kind| kind.name() == value) {
                Some(kind) => self.read.kind = kind,
                None => {
                    let problem = format!("there is no kind `{}` of article", shown(value));
                    self.problems.error(number, problem, "write news or background, or leave it out, which is news");
                }
            },
            "sources" => {
                if given.is_some() {
                    self.problems.error(number, "`sources` is a list, not a text", ONE_SOURCE);
                }
                self.works = Some(Works { line: number, open: None });
            }
            _ => {
                let problem = format!("the front matter has no key `{}`", shown(key));
                self.problems.error(number, problem, KEYS);
                return;
            }
        }
        self.seen.push(key);
    }

    /// A line of a source.
    fn of_work(&mut self, words: &'a str, number: u32) {
        let Some((key, value)) = words.split_once(':').map(|(key, value)| (key.trim(), unquoted(value))) else {
            return self.not_an_entry(words, number);
        };
        let Some(Draft { seen, work, .. }) = self.works.as_mut().and_then(|works| works.open.as_mut()) else {
            self.problems.error(number, format!("`{}` belongs to no source", shown(words)), ONE_SOURCE);
            return;
        };
        if seen.contains(&key) {
            self.problems.error(number, format!("`{key}` is given twice"), "keep one of them");
        }
        let given = Some(value).filter(|value| !value.is_empty()).map(Text::from);
        match key {
            "title" => work.title = given.unwrap_or_default(),
            "publisher" => work.publisher = given,
            "date" => work.date = date(value, number, PART_OF_A_DATE, self.problems),
            "url" => {
                of_the_web(value, number, self.problems);
                work.url = given;
            }
            _ => {
                self.problems.error(number, format!("a source has no key `{}`", shown(key)), KEYS_OF_A_SOURCE);
                return;
            }
        }
        seen.push(key);
    }

    fn not_an_entry(&mut self, words: &str, number: u32) {
        let problem = format!("`{}` is not front matter", shown(words));
        self.problems.error(number, problem, "write `key: value`, and close the front matter with `---`");
    }

    /// Adds a source to the article's, once its last line is read.
    fn keep(&mut self, draft: Option<Draft<'a>>) {
        let Some(Draft { line, work, .. }) = draft else { return };
        if work.title.is_empty() {
            self.problems.error(line, "a source without a title", "add a line `title: …` to it");
        }
        self.read.works.push(work);
    }

    fn close_works(&mut self) {
        let Some(Works { line, open }) = self.works.take() else { return };
        self.keep(open);
        if self.read.works.is_empty() {
            self.problems.error(line, "the list of sources is empty", ONE_SOURCE);
        }
    }

    fn finish(&mut self) {
        self.close_works();
        if !self.seen.contains(&"date") {
            self.problems.error(1, "the article has no date", "add a line `date: 2017-10-10` to the front matter");
        }
    }
}

impl Draft<'_> {
    fn at(line: u32) -> Self {
        let work = Work { title: Text::default(), publisher: None, date: None, url: None };
        Self { line, seen: Vec::new(), work }
    }
}

fn of_the_web(value: &str, line: u32, problems: &mut Problems<'_>) {
    if !["http://", "https://"].iter().any(|scheme| value.starts_with(scheme)) {
        let problem = format!("`{}` is not a web address", shown(value));
        problems.error(line, problem, "write one that starts with http:// or https://");
    }
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value).trim()
}
