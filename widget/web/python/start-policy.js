/** When Python is sent for: early enough that nobody waits, and not for nothing. */

/** What shows that somebody is here to answer. */
const SIGNS = ["pointerdown", "keydown", "focusin"];

/**
 * On our own page at once, or as soon as it can be seen. On another site, where many only pass by,
 * and for readers who ask their browser to save data: at the first sign that somebody answers.
 *
 * @param {HTMLElement} $mount
 * @param {boolean} isGuest whether the quiz stands on another site
 * @param {() => void} wake may be called more than once
 */
export function whenWanted($mount, isGuest, wake) {
  if (isGuest || savesData()) {
    for (const sign of SIGNS) $mount.addEventListener(sign, wake, { once: true });
  } else if (document.hidden) {
    document.addEventListener("visibilitychange", wake, { once: true });
  } else {
    wake();
  }
}

function savesData() {
  const { connection } = /** @type {{ connection?: { saveData?: boolean } }} */ (navigator);
  return connection?.saveData === true;
}
