// Read the opening book, without a page, for many requests: one per line, as Python is asked.
//
//   node tests/web/read-the-book.mjs <opening.json> < requests.txt
//
// Prints a line for each: the SHA-256 of the page, or "-" where the book has none.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { pageFor } from "../../widget/web/answers/first-screens.js";

const book = JSON.parse(await readFile(process.argv[2], "utf8"));
for await (const request of createInterface({ input: process.stdin })) {
  const page = pageFor(book, JSON.parse(request));
  console.log(page ? createHash("sha256").update(JSON.stringify(page)).digest("hex") : "-");
}
