/** What the wide and the tall drawing of a plan share: the frame, the line of days, the signs. */

/** @import { Mark, Timeline } from "../protocol.js" */
/** @import { Run } from "./timeline-scale.js" */
import { shift } from "../answers/days.js";
import { svg } from "../screens/nodes.js";

/**
 * @typedef {"start" | "middle" | "end"} Anchor
 * @typedef {{ id: string, about: string }} Naming What ids begin with; the drawing in words.
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
      "aria-labelledby": `${name}-title ${name}-about`,
      focusable: "false",
      "data-search-exclude": "", // The guide's search finds the same as text beside it.
    },
    svg("title", { id: `${name}-title` }, title),
    svg("desc", { id: `${name}-about` }, about),
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
 * The line of days: in ink up to today, or else to the next step, in pencil after it.
 * @param {Timeline} line
 * @param {(skip: number, run: Run) => string} draw
 */
export function course({ marks }, draw) {
  const first = marks[0].date;
  const last = marks[marks.length - 1].date;
  const now = marks.find(({ kind }) => kind === "today") ?? marks.find(isLeaf) ?? marks[0];
  return [
    ...(now.date > first ? [path("tl-past", draw(0, { first, last: now.date }))] : []),
    ...(last > now.date ? [path("tl-ahead", draw(7, { first: now.date, last }))] : []),
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
export function next(day) {
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
