/** What one takes along: a calendar file, a sheet to print, the record of contacts, a copy. */

/** @import { Application } from "./store.js" */
/** @import { Board } from "./board.js" */
/** @import { Row } from "./record.js" */
import { inWords } from "../answers/days.js";
import { makeFile } from "../result/calendar-button.js";
import { save } from "../screens/copy-button.js";
import { button, h, icon, saidBeside } from "../screens/nodes.js";
import { plansOf } from "./calendar.js";
import { FileFault, canSeal, isSealed, readFile, written } from "./file.js";
import { csv, rows } from "./record.js";

const COLUMNS = ["day", "employer", "person", "way", "result"];

/** @param {Board} board */
export function drawTools(board) {
  const { t } = board.context;
  const $record = h("div");
  const $whole = h("div", { hidden: true });
  const $root = h("div", { class: "fu-board__tools" }, $whole);
  $whole.append(
    h("h2", {}, t("board-along")),
    calendar(board),
    printing(board),
    h("div", { class: "fu-board__folds" }, fold("record", t("record-title"), $record)),
  );
  const copy = copies(board);
  $root.append(copy.$root);
  /** @param {Application[]} all */
  const show = (all) => {
    $whole.hidden = all.length === 0;
    copy.show(all.length > 0);
    $record.replaceChildren(...record(all, board));
  };
  return { $root, show };
}

/**
 * @param {string} id
 * @param {string} title
 * @param {...Node} content
 */
function fold(id, title, ...content) {
  return h(
    "details",
    { class: "fu-fold", "data-fold": id },
    h("summary", {}, h("h2", {}, title)),
    h("div", { class: "fu-fold__body" }, ...content),
  );
}

/** @param {Board} board */
function calendar({ store, ask, context }) {
  const { t, say } = context;
  const { $said, tell } = saidBeside(say);
  const press = async () => {
    const open = store.read().all.filter(({ closed, filed }) => !closed || filed);
    try {
      const plans = plansOf(open, await ask(open), context);
      if (plans.every(({ all }) => all.length === 0)) return tell(t("board-no-days"));
      await makeFile(plans);
      for (const { id } of open) store.change(id, () => ({ filed: true }));
      tell(t("calendar-done"));
    } catch {
      tell(t("board-calendar-failed"));
    }
  };
  const $button = button(
    "fu-button fu-button--quiet",
    press,
    icon("calendar"),
    t("board-calendar"),
  );
  return h(
    "div",
    { class: "fu-board__tool" },
    h("span", { class: "fu-copier" }, $button, $said),
    h("p", {}, t("board-calendar-note")),
  );
}

/** @param {Board} board */
function printing({ context: { t } }) {
  return h(
    "div",
    { class: "fu-board__tool" },
    button("fu-button fu-button--quiet", () => window.print(), icon("print"), t("board-print")),
    h("p", {}, t("board-print-note")),
  );
}

/**
 * @param {Application[]} all
 * @param {Board} board
 */
function record(all, { heardAs, context: { t, today } }) {
  const found = rows(all, heardAs, t);
  const head = COLUMNS.map((one) => t(`record-${one}`));
  if (found.length === 0) return [h("p", {}, t("record-empty"))];
  const take = () => save("record-of-contacts.csv", "text/csv", csv([head, ...found]));
  return [
    h("p", {}, t("record-note")),
    h(
      "div",
      { class: "fu-board__table", tabindex: "0", role: "region", "aria-label": t("record-title") },
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, ...head.map((one) => h("th", { scope: "col" }, one)))),
        h("tbody", {}, ...found.map((one) => line(one, today(), t))),
      ),
    ),
    h("p", {}, button("fu-button fu-button--quiet", take, icon("download"), t("record-save"))),
  ];
}

/**
 * @param {Row} row
 * @param {string} today
 * @param {Board["context"]["t"]} t
 */
function line([day, ...cells], today, t) {
  return h(
    "tr",
    {},
    h("td", {}, inWords(day, today, t)),
    ...cells.map((cell) => h("td", {}, cell)),
  );
}

/**
 * A copy to take elsewhere, one to bring here, and an end to all of it.
 * @param {Board} board
 */
