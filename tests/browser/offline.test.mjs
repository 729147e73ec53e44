// The site without its host: kept once, renewed as a whole, left out where somebody wants that. That everything works on it which works
// with a host is for all other tests to show, with REJOINDER_WITHOUT_HOST.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";
import { onlyServed, ready } from "./site.mjs";

const DIST = process.env.REJOINDER_DIST;
const BASE = "/some/where/";

const browser = await launch();
after(() => browser.close());

/** A test that gets a page of a browser which has kept the site, its server, and what the page complained of. */
const kept = (name, steps, folder = DIST) =>
  onlyServed(name, "it is of what a host does", async (t) => {
    const server = await serve(folder, { base: BASE });
    const context = await browser.newContext();
    t.after(() => Promise.all([context.close(), server.close()]));
    const page = await context.newPage();
    const problems = [];
    context.on("page", (other) => listen(other, problems));
    listen(page, problems);
    await page.goto(server.url);
    await isKept(page);
    await steps({ page, context, server, problems, t });
  });

function listen(page, problems) {
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
}

/** Waits until the browser has kept the site, and its worker serves the page. */
const isKept = (page) => page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");

/** What is kept. */
const names = (page) =>
  page.evaluate(async () => {
    const cache = await caches.open((await caches.keys()).find((name) => name.endsWith("/some/where/")));
    return (await cache.keys()).map(({ url }) => url.split("?")[0].split("/where/")[1]);
  });

const said = (page, expected) => page.waitForFunction((expected) => document.querySelector("h1").textContent.includes(expected), expected);

/** Another server where one was. */
const another = async (t, { url }, answer) => {
  const server = createServer(answer);
  await new Promise((done) => server.listen(new URL(url).port, "127.0.0.1", done));
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
};

kept("who was there once has every page, and what was typed", async ({ page, server, problems }) => {
  const article = await page.locator(".card a[href*='article/']").first().getAttribute("href");
  await page.goto(new URL(article, server.url).href);
  await ready(page);
  const heading = await page.locator("h1").innerText();
  await server.close();
  for (const [address, expected] of [
    ["", "Should"], ["?q=warrant", "Should"], [article, heading], ["themes", "Themes"], ["about.html", "About"], ["no/such/page.html", "no such page"],
  ]) {
    await page.goto(new URL(address, server.url).href);
    await ready(page);
    await said(page, expected);
  }
  assert.deepEqual(problems, []);
});

kept("a host that does not answer, or not with a page, is as good as none", async ({ page, server, problems, t }) => {
  await server.close();
  let answer = (_request, response) => response.writeHead(502).end("Bad gateway");
  await another(t, server, (request, response) => answer(request, response));
  await page.goto(`${server.url}about.html`);
  await ready(page);
  answer = () => {};
  await page.goto(`${server.url}themes.html`);
  await ready(page);
  assert.deepEqual(problems, []);
});

onlyServed("a host that takes .html off has a site that is kept as well", "it is of what a host does", async (t) => {
  const server = await serve(DIST, { base: BASE });
  t.after(() => server.close());
  const clean = createServer(async ({ url }, response) => {
    if (/\.html$/.test(url)) return response.writeHead(308, { Location: url.replace(/(index)?\.html$/, "") }).end();
    const plain = await fetch(new URL(/\/[^./]+$/.test(url) ? `${url}.html` : url, server.url));
    response.writeHead(plain.status, { "Content-Type": plain.headers.get("content-type") }).end(Buffer.from(await plain.arrayBuffer()));
  });
  await new Promise((done) => clean.listen(0, "127.0.0.1", done));
  clean.unref();
  const context = await browser.newContext();
  const page = await context.newPage();
  const url = `http://127.0.0.1:${clean.address().port}${BASE}`;
  await page.goto(url);
  await isKept(page);
  clean.close();
  clean.closeAllConnections();
  for (const address of ["about", "about.html", "", "index.html"]) {
    await page.goto(url + address);
    await ready(page);
    await said(page, address.startsWith("about") ? "About" : "Should");
  }
  await context.close();
});

/** What its style sheet is called in another build. */
const NEXT_STYLE = "style-0000000000000000.css";

/** The site as another build makes it: other words on the home page, and other names of files. */
async function nextBuild(t) {
  const folder = await mkdtemp(join(tmpdir(), "rejoinder-next-"));
  t.after(() => rm(folder, { recursive: true }));
  await cp(DIST, folder, { recursive: true, filter: (path) => !/(speaker|one-file\.html)$/.test(path) });
  const style = (await readdir(folder)).find((name) => name.startsWith("style-"));
  await rename(join(folder, style), join(folder, NEXT_STYLE));
  let worker = await readFile(join(folder, "sw.js"), "utf8");
  worker = worker.replace(style, NEXT_STYLE);
  for (const name of (await readdir(folder)).filter((name) => name.endsWith(".html"))) {
    const old = await readFile(join(folder, name), "utf8");
    const text = old.replaceAll(style, NEXT_STYLE).replaceAll("<h1", "<h1 title='next'");
    await writeFile(join(folder, name), text);
    worker = worker.replace(integrity(old), integrity(text));
  }
  await writeFile(join(folder, "sw.js"), worker);
  return { folder, style };
}

