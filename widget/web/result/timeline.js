/** The plan on a ruler of days, once wide and once tall: Python says what and when, this places it. */

/** @import { Mark, Timeline } from "../protocol.js" */
/** @import { Ruler } from "./timeline-scale.js" */
/** @import { Tools } from "../app/context.js" */
import { breadth, isTheirs, mondays, ruler, spread, visible } from "./timeline-scale.js";
import { parts, shift } from "../answers/days.js";
import { h, svg } from "../screens/nodes.js";

/** Sizes of letters; the style sheet has the same. */
const NAME = 14;
const DEED = 17;
const DATE = 13.5;
const TICK = 12.5;

/** The wide picture: above the ruler what they said, below it what you do. */
const WIDE = { size: 760, low: 6, high: 754, top: 84, bottom: 136, line: 120 };

/** The tall one: the same, before and after. */
const TALL = { size: 288, start: 112, end: 146, line: 129, head: 22, foot: 14, most: 620 };

/**
 * @param {Timeline} line
 * @param {Tools} tools
 */
export function drawTimeline(line, { t }) {
  const days = ruler(line);
  const list = h("ol", {}, ...line.marks.map(({ text }) => h("li", {}, text)));
  return h(
    "figure",
    { class: "fu-plan" },
    wide(line, days),
    tall(line, days, [t("plan-them"), t("plan-you")]),
    h(
      "figcaption",
      { class: "fu-noprint" },
      h("details", { class: "fu-fold" }, h("summary", {}, t("plan-list")), list),
    ),
  );
}

// ---- wide: from left to right ---------------------------------------------------------

/**
 * @param {Timeline} line
 * @param {Ruler} days
 */
function wide(line, days) {
  const { low, high, top, bottom, size } = WIDE;
  const unit = (high - low) / days.length;
  /** @param {string} day */
  const at = (day) => low + days.at(day) * unit;
  /** @param {string} day */
  const edge = (day) => low + days.edge(day) * unit;
  const height = bottom - top;
  /** @param {{ from: string, to: string }} run */
  const across = ({ from, to }) => {
    const x = Math.max(edge(from), low + 1);
    return { x, width: Math.min(edge(next(to)), high - 1) - x };
  };
  /**
   * @param {string} look
   * @param {{ from: string, to: string }} run
   * @param {Record<string, string>} [more]
   */
  const box = (look, run, more) =>
    svg("rect", { class: look, ...round(across(run)), y: top + 1, height: height - 2, ...more });
  const foot = line.window && named(line) ? 82 : 64;
  return picture(line, "wide", size, bottom + foot, [
    svg("rect", { class: "tl-band", x: low, y: top, width: high - low, height, rx: 5 }),
    ...(line.window ? visible(run(line.window), days).map((one) => box("tl-window", one)) : []),
    ...line.off.flatMap((off) =>
      visible(run(off), days).map((one) => box("tl-off", one, { fill: "url(#fu-off-wide)" })),
    ),
    ...weeks(line, days, edge, at),
    ...days.cuts.map(({ from, to }) => gapAcross(edge(from), edge(next(to)))),
    ...(line.window ? [bracketBelow(across(run(line.window)))] : []),
    ...course(line, (skip, { from, to }) => `M${fix(at(from) + skip)} ${WIDE.line}H${fix(at(to))}`),
    ...holidayNames(line, days, at),
    ...above(line, at),
    ...below(line, at),
    ...line.marks.map((mark) =>
      sign(
        mark,
        at(mark.date),
        mark.kind === "them" ? top : isLeaf(mark) ? (top + bottom) / 2 : WIDE.line,
      ),
    ),
  ]);
}

/**
 * Where weeks begin, with the day; it gives way to leaf and today.
 * @param {Timeline} line
 * @param {Ruler} days
 * @param {(day: string) => number} edge
 * @param {(day: string) => number} at
 */
function weeks({ marks }, days, edge, at) {
  const { top, bottom, high } = WIDE;
  const busy = marks
    .filter((mark) => isLeaf(mark) || mark.kind === "today")
    .map((mark) => ({ x: at(mark.date), reach: isLeaf(mark) ? 18 : 3 }));
  let month = "";
  let free = 0;
  return mondays(days).flatMap((day) => {
    const x = edge(day);
    const named = parts(day, "short");
    const words = named.month === month ? named.date : `${named.date} ${named.month}`;
    const ends = x + 4 + breadth(words, TICK);
    const $week = day === days.first ? [] : [path("tl-week", `M${fix(x)} ${top}V${bottom}`)];
    const hidden = busy.some((one) => one.x - one.reach < ends && one.x + one.reach > x + 4);
    if (hidden || ends > high - 4 || x + 4 < free) return $week;
    month = named.month;
    free = ends + 6;
    return [...$week, text("tl-tick", x + 4, top + 18, words)];
  });
}

