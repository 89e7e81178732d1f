/** Wires machine, brain, view and history together; the only place that reads a clock. */

/** @import { Opening } from "./protocol.js" */
/** @import { Drafts, Happening, State } from "./state.js" */
/** @import { Acts } from "./tools.js" */
import { Brain } from "./brain.js";
import { localDay } from "./days.js";
import { begin, next } from "./machine.js";
import { kept } from "./state.js";
import { addresser, speaker } from "./tools.js";
import { Trail } from "./trail.js";
import { View } from "./view.js";

/** Shorter waits are not worth a word: the first for what is being fetched, the other for thought. */
const SOON = { waking: 300, awake: 1500 };

/**
 * @param {HTMLElement} $mount
 * @param {Opening} opening
 * @param {URL} root of the site
 */
export function start($mount, opening, root) {
  const speech = speaker(opening.phrases);
  const today = () => localDay(new Date());

  /** @type {Acts} */
  const acts = {
    draft: (drafts) => dispatch({ type: "draft", drafts }),
    submit,
    change: (screen) => dispatch({ type: "show", screen, trace: "push" }),
    back,
    erase: () => {
      trail.erase();
      view.say(speech.t("erased"));
      blanks.clear();
      dispatch({ type: "erase" });
    },
    undo: () => dispatch({ type: "undo" }),
    retry: () => {
      dispatch({ type: "retry" });
      brain.start();
    },
    link: () => trail.link(),
  };

  /** @type {Map<string, string>} */
  const blanks = new Map();
  const tools = { ...speech, href: addresser(root), today, acts, blanks };
  const trail = new Trail({
    show: (screen) => dispatch({ type: "show", screen, trace: "replace" }),
    read: (answers, screen) => dispatch({ type: "read", answers, screen }),
    stray: () => view.focus(),
  });
  const view = new View($mount, tools);
  const brain = new Brain(
    () => new Worker(new URL("worker.js", import.meta.url), { type: "module" }),
    (news) => dispatch(news),
  );

  let state = begin(opening.view, trail.answers, trail.screen);
  /** @type {number | null} */
  let sent = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let patience;
  settle(null);
  brain.start();

  /** @param {Happening} event */
  function dispatch(event) {
    const before = state;
    state = next(before, event);
    if (state !== before) settle(before);
  }

  /**
   * Bring history, screen and brain in line with the state.
   * @param {State | null} before
   */
  function settle(before) {
    if (before?.turn !== state.turn) redraw(before);
    else if (state.drafts !== before.drafts) trail.keep(kept(state));
    view.update(state);
    if (state.asked?.id !== before?.asked?.id) watch();
    if (state.awake && state.asked && state.asked.id !== sent) send(state.asked.id);
  }

  /** @param {State | null} before */
  function redraw(before) {
    const isNew = before !== null && before.document !== state.document && state.document !== null;
    const screen = state.document?.kind === "question" ? state.document.screen : null;
    if (isNew || before === null) {
      const moved = before?.asked && before.document && !isSameScreen(before, state);
      trail.step(screen, kept(state), moved ? (before.asked?.trace ?? "replace") : "replace");
    }
    if (before === null && state.document === null) return; // The static page stands meanwhile.
    const follows = before !== null && view.holdsFocus();
    view.draw(state, trail.depth > 0 || previousScreen() !== null);
    if (follows) view.focus();
    else if (before !== null) view.say(document.title);
  }

  /** Say so when the answer takes its time. */
  function watch() {
    clearTimeout(patience);
    const wait = state.awake ? SOON.awake : SOON.waking;
    if (state.asked) patience = setTimeout(() => dispatch({ type: "slow" }), wait);
  }

  /** @param {number} id */
  function send(id) {
    if (!state.asked) return;
    sent = id;
    const { screen, submitted } = state.asked;
    const asking = {
      answers: state.answers,
      today: today(),
      ...(screen === null ? {} : { screen }),
      ...(submitted === null ? {} : { submitted }),
    };
    brain.ask(id, asking).then(
      (document) => dispatch({ type: "answer", id, document }),
      () => {
        sent = null; // Held until the brain is awake again.
      },
    );
  }

  /**
   * What can be seen without Python is said at once; the rest is Python's to judge.
   * @param {Drafts} drafts
   * @param {string[]} badDays
   */
  function submit(drafts, badDays) {
    const missing = state.awake ? [] : Object.keys(drafts).filter((id) => drafts[id] === null);
    const problems = [
      ...badDays.map((question) => ({ question, code: "not-a-day" })),
      ...missing
        .filter((id) => !badDays.includes(id))
        .map((question) => ({ question, code: "missing" })),
    ];
    if (problems.length > 0) view.mark(problems);
    else dispatch({ type: "submit", drafts });
  }

  function back() {
    const here = state.document?.kind === "question" ? state.document.screen : null;
    if (state.slow) {
      dispatch({ type: "show", screen: here ?? state.opening.screen, trace: "replace" });
    } else if (trail.depth > 0) {
      history.back();
    } else {
      const screen = previousScreen();
      if (screen !== null) dispatch({ type: "show", screen, trace: "push" });
    }
  }

  /** The last screen before this one that has been answered. */
  function previousScreen() {
    const { document } = state;
    const here = document?.kind === "question" ? document.screen : Infinity;
    const earlier = (document?.told ?? []).map(({ screen }) => screen).filter((one) => one < here);
    return earlier.length > 0 ? Math.max(...earlier) : null;
  }
}

/**
 * @param {State} one
 * @param {State} other
 */
function isSameScreen({ document: one }, { document: other }) {
  return (
    one?.kind === other?.kind &&
    (one?.kind !== "question" || other?.kind !== "question" || one.screen === other.screen)
  );
}
