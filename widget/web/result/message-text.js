/** A message as text: its blanks, the reader's own wording of it, its length and its address. Pure. */

/** @import { Message, Run } from "../protocol.js" */

/**
 * @typedef {{ subject: string, body: string, resting?: boolean }} Wording
 *   What the reader made of a message; its blanks are in square brackets, filled or not. A wording
 *   that rests is kept, while ours stands in its place.
 *
 * @typedef {Pick<Message, "subject" | "paragraphs">} Runs
 */

/**
 * Windows hands a mail program no address that is much longer than this, and each letter of some
 * scripts takes nine signs of it. Elsewhere whole letters arrive in every program that was tried.
 */
export const LONGEST = { windows: 2000, elsewhere: 60_000 };

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
  if (!own || own.resting) return message;
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
 * @param {Runs} message
 * @param {Map<string, string>} blanks
 * @returns {Wording}
 */
export function wordingOf(message, blanks) {
  const text = (/** @type {Run[]} */ runs) => runs.map((run) => shown(run, blanks)).join("");
  return { subject: text(message.subject ?? []), body: text(bodyOf(message)) };
}

/**
 * The text for other programs: on the page a day does not break, elsewhere a plain space is safer.
 * @param {Wording} wording
 * @returns {Wording}
 */
export function plainSpaces({ subject, body }) {
  const plain = (/** @type {string} */ text) => text.replaceAll("\u00a0", " ");
  return { subject: plain(subject), body: plain(body) };
}

/**
 * What the reader has made of a message whose blanks were filled. A blank that was not touched
 * stays one, so that it can still be filled in another way.
 * @param {Runs} message as it stood before
 * @param {Map<string, string>} blanks
 * @param {Wording} typed
 * @returns {Wording}
 */
export function rewritten(message, blanks, { subject, body }) {
  return {
    subject: withBlanks(message.subject ?? [], blanks, subject),
    body: withBlanks(bodyOf(message), blanks, body),
  };
}

/**
 * @param {Runs} message
 * @returns {Run[]}
 */
function bodyOf({ paragraphs }) {
  return paragraphs.flatMap((runs, index) => (index === 0 ? runs : [{ text: "\n\n" }, ...runs]));
}

/**
 * @param {Run} run
 * @param {Map<string, string>} blanks
 */
function shown({ text, blank }, blanks) {
  return (blank && blanks.get(blank)) || text;
}

/**
 * The runs before and after the place that was changed stand as they were.
 * @param {Run[]} runs
 * @param {Map<string, string>} blanks
 * @param {string} after
 */
function withBlanks(runs, blanks, after) {
  const text = (/** @type {Run[]} */ some) => some.map((run) => shown(run, blanks)).join("");
  const before = text(runs);
  const [first, last] = changedPart(before, after);
  let head = 0;
  while (head < runs.length && text(runs.slice(0, head + 1)).length <= first) head += 1;
  let tail = runs.length;
  while (tail > head && text(runs.slice(tail - 1)).length <= before.length - last) tail -= 1;
  const [untouched, rest] = [runs.slice(0, head), runs.slice(tail)];
  const plain = (/** @type {Run[]} */ some) => some.map((run) => run.text).join("");
  const typed = after.slice(text(untouched).length, after.length - text(rest).length);
  return plain(untouched) + typed + plain(rest);
}

/**
 * Where a text begins and stops to differ from what it became.
 * @param {string} before
 * @param {string} after
 */
function changedPart(before, after) {
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && before[first] === after[first]) first += 1;
  let same = 0;
  while (same < most - first && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return [first, before.length - same];
}

/** @param {string} text */
export function countWords(text) {
  return text.split(/\s+/).filter(Boolean).length;
}

/**
 * An address that opens the reader's mail program. Whom it goes to is the reader's to say. A
 * message that would be cut is left out: half a message must not be sent by mistake.
 * @param {Wording} wording
 * @param {number} longest
 * @returns {{ address: string, isWhole: boolean }}
 */
export function mailAddress({ subject, body }, longest) {
  const code = (/** @type {string} */ text) =>
    // Half a character, as a bad paste can leave, has no place in an address.
    encodeURIComponent(text.replace(/\p{Surrogate}/gu, "").replaceAll("\n", "\r\n"));
  const start = `mailto:?subject=${code(subject)}`;
  const address = `${start}&body=${code(body)}`;
  const isWhole = address.length <= longest;
  return { address: isWhole ? address : start.slice(0, longest), isWhole };
}
