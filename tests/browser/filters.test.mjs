// The filters beyond sides and search: leaving out, searching in a facet, time, certainty, order, grouping, long lists; by mouse
// and by keyboard alone.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { arrived, journeys, openSite } from "./site.mjs";

const site = await openSite();
after(() => site.close());

const WIDE = { viewport: { width: 1280, height: 900 } };

const told = journeys(site, WIDE);
const journey = (name, address, steps) => told(name, address, {}, steps);

const query = (page) => decodeURIComponent(site.place(page.url()).search);
const untilQuery = (page, search) => page.waitForFunction((search) => decodeURIComponent(place().search) === search, search);
const line = (page) => page.locator("#found .shown [role=status]").innerText();
const untilLine = (page, pattern) =>
  page.waitForFunction(
    (source) => new RegExp(source).test(document.querySelector("#found .shown [role=status]").innerText),
    pattern.source,
  );
const facet = (page, name) => page.locator(".facet", { has: page.locator("summary", { hasText: new RegExp(`^${name}$`) }) });
const dates = (page) => page.locator(".column").first().locator(".where time").evaluateAll((all) => all.map((time) => time.dateTime));
/** Presses Tab until an element that matches has the focus. */
async function tabTo(page, selector) {
  for (let n = 0; n < 150; n++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
  }
  assert.fail(`Tab does not lead to ${selector}`);
}

journey("a value can be left out and taken in again by mouse", "", async (page) => {
  const before = await line(page);
  const first = facet(page, "Theme").locator("li").first();
  const name = await first.locator(".name").innerText();
  await first.locator(".leave-out").click();
  await untilLine(page, /of \d+ arguments/);
  assert.match(query(page), /^\?not-theme=/);
  assert.ok((await line(page)).includes(`not on ${name}`));
  assert.equal(await first.locator(".leave-out").getAttribute("aria-pressed"), "true");
  await page.locator(".chosen a").first().click();
  await untilQuery(page, "");
  assert.equal(await line(page), before);
});

journey("a value can be left out by keyboard alone, and the focus stays on it", "", async (page) => {
  await page.locator("#search").focus();
  await tabTo(page, ".leave-out");
  await page.keyboard.press("Enter");
  await untilLine(page, /not on/);
  assert.equal(await page.evaluate(() => document.activeElement.matches(".leave-out[aria-pressed=true]")), true);
  await page.keyboard.press("Space");
  await untilQuery(page, "");
  assert.equal(await page.evaluate(() => document.activeElement.matches(".leave-out[aria-pressed=false]")), true);
});

journey("among many speakers one is found by name, and stays listed when chosen", "", async (page) => {
  const speakers = facet(page, "Speaker");
  const name = await speakers.locator(".name").nth(3).innerText();
  const part = name.split(" ").at(-1).toLowerCase();
  await speakers.locator(".seek").pressSequentially(part);
  await page.waitForFunction((part) => [...document.querySelectorAll(".facet")].some((facet) => {
    const names = [...facet.querySelectorAll(".name")].map((name) => name.innerText.toLowerCase());
    return facet.querySelector(".seek")?.value === part && names.length > 0 && names.every((name) => name.includes(part));
  }), part);
  await speakers.locator("label.choice", { hasText: name }).first().click();
  await untilLine(page, /; by /);
  assert.ok((await line(page)).includes(`by ${name}`));
  await speakers.locator(".seek").fill("no such name");
  await speakers.locator("li").nth(1).waitFor({ state: "detached" });
  assert.equal(await speakers.locator("li").count(), 1, "what is chosen is listed whatever is sought");
});

