// A statement at its publisher's: its address leads a browser to where its words begin, on a page that has the article's text.
// `cargo xtask test` wrote the addresses, as if every article of these folders of seeds had been published.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { launch } from "./browser.mjs";
import { IN_ONE_FILE, WITHOUT_HOST } from "./site.mjs";

const browser = await launch();
after(() => browser.close());

const folder = process.env.REJOINDER_EXPORTS;
if (!folder) throw new Error("REJOINDER_EXPORTS is not set: run the tests with `cargo xtask test`");

const exported = async (name) => JSON.parse(await readFile(`${folder}/${name}.json`, "utf8"));

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/**
 * An article as a page: a column of one word a line, so that how far it is scrolled tells the word to which a browser went, and
 * more than a screen above and below, so that it can go to each.
 */
const published = ({ title, paragraphs }) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(title ?? "")}</title>
<style>body { width: 0; margin: 200vh 0; font: 16px/${LINE}px serif }</style>
<h1>${escaped(title ?? "")}</h1>${paragraphs.map(({ text }) => `<p>${escaped(text)}</p>`).join("")}`;

/** The height of a line, in pixels. */
const LINE = 20;

/** Lines by which the browser may be off, for marks before the words that are lines of their own. */
const OFF = 1.5;

/** How many lines there are from the middle of the screen, where a browser sets the beginning of what it was led to, to some words. */
const linesOff = (page, paragraph, start) =>
  page.evaluate(([paragraph, start, line]) => {
    const text = document.querySelectorAll("p")[paragraph].firstChild;
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, start + 1);
    return (range.getBoundingClientRect().top + line / 2 - innerHeight / 2) / line;
  }, [paragraph, start, LINE]);

/** An offset in an article's file as a paragraph and an offset in it, as scripts count. */
function placed(paragraphs, at) {
  const n = paragraphs.findIndex(({ start, end }) => start <= at && at < end);
  return [n, [...paragraphs[n].text].slice(0, at - paragraphs[n].start).join("").length];
}

for (const name of ["hostile", "lights", "seeds"]) {
  const skip = (IN_ONE_FILE || WITHOUT_HOST) && "it is not of the site, and was tried with it";
  test(`${name}: the address of every statement at its publisher's leads to its words`, { skip }, async () => {
    const [{ statements, articles }, addresses] = await Promise.all([exported(name), exported(`${name}.addresses`)]);
    const page = await browser.newPage({ viewport: { width: 400, height: 300 } });
    let served;
    await page.route("**/*", (route) => route.fulfill({ contentType: "text/html", body: served }));
    let led = 0;
    const lost = [];
    for (const { id, article, spans } of statements) {
      const { title, paragraphs } = articles.find((each) => each.id === article.id);
      served = published({ title, paragraphs });
      const [url, directives] = addresses[id].split(":~:");
      const each = directives.split("&");
      assert.equal(each.length, spans.length, id);
      for (const [n, { start, text }] of spans.entries()) {
        // A browser goes to the first of the parts: each is that once. An article is loaded once; then the fragment alone is another.
        const address = `${url}:~:${[...each.slice(n), ...each.slice(0, n)].join("&")}`;
        await page.evaluate(() => scrollTo(0, 0));
        await page.goto(address);
        await page.waitForFunction(() => scrollY > 0, null, { timeout: 2000 }).catch(() => {});
        led += 1;
        const off = await linesOff(page, ...placed(paragraphs, start));
        if (Math.abs(off) > OFF) lost.push(`${address} is ${off} lines away from ${text}`);
      }
    }
    await page.close();
    assert.ok(led > 0);
    assert.deepEqual(lost, []);
  });
}
