//! How much of what is mined from the project's own background reports an editor had to correct: each report without
//! its corrections beside the same with them. What the editor left alone counts as right.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use corpus::{Article, ArticleIx, ArticleKind, Corpus, Edited, Span, Statement};
use mine::{Severity, SourceFile};

use crate::figures::Corrected;

/// Reports whose errors nobody looked at while rules were mended with the others: what the miner makes of a text that is
/// new to it.
const HELD_BACK: [&str; 6] = [
    "1997-risks-of-key-recovery",
    "2014-default-device-encryption",
    "2016-burr-feinstein-draft",
    "2018-gchq-ghost-proposal",
    "2020-eu-encryption-resolution",
    "2025-apple-uk-notice",
];

/// What was wrong with a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Speaker,
    /// On another side, on one instead of neither, or the reverse.
    Side,
    /// On another side; it has the fault [`Side`](Fault::Side) too.
    Opposite,
    Themes,
    /// Taken for an argument, or not.
    Argument,
    /// Too long or too short.
    Cut,
    Missed,
    /// No statement at all.
    Dropped,
}

impl Fault {
    const ALL: [Self; 8] = [
        Self::Speaker,
        Self::Side,
        Self::Opposite,
        Self::Themes,
        Self::Argument,
        Self::Cut,
        Self::Missed,
        Self::Dropped,
    ];

    /// What an edit of this part mends, where the statement itself was found.
    fn of(part: Edited) -> Option<Self> {
        match part {
            Edited::Statement => None,
            Edited::Speaker => Some(Self::Speaker),
            Edited::Argument => Some(Self::Argument),
            Edited::Side => Some(Self::Side),
            Edited::Themes => Some(Self::Themes),
        }
    }
}

/// The statements of a report and their faults.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Record {
    /// As published, and those that an editor dropped.
    statements: usize,
    /// With any fault.
    corrected: usize,
    faults: [usize; Fault::ALL.len()],
}

impl Record {
    fn add(&mut self, faults: &[Fault]) {
        self.statements += 1;
        self.corrected += usize::from(!faults.is_empty());
        faults.iter().for_each(|fault| self.faults[*fault as usize] += 1);
    }

    fn plus(mut self, other: &Self) -> Self {
        self.statements += other.statements;
        self.corrected += other.corrected;
        self.faults.iter_mut().zip(other.faults).for_each(|(sum, count)| *sum += count);
        self
    }

    /// As columns of a table.
    fn columns(&self) -> String {
        let counts = [self.statements, self.corrected].into_iter().chain(self.faults);
        counts.fold(String::new(), |line, count| line + &format!("{count:>11}"))
    }
}

/// What the reports of a corpus needed.
pub(super) struct Records {
    reports: Vec<(String, Record)>,
    /// Corrections of what was mined right, each with its place.
    pub(super) needless: Vec<String>,
}

