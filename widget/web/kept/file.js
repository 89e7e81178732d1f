/**
 * What is kept, as one file to take elsewhere: plain, or sealed with a passphrase by the browser's own
 * cryptography. The head of a sealed file says how, and is sealed with it.
 */

/** @import { Application } from "./store.js" */
import { understood } from "./store.js";

const FORMAT = "should-i-call";
const VERSION = 1;
const ROUNDS = { now: 600_000, least: 100_000, most: 10_000_000 };
const LARGEST = 20_000_000; // letters

/** @typedef {"foreign" | "newer" | "broken" | "passphrase" | "too-large"} Fault */

export class FileFault extends Error {
  /** @param {Fault} fault */
  constructor(fault) {
    super(fault);
    this.fault = fault;
  }
}

/** Whether this page may seal: a browser allows it where nobody on the way could change the page. */
export function canSeal() {
  return Boolean(globalThis.crypto?.subtle);
}

/**
 * @param {Application[]} all
 * @param {string} passphrase nothing for a plain file
 * @returns {Promise<string>}
 */
export async function written(all, passphrase) {
  const applications = all.map((one) => ({ ...one, next: null })); // worked out anew elsewhere
  if (!passphrase)
    return JSON.stringify({ format: FORMAT, version: VERSION, applications }, null, 1);
  const head = {
    format: FORMAT,
    version: VERSION,
    sealed: {
      key: "PBKDF2-SHA-256",
      rounds: ROUNDS.now,
      salt: toText(crypto.getRandomValues(new Uint8Array(16))),
      cipher: "AES-256-GCM",
      iv: toText(crypto.getRandomValues(new Uint8Array(12))),
    },
  };
  const plain = new TextEncoder().encode(JSON.stringify(applications));
  const key = await keyFrom(passphrase, head.sealed, "encrypt");
  const data = await crypto.subtle.encrypt(ciphered(head), key, plain);
  return JSON.stringify({ ...head, data: toText(new Uint8Array(data)) }, null, 1);
}

/**
 * Whether a file needs a passphrase. Throws a ``FileFault`` if it is none of ours.
 * @param {string} text
 */
export function isSealed(text) {
  return "sealed" in opened(text);
}

/**
 * @param {string} text
 * @param {string} passphrase
 * @returns {Promise<Application[]>}
 */
export async function readFile(text, passphrase) {
  const file = opened(text);
  const given = "sealed" in file ? await unsealed(file, passphrase) : file.applications;
  if (!Array.isArray(given)) throw new FileFault("broken");
  const all = given.map(understood);
  if (all.some((one) => one === null)) throw new FileFault("broken");
  return /** @type {Application[]} */ (all);
}

/**
 * @param {string} text
 * @returns {any}
 */
function opened(text) {
  if (text.length > LARGEST) throw new FileFault("too-large");
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    throw new FileFault("foreign");
  }
  if (file?.format !== FORMAT || typeof file.version !== "number") throw new FileFault("foreign");
  if (file.version > VERSION) throw new FileFault("newer");
  return file;
}

/**
 * @param {any} file
 * @param {string} passphrase
 */
async function unsealed({ data, ...head }, passphrase) {
  const { rounds, salt, iv } = head.sealed ?? {};
  const isOurs = Number.isInteger(rounds) && rounds >= ROUNDS.least && rounds <= ROUNDS.most;
  if (!isOurs || ![data, salt, iv].every((one) => typeof one === "string")) {
    throw new FileFault("broken");
  }
  let sealed;
  try {
    sealed = toBytes(data);
    toBytes(salt);
    toBytes(iv);
  } catch {
    throw new FileFault("broken");
  }
  let plain;
  try {
    const key = await keyFrom(passphrase, head.sealed, "decrypt");
    plain = await crypto.subtle.decrypt(ciphered(head), key, sealed);
  } catch {
    throw new FileFault("passphrase"); // or one sign of the file is another: nobody can tell
  }
  return JSON.parse(new TextDecoder().decode(plain));
}

/**
 * @param {string} passphrase
 * @param {{ salt: string, rounds: number }} how
 * @param {"encrypt" | "decrypt"} use
 */
async function keyFrom(passphrase, { salt, rounds: iterations }, use) {
  const typed = new TextEncoder().encode(passphrase.normalize("NFKC"));
  const base = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: toBytes(salt), iterations };
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, [use]);
}

/** @param {{ sealed: { iv: string } }} head */
function ciphered(head) {
  const additionalData = new TextEncoder().encode(JSON.stringify(head));
  return { name: "AES-GCM", iv: toBytes(head.sealed.iv), additionalData };
}

/** @param {Uint8Array} bytes */
function toText(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** @param {string} text */
function toBytes(text) {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}
