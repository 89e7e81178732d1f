import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { WorkerClient } from "../../../widget/web/python/worker-client.js";
import { screen } from "../fixtures/documents.js";

/** @type {any[]} */
let workers = [];
/** @type {any[]} */
let news = [];
/** @type {WorkerClient} */
let client;

class FakeWorker {
  /** @type {any[]} */
  sent = [];
  isAlive = true;

  constructor() {
    workers.push(this);
  }

  /** @param {any} message */
  postMessage(message) {
    this.sent.push(message);
  }

  terminate() {
    this.isAlive = false;
  }

  /** @type {any} */
  onmessage = null;
  onerror = null;
  onmessageerror = null;
}

/** @param {any} data */
const say = (data) => workers.at(-1).onmessage({ data });
const asking = { answers: { heard: "nothing" }, today: "2027-02-09" };

beforeEach(async () => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  workers = [];
  news = [];
  client = new WorkerClient(
    async () => /** @type {any} */ (new FakeWorker()),
    (message) => news.push(message),
  );
  await client.start();
});

test("a question goes out as a string, with its number and whether holidays count", () => {
  const there = { ...asking, answers: { country: "DE" } };
  client.ask(7, asking);
  client.ask(8, there);
  assert.deepEqual(workers[0].sent, [
    { type: "ask", id: 7, request: JSON.stringify(asking), needsHolidays: false },
    { type: "ask", id: 8, request: JSON.stringify(there), needsHolidays: true },
  ]);
});

test("each question gets its own answer, in whatever order they come", async () => {
  const [one, two] = [screen(1, []), screen(2, [])];
  const asked = [client.ask(1, asking), client.ask(2, asking)];
  say({ type: "answer", id: 2, view: JSON.stringify(two) });
  say({ type: "answer", id: 1, view: JSON.stringify(one) });
  assert.deepEqual(await Promise.all(asked), [one, two]);
});

test("progress and readiness are told", () => {
  say({ type: "progress", loaded: 1, total: 2 });
  say({ type: "ready" });
  assert.deepEqual(news, [{ type: "progress", loaded: 1, total: 2 }, { type: "ready" }]);
});

test("a failure is told, ends the worker and lets nobody wait", async () => {
  const asked = client.ask(1, asking);
  say({ type: "failed", stage: "load", text: "blocked" });
  await assert.rejects(asked);
  assert.equal(workers[0].isAlive, false);
  assert.deepEqual(news, [{ type: "failed", stage: "load", text: "blocked" }]);
});

test("an answer that cannot be read is a failure", async () => {
  client.ask(1, asking).catch(() => {});
  say({ type: "answer", id: 1, view: "{" });
  assert.equal(news[0].stage, "answer");
});

test("a worker that cannot be made is a failure", async () => {
  const blocked = new WorkerClient(
    () => Promise.reject(new Error("blocked")),
    (message) => news.push(message),
  );
  await blocked.start();
  assert.equal(news[0].type, "failed");
});

test("a worker that errs is a failure", () => {
  workers[0].onerror({ message: "syntax" });
  assert.deepEqual(news, [{ type: "failed", stage: "worker", text: "syntax" }]);
});

test("starting again makes a new worker and ends the old one", async () => {
  await client.start();
  assert.deepEqual(
    workers.map(({ isAlive }) => isAlive),
    [false, true],
  );
});

test("of two starts at once the last one counts", async () => {
  await Promise.all([client.start(), client.start()]);
  assert.deepEqual(
    workers.map(({ isAlive }) => isAlive),
    [false, false, true],
  );
});

test("nothing can be asked of a worker that has ended", async () => {
  say({ type: "failed", stage: "load", text: "" });
  await assert.rejects(client.ask(1, asking));
});

const silence = { type: "failed", stage: "silence", text: "" };

test("while bytes come, twenty seconds without one are a failure", () => {
  mock.timers.tick(19_000);
  say({ type: "progress", loaded: 1, total: 2 });
  mock.timers.tick(19_000);
  assert.equal(news.length, 1);
  mock.timers.tick(1_000);
  assert.deepEqual(news[1], silence);
});

test("what has come may take longer to start", () => {
  say({ type: "progress", loaded: 2, total: 2 });
  mock.timers.tick(39_000);
  assert.equal(news.length, 1);
  mock.timers.tick(1_000);
  assert.deepEqual(news[1], silence);
});

test("once it is ready and nothing is asked, silence is fine", () => {
  say({ type: "ready" });
  mock.timers.tick(600_000);
  assert.equal(news.length, 1);
});

test("silence after a question is a failure", () => {
  say({ type: "ready" });
  client.ask(1, asking).catch(() => {});
  mock.timers.tick(15_000);
  assert.equal(news[1].stage, "silence");
});
