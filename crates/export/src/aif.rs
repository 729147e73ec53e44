//! AIF JSON: the Argument Interchange Format (<https://www.arg.tech/aif>, specification of 8 November 2011) as OVA3 saves and loads it,
//! called xAIF: the graph, and where OVA3 draws it.
//!
//! `loadOva3Json` of OVA3 (github.com/arg-tech/OVA3, `res/js/ova-save.js`) takes nodes from `AIF.nodes`, but draws those
//! alone that `OVA.nodes` has with a place, and takes edges from `OVA.edges`; `text` has to be there, and a first node. It finds
//! who speaks in the text of a locution: up to the first colon, first name and surname apart at the first two spaces
//! (`findParticipantIDText` in `ova-model.js`). So the names here have no-break spaces inside the surname and another colon.
//!
//! - A statement is a locution (L) that asserts (YA) its words (I). An argument with claims and premises asserts each of them too, and
//!   argues (YA) from its premises to each claim (RA).
//! - AIF has no sides. What a side holds is an I node, and an argument on it is a premise for it (RA); nobody said that in these words, so
//!   no illocution leads there.
//! - Relations are RA, CA and MA between words. Where the article says so, a transition (TA) between the locutions anchors it, as
//!   Inference Anchoring Theory has it; one that was found by comparing words has no anchor.

mod records;

use std::iter::once;
use std::rc::Rc;

use corpus::{Basis, ComponentKind, RelationKind, Span, SpeakerIx, Statement, StatementIx};
use records::{EdgeRecord, LocutionRecord, ParticipantRecord, id, lines, nodes, places, schemes};

use crate::json::json;
use crate::{Pieces, Selection};

/// The first name and surname of who speaks where that is not settled.
const UNKNOWN: (&str, &str) = ("Unknown", "speaker");

/// Where in a statement's nodes its locution and its words are.
const LOCUTION: usize = 0;
const WORDS: usize = 2;
/// How many nodes every statement has.
const OF_STATEMENT: usize = 3;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Information,
    Locution,
    Inference,
    Conflict,
    Rephrase,
    Illocution,
    Transition,
}

/// A node, before it has a number.
struct Node {
    kind: Kind,
    text: String,
    /// In which column it is drawn.
    column: usize,
}

/// A part of the graph: its nodes are numbered from `first` on; edges are between numbers.
struct Part {
    first: usize,
    nodes: Vec<Node>,
    edges: Vec<(usize, usize)>,
}

/// What the file is made of, in order: the sides, statements, relations.
struct Graph<'s> {
    selection: &'s Selection<'s>,
    /// The number of the first node of each part, beginning with 1, and of what would come after the last.
    first: Vec<usize>,
    /// The part that each statement of the corpus is.
    part_of: Vec<usize>,
}

/// The file: one after another the lists, a part of the graph a piece.
pub(crate) fn pieces<'s>(selection: &'s Selection<'s>) -> Pieces<'s> {
    let graph = Rc::new(Graph::new(selection));
    let mut edges = 0;
    Box::new(
        once("{\"AIF\":{".to_owned())
            .chain(graph.list("\"nodes\":[", nodes))
            .chain(graph.list("],\n\"edges\":[", move |part| {
                let records = part.edges.iter().map(|(from, to)| {
                    edges += 1;
                    json(&EdgeRecord { id: edges, from: id(*from), to: id(*to) })
                });
                records.collect()
            }))
            .chain(graph.list("],\n\"schemefulfillments\":[", schemes))
            .chain(once(participants(selection)))
            .chain(once(",\n\"locutions\":[".to_owned()))
            .chain(selection.statements().iter().enumerate().map({
                let graph = Rc::clone(&graph);
                move |(n, ix)| (if n == 0 { "\n" } else { ",\n" }).to_owned() + &json(&graph.locution(*ix))
            }))
            .chain(once(
                "],\n\"descriptorfulfillments\":[],\n\"cqdescriptorfulfillments\":[]},\n\"text\":\"\",\n\
                 \"OVA\":{\"firstname\":\"\",\"surname\":\"\",\"url\":\"\","
                    .to_owned(),
            ))
            .chain(graph.list("\"nodes\":[", places))
            .chain(graph.list("],\n\"edges\":[", lines))
            .chain(once("]}}\n".to_owned())),
    )
}

