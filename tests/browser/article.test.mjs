// Reading and judging: an article with its margin, why a statement stands where it stands, and reporting a mistake.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { journeys, openSite } from "./site.mjs";

const site = await openSite();
after(() => site.close());

const WIDE = { viewport: { width: 1280, height: 900 } };
const ARTICLE = "article/2016-apple-fbi-iphone.html";

const journey = journeys(site);

/** A card whose evidence is marked in its words. */
const cardWithEvidence = (page) => page.locator(".card").filter({ has: page.locator(".evidence[data-n]") }).first();

/** Presses a key until the focus is where `selector` says, at most so many times. */
async function pressUntil(page, key, selector, most = 40) {
  for (let n = 0; n < most; n++) {
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${key} does not lead to ${selector}`);
}

const looks = (element) => {
  const { backgroundColor, textDecorationLine } = getComputedStyle(element);
  return [backgroundColor, textDecorationLine, getComputedStyle(element, "::before").content];
};

journey("why here: the evidence is marked in the words while it is open", "", WIDE, async (page) => {
  const card = cardWithEvidence(page);
  const evidence = card.locator(".evidence[data-n]").first();
  const [, line, number] = await evidence.evaluate(looks);
  assert.deepEqual([line, number], ["none", "none"]);
  const words = await card.locator(".words").textContent();
  await card.getByText("Why here").click();
  await card.locator(".why .sum").waitFor({ state: "visible" });
  const [, open, shown] = await evidence.evaluate(looks);
  assert.equal(open, "underline");
  assert.equal(shown, `"${await evidence.getAttribute("data-n")}"`);
  assert.equal(await card.locator(".words").textContent(), words, "the words stay the article’s");
  const numbers = await card.locator(".why .number").allTextContents();
  assert.ok(numbers.includes((await evidence.getAttribute("data-n")).split(" ").at(-1)));
  await card.getByText("Why here").click();
  await page.waitForFunction((element) => getComputedStyle(element).textDecorationLine === "none", await evidence.elementHandle());
});

journey("cards that the app makes say why as soon as they are asked, and not before", "", WIDE, async (page) => {
  await page.getByRole("searchbox", { name: "Search" }).pressSequentially("zzz");
  await page.waitForFunction(() => document.querySelectorAll(".card").length === 0);
  await page.getByRole("searchbox", { name: "Search" }).fill("");
  const card = cardWithEvidence(page);
  await card.waitFor();
  assert.equal(await page.locator(".why .sum").count(), 0);
  await card.getByText("Why here").click();
  await card.locator(".why dd").first().waitFor({ state: "visible" });
});

for (const [name, permissions] of [["copied", ["clipboard-read", "clipboard-write"]], ["left to be copied by hand", []]]) {
  journey(`a mistake becomes an entry that is ${name}`, "", { ...WIDE, permissions }, async (page) => {
    if (permissions.length === 0) {
      await page.evaluate(() => Object.defineProperty(navigator.clipboard, "writeText", { value: () => Promise.reject(new Error("no")) }));
    }
    const card = page.locator(".card").nth(1);
    const words = await card.locator(".words .span").first().textContent();
    await card.getByText("Why here").click();
    await card.getByText("Report a mistake").click();
    await card.getByLabel("What is wrong?").selectOption("Somebody else speaks");
    assert.equal(await card.getByRole("button", { name: "Copy the entry" }).count(), 0, "a name is missing");
    await card.getByLabel("Who speaks?").fill("Ann Bell");
    await card.getByLabel("How do you know?").pressSequentially('"She" is Bell');
    const entry = await card.getByLabel("The entry").inputValue();
    const folder = card.locator(".report .hint").first();
    assert.match(await folder.textContent(), /into [a-z0-9_-]+\.toml/);
    assert.match(entry, /^# For [a-z0-9_-]+\.toml\n/);
    assert.ok(entry.includes("[[change]]"));
    assert.ok(entry.includes('speaker = "Ann Bell"\nreason = "\\"She\\" is Bell"\n'), entry);
    const [, quoted] = entry.match(/words = "(.*)"/);
    assert.ok((await card.locator(".words").textContent()).includes(quoted.replaceAll('\\"', '"')) && words.length > 0);
    await card.getByRole("button", { name: "Copy the entry" }).click();
    const status = card.locator(".report [role=status]");
    await page.waitForFunction((status) => status.textContent !== "", await status.elementHandle());
    if (permissions.length > 0) {
      assert.equal(await status.textContent(), "Copied.");
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), entry);
    } else {
      assert.match(await status.textContent(), /copy it by hand/);
      const selected = await page.evaluate(() => {
        const { value, selectionStart, selectionEnd } = document.activeElement;
        return value.slice(selectionStart, selectionEnd);
      });
      assert.equal(selected, entry);
    }
    await card.getByLabel("What is wrong?").selectOption("It is not an argument");
    // What was copied is another entry.
    await page.waitForFunction((status) => status.textContent === "", await status.elementHandle());
  });
}

journey("where there is no clipboard at all, the entry can be copied by hand", "", WIDE, async (page) => {
  await page.evaluate(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }));
  const card = page.locator(".card").first();
  await card.getByText("Why here").click();
  await card.getByText("Report a mistake").click();
  await card.getByRole("button", { name: "Copy the entry" }).click();
  await page.waitForFunction(() => document.activeElement.matches(".report textarea"));
});

journey("why and a report by the keyboard alone", "", { ...WIDE, permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  await page.locator(".card .where a").first().focus();
  await pressUntil(page, "Tab", ".why > summary");
  await page.keyboard.press("Enter");
  await page.locator(".card .why[open] .sum").first().waitFor();
  await page.locator(".report summary").waitFor();
  await pressUntil(page, "Tab", ".report summary");
  await page.keyboard.press("Enter");
  await pressUntil(page, "Tab", ".report select");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.type), "radio");
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.querySelector(".report textarea").value.includes('side = "neither"'));
  await pressUntil(page, "Tab", ".report button");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".report [role=status]").textContent === "Copied.");
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /side = "neither"/);
});

journey("an article’s numbers lead to its margin and back", ARTICLE, WIDE, async (page) => {
  const anchor = page.locator(".anchor").nth(4);
  const id = await anchor.getAttribute("id");
  await anchor.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction((id) => document.querySelector(":target")?.id === `note-${id}`, id);
  const note = page.locator(`#note-${id}`);
  assert.equal(await note.locator(".number").textContent(), "5");
  await note.locator(".number").click();
  await page.waitForFunction((id) => document.querySelector(":target")?.id === id, id);
  await note.locator("a.back").click();
  await page.waitForFunction((id) => document.querySelector(".card:target")?.id.endsWith(`.${id}`), id);
});

