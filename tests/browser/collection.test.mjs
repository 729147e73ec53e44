// What readers set aside: collected by one key or click, kept across pages and visits, put in order, printed, shared.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { journeys, openSite, ready } from "./site.mjs";

const site = await openSite();
after(() => site.close());

const WIDE = { viewport: { width: 1280, height: 900 } };

const journey = journeys(site, WIDE);

const collectButtons = (page) => page.locator(".card .collect");
const inMasthead = (page) => page.getByRole("navigation").getByRole("link", { name: /^Collection/ });
const untilCounted = (page, n) =>
  page.waitForFunction((n) => {
    const link = document.querySelector('.masthead a[href$="collection.html"]');
    return link.textContent.replace(/\D/g, "") === (n ? String(n) : "");
  }, n);
const keys = (page) => page.locator(".entry .card").evaluateAll((cards) => cards.map((card) => card.id));
const untilKeys = (page, expected) =>
  page.waitForFunction(
    (expected) => [...document.querySelectorAll(".entry .card")].map((card) => card.id).join() === expected.join(),
    expected,
  );
const focusedId = (page) => page.evaluate(() => document.activeElement.id);
const kept = (page) => page.evaluate(() => localStorage.getItem(`rejoinder:collection:${new URL(document.baseURI).pathname}`));

/** Collects the first cards of the page by mouse; gives their ids. */
async function collect(page, n) {
  const ids = (await page.locator(".card").evaluateAll((cards) => cards.map((card) => card.id))).slice(0, n);
  for (const [at, id] of ids.entries()) {
    await page.locator(`[id="${id}"] .collect`).click();
    await untilCounted(page, at + 1);
  }
  return ids;
}

/** Collects and goes to the collection, all in the same document. */
async function collected(page, n) {
  const ids = await collect(page, n);
  await inMasthead(page).click();
  await untilKeys(page, ids);
  return ids;
}

journey("a click collects, says so and takes out again", "", {}, async (page) => {
  const button = collectButtons(page).first();
  assert.equal(await button.getAttribute("aria-pressed"), "false");
  const speaker = await page.locator(".card h3").first().innerText();
  assert.equal(await page.getByRole("button", { name: `Collect: ${speaker}`, exact: true }).first().evaluate((a, b) => a === b, await button.elementHandle()), true);
  await button.click();
  await untilCounted(page, 1);
  assert.equal(await button.getAttribute("aria-pressed"), "true");
  assert.match(await button.innerText(), /^Collected/);
  assert.equal(await page.locator("[aria-live]#deed").textContent(), "Collected: 1 statement in your collection.");
  await button.click();
  await untilCounted(page, 0);
  assert.equal(await button.getAttribute("aria-pressed"), "false");
  assert.equal(await kept(page), null, "nothing is left behind");
});

journey("an empty collection says how to collect", "collection.html", {}, async (page) => {
  assert.match(await page.locator(".none-yet").innerText(), /“Collect” on any argument/);
  assert.equal(await page.getByRole("button", { name: "Clear" }).count(), 0);
});

journey("the collection shows what was collected, word for word", "", {}, async (page) => {
  const words = (await page.locator(".card .words").allTextContents()).slice(0, 2);
  await collected(page, 2);
  assert.deepEqual(await page.locator(".entry .words").allTextContents(), words);
  await page.locator(".entry .where a").first().click();
  await page.locator(":target + mark.statement").waitFor();
});

test("what is collected is there on the next visit, and in the other tab at once", async () => {
  const { page, problems, close } = await site.openReady("", WIDE);
  const ids = await collect(page, 2);
  const other = await page.context().newPage();
  await site.goto(other, "collection.html");
  await ready(other);
  await untilKeys(other, ids);
  await other.getByLabel("Your note").first().fill("to be asked again");
  await other.getByRole("button", { name: /^Remove/ }).last().click();
  await untilCounted(page, 1);
  await inMasthead(page).click();
  await untilKeys(page, ids.slice(0, 1));
  assert.equal(await page.getByLabel("Your note").inputValue(), "to be asked again");
  await page.close();
  await other.reload();
  await ready(other);
  await untilKeys(other, ids.slice(0, 1));
  assert.equal(await other.getByLabel("Your note").inputValue(), "to be asked again");
  await close();
  assert.deepEqual(problems, []);
});

