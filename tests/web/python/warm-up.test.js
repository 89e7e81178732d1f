// Python rehearses while nobody waits, and never in anybody's way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { warmUp } from "../../../widget/web/python/warm-up.js";

/** @param {import("node:test").TestContext} context */
function started(context, view = (/** @type {string} */ _) => {}) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const asked = [];
  const putOff = warmUp((request) => {
    asked.push(request);
    view(request);
  });
  /** In small steps, as a tick does not run what it starts. @param {number} ms */
  function later(ms) {
    for (let gone = 0; gone < ms; gone += 10) context.mock.timers.tick(10);
  }
  return { asked, putOff, later };
}

test("it asks complete requests, a few times, and then never again", (context) => {
  const { asked, later } = started(context);
  assert.equal(asked.length, 0);
  later(30_000);
  const many = asked.length;
  assert.ok(many > 5 && many < 50, `${many}`);
  for (const request of asked) assert.ok(JSON.parse(request).answers["interviewed-on"]);
  later(100_000);
  assert.equal(asked.length, many);
});

test("whoever asks comes first: the rest waits until it is quiet", (context) => {
  const { asked, putOff, later } = started(context);
  later(1000);
  assert.equal(asked.length, 1);
  for (let answer = 0; answer < 10; answer += 1) {
    putOff();
    later(900);
  }
  assert.equal(asked.length, 1);
  later(110);
  assert.equal(asked.length, 2);
});

test("a rehearsal that fails ends quietly", (context) => {
  const { asked, later } = started(context, () => {
    throw new Error("no");
  });
  later(100_000);
  assert.equal(asked.length, 1);
});
