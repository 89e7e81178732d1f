/**
 * The entry, on every page: mounts the quiz or the list where a page has room for it, else does nothing.
 *
 * Everything else is loaded only then.
 */

import { module, sound } from "./sound.js";

const root = new URL("../../../", import.meta.url);

const $mount = document.querySelector("[data-quiz], [data-board]");
if ($mount instanceof HTMLElement && !("mounted" in $mount.dataset)) {
  $mount.dataset.mounted = "";
  const mounted = "board" in $mount.dataset ? mountBoard($mount) : mountQuiz($mount);
  mounted.catch((error) => {
    $mount.dispatchEvent(new Event("mount-failed"));
    console.warn("It could not be loaded.", error);
  });
}

/**
 * Load the parts side by side, then start.
 * @param {HTMLElement} $mount
 */
async function mountQuiz($mount) {
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

/** @param {HTMLElement} $mount */
async function mountBoard($mount) {
  /** @type {typeof import("./kept/board.js")} */
  const board = await module("board.js");
  board.start($mount, root);
}
