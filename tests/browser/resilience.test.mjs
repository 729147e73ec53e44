// The page is a page: it can be read without scripts, and when the WebAssembly is not the one that was built.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { onlyServed, openSite, ready } from "./site.mjs";

const site = await openSite();
after(() => site.close());

/** What the statements on a page say. */
function statements(page) {
  return page.locator("article blockquote").evaluateAll((quotes) => quotes.map((quote) => quote.textContent.trim()));
}

test("without JavaScript the home page shows the statements that it shows with it", async () => {
  const running = await site.openReady("");
  const expected = await statements(running.page);
  await running.close();
  assert.ok(expected.length > 0 && expected.every((text) => text !== ""), "no statement to be read");

  const still = await site.open("", { javaScriptEnabled: false });
  const shown = await statements(still.page);
  await still.close();
  assert.deepEqual(shown, expected);
});

for (const [kind, ending] of [["WebAssembly", ".wasm"], ["script", ".js"]]) {
  onlyServed(`a ${kind} that was tampered with does not run, and the page stays readable`, "onefile.test.mjs changes the file, and a worker keeps no other", async (t) => {
    let tampered = 0;
    // A space at the end of a script means nothing, nor does the last byte of the WebAssembly, which lies in a section
    // that no browser reads: nothing but a comparison of hashes can find it.
    const change = (path, bytes) => {
      if (!path.endsWith(ending)) return bytes;
      tampered += 1;
      if (ending === ".js") return Buffer.concat([bytes, Buffer.from(" ")]);
      const copy = Buffer.from(bytes);
      copy[copy.length - 1] ^= 1;
      return copy;
    };
    const victim = await openSite({ tamper: change });
    t.after(() => victim.close());

    const { page, problems } = await victim.open("");
    // The browser says so on the console when it refuses.
    const refusal = async () => {
      while (!problems.some((problem) => /^error: .*digest/.test(problem))) await page.waitForEvent("console");
      return "refused";
    };
    assert.equal(await Promise.race([refusal(), ready(page).then(() => "run")]), "refused");
    assert.ok(tampered > 0, `the ${kind} was not asked for`);
    assert.ok((await statements(page)).length > 0, "the statements are gone");
    assert.equal(await page.evaluate(() => document.documentElement.dataset.app), undefined);
  });
}

onlyServed("an address that a host answers with the home page is said to be none", "there is no host", async () => {
  const home = await (await fetch(site.url)).text();
  const context = await site.browser.newContext();
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  await page.route("**/no-such-page", (route) => route.fulfill({ contentType: "text/html", body: home }));
  await page.goto(`${site.url}no-such-page`);
  await ready(page);
  assert.equal(await page.locator("h1").innerText(), "There is no such page");
  await page.getByRole("link", { name: "See all arguments" }).click();
  await page.locator(".card").first().waitFor();
  await context.close();
  assert.deepEqual(problems, []);
});

onlyServed("opened from disk the pages can be read, with their styles", "it is opened otherwise", async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(`${process.env.REJOINDER_DIST}/index.html`).href);
  assert.ok((await statements(page)).length > 0);
  assert.equal(await page.locator(".card").first().evaluate((card) => getComputedStyle(card).display), "grid");
  await page.locator(".card .where a").first().click();
  await page.locator(":target + mark.statement").waitFor();
  await context.close();
});
