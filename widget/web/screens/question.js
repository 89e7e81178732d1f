/** One question: its legend, why it is asked, its options or field, and what went wrong with it. */

/** @import { Condition, Option, Question } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
/** @import { Marks } from "./days.js" */
import { inWords } from "../answers/days.js";
import { button, h, icon } from "./nodes.js";
import { dateField } from "./date.js";
import { closedField, countryField, regionField } from "./days.js";

/** Members of a set that stand alone: choosing one clears the others, and the other way round. */
const ALONE = ["none", "unsure"];

/**
 * @typedef {"title" | "heading" | "plain"} Rank
 *   Whether the question is the title of the screen, one of several, or hangs under an option.
 *
 * @typedef {{ code: string, text?: string }} Fault
 *   A code, and a sentence if the one that belongs to the code does not say enough.
 *
 * @typedef {object} Control
 * @property {Node[]} $nodes
 * @property {HTMLElement} $first Where a link to the question leads.
 * @property {Map<string, HTMLElement>} slots The place under each option.
 * @property {() => string | null} read
 * @property {() => Fault | null} fault What is wrong with what stands there.
 * @property {(question: Pick<Question, "options">) => void} [fill]
 *   Say beside the options which day they come to, once Python has told.
 * @property {(options: Option[]) => void} [offer] Take other options, where they hang on an answer.
 * @property {() => boolean} [isOffered] Whether there is something to choose from; else always.
 *
 * @typedef {Omit<Control, "$nodes"> & {
 *   question: Question,
 *   $fieldset: HTMLFieldSetElement,
 *   $heading: HTMLElement,
 *   mark: (text: string | null) => void,
 *   tick?: (isTrue: (conditions: Condition[][]) => boolean) => void,
 * }} Asked
 *   `tick` shows those of its lines that can be ticked now.
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
  const hint = question.hint
    ? h("p", { class: "fu-field__hint", id: ids.hint }, question.hint)
    : null;
  const marks = { id, labelledBy: ids.legend, describedBy: [ids.error] };
  const control = controlFor(question, value, marks, context);
  const isChoice = question.options.length > 0 && question.type !== "region";
  const $fieldset = h(
    "fieldset",
    {
      class: `fu-field fu-field--${rank}`,
      "aria-describedby": [...(hint ? [ids.hint] : []), ids.error].join(" "),
    },
    $legend,
  );
  // A day says at once what counts; where there are answers to choose from, they mostly do.
  $fieldset.append(
    ...(isChoice || !hint ? [] : [hint]),
    ...help($fieldset, id, [why(question.why, context.t("why")), isChoice ? hint : null], context),
    $error,
    ...control.$nodes,
  );

  /** @type {Asked["mark"]} */
  const mark = (text) => {
    $error.hidden = !text;
    $error.textContent = text;
    $fieldset.classList.toggle("fu-field--error", text !== null);
    for (const $input of isChoice ? [] : $fieldset.querySelectorAll(".fu-input"))
      $input.setAttribute("aria-invalid", String(text !== null));
  };
  return { ...control, question, $fieldset, $heading, mark };
}

/**
 * What counts and why we ask, for those who want to know; with it, what each answer means.
 * @param {HTMLElement} $fieldset
 * @param {string} id
 * @param {(Node | null)[]} words
 * @param {Context} context
 * @returns {Node[]}
 */
function help($fieldset, id, words, { t }) {
  const $words = h("div", { class: "fu-help__words", id: `${id}-help`, hidden: true }, ...words);
  const $button = button(
    "fu-link fu-help",
    () => {
      $words.hidden = !$words.hidden;
      $button.setAttribute("aria-expanded", String(!$words.hidden));
      $fieldset.classList.toggle("fu-field--helped", !$words.hidden);
    },
    t("help"),
  );
  $button.setAttribute("aria-expanded", "false");
  $button.setAttribute("aria-controls", $words.id);
  return [$button, $words];
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
  if (question.type === "region") return regionField(question, value, marks, context);
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
    ...grouped(options).flatMap(({ group, first, last }) => {
      const here = rows.slice(first, last);
      /** @type {HTMLElement[]} */
      const $here = here.flatMap(({ $row, $slot }) => [$row, $slot]);
      return group ? behind(group, `fu-${id}-more`, $here, here) : $here;
    }),
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
 * Neighbors that stand behind the same row, or behind none.
 * @param {Option[]} options
 */
function grouped(options) {
  /** @type {{ group: string | undefined, first: number, last: number }[]} */
  const parts = [];
  options.forEach(({ group }, index) => {
    const part = parts.at(-1);
    if (part && part.group === group) part.last = index + 1;
    else parts.push({ group, first: index, last: index + 1 });
  });
  return parts;
}

/**
 * A row that opens more rows; open at once where one of them is chosen.
 * @param {string} label
 * @param {string} id
 * @param {Node[]} $rows
 * @param {{ $input: HTMLInputElement }[]} rows
 * @returns {HTMLElement[]}
 */
function behind(label, id, $rows, rows) {
  const isOpen = rows.some(({ $input }) => $input.checked);
  const $more = h("div", { class: "fu-options fu-behind", id, hidden: !isOpen }, ...$rows);
  const $button = button(
    "fu-option fu-option--more",
    () => {
      $more.hidden = !$more.hidden;
      $button.setAttribute("aria-expanded", String(!$more.hidden));
    },
    icon("down"),
    h("span", { class: "fu-option__label" }, label),
  );
  $button.setAttribute("aria-expanded", String(isOpen));
  $button.setAttribute("aria-controls", id);
  return [$button, $more];
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
  const $input = h("input", {
    type,
    name: `fu-${question}`,
    id,
    value,
    checked,
    "aria-labelledby": `${id}-label`,
    "aria-describedby": hint ? `${id}-hint` : null,
  });
  const $row = h(
    "label",
    { class: value === "unsure" ? "fu-option fu-option--unsure" : "fu-option" },
    $input,
    h("span", { class: "fu-option__label", id: `${id}-label` }, label, " ", $day),
    hint ? h("span", { class: "fu-option__hint", id: `${id}-hint` }, hint) : null,
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
