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
    marked("Email HR on Tuesday, February\u00a09.", "Call HR on Friday, February\u00a012."),
    "<Call> HR on <Friday, February\u00a012.>",
  );
});

test("another sentence is marked as a whole", () => {
  assert.equal(marked("Leave it.", "Call them today."), "<Call them today.>");
});
