/** The record of contacts, as job centers ask for it: day, employer, person, way, result. Pure. */

/** @import { Context } from "../app/context.js" */
/** @import { Application } from "./store.js" */
import { titleOf } from "./store.js";

/** @typedef {[day: string, employer: string, person: string, way: string, result: string]} Row */

/**
 * @param {Application[]} all
 * @param {(heard: string) => string} heardAs the words of an answer of theirs
 * @param {Context["t"]} t
 * @returns {Row[]} in order of days
 */
export function rows(all, heardAs, t) {
  return all
    .flatMap((one) =>
      one.deeds.map(({ on, channel, label }, index) => {
        const until = one.deeds[index + 1]?.on ?? "9999-12-31";
        const came = one.news.find((news) => news.on >= on && news.on < until);
        const way = `${t(`how-${channel}`)}, ${label}`;
        /** @type {Row} */
        const row = [
          on,
          titleOf(one),
          one.person,
          way,
          came ? heardAs(came.heard) : t("record-no-answer"),
        ];
        return row;
      }),
    )
    .sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
}

/**
 * A table for other programs. A cell that one of them could take for a formula begins with an
 * apostrophe, so that it stays text.
 * @param {string[][]} table
 */
export function csv(table) {
  const lines = table.map((row) => row.map(cell).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

/** @param {string} text */
function cell(text) {
  const plain = text.replace(/[\r\n\t\0]+/g, " ");
  const safe = /^\s*[=+\-@＝＋－＠]/.test(plain) ? `'${plain}` : plain;
  return `"${safe.replaceAll('"', '""')}"`;
}
