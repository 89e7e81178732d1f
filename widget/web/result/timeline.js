/** The plan on a ruler of days, once wide and once tall: Python says what and when, this places it. */

/** @import { Timeline } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
import { h } from "../screens/nodes.js";
import { ruler } from "./timeline-scale.js";
import { tall } from "./timeline-tall.js";
import { wide } from "./timeline-wide.js";

/**
 * @param {Timeline} line
 * @param {Context} context
 */
export function drawTimeline(line, { t }) {
  const { marks, window } = line;
  const said = [...marks.map(({ text }) => text), ...(window ? [window.label] : [])];
  const list = h("ol", {}, ...marks.map(({ text }) => h("li", {}, text)));
  return h(
    "figure",
    { class: "fu-plan" },
    ...drawings(line, "fu-plan", said.join(" "), [t("plan-them"), t("plan-you")]),
    h(
      "figcaption",
      { class: "fu-noprint" },
      h("details", { class: "fu-fold" }, h("summary", {}, t("plan-list")), list),
    ),
  );
}

/**
 * The wide and the tall drawing. The guide's own pictures are drawn by this, too, when it is built.
 * @param {Timeline} line
 * @param {string} id what the ids in them begin with
 * @param {string} about the same in words
 * @param {[them: string, you: string]} sides the heads of the tall one
 */
export function drawings(line, id, about, sides) {
  const days = ruler(line);
  return [wide(line, days, { id, about }), tall(line, days, { id, about }, sides)];
}
