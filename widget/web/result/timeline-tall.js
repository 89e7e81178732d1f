/** The plan from top to bottom: left of the ruler what they said, right of it what you do. */

/** @import { Timeline } from "../protocol.js" */
/** @import { Ruler } from "./timeline-scale.js" */
/** @import { Naming } from "./timeline-common.js" */
import { isTheirs, mondays, spread, visible } from "./timeline-scale.js";
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

const SIZE = 288;
const [LEFT, RIGHT, LINE] = [112, 146, 129];
const [HEAD, FOOT] = [22, 14];
const LONG = 420; // A plan gets no longer than this as long as its labels have room.
const GAP = 4; // between labels

/**
 * @param {Timeline} line
 * @param {Ruler} days
 * @param {Naming} naming
 * @param {[them: string, you: string]} sides
 */
export function tall(line, days, naming, [them, you]) {
  const { marks } = line;
  const unit = Math.max(Math.min(15, Math.max(LONG, marks.length * 44) / days.length), 6.5);
  const long = days.length * unit;
  const axis = axisOf(days, HEAD, HEAD + long);
  const { at, edge } = axis;
  const high = HEAD + long + FOOT;
  const band = { x: LEFT, y: HEAD, width: RIGHT - LEFT, height: fix(long), rx: 5 };
  return picture(
    line.title,
    naming,
    "tall",
    [0, 0, SIZE, Math.round(high)],
    [
      text("tl-side", LEFT - 12, 12, them, "end"),
      text("tl-side", RIGHT + 14, 12, you),
      svg("rect", { class: "tl-band", ...band }),
      ...ruled(line, days, axis, {
        hatched: `${naming.id}-tall-off`,
        box: (y, height) => ({ x: LEFT + 1, y, width: RIGHT - LEFT - 2, height }),
        weeks: mondays(days)
          .filter((day) => day !== days.first)
          .map((day) => path("tl-week", `M${LEFT} ${fix(edge(day))}H${RIGHT}`)),
        gap,
        bracket: (y, height) => `M${RIGHT + 4} ${fix(y + 1)}h5V${fix(y + height - 1)}h-5`,
        course: (from, to) => `M${LINE} ${fix(from)}V${fix(to)}`,
      }),
      ...before(line, days, at, high),
      ...after(line, at, high),
      ...marks.map((mark) => sign(mark, mark.kind === "them" ? LEFT : LINE, at(mark.date))),
    ],
  );
}

/**
 * What they said, today, and the names of holidays.
 * @param {Timeline} line
 * @param {Ruler} days
 * @param {(day: string) => number} at
 * @param {number} high
 */
function before({ marks, off }, days, at, high) {
  const holidays = off
    .filter((run) => run.label && visible(run, days).length > 0)
    .map(({ first, last, label }) => {
      const middle = (at(first) + at(last)) / 2;
      /** @param {number} c */
      const draw = (c) => [
        path("tl-stem", `M${LEFT - 9} ${fix(c)}L${LEFT - 1} ${fix(middle)}`),
        text("tl-side", LEFT - 13, c + 4, label, "end"),
      ];
      return { middle, size: 18, draw };
    });
  const said = marks.filter(isTheirs).map(({ kind, date, label, when }) => {
    const middle = at(date);
    const tag = { class: "tl-tag", x: 0, width: LEFT - 14, height: 40, rx: 3 };
    /** @param {number} c */
    const draw = (c) =>
      kind === "today"
        ? [
            path("tl-now", `M${LEFT - 14} ${fix(c)}L${LEFT - 4} ${fix(middle)}H${RIGHT + 6}`),
            svg("rect", { ...tag, y: fix(c - 20) }),
            text("tl-tagtext", 10, c - 3, label),
            text("tl-tagtext", 10, c + 14, when),
          ]
        : [
            path("tl-stem", `M${LEFT - 9} ${fix(c)}L${LEFT - 6} ${fix(middle)}`),
            text("tl-name", LEFT - 13, c - 3, label, "end"),
            text("tl-date", LEFT - 13, c + 14, when, "end"),
          ];
    return { middle, size: kind === "today" ? 42 : 38, draw };
  });
  const shown = [...said, ...holidays].sort((one, other) => one.middle - other.middle);
  return spread(shown, HEAD - 4, high, GAP).flatMap((top, index) =>
    shown[index].draw(top + shown[index].size / 2),
  );
}

/**
 * What you did and do.
 * @param {Timeline} line
 * @param {(day: string) => number} at
 * @param {number} high
 */
function after(line, at, high) {
  const x = RIGHT + 24;
  const { window } = line;
  const shown = line.marks
    .filter((mark) => !isTheirs(mark))
    .map((mark) => ({
      mark,
      middle: at(mark.date),
      size: mark === windowMark(line) ? 58 : 38,
    }));
  return spread(shown, HEAD - 4, high, GAP).flatMap((top, index) => {
    const { mark, middle, size } = shown[index];
    const c = top + 19;
    const reach = LINE + (isLeaf(mark) ? 17 : 9);
    return [
      path("tl-stem", `M${reach} ${fix(middle)}H${RIGHT + 11}L${x - 5} ${fix(c)}`),
      text(nameLook(mark), x, c - 2, mark.label),
      text("tl-date", x, c + 15, mark.when),
      ...(window && size === 58 ? [text("tl-side", x, c + 33, window.short)] : []),
    ];
  });
}

/** @param {number} y */
function gap(y) {
  const edge = `h${RIGHT - LEFT + 6}`;
  return svg(
    "g",
    {},
    svg("rect", { class: "tl-gap", x: LEFT - 2, y: fix(y - 4), width: 38, height: 8 }),
    path("tl-tear", `M${LEFT - 3} ${fix(y - 4)}${edge}M${LEFT - 3} ${fix(y + 4)}${edge}`),
  );
}
