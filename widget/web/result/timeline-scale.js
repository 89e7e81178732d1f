/** Where things stand on a ruler of days. Pure: numbers in, numbers out. */

/** @import { Mark, Timeline } from "../protocol.js" */
import { distance, shift } from "../answers/days.js";

/** Longer plans are cut where nothing happens. */
const DAYS_AT_MOST = 15 * 7;

/** What stays on each side of a cut, and how wide the gap is, in days. */
const KEPT = 7;
const GAP = 3;

/** Shapes of letters: narrow, broad, all others. Generous, as fallback fonts are wider. */
const NARROW = /[il.,:' jtfr1]/;
const BROAD = /[A-Zmw]/;

/**
 * @typedef {{ first: string, last: string }} Run From the first day to the last.
 *
 * @typedef {object} Ruler
 * @property {string} first
 * @property {string} last
 * @property {Run[]} cuts The days that are left out.
 * @property {number} length In days, gaps counted.
 * @property {(day: string) => number} edge Where a day begins, in days from the start.
 * @property {(day: string) => number} at The middle of a day.
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
    const left = cuts.reduce((sum, cut) => {
      if (day < cut.first) return sum;
      const out = distance(day > cut.last ? shift(cut.last, 1) : day, cut.first);
      const all = distance(cut.last, cut.first) + 1;
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
    .map((day, index) => ({ first: shift(days[index], KEPT + 1), last: shift(day, -KEPT - 1) }))
    .map((run) => ({ ...run, gain: distance(run.last, run.first) + 1 - GAP }))
    .filter(({ gain }) => gain > GAP)
    .sort((one, other) => other.gain - one.gain);
  /** @type {Run[]} */
  const cuts = [];
  for (const { first, last, gain } of silences) {
    if (length <= DAYS_AT_MOST) break;
    cuts.push({ first, last });
    length -= gain;
  }
  return cuts.sort((one, other) => (one.first < other.first ? -1 : 1));
}

/**
 * The parts of a run of days that are on the ruler.
 * @param {Run} run
 * @param {Ruler} ruler
 * @returns {Run[]}
 */
export function visible(run, { first, last, cuts }) {
  let parts = [
    {
      first: run.first < first ? first : run.first,
      last: run.last > last ? last : run.last,
    },
  ];
  for (const cut of cuts) {
    parts = parts.flatMap((part) =>
      part.last < cut.first || part.first > cut.last
        ? [part]
        : [
            { first: part.first, last: shift(cut.first, -1) },
            { first: shift(cut.last, 1), last: part.last },
          ],
    );
  }
  return parts.filter((part) => part.first <= part.last);
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
      !cuts.some((cut) => day >= cut.first && day <= cut.last),
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
