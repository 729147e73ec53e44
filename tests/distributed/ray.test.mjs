// The miner as a filter under a distributed engine says what it says in one process.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const root = new URL("../..", import.meta.url).pathname;
const python = process.env.REJOINDER_PYTHON ?? "python3";
const hasRay = spawnSync(python, ["-c", "import ray"]).status === 0;
const xtask = process.env.REJOINDER_XTASK;

const skip = !xtask ? "REJOINDER_XTASK must name the program: `cargo xtask test` does" : !hasRay && "the Python package ray is not installed";

test("under Ray the same comes out, in the same order", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "rejoinder-"));
  const seeds = join(root, "seeds");
  const articles = readdirSync(seeds).filter((name) => name.endsWith(".txt")).sort();
  const lines = articles.map((file) => JSON.stringify({ file, text: readFileSync(join(seeds, file), "utf8") }) + "\n");
  // More than one machine gets at once.
  const input = lines.join("").repeat(5);
  const [from, to] = [join(folder, "articles.jsonl"), join(folder, "found.jsonl")];
  writeFileSync(from, input);
  const command = [xtask, "mine", "--lines", "--seeds", seeds];
  const alone = spawnSync(command[0], command.slice(1), { input, encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(alone.status, 0, alone.stderr);
  assert.equal(alone.stdout.split("\n").length, articles.length * 5 + 1);
  const ray = spawnSync(python, [join(root, "docs/distributed/ray_filter.py"), from, to, ...command], { encoding: "utf8" });
  assert.equal(ray.status, 0, ray.stderr);
  assert.equal(readFileSync(to, "utf8"), alone.stdout);
  rmSync(folder, { recursive: true });
});
