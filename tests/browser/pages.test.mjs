// Every page of the site is there; every kind of page runs without complaint, stays at home, fits a narrow screen.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openSite } from "./site.mjs";

const site = await openSite();
after(() => site.close());
const found = await site.crawl();
const pages = await site.pages(found);
const kinds = await site.sample(found);

test("every link inside the site leads somewhere", () => {
  assert.ok(pages.length > 1, "the home page links to no other page");
  const broken = [...found].filter(([, { status }]) => status !== 200);
  assert.deepEqual(broken.map(([address, { status, from }]) => `${from}: ${address} answers ${status}`), []);
});

/** What reaches over the right edge of the page; nothing where no sideways scrolling is needed. */
function overflow(page) {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const reaching = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth,
    );
    return [`${scrollWidth} pixels`, ...reaching.slice(0, 5).map((element) => element.outerHTML.slice(0, 120))];
  });
}

for (const address of kinds) {
  for (const width of [320, 1280]) {
    test(`${site.path(address)} holds words of any length at ${width} pixels`, async () => {
      const { page, close } = await site.openReady(address, { viewport: { width, height: 640 } });
      await page.evaluate(() => {
        for (const element of document.querySelectorAll("h1, h2, h3 a, .span, .role, .name, .themes a, .margin a, .text, .imprint"))
          element.textContent = "Unzerbrechlichkeitsversprechen".repeat(6);
      });
      const wide = await overflow(page);
      await close();
      assert.deepEqual(wide, []);
    });
  }


  test(`${site.path(address)} runs without errors, foreign requests or new dead links`, async () => {
    const { page, problems, close } = await site.openReady(address);
    const unknown = (await site.links(page)).filter((link) => !found.has(link));
    const dead = [];
    for (const link of unknown) {
      const status = await site.status(link);
      if (status !== 200) dead.push(`${link} answers ${status}`);
    }
    await close();
    assert.deepEqual(problems, []);
    assert.deepEqual(dead, []);
  });

  test(`${site.path(address)} needs no sideways scrolling at 320 pixels`, async () => {
    const { page, close } = await site.openReady(address, { viewport: { width: 320, height: 640 } });
    const wide = await overflow(page);
    await close();
    assert.deepEqual(wide, []);
  });
}
