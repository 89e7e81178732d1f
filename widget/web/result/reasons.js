/** Why the advice is as it is: what decided, who disagrees, and the ways into the guide. */

/** @import { AdviceDocument, Confidence, Disagreement, Sentence } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
import { h, icon } from "../screens/nodes.js";

/** @type {Record<Confidence, number>} */
const SURE = { "our-judgement": 1, "majority-view": 2, "well-supported": 3 };

/**
 * What the reader said, and beside it what follows.
 * @param {AdviceDocument} view
 * @param {Context} context
 */
export function becauseList({ words: { because } }, context) {
  const items = because.map(({ id, said, so, section }) =>
    h(
      "li",
      { "data-because": id },
      h("span", { class: "fu-because__said" }, said),
      h(
        "span",
        {},
        h("span", { class: "fu-hidden" }, `${context.t("so")} `),
        `${so} `,
        more({ text: `${said}. ${so}`, section }, context),
      ),
    ),
  );
  return h("ul", { class: "fu-because" }, ...items);
}

/**
 * @param {Disagreement[]} all
 * @param {Context} context
 */
export function disagreements(all, context) {
  if (all.length === 0) return null;
  const { t, href } = context;
  const folds = all.map(({ id, section, title, ours, sides, sure }) =>
    h(
      "details",
      { class: "fu-fold fu-fold--pencil", "data-conflict": id },
      h("summary", {}, icon("fork"), h("span", {}, title)),
      h(
        "dl",
        { class: "fu-sides" },
        side(t("we-say"), ours, "fu-sides__ours"),
        ...sides.map(({ who, says }) => side(who, says, "")),
      ),
      h(
        "p",
        { class: "fu-note" },
        pips(sure),
        t(`sure-${sure}`),
        ". ",
        h("a", { href: href(section) }, t("how-we-chose")),
      ),
    ),
  );
  return h("div", { class: "fu-folds" }, ...folds);
}

/**
 * @param {string} who
 * @param {string} says
 * @param {string} look
 */
function side(who, says, look) {
  return h("div", { class: look }, h("dt", {}, who), h("dd", {}, says));
}

/**
 * The way from a sentence to its section, told apart for those who hear only the link.
 * @param {Sentence} sentence
 * @param {Context} context
 */
export function more({ text, section }, { t, href }) {
  const about = text.match(/^.*?[.?!](?=\s)/)?.[0] ?? text;
  return (
    section &&
    h(
      "a",
      { class: "fu-more", href: href(section) },
      t("read-more"),
      h("span", { class: "fu-hidden" }, `: ${about}`),
    )
  );
}

/**
 * How sure we are, in strokes of the pen; the words stand beside it.
 * @param {Confidence} sure
 */
export function pips(sure) {
  return h(
    "span",
    { class: `fu-sure fu-sure--${SURE[sure]}`, "aria-hidden": "true" },
    h("span", { class: "fu-sure__pips" }, h("i"), h("i"), h("i")),
  );
}