journey("a folded facet has its values once it is unfolded, and counts on when it is folded again", "", async (page) => {
  const kinds = facet(page, "Quotation");
  const counts = () => kinds.locator("li .count").allInnerTexts();
  assert.equal(await kinds.locator("li").count(), 0);
  await kinds.locator("summary").click();
  await kinds.locator("li").nth(1).waitFor();
  const before = await counts();
  await kinds.locator("summary").click();
  await facet(page, "Theme").locator("input[type=checkbox]").first().check();
  await page.waitForFunction(() => place().search !== "");
  await kinds.locator("summary").click();
  await page.waitForFunction(
    (before) => [...document.querySelectorAll(".facet")].some((facet) => {
      const counts = [...facet.querySelectorAll("li .count")].map((count) => count.innerText);
      return facet.querySelector("summary").innerText === "Quotation" && counts.length === before.length && counts.join() !== before.join();
    }),
    before,
  );
});

journey("a long facet unfolds", "", async (page) => {
  const speakers = facet(page, "Speaker");
  const before = await speakers.locator("li").count();
  await speakers.getByRole("button", { name: /^All \d+$/ }).click();
  await page.waitForFunction((before) => document.querySelectorAll(".facet li").length > before + 50, before);
  await speakers.getByRole("button", { name: "Fewer" }).click();
  assert.equal(await speakers.locator("li").count(), before);
});

journey("a stretch of time is typed, what is no date is said to be none", "", async (page) => {
  await page.getByLabel("From", { exact: true }).fill("2014");
  await page.getByLabel("To", { exact: true }).fill("2016-04");
  await page.keyboard.press("Enter");
  await page.locator("#search").focus();
  await untilQuery(page, "?from=2014&to=2016-04");
  assert.match(await line(page), /from 2014 to April 2016\.$/);
  for (const date of await dates(page)) assert.ok(date >= "2014-01-01" && date <= "2016-04-30", date);
  await page.getByLabel("To", { exact: true }).fill("soon");
  await page.locator("#search").focus();
  await page.getByText("“soon” is no date").waitFor();
  assert.equal(query(page), "?from=2014&to=2016-04");
  await page.getByRole("link", { name: "Show on the timeline" }).click();
  await page.waitForURL(/timeline\.html\?from=2014&to=2016-04$/);
});

journey("the slider shows fewer, surer arguments, by keyboard", "", async (page) => {
  const count = async () => Number((await line(page)).match(/^\d+/)[0]);
  const all = await count();
  const slider = page.locator(".certainty input");
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await untilLine(page, /two signs or more agree/);
  const fewer = await count();
  assert.ok(fewer < all && fewer > 0);
  await page.keyboard.press("End");
  await untilLine(page, /settled by an editor/);
  assert.ok((await count()) <= fewer);
  assert.equal(await slider.getAttribute("aria-valuetext"), "Settled by an editor");
  await page.goBack();
  await untilQuery(page, "");
  assert.equal(await count(), all);
});

journey("the order and the grouping are chosen, and kept when filters are cleared", "", async (page) => {
  assert.deepEqual(await dates(page), [...(await dates(page))].sort());
  await page.getByLabel("Order").selectOption("Newest first");
  await untilQuery(page, "?sort=newest");
  assert.deepEqual(await dates(page), [...(await dates(page))].sort().reverse());
  await page.getByLabel("Together").selectOption("By main theme");
  await page.locator(".part h3").first().waitFor();
  await facet(page, "Theme").locator("input[type=checkbox]").first().check();
  await page.locator(".clear").click();
  await untilQuery(page, "?sort=newest&group=theme");
  // The boxes show what is asked for also after going back.
  for (let n = 0; n < 3; n++) await page.goBack();
  await untilQuery(page, "?sort=newest");
  await page.waitForFunction(() => document.querySelector("#group").selectedIndex === 0);
  await page.goBack();
  await page.waitForFunction(() => document.querySelector("#order").selectedIndex === 0);
});

