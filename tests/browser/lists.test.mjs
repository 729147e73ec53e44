// Long lists: what is left of them by name, what is on paper, and what there is without a script.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { journeys, onlyAsFolder, openSite } from "./site.mjs";

const site = await openSite();
after(() => site.close());

const WIDE = { viewport: { width: 1280, height: 900 } };

const journey = journeys(site, WIDE);

/** How many entries each list of the page has. */
const lengths = (page) => page.evaluate(() => [...document.querySelectorAll(".list, .cards")].map((list) => list.children.length));

journey("what is left of a list is there by name when it is opened, and is open on coming back", "speakers.html", {}, async (page) => {
  const rest = page.locator(".rest").first();
  const left = parseInt(await rest.locator("summary").innerText());
  await page.waitForFunction(() => document.querySelectorAll(".rest li").length === 0);
  await rest.locator("summary").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction((left) => document.querySelector(".rest").querySelectorAll("li").length === left, left);
  const name = await rest.locator("a").last().innerText();
  await rest.locator("a").last().click();
  await page.waitForURL(/speaker\//);
  await page.goBack();
  await page.waitForFunction((name) => document.activeElement.matches(".rest[open] a") && document.activeElement.innerText === name, name);
  await rest.locator("summary").click();
  await page.waitForFunction(() => !document.querySelector(".rest[open]"));
});

journey("names that were opened stay while the list is narrowed, and are those that are left of it", "speakers.html", {}, async (page) => {
  await page.locator(".rest summary").first().click();
  await page.locator("#order").selectOption({ label: "By name" });
  const sorted = () => {
    const [list, rest] = [document.querySelector(".speakers"), document.querySelector(".rest[open]")];
    const names = [...list.querySelectorAll("h3"), ...(rest?.querySelectorAll("li") ?? [])].map((name) => name.innerText);
    const plain = names.map((name) => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());
    return rest !== null && plain.every((name, n) => n === 0 || plain[n - 1] <= name);
  };
  await page.waitForFunction(sorted);
});

for (const address of ["", "speakers.html"]) {
  journey(`all of every list is printed, and the screen is as before: ${address || "home"}`, address, {}, async (page) => {
    const before = await lengths(page);
    const totals = await page.evaluate(() => [...document.querySelectorAll(".list, .cards")].map((list) => {
      const more = list.nextElementSibling;
      return more?.matches(".more") ? Number(more.innerText.split("/ ")[1].replace(/\D/g, "")) : list.children.length;
    }));
    // What stood there when it was printed: the app takes notice of the end of it only later.
    await page.evaluate(() => addEventListener("afterprint", () => {
      const [printed, ends] = [".list, .cards", ".ends"].map((selector) => [...document.querySelectorAll(selector)]);
      globalThis.printed = [printed.map((list) => list.children.length), ends.length];
    }, { capture: true }));
    await page.pdf();
    assert.deepEqual(await page.evaluate(() => globalThis.printed), [totals, 0]);
    await page.waitForFunction((before) => [...document.querySelectorAll(".list, .cards")].every((list, n) => list.children.length === before[n]), before);
  });
}

onlyAsFolder("without JavaScript a list says where it ends, and the rest is there by name", "without the app it has but one page", async () => {
  const { page, close } = await site.open("speakers.html", { ...WIDE, javaScriptEnabled: false });
  assert.equal(await page.locator(".more").first().isVisible(), false);
  const ends = page.locator(".ends").first();
  assert.equal(await ends.isVisible(), true);
  const [, shown, total] = /first (\d+) of (\d+)/.exec(await ends.innerText());
  await page.locator(".rest summary").first().click();
  assert.equal(await page.locator(".rest").first().locator("a:visible").count(), total - shown);
  await page.emulateMedia({ media: "print" });
  assert.equal(await ends.isVisible(), true);
  await close();
});

test("on a screen with JavaScript the button says how long a list is, and not where it ends", async () => {
  const { page, close } = await site.openReady("speakers.html", WIDE);
  assert.equal(await page.locator(".more").first().isVisible(), true);
  assert.equal(await page.locator(".ends").first().isVisible(), false);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".more").first().isVisible(), false);
  assert.equal(await page.locator(".ends").first().isVisible(), true);
  await close();
});
