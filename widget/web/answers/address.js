/**
 * Answers to and from the fragment: `#v=1&heard=nothing&instructions=email-only+no-calls`.
 *
 * It is not form-encoded: a `+` joins the members of a set and is never a space. Nothing is judged
 * here; what cannot be decoded stays as it is, so that Python can name the answer it refuses. What
 * is longer than any link of ours is not read at all.
 */

/** @import { Answers } from "../protocol.js" */

const VERSION = "1";
const LONGEST = 8192; // characters
const MOST = 64; // answers
const PLAIN = /[A-Za-z0-9._~+-]/;

/**
 * Whether a fragment is ours at all; `#content` of a skip link is not.
 * @param {string} fragment
 */
export function holdsAnswers(fragment) {
  return fragment.includes("=");
}

/**
 * The application that an address names, by a number that only this device knows, and the screen to
 * begin with.
 * @param {string} fragment
 */
export function keptIn(fragment) {
  const [, id = null, screen] = /^#kept=([\w-]+)(?:&screen=(\d))?$/.exec(fragment) ?? [];
  return { id, screen: screen ? Number(screen) : null };
}

/**
 * Whether it is too long to be one of ours.
 * @param {string} fragment
 */
export function isTooLong(fragment) {
  return fragment.length > LONGEST || fragment.split("&", MOST + 2).length > MOST + 1;
}

/**
 * @param {string} fragment with or without its `#`
 * @returns {Answers}
 */
export function readFragment(fragment) {
  if (!holdsAnswers(fragment) || isTooLong(fragment)) return {};
  const parts = fragment
    .replace(/^#/, "")
    .split("&")
    .filter((part) => part !== "")
    .map((part) => {
      const at = part.indexOf("=");
      return at < 0 ? [part, ""] : [part.slice(0, at), part.slice(at + 1)];
    })
    .map(([key, value]) => [decode(key), decode(value)]);
  return Object.fromEntries(parts.filter(([key]) => key !== "v"));
}

/**
 * @param {Answers} answers
 * @returns {string} with its `#`, or nothing where there are no answers
 */
export function writeFragment(answers) {
  const parts = Object.entries(answers).map(([key, value]) => `${encode(key)}=${encode(value)}`);
  return parts.length === 0 ? "" : `#${[`v=${VERSION}`, ...parts].join("&")}`;
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Byte by byte rather than by `encodeURIComponent`, which leaves more characters alone than the
 * contract does, and throws on half a surrogate pair.
 * @param {string} text
 */
function encode(text) {
  return Array.from(new TextEncoder().encode(text), (byte) => {
    const character = String.fromCharCode(byte);
    return PLAIN.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}
