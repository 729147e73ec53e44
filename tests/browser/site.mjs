// The built site in a browser: what the tests share. A test opens pages through a Site, and what the page complained
// about or fetched from elsewhere is in the `problems` of what it gets.

import assert from "node:assert/strict";
import { test } from "node:test";
import { launch } from "./browser.mjs";
import { serve } from "./server.mjs";

/** Deep enough that an address which leaves the sub-path is noticed. */
const BASE = "/some/where/";

/**
 * Serves the site that REJOINDER_DIST names, or `dist`, under a sub-path, and starts a browser. Other options are the server's. Hand
 * it to `t.after` or `after` to close: `after(() => site.close())`.
 */
export async function openSite(options = {}) {
  const { dist = process.env.REJOINDER_DIST, ...others } = options;
  if (!dist) throw new Error("REJOINDER_DIST is not set: run the tests with `cargo xtask test`");
  const server = await serve(dist, { base: BASE, ...others });
  try {
    return new Site(server, await launch());
  } catch (error) {
    await server.close();
    throw error;
  }
}

export class Site {
  constructor(server, browser) {
    this.server = server;
    this.browser = browser;
    /** Address of the home page. */
    this.url = server.url;
  }

  async close() {
    await this.browser.close();
    await this.server.close();
  }

  /**
   * Opens a page (an address, or a path inside the site) in a context of its own. Options are those of Playwright's
   * `newContext`. Gives the page and its `problems`: errors of console and page, requests that leave the site.
   */
  async open(address = "", options = {}) {
    const context = await this.browser.newContext({ reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    const problems = [];
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(`error: ${message.text()}`);
    });
    page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
    page.on("request", (request) => {
      if (this.#isForeign(request.url())) problems.push(`foreign request: ${request.url()}`);
    });
    const response = await page.goto(new URL(address, this.url).href);
    return { page, problems, status: response?.status(), close: () => context.close() };
  }

  /** Opens a page as `open` does, and waits until the app runs in it. */
  async openReady(address, options) {
    const opened = await this.open(address, options);
    await ready(opened.page);
    return opened;
  }

  /**
   * Follows every link inside the site, from the home page on, without scripts. Gives for each address (without query
   * and fragment) its `status`, its `size` in bytes, whether it `isPage`, and the page that it was found on (`from`), in
   * the order in which they were found.
   */
  async crawl() {
    const found = new Map([[this.url, { from: null }]]);
    const context = await this.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    // A Map hands out what is added to it while it is gone through.
    for (const [address, entry] of found) {
      const response = await fetch(address);
      entry.status = response.status;
      entry.isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
      entry.size = (await response.arrayBuffer()).byteLength;
      if (!entry.isPage) continue;
      await page.goto(address);
      for (const link of await this.links(page)) if (!found.has(link)) found.set(link, { from: address });
    }
    await context.close();
    return found;
  }

  /** Addresses of all pages, among what a crawl found or in a crawl of its own. */
  async pages(found) {
    found ??= await this.crawl();
    return [...found].filter(([, { isPage, status }]) => isPage && status === 200).map(([address]) => address);
  }

  /**
   * The pages to look at closely: of each folder, whose pages are all made alike, the first, the largest and the smallest;
   * and every other page.
   */
  async sample(found) {
    found ??= await this.crawl();
    const folders = new Map();
    for (const address of await this.pages(found)) {
      const folder = this.path(address).replace(/[^/]*$/, "");
      folders.set(folder, [...(folders.get(folder) ?? []), address]);
    }
    const chosen = [...folders].flatMap(([folder, pages]) => {
      const bySize = [...pages].sort((a, b) => found.get(a).size - found.get(b).size);
      return folder === "" ? pages : [pages[0], bySize.at(-1), bySize[0]];
    });
    return [...new Set(chosen)];
  }

  /** Where the links of a page lead inside the site, without query and fragment, each once. */
  async links(page) {
    const addresses = await page.locator("a[href]").evaluateAll((links) => links.map((link) => link.href));
    const plain = addresses.map((address) => address.replace(/[?#].*/s, ""));
    // A link to the host but out of the sub-path is a mistake of ours, so it counts as inside and will not be there.
    return [...new Set(plain)].filter((address) => address.startsWith(new URL(this.url).origin + "/"));
  }

  /** The path of an address inside the site, for messages. */
  path(address) {
    return address.startsWith(this.url) ? address.slice(this.url.length) || "(home)" : address;
  }

  #isForeign(address) {
    return !address.startsWith(this.url) && !/^(data|blob):/.test(address);
  }
}

/** Waits until the app runs in a page. */
export async function ready(page) {
  await page.waitForFunction(() => document.documentElement.dataset.app === "ready");
}

/**
 * A way to tell journeys over a site: `journey(name, address, options, steps)` is a test that opens a page, hands it and its
 * keyboard to `steps`, and fails on anything that the page complained about.
 */
export function journeys(site, usual = {}) {
  return (name, address, options, steps) =>
    test(name, async () => {
      const { page, problems, close } = await site.openReady(address, { ...usual, ...options });
      await steps(page, page.keyboard);
      await close();
      assert.deepEqual(problems, []);
    });
}
