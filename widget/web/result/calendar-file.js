/** The plan as a calendar file: a whole day for each step, with a reminder in the morning. Pure. */

/** @import { AdviceDocument, Answers, Mark } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
/** @typedef {typeof import("ical.js").default} Library */

/** The marks of a plan that are still to be done. */
const STEPS = ["do", "wait", "later", "end"];
const PATIENT = ["wait", "no-contact"];
/** Nine in the morning of the day: a whole day begins at midnight. */
const REMINDER = "PT9H";
const LONG_ENOUGH = 80; // for a name in a title
const OURS = "should-i-call";
/** What does not change while the reader waits: it tells one job from another. */
const ABOUT_THE_JOB = ["contact", "culture", "manner", "calls-normal", "stage", "country"];
const ONE_DAY = 86_400_000;
/** A line may have 75 bytes. The library does not count the space that begins a folded one. */
const FOLD = 74;

/**
 * @typedef {object} Entry
 * @property {string} uid The same for the same step, so that a newer file moves it.
 * @property {string} on
 * @property {string} title
 * @property {string} text
 * @property {string} address of the section that says why
 */

/**
 * The steps that are still to come, unless all there is to do is to let go.
 * @param {AdviceDocument} view
 * @param {Pick<Context, "t" | "href" | "today" | "blanks">} context
 * @param {string} home the address of the quiz
 * @returns {Entry[]}
 */
export function entries(view, { t, href, today, blanks }, home) {
  const { timeline, words, headline, answers } = view;
  const steps = timeline.marks.filter(({ kind, date }) => STEPS.includes(kind) && date >= today());
  if (steps.every(({ kind }) => kind === "end")) return [];
  const about = (blanks.get("job") || blanks.get("company"))?.slice(0, LONG_ENOUGH);
  const job = nameOf(answers, about);
  const seen = new Map();
  return steps.map((mark, index) => {
    const action = actionOf(mark, view);
    const turn = (seen.get(action) ?? 0) + 1;
    seen.set(action, turn);
    const section =
      words.then.find(({ on, text }) => on === mark.date && text === mark.text)?.section ??
      headline.section;
    const lead = index === 0 ? words.lead[0]?.text : undefined;
    return {
      uid: `${job}-${action}-${turn}@${OURS}`,
      on: mark.date,
      title: about ? t("event-about", { label: mark.label, about }) : mark.label,
      text: [mark.text, lead, t("event-news", { address: home })].filter(Boolean).join("\n\n"),
      address: href(section ?? "quiz"),
    };
  });
}

/**
 * A name for the job, the same in each file about it, which neither a message sent nor a new date
 * of theirs changes. What the reader typed says best which job it is. As calendars are often
 * shared, it is a number from which no answer can be read.
 * @param {Answers} answers
 * @param {string} [about]
 */
function nameOf(answers, about) {
  const day = answers["interviewed-on"] ?? answers["heard-on"];
  const facts = about ? [about] : ABOUT_THE_JOB.map((id) => answers[id]);
  const sum = [day, ...facts]
    .join("|")
    .split("")
    .reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) >>> 0, 0);
  return sum.toString(36);
}

/**
 * @param {Mark} mark
 * @param {AdviceDocument} view
 */
function actionOf({ date }, { plan, action }) {
  return plan.find((step) => step.on === date && !PATIENT.includes(step.action))?.action ?? action;
}

/**
 * @param {Library} ICAL
 * @param {Entry[]} all
 * @param {Date} now
 */
export function calendarFile(ICAL, all, now) {
  ICAL.foldLength = FOLD;
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//Should I Call?//EN");
  for (const entry of all) calendar.addSubcomponent(event(ICAL, entry, now));
  return `${calendar.toString()}\r\n`;
}

/**
 * @param {Library} ICAL
 * @param {Entry} entry
 * @param {Date} now
 */
function event(ICAL, { uid, on, title, text, address }, now) {
  const day = ICAL.Time.fromDateString(on);
  const next = day.clone();
  next.adjust(1, 0, 0, 0);
  const event = new ICAL.Component("vevent");
  event.addPropertyWithValue("uid", uid);
  event.addPropertyWithValue("dtstamp", ICAL.Time.fromJSDate(now, true));
  // A newer file counts as newer: calendars take it in place of the older one.
  event.addPropertyWithValue("sequence", Math.floor(now.getTime() / ONE_DAY));
  event.addPropertyWithValue("dtstart", day);
  event.addPropertyWithValue("dtend", next);
  event.addPropertyWithValue("summary", title);
  event.addPropertyWithValue("description", `${text}\n\n${address}`);
  event.addPropertyWithValue("url", address);
  event.addPropertyWithValue("transp", "TRANSPARENT"); // The day stays free for other things.
  event.addSubcomponent(alarm(ICAL, title));
  return event;
}

/**
 * @param {Library} ICAL
 * @param {string} title
 */
function alarm(ICAL, title) {
  const alarm = new ICAL.Component("valarm");
  alarm.addPropertyWithValue("action", "DISPLAY");
  alarm.addPropertyWithValue("description", title);
  alarm.addPropertyWithValue("trigger", ICAL.Duration.fromString(REMINDER));
  return alarm;
}
