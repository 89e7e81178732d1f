// Walks through the quiz from inside the page. Run by scripts/browsers/webkit.py, which speaks to the
// browser that Playwright cannot drive: it names a walk, and hears what the walk came to.

const $stage = /** @type {HTMLElement} */ (document.querySelector("[data-quiz]"));

const walks = {
  /**
   * Answer screen after screen until the advice stands.
   * @param {Record<string, string>} answers
   */
  async answerAll(answers) {
    /** @type {string[]} */
    const passed = [];
    while (!["advice", "down"].includes(passed.at(-1) ?? "")) {
      const screen = await until(() => (passed.includes(shown()) ? "" : shown()));
      passed.push(screen);
      for (const [question, value] of Object.entries(answers)) answer(question, value);
      find("[type=submit]")?.click();
    }
    return headline();
  },

  /** Each tool of the result once; then another answer is tried, taken and taken back. */
  async useTools() {
    await until(isAdvice);
    press(".fu-letter__acts .fu-copier button");
    const copied = await until(() => note(".fu-letter__acts"));
    press(".fu-keep .fu-copier button");
    const saved = await until(() => note(".fu-keep"));
    press(".fu-letter__foot .fu-button");
    type(/** @type {HTMLTextAreaElement} */ (find(".fu-letter textarea")), "My own words.");
    press(".fu-letter__foot .fu-button");
    return { copied, saved, letter: find(".fu-letter__body")?.textContent, ...(await another()) };
  },

  /** @param {string} day */
  async typeDay(day) {
    await until(() => shown() === "2");
    answer("interviewed-on", day);
    return walks.dayTyped();
  },

  async dayTyped() {
    await until(() => shown() === "2");
    return /** @type {HTMLInputElement} */ (find("#fu-interviewed-on")).value;
  },

  /**
   * Whether a question that the address named is in the window, and stays there.
   * @param {string} question
   */
  async isInSight(question) {
    await until(shown);
    await new Promise((resolve) => setTimeout(resolve, 300)); // The browser may go on scrolling.
    const { top, bottom } = /** @type {HTMLElement} */ (
      find(`#fu-${question}-legend`)
    ).getBoundingClientRect();
    return 0 < top && bottom < innerHeight;
  },

  /** What a page without Python still has. */
  async whatIsLeft() {
    await until(() => shown() === "down");
    const $list = /** @type {HTMLElement} */ (document.querySelector(".fu-static"));
    return {
      screen: shown(),
      list: $list.offsetHeight > 0,
      answers: location.hash.includes("interviewed-on="),
    };
  },
};

async function another() {
  const headlines = [headline()];
  // Other news would bring a question of its own: when was that?
  const other = ".fu-flips > li:not([data-question=heard])";
  const { question, to } = /** @type {HTMLElement} */ (find(other)).dataset;
  press(`${other} .fu-flip__try`);
  await until(() => find(".fu-compare"));
  press(".fu-trying .fu-buttons button");
  await until(() => isAdvice() && headline() !== headlines[0]);
  headlines.push(headline());
  history.back();
  await until(() => isAdvice() && headline() !== headlines[1]);
  return { took: { [question ?? ""]: to }, headlines: [...headlines, headline()] };
}

function shown() {
  const { screen = "" } = $stage.dataset;
  return screen === "slow" ? "" : screen;
}

function isAdvice() {
  return shown() === "advice";
}

/**
 * What is said beside a button that was pressed.
 * @param {string} place
 */
function note(place) {
  return find(`${place} .fu-copied:not([hidden])`)?.textContent;
}

function headline() {
  return find("h1")?.textContent ?? "";
}

/**
 * @param {string} selector
 * @returns {HTMLElement | null}
 */
function find(selector) {
  return $stage.querySelector(selector);
}

/** @param {string} selector */
function press(selector) {
  const $button = find(selector);
  if (!$button) throw new Error(`nothing to press: ${selector}`);
  $button.click();
}

/**
 * @param {HTMLInputElement | HTMLTextAreaElement} $field
 * @param {string} text
 */
function type($field, text) {
  $field.value = text;
  $field.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * @param {string} question
 * @param {string} value
 */
function answer(question, value) {
  const $field = /** @type {HTMLInputElement | null} */ (
    find(`#fu-${question}-${value}`) ?? find(`#fu-${question}-typed`)
  );
  if ($field?.type === "text") type($field, value);
  else if (!$field?.checked) $field?.click();
}

/**
 * Wait until something is so, and return it.
 * @template Value
 * @param {() => Value} look
 * @returns {Promise<NonNullable<Value>>}
 */
async function until(look) {
  for (;;) {
    const found = look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const [[walk, argument], done] = arguments;
walks[walk](argument).then(done, (error) => done(String(error)));