function copies(board) {
  const { store, context } = board;
  const { t, count, say } = context;
  const taken = saidBeside(say);
  const brought = saidBeside(say);
  const $phrase = h("input", {
    id: "fu-copy-phrase",
    class: "fu-input",
    type: "password",
    autocomplete: "new-password",
  });
  const take = async () => {
    const phrase = $phrase.value;
    if (canSeal() && !phrase && !$plain?.checked) {
      $phrase.focus();
      return taken.tell(t("file-needs-phrase"));
    }
    if (!canSeal() && !$plain?.checked) return taken.tell(t("file-plain-first"));
    const sealed = canSeal() && !$plain?.checked;
    save(
      "my-applications.json",
      "application/json",
      await written(store.read().all, sealed ? phrase : ""),
    );
    taken.tell(t("file-saved"));
  };
  const $plain = h("input", { type: "checkbox" });
  const $out = h(
    "div",
    {},
    h("p", {}, t(canSeal() ? "file-note" : "file-no-seal")),
    canSeal() && h("label", { for: $phrase.id }, t("file-phrase")),
    canSeal() && $phrase,
    h(
      "label",
      { class: "fu-option fu-option--unsure fu-option--small" },
      $plain,
      h("span", { class: "fu-option__label" }, t("file-plain")),
    ),
    h(
      "span",
      { class: "fu-copier" },
      button("fu-button fu-button--quiet", take, icon("download"), t("file-take")),
      taken.$said,
    ),
  );

  const $file = h("input", { id: "fu-copy-file", type: "file", accept: ".json,application/json" });
  const $open = h("input", {
    id: "fu-copy-open",
    class: "fu-input",
    type: "password",
    autocomplete: "off",
  });
  const $asks = h(
    "div",
    { hidden: true },
    h("label", { for: $open.id }, t("file-open-phrase")),
    $open,
  );
  $file.addEventListener("change", async () => {
    const text = await chosen($file);
    try {
      $asks.hidden = text === null || !isSealed(text);
      brought.$said.hidden = true;
      if (!$asks.hidden) $open.focus();
    } catch (error) {
      $asks.hidden = true;
      brought.tell(t(`file-${faultOf(error)}`));
    }
  });
  const bring = async () => {
    const text = await chosen($file);
    if (text === null) {
      $file.focus();
      return brought.tell(t("file-no-file"));
    }
    try {
      if (isSealed(text) && !canSeal()) return brought.tell(t("file-cannot-open"));
      const all = await readFile(text, $open.value);
      const fresh = all.filter((one) => {
        const here = store.get(one.id);
        return !here || here.changed < one.changed;
      });
      $file.value = $open.value = "";
      $asks.hidden = true;
      if (fresh.length === 0) return brought.tell(t("file-nothing-new"));
      brought.$said.hidden = true;
      board.doing(count("file-brought", fresh.length), () =>
        fresh.forEach((one) => store.put(one)),
      );
    } catch (error) {
      brought.tell(t(`file-${faultOf(error)}`));
    }
  };
  const $in = h(
    "div",
    {},
    h("label", { for: $file.id }, t("file-file")),
    $file,
    $asks,
    h(
      "span",
      { class: "fu-copier" },
      button("fu-button fu-button--quiet", bring, t("file-bring")),
      brought.$said,
    ),
  );

  const erase = () => board.doing(t("board-erased"), () => store.remove());
  const $takeFold = fold("take", t("file-take-title"), $out);
  const $eraseFold = fold(
    "erase",
    t("board-erase-title"),
    h("p", {}, t("board-erase-note")),
    button("fu-button fu-button--quiet", erase, icon("erase"), t("board-erase")),
  );
  const $root = h(
    "div",
    { class: "fu-noprint fu-board__folds" },
    $takeFold,
    fold("bring", t("file-bring-title"), $in),
    $eraseFold,
  );
  /** @param {boolean} isAny */
  const show = (isAny) => {
    $takeFold.hidden = $eraseFold.hidden = !isAny;
  };
  return { $root, show };
}

/** @param {HTMLInputElement} $file */
async function chosen($file) {
  const [file] = $file.files ?? [];
  return file ? file.text() : null;
}

/** @param {unknown} error */
function faultOf(error) {
  return error instanceof FileFault ? error.fault : "broken";
}
