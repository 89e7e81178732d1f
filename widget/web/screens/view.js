/** Draws the state: the right screen, the focus, and the one voice of the page. */

/** @import { Before, State } from "../app/state.js" */
/** @import { Problem, Told, ViewDocument } from "../protocol.js" */
/** @import { Screen } from "./form.js" */
/** @import { Context } from "../app/context.js" */
import { valueOf } from "../app/state.js";
import { button, h, icon } from "./nodes.js";
import { inWords } from "../answers/days.js";
import { drawForm } from "./form.js";
import {
  dayNotice,
  downNotice,
  failedHint,
  lateButton,
  progressBar,
  slowNotice,
  undoNotice,
} from "./notice.js";
import { drawResult } from "../result/result.js";
import { steps } from "./steps.js";
import { staysHere, toldList } from "./summary.js";

/**
 * Milliseconds for which the focus rests on the stage before a new screen takes the place of the
 * old: a screen reader that finds the old screen gone at once says nothing of the new.
 */
const REST = 120;

/** Milliseconds within which a second click was meant for the screen before. */
const HASTE = 500;

/** From here on, what was told stands open beside the question. */
const WIDE = "(min-width: 60em)";

export class View {
  #$mount;
  #$stage = h("div", { class: "fu-stage", tabindex: "-1" });
  #$voice;
  #$static;
  #context;
  #progress;
  #hint;
  #late;
  /** @type {Pick<Screen, "$heading" | "title"> & Partial<Screen> | null} */
  #screen = null;
  /** @type {Map<string, string>} */
  #labels = new Map();
  /** The title of the page goes into the browser's history, so it never says what is asked or advised. */
  #name = document.title;
  /** @type {{ timer: ReturnType<typeof setTimeout>, swap: () => void } | null} */
  #coming = null;
  /** @type {{ question: string | undefined } | null} */
  #wanted = null;
  #stoodSince = 0;
  #restsSince = 0;
  #signs = { screen: "", action: "" };

