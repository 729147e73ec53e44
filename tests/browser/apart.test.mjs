// A large corpus, whose words come in files of their own: the site says the same as one that has them with it, and says what
// it could not fetch. The site in REJOINDER_APART is made of the same articles as the one in REJOINDER_DIST.

import assert from "node:assert/strict";
import { after } from "node:test";
import { onlyServed, openSite, ready } from "./site.mjs";

/** Why there is nothing to see here without a host. */
const BECAUSE = "a large corpus comes in files of its own";

const whole = await openSite();
const apart = await openSite({ dist: process.env.REJOINDER_APART });
after(() => Promise.all([whole.close(), apart.close()]));

/** Queries of every kind, and one for a page that fetches what home does not. */
const QUERIES = [
  "", "?q=warrant", "?q=encr", "?q=waranted", "?q=%22law+enforcement%22", "?q=warrant+-phone", "?q=warrant&sort=relevance",
  "?sort=newest", "?side=neither", "?quotation=direct&q=court", "timeline.html?q=warrant", "answers.html", "articles.html",
];

/** What a page says, or whether it says what is expected; runs in it. */
const said = (expected) => {
  const parts = [...document.querySelectorAll("main :is([role=status], h2, .words, .words mark)")].map((part) => part.textContent.trim());
  return expected ? JSON.stringify(parts) === JSON.stringify(expected) : parts;
};

onlyServed("words that come later are the same words", BECAUSE, async () => {
  for (const address of QUERIES) {
    const [one, other] = await Promise.all([whole.openReady(address), apart.openReady(address)]);
    const expected = await one.page.evaluate(said);
    assert.ok(expected.length > 0, address);
    // They come when they come. Where they never do, the comparison tells what differs.
    await other.page.waitForFunction(said, expected, { timeout: 10_000 }).catch(() => {});
    assert.deepEqual(await other.page.evaluate(said), expected, address);
    assert.deepEqual([...one.problems, ...other.problems], [], address);
    await Promise.all([one.close(), other.close()]);
  }
});

onlyServed("home fetches the words that it shows and no others", BECAUSE, async () => {
  const before = apart.server.requests.length;
  const { page, problems, close } = await apart.openReady("");
  const fetched = () => apart.server.requests.slice(before).filter((path) => path.includes("/words/"));
  const listed = (await page.locator("#app").getAttribute("data-words")).split(" ");
  assert.equal(fetched().length, listed.length);
  await page.goto(new URL("all.html", apart.url).href);
  await ready(page);
  assert.ok(new Set(fetched()).size > listed.length, "the other page shows more");
  assert.deepEqual(problems, []);
  await close();
});

/** A site that sends broken words while `is.broken`, cut or changed. */
async function broken(t, breaks) {
  const is = { broken: false };
  const tamper = (path, bytes) => (is.broken && path.includes("/words/") ? breaks(bytes) : bytes);
  const site = await openSite({ dist: process.env.REJOINDER_APART, tamper });
  t.after(() => site.close());
  return { site, is };
}

for (const [what, breaks] of [
  ["cut short", (bytes) => bytes.subarray(0, bytes.length / 2)],
  ["changed", (bytes) => Buffer.from(bytes.map((byte, n) => (n === 100 ? byte ^ 1 : byte)))],
]) {
  onlyServed(`words that were ${what} are not shown, and come when they are asked for again`, BECAUSE, async (t) => {
    const { site, is } = await broken(t, breaks);
    const { page } = await site.openReady("");
    is.broken = true;
    await page.goto(new URL("?sort=newest", site.url).href);
    // The page was rendered with words that cannot be fetched: it stays as it was rendered.
    assert.ok((await page.locator("blockquote").count()) > 0);
    is.broken = false;
    await page.reload();
    await ready(page);
    is.broken = true;
    const search = page.getByRole("searchbox").first();
    await search.fill("warrant");
    const again = page.locator(".waiting button");
    await again.first().waitFor();
    assert.equal(await page.locator("#found .card").count(), 0, "nothing is listed as found");
    is.broken = false;
    await again.first().click();
    await page.locator("#found mark.hit").first().waitFor();
    assert.equal(await page.locator(".waiting").count(), 0);
  });
}

onlyServed("the words of a card can be asked for again, by keyboard", BECAUSE, async (t) => {
  const { site, is } = await broken(t, () => Buffer.from("nothing"));
  const { page } = await site.openReady("");
  is.broken = true;
  await page.getByRole("combobox", { name: "Order" }).selectOption("Newest first");
  await page.locator(".card .waiting button").first().waitFor();
  is.broken = false;
  await page.locator(".card .waiting button").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !document.querySelector(".waiting"));
  assert.ok((await page.locator(".card blockquote").count()) > 0);
});
