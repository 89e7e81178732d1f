/**
 * The entry, on every page: mounts the quiz where a page has room for it, else does nothing.
 *
 * Everything else is loaded only then. Publishing replaces the literal below by the folder of this
 * build, whose name is a hash of its contents.
 */

const PARTS = "./parts/";

const $mount = document.querySelector("[data-quiz]");
if ($mount instanceof HTMLElement && !("quizMounted" in $mount.dataset)) {
  $mount.dataset.quizMounted = "";
  mount($mount).catch((error) => {
    revealDownSentence();
    console.warn("The quiz is not here. Not built yet? Run: make build.", error);
  });
}

/**
 * Load the parts side by side, then start.
 * @param {HTMLElement} $mount
 */
async function mount($mount) {
  const parts = new URL(PARTS, import.meta.url);
  const isEmbedded = $mount.dataset.quiz === "embedded";
  const [controller, embedded, firstScreens] = await Promise.all([
    /** @type {Promise<typeof import("./app/controller.js")>} */ (import(`${PARTS}controller.js`)),
    /** @type {Promise<typeof import("./embed/embedded.js")> | null} */ (
      isEmbedded ? import(`${PARTS}embedded.js`) : null
    ),
    fetch(new URL("first-screens.json", parts)).then((reply) =>
      reply.ok ? reply.json() : Promise.reject(new Error(`first-screens.json: ${reply.status}`)),
    ),
  ]);
  const root = new URL("../../", import.meta.url);
  const environment = embedded?.settleIn($mount, firstScreens.questions, root);
  controller.start($mount, firstScreens, root, environment);
}

/** The page itself holds this sentence: when nothing could be loaded, there are no phrases. */
function revealDownSentence() {
  const $sentence = document.querySelector("[data-quiz-down]");
  if ($sentence instanceof HTMLElement) $sentence.hidden = false;
}
