/**
 * The entry, on every page: mounts the quiz where a page has room for it, else does nothing.
 *
 * Everything else is loaded only then.
 */

import { module, sound } from "./sound.js";

const root = new URL("../../../", import.meta.url);

const $board = document.querySelector("[data-board]");
if ($board instanceof HTMLElement) {
  mountBoard($board).catch((error) => {
    document.querySelector("[data-board-down]")?.removeAttribute("hidden");
    console.warn("The list could not be loaded.", error);
  });
}

const $mount = document.querySelector("[data-quiz]");
if ($mount instanceof HTMLElement && !("quizMounted" in $mount.dataset)) {
  $mount.dataset.quizMounted = "";
  mount($mount).catch((error) => {
    $mount.dispatchEvent(new Event("quiz-failed", { bubbles: true }));
    console.warn("The quiz could not be loaded.", error);
  });
}

/**
 * Load the parts side by side, then start.
 * @param {HTMLElement} $mount
 */
async function mount($mount) {
  const isEmbedded = $mount.dataset.quiz === "embedded";
  /** @type {[typeof import("./app/controller.js"), typeof import("./embed/embedded.js") | null, any]} */
  const [controller, embedded, firstScreens] = await Promise.all([
    module("controller.js"),
    isEmbedded ? module("embedded.js") : null,
    sound("first-screens.json").then((reply) => reply.json()),
  ]);
  const environment = embedded?.settleIn($mount, firstScreens.questions, root);
  controller.start($mount, firstScreens, root, environment);
}

/** @param {HTMLElement} $board */
async function mountBoard($board) {
  /** @type {typeof import("./kept/board.js")} */
  const board = await module("board.js");
  board.start($board, root);
}
