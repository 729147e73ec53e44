// What a page shows leaves it as a file: the statements that are shown, in their order, in every format.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { journeys, onlyServed, openSite, ready } from "./site.mjs";

const site = await openSite();
const apart = await openSite({ dist: process.env.REJOINDER_APART });
after(() => Promise.all([site.close(), apart.close()]));
const journey = journeys(site);

const panel = (page) => page.locator(".takeaway");

/** What the panel says of the file. */
const status = (page) => panel(page).locator("[role=status]");

/** Opens the panel. */
const open = (page) => panel(page).locator("summary").click();

/** Chooses a format by how its name begins, and gives the file's name and text. */
async function take(page, format) {
  const names = await panel(page).locator("option").allTextContents();
  await panel(page).locator("select").selectOption(names.find((name) => name.startsWith(format)));
  const [download] = await Promise.all([
    page.waitForEvent("download").catch(async (problem) => {
      throw new Error(`${format}: the page says "${await status(page).textContent()}"`, { cause: problem });
    }),
    panel(page).getByRole("button", { name: "Download" }).click(),
  ]);
  await page.waitForFunction(() => document.querySelector(".takeaway [role=status]").textContent.includes("saves it"));
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

/** Unfolds the lists of a page until they are whole. */
async function unfold(page) {
  const more = page.locator("button.more");
  while ((await more.count()) > 0) {
    const before = (await shown(page)).length;
    await more.first().click();
    await page.waitForFunction((before) => document.querySelectorAll(".card").length > before, before);
  }
}

/** The statements on a page, in order, as their cards are named. */
const shown = (page) => page.locator(".card").evaluateAll((cards) => cards.map((card) => card.id));

journey("what is taken away is what a query shows", "?q=warrant&sort=newest&side=access", {}, async (page) => {
  await open(page);
  const { name, text } = await take(page, "JSON,");
  assert.match(name, /^Encryption and lawful access\.json$/);
  const { statements, articles } = JSON.parse(text);
  assert.ok((await shown(page)).length < statements.length, "what the list does not show yet is taken, too");
  await unfold(page);
  assert.deepEqual(statements.map((each) => each.id), await shown(page));
  assert.ok(statements.every((each) => each.side.id === "access"));
  assert.ok(statements.every((each) => each.page.startsWith(site.elsewhere)), "addresses lead to this site");
  assert.deepEqual(new Set(articles.map((each) => each.id)), new Set(statements.map((each) => each.article.id)));
});

/** So many files within a second are all that a page of Chromium's gives (LocalFrame::ShouldThrottleDownload); of more, the browser says nothing. */
const AT_ONCE = 10;

/** The statements that excerpts on a page link to, in order, each once. */
const linked = async (page) => {
  const marks = await page.locator("main .where > a:first-child").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  return [...new Set(marks.map((mark) => mark.replace(/.*article\/(.*)\.html#/, "$1.")))];
};

for (const [what, address, name] of [
  ["all answers", "answers.html", "Arguments and answers"],
  ["some answers", "answers.html?known=stated", "Arguments and answers"],
  ["speakers side by side", "compare.html?speaker=apple&speaker=federal-bureau-of-investigation", "Speakers side by side"],
]) {
  journey(`${what} are taken away as they stand, each statement once`, address, {}, async (page) => {
    await open(page);
    const file = await take(page, "JSON,");
    assert.equal(file.name, `${name}.json`);
    const { statements, relations } = JSON.parse(file.text);
    assert.deepEqual(statements.map((each) => each.id), await linked(page));
    if (address.startsWith("answers")) assert.ok(relations.length > 0, "with what answers what");
  });
}

journey("so is what answers one argument", "", {}, async (page) => {
  await page.getByRole("link", { name: "What answers this" }).first().click();
  await page.locator(".asked").waitFor();
  await open(page);
  const { statements } = JSON.parse((await take(page, "JSON,")).text);
  assert.deepEqual(statements.map((each) => each.id), await linked(page));
  assert.ok(statements.length > 1);
});

journey("each format can be had, one after the other", "?q=warrant", {}, async (page) => {
  await open(page);
  const names = await panel(page).locator("option").allTextContents();
  const extensions = [];
  for (const [ix, name] of names.entries()) {
    if (ix > 0 && ix % AT_ONCE === 0) {
      await page.reload();
      await ready(page);
      await open(page);
    }
    const file = await take(page, name);
    extensions.push(file.name.replace(/.*access\./, ""));
    assert.ok(file.text.length > 1000, `${name}: ${file.text}`);
  }
  assert.equal(new Set(extensions).size, names.length);
  assert.ok(names.length >= 3);
});

journey("it is done by the keyboard alone", "?q=warrant", {}, async (page, keyboard) => {
  await panel(page).locator("summary").focus();
  await keyboard.press("Enter");
  await keyboard.press("Tab");
  await keyboard.press("ArrowDown");
  await keyboard.press("Tab");
  const [download] = await Promise.all([page.waitForEvent("download"), keyboard.press("Enter")]);
  assert.match(download.suggestedFilename(), /\.json$/);
});

journey("who goes on filtering takes what is shown then", "?side=access", {}, async (page) => {
  await open(page);
  await take(page, "JSON,");
  await page.locator("#side-encryption, label:has-text('For encryption') input").first().check();
  await page.waitForFunction(() => document.querySelector(".takeaway [role=status]").textContent === "");
  const { statements } = JSON.parse((await take(page, "JSON,")).text);
  assert.equal(new Set(statements.map((each) => each.side.id)).size, 2);
});

onlyServed("a large site fetches the words first, and takes away the same", "it has all words", async () => {
  const texts = [];
  for (const each of [site, apart]) {
    const { page, problems, close } = await each.openReady("?side=access");
    await open(page);
    const { text } = await take(page, "JSON,");
    texts.push(text.replaceAll(each.url, ""));
    assert.deepEqual(problems, []);
    await close();
  }
  assert.ok(texts[0].length > 100_000);
  assert.equal(texts[1], texts[0]);
});

for (const [what, ending] of [["script", ".js"], ["WebAssembly", ".wasm"]]) {
  onlyServed(`where a file cannot be written for want of the ${what} the page says so, and goes on`, "onefile.test.mjs changes the file, and a worker keeps no other", async (t) => {
    const tamper = (path, bytes) => (path.includes("exporter") && path.endsWith(ending) ? bytes.subarray(0, 100) : bytes);
    const damaged = await openSite({ tamper });
    t.after(() => damaged.close());
    const { page } = await damaged.openReady("?q=warrant");
    await open(page);
    await panel(page).getByRole("button", { name: "Download" }).click();
    await page.waitForFunction(() => document.querySelector(".takeaway [role=status]").textContent.includes("could not be written"));
    await page.locator("#search, input[type=search]").first().fill("court");
    await page.waitForFunction(() => place().search.includes("court"));
  });
}
