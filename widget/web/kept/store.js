/**
 * What a reader asked this device to keep: an entry of the browser's storage for each application.
 *
 * An entry each, so that two tabs which change two applications do not meet, and so that a change
 * writes a kilobyte and not all of them. A change begins with what lies there now.
 */

/** @import { Answers, AdviceDocument, NextStep } from "../protocol.js" */

/**
 * @typedef {object} Deed Something that the reader did.
 * @property {string} on
 * @property {string} action
 * @property {string} channel
 * @property {string} label Such as "Ask for news".
 *
 * @typedef {{ on: string, heard: string }} News An answer of theirs, by the option of the quiz.
 *
 * @typedef {object} Next What Python said last of the next step.
 * @property {string} on
 * @property {string} latest The last day in good time, or nothing.
 * @property {string} label
 * @property {string} headline
 * @property {string} lead
 * @property {string} action
 * @property {string} channel
 * @property {string} asOf The day from which it was seen, and
 * @property {string} build with which rules.
 * @property {string} [beside] Who else was then at the same employer.
 * @property {string[]} [oneNote] Those of them whose question is due on the same day.
 *
 * @typedef {object} Application
 * @property {number} version
 * @property {string} id
 * @property {string} employer Or what else the reader calls it.
 * @property {string} job
 * @property {string} person
 * @property {Answers} answers
 * @property {string} apart The day of a question about another job there, where the list and not
 *   the reader has put it among the answers.
 * @property {Deed[]} deeds
 * @property {News[]} news
 * @property {string} closed The day on which it was let go, or nothing.
 * @property {boolean} filed Its days are in a calendar file.
 * @property {string} changed The moment of the last change, for two copies of one application.
 * @property {Next | null} next
 *
 * @typedef {Pick<Application, "employer" | "job" | "person">} Names
 * @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem"> & { keys: () => string[] }} Shelf
 */

const VERSION = 1;
const PREFIX = "should-i-call.kept.";
const OTHER_JOB = "other-job-on";
const LONGEST = 200; // letters of a name
const MOST = { answers: 64, letters: 2000, entries: 500 };

export class Store {
  #shelf;
  /** @type {Map<string, string>} What the browser had no room for; it is there as long as the page. */
  #unkept = new Map();
  isLasting;

  /**
   * @param {Shelf} shelf
   * @param {boolean} isLasting
   */
  constructor(shelf, isLasting) {
    this.#shelf = shelf;
    this.isLasting = isLasting;
  }

  /** Where a browser refuses its storage, all is kept as long as the page. */
  static ofThisDevice() {
    try {
      const storage = window.localStorage;
      if (storage instanceof Storage) {
        storage.setItem(PREFIX, "");
        storage.removeItem(PREFIX);
        return new Store(shelfOf(storage), true);
      }
    } catch {
      // Refused, or full: what is there can still be read.
      if (isReadable()) return new Store(shelfOf(window.localStorage), true);
    }
    return new Store(inMemory(), false);
  }

  /** Whether all that is on the screen is kept. */
  get holdsAll() {
    return this.isLasting && this.#unkept.size === 0;
  }

  /** @returns {{ all: Application[], unreadable: number }} */
  read() {
    const found = this.#names().map((name) => read(this.#text(name)));
    const all = found.filter((one) => one !== null);
    return { all, unreadable: found.length - all.length };
  }

