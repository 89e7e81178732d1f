/**
 * What the quiz is doing, as one value, and how each event changes it. Pure: no page, no clock.
 *
 *     waking -> asking <-> thinking <-> advising      and from anywhere: down -> waking
 *
 * waking    the first screens are shown without Python, which is on its way or has failed; what
 *           takes Python is held
 * asking    a question is on screen
 * thinking  Python has been asked for the next screen; the one before it still stands
 * advising  the advice is on screen
 * down      Python is needed and could not be had; the page shows its static questions, the
 *           answers stay
 */

/** @import { Answers, QuestionDocument, ViewDocument } from "../protocol.js" */
/** @import { Ask, Before, Drafts, Failure, QuizEvent, Show, State } from "./state.js" */
import { idsOf, merged, without } from "./state.js";

/**
 * The first state: nothing on screen yet, and an ask for what these answers lead to.
 * @param {Answers} answers
 * @param {number | null} screen the screen that was open before a reload
 * @returns {State}
 */
export function begin(answers, screen) {
  return named(
    place(
      {
        name: "waking",
        document: null,
        answers: {},
        drafts: {},
        asked: null,
        awake: false,
        slow: false,
        late: false,
        isNewDay: false,
        progress: null,
        failure: null,
        undo: null,
        before: null,
        asks: 0,
        trace: "replace",
        turn: 0,
      },
      answers,
      screen,
    ),
  );
}

/**
 * The state after an event. An event that means nothing now gives the very same state back.
 * @param {State} state
 * @param {QuizEvent} event
 * @returns {State}
 */
export function next(state, event) {
  const after = follow(state, event);
  if (after === state) return state;
  const { turn } = after;
  const isSeen = isDown(after) === isDown(state) || turn > state.turn;
  return named(isSeen ? after : { ...after, turn: turn + 1 });
}

/**
 * @param {State} state
 * @param {QuizEvent} event
 * @returns {State}
 */
function follow(state, event) {
  switch (event.type) {
    case "draft":
      return drafted(state, event.drafts);
    case "submit":
      return submitted(state, event.drafts);
    case "show":
      return shown(state, event);
    case "read":
      return place(state, event.answers, event.screen);
    case "use":
      return state.document?.kind === "advice" ? used(state, event.answers) : state;
    case "undo":
      return state.undo === null ? state : undone(state, state.undo);
    case "erase":
      return place(state, {}, null);
    case "ready":
      return state.awake || state.failure ? state : woken(state);
    case "progress":
      return state.failure
        ? state
        : { ...state, progress: { loaded: event.loaded, total: event.total } };
    case "slow":
      return isWaiting(state) && !state.slow && !state.failure
        ? { ...state, slow: true, turn: state.turn + 1 }
        : state;
    case "late":
      return state.slow && isWaiting(state) && !state.failure ? { ...state, late: true } : state;
    case "new-day":
      return dayBegun(state);
    case "answer":
      return state.asked?.id === event.id ? answered(state, state.asked, event.document) : state;
    case "failed":
      return state.failure ? state : failed(state, event);
    case "retry":
      return state.failure === null && !state.late ? state : retried(state);
  }
}

/**
 * Start over from these answers, as on a fresh page.
 * @param {State} state
 * @param {Answers} answers
 * @param {number | null} screen
 * @returns {State}
 */
function place(state, answers, screen) {
  const fresh = { ...state, answers, drafts: {}, undo: null, before: null, slow: false };
  return ask(fresh, { screen, trace: "replace" });
}

/**
 * @param {State} state
 * @param {Partial<Omit<Ask, "id" | "trace">> & Pick<Ask, "trace">} wish
 * @returns {State}
 */
function ask(state, wish) {
  const id = state.asks + 1;
  const asked = { screen: null, submitted: null, check: false, isNewDay: false, ...wish, id };
  return { ...state, asks: id, asked, late: false };
}

/** @param {State} state */
function isWaiting({ asked }) {
  return asked !== null && !asked.check;
}

/**
 * As long as there are first screens to show, nobody needs to stop because Python failed.
 * @param {State} state
 */
function isDown(state) {
  return state.failure !== null && isWaiting(state);
}

/**
 * What was answered without Python has not been judged yet: no day was checked.
 * @param {State} state
 * @returns {State}
 */
