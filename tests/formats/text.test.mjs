// Plain text: every statement in its place, with its words as they stand.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { NAMES, json, text } from './exported.mjs';

for (const name of NAMES) {
  test(`${name}: every statement is in its place with its words and its page`, () => {
    const { statements } = json(name);
    let rest = text(name, 'txt');
    for (const { text: words, page, side, article } of statements) {
      const quoted = `\n\n“${words}”\n— `;
      const at = rest.indexOf(quoted);
      assert.notEqual(at, -1, words);
      rest = rest.slice(at + quoted.length);
      const [who, ...lines] = rest.slice(0, rest.indexOf('\n\n') + 1 || rest.length).trimEnd().split('\n');
      assert.ok(who.endsWith(article.date), who);
      assert.deepEqual(lines.slice(0, -1), [article.url, page].filter(Boolean));
      assert.ok(lines.at(-1).startsWith(side.label), lines.at(-1));
    }
    assert.ok(!rest.includes('\n— '), 'and nothing more');
  });
}
