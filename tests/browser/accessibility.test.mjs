// axe finds nothing to object to on any kind of page, in light and in dark, wide and narrow.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, test } from "node:test";
import { openSite } from "./site.mjs";

/** WCAG 2.2 AA with all that it includes. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const site = await openSite();
after(() => site.close());

/** What pages look like when they are used; their sides and speakers are those of the seeds. */
const STATES = [
  "?side=neither",
  "?side=encryption&q=hackers",
  "?q=zzz",
  "?theme=none-of-this-name",
  "?sort=newest&group=theme&not-theme=law&from=2014&to=2016&sure=150",
  "all.html?theme=terrorism",
  "timeline.html?from=2014&to=2016",
  "speakers.html?q=fbi&side=access&sort=speaker",
  "compare.html?speaker=apple&speaker=federal-bureau-of-investigation",
];

const WIDTHS = { wide: { width: 1280, height: 900 }, narrow: { width: 320, height: 640 } };

// All arguments on one page are the cards of home, hundreds of them, for which axe takes a minute a look: some are enough.
const sample = (await site.sample()).filter((address) => site.path(address) !== "all.html");
const addresses = [...sample, ...STATES.map((state) => site.href(state))];
const looks = Object.keys(WIDTHS).flatMap((width) => ["light", "dark"].map((colorScheme) => ({ width, colorScheme })));

for (const address of addresses) {
  for (const { width, colorScheme } of looks) {
    test(`${site.path(address)} is accessible in ${colorScheme}, ${width}`, async () => {
      const { page, close } = await site.openReady(address, { colorScheme, viewport: WIDTHS[width] });
      await page.locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
      // axe measures what is far from the screen, too, which is laid out only when somebody comes near.
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(".cards > li { content-visibility: visible }");
        document.adoptedStyleSheets = [sheet];
      });
      await page.evaluate(axe);
      const { violations, passes } = await page.evaluate(
        (values) => globalThis.axe.run({ runOnly: { type: "tag", values } }),
        TAGS,
      );
      await close();
      assert.ok(passes.length > 0, "axe checked nothing");
      assert.deepEqual(
        violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(({ target, any }) => [target, any[0]?.message]) })),
        [],
      );
    });
  }
}