journey("a long list is continued, is as long on coming back, and is whole on its own page", "", async (page) => {
  const cards = page.locator(".column").first().locator(".card");
  const first = await cards.count();
  await page.locator(".column").first().locator(".more").click();
  await page.waitForFunction((first) => document.querySelector(".column").querySelectorAll(".card").length > first, first);
  const more = await cards.count();
  await cards.last().locator(".where a").click();
  await page.waitForURL(/article\//);
  await arrived(page);
  await page.goBack();
  await page.waitForFunction((more) => document.querySelector(".column")?.querySelectorAll(".card").length === more, more);
  await page.locator(".whole a").click();
  await page.waitForURL(/all\.html$/);
  const count = Number(await page.locator(".column h2 .count").first().innerText());
  assert.equal(await cards.count(), count);
  assert.equal(await page.locator(".more").count(), 0);
});

journey("what is shown at first stands where it will stay: coming to the end of it moves nothing", "", async (page) => {
  const moved = await page.evaluate(async () => {
    const end = () => document.querySelector(".colophon").getBoundingClientRect().bottom + scrollY;
    const frame = () => new Promise(requestAnimationFrame);
    const before = end();
    scrollTo(0, before);
    for (let n = 0; n < 3; n++) await frame();
    return end() - before;
  });
  assert.equal(moved, 0);
});

journey("a card that stays keeps what was opened in it when more are shown", "", async (page) => {
  const column = page.locator(".column").first();
  await column.locator(".card .why summary").first().click();
  await column.locator(".card .why[open]").first().waitFor();
  const before = await column.locator(".card").count();
  await column.locator(".more").click();
  await page.waitForFunction((before) => document.querySelector(".column").querySelectorAll(".card").length > before, before);
  assert.equal(await column.locator(".card").first().locator(".why[open]").count(), 1);
});

journey("what is typed before and after a choice are two steps back", "", async (page) => {
  await page.locator("#search").pressSequentially("encr");
  await untilQuery(page, "?q=encr");
  await facet(page, "Theme").locator("input[type=checkbox]").first().check();
  await page.waitForFunction(() => place().search.includes("theme="));
  const chosen = query(page);
  await page.locator("#search").press("End");
  await page.locator("#search").pressSequentially("yp");
  await page.waitForFunction(() => place().search.includes("q=encryp"));
  await page.goBack();
  await untilQuery(page, chosen);
});

journey("a side that is left out has no column", "?not-side=access", async (page) => {
  await page.waitForFunction(() => document.querySelectorAll(".column").length === 1);
  assert.match(await line(page), /^\d+ arguments for encryption/);
});

journey("printing shows all", "", async (page) => {
  const count = Number(await page.locator(".column h2 .count").first().innerText());
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.waitForFunction((count) => document.querySelector(".column").querySelectorAll(".card").length === count, count);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.waitForFunction((count) => document.querySelector(".column").querySelectorAll(".card").length < count, count);
});

journey("a word that is nowhere is taken for one that is near, and the page says so", "?q=encrpytion", async (page) => {
  await untilLine(page, /^\d+ of \d+ arguments/);
  assert.match(await page.locator(".shown .unknown").innerText(), /encrpytion/);
  const marked = await page.locator(".card .words .hit").allTextContents();
  assert.ok(marked.length > 0 && marked.every((word) => /^encryption/i.test(word)), marked.join());
  await page.locator("#search").fill("encrypted ");
  await page.waitForFunction(() => document.querySelectorAll(".shown .unknown").length === 0);
  const forms = await page.locator(".card .words .hit").allTextContents();
  assert.ok(forms.some((word) => !/^encrypted$/i.test(word)), "its forms, too");
});

journey("what is chosen in the search box is shown, counted and left out", "", async (page) => {
  const all = await line(page);
  await page.locator("#search").pressSequentially("side:neither ");
  await page.waitForFunction(() => document.querySelectorAll(".column").length === 1);
  assert.match(await line(page), /statements on neither side/);
  await page.locator("#search").fill("-year:2015");
  await page.waitForFunction(() => document.querySelectorAll(".column").length === 2);
  await untilLine(page, /of \d+ arguments/);
  assert.notEqual(await line(page), all);
  const years = await page.locator(".column .where time").evaluateAll((all) => all.map((time) => time.dateTime.slice(0, 4)));
  assert.ok(years.length > 0 && !years.includes("2015"));
});
