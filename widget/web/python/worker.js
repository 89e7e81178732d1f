// Python's room: load it from this file's own folder, then answer one string with another.

import { loadPython } from "./load-python.js";
import { warmUp } from "./warm-up.js";

/** @import { FromWorker, ToWorker } from "../protocol.js" */

// Publishing writes here how many bytes WASM, ARCHIVE and GUIDE have together, where Python lies, and
// what Pyodide's own files say: the name of one, and of its build.
const TOTAL = 0;
const PYTHON = "./";
const GLUE = "pyodide.asm.js";
const INFO = {};

const WASM = `${PYTHON}pyodide.asm.wasm`;
const ARCHIVE = `${PYTHON}python.zip`;
const GUIDE = "guide.json";
const ALMANAC = "almanac.json";

/** @param {string} name */
const here = (name) => new URL(name, import.meta.url).href;

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
let told = -Infinity;

/** @param {number} bytes */
function progress(bytes) {
  loaded += bytes;
  const now = performance.now();
  if (now - told < 100 && loaded < TOTAL) return;
  told = now;
  say({ type: "progress", loaded, total: TOTAL });
}

/** @param {Response} response */
async function count(response) {
  const reader = response.clone().body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    progress(part.value.byteLength);
  }
}

/** @param {string} name */
async function download(name) {
  const response = await fetch(here(name));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  count(response).catch(fail);
  return response;
}

/** Fetch every part at once. */
function prefetch() {
  const files = [WASM, ARCHIVE, GUIDE].map(
    (name) => /** @type {const} */ ([here(name), orFail(download(name))]),
  );
  const code = ["pyodide.mjs", GLUE].map((name) => orFail(import(here(PYTHON + name))));
  return { files: new Map(files), code };
}

/**
 * Let Pyodide, which fetches for itself, have the files that are already coming.
 *
 * @param {Map<string, Promise<Response>>} files
 */
function intercept(files) {
  const { fetch } = self;
  self.fetch = (file, options) => files.get(String(file)) ?? fetch(file, options);
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = (...given) => orFail(instantiateStreaming(...given));
}

async function wake() {
  const { files, code } = prefetch();
  intercept(files);
  const [{ loadPyodide }] = await Promise.all(code);
  /** @param {string} name */
  const file = async (name) => /** @type {Response} */ (await files.get(here(name)));
  return loadPython({
    loadPyodide,
    folder: here(PYTHON),
    archive: here(ARCHIVE),
    guide: file(GUIDE).then((response) => response.text()),
    info: INFO,
  });
}

/** @type {Promise<void> | undefined} */
let almanac;

/**
 * Public holidays come when a country is first named: all of them in one file, so that no request
 * tells which. If they do not come, Python says that it could not count them; the next answer
 * tries again.
 *
 * @param {import("./load-python.js").Awake} awake
 */
async function loadHolidays(awake) {
  almanac ??= fetch(here(ALMANAC)).then(async (response) => {
    if (!response.ok) throw new Error(`${ALMANAC}: ${response.status}`);
    awake.openHolidays(await response.text());
  });
  await almanac.catch(() => (almanac = undefined));
}

/** @type {Promise<Awaited<ReturnType<typeof loadPython>>>} */
const python = Promise.race([wake(), /** @type {Promise<never>} */ (trouble)]);

let putOff = () => {};

python.then(
  ({ view }) => {
    say({ type: "ready" });
    putOff = warmUp(view);
  },
  (error) => say({ type: "failed", stage: "load", text: String(error) }),
);

self.onmessage = async (/** @type {MessageEvent<ToWorker>} */ { data }) => {
  const awake = await python.catch(() => null);
  if (!awake) return; // said already
  putOff();
  try {
    if (data.needsHolidays) await loadHolidays(awake);
    say({ type: "answer", id: data.id, view: awake.view(data.request) });
  } catch (error) {
    say({ type: "failed", stage: "answer", text: String(error) });
  }
};
