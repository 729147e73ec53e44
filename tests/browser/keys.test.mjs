// Keys: to search, between cards, to collect and open; never against what a reader types; and a focus that is not lost.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { journeys, openSite } from "./site.mjs";

const site = await openSite();
after(() => site.close());

const WIDE = { viewport: { width: 1280, height: 900 } };

const journey = journeys(site, WIDE);

const focused = (page) => page.evaluate(() => document.activeElement.id);
const untilFocused = (page, selector) => page.waitForFunction((selector) => document.activeElement.matches(selector), selector);
const cardIds = (page, within = "") => page.locator(`${within} .card`).evaluateAll((cards) => cards.map((card) => card.id));
/** The focus is on something that is on the page, and not on the page as a whole. */
const untilSomethingFocused = (page) =>
  page.waitForFunction(() => document.activeElement.isConnected && document.activeElement !== document.body);
const inSight = (page) =>
  page.evaluate(() => {
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });

journey("/ goes to the search field, and there it is a letter", "", {}, async (page, keyboard) => {
  await keyboard.press("/");
  assert.equal(await focused(page), "search");
  await keyboard.type("j/?x");
  await page.waitForFunction(() => document.getElementById("search").value === "j/?x");
  assert.equal(await focused(page), "search");
});

journey("/ goes home where there is nothing to search", "about.html", {}, async (page, keyboard) => {
  await keyboard.press("/");
  await untilFocused(page, "#search");
  assert.equal(site.place(page.url()).href, site.place(site.url).href);
});

journey("? lists the keys, Escape closes the list, and the focus is back", "", {}, async (page, keyboard) => {
  await page.locator(".card a").first().focus();
  await keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  await dialog.waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.closest("dialog") !== null), true);
  assert.ok((await dialog.locator("kbd").count()) >= 11);
  await keyboard.press("j");
  assert.equal(await dialog.isVisible(), true, "keys do nothing behind it");
  await keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement === document.querySelector(".card a")), true);
});

journey("the list opens by mouse, and turns single keys off for good", "about.html", {}, async (page, keyboard) => {
  const onCard = () => page.evaluate(() => document.activeElement.matches(".card"));
  const arrive = async (address, on) => {
    await site.goto(page, address);
    await page.waitForFunction(
      (on) => document.documentElement.dataset.app === "ready" && document.querySelector("dialog input").checked === on,
      on,
    );
  };
  const turn = async (on) => {
    await page.getByRole("button", { name: "Keys" }).click();
    await page.getByLabel("Use single letters and signs as keys").setChecked(on);
    await page.getByRole("button", { name: "Close" }).click();
    await page.locator("dialog").waitFor({ state: "hidden" });
  };
  await turn(false);
  for (const key of ["/", "?"]) await keyboard.press(key);
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.match(page.url(), /about/);
  await arrive("", false);
  await keyboard.press("j");
  assert.equal(await onCard(), false);
  await arrive("about.html", false);
  await turn(true);
  await arrive("", true);
  await keyboard.press("j");
  assert.equal(await onCard(), true);
});

journey("j and k go from card to card in reading order", "", {}, async (page, keyboard) => {
  const ids = await cardIds(page);
  for (const [key, at] of [["j", 0], ["j", 1], ["j", 2], ["k", 1], ["k", 0], ["k", 0], ["ArrowDown", 1], ["ArrowUp", 0]]) {
    await keyboard.press(key);
    assert.equal(await focused(page), ids[at], key);
    assert.equal(await inSight(page), true);
  }
});

journey("arrows scroll unless a card has the focus", "", {}, async (page, keyboard) => {
  await keyboard.press("ArrowDown");
  await page.waitForFunction(() => scrollY > 0);
  assert.equal(await page.evaluate(() => document.activeElement.matches(".card")), false);
});

journey("h and l go to the neighbouring column", "", {}, async (page, keyboard) => {
  const left = await cardIds(page, ".column:nth-child(1)");
  const right = await cardIds(page, ".column:nth-child(2)");
  await keyboard.press("j");
  await keyboard.press("l");
  assert.equal(await focused(page), right[0]);
  await keyboard.press("l");
  assert.equal(await focused(page), right[0], "there is none further right");
  await keyboard.press("h");
  assert.equal(await focused(page), left[0]);
  await keyboard.press("ArrowRight");
  assert.equal(await focused(page), right[0]);
});

