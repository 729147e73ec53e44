// What `cargo xtask test` exported: each format of each folder of seeds. JSON, which is compared with the corpus itself natively,
// is what the other formats are compared with.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.env.REJOINDER_EXPORTS;
if (!folder) throw new Error('REJOINDER_EXPORTS must name the folder of exports; `cargo xtask test` does');

/** Where the exports say that the site is. */
export const SITE = 'https://example.org/debate/';

/** The folders of seeds: one of signs that mean something in formats, a small one, and the project's own. */
export const NAMES = ['hostile', 'lights', 'seeds'];

/** The file of a folder of seeds in the format of an extension. */
export const file = (name, extension) => join(folder, `${name}.${extension}`);

/** What is in it. */
export const text = (name, extension) => readFileSync(file(name, extension), 'utf8');

/** The reference. */
export const json = (name) => JSON.parse(text(name, 'json'));
