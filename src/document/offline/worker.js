// Keeps the site for readers without a network. The build writes what is kept after this text; see offline.rs.
//
// What is kept is found by its content: a file of another build is another file, so that no page gets one. The worker of a new build
// fetches what is new, refuses what is not what was built, and takes over when no page of the build before is open. Until then that
// build's files stay.

/** How long a reader waits for a page that is kept, in milliseconds: long enough for any line that is one, short enough to bear. */
const PATIENCE = 3000;

const FOLDER = new URL(registration.scope).pathname;

/** Caches belong to all sites of a host. */
const cache = () => caches.open(`rejoinder ${registration.scope}`);

/** Where a file of this build is kept. */
const place = (name) => `${registration.scope}${name}?${KEPT.get(name) ?? ""}`;

const kept = async (name) => (await cache()).match(place(name), { ignoreVary: true });

/** Keeps a file as it is, wherever the host led to for it: a page is not shown that was found elsewhere. */
const keep = async (name, found) => {
  const { status, headers } = found;
  await (await cache()).put(place(name), found.redirected ? new Response(found.body, { status, headers }) : found);
};

addEventListener("install", (event) => {
  const fetched = async ([name, integrity]) => {
    if (await kept(name)) return;
    await keep(name, await fetch(new Request(registration.scope + name, { cache: "no-cache", integrity, mode: "same-origin" })));
  };
  event.waitUntil(Promise.all([...KEPT].map(fetched)));
});

addEventListener("activate", (event) => {
  const remove = async () => {
    const own = new Set([...KEPT.keys(), ...KEPT_WHEN_READ].map(place));
    const all = await cache();
    const old = (await all.keys()).filter((request) => !own.has(request.url));
    await Promise.all(old.map((request) => all.delete(request)));
  };
  event.waitUntil(remove().then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || !pathname.startsWith(FOLDER)) return;
  const name = pathname.slice(FOLDER.length);
  if (request.mode === "navigate") {
    if (request.destination === "document" && isPage(name)) event.respondWith(page(name, request));
  } else if (KEPT.has(name)) {
    event.respondWith(kept(name).then((found) => found ?? fetch(request)));
  } else if (KEPT_WHEN_READ.has(name)) {
    event.respondWith(kept(name).then((found) => found ?? fetchedAndKept(event, name)));
  }
});

/** Whether the app has a page of that name, or would say that there is none. Some hosts take `.html` off. */
const isPage = (name) => (name.endsWith(".html") || !/\.[^/]*$/.test(name)) && !NOT_KEPT.some((start) => name.startsWith(start));

/** A page as it is now; as it is kept, where the host does not answer. Where it is not kept, the app makes it. */
async function page(name, request) {
  const now = fetch(request);
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE, "the host does not answer"));
  try {
    const found = await Promise.race([now, late]);
    if (found.status < 500) return found;
  } catch {
    // As it is kept, then.
  }
  const file = name === "" || name.endsWith("/") ? `${name}index.html` : name;
  return (await kept(KEPT.has(file) ? file : `${file}.html`)) ?? (await madeByTheApp()) ?? now;
}

/** A page without words, which the app makes from where the reader is. It may be in any folder, and so says where the site is. */
async function madeByTheApp() {
  const found = await kept(SHELL);
  if (!found) return;
  const base = FOLDER.replaceAll("&", "&amp;");
  const text = (await found.text()).replace('<base href="./">', () => `<base href="${base}">`);
  return new Response(text, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** What somebody reads, and the page compares with its hash. What cannot be kept is given all the same. */
async function fetchedAndKept(event, name) {
  const found = await fetch(event.request);
  if (found.ok) event.waitUntil(keep(name, found.clone()).catch(() => {}));
  return found;
}
