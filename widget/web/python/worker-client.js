/**
 * The page's end of the worker: questions out, one promise each; news of its start and its death.
 */

/** @import { Asking, FromWorker, ToWorker, ViewDocument } from "../protocol.js" */

/** Longer than this without a word from the worker, and it is taken to be dead. */
const PATIENCE = 60_000;

/**
 * @typedef {Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror" | "onmessageerror">} WorkerLike
 * @typedef {Exclude<FromWorker, { type: "answer" }>} News
 * @typedef {{ resolve: (view: ViewDocument) => void, reject: (reason: Error) => void }} Waiting
 */

export class WorkerClient {
  /** @type {WorkerLike | null} */
  #worker = null;
  /** @type {Map<number, Waiting>} */
  #waiting = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #patience;
  #makeWorker;
  #notify;

  /**
   * @param {() => WorkerLike} makeWorker
   * @param {(news: News) => void} notify
   */
  constructor(makeWorker, notify) {
    this.#makeWorker = makeWorker;
    this.#notify = notify;
  }

  /** Start a worker; one that was there before is ended. */
  start() {
    this.#end();
    try {
      const worker = this.#makeWorker();
      worker.onmessage = ({ data }) => this.#onMessage(data);
      worker.onerror = (event) => this.#fail("worker", event.message ?? "");
      worker.onmessageerror = () => this.#fail("worker", "message");
      this.#worker = worker;
      this.#wait();
    } catch (error) {
      this.#fail("worker", String(error));
    }
  }

  /**
   * @param {number} id
   * @param {Asking} asking
   * @returns {Promise<ViewDocument>}
   */
  ask(id, asking) {
    return new Promise((resolve, reject) => {
      if (this.#worker === null) return reject(new Error("not started"));
      this.#waiting.set(id, { resolve, reject });
      this.#wait();
      const needsHolidays = Boolean(asking.answers.country || asking.answers.region);
      /** @type {ToWorker} */
      const message = { type: "ask", id, request: JSON.stringify(asking), needsHolidays };
      this.#worker.postMessage(message);
    });
  }

  /** @param {FromWorker} message */
  #onMessage(message) {
    switch (message.type) {
      case "progress":
        this.#wait();
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
    clearTimeout(this.#patience);
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(new Error("ended"));
    this.#waiting.clear();
  }

  #wait() {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#fail("silence", ""), PATIENCE);
  }

  /** Nothing is expected any more, unless something is. */
  #settle() {
    clearTimeout(this.#patience);
    if (this.#waiting.size > 0) this.#wait();
  }
}
