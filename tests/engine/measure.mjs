// What runs in the page: one engine made ready and asked. A page has one engine, so that memory is its own.

import { columns } from "./columns.mjs";
import { Scan, digest } from "./scan.mjs";

/** Queries of each kind that are asked before any is timed, so that what is timed is compiled. */
const WARMING = 10;

/** How often each is timed. */
const ROUNDS = 3;

/** How an engine is asked for: ours by what a reader types, and by exact words, which the others answer too. */
const OURS = { ours: {}, small: {}, exact: { exact: true } };

const text = async (path) => (await fetch(path)).text();
const lines = async (path) => (await text(path)).trim().split("\n").map((line) => JSON.parse(line));
const milliseconds = async (act) => {
  const start = performance.now();
  const result = await act();
  return [performance.now() - start, result];
};

/** Builds an engine's index and hands it to the server to keep. */
export async function build(engine, data) {
  const docs = await lines(`${data}/records.jsonl`);
  const built = await opened(engine);
  await built.prepare?.(columns(docs), docs);
  const [took] = await milliseconds(() => built.build(docs));
  const saved = await built.save?.();
  if (saved) await fetch(`${data}/${engine}.index`, { method: "PUT", body: saved });
  if (saved) await fetch(`${data}/${engine}.rest`, { method: "PUT", body: built.rest?.() ?? "" });
  return { built: took, isSaved: saved !== undefined };
}

/** Loads what was built, or builds it where it cannot be saved: how long until it answers, and the longest task meanwhile. */
export async function ready(engine, data, isSaved) {
  const made = await opened(engine);
  globalThis.asked = { made, queries: await lines(`${data}/queries.jsonl`) };
  if (made.prepare || !isSaved) {
    const docs = await lines(`${data}/records.jsonl`);
    await made.prepare?.(columns(docs), docs);
    if (!isSaved) globalThis.asked.docs = docs;
  }
  if (isSaved) {
    const response = await fetch(`${data}/${made.saved ?? engine}.index`);
    globalThis.asked.saved = made.takesBytes ? new Uint8Array(await response.arrayBuffer()) : await response.text();
  }
}

/** The second half of `ready`: between the two memory is measured. */
export async function start() {
  const { made, docs, saved } = globalThis.asked;
  const watch = watched();
  const [ready] = await milliseconds(() => (docs ? made.build(docs) : made.load(saved)));
  const task = await watch();
  delete globalThis.asked.docs;
  delete globalThis.asked.saved;
  return { ready, task };
}

/** The longest stretch for which nothing else got a turn. */
function watched() {
  let longest = 0;
  let last = performance.now();
  const { port1, port2 } = new MessageChannel();
  const turn = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  port1.onmessage = () => {
    turn();
    port2.postMessage(0);
  };
  port2.postMessage(0);
  return async () => {
    await new Promise((done) => setTimeout(done, 20));
    turn();
    port1.close();
    return longest;
  };
}

/** Bytes of WebAssembly memory. */
export const memory = () => globalThis.asked.made.memory?.() ?? 0;

/**
 * Asks all queries of a kind, or as many as fit in `patience` milliseconds: how long each took, and what it found. What is
 * left of the time goes into further rounds, so that no answer is just what was asked last, and the fastest answer counts.
 */
export async function ask(kind, patience) {
  const { made, queries } = globalThis.asked;
  const asked = queries.filter((query) => query.kind === kind);
  const start = performance.now();
  const isOver = (share) => performance.now() - start > share * patience;
  for (const query of asked.slice(-WARMING)) if (!isOver(0.25)) await made.query(query);
  const times = [];
  const answers = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (let n = 0; n < asked.length && !isOver(1); n++) {
      const before = performance.now();
      const answering = made.query(asked[n]);
      // Those that answer at once are not made to wait for a turn.
      const answer = answering instanceof Promise ? await answering : answering;
      times[n] = Math.min(times[n] ?? Infinity, performance.now() - before);
      if (round === 0) answers.push(digest(answer, made.names()));
    }
  }
  return { times, answers };
}

/** What the scan finds, by each rule; and the bytes of all texts. */
export async function scan(data, rules) {
  const docs = await lines(`${data}/records.jsonl`);
  const of = columns(docs);
  const scan = new Scan(docs, of);
  const queries = await lines(`${data}/queries.jsonl`);
  const names = Object.fromEntries(Object.entries(of).map(([facet, { names }]) => [facet, names]));
  const found = {};
  for (const rule of rules) {
    for (const query of queries) ((found[rule] ??= {})[query.kind] ??= []).push(digest(scan.query(query, rule), names));
  }
  return { found, bytes: docs.reduce((sum, { text }) => sum + new TextEncoder().encode(text).length, 0) };
}

/** An engine by name, with what differs between them evened out. */
async function opened(name) {
  if (name in OURS || name === "floor") {
    const engine = await import("./engine.mjs");
    if (name === "floor") return Object.assign(engine.floor, { memory: engine.memory });
    const query = (asked) => engine.query({ ...asked, ...OURS[name] });
    return { ...engine, query, saved: "ours", takesBytes: true };
  }
  const { default: Peer } = await import(`./peers/${name}.mjs`);
  const peer = new Peer();
  const prepare = peer.prepare.bind(peer);
  peer.prepare = (columns, docs) => {
    peer.names = () => Object.fromEntries(Object.entries(columns).map(([facet, { names }]) => [facet, names]));
    prepare(columns, docs);
  };
  return peer;
}
