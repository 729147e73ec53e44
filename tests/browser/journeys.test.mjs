// What readers come for, over the seed: choose a position, search, share the address, follow an argument to its words.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { arrived, journeys, onlyAsFolder, onlyServed, openSite, ready } from "./site.mjs";

const site = await openSite();
after(() => site.close());

const WIDE = { viewport: { width: 1280, height: 900 } };

const journey = journeys(site);

const choice = (page, label) =>
  page.locator("label.choice").filter({ has: page.locator(".name, .side-tag", { hasText: new RegExp(`^${label}$`) }) });
const box = (page, label) => choice(page, label).locator("input");
const cards = (page) => page.locator(".card");
const shownSides = (page) => page.locator(".column > h2").allInnerTexts();
const countOf = async (page, label) => Number(await choice(page, label).locator(".count").innerText());
const query = (page) => site.place(page.url()).search;
/** Waits until the line in words says that `n` arguments are found; of many, cards show the beginning. */
const untilFound = (page, n) =>
  page.waitForFunction((n) => {
    const line = document.querySelector("#found .shown [role=status]")?.innerText ?? "";
    return Number((line.match(/^[\d,]+/)?.[0] ?? "0").replace(",", "")) === n;
  }, n);
const foundNow = (page) => page.locator("#found .shown [role=status]").innerText().then((line) => Number(line.match(/^\d+/)[0]));
/** Opens a facet of the filters. */
const unfold = (page, name) => page.locator(".facet > summary", { hasText: new RegExp(`^${name}$`) }).click();

journey("each side has a column with its arguments", "", WIDE, async (page) => {
  const columns = page.locator(".column");
  assert.equal(await columns.count(), 2);
  for (const column of await columns.all()) {
    const count = Number(await column.locator("h2 .count").innerText());
    assert.ok(count > 0);
    const shown = await column.locator(".card").count();
    assert.ok(shown > 0 && (shown === count || (await column.locator(".more").innerText()).endsWith(`${shown} / ${count}`)));
    const label = (await column.locator("h2").innerText()).replace(/\s*\d+$/, "");
    for (const tag of await column.locator(".card .labels .side-tag").allTextContents()) assert.equal(tag, label);
  }
});

for (const label of ["For access", "For encryption"]) {
  journey(`choosing “${label}” leaves that side alone`, "", WIDE, async (page) => {
    const count = await countOf(page, label);
    await box(page, label).check();
    await untilFound(page, count);
    const sides = await shownSides(page);
    assert.equal(sides.length, 1);
    assert.ok(sides[0].startsWith(label));
    assert.match(query(page), /^\?side=[a-z]+$/);
    assert.match(await page.locator("#found .shown [role=status]").innerText(), new RegExp(`^${count} argument`));
  });
}

journey("statements on neither side are counted and can be asked for", "", WIDE, async (page) => {
  const count = await countOf(page, "Neither side");
  await box(page, "Neither side").check();
  await untilFound(page, count);
  assert.equal(query(page), "?side=neither");
});

journey("choices in one facet widen, across facets they narrow, and counts foretell it", "", WIDE, async (page) => {
  await box(page, "For encryption").check();
  await unfold(page, "Quotation");
  const quoted = await countOf(page, "Quoted");
  await box(page, "Quoted").check();
  await untilFound(page, quoted);
  const reported = await countOf(page, "Reported");
  await box(page, "Reported").check();
  await untilFound(page, quoted + reported);
  assert.equal(query(page), "?side=encryption&type=direct&type=indirect");
  await page.getByRole("link", { name: "Clear all filters" }).click();
  await page.waitForFunction(() => place().search === "");
  assert.equal(await box(page, "Quoted").isChecked(), false);
});

journey("a search narrows with each letter, marks its hits and can come up empty", "", WIDE, async (page) => {
  const input = page.locator("#search");
  await input.pressSequentially("hacker");
  await page.waitForFunction(() => document.querySelectorAll(".card .words mark.hit").length > 0);
  for (const words of await page.locator(".card").allTextContents()) assert.match(words, /hacker/i);
  for (const hit of await page.locator("mark.hit").allTextContents()) assert.match(hit, /^hacker/i);
  assert.equal(query(page), "?q=hacker");
  await input.pressSequentially("zzz");
  await untilFound(page, 0);
  assert.equal(await page.locator("#found .shown [role=status]").innerText(), "No argument matches.");
  await page.getByRole("link", { name: "Clear all filters" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".card").length > 0);
  assert.equal(await input.inputValue(), "");
});

