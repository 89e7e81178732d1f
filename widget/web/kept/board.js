/**
 * My applications: what this device keeps, sorted by the next day on which something is due.
 *
 * What was worked out before stands at once. Python is woken only for what may have changed since:
 * first for all that is due, in one call, then for the rest.
 */

/** @import { Context } from "../app/context.js" */
/** @import { Application } from "./store.js" */
import { writeFragment } from "../answers/address.js";
import { localDay } from "../answers/days.js";
import { addresser, speaker } from "../app/context.js";
import { WorkerClient } from "../python/worker-client.js";
import { here, sound } from "../sound.js";
import { button, h } from "../screens/nodes.js";
import { contactsThere, drawList, drawNow, firstDue, nothingDue } from "./list.js";
import { Store, answered, isAboutKept, keyOf, nextOf, titleOf, toldIn } from "./store.js";
import { drawTools } from "./tools.js";

/** @import { NextStep } from "../protocol.js" */

const BUILD = new URL(".", import.meta.url).pathname;
// Publishing writes here all that this page says.
/** @type {{ phrases: Record<string, string>, heard: Record<string, string> }} */
const WORDS = { phrases: {}, heard: {} };

const WORKER = "worker.js";
/** So many are worked out in one call: of those that are due, and in the background. */
const AT_ONCE = { due: 100, rest: 25 };
/** More than so many at one employer are an agency, or a slip; each is seen alone. */
const AT_ONE_EMPLOYER = 12;
/** So many rows are drawn at once: more than a window holds. The others follow. */
const AT_FIRST = 40;
const later = window.requestIdleCallback ?? setTimeout;

/**
 * @typedef {object} Board What the parts of the page share.
 * @property {Store} store
 * @property {Pick<Context, "t" | "count" | "href" | "today" | "say">} context
 * @property {(heard: string) => string} heardAs The words of an answer of theirs.
 * @property {(all: Application[], how?: { on?: string, byPhone?: boolean }) => Promise<(Seen | null)[]>} ask
 *   Each is seen beside the others at the same employer.
 * @property {(all: Application[], views: (Seen | null)[], deed: Done) => void} done
 * @property {(text: string, change: () => void, ids?: string[]) => void} doing
 *   Change what is kept, say so, and offer to take it back.
 * @property {() => void} show
 *
 * @typedef {{ on: string, channel: string, label: string }} Done
 * @typedef {NextStep & { oneNote: string[] }} Seen The next step, and whose question is in the same note.
 */

/**
 * @param {HTMLElement} $mount
 * @param {URL} root of the site
 */