function woken(state) {
  const awake = { ...state, awake: true };
  const { asked, document } = state;
  return asked || document?.kind !== "question"
    ? awake
    : ask(awake, { screen: document.screen, check: true, trace: "replace" });
}

/**
 * What stands was counted from the day before, and so is what was asked.
 * @param {State} state
 * @returns {State}
 */
function dayBegun(state) {
  const { document, asked } = state;
  if (document === null) return state;
  const screen = document.kind === "question" ? document.screen : null;
  const wish = asked && !asked.check ? asked : { screen, trace: /** @type {const} */ ("replace") };
  return ask(state, { ...wish, isNewDay: true });
}

/**
 * @param {State} state
 * @param {Drafts} drafts
 * @returns {State}
 */
function drafted(state, drafts) {
  if (state.document?.kind !== "question") return state;
  return { ...state, drafts: { ...elsewhere(state.drafts, state.document), ...drafts } };
}

/**
 * @param {State} state
 * @param {Drafts} drafts
 * @returns {State}
 */
function submitted(state, drafts) {
  const { document } = state;
  if (document?.kind !== "question" || isDown(state)) return state;
  return ask(
    {
      ...state,
      answers: merged(state.answers, drafts),
      drafts: elsewhere(state.drafts, document),
      before: { answers: state.answers, screen: document.screen, used: [] },
    },
    { submitted: document.screen, trace: "push" },
  );
}

/**
 * The drafts of all screens but this one.
 * @param {Drafts} drafts
 * @param {QuestionDocument} document
 */
function elsewhere(drafts, document) {
  return without(drafts, idsOf(document));
}

/**
 * @param {State} state
 * @param {Show} event
 * @returns {State}
 */
function shown(state, { screen, trace }) {
  return ask({ ...state, undo: null, before: null }, { screen, trace });
}

/**
 * Beside the result another answer was tried, and it is the true one.
 * @param {State} state
 * @param {Answers} answers
 * @returns {State}
 */
function used(state, answers) {
  const before = { answers: state.answers, screen: null, used: Object.keys(answers) };
  return ask(
    { ...state, answers: { ...state.answers, ...answers }, undo: null, before },
    { trace: "branch" },
  );
}

/**
 * @param {State} state
 * @param {Before} to
 * @returns {State}
 */
function undone(state, to) {
  return ask(
    { ...state, answers: to.answers, undo: null, before: null },
    { screen: to.screen, trace: to.used.length > 0 ? "branch" : "push" },
  );
}

/**
 * @param {State} state
 * @param {Ask} asked
 * @param {ViewDocument} document
 * @returns {State}
 */
function answered(state, { check, trace, isNewDay }, document) {
  if (check) return checked({ ...state, asked: null }, document);
  return {
    ...state,
    document,
    answers: without(document.answers, document.dropped),
    asked: null,
    slow: false,
    isNewDay,
    undo: document.dropped.length > 0 || state.before?.used.length ? state.before : null,
    before: null,
    trace,
    turn: state.turn + 1,
  };
}

/**
 * Python has judged what was let pass without it. Where nothing is wrong its document takes the
 * place of the other unseen. Else it is asked what to mend, unless the reader is busy: Continue will tell.
 * @param {State} state
 * @param {ViewDocument} document
 * @returns {State}
 */
function checked(state, document) {
  if (document.problems.length === 0) return { ...state, document };
  const busy = idsOf(state.document).some((id) => id in state.drafts);
  return busy ? state : ask(state, { trace: "push" });
}

/**
 * @param {State} state
 * @param {Failure} event
 * @returns {State}
 */
function failed(state, { stage, text }) {
  const asked = isWaiting(state) ? state.asked : null; // Nobody is left to check anything.
  const failure = { stage, text };
  return { ...state, asked, failure, awake: false, slow: false, progress: null };
}

/**
 * @param {State} state
 * @returns {State}
 */
function retried(state) {
  const slow = isWaiting(state);
  return { ...state, failure: null, awake: false, progress: null, slow, late: false };
}

/**
 * @param {State} state
 * @returns {State}
 */
function named(state) {
  return { ...state, name: nameOf(state) };
}

/**
 * @param {State} state
 * @returns {State["name"]}
 */
function nameOf(state) {
  const { awake, asked, document } = state;
  if (isDown(state)) return "down";
  if (!awake) return "waking";
  if (asked) return "thinking";
  return document?.kind === "advice" ? "advising" : "asking";
}
