"""Try the quiz in Firefox and WebKit: `make test-browsers`.

Where Playwright's own engine or this system's Firefox can be had, the browser tests of the quiz run
in it. Playwright cannot drive a WebKit of the system, so Selenium takes a few walks there. What
cannot be had is left out, and said to be.
"""

import shutil
import subprocess
import sys

from scripts.browsers.chromium import NoBrowserError, install_from_playwright, install_from_system
from scripts.browsers.engines import find
from scripts.paths import ROOT

# What hangs on the engine: the quiz, the menu, the search, the folds. All else is plain HTML.
TESTS = (
    "test_quiz.py",
    "test_frozen.py",
    "test_private.py",
    "test_not_lost.py",
    "test_dates.py",
    "test_shell.py",
    "test_search.py",
    "test_stated.py",
    "test_reading.py",
)
WALKS = ("webkit",)
SCREEN = ("xvfb-run", "-a")  # that nobody sees
FROM_SYSTEM = {"firefox": ("firefox-esr",), "webkit": ("webkit2gtk-driver", "xvfb", "xauth")}


def is_here(name: str) -> bool:
    """Tell whether Playwright can drive a browser here, or can be brought to."""
    for get in (None, install_from_playwright, install_from_system):
        if get is not None:
            get(FROM_SYSTEM[name] if get is install_from_system else [name])
        try:
            find(name)
        except NoBrowserError:
            continue
        return True
    return False


def runs(name: str, files: tuple[str, ...] = TESTS, screen: tuple[str, ...] = ()) -> bool:
    """Run tests in a browser; say how that went."""
    print(f"{name}: {', '.join(files)} in tests/site", flush=True)
    pytest = [*screen, sys.executable, "-m", "pytest", "-q", "-rs", "-n", "auto"]
    places = [str(ROOT / "tests" / "site" / file) for file in files]
    command = [*pytest, "--dist", "worksteal", "--browser", name, *places]
    return subprocess.run(command, check=False).returncode == 0


def passes(name: str) -> bool:
    """Try a browser; that one cannot be had says nothing about the quiz."""
    if is_here(name):
        return runs(name)
    if name == "webkit" and shutil.which("WebKitWebDriver") and shutil.which(SCREEN[0]):
        return runs(name, WALKS, SCREEN)
    print(f"{name}: left out, neither Playwright nor this system has it", flush=True)
    return True


def main() -> int:
    """Try both."""
    return 0 if all([passes("firefox"), passes("webkit")]) else 1


if __name__ == "__main__":
    sys.exit(main())
