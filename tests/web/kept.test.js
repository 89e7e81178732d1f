import assert from "node:assert/strict";
import { test } from "node:test";
import { FileFault, isSealed, readFile, written } from "../../widget/web/kept/file.js";
import { csv, rows } from "../../widget/web/kept/record.js";
import { Store, answered, application, inMemory, understood } from "../../widget/web/kept/store.js";

const ANSWERS = { heard: "nothing", "interviewed-on": "2027-02-02" };
const NAMES = { employer: "Mill", job: "Baker", person: "Ms. Moss" };
const ONE = application(NAMES, ANSWERS, null);

/** @param {Promise<unknown>} promised */
async function faultOf(promised) {
  const error = await promised.then(
    () => null,
    (reason) => reason,
  );
  return error instanceof FileFault ? error.fault : error;
}

test("what is kept is read again, and a change begins with what lies there now", () => {
  const shelf = inMemory();
  const [here, elsewhere] = [new Store(shelf, true), new Store(shelf, true)];
  here.put(ONE);
  elsewhere.change(ONE.id, () => ({ person: "Mr. Fern" }));
  here.change(ONE.id, () => ({ closed: "2027-02-09" }));
  const now = here.get(ONE.id);
  assert.deepEqual([now?.person, now?.closed], ["Mr. Fern", "2027-02-09"]);
});

test("where there is no room, what is on the screen stays, and it is known", () => {
  const full = { ...inMemory(), setItem: () => assert.fail("full") };
  const store = new Store(full, true);
  assert.equal(store.put(ONE), false);
  assert.deepEqual([store.holdsAll, store.get(ONE.id)?.employer], [false, "Mill"]);
});

test("what another version added stays", () => {
  const shelf = inMemory();
  const store = new Store(shelf, true);
  shelf.setItem(
    `should-i-call.kept.${ONE.id}`,
    JSON.stringify({ ...ONE, version: 7, color: "red" }),
  );
  store.change(ONE.id, () => ({ job: "Miller" }));
  assert.match(shelf.getItem(shelf.keys()[0]) ?? "", /"color":"red"/);
});

test("what is no application is none", () => {
  for (const given of [
    null,
    1,
    [],
    {},
    { id: "x" },
    { id: "../x", answers: {} },
    { id: 1, answers: {} },
  ]) {
    assert.equal(understood(given), null);
  }
});

test("news of theirs is noted with its day, once", () => {
  const news = { ...ANSWERS, heard: "rejected", "heard-on": "2027-02-08" };
  const then = { ...ONE, ...answered(ONE, news, "2027-02-09") };
  assert.deepEqual(then.news, [{ on: "2027-02-08", heard: "rejected" }]);
  assert.deepEqual(answered(then, news, "2027-02-10"), {});
});

test("a sealed file opens with its passphrase alone, and holds no name in the clear", async () => {
  const text = await written([ONE], "a boat on a lake");
  assert.ok(isSealed(text) && !text.includes("Mill"));
  assert.deepEqual(await readFile(text, "a boat on a lake"), [ONE]);
  assert.equal(await faultOf(readFile(text, "another")), "passphrase");
  const file = JSON.parse(text);
  const weaker = { ...file, sealed: { ...file.sealed, rounds: 500_000 } };
  assert.equal(await faultOf(readFile(JSON.stringify(weaker), "a boat on a lake")), "passphrase");
});

test("a file that is none of ours, is newer, or is damaged says which", async () => {
  const plain = JSON.parse(await written([ONE], ""));
  for (const [file, fault] of /** @type {[unknown, string][]} */ ([
    ["{", "foreign"],
    [{ hello: 1 }, "foreign"],
    [{ ...plain, version: 2 }, "newer"],
    [{ ...plain, applications: [ONE, {}] }, "broken"],
    [{ ...plain, applications: undefined, sealed: { rounds: 1 }, data: "" }, "broken"],
    [{ ...plain, sealed: { rounds: 600_000, salt: "%", iv: "" }, data: "" }, "broken"],
  ])) {
    const text = typeof file === "string" ? file : JSON.stringify(file);
    assert.equal(await faultOf(readFile(text, "x")), fault, text);
  }
});

test("the record has a row for each contact, with what came of it", () => {
  const deeds = ["2027-02-08", "2027-02-15"].map((on) => ({
    on,
    action: "follow-up",
    channel: "email",
    label: "Ask for news",
  }));
  const kept = { ...ONE, deeds, news: [{ on: "2027-02-16", heard: "rejected" }] };
  const table = rows(
    [kept],
    (heard) => heard,
    (id) => id,
  );
  assert.deepEqual(
    table.map(([day, employer, person, , result]) => [day, employer, person, result]),
    [
      ["2027-02-08", "Mill: Baker", "Ms. Moss", "record-no-answer"],
      ["2027-02-15", "Mill: Baker", "Ms. Moss", "rejected"],
    ],
  );
});

test("no cell is a formula, and every cell keeps its text", () => {
  const cells = ["=1+1", "+1", "-1", "@x", "\t=1", "＝1", 'a "b", c', "two\nlines"];
  const line = csv([cells]).slice(1).trimEnd();
  assert.equal(line, `"'=1+1","'+1","'-1","'@x","' =1","'＝1","a ""b"", c","two lines"`);
});
