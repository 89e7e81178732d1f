/** Making nodes: the only way anything gets on the page, so that no text is ever taken for HTML. */

import { parts } from "../answers/days.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element with attributes and children. `false`, `null` and missing attributes are left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes]
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attributes = {}, ...children) {
  const $element = document.createElement(tag);
  adorn($element, attributes);
  $element.append(
    ...children.filter((child) => child !== null && child !== undefined && child !== false),
  );
  return $element;
}

/**
 * @param {string} tag
 * @param {Record<string, string | number | boolean | null | undefined>} attributes
 * @param {...(Node | string)} children
 */
export function svg(tag, attributes, ...children) {
  const $element = document.createElementNS(SVG, tag);
  adorn($element, attributes);
  $element.append(...children);
  return $element;
}

/**
 * A sign that takes the colour of the text beside it and says nothing itself.
 * @param {string} name
 */
export function icon(name) {
  return h("span", { class: `fu-i fu-i--${name}`, "aria-hidden": "true" });
}

/**
 * @param {string} look
 * @param {() => void} press
 * @param {...(Node | string)} children
 */
export function button(look, press, ...children) {
  const $button = h("button", { type: "button", class: look }, ...children);
  $button.addEventListener("click", (event) => {
    if (!isSecondHalf(event)) press();
  });
  return $button;
}

/**
 * Whether a click is the second half of a double click: it was meant for what stood there before.
 * @param {MouseEvent} event
 */
export function isSecondHalf({ detail }) {
  return detail > 1;
}

/**
 * A small box beside a field, for an answer that stands alone.
 * @param {string} id
 * @param {string} value
 * @param {boolean} checked
 * @param {string} label
 */
export function smallBox(id, value, checked, label) {
  const $box = h("input", { type: "checkbox", id, value, checked });
  const $row = h(
    "label",
    { class: "fu-option fu-option--unsure fu-option--small" },
    $box,
    h("span", { class: "fu-option__label" }, label),
  );
  return { $box, $row };
}

/**
 * What has been done, said beside its button and once aloud.
 * @param {(text: string) => void} say
 */
export function saidBeside(say) {
  const $said = h("span", { class: "fu-copied", hidden: true });
  /** @type {(text: string, ...signs: Node[]) => void} */
  const tell = (text, ...signs) => {
    $said.replaceChildren(...signs, text);
    $said.hidden = false;
    say(text);
  };
  return { $said, tell };
}

/**
 * A day torn off a calendar; a picture of what is said in words beside it.
 * @param {{ weekday: string, day: string, month: string }} day
 * @param {string} [look]
 */
export function leaf({ weekday, day, month }, look = "") {
  return h(
    "div",
    { class: `fu-leaf ${look}`.trim(), "aria-hidden": "true" },
    h("span", { class: "fu-leaf__weekday" }, weekday),
    h("span", { class: "fu-leaf__day" }, day),
    h("span", { class: "fu-leaf__month" }, month),
  );
}

/**
 * The leaf of a day.
 * @param {string} day
 * @param {"long" | "short"} length
 * @param {string} look
 */
export function dayLeaf(day, length, look) {
  const { weekday, date, month } = parts(day, length);
  return leaf({ weekday, day: date, month }, look);
}

/**
 * @param {Element} $element
 * @param {Record<string, string | number | boolean | null | undefined>} attributes
 */
function adorn($element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    $element.setAttribute(name, value === true ? "" : String(value));
  }
}
