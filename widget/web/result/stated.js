/** What the advice goes by, each a button that opens its question there, so that a slip is mended at a glance. */

/** @import { AdviceDocument, Question, QuestionDocument, Stated } from "../protocol.js" */
/** @import { Context } from "../app/context.js" */
import { button, h, icon } from "../screens/nodes.js";
import { drawForm } from "../screens/form.js";
import { withCountry } from "../screens/days.js";

/** More than these are folded away: those that would change most come first. */
const SHOWN = 5;

/**
 * @param {AdviceDocument} view
 * @param {Context} context
 */
export function statedList(view, context) {
  const { t, acts, beside } = context;
  /** @type {{ stop: () => void } | null} */
  let open = null;
  const rows = view.words.stated.map((one, index) => {
    const row = statement(one, view, `fu-stated-${index}`, context, () => {
      if (open !== row) open?.stop();
      open = row;
    });
    return row;
  });
  const $rows = rows.map(({ $row }) => $row);
  const more = Math.max(0, rows.length - SHOWN);
  return h(
    "section",
    { class: "fu-stated fu-noprint" },
    h("h2", {}, t("stated")),
    h("p", { class: "fu-note" }, t("stated-note")),
    h("ul", {}, ...$rows.slice(0, SHOWN)),
    h(
      "details",
      { class: "fu-fold", "data-fold": "stated" },
      h("summary", {}, more > 0 ? context.count("stated-more", more) : t("stated-beside")),
      more > 0 && h("ul", {}, ...$rows.slice(SHOWN)),
      h(
        "div",
        { class: "fu-stated__more" },
        button("fu-link", () => acts.change(beside), t("beside")),
        button("fu-link", () => acts.change(1), t("stated-again")),
      ),
    ),
  );
}

/**
 * @param {Stated} stated
 * @param {AdviceDocument} view
 * @param {string} id
 * @param {Context} context
 * @param {() => void} begins
 */
function statement({ question, screen, text }, view, id, context, begins) {
  const { acts, beside } = context;
  const $place = h("div", { class: "fu-stated__place", id, hidden: true });
  const stop = () => show(null);
  const start = async () => {
    const page =
      screen === beside ? await acts.lookBeside({}).catch(() => null) : acts.look(screen);
    if (page?.kind !== "question") return;
    begins();
    const $form = asked(page, question, view, context, stop);
    show($form);
    $form.scrollIntoView({ block: "nearest" });
  };
  const $button = button(
    "fu-stated__one",
    () => ($place.hidden ? start() : stop()),
    h("span", {}, withCountry(question, text)),
    icon("pencil"),
  );
  $button.setAttribute("aria-controls", id);
  const $row = h("li", { "data-question": question }, $button, $place);
  /** @param {HTMLElement | null} $form */
  const show = ($form) => {
    $place.hidden = $form === null;
    $place.replaceChildren(...($form ? [$form] : []));
    $button.setAttribute("aria-expanded", String($form !== null));
  };
  $row.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || $place.hidden) return;
    stop();
    $button.focus();
  });
  show(null);
  return { $row, stop };
}

/**
 * One question of a screen, with those that hang under it, as a form of its own.
 * @param {QuestionDocument} page
 * @param {string} id
 * @param {AdviceDocument} view
 * @param {Context} context
 * @param {() => void} stop
 */
function asked(page, id, { answers }, context, stop) {
  const { acts, beside } = context;
  const isBeside = page.screen === beside;
  const form = drawForm(
    { ...page, questions: isBeside ? hanging(page.questions, id) : together(page.questions, id) },
    (one) => answers[one] ?? null,
    {
      ...context,
      acts: {
        ...acts,
        draft: () => {},
        submit: (drafts, problems) => {
          const counted = isBeside ? problems.filter(({ code }) => code !== "missing") : problems;
          if (counted.length > 0) {
            form.mark(counted)?.focus();
            return;
          }
          const changed = Object.entries(drafts).filter(
            ([one, value]) => (answers[one] ?? null) !== value,
          );
          if (changed.length === 0) stop();
          else
            acts.use(Object.fromEntries(changed.map(([one, value]) => [one, value ?? "unsure"])));
        },
      },
    },
    true,
  );
  return form.$root;
}

/**
 * A question of the list to tick stands alone; those of any other screen belong together.
 * @param {Question[]} questions
 * @param {string} id
 */
function together(questions, id) {
  if (questions.every(({ lines }) => lines.length === 0)) return questions;
  return hanging(questions, id);
}

/**
 * A question, with those that hang on it or the one that it hangs on.
 * @param {Question[]} questions
 * @param {string} id
 */
function hanging(questions, id) {
  const first =
    questions.find(({ dates }) => dates?.includes(id)) ?? questions.find((one) => one.id === id);
  return questions
    .filter((one) => one === first || first?.dates?.includes(one.id))
    .map((one) => ({ ...one, lines: [], shown_if: one === first ? null : one.shown_if }));
}
