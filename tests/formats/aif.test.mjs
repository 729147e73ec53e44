// AIF, by a schema of what OVA3 reads, by the rules of AIF's graphs, and as the Python package arguebuf reads it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import Ajv2020 from 'ajv/dist/2020.js';

import { NAMES, file, json, text } from './exported.mjs';

const validate = new Ajv2020({ allErrors: true }).compile(
  JSON.parse(readFileSync(new URL('aif.schema.json', import.meta.url), 'utf8')),
);

/** Which types of nodes edges go between (AIF, and Inference Anchoring Theory's L, TA and YA). */
const EDGES = new Set(
  ['RA', 'CA', 'MA'].flatMap((scheme) => [`I ${scheme}`, `${scheme} I`, `YA ${scheme}`]).concat('L YA', 'YA I', 'L TA', 'TA L', 'TA YA'),
);

const SCHEMES = { supports: 'RA', attacks: 'CA', rephrases: 'MA' };
const ILLOCUTIONS = { supports: 'Arguing', attacks: 'Disagreeing', rephrases: 'Restating' };

const sorted = (list) => [...list].sort();

/** The graph with its nodes' neighbours. */
const graph = (name) => {
  const { AIF } = JSON.parse(text(name, 'aif.json'));
  const nodes = new Map(AIF.nodes.map((node) => [node.nodeID, { ...node, from: [], to: [] }]));
  for (const { fromID, toID } of AIF.edges) {
    nodes.get(fromID)?.to.push(nodes.get(toID));
    nodes.get(toID)?.from.push(nodes.get(fromID));
  }
  const of = (type) => [...nodes.values()].filter((node) => node.type === type);
  return { ...AIF, nodes, all: AIF.nodes, of };
};

/** What OVA3 finds of the speaker in a locution's text. */
const speakerOf = (participants, words) => {
  const [first, second] = words.slice(0, words.indexOf(':')).split(' ');
  return participants.find((each) => each.firstname === first && each.surname === second)?.participantID;
};

/** The locutions and the words that they assert first, by the statements' ids: in the order of statements. */
const said = ({ locutions, nodes }, statements) =>
  new Map(
    locutions.map(({ nodeID }, n) => {
      const locution = nodes.get(nodeID);
      const asserted = locution.to.filter((node) => node.text === 'Asserting').map((node) => node.to[0]);
      return [statements[n].id, { locution, words: asserted[0], parts: asserted.slice(1) }];
    }),
  );

