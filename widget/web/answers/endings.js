/**
 * The answers of those for whom it ended on the first screen, while Python is still asleep. They are
 * Python's own, written down when the site was built, with slots where its days stand; a test
 * compares them on every day of four years. Here the days are only put into words.
 */

/** @import { AdviceDocument, Asking, Endings } from "../protocol.js" */
/** @import { Phrase } from "./days.js" */
import { distance, isDay, named, shift, weekday } from "./days.js";

const SLOT = /⟨([^⟩]*)⟩/g;
const CLOSED = { from: "12-24", to: "01-01" }; // no answer here knows of the days off at a year's end

/**
 * What Python would answer; null where it takes Python to say.
 * @param {Endings} endings
 * @param {Pick<Asking, "answers" | "today" | "screen">} asking
 * @param {Phrase} t
 * @returns {AdviceDocument | null}
 */
export function endingFor({ texts, rows }, { answers, today, screen }, t) {
  const { "heard-on": on = "", ...others } = answers;
  const said = JSON.stringify(Object.entries(others).sort());
  const ago = on === "unsure" ? 0 : isDay(on) && on <= today ? 1 + distance(today, on) : -1;
  const row = rows[said]?.[ago]?.[weekday(today)];
  if (screen !== undefined || !row?.length) return null;
  const [text, ...away] = row;
  const columns = [today, ...away.map((days) => shift(today, days))];
  const days = [today];
  const document = texts[text].replace(SLOT, (_, slot) => {
    const [name, length, ...places] = slot.split(",");
    const [first, last] = daysAt(places, columns);
    days.push(first, last ?? first);
    if (name === "iso") return first;
    return last ? span(first, last, length, t) : named(name, first, length, t);
  });
  return isFarFromYearsEnd(days.sort()) ? JSON.parse(document) : null;
}

/**
 * @param {string[]} places columns, each with how many days from there
 * @param {string[]} columns
 */
function daysAt([column, days, ...more], columns) {
  /** @type {string[]} */
  const rest = more.length > 0 ? daysAt(more, columns) : [];
  return [shift(columns[Number(column)], Number(days)), ...rest];
}

/** @param {string[]} days in order */
function isFarFromYearsEnd(days) {
  const [first, last] = [days[0], days[days.length - 1]];
  const isOneYear = first.slice(0, 4) === last.slice(0, 4);
  return isOneYear && first.slice(5) > CLOSED.to && last.slice(5) < CLOSED.from;
}

/**
 * The days from one to another: "February 9–19", "February 22 to March 5".
 * @param {string} first
 * @param {string} last
 * @param {string} length "-short" for names of few letters, else nothing
 * @param {Phrase} t
 */
function span(first, last, length, t) {
  const begin = named("month-day", first, length, t);
  return first.slice(0, 7) === last.slice(0, 7)
    ? t("span", { first: begin, last: Number(last.slice(8)) })
    : t("span-months", { first: begin, last: named("month-day", last, length, t) });
}
