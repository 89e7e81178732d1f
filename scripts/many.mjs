// Ask the browser's Python under Node many requests, one per line, and say how each went.
//
//   node scripts/many.mjs <stdlib.zip> <archive.whl> <guide.json> <almanac.json> < requests.txt
//
// Prints a line for each: the SHA-256 of the answer and the milliseconds it took.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";
import { boot } from "../widget/web/boot.js";

const [stdlib, archive, guide, almanac] = process.argv.slice(2).map((name) => path.resolve(name));
const { view, openAlmanac } = await boot({
  loadPyodide,
  folder: path.dirname(fileURLToPath(import.meta.resolve("pyodide"))),
  stdlib,
  archive: readFile(archive).then((bytes) => new Uint8Array(bytes).buffer),
  guide: readFile(guide, "utf8"),
});
openAlmanac(await readFile(almanac, "utf8"));

for await (const request of createInterface({ input: process.stdin })) {
  const began = performance.now();
  const answer = view(request);
  const took = performance.now() - began;
  console.log(createHash("sha256").update(answer).digest("hex"), took.toFixed(3));
}