export function start($mount, root) {
  const store = Store.ofThisDevice();
  const today = () => localDay(new Date());
  const $voice = h("p", { class: "fu-hidden", role: "status" });
  const $notice = h("div");
  const $main = h("div");
  const $list = h("ol", { class: "fu-board__list" });
  /** @type {Context["say"]} */
  const say = (text) => {
    $voice.textContent = "";
    requestAnimationFrame(() => ($voice.textContent = text));
  };
  const context = { ...speaker(WORDS.phrases), href: addresser(root), today, say };
  const { t, count } = context;

  const client = new WorkerClient(
    async () => {
      await sound(WORKER);
      return new Worker(here(WORKER), { type: "module" });
    },
    (news) => {
      if (news.type === "ready") isAwake.yes();
      if (news.type === "failed") failed(news.text);
    },
  );
  /** @type {Promise<void> | null} */
  let awake = null;
  /** @type {{ yes: () => void, no: (reason: Error) => void }} */
  let isAwake;
  let asks = 0;
  let isDown = false;
  let day = today();

  /** @type {Board} */
  const board = {
    store,
    context,
    heardAs: (value) => WORDS.heard[value] ?? value,
    ask: async (all, { on, byPhone } = {}) => {
      await wake();
      const { together } = employers(store.read().all);
      const mates = new Set(all.flatMap((one) => together.get(keyOf(one)) ?? []));
      const ids = new Set(all.map(({ id }) => id));
      const every = [...all, ...[...mates].filter(({ id }) => !ids.has(id))];
      const { each } = await client.askEach((asks += 1), {
        each: every.map((one) => writeFragment(toldIn(one))),
        employers: every.map((one) => (one.closed || !together.has(keyOf(one)) ? "" : keyOf(one))),
        today: today(),
        ...(on === undefined ? {} : { done_on: on }),
        ...(byPhone === undefined ? {} : { by_phone: byPhone }),
      });
      return each
        .slice(0, all.length)
        .map((view) => view && { ...view, oneNote: view.one_note.map((at) => every[at].id) });
    },
    done: (all, views, { on, channel, label }) => {
      const name = all.map(titleOf).join(", ");
      const note = () => {
        for (const [index, { id }] of all.entries()) {
          const view = views[index];
          if (!view) continue;
          store.change(id, (now) => ({
            ...answered(now, view.done ?? now.answers, today()),
            apart: view.other_job_on ?? "",
            deeds: [...now.deeds, { on, action: view.action, channel, label }],
            next: null,
          }));
        }
      };
      const ids = all.map(({ id }) => id);
      board.doing(t("board-noted", { label, name }), note, ids);
    },
    doing: (text, change, ids) => {
      const before = store.copy(ids);
      change();
      const fresh = [...store.copy(ids).keys()].filter((name) => !before.has(name));
      tell(text, () => {
        store.restore(
          new Map([...before, ...fresh.map((name) => /** @type {const} */ ([name, null]))]),
        );
        for (const id of ids ?? []) store.change(id, seenAlone); // the others there follow
        $notice.replaceChildren();
        say(t("board-undone"));
        board.show();
        $list.querySelector("a")?.focus();
      });
      board.show();
      if (!store.holdsAll) say(t("board-no-room"));
    },
    show,
  };
  const tools = drawTools(board);

  /**
   * @param {string} text
   * @param {() => void} undo
   */
  function tell(text, undo) {
    const $undo = button("fu-button fu-button--quiet", undo, t("undo"));
    $notice.replaceChildren(
      h("div", { class: "fu-notice" }, h("p", {}, text), h("div", { class: "fu-buttons" }, $undo)),
    );
    say(text);
    $undo.focus();
  }

  /** Draw what is kept, and have worked out what may have changed. */
  function show() {
    draw();
    refresh();
  }

  function draw() {
    const { all, unreadable } = store.read();
    const open = sorted(
      all.filter(({ closed }) => !closed),
      today(),
    );
    const closed = all.filter(({ closed }) => closed);
    const isEmpty = all.length === 0;
    $mount.dataset.kept = String(all.length);
    const first = firstDue(open, today());
    const others = open.filter((one) => one !== first);
    const there = contactsThere(open, board);
    drawList($list, others.slice(0, Math.max(AT_FIRST, $list.childElementCount)), there, board);
    if (others.length > $list.childElementCount) {
      later(() => drawList($list, others, there, board));
    }
    $main.replaceChildren(
      ...[
        !store.isLasting && h("p", { class: "fu-notice" }, t("board-not-kept")),
        store.isLasting && !store.holdsAll && h("p", { class: "fu-notice" }, t("board-no-room")),
        unreadable > 0 && h("p", { class: "fu-notice" }, count("board-unreadable", unreadable)),
        isEmpty && emptyBoard(context),
        first ? drawNow(first, open, there, board) : nothingDue(open, board),
        others.length > 0 &&
          h("h2", {}, t(first ? "board-others" : "board-all", { n: others.length })),
        others.length > 0 && $list,
        closed.length > 0 && closedList(closed, board),
      ].filter((node) => node instanceof Node),
    );
    tools.show(all);
  }

  /** One run at a time; what changes meanwhile is seen by the next. */
  let running = Promise.resolve();
  function refresh() {
    running = running.then(workOut).catch(() => {});
  }

  async function workOut() {
    const now = today();
    const { all } = store.read();
    const { together, beside } = employers(all);
    const isOld = (/** @type {Application} */ one) =>
      one.next?.asOf !== now || one.next.build !== BUILD || (one.next.beside ?? "") !== beside(one);
    const open = all.filter(({ closed }) => !closed);
    const stirred = new Set(open.filter(isOld).map(keyOf));
    const old = open.filter(
      (one) => isOld(one) || (together.has(keyOf(one)) && stirred.has(keyOf(one))),
    );
    if (old.length === 0 || isDown) return void ($mount.dataset.state = isDown ? "down" : "ready");
    $mount.dataset.state = "working";
    const due = old.filter(({ next }) => next !== null && next.on <= now);
    const rest = sorted(
      old.filter((one) => !due.includes(one)),
      now,
    );
    for (const some of [...inParts(due, AT_ONCE.due), ...inParts(rest, AT_ONCE.rest)]) {
      const each = await board.ask(some);
      for (const [index, view] of each.entries()) {
        const { id, answers } = some[index];
        const seen = { beside: beside(some[index]), oneNote: view?.oneNote ?? [] };
        const next = view ? nextOf(view, now, BUILD) : unknown(now, t("board-open"));
        store.note(id, answers, { ...next, ...seen }, view?.other_job_on ?? "");
      }
      if (some.some(({ next }) => next === null || next.on <= now)) draw();
    }
    draw();
    $mount.dataset.state = "ready";
  }

  function wake() {
    if (!awake) {
      awake = new Promise((yes, no) => (isAwake = { yes, no }));
      client.start();
    }
    return awake;
  }

  /** @param {string} text */
  function failed(text) {
    isDown = true;
    isAwake.no(new Error(text));
    awake = null;
    $mount.dataset.state = "down";
    const again = () => {
      isDown = false;
      $notice.replaceChildren();
      show();
    };
    $notice.replaceChildren(
      h(
        "div",
        { class: "fu-notice" },
        h("p", {}, t("board-down")),
        h(
          "div",
          { class: "fu-buttons" },
          button("fu-button fu-button--quiet", again, t("down-again")),
        ),
      ),
    );
    say(t("board-down"));
  }

  for (const $part of document.querySelectorAll(".fu-static")) $part.setAttribute("hidden", "");
  $mount.append($voice, $notice, $main, tools.$root);
  addEventListener("storage", (event) => isAboutKept(event) && show());
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || (day === today() && !isDown)) return;
    day = today();
    show();
  });
  addEventListener("pageshow", (event) => event.persisted && show());
  show();
}