const integrity = (text) => `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** The style sheet that a page has, which tells its build. */
const styleOf = (page) => page.locator("link[rel=stylesheet]").getAttribute("href").then((name) => name.slice(2));

/** Waits until what a worker is changes from one state, and gives the next. It runs in a page. */
const nextState = async (state) => {
  const registration = await navigator.serviceWorker.ready;
  const found = new Promise((done) => registration.addEventListener("updatefound", () => done(registration.installing)));
  registration.update();
  const worker = registration.waiting ?? registration.installing ?? (await found);
  while (worker.state === state) await new Promise((done) => worker.addEventListener("statechange", done, { once: true }));
  return worker.state;
};

kept("a build takes over as a whole, when the one before is closed", async ({ page, context, server, problems, t }) => {
  const { folder, style } = await nextBuild(t);
  await server.close();
  const next = await serve(folder, { base: BASE, port: new URL(server.url).port });
  // Whoever asks now gets what is there now.
  const other = await context.newPage();
  await other.goto(server.url);
  await ready(other);
  assert.equal(await styleOf(other), NEXT_STYLE);
  assert.equal(await other.evaluate(nextState, "installing"), "installed");
  // The page of the build before still has all that is its own, which the host has no more.
  assert.equal(await page.evaluate((style) => fetch(style).then(({ status }) => status), style), 200);
  await next.close();
  // Without the host all is of the build before.
  await other.goto(server.url);
  await ready(other);
  assert.equal(await styleOf(other), style);
  assert.equal(await other.locator("h1[title=next]").count(), 0);
  await page.close();
  await other.close();
  // A browser takes its time to see that nobody is there.
  let last;
  do {
    await last?.close();
    last = await context.newPage();
    await last.goto(server.url);
    await ready(last);
  } while ((await styleOf(last)) === style);
  assert.equal(await last.locator("h1[title=next]").count(), 1);
  const styles = (await names(last)).filter((name) => name.startsWith("style-"));
  assert.deepEqual(styles, [NEXT_STYLE], "what was the other's is gone");
  assert.deepEqual(problems, []);
});

kept("a build that is half there is not kept", async ({ page, server, problems, t }) => {
  const { folder, style } = await nextBuild(t);
  await cp(join(DIST, "about.html"), join(folder, "about.html"));
  await server.close();
  const next = await serve(folder, { base: BASE, port: new URL(server.url).port });
  assert.equal(await page.evaluate(nextState, "installing"), "redundant");
  await next.close();
  await page.goto(`${server.url}about.html`);
  await ready(page);
  assert.equal(await styleOf(page), style);
  assert.deepEqual(problems, []);
});

kept("a site that is kept no longer is let go of, and no other", async ({ page, server, problems, t }) => {
  const retired = await readFile(new URL("../../src/document/offline/retired.js", import.meta.url));
  await server.close();
  const next = await serve(DIST, { base: BASE, port: new URL(server.url).port, tamper: (path, bytes) => (path.endsWith("sw.js") ? retired : bytes) });
  t.after(() => next.close());
  await page.evaluate(async () => {
    await caches.open("rejoinder of somebody else");
    await (await navigator.serviceWorker.ready).update();
  });
  await page.evaluate(async () => {
    while ((await navigator.serviceWorker.getRegistrations()).length > 0) await new Promise(requestAnimationFrame);
  });
  assert.deepEqual(await page.evaluate(() => caches.keys()), ["rejoinder of somebody else"]);
  assert.deepEqual(problems, []);
});

onlyServed("a worker that does not start, or that a browser does not allow, changes nothing", "it is of what a host does", async (t) => {
  const server = await serve(DIST, { base: BASE, tamper: (path, bytes) => (path.endsWith("sw.js") ? "throw new Error();" : bytes) });
  t.after(() => server.close());
  const context = await browser.newContext();
  const page = await context.newPage();
  const problems = [];
  listen(page, problems);
  const told = page.waitForEvent("console", (message) => message.type() === "info");
  await page.goto(server.url);
  await told;
  await ready(page);
  assert.deepEqual(problems, []);
  assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  // Asked for it, such a page has nothing but an error.
  await context.addInitScript(() => Object.defineProperty(navigator, "serviceWorker", { get: () => { throw new DOMException("blocked", "SecurityError"); } }));
  await page.goto(`${server.url}?q=warrant`);
  await ready(page);
  assert.deepEqual(problems, []);
  await context.close();
});

onlyServed("who is to save data keeps nothing", "it is of what a host does", async (t) => {
  const server = await serve(DIST, { base: BASE });
  t.after(() => server.close());
  const context = await browser.newContext();
  await context.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  const page = await context.newPage();
  await page.goto(server.url);
  await ready(page);
  await page.waitForLoadState("networkidle");
  assert.ok(!server.requests.some((path) => path.endsWith("sw.js")));
  await context.close();
});

kept("of a large site the words that were read are kept, too", async ({ page, server, problems }) => {
  const article = await page.locator(".card a[href*='article/']").last().getAttribute("href");
  const address = new URL(article, server.url).href;
  await page.goto(address);
  await ready(page);
  await page.waitForFunction(() => !document.querySelector("main [aria-busy=true]"));
  const expected = await page.locator("main").innerText();
  assert.ok((await names(page)).some((name) => name.startsWith("words/")));
  await server.close();
  await page.goto(address);
  await ready(page);
  await page.waitForFunction((expected) => document.querySelector("main").innerText === expected, expected);
  assert.deepEqual(problems, []);
}, process.env.REJOINDER_APART);

kept("a browser can install it", async ({ page, context, server }) => {
  const client = await context.newCDPSession(page);
  const { errors, data } = await client.send("Page.getAppManifest");
  assert.deepEqual(errors, []);
  const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
  assert.deepEqual(installabilityErrors.map(({ errorId }) => errorId), ["in-incognito"], "and that is how tests run");
  for (const { src, sizes, type } of JSON.parse(data).icons.filter(({ type }) => type === "image/png")) {
    const bytes = Buffer.from(await (await fetch(new URL(src, server.url))).arrayBuffer());
    assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, type);
  }
});