impl Records {
    /// Of the background reports in a folder of seeds.
    pub(super) fn of(folder: &Path) -> Result<Self> {
        let files = super::files(folder)?.iter().map(|path| crate::mine::read(path)).collect::<Result<Vec<_>>>()?;
        let ending = |ending: &str| -> Vec<SourceFile<'_>> {
            let files = files.iter().filter(|(name, _)| name.ends_with(ending));
            files.map(|(name, bytes)| SourceFile { name, bytes }).collect()
        };
        let (debates, sidecars): (Vec<_>, Vec<_>) =
            ending(".toml").into_iter().partition(|file| file.name == "debate.toml");
        let debate = *debates.first().with_context(|| format!("{} has no debate.toml", folder.display()))?;
        let articles = ending(".txt");
        let corpus = |sidecars| {
            let mined = mine::mine(debate, &articles, sidecars);
            if let Some(error) = mined.diagnostics.iter().find(|found| found.severity == Severity::Error) {
                bail!("{error}");
            }
            mined.corpus.with_context(|| format!("{} cannot be mined", folder.display()))
        };
        let records = Self::between(&corpus(&[])?, &corpus(&sidecars)?);
        for name in HELD_BACK {
            let is_report = records.reports.iter().any(|(report, _)| report == name);
            ensure!(is_report, "HELD_BACK in xtask/src/eval/record.rs names {name}, and there is no such report");
        }
        Ok(records)
    }

    fn between(mined: &Corpus<'_>, corrected: &Corpus<'_>) -> Self {
        let mut records = Self { reports: Vec::new(), needless: Vec::new() };
        for (n, article) in corrected.articles.iter().enumerate() {
            if article.kind == ArticleKind::Background {
                let of = |corpus| Report { corpus, ix: ArticleIx::new(n), article };
                let record = of(mined).against(&of(corrected), &mut records.needless);
                records.reports.push((article.id.to_string(), record));
            }
        }
        records
    }

    /// The sum of the reports that were looked at, or of those that were held back.
    fn sum(&self, held_back: bool) -> Record {
        let reports = self.reports.iter().filter(|(name, _)| HELD_BACK.contains(&name.as_str()) == held_back);
        reports.fold(Record::default(), |sum, (_, record)| sum.plus(record))
    }

    /// A sum as the About page tells it.
    pub(super) fn told(&self, held_back: bool) -> Corrected {
        let Record { statements, corrected, faults } = self.sum(held_back);
        let count = |fault: Fault| faults[fault as usize];
        let (speaker, side, opposite) = (count(Fault::Speaker), count(Fault::Side), count(Fault::Opposite));
        Corrected {
            statements,
            corrected,
            speaker,
            side,
            opposite,
            cut: count(Fault::Cut),
            missed: count(Fault::Missed),
        }
    }

    /// A line a report, and one of all that were looked at, that were held back, and of all.
    pub(super) fn table(&self) -> String {
        let longest =
            self.reports.iter().map(|(name, _)| name.len()).chain(["looked at".len()]).max().unwrap_or_default();
        let heads =
            ["Statements".into(), "Corrected".into()].into_iter().chain(Fault::ALL.map(|fault| format!("{fault:?}")));
        let heads: String = heads.map(|head| format!("{:>11}", head.to_lowercase())).collect();
        let mut table = format!("what an editor corrected in the background reports\n  {:longest$}{heads}\n", "");
        let (looked_at, held_back) = (self.sum(false), self.sum(true));
        let sums = [("looked at", looked_at), ("held back", held_back), ("in sum", looked_at.plus(&held_back))];
        for (name, record) in self.reports.iter().map(|(name, record)| (name.as_str(), *record)).chain(sums) {
            let _ = writeln!(table, "  {name:longest$}{}", record.columns()); // to a string: cannot fail
        }
        table
    }
}

/// A report in a corpus.
struct Report<'c> {
    corpus: &'c Corpus<'c>,
    ix: ArticleIx,
    article: &'c Article<'c>,
}

impl<'c> Report<'c> {
    /// What was wrong in this one, which was mined, as the other shows, which was corrected.
    fn against(&self, right: &Self, needless: &mut Vec<String>) -> Record {
        let mut record = Record::default();
        let is_kept = |old: &&Statement<'_>| right.statements().any(|new| new.spans == old.spans);
        let mut gone: Vec<_> = self.statements().filter(|old| !is_kept(old)).collect();
        for new in right.statements() {
            if let Some(old) = self.statements().find(|old| old.spans == new.spans) {
                let faults = self.differences(old, right, new);
                needless.extend(new.edits.iter().filter_map(|edit| {
                    let fault = Fault::of(edit.of).filter(|fault| !faults.contains(fault))?;
                    Some(format!("{}: {fault:?} of “{}”", self.article.file, self.words(new)))
                }));
                record.add(&faults);
            } else if let Some(n) = gone.iter().position(|old| overlap(&old.spans, &new.spans)) {
                let mut faults = self.differences(gone.remove(n), right, new);
                faults.push(Fault::Cut);
                record.add(&faults);
            } else {
                record.add(&[Fault::Missed]);
            }
        }
        gone.iter().for_each(|_| record.add(&[Fault::Dropped]));
        record
    }

    /// What a statement of this one says otherwise than one of the other.
    fn differences(&self, old: &Statement<'_>, right: &Self, new: &Statement<'_>) -> Vec<Fault> {
        let opposite = old.side.is_some() && new.side.is_some() && old.side != new.side;
        let faults = [
            (Fault::Speaker, self.speaker(old) != right.speaker(new)),
            (Fault::Side, old.side != new.side),
            (Fault::Opposite, opposite),
            (Fault::Themes, old.themes != new.themes),
            (Fault::Argument, old.argument != new.argument),
        ];
        faults.into_iter().filter(|(_, differs)| *differs).map(|(fault, _)| fault).collect()
    }