journey("c collects and o opens the article at the mark", "", {}, async (page, keyboard) => {
  await keyboard.press("j");
  await keyboard.press("c");
  await page.locator('.card:focus .collect[aria-pressed="true"]').waitFor();
  const id = (await focused(page)).split(".").at(-1);
  await keyboard.press("o");
  await page.waitForURL(new RegExp(`article/.*#${id}$`));
});

journey("n and p go from mark to mark in an article", "", {}, async (page, keyboard) => {
  await page.locator(".card .where a").first().click();
  await page.locator(":target + mark.statement").waitFor();
  const ids = await page.locator(".anchor").evaluateAll((anchors) => anchors.map((anchor) => anchor.id));
  const at = ids.indexOf(site.place(page.url()).hash.slice(1));
  const steps = at + 1 < ids.length ? [["n", 1], ["p", 0]] : [["p", -1], ["n", 0]];
  for (const [key, step] of steps) {
    await keyboard.press(key);
    await page.waitForFunction((id) => document.querySelector(":target")?.id === id, ids[at + step]);
    await untilFocused(page, "mark.statement");
    assert.equal(await inSight(page), true);
  }
});

journey("x clears the filters and keeps the focus among the cards", "?q=hackers&type=direct", {}, async (page, keyboard) => {
  await page.waitForFunction(() => document.querySelector(".clear"));
  await keyboard.press("j");
  await keyboard.press("x");
  await page.waitForFunction(() => place().search === "");
  await untilSomethingFocused(page);
  assert.equal(await page.evaluate(() => document.activeElement.closest("#found") !== null), true);
  assert.equal(await page.locator("#search").inputValue(), "");
});

for (const [address, query] of [
  ["timeline.html", "?side=access&from=2015&to=2016"],
  ["speakers.html", "?q=a&side=access"],
  ["answers.html", "?known=stated"],
]) {
  journey(`x clears what ${address} is asked for`, address + query, {}, async (page, keyboard) => {
    assert.equal(site.place(page.url()).search, query);
    await keyboard.press("x");
    await page.waitForFunction(() => place().search === "");
  });
}

journey("x clears the speakers that are compared", "speakers.html", {}, async (page, keyboard) => {
  const speaker = await page.locator('a[href*="speaker/"]').first().getAttribute("href");
  const id = speaker.match(/speaker\/(.*)\.html/)[1];
  await site.goto(page, `compare.html?speaker=${id}`);
  await page.waitForFunction(() => document.documentElement.dataset.app === "ready" && document.querySelector(".person"));
  await keyboard.press("x");
  await page.waitForFunction(() => place().search === "" && !document.querySelector(".person"));
});

journey("x leaves the order and the address of a page without filters", "?sort=newest&side=access", {}, async (page, keyboard) => {
  await page.waitForFunction(() => document.querySelector(".clear"));
  await keyboard.press("x");
  await page.waitForFunction(() => place().search === "?sort=newest");
  await site.goto(page, "collection.html#item=gone.0badcafe");
  await page.locator(".gone").waitFor();
  await keyboard.press("x");
  assert.equal(site.place(page.url()).hash, "#item=gone.0badcafe");
  assert.equal(await page.locator(".gone").count(), 1);
});

journey("a key that is held down goes on from card to card, and collects once", "", {}, async (page, keyboard) => {
  const ids = await cardIds(page);
  for (let times = 0; times < 3; times++) await keyboard.down("j");
  await keyboard.up("j");
  assert.equal(await focused(page), ids[2]);
  for (let times = 0; times < 4; times++) await keyboard.down("c");
  await keyboard.up("c");
  await page.locator('.card:focus .collect[aria-pressed="true"]').waitFor();
  await keyboard.press("k");
  assert.equal(await page.locator('.collect[aria-pressed="true"]').count(), 1);
});

