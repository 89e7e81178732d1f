// Start the browser's Python under Node, and write down what it is once it is awake.
//
//   node scripts/pyodide/freeze.mjs <folder of Pyodide> <python.zip> <guide.json> <almanac.json> < requests.json
//   node scripts/pyodide/freeze.mjs … <folder to write to> < called.json
//
// The first prints the names of the functions in Python that the requests call. The second writes
// image.bin, the whole memory, and image.json: what else the state consists of.
import { json } from "node:stream/consumers";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

// Node would show a line of code with an error, which may be a megabyte.
const fail = ({ stack }) => (console.error(stack.slice(0, 3000)), process.exit(1));
process.on("uncaughtException", fail);
// The same bytes on every run, anywhere: time stands still, in one zone.
process.env.TZ = "UTC";
globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length ? given : [0]));
  }
  static now() {
    return 0;
  }
};
performance.now = () => 0;
// Python is told the rest of these, and where this file lies.
const [, core, archive, guide, almanac, out] = process.argv.splice(1);
const folder = path.resolve(core);
const { loadPyodide } = await import(path.join(folder, "pyodide.mjs"));
const { info } = JSON.parse(await readFile(path.join(folder, "pyodide-lock.json"), "utf8"));
const read = (name) => readFile(name, "utf8");

// What the module is given, and what it gives: Pyodide keeps both to itself.
let imports, exports, module;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (source, given) => {
  const made = await instantiate(source, given);
  if (given?.env?.memory) [imports, exports, module] = [given, made.instance.exports, made.module];
  return made;
};

const python = await loadPyodide({
  indexURL: folder,
  stdLibURL: path.resolve(archive),
  lockFileContents: JSON.stringify({ info, packages: {} }),
  args: ["-S", "-B", "-P"],
  env: { PYTHONHASHSEED: "0", HOME: "/" }, // no chance
});
const names = python.toPy({});
const builtins = python.pyimport("builtins");
const run = (source) => builtins.exec(source, names);
for (const [name, value] of Object.entries({
  thin: await read(new URL("thin.py", import.meta.url)),
  guide: await read(guide),
  almanac: await read(almanac),
  given: JSON.stringify(await json(process.stdin)),
})) {
  names.set(name, value);
}
run("exec(thin)");
if (!out) {
  run(`
import json
from followup import bridge

bridge.start(guide)
watch()
for number, request in enumerate(json.loads(given)):
    if number == 8:
        bridge.open_holidays(almanac)
    try:
        bridge.view(request)
    except Exception:
        pass
found = json.dumps(sorted(called))
`);
  console.log(names.get("found"));
} else {
  run(`
import json
from followup import bridge

bridge.start(guide)
wanted = {*json.loads(given)}
found = f"{id(bridge.view)} {id(bridge.open_holidays)} {id(str)}"
`);
  const [view, open_holidays, texts] = names.get("found").split(" ").map(Number);
  run("del guide, almanac, given, found, json, bridge; thin(wanted)");
  const globals = {};
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
    if (kind === "global") globals[`${from}.${name}`] = imports[from][name].value;
  }
  const [stack, end] = [exports.emscripten_stack_get_end(), exports.sbrk(0)];
  const table = imports.env.__indirect_function_table.length;
  const state = { globals, stack, end, table, view, open_holidays, texts };
  await writeFile(path.join(out, "image.bin"), new Uint8Array(imports.env.memory.buffer));
  await writeFile(path.join(out, "image.json"), JSON.stringify(state));
}
