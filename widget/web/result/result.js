/** The advice: the day, what to do, the words, what then, and why. Every sentence is the guide's. */

/** @import { AdviceDocument, Fact, Later, Sentence } from "../protocol.js" */
/** @import { Screen } from "../screens/form.js" */
/** @import { Context } from "../app/context.js" */
import { inWords } from "../answers/days.js";
import { button, dayLeaf, h, icon, smallBox } from "../screens/nodes.js";
import { changesList } from "./changes.js";
import { copier } from "../screens/copy-button.js";
import { calendarButton } from "./calendar-button.js";
import { messageEditor } from "./message.js";
import { becauseList, disagreements, more, pips } from "./reasons.js";
import { drawTimeline } from "./timeline.js";
import { toldList } from "../screens/summary.js";

/** Days that are only waited for are in pencil. */
const PENCILLED = ["wait", "no-contact", "move-on"];

/**
 * @param {AdviceDocument} view
 * @param {Context} context
 * @returns {Pick<Screen, "$root" | "$heading" | "title">}
 */
export function drawResult(view, context) {
  const { t } = context;
  const { words, headline } = view;
  const $heading = h("h1", { tabindex: "-1" }, headline.text);
  const editor = messageEditor(context);
  const $words = words.message ? wordsSection(view, editor, context) : null;
  const $root = h(
    "div",
    { class: "fu-result__body" },
    h(
      "section",
      { class: "fu-result__answer" },
      dayLeaf(view.on, "long", PENCILLED.includes(view.action) ? "fu-leaf--pencil" : ""),
      h(
        "div",
        {},
        $heading,
        lead(words.lead, headline, context),
        actNow(view, editor, $words, context),
      ),
    ),
    facts(words.facts, view, context),
    drawTimeline(view.timeline, context),
    ...words.notes.map((note) =>
      h("p", { class: "fu-result__note" }, note.text, " ", more(note, context)),
    ),
    h(
      "div",
      { class: "fu-result__told fu-noprint" },
      view.told.length > 0 && toldList(view.told, t("change-title"), false, context),
      button("fu-link", () => context.acts.change(context.beside), t("beside")),
    ),
    $words?.$section,
    section(t("avoid"), "fu-noprint", avoidList(view, context)),
    section(t("silence"), "", thenList(words.then, context)),
    section(t("because"), "", becauseList(view, context)),
    section(t("disagree"), "fu-noprint", disagreements(view.disagreements, context)),
    section(t("changes"), "fu-noprint", changesList(view, context)),
    words.meanwhile &&
      section(
        t("meanwhile"),
        "",
        h("p", {}, words.meanwhile.text, " ", more(words.meanwhile, context)),
      ),
    section(t("keep"), "fu-noprint", keep(view, context)),
    h(
      "p",
      { class: "fu-print fu-note" },
      // On paper the year is worth having: measured from no day at all, it is always said.
      t("printed", { day: inWords(context.today(), "", t) }),
    ),
  );
  return { $root, $heading, title: headline.text };
}

/**
 * @param {string} title
 * @param {string} look
 * @param {Node | null} $content
 */
function section(title, look, $content) {
  return $content && h("section", { class: look }, h("h2", {}, title), $content);
}

/**
 * What decided, in the reader's own terms, with one way on: to the section of the headline.
 * @param {Sentence[]} sentences
 * @param {Sentence} headline
 * @param {Context} context
 */
function lead(sentences, headline, context) {
  const text = sentences.map((one) => one.text).join(" ");
  return h("p", { class: "fu-result__lead" }, text, " ", more(headline, context));
}

/**
 * One thing in ink: to copy the message if today is the day, else to keep the days that lie ahead.
 * @param {AdviceDocument} view
 * @param {ReturnType<typeof messageEditor>} editor
 * @param {ReturnType<typeof wordsSection>} words
 * @param {Context} context
 */
