// Prints the days off that the package date-holidays knows: {country: {year: [days]}}.
// Run by scripts.days_off with the package beside it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [home, ...years] = process.argv.slice(2);
const Holidays = createRequire(join(home, "package.json"))("date-holidays");
const OFF = ["public", "bank"];

/**
 * @param {string} country
 * @param {string} year
 */
function days(country, year) {
  const found = new Holidays(country).getHolidays(Number(year)) || [];
  return found.filter(({ type }) => OFF.includes(type)).map(({ date }) => date.slice(0, 10));
}

const countries = JSON.parse(readFileSync(0, "utf8"));
const all = countries.map((country) => [
  country,
  Object.fromEntries(years.map((year) => [year, days(country, year)])),
]);
console.log(JSON.stringify(Object.fromEntries(all)));