journey("items are put in order by mouse, and the focus goes along", "", {}, async (page) => {
  const [a, b, c] = await collected(page, 3);
  await page.locator(`[id="down-${a}"]`).click();
  await untilKeys(page, [b, a, c]);
  assert.equal(await focusedId(page), `down-${a}`);
  assert.equal(await page.locator("#deed").textContent(), "Now number 2 of 3.");
  await page.locator(`[id="up-${c}"]`).click();
  await untilKeys(page, [b, c, a]);
  assert.equal(await focusedId(page), `up-${c}`);
});

journey("and by keyboard alone: collected, ordered, noted, removed, brought back, cleared", "", {}, async (page) => {
  await page.keyboard.press("j");
  await page.keyboard.press("c");
  await untilCounted(page, 1);
  const a = await focusedId(page);
  await page.keyboard.press("j");
  await page.keyboard.press("c");
  await untilCounted(page, 2);
  const b = await focusedId(page);
  assert.notEqual(a, b);
  await inMasthead(page).focus();
  await page.keyboard.press("Enter");
  await untilKeys(page, [a, b]);
  const tabTo = async (id) => {
    for (let n = 0; n < 60 && (await focusedId(page)) !== id; n++) await page.keyboard.press("Tab");
    assert.equal(await focusedId(page), id);
  };
  await tabTo(`note-${a}`);
  await page.keyboard.type("j c x ? are letters");
  await tabTo(`down-${a}`);
  await page.keyboard.press("Enter");
  await untilKeys(page, [b, a]);
  await page.waitForFunction((id) => document.activeElement.id === id, `down-${a}`);
  // At the end it goes no further and keeps the focus.
  await page.keyboard.press("Enter");
  await untilKeys(page, [b, a]);
  assert.equal(await focusedId(page), `down-${a}`);
  assert.equal(await page.locator(`[id="note-${a}"]`).inputValue(), "j c x ? are letters");
  await page.keyboard.press("Tab");
  assert.equal(await focusedId(page), `remove-${a}`);
  await page.keyboard.press("Space");
  await untilKeys(page, [b]);
  await page.waitForFunction((id) => document.activeElement.id === id, `remove-${b}`);
  await page.locator("#undo").focus();
  await page.keyboard.press("Enter");
  await untilKeys(page, [b, a]);
  assert.equal(await focusedId(page), "collected");
  assert.equal(await page.locator(`[id="note-${a}"]`).inputValue(), "j c x ? are letters");
  await page.getByRole("button", { name: "Clear" }).focus();
  await page.keyboard.press("Enter");
  await untilKeys(page, []);
  await page.waitForFunction(() => document.activeElement.id === "undo");
  assert.equal(await kept(page), null);
  await page.keyboard.press("Enter");
  await untilKeys(page, [b, a]);
});

/** A link to three items, of which the site has two, with notes. */
async function sharedLink() {
  const { page, close } = await site.openReady("", WIDE);
  const ids = await collect(page, 2);
  await close();
  const text = new URLSearchParams([
    ["item", ids[0]],
    ["note", "first & <b>best</b>\n100 %"],
    ["item", "gone.0badcafe"],
    ["item", ids[1]],
  ]);
  return { ids, address: `collection.html#${text}` };
}

test("a link to one's own collection is one's own, also when it is worked at", async () => {
  const { page, problems, close } = await site.openReady("", WIDE);
  const ids = await collect(page, 2);
  await site.goto(page, `collection.html#${await kept(page)}`);
  await page.locator("h1", { hasText: "Your collection" }).waitFor();
  await page.waitForFunction(() => place().hash === "");
  const note = page.getByLabel("Your note").first();
  await note.pressSequentially("still mine");
  assert.equal(await note.inputValue(), "still mine");
  assert.equal(await page.locator("h1").innerText(), "Your collection");
  await page.reload();
  await ready(page);
  await untilKeys(page, ids);
  assert.equal(await note.inputValue(), "still mine");
  await close();
  assert.deepEqual(problems, []);
});

test("skipping to the content leaves a shared collection what it is", async () => {
  const { ids, address } = await sharedLink();
  const { page, problems, close } = await site.openReady(address, WIDE);
  await untilKeys(page, ids);
  const before = page.url();
  await page.evaluate(() => document.activeElement.blur());
  await page.locator(".skip").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "main");
  assert.equal(page.url(), before);
  assert.equal(await page.locator("h1").innerText(), "A shared collection");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.closest("main") !== null), true);
  await close();
  assert.deepEqual(problems, []);
});

