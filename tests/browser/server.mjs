// A static host as plain as there is: files of a folder under a path of their own, and nothing else. What works here
// works on any host, in any sub-path.

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { brotliCompressSync } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".jsonld": "application/ld+json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};

/**
 * Serves `folder` below `base` (a path that starts and ends with a slash), at any port or at one. `tamper(path, bytes)` may send other bytes
 * than the file has; a host that `compresses` sends them with Brotli. `requests` lists the path of every request, in order.
 */
export async function serve(folder, { base = "/", port = 0, tamper = (_path, bytes) => bytes, compresses = false } = {}) {
  const root = resolve(folder);
  const requests = [];
  const send = compresses ? compressed() : (_path, answer) => answer;
  const server = createServer(async (request, response) => {
    const path = request.url.split(/[?#]/, 1)[0];
    requests.push(path);
    try {
      const { status, headers, body } = send(path, await answer(root, base, path, tamper));
      response.writeHead(status, { "Cache-Control": "no-store", ...headers }).end(body);
    } catch (error) {
      response.writeHead(500, { "Content-Type": TYPES[".txt"] }).end(String(error));
    }
  });
  await new Promise((done, failed) => server.on("error", failed).listen(port, "127.0.0.1", done));
  server.unref(); // a test that fails before it closes its server ends all the same
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    requests,
    close: () =>
      new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      }),
  };
}

async function answer(root, base, path, tamper) {
  const file = inside(root, base, path);
  if (file === null) return missing(root);
  const kind = await stat(file).catch(() => null);
  if (kind?.isDirectory()) {
    if (!path.endsWith("/")) return { status: 301, headers: { Location: `${path}/` } };
    return (await found(join(file, "index.html"), path, tamper)) ?? missing(root);
  }
  return (kind?.isFile() && (await found(file, path, tamper))) || missing(root);
}

/** Compresses what is sent, each path once, as hosts do. */
function compressed() {
  const known = new Map();
  return (path, { status, headers, body }) => {
    if (!body) return { status, headers, body };
    if (!known.has(path)) known.set(path, brotliCompressSync(body));
    return { status, headers: { ...headers, "Content-Encoding": "br" }, body: known.get(path) };
  };
}

/** The file that a path names; null where it leads outside. */
function inside(root, base, path) {
  if (!path.startsWith(base)) return null;
  let name;
  try {
    name = decodeURIComponent(path.slice(base.length));
  } catch {
    return null;
  }
  const file = resolve(join(root, name));
  return file === root || file.startsWith(root + sep) ? file : null;
}

async function found(file, path, tamper) {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return null;
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  return { status: 200, headers: { "Content-Type": type }, body: tamper(path, bytes) };
}

/** The site's own page for what is not there, as hosts send it. */
async function missing(root) {
  const page = await readFile(join(root, "404.html")).catch(() => "not found");
  return { status: 404, headers: { "Content-Type": TYPES[".html"] }, body: page };
}
