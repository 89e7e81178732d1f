/** The field for a day: picked, typed or a quick choice, and always said back in words. */

/** @import { DayField, Question } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
/** @import { Marks } from "./days.js" */
/** @import { Control } from "./question.js" */
import { button, h, icon, smallBox } from "./nodes.js";
import { distance, inWords, isDay, monthBefore, shift } from "../answers/days.js";
import { daysMeant, typedDay } from "./typed.js";

/** @typedef {Pick<Control, "$nodes" | "read" | "fault"> & { $input: HTMLInputElement }} Field */

/**
 * @param {Question} question
 * @param {string | null} value
 * @param {Marks} marks
 * @param {Context} context
 * @returns {Field}
 */
export function dateField({ id }, value, marks, context) {
  const { t } = context;
  const today = context.today();
  const { quick, over, unsure: canBeUnsure } = context.days[id];
  const echo = echoLine(marks.id, today, t);
  const described = { ...marks, describedBy: [...marks.describedBy, echo.$line.id] };
  const { $picker, $input } = picker(value, described, t);
  const chips = chipRow(quick, today, choose, t);
  const unsure = canBeUnsure
    ? smallBox(`${marks.id}-unsure`, "unsure", value === "unsure", t("unsure"))
    : null;
  const typed = typedDay(described, context, {
    meant: (text) => daysMeant(text, over, today),
    set: (day) => {
      $input.value = day;
      known();
      show();
    },
    choose,
  });

  /** @param {string} day */
  function choose(day) {
    $input.value = day;
    context.say(echoOf(day, today, t));
    // Dispatched, so that a chip is heard by the form like anything typed.
    $input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function known() {
    if (unsure) unsure.$box.checked = false;
  }

  function show() {
    chips.show($input.value);
    echo.show($input.value);
  }

  $input.addEventListener("input", () => {
    if ($input.value || $input.validity.badInput) known();
    typed.settle($input.value);
    show();
  });
  unsure?.$box.addEventListener("change", () => {
    if (unsure.$box.checked) $input.value = "";
    typed.settle("");
    show();
  });
  show();

  return {
    $nodes: [
      h("div", { class: "fu-date" }, $picker, ...typed.$nodes, echo.$line, chips.$row),
      ...(unsure ? [unsure.$row] : []),
    ],
    $input,
    read: () => (unsure?.$box.checked ? "unsure" : $input.value || null),
    fault: () => ($input.validity.badInput ? "not-a-day" : typed.fault()),
  };
}

/**
 * The browser's own field for a day.
 * @param {string | null} value
 * @param {Marks} marks
 * @param {Context["t"]} t
 */
function picker(value, { id, labelledBy, describedBy }, t) {
  const label = `${id}-pick`;
  const $input = h("input", {
    class: "fu-input",
    type: "date",
    id,
    value: value && isDay(value) ? value : null,
    autocomplete: "off",
    "aria-labelledby": `${labelledBy} ${label}`,
    "aria-describedby": describedBy.join(" "),
  });
  const $label = h("label", { for: id, id: label }, t("pick-day"));
  return { $picker: h("div", { class: "fu-type" }, $label, $input), $input };
}

/**
 * The day in words, with how far it is from today.
 * @param {string} id
 * @param {string} today
 * @param {Context["t"]} t
 */
function echoLine(id, today, t) {
  const $line = h("p", { class: "fu-echo", id: `${id}-echo`, hidden: true });
  /** @param {string} day */
  const show = (day) => {
    $line.hidden = !isDay(day);
    $line.replaceChildren(
      ...(isDay(day) ? [icon("tick"), h("span", {}, echoOf(day, today, t))] : []),
    );
  };
  return { $line, show };
}

/**
 * @param {string} day
 * @param {string} today
 * @param {Context["t"]} t
 */
function echoOf(day, today, t) {
  return `${inWords(day, today, t)}, ${howFar(distance(day, today), t)}`;
}

/**
 * @param {DayField["quick"]} choices
 * @param {string} today
 * @param {(day: string) => void} choose
 * @param {Context["t"]} t
 */
function chipRow(choices, today, choose, t) {
  const chips = choices.map(([choice, away]) => {
    const own = away === null ? monthBefore(today) : shift(today, away);
    const $chip = button("fu-button fu-button--quiet fu-chip", () => choose(own), t(choice));
    return { own, $chip };
  });
  const $row = h(
    "div",
    { class: "fu-chips", role: "group", "aria-label": t("quick") },
    ...chips.map(({ $chip }) => $chip),
  );
  /** @param {string} day */
  const show = (day) => {
    for (const { own, $chip } of chips) $chip.setAttribute("aria-pressed", String(own === day));
  };
  return { $row, show };
}

/**
 * @param {number} days
 * @param {Context["t"]} t
 */
function howFar(days, t) {
  if (days === 0) return t("echo-today");
  if (Math.abs(days) === 1) return t(days < 0 ? "echo-yesterday" : "echo-tomorrow");
  return t(days < 0 ? "echo-past" : "echo-ahead", { n: Math.abs(days) });
}
