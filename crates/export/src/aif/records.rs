//! What the file says of nodes, edges, schemes, who speaks and where things are drawn, by the names that OVA3 gives them.

use serde::Serialize;

use super::{Node, Part};
use crate::json::json;

/// How far nodes are apart when they are first drawn.
const COLUMN: usize = 260;
const ROW: usize = 120;

#[derive(Serialize)]
struct NodeRecord<'s> {
    #[serde(rename = "nodeID")]
    id: String,
    text: &'s str,
    #[serde(rename = "type")]
    kind: &'static str,
}

#[derive(Serialize)]
pub(super) struct EdgeRecord {
    #[serde(rename = "edgeID")]
    pub(super) id: usize,
    #[serde(rename = "fromID")]
    pub(super) from: String,
    #[serde(rename = "toID")]
    pub(super) to: String,
}

#[derive(Serialize)]
struct SchemeRecord {
    #[serde(rename = "nodeID")]
    node: String,
    #[serde(rename = "schemeID")]
    scheme: &'static str,
}

#[derive(Serialize)]
pub(super) struct ParticipantRecord<'s> {
    #[serde(rename = "participantID")]
    pub(super) id: usize,
    pub(super) firstname: &'s str,
    pub(super) surname: &'s str,
}

/// Who says a locution, when, and where it can be read.
#[derive(Serialize)]
pub(super) struct LocutionRecord {
    #[serde(rename = "nodeID")]
    pub(super) node: String,
    #[serde(rename = "personID")]
    pub(super) person: usize,
    pub(super) timestamp: String,
    pub(super) start: String,
    pub(super) end: Option<String>,
    pub(super) source: String,
}

#[derive(Serialize)]
struct PlaceRecord {
    #[serde(rename = "nodeID")]
    node: String,
    visible: bool,
    x: usize,
    y: usize,
    timestamp: &'static str,
}

#[derive(Serialize)]
struct LineRecord {
    #[serde(rename = "fromID")]
    from: String,
    #[serde(rename = "toID")]
    to: String,
    visible: bool,
}

/// A node's id, as OVA3 makes them: a number and that of a session, here none.
pub(super) fn id(number: usize) -> String {
    format!("{number}_0")
}

pub(super) fn nodes(part: &Part) -> Vec<String> {
    let record = |(n, node): (usize, &Node)| {
        json(&NodeRecord { id: id(part.first + n), text: &node.text, kind: node.kind.name() })
    };
    part.nodes.iter().enumerate().map(record).collect()
}

pub(super) fn schemes(part: &Part) -> Vec<String> {
    let record = |(n, node): (usize, &Node)| {
        node.kind.scheme().map(|scheme| json(&SchemeRecord { node: id(part.first + n), scheme }))
    };
    part.nodes.iter().enumerate().filter_map(record).collect()
}

/// A row for each node: columns for sides, schemes, words, illocutions and locutions.
pub(super) fn places(part: &Part) -> Vec<String> {
    let record = |(n, node): (usize, &Node)| {
        let number = part.first + n;
        let (x, y) = (node.column * COLUMN, number * ROW);
        json(&PlaceRecord { node: id(number), visible: true, x, y, timestamp: "" })
    };
    part.nodes.iter().enumerate().map(record).collect()
}

pub(super) fn lines(part: &Part) -> Vec<String> {
    part.edges.iter().map(|(from, to)| json(&LineRecord { from: id(*from), to: id(*to), visible: true })).collect()
}