/**
 * What was worked out beside the others at an employer, as if it had been without them: so all of
 * them are worked out anew.
 * @param {Application} application
 */
function seenAlone({ next }) {
  return { next: next && { ...next, beside: "" } };
}

/**
 * Those that are open at one employer, by its key; and who they are, as a text. What changes one of
 * them leaves it without a next step, or with one that was seen beside nobody.
 * @param {Application[]} all
 */
function employers(all) {
  /** @type {Map<string, Application[]>} */
  const together = new Map();
  for (const one of all) {
    const key = one.closed ? "" : keyOf(one);
    if (key) together.set(key, [...(together.get(key) ?? []), one]);
  }
  for (const [key, { length }] of together) {
    if (length === 1 || length > AT_ONE_EMPLOYER) together.delete(key);
  }
  /** @param {Application} one */
  const beside = (one) =>
    (together.get(keyOf(one)) ?? [])
      .map(({ id }) => id)
      .sort()
      .join(" ");
  return { together, beside };
}

/**
 * What is due comes first, that before all which is soonest too late; then what has a day, by its day.
 * @param {Application[]} all
 * @param {string} today
 */
function sorted(all, today) {
  /** @param {Application} one */
  const key = (one) => {
    const { on, latest } = one.next ?? { on: "9999", latest: "" };
    const day = on > today ? on : today;
    return `${day} ${on > today ? "" : latest || "9999"} ${titleOf(one)}`;
  };
  return all
    .map((one) => ({ one, key: key(one) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ one }) => one);
}

/**
 * @template Part
 * @param {Part[]} all
 * @param {number} size
 */
function inParts(all, size) {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/**
 * Where the answers lead to no step: a question is open.
 * @param {string} today
 * @param {string} text
 */
function unknown(today, text) {
  const nothing = { headline: text, lead: "", action: "question", channel: "none" };
  return { on: today, latest: "", label: text, ...nothing, asOf: today, build: BUILD };
}

/** @param {Pick<Context, "t" | "href">} context */
function emptyBoard({ t, href }) {
  return h(
    "div",
    { class: "fu-board__empty" },
    h("p", {}, t("board-empty")),
    h("p", {}, h("a", { class: "fu-button fu-button--ink", href: href("quiz") }, t("board-find"))),
  );
}

/**
 * What was let go.
 * @param {Application[]} all
 * @param {Board} board
 */
function closedList(all, { store, doing, context: { t, href } }) {
  const items = all.map((one) => {
    const title = titleOf(one);
    const reopen = () =>
      doing(
        t("board-reopened", { name: title }),
        () => store.change(one.id, () => ({ closed: "" })),
        [one.id],
      );
    const remove = () =>
      doing(t("board-removed", { name: title }), () => store.remove([one.id]), [one.id]);
    return h(
      "li",
      {},
      h("a", { href: `${href("quiz")}#kept=${one.id}` }, title),
      " ",
      named(button("fu-link", reopen, t("board-reopen")), title),
      " ",
      named(button("fu-link", remove, t("board-remove")), title),
    );
  });
  return h(
    "details",
    { class: "fu-fold" },
    h("summary", {}, h("h2", {}, t("board-closed", { n: all.length }))),
    h("ul", {}, ...items),
  );
}

/**
 * @param {HTMLElement} $button
 * @param {string} title
 */
function named($button, title) {
  $button.setAttribute("aria-label", `${$button.textContent}: ${title}`);
  return $button;
}
