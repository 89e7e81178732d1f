/** Taking something along: a button that copies, and a file to save. */

/** @import { Context } from "../app/context.js" */
import { button, h, icon, saidBeside } from "./nodes.js";

/** How long "Copied" stands beside its button. */
const COPIED_STANDS = 4000;

/**
 * A button that copies, says so beside itself and once aloud.
 * @param {() => string} text
 * @param {string} look
 * @param {(Node | string)[]} children
 * @param {Context} context
 * @param {object} [more]
 * @param {() => string} [more.said] What is said once it is copied.
 * @param {() => boolean} [more.instead] Does something else first, if that is needed, and says so.
 */
export function copier(text, look, children, { t, say }, { said, instead } = {}) {
  const { $said, tell } = saidBeside(say);
  const $root = h("span", { class: "fu-copier" });
  const press = async () => {
    if (instead?.()) return;
    const how = await copy(text(), $root, t("selected"));
    tell(how === "copied" && said ? said() : t(how), icon("tick"));
    setTimeout(() => ($said.hidden = true), COPIED_STANDS);
  };
  const isLink = look === "fu-link";
  $root.append(button(isLink ? look : `fu-button ${look}`, press, ...children), $said);
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

/**
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  h("a", { href: address, download: name }).click();
  // Not at once: some browsers read it only after the press has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
