/** The field for a day: picked, typed or a quick choice, and always said back in words. */

/** @import { Question } from "./protocol.js" */
/** @import { Tools } from "./tools.js" */
/** @import { Marks } from "./view-days.js" */
/** @import { Control } from "./view-question.js" */
import { button, h, icon } from "./nodes.js";
import { distance, inWords, isDay, monthBefore, shift } from "./days.js";
import { daysMeant, typedDay } from "./view-typed.js";

/** @typedef {Pick<Control, "$nodes" | "read" | "fault"> & { $input: HTMLInputElement }} Field */

/** @type {Record<string, (today: string) => string>} */
export const CHOICES = {
  today: (today) => today,
  yesterday: (today) => shift(today, -1),
  tomorrow: (today) => shift(today, 1),
  "a-week-ago": (today) => shift(today, -7),
  "two-weeks-ago": (today) => shift(today, -14),
  "a-month-ago": monthBefore,
  "in-a-week": (today) => shift(today, 7),
  "in-two-weeks": (today) => shift(today, 14),
};

const BEFORE = ["today", "yesterday", "a-week-ago", "two-weeks-ago"];
const AROUND = ["yesterday", "today", "tomorrow", "in-a-week"];

/** Which days are worth a button; a question that is not named here looks back. */
/** @type {Record<string, string[]>} */
const WORTH = {
  "interviewed-on": [...BEFORE, "a-month-ago"],
  "decision-date": AROUND,
  "call-on": AROUND,
  "deadline-on": ["today", "tomorrow", "in-a-week", "in-two-weeks"],
};

/** The one question that cannot do without a day; there "about a month ago" stands in. */
const NEEDED = "interviewed-on";

/**
 * @param {Question} question
 * @param {string | null} value
 * @param {Marks} marks
 * @param {Tools} tools
 * @returns {Field}
 */
export function dateField({ id }, value, marks, tools) {
  const { t } = tools;
  const today = tools.today();
  const echo = `${marks.id}-echo`;
  const described = { ...marks, describedBy: [...marks.describedBy, echo] };
  const $input = h("input", {
    class: "fu-input",
    type: "date",
    id: marks.id,
    value: value && isDay(value) ? value : null,
    autocomplete: "off",
    "aria-labelledby": marks.labelledBy,
    "aria-describedby": described.describedBy.join(" "),
  });
  const $echo = h("p", { class: "fu-echo", id: echo, hidden: true });
  const unsure = id === NEEDED ? null : unsureBox(marks.id, value === "unsure", t);
  const typed = typedDay(described, tools, {
    meant: (text) => daysMeant(text, !(id in WORTH), today),
    set: (day) => {
      $input.value = day;
      if (unsure) unsure.$box.checked = false;
      show();
    },
    choose,
  });
  const $chips = (WORTH[id] ?? BEFORE).map((choice) => {
    const day = CHOICES[choice](today);
    return {
      day,
      $chip: button("fu-button fu-button--quiet fu-chip", () => choose(day), t(choice)),
    };
  });

  /** @param {string} day */
  function choose(day) {
    $input.value = day;
    tools.say(echoOf(day, today, t));
    // Dispatched, so that a chip is heard by the form like anything typed.
    $input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function show() {
    const day = $input.value;
    for (const { day: own, $chip } of $chips)
      $chip.setAttribute("aria-pressed", String(own === day));
    $echo.hidden = !isDay(day);
    $echo.replaceChildren(
      ...(isDay(day) ? [icon("tick"), h("span", {}, echoOf(day, today, t))] : []),
    );
  }

  $input.addEventListener("input", () => {
    if (unsure && ($input.value || $input.validity.badInput)) unsure.$box.checked = false;
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
      h("div", { class: "fu-date" }, $input, ...typed.$nodes, $echo, chipRow($chips, t)),
      ...(unsure ? [unsure.$row] : []),
    ],
    $input,
    read: () => (unsure?.$box.checked ? "unsure" : $input.value || null),
    fault: () => ($input.validity.badInput ? "not-a-day" : typed.fault()),
  };
}

/**
 * @param {string} day
 * @param {string} today
 * @param {Tools["t"]} t
 */
function echoOf(day, today, t) {
  return `${inWords(day, today)}, ${howFar(distance(day, today), t)}`;
}

/**
 * @param {{ $chip: HTMLButtonElement }[]} $chips
 * @param {Tools["t"]} t
 */
function chipRow($chips, t) {
  return h(
    "div",
    { class: "fu-chips", role: "group", "aria-label": t("quick") },
    ...$chips.map(({ $chip }) => $chip),
  );
}

/**
 * @param {string} id
 * @param {boolean} checked
 * @param {Tools["t"]} t
 */
function unsureBox(id, checked, t) {
  const $box = h("input", { type: "checkbox", id: `${id}-unsure`, checked });
  const $row = h(
    "label",
    { class: "fu-option fu-option--unsure fu-option--small" },
    $box,
    h("span", { class: "fu-option__label" }, t("unsure")),
  );
  return { $box, $row };
}

/**
 * @param {number} days
 * @param {Tools["t"]} t
 */
function howFar(days, t) {
  if (days === 0) return t("echo-today");
  if (Math.abs(days) === 1) return t(days < 0 ? "echo-yesterday" : "echo-tomorrow");
  return t(days < 0 ? "echo-past" : "echo-ahead", { n: Math.abs(days) });
}
