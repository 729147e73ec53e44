// What only the site in one file has: it asks for nothing but itself, and whatever became of it on its way it is never blank: it
// runs and shows the words that were built into it, or it says that it is damaged and what is there can be read.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { IN_ONE_FILE, arrived, openSite, ready } from "./site.mjs";

const site = await openSite();
const folder = await mkdtemp(join(tmpdir(), "rejoinder-"));
after(() => Promise.all([site.close(), rm(folder, { recursive: true })]));

/** A test of the file, in the run that is about it. */
const of = (name, steps) => test(name, { skip: !IN_ONE_FILE && "it is of the site in one file" }, steps);

const whole = IN_ONE_FILE ? await readFile(fileURLToPath(site.url)) : Buffer.of();

/** Where something begins in the file, and where it ends. */
function part(start, end) {
  const from = whole.indexOf(start);
  assert.ok(from >= 0, `the file has ${start}`);
  return [from, whole.indexOf(end, from)];
}
const PARTS = {
  style: () => part("<style>", "</style>"),
  text: () => part('<div id="app"', '<script type="text/plain"'),
  wasm: () => part('id="wasm">', "</script>"),
  exporter: () => part('id="exporter">', "</script>"),
  start: () => part('<script type="module">', "</script>"),
};
const middle = ([from, to]) => Math.floor((from + to) / 2);

/** The file up to a byte. */
const cut = (at) => whole.subarray(0, at);

/** The file with another letter or digit at a place, or at the first one behind it. */
function edited(at) {
  const bytes = Buffer.from(whole);
  while (!/[a-z0-9]/i.test(String.fromCharCode(bytes[at]))) at += 1;
  bytes[at] = bytes[at] === 0x62 ? 0x63 : 0x62;
  return bytes;
}

/** What the statements on a page say, by their cards. */
const statements = (page) => page.locator(".card").evaluateAll((cards) => cards.map((card) => [card.id, card.querySelector(".words")?.textContent]));

/** Whether a page says that it is damaged. */
const damaged = (page) => page.locator("#damaged").isVisible();

let files = 0;

/** Opens the file as somebody made it, and waits until it runs or says that it does not. Options are those of a context. */
async function opened(bytes, { before, ...options } = {}) {
  const file = join(folder, `${(files += 1)}.html`);
  await writeFile(file, bytes);
  const context = await site.context(options);
  const page = await context.newPage();
  if (before) await page.addInitScript(before);
  await page.goto(pathToFileURL(file).href);
  await page.waitForFunction(() => document.documentElement.dataset.app === "ready" || document.getElementById("damaged"));
  const runs = await page.evaluate(() => document.documentElement.dataset.app === "ready");
  return { page, runs, close: () => context.close() };
}

/** What the whole file shows. */
let expected = [];
of("it asks for nothing but itself, also where it is used", async () => {
  const context = await site.context({});
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(site.url);
  await ready(page);
  expected = await statements(page);
  assert.ok(expected.length > 0 && expected.every(([, words]) => words));
  await page.getByRole("searchbox", { name: "Search", exact: true }).fill("warrant");
  await page.locator("mark.hit").first().waitFor();
  await page.locator(".card .where a").first().click();
  await page.locator(":target + mark.statement").waitFor();
  await page.goBack();
  await page.locator(".takeaway summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download" }).click()]);
  assert.ok((await readFile(await download.path(), "utf8")).length > 1000);
  assert.deepEqual(asked.filter((address) => !/^(data:|blob:)/.test(address)), [site.url]);
  await context.close();
});

for (const [where, at] of Object.entries({
  "behind its first script": () => part("<script>", "</script>")[1] + "</script>".length,
  "in its style": () => middle(PARTS.style()),
  "in its text": () => middle(PARTS.text()),
  "in its WebAssembly": () => middle(PARTS.wasm()),
  "in what writes files": () => middle(PARTS.exporter()),
  "in its last script": () => middle(PARTS.start()),
  "before the end of its last script": () => PARTS.start()[1],
})) {
  of(`cut off ${where} it says so, and what is there can be read`, async () => {
    const { page, runs, close } = await opened(cut(at()));
    assert.equal(runs, false);
    assert.equal(await damaged(page), true);
    assert.match(await page.locator("#damaged").innerText(), /damaged or incomplete.*beschädigt oder unvollständig/s);
    const [from, to] = PARTS.text();
    const there = await statements(page);
    const last = at() < to ? there.pop() : undefined; // it may be cut itself
    assert.deepEqual(there, at() < to ? expected.slice(0, there.length) : expected);
    if (last) assert.ok(expected[there.length][1].startsWith(last[1] ?? ""), String(last));
    if (at() > from) assert.equal(await page.locator("h1").isVisible(), true);
    await close();
  });
}

of("without its last byte nothing is missing", async () => {
  const { page, runs, close } = await opened(cut(whole.length - 1));
  assert.equal(runs, true);
  assert.equal(await damaged(page), false);
  assert.deepEqual(await statements(page), expected);
  await close();
});

for (const [what, at] of Object.entries({
  "the beginning of its WebAssembly": () => PARTS.wasm()[0] + 'id="wasm">'.length,
  "its WebAssembly": () => middle(PARTS.wasm()),
  "the end of its WebAssembly": () => PARTS.wasm()[1] - 8,
  "its last script": () => middle(PARTS.start()),
})) {
  of(`with another byte in ${what} it does not run, says so, and can be read`, async () => {
    const { page, runs, close } = await opened(edited(at()));
    assert.equal(runs, false);
    assert.equal(await damaged(page), true);
    assert.deepEqual(await statements(page), expected);
    await close();
  });
}

