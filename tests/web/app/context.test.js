import assert from "node:assert/strict";
import { test } from "node:test";
import { addresser, speaker } from "../../../widget/web/app/context.js";

const { t, count } = speaker({
  step: "Step {n} of {total}",
  "blanks-one": "1 blank left",
  blanks: "{n} blanks left",
});

test("slots are filled", () => {
  assert.equal(t("step", { n: 2, total: 5 }), "Step 2 of 5");
});

test("a slot that nothing fills stays to be seen", () => {
  assert.equal(t("step", { n: 2 }), "Step 2 of {total}");
});

test("a phrase that is missing shows its id", () => {
  assert.equal(t("nowhere"), "nowhere");
});

test("one has words of its own, none and two have not", () => {
  assert.equal(count("blanks", 1), "1 blank left");
  assert.equal(count("blanks", 0), "0 blanks left");
  assert.equal(count("blanks", 2), "2 blanks left");
});

test("a section is addressed from the root of the site, in whatever path that is", () => {
  const href = addresser(new URL("https://example.org/a/b/"));
  assert.equal(href("timing#their-date"), "https://example.org/a/b/timing/#their-date");
  assert.equal(href("index#one-minute"), "https://example.org/a/b/#one-minute");
  assert.equal(href("about/phrases"), "https://example.org/a/b/about/phrases/");
});
