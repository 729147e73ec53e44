// Markdown, as CommonMark's own parser reads it.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Parser } from 'commonmark';

import { assertCalled, oneLine } from './called.mjs';
import { NAMES, json, text } from './exported.mjs';

const children = (node) => {
  const found = [];
  for (let child = node.firstChild; child; child = child.next) found.push(child);
  return found;
};

/** What a reader sees of a node, which must be nothing but text, links and lines. */
const said = (node) => {
  switch (node.type) {
    case 'text': return node.literal;
    case 'softbreak': case 'linebreak': return '\n';
    case 'link': case 'paragraph': case 'heading': return children(node).map(said).join('');
    case 'block_quote': return children(node).map(said).join('\n\n');
    default: throw new assert.AssertionError({ message: `a ${node.type}: ${node.literal ?? ''}` });
  }
};
const links = (node) => children(node).filter((child) => child.type === 'link').map((child) => child.destination);

/** Words as they stand, but for spaces at the ends of lines and how many empty lines are between paragraphs. */
const lines = (words) => words.replace(/[ \t]*\r?\n[ \t]*/gu, '\n').replace(/\n{2,}/gu, '\n\n').replace(/^[ \t]+|[ \t]+$/gu, '');

for (const name of NAMES) {
  test(`${name}: CommonMark reads every statement with its words and its citation`, () => {
    const { debate, statements, articles } = json(name);
    const [title, question, ...rest] = children(new Parser().parse(text(name, 'md')));
    assert.deepEqual([title.type, said(title)], ['heading', oneLine(debate.title)]);
    assert.equal(said(question), oneLine(debate.question));
    assert.equal(rest.length, 2 * statements.length);
    for (const [n, statement] of statements.entries()) {
      const [quotation, citation] = rest.slice(2 * n, 2 * n + 2);
      assert.equal(quotation.type, 'block_quote');
      assert.equal(said(quotation), lines(statement.text));
      const { speaker, source, role, side, themes, page, article: { id, outlet, author, date, url } } = statement;
      const [who, stance, where, ...more] = said(citation).split('\n');
      const name = speaker?.name ?? source?.text;
      if (name) assert.ok(who.startsWith(`— ${[name, role?.text].filter(Boolean).map(oneLine).join(', ')}, `), who);
      const imprint = [author, outlet, date].filter(Boolean).map(oneLine).join(', ');
      assert.ok(who.endsWith(`”, ${imprint}`), who);
      const [, heading] = who.slice(0, -imprint.length - '”, '.length).match(/ in “(.*)$/u);
      assertCalled(heading, articles.find((each) => each.id === id));
      assert.equal(stance, oneLine([side.label, themes.map((theme) => oneLine(theme.label)).join(', ')].filter(Boolean).join(' · ')));
      assert.deepEqual([where, more], ['Where it stands', []]);
      const normalised = (address) => decodeURI(address);
      assert.deepEqual(links(citation).map(normalised), [url, page].filter(Boolean).map(normalised));
    }
  });
}
