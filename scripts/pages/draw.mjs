// Draw timelines as the page draws them, but as text: JSON in, a list of drawings each, JSON out.

import { text } from "node:stream/consumers";

const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (words) => String(words).replace(/[&<>"]/g, (sign) => SIGNS[sign]);

/** What is words, and must not run together where no picture is drawn. */
const WORDS = new Set(["title", "desc", "text"]);

/** As much of an element as the page needs to draw. */
class Element {
  constructor(tag) {
    Object.assign(this, { tag, attributes: "", inside: "" });
  }

  setAttribute(name, value) {
    this.attributes += ` ${name}="${escaped(value)}"`;
  }

  append(...children) {
    for (const child of children) this.inside += child instanceof Element ? child : escaped(child);
  }

  toString() {
    const start = `<${this.tag}${this.attributes}`;
    const space = WORDS.has(this.tag) ? " " : "";
    return this.inside ? `${start}>${this.inside}</${this.tag}>${space}` : `${start}/>`;
  }
}

globalThis.document = { createElementNS: (_, tag) => new Element(tag) };
const { drawings } = await import("../../widget/web/result/timeline.js");
const all = JSON.parse(await text(process.stdin));
// No description: each of these pictures has its words beside it, as a list.
const drawn = all.map(({ line, id, sides }) => drawings(line, id, "", sides).map(String));
process.stdout.write(JSON.stringify(drawn));
