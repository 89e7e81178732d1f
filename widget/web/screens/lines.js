/** The list of lines to tick: what is left alone is answered too, by the plain answer. */

/** @import { Line, Question } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
/** @import { Asked } from "./question.js" */
import { drawQuestion } from "./question.js";
import { h } from "./nodes.js";

/**
 * @param {Question[]} questions those that are answered by ticking
 * @param {(id: string) => string | null} valueOf
 * @param {Context} context
 */
export function drawLines(questions, valueOf, context) {
  const $list = h("fieldset", {
    class: "fu-field fu-options fu-lines",
    "aria-describedby": "fu-lines-hint",
  });
  $list.append(
    h("legend", {}, h("span", { class: "fu-hidden" }, context.t("lines"))),
    h("p", { class: "fu-field__hint", id: "fu-lines-hint" }, context.t("lines-hint")),
  );
  const here = questions.map(({ id }) => id);
  const asked = questions.map((question) =>
    ticked(question, valueOf(question.id), $list, here, context),
  );
  return { $list, asked };
}

/**
 * @param {Question} question
 * @param {string | null} value
 * @param {HTMLFieldSetElement} $list
 * @param {string[]} here the questions of the list: a line that hangs on one is set under it
 * @param {Context} context
 * @returns {Asked}
 */
function ticked(question, value, $list, here, context) {
  const { lines } = question;
  const alone = isOneAtMost(question);
  const members = value?.split("+") ?? [];
  const told = lines.flatMap((line) => (line.value === null ? [] : [line.value]));
  const isTold = alone ? told.includes(value ?? "") : false;
  const rest = alone ? (isTold ? [] : members) : members.filter((one) => !told.includes(one));
  /** @param {Line} line */
  const isUnder = (line) =>
    question.shown_if !== null || (line.shown_if ?? []).flat().some(([id]) => here.includes(id));
  const rows = lines.map((line) => {
    const isTrue =
      line.value === null
        ? rest.length > 0 && rest.every((one) => line.opens.includes(one))
        : alone
          ? value === line.value
          : members.includes(line.value);
    const inner = line.value === null ? asking(question, line, isTrue ? rest : [], context) : null;
    return { line, inner, ...row(line, isTrue, isUnder(line), inner) };
  });
  $list.append(...rows.flatMap(({ $row, $slot }) => [$row, $slot]));
  const inner = rows.find((one) => one.inner)?.inner ?? null;
  const isTicked = (/** @type {(typeof rows)[number]} */ { $row, $input }) =>
    !$row.hidden && $input.checked;

  $list.addEventListener("change", ({ target }) => {
    const own = rows.find(({ $input }) => $input === target);
    if (!own) return;
    for (const one of rows) {
      if (alone && own.$input.checked && one !== own) one.$input.checked = false;
      if (one.inner) one.$slot.hidden = !one.$input.checked;
    }
  });

  return {
    question,
    $fieldset: $list,
    $heading: rows[0].$row,
    $first: rows[0].$input,
    slots: new Map([
      ...(inner?.slots ?? []),
      ...rows.flatMap(({ line, $slot }) =>
        line.value === null ? [] : [/** @type {const} */ ([line.value, $slot])],
      ),
    ]),
    read: () => {
      const parts = rows.filter(isTicked).map(({ line, inner }) => line.value ?? inner?.read());
      if (parts.length === 0) return question.plain;
      if (parts.some((one) => !one)) return null;
      const chosen = parts.join("+").split("+");
      const order = question.options.map((option) => option.value);
      return chosen.sort((one, other) => order.indexOf(one) - order.indexOf(other)).join("+");
    },
    fault: () => null,
    mark: (text) => inner?.mark(text),
    tick: (holds) => {
      const isAsked = question.shown_if === null || holds(question.shown_if);
      for (const { line, inner, $row, $input, $slot } of rows) {
        $row.hidden = !isAsked || (line.shown_if !== null && !holds(line.shown_if));
        if (inner) $slot.hidden = $row.hidden || !$input.checked;
      }
    },
  };
}

/**
 * Whether at most one of the lines of a question can be ticked.
 * @param {Question} question
 */
function isOneAtMost({ type, lines }) {
  const offered = lines.flatMap(({ opens }) => opens);
  return type === "choice" || lines.some(({ value }) => value !== null && offered.includes(value));
}

/**
 * The question under a line, with those of its answers that have no line of their own.
 * @param {Question} question
 * @param {Line} line
 * @param {string[]} members
 * @param {Context} context
 */
function asking(question, { opens }, members, context) {
  const options = question.options.filter(({ value }) => opens.includes(value));
  return drawQuestion({ ...question, options }, members.join("+") || null, "plain", context);
}

/**
 * @param {Line} line
 * @param {boolean} checked
 * @param {boolean} isUnder
 * @param {Asked | null} inner
 */
function row({ id, label }, checked, isUnder, inner) {
  const $input = h("input", { type: "checkbox", id: `fu-true-${id}`, checked });
  const look = isUnder ? "fu-option fu-option--under" : "fu-option";
  const $row = h("label", { class: look }, $input, h("span", { class: "fu-option__label" }, label));
  const $slot = h("div", { class: "fu-reveal", hidden: !checked || !inner }, inner?.$fieldset);
  return { $input, $row, $slot };
}
