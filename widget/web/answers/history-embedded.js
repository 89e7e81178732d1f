/**
 * The steps of a quiz that stands on another site: kept in memory, never in the address.
 *
 * The site around a frame can count the entries of the shared history, and can find out by trial
 * which address a frame has. Answers written there would be open to it.
 */

/** @import { Answers } from "../protocol.js" */
/** @import { Quiz } from "./history.js" */
/** @import { Trace } from "../app/state.js" */
import { readFragment, writeFragment } from "./address.js";

/**
 * What a site has asked for: answers of its own, and the screen to begin with.
 * @typedef {{ fragment: string, screen: number | null, quiz: URL }} Wish
 */

/**
 * A screen with the answers it was left with, and whether going back takes back what it began with.
 * @typedef {{ screen: number | null, answers: Answers, isBranch: boolean }} Step
 */

export class MemoryHistory {
  /** @type {Step[]} */
  #steps;
  #quiz;
  #address;

  /**
   * @param {Quiz} quiz
   * @param {Wish} wish
   */
  constructor(quiz, { fragment, screen, quiz: address }) {
    this.#quiz = quiz;
    this.#address = address;
    this.#steps = [{ screen, answers: readFragment(fragment), isBranch: false }];
  }

  /** What the quiz begins with. */
  get start() {
    return this.#steps[0];
  }

  get depth() {
    return this.#steps.length - 1;
  }

  /**
   * @param {number | null} screen
   * @param {Trace} trace
   */
  step(screen, trace) {
    const replaced = trace === "replace" ? this.#steps.pop() : null;
    const isBranch = trace === "branch" || Boolean(replaced?.isBranch);
    this.#steps.push({ screen, answers: this.#quiz.answers(), isBranch });
  }

  /** On another site nothing is kept. */
  get kept() {
    return null;
  }

  bind() {}

  keep() {
    this.#steps[this.depth].answers = this.#quiz.answers();
  }

  back() {
    const left = this.#steps.pop();
    const { screen, answers } = this.#steps[this.depth];
    if (left?.isBranch) this.#quiz.read(answers, screen);
    else this.#quiz.show(screen);
  }

  /** Only for as long as that takes do the answers lie in the state, which no other site can read. */
  reload() {
    history.replaceState({ reloaded: writeFragment(this.#quiz.answers()) }, "");
    location.reload();
  }

  erase() {
    this.#steps = [{ screen: null, answers: {}, isBranch: false }];
  }

  /** The address of the whole quiz, which brings this result back. */
  link() {
    return new URL(writeFragment(this.#quiz.answers()) || "#", this.#address).href;
  }
}
