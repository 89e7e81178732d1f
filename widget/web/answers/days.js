/**
 * Days as ISO strings (`2027-02-09`), for the date fields: shifting, and saying them in words.
 *
 * No advice is reckoned here. Python counts business days; the page only helps to name a day.
 */

const DAY = 24 * 60 * 60 * 1000;

/**
 * The day it is where the reader is.
 * @param {Date} now
 */
export function localDay(now) {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** @param {string} day */
export function isDay(day) {
  // 30 February parses, as 2 March: only what comes back unchanged is a day.
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && shift(day, 0) === day;
}

/**
 * @param {string} day
 * @param {number} days
 */
export function shift(day, days) {
  const moved = new Date(at(day).getTime() + days * DAY);
  return Number.isNaN(moved.getTime()) ? "" : moved.toISOString().slice(0, 10);
}

/**
 * The same day of the month before, or that month's last day.
 * @param {string} day
 */
export function monthBefore(day) {
  const date = at(day);
  const wanted = date.getUTCDate();
  date.setUTCDate(0);
  date.setUTCDate(Math.min(wanted, date.getUTCDate()));
  return date.toISOString().slice(0, 10);
}

/**
 * How many days `day` lies after `today`; negative for the past.
 * @param {string} day
 * @param {string} today
 */
export function distance(day, today) {
  return Math.round((at(day).getTime() - at(today).getTime()) / DAY);
}

/** @typedef {(id: string, slots?: Record<string, string | number>) => string} Phrase */

/**
 * "Tuesday, February 2", with the year where it is not this one; in the guide's words, as Python says
 * it: a line may break after a comma only.
 * @param {string} day
 * @param {string} today
 * @param {Phrase} t
 */
export function inWords(day, today, t) {
  return named(day.slice(0, 4) === today.slice(0, 4) ? "date" : "date-with-year", day, "", t);
}

/**
 * A phrase with a day in it.
 * @param {string} phrase
 * @param {string} day
 * @param {string} length "-short" for names of few letters, else nothing
 * @param {Phrase} t
 */
export function named(phrase, day, length, t) {
  const date = at(day);
  const text = t(phrase, {
    weekday: t(`weekdays${length}`).split(" ")[weekday(day)],
    day: date.getUTCDate(),
    month: monthName(date, t, length),
    year: date.getUTCFullYear(),
  });
  return text.replace(/([^,]) /g, "$1\u00a0");
}

/**
 * 0 for a Monday.
 * @param {string} day
 */
export function weekday(day) {
  return (at(day).getUTCDay() + 6) % 7;
}

/**
 * "February 2027".
 * @param {string} day
 * @param {Phrase} t
 */
export function monthInWords(day, t) {
  return `${monthName(at(day), t)} ${Number(day.slice(0, 4))}`;
}

/**
 * @param {Date} date
 * @param {Phrase} t
 * @param {string} [length]
 */
function monthName(date, t, length = "") {
  return t(`months${length}`).split(" ")[date.getUTCMonth()];
}

/**
 * @param {string} day
 * @param {"long" | "short"} length
 */
export function parts(day, length) {
  const { weekday, date, month } = (formats[length] ??= {
    weekday: format({ weekday: length }),
    date: format({ day: "numeric" }),
    month: format({ month: length }),
  });
  const moment = at(day);
  return {
    weekday: weekday.format(moment),
    date: date.format(moment),
    month: month.format(moment),
  };
}

/** @type {Record<string, Record<"weekday" | "date" | "month", Intl.DateTimeFormat>>} */
const formats = {}; // to make one takes longer than to use it a thousand times

/** @param {Intl.DateTimeFormatOptions} options */
function format(options) {
  return new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" });
}

/** @param {string} day */
export function at(day) {
  return new Date(`${day}T00:00:00Z`);
}
