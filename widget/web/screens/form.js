/** A screen of questions: which of them are on it just now, where, and what stands in them. */

/** @import { Condition, Problem, Question, QuestionDocument } from "../protocol.js" */
/** @import { Drafts } from "../app/state.js" */
/** @import { Asked, Rank } from "./question.js" */
/** @import { Context } from "../app/context.js" */
import { h, isSecondHalf } from "./nodes.js";
import { drawLines } from "./lines.js";
import { drawQuestion } from "./question.js";

/**
 * @typedef {object} Screen
 * @property {HTMLElement} $root
 * @property {HTMLElement} $heading
 * @property {string} title
 * @property {(problems: Problem[]) => HTMLElement | null} mark
 *   Put these problems on the screen and give back their summary.
 * @property {(view: QuestionDocument) => void} fill Take in what Python adds to the same screen.
 * @property {() => Question[]} open The questions that stand there without an answer.
 * @property {(question: string) => boolean} lead
 *   Lead the reader to a question of this screen; false if the heading leads there, or it is none.
 */

/**
 * @param {QuestionDocument} view
 * @param {(id: string) => string | null} valueOf
 * @param {Context} context
 * @param {boolean} [isInside] One question with what hangs under it, inside of something else.
 * @returns {Screen}
 */
export function drawForm(view, valueOf, context, isInside = false) {
  const known = { ...context, interview: view.answers["interviewed-on"] };
  const standing = view.questions.filter(({ shown_if }) => shown_if === null);
  const list = view.questions.filter(({ lines }) => lines.length > 0);
  const single = standing.length === 1 && list.length === 0 ? standing[0] : null;
  const lines = drawLines(list, valueOf, known);
  const all = view.questions.map(
    (question) =>
      lines.asked.find((asked) => asked.question === question) ??
      drawQuestion(
        question,
        valueOf(question.id) ?? question.plain,
        isInside ? "plain" : rankOf(question, single),
        known,
      ),
  );
  const $title = h("h1", { class: "fu-quiz__title", tabindex: "-1" }, view.title);
  const $top = h("div", { class: "fu-form__top" });
  const $fields = h("div", { class: "fu-form__fields" });
  const $root = h(
    "form",
    { class: "fu-form", novalidate: true },
    $top,
    single || isInside ? null : $title,
    $fields,
    h(
      "div",
      { class: "fu-buttons fu-buttons--wide" },
      h(
        "button",
        { class: "fu-button fu-button--ink", type: "submit" },
        context.t(isInside ? "stated-use" : "continue"),
      ),
    ),
  );
  const screen = arranger(all, $fields, view.answers);

  $root.querySelector("[type=submit]")?.addEventListener("click", (event) => {
    if (event instanceof MouseEvent && isSecondHalf(event)) event.preventDefault();
  });
  $root.addEventListener("input", () => {
    screen.arrange();
    context.acts.draft(screen.read());
  });
  keepRegions(all, screen.arrange, context);
  const submit = () => {
    const drafts = screen.read();
    const problems = screen.visible().flatMap(({ question: { id }, fault }) => {
      const wrong = fault() ?? (drafts[id] === null ? { code: "missing" } : null);
      return wrong ? [{ question: id, ...wrong }] : [];
    });
    context.acts.submit(drafts, problems);
  };
  $root.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  // A quick choice that leaves nothing open goes on by itself; a list may have more to tick.
  $root.addEventListener("fu-chosen", () => {
    if (list.length === 0 && open().length === 0) submit();
  });
  const open = () =>
    screen.visible().flatMap(({ question, read }) => (read() === null ? [question] : []));
  screen.arrange();

  const asked = all.find(({ question }) => question === single);
  return {
    $root,
    $heading: asked?.$heading ?? $title,
    title: single?.title ?? view.title,
    fill: ({ questions }) => {
      for (const { question, fill } of all) {
        const same = questions.find(({ id }) => id === question.id);
        if (same) fill?.(same);
      }
    },
    open,
    lead: (id) => {
      const asked = screen.visible().find(({ question }) => question.id === id);
      if (!asked || asked === all[0] || asked.question === list[0]) return false;
      leadTo(asked);
      return true;
    },
    mark: (problems) => {
      for (const { question, mark } of all) {
        const problem = problems.find((one) => one.question === question.id);
        // Where days are offered to choose from, the sentence stands there already.
        const isSaid = problem?.code === "which-day";
        mark(problem ? (isSaid ? "" : atField(problem, question, context)) : null);
      }
      const $summary = problems.length > 0 ? summary(problems, all, context) : null;
      $top.replaceChildren(...($summary ? [$summary] : []));
      return $summary;
    },
  };
}

/**
 * Ask for the region that goes with the country as soon as one is chosen.
 * @param {Asked[]} all
 * @param {() => void} arrange
 * @param {Context} context
 */