  /**
   * @param {HTMLElement} $mount
   * @param {Omit<Context, "say">} context
   */
  constructor($mount, context) {
    this.#$mount = $mount;
    this.#$voice = h("p", { class: "fu-hidden", role: "status" });
    this.#$static = staticParts($mount);
    this.#context = { ...context, say: (/** @type {string} */ text) => this.say(text) };
    this.#progress = progressBar(this.#context);
    this.#hint = failedHint(this.#context);
    this.#late = lateButton(this.#context);
    $mount.append(this.#$voice, this.#$stage);
    $mount.addEventListener("keydown", keepLetters);
    this.#$stage.addEventListener("click", (event) => this.#calm(event), { capture: true });
  }

  /** What stands on the screen. */
  get title() {
    return this.#screen?.title ?? this.#name;
  }

  /**
   * @param {string} text
   * @param {string} [look] For what is to be seen as well, until there are answers.
   */
  say(text, look = "fu-hidden") {
    this.#$voice.className = look;
    // Emptied first: the same words said again would be no change, and so not be heard.
    this.#$voice.textContent = "";
    requestAnimationFrame(() => (this.#$voice.textContent = text));
  }

  /**
   * What changes without a new screen.
   * @param {State} state
   */
  update(state) {
    const { dataset } = this.#$mount;
    dataset.state = state.name;
    this.#$mount.setAttribute("aria-busy", String(state.asked !== null && !state.failure));
    this.#progress.show(state.progress);
    if (this.#late.hidden && state.late) this.say(this.#context.t("slow-late"));
    this.#late.hidden = !state.late;
    const isNews = this.#hint.hidden && state.failure !== null && state.name !== "down";
    this.#hint.hidden = state.failure === null;
    if (isNews) this.say(this.#context.t("down-hint"));
    if (state.document?.kind === "question") this.#screen?.fill?.(state.document);
  }

  /**
   * @param {State} state
   * @param {Told[]} told what the reader told us
   * @param {boolean} canGoBack
   */
  draw(state, told, canGoBack) {
    const { document: view, slow, name, answers } = state;
    if (Object.keys(answers).length > 0) this.#$voice.className = "fu-hidden";
    const isDown = name === "down";
    for (const { question, label } of told) this.#labels.set(question, label);
    this.#signs = {
      screen: isDown ? "down" : slow ? "slow" : nameOfScreen(view),
      action: view?.kind === "advice" && !slow && !isDown ? view.action : "",
    };
    for (const $part of this.#$static) $part.hidden = !isDown;
    if (isDown) this.#drawDown(state, canGoBack);
    else if (slow || view === null) this.#drawSlow(state, told);
    else this.#drawDocument(state, view, canGoBack);
  }

  /**
   * Put problems on the screen as it stands, so that nothing typed is lost.
   * @param {Problem[]} problems
   */
  mark(problems) {
    this.#settle();
    const $summary = this.#screen?.mark?.(problems);
    if (!$summary || !this.#screen) return;
    this.#alarm(true);
    reveal($summary);
  }

  /**
   * Lead the reader to the new heading, to what is to be checked, or to a question further down.
   * @param {string} [question]
   */
  focus(question) {
    if (this.#coming) {
      this.#wanted = { question };
      return;
    }
    if (question && this.#screen?.lead?.(question)) return;
    const $summary = this.#$stage.querySelector(".fu-notice--error");
    const $target = $summary ?? this.#screen?.$heading;
    if ($target instanceof HTMLElement) reveal($target, this.#$mount);
  }

  /** A new screen will come: let the focus rest while it is worked out, and not only then. */
  rest() {
    if (!this.#$stage.contains(document.activeElement)) return;
    this.#$stage.focus({ preventScroll: true });
    this.#restsSince = performance.now();
  }

  /** Whether the reader is in the quiz rather than elsewhere on the page. */
  holdsFocus() {
    const $active = document.activeElement;
    return $active === document.body || $active === null || this.#$mount.contains($active);
  }

  /**
   * @param {State} state
   * @param {boolean} canGoBack
   */
  #drawDown(state, canGoBack) {
    const notice = downNotice(state, this.#context);
    const kept = Object.keys({ ...state.answers, ...state.drafts }).length > 0;
    this.#stand(
      notice,
      [this.#top(canGoBack, null), notice.$root, staysHere(kept, this.#context)],
      "fu-quiz fu-quiz--down",
    );
  }

  /**
   * @param {State} state
   * @param {Told[]} told
   */
  #drawSlow(state, told) {
    const notice = slowNotice(state.awake, this.#progress.$root, this.#late, this.#context);
    this.#stand(
      notice,
      [
        h("div", {}, this.#top(true, null), notice.$root),
        this.#aside(told, Object.keys(state.answers).length > 0),
      ],
      "fu-quiz",
    );
  }

  /**
   * @param {State} state
   * @param {ViewDocument} view
   * @param {boolean} canGoBack
   */
  #drawDocument(state, view, canGoBack) {
    const { problems, told } = view;
    const $day = dayNotice(state.isNewDay, this.#context);
    if (view.kind === "advice") {
      const result = drawResult(view, this.#context);
      const { t, today } = this.#context;
      const $when = h(
        "span",
        { class: "fu-note" },
        t("worked-out", { day: inWords(today(), today(), t) }),
      );
      const $problems = problems.length > 0 ? this.#problemList(problems) : null;
      const $undo = state.undo && this.#undoNotice(state.undo, view.dropped);
      this.#stand(
        result,
        [this.#top(canGoBack, $when), $day, this.#hint, $problems, $undo, result.$root],
        "fu-result",
        problems.length > 0,
      );
      return;
    }
    const screen = drawForm(view, (id) => valueOf(state, id), this.#context);
    const $steps = steps(view, this.#context);
    const $undo = state.undo && this.#undoNotice(state.undo, view.dropped, screen);
    this.#stand(
      screen,
      [
        h("div", {}, this.#top(canGoBack, $steps), $day, $undo, screen.$root, this.#hint),
        this.#aside(told, Object.keys(state.answers).length > 0),
      ],
      "fu-quiz",
      problems.length > 0,
    );
    if (problems.length > 0) screen.mark(problems);
  }

  /**
   * The focus rests on the stage, which stays, while one screen takes the place of the other.
   * @param {Pick<Screen, "$heading" | "title">} screen
   * @param {(Node | null | false)[]} nodes
   * @param {string} look
   * @param {boolean} [isProblem]
   */
  #stand(screen, nodes, look, isProblem = false) {
    this.#settle();
    this.#screen = screen;
    const { dataset } = this.#$mount;
    const signs = this.#signs;
    const swap = () => {
      this.#$stage.className = `fu-stage ${look}`;
      this.#$stage.replaceChildren(...nodes.filter((node) => node instanceof Node));
      this.#stoodSince = performance.now();
      this.#alarm(isProblem);
      dataset.screen = signs.screen;
      dataset.action = signs.action;
    };
    if (document.activeElement !== this.#$stage) this.rest();
    const left = this.#restsSince + REST - performance.now();
    if (left <= 0 || !this.#$stage.contains(document.activeElement)) swap();
    else this.#coming = { timer: setTimeout(() => this.#settle(), left), swap };
  }

  /** Let the screen that is on its way stand. */
  #settle() {
    const { timer, swap } = this.#coming ?? {};
    const wanted = this.#wanted;
    clearTimeout(timer);
    this.#coming = this.#wanted = null;
    swap?.();
    if (wanted) this.focus(wanted.question);
  }

  /**
   * The second half of a double click was meant for what stood there before.
   * @param {MouseEvent} event
   */
  #calm(event) {
    if (event.detail < 2 || performance.now() - this.#stoodSince > HASTE) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {boolean} isProblem */
  #alarm(isProblem) {
    const title = this.#name;
    document.title = isProblem ? this.#context.t("title-problem", { title }) : title;
  }

  /**
   * @param {boolean} canGoBack
   * @param {Node | null} $beside
   */
  #top(canGoBack, $beside) {
    const { t, acts } = this.#context;
    const $back = canGoBack ? button("fu-quiz__back", acts.back, icon("left"), t("back")) : null;
    return $back || $beside ? h("div", { class: "fu-quiz__top" }, $back, $beside) : null;
  }

  /**
   * @param {ViewDocument["told"]} told
   * @param {boolean} hasAnswers
   */
  #aside(told, hasAnswers) {
    const title = this.#context.t("told", { n: told.length });
    const open = matchMedia(WIDE).matches;
    return h(
      "aside",
      { class: "fu-told", "aria-label": title },
      told.length > 0 && toldList(told, title, open, this.#context),
      staysHere(hasAnswers, this.#context),
    );
  }

  /** @param {Problem[]} problems */
  #problemList(problems) {
    return h(
      "div",
      { class: "fu-notice fu-notice--error", tabindex: "-1" },
      h("h2", {}, this.#context.count("problems", problems.length)),
      h("ul", {}, ...problems.map(({ text }) => h("li", {}, text))),
    );
  }

  /**
   * @param {Before} before
   * @param {string[]} dropped
   * @param {Screen} [screen] that stands in the way of the advice
   */
  #undoNotice({ used }, dropped, screen) {
    const labels = (/** @type {string[]} */ ids) => ids.map((id) => this.#labels.get(id) ?? id);
    const needed = (used.length > 0 && screen?.open()) || [];
    const ways = needed.map(({ id, title }) => ({ title, go: () => this.focus(id) }));
    return undoNotice(labels(used), labels(dropped), ways, this.#context);
  }
}

/**
 * The theme turns the page at the press of a letter. Letters typed in the quiz stay in the quiz.
 * @param {KeyboardEvent} event
 */
function keepLetters(event) {
  const { key, altKey, ctrlKey, metaKey } = event;
  if (key.length === 1 && !altKey && !ctrlKey && !metaKey) event.stopPropagation();
}

/**
 * What the page shows without us: everything before the mount, and what is marked as static.
 * @param {HTMLElement} $mount
 * @returns {HTMLElement[]}
 */
function staticParts($mount) {
  const before = [...($mount.parentElement?.children ?? [])];
  const parts = [
    ...before.slice(0, before.indexOf($mount)),
    ...document.querySelectorAll(".fu-static"),
  ];
  return parts
    .filter(($part) => $part instanceof HTMLElement && !$part.hidden)
    .map(($part) => /** @type {HTMLElement} */ ($part));
}

/** @param {ViewDocument | null} view */
function nameOfScreen(view) {
  if (view === null) return "";
  return view.kind === "advice" ? "advice" : String(view.screen);
}

/**
 * Focus without a jump; scroll only if the top of the quiz has left the window.
 * @param {HTMLElement} $target
 * @param {HTMLElement} [$top]
 */
function reveal($target, $top = $target) {
  $target.focus({ preventScroll: true });
  const { top } = $top.getBoundingClientRect();
  const { bottom } = $target.getBoundingClientRect();
  const header = document.querySelector(".md-header")?.clientHeight ?? 0;
  if (top < header || bottom > window.innerHeight) $top.scrollIntoView();
}