  /**
   * @param {string} id
   * @returns {Application | null}
   */
  get(id) {
    return read(this.#text(PREFIX + id));
  }

  /**
   * @param {Application} application
   * @returns {boolean} whether it will still be there tomorrow
   */
  put(application) {
    return this.#write(PREFIX + application.id, JSON.stringify(application));
  }

  /**
   * Change what lies there now. Nothing happens to one that was taken away elsewhere.
   * @param {string} id
   * @param {(application: Application) => Partial<Application>} change
   */
  change(id, change) {
    const now = this.get(id);
    return now !== null && this.put({ ...now, ...change(now), changed: moment() });
  }

  /**
   * Keep what follows from the answers; for a reader, nothing has changed.
   * @param {string} id
   * @param {Answers} answers it was worked out from
   * @param {Next} next
   * @param {string} [apart] the day of a question about another job there
   */
  note(id, answers, next, apart = "") {
    const now = this.get(id);
    if (!now || !isSame(now.answers, answers)) return;
    const told = toldIn(now);
    this.put({ ...now, answers: apart ? { ...told, [OTHER_JOB]: apart } : told, apart, next });
  }

  /**
   * What lies there, unread, for an undo.
   * @param {string[]} [ids] all if none are named
   * @returns {Map<string, string | null>}
   */
  copy(ids) {
    const names = ids ? ids.map((id) => PREFIX + id) : this.#names();
    return new Map(names.map((name) => [name, this.#text(name)]));
  }

  /** @param {Map<string, string | null>} copy */
  restore(copy) {
    for (const [name, text] of copy) {
      if (text === null) this.#remove(name);
      else this.#write(name, text);
    }
  }

  /** @param {string[]} [ids] all if none are named */
  remove(ids) {
    for (const name of this.copy(ids).keys()) this.#remove(name);
  }

  #names() {
    const kept = this.#shelf.keys().filter((name) => name.startsWith(PREFIX) && name !== PREFIX);
    return [...new Set([...kept, ...this.#unkept.keys()])];
  }

  /** @param {string} name */
  #text(name) {
    return this.#unkept.get(name) ?? this.#shelf.getItem(name);
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  #write(name, text) {
    try {
      this.#shelf.setItem(name, text);
      this.#unkept.delete(name);
    } catch {
      this.#unkept.set(name, text);
    }
    return this.holdsAll;
  }

  /** @param {string} name */
  #remove(name) {
    this.#unkept.delete(name);
    this.#shelf.removeItem(name);
  }
}

/**
 * Whether a change in the browser's storage is about what is kept here.
 * @param {StorageEvent} event
 */
export function isAboutKept({ key }) {
  return key === null || key.startsWith(PREFIX);
}

/**
 * @param {Names} names
 * @param {Answers} answers
 * @param {Next | null} next
 * @returns {Application}
 */
export function application(names, answers, next) {
  const id = Array.from(crypto.getRandomValues(new Uint8Array(9)), (byte) =>
    (byte % 36).toString(36),
  ).join("");
  const own = { apart: "", deeds: [], news: [], closed: "", filed: false, changed: moment(), next };
  return { version: VERSION, id, ...named(names), answers, ...own };
}

/**
 * @param {Names} names
 * @returns {Names}
 */
export function named({ employer, job, person }) {
  return { employer: letters(employer), job: letters(job), person: letters(person) };
}

/** @param {Names} names */
export function titleOf({ employer, job }) {
  return [employer, job].filter(Boolean).join(": ");
}

/**
 * What the reader has answered, without what the list has put there.
 * @param {Application} application
 * @returns {Answers}
 */
export function toldIn({ answers, apart }) {
  const { [OTHER_JOB]: other, ...told } = answers;
  return other === undefined || other === apart ? told : answers;
}

/**
 * The same text for all that are at one employer.
 * @param {Names} names
 */
export function keyOf({ employer }) {
  return employer.normalize("NFKC").toLowerCase();
}

/**
 * What other answers change; if there is news of theirs in them, it is noted with its day.
 * @param {Application} application
 * @param {Answers} answers
 * @param {string} today
 * @returns {Partial<Application>}
 */
export function answered({ answers: before, news }, answers, today) {
  if (isSame(before, answers)) return {};
  const { heard } = answers;
  const isNew = heard !== before.heard && heard !== "nothing" && heard !== "unsure";
  return {
    answers,
    news: isNew ? [...news, { on: answers["heard-on"] ?? today, heard }] : news,
    closed: "",
  };
}

/**
 * What is worth keeping of a document about the next step.
 * @param {AdviceDocument | NextStep} view
 * @param {string} today
 * @param {string} build
 * @returns {Next}
 */
export function nextOf(view, today, build) {
  const { headline, words, action, channel, on, timeline } = view;
  const latest = view.latest ?? "";
  const kinds = ["do", "wait", "later", "end"];
  const marks = timeline.marks.filter(({ kind }) => kinds.includes(kind));
  const label = marks[0]?.label ?? "";
  const lead = words.lead.map(({ text }) => text).join(" ");
  return { on, latest, label, headline: headline.text, lead, action, channel, asOf: today, build };
}

/**
 * An application, whatever version wrote it: what is known of it is taken, the rest stays as it is.
 * @param {string | null} text
 * @returns {Application | null}
 */
function read(text) {
  try {
    return understood(JSON.parse(text ?? "null"));
  } catch {
    return null;
  }
}

/**
 * @param {unknown} given
 * @returns {Application | null} Null if it is no application.
 */
export function understood(given) {
  if (!isRecord(given) || typeof given.id !== "string" || !/^[\w-]{1,40}$/.test(given.id)) {
    return null;
  }
  if (!isRecord(given.answers)) return null;
  const answers = Object.entries(given.answers).filter(
    ([question, value]) => isText(value) && question.length <= LONGEST,
  );
  if (answers.length > MOST.answers) return null;
  const { version, id, next } = given;
  return {
    ...given,
    version: typeof version === "number" ? version : VERSION,
    id,
    employer: letters(given.employer),
    job: letters(given.job),
    person: letters(given.person),
    answers: /** @type {Answers} */ (Object.fromEntries(answers)),
    apart: letters(given.apart),
    deeds: /** @type {Deed[]} */ (records(given.deeds, ["on", "action", "channel", "label"])),
    news: /** @type {News[]} */ (records(given.news, ["on", "heard"])),
    closed: letters(given.closed),
    filed: given.filed === true,
    changed: letters(given.changed),
    next: isNext(next) ? next : null,
  };
}

/**
 * @param {unknown} given
 * @param {string[]} keys
 */
function records(given, keys) {
  const all = Array.isArray(given) ? given.slice(0, MOST.entries) : [];
  return all.filter((one) => isRecord(one) && keys.every((key) => isText(one[key])));
}

/**
 * @param {unknown} given
 * @returns {given is Next}
 */
function isNext(given) {
  const keys = ["on", "latest", "label", "headline", "lead", "action", "channel", "asOf", "build"];
  return isRecord(given) && keys.every((key) => isText(given[key]));
}

/**
 * @param {unknown} given
 * @returns {given is Record<string, unknown>}
 */
function isRecord(given) {
  return typeof given === "object" && given !== null && !Array.isArray(given);
}

/** @param {unknown} given */
function isText(given) {
  return typeof given === "string" && given.length <= MOST.letters;
}

/** @param {unknown} given */
function letters(given) {
  return typeof given === "string" ? given.trim().slice(0, LONGEST) : "";
}

/**
 * @param {Answers} one
 * @param {Answers} other
 */
function isSame(one, other) {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

function moment() {
  return new Date().toISOString();
}

/**
 * @param {Storage} storage
 * @returns {Shelf}
 */
function shelfOf(storage) {
  return {
    getItem: (name) => storage.getItem(name),
    setItem: (name, text) => storage.setItem(name, text),
    removeItem: (name) => storage.removeItem(name),
    keys: () => Object.keys(storage),
  };
}

/** @returns {Shelf} */
export function inMemory() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, text) => void kept.set(name, text),
    removeItem: (name) => void kept.delete(name),
    keys: () => [...kept.keys()],
  };
}

function isReadable() {
  try {
    return window.localStorage instanceof Storage && window.localStorage.length >= 0;
  } catch {
    return false;
  }
}
