/** Wires machine, worker, view and history together; the only place that reads a clock. */

/** @import { Asking, Endings, StaticQuestion, FirstScreens, Problem } from "../protocol.js" */
/** @import { Ask, Drafts, QuizEvent, State } from "./state.js" */
/** @import { Wording } from "../result/message-text.js" */
/** @import { Acts, Keeping } from "./context.js" */
/** @import { Quiz } from "../answers/history.js" */
/** @import { News } from "../python/worker-client.js" */
import { endingFor } from "../answers/endings.js";
import { pageFor, told } from "../answers/first-screens.js";
import { WorkerClient } from "../python/worker-client.js";
import { isTooLong, keptIn } from "../answers/address.js";
import { localDay } from "../answers/days.js";
import { begin, next } from "./machine.js";
import { kept, without } from "./state.js";
import { addresser, speaker } from "./context.js";
import { BrowserHistory } from "../answers/history.js";
import { Store, answered, application, nextOf } from "../kept/store.js";
import { View } from "../screens/view.js";
import { whenWanted } from "../python/start-policy.js";
import { here, isOutdated, sound } from "../sound.js";

/**
 * What depends on where a quiz stands: what becomes of its steps, and how its worker is started.
 * @typedef {object} Environment
 * @property {(quiz: Quiz) => Pick<BrowserHistory, keyof BrowserHistory>} makeHistory
 * @property {(address: string) => Worker} startWorker
 * @property {boolean} isGuest
 */

/** @type {Environment} */
const OWN_PAGE = {
  makeHistory: (quiz) => new BrowserHistory(quiz),
  startWorker: (address) => new Worker(address, { type: "module" }),
  isGuest: false,
};

const WORKER = "worker.js";
const ENDINGS = "endings.json";

/** What was kept by another build may have been worked out by other rules. */
export const BUILD = new URL(".", import.meta.url).pathname;

/** Shorter waits are not worth a word: the first for what is being fetched, the other for thought. */
const SOON = { waking: 300, awake: 1500 };

/** After so many milliseconds a reader may want to try again. */
const LATE = 10_000;

/** What happens when somebody comes back to a page. */
const LOOKED_AT = /** @type {const} */ ([
  [document, "visibilitychange"],
  [window, "pageshow"],
  [window, "focus"],
]);

/**
 * @param {HTMLElement} $mount
 * @param {FirstScreens} data
 * @param {URL} root of the site
 * @param {Environment} [standing]
 */
