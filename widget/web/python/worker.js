// Python's room: one that is awake, or the whole one where that stops; it answers one string with
// another.

import { FILES, fetch, here, module, sound } from "../sound.js";
import { openDoor } from "./frozen.js";
import { loadPython } from "./load-python.js";
import { warmUp } from "./warm-up.js";

/** @import { FromWorker, ToWorker } from "../protocol.js" */

// Publishing writes here where the Python lies that is awake, if there is one, and how many bytes it
// has; where the whole one lies, how many bytes WASM, ARCHIVE and GUIDE have together, and what
// Pyodide's own files say: the name of one, and of its build.
const FROZEN = "";
const FROZEN_TOTAL = 0;
const TOTAL = 0;
const PYTHON = "./";
const GLUE = "pyodide.asm.js";
const INFO = {};

const WASM = `${PYTHON}pyodide.asm.wasm`;
const ARCHIVE = `${PYTHON}python.zip`;
const GUIDE = "guide.json";
const ALMANAC = "almanac.json";

/**
 * @typedef {object} Awake
 * @property {(request: string) => string} view
 * @property {(text: string) => void} openHolidays
 * @property {boolean} isWhole
 * @property {boolean} [hasHolidays]
 */

/** @param {FromWorker} message */
const say = (message) => self.postMessage(message);

/** @type {(reason: unknown) => void} */
let fail = () => {};

/** Hears of what goes wrong while loading, when everything happens at once. */
const trouble = new Promise((_, reject) => (fail = reject));

/**
 * Whoever waits for a part that fails has nothing to say to it: Pyodide would only warn, try on
 * without it, or wait for ever. The worker is ended soon after trouble is heard of.
 *
 * @template Part
 * @param {Promise<Part>} part
 * @returns {Promise<Part>}
 */
const orFail = (part) => part.catch((error) => (fail(error), new Promise(() => {})));

let loaded = 0;
let total = FROZEN_TOTAL;
let told = -Infinity;

/** @param {number} bytes */
function progress(bytes) {
  loaded += bytes;
  const now = performance.now();
  if (now - told < 100 && loaded < total) return;
  told = now;
  say({ type: "progress", loaded, total });
}

/**
 * Fetch a file that may be used while it comes, and compare it with its hash beside that.
 *
 * @param {string} name
 * @param {RequestCache} [cache]
 * @returns {{ response: Promise<Response>, bytes: Promise<ArrayBuffer> }} all of it, once it is
 *   known to be good
 */
function arriving(name, cache = "default") {
  // Without https, a page has no hashes of its own; there the browser compares, before all else.
  const integrity = crypto.subtle ? undefined : FILES[name];
  const response = fetch(here(name), { cache, integrity });
  return { response, bytes: response.then((one) => compared(name, one.clone())) };
}

/**
 * @param {string} name
 * @param {Response} response
 */
async function compared(name, { ok, status, body }) {
  if (!ok) throw new Error(`${name}: ${status}`);
  /** @type {Uint8Array[]} */
  const parts = [];
  let size = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    parts.push(part.value);
    size += part.value.byteLength;
    progress(part.value.byteLength);
  }
  const bytes = joined(parts, size);
  const wanted = crypto.subtle && FILES[name];
  if (wanted && wanted !== (await integrity(bytes)))
    throw new Error(`${name}: not as it was built`);
  return bytes;
}

/**
 * Not by a Blob, whose bytes would travel through another process and back.
 *
 * @param {Uint8Array[]} parts
 * @param {number} size bytes of all
 */
function joined(parts, size) {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole.buffer;
}

/** @param {ArrayBuffer} bytes */
async function integrity(bytes) {
  const hash = await crypto.subtle.digest("SHA-256", bytes);
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
}

/**
 * What was damaged on its way, or did not come, is fetched once more, past every cache.
 *
 * @param {string} name
 */
const anew = (name) => arriving(name, "reload").bytes;

/**
 * It is compiled while it comes, and nothing is asked of it before it is known to be good.
 *
 * @returns {Promise<Awake>}
 */
