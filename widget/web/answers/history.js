/**
 * The quiz in the browser's history: an entry per screen, the answers in the fragment of each.
 *
 * While the page lives, its memory is the truth and an entry only says which screen to show; so
 * going back never loses what was answered later. A page opened anew reads the fragment, and so
 * does one that goes back to before a branch.
 */

/** @import { Answers } from "../protocol.js" */
/** @import { Trace } from "../app/state.js" */
import { holdsAnswers, readFragment, writeFragment } from "./address.js";

/**
 * @typedef {{ run: string, branch: number, screen: number | null, depth: number }} Entry
 *   `run` tells one filling of the quiz from the next, `branch` what it was like before an answer
 *   was tried and taken; `depth` is how many of its steps lie behind.
 *
 * @typedef {object} Quiz
 * @property {() => Answers} answers What the reader has told us.
 * @property {(screen: number | null) => void} show The reader went to another step of this run.
 * @property {(answers: Answers, screen: number | null) => void} read A link brought other answers.
 * @property {() => void} stray A link of the page, such as "Skip to content", was followed.
 * @property {(place: string) => number | null} screenOf The screen of a question, as `#timeline`.
 */

export class BrowserHistory {
  /** @type {Entry} */
  #entry;
  /** @type {Set<string>} */
  #erased = new Set();
  #quiz;

  /** @param {Quiz} quiz */
  constructor(quiz) {
    this.#quiz = quiz;
    this.#entry = entryOf(history.state) ?? freshEntry(quiz.screenOf(location.hash));
    addEventListener("popstate", () => this.#walked());
    addEventListener("hashchange", () => this.#linked());
  }

  /** What the quiz begins with. */
  get start() {
    return { answers: readFragment(location.hash), screen: this.#entry.screen };
  }

  get depth() {
    return this.#entry.depth;
  }

  /**
   * Another screen stands now.
   * @param {number | null} screen
   * @param {Trace} trace
   */
  step(screen, trace) {
    const depth = this.depth + (trace === "replace" ? 0 : 1);
    const branch = this.#entry.branch + (trace === "branch" ? 1 : 0);
    this.#entry = { ...this.#entry, branch, screen, depth };
    this.#write(trace);
  }

  /** The answers have changed. */
  keep() {
    this.#write("replace");
  }

  back() {
    history.back();
  }

  /** The run to come begins anew. Entries of the erased one lose their answers when they are met. */
  erase() {
    this.#erased.add(this.#entry.run);
    this.#entry = freshEntry();
  }

  /** @returns {string} */
  link() {
    return new URL(writeFragment(this.#quiz.answers()) || "#", location.href).href;
  }

  #walked() {
    const entry = entryOf(history.state);
    if (entry === null) return; // A link within the page; "hashchange" follows.
    const ours = entry.run === this.#entry.run && entry.branch === this.#entry.branch;
    const erased = this.#erased.has(entry.run);
    this.#entry = erased ? { ...this.#entry, screen: null } : entry;
    if (ours || erased) {
      this.#write("replace");
      this.#quiz.show(this.#entry.screen);
    } else {
      this.#quiz.read(readFragment(location.hash), entry.screen);
    }
  }

  #linked() {
    if (entryOf(history.state) !== null) return;
    if (holdsAnswers(location.hash)) {
      this.#entry = freshEntry();
      this.#quiz.read(readFragment(location.hash), null);
      return;
    }
    const screen = this.#quiz.screenOf(location.hash);
    if (screen !== null) this.#entry = { ...this.#entry, screen, depth: this.depth + 1 };
    this.#write("replace");
    if (screen !== null) this.#quiz.show(screen);
    else this.#quiz.stray();
  }

  /** @param {Trace} trace */
  #write(trace) {
    const fragment = writeFragment(this.#quiz.answers());
    const address = `${location.pathname}${location.search}${fragment}`;
    const state = { quiz: this.#entry };
    try {
      if (trace === "replace") history.replaceState(state, "", address);
      else history.pushState(state, "", address);
    } catch {
      // Some browsers refuse very frequent changes; the next one carries everything again.
    }
  }
}

/**
 * @param {number | null} [screen]
 * @returns {Entry}
 */
function freshEntry(screen = null) {
  return { run: Math.random().toString(36).slice(2), branch: 0, screen, depth: 0 };
}

/**
 * @param {unknown} state
 * @returns {Entry | null}
 */
function entryOf(state) {
  return /** @type {{ quiz?: Entry } | null} */ (state)?.quiz ?? null;
}
