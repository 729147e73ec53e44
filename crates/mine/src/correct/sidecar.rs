//! The file of corrections: what it says, which statements it means, and what is wrong with it.

use corpus::{Quotation, SideIx, Span, ThemeIx};

use super::places::{Places, fold};
use super::{Addition, Change, Corrections, Named, Settled};
use crate::debate::{KINDS, Known, NO_SIDE};
use crate::diagnostic::Problems;
use crate::table::{Entries, Table};

/// Stands for what a statement leaves out.
const LEFT_OUT: &str = " … ";

const QUOTATIONS: [Quotation; 3] = [Quotation::Direct, Quotation::Mixed, Quotation::Indirect];

/// The article whose statements are corrected.
pub(crate) struct Corrected<'c> {
    pub(crate) text: &'c str,
    pub(crate) paragraphs: &'c [Span],
    /// The spans of each statement.
    pub(crate) statements: &'c [Vec<Span>],
    /// Whether each is shown only where it argues: the author’s own, and what only the model has found. An addition takes the
    /// place of such a one, which a reader may never have seen.
    pub(crate) tentative: &'c [bool],
}

/// Reads a sidecar. Entries with errors are left out and are among the problems.
pub(crate) fn read(bytes: &[u8], known: &Known, article: &Corrected<'_>, problems: &mut Problems<'_>) -> Corrections {
    let Some(table) = Table::parse(bytes, problems) else { return Corrections::default() };
    let places = Places::of(article.text, article.paragraphs);
    let reader = Reader { known, article, places };
    let mut found = Corrections::default();
    let mut top = table.entries();
    let mut dropped: Vec<(usize, u32)> = Vec::new();
    for mut entry in top.tables("drop", problems) {
        let before = problems.count();
        let line = entry.line();
        let statement = reader.statement(&mut entry, &[], problems);
        reason(&mut entry, problems);
        entry.finish(&["words", "reason"], problems);
        let Some(statement) = statement.filter(|_| problems.count() == before) else { continue };
        if let Some((_, first)) = dropped.iter().find(|(n, _)| *n == statement) {
            let problem = format!("this statement is dropped on line {first} already");
            problems.error(line, problem, "keep one of the two");
            continue;
        }
        dropped.push((statement, line));
    }
    let mut changed: Vec<(usize, &str, u32)> = Vec::new();
    for mut entry in top.tables("change", problems) {
        let before = problems.count();
        let line = entry.line();
        let statement = reader.statement(&mut entry, &dropped, problems);
        let set = reader.settled(&mut entry, problems);
        let given = KEYS.into_iter().filter(|key| entry.has(key)).collect::<Vec<&str>>();
        let reason = reason(&mut entry, problems);
        if given.is_empty() {
            problems.error(line, "this entry changes nothing", "give speaker, side, themes or argument");
        }
        entry.finish(&["words", "speaker", "kind", "side", "themes", "argument", "reason"], problems);
        let (Some(statement), Some(reason)) = (statement, reason) else { continue };
        if problems.count() > before {
            continue;
        }
        if let Some((_, first)) = dropped.iter().find(|(n, _)| *n == statement) {
            problems.error(
                line,
                format!("this statement is dropped on line {first}"),
                "drop it or change it, not both",
            );
            continue;
        }
        let twice = changed.iter().find(|(n, key, _)| *n == statement && given.contains(key));
        if let Some((_, key, first)) = twice {
            let problem = format!("`{key}` of this statement is changed on line {first} already");
            problems.error(line, problem, "keep one of the two");
            continue;
        }
        changed.extend(given.into_iter().map(|key| (statement, key, line)));
        found.changes.push(Change { statement, set, reason });
    }
    found.drops = dropped.into_iter().map(|(n, _)| n).collect();
    for entry in top.tables("add", problems) {
        if let Some(addition) = reader.addition(entry, &found, problems) {
            let overlaps = |n: usize| {
                article.statements[n].iter().any(|span| addition.spans.iter().any(|one| one.overlaps(*span)))
            };
            found.drops.extend((0..article.statements.len()).filter(|n| article.tentative[*n] && overlaps(*n)));
            found.additions.push(addition);
        }
    }
    top.finish(&["[[change]]", "[[drop]]", "[[add]]"], problems);
    found
}

