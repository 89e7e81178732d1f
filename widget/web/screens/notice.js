/** What is said while Python starts, when it does not, and what can be undone. */

/** @import { State } from "../app/state.js" */
/** @import { Screen } from "./form.js" */
/** @import { Context } from "../app/context.js" */
import { inWords } from "../answers/days.js";
import { button, h, icon } from "./nodes.js";

/** @typedef {Pick<Screen, "$root" | "$heading" | "title">} Notice */

/**
 * The bar and the words of a download, in real bytes.
 * @param {Context} context
 */
export function progressBar({ t }) {
  const $doing = h("span", { id: "fu-loading" });
  const $bytes = h("span");
  const $bar = h("progress", { class: "fu-load__bar", "aria-labelledby": "fu-loading" });
  const $root = h(
    "div",
    { class: "fu-load" },
    h("div", { class: "fu-load__words" }, $doing, $bytes),
    $bar,
  );
  /** @param {State["progress"]} progress */
  const show = (progress) => {
    const { loaded, total } = progress ?? { loaded: 0, total: 0 };
    const arrived = total > 0 && loaded >= total;
    $doing.textContent = t(arrived ? "slow-starting" : "slow-loading");
    $bytes.textContent =
      total > 0 ? t("slow-bytes", { loaded: inMegabytes(loaded), total: inMegabytes(total) }) : "";
    $bar.max = total || 1;
    $bar.value = loaded;
  };
  return { $root, show };
}

/**
 * A way out of a long wait.
 * @param {Context} context
 */
export function lateButton({ t, acts }) {
  const $again = button("fu-button", acts.retry, icon("retry"), t("down-again"));
  return h("p", { hidden: true }, t("slow-late"), " ", $again);
}

/**
 * @param {boolean} awake
 * @param {Node} $progress
 * @param {Node} $late
 * @param {Context} context
 * @returns {Notice}
 */
export function slowNotice(awake, $progress, $late, { t, href }) {
  const title = t("slow-title");
  const $heading = h("h1", { class: "fu-quiz__title", tabindex: "-1" }, title);
  const $root = h(
    "div",
    {},
    $heading,
    awake ? null : h("p", { class: "fu-why" }, `${t("slow-why")} ${t("slow-safe")}`),
    awake ? null : $progress,
    $late,
    h(
      "div",
      { class: "fu-notice" },
      h("h2", {}, t("slow-short-title")),
      h("p", {}, t("slow-short")),
      h("p", {}, h("a", { href: href("index#one-minute") }, t("slow-short-link"))),
    ),
  );
  return { $root, $heading, title };
}

/**
 * @param {State} state
 * @param {Context} context
 * @returns {Notice}
 */
export function downNotice({ answers, drafts, failure }, context) {
  const { t, href, acts } = context;
  if (failure?.stage === "outdated") return outdatedNotice(context);
  const title = t("down-title");
  const $heading = h("h2", { tabindex: "-1" }, title);
  const kept = Object.keys({ ...answers, ...drafts }).length > 0;
  const cause = [failure?.stage, failure?.text].filter(Boolean).join(": ");
  const $root = h(
    "div",
    { class: "fu-notice" },
    $heading,
    h("p", {}, kept ? `${t("down-text")} ${t("down-safe")}` : t("down-text")),
    h("p", {}, t("down-below")),
    h(
      "div",
      { class: "fu-buttons fu-buttons--wide" },
      button("fu-button fu-button--ink", acts.retry, icon("retry"), t("down-again")),
      h("a", { class: "fu-button", href: href("timing#numbers") }, t("down-table")),
    ),
    h("p", { class: "fu-note" }, t("down-cause", { label: cause })),
  );
  return { $root, $heading, title };
}

/**
 * @param {Context} context
 * @returns {Notice}
 */
function outdatedNotice({ t, acts }) {
  const title = t("outdated-title");
  const $heading = h("h2", { tabindex: "-1" }, title);
  const $reload = button(
    "fu-button fu-button--ink",
    acts.reload,
    icon("retry"),
    t("outdated-reload"),
  );
  const $root = h(
    "div",
    { class: "fu-notice" },
    $heading,
    h("p", {}, `${t("outdated-text")} ${t("outdated-safe")}`),
    h("div", { class: "fu-buttons" }, $reload),
  );
  return { $root, $heading, title };
}

/**
 * What a reader should know of today before anything else; null if there is nothing.
 * @param {boolean} isNew whether another day has begun
 * @param {Context} context
 */
export function dayNotice(isNew, { t, today, years: [first, last] }) {
  const now = today();
  const year = Number(now.slice(0, 4));
  const isWrong = year < first || year > last;
  if (!isWrong && !isNew) return null;
  const day = inWords(now, isWrong ? "" : now, t);
  return h("p", { class: "fu-notice" }, t(isWrong ? "clock" : "new-day", { day }));
}

/**
 * A quiet word while the questions can go on without Python.
 * @param {Context} context
 */
export function failedHint({ t, href, acts }) {
  return h(
    "p",
    { class: "fu-hint fu-noprint", hidden: true },
    t("down-hint"),
    " ",
    button("fu-link", acts.retry, t("down-again")),
    " ",
    h("a", { href: href("timing#numbers") }, t("down-table")),
  );
}

/**
 * @param {string[]} used labels of the questions that have a new answer, tried and taken
 * @param {string[]} dropped labels of those whose answers no longer count
 * @param {{ title: string, go: () => void }[]} needed questions that the new answer brings
 * @param {Context} context
 */
export function undoNotice(used, dropped, needed, { t, count, acts, say }) {
  const text = [
    used.length > 0 && t("used", { labels: listed(used) }),
    dropped.length > 0 && count("dropped", dropped.length, { labels: listed(dropped) }),
    needed.length > 0 && count("needed", needed.length),
  ]
    .filter(Boolean)
    .join(" ");
  say(text);
  return h(
    "div",
    { class: "fu-notice" },
    h("h2", {}, t("dropped-title")),
    h("p", {}, text),
    h(
      "div",
      { class: "fu-buttons" },
      ...needed.map(({ title, go }) => button("fu-button fu-button--ink", go, title)),
      button("fu-button fu-button--quiet", acts.undo, t("undo")),
    ),
  );
}

/** @param {string[]} labels */
function listed(labels) {
  return new Intl.ListFormat("en").format(labels.map((label) => `“${label}”`));
}

/** @param {number} bytes */
function inMegabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}
