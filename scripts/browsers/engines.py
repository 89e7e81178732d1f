"""Start the browser that the tests ask for: Playwright's own, else the one of the system."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Playwright, sync_playwright

from scripts.browsers.chromium import ARGUMENTS, NoBrowserError, chromium

# Compiled once, plainly: to make machine code fast takes longer than any test runs it.
PLAINLY = "--js-flags=--liftoff-only --no-opt --no-maglev"
# A page that was left is loaded anew, as Playwright has it in its own browsers.
FORGETFUL = {"browser.sessionhistory.max_total_viewers": 0}
# The release of Firefox for organizations comes first: Debian has it alone.
FIREFOX = ("firefox-esr", "firefox")


@dataclass(frozen=True)
class Engine:
    """A browser that is here, and what Playwright has to know to start it."""

    name: str
    options: dict[str, Any] = field(default_factory=dict)

    def launch(self, playwright: Playwright) -> Browser:
        """Start it."""
        browser: Browser = getattr(playwright, self.name).launch(**self.options)
        return browser


def find(name: str) -> Engine:
    """Find a browser: chromium, firefox or webkit. Raises ``NoBrowserError`` if it is not here."""
    if name == "chromium":
        arguments = [*ARGUMENTS, PLAINLY]
        return Engine(name, {"executable_path": chromium(windows=False), "args": arguments})
    if is_own(name):
        return Engine(name)
    path = next(filter(None, map(shutil.which, FIREFOX)), None) if name == "firefox" else None
    if path is None:
        raise NoBrowserError(f"No {name}: neither Playwright nor this system has it.")
    # As it is, over WebDriver BiDi; Playwright's own speaks another protocol.
    here = {"channel": "moz-firefox", "executable_path": path}
    return Engine(name, {**here, "firefox_user_prefs": FORGETFUL})


def is_own(name: str) -> bool:
    """Tell whether Playwright has brought its own build of a browser."""
    with sync_playwright() as playwright:
        return Path(getattr(playwright, name).executable_path).exists()