    fn statements(&self) -> impl Iterator<Item = &'c Statement<'c>> {
        let ix = self.ix;
        self.corpus.statements.iter().filter(move |statement| statement.article == ix)
    }

    fn speaker(&self, statement: &Statement<'_>) -> Option<&str> {
        self.corpus.speaker_of(statement).map(|speaker| speaker.name.as_str())
    }

    fn words(&self, statement: &Statement<'_>) -> &str {
        statement.spans.first().map(|span| self.article.words(*span)).unwrap_or_default()
    }
}

fn overlap(some: &[Span], others: &[Span]) -> bool {
    some.iter().any(|one| others.iter().any(|other| one.overlaps(*other)))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    const DEBATE: &str = include_str!("../../../tests/corpora/lights/debate.toml");
    const REPORT: &str = "---\ndate: 2021-03-04\nkind: background\n---\nAnn Bell, the mayor, said that lamps keep \
                          streets safe. Otto Fink, a biologist, said that lamps harm birds. Jan Tull hoped for rain.";

    /// The faults that these corrections show, and how many of them are needless.
    fn check(sidecar: &str, expected: &[Fault], needless: usize) {
        let file = |name, text: &'static str| SourceFile { name, bytes: text.as_bytes() };
        let sidecar = SourceFile { name: "a.toml", bytes: sidecar.as_bytes() };
        let corpus = |sidecars: &[SourceFile<'_>]| {
            let mined = mine::mine(file("debate.toml", DEBATE), &[file("a.txt", REPORT)], sidecars);
            assert_eq!(mined.diagnostics, []);
            mined.corpus.unwrap()
        };
        let records = Records::between(&corpus(&[]), &corpus(&[sidecar]));
        let mut faults = [0; Fault::ALL.len()];
        expected.iter().for_each(|fault| faults[*fault as usize] += 1);
        let found = records.sum(false);
        assert_eq!((found.faults, records.needless.len()), (faults, needless), "{:?}", records.needless);
        assert_eq!(found.corrected, usize::from(!expected.is_empty()));
        assert_eq!(found.statements, 2 + faults[Fault::Missed as usize]);
    }

    #[test]
    fn each_fault_is_told_apart() {
        let entry =
            |kind: &str, words: &str, set: &str| format!("[[{kind}]]\nwords = \"{words}\"\n{set}\nreason = \"x\"\n");
        check("", &[], 0);
        check(&entry("change", "harm birds", "speaker = \"Jan Tull\""), &[Fault::Speaker], 0);
        check(&entry("change", "harm birds", "speaker = \"Otto Fink\""), &[], 1);
        check(&entry("change", "harm birds", "side = \"bright\""), &[Fault::Side, Fault::Opposite], 0);
        check(&entry("change", "harm birds", "side = \"neither\""), &[Fault::Side], 0);
        check(&entry("change", "harm birds", "argument = false"), &[Fault::Side, Fault::Argument], 0);
        check(&entry("change", "harm birds", "themes = []"), &[Fault::Themes], 0);
        check(&entry("drop", "harm birds", ""), &[Fault::Dropped], 0);
        check(&entry("add", "for rain", "speaker = \"Jan Tull\"\nside = \"neither\""), &[Fault::Missed], 0);
        let cut = entry("drop", "harm birds", "")
            + &entry("add", "harm birds", "speaker = \"Otto Fink\"\nside = \"dark\"\nthemes = [\"nature\"]");
        check(&cut, &[Fault::Cut], 0);
    }

    #[test]
    fn the_table_has_a_line_a_report_and_one_of_all() {
        let record = Record { statements: 9, corrected: 2, faults: [0, 2, 1, 0, 0, 0, 0, 0] };
        let records =
            Records { reports: vec![("old".into(), record), (HELD_BACK[0].into(), record)], needless: Vec::new() };
        let table = records.table();
        let lines: Vec<Vec<&str>> = table.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!(lines[2], ["old", "9", "2", "0", "2", "1", "0", "0", "0", "0", "0"]);
        assert_eq!(lines[4][..4], ["looked", "at", "9", "2"]);
        assert_eq!(lines[5][..4], ["held", "back", "9", "2"]);
        assert_eq!(lines[6], ["in", "sum", "18", "4", "0", "4", "2", "0", "0", "0", "0", "0"]);
        assert_eq!(lines[1].len(), 10);
    }
}
