/**
 * The quiz in the browser's history: an entry per screen, each with the answers it was left with.
 *
 * They lie in the state of the entry, which this tab alone can read. An address would be put on the
 * list of visited pages, and taken to other devices; so a link that brings answers along is read,
 * and the address cleared.
 *
 * While the page lives, its memory is the truth and an entry only says which screen to show; so
 * going back never loses what was answered later. A page opened anew reads its entry, and so does
 * one that goes to the entry of another run.
 */

/** @import { Answers } from "../protocol.js" */
/** @import { Trace } from "../app/state.js" */
import { holdsAnswers, isTooLong, keptIn, readFragment, writeFragment } from "./address.js";

/**
 * @typedef {object} Entry
 * @property {string} run One set of answers, changed as the reader goes on. A link with others
 *   begins the next, and so does an answer that was tried and taken.
 * @property {number | null} screen
 * @property {Answers} answers
 * @property {number} depth How many entries of this page lie behind.
 * @property {number} start The depth at which this filling of the quiz began.
 * @property {string | null} kept The application that this device keeps, if it is one of these.
 *
 * @typedef {object} Quiz
 * @property {() => Answers} answers What the reader has told us.
 * @property {(screen: number | null) => void} show The reader went to another step of this run.
 * @property {(answers: Answers, screen: number | null) => void} read Other answers take its place.
 * @property {() => void} stray A link of the page, such as "Skip to content", was followed.
 * @property {() => void} refuse A link was followed that is too long to be one of ours.
 * @property {(place: string) => number | null} screenOf The screen of a question, as `#timeline`.
 * @property {(id: string) => Answers | null} answersKept Those of an application kept here.
 */

export class BrowserHistory {
  /** @type {Entry} */
  #entry;
  #isErasing = false;
  #quiz;

  /** @param {Quiz} quiz */
  constructor(quiz) {
    this.#quiz = quiz;
    this.#entry = entryOf(history.state) ?? freshEntry(0, quiz.screenOf(location.hash));
    const brought = this.#brought();
    if (brought) this.#entry = { ...this.#entry, ...brought };
    addEventListener("popstate", () => this.#walked());
    addEventListener("hashchange", () => this.#linked());
  }

  /** What the quiz begins with. */
  get start() {
    return { answers: this.#entry.answers, screen: this.#entry.screen };
  }

  /** The application that this device keeps, if the answers are those of one. */
  get kept() {
    return this.#entry.kept;
  }

  /** @param {string} id */
  bind(id) {
    this.#entry = { ...this.#entry, kept: id };
    this.keep();
  }

  get depth() {
    return this.#entry.depth - this.#entry.start;
  }

  /**
   * Another screen stands now.
   * @param {number | null} screen
   * @param {Trace} trace
   */
  step(screen, trace) {
    const depth = this.#entry.depth + (trace === "replace" ? 0 : 1);
    const run = trace === "branch" ? freshRun() : this.#entry.run;
    this.#entry = { ...this.#entry, run, screen, depth };
    this.#write(trace);
  }

  /** The answers have changed. */
  keep() {
    this.#write("replace");
  }

  back() {
    history.back();
  }

  /** The state of the entry outlives that. */
  reload() {
    location.reload();
  }

  /** Go to the first entry of this page, empty it, and go on from there: that drops all others. */
  erase() {
    if (this.#isErasing) return;
    const { depth } = this.#entry;
    this.#entry = freshEntry(depth);
    this.#write("replace", {});
    this.#isErasing = depth > 0;
    if (this.#isErasing) history.go(-depth);
    else this.#beginAnew();
  }

  /** @returns {string} */
  link() {
    return new URL(writeFragment(this.#quiz.answers()) || "#", location.href).href;
  }

  #walked() {
    const entry = entryOf(history.state);
    if (entry === null) return; // A link within the page; "hashchange" follows.
    if (this.#isErasing) return this.#beginAnew();
    const isOurs = entry.run === this.#entry.run;
    this.#entry = isOurs ? { ...entry, kept: this.#entry.kept } : { ...entry, ...this.#brought() };
    if (isOurs) this.#quiz.show(entry.screen);
    else this.#quiz.read(this.#entry.answers, this.#entry.screen);
    this.#write("replace");
  }

  #beginAnew() {
    this.#isErasing = false;
    this.#entry = { ...this.#entry, depth: 0, start: 0 };
    this.#write("replace", {});
    this.#entry = { ...this.#entry, depth: 1, start: 1 };
    this.#write("push", {});
  }

  #linked() {
    if (entryOf(history.state) !== null) return;
    const { depth, start } = this.#entry;
    const isRefused = isTooLong(location.hash);
    const brought = this.#brought();
    const screen = this.#quiz.screenOf(location.hash);
    if (brought) {
      // A link with answers leads to what they come to, not to the screen that stands here.
      const at = brought.kept ? brought.screen : null;
      this.#entry = { ...freshEntry(depth + 1), ...brought, screen: at };
      this.#quiz.read(brought.answers, at);
    } else if (screen !== null) {
      this.#entry = { ...this.#entry, screen, depth: depth + 1 };
      this.#quiz.show(screen);
    } else {
      this.#entry = { ...this.#entry, depth: depth + 1, start: start + 1 };
      if (isRefused) this.#quiz.refuse();
      else this.#quiz.stray();
    }
    this.#write("replace");
  }

  /** What the address leads to, until it is read. */
  #brought() {
    const { hash } = location;
    const { id, screen } = keptIn(hash);
    const known = id && this.#quiz.answersKept(id);
    if (id) return known ? { answers: known, screen, kept: id } : null;
    if (!holdsAnswers(hash) || isTooLong(hash)) return null;
    return { answers: readFragment(hash), screen: this.#entry.screen, kept: null };
  }

  /**
   * @param {Trace} trace
   * @param {Answers} [answers]
   */
  #write(trace, answers = this.#quiz.answers()) {
    const state = { quiz: { ...this.#entry, answers } };
    const address = `${location.pathname}${location.search}`;
    try {
      if (trace === "replace") history.replaceState(state, "", address);
      else history.pushState(state, "", address);
    } catch {
      // Some browsers refuse very frequent changes; the next one carries everything again.
      if (trace !== "replace") this.#entry = { ...this.#entry, depth: this.#entry.depth - 1 };
    }
  }
}

/**
 * @param {number} depth
 * @param {number | null} [screen]
 * @returns {Entry}
 */
function freshEntry(depth, screen = null) {
  return { run: freshRun(), screen, answers: {}, depth, start: depth, kept: null };
}

function freshRun() {
  return Math.random().toString(36).slice(2);
}

/**
 * An entry that an earlier version wrote lacks what it did not know of.
 * @param {unknown} state
 * @returns {Entry | null}
 */
function entryOf(state) {
  const entry = /** @type {{ quiz?: Partial<Entry> } | null} */ (state)?.quiz;
  return entry ? { ...freshEntry(0), ...entry } : null;
}
