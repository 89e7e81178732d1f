/** The field for a day: picked, typed or a quick choice, and always said back in words. */

/** @import { DayField, Question } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
/** @import { Marks } from "./days.js" */
/** @import { Control } from "./question.js" */
import { button, h, icon, smallBox } from "./nodes.js";
import { distance, inWords, isDay, monthBefore, parts, shift } from "../answers/days.js";
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
  const { quick, over, unsure: canBeUnsure, since } = context.days[id];
  const echo = echoLine(marks.id, today, (since && context.interview) || "", t);
  const described = { ...marks, describedBy: [...marks.describedBy, echo.$line.id] };
  const { $calendar, $day } = calendar(value, marks.id, t);
  const chips = chipRow(quick, today, chosen, t);
  const unsure = canBeUnsure
    ? smallBox(`${marks.id}-unsure`, "unsure", value === "unsure", t("unsure"))
    : null;
  const typed = typedDay(described, context, {
    meant: (text) => daysMeant(text, over, today),
    set: (day) => {
      $day.value = day;
      known();
      show();
    },
    choose,
    written: (day) => written(day, today),
  });

  /** @param {string} day */
  function choose(day) {
    $day.value = day;
    context.say(echoOf(day, today, t));
    // Dispatched, so that a chip is heard by the form like anything typed.
    $day.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {string} day */
  function chosen(day) {
    choose(day);
    $day.dispatchEvent(new Event("fu-chosen", { bubbles: true }));
  }

  function known() {
    if (unsure) unsure.$box.checked = false;
  }

  function show() {
    chips.show($day.value);
    echo.show($day.value);
  }

  $day.addEventListener("input", () => {
    if ($day.value) known();
    typed.settle($day.value);
    show();
  });
  unsure?.$box.addEventListener("change", () => {
    if (unsure.$box.checked) $day.value = "";
    typed.settle("");
    show();
  });
  if ($day.value) typed.settle($day.value);
  show();

  return {
    $nodes: [
      h("div", { class: "fu-date" }, typed.$field, $calendar),
      typed.$which,
      echo.$line,
      chips.$row,
      ...(unsure ? [unsure.$row] : []),
    ],
    $input: typed.$input,
    read: () => (unsure?.$box.checked ? "unsure" : $day.value || null),
    fault: typed.fault,
  };
}

/**
 * The button that opens the browser's own calendar, over the field which that fills in. The field
 * itself is not for hands: what is typed has one of its own.
 * @param {string | null} value
 * @param {string} id
 * @param {Context["t"]} t
 */
function calendar(value, id, t) {
  const $day = h("input", {
    class: "fu-calendar__day",
    type: "date",
    id,
    value: value && isDay(value) ? value : null,
    autocomplete: "off",
    tabindex: "-1",
    "aria-hidden": "true",
  });
  const $open = button(
    "fu-button fu-button--quiet",
    () => {
      // Not every browser lets a page open it, and a frame may not; then the field is still there.
      try {
        $day.showPicker();
      } catch {
        $day.focus();
      }
    },
    icon("calendar"),
    h("span", { class: "fu-hidden" }, t("pick-day")),
  );
  return { $calendar: h("div", { class: "fu-calendar" }, $day, $open), $day };
}

/**
 * A day as one could type it.
 * @param {string} day
 * @param {string} today
 */
function written(day, today) {
  const { month, date } = parts(day, "long");
  const short = `${month} ${date}`;
  const meant = daysMeant(short, false, today);
  return meant.length === 1 && meant[0] === day ? short : `${short}, ${day.slice(0, 4)}`;
}

/**
 * The day in words, with how far it is from today; of one before the interview, that it is history.
 * @param {string} id
 * @param {string} today
 * @param {string} interview
 * @param {Context["t"]} t
 */
function echoLine(id, today, interview, t) {
  const $line = h("p", { class: "fu-echo", id: `${id}-echo`, hidden: true });
  const isHistory = (/** @type {string} */ day) =>
    isDay(day) && day < interview && interview <= today;
  /** @param {string} day */
  const show = (day) => {
    $line.hidden = !isDay(day);
    $line.replaceChildren(
      ...(isDay(day) ? [icon("tick"), h("span", {}, echoOf(day, today, t))] : []),
      ...(isHistory(day) ? [h("span", { class: "fu-echo__history" }, t("echo-history"))] : []),
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
    const $chip = button(
      "fu-button fu-button--quiet fu-chip",
      () => choose(own),
      t(choice),
      " ",
      h("span", { class: "fu-chip__day" }, inWords(own, today, t)),
    );
    return { own, $chip };
  });
  const $row = h(
    "div",
    { class: "fu-chips fu-chips--days", role: "group", "aria-label": t("quick") },
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