for (const [what, at] of Object.entries({
  "its style": () => middle(PARTS.style()),
  "its text": () => middle(PARTS.text()),
  "a statement": () => whole.indexOf("<blockquote", PARTS.text()[0]) + 200,
  "its first script": () => middle(part("<script>", "</script>")),
})) {
  of(`with another byte in ${what} it runs, and says what it was built from`, async () => {
    const { page, runs, close } = await opened(edited(at()));
    assert.equal(runs, true);
    assert.deepEqual(await statements(page), expected);
    await close();
  });
}

of("whatever byte of it is another, it runs and says what it was built from, or it can be read", async () => {
  const PLACES = 24;
  const [from] = PARTS.style();
  for (let n = 0; n < PLACES; n++) {
    const at = from + Math.floor(((whole.length - from) * n) / PLACES);
    const { page, runs, close } = await opened(edited(at));
    assert.equal(await damaged(page), !runs, `byte ${at}`);
    const there = await statements(page);
    if (runs) assert.deepEqual(there, expected, `byte ${at}`);
    else assert.equal(there.length, expected.length, `byte ${at}`);
    await close();
  }
});

for (const [what, at] of Object.entries({
  "a script": () => PARTS.exporter()[0] + 400,
  "a WebAssembly": () => middle(PARTS.exporter()),
})) {
  of(`where ${what} was changed that writes files, there is none, and the page goes on`, async () => {
    const bytes = edited(at());
    // A change that is none of grammar is no damage: this one is.
    if (what === "a script") bytes.write("}{(", at());
    const { page, runs, close } = await opened(bytes);
    assert.equal(runs, true);
    await page.locator(".takeaway summary").click();
    await page.getByRole("button", { name: "Download" }).click();
    await page.waitForFunction(() => document.querySelector(".takeaway [role=status]").textContent.includes("could not be written"));
    await page.getByRole("searchbox", { name: "Search", exact: true }).fill("court");
    await page.locator("mark.hit").first().waitFor();
    await close();
  });
}

of("a browser that cannot decompress is told that it is too old", async () => {
  const { page, runs, close } = await opened(whole, { before: () => delete globalThis.DecompressionStream });
  assert.equal(runs, false);
  assert.match(await page.locator("#damaged").innerText(), /this browser is too old/);
  assert.deepEqual(await statements(page), expected);
  await close();
});

of("without JavaScript it says so, and can be read", async () => {
  const { page, close } = await site.open("", { javaScriptEnabled: false });
  assert.match(await page.locator("noscript .damaged").innerText(), /needs JavaScript.*braucht JavaScript/s);
  assert.deepEqual(await page.locator("noscript [lang]").evaluateAll((spans) => spans.map((span) => span.lang)), ["en", "de"]);
  assert.equal(await page.locator("#damaged").count(), 0, "nothing is wrong with it");
  assert.equal(await page.locator(".card .words").first().isVisible(), true);
  assert.equal(await page.locator(".card").count(), expected.length);
  assert.equal(await page.locator(".card").first().evaluate((card) => getComputedStyle(card).display), "grid");
  await close();
});

of("it does not offer itself", async () => {
  const { page, problems, close } = await site.openReady("about.html");
  assert.equal(await page.getByRole("heading", { name: "About this site" }).count(), 1);
  assert.equal(await page.locator("a[download]").count(), 0);
  await close();
  assert.deepEqual(problems, []);
});

of("a link that is copied from it leads to the same place in a new tab, and when pasted over another address", async () => {
  const { page, problems, close } = await site.openReady("");
  const link = page.locator(".card .where a").first();
  const address = await link.evaluate((link) => link.href);
  assert.match(address, /^file:.*#article\/.*\.html#[0-9a-f]{8}$/);
  const isThere = async (tab) => {
    await tab.locator(":target + mark.statement").waitFor();
    const { top, bottom } = await tab.locator(":target + mark").evaluate((mark) => mark.getBoundingClientRect().toJSON());
    assert.ok(bottom > 0 && top < (await tab.evaluate(() => innerHeight)));
    assert.equal(tab.url(), address);
  };
  const other = await page.context().newPage();
  await other.goto(address);
  await isThere(other);
  await page.goto(address);
  await isThere(page);
  await page.goBack();
  await page.locator(".card").first().waitFor();
  await close();
  assert.deepEqual(problems, []);
});

of("going back to a part of a page leads to the link that was followed there, not to the part", async () => {
  const { page, problems, close } = await site.openReady("");
  await page.locator(".card .where a").first().click();
  await arrived(page);
  const link = page.locator(".colophon a");
  const href = await link.getAttribute("href");
  await link.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash === "#about.html");
  // Told when the browser has told the app, and the app has had its turn.
  await page.evaluate(() => new Promise((done) => {
    addEventListener("hashchange", () => requestAnimationFrame(() => setTimeout(done)), { once: true });
    history.back();
  }));
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), href);
  assert.equal(await page.evaluate(() => document.querySelector(":target")), null);
  await close();
  assert.deepEqual(problems, []);
});
