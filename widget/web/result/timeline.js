/** The plan on a ruler of days, once wide and once tall: Python says what and when, this places it. */

/** @import { Sentence, Timeline } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
import { h } from "../screens/nodes.js";
import { more } from "./reasons.js";
import { ruler } from "./timeline-scale.js";
import { tall } from "./timeline-tall.js";
import { wide } from "./timeline-wide.js";

/**
 * The picture, and the same in words: what follows if nothing comes, and what goes on beside it.
 * @param {Timeline} line
 * @param {Sentence | null} meanwhile
 * @param {Context} context
 */
export function drawTimeline(line, meanwhile, context) {
  const { t } = context;
  const { marks, window } = line;
  const said = [...marks.map(({ text }) => text), ...(window ? [window.label] : [])];
  const list = h("ol", {}, ...marks.map(({ text, kind }) => h("li", { "data-kind": kind }, text)));
  return h(
    "figure",
    { class: "fu-plan" },
    ...drawings(line, "fu-plan", said.join(" "), [t("plan-them"), t("plan-you")]),
    h(
      "figcaption",
      {},
      h(
        "details",
        { class: "fu-fold", "data-fold": "plan" },
        h("summary", {}, h("h2", {}, t("plan-list"))),
        list,
        meanwhile && h("p", {}, t("meanwhile"), " ", more(meanwhile, context)),
      ),
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
