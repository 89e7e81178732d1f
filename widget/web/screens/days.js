/** The fields for a place and for days of closing; all are offered beside the result. */

/** @import { Question } from "../protocol.js" */
/** @import { Control } from "./question.js" */
/** @import { Context } from "../app/context.js" */
import { isDay } from "../answers/days.js";
import { button, h, smallBox } from "./nodes.js";

/** @typedef {{ id: string, labelledBy: string, describedBy: string[] }} Marks */

/** Codes with a name but without an employer: groups of states, test codes, parts of others. */
const NO_COUNTRY = "AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split(" ");

/**
 * Every country the browser knows by name, so that the list is nobody's to keep.
 * @returns {{ code: string, name: string }[]}
 */
function countries() {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  return letters
    .flatMap((one) => letters.map((other) => one + other))
    .filter((code) => !NO_COUNTRY.includes(code))
    .filter((code) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`)
    .flatMap((code) => {
      const name = names.of(code);
      return name ? [{ code, name }] : [];
    })
    .sort((one, other) => one.name.localeCompare(other.name, "en"));
}

/**
 * What was answered, with a country by its name: Python knows them by their codes.
 * @param {string} question
 * @param {string} text
 */
export function withCountry(question, text) {
  if (question !== "country") return text;
  const names = new Intl.DisplayNames("en", { type: "region" });
  return text.replace(/\b[A-Z]{2}\b/, (code) => names.of(code) ?? code);
}

/**
 * @param {string | null} value
 * @param {Marks} marks
 * @param {Context} context
 * @returns {Control}
 */
export function countryField(value, marks, { t }) {
  const known = countries();
  // A code from a link that the browser has no name for is still shown, as it is.
  const odd = value && value !== "unsure" && !known.some(({ code }) => code === value);
  const options = [
    { code: "", name: t("not-chosen") },
    { code: "unsure", name: t("unsure") },
    ...(odd ? [{ code: value, name: value }] : []),
    ...known,
  ];
  return selectField(optionsOf(options, value), marks);
}

/**
 * The regions of the country that is chosen; nothing where they have the same days off.
 * @param {Question} question
 * @param {string | null} value
 * @param {Marks} marks
 * @param {Context} context
 * @returns {Control}
 */
export function regionField({ options }, value, marks, { t }) {
  const field = selectField([], marks);
  let isOffered = false;
  /** @type {NonNullable<Control["offer"]>} */
  const offer = (options) => {
    isOffered = options.length > 0;
    const named = options.map(({ value, label }) => ({ code: value, name: label }));
    const first = [
      { code: "", name: t("not-chosen") },
      { code: "unsure", name: t("unsure") },
    ];
    field.$first.replaceChildren(...(isOffered ? optionsOf([...first, ...named], value) : []));
  };
  offer(options);
  return { ...field, offer, isOffered: () => isOffered };
}

/**
 * @param {{ code: string, name: string }[]} options
 * @param {string | null} value
 */
function optionsOf(options, value) {
  return options.map(({ code, name }) =>
    h("option", { value: code, selected: code === (value ?? "") }, name),
  );
}

/**
 * @param {HTMLOptionElement[]} $options
 * @param {Marks} marks
 */
function selectField($options, { id, labelledBy, describedBy }) {
  const $select = h(
    "select",
    {
      class: "fu-input",
      id,
      "aria-labelledby": labelledBy,
      "aria-describedby": describedBy.join(" "),
    },
    ...$options,
  );
  return {
    $nodes: [$select],
    $first: $select,
    slots: new Map(),
    read: () => $select.value || null,
    fault: () => null,
  };
}

/**
 * Days and breaks, a row each: `2027-02-15+2027-02-22..2027-02-26`.
 * @param {string | null} value
 * @param {Marks} marks
 * @param {Context} context
 * @returns {Control}
 */
export function closedField(value, marks, { t }) {
  const { id, labelledBy, describedBy } = marks;
  const alone = ["none", "unsure"].map((choice) => {
    const label = t(choice === "none" ? "never-closed" : "unsure");
    return smallBox(`${id}-${choice}`, choice, value === choice, label);
  });
  const spans = (value ?? "").split("+").map((part) => part.split(".."));
  const rows = spans.map(([first, last], index) =>
    spanRow(index, first ?? "", last ?? "", { id, labelledBy, describedBy }, t),
  );
  const $rows = h("div", { class: "fu-spans" }, ...rows.map(({ $row }) => $row));
  const add = () => {
    const row = spanRow(rows.length, "", "", marks, t);
    rows.push(row);
    $rows.append(row.$row);
    row.$first.focus();
  };

  $rows.addEventListener("input", () => {
    for (const { $box } of alone) $box.checked = false;
  });
  for (const { $box } of alone) {
    $box.addEventListener("change", () => {
      for (const other of alone) if (other.$box !== $box) other.$box.checked = false;
      for (const { $first, $last } of rows) $first.value = $last.value = "";
    });
  }
  return {
    $nodes: [
      $rows,
      h(
        "div",
        { class: "fu-chips" },
        button("fu-button fu-button--quiet", add, t("more-days")),
        ...alone.map(({ $row }) => $row),
      ),
    ],
    $first: rows[0].$first,
    slots: new Map(),
    read: () =>
      alone.find(({ $box }) => $box.checked)?.$box.value ??
      (rows.flatMap(({ read }) => read()).join("+") || null),
    fault: () => (rows.some(({ isBad }) => isBad()) ? { code: "not-a-day" } : null),
  };
}

/**
 * @param {number} index
 * @param {string} first
 * @param {string} last
 * @param {Marks} marks
 * @param {Context["t"]} t
 */
function spanRow(index, first, last, { id, labelledBy, describedBy }, t) {
  const base = index === 0 ? id : `${id}-${index}`;
  /** @type {(name: string, label: string, value: string) => { $input: HTMLInputElement, $label: HTMLElement }} */
  const field = (name, label, value) => {
    const $input = h("input", {
      class: "fu-input",
      type: "date",
      id: name,
      value: isDay(value) ? value : null,
      "aria-labelledby": `${labelledBy} ${name}-label`,
      "aria-describedby": describedBy.join(" "),
    });
    return { $input, $label: h("label", { for: name, id: `${name}-label` }, label) };
  };
  const from = field(base, t("first-day"), first);
  const to = field(`${base}-last`, t("last-day"), last);
  return {
    $row: h(
      "div",
      { class: "fu-span" },
      ...[from, to].map(({ $input, $label }) => h("div", {}, $label, $input)),
    ),
    $first: from.$input,
    $last: to.$input,
    read: () => {
      const [day, end] = [from.$input.value || to.$input.value, to.$input.value];
      if (!day) return [];
      return [end && end !== day ? `${day}..${end}` : day];
    },
    isBad: () => [from, to].some(({ $input }) => $input.validity.badInput),
  };
}
