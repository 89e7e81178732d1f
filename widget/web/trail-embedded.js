/**
 * The steps of a quiz that stands on another site: kept in memory, never in the address.
 *
 * The site around a frame can count the entries of the shared history, and can find out by trial
 * which address a frame has. Answers written there would be open to it.
 */

/** @import { Answers } from "./protocol.js" */
/** @import { Guide } from "./trail.js" */
/** @import { Trace } from "./state.js" */
import { readFragment, writeFragment } from "./address.js";

/**
 * What a site has asked for: answers of its own, and the screen to begin with.
 * @typedef {{ fragment: string, screen: number | null, quiz: URL }} Wish
 */

export class EmbeddedTrail {
  /** @type {(number | null)[]} */
  #screens;
  #answers;
  #guide;
  #quiz;

  /**
   * @param {Guide} guide
   * @param {Wish} wish
   */
  constructor(guide, { fragment, screen, quiz }) {
    this.#guide = guide;
    this.#answers = readFragment(fragment);
    this.#screens = [screen];
    this.#quiz = quiz;
  }

  get answers() {
    return this.#answers;
  }

  get screen() {
    return this.#screens[this.depth];
  }

  get depth() {
    return this.#screens.length - 1;
  }

  /**
   * @param {number | null} screen
   * @param {Answers} answers
   * @param {Trace} trace
   */
  step(screen, answers, trace) {
    if (trace === "replace") this.#screens.pop();
    this.#screens.push(screen);
    this.keep(answers);
  }

  /** @param {Answers} answers */
  keep(answers) {
    this.#answers = answers;
  }

  back() {
    this.#screens.pop();
    this.#guide.show(this.screen);
  }

  erase() {
    this.#screens = [null];
    this.keep({});
  }

  /** The address of the whole quiz, which brings this result back. */
  link() {
    return new URL(writeFragment(this.#answers) || "#", this.#quiz).href;
  }
}
