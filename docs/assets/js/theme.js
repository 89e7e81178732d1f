// What the theme leaves out for readers who use a keyboard or a screen reader.

// ---- the search and the menu ---------------------------------------------------------------

const $search = document.querySelector("#fu-search");

/** @param {string} [query] */
async function search(query) {
  try {
    (await import("./search.js")).open(query);
  } catch {
    const $said = $search.querySelector("[role=status]");
    $search.showModal();
    $said.textContent = $said.dataset.missing;
  }
}
$search?.addEventListener("click", ({ target }) => {
  // Beside the dialog, on its button, or on a link to a place of this very page.
  if (target === $search || target.closest("[data-fu-close], a")) $search.close();
});
document.querySelector("[data-fu-find]")?.addEventListener("click", () => search());
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "k") {
    event.preventDefault();
    search();
  }
});
const asked = new URLSearchParams(location.search).get("q"); // a link may hold what is searched
if (asked && document.querySelector("[data-fu-find]")) search(asked);

/** The keyboard goes into the menu, and Escape takes it back; whoever returns finds it shut. */
const $menu = document.querySelector("#fu-menu");
$menu?.addEventListener("toggle", ({ newState }) => {
  if (newState === "open") $menu.querySelector("a").focus();
});
// Past its last link the page goes on, which the open menu would cover.
$menu?.addEventListener("focusout", ({ relatedTarget: $next }) => {
  if ($next && !$menu.contains($next) && !$next.matches("[popovertarget]")) $menu.hidePopover();
});
addEventListener("pagehide", () => $menu?.matches(":popover-open") && $menu.hidePopover());

const $scheme = document.querySelector("[data-fu-scheme]");
if ($scheme) {
  const device = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => document.body.dataset.mdColorScheme === "slate";
  const tell = () => $scheme.setAttribute("aria-pressed", `${isDark()}`);
  $scheme.addEventListener("click", () => {
    const chosen = isDark() ? "default" : "slate";
    // What the device has as well is no choice: the page goes on to follow the device.
    __md_set("scheme", (chosen === "slate") === device.matches ? null : chosen);
    document.body.dataset.mdColorScheme = chosen;
  });
  new MutationObserver(tell).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  tell();
}

/** What the address names; whatever follows a # can be opened, also what no page would write. */
function place() {
  const named = location.hash.slice(1);
  try {
    return decodeURIComponent(named);
  } catch {
    return named;
  }
}

/** Where a section once stood there is a link to where it is now, with its id: go on from there. */
function goOn() {
  const $link = document.getElementById(place());
  if ($link instanceof HTMLAnchorElement && $link.classList.contains("fu-moved")) {
    location.replace($link.href);
  }
}
addEventListener("hashchange", goOn);
goOn();

/** What an address names stands in a fold, or is the heading of one: it opens, and stays in sight. */
function unfold() {
  const $place = document.getElementById(place());
  let isOpened = false;
  for (let $fold = $place?.closest("details"); $fold;) {
    isOpened ||= !$fold.open;
    $fold.open = true;
    $fold = $fold.parentElement?.closest("details");
  }
  if (isOpened) $place?.scrollIntoView();
}
addEventListener("hashchange", unfold);
unfold();

/** The theme adds a bar to each code block and a frame to each table once the page stands. */
function mend() {
  // A lone Copy button is no place to navigate to.
  for (const $bar of document.querySelectorAll("nav.md-code__nav")) $bar.role = "none";
  // A table wider than the page is scrolled by its frame, so the frame needs the focus. What lies in
  // a shut fold is not measured: it would be laid out for that. Opened, it changes the page's height.
  for (const $frame of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if ($frame.checkVisibility?.() === false) continue;
    $frame.tabIndex = $frame.scrollWidth > $frame.clientWidth ? 0 : -1;
  }
}

const $content = document.querySelector(".md-content");
if ($content) {
  new MutationObserver(mend).observe($content, { childList: true, subtree: true });
  new ResizeObserver(mend).observe($content);
}

