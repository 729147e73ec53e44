// A statement for somebody else's text: copied with its citation, and a link to it.

import assert from "node:assert/strict";
import { after } from "node:test";
import { IN_ONE_FILE, journeys, openSite } from "./site.mjs";

const site = await openSite();
after(() => site.close());
const journey = journeys(site);

/** A card, and what a copy of it must have in it. */
async function first(page) {
  const card = page.locator(".card").first();
  const [id, speaker, words, article] = await Promise.all([
    card.getAttribute("id"),
    card.locator("h3").textContent(),
    card.locator(".words .span").first().textContent(),
    card.locator(".where a").first().textContent(),
  ]);
  // Of the site in one file pages have no address that leads anywhere else.
  const address = IN_ONE_FILE ? [] : [`#${id.split(".").at(-1)}`];
  return { card, id, parts: [words, speaker, article, ...address] };
}

const CAN_COPY = { permissions: ["clipboard-read", "clipboard-write"] };

journey("a statement is copied with its citation, by mouse", "", CAN_COPY, async (page) => {
  const { card, parts } = await first(page);
  await card.getByRole("button", { name: "Copy" }).click();
  await card.getByText("Copied with its citation.").waitFor({ state: "attached" });
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of parts) assert.ok(copied.includes(part), `${part} in ${copied}`);
});

journey("and by keyboard", "", CAN_COPY, async (page, keyboard) => {
  const { card, parts } = await first(page);
  await card.getByRole("button", { name: "Copy" }).focus();
  await keyboard.press("Enter");
  await card.getByText("Copied with its citation.").waitFor({ state: "attached" });
  assert.ok((await page.evaluate(() => navigator.clipboard.readText())).includes(parts[0]));
});

journey("where the browser does not let us, the reader copies it himself", "", {}, async (page) => {
  await page.evaluate(() => Object.defineProperty(Navigator.prototype, "clipboard", { get: () => undefined }));
  const { card, parts } = await first(page);
  await card.getByRole("button", { name: "Copy" }).click();
  const field = card.locator("textarea");
  await field.waitFor();
  const { text, selected } = await field.evaluate((field) => ({
    text: field.value,
    selected: field === document.activeElement && field.selectionEnd - field.selectionStart === field.value.length,
  }));
  assert.ok(selected);
  for (const part of parts) assert.ok(text.includes(part), `${part} in ${text}`);
});

journey("a link leads to the statement, also from elsewhere", "?sort=newest", {}, async (page) => {
  const { card, id } = await first(page);
  const address = await card.getByRole("link", { name: /^Link/ }).evaluate((link) => link.href);
  const { page: other, problems, close } = await site.openReady(address);
  await other.waitForFunction((id) => document.getElementById(id)?.checkVisibility(), id);
  assert.deepEqual(problems, []);
  await close();
});
