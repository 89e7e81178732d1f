// Ask the frozen Python under Node the requests read from standard input.
//
//   node scripts/pyodide/ask-frozen.mjs <frozen.wasm> <almanac.json> [<where functions are marked> <how many>] < requests.json
//
// Prints {views, stopped, called, bytes}: its answers, null where it stopped or raised; how often it
// stopped; the numbers of the functions that were called, if those are marked; its memory.
import { json } from "node:stream/consumers";
import { readFile } from "node:fs/promises";
import { openDoor } from "../../widget/web/python/frozen.js";

const [file, almanac, marks, count] = process.argv.slice(2);
const module = await WebAssembly.compile(await readFile(file));
const holidays = await readFile(almanac, "utf8");
const called = new Set();
const stopped = [];
let bytes = 0;
/** @type {Awaited<ReturnType<typeof wake>> | undefined} */
let awake;

async function wake() {
  const instance = await WebAssembly.instantiate(module);
  return { instance, hasHolidays: false, ...openDoor(instance) };
}

function note() {
  const { buffer } = awake.instance.exports.memory;
  bytes = Math.max(bytes, buffer.byteLength);
  if (!marks) return;
  new Uint8Array(buffer, Number(marks), Number(count)).forEach((is, at) => is && called.add(at));
}

const requests = await json(process.stdin);
const views = [];
for (const request of requests) {
  try {
    awake ??= await wake();
    if (!awake.hasHolidays && /"(country|region)"/.test(request)) {
      awake.openHolidays(holidays);
      awake.hasHolidays = true;
    }
    views.push(awake.view(request));
  } catch (error) {
    if (!String(error).includes("exception of Python"))
      stopped.push([request, String(error.stack)]);
    views.push(null);
    note();
    awake = undefined;
  }
}
if (awake) note();
console.log(JSON.stringify({ views, stopped, called: [...called], bytes }));