function keepRegions(all, arrange, { acts }) {
  const country = all.find(({ question }) => question.type === "country");
  const region = all.find(({ question }) => question.type === "region");
  country?.$first.addEventListener("change", async () => {
    const chosen = country.read() ?? "unsure";
    const view = await acts.lookBeside({ country: chosen, region: "unsure" }).catch(() => null);
    if (view?.kind !== "question" || (country.read() ?? "unsure") !== chosen) return;
    const told = view.questions.find(({ type }) => type === "region");
    region?.offer?.(told?.options ?? []);
    arrange();
  });
}

/**
 * @param {Question} question
 * @param {Question | null} single
 * @returns {Rank}
 */
function rankOf(question, single) {
  if (question === single) return "title";
  return question.shown_if === null ? "heading" : "plain";
}

/**
 * The sentence at the field, where the question need not be named again.
 * @param {Problem} problem
 * @param {Question} question
 * @param {Context} context
 */
function atField({ code, text }, { type }, { t }) {
  if (code === "missing") return t(type === "date" ? "missing-day" : "missing");
  return text ?? t(code);
}

/**
 * Keeps every question that hangs under an option at that option, while its condition holds.
 * @param {Asked[]} all
 * @param {HTMLElement} $fields
 * @param {Record<string, string>} elsewhere answers of other screens
 */
function arranger(all, $fields, elsewhere) {
  const byId = new Map(all.map((asked) => [asked.question.id, asked]));
  /** @type {Set<Element>} */
  const ours = new Set(all.map(({ $fieldset }) => $fieldset));

  /**
   * The members chosen for a question; none while it is not on the screen.
   * @param {string} id
   * @returns {string[]}
   */
  const chosen = (id) => {
    const asked = byId.get(id);
    const value = asked ? (host(asked) ? asked.read() : null) : elsewhere[id];
    return value?.split("+") ?? [];
  };

  /** @param {Condition[][]} conditions */
  const holds = (conditions) =>
    conditions.some((line) =>
      line.every(([id, values]) => chosen(id).some((member) => values.includes(member))),
    );

  /**
   * Where a question stands: at the option it hangs under, else among the fields; null if nowhere.
   * @param {Asked} asked
   * @returns {HTMLElement | null}
   */
  const host = ({ question: { shown_if, lines }, isOffered }) => {
    if (isOffered?.() === false) return null;
    if (shown_if === null) return $fields;
    if (lines.length > 0) return holds(shown_if) ? $fields : null;
    const holding = shown_if.find((conditions) =>
      conditions.every(([id, values]) => chosen(id).some((member) => values.includes(member))),
    );
    const last = holding?.at(-1);
    if (!last) return null;
    const [id, values] = last;
    const member = chosen(id).find((one) => values.includes(one));
    return byId.get(id)?.slots.get(member ?? "") ?? $fields;
  };

  const visible = () => all.filter((asked) => host(asked) !== null);

  return {
    visible,
    /** @returns {Drafts} */
    read: () => Object.fromEntries(visible().map(({ question, read }) => [question.id, read()])),
    arrange: () => {
      for (const { tick } of all) tick?.(holds);
      const places = [$fields, ...all.flatMap(({ slots }) => [...slots.values()])];
      const hosts = all.map((asked) => ({ host: host(asked), $fieldset: asked.$fieldset }));
      for (const $place of places) {
        const here = hosts.flatMap((one) => (one.host === $place ? [one.$fieldset] : []));
        const wanted = here.filter(($one, index) => here.indexOf($one) === index);
        // Left alone where nothing changes: a field that is moved loses the focus.
        // What an extension of the browser has put among them is none of ours.
        const standing = [...$place.children].filter(($one) => ours.has($one));
        const same =
          wanted.length === standing.length &&
          wanted.every(($fieldset, index) => standing[index] === $fieldset);
        if (!same) $place.replaceChildren(...wanted);
        if ($place !== $fields) $place.hidden = wanted.length === 0;
      }
    },
  };
}

/**
 * What to check, on top of the screen, each line leading to its field.
 * @param {Problem[]} problems
 * @param {Asked[]} all
 * @param {Context} context
 */
function summary(problems, all, context) {
  const lines = problems.map((problem) => {
    const asked = all.find(({ question }) => question.id === problem.question);
    if (!asked?.$first.isConnected) return h("li", {}, problem.text);
    const { question } = asked;
    const text = problem.text ?? `${question.title} ${atField(problem, question, context)}`;
    const $link = h("a", { href: `#${asked.$first.id}` }, text);
    $link.addEventListener("click", (event) => {
      // A link within the page would be one more step of the history.
      event.preventDefault();
      leadTo(asked);
    });
    return h("li", {}, $link);
  });
  return h(
    "div",
    {
      class: "fu-notice fu-notice--error",
      tabindex: "-1",
      role: "group", // else Firefox hands on nothing to say when it takes the focus
      "aria-labelledby": "fu-problems",
      "aria-describedby": "fu-problems-list",
    },
    h("h2", { id: "fu-problems" }, context.count("problems", problems.length)),
    h("ul", { id: "fu-problems-list" }, ...lines),
  );
}

/** @param {Asked} asked */
function leadTo({ question, $fieldset, $heading, $first }) {
  (question.lines.length > 0 ? $heading : $fieldset).scrollIntoView();
  $first.focus({ preventScroll: true });
}
