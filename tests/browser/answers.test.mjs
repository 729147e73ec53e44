// From an argument to what answers it, among all the pairs, and from a theme to its arguments; by mouse and by keyboard.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { journeys, onlyAsFolder, openSite } from "./site.mjs";

const site = await openSite();
after(() => site.close());

const WIDE = { viewport: { width: 1280, height: 900 } };
const NARROW = { viewport: { width: 360, height: 740 } };

const journey = journeys(site);

const pairs = (page) => page.locator(".pair");
const untilPairs = (page, n) =>
  page.waitForFunction((n) => document.querySelectorAll(".pair").length === n, n);
const heading = (page, text) =>
  page.waitForFunction((text) => document.querySelector("h1")?.innerText === text, text);
const number = async (locator) => Number((await locator.innerText()).replace(/\D/g, ""));

/** Follows a link by mouse or by keyboard alone. */
const follow = {
  mouse: (link) => link.click(),
  keyboard: async (link) => {
    await link.focus();
    await link.page().keyboard.press("Enter");
  },
};

for (const [by, go] of Object.entries(follow)) {
  journey(`from a card to what answers it and on to its article, by ${by}`, "", WIDE, async (page) => {
    const card = page.locator(".card").filter({ hasText: /\d similar/ }).first();
    const id = await card.getAttribute("id");
    await go(card.getByRole("link", { name: "What answers this" }));
    await heading(page, "What answers this argument");
    assert.equal(site.place(page.url()).hash, `#${id}`);
    assert.equal(await page.locator(".asking .card").getAttribute("id"), id);
    const answer = page.locator(".answering .excerpt").first();
    await page.waitForFunction(() => {
      const { top, bottom } = document.querySelector(".answering .excerpt").getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight && document.querySelector("h1").getBoundingClientRect().top >= 0;
    });
    const sides = await page.locator(".asking .labels .side-tag, .answering .excerpt .side-tag").allTextContents();
    assert.ok(sides.slice(1).every((side) => side !== sides[0]), sides.join());
    await page.locator(".asking mark.hit").first().waitFor(); // what both say is marked in the argument
    assert.ok((await answer.locator("mark.hit").count()) > 0, "and in the answer");
    const words = await answer.locator(".span").first().innerText();
    await go(answer.locator(".where a"));
    await page.waitForURL(/article\//);
    const marked = await page.locator(".anchor:target + mark.statement").first().innerText();
    assert.ok(words.startsWith(marked.slice(0, 20)), `${words}: ${marked}`);
    await page.goBack();
    await heading(page, "What answers this argument");
  });

  journey(`pairs are chosen by how they are known and by theme, by ${by}`, "answers.html", WIDE, async (page) => {
    const picks = page.getByRole("navigation", { name: "Which answers" });
    const similar = picks.getByRole("link", { name: /^Similar/ });
    const count = await number(similar.locator(".count"));
    assert.ok(count > 0);
    await go(similar);
    await page.waitForFunction(() => place().search === "?known=similar");
    await untilPairs(page, count);
    assert.equal(await page.locator("#stated").count(), 0);
    const theme = picks.locator("ul").nth(1).getByRole("link").nth(1);
    const ofTheme = await number(theme.locator(".count"));
    assert.ok(ofTheme > 0 && ofTheme < count);
    await go(theme);
    await page.waitForFunction(() => place().search.startsWith("?theme="));
    await untilPairs(page, ofTheme);
    assert.deepEqual(await picks.locator("[aria-current]").count(), 2, "both choices hold, and are marked");
    await page.goBack();
    await untilPairs(page, count);
    await page.goBack();
    await page.waitForFunction(() => place().search === "");
  });

  journey(`from the themes to one, and on to the arguments of a side, by ${by}`, "themes.html", WIDE, async (page) => {
    const link = page.locator(".theme-table tbody th a").first();
    const name = await link.innerText();
    await go(link);
    await heading(page, name);
    const side = page.locator(".theme-side").first();
    const arguments_ = side.locator("h2 a");
    const count = await number(arguments_);
    assert.ok(count > 0);
    const tag = await side.locator("h2 .side-tag").innerText();
    await go(arguments_);
    await page.waitForFunction(() => place().search.includes("side=") && place().search.includes("theme="));
    await page.waitForFunction(() => document.querySelectorAll(".column").length === 1);
    const column = await page.locator(".column h2").innerText();
    assert.ok(column.startsWith(tag) && column.includes(String(count)), `${column}: ${tag} ${count}`);
  });
}

journey("an argument that is made again shows the other times", "themes.html", WIDE, async (page) => {
  const themes = await page.locator(".theme-table tbody th a").evaluateAll((links) => links.map((link) => link.href));
  for (const theme of themes) {
    await site.goto(page, theme);
    const again = page.locator(".restated > li").first();
    if ((await again.count()) === 0) continue;
    const times = await number(again.locator(".made b"));
    await again.locator("summary").focus();
    await page.keyboard.press("Enter");
    await again.locator("details[open] .excerpt").first().waitFor({ state: "visible" });
    assert.equal(await again.locator(".excerpt").count(), times);
    return;
  }
  assert.fail("no theme has an argument that is made again");
});

for (const [width, options] of Object.entries({ wide: WIDE, narrow: NARROW })) {
  test(`a link to an argument's answers shows the argument on a ${width} screen, and what is far is said to be near at most`, async () => {
    const first = await site.openReady("", options);
    const plain = first.page.locator(".card .answers.scripted a").first();
    const address = await plain.evaluate((link) => link.href);
    await first.close();
    const { page, problems, close } = await site.openReady(address, options);
    await heading(page, "What answers this argument");
    await page.waitForFunction(() => {
      const card = document.querySelector(".asking .card:target");
      return card && card.getBoundingClientRect().bottom > 0 && card.getBoundingClientRect().top < innerHeight;
    });
    const text = await page.locator(".answering").innerText();
    assert.match(text, /Nothing says that these answer it|No argument of another side comes near/);
    await close();
    assert.deepEqual(problems, []);
  });
}

onlyAsFolder("without JavaScript a card's link finds the pair", "without the app it has but one page", async () => {
  const { page, close } = await site.open("answers.html", { ...WIDE, javaScriptEnabled: false });
  const id = await pairs(page).first().locator(".half").last().getAttribute("id");
  assert.equal(await page.locator(".picks").isVisible(), false);
  await site.goto(page, `answers.html#${id}`);
  assert.equal(await page.locator(".half:target .excerpt").first().isVisible(), true);
  await close();
});