/// What a change can change.
const KEYS: [&str; 4] = ["speaker", "side", "themes", "argument"];

struct Reader<'r> {
    known: &'r Known,
    article: &'r Corrected<'r>,
    places: Places,
}

impl Reader<'_> {
    /// The statement that an entry means: the only one with these words throughout or, where there is none, in it. What
    /// is dropped is meant only where nothing else is.
    fn statement(
        &self,
        entry: &mut Entries<'_>,
        dropped: &[(usize, u32)],
        problems: &mut Problems<'_>,
    ) -> Option<usize> {
        let (words, line) = words(entry, problems)?;
        let mut found = self.places.statements(&words, self.article.statements);
        let kept = |n: &usize| dropped.iter().all(|(other, _)| other != n);
        if found.iter().any(kept) {
            found.retain(kept);
        }
        match found.as_slice() {
            [one] => return Some(*one),
            [] => problems.error(
                line,
                "no statement has these words",
                "copy some of a statement's own, without the page's quotation marks; `cargo xtask mine` shows them",
            ),
            _ => problems.error(line, "more than one statement has these words", "give more of the words"),
        }
        None
    }

    fn settled(&self, entry: &mut Entries<'_>, problems: &mut Problems<'_>) -> Settled {
        let debate = &self.known.debate;
        let kind = entry.optional("kind", problems).and_then(|(kind, line)| {
            let found = KINDS.iter().find(|(word, _)| *word == kind);
            if found.is_none() {
                let words: Vec<&str> = KINDS.iter().map(|(word, _)| *word).collect();
                problems.error(line, format!("there is no kind `{kind}`"), format!("use one of {}", words.join(", ")));
            }
            found.map(|(_, kind)| *kind)
        });
        let speaker = entry.optional("speaker", problems).and_then(|(name, line)| {
            if name.trim().is_empty() {
                problems.error(line, "`speaker` is empty", "give a name, or take the line out");
                return None;
            }
            Some(Named { name: fold(&name), kind })
        });
        if entry.has("kind") && !entry.has("speaker") {
            problems.error(entry.line(), "`kind` without a speaker", "give `speaker` too, or take it out");
        }
        let side = entry.optional("side", problems).and_then(|(id, line)| {
            let found = debate.sides.iter().position(|side| side.id == id.as_str());
            if found.is_none() && id != NO_SIDE {
                let ids: Vec<&str> = debate.sides.iter().map(|side| side.id.as_str()).collect();
                let remedy = format!("use one of {}, {NO_SIDE}", ids.join(", "));
                problems.error(line, format!("there is no side `{id}`"), remedy);
                return None;
            }
            Some(found.map(SideIx::new))
        });
        let mut themes: Vec<ThemeIx> = Vec::new();
        for (id, line) in entry.strings("themes", problems) {
            match debate.themes.iter().position(|theme| theme.id == id.as_str()).map(ThemeIx::new) {
                Some(theme) if themes.contains(&theme) => {
                    problems.error(line, format!("the theme `{id}` is given twice"), "keep one of them");
                }
                Some(theme) => themes.push(theme),
                None => {
                    let ids: Vec<&str> = debate.themes.iter().map(|theme| theme.id.as_str()).collect();
                    problems.error(line, format!("there is no theme `{id}`"), format!("use {}", ids.join(", ")));
                }
            }
        }
        let argument = entry.flag("argument", problems);
        if argument == Some(false) && matches!(side, Some(Some(_))) {
            problems.error(entry.line(), "what is no argument takes no side", "take out `side` or `argument`");
        }
        Settled { speaker, side, themes: entry.has("themes").then_some(themes), argument }
    }

    fn addition(&self, mut entry: Entries<'_>, before: &Corrections, problems: &mut Problems<'_>) -> Option<Addition> {
        let count = problems.count();
        let words = words(&mut entry, problems);
        let mut set = self.settled(&mut entry, problems);
        set.argument = set.argument.or(Some(true));
        if !entry.has("speaker") {
            problems.error(entry.line(), "the key `speaker` is missing", "say who speaks");
        }
        let reason = reason(&mut entry, problems);
        let role = entry.optional("role", problems).and_then(|(role, line)| {
            let found = self.places.find(&role).first().copied();
            if found.is_none() {
                problems.error(line, "the article does not have the words of this role", "copy them from the article");
            }
            found
        });
        let quotation = entry.optional("quotation", problems).and_then(|(name, line)| {
            let found = QUOTATIONS.into_iter().find(|quotation| quotation.name() == name);
            if found.is_none() {
                let problem = format!("there is no quotation `{name}`");
                problems.error(line, problem, "use direct, mixed or indirect");
            }
            found
        });
        let keys = ["words", "speaker", "kind", "role", "quotation", "side", "themes", "argument", "reason"];
        entry.finish(&keys, problems);
        let ((words, line), reason) = (words?, reason?);
        let spans = self.spans(&words, line, problems)?;
        let kept = self
            .article
            .statements
            .iter()
            .enumerate()
            .filter(|(n, _)| !before.drops(*n) && (!self.article.tentative[*n] || before.changes(*n)))
            .map(|(_, s)| s);
        let mut taken = kept.chain(before.additions.iter().map(|one| &one.spans)).flatten();
        if let Some(other) = taken.find(|taken| spans.iter().any(|span| span.overlaps(**taken))) {
            let start: Vec<&str> =
                other.of(self.article.text).unwrap_or_default().split_whitespace().take(SHOWN).collect();
            let problem = format!("it overlaps the statement that starts with \"{}\"", start.join(" "));
            problems.error(line, problem, "[[drop]] that one first, or quote other words");
            return None;
        }
        (problems.count() == count).then_some(Addition { spans, role, quotation, set, reason })
    }

    /// Where the words of an addition stand, in order. They may leave out what is not said, as the page shows it: "A … B".
    fn spans(&self, words: &str, line: u32, problems: &mut Problems<'_>) -> Option<Vec<Span>> {
        let whole = self.places.find(words);
        let pieces = if whole.is_empty() { words.split(LEFT_OUT).collect() } else { vec![words] };
        let mut spans: Vec<Span> = Vec::new();
        for piece in pieces {
            let last = spans.last().copied();
            let places = self.places.find(piece);
            let behind =
                places.iter().filter(|place| last.is_none_or(|last| last.end <= place.start)).collect::<Vec<_>>();
            let (problem, remedy) = match (behind.as_slice(), places.as_slice()) {
                // Behind other words of the statement the nearest ones are meant.
                ([place, rest @ ..], _) if rest.is_empty() || last.is_some() => {
                    // What goes on in the next paragraph has a span in each.
                    let part = |paragraph: &Span| Span {
                        start: paragraph.start.max(place.start),
                        end: paragraph.end.min(place.end),
                    };
                    spans.extend(self.article.paragraphs.iter().map(part).filter(|span| !span.is_empty()));
                    continue;
                }
                ([], []) => ("the article does not have these words", "quote it word for word"),
                ([], _) => ("the article has these words in another order", "quote them as they stand"),
                _ => ("the article has these words more than once", "quote more of it"),
            };
            problems.error(line, problem, remedy);
            return None;
        }
        Some(spans)
    }
}

/// How many words of a statement tell people which one is meant.
pub(super) const SHOWN: usize = 6;

fn words(entry: &mut Entries<'_>, problems: &mut Problems<'_>) -> Option<(String, u32)> {
    filled(entry, "words", "copy them from the article", problems)
}

fn reason(entry: &mut Entries<'_>, problems: &mut Problems<'_>) -> Option<String> {
    filled(entry, "reason", "say why: readers see it", problems).map(|(reason, _)| fold(&reason))
}

fn filled(
    entry: &mut Entries<'_>,
    key: &'static str,
    remedy: &str,
    problems: &mut Problems<'_>,
) -> Option<(String, u32)> {
    let there = entry.has(key);
    let (text, line) = entry.required(key, problems);
    let blank = text.trim().is_empty();
    if there && blank {
        problems.error(line, format!("`{key}` is empty"), remedy);
    }
    (!blank).then_some((text, line))
}
