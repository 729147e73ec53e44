//! The invariants of a corpus, so that whoever holds a checked one may slice and index without a second thought.

use std::collections::BTreeSet;
use std::fmt;

use crate::{Article, Basis, Corpus, Edited, Inference, RelationKind, Span, Statement, quoted_words};

/// An invariant that does not hold: where, and what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// The part of the corpus: "article x, statement 0000abcd".
    pub at: String,
    /// What is wrong with it.
    pub what: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.at, self.what)
    }
}

impl Corpus<'_> {
    /// Everything that is wrong with this corpus; nothing is what a build must see.
    ///
    /// Spans lie in their article on character boundaries, are not empty, and are in order and apart from each other;
    /// a statement starts in a paragraph, its components lie inside it, and its quoted words are counted; indices point into their lists; lists are in
    /// their order; ids are unique; addresses are of the web; two to six sides; a side or a component only where there
    /// is an argument; an edit has a reason, and what it settled no other evidence; relations are between two arguments,
    /// each pair once, and rest on words of their article or, similar, on a theme that both share: attacking across sides,
    /// rephrasing on one.
    pub fn check(&self) -> Vec<Violation> {
        let mut found = Found::default();
        found.unless((2..=6).contains(&self.debate.sides.len()), "debate", "a debate has two to six sides");
        found.unique("side", self.debate.sides.iter().map(|side| side.id.as_str()));
        found.unique("theme", self.debate.themes.iter().map(|theme| theme.id.as_str()));
        found.unique("article", self.articles.iter().map(|article| article.id.as_str()));
        found.unique("speaker", self.speakers.iter().map(|speaker| speaker.id.as_str()));
        for article in &self.articles {
            let at = format!("article {}", article.id);
            found.spans(&at, "paragraphs", article.text(), article.paragraphs());
            let of_the_web = |url: &str| url.starts_with("https://") || url.starts_with("http://");
            let works = article.works.iter();
            for url in works.clone().map(|work| work.url.as_deref()).chain([article.url.as_deref()]).flatten() {
                found.unless(of_the_web(url), &at, "a url that is not one of the web");
            }
            found.unless(works.clone().all(|work| !work.title.is_empty()), &at, "a work without a title");
        }
        let dated = |article: &Article<'_>| (article.date, article.id.to_string());
        found.unless(self.articles.is_sorted_by_key(dated), "articles", "not in order of date and id");
        let placed = |statement: &Statement<'_>| (statement.article, statement.spans.first().map(|span| span.start));
        found.unless(
            self.statements.iter().is_sorted_by_key(placed),
            "statements",
            "not in order of article and place",
        );
        let mut seen = BTreeSet::new();
        for statement in self.statements.iter() {
            let Some(article) = self.articles.get(statement.article.get()) else {
                found.add(&format!("statement {}", statement.id), "its article is not in the corpus");
                continue;
            };
            let at = format!("article {}, statement {}", article.id, statement.id);
            found.unless(seen.insert((statement.article, statement.id)), &at, "two statements with this id");
            let start = statement.spans.first().map(|span| span.start as usize);
            let starts_in = |paragraph: &Span| start.is_some_and(|start| paragraph.range().contains(&start));
            found.unless(article.paragraphs().iter().any(starts_in), &at, "it does not start in a paragraph");
            found.spans(&at, "spans", article.text(), &statement.spans);
            let quoted = quoted_words(article, statement);
            found.unless(statement.quoted == quoted, &at, "another number of quoted words than it has");
            let parts: Vec<Span> = statement.components.iter().map(|component| component.span).collect();
            found.spans(&at, "components", article.text(), &parts);
            let inside = |part: &Span| statement.spans.iter().any(|span| span.contains(*part));
            found.unless(parts.iter().all(inside), &at, "a component outside the statement");
            let words = statement.why.iter().filter_map(|evidence| evidence.words);
            for span in [statement.source, statement.cue, statement.role].into_iter().flatten().chain(words) {
                found.spans(&at, "source, cue, role or evidence", article.text(), &[span]);
            }
            let sides = statement.why.iter().filter_map(|evidence| evidence.side).chain(statement.side);
            for side in sides {
                found.unless(side.get() < self.debate.sides.len(), &at, "a side that the debate does not have");
            }
            let evident = statement.why.iter().filter_map(|evidence| match evidence.of {
                Inference::Theme(theme) => Some(theme),
                _ => None,
            });
            for theme in statement.themes.iter().copied().chain(evident) {
                found.unless(theme.get() < self.debate.themes.len(), &at, "a theme that the debate does not have");
            }
            if let Some(speaker) = statement.speaker {
                found.unless(speaker.get() < self.speakers.len(), &at, "its speaker is not in the corpus");
            }
            let ordered = statement.edits.is_sorted_by(|a, b| a.of < b.of);
            found.unless(ordered, &at, "edits out of order, or two of the same part");
            let alone = statement.edits.len() < 2 || statement.edits[0].of != Edited::Statement;
            found.unless(alone, &at, "what an editor added is edited once more");
            let reasoned = statement.edits.iter().all(|edit| !edit.reason.trim().is_empty());
            found.unless(reasoned, &at, "an edit without a reason");
            let replaced = |of| statement.edits.iter().any(|edit| edit.of.covers(of));
            found.unless(!statement.why.iter().any(|why| replaced(why.of)), &at, "evidence for what an editor settled");
            let silent = statement.side.is_none() && statement.components.is_empty();
            found.unless(statement.argument || silent, &at, "a side or a component without an argument");
        }
        self.check_relations(&mut found);
        found.0
    }

    fn check_relations(&self, found: &mut Found) {
        let ends = self.relations.iter().map(|relation| (relation.from, relation.to));
        let in_order = ends.clone().zip(ends.skip(1)).all(|(one, next)| one < next);
        found.unless(in_order, "relations", "not in order of their ends, or two of one pair");
        for relation in &self.relations {
            let at = format!("relation {} to {}", relation.from.0, relation.to.0);
            let end = |n: usize| self.statements.get(n);
            let (Some(from), Some(to)) = (end(relation.from.get()), end(relation.to.get())) else {
                found.add(&at, "a statement that is not in the corpus");
                continue;
            };
            found.unless(relation.from != relation.to, &at, "a statement about itself");
            found.unless(from.argument && to.argument, &at, "a relation of what is no argument");
            match relation.basis {
                Basis::Stated(span) => {
                    found.unless(relation.kind != RelationKind::Rephrases, &at, "what rephrases is similar");
                    if let Some(article) = self.articles.get(from.article.get()) {
                        found.spans(&at, "basis", article.text(), &[span]);
                    }
                }
                Basis::Similar(score) => {
                    found.unless((1..=100).contains(&score), &at, "a score outside of 1 to 100");
                    found.unless(relation.from > relation.to, &at, "what is similar points to the earlier one");
                    found.unless(from.side.is_some() && to.side.is_some(), &at, "what is similar takes a side");
                    let expected = if from.side == to.side { RelationKind::Rephrases } else { RelationKind::Attacks };
                    found.unless(relation.kind == expected, &at, "similar: attacks another side, rephrases its own");
                    let shared = from.themes.iter().any(|theme| to.themes.contains(theme));
                    found.unless(shared, &at, "what is similar shares a theme");
                }
            }
        }
    }
}

#[derive(Default)]
struct Found(Vec<Violation>);

impl Found {
    fn add(&mut self, at: &str, what: &str) {
        self.0.push(Violation { at: at.into(), what: what.into() });
    }

    fn unless(&mut self, holds: bool, at: &str, what: &str) {
        if !holds {
            self.add(at, what);
        }
    }

    fn unique<'a>(&mut self, kind: &str, ids: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for id in ids {
            self.unless(seen.insert(id), &format!("{kind} {id}"), "two with this id");
            let fits = !id.is_empty() && id.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'));
            self.unless(fits, &format!("{kind} {id}"), "an id is made of a-z, 0-9, - and _");
        }
    }

    fn spans(&mut self, at: &str, list: &str, text: &str, spans: &[Span]) {
        for span in spans {
            if span.is_empty() || span.of(text).is_none() {
                self.add(at, &format!("{list}: {}..{} is not a stretch of the text", span.start, span.end));
            }
        }
        for pair in spans.windows(2) {
            self.unless(pair[0].end <= pair[1].start, at, &format!("{list}: out of order or overlapping"));
        }
    }
}
