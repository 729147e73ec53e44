// Arguments in a frame on a page of somebody else's, which is another server: another port, so another origin.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { after } from "node:test";
import { onlyAsFolder as test_, openSite, ready } from "./site.mjs";

const site = await openSite();
after(() => site.close());
const test = (name, steps) => test_(name, "its pages have no addresses that a frame could show", steps);

/** A page of somebody else's: a server, whose page has what `body` says. */
async function host(body, head = "") {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${head}</head><body>${body}</body></html>`;
  const server = createServer((request, response) => {
    const type = request.url === "/" ? "text/html; charset=utf-8" : "text/plain";
    response.writeHead(request.url === "/" ? 200 : 404, { "Content-Type": type }).end(request.url === "/" ? page : "");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

const frameOf = (address = "", more = "") => `<iframe src="${site.href(`embed.html${address}`)}" title="Arguments" width="100%" height="480" ${more}></iframe>`;

/** Opens a page of somebody else's and hands it to `steps` with its first frame, in which the app runs. */
async function hosted(body, steps, { head, ...options } = {}) {
  const there = await host(body, head);
  const context = await site.context({ reducedMotion: "reduce", ...options });
  const problems = [];
  const requests = [];
  context.on("request", (request) => requests.push(request.url()));
  context.on("weberror", (error) => problems.push(`uncaught: ${error.error().message}`));
  context.on("console", (message) => message.type() === "error" && !message.location().url.endsWith("/favicon.ico") && problems.push(`error: ${message.text()}`));
  try {
    const page = await context.newPage();
    await page.goto(there.url);
    const frame = await (await page.locator("iframe").first().elementHandle()).contentFrame();
    await ready(frame);
    await steps(page, frame, { context, requests, there });
  } finally {
    await context.close();
    await there.close();
  }
  assert.deepEqual(problems, []);
}

test("a frame shows what its query selects, and more of it", async () => {
  await hosted(frameOf("?side=encryption"), async (page, frame) => {
    const shown = frame.locator(".excerpt");
    assert.equal(await shown.count(), 5);
    assert.ok((await frame.getByRole("status").textContent()).includes("for encryption"));
    await frame.getByRole("button", { name: /^Show \d+ more/ }).focus();
    await page.keyboard.press("Enter");
    await frame.waitForFunction(() => document.querySelectorAll(".excerpt").length > 5);
    assert.ok(await frame.evaluate(() => document.activeElement.matches("li:nth-child(6) .where a")), "the keyboard goes on with what is new");
  });
});

test("a frame shows the one argument that its address ends with, and another when the host says so", async () => {
  const { page: home, close } = await site.openReady("");
  const ids = await home.locator(".card").evaluateAll((cards) => cards.slice(0, 2).map((card) => card.id));
  await close();
  await hosted(frameOf(`#${ids[0]}`), async (page, frame) => {
    const id = () => new URL(document.querySelector("footer a").href).hash.slice(1);
    assert.equal(await frame.locator(".excerpt").count(), 1);
    assert.equal(await frame.evaluate(id), ids[0]);
    await page.locator("iframe").evaluate((frame, id) => (frame.src = frame.src.replace(/#.*/, `#${id}`)), ids[1]);
    await frame.waitForFunction((id) => document.querySelector("footer a").href.endsWith(`#${id}`), ids[1]);
    assert.equal(await frame.locator(".excerpt").count(), 1);
  });
});

test("what it leads to opens in a window of its own, which has no hold on the host", async () => {
  await hosted(frameOf("?q=police"), async (page, frame, { context, there }) => {
    for (const link of [frame.locator(".excerpt a").first(), frame.locator("footer a")]) {
      const expected = await link.evaluate((link) => link.href);
      const [opened] = await Promise.all([context.waitForEvent("page"), link.click()]);
      await ready(opened);
      assert.equal(opened.url(), expected);
      assert.equal(await opened.evaluate(() => window.opener), null);
      await opened.close();
    }
    assert.equal(page.url(), there.url);
    assert.ok(frame.url().startsWith(site.href("embed.html")));
  });
});

test("nothing is kept, looked for or asked of anybody else", async () => {
  const context = await site.context();
  const page = await context.newPage();
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await context.addInitScript(() => {
    globalThis.touched = [];
    const watch = (prototype, name) => {
      const { get, set } = Object.getOwnPropertyDescriptor(prototype, name);
      Object.defineProperty(prototype, name, {
        get() {
          touched.push(name);
          return get.call(this);
        },
        set(value) {
          touched.push(name);
          set?.call(this, value);
        },
      });
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) watch(Object.hasOwn(window, name) ? window : Window.prototype, name);
    watch(Document.prototype, "cookie");
    const { register } = ServiceWorkerContainer.prototype;
    ServiceWorkerContainer.prototype.register = function (...how) {
      touched.push("serviceWorker");
      return register.apply(this, how);
    };
  });
  const touched = async (address) => {
    await page.goto(site.href(address));
    await ready(page);
    await page.waitForLoadState("networkidle");
    return page.evaluate(() => touched);
  };
  assert.ok((await touched("index.html")).includes("localStorage"), "the rest of the site keeps something, so this test would see it");
  for (const address of ["embed.html", "embed.html?q=police&side=access", "embed.html#nothing.00000000"]) {
    assert.deepEqual(await touched(address), [], address);
  }
  await page.getByRole("button").count();
  assert.deepEqual(requests.filter((address) => !address.startsWith(site.url)), []);
  assert.deepEqual(await context.cookies(), []);
  await context.close();
});

test("keys are the host's own", async () => {
  await hosted(frameOf(), async (page, frame) => {
    await frame.locator("h1").click();
    const before = await frame.evaluate(() => document.body.innerHTML);
    for (const key of ["?", "/", "j", "g", "c"]) await page.keyboard.press(key);
    assert.equal(await frame.evaluate(() => document.body.innerHTML), before);
  });
});

test("it fits 320 pixels, and its words are held at any length", async () => {
  await hosted(frameOf(), async (page, frame) => {
    await frame.evaluate(() => {
      for (const element of document.querySelectorAll("h1, .span, .by a, .role, .where a, footer span")) element.textContent = "Unzerbrechlichkeitsversprechen".repeat(6);
    });
    const [inner, needed] = await frame.evaluate(() => [document.documentElement.clientWidth, document.documentElement.scrollWidth]);
    assert.ok(inner < 320 && needed <= inner, `${needed} of ${inner}`);
  }, { viewport: { width: 320, height: 640 } });
});

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
for (const address of ["embed.html", "embed.html?q=police&group=theme", "embed.html#nothing.00000000"]) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 900]) {
      test(`${address} is accessible in ${colorScheme}, ${width} wide`, async () => {
        const { page, problems, close } = await site.openReady(address, { colorScheme, viewport: { width, height: 640 } });
        await page.evaluate(axe);
        const { violations, passes } = await page.evaluate(() => globalThis.axe.run({ runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } }));
        await close();
        assert.ok(passes.length > 0, "axe checked nothing");
        assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]), []);
        assert.deepEqual(problems, []);
      });
    }
  }
}
