/**
 * The calendar files that the page would save, from the documents that Python made: on standard
 * input what to make, on standard output the texts. The zone is that of the environment.
 */
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import { addresser, speaker } from "../../../widget/web/app/context.js";
import { plansOf } from "../../../widget/web/kept/calendar.js";
import { calendarFile, canceled, entries } from "../../../widget/web/result/calendar-file.js";

const { phrases, files } = JSON.parse(readFileSync(0, "utf8"));
const { t } = speaker(phrases);
const href = addresser(new URL("https://example.org/should-i-call/"));

const texts = files.map(({ view, now, name, earlier, kept }) => {
  if (kept) {
    const plans = plansOf(kept, view.each, { t, href, today: () => now.slice(0, 10) });
    return calendarFile(ICAL, plans, new Date(now));
  }
  const moment = new Date(now);
  const today = () => now.slice(0, 10);
  const job = { day: view.answers["interviewed-on"], name };
  const all = entries(view, { t, href, today, blanks: new Map([["job", name]]) }, href("quiz"));
  const ahead = all.some(({ on }) => on > today()) ? all : [];
  const gone = earlier ? canceled(ahead, job.day, t) : [];
  return calendarFile(ICAL, [{ job, all: [...ahead, ...gone] }], moment);
});
process.stdout.write(JSON.stringify(texts));
