// What Lighthouse (https://developer.chrome.com/docs/lighthouse) says of the built site, over a host that compresses, as real ones
// do: the scores that it gives, out of 100, and how soon a page is there. Prints medians; judges nothing.

import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";
import { FLAGS } from "../browser/browser.mjs";
import { serve } from "../browser/server.mjs";

/** How often each page is looked at: machines are busy, and scores differ by some points. */
const ROUNDS = 3;

/** The pages that are looked at, in the site. */
const PAGES = ["", "articles.html", "about.html"];

const DEVICES = { phone: undefined, desktop: desktopConfig };
const TIMES = { "first-contentful-paint": "paint", "largest-contentful-paint": "largest", "total-blocking-time": "blocked" };

const server = await serve(process.env.REJOINDER_DIST, { compresses: true });
const browser = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: FLAGS });

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const complaints = new Set();
try {
  const categories = ["performance", "accessibility", "best-practices", "seo"];
  console.log(`${"".padEnd(26)}${[...categories, ...Object.values(TIMES).map((name) => `${name}, ms`)].map((name) => name.padStart(16)).join("")}`);
  for (const page of PAGES) {
    for (const [device, config] of Object.entries(DEVICES)) {
      const rounds = [];
      for (let round = 0; round < ROUNDS; round++) {
        const { lhr } = await lighthouse(server.url + page, { port: browser.port, onlyCategories: categories, logLevel: "error" }, config);
        if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
        rounds.push([
          ...categories.map((name) => 100 * lhr.categories[name].score),
          ...Object.keys(TIMES).map((name) => lhr.audits[name].numericValue),
        ]);
        for (const name of categories) {
          for (const { id, weight } of lhr.categories[name].auditRefs) {
            const { score, title } = lhr.audits[id];
            if (weight > 0 && score !== null && score < 1 && name !== "performance") complaints.add(`${page || "home"}, ${device}: ${title}`);
          }
        }
      }
      const medians = rounds[0].map((_, n) => Math.round(median(rounds.map((round) => round[n]))));
      console.log(`${`${page || "home"}, ${device}`.padEnd(26)}${medians.map((value) => String(value).padStart(16)).join("")}`);
    }
  }
  for (const complaint of complaints) console.log(complaint);
} finally {
  browser.kill();
  await server.close();
}
