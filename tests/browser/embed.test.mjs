// Arguments in a frame on a page of somebody else's, which is another server: another port, so another origin.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { after } from "node:test";
import { onlyServed as test_, openSite, ready } from "./site.mjs";

const site = await openSite();
after(() => site.close());
const test = (name, steps) => test_(name, "its pages have no addresses that a frame of others could show", steps);

/** A page of somebody else's: a server, whose page has what `body` says. */
async function host(body, head = "") {
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${head}</head><body>${body}</body></html>`;
  const server = createServer((request, response) => {
    const type = request.url === "/" ? "text/html; charset=utf-8" : "text/plain";
    response.writeHead(request.url === "/" ? 200 : 404, { "Content-Type": type }).end(request.url === "/" ? page : "");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  server.unref();
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
async function hosted(body, steps, { head, mayComplain, ...options } = {}) {
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
  assert.deepEqual(problems.filter((problem) => !mayComplain?.test(problem)), []);
}

test("a frame shows what its query selects, and more of it", async () => {
  await hosted(frameOf("?side=encryption"), async (page, frame) => {
    const shown = frame.locator(".excerpt");
    assert.equal(await shown.count(), 5);
    assert.ok((await frame.getByRole("status").textContent()).includes("for encryption"));
    await frame.getByRole("button", { name: /^Show \d+ more/ }).focus();
    await page.keyboard.press("Enter");
    // The keyboard goes on with what is new.
    await frame.waitForFunction(() => document.activeElement.matches("li:nth-child(6) .where a"));
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

/** Waits until a frame is as high as what is in it, and gives that. */
const fitting = async (page, frame) => {
  const high = () => frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
  await page.waitForFunction((needed) => document.querySelector("iframe").clientHeight === needed, await high());
  return high();
};

const SCRIPT = `<script async src="${site.href("embed.js")}"></script>`;

test("with its script the frame is as high as what is in it, whatever happens there", async () => {
  await hosted(frameOf("?side=access") + SCRIPT, async (page, frame) => {
    const first = await fitting(page, frame);
    await frame.getByRole("button", { name: /^Show/ }).click();
    await frame.waitForFunction(() => document.querySelectorAll(".excerpt").length === 10);
    const longer = await fitting(page, frame);
    assert.ok(longer > first, `${longer} after ${first}`);
    await page.setViewportSize({ width: 400, height: 600 });
    await frame.waitForFunction(() => innerWidth < 400);
    assert.ok((await fitting(page, frame)) > longer, "narrower is higher");
    await page.locator("iframe").evaluate((frame) => (frame.src += "&q=nothing-has-this"));
    await page.waitForFunction(() => document.querySelector("iframe").clientHeight < 400);
  });
});

test("of several frames each is as high as it needs, by several scripts as by one", async () => {
  await hosted(frameOf("?side=access") + SCRIPT + frameOf("#nothing.00000000") + SCRIPT, async (page) => {
    const needed = async (frame) => {
      await ready(frame);
      return frame.evaluate(() => `${Math.ceil(document.documentElement.getBoundingClientRect().height)}px`);
    };
    const inside = await Promise.all((await page.locator("iframe").elementHandles()).map((frame) => frame.contentFrame()));
    const expected = await Promise.all(inside.map(needed));
    assert.notEqual(expected[0], expected[1]);
    await page.waitForFunction((expected) => [...document.querySelectorAll("iframe")].every((frame, n) => frame.style.height === expected[n]), expected);
  });
});

test("a script that comes late asks for the height", async () => {
  await hosted(frameOf("?side=access"), async (page, frame) => {
    assert.equal(await page.locator("iframe").evaluate((frame) => frame.clientHeight), 480, "without the script it scrolls");
    assert.ok(await frame.evaluate(() => document.documentElement.scrollHeight > innerHeight));
    await page.addScriptTag({ url: site.href("embed.js") });
    assert.notEqual(await fitting(page, frame), 480);
  });
});

test("nobody else sets the height, and nothing but a height does", async () => {
  const stranger = await host(`<script>addEventListener("message", ({ data }) => parent.postMessage(data, "*"))</script>`);
  await hosted(`${frameOf("#nothing.00000000")}<iframe src="${stranger.url}" name="stranger"></iframe>${SCRIPT}`, async (page, frame) => {
    const high = await fitting(page, frame);
    const heights = () => page.locator("iframe").evaluateAll((frames) => frames.map((frame) => frame.style.height));
    const before = await heights();
    assert.deepEqual(before, [`${high}px`, ""]);
    const heard = () =>
      page.evaluate(() => new Promise((done) => addEventListener("message", ({ data }) => data === "last" && done())));
    // From another frame, from the page itself, and from the frame itself something else than a height.
    let last = heard();
    await page.evaluate(() => frames.stranger.postMessage(["rejoinder:height", 999], "*"));
    await page.evaluate(() => postMessage(["rejoinder:height", 998], "*"));
    await page.evaluate(() => frames.stranger.postMessage("last", "*"));
    await last;
    assert.deepEqual(await heights(), before);
    last = heard();
    await frame.evaluate(() => {
      for (const height of [0, -1, NaN, Infinity, 20001, "997", null, [996]]) parent.postMessage(["rejoinder:height", height], "*");
      for (const other of ["rejoinder:height", ["height", 994], { 0: "rejoinder:height", 1: 993 }, null, 992, []]) parent.postMessage(other, "*");
      parent.postMessage("last", "*");
    });
    await last;
    assert.deepEqual(await heights(), before);
    // The same frame, which has gone elsewhere, is no longer ours.
    last = heard();
    await page.locator("iframe").first().evaluate((frame, url) => new Promise((done) => {
      frame.addEventListener("load", done, { once: true });
      frame.contentWindow.location.replace(url);
    }), stranger.url);
    await page.evaluate(() => {
      frames[0].postMessage(["rejoinder:height", 991], "*");
      frames[0].postMessage("last", "*");
    });
    await last;
    assert.deepEqual(await heights(), before);
  });
  await stranger.close();
});

/** What a frame is dark by: its paper. */
const isDark = (frame) => frame.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches && getComputedStyle(document.documentElement).backgroundColor === "rgb(21, 23, 27)");

test("it is dark where the reader's browser and the page around are", async () => {
  const head = (scheme) => ({ head: `<meta name="color-scheme" content="${scheme}">` });
  for (const [colorScheme, scheme, style, expected] of [
    ["dark", "light dark", "", true],
    // A scheme that a test sets goes before the host's, in every frame: none is set for what the host decides.
    [null, "light dark", "", false],
    [null, "dark", "", true],
    [null, "light", "style='color-scheme:dark'", true],
    [null, "dark", "style='color-scheme:light'", false],
  ]) {
    await hosted(frameOf("", style), async (_page, frame) => {
      assert.equal(await isDark(frame), expected, `${colorScheme} browser, ${scheme} host, ${style}`);
    }, { colorScheme, ...head(scheme) });
  }
});

const CAN_COPY = { permissions: ["clipboard-read", "clipboard-write"] };

/** What a host gets who pastes what is in the clipboard. */
const pasted = (page) => page.evaluate(() => navigator.clipboard.readText());

test("what is chosen is embedded by markup that is copied, whatever was searched for", async () => {
  const { page, problems, close } = await site.openReady("?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E&side=access", CAN_COPY);
  await page.locator(".embedding summary").press("Enter");
  await page.locator(".embedding").getByRole("button", { name: "Copy" }).press("Enter");
  await page.getByText("The markup is copied.").waitFor({ state: "attached" });
  const markup = await pasted(page);
  assert.equal(await page.getByLabel("Markup for your page").inputValue(), markup);
  // It goes with what is chosen.
  await page.getByRole("searchbox", { name: "Search" }).fill("police");
  await page.waitForFunction(() => document.querySelector(".embedding textarea").value.includes("q=police"));
  const preview = await page.getByRole("link", { name: "How it looks" }).evaluate((link) => link.href);
  assert.equal(preview, site.href("embed.html?side=access&q=police"));
  await close();
  assert.deepEqual(problems, []);
  await hosted(markup, async (page, frame) => {
    assert.equal(await page.locator("script").count(), 1);
    assert.ok((await page.locator("iframe").getAttribute("title")).includes("<script>alert(1)</script>"));
    assert.ok((await frame.evaluate(() => new URL(location.href).searchParams.get("q"))).startsWith('">'));
    await fitting(page, frame);
  });
});

test("one argument is embedded by markup that its card gives, and stays within what the frame is allowed", async () => {
  const { page, close } = await site.openReady("", CAN_COPY);
  const card = page.locator(".card").first();
  const [id, words] = await Promise.all([card.getAttribute("id"), card.locator(".span").first().textContent()]);
  await card.getByRole("button", { name: /^Embed/ }).click();
  await card.getByText("The markup is copied.").waitFor({ state: "attached" });
  const markup = await pasted(page);
  await close();
  await hosted(markup, async (page, frame, { context, requests, there }) => {
    assert.equal(await frame.locator(".span").first().textContent(), words);
    await fitting(page, frame);
    const [opened] = await Promise.all([context.waitForEvent("page"), frame.locator("footer a").click()]);
    await ready(opened);
    assert.equal(opened.url(), site.href(`./#${id}`));
    assert.deepEqual(requests.filter((address) => ![site.url, there.url].some((own) => address.startsWith(own))), []);
    await frame.evaluate(() => (top.location.href = "about:blank")).catch(() => {});
    assert.equal(page.url(), there.url, "it leads its host nowhere");
  }, { mayComplain: /allowed to navigate|Unsafe attempt/ });
});

test("where the browser does not let us, the reader copies the markup himself", async () => {
  const { page, close } = await site.openReady("");
  await page.evaluate(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }));
  await page.locator(".embedding summary").click();
  await page.locator(".embedding").getByRole("button", { name: "Copy" }).click();
  const isSelected = () => {
    const field = document.activeElement;
    return field.matches("textarea") && field.value.startsWith("<iframe") && field.selectionEnd - field.selectionStart === field.value.length;
  };
  await page.waitForFunction(isSelected);
  await page.locator(".card").first().getByRole("button", { name: /^Embed/ }).click();
  await page.locator(".card textarea").waitFor();
  await page.waitForFunction(isSelected);
  await close();
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
