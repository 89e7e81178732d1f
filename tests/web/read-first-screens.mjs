// Make the first screens, without a page, for many requests: one per line, as Python is asked.
//
//   node tests/web/read-first-screens.mjs <first-screens.json> < requests.txt
//
// Prints a line for each: the SHA-256 of the page, or "-" where it takes Python.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pageFor } from "../../widget/web/answers/first-screens.js";

const data = JSON.parse(await readFile(process.argv[2], "utf8"));
for await (const request of createInterface({ input: process.stdin })) {
  const page = pageFor(data, JSON.parse(request));
  console.log(page ? createHash("sha256").update(JSON.stringify(page)).digest("hex") : "-");
}
