// Start the browser's Python under Node, the way the page starts it.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { loadPython } from "../../widget/web/python/load-python.js";

/**
 * @param {string} core folder of Pyodide's own files
 * @param {string} archive python.zip
 * @param {string} guide guide.json
 */
export async function bootUnderNode(core, archive, guide) {
  const folder = path.resolve(core);
  const { loadPyodide } = await import(path.join(folder, "pyodide.mjs"));
  const lock = await readFile(path.join(folder, "pyodide-lock.json"), "utf8");
  return loadPython({
    loadPyodide,
    folder,
    archive: path.resolve(archive),
    guide: readFile(guide, "utf8"),
    info: JSON.parse(lock).info,
  });
}
