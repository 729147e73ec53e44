// The reader's language: the browser's, or the one that he chooses, which stays.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openSite, ready } from "./site.mjs";

const site = await openSite();
after(() => site.close());

const heading = (page) => page.locator("h1").innerText();
const language = (page) => page.evaluate(() => document.documentElement.lang);
const until = (page, lang) => page.waitForFunction((lang) => document.documentElement.lang === lang, lang);
const pressed = (page) => page.locator(".languages [aria-pressed=true]").innerText();

/** Opens a page in a browser of this locale, and fails on anything that the page complained about. */
function speaking(locale, name, address, steps) {
  test(name, async () => {
    const { page, problems, close } = await site.openReady(address, { locale, viewport: { width: 1280, height: 900 } });
    await steps(page);
    await close();
    assert.deepEqual(problems, []);
  });
}

for (const [locale, lang, title, date] of [
  ["en-GB", "en-GB", "About this site", /^\d{1,2} [A-Z][a-z]+ \d{4}$/],
  ["en-US", "en-US", "About this site", /^[A-Z][a-z]+ \d{1,2}, \d{4}$/],
  ["de-AT", "de", "Über diese Website", /^\d{1,2}\. \p{Lu}\p{Ll}+ \d{4}$/u],
  ["fr-FR", "en-GB", "About this site", /^\d{1,2} [A-Z][a-z]+ \d{4}$/],
]) {
  speaking(locale, `a browser in ${locale} is spoken to in ${lang}`, "about.html", async (page) => {
    await until(page, lang);
    assert.equal(await heading(page), title);
    await site.goto(page, "articles.html");
    await until(page, lang);
    await ready(page);
    assert.match(await page.locator("time").first().innerText(), date);
  });
}

speaking("en-GB", "a language chosen with the mouse is spoken at once, on every page, and the next time", "about.html", async (page) => {
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.getByRole("heading", { name: "Über diese Website" }).waitFor();
  assert.equal(await language(page), "de");
  assert.match(await page.title(), /^Über diese Website/);
  assert.equal(await pressed(page), "Deutsch");
  await page.getByRole("navigation").getByRole("link", { name: "Artikel" }).click();
  await page.waitForURL(/articles\.html$/);
  assert.equal(await language(page), "de");
  await page.reload();
  await ready(page);
  await until(page, "de");
  await page.getByRole("button", { name: "English" }).click();
  await until(page, "en-GB");
  assert.equal(await pressed(page), "English");
});

speaking("en-US", "a language chosen with the keyboard keeps the focus, and the way back is the country's", "about.html", async (page) => {
  const button = page.getByRole("button", { name: "Deutsch" });
  await button.focus();
  await page.keyboard.press("Enter");
  await until(page, "de");
  assert.ok(await button.evaluate((button) => button === document.activeElement));
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  await until(page, "en-US");
});

test("where nothing can be kept, a language is spoken all the same", async () => {
  const context = await site.context({ locale: "en-GB" });
  await context.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  const page = await context.newPage();
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  await site.goto(page, "about.html");
  await ready(page);
  await page.getByRole("button", { name: "Deutsch" }).click();
  await page.getByRole("heading", { name: "Über diese Website" }).waitFor();
  await context.close();
  assert.deepEqual(problems, []);
});

test("what the corpus says is marked as English in a page that is not", async () => {
  const { page, close } = await site.openReady("about.html", { locale: "de" });
  await until(page, "de");
  const languages = await page.locator(".masthead .debate, .lead em, dl.sides dd").evaluateAll((all) =>
    all.map((element) => element.closest("[lang]").lang),
  );
  assert.deepEqual([...new Set(languages.slice(0, -1))], ["en"]);
  assert.equal(languages.at(-1), "de", "what takes neither side is explained by the interface");
  await close();
});

test("without a script there is no choice to be made", async () => {
  const { page, close } = await site.open("about.html", { javaScriptEnabled: false });
  assert.equal(await page.locator(".languages").isVisible(), false);
  await close();
});
