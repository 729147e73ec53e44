// The built site in a browser: what the tests share. A test opens pages through a Site, and what the page complained
// about or fetched from elsewhere is in the `problems` of what it gets.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
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
  if (IN_ONE_FILE) return new OneFile(pathToFileURL(`${dist}/one-file.html`).href, await launch());
  const server = await serve(dist, { base: BASE, ...others });
  try {
    const browser = await launch();
    return WITHOUT_HOST && !others.tamper ? await Offline.of(dist, server, browser) : new Site(server, browser);
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Whether the tests are to open the site in one file from disk, without a server. */
export const IN_ONE_FILE = Boolean(process.env.REJOINDER_ONE_FILE);

/** Whether the tests are to open the site after its server is gone, as the browser has kept it. */
export const WITHOUT_HOST = Boolean(process.env.REJOINDER_WITHOUT_HOST);

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
    const context = await this.context({ reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    const problems = [];
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(`error: ${message.text()}`);
    });
    page.on("pageerror", (error) => problems.push(`uncaught: ${error.message}`));
    page.on("request", (request) => {
      if (this.#isForeign(request.url())) problems.push(`foreign request: ${request.url()}`);
    });
    const response = await page.goto(this.href(address));
    return { page, problems, status: response?.status(), close: () => context.close() };
  }

  /**
   * A context of its own, in whose pages `place()` is where the reader is, with `pathname`, `search` and `hash`. Its browser allows no
   * service workers: a test that is of them says so.
   */
  async context(options) {
    const context = await this.browser.newContext({ serviceWorkers: "block", ...options });
    await context.addInitScript(() => (globalThis.place = () => location));
    return context;
  }

  /** Where an address leads, with `pathname`, `search` and `hash`. */
  place(address) {
    return new URL(address);
  }

  /** The whole address of a page. */
  href(address) {
    return new URL(address, this.url).href;
  }

  /** What an address says below the base: path, query and fragment. */
  below(address) {
    return address.slice(this.url.length);
  }

  /** What addresses of this site begin with in a file that was taken away. */
  get elsewhere() {
    return this.url;
  }

  /** Loads another page, or the same page with another query or fragment, in the same tab. */
  async goto(page, address) {
    await page.goto(this.href(address));
  }

  /** What a host answers for an address. */
  async status(address) {
    return (await fetch(address)).status;
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

/** A site without a host: what is there is what the app shows. A kind of these says how a page is led to another (`visit`). */
class Hostless extends Site {
  async status(address) {
    const { page, close } = await this.openReady(address);
    const status = await this.#status(page);
    await close();
    return status;
  }

  /** The same in one page that runs the app. */
  async crawl() {
    const found = new Map([[this.url, { from: null }]]);
    const { page, close } = await this.openReady("");
    for (const [address, entry] of found) {
      await this.visit(page, address);
      const size = await page.evaluate(() => document.querySelector("#app").innerHTML.length);
      Object.assign(entry, { status: await this.#status(page), isPage: true, size });
      for (const link of await this.links(page)) if (!found.has(link)) found.set(link, { from: address });
    }
    await close();
    return found;
  }

  /** What a host would answer for the page that the app shows. */
  async #status(page) {
    return (await page.locator("h1").innerText()) === "There is no such page" ? 404 : 200;
  }
}

/**
 * The site in one file, opened from disk: its pages are fragments, and it requests nothing but itself. An address below the base
 * means the same as of the site in a folder.
 */
class OneFile extends Hostless {
  constructor(url, browser) {
    super({ url, close: async () => {}, requests: [] }, browser);
  }

  async context(options) {
    const context = await this.browser.newContext(options);
    await context.addInitScript(() => (globalThis.place = () => new URL(location.hash.slice(1), "https://site.invalid/")));
    return context;
  }

  place(address) {
    return new URL(this.below(address), "https://site.invalid/");
  }

  href(address) {
    if (/^[a-z]+:/.test(address)) return address;
    return address === "" ? this.url : `${this.url}#${/^[?#]/.test(address) ? "./" : ""}${address}`;
  }

  below(address) {
    return new URL(address).hash.slice(1);
  }

  get elsewhere() {
    return "article/"; // its pages have no addresses of their own: relative to wherever the site is
  }

  async goto(page, address) {
    await page.goto(this.href(address));
    await page.reload(); // to the browser it was a place on the same page
  }

  async visit(page, address) {
    await page.goto(address);
  }

  async links(page) {
    const links = page.locator("a[href^='#']:not(.skip)");
    const addresses = await links.evaluateAll((links) => links.map((link) => link.getAttribute("href").slice(1)));
    return [...new Set(addresses.map((address) => this.href(address.replace(/[?#].*/s, "").replace(/^\.\/$/, ""))))];
  }

  path(address) {
    return this.below(address) || "(home)";
  }
}

/**
 * The site without its server, from what a browser has kept: a reader was there once, and then the server was gone. Pages of which
 * there are many are made by the app.
 */
class Offline extends Hostless {
  static async of(dist, server, browser) {
    await server.close();
    return new Offline(dist, server, browser);
  }

  constructor(dist, server, browser) {
    super({ url: server.url, close: async () => {}, requests: server.requests }, browser);
    this.dist = dist;
  }

  async context({ javaScriptEnabled = true, ...options } = {}) {
    const context = await super.context({ ...options, serviceWorkers: "allow" });
    const server = await serve(this.dist, { base: BASE, port: new URL(this.url).port });
    const before = await context.newPage();
    await before.goto(this.url);
    await before.evaluate(() => navigator.serviceWorker.ready.then(() => {}));
    await before.close();
    await server.close();
    if (!javaScriptEnabled) {
      // Of a context without scripts there would be nothing kept.
      const newPage = context.newPage.bind(context);
      context.newPage = async () => {
        const page = await newPage();
        await (await context.newCDPSession(page)).send("Emulation.setScriptExecutionDisabled", { value: true });
        return page;
      };
    }
    return context;
  }

  async visit(page, address) {
    await page.goto(address);
    await ready(page);
  }

  async links(page) {
    return (await super.links(page)).filter((address) => /(\/|\.html)$/.test(address) && !address.endsWith("one-file.html"));
  }
}

/** A test of what one file has not: another file, a page that can be read without the app. It is skipped there, and why is said. */
export function onlyAsFolder(name, because, steps) {
  test(name, { skip: IN_ONE_FILE && `in one file: ${because}` }, steps);
}

/** A test of what is there only where a host is: what it sends, and pages of which there are many as it has them. */
export function onlyServed(name, because, steps) {
  test(name, { skip: (IN_ONE_FILE || WITHOUT_HOST) && `without a host: ${because}` }, steps);
}

/**
 * Waits until the reader is at the part of a page that a link named. The address is the page's before that: who goes back in between is
 * faster than any hand, and the browser may forget about it.
 */
export async function arrived(page) {
  await page.waitForFunction(() => document.querySelector(":target") !== null);
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
      try {
        await steps(page, page.keyboard);
      } catch (problem) {
        throw problems.length ? new Error(`${problem.message}; the page complained: ${problems.join(", ")}`, { cause: problem }) : problem;
      }
      await close();
      assert.deepEqual(problems, []);
    });
}
