// The site in one file, opened from disk by Firefox: it runs, its routes work, nothing is asked of anybody, and what was cut on its way
// says so. That everything else works there is for the tests in ../browser to show, in Chromium.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const folder = await mkdtemp(join(tmpdir(), "rejoinder-firefox-"));
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.env.FIREFOX,
  extraPrefsFirefox: { "browser.download.dir": folder, "browser.download.folderList": 2, "browser.download.useDownloadDir": true },
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

const whole = await readFile(`${process.env.REJOINDER_DIST}/one-file.html`);

/** Opens the file as it is or as somebody made it, and gives the page and what it complained of or asked for. */
async function open(bytes, fragment = "") {
  const file = join(folder, "site.html");
  await writeFile(file, bytes);
  const page = await browser.newPage();
  const problems = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("request", (request) => /^https?:/.test(request.url()) && problems.push(request.url()));
  await page.goto(pathToFileURL(file).href + fragment);
  return { page, problems };
}

/** What a browser writes to a file: it gives it its name when it is there, and some begin with an empty one. */
async function written(file) {
  for (;;) {
    const text = await readFile(file, "utf8").catch(() => "");
    if (text !== "") return text;
    await new Promise((done) => setTimeout(done, 20));
  }
}

const runs = (page) => page.waitForFunction(() => document.documentElement.dataset.app === "ready");
const heading = (page, text) => page.waitForFunction((text) => document.querySelector("h1")?.textContent.includes(text), {}, text);

test("it runs, and every route is there", async () => {
  const { page, problems } = await open(whole);
  await runs(page);
  assert.ok((await page.$$(".card")).length > 10);
  await (await page.$(".card a[href*='article/']")).click();
  await page.waitForFunction(() => /^#article\//.test(location.hash) && !document.querySelector(".card"));
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => document.querySelector(".card"));
  for (const [fragment, text] of [["#themes.html", "Themes"], ["#speakers.html", "Speakers"], ["#no/such/page.html", "no such page"]]) {
    await page.evaluate((fragment) => (location.hash = fragment), fragment);
    await heading(page, text);
  }
  await page.close();
  assert.deepEqual(problems, []);
});

test("an address with a query shows what it selects", async () => {
  const { page, problems } = await open(whole, "#./?q=warrant&side=access");
  await runs(page);
  await page.waitForFunction(() => document.querySelector(".card mark"));
  assert.ok(await page.$$eval(".card", (cards) => cards.every((card) => /warrant/i.test(card.textContent))));
  await page.close();
  assert.deepEqual(problems, []);
});

test("a file can be taken away", async () => {
  const { page, problems } = await open(whole, "#./?q=warrant");
  await runs(page);
  await (await page.$(".takeaway summary")).click();
  await page.select(".takeaway select", await page.$$eval(".takeaway option", (options) => options.find((option) => option.textContent.startsWith("JSON,")).value));
  await (await page.$(".takeaway button")).click();
  await page.waitForFunction(() => document.querySelector(".takeaway [role=status]").textContent.includes("saves it"));
  const { statements } = JSON.parse(await written(join(folder, "Encryption and lawful access.json")));
  assert.ok(statements.length > 0 && statements.every(({ text }) => typeof text === "string"));
  await page.close();
  assert.deepEqual(problems, []);
});

test("what was cut says so, and what is there can be read", async () => {
  const { page } = await open(whole.subarray(0, whole.length / 2));
  await page.waitForFunction(() => document.querySelector("#damaged")?.textContent.includes("damaged"));
  assert.ok((await page.$$(".card")).length > 10);
  await page.close();
});
