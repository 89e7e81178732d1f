/** The button that makes a calendar file; the library for it is fetched at the first press. */

/** @import { AdviceDocument } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
/** @import { Entry, Library } from "./calendar-file.js" */
import { calendarFile, entries } from "./calendar-file.js";
import { save } from "../screens/copy-button.js";
import { button, h, icon, saidBeside } from "../screens/nodes.js";

const LIBRARY = "./ical.js"; // Put beside this file when the quiz is published.
const NAME = "should-i-call.ics";

/**
 * Null where no step lies ahead: what is to be done today needs no reminder.
 * @param {AdviceDocument} view
 * @param {string} look
 * @param {Context} context
 * @param {() => string} [home] The address of the quiz that is written into each step.
 */
export function calendarButton(view, look, context, home = () => context.href("quiz")) {
  const { t, say, today } = context;
  if (!entries(view, context, home()).some(({ on }) => on > today())) return null;
  const { $said, tell } = saidBeside(say);
  const press = async () => {
    const done = await makeFile(entries(view, context, home())).then(
      () => "calendar-done",
      () => "calendar-failed",
    );
    tell(t(done));
  };
  const $button = button(`fu-button ${look}`, press, icon("calendar"), t("calendar"));
  return h("span", { class: "fu-copier" }, $button, $said);
}

/** @param {Entry[]} all */
async function makeFile(all) {
  /** @type {typeof import("ical.js")} */
  const library = await import(LIBRARY);
  save(NAME, "text/calendar", calendarFile(library.default, all, new Date()));
}
