// CSV, as Python's csv reads it.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

import { NAMES, SITE, file, json } from './exported.mjs';

const READ = `
import csv, json, sys
with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    json.dump(list(csv.DictReader(file, strict=True)), sys.stdout)
`;

const python = (...args) => spawnSync('python3', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
const skip = python('--version').status === 0 ? false : 'python3 is not installed';

/** What a cell said before it was made safe. */
const meant = (cell) => (/^'+[=+\-@\t\r＝＋－＠]/u.test(cell) ? cell.slice(1) : cell);

for (const name of NAMES) {
  test(`${name}: Python finds every statement in its row`, { skip }, () => {
    const { status, stdout, stderr } = python('-c', READ, file(name, 'csv'));
    assert.equal(status, 0, stderr);
    const rows = JSON.parse(stdout);
    const { statements } = json(name);
    assert.equal(rows.length, statements.length);
    for (const [n, row] of rows.entries()) {
      for (const cell of Object.values(row)) assert.doesNotMatch(cell, /^[=+\-@\t\r＝＋－＠]/u, 'a formula');
      const cells = Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, meant(cell)]));
      const { id, side, speaker, role, text, quotation, argument, components, themes, article, page } = statements[n];
      const of = (kind) => components.filter((each) => each.kind === kind).map((each) => each.text).join(' […] ');
      assert.deepEqual(cells, {
        id,
        side: side.id,
        side_label: side.label,
        speaker: speaker?.name ?? '',
        speaker_kind: speaker?.kind ?? '',
        affiliation: speaker?.affiliation ?? '',
        role: role?.text ?? '',
        text,
        quotation,
        argument: String(argument),
        claims: of('claim'),
        premises: of('premise'),
        themes: themes.map((theme) => theme.label).join('; '),
        date: article.date,
        title: article.title ?? '',
        outlet: article.outlet ?? '',
        article: article.id,
        article_kind: article.kind,
        article_url: article.url ?? '',
        page,
      });
      assert.ok(page.startsWith(SITE));
    }
  });
}
