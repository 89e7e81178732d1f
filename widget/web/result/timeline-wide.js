/** The plan from left to right: above the ruler what they said, below it what you do. */

/** @import { Mark, Timeline } from "../protocol.js" */
/** @import { Ruler } from "./timeline-scale.js" */
/** @import { Anchor, Axis, Naming } from "./timeline-common.js" */
import { breadth, isTheirs, mondays, spread, visible } from "./timeline-scale.js";
import { parts } from "../answers/days.js";
import { svg } from "../screens/nodes.js";
import {
  axisOf,
  fix,
  isLeaf,
  nameLook,
  path,
  picture,
  ruled,
  sign,
  text,
  windowMark,
} from "./timeline-common.js";

/** Sizes of letters; the style sheet has the same. */
const NAME = 14;
const DEED = 17;
const DATE = 13.5;
const TICK = 12.5;

const SIZE = 760;
const [LOW, HIGH] = [6, 754];
const [TOP, BOTTOM, LINE] = [84, 136, 120];
/** Free above the ruler where nothing is said of today. */
const SPARE = 20;

/**
 * @param {Timeline} line
 * @param {Ruler} days
 * @param {Naming} naming
 */
export function wide(line, days, naming) {
  const { marks } = line;
  const axis = axisOf(days, LOW, HIGH);
  const { at } = axis;
  const height = BOTTOM - TOP;
  const top = marks.some(({ kind }) => kind === "today") ? 0 : SPARE;
  const bottom = BOTTOM + (windowMark(line) ? 82 : 64);
  return picture(
    line.title,
    naming,
    "wide",
    [0, top, SIZE, bottom - top],
    [
      svg("rect", { class: "tl-band", x: LOW, y: TOP, width: HIGH - LOW, height, rx: 5 }),
      ...ruled(line, days, axis, {
        hatched: `${naming.id}-wide-off`,
        box: (x, width) => ({ x, width, y: TOP + 1, height: height - 2 }),
        weeks: weeks(line, days, axis),
        gap,
        bracket: (x, width) => `M${fix(x + 1)} ${BOTTOM + 5}v5h${fix(width - 2)}v-5`,
        course: (from, to) => `M${fix(from)} ${LINE}H${fix(to)}`,
      }),
      ...holidayNames(line, days, at),
      ...above(line, at),
      ...below(line, at),
      ...marks.map((mark) =>
        sign(
          mark,
          at(mark.date),
          mark.kind === "them" ? TOP : isLeaf(mark) ? (TOP + BOTTOM) / 2 : LINE,
        ),
      ),
    ],
  );
}

/**
 * Where weeks begin, with the day; it gives way to leaf and today.
 * @param {Timeline} line
 * @param {Ruler} days
 * @param {Axis} axis
 */
function weeks({ marks }, days, { edge, at }) {
  const busy = marks
    .filter((mark) => isLeaf(mark) || mark.kind === "today")
    .map((mark) => ({ x: at(mark.date), reach: isLeaf(mark) ? 18 : 3 }));
  let month = "";
  let free = 0;
  return mondays(days).flatMap((day) => {
    const x = edge(day);
    const named = parts(day, "short");
    const words = named.month === month ? named.date : `${named.month} ${named.date}`;
    const ends = x + 4 + breadth(words, TICK);
    const $week = day === days.first ? [] : [path("tl-week", `M${fix(x)} ${TOP}V${BOTTOM}`)];
    const hidden = busy.some((one) => one.x - one.reach < ends && one.x + one.reach > x + 4);
    if (hidden || ends > HIGH - 4 || x + 4 < free) return $week;
    month = named.month;
    free = ends + 6;
    return [...$week, text("tl-tick", x + 4, TOP + 18, words)];
  });
}

/**
 * What they said, and today.
 * @param {Timeline} line
 * @param {(day: string) => number} at
 */
