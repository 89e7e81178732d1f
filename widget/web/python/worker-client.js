/**
 * The page's end of the worker: questions out, one promise each; news of its start and its death.
 */

/** @import { Asking, AskingEach, FromWorker, NextDocument, ToWorker, ViewDocument } from "../protocol.js" */

/**
 * Longer than so many milliseconds without a word from the worker, and it is taken to be dead: while
 * bytes come, while what has come is started, and while it reckons.
 */
const PATIENCE = { bytes: 20_000, start: 40_000, answer: 15_000 };

/**
 * @typedef {Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror" | "onmessageerror">} WorkerLike
 * @typedef {Exclude<FromWorker, { type: "answer" }>} News
 * @typedef {{ resolve: (view: any) => void, reject: (reason: Error) => void }} Waiting
 */

export class WorkerClient {
  /** @type {WorkerLike | null} */
  #worker = null;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #patience;
  /** How often a start or an end was asked for: what belongs to an earlier one comes too late. */
  #turn = 0;
  #makeWorker;
  #notify;

  /**
   * @param {() => Promise<WorkerLike>} makeWorker
   * @param {(news: News) => void} notify
   */
  constructor(makeWorker, notify) {
    this.#makeWorker = makeWorker;
    this.#notify = notify;
  }

  /** Start a worker; one that was there before is ended. */
  async start() {
    this.#end();
    const turn = this.#turn;
    this.#wait("bytes");
    try {
      const worker = await this.#makeWorker();
      if (turn !== this.#turn) return worker.terminate();
      worker.onmessage = ({ data }) => this.#onMessage(data);
      worker.onerror = (event) => this.#fail("worker", event.message ?? "");
      worker.onmessageerror = () => this.#fail("worker", "message");
      this.#worker = worker;
    } catch (error) {
      if (turn === this.#turn) this.#fail("worker", String(error));
    }
  }

  /**
   * @param {number} id
   * @param {Asking} asking
   * @returns {Promise<ViewDocument>}
   */
  ask(id, asking) {
    return this.#send(id, asking, Boolean(asking.answers.country || asking.answers.region));
  }

  /**
   * @param {number} id
   * @param {AskingEach} asking
   * @returns {Promise<NextDocument>}
   */
  askEach(id, asking) {
    const places = /(?:^#?|&)(?:country|region)=/;
    return this.#send(
      id,
      asking,
      asking.each.some((link) => places.test(link)),
    );
  }

  /**
   * @param {number} id
   * @param {Asking | AskingEach} asking
   * @param {boolean} needsHolidays
   * @returns {Promise<any>}
   */
  #send(id, asking, needsHolidays) {
    return new Promise((resolve, reject) => {
      if (this.#worker === null) return reject(new Error("not started"));
      this.#waiting.set(id, { resolve, reject });
      this.#wait("answer");
      /** @type {ToWorker} */
      const message = { type: "ask", id, request: JSON.stringify(asking), needsHolidays };
      this.#worker.postMessage(message);
    });
  }

  /** @param {FromWorker} message */
  #onMessage(message) {
    switch (message.type) {
      case "progress":
        this.#wait(message.loaded < message.total ? "bytes" : "start");
        return this.#notify(message);
      case "ready":
        this.#settle();
        return this.#notify(message);
      case "answer":
        return this.#answer(message.id, message.view);
      case "failed":
        return this.#fail(message.stage, message.text);
    }
  }

  /**
   * @param {number} id
   * @param {string} view
   */
  #answer(id, view) {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    this.#settle();
    try {
      waiting?.resolve(JSON.parse(view));
    } catch (error) {
      this.#fail("answer", String(error));
    }
  }

  /**
   * @param {string} stage
   * @param {string} text
   */
  #fail(stage, text) {
    this.#end();
    this.#notify({ type: "failed", stage, text });
  }

  #end() {
    this.#turn += 1;
    clearTimeout(this.#patience);
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(new Error("ended"));
    this.#waiting.clear();
  }

  /** @param {keyof typeof PATIENCE} what */
  #wait(what) {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#fail("silence", ""), PATIENCE[what]);
  }

  /** Nothing is expected any more, unless something is. */
  #settle() {
    clearTimeout(this.#patience);
    if (this.#waiting.size > 0) this.#wait("answer");
  }
}
