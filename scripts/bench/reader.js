/**
 * A reader of the quiz: looks at each screen for a while, answers, presses Continue.
 * @param {{ answers: Record<string, string>, pause: number }} reader
 * @returns {Promise<{ screen: string, wait: number }[]>} for each screen, how long the next took
 */
async ({ answers, pause }) => {
  const $stage = document.querySelector("[data-quiz]");
  const passed = [];
  const next = () =>
    new Promise((resolve) => {
      const look = () => {
        const { screen } = $stage.dataset;
        const isNew = screen && screen !== "slow" && screen !== passed.at(-1)?.screen;
        if (isNew) resolve(screen, observer.disconnect());
      };
      const observer = new MutationObserver(look);
      observer.observe($stage, { attributes: true });
      look();
    });
  let screen = await next();
  while (!["advice", "down"].includes(screen) && passed.length < 12) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    for (const [question, value] of Object.entries(answers)) answer(question, value);
    const began = performance.now();
    passed.push({ screen, wait: 0 });
    $stage.querySelector("[type=submit]").click();
    screen = await next();
    passed.at(-1).wait = performance.now() - began;
  }
  return [...passed, { screen, wait: 0 }];

  function answer(question, value) {
    const lines = [`fu-true-${question}-${value}`, `fu-true-${question}`];
    const $line = lines.map((id) => document.getElementById(id)).find(Boolean);
    const isPlain = ["0", "none", "unsure", "email"].includes(value);
    if ($line && !isPlain && !$line.checked) $line.click();
    for (const one of value.split("+")) {
      const $option = document.getElementById(`fu-${question}-${one}`);
      if ($option?.closest("[data-quiz]") && !$option.checked) $option.click();
    }
    const $day = document.getElementById(`fu-${question}`);
    if ($day?.type !== "date") return;
    $day.value = value;
    $day.dispatchEvent(new Event("input", { bubbles: true }));
  }
};
