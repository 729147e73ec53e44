// docs/publish/nginx.conf, in an nginx of its own over a little site: what it sends, with which headers, in a sub-path. The folders
// and the port of the file are changed, and nothing else. Skipped where nginx is not installed.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gunzipSync } from "node:zlib";

const NGINX = ["nginx", "/usr/sbin/nginx"].find((program) => spawnSync(program, ["-v"]).status === 0);
const skip = NGINX === undefined && "nginx is not installed (Debian: apt-get install nginx-light)";

const WASM = Buffer.concat([Buffer.from("\0asm\x01\0\0\0", "latin1"), Buffer.alloc(5000)]);
const HASHED = "0123456789abcdef";
const SITE = {
  "index.html": `<!doctype html><p>${"home ".repeat(500)}`,
  "404.html": "<!doctype html><p>not here",
  "embed.html": `<!doctype html><p>${"in short ".repeat(500)}`,
  "embed.js": `"${"height ".repeat(500)}"`,
  "oembed.json": `{"title": "${"title ".repeat(500)}"}`,
  "article/a.html": `<!doctype html><p>${"words ".repeat(500)}`,
  [`rejoinder-${HASHED}.js`]: `"${"script ".repeat(500)}"`,
  [`rejoinder-${HASHED}_bg.wasm`]: WASM,
  [`style-${HASHED}.css`]: `/* ${"style ".repeat(500)} */`,
  [`icon-${HASHED}.svg`]: `<svg xmlns="http://www.w3.org/2000/svg"><!-- ${"icon ".repeat(500)} --></svg>`,
  [`words/${HASHED}.bin`]: Buffer.alloc(5000),
  "site.webmanifest": "{}",
  "sw.js": `"${"worker ".repeat(500)}"`,
};

let folder, nginx, port;

before(async () => {
  if (skip) return;
  folder = await mkdtemp(join(tmpdir(), "rejoinder-nginx-"));
  await chmod(folder, 0o755); // its workers are somebody else where root starts it
  for (const [name, content] of Object.entries(SITE)) {
    const file = join(folder, "site", name);
    await mkdir(join(file, ".."), { recursive: true });
    await writeFile(file, content);
  }
  port = await freePort();
  const documented = await readFile(new URL("../../docs/publish/nginx.conf", import.meta.url), "utf8");
  const config = documented
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("/var/www/debate/", `${folder}/site/`);
  assert.notEqual(config, documented);
  assert(!config.includes("/var/www/debate/"), "the folder of the site is named once");
  await writeFile(join(folder, "site.conf"), config);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/${kind};`);
  const whole = `daemon off; pid ${folder}/pid; error_log stderr; events {}
http { access_log off; ${temporary.join(" ")} include ${folder}/site.conf; }`;
  await writeFile(join(folder, "nginx.conf"), whole);
  nginx = spawn(NGINX, ["-e", "stderr", "-p", folder, "-c", join(folder, "nginx.conf")], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  nginx.stderr.on("data", (text) => (said += text));
  for (let attempt = 0; ; attempt += 1) {
    if (await get("/debate/").catch(() => null)) break;
    assert(attempt < 100 && nginx.exitCode === null, `nginx did not start: ${said}`);
    await new Promise((done) => setTimeout(done, 50));
  }
});

after(async () => {
  if (nginx !== undefined && nginx.exitCode === null) {
    const ended = new Promise((done) => nginx.once("exit", done));
    nginx.kill("SIGTERM");
    await ended;
  }
  if (folder !== undefined) await rm(folder, { recursive: true });
});

test("every file comes whole, as what it is, in a sub-path", { skip }, async () => {
  const types = {
    html: "text/html; charset=utf-8",
    js: "text/javascript; charset=utf-8",
    json: "application/json",
    wasm: "application/wasm",
    css: "text/css; charset=utf-8",
    svg: "image/svg+xml",
    bin: "application/octet-stream",
    webmanifest: "application/manifest+json",
  };
  for (const [name, content] of Object.entries(SITE)) {
    const { status, headers, body } = await get(`/debate/${name}`);
    assert.equal(status, 200, name);
    assert.equal(headers["content-type"], types[name.split(".").pop()], name);
    assert.deepEqual(body, Buffer.from(content), name);
  }
});

test("a folder shows its page, and leads to its address with the slash", { skip }, async () => {
  assert.deepEqual((await get("/debate/?side=x")).body, Buffer.from(SITE["index.html"]));
  const { status, headers } = await get("/debate");
  assert.equal(status, 301);
  assert(headers.location.endsWith("/debate/"), headers.location);
});

test("what is large is compressed for who takes it", { skip }, async () => {
  for (const name of Object.keys(SITE).filter((name) => SITE[name].length > 1000)) {
    const { headers, body } = await get(`/debate/${name}`, { "accept-encoding": "gzip" });
    assert.equal(headers["content-encoding"], "gzip", name);
    assert.match(headers.vary, /accept-encoding/i, name);
    assert.deepEqual(gunzipSync(body), Buffer.from(SITE[name]), name);
  }
});

test("a name with a hash is kept, all else is asked for anew", { skip }, async () => {
  for (const name of Object.keys(SITE)) {
    const { headers } = await get(`/debate/${name}`);
    const expected = name.includes(HASHED) ? "public, max-age=31536000, immutable" : "no-cache";
    assert.equal(headers["cache-control"], expected, name);
  }
  const { headers } = await get("/debate/index.html");
  const again = await get("/debate/index.html", { "if-none-match": headers.etag });
  assert.equal(again.status, 304);
});

test("what is not there is said with the site's own page, which nobody keeps", { skip }, async () => {
  const { status, headers, body } = await get("/debate/article/none.html");
  assert.equal(status, 404);
  assert.deepEqual(body, Buffer.from(SITE["404.html"]));
  assert.doesNotMatch(headers["cache-control"] ?? "", /immutable/);
  assert.equal(headers["x-content-type-options"], "nosniff");
  assert.doesNotMatch((await get(`/debate/gone-${HASHED}.js`)).headers["cache-control"] ?? "", /immutable/);
});

test("headers guard the reader, and let what is made for frames be shown in one anywhere", { skip }, async () => {
  for (const name of Object.keys(SITE)) {
    const { headers } = await get(`/debate/${name}`);
    assert.equal(headers["x-content-type-options"], "nosniff", name);
    assert.equal(headers["referrer-policy"], "strict-origin-when-cross-origin", name);
    assert.equal(headers["cross-origin-opener-policy"], "same-origin", name);
    assert.equal(headers["cross-origin-resource-policy"], "cross-origin", name);
    assert.equal(headers["x-frame-options"], undefined, name);
    const framed = name === "embed.html" ? "frame-ancestors *" : "frame-ancestors 'self'";
    assert.equal(headers["content-security-policy"], framed, name);
  }
  for (const path of ["/debate/", "/debate/?side=x", "/debate/none.html", "/debate/article/embed.htm"]) {
    assert.equal((await get(path)).headers["content-security-policy"], "frame-ancestors 'self'", path);
  }
  assert.equal((await get("/debate/embed.html?side=x")).headers["content-security-policy"], "frame-ancestors *");
});

/** What nginx answers, as it is on the line. */
function get(path, headers = {}) {
  return new Promise((done, failed) => {
    const asked = request({ host: "127.0.0.1", port, path, headers, agent: false }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => done({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    });
    asked.on("error", failed).end();
  });
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
