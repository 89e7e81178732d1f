import assert from "node:assert/strict";
import { test } from "node:test";
import {
  distance,
  inWords,
  isDay,
  localDay,
  monthBefore,
  parts,
  shift,
} from "../../../widget/web/answers/days.js";
import { speaker } from "../../../widget/web/app/context.js";

test("the local day is the day on the reader's wall, just before and after midnight", () => {
  assert.equal(localDay(new Date(2027, 1, 9, 0, 1)), "2027-02-09");
  assert.equal(localDay(new Date(2027, 1, 9, 23, 59)), "2027-02-09");
});

test("28 February is a day, 30 February is none", () => {
  assert.equal(isDay("2027-02-28"), true);
  assert.equal(isDay("2027-02-30"), false);
});

test("29 February is a day in 2028 only", () => {
  assert.equal(isDay("2028-02-29"), true);
  assert.equal(isDay("2027-02-29"), false);
});

test("what is no ISO date is no day", () => {
  for (const text of ["", "unsure", "9 February", "2027-2-9", "2027-13-01"]) {
    assert.equal(isDay(text), false, text);
  }
});

test("a day is shifted across the end of a month", () => {
  assert.equal(shift("2027-03-01", -1), "2027-02-28");
  assert.equal(shift("2027-02-28", 1), "2027-03-01");
});

test("a month before the last of March is the last of February", () => {
  assert.equal(monthBefore("2027-03-31"), "2027-02-28");
  assert.equal(monthBefore("2027-03-28"), "2027-02-28");
});

test("a month before January is December of the year before", () => {
  assert.equal(monthBefore("2027-01-15"), "2026-12-15");
});

test("the distance is negative for the past", () => {
  assert.equal(distance("2027-02-02", "2027-02-09"), -7);
  assert.equal(distance("2027-02-09", "2027-02-09"), 0);
});

const { t } = speaker({
  weekdays: "Mon Tue Wed Thu Fri Sat Sun",
  months: "January February March April May June July August September October November December",
  date: "{weekday}, {month} {day}",
  "date-with-year": "{weekday}, {month} {day}, {year}",
});

test("a day of this year is said without the year, another one with it", () => {
  assert.equal(inWords("2027-02-09", "2027-01-01", t), "Tue, February\u00a09");
  assert.equal(inWords("2026-12-31", "2027-01-01", t), "Thu, December\u00a031, 2026");
});

test("a leaf has short names as well", () => {
  assert.deepEqual(parts("2027-02-09", "short"), { weekday: "Tue", date: "9", month: "Feb" });
});
