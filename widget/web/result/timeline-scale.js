/** Where things stand on a ruler of days. Pure: numbers in, numbers out. */

/** @import { Mark, Timeline } from "../protocol.js" */
import { distance, shift } from "../answers/days.js";

/** Longer plans are cut where nothing happens. */
export const DAYS_AT_MOST = 15 * 7;

/** What stays on each side of a cut, and how wide the gap is, in days. */
const KEPT = 7;
const GAP = 3;

/** Shapes of letters: narrow, broad, all others. Generous, as fallback fonts are wider. */
const NARROW = /[il.,:' jtfr1]/;
const BROAD = /[A-Zmw]/;

/**
 * @typedef {{ from: string, to: string }} Cut The days that are left out, both included.
 *
 * @typedef {object} Ruler
 * @property {string} first
 * @property {string} last
 * @property {Cut[]} cuts
 * @property {number} length In days, gaps counted.
 * @property {(day: string) => number} edge Where a day begins, in days from the start.
 * @property {(day: string) => number} at The middle of a day.
 *
 * @typedef {{ from: string, to: string }} Run
 */

/**
 * The ruler of a plan, cut where it would be too long and nothing happens for weeks: the longest
 * silence first.
 * @param {Pick<Timeline, "marks" | "window" | "first" | "last">} line
 * @returns {Ruler}
 */
export function ruler({ marks, window, first, last }) {
  const days = marks.map(({ date }) => date);
  if (window) days.push(window.first, window.last);
  const cuts = cutsOf(days.sort(), distance(last, first) + 1);
  /** @param {string} day */
  const edge = (day) => {
    const left = cuts.reduce((sum, { from, to }) => {
      if (day < from) return sum;
      const out = distance(day > to ? shift(to, 1) : day, from);
      const all = distance(to, from) + 1;
      return sum + out - (out * GAP) / all;
    }, 0);
    return distance(day, first) - left;
  };
  return {
    first,
    last,
    cuts,
    length: edge(shift(last, 1)),
    edge,
    at: (day) => (edge(day) + edge(shift(day, 1))) / 2,
  };
}

/**
 * @param {string[]} days in order
 * @param {number} length
 */
function cutsOf(days, length) {
  const silences = days
    .slice(1)
    .map((day, index) => ({ from: shift(days[index], KEPT + 1), to: shift(day, -KEPT - 1) }))
    .map((run) => ({ ...run, gain: distance(run.to, run.from) + 1 - GAP }))
    .filter(({ gain }) => gain > GAP)
    .sort((one, other) => other.gain - one.gain);
  /** @type {Cut[]} */
  const cuts = [];
  for (const { from, to, gain } of silences) {
    if (length <= DAYS_AT_MOST) break;
    cuts.push({ from, to });
    length -= gain;
  }
  return cuts.sort((one, other) => (one.from < other.from ? -1 : 1));
}

/**
 * The parts of a run of days that are on the ruler.
 * @param {Run} run
 * @param {Ruler} ruler
 * @returns {Run[]}
 */
export function visible({ from, to }, { first, last, cuts }) {
  let parts = [{ from: from < first ? first : from, to: to > last ? last : to }];
  for (const cut of cuts) {
    parts = parts.flatMap((part) =>
      part.to < cut.from || part.from > cut.to
        ? [part]
        : [
            { from: part.from, to: shift(cut.from, -1) },
            { from: shift(cut.to, 1), to: part.to },
          ],
    );
  }
  return parts.filter((part) => part.from <= part.to);
}

/**
 * The days on the ruler on which weeks begin.
 * @param {Ruler} ruler
 */
export function mondays({ first, last, cuts }) {
  const all = Array.from({ length: distance(last, first) + 1 }, (_, index) => shift(first, index));
  return all.filter(
    (day) =>
      distance(day, "2024-01-01") % 7 === 0 &&
      !cuts.some(({ from, to }) => day >= from && day <= to),
  );
}

/**
 * Where labels begin, so that none touches the next: as near to their middles as they can be.
 * One pass forward pushes each behind the one before, one pass back keeps the last inside.
 * @param {{ middle: number, size: number }[]} labels in order of their middles
 * @param {number} low
 * @param {number} high
 * @param {number} gap
 */
export function spread(labels, low, high, gap) {
  /** @type {number[]} */
  const starts = [];
  let free = low;
  for (const { middle, size } of labels) {
    const start = Math.max(free, middle - size / 2);
    starts.push(start);
    free = start + size + gap;
  }
  let limit = high;
  for (let index = starts.length - 1; index >= 0; index -= 1) {
    starts[index] = Math.min(starts[index], limit - labels[index].size);
    limit = starts[index] - gap;
  }
  return starts;
}

/**
 * How broad words are, about.
 * @param {string} words
 * @param {number} size of the letters
 */
export function breadth(words, size) {
  const units = [...words].map((one) => (NARROW.test(one) ? 0.33 : BROAD.test(one) ? 0.66 : 0.55));
  return size * units.reduce((sum, one) => sum + one, 0);
}

/** @param {Mark} mark */
export function isTheirs({ kind }) {
  return kind === "them" || kind === "today";
}
