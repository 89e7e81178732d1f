/**
 * All screens, while Python is still asleep. What they show is what Python would show; a test goes
 * through every path. Words and guards are Python's own, written down when the site was built. Here
 * they are only followed: nothing is known of interviews, and no day is judged.
 */

/** @import { Answers, Asking, StaticQuestion, Condition, Guard, GuardCondition } from "../protocol.js" */
/** @import { FirstScreens, Question, QuestionDocument, Told } from "../protocol.js" */
import { speaker } from "../app/context.js";
import { inWords, isDay } from "./days.js";

/**
 * The screen that Python would show; null where it takes Python to say.
 * @param {FirstScreens} data
 * @param {Omit<Asking, "submitted">} asking
 * @returns {QuestionDocument | null}
 */
export function pageFor(data, { answers, today, screen = 0 }) {
  const { known, read, asked } = follow(data, answers, today);
  /** @param {number} number */
  const on = (number) =>
    data.questions.flatMap((question) => {
      const shown = question.screen === number ? shownIf(data, question, read) : [];
      return shown?.length === 0 ? [] : [{ question, shown }];
    });
  const next = asked.find(({ id, needed }) => !(id in known) && (!needed || holds(needed, read)));
  const number = on(screen).length > 0 ? screen : next?.screen;
  if (screen >= data.beside || number === undefined) return null;
  const after = screensAfter(data, number, read);
  return {
    kind: "question",
    screen: number,
    title: data.screens[number],
    questions: on(number).map(({ question, shown }) => put(question, answers, shown)),
    answers: { ...known, ...answers },
    dropped: droppedFrom(data, read, asked)
      .filter(({ id, plain }) => known[id] !== plain)
      .map(({ id }) => id),
    problems: [],
    left: after.certain ? after.most : null,
    most: after.most,
    told: told(data, answers, today),
  };
}

/**
 * What was answered, in words, where it still applies.
 * @param {FirstScreens} data
 * @param {Answers} answers
 * @param {string} today
 * @returns {Told[]}
 */
export function told(data, answers, today) {
  const { known, read, asked } = follow(data, answers, today);
  const dropped = droppedFrom(data, read, asked);
  return data.questions
    .filter((question) => question.id in known && !dropped.includes(question))
    .map((question) => ({
      question: question.id,
      screen: question.screen,
      label: question.title,
      text: inTheirWords(question, known[question.id], today, data),
    }));
}

/**
 * The answers that make sense by themselves, as guards read them, and which questions they lead to.
 * @param {FirstScreens} data
 * @param {Answers} answers
 * @param {string} today
 */
function follow(data, answers, today) {
  /** @type {Answers} */
  const known = Object.fromEntries(
    data.questions
      .filter((question) => question.id in answers && fits(question, answers[question.id]))
      .map(({ id }) => [id, answers[id]]),
  );
  const day = known["interviewed-on"];
  const tense = day < today ? "past" : day === today ? "today" : "future";
  /** @type {Answers} */
  const read = isDay(day ?? "") ? { ...known, "interviewed-on": tense } : { ...known };
  // A reminder of something before your answer belongs to an earlier round.
  const { "reminded-on": reminded = "", "heard-on": answered = "" } = known;
  const dated = data.questions.find(({ id }) => id === "reminded-on");
  if (
    isDay(reminded) &&
    isDay(answered) &&
    reminded < answered &&
    holds(dated?.guard ?? [], read)
  ) {
    delete read["reminded-on"];
    read.reminded = "0";
  }
  const asked = data.questions.filter(({ guard }) => guard && holds(guard, read));
  return { known, read, asked };
}

/**
 * Whether a value is one that the question knows; whether it can be true is Python's to say.
 * @param {StaticQuestion} question
 * @param {string} value
 */
function fits({ type, options }, value) {
  if (type === "date") return isDay(value) || value === "unsure";
  const values = options.map((option) => option.value);
  return values.length === 0 || membersOf(value).every((member) => values.includes(member));
}

/**
 * @param {Guard} guard
 * @param {Answers} read
 */
function holds(guard, read) {
  return guard.some((line) => line.every((condition) => isMet(condition, read)));
}

/**
 * A missing answer has no value.
 * @param {GuardCondition} condition
 * @param {Answers} read
 */
function isMet([question, values, negated], read) {
  return membersOf(read[question] ?? "").some((one) => values.includes(one)) !== negated;
}

/** @param {string} value */
function membersOf(value) {
  return value.split("+");
}

/**
 * What is left of a guard on its own screen: null if it always holds there, empty if never.
 * @param {FirstScreens} data
 * @param {StaticQuestion} question
 * @param {Answers} read
 * @returns {Condition[][] | null}
 */
function shownIf(data, { guard, screen }, read) {
  const here = data.questions.filter((one) => one.screen === screen).map(({ id }) => id);
  /** @param {GuardCondition} condition */
  const isHere = ([question]) => here.includes(question);
  const lines = (guard ?? [])
    .filter((line) => line.every((one) => isHere(one) || isMet(one, read)))
    .map((line) =>
      line
        .filter(isHere)
        .map(([id, values, , others]) => /** @type {Condition} */ ([id, others ?? values])),
    );
  if (lines.some((line) => line.length === 0)) return null;
  const distinct = new Map(lines.map((line) => [JSON.stringify(line), line]));
  return [...distinct.values()];
}

/**
 * How many screens can come after one at most, and whether all of them will. Only what was answered
 * before that screen counts as settled.
 * @param {FirstScreens} data
 * @param {number} screen
 * @param {Answers} read
 */
function screensAfter({ questions, beside }, screen, read) {
  const settled = questions.filter((one) => one.screen < screen).map(({ id }) => id);
  /** @param {GuardCondition} condition */
  const isSettled = ([question]) => settled.includes(question);
  let most = 0;
  let certain = 0;
  for (let later = screen + 1; later < beside; later += 1) {
    const asked = questions
      .flatMap((one) => (one.screen === later ? (one.guard ?? []) : []))
      .filter((line) => line.every((one) => !isSettled(one) || isMet(one, read)));
    if (asked.length > 0) most += 1;
    if (asked.some((line) => line.every(isSettled))) certain += 1;
  }
  return { most, certain: most === certain };
}

/**
 * The answers that no longer apply.
 * @param {FirstScreens} data
 * @param {Answers} read
 * @param {StaticQuestion[]} asked
 */
function droppedFrom(data, read, asked) {
  return data.questions.filter(
    (question) => question.id in read && question.guard && !asked.includes(question),
  );
}

/**
 * @param {StaticQuestion} question
 * @param {Answers} answers
 * @param {Condition[][] | null} shown
 * @returns {Question}
 */
function put({ screen: _, guard: __, needed: ___, dates, ...words }, answers, shown) {
  return { ...words, value: answers[words.id] ?? null, dates, shown_if: shown };
}

/**
 * @param {StaticQuestion} question
 * @param {string} value
 * @param {string} today
 * @param {FirstScreens} data
 */
function inTheirWords({ type, options }, value, today, { phrases }) {
  const labels = membersOf(value).map(
    (one) => options.find((option) => option.value === one)?.label,
  );
  if (options.length > 0) return labels.join("; ");
  if (value === "unsure") return phrases.unsure;
  return type === "date" ? inWords(value, today, speaker(phrases).t) : value;
}
