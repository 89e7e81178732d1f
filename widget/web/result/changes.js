/** What would change the advice: each can be tried beside the present one, and undone or kept. */

/** @import { AdviceDocument, Flip, ViewDocument } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
import { differences } from "./word-diff.js";
import { button, dayLeaf, h, icon } from "../screens/nodes.js";

/** More than these are folded away: the nearest ones come first. */
const SHOWN = 2;

/**
 * @param {AdviceDocument} view
 * @param {Context} context
 */
export function changesList(view, context) {
  const { changes } = view.words;
  if (changes.length === 0) return null;
  const { t } = context;
  /** @type {{ stop: () => void } | null} */
  let open = null;
  const rows = changes.map((flip, index) => {
    const one = row(view, flip, `fu-try-${index}`, context, () => {
      if (open !== one) open?.stop();
      open = one;
    });
    return one;
  });
  const items = rows.map(({ $row }) => $row);
  return h(
    "div",
    {},
    h("p", { class: "fu-note" }, t("changes-note")),
    h("ul", { class: "fu-flips" }, ...items.slice(0, SHOWN)),
    items.length > SHOWN &&
      h(
        "details",
        { class: "fu-fold fu-fold--pencil fu-flips__more" },
        h("summary", {}, t("changes-more")),
        h("ul", { class: "fu-flips" }, ...items.slice(SHOWN)),
      ),
  );
}

/**
 * @param {AdviceDocument} view
 * @param {Flip} flip
 * @param {string} id
 * @param {Context} context
 * @param {() => void} begins
 */
function row(view, flip, id, context, begins) {
  const { t, acts, say } = context;
  const $beside = h("div", { id, hidden: true });
  let turn = 0;

  const stop = () => {
    turn += 1;
    show(false);
    $beside.replaceChildren();
  };
  const start = async () => {
    begins();
    turn += 1;
    const mine = turn;
    $beside.replaceChildren(h("p", { class: "fu-note" }, t("trying-asks")));
    show(true);
    /** @type {ViewDocument | null} */
    const other = await acts.attempt({ [flip.question]: flip.to }).catch(() => null);
    if (mine !== turn) return;
    const use = () => acts.use({ [flip.question]: flip.to });
    $beside.replaceChildren(
      other?.kind === "advice"
        ? compared(view, other, context)
        : h("p", { class: "fu-note" }, t("trying-failed")),
      h(
        "div",
        { class: "fu-buttons" },
        button("fu-button fu-button--quiet", use, icon("tick"), t("use-it")),
      ),
    );
    say(other?.kind === "advice" ? `${t("what-if")}: ${other.headline.text}` : t("trying-failed"));
  };
  const $try = button("fu-button fu-button--quiet fu-flip__try", () =>
    $beside.hidden ? start() : stop(),
  );
  $try.setAttribute("aria-controls", id);
  $try.setAttribute("aria-describedby", `${id}-if`);

  /** @param {boolean} trying */
  const show = (trying) => {
    $beside.hidden = !trying;
    $try.replaceChildren(...(trying ? [icon("cross")] : []), t(trying ? "stop-trying" : "try"));
    $try.setAttribute("aria-expanded", String(trying));
    $row.className = trying ? "fu-trying" : "";
  };

  const $row = h(
    "li",
    { "data-question": flip.question, "data-to": flip.to },
    h(
      "div",
      { class: "fu-flip" },
      h("p", { class: "fu-flip__if", id: `${id}-if` }, flip.if),
      h("p", {}, flip.then),
      $try,
    ),
    $beside,
  );
  $row.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || $beside.hidden) return;
    stop();
    $try.focus();
  });
  show(false);
  return { $row, stop };
}

/**
 * The present advice in ink, the other in pencil; what differs is highlighted.
 * @param {AdviceDocument} view
 * @param {AdviceDocument} other
 * @param {Context} context
 */
function compared(view, other, { t }) {
  const before = new Map(view.words.facts.map(({ id, text }) => [id, text]));
  const after = new Map(other.words.facts.map(({ id, text }) => [id, text]));
  const differ = [...new Set([...before.keys(), ...after.keys()])].filter(
    (id) => before.get(id) !== after.get(id),
  );
  const labels = new Map(
    [...view.words.facts, ...other.words.facts].map(({ id, label }) => [id, label]),
  );
  /**
   * @param {string} title
   * @param {AdviceDocument} one
   * @param {string} look
   * @param {(Node | string)[]} headline
   * @param {Map<string, string>} facts
   */
  const side = (title, one, look, headline, facts) =>
    h(
      "div",
      {},
      h("h3", { class: "fu-compare__title" }, title),
      dayLeaf(one.on, "short", `fu-leaf--small ${look}`),
      h(
        "div",
        {},
        h("p", {}, ...headline),
        h(
          "ul",
          { class: "fu-compare__facts" },
          ...differ
            .filter((id) => facts.has(id))
            .map((id) => h("li", {}, `${labels.get(id)}: ${facts.get(id)}`)),
        ),
      ),
    );
  const marked = differences(view.headline.text, other.headline.text).flatMap(
    ({ text, differs }, index) => [
      ...(index > 0 ? [" "] : []),
      differs ? h("mark", {}, text) : text,
    ],
  );
  return h(
    "div",
    { class: "fu-compare" },
    side(t("your-plan"), view, "", [view.headline.text], before),
    side(t("what-if"), other, "fu-leaf--pencil", marked, after),
  );
}
