/** The list of applications: a row each, and above them the one step to take today. */

/** @import { Application } from "./store.js" */
/** @import { Board, Seen } from "./board.js" */
import { inWords, shift } from "../answers/days.js";
import { button, dayLeaf, h, icon } from "../screens/nodes.js";
import { keyOf, named, titleOf } from "./store.js";

/** Nothing can be done about these but to wait, or to look. */
const QUIET = ["wait", "no-contact", "prepare", "question"];
const WAYS = ["email", "call", "portal", "linkedin", "thread", "post"];
const END = "move-on";
/** Questions about news: two of one day to one employer are one note. */
const ASKS = ["follow-up", "last-follow-up", "check-in"];
/** Days for which a contact about another job there is worth a word. */
const RECENT = 14;

/** @type {WeakMap<Element, string>} what a row shows, so that only what has changed is drawn anew */
const shown = new WeakMap();

/**
 * What is to be known of another job at the same employer, by the application it may matter to: that
 * one note asks about both, that this question waits for another, or what was done there of late.
 * @param {Application[]} all
 * @param {Board} board
 * @returns {Map<string, string>}
 */
export function contactsThere(all, { context: { t, today } }) {
  const since = shift(today(), -RECENT);
  const recent = all.flatMap((one) =>
    one.deeds.filter(({ on }) => on >= since).map(({ on }) => ({ on, one, there: keyOf(one) })),
  );
  recent.sort((a, b) => (a.on < b.on ? 1 : Number(a.on > b.on) - 1));
  const byId = new Map(all.map((one) => [one.id, one]));
  return new Map(
    all.flatMap((one) => {
      const there = keyOf(one);
      const together = (one.next?.oneNote ?? []).map((id) => byId.get(id)).filter((it) => !!it);
      if (together.length > 0) {
        const name = together.map(titleOf).join(", ");
        return [/** @type {const} */ ([one.id, t("board-one-note", { name })])];
      }
      if (one.apart && one.next && one.next.on > one.apart) {
        const day = inWords(one.apart, today(), t);
        return [/** @type {const} */ ([one.id, t("board-kept-apart", { day })])];
      }
      const last = recent.find((other) => other.there === there && other.one.id !== one.id);
      if (!last) return [];
      const slots = { day: inWords(last.on, today(), t), name: titleOf(last.one) };
      return [/** @type {const} */ ([one.id, t("board-same-employer", slots)])];
    }),
  );
}

/**
 * @param {HTMLOListElement} $list
 * @param {Application[]} all in order
 * @param {Map<string, string>} there what was done of late at the same employer
 * @param {Board} board
 */
export function drawList($list, all, there, board) {
  const before = new Map(
    Array.from($list.children, ($row) => [/** @type {HTMLElement} */ ($row).dataset.id, $row]),
  );
  const rows = all.map((one) => {
    const note = there.get(one.id) ?? "";
    const text = JSON.stringify([one, note, board.context.today()]);
    const $old = before.get(one.id);
    if ($old && (shown.get($old) === text || $old.querySelector("form"))) return $old;
    const $row = row(one, note, board);
    shown.set($row, text);
    return $row;
  });
  if (rows.length === before.size && rows.every(($row, at) => $row === $list.children[at])) return;
  const $active = document.activeElement;
  $list.replaceChildren(...rows);
  if ($active instanceof HTMLElement && $list.contains($active)) $active.focus();
}

/**
 * @param {Application[]} all in order
 * @param {string} today
 */
export function firstDue(all, today) {
  return all.find((one) => isDue(one, today));
}

/**
 * The one step to take today.
 * @param {Application} one
 * @param {Application[]} all
 * @param {Map<string, string>} there
 * @param {Board} board
 */
export function drawNow(one, all, there, board) {
  const { t, count, today } = board.context;
  const others = all.filter((other) => isDue(other, today())).length - 1;
  const { headline, label, lead, asOf } = one.next ?? {
    headline: "",
    label: "",
    lead: "",
    asOf: "",
  };
  const isFresh = asOf === today();
  return h(
    "section",
    { class: "fu-board__now" },
    dayLeaf(today(), "long", ""),
    h(
      "div",
      {},
      h("p", { class: "fu-board__name" }, titleOf(one)),
      h("h2", {}, isFresh ? headline : label),
      isFresh && lead && h("p", {}, lead),
      there.has(one.id) && h("p", {}, there.get(one.id)),
      acts(one, board, "fu-button--ink"),
      more(one, board),
      others > 0 && h("p", { class: "fu-note" }, count("board-more-due", others)),
    ),
  );
}

