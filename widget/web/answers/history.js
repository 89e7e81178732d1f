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
 * @typedef {{ run: string, branch: number, screen: number | null, depth: number }} Mark
 *   `run` tells one filling of the quiz from the next, `branch` what it was like before an answer
 *   was tried and taken; `depth` is how many of its steps lie behind.
 *
 * @typedef {object} Guide
 * @property {(screen: number | null) => void} show The reader went to another step of this run.
 * @property {(answers: Answers, screen: number | null) => void} read A link brought other answers.
 * @property {() => void} stray A link of the page, such as "Skip to content", was followed.
 * @property {(place: string) => number | null} screenOf The screen of a question, as `#timeline`.
 */

export class Trail {
  /** @type {Mark} */
  #mark;
  /** @type {Answers} */
  #answers;
  /** @type {Set<string>} */
  #erased = new Set();
  #guide;

  /** @param {Guide} guide */
  constructor(guide) {
    this.#guide = guide;
    this.#answers = readFragment(location.hash);
    this.#mark = markOf(history.state) ?? freshMark(guide.screenOf(location.hash));
    addEventListener("popstate", () => this.#walked());
    addEventListener("hashchange", () => this.#linked());
  }

  get answers() {
    return this.#answers;
  }

  get screen() {
    return this.#mark.screen;
  }

  get depth() {
    return this.#mark.depth;
  }

  /**
   * The screen and answers that stand now.
   * @param {number | null} screen
   * @param {Answers} answers
   * @param {Trace} trace
   */
  step(screen, answers, trace) {
    const depth = this.depth + (trace === "replace" ? 0 : 1);
    const branch = this.#mark.branch + (trace === "branch" ? 1 : 0);
    this.#mark = { ...this.#mark, branch, screen, depth };
    this.#write(answers, trace);
  }

  /** @param {Answers} answers */
  keep(answers) {
    this.#write(answers, "replace");
  }

  back() {
    history.back();
  }

  /** Entries of the erased run are not read again, and lose their answers when they are met. */
  erase() {
    this.#erased.add(this.#mark.run);
    this.#mark = { ...freshMark(), depth: 0 };
    this.#write({}, "replace");
  }

  /** @returns {string} */
  link() {
    return new URL(writeFragment(this.#answers) || "#", location.href).href;
  }

  #walked() {
    const mark = markOf(history.state);
    if (mark === null) return; // A link within the page; "hashchange" follows.
    const ours = mark.run === this.#mark.run && mark.branch === this.#mark.branch;
    const erased = this.#erased.has(mark.run);
    this.#mark = erased ? { ...this.#mark, screen: null } : mark;
    if (ours || erased) {
      this.#write(this.#answers, "replace");
      this.#guide.show(this.#mark.screen);
    } else {
      this.#answers = readFragment(location.hash);
      this.#guide.read(this.#answers, mark.screen);
    }
  }

  #linked() {
    if (markOf(history.state) !== null) return;
    if (holdsAnswers(location.hash)) {
      this.#mark = freshMark();
      this.#answers = readFragment(location.hash);
      this.#guide.read(this.#answers, null);
      return;
    }
    const screen = this.#guide.screenOf(location.hash);
    if (screen !== null) this.#mark = { ...this.#mark, screen, depth: this.depth + 1 };
    this.#write(this.#answers, "replace");
    if (screen !== null) this.#guide.show(screen);
    else this.#guide.stray();
  }

  /**
   * @param {Answers} answers
   * @param {Trace} trace
   */
  #write(answers, trace) {
    this.#answers = answers;
    const address = `${location.pathname}${location.search}${writeFragment(answers)}`;
    const state = { quiz: this.#mark };
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
 * @returns {Mark}
 */
function freshMark(screen = null) {
  return { run: Math.random().toString(36).slice(2), branch: 0, screen, depth: 0 };
}

/**
 * @param {unknown} state
 * @returns {Mark | null}
 */
function markOf(state) {
  const mark = /** @type {{ quiz?: Mark } | null} */ (state)?.quiz;
  return mark ?? null;
}
