/** What every part of the screen may use: the words of the guide, its addresses, today, and acts. */

/** @import { AdviceDocument, Answers, FirstScreens, Problem, QuestionDocument, ViewDocument } from "../protocol.js" */
/** @import { Drafts } from "./state.js" */
/** @import { Phrase } from "../answers/days.js" */
/** @import { Application, Names } from "../kept/store.js" */
/** @import { Wording } from "../result/message-text.js" */

/**
 * @typedef {object} Acts
 * @property {(drafts: Drafts) => void} draft Something was typed or chosen.
 * @property {(drafts: Drafts, problems: Problem[]) => void} submit Continue.
 * @property {(screen: number) => void} change
 * @property {() => void} back
 * @property {() => void} erase
 * @property {() => void} undo
 * @property {() => void} retry
 * @property {(screen: number) => QuestionDocument | null} look The questions of a screen.
 * @property {() => void} reload Load the page anew, answers and all.
 * @property {(other: Answers) => Promise<ViewDocument>} attempt The advice with other answers.
 * @property {(other: Answers) => Promise<ViewDocument>} lookBeside
 *   The screen beside the result as it would be with other answers.
 * @property {(other: Answers) => void} use Take them as answers.
 * @property {() => string} link The address that brings this result back.
 * @property {Keeping | null} keeping Null on another site, where nothing is kept.
 *
 * @typedef {object} Keeping
 * @property {() => Application | null} current The application on screen, if this device keeps it.
 * @property {(names: Names, view: AdviceDocument) => boolean} keep Whether it will last.
 *
 * @typedef {object} Context
 * @property {Phrase} t A phrase by its id.
 * @property {(id: string, n: number, slots?: Record<string, string | number>) => string} count
 * @property {(section: string) => string} href The address of `timing#their-date`.
 * @property {FirstScreens["days"]} days What is offered in each field for a day.
 * @property {number} beside The screen of questions that are offered beside the result.
 * @property {FirstScreens["years"]} years Outside of them a clock is wrong.
 * @property {() => string} today
 * @property {string} [interview] Its day, as far as a screen of questions knows it.
 * @property {(text: string) => void} say Once, to those who listen rather than look.
 * @property {Acts} acts
 * @property {Map<string, string>} blanks What was typed into a message; it never leaves the page.
 * @property {Map<string, string>} filed The name of the job in the calendar files made here, by the
 *   day of the interview; as private.
 * @property {Map<string, Wording>} wordings Messages in the reader's own words, by id; as private.
 */

/**
 * A phrase that is missing shows its id, so that it is missed.
 * @param {FirstScreens["phrases"]} phrases
 * @returns {Pick<Context, "t" | "count">}
 */
export function speaker(phrases) {
  /** @type {Context["t"]} */
  const t = (id, slots = {}) =>
    (phrases[id] ?? id).replace(/\{(\w+)\}/g, (slot, name) => String(slots[name] ?? slot));
  return { t, count: (id, n, slots) => t(n === 1 ? `${id}-one` : id, { ...slots, n }) };
}

/**
 * @param {URL} root of the site
 * @returns {Context["href"]}
 */
export function addresser(root) {
  return (section) => {
    const [page, id] = section.split("#");
    const path = page === "index" ? "" : `${page}/`;
    return new URL(id ? `${path}#${id}` : path, root).href;
  };
}