/**
 * What they said, and today.
 * @param {Timeline} line
 * @param {(day: string) => number} at
 */
function above({ marks }, at) {
  const { low, high, top, bottom } = WIDE;
  const shown = marks.filter(isTheirs).map((mark) => ({
    mark,
    middle: at(mark.date),
    size: mark.kind === "today" ? breadth(todayWords(mark), NAME) + 18 : broad(mark),
  }));
  return spread(shown, low, high, 12).flatMap((start, index) => {
    const { mark, middle, size } = shown[index];
    const from = near(middle, start, size);
    const bend = from === middle ? "" : `L${fix(middle)} ${top - 14}`;
    const { x, anchor } = set(start, size);
    if (mark.kind === "today") {
      return [
        path("tl-now", `M${fix(from)} 50${bend}L${fix(middle)} ${bottom + 6}`),
        svg("rect", { class: "tl-tag", x: fix(start), y: 28, width: fix(size), height: 24, rx: 3 }),
        text("tl-tagtext", start + size / 2, 45, todayWords(mark), "middle"),
      ];
    }
    return [
      path("tl-stem", `M${fix(from)} 59${bend}L${fix(middle)} ${top - 7}`),
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
  const { low, high, bottom, line: course } = WIDE;
  const shown = line.marks
    .filter((mark) => !isTheirs(mark))
    .map((mark) => ({ mark, middle: at(mark.date), size: broad(mark) }));
  return spread(shown, low, high, 12).flatMap((start, index) => {
    const { mark, middle, size } = shown[index];
    const { x, anchor } = set(start, size);
    return [
      path(
        "tl-stem",
        `M${fix(middle)} ${course + 9}V${bottom + 12}L${fix(near(middle, start, size))} ${bottom + 24}`,
      ),
      text(nameLook(mark), x, bottom + 42, mark.label, anchor),
      text("tl-date", x, bottom + 60, mark.when, anchor),
      ...(line.window && mark === named(line) ? [windowName(line.window.label, x, anchor)] : []),
    ];
  });
}

/**
 * @param {string} words
 * @param {number} x
 * @param {Anchor} anchor
 */
function windowName(words, x, anchor) {
  const { low, high, bottom } = WIDE;
  const size = breadth(words, TICK);
  const inside = anchor === "middle" ? Math.min(Math.max(x, low + size / 2), high - size / 2) : x;
  return text("tl-side", inside, bottom + 78, words, anchor);
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
  return off.flatMap(({ first, last, label }) => {
    if (!label || visible({ from: first, to: last }, days).length === 0) return [];
    const x = (at(first) + at(last)) / 2;
    const half = breadth(label, TICK) / 2;
    if (x - half < free || busy.some((one) => Math.abs(one - x) < half + 8)) return [];
    free = x + half + 6;
    return [text("tl-tick", x, WIDE.top - 7, label, "middle")];
  });
}

/** @param {{ x: number, width: number }} run */
function bracketBelow({ x, width }) {
  return path("tl-bracket", `M${fix(x + 1)} ${WIDE.bottom + 5}v5h${fix(width - 2)}v-5`);
}

/**
 * @param {number} from
 * @param {number} to
 */
function gapAcross(from, to) {
  const { top, bottom } = WIDE;
  const x = (from + to) / 2;
  const edge = `v${bottom - top + 6}`;
  return svg(
    "g",
    {},
    svg("rect", { class: "tl-gap", x: fix(x - 5), y: top - 2, width: 10, height: 56 }),
    path("tl-tear", `M${fix(x - 5)} ${top - 3}${edge}M${fix(x + 5)} ${top - 3}${edge}`),
  );
}

// ---- tall: from top to bottom ------------------------------------------------------------

/**
 * @param {Timeline} line
 * @param {Ruler} days
 * @param {[them: string, you: string]} sides
 */
function tall(line, days, [them, you]) {
  const { start, end, head, foot, size, most } = TALL;
  const labels = line.marks.length * 44;
  const unit = Math.max(Math.min(15, Math.max(most, labels) / days.length), 6.5);
  /** @param {string} day */
  const at = (day) => head + days.at(day) * unit;
  /** @param {string} day */
  const edge = (day) => head + days.edge(day) * unit;
  const long = days.length * unit;
  /**
   * @param {string} look
   * @param {{ from: string, to: string }} run
   * @param {Record<string, string>} [more]
   */
  const box = (look, { from, to }, more) => {
    const y = Math.max(edge(from), head + 1);
    const height = Math.min(edge(next(to)), head + long - 1) - y;
    const place = { x: start + 1, y: fix(y), width: end - start - 2, height: fix(height) };
    return svg("rect", { class: look, ...place, ...more });
  };
  const { window } = line;
  return picture(line, "tall", size, Math.round(head + long + foot), [
    text("tl-side", start - 12, 12, them, "end"),
    text("tl-side", end + 14, 12, you),
    svg("rect", {
      class: "tl-band",
      x: start,
      y: head,
      width: end - start,
      height: fix(long),
      rx: 5,
    }),
    ...(window ? visible(run(window), days).map((one) => box("tl-window", one)) : []),
    ...line.off.flatMap((off) =>
      visible(run(off), days).map((one) => box("tl-off", one, { fill: "url(#fu-off-tall)" })),
    ),
    ...mondays(days)
      .filter((day) => day !== days.first)
      .map((day) => path("tl-week", `M${start} ${fix(edge(day))}H${end}`)),
    ...days.cuts.map(({ from, to }) => gapDown((edge(from) + edge(next(to))) / 2)),
    ...(window
      ? [
          path(
            "tl-bracket",
            `M${end + 4} ${fix(edge(window.first) + 1)}h5V${fix(edge(next(window.last)) - 1)}h-5`,
          ),
        ]
      : []),
    ...course(line, (skip, { from, to }) => `M${TALL.line} ${fix(at(from) + skip)}V${fix(at(to))}`),
    ...before(line, days, at, head + long + foot),
    ...after(line, at, head + long + foot),
    ...line.marks.map((mark) =>
      sign(mark, mark.kind === "them" ? start : TALL.line, at(mark.date)),
    ),
  ]);
}

/**
 * @param {Timeline} line
 * @param {Ruler} days
 * @param {(day: string) => number} at
 * @param {number} high
 */
function before({ marks, off }, days, at, high) {
  const { start, end, head } = TALL;
  const holidays = off
    .filter(({ first, last, label }) => label && visible({ from: first, to: last }, days).length)
    .map(({ first, last, label }) => ({ mark: null, label, middle: (at(first) + at(last)) / 2 }));
  const shown = [...marks.filter(isTheirs).map((mark) => ({ mark, label: "" })), ...holidays]
    .map((one) => ({
      ...one,
      middle: one.mark ? at(one.mark.date) : "middle" in one ? Number(one.middle) : 0,
      size: one.mark === null ? 18 : one.mark.kind === "today" ? 42 : 38,
    }))
    .sort((one, other) => one.middle - other.middle);
  return spread(shown, head - 4, high, 4).flatMap((top, index) => {
    const { mark, label, middle, size } = shown[index];
    const c = top + size / 2;
    if (mark === null) {
      return [
        path("tl-stem", `M${start - 9} ${fix(c)}L${start - 1} ${fix(middle)}`),
        text("tl-side", start - 13, c + 4, label, "end"),
      ];
    }
    if (mark.kind === "today") {
      return [
        path("tl-now", `M${start - 14} ${fix(c)}L${start - 4} ${fix(middle)}H${end + 6}`),
        svg("rect", {
          class: "tl-tag",
          x: 0,
          y: fix(c - 20),
          width: start - 14,
          height: 40,
          rx: 3,
        }),
        text("tl-tagtext", 10, c - 3, mark.label),
        text("tl-tagtext", 10, c + 14, mark.when),
      ];
    }
    return [
      path("tl-stem", `M${start - 9} ${fix(c)}L${start - 6} ${fix(middle)}`),
      text("tl-name", start - 13, c - 3, mark.label, "end"),
      text("tl-date", start - 13, c + 14, mark.when, "end"),
    ];
  });
}

/**
 * @param {Timeline} line
 * @param {(day: string) => number} at
 * @param {number} high
 */
function after(line, at, high) {
  const { end, head, line: course } = TALL;
  const x = end + 24;
  const { window } = line;
  const shown = line.marks
    .filter((mark) => !isTheirs(mark))
    .map((mark) => ({
      mark,
      middle: at(mark.date),
      size: window && mark === named(line) ? 58 : 38,
    }));
  return spread(shown, head - 4, high, 4).flatMap((top, index) => {
    const { mark, middle, size } = shown[index];
    const c = top + 19;
    const reach = course + (isLeaf(mark) ? 17 : 9);
    return [
      path("tl-stem", `M${reach} ${fix(middle)}H${end + 11}L${x - 5} ${fix(c)}`),
      text(nameLook(mark), x, c - 2, mark.label),
      text("tl-date", x, c + 15, mark.when),
      ...(window && size === 58 ? [text("tl-side", x, c + 33, window.short)] : []),
    ];
  });
}

/** @param {number} y */
function gapDown(y) {
  const { start, end } = TALL;
  const edge = `h${end - start + 6}`;
  return svg(
    "g",
    {},
    svg("rect", { class: "tl-gap", x: start - 2, y: fix(y - 4), width: 38, height: 8 }),
    path("tl-tear", `M${start - 3} ${fix(y - 4)}${edge}M${start - 3} ${fix(y + 4)}${edge}`),
  );
}

// ---- both --------------------------------------------------------------------------------

/** @typedef {"start" | "middle" | "end"} Anchor */

/**
 * @param {Timeline} line
 * @param {"wide" | "tall"} kind
 * @param {number} width
 * @param {number} height
 * @param {Node[]} drawn
 */
function picture({ title, marks, window }, kind, width, height, drawn) {
  const id = `fu-plan-${kind}`;
  const said = [...marks.map(({ text: sentence }) => sentence), ...(window ? [window.label] : [])];
  const $title = svg("title", { id: `${id}-title` });
  const $about = svg("desc", { id: `${id}-about` });
  $title.textContent = title;
  $about.textContent = said.join(" ");
  return svg(
    "svg",
    {
      class: `fu-plan__${kind}`,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-labelledby": `${id}-title ${id}-about`,
      focusable: "false",
    },
    $title,
    $about,
    svg(
      "defs",
      {},
      svg(
        "pattern",
        {
          id: `fu-off-${kind}`,
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
 * The line of days: in ink up to today, in pencil after it.
 * @param {Timeline} line
 * @param {(skip: number, run: { from: string, to: string }) => string} draw
 */
function course({ marks }, draw) {
  const first = marks[0].date;
  const last = marks[marks.length - 1].date;
  const today = marks.find(({ kind }) => kind === "today")?.date ?? first;
  return [
    ...(today > first ? [path("tl-past", draw(0, { from: first, to: today }))] : []),
    ...(last > today ? [path("tl-ahead", draw(7, { from: today, to: last }))] : []),
  ];
}

/**
 * Diamond: what they said. Dot: what you did. Leaf: do this, dashed if it can still change.
 * Dashed ring: only if you hear nothing. Ring with a cross: let go.
 * @param {Mark} mark
 * @param {number} x
 * @param {number} y
 */
function sign({ kind, date }, x, y) {
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
      const look = kind === "do" ? "tl-leaf" : "tl-leaf tl-leaf--pencil";
      const place = { x: fix(x - 16), y: fix(y - 17), width: 32, height: 34, rx: 5 };
      return svg(
        "g",
        {},
        svg("rect", { class: look, ...place }),
        text(
          kind === "do" ? "tl-leafday" : "tl-leafday tl-leafday--pencil",
          x,
          y + 6,
          String(Number(date.slice(8))),
          "middle",
        ),
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
function named({ marks }) {
  return marks.find(isLeaf);
}

/** @param {Mark} mark */
function isLeaf({ kind }) {
  return kind === "do" || kind === "wait";
}

/** @param {Mark} mark */
function nameLook(mark) {
  return isLeaf(mark) ? "tl-do" : "tl-name";
}

/** @param {Mark} mark */
function todayWords({ label, when }) {
  return `${label}, ${when}`;
}

/** @param {Mark} mark */
function broad(mark) {
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
  const { low, high } = WIDE;
  if (start <= low + 1) return { x: low, anchor: "start" };
  if (start + size >= high - 1) return { x: high, anchor: "end" };
  return { x: start + size / 2, anchor: "middle" };
}

/** @param {string} day */
function next(day) {
  return shift(day, 1);
}

/** @param {{ first: string, last: string }} days */
function run({ first, last }) {
  return { from: first, to: last };
}

/** @param {{ x: number, width: number }} box */
function round({ x, width }) {
  return { x: fix(x), width: fix(width) };
}

/** @param {number} number */
function fix(number) {
  return Math.round(number * 10) / 10;
}

/**
 * @param {string} look
 * @param {string} d
 */
function path(look, d) {
  return svg("path", { class: look, d });
}

/**
 * @param {string} look
 * @param {number} x
 * @param {number} y
 * @param {string} words
 * @param {Anchor} [anchor]
 */
function text(look, x, y, words, anchor = "start") {
  const $text = svg("text", { class: look, x: fix(x), y: fix(y), "text-anchor": anchor });
  $text.textContent = words;
  return $text;
}
