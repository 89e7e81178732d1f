// Start the browser's Python under Node and ask it the requests read from standard input.
//
//   node scripts/ask.mjs <stdlib.zip> <archive.whl> <guide.json> <almanac.json> < requests.json
//
// Prints {views, modules, broken}: what it answered, which standard modules it had to load for that,
// and which modules of the package cannot be imported there.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { json } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";
import { boot } from "../widget/web/boot.js";

const [stdlib, archive, guide, almanac] = process.argv.slice(2).map((name) => path.resolve(name));
const { python, view, openAlmanac } = await boot({
  loadPyodide,
  folder: path.dirname(fileURLToPath(import.meta.resolve("pyodide"))),
  stdlib,
  archive: readFile(archive).then((bytes) => new Uint8Array(bytes).buffer),
  guide: readFile(guide, "utf8"),
});
openAlmanac(await readFile(almanac, "utf8"));

/** An error is an answer too: whatever Python needs to tell it has to be there. */
function answer(request) {
  try {
    return view(request);
  } catch (error) {
    return String(error);
  }
}

const views = /** @type {string[]} */ (await json(process.stdin)).map(answer);
const [modules, broken] = JSON.parse(
  python.runPython(`
import importlib, json, pkgutil, sys
import followup

library = "python%d%d.zip/" % sys.version_info[:2]
places = [getattr(module, "__file__", None) or "" for module in list(sys.modules.values())]
modules = sorted(place.split(library)[1] for place in places if library in place)

broken = []
for found in pkgutil.walk_packages(followup.__path__, "followup."):
    if not found.name.endswith("__main__"):  # the command line stays outside the browser
        try:
            importlib.import_module(found.name)
        except ImportError as error:
            broken.append(f"{found.name}: {error}")
json.dumps([modules, broken])
`),
);
console.log(JSON.stringify({ views, modules, broken }));
