/**
 * Days as people type them: "2 Feb", "02/03", "last Tuesday", "3 days ago".
 *
 * What can be read in two ways gives both days, and the reader chooses.
 */

import { at, distance, isDay, parts, shift } from "./days.js";

const NUMBERS = /^(\d{1,4})([/. -])(\d{1,2})(?:\2(\d{1,4}))?\.?$/;
const NAMED = /^(?:(\d{1,2}) ([a-z]{3,})|([a-z]{3,}) (\d{1,2}))(?: (\d{4}))?$/;
const WEEKDAY = /^(?:(last|this|next|on) )?([a-z]{3,})$/;
const AWAY = /^(?:(in) )?(an?|one|two|three|\d{1,3}) (day|week)s?(?: (ago))?$/;
const COUNT = /** @type {Record<string, number>} */ ({ a: 1, an: 1, one: 1, two: 2, three: 3 });
const NAMES = /** @type {Record<string, number>} */ ({ today: 0, yesterday: -1, tomorrow: 1 });
const WEEK = 7;

const MONTHS = Array.from({ length: 12 }, (_, month) => `2027-${two(month + 1)}-01`).map((day) =>
  parts(day, "long").month.toLowerCase(),
);
const WEEKDAYS = Array.from({ length: WEEK }, (_, day) => shift("2027-01-03", day)).map((day) =>
  parts(day, "long").weekday.toLowerCase(),
);

/**
 * Every day that a text can mean; none if it cannot be understood.
 * @param {string} text
 * @param {string} today
 */
export function daysIn(text, today) {
  return readings(text, today).filter(isDay);
}

/**
 * The last day of the month, where the text names a later one, as 30 February does.
 * @param {string} text
 * @param {string} today
 */
export function lastDayInstead(text, today) {
  const all = readings(text, today);
  return all.some(isDay) ? null : (all.map(withinMonth).find((day) => day !== null) ?? null);
}

/**
 * What a text says, as days that need not exist.
 * @param {string} text
 * @param {string} today
 */
function readings(text, today) {
  const plain = text
    .toLowerCase()
    .replace(/,|\bof\b|\bthe\b|\babout\b/g, " ")
    .replace(/(\d)(?:st|[nr]d|th)\b/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  const found = [byNumbers, byName, byWeekday, byDistance].flatMap((read) => read(plain, today));
  return [...new Set(found)];
}

/** @typedef {(text: string, today: string) => string[]} Reader */

/** @type {Reader} */
function byNumbers(text, today) {
  const [, first, separator, second, year] = NUMBERS.exec(text) ?? [];
  if (!first) return [];
  if (first.length > 2) return [`${first}-${two(second)}-${two(year ?? "")}`];
  const asDayMonth = near(second, first, year, today);
  // A full stop stands only between day and month, a slash between either.
  return separator === "." ? [asDayMonth] : [asDayMonth, near(first, second, year, today)];
}

/** @type {Reader} */
function byName(text, today) {
  const [, day, month, otherMonth, otherDay, year] = NAMED.exec(text) ?? [];
  const name = month ?? otherMonth;
  const index = name
    ? MONTHS.findIndex((one) => one.startsWith(name.replace(/^sept$/, "sep")))
    : -1;
  return index < 0 ? [] : [near(index + 1, day ?? otherDay, year, today)];
}

/** @type {Reader} */
function byWeekday(text, today) {
  if (text in NAMES) return [shift(today, NAMES[text])];
  const [, which, name] = WEEKDAY.exec(text) ?? [];
  const index = name ? WEEKDAYS.findIndex((one) => one.startsWith(name)) : -1;
  if (index < 0) return [];
  const ahead = (index - at(today).getUTCDay() + WEEK) % WEEK;
  const next = shift(today, ahead || WEEK);
  const last = shift(today, ahead - WEEK);
  if (which === "last") return [last];
  // "Next Friday" is the coming one to some and the one after to others.
  if (which === "next") return [next, shift(next, WEEK)];
  return ahead === 0 ? [today, last, next] : [last, next];
}

/** @type {Reader} */
function byDistance(text, today) {
  const [, ahead, count, unit, ago] = AWAY.exec(text) ?? [];
  if (Boolean(ahead) === Boolean(ago)) return [];
  const days = (COUNT[count] ?? Number(count)) * (unit === "week" ? WEEK : 1);
  return [shift(today, ahead ? days : -days)];
}

/**
 * A day and month in the year that is said, else in the year that brings it nearest to today.
 * @param {string | number} month
 * @param {string | number} day
 * @param {string | undefined} year
 * @param {string} today
 */
function near(month, day, year, today) {
  const rest = `${two(month)}-${two(day)}`;
  if (year) return `${year.length === 2 ? `20${year}` : year}-${rest}`;
  const now = Number(today.slice(0, 4));
  // 29 February, too, belongs to the nearest February, whether that one has it or not.
  const [nearest] = [now - 1, now, now + 1]
    .map((one) => ({ day: `${one}-${rest}`, stands: withinMonth(`${one}-${rest}`) ?? "" }))
    .sort(
      (one, other) =>
        Math.abs(distance(one.stands, today)) - Math.abs(distance(other.stands, today)),
    );
  return nearest.day;
}

/**
 * The day itself, or the last one of its month where it lies beyond; null where no month has it.
 * @param {string} day
 */
function withinMonth(day) {
  const [, month, date] = /^(\d{4}-\d\d)-([0-2]\d|3[01])$/.exec(day) ?? [];
  const ends = [date, "30", "29", "28"].filter((one) => one <= date);
  return ends.map((end) => `${month}-${end}`).find(isDay) ?? null;
}

/** @param {string | number} number */
function two(number) {
  return String(number).padStart(2, "0");
}
