// What an article is called where it is cited.

import assert from 'node:assert/strict';

/** A text on a line of its own. */
export const oneLine = (text) => text.split(/\s+/u).filter(Boolean).join(' ');

/** That a name is the headline of an article, or its first words where it has none. */
export const assertCalled = (name, { title, paragraphs }) => {
  if (title) return assert.equal(name, oneLine(title));
  assert.match(name, /.{20}…$/u);
  assert.ok(paragraphs.some((paragraph) => oneLine(paragraph.text).startsWith(name.slice(0, -1))), name);
};
