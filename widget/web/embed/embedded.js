/**
 * The quiz on another site: what is different there. The page around it is told how tall we are,
 * and nothing else.
 */

/** @import { StaticQuestion } from "../protocol.js" */
/** @import { Quiz } from "../answers/history.js" */
import { MemoryHistory } from "../answers/history-embedded.js";

/** Heights are told in steps, so that screens of nearly the same height cannot be told apart. */
const STEP = 100;

/** WordPress adds this to the address of a frame, and listens only to those who repeat it. */
const SECRET = /#?\?secret=(\w+)$/;

/** Without `allow-same-origin`, a sandboxed frame belongs to no site, not even to ours. */
const HOMELESS = self.origin === "null";

/**
 * Settle down on another site, and give the quiz what it needs there.
 * @param {HTMLElement} $mount
 * @param {StaticQuestion[]} questions
 * @param {URL} root of the site
 */
export function settleIn($mount, questions, root) {
  const secret = location.hash.match(SECRET)?.[1];
  const question = new URLSearchParams(location.search).get("question");
  const reloaded = history.state?.reloaded;
  if (reloaded) history.replaceState(null, "");
  const wish = {
    fragment: reloaded ?? location.hash.replace(SECRET, ""),
    screen: questions.find(({ id }) => id === question)?.screen ?? null,
    quiz: new URL("quiz/", root),
  };
  tellHeights(secret);
  leadOutside();
  comeIntoView($mount);
  submitByHand($mount);
  if (HOMELESS) {
    document.querySelector(".fu-embed__stuck")?.removeAttribute("hidden");
  }
  return {
    /** @param {Quiz} quiz */
    makeHistory: (quiz) => new MemoryHistory(quiz, wish),
    startWorker,
    isGuest: true,
  };
}

/** @param {string | undefined} secret */
function tellHeights(secret) {
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height / STEP) * STEP;
    if (height === told) return;
    told = height;
    // To anyone: a height is no secret, and we cannot know whose page this is.
    parent.postMessage({ message: "height", value: height, secret }, "*");
  };
  tell(); // A frame that is not drawn yet observes nothing.
  new ResizeObserver(tell).observe(document.body);
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.message !== "ready") return;
    told = 0; // The listener came later than the first height.
    tell();
  });
}

/** Each link opens the guide in a tab of its own; here there is no room for it. */
function leadOutside() {
  const mend = () => {
    for (const $link of document.querySelectorAll("a[href]:not([rel])")) {
      $link.setAttribute("target", "_blank");
      $link.setAttribute("rel", "noopener");
    }
  };
  mend();
  new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
}

/**
 * In a frame as tall as its content nothing is ever out of its window, but much may be out of the
 * window of the page around it. A heading that gets the focus there brings the quiz into sight.
 * @param {HTMLElement} $mount
 */
function comeIntoView($mount) {
  const watcher = new IntersectionObserver(([{ intersectionRatio, target }]) => {
    watcher.unobserve(target);
    if (intersectionRatio < 1) $mount.scrollIntoView();
  });
  $mount.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLHeadingElement) watcher.observe(target);
  });
}

/**
 * A sandbox without `allow-forms` swallows the event, not only the sending.
 * @param {HTMLElement} $mount
 */
function submitByHand($mount) {
  $mount.addEventListener("click", (event) => {
    const $button = event.target instanceof Element && event.target.closest("button");
    if (!$button || $button.type !== "submit") return;
    event.preventDefault();
    $button.form?.dispatchEvent(
      new SubmitEvent("submit", { cancelable: true, submitter: $button }),
    );
  });
}

/**
 * A page that belongs to no site may start only a worker it has written itself: one that fetches
 * the real one. It is a classic one, since Chromium starts no module from such a page.
 * @param {string} address
 */
function startWorker(address) {
  if (!HOMELESS) return new Worker(trusted(address), { type: "module" });
  const words = new Blob([bootstrap(address)], { type: "text/javascript" });
  return new Worker(trusted(URL.createObjectURL(words)));
}

/** The policy of this page lets nothing else name a script, where a browser knows of such policies. */
const ours = window.trustedTypes?.createPolicy("quiz", {
  createScriptURL: (/** @type {string} */ address) => address,
});

/**
 * @param {string} address
 * @returns {string}
 */
function trusted(address) {
  return /** @type {any} */ (ours?.createScriptURL(address) ?? address);
}

/** @param {string} address */
function bootstrap(address) {
  const failed = '{ type: "failed", stage: "load", text: String(error) }';
  return `import(${JSON.stringify(address)}).catch((error) => postMessage(${failed}));`;
}
