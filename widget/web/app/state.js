/** What the machine knows, what can happen to it, and what can be read off it. */

/** @import { Answers, ViewDocument } from "../protocol.js" */

/**
 * @typedef {Record<string, string | null>} Drafts
 *   What stands in the fields; null is a field that was emptied.
 *
 * @typedef {"push" | "replace" | "branch"} Trace
 *   Whether the screen to come is a new step of the browser's history. A branch is one that going
 *   back takes back, answers and all.
 *
 * @typedef {object} Ask
 * @property {number} id
 * @property {number | null} screen Show this screen again.
 * @property {number | null} submitted Continue was pressed on this screen.
 * @property {boolean} check Only judge what stands; nothing is waited for.
 * @property {boolean} isNewDay Only since another day has begun.
 * @property {Trace} trace
 *
 * @typedef {object} Before
 * @property {Answers} answers
 * @property {number | null} screen
 * @property {string[]} used The questions whose answers were tried beside the result, then taken.
 *
 * @typedef {object} State
 * @property {"waking" | "asking" | "thinking" | "advising" | "down"} name
 * @property {ViewDocument | null} document What is on screen; null until there is something.
 * @property {Answers} answers What the reader has told us.
 * @property {Drafts} drafts What stands in fields that were not sent with Continue.
 * @property {Ask | null} asked What Python still owes us.
 * @property {boolean} awake Python has started.
 * @property {boolean} slow The wait is long enough to be spoken of.
 * @property {boolean} late It is long enough to try again.
 * @property {boolean} isNewDay What stands was asked anew as another day began.
 * @property {{ loaded: number, total: number } | null} progress Bytes.
 * @property {{ stage: string, text: string } | null} failure
 * @property {Before | null} undo Where to go back to when an answer made others drop out, or when
 *   one was taken that had been tried.
 * @property {Before | null} before The same, kept until it is known whether there is need of it.
 * @property {number} asks How often Python was asked; names the next ask.
 * @property {Trace} trace How the screen that stands came.
 * @property {number} turn Goes up whenever the screen must be drawn anew.
 *
 * @typedef {{ type: "draft", drafts: Drafts }} Draft
 * @typedef {{ type: "submit", drafts: Drafts }} Submit
 * @typedef {{ type: "show", screen: number | null, trace: Trace }} Show
 * @typedef {{ type: "read", answers: Answers, screen: number | null }} Read
 * @typedef {{ type: "use", answers: Answers }} Use
 * @typedef {{ type: "answer", id: number, document: ViewDocument }} Answer
 * @typedef {{ type: "progress", loaded: number, total: number }} Loading
 * @typedef {{ type: "failed", stage: string, text: string }} Failure
 * @typedef {{ type: "erase" | "undo" | "ready" | "slow" | "late" | "retry" | "new-day" }} Plain
 * @typedef {Draft | Submit | Show | Read | Use | Answer | Loading | Failure | Plain} QuizEvent
 */

/**
 * @param {Answers} answers
 * @param {Drafts} drafts
 * @returns {Answers}
 */
export function merged(answers, drafts) {
  const all = Object.entries({ ...answers, ...drafts });
  return Object.fromEntries(all.flatMap(([id, value]) => (value === null ? [] : [[id, value]])));
}

/**
 * @template Value
 * @param {Record<string, Value>} record
 * @param {string[]} ids
 * @returns {Record<string, Value>}
 */
export function without(record, ids) {
  return Object.fromEntries(Object.entries(record).filter(([id]) => !ids.includes(id)));
}

/**
 * The questions on a screen; the advice has none.
 * @param {ViewDocument | null} document
 */
export function idsOf(document) {
  return document?.kind === "question" ? document.questions.map(({ id }) => id) : [];
}

/**
 * What stands in a field of the screen that is shown: typed, else given, else nothing.
 * @param {State} state
 * @param {string} id
 * @returns {string | null}
 */
export function valueOf({ document, drafts, answers }, id) {
  if (id in drafts) return drafts[id];
  const question =
    document?.kind === "question" ? document.questions.find((one) => one.id === id) : undefined;
  return question?.value ?? answers[id] ?? null;
}

/**
 * All there is to keep of what the reader said: the answers, and what stands on this screen.
 * @param {State} state
 * @returns {Answers}
 */
export function kept({ document, drafts, answers }) {
  const here = idsOf(document).filter((id) => id in drafts);
  return merged(answers, Object.fromEntries(here.map((id) => [id, drafts[id]])));
}