journey("an address shows what it was copied from", "?side=encryption&type=direct&q=iphone", WIDE, async (page) => {
  await page.waitForFunction(() => document.querySelectorAll("mark.hit").length > 0);
  assert.equal(await box(page, "For encryption").isChecked(), true);
  assert.equal(await box(page, "For access").isChecked(), false);
  assert.equal(await box(page, "Quoted").isChecked(), true);
  assert.equal(await page.locator("#search").inputValue(), "iphone");
});

journey("back and forward go through the choices, and typing is one step", "", WIDE, async (page) => {
  const all = await foundNow(page);
  const access = await countOf(page, "For access");
  await box(page, "For access").check();
  await untilFound(page, access);
  await page.locator("#search").pressSequentially("threat");
  await page.waitForFunction(() => place().search === "?side=access&q=threat");
  await page.goBack();
  await untilFound(page, access);
  assert.equal(query(page), "?side=access");
  assert.equal(await page.locator("#search").inputValue(), "");
  await page.goBack();
  await untilFound(page, all);
  assert.equal(await box(page, "For access").isChecked(), false);
  await page.goForward();
  await untilFound(page, access);
  assert.equal(await box(page, "For access").isChecked(), true);
});

journey("an argument leads to its marked words in the article, and they lead back", "", WIDE, async (page) => {
  const card = cards(page).last();
  const id = await card.getAttribute("id");
  const words = (await card.locator(".words .span").first().textContent()).trim();
  await card.locator(".where a").click();
  await page.waitForURL(/article\/.*\.html#[0-9a-f]{8}$/);
  const anchor = page.locator(":target");
  await anchor.waitFor({ state: "attached" });
  const mark = page.locator(":target + mark.statement");
  assert.ok(words.startsWith((await mark.innerText()).trim().slice(0, 20)));
  await page.waitForFunction(() => {
    const { top, bottom } = document.querySelector(":target + mark").getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  await page.locator(`.margin a[href*="${id}"]`).first().click();
  await page.waitForFunction((id) => document.querySelector(":target")?.id === id, id);
  assert.equal(site.place(page.url()).pathname, site.place(site.url).pathname);
});

journey("pages lead to each other without being loaded again", "", WIDE, async (page) => {
  await page.evaluate(() => (globalThis.sameDocument = true));
  const parts = page.getByRole("navigation");
  await cards(page).first().locator(".who a").click();
  await page.waitForURL(/speaker\//);
  const name = await page.locator("h1").innerText();
  assert.match(await page.title(), new RegExp(`^${name}`));
  await parts.getByRole("link", { name: "Articles" }).click();
  await page.waitForURL(/articles\.html$/);
  await page.locator(".list a").first().click();
  await page.waitForURL(/article\//);
  await parts.getByRole("link", { name: "About" }).click();
  await page.waitForURL(/about\.html$/);
  await page.goBack();
  await page.waitForURL(/article\//);
  await page.locator("mark.statement").first().waitFor();
  assert.equal(await page.evaluate(() => globalThis.sameDocument), true);
});

/** Opens home before its app runs, which it does when `run` is called. */
async function openStill() {
  let run;
  const gate = new Promise((resolve) => (run = resolve));
  const context = await site.context(WIDE);
  const page = await context.newPage();
  await page.route(/\.wasm$/, async (route) => {
    await gate;
    await route.continue();
  });
  await site.goto(page, "");
  return { page, run, close: () => context.close() };
}

const TAKEN_OVER = "it may have been changed on its way, so nothing of it is taken over";

onlyAsFolder("the app takes over the prerendered page without building it again", TAKEN_OVER, async () => {
  const { page, run, close } = await openStill();
  const first = await page.locator(".card").first().elementHandle();
  run();
  await ready(page);
  assert.ok(await first.evaluate((card) => card.isConnected), "the prerendered card was thrown away");
  await close();
});

onlyServed("what is folded away is taken over only where it was opened, and made elsewhere when it is", "the worker does not let the app be held back", async () => {
  const { page, run, close } = await openStill();
  const [opened, folded] = [0, 1].map((n) => page.locator(".card").nth(n));
  assert.equal(await page.locator(".why .sum").count(), await page.locator(".card").count(), "readable without the app");
  await opened.getByText("Why here").click();
  const said = await opened.locator(".why").innerText();
  run();
  await ready(page);
  assert.equal(await opened.locator(".why").innerText(), said, "it stays open as it is");
  assert.equal(await page.locator(".why .sum").count(), 1);
  await folded.getByText("Why here").click();
  await folded.locator(".why .sum").waitFor({ state: "visible" });
  await opened.getByText("Why here").click();
  await opened.locator(".why .sum").waitFor({ state: "hidden" });
  await close();
});

journey("on a narrow screen the sides take turns, each card with its label", "", { viewport: { width: 360, height: 740 } }, async (page) => {
  await page.locator(".turns .card").first().waitFor();
  const tags = await page.locator(".card .labels .side-tag").allTextContents();
  assert.notEqual(tags[0], tags[1]);
  assert.equal(tags[0], tags[2]);
  const more = page.getByRole("button", { name: /More filters/ });
  assert.equal(await page.locator("#facets").isVisible(), false);
  await more.click();
  const fewer = page.getByRole("button", { name: /Fewer filters/ });
  assert.equal(await fewer.getAttribute("aria-expanded"), "true");
  await unfold(page, "Quotation");
  await box(page, "Quoted").check();
  await page.getByRole("link", { name: /^Show \d+ results?$/ }).click();
  await page.locator("#facets").waitFor({ state: "hidden" });
  await page.waitForFunction(() => Math.abs(document.getElementById("found").getBoundingClientRect().top) < innerHeight / 2);
});

journey("dark is dark, and the sides differ in more than colour", "", { ...WIDE, colorScheme: "dark" }, async (page) => {
  const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const [red, green, blue] = background.match(/\d+/g).map(Number);
  assert.ok(red + green + blue < 150, background);
  const edges = await page.locator(".column").evaluateAll((columns) =>
    columns.map((column) => getComputedStyle(column.querySelector(".card")).borderInlineStartStyle),
  );
  assert.notEqual(edges[0], edges[1]);
});

journey("the keyboard alone is enough", "", WIDE, async (page) => {
  const focused = () => page.evaluate(() => document.activeElement.innerText || document.activeElement.id);
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "Skip to the content");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "main");
  const count = await countOf(page, "For access");
  const atFirstBox = () => page.evaluate(() => document.activeElement === document.querySelector(".positions input"));
  for (let n = 0; n < 5 && !(await atFirstBox()); n++) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await untilFound(page, count);
  assert.equal(query(page), "?side=access");
  assert.equal(await page.evaluate(() => document.activeElement.matches("input:checked")), true);
  const why = page.locator(".card summary").first();
  await why.focus();
  await page.keyboard.press("Enter");
  await page.locator(".card .why[open] dd").first().waitFor({ state: "visible" });
  const link = page.locator(".card .where a").first();
  await link.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/article\//);
});

journey("a link leads to the beginning of its page, wherever it stands", "", { ...WIDE, reducedMotion: "no-preference" }, async (page) => {
  await page.locator(".colophon a").click();
  await page.waitForFunction(() => document.activeElement.id === "main" && scrollY === 0);
  await page.goBack();
  await page.waitForFunction(() => document.activeElement.matches(".colophon a"));
});

journey("going back leads to the link that was followed", "", WIDE, async (page) => {
  const link = cards(page).nth(2).locator(".where a");
  const href = await link.getAttribute("href");
  await link.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/article\//);
  await arrived(page);
  await page.goBack();
  await page.waitForFunction((href) => document.activeElement.getAttribute("href") === href, href);
});

journey("skipping keeps the selection", "?side=encryption", WIDE, async (page) => {
  await page.waitForFunction(() => document.querySelectorAll(".column").length === 1);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "found");
  assert.equal(query(page), "?side=encryption");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest("#found") !== null), true);
});

for (const viewport of [WIDE.viewport, { width: 360, height: 740 }]) {
  test(`a link to a card leads there at ${viewport.width} pixels`, async () => {
    const first = await site.openReady("all.html", { viewport });
    const id = await cards(first.page).last().getAttribute("id");
    await first.close();
    const { page, close } = await site.openReady(`?type=direct&type=indirect&type=mixed#${id}`, { viewport });
    await page.waitForFunction((id) => {
      const card = document.getElementById(id);
      const { top, bottom } = card.getBoundingClientRect();
      return card.matches(":target") && bottom > 0 && top < innerHeight;
    }, id);
    await close();
  });
}

test("on paper there are arguments and no controls", async () => {
  const { page, close } = await site.openReady("", WIDE);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".filters").isVisible(), false);
  assert.equal(await page.locator(".card .words").first().isVisible(), true);
  await close();
});

onlyServed("without JavaScript an article can be read and what needs a script is not offered", "without the app there are no articles", async () => {
  const { page, close } = await site.open("", { ...WIDE, javaScriptEnabled: false });
  assert.equal(await page.locator(".filters").isVisible(), false);
  await page.locator(".card .where a").first().click();
  await page.waitForURL(/article\//);
  assert.equal(await page.locator(":target + mark.statement").isVisible(), true);
  assert.ok((await page.locator(".paragraph .text").allInnerTexts()).join("").length > 1000);
  await close();
});

onlyServed("the WebAssembly is asked for once", "nobody is asked", async () => {
  const context = await site.context();
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await site.goto(page, "");
  await ready(page);
  assert.equal(asked.filter((address) => address.endsWith(".wasm")).length, 1);
  await context.close();
});
