// What must be found, by looking through every text: what engines are compared with. And how answers are compared.

import { Narrowing } from "./columns.mjs";

/** What makes a word of a text one of a query: itself, a form of the same word, or that it begins so. */
export const RULES = {
  exact: (word, term) => word === term,
  forms: (word, _term, forms) => forms.includes(word),
  begins: (word, term) => word.startsWith(term),
};

export class Scan {
  constructor(docs, columns) {
    this.narrowing = new Narrowing(columns);
    const places = new Map();
    this.texts = docs.map(({ text }) =>
      Uint32Array.from(text.toLowerCase().match(/[a-z0-9]+/g) ?? [], (word) => {
        if (!places.has(word)) places.set(word, places.size);
        return places.get(word);
      }),
    );
    this.words = [...places.keys()];
  }

  /** What a query finds by a rule: `begins` is that of the last term with `prefix`, and of a phrase all words are exact. */
  query({ terms, forms, prefix, phrase, filters }, rule) {
    const fits = (n) => RULES[phrase ? "exact" : prefix && n === terms.length - 1 ? "begins" : rule];
    const masks = terms.map((term, n) => Uint8Array.from(this.words, (word) => fits(n)(word, term, forms[n])));
    const isFound = phrase
      ? (text) => text.some((_, at) => masks.every((mask, n) => mask[text[at + n]] === 1))
      : (text) => masks.every((mask) => hasOne(text, mask));
    const found = terms.length === 0 ? null : [...this.texts.keys()].filter((id) => isFound(this.texts[id]));
    return this.narrowing.narrow(found, filters);
  }
}

function hasOne(text, mask) {
  for (let at = 0; at < text.length; at++) if (mask[text[at]] === 1) return true;
  return false;
}

/** Numbers that two answers share if, as good as surely, they are the same: of the ids, and of the counts above zero. */
export function digest({ n, ids, counts }, names) {
  let of = 0;
  for (const id of ids) of = (of + mixed(id + 1)) | 0;
  return { n, ids: of, counts: digestOfCounts(counts, names) };
}

/** Counts are numbers in the order of `names`, or whatever an engine gives its sites. */
function digestOfCounts(counts, names) {
  let sum = 0;
  const add = (facet, name, count) => {
    if (count > 0) sum = (sum + Math.imul(hashed(`${facet} ${name}`), mixed(count))) | 0;
  };
  for (const [key, of] of Object.entries(counts)) {
    const facet = key === "themes" ? "theme" : key;
    if (of.values && of.count !== undefined) for (const [name, count] of Object.entries(of.values)) add(facet, name, count);
    else if (of.buckets) for (const { key, doc_count } of of.buckets) add(facet, key, doc_count);
    else for (let n = 0; n < of.length; n++) add(facet, names[facet][n], of[n]);
  }
  return sum;
}

function mixed(number) {
  const once = Math.imul(number ^ (number >>> 16), 0x45d9f3b);
  return Math.imul(once ^ (once >>> 16), 0x45d9f3b) ^ once;
}

function hashed(text) {
  let hash = 0x811c9dc5;
  for (let n = 0; n < text.length; n++) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193);
  return hash;
}