function actNow(view, editor, words, context) {
  const { t, today } = context;
  const { message } = view.words;
  const $copy =
    view.on === today() && message && message.kind !== "script"
      ? editor.copyButton(message, "fu-button--ink", t("copy"))
      : null;
  const see = () => {
    words?.$title.scrollIntoView();
    words?.$title.focus({ preventScroll: true });
  };
  const $buttons = [
    $copy,
    calendarButton(view, $copy ? "" : "fu-button--ink", context),
    words && button("fu-button", see, t("see-words")),
  ].filter(($one) => $one !== null);
  return $buttons.length > 0
    ? h("div", { class: "fu-buttons fu-buttons--wide fu-noprint" }, ...$buttons)
    : null;
}

/**
 * @param {Fact[]} all
 * @param {AdviceDocument} view
 * @param {Context} context
 */
function facts(all, { confidence }, { href }) {
  return h(
    "dl",
    { class: "fu-facts" },
    ...all.map(({ id, label, text, section }) =>
      h(
        "div",
        { "data-fact": id },
        h("dt", {}, label),
        h(
          "dd",
          {},
          id === "sure" && pips(confidence),
          section ? h("a", { class: "fu-quiet", href: href(section) }, text) : text,
        ),
      ),
    ),
  );
}

/**
 * @param {AdviceDocument} view
 * @param {ReturnType<typeof messageEditor>} editor
 * @param {Context} context
 */
function wordsSection({ words: { message, also } }, editor, { t }) {
  if (!message) return null;
  const $title = h("h2", { tabindex: "-1" }, t("words"));
  const $letter = editor.letter(message);
  const $also =
    also &&
    h(
      "details",
      { class: "fu-fold fu-noprint" },
      h("summary", {}, t("call-title")),
      editor.letter(also),
    );
  const $fields = editor.fields();
  if ($fields) {
    $letter.classList.add("fu-desk");
    $letter.firstElementChild?.after($fields);
  }
  const $section = h(
    "section",
    { class: "fu-words" },
    $title,
    $fields && h("p", { class: "fu-noprint" }, t("words-note")),
    $letter,
    $also,
  );
  return { $title, $section };
}

/**
 * @param {AdviceDocument} view
 * @param {Context} context
 */
function avoidList({ words: { avoid } }, { href }) {
  if (avoid.length === 0) return null;
  const items = avoid.map(({ id, text, section }) =>
    h(
      "li",
      { "data-avoid": id },
      icon("cross"),
      section ? h("a", { class: "fu-quiet", href: href(section) }, text) : h("span", {}, text),
    ),
  );
  return h("ul", { class: "fu-avoid" }, ...items);
}

/**
 * @param {Later[]} then
 * @param {Context} context
 */
function thenList(then, context) {
  if (then.length === 0) return null;
  const items = then.map((step) =>
    h(
      "li",
      { "data-action": step.action },
      dayLeaf(step.on, "short", "fu-leaf--pencil fu-leaf--small"),
      h("p", {}, ...dayFirst(step, context), " ", more(step, context)),
    ),
  );
  return h("ol", { class: "fu-then" }, ...items);
}

/**
 * The sentence with its day in bold, where it begins with it.
 * @param {Later} step
 * @param {Context} context
 */
function dayFirst({ on, text }, { t, today }) {
  const day = inWords(on, today(), t);
  return text.startsWith(day) ? [h("strong", {}, day), text.slice(day.length)] : [text];
}

/**
 * @param {AdviceDocument} view
 * @param {Context} context
 */
function keep(view, context) {
  const { t, acts, href } = context;
  const look = "fu-button fu-button--quiet";
  const { $box, $row } = smallBox("fu-calendar-link", "", false, t("calendar-link"));
  const home = () => ($box.checked ? acts.link() : href("quiz"));
  const $calendar = calendarButton(view, "fu-button--quiet", context, home);
  return h(
    "div",
    { class: "fu-keep" },
    $calendar && h("div", {}, $calendar, $row, h("p", {}, t("calendar-note"))),
    h(
      "div",
      {},
      copier(acts.link, "fu-button--quiet", [icon("link"), t("copy-link")], context),
      h("p", {}, t("copy-link-note")),
    ),
    h(
      "div",
      {},
      button(look, () => window.print(), icon("print"), t("print")),
      h("p", {}, t("print-note")),
    ),
    h(
      "div",
      {},
      button(look, acts.erase, icon("erase"), t("start-again")),
      h("p", {}, t("start-again-note")),
    ),
  );
}