journey("next and previous go through the statements in reading order", ARTICLE, WIDE, async (page) => {
  const ids = await page.locator(".anchor").evaluateAll((all) => all.map((anchor) => anchor.id));
  const at = (id) => page.waitForFunction((id) => document.querySelector(":target")?.id === id, id);
  await page.getByRole("link", { name: "First statement" }).click();
  await at(ids[0]);
  for (const n of [1, 2, 3]) {
    await page.locator(`#note-${ids[n - 1]}`).getByRole("link", { name: /^Next/ }).click();
    await at(ids[n]);
    await page.waitForFunction(() => {
      const { top, bottom } = document.querySelector(":target + mark, :target + .anchor + mark").getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  }
  const previous = page.locator(`#note-${ids[3]}`).getByRole("link", { name: /^Previous/ });
  await previous.focus();
  await page.keyboard.press("Enter");
  await at(ids[2]);
  await page.getByRole("link", { name: "Last statement" }).click();
  await at(ids.at(-1));
});

for (const width of [1280, 820, 320]) {
  journey(`no mark hides text and no margin lies on another paragraph at ${width} pixels`, ARTICLE, { viewport: { width, height: 800 } }, async (page) => {
    const wrong = await page.evaluate(() => {
      const boxes = [...document.querySelectorAll(".paragraph")].flatMap((paragraph) =>
        [...paragraph.children].map((child) => [paragraph, child.getBoundingClientRect()]),
      );
      const over = (a, b) => a.left < b.right && b.left < a.right && a.top + 1 < b.bottom && b.top + 1 < a.bottom;
      return boxes.filter(([, a], n) => boxes.some(([, b], m) => n < m && over(a, b))).length;
    });
    assert.equal(wrong, 0);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing sticks out");
    const sizes = await page.locator(".margin a").evaluateAll((links) => links.map((link) => link.getBoundingClientRect().height));
    assert.ok(sizes.every((size) => size >= 24), "fingers find them");
  });
}

journey("in German everything but the article’s words is German", ARTICLE, { ...WIDE, locale: "de-DE" }, async (page) => {
  await page.getByRole("link", { name: "Erste Aussage" }).waitFor();
  const words = await page.locator("main, .page").first().innerText();
  for (const english of ["Next", "Previous", "statements", "edited", "Sources", "Words quoted"]) assert.ok(!words.includes(english), english);
  assert.ok(words.includes("16. Februar 2016"));
  assert.equal(await page.locator(".paragraph .text").first().getAttribute("lang"), "en");
});

journey("what each side gets to say stands with its wholes", "articles.html", WIDE, async (page) => {
  await page.getByRole("link", { name: /by publisher/ }).click();
  await page.waitForFunction(() => document.querySelector(":target")?.id === "balance");
  for (const table of await page.locator("table.balance").all()) {
    const shares = await table.locator("tbody tr").evaluateAll((rows) =>
      rows.map((row) => row.cells[1].textContent.match(/^(\d[\d,]*) of (\d[\d,]*), \d+%/).slice(1).map(Number)),
    );
    assert.equal(shares.reduce((sum, [part]) => sum + part, 0), shares[0][1], "the arguments of all positions are all arguments");
  }
  assert.ok((await page.locator("table.balance").count()) >= 2);
});
