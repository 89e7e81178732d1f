// What the theme leaves out for readers who use a keyboard or a screen reader.

document.querySelector('.md-search[role="dialog"]')?.setAttribute("aria-label", "Search");

/** Where a section once stood there is a link to where it is now, with its id: go on from there. */
function goOn() {
  const $link = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if ($link instanceof HTMLAnchorElement && $link.classList.contains("fu-moved")) {
    location.replace($link.href);
  }
}
addEventListener("hashchange", goOn);
goOn();

// The blanks of a message stand in brackets; here they are marked as well, as in a result.
for (const $message of document.querySelectorAll('pre > code[class^="language-text"]')) {
  const parts = $message.textContent.split(/(\[[^\]]+\])/);
  $message.replaceChildren(
    ...parts.map((text, odd) => {
      if (odd % 2 === 0) return text;
      const $blank = document.createElement("mark");
      $blank.textContent = text;
      return $blank;
    }),
  );
}

/** The theme adds a bar to each code block and a frame to each table once the page stands. */
function mend() {
  // A lone Copy button is no place to navigate to.
  for (const $bar of document.querySelectorAll("nav.md-code__nav")) $bar.role = "none";
  // A table wider than the page is scrolled by its frame, so the frame needs the focus.
  for (const $frame of document.querySelectorAll(".md-typeset__scrollwrap")) {
    $frame.tabIndex = $frame.scrollWidth > $frame.clientWidth ? 0 : -1;
  }
}

const $content = document.querySelector(".md-content");
if ($content) {
  new MutationObserver(mend).observe($content, { childList: true, subtree: true });
  new ResizeObserver(mend).observe($content);
}
