// BibTeX, as Citation.js and, where it is installed, Python's pybtex read it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';

import { assertCalled, oneLine } from './called.mjs';
import { NAMES, SITE, file, json, text } from './exported.mjs';

const READ = `
import json, sys
from pybtex.database import parse_file
entries = parse_file(sys.argv[1], bib_format="bibtex").entries
json.dump([[key, entry.type, dict(entry.fields), [[str(n) for n in (*p.first_names, *p.last_names)] for p in entry.persons.get("author", [])]]
           for key, entry in entries.items()], sys.stdout)
`;

const python = process.env.REJOINDER_PYTHON ?? 'python3';
const run = (...args) => spawnSync(python, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
const skip = run('-c', 'import pybtex').status === 0 ? false : 'pybtex is not installed for Python';

const address = ({ kind, url, id }) => url ?? (kind === 'background' ? `${SITE}article/${id}.html` : undefined);
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A text of TeX's as it is set. */
const COMMANDS = { backslash: '\\', braceleft: '{', braceright: '}', asciitilde: '~', asciicircum: '^', less: '<', greater: '>', bar: '|' };
const set = (tex) =>
  tex.replace(/\\text([a-z]+)\{\}|\\([#$%&_])|[{}]/gu, (_, command, sign) => COMMANDS[command] ?? sign ?? '');

for (const name of NAMES) {
  test(`${name}: Citation.js finds every article`, () => {
    const { articles } = json(name);
    const items = plugins.input.chain(text(name, 'bib'), { generateGraph: false, target: '@csl/list+object' });
    assert.equal(items.length, articles.length);
    for (const [n, item] of items.entries()) {
      const article = articles[n];
      assert.equal(item.id, article.id);
      assertCalled(item.title, article);
      const { outlet, author, kind } = article;
      const published = kind === 'news' ? outlet : undefined;
      assert.equal(item['container-title'], published ? oneLine(published) : undefined);
      assert.deepEqual(item.author, author ? [{ family: oneLine(author) }] : undefined);
      assert.deepEqual(item.issued['date-parts'], [article.date.split('-').map(Number)]);
      assert.equal(item.URL, address(article));
    }
  });

  test(`${name}: pybtex finds every article`, { skip }, () => {
    const { status, stdout, stderr } = run('-c', READ, file(name, 'bib'));
    assert.equal(status, 0, stderr);
    const { articles } = json(name);
    const entries = JSON.parse(stdout);
    assert.equal(entries.length, articles.length);
    for (const [n, [key, type, fields, authors]] of entries.entries()) {
      const { id, kind, outlet, author, date } = articles[n];
      const is = kind === 'news' && outlet ? 'article' : 'misc';
      assert.deepEqual([key, type], [id, is]);
      assertCalled(set(fields.title), articles[n]);
      assert.equal(set(fields[is === 'article' ? 'journal' : 'howpublished'] ?? ''), oneLine(outlet ?? ''));
      assert.deepEqual(authors.map((parts) => parts.map(set)), author ? [[oneLine(author)]] : []);
      assert.equal(fields.date, date);
      assert.deepEqual([fields.year, fields.month], [date.slice(0, 4), MONTHS[Number(date.slice(5, 7)) - 1]]);
      assert.equal(fields.url, address(articles[n]));
    }
  });
}