journey("j at the end of a long list shows more of it and goes on", "?side=neither", {}, async (page, keyboard) => {
  await page.waitForFunction(() => document.querySelectorAll(".column").length === 1 && document.querySelector(".more"));
  const before = await cardIds(page);
  await page.locator(".card").last().focus();
  await keyboard.press("j");
  await page.waitForFunction((n) => document.querySelectorAll(".card").length > n, before.length);
  const after = await cardIds(page);
  await page.waitForFunction((id) => document.activeElement.id === id, after[before.length]);
  assert.deepEqual(after.slice(0, before.length), before);
  assert.equal(await inSight(page), true);
});

journey("keys with a modifier are the browser’s", "", {}, async (page, keyboard) => {
  for (const key of ["Control+j", "Alt+j", "Meta+j"]) await keyboard.press(key);
  assert.equal(await page.evaluate(() => document.activeElement.matches(".card")), false);
});

journey("taking a filter back leaves the focus among the filters in use", "?side=access&type=direct&type=indirect", {}, async (page, keyboard) => {
  const chips = page.locator(".chosen a");
  const before = await chips.count();
  assert.ok(before >= 4);
  for (let left = before - 1; left >= 2; left--) {
    await chips.first().focus();
    await keyboard.press("Enter");
    await page.waitForFunction((n) => document.querySelectorAll(".chosen a").length === n, left);
    await untilFocused(page, ".chosen a");
  }
  await page.locator(".clear").focus();
  await keyboard.press("Enter");
  await page.waitForFunction(() => !document.querySelector(".chosen"));
  await untilFocused(page, "#found, #found *");
});

journey("a box that changes its place among the values keeps the focus", "", {}, async (page, keyboard) => {
  for (const list of await page.locator(".facet[open] ul").all()) {
    const boxes = list.locator("input:visible");
    if ((await boxes.count()) < 2) continue;
    await boxes.nth(1).focus();
    const name = await page.evaluate(() => document.activeElement.closest("label").querySelector(".name").textContent);
    for (const search of [true, false]) {
      await keyboard.press("Space");
      await page.waitForFunction((search) => (place().search !== "") === search, search);
      await untilSomethingFocused(page);
      assert.equal(await page.evaluate(() => document.activeElement.closest("label")?.querySelector(".name").textContent), name);
    }
  }
});

journey("a card that no longer matches leaves the focus to its neighbour", "", {}, async (page) => {
  await page.locator(".card").nth(1).focus();
  // Without a key or click of the reader's: going back and forward filters, too.
  await page.evaluate((address) => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }, site.href("?side=encryption"));
  await page.waitForFunction(() => document.querySelectorAll(".column").length === 1);
  await untilSomethingFocused(page);
  assert.equal(await page.evaluate(() => document.activeElement.closest("#found") !== null), true);
});

journey("the button that shows more gives the focus to the first card that it adds", "?side=neither", {}, async (page, keyboard) => {
  await page.waitForFunction(() => document.querySelectorAll(".column").length === 1);
  for (;;) {
    const before = await page.locator(".card").count();
    const more = page.locator(".more");
    if ((await more.count()) === 0) break;
    await more.focus();
    await keyboard.press("Enter");
    await page.waitForFunction((n) => document.querySelectorAll(".card")[n]?.contains(document.activeElement), before);
  }
});

journey("a click beside everything takes the focus from everything", "", {}, async (page) => {
  await page.locator(".card").first().focus();
  await page.locator(".opening").click({ position: { x: 1, y: 1 } });
  await page.evaluate(() => document.body.append(document.createElement("i")));
  assert.equal(await page.evaluate(() => document.activeElement === document.body || document.activeElement.id === "main"), true);
});

journey("counts are told by one and the same element", "", {}, async (page) => {
  const status = await page.locator("#found .shown [role=status]").elementHandle();
  const before = await status.textContent();
  await page.locator("#search").fill("hackers");
  await page.waitForFunction(([status, before]) => status.textContent !== before, [status, before]);
  assert.equal(await status.evaluate((status) => status.isConnected), true);
  await page.locator("#search").fill("zzz");
  await page.waitForFunction((status) => status.isConnected && /^No argument/.test(status.textContent), status);
});