export function start($mount, data, root, { makeHistory, startWorker, isGuest } = OWN_PAGE) {
  const speech = speaker(data.phrases);
  const today = () => localDay(new Date());
  const store = isGuest ? null : Store.ofThisDevice();

  /** @type {Keeping | null} */
  const keeping = store && {
    current: () => (quizHistory.kept === null ? null : store.get(quizHistory.kept)),
    keep: (names, view) => {
      if (!store.isLasting) return false;
      const next = nextOf(view, today(), BUILD);
      const one = application(names, state.answers, next);
      if (!store.put(one)) return false;
      quizHistory.bind(one.id);
      return true;
    },
  };

  /** @type {Acts} */
  const acts = {
    draft: (drafts) => dispatch({ type: "draft", drafts }),
    submit,
    change: (screen) => dispatch({ type: "show", screen, trace: "push" }),
    back,
    erase: () => {
      quizHistory.erase();
      view.say(speech.t("erased"), "fu-hint");
      blanks.clear();
      filed.clear();
      wordings.clear();
      dispatch({ type: "erase" });
    },
    undo: () => dispatch({ type: "undo" }),
    retry: () => {
      dispatch({ type: "retry" });
      client.start();
      watch();
    },
    look: (screen) => pageFor(data, { answers: state.answers, today: today(), screen }),
    reload: () => quizHistory.reload(),
    attempt: (other) =>
      client.ask((attempts -= 1), {
        answers: { ...state.answers, ...other },
        today: today(),
        advise: true,
      }),
    lookBeside: (other) =>
      client.ask((attempts -= 1), {
        answers: { ...without(state.answers, Object.keys(other)), ...other },
        today: today(),
        screen: data.beside,
      }),
    use: (answers) => dispatch({ type: "use", answers }),
    link: () => quizHistory.link(),
    keeping,
  };

  /** @type {Map<string, string>} */
  const blanks = new Map();
  /** @type {Map<string, string>} */
  const filed = new Map();
  /** @type {Map<string, Wording>} */
  const wordings = new Map();
  const { days, beside, years } = data;
  const typed = { blanks, filed, wordings };
  const context = { ...speech, href: addresser(root), days, beside, years, today, acts, ...typed };
  /** @param {string} place */
  const questionAt = (place) => {
    if (isTooLong(place)) return undefined;
    const $moved = document.querySelector(`a.fu-moved[id="${CSS.escape(place.slice(1))}"]`);
    const now = $moved?.getAttribute("href") ?? place;
    return data.questions.find((one) => placesOf(one).includes(now));
  };
  /** What the address led to, until its screen stands. A guest leaves the page around it alone. */
  let named = isGuest ? undefined : questionAt(location.hash)?.id;

  const quizHistory = makeHistory({
    answers: () => kept(state),
    show: (screen) => dispatch({ type: "show", screen, trace: "replace" }),
    read: (answers, screen) => dispatch({ type: "read", answers, screen }),
    stray: () => view.focus(),
    refuse,
    screenOf: (place) => questionAt(place)?.screen ?? null,
    answersKept: (id) => store?.get(id)?.answers ?? null,
  });
  const view = new View($mount, context);
  const client = new WorkerClient(async () => {
    await sound(WORKER);
    return startWorker(here(WORKER));
  }, tell);

  /** @type {Endings | null} */
  let endings = null;
  let state = withoutPython(begin(quizHistory.start.answers, quizHistory.start.screen));
  /** @type {number | null} */
  let sent = null;
  let attempts = 0; // Counted down, so that they are never taken for an ask of the machine.
  /** @type {ReturnType<typeof setTimeout>[]} */
  let patience = [];
  let isStarted = false;
  let day = today();
  const isRefused = isTooLong(location.hash);
  const isGone = keptIn(location.hash).id !== null && quizHistory.kept === null;
  settle(null);
  if (isGone) view.say(speech.t("kept-gone"), "fu-hint");
  if (isRefused) refuse();
  for (const [$where, sign] of LOOKED_AT) $where.addEventListener(sign, keepUp);
  $mount.addEventListener("click", calmNewDay, { capture: true });
  whenWanted($mount, isGuest, wake);

  function refuse() {
    view.say(speech.t("link-too-long"), "fu-hint");
  }

  /** A page may stand open for days: whoever comes back sees what holds today. */
  function keepUp() {
    if (document.hidden || today() === day) return false;
    day = today();
    dispatch({ type: "new-day" });
    return true;
  }

  /**
   * What is pressed may have another meaning today.
   * @param {Event} event
   */
  function calmNewDay(event) {
    if (!keepUp()) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function wake() {
    if (isStarted) return;
    isStarted = true;
    client.start();
    fetchEndings().catch(() => {}); // Python knows them, too.
  }

  /** They are not wanted before the first screen is answered, so they come after it. */
  async function fetchEndings() {
    endings = await (await sound(ENDINGS)).json();
    become(state);
  }

  /**
   * Python that does not load may be one that is online no more.
   * @param {News} news
   */
  async function tell(news) {
    const isOld = news.type === "failed" && (await isOutdated().catch(() => false));
    dispatch(isOld ? { ...news, stage: "outdated" } : news);
  }

  /** @param {QuizEvent} event */
  function dispatch(event) {
    become(next(state, event));
  }

  /** @param {State} after */
  function become(after) {
    const before = state;
    state = withoutPython(after);
    if (state !== before) settle(before);
  }

  /**
   * Answers that were written down need no Python, and first screens need none while it sleeps: days
   * are judged when it wakes.
   * @param {State} state
   */
  function withoutPython(state) {
    if (state.asked === null) return state;
    const asking = askingOf(state, state.asked);
    const ending = endings && endingFor(endings, asking, speech.t);
    const document = ending ?? (state.awake ? null : pageFor(data, asking));
    return document ? next(state, { type: "answer", id: state.asked.id, document }) : state;
  }

  /**
   * Bring history, screen and worker in line with the state.
   * @param {State | null} before
   */
  function settle(before) {
    if (before?.turn !== state.turn) redraw(before);
    else if (state.drafts !== before.drafts) quizHistory.keep();
    view.update(state);
    if (state.asked?.id !== before?.asked?.id) watch();
    if (state.asked) wake();
    if (state.awake && state.asked && state.asked.id !== sent) send(state.asked);
  }

  /** @param {State | null} before */
  function redraw(before) {
    const isNew = before !== null && before.document !== state.document && state.document !== null;
    const screen = state.document?.kind === "question" ? state.document.screen : null;
    if (isNew || before === null) {
      const moved = before?.document && (state.trace === "branch" || !isSameScreen(before, state));
      quizHistory.step(screen, moved ? state.trace : "replace");
    }
    if (isNew) keepAlong();
    if (before === null && state.document === null) return; // The static page stands meanwhile.
    const follows = before === null ? isLed() : view.holdsFocus();
    view.draw(state, said(), quizHistory.depth > 0 || previousScreen() !== null);
    if (follows) view.focus(named);
    else if (before !== null) view.say(view.title);
    if (!state.slow) named = undefined;
  }

  /** Whether the reader comes for a question, or goes on; a screen reader reads no such page out. */
  function isLed() {
    return !isGuest && (named !== undefined || Object.keys(state.answers).length > 0);
  }

  /** What is kept goes along with what the reader says. */
  function keepAlong() {
    const { document, answers } = state;
    if (!store || quizHistory.kept === null || document?.kind !== "advice") return;
    const next = nextOf(document, today(), BUILD);
    store.change(quizHistory.kept, (one) => ({ ...answered(one, answers, today()), next }));
  }

  /** Say so when the answer takes its time. */
  function watch() {
    for (const timer of patience) clearTimeout(timer);
    const wait = state.awake ? SOON.awake : SOON.waking;
    patience = state.asked
      ? [
          setTimeout(() => dispatch({ type: "slow" }), wait),
          setTimeout(() => dispatch({ type: "late" }), LATE),
        ]
      : [];
  }

  /**
   * @param {State} state
   * @param {Ask} asked
   * @returns {Asking}
   */
  function askingOf({ answers }, { screen, submitted }) {
    return {
      answers,
      today: today(),
      ...(screen === null ? {} : { screen }),
      ...(submitted === null ? {} : { submitted }),
    };
  }

  /** @param {Ask} asked */
  function send(asked) {
    const { id } = asked;
    sent = id;
    client.ask(id, askingOf(state, asked)).then(
      (document) => dispatch({ type: "answer", id, document }),
      () => {
        sent = null; // Held until the worker is awake again.
      },
    );
  }

  /**
   * What can be seen without Python is said at once; the rest is Python's to judge.
   * @param {Drafts} drafts
   * @param {Problem[]} problems
   */
  function submit(drafts, problems) {
    const optional = state.document?.kind === "question" && state.document.screen === data.beside;
    const counted = problems.filter(({ code }) => !optional || code !== "missing");
    if (counted.length > 0) {
      view.mark(counted);
      return;
    }
    view.rest();
    dispatch({ type: "submit", drafts });
  }

  function back() {
    const here = state.document?.kind === "question" ? state.document.screen : null;
    if (state.slow || state.name === "down") {
      const stands = here !== null && (state.awake || here < data.beside) ? here : null;
      dispatch({ type: "show", screen: stands ?? previousScreen() ?? 1, trace: "replace" });
    } else if (quizHistory.depth > 0) {
      quizHistory.back();
    } else {
      const screen = previousScreen();
      if (screen !== null) dispatch({ type: "show", screen, trace: "push" });
    }
  }

  /** What the reader told us; during a wait, with what they told us last. */
  function said() {
    return state.slow || state.name === "down" || state.document === null
      ? told(data, state.answers, today())
      : state.document.told;
  }

  /** The last screen before this one that has been answered and can be shown now. */
  function previousScreen() {
    const { document } = state;
    const here = document?.kind === "question" ? document.screen : Infinity;
    const earlier = said()
      .map(({ screen }) => screen)
      .filter((one) => one < Math.min(here, data.beside));
    return earlier.length > 0 ? Math.max(...earlier) : null;
  }
}

/**
 * The places of the static page that lead to a question: its own, those of its options and lines,
 * and that of the screen which it begins.
 * @param {StaticQuestion} question
 */
function placesOf({ id, options, lines }) {
  const $before = previousHeading(document.getElementById(id));
  const ids = [
    id,
    ...options.map(({ value }) => `${id}-${value}`),
    ...lines.map((line) => `true-${line.id}`),
    $before?.tagName === "H2" ? $before.id : "",
  ];
  return ids.filter(Boolean).map((one) => `#${one}`);
}

/** @param {Element | null} $one */
function previousHeading($one) {
  let $before = $one?.previousElementSibling;
  while ($before && !/^H[23]$/.test($before.tagName)) $before = $before.previousElementSibling;
  return $before;
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
