// Python rehearses while nobody waits, and never in anybody's way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { warmUp } from "../../../widget/web/python/warm-up.js";

/** @param {import("node:test").TestContext} context */
function started(context, view = (/** @type {string} */ _) => {}) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const asked = [];
  const putOff = warmUp(async (request) => {
    asked.push(request);
    view(request);
  });
  /** In small steps, as a tick does not run what it starts. @param {number} ms */
  async function later(ms) {
    for (let gone = 0; gone < ms; gone += 10) {
      context.mock.timers.tick(10);
      await Promise.resolve();
    }
  }
  return { asked, putOff, later };
}

test("it asks complete requests, a few times, and then never again", async (context) => {
  const { asked, later } = started(context);
  assert.equal(asked.length, 0);
  await later(30_000);
  const many = asked.length;
  assert.ok(many > 5 && many < 50, `${many}`);
  for (const request of asked) assert.ok(JSON.parse(request).answers["interviewed-on"]);
  await later(100_000);
  assert.equal(asked.length, many);
});

test("whoever asks comes first: the rest waits until it is quiet", async (context) => {
  const { asked, putOff, later } = started(context);
  await later(1000);
  assert.equal(asked.length, 1);
  for (let answer = 0; answer < 10; answer += 1) {
    putOff();
    await later(900);
  }
  assert.equal(asked.length, 1);
  await later(110);
  assert.equal(asked.length, 2);
});

test("a rehearsal that fails ends quietly", async (context) => {
  const { asked, later } = started(context, () => {
    throw new Error("no");
  });
  await later(100_000);
  assert.equal(asked.length, 1);
});
