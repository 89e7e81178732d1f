// Fetches anew what a page with the quiz or the list needs first, where it came damaged. Says so where
// neither comes, or takes very long to: even if their own script is what is missing. The words lie
// on the page in a template, so that nobody reads them before they are true.

const PATIENCE = 5000; // milliseconds

const $mount = document.querySelector("[data-quiz], [data-board]");
const $words = document.querySelector("template[data-quiz-down]");
let $notice;

function reveal() {
  if ($notice) return;
  $notice = $words.content.firstElementChild.cloneNode(true);
  $notice.querySelector("button").addEventListener("click", again);
  $words.after($notice);
}

function withdraw() {
  if ($mount.dataset.state) $notice?.remove();
}

/** The script of both; it stands further down on the page. */
const entry = () => document.querySelector('script[src*="/quiz/"]');

/** Past all caches, since one of them may hold what is broken. */
const anew = (address, integrity = "") => fetch(address, { cache: "reload", integrity });

/** The page as well: it may come from a cache, and no longer be true. */
async function again() {
  try {
    await Promise.allSettled(
      [location.href.replace(/#.*/, ""), entry().src].map((one) => anew(one)),
    );
  } finally {
    location.reload();
  }
}

/** What did not arrive as it was built has not been used. By now all has come, or never will. */
async function heal() {
  for (const $link of document.querySelectorAll("link[integrity]")) {
    if (!isApplied($link)) mend($link).catch(() => {}); // without these styles, all can be read
  }
  if ("mounted" in $mount.dataset) return;
  try {
    const { src, integrity } = entry();
    await anew(src, integrity);
    await import(`${src}#anew`); // a module that failed is not tried again by its own name
  } catch {
    reveal();
  }
}

function isApplied({ sheet }) {
  try {
    return sheet.cssRules.length > 0;
  } catch {
    return false;
  }
}

async function mend($link) {
  await anew($link.href, $link.integrity);
  $link.replaceWith($link.cloneNode());
}

$mount.addEventListener("mount-failed", reveal);
new MutationObserver(withdraw).observe($mount, { attributeFilter: ["data-state"] });
setTimeout(() => $mount.dataset.state || reveal(), PATIENCE);
if (document.readyState === "complete") heal();
else addEventListener("load", heal);
