// Ask one of the page's Pythons under Node the requests read from standard input.
//
//   node scripts/pyodide/ask.mjs <almanac.json> <frozen.wasm> [<where functions are marked> <how many>] < requests.json
//   node scripts/pyodide/ask.mjs <almanac.json> <python.zip> <folder of Pyodide> <guide.json> < requests.json
//
// Prints {views, took, errors, called, bytes, modules}: what it answered, null where it did not, and in
// how many milliseconds; each request that it did not answer, with why. Of a frozen one the numbers of
// the functions that were called, if those are marked, and its memory at its largest; of a whole one
// the modules of the zip that it needed for that, and for all of the package.
import { json } from "node:stream/consumers";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { openDoor } from "../../widget/web/python/frozen.js";
import { loadPython } from "../../widget/web/python/load-python.js";

// Node would show a line of code with an error, which may be a megabyte.
const fail = ({ stack }) => (console.error(stack.slice(0, 3000)), process.exit(1));
process.on("uncaughtException", fail);
const [almanac, file, ...more] = process.argv.slice(2);
const read = (name) => readFile(name, "utf8");
const isFrozen = file.endsWith(".wasm");
const wake = isFrozen ? wakeFrozen : startWhole;
const compiled = isFrozen && WebAssembly.compile(await readFile(file));
const called = new Set();
let bytes = 0;

async function wakeFrozen() {
  const instance = await WebAssembly.instantiate(await compiled);
  return { instance, ...openDoor(instance) };
}

/** The way the page starts it. */
async function startWhole() {
  const [core, guide] = more;
  const folder = path.resolve(core);
  const { loadPyodide } = await import(path.join(folder, "pyodide.mjs"));
  const { info } = JSON.parse(await read(path.join(folder, "pyodide-lock.json")));
  return loadPython({ loadPyodide, folder, archive: path.resolve(file), guide: read(guide), info });
}

/** Look at a frozen one before it is thrown away. */
function note({ instance }) {
  const [place, count] = more.map(Number);
  const { buffer } = instance.exports.memory;
  bytes = Math.max(bytes, buffer.byteLength);
  if (count) new Uint8Array(buffer, place, count).forEach((is, one) => is && called.add(one));
}

const MODULES = `
import importlib, json, sys, zipimport

library = "/lib/python%d%d.zip" % sys.version_info[:2]
for name in zipimport._zip_directory_cache[library]:
    if name.startswith("followup/") and not name.endswith("/"):  # newer Pythons list folders too
        importlib.import_module(name.partition(".")[0].removesuffix("/__init__").replace("/", "."))
json.dumps([
    module.__file__.removeprefix(library + "/")
    for module in list(sys.modules.values())
    if isinstance(getattr(module, "__loader__", None), zipimport.zipimporter)
])
`;

const holidays = await read(almanac);
const [views, took, errors] = [[], [], []];
let awake = await wake();
for (const request of await json(process.stdin)) {
  const began = performance.now();
  try {
    if (!awake.hasHolidays && /\b(country|region)["=]/.test(request)) {
      awake.openHolidays(holidays);
      awake.hasHolidays = true;
    }
    views.push(awake.view(request));
  } catch (error) {
    views.push(null);
    errors.push([request, String(error.stack)]);
    if (isFrozen) awake = (note(awake), await wake()); // the whole one goes on
  }
  took.push(performance.now() - began);
}
if (isFrozen) note(awake);
const modules = isFrozen ? [] : JSON.parse(awake.python.runPython(MODULES));
console.log(JSON.stringify({ views, took, errors, called: [...called], bytes, modules }));
