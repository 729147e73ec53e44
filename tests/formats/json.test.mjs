// JSON and JSON Lines, as their schema and Ajv see them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

import { NAMES, json, text } from './exported.mjs';

const schema = JSON.parse(readFileSync(new URL('../../crates/export/src/schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
addFormats(ajv);

for (const name of NAMES) {
  test(`${name}: JSON is what its schema says`, () => {
    const valid = ajv.validate(schema, json(name));
    assert.ok(valid, ajv.errorsText(ajv.errors));
  });

  test(`${name}: every offset is one of code points of the article's text`, () => {
    const { articles, statements } = json(name);
    const texts = new Map(articles.map((article) => [article.id, [...article.text]]));
    const holds = (points, { start, end, text }) => assert.equal(points.slice(start, end).join(''), text);
    for (const { article, spans, source, cue, role, components, evidence } of statements) {
      const words = [...spans, ...components, source, cue, role, ...evidence.map((each) => each.words)];
      words.filter(Boolean).forEach((each) => holds(texts.get(article.id), each));
    }
    for (const { id, paragraphs } of articles) paragraphs.forEach((each) => holds(texts.get(id), each));
  });

  test(`${name}: JSON Lines are the statements of JSON`, () => {
    const lines = text(name, 'jsonl').split('\n');
    assert.equal(lines.pop(), '');
    assert.deepEqual(lines.map((line) => JSON.parse(line)), json(name).statements);
  });
}

test('the schema refuses what is something else', () => {
  const changed = (change) => {
    const value = json('lights');
    change(value);
    return ajv.validate(schema, value);
  };
  assert.ok(changed(() => {}));
  assert.ok(!changed((value) => delete value.debate));
  assert.ok(!changed((value) => (value.statements[0].side = 'for')));
  assert.ok(!changed((value) => (value.statements[0].quotation = 'loud')));
  assert.ok(!changed((value) => (value.more = 1)));
});
