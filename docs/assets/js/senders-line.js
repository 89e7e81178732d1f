// A link can carry a line of whoever sent it: #note=…, beside answers. It is shown as theirs.

const AT_MOST = 80; // characters
const LABEL = "Added by whoever sent this link:";
// What cannot be seen, and what turns the direction of the words that follow.
const UNSEEN =
  /[\p{Cc}\u{2028}\u{2029}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{feff}]+/gu;

/** A line of plain text, at most as long as it may be. */
export function plain(text) {
  const seen = text.replace(UNSEEN, " ").replace(/\s+/g, " ").trim();
  return [...seen].slice(0, AT_MOST).join("").trim();
}

/** The fragment without its line, and the line; nothing where it cannot be read. */
export function parted(hash) {
  const parts = hash.replace(/^#/, "").split("&");
  const isNote = (part) => part.startsWith("note=");
  const rest = parts.filter((part) => part && !isNote(part) && part !== "v=1");
  const fragment = rest.some((part) => part.includes("=")) ? `#v=1&${rest.join("&")}` : "";
  let note = "";
  try {
    note = plain(decodeURIComponent(parts.find(isNote)?.slice("note=".length) ?? ""));
  } catch {
    // not a line that anyone wrote
  }
  return { fragment, note, noted: parts.some(isNote) };
}

/** The end of a link with answers and a line. */
export function joined(answers, note) {
  const pairs = Object.entries(answers).filter(([, value]) => value);
  const parts = pairs.map(([question, value]) => `${question}=${value}`);
  if (note) parts.push(`note=${encodeURIComponent(note).replace(/[!'()*]/g, escaped)}`);
  return parts.length > 0 ? `#v=1&${parts.join("&")}` : "";
}

function escaped(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function show(note, $beside, where) {
  const $line = document.createElement("p");
  const $label = document.createElement("b");
  const $words = document.createElement("bdi");
  $line.className = "fu-sender";
  $label.textContent = LABEL;
  $words.textContent = note;
  $line.append($label, " ", $words);
  $beside.insertAdjacentElement(where, $line);
}

const { fragment, note, noted } = parted(location.hash);
const $quiz = document.querySelector("[data-quiz]");
// The quiz would take the line for an answer, and it is to stay out of the list of visited pages.
if (noted && $quiz)
  history.replaceState(history.state, "", location.pathname + location.search + fragment);
if (note) show(note, $quiz ?? document.querySelector("h1"), $quiz ? "beforebegin" : "afterend");
