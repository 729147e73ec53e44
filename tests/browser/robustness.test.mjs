// Whatever stands in an address, and however long names are: the page says what it does not know, shows the rest, and holds.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openSite } from "./site.mjs";

const site = await openSite();
after(() => site.close());

const WIDE = { viewport: { width: 1280, height: 900 } };

/** The pages that are not one of many. */
const MAIN = ["", "answers.html", "themes.html", "timeline.html", "speakers.html", "articles.html", "collection.html", "compare.html", "about.html"];

/** A page of each kind of which there are many. */
async function oneOfEach() {
  const { page, close } = await site.openReady("articles.html", WIDE);
  const first = async (address, selector) => {
    await site.goto(page, address);
    return page.locator(selector).first().evaluate((link) => link.href);
  };
  const pages = [await first("articles.html", "a[href*='article/']"), await first("speakers.html", "a[href*='speaker/']")];
  await close();
  return pages.map((address) => site.path(address));
}

const addresses = [...MAIN, ...(await oneOfEach())];

/** A test of one page, which must not complain. */
function steps(name, address, options, walk) {
  test(name, async () => {
    const { page, problems, close } = await site.openReady(address, options);
    await walk(page);
    await close();
    assert.deepEqual(problems, []);
  });
}

const cardCount = (page) => page.locator(".card").count();

for (const [what, search, said] of [
  ["a facet", "?colour=green", "colour=green"],
  ["a value", "?theme=none-of-this-name", "theme=none-of-this-name"],
  ["an id", "?speaker=nobody-at-all", "speaker=nobody-at-all"],
  ["a date", "?from=2017-99", "from=2017-99"],
  ["an order", "?sort=loudest", "sort=loudest"],
]) {
  steps(`${what} that is not there is named, and the rest is shown`, "", WIDE, async (page) => {
    const all = await cardCount(page);
    await site.goto(page, search);
    await page.locator(".unknown").filter({ hasText: said }).waitFor();
    assert.equal(await cardCount(page), all);
  });
}

/** Another address below the base, as going back or forward would show it. */
const goInside = (page, address) =>
  page.evaluate((address) => {
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate"));
  }, site.href(address));

for (const path of ["article/none.html", "speaker/none.html", "theme/none.html", "none.html", "a/b/c", "%00"]) {
  steps(`${path} says that it is not there, and leads on`, "about.html", WIDE, async (page) => {
    await goInside(page, path);
    await page.getByRole("heading", { name: "There is no such page" }).waitFor();
    await page.getByRole("link", { name: "See all arguments" }).click();
    await page.locator(".card").first().waitFor();
  });
}

// Some browsers, and the servers of some hosts, refuse addresses of this length: that is theirs. The app must not.
const pair = (n) => `facet-${n}=value-${n}`;
const LONG = {
  "a search of 100 KB": () => `?q=${"encryption+".repeat(9_500)}`,
  "a word of 100 KB": () => `?q=${"x".repeat(100_000)}`,
  "5,000 unknown pairs": () => `?${Array.from({ length: 5_000 }, (_, n) => pair(n)).join("&")}`,
  "5,000 known pairs": () => `?${Array.from({ length: 2_500 }, () => "side=access&side=encryption").join("&")}`,
  "a fragment of 100 KB": () => `#${"x".repeat(100_000)}`,
  "broken encoding, 100 KB of it": () => `?q=${"%E0%80".repeat(16_000)}`,
};

for (const [what, search] of Object.entries(LONG)) {
  steps(`an address with ${what} is answered`, "", WIDE, async (page) => {
    const all = await cardCount(page);
    // Inside the app: the server of the tests takes no request of this length, and many do not.
    await goInside(page, `./${search()}`);
    await page.waitForFunction((length) => location.href.length > length, 40_000);
    await page.getByRole("status").first().waitFor();
    const clear = page.getByRole("link", { name: "Clear all filters" });
    if (!search().startsWith("#")) await clear.click();
    await page.waitForFunction((all) => document.querySelectorAll(".card").length === all, all);
    // It still listens.
    await page.getByRole("searchbox", { name: "Search", exact: true }).fill("hacker");
    await page.waitForFunction(() => document.querySelectorAll("mark.hit").length > 0);
  });
}

/** What sticks out of the page at the end of its lines. */
const overflow = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll("body *")].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > clientWidth + 1 || left < -1;
    });
    return [`${scrollWidth} > ${clientWidth}`, ...out.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
  });

steps("what an address asks for in one long word fits on a narrow screen", `?colour=${"x".repeat(200)}&q=${"y".repeat(200)}`, { viewport: { width: 320, height: 640 } }, async (page) => {
  await page.locator(".unknown").waitFor();
  await page.locator(".chosen a").first().waitFor();
  assert.deepEqual(await overflow(page), []);
});

for (const address of addresses) {
  steps(`names of 200 letters fit on a narrow screen: ${address || "(home)"}`, address, { viewport: { width: 320, height: 640 } }, async (page) => {
    await page.evaluate(() => {
      const long = "Wolkenkuckucksheim".repeat(12).slice(0, 200);
      const texts = document.createTreeWalker(document.querySelector("#app"), NodeFilter.SHOW_TEXT);
      const all = [];
      while (texts.nextNode()) if (texts.currentNode.data.trim().length > 1) all.push(texts.currentNode);
      // A word of the interface is never that long: only what the corpus names.
      const named = "a, h1, h2, h3, dt, dd, .role, .side-tag, .name, .imprint, .words, blockquote, tbody th, td";
      for (const text of all) if (text.parentElement.closest(named) && !text.parentElement.closest("nav")) text.data = long;
    });
    assert.deepEqual(await overflow(page), []);
  });

  for (const width of [1280, 360]) {
    steps(`from right to left at ${width} pixels: ${address || "(home)"}`, address, { viewport: { width, height: 800 } }, async (page) => {
      await page.evaluate(() => (document.documentElement.dir = "rtl"));
      assert.deepEqual(await overflow(page), []);
      const mirrored = await page.evaluate(() => {
        const { left, right } = document.querySelector("#app").getBoundingClientRect();
        const heading = document.querySelector("h1");
        const range = document.createRange();
        range.selectNodeContents(heading);
        const words = range.getBoundingClientRect();
        return right - words.right < words.left - left || words.width > (right - left) * 0.8;
      });
      assert.ok(mirrored, "the heading begins at the right");
    });
  }
}
