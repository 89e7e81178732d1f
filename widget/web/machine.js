/**
 * What the quiz is doing, as one value, and how each event changes it. Pure: no page, no clock.
 *
 *     waking -> asking <-> thinking <-> advising      and from anywhere: down -> waking
 *
 * waking    the opening question can be answered; what is asked is held until Python is awake
 * asking    a question is on screen
 * thinking  Python has been asked for the next screen; the one before it still stands
 * advising  the advice is on screen
 * down      Python could not be had; the page shows its static questions, the answers stay
 */

/** @import { Answers, QuestionDocument, ViewDocument } from "./protocol.js" */
/** @import { Ask, Before, Drafts, Failure, Happening, Show, State } from "./state.js" */
import { merged, without } from "./state.js";

/**
 * The first state: the opening question, or, if the link holds more, an ask for what follows.
 * @param {QuestionDocument} opening
 * @param {Answers} answers
 * @param {number | null} screen the screen that was open before a reload
 * @returns {State}
 */
export function begin(opening, answers, screen) {
  return named(
    place(
      {
        name: "waking",
        opening,
        document: null,
        answers: {},
        drafts: {},
        asked: null,
        awake: false,
        slow: false,
        progress: null,
        failure: null,
        undo: null,
        before: null,
        asks: 0,
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
 * @param {Happening} event
 * @returns {State}
 */
export function next(state, event) {
  const after = follow(state, event);
  return after === state ? state : named(after);
}

/**
 * @param {State} state
 * @param {Happening} event
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
    case "undo":
      return state.undo === null ? state : undone(state, state.undo);
    case "erase":
      return place(state, {}, null);
    case "ready":
      return state.awake || state.failure ? state : { ...state, awake: true };
    case "progress":
      return state.failure
        ? state
        : { ...state, progress: { loaded: event.loaded, total: event.total } };
    case "slow":
      return state.asked && !state.slow && !state.failure
        ? { ...state, slow: true, turn: state.turn + 1 }
        : state;
    case "answer":
      return state.asked?.id === event.id ? answered(state, event.document) : state;
    case "failed":
      return state.failure ? state : failed(state, event);
    case "retry":
      return state.failure === null ? state : retried(state);
  }
}

/**
 * Start over from these answers, as on a fresh page. The opening question needs no Python as long
 * as nothing beyond it has been answered.
 * @param {State} state
 * @param {Answers} answers
 * @param {number | null} screen
 * @returns {State}
 */
function place(state, answers, screen) {
  const { opening } = state;
  const ids = Object.keys(answers);
  const beyond = ids.filter((id) => !opening.questions.some((question) => question.id === id));
  const isOpening = screen === opening.screen ? beyond.length === 0 : ids.length === 0;
  const fresh = { ...state, answers, drafts: {}, undo: null, before: null, slow: false };
  return isOpening
    ? { ...fresh, document: opening, asked: null, turn: state.turn + 1 }
    : ask(fresh, { screen, trace: "replace" });
}

/**
 * @param {State} state
 * @param {Partial<Pick<Ask, "screen" | "submitted">> & Pick<Ask, "trace">} wish
 * @returns {State}
 */
function ask(state, wish) {
  const id = state.asks + 1;
  return { ...state, asks: id, asked: { screen: null, submitted: null, ...wish, id } };
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
  if (document?.kind !== "question" || state.failure) return state;
  return ask(
    {
      ...state,
      answers: merged(state.answers, drafts),
      drafts: elsewhere(state.drafts, document),
      before: { answers: state.answers, screen: document.screen },
    },
    { submitted: document.screen, trace: "push" },
  );
}

/**
 * The drafts of all screens but this one.
 * @param {Drafts} drafts
 * @param {QuestionDocument} document
 */
function elsewhere(drafts, { questions }) {
  return without(
    drafts,
    questions.map(({ id }) => id),
  );
}

/**
 * @param {State} state
 * @param {Show} event
 * @returns {State}
 */
function shown(state, { screen, trace }) {
  const wanted = { ...state, undo: null, before: null };
  const opens = !state.awake && !state.failure && screen === state.opening.screen;
  return opens
    ? { ...wanted, document: state.opening, asked: null, slow: false, turn: state.turn + 1 }
    : ask(wanted, { screen, trace });
}

/**
 * @param {State} state
 * @param {Before} to
 * @returns {State}
 */
function undone(state, to) {
  return ask(
    { ...state, answers: to.answers, undo: null, before: null },
    { screen: to.screen, trace: "push" },
  );
}

/**
 * @param {State} state
 * @param {ViewDocument} document
 * @returns {State}
 */
function answered(state, document) {
  return {
    ...state,
    document,
    answers: without(document.answers, document.dropped),
    asked: null,
    slow: false,
    undo: document.dropped.length > 0 ? state.before : null,
    before: null,
    turn: state.turn + 1,
  };
}

/**
 * @param {State} state
 * @param {Failure} event
 * @returns {State}
 */
function failed(state, { stage, text }) {
  const failure = { stage, text };
  return { ...state, failure, awake: false, slow: false, progress: null, turn: state.turn + 1 };
}

/**
 * @param {State} state
 * @returns {State}
 */
function retried(state) {
  const document = state.document ?? state.opening;
  return { ...state, document, failure: null, slow: state.asked !== null, turn: state.turn + 1 };
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
function nameOf({ failure, awake, asked, document }) {
  if (failure) return "down";
  if (!awake) return "waking";
  if (asked) return "thinking";
  return document?.kind === "advice" ? "advising" : "asking";
}