async function wakeFrozen() {
  progress(0); // A reader who waits from the start is told how much there is to come.
  const { response, bytes } = arriving(FROZEN);
  const made = WebAssembly.instantiateStreaming(response);
  made.catch(() => {}); // Whoever reads the bytes hears of it, too.
  const { instance } = await bytes.then(
    // A host that gives it another type is no reason to do without.
    (good) => made.catch(() => WebAssembly.instantiate(good)),
    async () => WebAssembly.instantiate(await anew(FROZEN)),
  );
  return { ...openDoor(instance), isWhole: false };
}

/** Fetch every part at once. */
function prefetch() {
  const files = [WASM, ARCHIVE, GUIDE].map(
    (name) => /** @type {const} */ ([here(name), orFail(download(name))]),
  );
  const code = ["pyodide.mjs", GLUE].map((name) => orFail(module(PYTHON + name)));
  return { files: new Map(files), code };
}

/**
 * A good reply. Its type is looked at only where it is WebAssembly.
 *
 * @param {string} name
 */
async function download(name) {
  const bytes = await arriving(name).bytes.catch(() => anew(name));
  return new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
}

/**
 * Let Pyodide, which fetches for itself, have the files that are already coming.
 *
 * @param {Map<string, Promise<Response>>} files
 */
function intercept(files) {
  self.fetch = (file, options) => files.get(String(file)) ?? fetch(file, options);
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = (...given) => orFail(instantiateStreaming(...given));
}

/** @returns {Promise<Awake>} */
async function startWhole() {
  total += TOTAL;
  const { files, code } = prefetch();
  intercept(files);
  const [{ loadPyodide }] = await Promise.all(code);
  /** @param {string} name */
  const file = async (name) => /** @type {Response} */ (await files.get(here(name)));
  const whole = await loadPython({
    loadPyodide,
    folder: here(PYTHON),
    archive: here(ARCHIVE),
    guide: file(GUIDE).then((response) => response.text()),
    info: INFO,
  });
  return { ...whole, isWhole: true };
}

/** @returns {Promise<Awake>} */
const wakeWhole = () => Promise.race([startWhole(), /** @type {Promise<never>} */ (trouble)]);

/** Milliseconds after which an answer no longer waits for the holidays. */
const PATIENCE = 5000;

/** @type {Promise<string> | undefined} */
let almanac;

/**
 * Public holidays come when a country is first named: all of them in one file, so that no request
 * tells which. If they do not come in time, Python says that it could not count them; the next
 * answer tries again.
 *
 * @param {Awake} awake
 */
async function loadHolidays(awake) {
  almanac ??= sound(ALMANAC).then((response) => response.text());
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  const text = await Promise.race([almanac.catch(() => (almanac = undefined)), late]);
  if (typeof text !== "string" || awake.hasHolidays) return;
  awake.hasHolidays = true;
  awake.openHolidays(text);
}

let python = FROZEN ? wakeFrozen().catch(wakeWhole) : wakeWhole();

/** Whoever asks comes before what is only rehearsed. */
let putOff = () => {};

/** @param {string} request */
const rehearse = (request) => answer({ type: "ask", id: -1, request, needsHolidays: false });

python.then(
  () => (say({ type: "ready" }), (putOff = warmUp(rehearse))),
  (error) => say({ type: "failed", stage: "load", text: String(error) }),
);

/**
 * Where the Python that is awake stops, for whatever reason, the whole one is started and asked: a
 * reader waits longer and sees nothing else.
 *
 * @param {ToWorker} asked
 * @returns {Promise<string>}
 */
async function answer(asked) {
  const asleep = python;
  const awake = await asleep;
  try {
    if (asked.needsHolidays) await loadHolidays(awake);
    return awake.view(asked.request);
  } catch (error) {
    if (awake.isWhole) throw error;
    if (python === asleep) python = wakeWhole(); // What has stopped is never asked again.
    return answer(asked);
  }
}

self.onmessage = async (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  putOff();
  try {
    say({ type: "answer", id: data.id, view: await answer(data) });
  } catch (error) {
    say({ type: "failed", stage: "answer", text: String(error) });
  }
};
