// Start the browser's Python under Node and ask it the requests read from standard input.
//
//   node scripts/pyodide/run-requests.mjs <folder of Pyodide> <python.zip> <guide.json> <almanac.json> < requests.json
//
// Prints {views, took, modules, broken}: what it answered and in how many milliseconds, which modules
// of the zip it had to load for that, and which modules of the package cannot be imported there.
import { json } from "node:stream/consumers";
import { readFile } from "node:fs/promises";
import { bootUnderNode } from "./start.mjs";

const [core, archive, guide, almanac] = process.argv.slice(2);
const { python, view, openHolidays } = await bootUnderNode(core, archive, guide).catch((error) => {
  console.error(String(error)); // only this: Node would show a line of code, which may be a megabyte
  process.exit(1);
});
openHolidays(await readFile(almanac, "utf8"));

const took = [];

/** An error is an answer too: whatever Python needs to tell it has to be there. */
function answer(request) {
  const began = performance.now();
  try {
    return view(request);
  } catch (error) {
    return String(error);
  } finally {
    took.push(performance.now() - began);
  }
}

const views = /** @type {string[]} */ (await json(process.stdin)).map(answer);
const [modules, broken] = JSON.parse(
  python.runPython(`
import importlib, json, sys, zipimport

library = "/lib/python%d%d.zip" % sys.version_info[:2]
places = [
    module.__file__.removeprefix(library + "/")
    for module in list(sys.modules.values())
    if isinstance(getattr(module, "__loader__", None), zipimport.zipimporter)
]

broken = []
for name in zipimport._zip_directory_cache[library]:
    if name.startswith("followup/") and not name.endswith("/"):  # newer Pythons list folders too
        module = name.removesuffix(".pyc").removesuffix("/__init__").replace("/", ".")
        try:
            importlib.import_module(module)
        except ImportError as error:
            broken.append(f"{module}: {error}")
json.dumps([sorted(places), broken])
`),
);
console.log(JSON.stringify({ views, took, modules, broken }));
