import assert from "node:assert/strict";
import { test } from "node:test";
import { daysIn, lastDayInstead } from "../../../widget/web/answers/parse-day.js";

const TODAY = "2027-02-09"; // a Tuesday

/** @type {Record<string, string[]>} */
const MEANS = {
  "2027-02-02": ["2027-02-02"],
  "2027-2-3": ["2027-02-03"],
  "2 Feb": ["2027-02-02"],
  "Feb 2": ["2027-02-02"],
  "2nd of February, 2026": ["2026-02-02"],
  "September 30": ["2026-09-30"],
  "30 Sept": ["2026-09-30"],
  "20 dec": ["2026-12-20"],
  "02/03": ["2027-03-02", "2027-02-03"],
  "2-3-27": ["2027-03-02", "2027-02-03"],
  "02.03.": ["2027-03-02"],
  "2/2": ["2027-02-02"],
  "13/2": ["2027-02-13"],
  "2/13": ["2027-02-13"],
  "2/2/2026": ["2026-02-02"],
  today: ["2027-02-09"],
  Yesterday: ["2027-02-08"],
  tomorrow: ["2027-02-10"],
  "last Friday": ["2027-02-05"],
  "last tuesday": ["2027-02-02"],
  Friday: ["2027-02-05", "2027-02-12"],
  tue: ["2027-02-09", "2027-02-02", "2027-02-16"],
  "next Friday": ["2027-02-12", "2027-02-19"],
  "3 days ago": ["2027-02-06"],
  "a week ago": ["2027-02-02"],
  "about two weeks ago": ["2027-01-26"],
  "in 2 days": ["2027-02-11"],
  "29 Feb 2028": ["2028-02-29"],
};

for (const [text, days] of Object.entries(MEANS)) {
  test(`“${text}” means ${days.join(" or ")}`, () => assert.deepEqual(daysIn(text, TODAY), days));
}

for (const text of ["", "soon", "30 Feb 2027", "13/13", "2027-13-01", "2 days", "x".repeat(9999)]) {
  test(`“${text.slice(0, 20)}” is no day`, () => assert.deepEqual(daysIn(text, TODAY), []));
}

/** @type {Record<string, string | null>} */
const INSTEAD = {
  "30 Feb": "2027-02-28",
  "29 Feb": "2027-02-28",
  "31/2/2028": "2028-02-29",
  "2/30": "2027-02-28",
  "April 31": "2027-04-30",
  "2026-11-31": "2026-11-30",
  "2 Feb": null,
  "32 Jan": null,
  "30/13": null,
  "0/2": null,
  soon: null,
};

for (const [text, day] of Object.entries(INSTEAD)) {
  test(`“${text}” ${day ? `asks whether ${day} is meant` : "offers no other day"}`, () =>
    assert.equal(lastDayInstead(text, TODAY), day));
}
