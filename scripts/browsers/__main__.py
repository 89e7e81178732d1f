"""Try the quiz in Firefox and WebKit: `make test-browsers`.

Where Playwright's own engine or this system's Firefox can be had, the browser tests of the quiz run
in it. Playwright cannot drive a WebKit of the system, so there a few walks are taken instead. What
cannot be had is left out, and said to be.
"""

import subprocess
import sys

from scripts.browsers import webkit
from scripts.browsers.chromium import NoBrowserError, install_from_playwright, install_from_system
from scripts.browsers.engines import find
from scripts.paths import ROOT

# What hangs on the engine: the quiz itself. The pages around it are plain HTML, tried in Chromium.
TESTS = ("quiz", "not_lost", "dates")
FROM_SYSTEM = {"firefox": ("firefox-esr",), "webkit": webkit.PACKAGES}


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


def tested(name: str) -> bool:
    """Run the browser tests in a browser; say how that went."""
    files = [str(ROOT / "tests" / "site" / f"test_{one}.py") for one in TESTS]
    print(f"{name}: the browser tests of the quiz", flush=True)
    command = [sys.executable, "-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal"]
    return subprocess.run([*command, "--browser", name, *files], check=False).returncode == 0


def main() -> int:
    """Try both."""
    results = [
        tested("firefox") if is_here("firefox") else left_out("firefox"),
        tested("webkit") if is_here("webkit") else webkit.walked(),
    ]
    return 0 if all(results) else 1


def left_out(name: str) -> bool:
    """Say that a browser could not be had, which says nothing about the quiz."""
    print(f"{name}: left out, neither Playwright nor this system has it", flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main())
