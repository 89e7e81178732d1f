/** A message as text: its blanks, the reader's own wording of it, its length and its address. Pure. */

/** @import { Message, Run } from "./protocol.js" */

/**
 * @typedef {{ subject: string, body: string }} Wording
 *   What the reader made of a message; blanks that were left are still in square brackets.
 *
 * @typedef {Pick<Message, "subject" | "paragraphs">} Runs
 */

/**
 * The names of the blanks in a message, in order, each once.
 * @param {Runs} message
 */
export function blanksOf({ subject, paragraphs }) {
  const runs = [...(subject ?? []), ...paragraphs.flat()];
  return [...new Set(runs.flatMap(({ blank }) => (blank ? [blank] : [])))];
}

/**
 * A message in the reader's own wording, as runs again: what is left of its blanks can be filled.
 * @param {Message} message
 * @param {Wording | undefined} own
 * @returns {Runs}
 */
export function reworded(message, own) {
  if (!own) return message;
  const names = new Set(blanksOf(message));
  const runs = (/** @type {string} */ text) => split(text, names);
  const paragraphs = own.body.trim().split(/\n{2,}/);
  return { subject: message.subject && runs(own.subject), paragraphs: paragraphs.map(runs) };
}

/**
 * @param {string} text
 * @param {Set<string>} names
 * @returns {Run[]}
 */
function split(text, names) {
  return text
    .split(/(\[[^[\]]*\])/)
    .filter(Boolean)
    .map((piece) => {
      const name = piece.slice(1, -1);
      return piece.startsWith("[") && names.has(name)
        ? { text: piece, blank: name }
        : { text: piece };
    });
}

/**
 * The text as it stands, with the blanks that have been filled.
 * @param {Runs} runs
 * @param {Map<string, string>} blanks
 * @returns {Wording}
 */
export function wordingOf({ subject, paragraphs }, blanks) {
  const text = (/** @type {Run[]} */ runs) =>
    runs.map((run) => (run.blank && blanks.get(run.blank)) || run.text).join("");
  return { subject: subject ? text(subject) : "", body: paragraphs.map(text).join("\n\n") };
}

/** @param {string} text */
export function countWords(text) {
  return text.split(/\s+/).filter(Boolean).length;
}

/**
 * An address that opens the reader's mail program. Whom it goes to is the reader's to say.
 * @param {Wording} wording
 */
export function mailAddress({ subject, body }) {
  const code = (/** @type {string} */ text) =>
    // Half a character, as a bad paste can leave, has no place in an address.
    encodeURIComponent(text.replace(/\p{Surrogate}/gu, "").replaceAll("\n", "\r\n"));
  return `mailto:?subject=${code(subject)}&body=${code(body)}`;
}
