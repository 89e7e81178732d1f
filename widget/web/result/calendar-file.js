/** The plan as a calendar file: a whole day for each step, with a reminder in the morning. Pure. */

/** @import { AdviceDocument, NextStep } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
/** @typedef {typeof import("ical.js").default} Library */

/** The marks of a plan that are still to be done. */
const STEPS = ["do", "wait", "later", "end"];
const MORNING = 9;
const LONG_ENOUGH = 80; // for a name in a title
const OURS = "should-i-call";
/** No plan has more steps than six; the last turn is that of the law. */
export const TURNS = 7;
/** Numbers of versions count from here, in seconds: an hour's second file is newer, too. */
const FIRST_VERSION = Date.UTC(2026, 0);
/** A line may have 75 bytes. The library does not count the space that begins a folded one. */
const FOLD = 74;

/**
 * @typedef {object} Job What tells one plan from another; neither news nor a later answer changes it.
 * @property {string} day of the interview
 * @property {string} name as typed when the first file was made, or nothing
 * @property {string} [id] of an application that this device keeps: what else is told of it may change
 *
 * @typedef {object} Entry
 * @property {number} turn Counted from the end of the plan, since plans get shorter at the front: a
 *   newer file moves a step, whatever is to be done in it.
 * @property {string} on
 * @property {string} title
 * @property {string} text
 * @property {string | null} address of the section that says why; null if the step no longer holds
 */

/**
 * The steps that are still to come, unless all there is to do is to let go.
 * @param {AdviceDocument | NextStep} view
 * @param {Pick<Context, "t" | "href" | "today" | "blanks">} context
 * @param {string} home the address of the quiz
 * @returns {Entry[]}
 */
export function entries(view, { t, href, today, blanks }, home) {
  const { timeline, words, headline } = view;
  const steps = timeline.marks.filter(({ kind, date }) => STEPS.includes(kind) && date >= today());
  if (steps.every(({ kind }) => kind === "end")) return [];
  const about = shortened(typedName(blanks));
  const byRight = (view.rights?.items ?? []).flatMap(({ text, section, ask }) => {
    if (!ask || ask.on < today()) return [];
    const title = about ? t("event-about", { label: t("law-event"), about }) : t("law-event");
    return [{ turn: TURNS - 1, on: ask.on, title, text, address: href(section) }];
  });
  const planned = steps.map((mark, index) => {
    const section =
      words.then.find(({ on, text }) => on === mark.date && text === mark.text)?.section ??
      headline.section;
    const lead = index === 0 ? words.lead[0]?.text : undefined;
    return {
      turn: steps.length - 1 - index,
      on: mark.date,
      title: about ? t("event-about", { label: mark.label, about }) : mark.label,
      text: [mark.text, lead, t("event-news", { address: home })].filter(Boolean).join("\n\n"),
      address: href(section ?? "quiz"),
    };
  });
  return [...planned, ...byRight.slice(0, 1)];
}

/**
 * The steps that an earlier file may have had and this plan has not.
 * @param {Entry[]} all
 * @param {string} on a day that is past, where they are in nobody's way
 * @param {Context["t"]} t
 * @returns {Entry[]}
 */
export function canceled(all, on, t) {
  const taken = all.map(({ turn }) => turn);
  const free = Array.from({ length: TURNS }, (_, turn) => turn).filter((n) => !taken.includes(n));
  const [title, text] = [t("event-canceled"), t("event-canceled-why")];
  return free.map((turn) => ({ turn, on, title, text, address: null }));
}

/**
 * What the reader called the job.
 * @param {Context["blanks"]} blanks
 */
export function typedName(blanks) {
  return (blanks.get("job") || blanks.get("company") || "").replace(/\p{Surrogate}/gu, "");
}

/**
 * Cut between two letters, as people see them, and never within one.
 * @param {string} text
 */
function shortened(text) {
  const letters = Intl.Segmenter // Firefox has it since version 125
    ? Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
    : [...text];
  return letters.slice(0, LONG_ENOUGH).join("");
}

/**
 * As calendars are often shared, the name of a job is a number from which no answer can be read.
 * @param {Job} job
 */
function numberOf({ day, name, id }) {
  if (id) return id;
  const sum = [day, name.normalize("NFKC").toLowerCase().trim()]
    .join("|")
    .split("")
    .reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) >>> 0, 0);
  return sum.toString(36);
}

/**
 * @typedef {{ job: Job, all: Entry[] }} JobPlan
 *
 * @param {Library} ICAL
 * @param {JobPlan[]} plans
 * @param {Date} now
 */
export function calendarFile(ICAL, plans, now) {
  ICAL.foldLength = FOLD;
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//Should I Call?//EN");
  for (const { job, all } of plans) {
    for (const entry of all) {
      const uid = `${numberOf(job)}-${entry.turn}@${OURS}`;
      calendar.addSubcomponent(event(ICAL, uid, entry, now));
    }
  }
  return `${calendar.toString()}\r\n`;
}

/**
 * @param {Library} ICAL
 * @param {string} uid
 * @param {Entry} entry
 * @param {Date} now
 */
function event(ICAL, uid, { on, title, text, address }, now) {
  const day = ICAL.Time.fromDateString(on);
  const next = day.clone();
  next.adjust(1, 0, 0, 0);
  const event = new ICAL.Component("vevent");
  event.addPropertyWithValue("uid", uid);
  event.addPropertyWithValue("dtstamp", ICAL.Time.fromJSDate(now, true));
  // Most calendars take the newer one in place of the older; some look at this number alone.
  const version = Math.floor((now.getTime() - FIRST_VERSION) / 1000);
  event.addPropertyWithValue("sequence", Math.max(0, version)); // a clock may be wrong; no number is below
  event.addPropertyWithValue("dtstart", day);
  event.addPropertyWithValue("dtend", next);
  event.addPropertyWithValue("summary", title);
  event.addPropertyWithValue("description", [text, address].filter(Boolean).join("\n\n"));
  event.addPropertyWithValue("transp", "TRANSPARENT"); // The day stays free for other things.
  if (address === null) {
    event.addPropertyWithValue("status", "CANCELLED");
  } else {
    event.addPropertyWithValue("url", address);
    event.addSubcomponent(alarm(ICAL, title, on));
  }
  return event;
}

/**
 * In the morning of the day, where the reader is now. The moment itself is named: some calendars
 * would count hours from a midnight elsewhere, or without regard to a change of the clocks.
 * @param {Library} ICAL
 * @param {string} title
 * @param {string} on
 */
function alarm(ICAL, title, on) {
  const [year, month, day] = on.split("-").map(Number);
  const moment = new Date(year, month - 1, day, MORNING);
  const trigger = new ICAL.Property("trigger");
  trigger.resetType("date-time");
  trigger.setValue(ICAL.Time.fromJSDate(moment, true));
  const alarm = new ICAL.Component("valarm");
  alarm.addPropertyWithValue("action", "DISPLAY");
  alarm.addPropertyWithValue("description", title);
  alarm.addProperty(trigger);
  return alarm;
}