// ---- to link, to quote, to cite ----------------------------------------------------------

const canonical =
  document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? location.href;

/** The one place where what was copied is said, for the eye and for a screen reader. */
const $said = document.createElement("p");
$said.className = "fu-said";
$said.role = "status";
document.body.append($said);

/**
 * Put a text on the clipboard and say so. Where that is not allowed, show the text to copy by hand.
 * @param {string} text
 * @param {string} done
 */
async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    $said.textContent = done;
  } catch {
    $said.textContent = text;
  }
  clearTimeout(copy.timer);
  copy.timer = setTimeout(() => ($said.textContent = ""), 6000);
}
/** @type {ReturnType<typeof setTimeout> | undefined} */
copy.timer = undefined;

/**
 * @param {string} look
 * @param {() => void} act
 */
function button(look, act) {
  const $button = document.createElement("button");
  $button.type = "button";
  $button.className = look;
  $button.addEventListener("click", act);
  return $button;
}

for (const $heading of document.querySelectorAll(
  ".md-content :is(h2, h3)[id]:has(> .headerlink)",
)) {
  const $link = $heading.querySelector(".headerlink");
  const title = ($heading.firstChild?.textContent ?? "").trim();
  const address = `${canonical}#${$heading.id}`;
  $link?.setAttribute("title", "Copy link");
  $link?.setAttribute("aria-label", "Copy link"); // which one, the heading around it says
  $link?.addEventListener("click", () => copy(address, "Link copied"));
  const $fold = $heading.closest("summary");
  const $lead = ($fold ?? $heading).nextElementSibling;
  const quote = () => {
    const $words = /** @type {HTMLElement} */ ($lead.cloneNode(true));
    for (const $chip of $words.querySelectorAll(".fu-claim")) $chip.remove();
    const words = ($words.textContent ?? "").replace(/\s+/g, " ").trim();
    copy(`“${words}” ${title}, ${address}`, "Quote copied");
  };
  const $quote = $lead?.tagName === "P" ? button("headerlink fu-quote", quote) : null;
  if ($quote) $quote.title = $quote.ariaLabel = "Copy as quote";
  if ($fold) atTheEnd($fold.parentElement, [$link, $quote]);
  else if ($quote) $heading.append($quote);
}

/**
 * What can be pressed must not stand in what folds: there it is found at the end, in words.
 * @param {HTMLElement} $section
 * @param {(HTMLElement | null)[]} $acts
 */
function atTheEnd($section, $acts) {
  const $share = document.createElement("p");
  $share.className = "fu-share";
  for (const $act of $acts) {
    if (!$act) continue;
    $act.className = "fu-share__act";
    $act.textContent = $act.title;
    $share.append($act);
  }
  $section.append($share);
}

for (const $text of document.querySelectorAll(".fu-cite dd")) {
  const words = ($text.textContent ?? "").trim();
  const $copy = button("fu-cite__copy", () => copy(words, "Citation copied"));
  $copy.textContent = "Copy";
  $text.append($copy);
}

// A letter is copied as it is read, without the reasons beside it.
for (const $letter of document.querySelectorAll(".fu-letter")) {
  const $copy = button("fu-button fu-button--quiet", () =>
    copy(wordsOf($letter), "Message copied"),
  );
  $copy.textContent = "Copy message";
  $letter.querySelector(".fu-letter__foot")?.append($copy);
}

/** @param {Element} $letter */
function wordsOf($letter) {
  const parts = $letter.querySelectorAll(
    ".fu-letter__subject, .fu-letter__body > p:not(.fu-letter__why)",
  );
  return [...parts].map(plain).join("\n\n");
}

/** @param {Element} $part */
function plain($part) {
  const $words = /** @type {HTMLElement} */ ($part.cloneNode(true));
  for (const $break of $words.querySelectorAll("br")) $break.replaceWith("\n");
  $words.querySelector("b")?.append(":");
  return ($words.textContent ?? "").trim();
}
