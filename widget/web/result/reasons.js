/** Why the advice is as it is: what decided, who disagrees, and the ways into the guide. */

/** @import { AdviceDocument, Confidence, Disagreement, Sentence } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
import { h, icon } from "../screens/nodes.js";

/** @type {Record<Confidence, number>} */
const SURE = { "our-judgement": 1, "majority-view": 2, "well-supported": 3 };

/** Questions that ask for a day: each advice is counted from those. */
const ASKS_FOR_A_DAY = /-(on|date|check-in)$/;

/**
 * What the reader said and what decided. Of the answers, those that another answer would overturn;
 * of the reasons, what stands under the headline is not said twice.
 * @param {AdviceDocument} view
 * @param {Context} context
 */
export function becauseList({ words: { because, lead, changes }, told }, context) {
  if (because.length === 0) return null;
  const turns = new Set(changes.map(({ question }) => question));
  const counts = told.filter(({ question: id }) => turns.has(id) || ASKS_FOR_A_DAY.test(id));
  const said = lead.map(({ text }) => text);
  const items = because.map((reason) =>
    h(
      "li",
      { "data-rule": reason.rule },
      h("span", { class: "fu-because__said" }, reason.title),
      h(
        "span",
        {},
        said.includes(reason.text) ? null : `${reason.text} `,
        more(reason, context),
        ...reason.claims.flatMap((claim) => [" ", chip(claim, context)]),
      ),
    ),
  );
  const you = h(
    "li",
    { "data-rule": "" },
    h("span", { class: "fu-because__said" }, context.t("you-said")),
    h("ul", {}, ...counts.map(({ label, text }) => h("li", {}, `${label} `, h("b", {}, text)))),
  );
  return h("ul", { class: "fu-because" }, ...(counts.length > 0 ? [you] : []), ...items);
}

/**
 * @param {string} claim
 * @param {Context} context
 */
function chip(claim, { t, href }) {
  const address = href(`sources#${claim.toLowerCase()}`);
  const label = t("claim", { name: claim });
  return h("a", { class: "fu-claim", href: address, "aria-label": label }, claim);
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
