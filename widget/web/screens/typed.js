/** A day that is typed: read at once, and asked about where it can mean two days. */

/** @import { Question } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
/** @import { Marks } from "./days.js" */
import { inWords, monthInWords } from "../answers/days.js";
import { button, h } from "./nodes.js";
import { daysIn, lastDayInstead } from "../answers/parse-day.js";

/**
 * @param {Marks} marks
 * @param {Context} context
 * @param {{
 *   meant: (text: string) => string[],
 *   set: (day: string) => void,
 *   choose: (day: string) => void,
 *   written: (day: string) => string,
 * }} day
 *   What a text can mean; the day that was typed, empty if none; a reading that was chosen; a day
 *   as text.
 */
export function typedDay(
  { id, labelledBy, describedBy },
  { t, today, say },
  { meant, set, choose, written },
) {
  const label = `${id}-type`;
  const $input = h("input", {
    class: "fu-input",
    type: "text",
    id: `${id}-typed`,
    autocomplete: "off",
    autocapitalize: "none",
    "aria-labelledby": `${labelledBy} ${label}`,
    "aria-describedby": describedBy.join(" "),
  });
  const $label = h("label", { for: $input.id, id: label }, t("type-day"));
  const $which = h("div", { class: "fu-which", role: "group" });

  /**
   * @param {string[]} days
   * @param {string} [ask]
   */
  function offer(days, ask = t("which-day")) {
    const named = days.map((day) => ({ day, words: inWords(day, today(), t) }));
    const $days = named.map(({ day, words }) =>
      button("fu-button fu-button--quiet fu-chip", () => pick(day), words),
    );
    $which.hidden = days.length === 0;
    $which.setAttribute("aria-label", ask);
    $which.replaceChildren(h("p", {}, ask), h("div", { class: "fu-chips" }, ...$days));
    if (!$which.hidden) say(`${ask} ${named.map(({ words }) => words).join("; ")}`);
  }

  /** @param {string} day */
  function pick(day) {
    $input.focus(); // The button that was pressed goes away.
    choose(day);
  }

  $input.addEventListener("input", () => {
    const days = meant($input.value);
    const last = days.length === 0 ? lastDayInstead($input.value, today()) : null;
    set(days.length === 1 ? days[0] : "");
    if (last)
      offer([last], t("short-month", { month: monthInWords(last, t), n: Number(last.slice(8)) }));
    else offer(days.length > 1 ? days : []);
  });
  offer([]);

  return {
    $field: h("div", { class: "fu-type" }, $label, $input),
    $which,
    $input,
    /** What is wrong with what was typed. */
    fault: () => {
      if (!$which.hidden)
        return { code: "which-day", text: $which.getAttribute("aria-label") ?? "" };
      return $input.value && !meant($input.value)[0] ? { code: "not-a-day" } : null;
    },
    /** @param {string} day that was picked instead; what was typed stays if it can mean that day */
    settle: (day) => {
      offer([]);
      if (!meant($input.value).includes(day)) $input.value = day ? written(day) : "";
    },
  };
}

/**
 * The days that a text can mean for a question: where it is about what is over, those that were.
 * @param {string} text
 * @param {boolean} isOver
 * @param {string} today
 */
export function daysMeant(text, isOver, today) {
  const days = daysIn(text, today);
  const past = isOver ? days.filter((day) => day <= today) : [];
  return past.length > 0 ? past : days;
}
