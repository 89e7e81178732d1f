/** How far along: done, here, still to come. */

/** @import { QuestionDocument } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
import { h, svg } from "./nodes.js";

/**
 * Dots for the screens: those that will come, or where that is not certain those that may.
 * @param {QuestionDocument} view
 * @param {Context} context
 */
export function steps({ screen, left, most, told }, { t, beside }) {
  if (screen === beside) return null;
  const done = new Set(told.map((line) => line.screen).filter((one) => one < screen)).size;
  const total = done + 1 + most;
  const $dots = Array.from({ length: total }, (_, index) => {
    const x = 7 + 16 * index;
    const look = index < done ? "done" : index === done ? "now" : "next";
    return [
      ...(index === 0
        ? []
        : [
            svg("path", {
              class: index > done ? "fu-steps__line fu-steps__line--next" : "fu-steps__line",
              d: `M${x - 11} 7h6`,
            }),
          ]),
      svg("circle", { class: `fu-steps__${look}`, cx: x, cy: 7, r: look === "now" ? 5 : 4 }),
    ];
  });
  return h(
    "div",
    { class: "fu-steps" },
    svg(
      "svg",
      { viewBox: `0 0 ${16 * total - 2} 14`, "aria-hidden": "true", focusable: "false" },
      ...$dots.flat(),
    ),
    h("span", {}, t(left === null ? "step-at-most" : "step", { n: done + 1, total })),
  );
}
