// CSL-JSON, as Citation.js sets it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Cite } from '@citation-js/core';
import '@citation-js/plugin-csl';

import { assertCalled, oneLine } from './called.mjs';
import { NAMES, SITE, json, text } from './exported.mjs';

for (const name of NAMES) {
  test(`${name}: every article is an item that says where it was published`, () => {
    const { articles } = json(name);
    const items = JSON.parse(text(name, 'csl.json'));
    const expected = articles.map((article) => {
      const { id, kind, outlet, author, url, date } = article;
      const item = {
        id,
        type: kind === 'news' ? 'article-newspaper' : 'report',
        author: author && [{ literal: oneLine(author) }],
        [kind === 'news' ? 'container-title' : 'publisher']: outlet && oneLine(outlet),
        issued: { 'date-parts': [date.split('-').map(Number)] },
        URL: url ?? (kind === 'background' ? `${SITE}article/${id}.html` : undefined),
      };
      return Object.fromEntries(Object.entries(item).filter(([, value]) => value));
    });
    items.forEach((item, n) => assertCalled(item.title, articles[n]));
    assert.deepEqual(items.map(({ title, ...item }) => item), expected);
  });

  test(`${name}: Citation.js reads every item and sets it in a style`, () => {
    const cite = new Cite(text(name, 'csl.json'));
    const items = JSON.parse(text(name, 'csl.json'));
    assert.deepEqual(cite.data.map(({ id, type, title, URL }) => ({ id, type, title, URL })),
      items.map(({ id, type, title, URL }) => ({ id, type, title, URL })));
    const set = cite.format('bibliography', { format: 'text', template: 'apa', asEntryArray: true });
    assert.equal(set.length, items.length);
    for (const [id, entry] of set) {
      const item = items.find((each) => each.id === id);
      assert.ok(entry.includes(String(item.issued['date-parts'][0][0])), entry);
      if (item.URL) assert.ok(entry.includes(item.URL), entry);
    }
  });
}
