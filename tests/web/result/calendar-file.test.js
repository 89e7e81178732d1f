import assert from "node:assert/strict";
import { test } from "node:test";
import ICAL from "ical.js";
import {
  TURNS,
  calendarFile,
  canceled,
  entries,
} from "../../../widget/web/result/calendar-file.js";
import { advice } from "../fixtures/documents.js";

/** @import { Entry } from "../../../widget/web/result/calendar-file.js" */

const NOW = new Date("2027-02-03T12:00:00Z");
const JOB = { day: "2027-02-02", name: "" };
/** @type {import("../../../widget/web/app/context.js").Context["t"]} */
const t = (id, slots = {}) => (id === "event-about" ? `${slots.label}: ${slots.about}` : id);

/**
 * @param {Record<string, string>} days The label of each step, by its day.
 * @param {Map<string, string>} [blanks]
 */
function steps(days, blanks = new Map()) {
  const kinds = Object.keys(days).map((_, index, all) => (all[index + 1] ? "later" : "end"));
  const marks = Object.entries(days).map(([date, label], index) => ({
    date,
    label,
    kind: kinds[index],
    when: date,
    text: label,
  }));
  const view = advice();
  const timeline = { title: "", first: "", last: "", marks, window: null, off: [] };
  const context = {
    t,
    today: () => "2027-02-03",
    href: (/** @type {string} */ one) => one,
    blanks,
  };
  return entries({ ...view, timeline }, context, "https://a.example/quiz/");
}

const PLAN = { "2027-02-09": "Ask", "2027-02-16": "Last message", "2027-03-02": "Let go" };

/**
 * @param {Entry[]} all
 * @param {Date} [now]
 * @param {typeof JOB} [job]
 */
function events(all, now = NOW, job = JOB) {
  const text = calendarFile(ICAL, [{ job, all }], now);
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
}

/** @param {InstanceType<typeof ICAL.Component>} event */
function alarmOf(event) {
  return event.getFirstSubcomponent("valarm");
}

test("the reminder comes at nine where the reader is, whatever the clocks do", (context) => {
  const zone = process.env.TZ;
  context.after(() => (zone === undefined ? delete process.env.TZ : (process.env.TZ = zone)));
  /** @type {[string, string, string][]} */
  const nine = [
    ["America/Los_Angeles", "2027-03-12", "2027-03-12T17:00:00Z"],
    ["America/Los_Angeles", "2027-03-15", "2027-03-15T16:00:00Z"], // the clocks went forward
    ["Europe/Berlin", "2027-02-09", "2027-02-09T08:00:00Z"],
    ["Pacific/Auckland", "2027-02-09", "2027-02-08T20:00:00Z"],
    ["Asia/Jerusalem", "2027-10-31", "2027-10-31T07:00:00Z"], // they go back on that very day
    ["Asia/Kathmandu", "2027-02-09", "2027-02-09T03:15:00Z"],
  ];
  for (const [where, day, moment] of nine) {
    process.env.TZ = where;
    const [event] = events(steps({ [day]: "Ask", "2027-12-01": "Let go" }));
    const trigger = alarmOf(event)?.getFirstProperty("trigger");
    assert.equal(trigger?.type, "date-time", where);
    assert.equal(String(trigger?.getFirstValue()), moment, where);
  }
});

test("a long name is cut between letters, as people see them", () => {
  /** @param {string} name */
  const titleOf = (name) => steps(PLAN, new Map([["job", name]]))[0].title;
  const full = "x".repeat(79);
  for (const last of ["😀", "👩‍👩‍👧", "नि", "🇳🇿", "é"]) {
    assert.equal(titleOf(full + last), `Ask: ${full}${last}`);
    assert.equal(titleOf(`${full}x${last}`), `Ask: ${full}x`);
  }
  assert.equal(titleOf("clerk\ud83d"), "Ask: clerk", "half a character is none");
});

test("whatever is to be done in it, a step keeps its name from file to file", () => {
  /** @param {Record<string, string>} plan */
  const ids = (plan) => events(steps(plan)).map((event) => event.getFirstPropertyValue("uid"));
  const [first, second, end] = ids(PLAN);
  assert.deepEqual(ids({ "2027-02-11": "Last message", "2027-02-25": "Let go" }), [second, end]);
  assert.deepEqual(ids({ "2027-02-26": "Check in", "2027-03-12": "Let go" }), [second, end]);
  assert.equal(new Set([first, second, end]).size, 3);
});

test("the day of the interview and the first name make the job, and case makes no other", () => {
  /** @param {typeof JOB} job */
  const id = (job) => String(events(steps(PLAN), NOW, job)[0].getFirstPropertyValue("uid"));
  assert.equal(id({ ...JOB, name: " Clerk" }), id({ ...JOB, name: "clerk" }));
  assert.notEqual(id({ ...JOB, name: "clerk" }), id(JOB));
  assert.notEqual(id({ ...JOB, day: "2027-02-03" }), id(JOB));
  assert.doesNotMatch(id({ ...JOB, name: "clerk" }), /clerk|2027/);
});

test("what an earlier file may have had and the plan has not is canceled, without a reminder", () => {
  const moved = steps({ "2027-02-26": "Check in", "2027-03-12": "Let go" });
  const all = events([...moved, ...canceled(moved, JOB.day, t)]);
  assert.equal(new Set(all.map((one) => one.getFirstPropertyValue("uid"))).size, TURNS);
  const gone = all.filter((one) => one.getFirstPropertyValue("status") === "CANCELLED");
  assert.equal(gone.length, TURNS - moved.length);
  assert.ok(gone.every((one) => alarmOf(one) === null && !one.hasProperty("url")));
  const [first] = events(steps(PLAN)).map((one) => one.getFirstPropertyValue("uid"));
  assert.ok(gone.some((one) => one.getFirstPropertyValue("uid") === first));
});

test("a second later a file is newer, and newer than any that counted days", () => {
  /** @param {number} later in seconds */
  const version = (later) =>
    Number(
      events(steps(PLAN), new Date(NOW.getTime() + later * 1000))[0].getFirstPropertyValue(
        "sequence",
      ),
    );
  assert.ok(version(1) > version(0));
  assert.ok(version(0) > 30_000);
  assert.ok(version(50 * 365 * 86_400) < 2 ** 31);
  assert.equal(version(-10 * 365 * 86_400), 0); // a clock that is years behind
});

test("the day to ask by right is a day of its own, which a newer file takes away", () => {
  const view = advice();
  const context = {
    t,
    today: () => "2027-02-03",
    href: (/** @type {string} */ one) => one,
    blanks: new Map(),
  };
  const mark = {
    date: "2027-02-09",
    label: "Ask",
    kind: /** @type {const} */ ("do"),
    when: "",
    text: "Ask",
  };
  const timeline = { title: "", first: "", last: "", marks: [mark], window: null, off: [] };
  const right = {
    id: "law-ontario",
    section: "law#law-ontario",
    text: "By March 19 …",
    on: "2027-03-19",
    sure: "",
    source: { name: "", address: "" },
    checked: "2026-11-27",
    ask: { on: "2027-03-22", message: /** @type {any} */ (null) },
  };
  const rights = { title: "", items: [right], timeline: null };
  const all = entries({ ...view, timeline, rights }, context, "");
  assert.deepEqual(
    all.map(({ turn, on }) => [turn, on]),
    [
      [0, "2027-02-09"],
      [TURNS - 1, "2027-03-22"],
    ],
  );
  const gone = canceled(entries({ ...view, timeline, rights: null }, context, ""), "2027-02-02", t);
  assert.ok(gone.some(({ turn }) => turn === TURNS - 1));
});
