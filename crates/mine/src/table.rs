//! TOML with the place of every key and value, so that all problems of a file are found in one run.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{LineEnds, Problems};

/// A parsed file.
pub(crate) struct Table<'t> {
    lines: LineEnds,
    table: DeTable<'t>,
}

impl<'t> Table<'t> {
    /// Parses; nothing where what it says cannot be relied on because of its syntax.
    pub(crate) fn parse(bytes: &'t [u8], problems: &mut Problems<'_>) -> Option<Self> {
        let lines = LineEnds::of(bytes);
        let text = match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => {
                problems.error(lines.line(error.valid_up_to()), "not UTF-8", "save the file as UTF-8");
                return None;
            }
        };
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let line = lines.line(error.span().map_or(0, |span| span.start));
            problems.error(line, format!("not TOML: {}", error.message()), "see https://toml.io for how to write it");
        }
        errors.is_empty().then(|| Self { lines, table: table.into_inner() })
    }

    /// The entries of the file itself.
    pub(crate) fn entries(&self) -> Entries<'_> {
        Entries { lines: &self.lines, table: &self.table, line: 1, asked: Vec::new() }
    }
}

/// The entries of one table, of which each is asked for once.
pub(crate) struct Entries<'t> {
    lines: &'t LineEnds,
    table: &'t DeTable<'t>,
    line: u32,
    asked: Vec<&'static str>,
}

impl<'t> Entries<'t> {
    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// A string that must be there, and its line. Empty where it is not, which is a problem then.
    pub(crate) fn required(&mut self, key: &'static str, problems: &mut Problems<'_>) -> (String, u32) {
        if !self.has(key) {
            problems.error(self.line, format!("the key `{key}` is missing"), format!("add `{key} = \"...\"`"));
        }
        self.optional(key, problems).unwrap_or((String::new(), self.line))
    }

    /// A string that may be there, and its line.
    pub(crate) fn optional(&mut self, key: &'static str, problems: &mut Problems<'_>) -> Option<(String, u32)> {
        let value = self.get(key)?;
        self.string(key, value, problems)
    }

    /// The line on which the table starts.
    pub(crate) fn line(&self) -> u32 {
        self.line
    }

    /// Whether something is so; none where there is no such key.
    pub(crate) fn flag(&mut self, key: &'static str, problems: &mut Problems<'_>) -> Option<bool> {
        let value = self.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            problems.error(
                self.line_of(value),
                format!("`{key}` is neither true nor false"),
                format!("write `{key} = true` or `{key} = false`"),
            );
        }
        flag
    }

    /// A list of strings, each with its line; none where there is no such key.
    pub(crate) fn strings(&mut self, key: &'static str, problems: &mut Problems<'_>) -> Vec<(String, u32)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            problems.error(self.line_of(value), format!("`{key}` is not a list"), format!("write `{key} = [\"...\"]`"));
            return Vec::new();
        };
        list.iter().filter_map(|item| self.string(key, item, problems)).collect()
    }

    /// The tables `[[key]]`.
    pub(crate) fn tables(&mut self, key: &'static str, problems: &mut Problems<'_>) -> std::vec::IntoIter<Entries<'t>> {
        let mut found = Vec::new();
        if let Some(value) = self.get(key) {
            let items: Vec<&'t Spanned<DeValue<'t>>> =
                value.get_ref().as_array().map(|list| list.iter().collect()).unwrap_or_default();
            let tables: Vec<Entries<'t>> = items
                .iter()
                .filter_map(|item| {
                    let table = item.get_ref().as_table()?;
                    Some(Entries { lines: self.lines, table, line: self.line_of(item), asked: Vec::new() })
                })
                .collect();
            if tables.len() < items.len() || value.get_ref().as_array().is_none() {
                problems.error(
                    self.line_of(value),
                    format!("`{key}` is not a list of tables"),
                    format!("write `[[{key}]]`"),
                );
            }
            found = tables;
        }
        found.into_iter()
    }

    /// Reports the keys that nobody asked for.
    pub(crate) fn finish(self, known: &[&str], problems: &mut Problems<'_>) {
        for (key, _) in self.table.iter() {
            let name: &str = key.get_ref();
            if !self.asked.contains(&name) {
                let line = self.lines.line(key.span().start);
                problems.error(line, format!("unknown key `{name}`"), format!("use {}", known.join(", ")));
            }
        }
    }

    fn get(&mut self, key: &'static str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    fn string(&self, key: &str, value: &Spanned<DeValue<'_>>, problems: &mut Problems<'_>) -> Option<(String, u32)> {
        let line = self.line_of(value);
        let string = value.get_ref().as_str();
        if string.is_none() {
            problems.error(line, format!("`{key}` is not a string"), "put it in quotation marks");
        }
        string.map(|string| (string.to_owned(), line))
    }

    fn line_of(&self, value: &Spanned<DeValue<'_>>) -> u32 {
        self.lines.line(value.span().start)
    }
}