/**
 * When the next step comes, if none is due.
 * @param {Application[]} all in order
 * @param {Board} board
 */
export function nothingDue(all, { context: { t, today } }) {
  const ahead = all.find(({ next }) => next && next.on > today());
  if (!ahead?.next) return null;
  const day = inWords(ahead.next.on, today(), t);
  const slots = { day, label: ahead.next.label, name: titleOf(ahead) };
  return h(
    "section",
    { class: "fu-board__now" },
    h("div", {}, h("h2", {}, t("board-nothing")), h("p", {}, t("board-ahead", slots))),
  );
}

/**
 * @param {Application} one
 * @param {string} today
 */
function isDue({ next }, today) {
  return next !== null && next.on <= today && !["wait", "no-contact"].includes(next.action);
}

/**
 * @param {Application} one
 * @param {string} note
 * @param {Board} board
 */
function row(one, note, board) {
  const { t, href, today } = board.context;
  const { next } = one;
  const title = titleOf(one);
  const day = next ? inWords(next.on, today(), t) : "";
  return h(
    "li",
    { "data-id": one.id },
    next && dayLeaf(next.on, "short", `fu-leaf--small ${leafOf(one, today())}`),
    h(
      "div",
      {},
      h("h3", {}, h("a", { href: `${href("quiz")}#kept=${one.id}` }, title)),
      h("p", {}, next ? t("board-next", { day, label: next.label }) : t("board-counting")),
      note && h("p", { class: "fu-note" }, note),
      acts(one, board, "fu-button--quiet"),
      more(one, board),
    ),
  );
}

/**
 * The rest, made when it is opened.
 * @param {Application} one
 * @param {Board} board
 */
function more(one, board) {
  const { t } = board.context;
  const about = `${t("board-more")}: ${titleOf(one)}`;
  const $more = h(
    "details",
    { class: "fu-fold fu-board__more" },
    h("summary", { "aria-label": about }, t("board-more")),
  );
  $more.addEventListener("toggle", () => {
    if ($more.open && $more.children.length === 1) $more.append(details(one, board));
  });
  return $more;
}

/**
 * @param {Application} one
 * @param {string} today
 */
function leafOf(one, today) {
  return isDue(one, today) ? "" : "fu-leaf--pencil";
}

/**
 * What can be done about an application: a step that is due, and news of theirs.
 * @param {Application} one
 * @param {Board} board
 * @param {string} look
 */
function acts(one, board, look) {
  const { t, href, today } = board.context;
  const title = titleOf(one);
  const { next } = one;
  const $acts = h("div", { class: "fu-buttons fu-noprint" });
  const quiz = `${href("quiz")}#kept=${one.id}`;
  const about = (/** @type {string} */ id) => ({ "aria-label": `${t(id)}: ${title}` });
  const isOpen = next?.action === "question";
  const canDo = next && isDue(one, today()) && !QUIET.includes(next.action);
  if (canDo && next.action === END) {
    const letGo = () =>
      board.doing(
        t("board-let-go-done", { name: title }),
        () => board.store.change(one.id, () => ({ closed: today() })),
        [one.id],
      );
    const $button = button(`fu-button ${look}`, letGo, t("board-let-go"));
    $button.setAttribute("aria-label", `${t("board-let-go")}: ${title}`);
    $acts.append($button);
  } else if (canDo) {
    const open = () => {
      $acts.hidden = true;
      $acts.after(deedForm(one, board, () => ($acts.hidden = false)));
      $acts.parentElement?.querySelector("input")?.focus();
    };
    const $button = button(`fu-button ${look}`, open, icon("tick"), t("board-did"));
    $button.setAttribute("aria-label", `${t("board-did")}: ${title}`);
    $acts.append($button);
    if (look === "fu-button--ink") {
      $acts.append(
        h("a", { class: "fu-button", href: quiz, ...about("board-words") }, t("board-words")),
      );
    }
  }
  const news = isOpen ? "board-open" : "board-news";
  const screen = isOpen ? "" : "&screen=1";
  $acts.append(
    h("a", { class: "fu-button fu-button--quiet", href: quiz + screen, ...about(news) }, t(news)),
  );
  return $acts;
}

