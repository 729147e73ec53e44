// Rejoinder's engine in a page of its own, for whoever wants to measure it:
//
//     const { build, query } = await import("./engine.mjs");
//     await build(docs);          // docs: [{ text, side, speaker, affiliation, themes: [], year, article }]
//     query({ terms: ["warrant", "pho"], prefix: true, filters: { side: ["for"], year: [2014] } });
//                                 // { n, ids: Uint32Array, counts: { side: Uint32Array, … } }
//
// All terms must occur; with `prefix` the last one is the beginning of a word, with `phrase` they stand next to each other,
// with `exact` no other form of them counts. Filters are OR inside a facet, AND across facets; the side "neither" is none.
// `ids` are places in `docs`, counts are in the order of `names()`, each facet's as if nothing were chosen in it.
//
// `cargo xtask bench` compiles what this needs into pkg/, and pkg-small/ as the site is compiled (?pkg=pkg-small).

import { FACETS, columns, inOrder } from "./columns.mjs";

const pkg = new URLSearchParams(globalThis.location?.search).get("pkg") ?? "pkg";
const wasm = await import(`./${pkg}/engine_page.js`);
const linear = (await wasm.default()).memory;

const facets = Object.keys(FACETS);

/** The engine that answers, its values by facet, and the places of documents that came in another order. */
let current;

/** Texts that are made ready between two turns of the page, as many as the site makes. */
const TEXTS = 2500;

/** Takes in documents; done when all is ready for searching. */
export function build(docs) {
  const order = inOrder(docs);
  return start(wasm.Ours.build(documents(order.map((n) => docs[n]))), order);
}

/** Takes in the bytes of `save`, as the site starts from those that are embedded in it and fetches the words of a large corpus. */
export function load(bytes) {
  const words = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  return start(wasm.Ours.load(bytes.subarray(4, words)), undefined, bytes.subarray(words));
}

/** What a site would embed, after its length, and what it would fetch to search. */
export function save() {
  const [start, words] = [current.engine.start(), current.engine.words()];
  const saved = new Uint8Array(4 + start.length + words.length);
  new DataView(saved.buffer).setUint32(0, start.length, true);
  saved.set(start, 4);
  saved.set(words, 4 + start.length);
  return saved;
}

/** What it would fetch besides, to show everything. */
export const rest = () => current.engine.rest();

/** Every value of each facet. */
export const names = () => current.names;

/** Bytes of memory that the WebAssembly has taken. */
export const memory = () => linear.buffer.byteLength;

/** Answers a query. */
export function query({ terms = [], prefix = false, phrase = false, exact = false, filters = {} }) {
  return unpacked(current.engine.query(typed(terms, { prefix, phrase, exact }), chosen(current, filters)), current);
}

/** What a reader would type. A space after a word ends it. */
function typed(terms, { prefix, phrase, exact }) {
  if (phrase) return `"${terms.join(" ")}"`;
  const whole = exact ? (term) => `"${term}"` : (term) => `${term} `;
  return terms.map((term, n) => (prefix && n === terms.length - 1 ? term : whole(term))).join(" ");
}

async function start(engine, order, words) {
  if (!engine) throw new Error("these are no documents that the engine takes");
  await turn();
  current = described(engine, facets.map((_, n) => engine.names(n)), order);
  await turn();
  if (words?.length && !engine.take(words)) throw new Error("these are not the words of these documents");
  while (!engine.prepare(TEXTS)) await turn();
}

/** Lets the page do what else it has to. */
function turn() {
  const { port1, port2 } = new MessageChannel();
  return new Promise((done) => {
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(0);
  });
}

function described(engine, values, order) {
  return {
    engine,
    names: Object.fromEntries(facets.map((facet, n) => [facet, values[n]])),
    places: values.map((names) => new Map(names.map((name, place) => [name, place]))),
    order: order?.every((place, n) => place === n) ? undefined : order,
  };
}

function documents(docs) {
  const encoder = new TextEncoder();
  const bytes = new Uint8Array(docs.reduce((sum, { text }) => sum + 3 * text.length, 0));
  let end = 0;
  const ends = Uint32Array.from(docs, ({ text }) => (end += encoder.encodeInto(text, bytes.subarray(end)).written));
  const documents = new wasm.Documents(bytes.subarray(0, end), ends);
  for (const { names, values, ends } of Object.values(columns(docs))) documents.facet(names, values, ends);
  return documents;
}

/** Pairs of a facet and a value. */
function chosen({ places }, filters) {
  const pairs = facets.flatMap((facet, n) => (filters[facet] ?? []).flatMap((name) => [n, places[n].get(String(name))]));
  return Uint32Array.from(pairs);
}

function unpacked(answer, { names, order }) {
  let from = 0;
  const counts = {};
  for (const facet of facets) counts[facet] = answer.subarray(from, (from += names[facet].length));
  const ids = order ? answer.subarray(from).map((id) => order[id]) : answer.subarray(from);
  return { n: ids.length, ids, counts };
}

/** The floor: what the machine can do, behind the same functions. Words are exact; there are no phrases. */
export const floor = {
  build(docs) {
    const order = inOrder(docs);
    const handed = documents(order.map((n) => docs[n]));
    const values = Object.values(columns(docs)).map(({ names }) => names);
    this.current = described(wasm.Floor.build(handed), values, order);
    handed.free();
  },
  names() {
    return this.current.names;
  },
  query({ terms = [], prefix = false, filters = {} }) {
    return unpacked(this.current.engine.query(terms.join(" "), prefix, chosen(this.current, filters)), this.current);
  },
};
