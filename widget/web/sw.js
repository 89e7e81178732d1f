// Keeps the guide and the quiz for readers without a network. What never changes comes from here at
// once; all else comes from the network, as ever, and from here when there is none.

/**
 * What is kept: places within the site, each with its hash, and with the begin of it in its name
 * unless the place is named by its contents. The build writes them here.
 *
 * @typedef {Record<string, string>} Places
 * @typedef {object} Kept
 * @property {Places} guide the pages, and all that they and the quiz are made of
 * @property {Places} python what readers need first is first
 */

/** @type {Kept} */
const KEPT = { guide: {}, python: {} };
const NEVER_CHANGES = /^assets\/quiz\/(python-(first-)?)?[0-9a-f]{12}\//;
/** Milliseconds after which a network counts as none, if the reader can have a kept page instead. */
const PATIENCE = 3000;

const WRONG = 400; // and above: the host is in trouble, or has lost the page
const SHORT = /^s\/([a-z0-9-]+)\/?$/;
const WORDS = "search/words.json";
const OFFLINE = "offline/";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const HOME = worker.registration.scope;
/** @type {Places} */
const ALL = { ...KEPT.guide, ...KEPT.python };

worker.addEventListener("install", (event) => event.waitUntil(precache(KEPT.guide)));
worker.addEventListener("activate", (event) => event.waitUntil(cleanUp()));
worker.addEventListener("message", (event) => event.waitUntil(refill()));
worker.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method !== "GET" || !url.startsWith(HOME)) return;
  event.respondWith(neverChanges(url) ? cacheFirst(event) : networkFirst(event));
});

/** @param {string} url */
const neverChanges = (url) => NEVER_CHANGES.test(url.slice(HOME.length));

/** @param {string} place */
const addressOf = (place) => new URL(place, HOME).href;

/**
 * Bring what is not here yet. The hash stands in the key only: it is the plain address that is asked
 * for, and that a browser may just have loaded. Only what is as it was built is kept.
 *
 * @param {Places} places
 */
async function precache(places) {
  const cache = await caches.open(HOME);
  const here = new Set((await cache.keys()).map(({ url }) => url));
  const missing = Object.entries(places).filter(([place]) => !here.has(addressOf(place)));
  await Promise.all(
    missing.map(async ([place, integrity]) => {
      const key = addressOf(place);
      const [address] = key.split("?");
      /** @param {RequestCache} mode */
      const bring = (mode) => fetch(address, { cache: mode, integrity, priority: "low" });
      const near = neverChanges(address) ? "default" : "no-cache";
      await cache.put(key, await bring(near).catch(() => bring("reload")));
    }),
  );
}

/**
 * Each visit brings what is missing: storage that was cleared may have been cleared in part. Of
 * Python, what answers comes before what answers only where that stops.
 */
async function refill() {
  await precache(KEPT.guide);
  for (const [place, integrity] of Object.entries(KEPT.python))
    await precache({ [place]: integrity });
}

/** All tabs with the last build are closed: forget what is only theirs. */
async function cleanUp() {
  const cache = await caches.open(HOME);
  const wanted = new Set(Object.keys(ALL).map(addressOf));
  const old = (await cache.keys()).filter(({ url }) => !wanted.has(url));
  await Promise.all(old.map((key) => cache.delete(key)));
  await worker.registration.navigationPreload?.enable(); // The network need not wait for us to wake.
}

/** @param {Request} request */
async function cached(request) {
  const options = { cacheName: HOME, ignoreSearch: true, ignoreVary: true };
  return caches.match(request, options).catch(() => undefined); // Storage may be refused.
}

/** @param {FetchEvent} event */
async function cacheFirst(event) {
  const { request } = event;
  if (request.cache === "reload") return anew(event);
  return (await compiled(request)) ?? (await cached(request)) ?? fetch(request);
}

/**
 * Whoever asks past the caches got something bad from one: a good reply takes the place of ours, too.
 *
 * @param {FetchEvent} event
 */
async function anew(event) {
  const { request } = event;
  const integrity = ALL[request.url.slice(HOME.length)];
  const reply = await fetch(request, { integrity }).catch(() => undefined);
  if (!reply?.ok) return (await cached(request)) ?? reply ?? Response.error();
  if (integrity && (await cached(request))) {
    const copy = reply.clone();
    event.waitUntil(caches.open(HOME).then((cache) => cache.put(request.url, copy)));
  }
  return reply;
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
  if (reply?.status < WRONG) return reply;
  const old = await cached(request);
  // A new one, as the old one would bring its own address, without what follows ? or #.
  if (old) return new Response(old.body, old);
  if (reply || request.mode !== "navigate") return reply ?? network;
  return network.catch(() => elsewhere(request.url));
}

/**
 * What a page leads to that was not kept: one that was, or a page that says so.
 *
 * @param {string} url
 */
async function elsewhere(url) {
  const [place] = url.slice(HOME.length).split(/[?#]/);
  const [, name] = place.match(SHORT) ?? [];
  if (name) return Response.redirect(addressOf(await whereIs(name)));
  if (await cached(new Request(`${addressOf(place)}/`)))
    return Response.redirect(`${addressOf(place)}/`);
  return (await cached(new Request(addressOf(OFFLINE)))) ?? Response.error();
}

/**
 * The section that a short address stands for, as the search knows it.
 *
 * @param {string} name
 */
async function whereIs(name) {
  const reply = await cached(new Request(addressOf(WORDS)));
  /** @type {{ location: string }[]} */
  const sections = (await reply?.json()) ?? [];
  const ends = [`#${name}`, `#action-${name}`];
  return (
    sections.find(({ location }) => ends.some((one) => location.endsWith(one)))?.location ?? OFFLINE
  );
}