impl<'s> Graph<'s> {
    fn new(selection: &'s Selection<'s>) -> Self {
        let mut part_of = vec![0; selection.corpus().statements.len()];
        let mut first = vec![1, 1 + selection.corpus().debate.sides.len()];
        let mut next = first[1];
        for (n, ix) in selection.statements().iter().enumerate() {
            part_of[ix.get()] = n + 1;
            next += size(selection.statement(*ix));
            first.push(next);
        }
        for relation in selection.relations() {
            next += if matches!(relation.basis, Basis::Stated(_)) { 3 } else { 1 };
            first.push(next);
        }
        Self { selection, first, part_of }
    }

    /// A list of the file: what it begins with, then the elements of each part.
    fn list<F: FnMut(&Part) -> Vec<String>>(
        self: &Rc<Self>,
        start: &'static str,
        mut elements: F,
    ) -> impl Iterator<Item = String> + use<'s, F> {
        let graph = Rc::clone(self);
        let mut is_first = true;
        let parts = (0..graph.first.len() - 1).map(move |n| {
            let mut piece = String::new();
            for element in elements(&graph.part(n)) {
                piece += if is_first { "\n" } else { ",\n" };
                piece += &element;
                is_first = false;
            }
            piece
        });
        once(start.to_owned()).chain(parts)
    }

    fn part(&self, n: usize) -> Part {
        let statements = self.selection.statements();
        let mut part = Part { first: self.first[n], nodes: Vec::new(), edges: Vec::new() };
        match n.checked_sub(1) {
            None => self.sides(&mut part),
            Some(n) if n < statements.len() => self.statement(&mut part, statements[n]),
            Some(n) => self.relation(&mut part, n - statements.len()),
        }
        part
    }

    fn sides(&self, part: &mut Part) {
        for side in &self.selection.corpus().debate.sides {
            part.add(Kind::Information, if side.summary.is_empty() { &side.label } else { &side.summary }, 0);
        }
    }

    fn statement(&self, part: &mut Part, ix: StatementIx) {
        let statement = self.selection.statement(ix);
        let text = self.selection.text_of(statement);
        let (first_name, surname) = self.name(statement.speaker);
        let locution = part.add(Kind::Locution, &format!("{first_name} {surname}: {text}"), 4);
        part.asserted(locution, &text);
        if argues(statement) {
            let article = self.selection.article(statement.article);
            let asserted = |part: &mut Part, span: Span| part.asserted(locution, article.words(span));
            let premises: Vec<usize> =
                of_kind(statement, ComponentKind::Premise).map(|it| asserted(part, it)).collect();
            for span in of_kind(statement, ComponentKind::Claim) {
                let claim = asserted(part, span);
                let inference = part.add(Kind::Inference, Kind::Inference.default_text(), 1);
                let arguing = part.add(Kind::Illocution, "Arguing", 3);
                part.edges.extend(premises.iter().map(|premise| (*premise, inference)));
                part.edges.extend([(inference, claim), (locution, arguing), (arguing, inference)]);
            }
        }
        if let Some(side) = statement.side {
            let inference = part.add(Kind::Inference, Kind::Inference.default_text(), 1);
            // The sides come first, from number one on.
            part.edges.extend([(part.first + WORDS, inference), (inference, self.first[0] + side.get())]);
        }
    }

    fn relation(&self, part: &mut Part, n: usize) {
        let relation = self.selection.relations()[n];
        let node = |ix: StatementIx, place: usize| self.first[self.part_of[ix.get()]] + place;
        let (kind, illocution) = match relation.kind {
            RelationKind::Supports => (Kind::Inference, "Arguing"),
            RelationKind::Attacks => (Kind::Conflict, "Disagreeing"),
            RelationKind::Rephrases => (Kind::Rephrase, "Restating"),
        };
        let scheme = part.add(kind, kind.default_text(), 1);
        part.edges.extend([(node(relation.from, WORDS), scheme), (scheme, node(relation.to, WORDS))]);
        if matches!(relation.basis, Basis::Stated(_)) {
            let transition = part.add(Kind::Transition, Kind::Transition.default_text(), 4);
            let anchor = part.add(Kind::Illocution, illocution, 3);
            part.edges.extend([
                (node(relation.to, LOCUTION), transition),
                (transition, node(relation.from, LOCUTION)),
                (transition, anchor),
                (anchor, scheme),
            ]);
        }
    }

    fn locution(&self, ix: StatementIx) -> LocutionRecord {
        let statement = self.selection.statement(ix);
        // Articles have a day, and a locution a time.
        let start = format!("{} 00:00:00", self.selection.article(statement.article).date);
        LocutionRecord {
            node: id(self.first[self.part_of[ix.get()]] + LOCUTION),
            person: person(self.selection, statement.speaker),
            timestamp: start.clone(),
            start,
            end: None,
            source: self.selection.page_of(statement),
        }
    }

    fn name(&self, speaker: Option<SpeakerIx>) -> (String, String) {
        name(speaker.map(|ix| &*self.selection.corpus().speakers[ix.get()].name))
    }
}

