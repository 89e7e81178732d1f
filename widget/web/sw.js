// Keeps the guide and the quiz for readers without a network. What never changes comes from here at
// once; all else comes from the network, as ever, and from here when there is none.

/**
 * What is kept: places within the site, each with the hash of its contents unless it is named by
 * it. The build writes them here.
 *
 * @typedef {object} Kept
 * @property {string[]} guide the pages, and all that they and the quiz are made of
 * @property {string[]} python what readers need first is first
 */

/** @type {Kept} */
const KEPT = { guide: [], python: [] };
const NEVER_CHANGES = /^assets\/quiz\/(python-(first-)?)?[0-9a-f]{12}\//;
/** Milliseconds after which a network counts as none, if the reader can have a kept page instead. */
const PATIENCE = 3000;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const HOME = worker.registration.scope;

worker.addEventListener("install", (event) => event.waitUntil(precache(KEPT.guide)));
worker.addEventListener("activate", (event) => event.waitUntil(cleanUp()));
worker.addEventListener("message", (event) => event.waitUntil(keepPython()));
worker.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method !== "GET" || !url.startsWith(HOME)) return;
  event.respondWith(neverChanges(url) ? cacheFirst(event.request) : networkFirst(event));
});

/** @param {string} url */
const neverChanges = (url) => NEVER_CHANGES.test(url.slice(HOME.length));

/** @param {string} place */
const addressOf = (place) => new URL(place, HOME).href;

/**
 * Bring what is not here yet. The hash stands in the key only: it is the plain address that is asked
 * for, and that a browser may just have loaded.
 *
 * @param {string[]} places
 */
async function precache(places) {
  const cache = await caches.open(HOME);
  const here = new Set((await cache.keys()).map(({ url }) => url));
  const missing = places.map(addressOf).filter((key) => !here.has(key));
  await Promise.all(
    missing.map(async (key) => {
      const [address] = key.split("?");
      const mode = neverChanges(address) ? "default" : "no-cache";
      const reply = await fetch(address, { cache: mode, priority: "low" });
      if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
      await cache.put(key, reply);
    }),
  );
}

/** What answers comes before what answers only where that stops. */
async function keepPython() {
  for (const place of KEPT.python) await precache([place]);
}

/** All tabs with the last build are closed: forget what is only theirs. */
async function cleanUp() {
  const cache = await caches.open(HOME);
  const wanted = new Set([...KEPT.guide, ...KEPT.python].map(addressOf));
  const old = (await cache.keys()).filter(({ url }) => !wanted.has(url));
  await Promise.all(old.map((key) => cache.delete(key)));
  await worker.registration.navigationPreload?.enable(); // The network need not wait for us to wake.
}

/** @param {Request} request */
async function cached(request) {
  const options = { cacheName: HOME, ignoreSearch: true, ignoreVary: true };
  return caches.match(request, options).catch(() => undefined); // Storage may be refused.
}

/** @param {Request} request */
async function cacheFirst(request) {
  return (await compiled(request)) ?? (await cached(request)) ?? fetch(request);
}

/**
 * What a browser has compiled of WebAssembly belongs to the copy in its own cache.
 *
 * @param {Request} request
 */
async function compiled({ url }) {
  if (!url.endsWith(".wasm")) return undefined;
  const near = await fetch(url, { cache: "only-if-cached", mode: "same-origin" }).catch(() => null);
  return near?.ok ? near : undefined;
}

/** @param {FetchEvent} event */
async function networkFirst({ request, preloadResponse }) {
  const network = preloadResponse.then((reply) => reply ?? fetch(request));
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  const reply = await Promise.race([network.catch(() => undefined), late]);
  const old = reply ? undefined : await cached(request);
  // A new one, as the old one would bring its own address, without what follows ? or #.
  return old ? new Response(old.body, old) : (reply ?? network);
}
