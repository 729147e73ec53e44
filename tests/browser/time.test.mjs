// Arguments over time and who speaks: a range chosen by mouse, finger and keys; speakers narrowed, sorted and compared.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import { journeys, onlyAsFolder, openSite } from "./site.mjs";

const site = await openSite();
after(() => site.close());

const WIDE = { viewport: { width: 1280, height: 900 } };
const NARROW = { viewport: { width: 360, height: 800 }, hasTouch: true };

const journey = journeys(site);

const search = (page) => site.place(page.url()).search;
const untilSearch = (page, wanted) => page.waitForFunction((wanted) => place().search === wanted, wanted);
const status = (page) => page.locator(".in-words [role=status]");
const rows = (page) => page.locator("table.timeline tbody th").allInnerTexts();
/** How many of the periods are outside of the range. */
const outside = (page) => page.locator(".chart g.outside").count();
/** Where a period's middle is on the screen, by the number of the period. */
async function middle(page, period) {
  const area = page.locator(".chart .area");
  await area.scrollIntoViewIfNeeded();
  const box = await area.boundingBox();
  const n = 1 + Number(await page.locator(".slider").first().getAttribute("max"));
  return [box.x + (box.width * (period + 0.5)) / n, box.y + box.height / 2];
}

/** Tabs until what has the focus fits a selector. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
  }
  assert.fail(`the keyboard does not reach ${selector}`);
}

journey("dragging over the plot chooses a range, and going back undoes all of the drag", "timeline.html", WIDE, async (page) => {
  const all = await rows(page);
  assert.equal(await outside(page), 0);
  const steps = await page.evaluate(() => history.length);
  await page.mouse.move(...(await middle(page, 1)));
  await page.mouse.down();
  for (const period of [2, 3, 4]) await page.mouse.move(...(await middle(page, period)), { steps: 3 });
  await page.waitForFunction(() => place().search.includes("to="));
  await page.mouse.up();
  const [, from, to] = search(page).match(/^\?from=(\d{4})&to=(\d{4})$/);
  assert.ok(from < to);
  await page.waitForFunction(() => document.querySelectorAll(".chart g.outside").length > 0);
  assert.ok((await rows(page)).every((year) => from <= year && year <= to), "the table follows");
  assert.match(await status(page).innerText(), new RegExp(`from ${from} to ${to}\\.$`));
  assert.equal(await page.evaluate(() => history.length), steps + 1);
  await page.goBack();
  await untilSearch(page, "");
  await page.waitForFunction(() => document.querySelectorAll(".chart g.outside").length === 0);
  assert.deepEqual(await rows(page), all);
});

journey("a click on the plot chooses one period, dragging backwards several", "timeline.html", WIDE, async (page) => {
  await page.mouse.click(...(await middle(page, 0)));
  await page.waitForFunction(() => /^\?from=(\d{4})&to=\1$/.test(place().search));
  assert.equal((await rows(page)).length, 1);
  await page.mouse.move(...(await middle(page, 3)));
  await page.mouse.down();
  await page.mouse.move(...(await middle(page, 0)), { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction(() => {
    const [, from, to] = place().search.match(/^\?from=(\d{4})&to=(\d{4})$/) ?? [];
    return from < to;
  });
});

journey("a drag that the browser takes for scrolling is undone, and the next one counts", "timeline.html", WIDE, async (page) => {
  const [x, y] = await middle(page, 1);
  const [further] = await middle(page, 3);
  const send = (type, clientX) =>
    page.locator(".chart .area").dispatchEvent(type, { clientX, clientY: y, button: 0, isPrimary: true, pointerId: 1, bubbles: true });
  await send("pointerdown", x);
  await send("pointermove", further);
  await page.waitForFunction(() => place().search.includes("from="));
  await send("pointercancel", further);
  await untilSearch(page, "");
  await page.waitForFunction(() => document.querySelectorAll(".chart g.outside").length === 0);
  await page.mouse.click(x, y);
  await page.waitForFunction(() => /^\?from=(\d{4})&to=\1$/.test(place().search));
});

journey("a finger chooses a period on a narrow screen", "timeline.html", NARROW, async (page) => {
  await page.touchscreen.tap(...(await middle(page, 0)));
  await page.waitForFunction(() => /^\?from=(\d{4})&to=\1$/.test(place().search));
  assert.equal((await rows(page)).length, 1);
});

journey("the keyboard alone steps a range, says where it is, and keeps the focus", "timeline.html", WIDE, async (page) => {
  const steps = await page.evaluate(() => history.length);
  await tabTo(page, ".slider");
  const slider = page.locator(".slider").first();
  const before = await slider.getAttribute("aria-valuetext");
  for (const times of [1, 2, 3]) {
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((times) => document.querySelector(".slider").value === String(times) && place().search !== "", times);
  }
  const said = await slider.getAttribute("aria-valuetext");
  assert.ok(said > before, `${said} is later than ${before}`);
  assert.equal(await page.locator("#from").inputValue(), said.slice(0, 4));
  assert.equal(await page.evaluate(() => document.activeElement.matches(".slider")), true);
  assert.equal(await page.evaluate(() => history.length), steps + 1, "stepping through is one step back");
  await page.goBack();
  await untilSearch(page, "");
  await page.waitForFunction(() => document.querySelector(".slider").value === "0");
  await tabTo(page, "form.stretch button");
  await page.keyboard.press("Enter");
  assert.equal(search(page), "");
});

journey("a typed range is taken, a wrong one says what would be right", "timeline.html?side=access", WIDE, async (page) => {
  await tabTo(page, "#from");
  await page.keyboard.type("2014-03");
  await tabTo(page, "#to");
  await page.keyboard.type("2016");
  await page.keyboard.press("Enter");
  await untilSearch(page, "?side=access&from=2014-03&to=2016");
  assert.match(await status(page).innerText(), /for access; from March 2014 to 2016\.$/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "to");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("soon");
  await page.keyboard.press("Enter");
  await page.locator("#to[aria-invalid]").waitFor();
  assert.match(await page.locator(".wrong").innerText(), /not a date.*2014-03-01/);
  assert.equal(await page.locator("#to").inputValue(), "soon");
  assert.equal(search(page), "?side=access&from=2014-03&to=2016");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("2013");
  await page.keyboard.press("Enter");
  await page.locator(".wrong", { hasText: "end before it begins" }).waitFor();
  await page.getByRole("button", { name: "Whole time" }).click();
  await untilSearch(page, "?side=access");
  await page.locator("#to:not([aria-invalid])").waitFor();
  assert.equal(await page.locator("#to").inputValue(), "");
});

journey("what is chosen on the timeline can be read, and is the same", "timeline.html?from=2015&to=2016", WIDE, async (page) => {
  await page.locator(".chart g.outside").first().waitFor({ state: "attached" });
  const total = (await status(page).innerText()).match(/^\d+/)[0];
  await page.getByRole("link", { name: "Read these arguments" }).click();
  await untilSearch(page, "?from=2015&to=2016");
  assert.match(await page.locator(".shown [role=status]").innerText(), new RegExp(`^${total} `));
});

const entries = (page) => page.locator(".speakers h3").allInnerTexts();
const count = (page) => page.locator("p.shown[role=status]");

journey("speakers are narrowed by name, side and kind, and sorted; the address keeps it", "speakers.html", WIDE, async (page) => {
  const all = await count(page).innerText();
  await page.locator("#name").fill("apple");
  await untilSearch(page, "?q=apple");
  await page.waitForFunction((all) => !document.querySelector("p.shown").innerText.startsWith(all), all);
  assert.ok((await entries(page)).includes("Apple"));
  await page.locator("#name").fill("");
  await page.locator("#side").selectOption({ label: "For access" });
  await untilSearch(page, "?side=access");
  await page.locator("#order").selectOption({ label: "By name" });
  await untilSearch(page, "?side=access&sort=speaker");
  const first = page.locator(".speakers").first().locator("h3");
  await page.waitForFunction(() => {
    const names = [...document.querySelector(".speakers").querySelectorAll("h3")].map((name) => name.innerText.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());
    return names.length > 2 && names.every((name, n) => n === 0 || names[n - 1] <= name);
  });
  assert.ok((await first.count()) > 2);
  for (const tags of await page.locator(".speakers .tally").allInnerTexts()) assert.match(tags, /For access/);
  await page.goBack();
  await untilSearch(page, "?side=access");
  await page.waitForFunction(() => document.querySelector("#order").selectedIndex === 0);
  assert.equal(await page.locator("#side").evaluate((select) => select.selectedOptions[0].text), "For access");
  await page.locator("#kind").selectOption({ label: "Group" });
  await untilSearch(page, "?side=access&who=group");
  await page.waitForFunction(() => !document.querySelector("#named") && document.querySelector("#groups"));
  await page.getByRole("link", { name: "Show all" }).click();
  await untilSearch(page, "");
});

journey("more speakers are shown on demand, and the keyboard goes on from the first of them", "speakers.html", WIDE, async (page) => {
  const before = await page.locator(".speakers").first().locator("li h3").count();
  const more = page.locator(".more").first();
  await more.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction((n) => document.querySelector(".speakers").querySelectorAll("h3").length > n, before);
  const at = () => [...document.querySelector(".speakers").querySelectorAll("h3 a")].indexOf(document.activeElement);
  await page.waitForFunction((n) => [...document.querySelector(".speakers").querySelectorAll("h3 a")].indexOf(document.activeElement) === n, before);
  assert.equal(await page.evaluate(at), before);
});

journey("two speakers are compared with the keyboard alone, one taken out and another added", "speakers.html", WIDE, async (page) => {
  const [one, two] = await entries(page);
  for (const n of [1, 2]) {
    await tabTo(page, `.speakers li:nth-child(${n}) input`);
    await page.keyboard.press("Space");
    await page.waitForFunction((n) => place().search.split("speaker=").length === n + 1, n);
    assert.equal(await page.evaluate(() => document.activeElement.checked), true, "the focus stays");
  }
  await tabTo(page, ".comparing a");
  assert.equal(await page.evaluate(() => document.activeElement.innerText), "Compare 2 speakers");
  await page.keyboard.press("Enter");
  await page.waitForURL(/compare\.html\?speaker=.*&speaker=/);
  const people = page.locator(".person h2");
  assert.deepEqual((await people.allInnerTexts()).sort(), [one, two].sort());
  assert.ok((await page.locator(".row").count()) > 0);
  assert.match(await page.locator(".row .stand").first().innerText(), /side/);
  const removed = await people.first().innerText();
  await tabTo(page, ".remove");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".person").length === 1);
  await tabTo(page, "#speaker");
  await page.keyboard.type("nobody of this name");
  await page.keyboard.press("Enter");
  await page.locator("#added", { hasText: "Nobody here is called" }).waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type(removed.toLowerCase());
  await page.keyboard.press("Escape"); // closes what the browser offers
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".person").length === 2);
  assert.equal(await page.evaluate(() => document.activeElement.id), "speaker");
  assert.equal(await page.locator("#added").innerText(), `${removed} is added.`);
});

onlyAsFolder("without JavaScript plot, table and speakers are there, and what needs a script is not offered", "without the app it has but one page", async () => {
  const { page, close } = await site.open("timeline.html", { ...WIDE, javaScriptEnabled: false });
  assert.ok((await page.locator(".chart rect.amount").count()) > 2);
  assert.ok((await rows(page)).length > 2);
  assert.equal(await page.locator("form.stretch").isVisible(), false);
  await site.goto(page, "speakers.html");
  assert.ok((await page.locator(".speakers h3").count()) > 2);
  assert.equal(await page.locator(".controls, .tick").first().isVisible(), false);
  await close();
});
