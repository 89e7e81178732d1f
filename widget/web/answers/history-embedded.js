/**
 * The steps of a quiz that stands on another site: kept in memory, never in the address.
 *
 * The site around a frame can count the entries of the shared history, and can find out by trial
 * which address a frame has. Answers written there would be open to it.
 */

/** @import { Answers } from "../protocol.js" */
/** @import { Guide } from "./history.js" */
/** @import { Trace } from "../app/state.js" */
import { readFragment, writeFragment } from "./address.js";

/**
 * What a site has asked for: answers of its own, and the screen to begin with.
 * @typedef {{ fragment: string, screen: number | null, quiz: URL }} Wish
 */

/**
 * A screen, and the answers to go back to if it began a branch.
 * @typedef {{ screen: number | null, before: Answers | null }} Step
 */

export class EmbeddedTrail {
  /** @type {Step[]} */
  #steps;
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
    this.#steps = [{ screen, before: null }];
    this.#quiz = quiz;
  }

  get answers() {
    return this.#answers;
  }

  get screen() {
    return this.#steps[this.depth].screen;
  }

  get depth() {
    return this.#steps.length - 1;
  }

  /**
   * @param {number | null} screen
   * @param {Answers} answers
   * @param {Trace} trace
   */
  step(screen, answers, trace) {
    const replaced = trace === "replace" ? this.#steps.pop() : null;
    const before = trace === "branch" ? this.#answers : (replaced?.before ?? null);
    this.#steps.push({ screen, before });
    this.keep(answers);
  }

  /** @param {Answers} answers */
  keep(answers) {
    this.#answers = answers;
  }

  back() {
    const left = this.#steps.pop();
    if (left?.before) this.#guide.read(left.before, this.screen);
    else this.#guide.show(this.screen);
  }

  erase() {
    this.#steps = [{ screen: null, before: null }];
    this.keep({});
  }

  /** The address of the whole quiz, which brings this result back. */
  link() {
    return new URL(writeFragment(this.#answers) || "#", this.#quiz).href;
  }
}
