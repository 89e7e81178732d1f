import assert from "node:assert/strict";
import { test } from "node:test";
import { differences } from "../../../widget/web/result/word-diff.js";

/**
 * @param {string} one
 * @param {string} other
 */
const marked = (one, other) =>
  differences(one, other)
    .map(({ text, differs }) => (differs ? `<${text}>` : text))
    .join(" ");

test("the same sentence has no difference", () => {
  assert.equal(marked("Wait until Monday.", "Wait until Monday."), "Wait until Monday.");
});

test("what the first does not say is marked, side by side in one piece", () => {
  assert.equal(
    marked("Email HR on Tuesday 9 February.", "Call HR on Friday 12 February."),
    "<Call> HR on <Friday 12> February.",
  );
});

test("another sentence is marked as a whole", () => {
  assert.equal(marked("Leave it.", "Call them today."), "<Call them today.>");
});
