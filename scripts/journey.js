// The quiz's main journey, from inside the page: answer screen after screen until the advice stands.
// Run by scripts/browsers.py, which speaks to browsers that Playwright does not.

/**
 * @param {Record<string, string>} answers
 * @returns {Promise<{ passed: string[], headline: string }>}
 */
async function journey(answers) {
  const $stage = /** @type {HTMLElement} */ (document.querySelector("[data-quiz]"));
  /** @type {string[]} */
  const passed = [];
  while (!["advice", "down"].includes(passed.at(-1) ?? "")) {
    const screen = await anotherThan(passed, $stage);
    passed.push(screen);
    for (const [question, value] of Object.entries(answers)) answer(question, value);
    /** @type {HTMLElement | null} */ ($stage.querySelector("[type=submit]"))?.click();
  }
  return { passed, headline: $stage.querySelector("h1")?.textContent ?? "" };
}

/**
 * @param {string[]} passed
 * @param {HTMLElement} $stage
 */
async function anotherThan(passed, { dataset }) {
  while (!dataset.screen || dataset.screen === "slow" || passed.includes(dataset.screen))
    await new Promise((resolve) => setTimeout(resolve, 50));
  return dataset.screen;
}

/**
 * @param {string} question
 * @param {string} value
 */
function answer(question, value) {
  const $field = /** @type {HTMLInputElement | null} */ (
    document.getElementById(`fu-${question}-${value}`) ??
      document.getElementById(`fu-${question}-typed`)
  );
  if (!$field?.closest("[data-quiz]")) return;
  if ($field.type !== "text") return $field.checked || $field.click();
  $field.value = value;
  $field.dispatchEvent(new Event("input", { bubbles: true }));
}

const done = arguments[arguments.length - 1];
journey(arguments[0]).then(done, (error) => done({ passed: [String(error)], headline: "" }));