test("what finds no room is not collected, and that is said", async () => {
  const { page, problems, close } = await site.openReady("about.html", WIDE);
  await page.evaluate(() => {
    const items = Array.from({ length: 500 }, (_, n) => `item=a.${n.toString(16).padStart(8, "0")}`);
    localStorage.setItem(`rejoinder:collection:${new URL(document.baseURI).pathname}`, items.join("&"));
  });
  await site.goto(page, "");
  await ready(page);
  await untilCounted(page, 500);
  await collectButtons(page).first().click();
  await page.waitForFunction(() => document.getElementById("deed").textContent.includes("1 statement was left out"));
  assert.equal(await collectButtons(page).first().getAttribute("aria-pressed"), "false");
  await close();
  assert.deepEqual(problems, []);
});

/** Whether what has the focus is in the window and nothing lies over its middle. */
const focusSeen = (page) =>
  page.evaluate(() => {
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    // A link can have several lines.
    const seen = ({ left, right, top, bottom }) =>
      document.activeElement.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
    return top >= 0 && bottom <= innerHeight && [...document.activeElement.getClientRects()].every(seen);
  });

for (const viewport of [{ width: 1280, height: 500 }, { width: 320, height: 500 }]) {
  journey(`what moves stays in sight, and so does what undoes, at ${viewport.width} pixels`, "", { viewport }, async (page) => {
    const ids = await collected(page, 5);
    const down = `down-${ids[0]}`;
    await page.locator(`[id="${down}"]`).focus();
    for (let place = 1; place < ids.length; place++) {
      await page.keyboard.press("Enter");
      await page.waitForFunction((n) => document.getElementById("deed").textContent === `Now number ${n} of 5.`, place + 1);
      assert.equal(await focusedId(page), down);
      assert.equal(await focusSeen(page), true, `at place ${place + 1}`);
    }
    await page.locator(`[id="remove-${ids[3]}"]`).focus();
    await page.keyboard.press("Enter");
    await page.locator("#undo").waitFor();
    await page.waitForFunction(() => document.activeElement.id.startsWith("remove-"));
    const undoSeen = () =>
      page.locator("#undo").evaluate((undo) => {
        const { top, bottom, left } = undo.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight && document.elementFromPoint(left + 4, (top + bottom) / 2) === undo;
      });
    assert.equal(await undoSeen(), true);
    // Backwards, so that the browser scrolls what has the focus to the upper edge.
    for (let n = 0; n < 12; n++) {
      await page.keyboard.press("Shift+Tab");
      if (await page.evaluate(() => document.activeElement.closest(".entries") !== null)) assert.equal(await focusSeen(page), true);
    }
    assert.equal(await undoSeen(), true);
  });
}

test("a shared link shows what was shared beside one's own, and adds it on demand", async () => {
  const { ids, address } = await sharedLink();
  const { page, problems, close } = await site.openReady("", WIDE);
  const own = await page.locator(".card").nth(4).getAttribute("id");
  await page.locator(`[id="${own}"] .collect`).click();
  await untilCounted(page, 1);
  await site.goto(page, address);
  await ready(page);
  await untilKeys(page, ids);
  assert.equal(await page.locator("h1").innerText(), "A shared collection");
  assert.equal(await page.locator(".written").innerText(), "first & <b>best</b>\n100 %");
  assert.match(await page.locator(".gone").innerText(), /does not have gone\.0badcafe/);
  assert.equal(await page.locator("textarea").count(), 0);
  await untilCounted(page, 1);
  await page.getByRole("link", { name: "Show yours" }).click();
  await untilKeys(page, [own]);
  await page.goBack();
  await untilKeys(page, ids);
  await page.getByRole("button", { name: "Add to yours" }).click();
  await untilKeys(page, [own, ...ids]);
  await untilCounted(page, 4);
  assert.equal(await page.locator("h1").innerText(), "Your collection");
  assert.equal(site.place(page.url()).hash, "");
  assert.equal(await page.locator(".gone").count(), 1, "what is missing here is kept");
  assert.equal(await page.getByLabel("Your note").nth(1).inputValue(), "first & <b>best</b>\n100 %");
  await close();
  assert.deepEqual(problems, []);
});

test("the link that is copied brings back the same collection, and no server hears of it", async () => {
  const options = { ...WIDE, permissions: ["clipboard-read", "clipboard-write"] };
  const { page, problems, close } = await site.openReady("", options);
  const ids = await collected(page, 2);
  await page.getByLabel("Your note").first().fill("secret & dear");
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.waitForFunction(() => document.getElementById("deed").textContent === "The link is copied.");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await close();
  const friend = await site.openReady(link, WIDE);
  await untilKeys(friend.page, ids);
  assert.equal(await friend.page.locator(".written").innerText(), "secret & dear");
  await friend.close();
  assert.ok(site.server.requests.every((path) => !path.includes("secret")));
  assert.deepEqual(problems, []);
});

