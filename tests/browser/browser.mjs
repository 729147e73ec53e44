// The browser that all tests drive. `cargo xtask test` says where it is.

import { chromium } from "playwright-core";

/** What keeps a browser from opening a window and from doing anything on its own. */
export const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the Chromium that CHROMIUM names. */
export function launch() {
  const executablePath = process.env.CHROMIUM;
  if (!executablePath) throw new Error("CHROMIUM is not set: run the tests with `cargo xtask test`");
  return chromium.launch({ executablePath, args: FLAGS });
}
