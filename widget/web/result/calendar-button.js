/** The buttons that make a calendar file; the library for it is fetched at the first press. */

/** @import { AdviceDocument, Answers } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
/** @import { Entry, Job, JobPlan } from "./calendar-file.js" */
import { calendarFile, canceled, entries, typedName } from "./calendar-file.js";
import { save } from "../screens/copy-button.js";
import { button, h, icon, saidBeside, smallBox } from "../screens/nodes.js";
import { module } from "../sound.js";

const LIBRARY = "ical.js"; // Put beside this file when the quiz is published.
const NAME = "should-i-call.ics";

/**
 * Null where no step lies ahead: what is to be done today needs no reminder.
 * @param {AdviceDocument} view
 * @param {string} look
 * @param {Context} context
 */
export function calendarButton(view, look, context) {
  if (!liesAhead(view, context)) return null;
  const make = () => ({
    job: firstNamed(view.answers, context),
    all: entries(view, context, context.href("quiz")),
  });
  return fileButton("calendar", look, make, context);
}

/**
 * The plan for a calendar, with all that one may wish for; or, where no step lies ahead, a file
 * that takes away those of an earlier one.
 * @param {AdviceDocument} view
 * @param {Context} context
 */
export function calendarKeeper(view, context) {
  const { t, href, acts } = context;
  const look = "fu-button--quiet";
  const earlier = earlierFile(firstNamed(view.answers, context), context);
  if (!liesAhead(view, context)) {
    const remove = () => {
      const job = earlier.read();
      return job && { job, all: canceled([], job.day, t) };
    };
    return h(
      "div",
      {},
      fileButton("calendar-remove", look, remove, context),
      h("p", {}, t("calendar-remove-note")),
      earlier.$fields,
    );
  }
  const link = smallBox("fu-calendar-link", "", false, t("calendar-link"));
  const older = smallBox("fu-calendar-earlier", "", false, t("calendar-earlier"));
  const $older = h(
    "div",
    { hidden: true },
    h("p", {}, t("calendar-earlier-note")),
    earlier.$fields,
  );
  older.$box.addEventListener("change", () => ($older.hidden = !older.$box.checked));
  const make = () => {
    const all = entries(view, context, link.$box.checked ? acts.link() : href("quiz"));
    if (!older.$box.checked) return { job: firstNamed(view.answers, context), all };
    const job = earlier.read();
    return job && { job, all: [...all, ...canceled(all, job.day, t)] };
  };
  return h(
    "div",
    {},
    fileButton("calendar", look, make, context),
    link.$row,
    older.$row,
    $older,
    h("p", {}, t("calendar-note")),
  );
}

/**
 * @param {AdviceDocument} view
 * @param {Context} context
 */
function liesAhead(view, context) {
  return entries(view, context, "").some(({ on }) => on > context.today());
}

/**
 * The job as it was called when this page first made a file of it. One that got no name then keeps
 * none, so that a newer file still moves the steps; another name is another job.
 * @param {Answers} answers
 * @param {Context} context
 * @returns {Job}
 */
function firstNamed(answers, { blanks, filed, acts }) {
  const kept = acts.keeping?.current();
  const day = answers["interviewed-on"] ?? answers["heard-on"] ?? "";
  const first = filed.get(day);
  const name = first === "" ? "" : typedName(blanks) || (first ?? "");
  return kept ? { day, name, id: kept.id } : { day, name };
}

/**
 * What an earlier file was about, as its reader can see in the calendar.
 * @param {Job} job
 * @param {Context} context
 */
function earlierFile({ day, name }, { t }) {
  const $day = h("input", { id: "fu-earlier-day", type: "date", value: day, required: true });
  const $name = h("input", { id: "fu-earlier-name", value: name, autocomplete: "off" });
  /** @returns {Job | null} Null, with the field in focus, as long as there is no day. */
  const read = () => {
    if ($day.reportValidity()) return { day: $day.value, name: $name.value };
    return null;
  };
  const $fields = h(
    "div",
    { class: "fu-desk__fields" },
    h("div", {}, h("label", { for: $day.id }, t("calendar-earlier-day")), $day),
    h("div", {}, h("label", { for: $name.id }, t("calendar-earlier-name")), $name),
  );
  return { $fields, read };
}

/**
 * @param {string} label
 * @param {string} look
 * @param {() => { job: Job, all: Entry[] } | null} make Null if something is still missing.
 * @param {Context} context
 */
function fileButton(label, look, make, { t, say, filed }) {
  const { $said, tell } = saidBeside(say);
  const press = async () => {
    const made = make();
    if (!made) return;
    const done = await makeFile([made]).then(
      () => "calendar-done",
      () => "calendar-failed",
    );
    if (done === "calendar-done") filed.set(made.job.day, made.job.name);
    tell(t(done));
  };
  const $button = button(`fu-button ${look}`, press, icon("calendar"), t(label));
  return h("span", { class: "fu-copier" }, $button, $said);
}

/** @param {JobPlan[]} plans */
export async function makeFile(plans) {
  /** @type {typeof import("ical.js")} */
  const library = await module(LIBRARY);
  save(NAME, "text/calendar", calendarFile(library.default, plans, new Date()));
}
