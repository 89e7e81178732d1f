// Finds sections of the guide by the words that people type: without apostrophes, misspelled, in
// words of their own. Which words mean the same stands in synonyms.json, and nowhere else.

import lunr from "lunr";
import synonyms from "./synonyms.json" with { type: "json" };

/**
 * A section: where it stands, the title of its page, its own title, and its text, answer first.
 * @typedef {{ location: string, page: string, title: string, answer: string, text: string }} Section
 * A word or a phrase: its words, and the names of what it means.
 * @typedef {{ words: string[], meant: string[] }} Unit
 * What fits, by the number of its section, and how well.
 * @typedef {Map<number, number>} Scores
 */

/** What a hit in a field is worth. */
const FIELDS = { title: 9, answer: 3, text: 1 };
/**
 * Pages that are about everything say less about anything.
 * @type {[RegExp, number][]}
 */
const WEIGHTS = [
  [/^messages\//, 0.6],
  [/^special-cases\//, 0.6],
  [/^(disagreements|guide|actions|about)\//, 0.25],
  [/^[^#]*$/, 0.3], // a page as a whole
  [/^#home-page$/, 0.3], // its title is the short answer to most questions
  [/^/, 1],
];
const SHOWN = 8; // at most
const WORTH = 0.25; // of the best, or it is not shown
const CONCEPT = "~"; // stands before the name of words that mean the same

const SMALL = new Set(synonyms.small.split(" "));
/** @type {Record<string, string[]>} what people call a section, beside its title */
const ASKED = synonyms.asked;

/** @type {Map<string, string>} */
const STEMS = new Map();
/** @param {string} word */
function stem(word) {
  const found = STEMS.get(word) ?? lunr.stemmer(new lunr.Token(word, {})).toString();
  STEMS.set(word, found);
  return found;
}

/** @param {string} text */
function plain(text) {
  const bare = text.toLowerCase().replace(/[’'‘]/g, "");
  return bare.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/**
 * Return what a phrase stands for: "no|without news" is "no news" and "without news".
 * @param {string} phrase
 * @returns {string[][]} each as stems
 */
function spelledOut(phrase) {
  /** @type {string[][]} */
  let begun = [[]];
  for (const place of phrase.split(" ")) {
    const words = place.split("|").map(stem);
    begun = begun.flatMap((before) => words.map((word) => [...before, word]));
  }
  return begun;
}

/**
 * Phrases by the stem of their first word, longest first.
 * @type {Map<string, { words: string[], name: string }[]>}
 */
const PHRASES = new Map();
for (const [name, phrases] of Object.entries(synonyms.alike)) {
  for (const words of phrases.flatMap(spelledOut)) {
    const [first = ""] = words;
    PHRASES.set(first, [...(PHRASES.get(first) ?? []), { words, name: CONCEPT + name }]);
  }
}
for (const some of PHRASES.values()) some.sort((a, b) => b.words.length - a.words.length);

/**
 * Take a text apart.
 * @param {string} text
 * @returns {Unit[]}
 */
function units(text) {
  const all = plain(text);
  const stems = all.map(stem);
  const found = [];
  for (let i = 0; i < all.length;) {
    const here = (PHRASES.get(stems[i] ?? "") ?? []).filter(({ words }) =>
      words.every((word, n) => stems[i + n] === word),
    );
    const length = here[0]?.words.length ?? 1;
    const words = stems.slice(i, i + length).filter((_, n) => !SMALL.has(all[i + n] ?? ""));
    const meant = here.filter((one) => one.words.length === length).map(({ name }) => name);
    if (words.length || meant.length) found.push({ words, meant });
    i += length;
  }
  return found;
}

/**
 * Say by what a section is called.
 * @param {Section} section
 */
const names = ({ title, location }) => [title, ...(ASKED[location] ?? [])];

/** @param {Section[]} sections */
function indexed(sections) {
  const builder = new lunr.Builder();
  builder.ref("n");
  builder.b(0.3); // a long title counts nearly as much as a short one
  for (const [field, boost] of Object.entries(FIELDS)) builder.field(field, { boost });
  builder.tokenizer = (/** @type {string} */ text) =>
    units(text)
      .flatMap(({ words, meant }) => [...words, ...meant])
      .map((word) => new lunr.Token(word, {}));
  sections.forEach((section, n) =>
    builder.add({ ...section, title: names(section).join(". "), n }),
  );
  return builder.build();
}

/**
 * Make the sections ready to be searched.
 * @param {Section[]} sections
 * @returns {(query: string) => Section[]} what fits a query, best first
 */
export function finder(sections) {
  const index = indexed(sections);

  /**
   * @param {string} word
   * @param {object} [how] unfinished, or misspelled
   * @returns {[number, number][]} sections with their scores
   */
  function scores(word, how = {}) {
    const hits = index.query((/** @type {any} */ query) => query.term(word, { ...how }));
    return hits.map((/** @type {any} */ hit) => [Number(hit.ref), hit.score]);
  }

  /**
   * @param {Unit} unit
   * @param {boolean} isUnfinished
   * @returns {Scores}
   */
  function fitting({ words, meant }, isUnfinished) {
    /** @type {Scores} */
    const best = new Map();
    const add = (/** @type {[number, number][]} */ some, /** @type {number} */ worth) => {
      for (const [n, score] of some) best.set(n, Math.max(best.get(n) ?? 0, score * worth));
    };
    for (const name of meant) add(scores(name), 0.75);
    for (const word of words) {
      const exact = scores(word);
      add(exact, words.length > 1 ? 0.4 : 1);
      if (meant.length) continue;
      if (isUnfinished) add(scores(word, { wildcard: lunr.Query.wildcard.TRAILING }), 0.5);
      if (exact.length === 0 && word.length > 3) {
        add(scores(word, { editDistance: word.length > 6 ? 2 : 1 }), 0.6);
      }
    }
    return best;
  }

  return (query) => {
    const asked = units(query);
    const typed = plain(query).join(" ");
    const total = sections.map((section) => {
      const isCalledSo = names(section).some((name) => plain(name).join(" ").includes(typed));
      return { section, score: 0, fit: 0, isCalledSo: typed.includes(" ") && isCalledSo };
    });
    asked.forEach((unit, i) => {
      for (const [n, score] of fitting(unit, i === asked.length - 1 && !/\s$/.test(query))) {
        const one = total[n];
        if (!one) continue;
        one.score += score;
        one.fit += 1;
      }
    });
    const found = total
      .map(({ section, score, fit, isCalledSo }) => {
        const whole = isCalledSo ? 3 * score + 1 : score * (fit / Math.max(asked.length, 1)) ** 1.5;
        const [, weight] = WEIGHTS.find(([page]) => page.test(section.location)) ?? [, 1];
        return { section, score: whole * weight };
      })
      .sort((one, other) => other.score - one.score);
    const least = (found[0]?.score ?? 0) * WORTH;
    return found
      .filter(({ score }) => score > least)
      .slice(0, SHOWN)
      .map(({ section }) => section);
  };
}
