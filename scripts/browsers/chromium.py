"""Find a Chromium for the tests, or get one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SHELLS = ("chromium-headless-shell",)
ARGUMENTS = (
    "--no-sandbox",  # the tests may run as root, in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
MINUTES = 10  # for an installation
APT = {"DEBIAN_FRONTEND": "noninteractive"}


class NoBrowserError(RuntimeError):
    """There is no Chromium here, and none could be had."""


def chromium(*, windows: bool = True) -> Path:
    """Return a Chromium's path: CHROMIUM_PATH, Playwright's, the system's, or a fresh one.

    Without windows it is the same engine for half the work, where the system has that.
    Raises ``NoBrowserError`` if none can be had.
    """
    names = NAMES if windows else (*SHELLS, *NAMES)
    found = _find(names)
    if found is None:
        print("No Chromium found: installing one.", file=sys.stderr, flush=True)
        install_from_playwright(["chromium"])
        found = _find(names)
    for package in dict.fromkeys((names[0], NAMES[0])):
        if found is None:
            install_from_system([package])
            found = _find(names)
    if found is None:
        raise NoBrowserError(
            "No Chromium: install one (apt-get install chromium) or set CHROMIUM_PATH."
        )
    return found


def _find(names: Iterable[str]) -> Path | None:
    if named := os.environ.get("CHROMIUM_PATH"):
        return Path(named)
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    if own.exists():
        return own
    return next((Path(path) for name in names if (path := shutil.which(name))), None)


def install_from_playwright(names: Iterable[str]) -> bool:
    """Let Playwright fetch its own build of a browser; say whether that went well."""
    return _run([sys.executable, "-m", "playwright", "install", *names])


def install_from_system(packages: Iterable[str]) -> bool:
    """Install packages where the system has apt and lets us; say whether that went well."""
    if shutil.which("apt-get") is None:
        return False
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return _run([*sudo, "apt-get", "update", "-qq"]) and _run([*sudo, *install])


def _run(command: list[str]) -> bool:
    """Try a command; its output matters only to the person who asks why."""
    try:
        done = subprocess.run(
            command, env=os.environ | APT, capture_output=True, check=False, timeout=MINUTES * 60
        )
    except (FileNotFoundError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def main() -> int:
    """Print the path, or why there is none."""
    try:
        print(chromium(windows=False))
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0
