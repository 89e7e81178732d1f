// Ask the browser's Python under Node many requests, one per line, and say how each went.
//
//   node scripts/pyodide/batch.mjs <folder of Pyodide> <python.zip> <guide.json> <almanac.json> < requests.txt
//
// Prints a line for each: the SHA-256 of the answer and the milliseconds it took.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { bootUnderNode } from "./start.mjs";

const [core, archive, guide, almanac] = process.argv.slice(2);
const { view, openHolidays } = await bootUnderNode(core, archive, guide);
openHolidays(await readFile(almanac, "utf8"));

for await (const request of createInterface({ input: process.stdin })) {
  const began = performance.now();
  const answer = view(request);
  const took = performance.now() - began;
  console.log(createHash("sha256").update(answer).digest("hex"), took.toFixed(3));
}
