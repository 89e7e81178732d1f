/** A message to send or to say: a sheet of paper, its blanks, and what the reader fills them with. */

/** @import { Message, Run } from "./protocol.js" */
/** @import { Tools } from "./tools.js" */
import { button, h, icon } from "./nodes.js";

/** How long "Copied" stands beside its button. */
const COPIED_STANDS = 4000;

/**
 * @typedef {object} Desk
 * @property {(message: Message) => HTMLElement} letter
 * @property {(message: Message, look: string, label: string) => HTMLElement} copyButton
 * @property {() => HTMLElement | null} fields One field for each blank of the letters so far.
 */

/**
 * Letters that share their blanks: what is typed once appears in each.
 * @param {Tools} tools
 * @returns {Desk}
 */
export function desk(tools) {
  const { t, count, blanks, say } = tools;
  /** @type {Map<string, HTMLElement[]>} */
  const places = new Map();
  /** @type {(() => void)[]} */
  const counts = [];

  /** @param {Run} run */
  const textOf = (run) => (run.blank && blanks.get(run.blank)) || run.text;

  /** @param {Run} run */
  const node = (run) => {
    if (run.filled) return h("span", { class: "fu-filled" }, run.text);
    if (!run.blank) return lines(run.text);
    const $blank = h("span", { class: "fu-blank" });
    places.set(run.blank, [...(places.get(run.blank) ?? []), $blank]);
    fill(run.blank, $blank);
    return $blank;
  };

  /**
   * @param {string} name
   * @param {HTMLElement} $blank
   */
  const fill = (name, $blank) => {
    const typed = blanks.get(name);
    $blank.textContent = typed || `[${name}]`;
    $blank.className = typed ? "fu-filled" : "fu-blank";
  };

  /** @param {Message} message */
  const plain = ({ subject, paragraphs }) => {
    const body = paragraphs.map((runs) => runs.map(textOf).join("")).join("\n\n");
    return subject ? `${t("subject")}: ${subject.map(textOf).join("")}\n\n${body}` : body;
  };

  /** @type {Desk["letter"]} */
  const letter = (message) => {
    const { subject, paragraphs, title, section } = message;
    const $counts = h("span");
    const names = new Set([...(subject ?? []), ...paragraphs.flat()].flatMap(blankOf));
    const recount = () => {
      const left = [...names].filter((name) => !blanks.get(name)).length;
      const words = paragraphs.flat().map(textOf).join(" ").split(/\s+/).filter(Boolean).length;
      $counts.textContent = [
        t("words-count", { n: words }),
        ...(left > 0 ? [count("blanks", left)] : []),
      ].join(" · ");
    };
    counts.push(recount);
    recount();
    const label = t(message.kind === "script" ? "copy-call" : "copy");
    return h(
      "div",
      { class: "fu-letter", "data-message": message.id },
      h(
        "div",
        { class: "fu-letter__head" },
        subject
          ? h("p", { class: "fu-letter__subject" }, h("b", {}, t("subject")), ...subject.map(node))
          : h("p", { class: "fu-letter__subject" }, h("b", {}, title)),
      ),
      h(
        "div",
        { class: "fu-letter__body" },
        ...paragraphs.map((runs) => h("p", {}, ...runs.map(node))),
      ),
      h(
        "div",
        { class: "fu-letter__foot" },
        $counts,
        section && h("a", { href: tools.href(section) }, t("why-sentences")),
        copyButton(message, "fu-button--quiet", label),
      ),
    );
  };

  /** @type {Desk["copyButton"]} */
  const copyButton = (message, look, label) =>
    copier(() => plain(message), look, [icon("copy"), label], tools);

  const fields = () => {
    const $fields = [...places.keys()].map((name) => {
      const id = `fu-blank-${slug(name)}`;
      const $input = h("input", { id, value: blanks.get(name), placeholder: name });
      $input.autocomplete = "off";
      $input.addEventListener("input", () => {
        blanks.set(name, $input.value.trim());
        for (const $blank of places.get(name) ?? []) fill(name, $blank);
        for (const recount of counts) recount();
      });
      return h("div", {}, h("label", { for: id }, t(`blank-${slug(name)}`)), $input);
    });
    return $fields.length > 0 ? h("div", { class: "fu-desk__fields" }, ...$fields) : null;
  };

  return { letter, copyButton, fields };
}

/**
 * A button that copies, says so beside itself and once aloud.
 * @param {() => string} text
 * @param {string} look
 * @param {(Node | string)[]} children
 * @param {Tools} tools
 */
export function copier(text, look, children, { t, say }) {
  const $said = h("span", { class: "fu-copied", hidden: true });
  const $root = h("span", { class: "fu-copier" });
  const press = async () => {
    const done = await copy(text(), $root, t("selected"));
    $said.replaceChildren(icon("tick"), t(done));
    $said.hidden = false;
    say(t(done));
    setTimeout(() => ($said.hidden = true), COPIED_STANDS);
  };
  $root.append(button(`fu-button ${look}`, press, ...children), $said);
  return $root;
}

/**
 * Where the clipboard is closed to us, the text is put into a field and selected instead.
 * @param {string} text
 * @param {HTMLElement} $beside
 * @param {string} label
 */
async function copy(text, $beside, label) {
  try {
    await navigator.clipboard.writeText(text);
    return "copied";
  } catch {
    $beside.parentElement?.querySelector(".fu-copytext")?.remove();
    const $text = h(
      "textarea",
      { class: "fu-copytext", "aria-label": label, readonly: true, rows: 6 },
      text,
    );
    $beside.after($text);
    $text.select();
    return "selected";
  }
}

/** @param {Run} run */
function blankOf({ blank }) {
  return blank ? [blank] : [];
}

/** @param {string} name */
function slug(name) {
  return name.replaceAll(" ", "-");
}

/** @param {string} text */
function lines(text) {
  const $lines = document.createDocumentFragment();
  for (const [index, line] of text.split("\n").entries()) {
    if (index > 0) $lines.append(h("br"));
    $lines.append(line);
  }
  return $lines;
}