test("without a clipboard the link stands in a field, selected", async () => {
  const { page, close } = await site.open("", WIDE);
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }));
  await page.reload();
  await ready(page);
  await collected(page, 1);
  await page.getByRole("button", { name: "Copy link" }).click();
  const field = page.getByLabel("The link, to be copied from here");
  await field.waitFor();
  const selected = () => page.evaluate(() => document.activeElement.value?.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd));
  assert.equal(await selected(), await field.inputValue());
  assert.ok((await field.inputValue()).startsWith(site.href("collection.html#item=")));
  await page.getByLabel("Your note").fill("added since");
  await page.waitForFunction(() => document.getElementById("link").value.endsWith("&note=added+since"));
  await close();
});

const BROKEN = {
  "is denied": () => Object.defineProperty(globalThis, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } }),
  "is full": () => { Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }; },
  "is none": () => Object.defineProperty(globalThis, "localStorage", { get: () => null }),
};

for (const [state, breakIt] of Object.entries(BROKEN)) {
  test(`where storage ${state} the collection lives as long as the page, which says so`, async () => {
    const { page, problems, close } = await site.open("about.html", WIDE);
    await page.addInitScript(breakIt);
    await site.goto(page, "");
    await ready(page);
    const ids = await collected(page, 3);
    await page.locator(`[id="up-${ids[1]}"]`).click();
    await untilKeys(page, [ids[1], ids[0], ids[2]]);
    await page.getByLabel("Your note").first().fill("fleeting");
    assert.match(await page.locator(".lead").innerText(), /^This browser does not keep it/);
    await page.getByRole("navigation").getByRole("link", { name: "About" }).click();
    await page.waitForURL(/about/);
    await inMasthead(page).click();
    await untilKeys(page, [ids[1], ids[0], ids[2]]);
    assert.equal(await page.getByLabel("Your note").first().inputValue(), "fleeting");
    await close();
    assert.deepEqual(problems, []);
  });
}

test("a broken text in storage is passed over", async () => {
  const { page, problems, close } = await site.openReady("", WIDE);
  await page.evaluate(() =>
    localStorage.setItem(`rejoinder:collection:${new URL(document.baseURI).pathname}`, "item=%ff&note=&&&item=a.b.c" + "%".repeat(100_000)),
  );
  await site.goto(page, `collection.html#item=${"a".repeat(50_000)}&note=%ff`);
  await ready(page);
  await page.locator(".none-yet").waitFor();
  await close();
  assert.deepEqual(problems, []);
});

journey("on paper it is a handout with sources and without controls", "", {}, async (page) => {
  await collected(page, 2);
  await page.getByLabel("Your note").first().fill("to be discussed");
  await page.emulateMedia({ media: "print" });
  const printed = await page.locator("#app").innerText();
  assert.ok(printed.startsWith(await page.locator(".debate").innerText()));
  assert.match(printed, /Collected statements/);
  assert.match(printed, /Note\n+to be discussed/);
  assert.match(printed, /Sources\n/);
  assert.ok(printed.includes(`On this site: ${site.href("article/")}`));
  assert.equal(await page.locator("button:visible, textarea:visible, nav:visible").count(), 0);
  for (const part of ["place", "card .side-tag", "card .words", "card .imprint"])
    assert.equal(await page.locator(`.entry .${part}`).first().isVisible(), true, part);
  assert.equal(await page.locator(".written").isVisible(), true);
});

for (const colorScheme of ["light", "dark"]) {
  journey(`a collection and the list of keys are accessible in ${colorScheme}`, "", { colorScheme }, async (page) => {
    await collected(page, 2);
    await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
    const violations = () =>
      page.evaluate(async () => {
        const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
        const { violations } = await globalThis.axe.run({ runOnly: { type: "tag", values } });
        return violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => String(target))]);
      });
    assert.deepEqual(await violations(), []);
    await page.locator("h1").focus();
    await page.keyboard.press("?");
    await page.locator("dialog[open]").waitFor();
    assert.deepEqual(await violations(), []);
  });
}

test("without JavaScript nothing is offered that needs it", async () => {
  for (const address of ["", "collection.html"]) {
    const { page, close } = await site.open(address, { ...WIDE, javaScriptEnabled: false });
    assert.equal(await page.locator(".collect:visible, .keys-open:visible, .none-yet:visible").count(), 0);
    await close();
  }
});
