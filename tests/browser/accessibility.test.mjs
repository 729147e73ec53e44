// axe finds nothing to object to on any kind of page, in light and in dark.

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

/** What the home page looks like when it is used. */
const STATES = ["?side=neither", "?side=encryption&q=hackers", "?q=zzz", "?theme=none-of-this-name"];

const addresses = [...(await site.sample()), ...STATES.map((state) => site.url + state)];

for (const address of addresses) {
  for (const colorScheme of ["light", "dark"]) {
    test(`${site.path(address)} is accessible in ${colorScheme}`, async () => {
      const { page, close } = await site.openReady(address, { colorScheme });
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