function above({ marks }, at) {
  return labels(marks.filter(isTheirs), at).flatMap(({ mark, middle, size, start }) => {
    const from = near(middle, start, size);
    const bend = from === middle ? "" : `L${fix(middle)} ${TOP - 14}`;
    const { x, anchor } = set(start, size);
    if (mark.kind === "today") {
      return [
        path("tl-now", `M${fix(from)} 50${bend}L${fix(middle)} ${BOTTOM + 6}`),
        svg("rect", { class: "tl-tag", x: fix(start), y: 28, width: fix(size), height: 24, rx: 3 }),
        text("tl-tagtext", start + size / 2, 45, todayWords(mark), "middle"),
      ];
    }
    return [
      path("tl-stem", `M${fix(from)} 59${bend}L${fix(middle)} ${TOP - 7}`),
      text("tl-name", x, 34, mark.label, anchor),
      text("tl-date", x, 52, mark.when, anchor),
    ];
  });
}

/**
 * What you did and do.
 * @param {Timeline} line
 * @param {(day: string) => number} at
 */
function below(line, at) {
  const { marks, window } = line;
  const yours = marks.filter((mark) => !isTheirs(mark));
  return labels(yours, at).flatMap(({ mark, middle, size, start }) => {
    const { x, anchor } = set(start, size);
    const foot = `L${fix(near(middle, start, size))} ${BOTTOM + 24}`;
    return [
      path("tl-stem", `M${fix(middle)} ${LINE + 9}V${BOTTOM + 12}${foot}`),
      text(nameLook(mark), x, BOTTOM + 42, mark.label, anchor),
      text("tl-date", x, BOTTOM + 60, mark.when, anchor),
      ...(window && mark === windowMark(line) ? [windowName(window.label, x, anchor)] : []),
    ];
  });
}

/**
 * Marks with the places of their labels.
 * @param {Mark[]} marks
 * @param {(day: string) => number} at
 */
function labels(marks, at) {
  const shown = marks.map((mark) => ({ mark, middle: at(mark.date), size: broad(mark) }));
  return spread(shown, LOW, HIGH, 12).map((start, index) => ({ ...shown[index], start }));
}

/**
 * @param {string} words
 * @param {number} x
 * @param {Anchor} anchor
 */
function windowName(words, x, anchor) {
  const half = breadth(words, TICK) / 2;
  const inside = anchor === "middle" ? Math.min(Math.max(x, LOW + half), HIGH - half) : x;
  return text("tl-side", inside, BOTTOM + 78, words, anchor);
}

/**
 * Holidays by name, where there is room between the labels.
 * @param {Timeline} line
 * @param {Ruler} days
 * @param {(day: string) => number} at
 */
function holidayNames({ off, marks }, days, at) {
  const busy = marks.filter(isTheirs).map(({ date }) => at(date));
  let free = 0;
  return off.flatMap((run) => {
    if (!run.label || visible(run, days).length === 0) return [];
    const x = (at(run.first) + at(run.last)) / 2;
    const half = breadth(run.label, TICK) / 2;
    if (x - half < free || busy.some((one) => Math.abs(one - x) < half + 8)) return [];
    free = x + half + 6;
    return [text("tl-tick", x, TOP - 7, run.label, "middle")];
  });
}

/** @param {number} x */
function gap(x) {
  const edge = `v${BOTTOM - TOP + 6}`;
  return svg(
    "g",
    {},
    svg("rect", { class: "tl-gap", x: fix(x - 5), y: TOP - 2, width: 10, height: 56 }),
    path("tl-tear", `M${fix(x - 5)} ${TOP - 3}${edge}M${fix(x + 5)} ${TOP - 3}${edge}`),
  );
}

/** @param {Mark} mark */
function todayWords({ label, when }) {
  return `${label}, ${when}`;
}

/** @param {Mark} mark */
function broad(mark) {
  if (mark.kind === "today") return breadth(todayWords(mark), NAME) + 18;
  return Math.max(breadth(mark.label, isLeaf(mark) ? DEED : NAME), breadth(mark.when, DATE));
}

/**
 * The place at a label that is nearest to its mark.
 * @param {number} x
 * @param {number} start
 * @param {number} size
 */
function near(x, start, size) {
  return Math.min(Math.max(x, start + 8), start + size - 8);
}

/**
 * At the margins words are set flush, elsewhere centered.
 * @param {number} start
 * @param {number} size
 * @returns {{ x: number, anchor: Anchor }}
 */
function set(start, size) {
  if (start <= LOW + 1) return { x: LOW, anchor: "start" };
  if (start + size >= HIGH - 1) return { x: HIGH, anchor: "end" };
  return { x: start + size / 2, anchor: "middle" };
}
