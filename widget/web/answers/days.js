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

/**
 * "Tuesday 2 February", with the year where it is not this one.
 * @param {string} day
 * @param {string} today
 */
export function inWords(day, today) {
  const { weekday, date, month } = parts(day, "long");
  const year = day.slice(0, 4);
  const words = `${weekday} ${date} ${month}`;
  return year === today.slice(0, 4) ? words : `${words} ${Number(year)}`;
}

/**
 * "February 2027".
 * @param {string} day
 */
export function monthInWords(day) {
  return `${parts(day, "long").month} ${Number(day.slice(0, 4))}`;
}

/**
 * @param {string} day
 * @param {"long" | "short"} length
 */
export function parts(day, length) {
  /** @param {Intl.DateTimeFormatOptions} options */
  const say = (options) =>
    new Intl.DateTimeFormat("en", { ...options, timeZone: "UTC" }).format(at(day));
  return {
    weekday: say({ weekday: length }),
    date: say({ day: "numeric" }),
    month: say({ month: length }),
  };
}

/** @param {string} day */
export function at(day) {
  return new Date(`${day}T00:00:00Z`);
}
