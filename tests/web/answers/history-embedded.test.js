/** @import { Answers } from "../../../widget/web/protocol.js" */
/** @import { Trace } from "../../../widget/web/app/state.js" */
import assert from "node:assert/strict";
import { test } from "node:test";
import { MemoryHistory } from "../../../widget/web/answers/history-embedded.js";

const QUIZ = new URL("https://example.org/here/quiz/");

/** @param {{ fragment?: string, screen?: number | null }} [wish] */
function begin({ fragment = "", screen = null } = {}) {
  /** @type {(number | null)[]} */
  const shown = [];
  /** @type {Answers[]} */
  const brought = [];
  const quiz = {
    answers: () => past.answers,
    show: (/** @type {number | null} */ one) => shown.push(one),
    read: (/** @type {Answers} */ answers) => brought.push(answers),
    stray: () => assert.fail("nobody can stray"),
    refuse: () => assert.fail("no link can be followed"),
    screenOf: () => assert.fail("no place of the page is asked for"),
  };
  const steps = new MemoryHistory(quiz, { fragment, screen, quiz: QUIZ });
  const past = {
    shown,
    brought,
    steps,
    answers: steps.start.answers,
    /** @type {(screen: number | null, answers: Answers, trace: Trace) => void} */
    go: (screen, answers, trace) => {
      past.answers = answers;
      steps.step(screen, trace);
    },
  };
  return past;
}

test("it begins with what the site has asked for", () => {
  const { steps } = begin({ fragment: "#v=1&heard=nothing", screen: 3 });
  assert.deepEqual([steps.start.answers, steps.start.screen], [{ heard: "nothing" }, 3]);
  assert.equal(steps.depth, 0);
});

test("going back shows the step before and takes no answer away", () => {
  const { steps, go, shown, brought } = begin();
  go(1, {}, "replace");
  go(2, { heard: "nothing" }, "push");
  go(3, { heard: "nothing", timeline: "none" }, "push");
  assert.equal(steps.depth, 2);
  steps.back();
  assert.deepEqual([shown, brought, steps.depth], [[2], [], 1]);
});

test("going back over a branch brings the answers before it back", () => {
  const { steps, go, shown, brought } = begin();
  go(null, { thanked: "no" }, "replace");
  go(null, { thanked: "yes" }, "branch");
  go(8, { thanked: "yes", country: "DE" }, "push");
  steps.back();
  assert.deepEqual([shown, brought], [[null], []]);
  go(null, { thanked: "yes", country: "DE" }, "replace");
  steps.back();
  assert.deepEqual(brought, [{ thanked: "no" }]);
});

test("what was typed before a branch comes back, too", () => {
  const past = begin();
  past.go(3, {}, "replace");
  past.answers = { thanked: "no" };
  past.steps.keep();
  past.go(null, { thanked: "yes" }, "branch");
  past.steps.back();
  assert.deepEqual(past.brought, [{ thanked: "no" }]);
});

test("erasing leaves no step and no answer", () => {
  const { steps, go } = begin({ fragment: "#v=1&heard=nothing" });
  go(2, { heard: "nothing" }, "push");
  steps.erase();
  assert.deepEqual([steps.start.answers, steps.start.screen, steps.depth], [{}, null, 0]);
});

test("the link leads to the whole quiz, with the answers as they are", () => {
  const past = begin();
  assert.equal(past.steps.link(), "https://example.org/here/quiz/#");
  past.answers = { instructions: "email-only+no-calls" };
  const fragment = "#v=1&instructions=email-only+no-calls";
  assert.equal(past.steps.link(), `https://example.org/here/quiz/${fragment}`);
});