impl Part {
    /// Adds a node and gives its number.
    fn add(&mut self, kind: Kind, text: &str, column: usize) -> usize {
        self.nodes.push(Node { kind, text: text.to_owned(), column });
        self.first + self.nodes.len() - 1
    }

    /// Adds words that a locution asserts, and gives their number.
    fn asserted(&mut self, locution: usize, words: &str) -> usize {
        let asserting = self.add(Kind::Illocution, "Asserting", 3);
        let information = self.add(Kind::Information, words, 2);
        self.edges.extend([(locution, asserting), (asserting, information)]);
        information
    }
}

impl Kind {
    const fn name(self) -> &'static str {
        match self {
            Self::Information => "I",
            Self::Locution => "L",
            Self::Inference => "RA",
            Self::Conflict => "CA",
            Self::Rephrase => "MA",
            Self::Illocution => "YA",
            Self::Transition => "TA",
        }
    }

    /// What OVA3 writes on a node of which no scheme is known.
    const fn default_text(self) -> &'static str {
        match self {
            Self::Inference => "Default Inference",
            Self::Conflict => "Default Conflict",
            Self::Rephrase => "Default Rephrase",
            Self::Illocution => "Default Illocuting",
            Self::Transition => "Default Transition",
            Self::Information | Self::Locution => "",
        }
    }

    /// The number of that scheme in AIFdb, as OVA3's `loaddbjson` gives it.
    const fn scheme(self) -> Option<&'static str> {
        match self {
            Self::Inference => Some("72"),
            Self::Conflict => Some("71"),
            Self::Rephrase => Some("144"),
            Self::Illocution => Some("168"),
            Self::Transition => Some("82"),
            Self::Information | Self::Locution => None,
        }
    }
}

/// How many nodes a statement has.
fn size(statement: &Statement<'_>) -> usize {
    let (claims, premises) =
        (of_kind(statement, ComponentKind::Claim).count(), of_kind(statement, ComponentKind::Premise).count());
    let of_components = if argues(statement) { 4 * claims + 2 * premises } else { 0 };
    OF_STATEMENT + of_components + usize::from(statement.side.is_some())
}

/// Whether it gives reasons and says for what.
fn argues(statement: &Statement<'_>) -> bool {
    let has = |kind| of_kind(statement, kind).next().is_some();
    has(ComponentKind::Claim) && has(ComponentKind::Premise)
}

fn of_kind(statement: &Statement<'_>, kind: ComponentKind) -> impl Iterator<Item = Span> {
    statement.components.iter().filter(move |component| component.kind == kind).map(|component| component.span)
}

/// First name and surname, such that OVA3 finds them in the text of a locution.
fn name(name: Option<&str>) -> (String, String) {
    let Some(name) = name else { return (UNKNOWN.0.to_owned(), UNKNOWN.1.to_owned()) };
    let name = name.replace(':', "\u{a789}");
    let mut words = name.split_whitespace();
    let first_name = words.next().unwrap_or_default().to_owned();
    (first_name, words.collect::<Vec<_>>().join("\u{a0}"))
}

/// The number of who speaks: a place in the selection's list, from 1 on, then that of nobody known.
fn person(selection: &Selection<'_>, speaker: Option<SpeakerIx>) -> usize {
    let speakers = selection.speakers();
    1 + speaker.map_or(speakers.len(), |ix| speakers.partition_point(|each| *each < ix))
}

fn participants(selection: &Selection<'_>) -> String {
    let is_any_unknown = selection.statements().iter().any(|ix| selection.statement(*ix).speaker.is_none());
    let known = selection.speakers().iter().map(|ix| Some(*ix));
    let all = known.chain(is_any_unknown.then_some(None));
    let records = all.map(|speaker| {
        let (first_name, surname) = name(speaker.map(|ix| &*selection.corpus().speakers[ix.get()].name));
        json(&ParticipantRecord { id: person(selection, speaker), firstname: &first_name, surname: &surname })
    });
    format!("],\n\"participants\":[{}]", records.collect::<Vec<_>>().join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_what_ova3_finds_before_the_colon() {
        for whole in ["Ann Bell", "Ann von der Bell", "Police", "Dr.: Who [x]", ""] {
            let (first_name, surname) = name(Some(whole));
            let text = format!("{first_name} {surname}: said: so");
            let before = text.split(':').next().unwrap_or_default();
            assert_eq!(before.split(' ').collect::<Vec<_>>(), [first_name, surname], "{whole}");
        }
    }
}
