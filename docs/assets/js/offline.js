// Has the guide and the quiz kept for times without a network: once the page is done, the line is
// free and nothing waits. For whoever saves data, only once the quiz has brought Python itself.

const $quiz = document.querySelector("[data-quiz]");

/** @param {(done: () => void) => void} happening */
const once = (happening) => new Promise((done) => happening(done));

async function quiet() {
  if (document.readyState !== "complete") await once((done) => addEventListener("load", done));
  if ($quiz) await once(whenAwake);
  await once(window.requestIdleCallback ?? setTimeout);
}

/** @param {() => void} done */
function whenAwake(done) {
  const look = () => !["waking", undefined].includes($quiz.dataset.state) && done();
  new MutationObserver(look).observe($quiz, { attributeFilter: ["data-state"] });
  look();
}

function savesData() {
  const { saveData, type, effectiveType } = navigator.connection ?? {};
  return saveData || type === "cellular" || ["slow-2g", "2g", "3g"].includes(effectiveType);
}

async function keep() {
  await quiet();
  if (savesData() && !$quiz) return;
  await navigator.serviceWorker.register(new URL("../../sw.js", import.meta.url));
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage("python");
}

// Refused, or not there, as while the guide is being edited: then it is read with a network only.
if ("serviceWorker" in navigator) keep().catch(() => {});
