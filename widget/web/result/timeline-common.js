/** What the wide and the tall drawing of a plan share: the frame, the line of days, the signs. */

/** @import { Mark, Timeline } from "../protocol.js" */
/** @import { Ruler, Run } from "./timeline-scale.js" */
import { shift } from "../answers/days.js";
import { svg } from "../screens/nodes.js";
import { visible } from "./timeline-scale.js";

/**
 * @typedef {"start" | "middle" | "end"} Anchor
 * @typedef {{ id: string, about: string }} Naming What ids begin with; the drawing in words, or
 *   nothing where they stand beside it.
 */

/**
 * @param {string} title
 * @param {Naming} naming
 * @param {"wide" | "tall"} kind
 * @param {[x: number, y: number, width: number, height: number]} frame
 * @param {Node[]} drawn
 */
export function picture(title, { id, about }, kind, frame, drawn) {
  const name = `${id}-${kind}`;
  return svg(
    "svg",
    {
      class: `fu-plan__${kind}`,
      viewBox: frame.join(" "),
      role: "img",
      // Written once, for what shows no styles: a picture that is hidden can still be pointed at.
      "aria-labelledby": `${id}-wide-title${about && ` ${id}-wide-about`}`,
      focusable: "false",
      "data-search-exclude": "", // The guide's search finds the same as text beside it.
    },
    ...(kind === "wide" ? [svg("title", { id: `${name}-title` }, title)] : []),
    ...(kind === "wide" && about ? [svg("desc", { id: `${name}-about` }, about)] : []),
    svg(
      "defs",
      {},
      svg(
        "pattern",
        {
          id: `${name}-off`,
          width: 5,
          height: 5,
          patternUnits: "userSpaceOnUse",
          patternTransform: "rotate(45)",
        },
        path("tl-hatch", "M0 0V5"),
      ),
    ),
    ...drawn,
  );
}

/**
 * Along what days run: from the start of the picture to its end.
 * @param {Ruler} days
 * @param {number} start
 * @param {number} end
 */
export function axisOf(days, start, end) {
  const unit = (end - start) / days.length;
  return {
    start,
    end,
    /** @param {string} day the middle of it */
    at: (day) => start + days.at(day) * unit,
    /** @param {string} day where it begins */
    edge: (day) => start + days.edge(day) * unit,
  };
}

/** @typedef {ReturnType<typeof axisOf>} Axis */

/**
 * What lies on the band: window, days off, weeks, cuts, and the line of days, which is in ink up to
 * today, or else to the next step, and in pencil after it.
 * @param {Timeline} line
 * @param {Ruler} days
 * @param {Axis} axis
 * @param {object} draw
 * @param {string} draw.hatched
 * @param {(from: number, length: number) => Record<string, number>} draw.box
 * @param {Node[]} draw.weeks
 * @param {(middle: number) => Node} draw.gap
 * @param {(from: number, length: number) => string} draw.bracket
 * @param {(from: number, to: number) => string} draw.course
 */
export function ruled({ marks, off, window }, days, axis, draw) {
  const { at, edge, start, end } = axis;
  /** @param {Run} run */
  const place = ({ first, last }) => {
    const from = Math.max(edge(first), start + 1);
    return /** @type {const} */ ([from, Math.min(edge(next(last)), end - 1) - from]);
  };
  /** @type {(look: string, run: Run, more?: Record<string, string>) => Node[]} */
  const boxes = (look, run, more) =>
    visible(run, days).map((one) => {
      const [from, length] = place(one);
      return svg("rect", { class: look, ...draw.box(fix(from), fix(length)), ...more });
    });
  const first = marks[0].date;
  const last = marks[marks.length - 1].date;
  const now = (marks.find(({ kind }) => kind === "today") ?? marks.find(isLeaf) ?? marks[0]).date;
  return [
    ...(window ? boxes("tl-window", window) : []),
    ...off.flatMap((one) => boxes("tl-off", one, { fill: `url(#${draw.hatched})` })),
    ...draw.weeks,
    ...days.cuts.map((cut) => draw.gap((edge(cut.first) + edge(next(cut.last))) / 2)),
    ...(window ? [path("tl-bracket", draw.bracket(...place(window)))] : []),
    ...(now > first ? [path("tl-past", draw.course(at(first), at(now)))] : []),
    ...(last > now ? [path("tl-ahead", draw.course(at(now) + 7, at(last)))] : []),
  ];
}

/**
 * Diamond: what they said. Dot: what you did. Leaf: do this, dashed if it can still change.
 * Dashed ring: only if you hear nothing. Ring with a cross: let go.
 * @param {Mark} mark
 * @param {number} x
 * @param {number} y
 */
export function sign({ kind, date }, x, y) {
  const [cx, cy] = [fix(x), fix(y)];
  switch (kind) {
    case "today":
      return svg("g", {});
    case "them":
      return svg("rect", {
        class: "tl-them",
        x: fix(x - 5),
        y: fix(y - 5),
        width: 10,
        height: 10,
        rx: 1.5,
        transform: `rotate(45 ${cx} ${cy})`,
      });
    case "you":
      return svg("circle", { class: "tl-you", cx, cy, r: 6.5 });
    case "do":
    case "wait": {
      const look = (/** @type {string} */ name) =>
        kind === "do" ? name : `${name} ${name}--pencil`;
      const place = { x: fix(x - 16), y: fix(y - 17), width: 32, height: 34, rx: 5 };
      return svg(
        "g",
        {},
        svg("rect", { class: look("tl-leaf"), ...place }),
        text(look("tl-leafday"), x, y + 6, String(Number(date.slice(8))), "middle"),
      );
    }
  }
  const ring = svg("circle", { class: "tl-later", cx, cy, r: 8 });
  const cross = path("tl-end", `M${fix(x - 3)} ${fix(y - 3)}l6 6m0 -6l-6 6`);
  return svg("g", {}, ring, ...(kind === "end" ? [cross] : []));
}

/**
 * The mark that the window belongs to.
 * @param {Timeline} line
 */
export function windowMark({ marks, window }) {
  return window && marks.find(isLeaf);
}

/** @param {Mark} mark */
export function isLeaf({ kind }) {
  return kind === "do" || kind === "wait";
}

/** @param {Mark} mark */
export function nameLook(mark) {
  return isLeaf(mark) ? "tl-do" : "tl-name";
}

/** @param {string} day */
function next(day) {
  return shift(day, 1);
}

/** @param {number} number */
export function fix(number) {
  return Math.round(number * 10) / 10;
}

/**
 * @param {string} look
 * @param {string} d
 */
export function path(look, d) {
  return svg("path", { class: look, d });
}

/**
 * @param {string} look
 * @param {number} x
 * @param {number} y
 * @param {string} words
 * @param {Anchor} [anchor]
 */
export function text(look, x, y, words, anchor = "start") {
  return svg("text", { class: look, x: fix(x), y: fix(y), "text-anchor": anchor }, words);
}
