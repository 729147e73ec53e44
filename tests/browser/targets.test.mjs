// Every page can be touched, zoomed and shown in the system's own colours: targets of 24 pixels, no sideways scrolling at
// 320 pixels or at 200 %, nothing that only a colour of ours would show, nothing that moves where motion is unwanted.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { openSite } from "./site.mjs";

/** Target size, WCAG 2.2, 2.5.8. */
const SIZE = 24;

const site = await openSite();
after(() => site.close());

/** What stands in frames, what the home page looks like when it is used, and a collection that somebody shares. */
const STATES = ["embed.html?q=police", "?side=neither", "?side=encryption&type=direct&q=hackers", "?q=zzz", "collection.html#item=gone.0badcafe&note=x"];

const addresses = [...(await site.sample()), ...STATES.map((state) => site.href(state))];

/** Opens a page with all that can be unfolded unfolded, and a card of it collected if it has one. */
async function unfolded(address, options) {
  const opened = await site.openReady(address, options);
  await opened.page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    document.querySelector(".unfold[aria-expanded=false]")?.click();
    document.querySelector(".collect")?.click();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(".cards > li { content-visibility: visible }");
    document.adoptedStyleSheets = [sheet];
  });
  return opened;
}

/** The targets on a page that are too small, each kind of them once. A link inside a sentence is as high as its line. */
function tooSmall(page) {
  return page.evaluate((size) => {
    const isInSentence = (element) => {
      if (getComputedStyle(element).display !== "inline") return false;
      let around = element.parentElement;
      while (getComputedStyle(around).display === "inline") around = around.parentElement;
      return around.innerText.trim() !== element.innerText.trim();
    };
    const found = new Map();
    for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
      const target = element.matches("input") ? (element.closest("label") ?? element) : element;
      const { width, height } = target.getBoundingClientRect();
      if (width === 0 || !element.checkVisibility({ visibilityProperty: true }) || isInSentence(target)) continue;
      // Half a pixel is rounding.
      if (Math.min(width, height) + 0.5 < size) {
        const path = [target.parentElement?.parentElement, target.parentElement, target];
        const kind = path.map((part) => part && `${part.localName}.${part.className}`).join(" > ");
        found.set(kind, `${kind} “${target.innerText.slice(0, 30)}”: ${width.toFixed(1)} × ${height.toFixed(1)}`);
      }
    }
    return [...found.values()];
  }, SIZE);
}

/** What reaches over the right edge of the page, and what is cut off inside it. */
function cutOff(page) {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`${scrollWidth} pixels in ${clientWidth}`] : [];
    const controls = [...document.querySelectorAll("button, .choice, summary, h1, h2, h3, .masthead a")];
    const cut = controls.filter((it) => it.checkVisibility() && it.clientWidth > 0 && it.scrollWidth > it.clientWidth + 1 && !it.matches(".unseen"));
    return [...wide, ...cut.slice(0, 5).map((it) => `cut: ${it.outerHTML.slice(0, 120)}`)];
  });
}

for (const address of addresses) {
  const name = site.path(address);
  for (const width of [320, 1280]) {
    test(`${name} has targets that can be hit at ${width} pixels`, async () => {
      const { page, close } = await unfolded(address, { viewport: { width, height: 640 } });
      const small = await tooSmall(page);
      const cut = await cutOff(page);
      await close();
      assert.deepEqual(small, []);
      assert.deepEqual(cut, []);
    });
  }

  test(`${name} is whole at 200 %`, async () => {
    const { page, close } = await unfolded(address, { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 });
    const cut = await cutOff(page);
    await close();
    assert.deepEqual(cut, []);
  });
}

test("in the system’s colours a pressed button, a chosen box and a side are told apart", async () => {
  const { page, close } = await site.openReady("", { viewport: { width: 1280, height: 900 }, forcedColors: "active" });
  await page.locator(".collect").first().click();
  await page.locator('.collect[aria-pressed="true"]').waitFor();
  const sign = (pressed) =>
    page.locator(`.collect[aria-pressed="${pressed}"]`).first().evaluate((button) => getComputedStyle(button, "::before").content);
  assert.notEqual(await sign(true), await sign(false));
  const edges = await page.locator(".column").evaluateAll((columns) =>
    columns.map((column) => getComputedStyle(column.querySelector(".card")).borderInlineStartStyle),
  );
  assert.equal(new Set(edges).size, edges.length);
  await page.keyboard.press("j");
  const outline = await page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
    return [outlineStyle, Number.parseFloat(outlineWidth) >= 2];
  });
  assert.deepEqual(outline, ["solid", true]);
  await close();
});

test("nothing moves where motion is unwanted", async () => {
  for (const address of ["", "collection.html", "timeline.html"]) {
    const { page, close } = await site.openReady(address, { reducedMotion: "reduce" });
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")]
        .filter((element) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
          return Number.parseFloat(transitionDuration) > 0 || animationName !== "none" || scrollBehavior === "smooth";
        })
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    await close();
    assert.deepEqual(moving, []);
  }
});