for (const name of NAMES) {
  test(`${name}: AIF is what OVA3 reads`, () => {
    const whole = JSON.parse(text(name, 'aif.json'));
    assert.ok(validate(whole), JSON.stringify(validate.errors));
    const { AIF, OVA } = whole;
    assert.deepEqual(OVA.nodes.map((node) => node.nodeID), AIF.nodes.map((node) => node.nodeID));
    const ends = ({ fromID, toID }) => `${fromID} ${toID}`;
    assert.deepEqual(OVA.edges.map(ends), AIF.edges.map(ends));
    assert.equal(new Set(AIF.edges.map(ends)).size, AIF.edges.length);
    assert.equal(new Set(AIF.edges.map((edge) => edge.edgeID)).size, AIF.edges.length);
    assert.equal(new Set(OVA.nodes.map(({ x, y }) => `${x} ${y}`)).size, OVA.nodes.length, 'none covers another');
  });

  test(`${name}: the graph is one of AIF`, () => {
    const { nodes, all, edges, of, schemefulfillments } = graph(name);
    assert.equal(nodes.size, all.length, 'ids are unique');
    for (const { fromID, toID } of edges) {
      const types = `${nodes.get(fromID)?.type} ${nodes.get(toID)?.type}`;
      assert.ok(EDGES.has(types), `${fromID} ${toID}: ${types}`);
    }
    for (const { from, to, nodeID } of ['RA', 'CA', 'MA'].flatMap(of)) {
      assert.ok(from.some((node) => node.type === 'I'), `${nodeID} has no premise`);
      assert.equal(to.length, 1, `${nodeID} has one conclusion`);
    }
    for (const { from, to, nodeID } of of('YA')) assert.deepEqual([from.length, to.length], [1, 1], nodeID);
    const schemes = sorted(schemefulfillments.map((each) => each.nodeID));
    assert.deepEqual(schemes, sorted(['RA', 'CA', 'MA', 'YA', 'TA'].flatMap(of).map((node) => node.nodeID)));
  });

  test(`${name}: every statement is said and asserted in its words`, () => {
    const { statements } = json(name);
    const read = graph(name);
    assert.equal(read.locutions.length, statements.length);
    assert.equal(read.of('L').length, statements.length);
    const words = said(read, statements);
    const people = new Map();
    for (const [n, { id, text, speaker, article, page, components }] of statements.entries()) {
      const { locution, words: asserted, parts } = words.get(id);
      const { personID, start, source } = read.locutions[n];
      assert.equal(asserted.text, text);
      assert.ok(locution.text.endsWith(`: ${text}`));
      assert.deepEqual([start, source], [`${article.date} 00:00:00`, page]);
      assert.equal(speakerOf(read.participants, locution.text), personID);
      const { firstname, surname } = read.participants.find((each) => each.participantID === personID);
      const called = `${firstname} ${surname}`.replaceAll('\u00a0', ' ').replaceAll('\ua789', ':').trim();
      assert.equal(called, speaker?.name.split(/\s+/u).join(' ') ?? 'Unknown speaker');
      assert.equal(people.get(personID) ?? speaker?.id, speaker?.id, 'one person a number');
      people.set(personID, speaker?.id);

      const of = (kind) => components.filter((each) => each.kind === kind).map((each) => each.text);
      const argues = of('claim').length > 0 && of('premise').length > 0;
      assert.deepEqual(sorted(parts.map((each) => each.text)), argues ? sorted([...of('claim'), ...of('premise')]) : []);
      const inferences = locution.to.filter((node) => node.text === 'Arguing').map((node) => node.to[0]);
      assert.deepEqual(sorted(inferences.map((each) => each.to[0].text)), argues ? sorted(of('claim')) : []);
      for (const { from } of inferences) {
        const premises = from.filter((node) => node.type === 'I').map((node) => node.text);
        assert.deepEqual(sorted(premises), sorted(of('premise')));
      }
    }
    assert.equal(read.participants.length, people.size);
  });

  test(`${name}: arguments are premises for their sides, and are related as they are`, () => {
    const { debate, statements, relations } = json(name);
    const read = graph(name);
    const words = said(read, statements);
    const ids = new Map([...words].map(([id, { words: node }]) => [node.nodeID, id]));
    debate.sides.forEach(({ id, label, summary }, n) => {
      assert.equal(read.all[n].text, summary || label);
      ids.set(read.all[n].nodeID, id);
    });
    const between = ['RA', 'CA', 'MA'].flatMap(read.of).flatMap((scheme) => {
      const premises = scheme.from.filter((node) => ids.has(node.nodeID));
      const illocutions = scheme.from.filter((node) => node.type === 'YA' && node.from[0].type === 'TA');
      const anchors = illocutions.map(({ text: illocution, from: [{ from: [before], to }] }) => {
        return `${illocution} ${before.nodeID} ${to.find((node) => node.type === 'L').nodeID}`;
      });
      return premises.map(({ nodeID }) => [ids.get(nodeID), scheme.type, ids.get(scheme.to[0].nodeID), ...anchors].join(' '));
    });
    const expected = relations.map(({ from, to, kind, basis }) => {
      const ends = [to, from].map((id) => words.get(id).locution.nodeID);
      return [from, SCHEMES[kind], to, ...(basis.stated ? [`${ILLOCUTIONS[kind]} ${ends.join(' ')}`] : [])].join(' ');
    });
    const positions = statements.filter((each) => each.side.id !== 'neither').map(({ id, side }) => `${id} RA ${side.id}`);
    assert.deepEqual(sorted(between), sorted([...expected, ...positions]));
  });
}

const READ = `
import json, sys
from arguebuf import load
with open(sys.argv[1], encoding="utf-8") as file:
    graph = load.xaif(json.load(file))
atoms = {id: str(node.plain_text) for id, node in graph.atom_nodes.items()}
schemes = {id: type(node.scheme).__name__ for id, node in graph.scheme_nodes.items()}
edges = [[edge.source.id, edge.target.id] for edge in graph.edges.values()]
json.dump({"atoms": atoms, "schemes": schemes, "edges": edges}, sys.stdout)
`;

const python = (...args) => spawnSync('python3', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
const skip = python('-c', 'import arguebuf').status === 0 ? false : 'arguebuf is not installed';

for (const name of NAMES) {
  test(`${name}: arguebuf finds the same graph of words`, { skip }, () => {
    const { status, stdout, stderr } = python('-c', READ, file(name, 'aif.json'));
    assert.equal(status, 0, stderr);
    const { atoms, schemes, edges } = JSON.parse(stdout);
    const read = graph(name);
    assert.deepEqual(atoms, Object.fromEntries(read.of('I').map((node) => [node.nodeID, node.text])));
    for (const { text: words } of json(name).statements) assert.ok(Object.values(atoms).includes(words));
    const kinds = { RA: 'Support', CA: 'Attack', MA: 'Rephrase' };
    for (const [type, kind] of Object.entries(kinds)) {
      read.of(type).forEach((node) => assert.equal(schemes[node.nodeID], kind));
    }
    const isRead = (id) => id in atoms || id in schemes;
    const expected = read.edges.filter(({ fromID, toID }) => isRead(fromID) && isRead(toID));
    assert.deepEqual(sorted(edges.map(String)), sorted(expected.map(({ fromID, toID }) => `${fromID},${toID}`)));
  });
}
