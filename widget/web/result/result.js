/** The advice: the day, what to do, the words, what then, and why. Every sentence is the guide's. */

/** @import { AdviceDocument, Fact, Rights, Sentence } from "../protocol.js" */
/** @import { Screen } from "../screens/form.js" */
/** @import { Context } from "../app/context.js" */
import { inWords } from "../answers/days.js";
import { button, dayLeaf, h, icon } from "../screens/nodes.js";
import { changesList } from "./changes.js";
import { copier } from "../screens/copy-button.js";
import { calendarButton, calendarKeeper } from "./calendar-button.js";
import { messageEditor } from "./message.js";
import { keepHere } from "./keep-here.js";
import { becauseList, disagreements, more, pips } from "./reasons.js";
import { statedList } from "./stated.js";
import { drawTimeline } from "./timeline.js";

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
  const isDay = isToday(view, context);
  const isDayOfNo = !isDay && (words.refusal?.on ?? "9999") <= context.today();
  const $no = isDay ? null : refusal(view, editor, context); // before the fields of later words
  const $words = words.message && wordsOf(view, editor, isDay, context);
  const $refusal = $no ?? refusal(view, editor, context);
  const $act = actNow(view, editor, isDay, context);
  const $root = h(
    "div",
    { class: "fu-result__body" },
    h(
      "section",
      { class: "fu-result__answer" },
      dayLeaf(view.on, "long", PENCILLED.includes(view.action) ? "fu-leaf--pencil" : ""),
      h("div", {}, $heading, lead(words.lead, headline, context), $act),
    ),
    isDay && $words,
    isDayOfNo && h("section", { class: "fu-words" }, h("h2", {}, t("refusal")), $refusal),
    facts(words.facts, view, context),
    ...words.notes.map((note) =>
      h("p", { class: "fu-result__note" }, note.text, " ", more(note, context)),
    ),
    statedList(view, context),
    drawTimeline(view.rights?.timeline ?? view.timeline, words.meanwhile, context),
    view.rights && law(view.rights, editor, context),
    h(
      "div",
      { class: "fu-folds" },
      !isDay && $words && fold("words", wordsTitle(view, context), "", $words),
      !isDayOfNo && fold("refusal", t("refusal"), "fu-noprint", $refusal),
      fold("because", t("because"), "fu-noprint", becauseList(view, context)),
      fold("disagree", t("disagree"), "fu-noprint", disagreements(view.disagreements, context)),
      fold("avoid", t("avoid"), "fu-noprint", avoidList(view, context)),
      fold("changes", t("changes"), "fu-noprint", changesList(view, context)),
      fold("keep", t("keep"), "fu-noprint", keep(view, context)),
    ),
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
 * Whether the words are for today: before its day, nothing is there to be copied by mistake.
 * @param {AdviceDocument} view
 * @param {Context} context
 */
function isToday(view, { today }) {
  return dayOfWords(view) <= today();
}

/**
 * The day of the first step that sends or says something.
 * @param {AdviceDocument} view
 */
function dayOfWords({ plan, on }) {
  return plan.find(({ channel }) => channel !== "none")?.on ?? on;
}

/**
 * One line that opens, with a heading for those who go by headings.
 * @param {string} id
 * @param {string} title
 * @param {string} look
 * @param {Node | null | undefined | false} $content
 */
function fold(id, title, look, $content) {
  return (
    $content &&
    h(
      "details",
      { class: `fu-fold ${look}`, "data-fold": id },
      h("summary", {}, h("h2", {}, title)),
      h("div", { class: "fu-fold__body" }, $content),
    )
  );
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
 * @param {boolean} isDay
 * @param {Context} context
 */
function actNow(view, editor, isDay, context) {
  const { message } = view.words;
  const $copy =
    isDay && message && message.kind !== "script"
      ? editor.copyButton(message, "fu-button--ink")
      : null;
  const $calendar = $copy ? null : calendarButton(view, "fu-button--ink", context);
  const $act = $copy ?? $calendar;
  return $act && h("div", { class: "fu-buttons fu-buttons--wide fu-noprint" }, $act);
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
 * The words, ready to be copied if today is their day, else to be looked at.
 * @param {AdviceDocument} view
 * @param {ReturnType<typeof messageEditor>} editor
 * @param {boolean} isDay
 * @param {Context} context
 */
function wordsOf(view, editor, isDay, { t }) {
  const { message, also } = view.words;
  if (!message) return null;
  const $letter = editor.letter(message, isDay);
  const $spoken = also && editor.letter(also, isDay);
  const $fields = editor.fields();
  const byBoth = view.channel === "call-and-email";
  return h(
    "section",
    { class: "fu-words" },
    isDay && h("h2", {}, t("words")),
    $fields && h("p", { class: "fu-note fu-noprint" }, t(isDay ? "words-note" : "words-ahead")),
    h("div", { class: $fields ? "fu-desk" : "" }, $fields, $letter),
    $spoken && byBoth && h("h2", {}, t("call-title")),
    $spoken && (byBoth ? $spoken : fold("call", t("call-title"), "", $spoken)),
  );
}

/**
 * How to say no to the job: nothing to copy before the day on which an offer must be answered.
 * @param {AdviceDocument} view
 * @param {ReturnType<typeof messageEditor>} editor
 * @param {Context} context
 */
function refusal({ words }, editor, { today }) {
  if (!words.refusal) return null;
  const { on, message } = words.refusal;
  const $letter = editor.letter(message, on <= today());
  const $fields = editor.fields();
  return h("div", { class: $fields ? "fu-desk" : "" }, $fields, $letter);
}

/**
 * @param {AdviceDocument} view
 * @param {Context} context
 */
function wordsTitle(view, { t, today }) {
  return t("words-later", { day: inWords(dayOfWords(view), today(), t) });
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
 * What the law gives beside the advice: what and when, how sure that is, and the words to ask with.
 * @param {Rights} rights
 * @param {ReturnType<typeof messageEditor>} editor
 * @param {Context} context
 */
function law({ title, items }, editor, context) {
  const { t } = context;
  const parts = items.flatMap(({ id, text, section, sure, source, ask }) => [
    h("p", { "data-right": id }, text, " ", more({ text, section }, context)),
    h(
      "p",
      { class: "fu-note" },
      sure,
      " ",
      h("a", { class: "fu-quiet", href: source.address }, t("law-source", { name: source.name })),
    ),
    ask && fold(id, t("law-words"), "fu-noprint", editor.letter(ask.message, false)),
  ]);
  return h("section", { class: "fu-result__law" }, h("h2", {}, title), ...parts);
}

/**
 * @param {AdviceDocument} view
 * @param {Context} context
 */
function keep(view, context) {
  const { t, acts } = context;
  const look = "fu-button fu-button--quiet";
  return h(
    "div",
    { class: "fu-keep" },
    acts.keeping && keepHere(view, acts.keeping, context),
    calendarKeeper(view, context),
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
