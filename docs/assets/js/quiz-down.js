// Says so where the quiz does not come, or takes very long to: even if its own script is what is
// missing. The words lie on the page in a template, so that nobody reads them before they are true.

const PATIENCE = 5000; // milliseconds

const $quiz = document.querySelector("[data-quiz]");
const $words = document.querySelector("template[data-quiz-down]");
let $notice;

function reveal() {
  if ($notice) return;
  $notice = $words.content.firstElementChild.cloneNode(true);
  $notice.querySelector("button").addEventListener("click", again);
  $words.after($notice);
}

function withdraw() {
  if ($quiz.dataset.state) $notice?.remove();
}

/** Past all caches, since one of them may hold what is broken, or a page that is no longer true. */
async function again() {
  const scripts = [...document.querySelectorAll('script[src*="/quiz/"]')].map(({ src }) => src);
  const anew = (address) => fetch(address, { cache: "reload" });
  try {
    await Promise.allSettled([location.href.replace(/#.*/, ""), ...scripts].map(anew));
  } finally {
    location.reload();
  }
}

$quiz.addEventListener("quiz-failed", reveal);
new MutationObserver(withdraw).observe($quiz, { attributeFilter: ["data-state"] });
setTimeout(() => $quiz.dataset.state || reveal(), PATIENCE);
// By now all scripts of the page have run, or never will.
const look = () => "quizMounted" in $quiz.dataset || reveal();
if (document.readyState === "complete") look();
else addEventListener("load", look);
