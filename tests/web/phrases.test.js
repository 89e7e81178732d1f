import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const WEB = new URL("../../widget/web/", import.meta.url);
const GUIDE = new URL("../../docs/about/phrases.md", import.meta.url);

const FIRST_SCREENS = readFileSync(
  new URL("../../scripts/quiz/first_screens.py", import.meta.url),
  "utf8",
);

const phrases = new Set(
  [...readFileSync(GUIDE, "utf8").matchAll(/^\| ([a-z0-9-]+) \|/gm)].map(([, id]) => id),
);

/**
 * The ids in the calls of one function, written out as they are in the sources.
 * @param {string} source
 * @param {string} name
 */
function asked(source, name) {
  const calls = source.matchAll(new RegExp(`\\b${name}\\(((?:[^()]|\\([^()]*\\))*)\\)`, "g"));
  return [...calls].flatMap(([, inside]) =>
    [...inside.matchAll(/"([a-z0-9-]+)"/g)].map(([, id]) => id),
  );
}

const sources = readdirSync(WEB, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".js"))
  .map((name) => readFileSync(new URL(name, WEB), "utf8"));

test("the guide has every phrase that the page says", () => {
  const said = sources.flatMap((source) => asked(source, "t"));
  assert.ok(said.length > 40, "the sources are read");
  const missing = new Set(said.filter((id) => !phrases.has(id)));
  // Values that are compared inside a call are no phrases.
  for (const value of ["missing", "date", "none", "script"]) missing.delete(value);
  assert.deepEqual([...missing], []);
});

test("the page has every phrase that it says before Python is awake", () => {
  const [, listed] = FIRST_SCREENS.match(/^SENTENCES_OF_PYTHON = \(([^]*?)^\)$/m) ?? [];
  const left = [...(listed ?? "").matchAll(/"([a-z-]+)"/g)].map(([, start]) => start);
  assert.ok(left.length > 5, "what is left out is read");
  const said = sources.flatMap((source) => [...asked(source, "t"), ...asked(source, "count")]);
  assert.deepEqual(
    said.filter((id) => left.some((start) => id.startsWith(start))),
    [],
  );
});

test("the guide has both forms of every phrase that counts", () => {
  const counted = sources.flatMap((source) => asked(source, "count"));
  assert.ok(counted.length > 0, "the sources are read");
  const forms = counted.flatMap((id) => [id, `${id}-one`]);
  assert.deepEqual(
    forms.filter((id) => !phrases.has(id)),
    [],
  );
});
