// Make what the page shows without Python, for many requests: one per line, as Python is asked.
//
//   node tests/web/read-first-screens.mjs <first-screens.json> [<endings.json>] < requests.txt
//
// Prints a line for each: the SHA-256 of the document, or "-" where it takes Python.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { endingFor } from "../../widget/web/answers/endings.js";
import { pageFor } from "../../widget/web/answers/first-screens.js";
import { speaker } from "../../widget/web/app/context.js";

const [data, endings] = await Promise.all(
  process.argv.slice(2).map(async (file) => JSON.parse(await readFile(file, "utf8"))),
);
const { t } = speaker(data.phrases);
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const document = pageFor(data, request) ?? (endings ? endingFor(endings, request, t) : null);
  console.log(document ? createHash("sha256").update(JSON.stringify(document)).digest("hex") : "-");
}
