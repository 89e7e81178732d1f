/**
 * Files of this build, and nothing else in their place. A reply that was damaged or stands for
 * another file is refused, and fetched anew past every cache that may have kept it.
 */

/**
 * The hash of each file that may be wanted, by its place from here. The bundler writes them here.
 * @type {Readonly<Record<string, string>>}
 */
export const FILES = import.meta.files ?? {};

/** @param {string} name */
export const here = (name) => new URL(name, import.meta.url).href;

/** The browser's own: where Python is started, Pyodide gets another in its place. */
export const { fetch } = globalThis;

/**
 * Fetch a file of this build.
 * @param {string} name its place from here
 * @returns {Promise<Response>} a good one
 */
export async function sound(name) {
  const integrity = FILES[name];
  return fetch(here(name), { integrity }).catch(() =>
    fetch(here(name), { integrity, cache: "reload" }).catch((error) => {
      throw new Error(`${name}: ${error.message}`);
    }),
  );
}

/**
 * Load a module of this build. It comes from where the good reply was put.
 * @param {string} name its place from here
 */
export async function module(name) {
  await sound(name);
  return import(here(name));
}

/** Whether the site has been published anew since: its page then names another folder than ours. */
export async function isOutdated() {
  const signal = AbortSignal.timeout(SOON);
  const page = await fetch(location.href.replace(/#.*/, ""), { cache: "no-cache", signal });
  const [, ours] = import.meta.url.match(FOLDER) ?? [];
  const [, theirs] = (await page.text()).match(FOLDER) ?? [];
  return ours !== undefined && theirs !== undefined && theirs !== ours;
}

/** Milliseconds; who waits for this has waited already. */
const SOON = 3000;
const FOLDER = /\/quiz\/([0-9a-f]{12})\//;