/**
 * When it was done, and how.
 * @param {Application} one
 * @param {Board} board
 * @param {() => void} close
 */
function deedForm(one, board, close) {
  const { t, today, say } = board.context;
  const { next } = one;
  const advised = next?.channel ?? "email";
  const ways = [advised, ...WAYS.filter((way) => way !== advised)];
  const $on = h("input", {
    type: "date",
    class: "fu-input",
    value: today(),
    max: today(),
    required: true,
  });
  const $way = h(
    "select",
    { class: "fu-input" },
    ...ways.map((way) => h("option", { value: way }, t(`how-${way}`))),
  );
  const cancel = () => {
    $form.remove();
    close();
  };
  const $form = h(
    "form",
    { class: "fu-board__deed" },
    h("label", {}, t("board-when"), $on),
    h("label", {}, t("board-how"), $way),
    h(
      "div",
      { class: "fu-buttons" },
      h("button", { class: "fu-button fu-button--ink" }, t("board-note-it")),
      button("fu-button fu-button--quiet", cancel, t("board-cancel")),
    ),
  );
  $form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const on = $on.value;
    const channel = $way.value;
    const byPhone = channel === advised ? undefined : channel === "call";
    try {
      const now = board.store.get(one.id);
      const [view] = now ? await board.ask([now], { on, byPhone }) : [];
      const others = now && view ? inOneNote(view, board) : [];
      const views = others.length > 0 ? await board.ask(others, { on, byPhone }) : [];
      $form.remove();
      if (!now || !view) return board.show();
      const deed = { on, channel, label: next?.label ?? "" };
      board.done([now, ...others], [view, ...views], deed);
    } catch {
      say(t("board-down"));
    }
  });
  return $form;
}

/**
 * The others at the same employer about which the same note asks.
 * @param {Seen} view
 * @param {Board} board
 */
function inOneNote({ action, oneNote }, { store, context: { today } }) {
  if (!ASKS.includes(action)) return [];
  return oneNote
    .map((id) => store.get(id))
    .filter((one) => one !== null)
    .filter(({ next }) => next && ASKS.includes(next.action) && next.on <= today());
}

/**
 * The names, what was done, and the way out.
 * @param {Application} one
 * @param {Board} board
 */
function details(one, board) {
  const { t, today } = board.context;
  const title = titleOf(one);
  const labels = { employer: t("keep-employer"), job: t("keep-job"), person: t("board-person") };
  const $fields = /** @type {const} */ (["employer", "job", "person"]).map((name) => {
    const $field = h("input", {
      class: "fu-input",
      name,
      value: one[name],
      maxlength: 100,
      autocomplete: "off",
    });
    if (name === "employer") $field.required = true;
    return h("label", {}, labels[name], $field);
  });
  const $names = h("div", { class: "fu-board__names" }, ...$fields);
  $names.addEventListener("change", () => {
    const values = Array.from($names.querySelectorAll("input"), ($field) => [
      $field.name,
      $field.value,
    ]);
    const names = named(Object.fromEntries(values));
    if (names.employer) board.store.change(one.id, () => names);
  });
  $names.addEventListener("focusout", (event) => {
    if (!(event.relatedTarget instanceof Node && $names.contains(event.relatedTarget)))
      board.show();
  });
  const past = [
    ...one.deeds.map(({ on, label, channel }) => ({
      on,
      text: `${label}, ${t(`how-${channel}`)}`,
    })),
    ...one.news.map(({ on, heard }) => ({ on, text: board.heardAs(heard) })),
  ].sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
  const remove = () =>
    board.doing(t("board-removed", { name: title }), () => board.store.remove([one.id]), [one.id]);
  return h(
    "div",
    { class: "fu-fold__body" },
    $names,
    past.length > 0 &&
      h(
        "ul",
        {},
        ...past.map(({ on, text }) => h("li", {}, `${inWords(on, today(), t)}: ${text}`)),
      ),
    button("fu-link", remove, t("board-remove")),
  );
}
