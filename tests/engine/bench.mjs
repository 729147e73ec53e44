// Drives `measure.mjs` in Chromium and prints a table for each size.
//
//     node bench.mjs FOLDER SIZE...     FOLDER/SIZE has records.jsonl and queries.jsonl; `cargo xtask bench` makes them
//
// ENGINES names those to measure, with commas between them (default: all).

import { createReadStream, createWriteStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { constants, createBrotliCompress } from "node:zlib";
import { launch } from "../browser/browser.mjs";
import { KINDS, print } from "./table.mjs";

/** How long an engine is asked queries of one kind, milliseconds: so that all end in minutes. */
const PATIENCE = 6_000;

/**
 * What answers, in the order of the table. `rule`: by which rule of the scan, `phrases`: whether it knows them,
 * `isLifted`: whether a facet's counts are as if nothing were chosen in it.
 */
const ENGINES = {
  ours: { title: "Rejoinder", rule: "forms", phrases: true },
  small: { title: "Rejoinder, small", rule: "forms", phrases: true, pkg: "pkg-small", saved: "ours" },
  exact: { title: "Rejoinder, exact", rule: "exact", phrases: true, saved: "ours" },
  floor: { title: "floor", rule: "exact" },
  minisearch: { title: "MiniSearch", rule: "exact" },
  flexsearch: { title: "FlexSearch", rule: "begins" },
  orama: { title: "Orama", rule: "begins", isLifted: false },
  itemsjs: { title: "itemsjs", rule: "begins" },
};

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm" };
const QUALITY = 9;

const [folder, ...sizes] = process.argv.slice(2);
if (!folder || sizes.length === 0) throw new Error("which sizes? start it with `cargo xtask bench`");
const asked = process.env.ENGINES ? process.env.ENGINES.split(",") : Object.keys(ENGINES);
for (const name of asked) if (!(name in ENGINES)) throw new Error(`there is no engine \`${name}\``);

const page = fileURLToPath(new URL(".", import.meta.url));
const server = createServer(async (request, response) => {
  try {
    await answer(request, response);
  } catch (error) {
    response.writeHead(error.code === "ENOENT" ? 404 : 500).end(String(error));
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const url = `http://127.0.0.1:${server.address().port}`;
const browser = await launch();
try {
  for (const size of sizes) await measure(Number(size));
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}

/** Files of the page, and below /data/ what is measured with, which the page may add to. */
async function answer(request, response) {
  const path = decodeURIComponent(new URL(request.url, url).pathname);
  const [root, name] = path.startsWith("/data/") ? [resolve(folder), path.slice("/data/".length)] : [resolve(page), path.slice(1) || "index.html"];
  const file = join(root, name);
  if (!file.startsWith(root + sep)) return response.writeHead(403).end();
  if (request.method === "PUT" && root === resolve(folder)) {
    await pipeline(request, createWriteStream(file));
    return response.writeHead(204).end();
  }
  const { size } = await stat(file);
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Length": size,
    "Cache-Control": "no-store",
    // Isolated pages have a clock of 5 microseconds, others one of 100.
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
  });
  await pipeline(createReadStream(file), response);
}

async function measure(size) {
  const data = `/data/${size}`;
  const say = (text) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${size}: ${text}`);
  say("looking through all texts");
  const rules = [...new Set(asked.map((name) => ENGINES[name].rule))];
  const { found: expected, bytes: texts } = await inPage({}, (page) => page.evaluate(call, ["scan", data, rules]));
  const rows = [];
  for (const name of asked) {
    const engine = ENGINES[name];
    const row = { name, ...engine, kinds: {} };
    const source = engine.saved ?? name;
    say(`${engine.title} is built`);
    if (source === name || !asked.includes(source)) {
      Object.assign(row, await inPage(ENGINES[source], (page) => page.evaluate(call, ["build", source, data])));
    } else Object.assign(row, { ...rows.find(({ name }) => name === source), ...row });
    await inPage(engine, async (page, client) => {
      await page.evaluate(call, ["ready", name, data, row.isSaved]);
      const before = await heap(client);
      Object.assign(row, await page.evaluate(call, ["start"]));
      row.memory = (await heap(client)) - before + (await page.evaluate(call, ["memory"]));
      for (const kind of KINDS.filter((kind) => kind !== "phrase" || engine.phrases)) {
        say(`${engine.title}, ${kind}`);
        const { times, answers } = await page.evaluate(call, ["ask", kind, PATIENCE]);
        const wanted = expected[engine.rule][kind];
        const share = (of) => answers.filter((answer, n) => of(answer, wanted[n])).length / answers.length;
        row.kinds[kind] = {
          times,
          ids: share((answer, right) => answer.n === right.n && answer.ids === right.ids),
          counts: engine.isLifted === false ? null : share((answer, right) => answer.counts === right.counts),
        };
      }
    });
    rows.push(row);
  }
  say("compressing\n");
  const file = (name) => join(folder, String(size), name);
  const indexes = new Set(rows.filter(({ isSaved }) => isSaved).map((row) => `${row.saved ?? row.name}.index`));
  const packed = new Map(await Promise.all(["records.jsonl", ...indexes].map(async (name) => [name, await compressed(file(name))])));
  for (const row of rows.filter(({ isSaved }) => isSaved)) {
    const source = row.saved ?? row.name;
    row.bytes = packed.get(`${source}.index`) + (await compressed(file(`${source}.rest`)));
    if (row.name === "ours") row.start = await compressed(file("ours.index"), (await readFile(file("ours.index"))).readUInt32LE());
  }
  print({ size, rows, records: packed.get("records.jsonl"), texts });
}

/** What runs in the page: a function of `measure.mjs`. */
async function call([name, ...args]) {
  return (await import("/measure.mjs"))[name](...args);
}

/** Opens the page in a context, so a process, of its own. */
async function inPage({ pkg = "pkg" }, act) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.on("pageerror", (error) => console.error(error.message));
    await page.goto(`${url}/index.html?pkg=${pkg}`);
    return await act(page, await context.newCDPSession(page));
  } finally {
    await context.close();
  }
}

/** Bytes of the page's objects, when what is not used is gone. */
async function heap(client) {
  await client.send("HeapProfiler.collectGarbage");
  return (await client.send("Runtime.getHeapUsage")).usedSize;
}

/** The size of a file when compressed, or of so many bytes of it. */
async function compressed(file, end = Infinity) {
  const size = Math.min(end, (await stat(file)).size);
  const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: size };
  let bytes = 0;
  const packed = createReadStream(file, { end }).pipe(createBrotliCompress({ params }));
  for await (const piece of packed) bytes += piece.length;
  return bytes;
}
