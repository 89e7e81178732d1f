/** @import { Answers } from "../../../widget/web/protocol.js" */
import assert from "node:assert/strict";
import { test } from "node:test";
import { EmbeddedTrail } from "../../../widget/web/answers/history-embedded.js";

const QUIZ = new URL("https://example.org/here/quiz/");

/** @param {{ fragment?: string, screen?: number | null }} [wish] */
function begin({ fragment = "", screen = null } = {}) {
  /** @type {(number | null)[]} */
  const shown = [];
  /** @type {Answers[]} */
  const brought = [];
  const guide = {
    show: (/** @type {number | null} */ one) => shown.push(one),
    read: (/** @type {Answers} */ answers) => brought.push(answers),
    stray: () => assert.fail("nobody can stray"),
    screenOf: () => assert.fail("no place of the page is asked for"),
  };
  return { shown, brought, trail: new EmbeddedTrail(guide, { fragment, screen, quiz: QUIZ }) };
}

test("it begins with what the site has asked for", () => {
  const { trail } = begin({ fragment: "#v=1&heard=nothing", screen: 3 });
  assert.deepEqual([trail.answers, trail.screen, trail.depth], [{ heard: "nothing" }, 3, 0]);
});

test("going back shows the step before and keeps all answers", () => {
  const { trail, shown } = begin();
  trail.step(1, {}, "replace");
  trail.step(2, { heard: "nothing" }, "push");
  trail.step(3, { heard: "nothing", timeline: "none" }, "push");
  assert.equal(trail.depth, 2);
  trail.back();
  assert.deepEqual(shown, [2]);
  trail.step(2, trail.answers, "replace");
  assert.equal(trail.depth, 1);
  assert.deepEqual(trail.answers, { heard: "nothing", timeline: "none" });
});

test("going back over a branch brings the answers before it back", () => {
  const { trail, shown, brought } = begin();
  trail.step(null, { thanked: "no" }, "replace");
  trail.step(null, { thanked: "yes" }, "branch");
  trail.step(8, { thanked: "yes", country: "DE" }, "push");
  trail.back();
  assert.deepEqual([shown, brought], [[null], []]);
  trail.step(null, trail.answers, "replace");
  trail.back();
  assert.deepEqual(brought, [{ thanked: "no" }]);
});

test("erasing leaves no step and no answer", () => {
  const { trail } = begin({ fragment: "#v=1&heard=nothing" });
  trail.step(2, trail.answers, "push");
  trail.erase();
  assert.deepEqual([trail.answers, trail.screen, trail.depth], [{}, null, 0]);
});

test("the link leads to the whole quiz", () => {
  const { trail } = begin();
  assert.equal(trail.link(), "https://example.org/here/quiz/#");
  trail.keep({ instructions: "email-only+no-calls" });
  assert.equal(trail.link(), "https://example.org/here/quiz/#v=1&instructions=email-only+no-calls");
});
