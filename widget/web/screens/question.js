/** One question: its legend, why it is asked, its options or field, and what went wrong with it. */

/** @import { Option, Question } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
/** @import { Marks } from "./days.js" */
import { inWords } from "../answers/days.js";
import { h } from "./nodes.js";
import { dateField } from "./date.js";
import { closedField, countryField } from "./days.js";

/** Members of a set that stand alone: choosing one clears the others, and the other way round. */
const ALONE = ["none", "unsure"];

/**
 * @typedef {"title" | "heading" | "plain"} Rank
 *   Whether the question is the title of the screen, one of several, or hangs under an option.
 *
 * @typedef {object} Control
 * @property {Node[]} $nodes
 * @property {HTMLElement} $first Where a link to the question leads.
 * @property {Map<string, HTMLElement>} slots The place under each option.
 * @property {() => string | null} read
 * @property {() => string | null} fault The code of what is wrong with what stands there.
 * @property {(question: Pick<Question, "options">) => void} [fill]
 *   Say beside the options which day they come to, once Python has told.
 *
 * @typedef {Omit<Control, "$nodes"> & {
 *   question: Question,
 *   $fieldset: HTMLFieldSetElement,
 *   $heading: HTMLElement,
 *   mark: (text: string | null) => void,
 * }} Asked
 */

/**
 * @param {Question} question
 * @param {string | null} value
 * @param {Rank} rank
 * @param {Context} context
 * @returns {Asked}
 */
export function drawQuestion(question, value, rank, context) {
  const id = `fu-${question.id}`;
  const ids = { legend: `${id}-legend`, hint: `${id}-hint`, error: `${id}-error` };
  const { $legend, $heading } = legend(question.title, ids.legend, rank);
  const $error = h("p", { class: "fu-error", id: ids.error, hidden: true });
  const describedBy = [...(question.hint ? [ids.hint] : []), ids.error];
  const control = controlFor(question, value, { id, labelledBy: ids.legend, describedBy }, context);
  const $fieldset = h(
    "fieldset",
    { class: `fu-field fu-field--${rank}`, "aria-describedby": describedBy.join(" ") },
    $legend,
    why(question.why, context.t("why")),
    question.hint ? h("p", { class: "fu-field__hint", id: ids.hint }, question.hint) : null,
    $error,
    ...control.$nodes,
  );

  /** @type {Asked["mark"]} */
  const mark = (text) => {
    $error.hidden = text === null;
    $error.textContent = text;
    $fieldset.classList.toggle("fu-field--error", text !== null);
    for (const $input of question.options.length === 0
      ? $fieldset.querySelectorAll(".fu-input")
      : [])
      $input.setAttribute("aria-invalid", String(text !== null));
  };
  return { ...control, question, $fieldset, $heading, mark };
}

/**
 * @param {string} title
 * @param {string} id
 * @param {Rank} rank
 */
function legend(title, id, rank) {
  if (rank === "plain") {
    const $legend = h("legend", { class: "fu-legend", id }, title);
    return { $legend, $heading: $legend };
  }
  const $heading =
    rank === "title"
      ? h("h1", { class: "fu-quiz__title", tabindex: "-1" }, title)
      : h("h2", { class: "fu-quiz__ask" }, title);
  return { $legend: h("legend", { id }, $heading), $heading };
}

/**
 * @param {string} text
 * @param {string} label
 */
function why(text, label) {
  return text ? h("p", { class: "fu-why" }, h("b", {}, label), ` ${text}`) : null;
}

/**
 * @param {Question} question
 * @param {string | null} value
 * @param {Marks} marks
 * @param {Context} context
 * @returns {Control}
 */
function controlFor(question, value, marks, context) {
  if (question.options.length > 0) return choice(question, value, context);
  if (question.type === "date") {
    const { $input, ...field } = dateField(question, value, marks, context);
    return { ...field, $first: $input, slots: new Map() };
  }
  return question.type === "country"
    ? countryField(value, marks, context)
    : closedField(value, marks, context);
}

/**
 * @param {Question} question
 * @param {string | null} value
 * @param {Context} context
 * @returns {Control}
 */
function choice({ id, type, options }, value, { t, today }) {
  const chosen = type === "set" ? (value ?? "").split("+") : [value];
  const rows = options.map((option) =>
    row(option, id, type === "set" ? "checkbox" : "radio", chosen.includes(option.value)),
  );
  /** @type {NonNullable<Control["fill"]>} */
  const fill = (told) => {
    for (const { value, on } of told.options) {
      const $day = rows.find(({ $input }) => $input.value === value)?.$day;
      if (on && !$day?.textContent) $day?.append(inWords(on, today(), t));
    }
  };
  fill({ options });
  const $options = h(
    "div",
    { class: isShort(options) ? "fu-options fu-options--short" : "fu-options" },
    ...rows.flatMap(({ $row, $slot }) => [$row, $slot]),
  );
  if (type === "set") $options.addEventListener("change", ({ target }) => keepAlone(rows, target));
  return {
    $nodes: [$options],
    $first: rows[0].$input,
    slots: new Map(rows.map(({ $input, $slot }) => [$input.value, $slot])),
    read: () =>
      rows
        .filter(({ $input }) => $input.checked)
        .map(({ $input }) => $input.value)
        .join("+") || null,
    fault: () => null,
    fill,
  };
}

/**
 * Yes, no and not sure fit beside each other.
 * @param {Option[]} options
 */
function isShort(options) {
  return options.length <= 3 && options.every(({ label }) => label.length <= 14);
}

/**
 * @param {Option} option
 * @param {string} question
 * @param {"radio" | "checkbox"} type
 * @param {boolean} checked
 */
function row({ value, label, hint }, question, type, checked) {
  const id = `fu-${question}-${value}`;
  const $day = h("b", { class: "fu-option__day" });
  const $input = h("input", { type, name: `fu-${question}`, id, value, checked });
  const $row = h(
    "label",
    { class: value === "unsure" ? "fu-option fu-option--unsure" : "fu-option" },
    $input,
    h("span", { class: "fu-option__label" }, label),
    hint ? h("span", { class: "fu-option__hint" }, hint, " ", $day) : null,
  );
  return { $input, $row, $day, $slot: h("div", { class: "fu-reveal", hidden: true }) };
}

/**
 * @param {{ $input: HTMLInputElement }[]} rows
 * @param {EventTarget | null} target
 */
function keepAlone(rows, target) {
  if (!(target instanceof HTMLInputElement) || !target.checked) return;
  const inputs = rows.map(({ $input }) => $input);
  // What hangs under an option stands inside the same list; its fields are not members of the set.
  if (!inputs.includes(target)) return;
  for (const $input of inputs) {
    const clashes = ALONE.includes(target.value) || ALONE.includes($input.value);
    if ($input !== target && clashes) $input.checked = false;
  }
}
