// Interaction to next paint: how long it takes from what a reader does until the page shows the answer, by the browser's own
// account (Event Timing, https://www.w3.org/TR/event-timing/). Prints milliseconds; judges nothing.

import { openSite, ready } from "./site.mjs";

/** How often each interaction is tried. */
const ROUNDS = 8;

/** How much slower than this machine the page is to run: not at all, and as Lighthouse takes a phone to be. */
const SLOWER = [1, 4];

const site = await openSite();
const { page, problems, close } = await site.openReady("", { viewport: { width: 1280, height: 900 } });

await page.addInitScript(() => {
  globalThis.interactions = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.interactionId) globalThis.interactions.push([entry.interactionId, entry.duration]);
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
});

/** Runs the page until it has nothing left to paint. */
const settle = (slower) =>
  page.evaluate((rest) => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, rest)))), 50 * slower);

const box = (label) => page.locator(".positions .choice", { hasText: label }).locator("input");
const search = page.locator("#search");
const sides = await page.locator(".positions .side-tag").allInnerTexts();
const interactions = {
  "choose a side": () => box(sides[0]).click(),
  "take it back": () => box(sides[0]).click(),
  "tick a theme": () => page.locator(".facet input[type=checkbox]").nth(1).click(),
  "leave a theme out": () => page.locator(".facet .leave-out").nth(2).click(),
  "clear the filters": () => page.locator(".clear").click(),
  "type a letter": () => search.press("e"),
  "type another": () => search.press("n"),
  "delete a letter": () => search.press("Backspace"),
  "delete the other": () => search.press("Backspace"),
  "show more": () => page.locator(".more").first().click(),
  "open the evidence": () => page.locator(".why summary").first().click(),
  "close it": () => page.locator(".why summary").first().click(),
  "search among speakers": () => page.locator(".seek").first().press("a"),
  "delete that": () => page.locator(".seek").first().press("Backspace"),
};

const at = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const row = (name, ...columns) => console.log(`${name.padEnd(24)}${columns.map((column) => String(column).padStart(8)).join("")}`);
const speed = await page.context().newCDPSession(page);

for (const slower of SLOWER) {
  await speed.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const taken = new Map(Object.keys(interactions).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    // Each round is a visit of its own: lists are as long as a reader finds them.
    await page.reload();
    await ready(page);
    for (const [name, act] of Object.entries(interactions)) {
      await page.evaluate(() => (globalThis.interactions.length = 0));
      await act();
      await settle(slower);
      const durations = await page.evaluate(() => globalThis.interactions.map(([, duration]) => duration));
      // Events shorter than the threshold are not told; the threshold stands for them.
      taken.get(name).push(Math.max(16, ...durations));
    }
  }
  const found = await page.locator(".shown [role=status]").innerText();
  console.log(`\ninteraction to next paint, milliseconds, over ${found}${slower > 1 ? `\n${slower} times slower, as on a phone` : ""}\n`);
  row("", "median", "95 %");
  for (const [name, values] of taken) row(name, at(values, 0.5), at(values, 0.95));
  const all = [...taken.values()].flat();
  row("all", at(all, 0.5), at(all, 0.95));
}
await close();
await site.close();
if (problems.length > 0) throw new Error(problems.join("\n"));
