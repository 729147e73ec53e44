// Argdown, as its own parser reads it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
  ArgdownApplication,
  ColorPlugin,
  DataPlugin,
  ExplodeArgumentsPlugin,
  GroupPlugin,
  MapPlugin,
  ModelPlugin,
  ParserPlugin,
  PreselectionPlugin,
  RegroupPlugin,
  StatementSelectionPlugin,
  ArgumentSelectionPlugin,
} from '@argdown/core';

import { NAMES, json, text } from './exported.mjs';

const STAGES = {
  'parse-input': [new ParserPlugin()],
  'build-model': [new DataPlugin(), new ModelPlugin(), new RegroupPlugin()],
  'build-map': [
    new ExplodeArgumentsPlugin(),
    new PreselectionPlugin(),
    new StatementSelectionPlugin(),
    new ArgumentSelectionPlugin(),
    new MapPlugin(),
    new GroupPlugin(),
  ],
  colorize: [new ColorPlugin()],
};

/** What the parser makes of a text. */
const read = (input) => {
  const app = new ArgdownApplication();
  for (const [stage, plugins] of Object.entries(STAGES)) plugins.forEach((plugin) => app.addPlugin(plugin, stage));
  return app.run({ input, process: Object.keys(STAGES), throwExceptions: true, logLevel: 'silent' });
};

/** What Argdown keeps of line breaks; the one after the words is a space to it, too, which is taken off below. */
const onALine = (words) => words.replace(/\r\n|\r|\n/g, ' ');

/** A label as a tag, in which brackets would end it. */
const tag = (label) => label.split(/\s+/u).join(' ').replaceAll('(', '[').replaceAll(')', ']');

const sorted = (list) => [...list].sort();

for (const name of NAMES) {
  const { debate, statements, relations } = json(name);
  const response = read(text(name, 'argdown'));
  const all = [...Object.values(response.arguments), ...Object.values(response.statements)];
  const elements = new Map(all.filter((each) => each.data?.id).map((each) => [each.data.id, each]));
  const sides = Object.values(response.statements).filter((each) => !each.data?.id);

  test(`${name}: Argdown reads it without an error`, () => {
    assert.deepEqual(response.lexerErrors, []);
    assert.deepEqual(response.parserErrors, []);
    assert.equal(response.frontMatter.title, debate.title);
    assert.equal(response.frontMatter.subTitle, debate.question);
  });

  test(`${name}: every statement has its words, tags and data`, () => {
    assert.equal(elements.size, statements.length);
    assert.equal(all.length, statements.length + debate.sides.length);
    for (const { id, page, text, argument, side, themes, speaker, quotation, article } of statements) {
      const element = elements.get(id);
      assert.equal(element.type, argument ? 'argument' : 'equivalence-class');
      const said = element.members.map((each) => each.text?.replace(/ $/, '')).filter(Boolean);
      assert.deepEqual(said, [onALine(text)]);
      const labels = [...(side.id === 'neither' ? [] : [side.label]), ...themes.map((theme) => theme.label)];
      assert.deepEqual(sorted(element.tags ?? []), sorted(new Set(labels.map(tag))));
      const known = { id, page, speaker: speaker?.name, affiliation: speaker?.affiliation, quotation };
      const where = { date: article.date, title: article.title, source: article.outlet, url: article.url };
      const data = Object.entries({ ...known, ...where }).filter(([, value]) => value !== null && value !== undefined);
      assert.deepEqual(element.data, Object.fromEntries(data));
    }
  });

  test(`${name}: the sides are statements, in colours of their own`, () => {
    assert.deepEqual(sides.map((each) => each.members[0].text), debate.sides.map((each) => onALine(each.summary || each.label)));
    assert.deepEqual(sides.map((each) => each.tags), debate.sides.map((each) => [tag(each.label)]));
    assert.equal(new Set(sides.map((each) => each.color)).size, sides.length);
    for (const { id, side } of statements.filter((each) => each.side.id !== 'neither')) {
      const n = debate.sides.findIndex((each) => each.id === side.id);
      assert.equal(elements.get(id).color, sides[n].color);
    }
  });

  test(`${name}: arguments support their sides, and are related as they are`, () => {
    const ids = new Map([...elements].map(([id, element]) => [element, id]));
    sides.forEach((side, n) => ids.set(side, debate.sides[n].id));
    const found = response.relations.map(({ from, to, relationType }) => [ids.get(from), relationType, ids.get(to)].join(' '));
    const kinds = { supports: 'support', attacks: 'attack' };
    const expected = relations
      .filter((each) => kinds[each.kind])
      .map(({ from, to, kind }) => [from, kinds[kind], to].join(' '));
    const positions = statements.filter((each) => each.side.id !== 'neither').map(({ id, side }) => `${id} support ${side.id}`);
    assert.deepEqual(sorted(found), sorted(new Set([...expected, ...positions])));
  });

  test(`${name}: the map has every argument, every side that somebody takes, and nothing else`, () => {
    const titles = new Set();
    const walk = (nodes) => nodes.forEach((node) => (titles.add(node.title), walk(node.children ?? [])));
    walk(response.map.nodes);
    const taken = new Set(statements.map((each) => each.side.id));
    const shown = [
      ...statements.filter((each) => each.argument).map(({ id }) => elements.get(id)),
      ...sides.filter((_, n) => taken.has(debate.sides[n].id)),
    ];
    assert.deepEqual(sorted(titles), sorted(shown.map((each) => each.title)));
  });
}
