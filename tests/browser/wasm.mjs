// Runs a file of the app's `wasm_bindgen_test`s in Chromium. wasm-bindgen's test runner serves them; we open its page
// ourselves, so that no separate driver has to match the browser's version.
//
//     node wasm.mjs TEST [MANIFEST]     TEST: the file's name in tests/, without `.rs`
//                                       MANIFEST: the Cargo.toml whose tests to run (default: the app's)

import { spawn, spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";

/** How long the tests may take, milliseconds: far more than they do, for this is only to end a hang. */
const DEADLINE = 120_000;

const test = process.argv[2];
if (!test) throw new Error("which file of tests? node wasm.mjs TEST");
const manifest = process.argv[3] ?? fileURLToPath(new URL("../../Cargo.toml", import.meta.url));
const address = `127.0.0.1:${await freePort()}`;
const runner = spawn("wasm-bindgen-test-runner", [compiled(manifest)], {
  stdio: ["ignore", "pipe", "inherit"],
  env: { ...process.env, NO_HEADLESS: "1", WASM_BINDGEN_TEST_ADDRESS: address },
});
const ended = new Promise((resolve) => runner.on("exit", resolve).on("error", resolve));
try {
  // It ends by itself only where there is nothing to run.
  const isServed = await Promise.race([says(runner.stdout, address), ended.then(() => false)]);
  if (!isServed) console.error(`wasm-bindgen-test-runner found no test to run in tests/${test}.rs`);
  process.exitCode = isServed && (await pass(`http://${address}/`)) ? 0 : 1;
} finally {
  runner.kill();
  await ended;
}

/** Compiles the tests and gives the WebAssembly that they are in. */
function compiled(manifest) {
  const cargo = spawnSync(
    process.env.CARGO ?? "cargo",
    [
      ...["test", "--no-run", "--manifest-path", manifest, "--target", "wasm32-unknown-unknown", "--test", test],
      "--message-format=json-render-diagnostics",
    ],
    { stdio: ["ignore", "pipe", "inherit"], encoding: "utf8", maxBuffer: Infinity },
  );
  const messages = (cargo.stdout ?? "").split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
  const file = messages.find(({ target, executable }) => target?.name === test && executable)?.executable;
  if (cargo.status !== 0 || !file) throw new Error(`the tests in tests/${test}.rs do not compile`, { cause: cargo.error });
  return file;
}

/** Opens the runner's page, prints its report, and says whether all tests passed. */
async function pass(url) {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    page.on("pageerror", (error) => console.error(error.message));
    await page.goto(url);
    await page.waitForFunction(
      () => document.querySelector("#output")?.textContent.includes("test result:"),
      undefined,
      { timeout: DEADLINE },
    );
    const report = await page.locator("#output").textContent();
    console.log(report);
    return /^test result: ok\. [1-9]\d* passed/m.test(report);
  } finally {
    await browser.close();
  }
}

/** Resolves with true as soon as a stream has said `text`; what it says otherwise is for somebody at a terminal. */
function says(stream, text) {
  return new Promise((resolve) => {
    let said = "";
    stream.setEncoding("utf8").on("data", (piece) => {
      said += piece;
      if (said.includes(text)) resolve(true);
    });
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
