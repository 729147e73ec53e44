//! What is wrong with an input file: where, what, and what would be right.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// The file cannot be used: a build stops.
    Error,
    /// The file is used; somebody should look at it.
    Warning,
}

/// A problem with an input file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The file's name as it was handed in.
    pub file: String,
    /// The line, counted from 1.
    pub line: u32,
    /// What is wrong.
    pub problem: String,
    /// What would be right.
    pub remedy: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{}:{}: {severity}: {}; {}", self.file, self.line, self.problem, self.remedy)
    }
}

/// Collects the problems of one file.
#[derive(Debug)]
pub(crate) struct Problems<'f> {
    file: &'f str,
    found: Vec<Diagnostic>,
}

impl<'f> Problems<'f> {
    pub(crate) fn of(file: &'f str) -> Self {
        Self { file, found: Vec::new() }
    }

    pub(crate) fn error(&mut self, line: u32, problem: impl Into<String>, remedy: impl Into<String>) {
        self.add(Severity::Error, line, problem.into(), remedy.into());
    }

    pub(crate) fn warning(&mut self, line: u32, problem: impl Into<String>, remedy: impl Into<String>) {
        self.add(Severity::Warning, line, problem.into(), remedy.into());
    }

    pub(crate) fn has_errors(&self) -> bool {
        self.found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// How many there are so far.
    pub(crate) fn count(&self) -> usize {
        self.found.len()
    }

    /// What was found, in the order of the file.
    pub(crate) fn into_vec(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|diagnostic| diagnostic.line);
        self.found
    }

    fn add(&mut self, severity: Severity, line: u32, problem: String, remedy: String) {
        self.found.push(Diagnostic { severity, file: self.file.into(), line, problem, remedy });
    }
}

/// Where the lines of a file end, so that the line of any offset is found without counting from the start.
#[derive(Debug)]
pub(crate) struct LineEnds(Vec<usize>);

impl LineEnds {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self(bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at).collect())
    }

    /// The line, counted from 1, of a byte offset.
    pub(crate) fn line(&self, offset: usize) -> u32 {
        u32::try_from(self.0.partition_point(|end| *end < offset) + 1).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diagnostic_reads_as_one_line() {
        let mut problems = Problems::of("a.txt");
        problems.warning(7, "the quotation is not closed", "close it");
        problems.error(2, "no date", "add one");
        let lines: Vec<String> = problems.into_vec().iter().map(ToString::to_string).collect();
        assert_eq!(
            lines,
            ["a.txt:2: error: no date; add one", "a.txt:7: warning: the quotation is not closed; close it"]
        );
    }

    #[test]
    fn lines_count_from_one() {
        let ends = LineEnds::of(b"a\nb\n");
        assert_eq!([0, 1, 2, 9].map(|offset| ends.line(offset)), [1, 1, 2, 3]);
    }
}
