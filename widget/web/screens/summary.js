/** What the reader told us so far, each line with a way to change it, and where the answers are. */

/** @import { Told } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
import { withCountry } from "./days.js";
import { button, h, icon } from "./nodes.js";

/**
 * @param {Told[]} told
 * @param {string} title
 * @param {boolean} open
 * @param {Context} context
 */
export function toldList(told, title, open, context) {
  return h(
    "details",
    { class: "fu-fold fu-told__fold", open },
    h("summary", {}, title),
    toldLines(told, context),
  );
}

/**
 * @param {Told[]} told
 * @param {Context} context
 */
export function toldLines(told, { t, acts }) {
  const lines = told.map(({ question, screen, label, text }) => {
    const $change = button("fu-link", () => acts.change(screen), t("change"));
    $change.setAttribute("aria-label", t("change-what", { label }));
    return h(
      "div",
      {},
      h("dt", {}, label),
      h("dd", {}, withCountry(question, text)),
      h("dd", {}, $change),
    );
  });
  return h("dl", { class: "fu-told__list" }, ...lines);
}

/**
 * @param {boolean} hasAnswers
 * @param {Context} context
 */
export function staysHere(hasAnswers, { t, acts }) {
  return h(
    "p",
    { class: "fu-told__safe" },
    icon("lock"),
    h(
      "span",
      {},
      t("stays-here"),
      hasAnswers && " ",
      hasAnswers && button("fu-link", acts.erase, t("erase")),
    ),
  );
}
