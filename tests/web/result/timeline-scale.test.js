import assert from "node:assert/strict";
import { test } from "node:test";
import { distance, shift } from "../../../widget/web/answers/days.js";
import { mondays, ruler, spread, visible } from "../../../widget/web/result/timeline-scale.js";

/** @param {string[]} days */
const line = (...days) => ({
  first: shift([...days].sort()[0], -1),
  last: shift([...days].sort()[days.length - 1], 1),
  marks: days.map((date) => ({
    date,
    kind: /** @type {const} */ ("them"),
    label: "",
    when: "",
    text: "",
  })),
  window: null,
});

test("a short plan is true to scale, with a day before and a day after", () => {
  const days = ruler(line("2027-02-02", "2027-02-09"));
  assert.deepEqual([days.first, days.last, days.length], ["2027-02-01", "2027-02-10", 10]);
  assert.equal(days.edge("2027-02-05"), 4);
  assert.equal(days.at("2027-02-05"), 4.5);
  assert.deepEqual(days.cuts, []);
});

const FIFTEEN_WEEKS = 15 * 7;

test("fifteen weeks are drawn whole, more are cut where nothing happens", () => {
  const whole = ruler(line("2027-01-04", shift("2027-01-04", FIFTEEN_WEEKS - 3)));
  assert.deepEqual(whole.cuts, []);
  const cut = ruler(line("2027-01-04", shift("2027-01-04", FIFTEEN_WEEKS + 20)));
  assert.equal(cut.cuts.length, 1);
  assert.ok(cut.length <= FIFTEEN_WEEKS);
});

test("the longest silence is cut first, and days keep their order", () => {
  const days = ruler(line("2026-01-05", "2026-12-01", "2026-12-20", "2027-02-01"));
  assert.equal(days.cuts.length, 1);
  assert.deepEqual(days.cuts[0], { first: "2026-01-13", last: "2026-11-23" });
  let before = -1;
  for (let day = days.first; day <= days.last; day = shift(day, 1)) {
    assert.ok(days.at(day) > before, day);
    before = days.at(day);
  }
  assert.equal(days.edge("2026-12-02") - days.edge("2026-12-01"), 1);
});

test("what lies in a cut is not drawn, what reaches out of it is shortened", () => {
  const days = ruler(line("2026-01-05", "2026-12-01"));
  const [{ first, last }] = days.cuts;
  const [before, after] = [shift(first, -1), shift(last, 1)];
  assert.deepEqual(visible({ first: shift(first, 2), last: shift(first, 3) }, days), []);
  assert.deepEqual(visible({ first: before, last: after }, days), [
    { first: before, last: before },
    { first: after, last: after },
  ]);
  assert.ok(mondays(days).every((day) => day < first || day > last));
});

test("weeks begin on Mondays", () => {
  const days = ruler(line("2027-02-02", "2027-02-17"));
  assert.deepEqual(mondays(days), ["2027-02-01", "2027-02-08", "2027-02-15"]);
  assert.equal(distance("2027-02-15", "2027-02-01"), 14);
});

test("labels stand at their marks where there is room", () => {
  const labels = [
    { middle: 50, size: 40 },
    { middle: 150, size: 40 },
  ];
  assert.deepEqual(spread(labels, 0, 300, 10), [30, 130]);
});

test("labels are pushed apart and stay inside, whatever is asked", () => {
  for (let round = 0; round < 500; round += 1) {
    const labels = Array.from({ length: 1 + (round % 7) }, (_, index) => ({
      middle: (round * 37 + index * index * 13) % 700,
      size: 20 + ((round * 7 + index * 11) % 60),
    })).sort((one, other) => one.middle - other.middle);
    const starts = spread(labels, 6, 754, 12);
    starts.forEach((start, index) => {
      assert.ok(start >= 6 - 1e-9);
      assert.ok(start + labels[index].size <= 754 + 1e-9);
      if (index > 0) assert.ok(start >= starts[index - 1] + labels[index - 1].size + 12 - 1e-9);
    });
  }
});
